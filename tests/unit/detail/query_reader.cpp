#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace refcatalog::detail;

namespace {

// A code point, encoded as the definition of UTF-8 prescribes.
std::string utf8(char32_t code) {
    const auto rest = [code](unsigned shift) { return static_cast<char>(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0 | code >> 6), rest(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0 | code >> 12), rest(6), rest(0)};
    return {static_cast<char>(0xF0 | code >> 18), rest(12), rest(6), rest(0)};
}

// The number of texts that are one character, among those of `size` bytes (at least two) that begin with `first` and
// continue with bytes from 0x70 to 0xCF.
std::size_t characters_after(int first, std::size_t size) {
    std::string text(size, '\x70');
    text[0] = static_cast<char>(first);
    std::size_t count = 0;
    for (std::size_t at = 1; at != 0;) {
        count += first_character(text).size == size;
        for (at = size - 1; at != 0 && text[at] == '\xCF'; --at) text[at] = '\x70';
        if (at != 0) text[at] = static_cast<char>(text[at] + 1);
    }
    return count;
}

std::string folded(std::string_view query) {
    query_reader<> reader{query};
    std::string text;
    int byte = 0;
    while ((byte = reader.next()) >= 0) text += static_cast<char>(byte);
    if (byte == reader.never) text += '!';
    return text;
}

}  // namespace

TEST_CASE("first_character returns the character at the beginning of a text") {
    for (char32_t code = 0; code < 0x110000; ++code) {
        const std::string text = utf8(code) + "\xBF";
        const character found = first_character(text);
        const bool is_surrogate = code >= 0xD800 && code < 0xE000;
        std::string bytes;
        for (std::size_t at = 0; at != found.size; ++at) bytes += static_cast<char>(found.bytes >> 8 * at & 0xFF);
        if (is_surrogate ? found.size != 0 : found.code != code || bytes + "\xBF" != text)
            FAIL("U+" << std::hex << std::uint32_t{code});
    }
}

TEST_CASE("first_character rejects invalid UTF-8") {
    for (int first = 0x80; first != 0x100; ++first) {
        INFO(first);
        CHECK(characters_after(first, 2) == (first >= 0xC2 && first < 0xE0 ? 0x40 : 0));
        const std::size_t of_three = first == 0xE0 || first == 0xED ? 0x20 * 0x40 : 0x40 * 0x40;
        CHECK(characters_after(first, 3) == (first >= 0xE0 && first < 0xF0 ? of_three : 0));
    }
    const std::size_t page = 0x40 * 0x40;
    CHECK(characters_after(0xEF, 4) == 0);
    CHECK(characters_after(0xF0, 4) == 0x30 * page);
    CHECK(characters_after(0xF3, 4) == 0x40 * page);
    CHECK(characters_after(0xF4, 4) == 0x10 * page);
    CHECK(characters_after(0xF5, 4) == 0);
    for (const std::string_view cut : {"\xC3", "\xED\x95", "\xED", "\xF0\x9F\x98", "\xF0\x9F", "\xF0"}) {
        CHECK(first_character(cut).size == 0);
    }
}

TEST_CASE("a word of a query ends at white space and at quotation marks") {
    CHECK(folded("two words") == "two");
    CHECK(folded("two\"words") == "two");
    CHECK(folded("\"two words\" more").empty());
    query_reader<> reader{"\"a b\" c"};
    std::string words;
    while (!reader.is_empty()) {
        for (int byte = reader.next(); byte >= 0; byte = reader.next()) words += static_cast<char>(byte);
        words += '|';
    }
    CHECK(words == "|a b||c|");
    const auto is_space = [](char32_t code) {
        return (code >= 0x09 && code <= 0x0D) || code == 0x20 || code == 0x85 || code == 0xA0 || code == 0x1680 ||
               (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
               code == 0x205F || code == 0x3000;
    };
    for (char32_t code = 1; code < 0x3100; ++code) {
        const std::string text = "a" + utf8(code) + "b";
        const bool ends = code == '"' || is_space(code);
        if ((folded(text) == "a") != ends) FAIL("U+" << std::hex << std::uint32_t{code});
    }
}

TEST_CASE("a query is folded like the searched texts, up to a character that none of them contains") {
    CHECK(folded("AZaz09") == "azaz09");
    CHECK(folded("\xC3\x89t\xC3\xA9") == "ete");
    CHECK(folded("\xED\x95\x9C\xEA\xB8\x80") == "\xED\x95\x9C\xEA\xB8\x80");
    CHECK(folded("a\x01") == "a!");
    CHECK(folded("a\x1F") == "a!");
    CHECK(folded("a\x7F").size() == 2);
    CHECK(folded("a\xFF") == "a!");
    CHECK(folded(std::string_view{"a\0b", 3}) == "a!");
}
