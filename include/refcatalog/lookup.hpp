#ifndef REFCATALOG_LOOKUP_HPP
#define REFCATALOG_LOOKUP_HPP

#include <refcatalog/detail/always_inline.hpp>
#include <refcatalog/detail/key_hash.hpp>
#include <refcatalog/entry.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace refcatalog {

namespace detail {

/// std::optional<entry>, but known to the compiler only where the template that has this parameter is used.
template <int Instance>
using optional_entry = std::optional<std::enable_if_t<Instance == 0, entry>>;

}  // namespace detail

/// The entry with this key, nothing where there is none. One probe of a perfect hash and one comparison, whatever the
/// key and however large the catalogue; any text may be asked for.
/// A template only so that a program that does not call it is spared std::optional<entry>; call it as find(key).
template <int Instance = 0>
REFCATALOG_ALWAYS_INLINE constexpr detail::optional_entry<Instance> find(std::string_view key) noexcept {
    using optional_entry = detail::optional_entry<Instance>;
    const std::size_t index = detail::key_hash::find(key);
    return index != detail::key_hash::none ? optional_entry{std::in_place, entries[index]} : optional_entry{};
}

/// The record with this key, null where there is none or it is of another kind.
template <class Record>
constexpr const Record* find(std::string_view key) noexcept {
    const std::size_t index = detail::key_hash::find(key);
    return index != detail::key_hash::none ? entries[index].get_if<Record>() : nullptr;
}

namespace detail {

/// A key as a template argument.
template <std::size_t Size>
struct key_literal {
    char characters[Size]{};

    consteval key_literal(const char (&literal)[Size]) noexcept {
        for (std::size_t at = 0; at < Size; ++at) characters[at] = literal[at];
    }
    constexpr std::string_view text() const noexcept { return {characters, Size - 1}; }
};
template <std::size_t Size>
key_literal(const char (&)[Size]) -> key_literal<Size>;

}  // namespace detail

/// The record with this key, checked by the compiler: get<"qlora">() is a reference to a constant of its class.
/// A key that no entry has does not compile.
template <detail::key_literal Key>
constexpr const auto& get() noexcept {
    constexpr std::size_t index = detail::key_hash::find(Key.text());
    static_assert(index != detail::key_hash::none, "no entry has that key");
    if constexpr (index != detail::key_hash::none) {
        using record_type = std::remove_cvref_t<decltype(generated::table_of<entries[index].kind()>()[0])>;
        return *entries[index].get_if<record_type>();
    } else {
        return entries;
    }
}

}  // namespace refcatalog

#endif
