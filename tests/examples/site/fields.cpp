#include "fields.hpp"

#include "html.hpp"
#include "page.hpp"
#include "words.hpp"

#include <refcatalog/catalog.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace site {
namespace {

using refcatalog::entry;
using refcatalog::lang;
using refcatalog::languages;

// In bytes.
constexpr std::size_t longest_open_text = 800;

// A field of a record, with its value.
struct given_field {
    std::string_view name;
    texts text;
    std::string html{};     // replaces the text
    bool is_short = false;  // a number, a date or a mark
};

// Turns each type of value into a text, which is empty if the record lacks the value.
struct value_text {
    static std::string of(std::string_view value) { return std::string{value}; }

    static std::string of(int value) { return value == 0 ? "" : std::to_string(value); }

    static std::string of(bool value) { return value ? "✓" : ""; }

    static std::string of(refcatalog::partial_date value) {
        const auto two_digits = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
        if (value == refcatalog::partial_date{}) return "";
        std::string text = std::to_string(value.year());
        text.insert(0, 4 - text.size(), '0');
        if (value.month() != 0) text += two_digits(value.month());
        if (value.day() != 0) text += two_digits(value.day());
        return text;
    }

    static std::string of(refcatalog::text_list_view value) {
        std::string text;
        for (const std::string_view each : value) text += (text.empty() ? "" : ", ") + std::string{each};
        return text;
    }

    // Other entries: links to their cards.
    static std::string of(refcatalog::entry_list_view value) {
        std::string html;
        for (const entry e : value)
            html += (html.empty() ? "" : ", ") + element("a" + href_to(e.key()), short_title(e));
        return html;
    }
};

template <class Value>
constexpr bool is_short =
    std::is_same_v<Value, int> || std::is_same_v<Value, bool> || std::is_same_v<Value, refcatalog::partial_date>;

std::vector<given_field> fields_of(entry e) {
    std::vector<given_field> fields;
    for (std::size_t at = 0; at < languages.size(); ++at) {
        std::size_t number = 0;
        const auto take = [&]<class Value>(std::string_view name, Value value) {
            if (at == 0) fields.push_back({name, same(""), "", is_short<Value>});
            given_field& field = fields[number++];
            if constexpr (std::is_same_v<Value, refcatalog::entry_list_view>) field.html = value_text::of(value);
            else field.text[at].text = value_text::of(value);
        };
        for_each_field(e, take, languages[at]);
    }
    return fields;
}

bool are_equal(const texts& left, const texts& right) {
    for (std::size_t at = 0; at < left.size(); ++at) {
        if (left[at].text != right[at].text) return false;
    }
    return true;
}

// Whether `whole` contains `part` in every language, as "LoRA: Low-Rank ..." contains "LoRA".
bool holds(const texts& whole, const texts& part) {
    for (std::size_t at = 0; at < whole.size(); ++at) {
        if (whole[at].text.find(part[at].text) == std::string::npos) return false;
    }
    return true;
}

std::string long_field(const given_field& field) {
    const std::string name = element("b", shown(name_of_field(field.name))) + " ";
    if (!field.html.empty()) return element("p class=more", name + field.html);
    const std::string& text = field.text[0].text;
    if (!href_of(text).empty() && text.find(' ') == text.npos) {
        return element("p class=more", name + element("a rel=external" + href_of(text), escaped(text)));
    }
    // Long values scroll, so they must accept the focus.
    const std::string opening = text.size() > longest_open_text ? "div class='more prose long_text' tabindex=0"
                                : text.find('\n') == text.npos  ? "p class='more lines'"
                                                                : "p class='more lines prose'";
    return element(opening, name + shown(field.text));
}

}  // namespace

std::string other_fields(entry e) {
    const texts title = text_of(e, &entry::title);
    const texts by = text_of(e, &entry::by);
    const texts description = text_of(e, &entry::description);
    const std::string year = e.year() ? std::to_string(*e.year()) : "";
    std::string facts;
    std::string rest;
    for (const given_field& field : fields_of(e)) {
        if (is_empty(field.text) && field.html.empty()) continue;
        if (field.is_short) {
            if (field.text[0].text == year) continue;
            facts += (facts.empty() ? "" : " · ") + shown(name_of_field(field.name)) + " " + field.text[0].text;
        } else if (!field.html.empty() ||
                   !(holds(title, field.text) || are_equal(by, field.text) || are_equal(description, field.text))) {
            rest += long_field(field);
        }
    }
    return rest + (facts.empty() ? "" : element("p class=facts", facts));
}

std::string short_title(entry e) {
    const texts title = in_each([e](lang language) {
        std::string_view found;
        const auto take = [&](std::string_view name, auto value) {
            if constexpr (std::is_same_v<decltype(value), std::string_view>) {
                if (name == "short_title") found = value;
            }
        };
        for_each_field(e, take, language);
        return found.empty() ? e.title(language) : found;
    });
    return shown(title);
}

}  // namespace site
