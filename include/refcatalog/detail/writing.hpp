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

/// What stands before the family name, if the family name is known.
constexpr std::string_view given_name(std::string_view name, std::string_view family) noexcept {
    return name.substr(0, name.size() - family.size() - 1);
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
