// An RIS value is a single line that contains the original text.

#include <refcatalog/catalog.hpp>
#include <refcatalog/ris.hpp>

#include "fuzz/fuzz.hpp"
#include "support/writing.hpp"

#include <algorithm>

namespace ris = refcatalog::detail::ris;

namespace {

/// The values of lines that must all have this tag.
std::vector<std::string> values_of(std::string_view lines, std::string_view tag) {
    std::vector<std::string> values;
    while (!lines.empty()) {
        const std::size_t end = lines.find("\r\n");
        require(end != lines.npos, "each line ends in CR and LF");
        const std::string_view line = lines.substr(0, end);
        require(std::ranges::none_of(line, [](char each) { return each >= 0 && each < ' '; }), "a line is printable");
        const std::string begin = std::string{tag} + "  - ";
        require(line.starts_with(begin), "each line begins with its tag");
        values.emplace_back(line.substr(begin.size()));
        lines.remove_prefix(end + 2);
    }
    return values;
}

/// The keywords that commas and semicolons separate.
std::vector<std::string> keywords_of(std::string_view text) {
    std::vector<std::string> keywords(1);
    for (const char character : text) {
        if (character == ',' || character == ';') keywords.emplace_back();
        else if (character != ' ' || !keywords.back().empty()) keywords.back() += character;
    }
    std::erase(keywords, "");
    return keywords;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of(data, size);
    const std::string line = written([&](auto& out) { ris::put_line(out, "TI", text); });
    std::string expected{text};
    std::ranges::replace_if(
        expected, [](char each) { return each >= 0 && each < ' '; }, ' ');
    require(values_of(line, "TI") == std::vector{expected}, "the value is the text, on one line");

    const std::string pages = written([&](auto& out) { ris::put_pages(out, "EP", text); });
    std::string all;
    for (const std::string& page : values_of(pages, "EP")) all += page;
    const auto is_in_mark = [](char each) { return each == '-' || each == '\xE2' || each == '\x80' || each == '\x93'; };
    std::erase_if(all, is_in_mark);
    std::erase_if(expected, is_in_mark);
    require_equal(all, expected, "the pages are the text without the mark of a range");

    const refcatalog::entry without_tags = refcatalog::entries[0];
    require(without_tags.tags().empty(), "the first entry has no tags");
    const std::string line_of_keywords = lines_of(text)[0];
    const std::string keywords =
        written([&](auto& out) { ris::put_keywords(out, "KW", without_tags, line_of_keywords); });
    require(values_of(keywords, "KW") == keywords_of(line_of_keywords), "each keyword has a line");
    return 0;
}
