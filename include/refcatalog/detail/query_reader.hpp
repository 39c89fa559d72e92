#ifndef REFCATALOG_DETAIL_QUERY_READER_HPP
#define REFCATALOG_DETAIL_QUERY_READER_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/generated/search.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog::detail {

/// The first character of a text: its code point, its bytes (the first one lowest) and their number. All are 0 if the
/// text begins with invalid UTF-8.
struct character {
    char32_t code;
    char32_t bytes;
    std::size_t size;
};

template <class Character = character>
constexpr Character first_character(std::string_view text) noexcept {
    const char32_t first = static_cast<unsigned char>(text[0]);
    if (first < 0x80) return {first, first, 1};
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0xC2 || first > 0xF4 || text.size() < size) return {};
    Character result{first & (0x7F >> size), first, size};
    for (std::size_t at = 1; at < size; ++at) {
        const char32_t byte = static_cast<unsigned char>(text[at]);
        if (byte >> 6 != 2) return {};
        result.code = result.code << 6 | (byte & 0x3F);
        result.bytes |= byte << 8 * at;
    }
    const bool is_overlong = result.code < (size == 3 ? 0x800U : size == 4 ? 0x10000U : 0U);
    return is_overlong || result.code > 0x10FFFF || result.code - 0xD800 < 0x800 ? Character{} : result;
}

/// Reads the words of a query by character, or by byte in the folded form of the searched texts, which
/// codegen/folding.py makes. It is a template over its only table, so that compilers analyse its functions only where a
/// program searches.
template <class table = generated::folding_table, class Character = character>
class query_reader {
public:
    /// The result at the end of a word, and the result for a character that occurs in no text.
    static constexpr int end = -1;
    static constexpr int never = -2;

    constexpr query_reader() noexcept = default;
    constexpr explicit query_reader(std::string_view query) noexcept : rest_{query} {}

    /// Whether the whole query has been read.
    constexpr bool is_empty() const noexcept { return rest_.empty(); }

    /// The next code point of the word; skips those that folding drops. A word ends at quotation marks, and at white
    /// space, unless that is between quotation marks, or after an unmatched one.
    constexpr int next_code() noexcept {
        for (bytes_ = 0; !rest_.empty();) {
            const auto next = first_character<Character>(rest_);
            const char32_t code = next.code;
            if (code == 0) return never;
            rest_.remove_prefix(next.size);
            char32_t folded = is_space(code) ? U' ' : next.bytes;
            if (code < table::lower_end) folded = table::lower[code];
            if (code >= table::upper_begin && code < table::upper_end) folded = table::upper[code - table::upper_begin];
            if (code == '"') is_quoted_ = !is_quoted_;
            if (code == '"' || (folded == ' ' && !is_quoted_)) break;
            bytes_ = folded;
            if (folded != 0) return static_cast<int>(code);
        }
        return end;
    }

    /// The next byte of the word, folded.
    constexpr int next() noexcept {
        if (bytes_ == 0) {
            if (const int code = next_code(); code < 0) return code;
        }
        const auto byte = static_cast<int>(bytes_ & 0xFF);
        bytes_ >>= 8;
        return byte < ' ' ? never : byte;
    }

private:
    /// Unicode's white space that is not in the table.
    static constexpr bool is_space(char32_t code) noexcept {
        return code - 0x2000 < 11 || code == 0x1680 || code == 0x2028 || code == 0x2029 || code == 0x202F ||
               code == 0x205F || code == 0x3000;
    }

    std::string_view rest_{};
    char32_t bytes_ = 0;  // the unread bytes of the last character
    bool is_quoted_ = false;
};

}  // namespace refcatalog::detail

#endif
