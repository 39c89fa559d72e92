#include "words.hpp"

#include "html.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace site {
namespace {

using refcatalog::languages;
using refcatalog::link_status;
using refcatalog::record_kind;

struct known_kind {
    std::string_view name;
    std::string_view korean;
    std::string_view plural;
};

// The standard kinds.
constexpr known_kind known_kinds[] = {
    {"paper", "논문", "Papers"},
    {"repository", "저장소", "Repositories"},
    {"dataset", "데이터셋", "Datasets"},
    {"course", "강의", "Courses"},
    {"blog", "블로그", "Blogs"},
    {"post", "글", "Posts"},
    {"book", "책", "Books"},
    {"community", "커뮤니티", "Communities"},
    {"tool", "도구", "Tools"},
    {"reference", "문헌", "References"},
};

struct known_field {
    std::string_view name;
    std::string_view korean;
};

// The fields of the standard kinds.
constexpr known_field known_fields[] = {
    {"title", "제목"},   {"short_title", "줄인 제목"}, {"authors", "저자"},      {"author", "저자"},
    {"name", "이름"},    {"summary", "요약"},          {"contribution", "기여"}, {"description", "설명"},
    {"topic", "주제"},   {"content", "내용"},          {"features", "특징"},     {"instructors", "강사"},
    {"purpose", "용도"}, {"provider", "기관"},         {"link", "링크"},         {"year", "연도"},
    {"date", "날짜"},    {"abstract", "초록"},         {"number", "번호"},       {"key", "키"},
};

constexpr const known_kind* known(record_kind kind) {
    for (const known_kind& each : known_kinds) {
        if (each.name == to_string(kind)) return &each;
    }
    return nullptr;
}

bool is_korean(std::string_view tag) {
    return tag.size() >= 2 && (tag[0] | 32) == 'k' && (tag[1] | 32) == 'o' && (tag.size() == 2 || tag[2] == '-');
}

bool is_english(std::string_view tag) { return tag == "en" || tag.starts_with("en-"); }

bool is_ascii(std::string_view text) {
    for (const char character : text) {
        if (static_cast<unsigned char>(character) > 0x7F) return false;
    }
    return true;
}

// "blog_post" becomes "blog post".
std::string as_words(std::string_view name) {
    std::string result{name};
    while (result.ends_with('_')) result.pop_back();
    for (char& character : result) {
        if (character == '_') character = ' ';
    }
    return result;
}

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string_view korean_of(link_status status) {
    switch (status) {
        case link_status::active: return "이용 가능";
        case link_status::renamed: return "이름 바뀜";
        case link_status::moved: return "옮겨 감";
        case link_status::archived: return "보관됨";
        case link_status::closed: return "종료됨";
        case link_status::unknown: return "확인 안 됨";
    }
    return "";
}

// The language of a text shared by several languages: English for ASCII, or else the first of the languages.
std::string_view tag_of(const texts& text, const std::string& of_all) {
    std::string_view first;
    for (const phrase& each : text) {
        if (each.text != of_all) continue;
        if (is_english(each.tag) && is_ascii(of_all)) return each.tag;
        if (first.empty()) first = each.tag;
    }
    return first;
}

}  // namespace

texts same(std::string_view text) {
    return in_each([text](refcatalog::lang) { return text; });
}

texts said(const std::string& korean, const std::string& english) {
    texts result = same(english);
    for (phrase& each : result) {
        if (is_korean(each.tag)) each.text = korean;
        else each.tag = "en";
    }
    return result;
}

texts joined(const texts& left, const texts& right) {
    texts result = right;
    for (std::size_t at = 0; at < result.size(); ++at) result[at].text.insert(0, left[at].text);
    return result;
}

bool is_empty(const texts& text) {
    for (const phrase& each : text) {
        if (!each.text.empty()) return false;
    }
    return true;
}

std::string shown(const texts& text, const std::string& attributes) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string classes;
        bool is_first = true;
        std::size_t count = 0;
        for (std::size_t other = 0; other < text.size(); ++other) {
            if (text[other].text != text[at].text) continue;
            is_first = is_first && other >= at;
            classes += " in-";
            classes += to_string(languages[other]);
            ++count;
        }
        if (!is_first) continue;
        const std::string_view tag = tag_of(text, text[at].text);
        std::string content = escaped(text[at].text);
        if (text.size() == 1 && attributes.empty() && tag == to_string(languages[0])) return content;
        std::string opening = "span";
        if (count < text.size()) opening += attribute("class", "only" + classes);
        opening += attribute("lang", tag) + attributes;
        if (!content.empty()) result += element(opening, content);
    }
    return result;
}

std::string searchable(const texts& text) { return shown(text, " data-find"); }

std::string text_only(const std::string& opening, const texts& text) {
    if (text.size() == 1) return element(opening, escaped(text[0].text));
    std::string all = " data-translated";
    for (std::size_t at = 0; at < text.size(); ++at) {
        all += attribute("data-in-" + std::string{to_string(languages[at])}, text[at].text);
    }
    return element(opening + attribute("lang", text[0].tag) + all, escaped(text[0].text));
}

std::string heading(const std::string& level, const std::string& id, const texts& text) {
    return block(level + attribute("id", id), shown(text));
}

std::string counted(std::size_t number, const std::string& singular, const std::string& plural) {
    return std::to_string(number) + " " + (number == 1 ? singular : plural);
}

texts name_of(record_kind kind) {
    const std::string words = as_words(to_string(kind));
    return said(known(kind) ? std::string{known(kind)->korean} : words, words);
}

bool has_plural(record_kind kind) { return known(kind) != nullptr; }

texts label_of(record_kind kind) {
    const std::string words = capital(as_words(to_string(kind)));
    return said(known(kind) ? std::string{known(kind)->korean} : words, words);
}

texts plural_of(record_kind kind) { return said(std::string{known(kind)->korean}, std::string{known(kind)->plural}); }

texts name_of(link_status status) { return said(std::string{korean_of(status)}, std::string{to_string(status)}); }

texts name_of_field(std::string_view name) {
    const std::string words = capital(as_words(name));
    for (const known_field& each : known_fields) {
        if (each.name == name) return said(std::string{each.korean}, words);
    }
    return said(words, words);
}

}  // namespace site
