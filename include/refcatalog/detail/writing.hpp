#ifndef REFCATALOG_DETAIL_WRITING_HPP
#define REFCATALOG_DETAIL_WRITING_HPP

#include <cstddef>
#include <iterator>
#include <string_view>

// What the writers share. Each function moves the iterator on, and allocates nothing.

namespace refcatalog::detail {

template <class Out>
constexpr void put(Out& out, const char& character) {
    *out++ = character;
}

template <class Out>
constexpr void put(Out& out, std::string_view text) {
    for (const char& character : text) *out++ = character;
}

/// Texts and characters in a row.
template <class Out, class... Parts>
constexpr void put_all(Out& out, const Parts&... parts) {
    (put(out, parts), ...);
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
