#ifndef REFCATALOG_DETAIL_WRITING_HPP
#define REFCATALOG_DETAIL_WRITING_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/detail/cpp20.hpp>  // must come first

#include <cstddef>
#include <string_view>

// The common part of the writers. Each function advances the iterator, and allocates nothing.

namespace refcatalog::detail {

/// The target of a writer: any std::output_iterator<const char&>. Defined without <iterator>, which costs three
/// quarters as much as catalog.hpp.
template <class Out>
concept character_output = requires(Out out, const char& character) {
    *out++ = character;
};

template <class Out>
constexpr void put(Out& out, const char& character) {
    *out++ = character;
}

template <class Out>
constexpr void put(Out& out, std::string_view text) {
    for (const char& character : text) *out++ = character;
}

/// Texts and characters, one after the other.
template <class Out, class... Parts>
constexpr void put_all(Out& out, const Parts&... parts) {
    (put(out, parts), ...);
}

/// A part of a text, which must be within it. It replaces substr, which refers to functions that throw.
constexpr std::string_view part_of(std::string_view text, std::size_t begin, std::size_t size) noexcept {
    return {text.data() + begin, size};
}

/// Whether the text contains the part at this place. It is a template, so that compilers analyse it only for a program
/// that calls it.
template <class Place>
constexpr bool stands_at(std::string_view text, Place at, std::string_view wanted) noexcept {
    return at <= text.size() && wanted.size() <= text.size() - at && part_of(text, at, wanted.size()) == wanted;
}

/// A number that is not negative, in decimal.
template <class Out>
constexpr void put_number(Out& out, int number) {
    char digits[12]{};
    std::size_t begin = sizeof digits;
    do {
        digits[--begin] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number > 0);
    put(out, std::string_view{digits + begin, sizeof digits - begin});
}

}  // namespace refcatalog::detail

#endif
