#ifndef REFCATALOG_LOOKUP_HPP
#define REFCATALOG_LOOKUP_HPP

#include <refcatalog/detail/always_inline.hpp>
#include <refcatalog/detail/edit_distance.hpp>
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

/// The entry with this key, nothing if there is none. One probe of a perfect hash and one comparison, for any key and
/// any size of the catalogue; the key may be any text. A template only to spare std::optional<entry> to programs that
/// do not call it; call it as find(key).
template <int Instance = 0, class Keys = generated::key_table>
REFCATALOG_ALWAYS_INLINE constexpr detail::optional_entry<Instance> find(std::string_view key) noexcept {
    using optional_entry = detail::optional_entry<Instance>;
    const std::size_t index = detail::key_hash<Keys>::find(key);
    return index != detail::key_hash<Keys>::none ? optional_entry{std::in_place, entries[index]} : optional_entry{};
}

/// The record with this key, null if there is none or it is of another kind.
template <class Record, class Keys = generated::key_table>
constexpr const Record* find(std::string_view key) noexcept {
    const std::size_t index = detail::key_hash<Keys>::find(key);
    return index != detail::key_hash<Keys>::none ? entries[index].get_if<Record>() : nullptr;
}

/// The entry with the key or alias nearest to a text, by Levenshtein distance over code points, ignoring ASCII case; of
/// several, the first in the catalogue. Nothing if the distance is more than a third of the longer one. The text may be
/// any; each byte that is not valid UTF-8 counts as a character that no key has. In a constant expression, clang's
/// limit of steps is enough for some thousands of keys; -fconstexpr-steps sets another limit. A template only to spare
/// its cost to programs that do not call it; call it as closest(key).
template <int Instance = 0, class Keys = generated::key_table>
constexpr detail::optional_entry<Instance> closest(std::string_view key) noexcept {
    using optional_entry = detail::optional_entry<Instance>;
    const detail::nearest_key<Keys> nearest{key};
    return nearest.index != nearest.none ? optional_entry{std::in_place, entries[nearest.index]} : optional_entry{};
}

namespace detail {

/// A text as a template argument.
template <std::size_t Size>
struct key_literal {
    char characters[Size]{};

    consteval key_literal(const char (&literal)[Size]) noexcept {
        for (std::size_t at = 0; at < Size; ++at) characters[at] = literal[at];
    }
    consteval explicit key_literal(std::string_view text) noexcept {
        for (std::size_t at = 0; at < text.size(); ++at) characters[at] = text[at];
    }
    constexpr std::string_view text() const noexcept { return {characters, Size - 1}; }
};
template <std::size_t Size>
key_literal(const char (&)[Size]) -> key_literal<Size>;

/// The key nearest to an unknown one, if the compiler can find it within its default limits; else empty. (Clang takes a
/// million steps; a column needs about 30.)
template <key_literal Key, class Keys>
constexpr auto nearest_literal() noexcept {
    constexpr std::size_t index = nearest_key<Keys>{Key.text(), 34'000}.index;
    constexpr std::string_view nearest = index != nearest_key<Keys>::none ? entries[index].key() : std::string_view{};
    return key_literal<nearest.size() + 1>{nearest};
}

/// False. From version 16 on, clang prints the argument when a static_assert fails.
template <key_literal Nearest>
inline constexpr bool is_key = false;

/// An error for g++, which prints no argument when a static_assert fails.
template <key_literal Error, key_literal Nearest>
void is_missing() = delete;

}  // namespace detail

/// The record with this key, checked by the compiler: get<"qlora">() is a reference to a constant of its class. A key
/// that no entry has does not compile; the error names the nearest, if the compiler prints it.
template <detail::key_literal Key, class Keys = generated::key_table>
constexpr const auto& get() noexcept {
    constexpr std::size_t index = detail::key_hash<Keys>::find(Key.text());
    if constexpr (index != detail::key_hash<Keys>::none) {
        using record_type = std::remove_cvref_t<decltype(generated::table_of<entries[index].kind()>()[0])>;
        return *entries[index].get_if<record_type>();
    } else {
#if defined(__GNUC__) && !defined(__clang__)
        detail::is_missing<"no entry has that key", detail::nearest_literal<Key, Keys>()>();
#else
        static_assert(detail::is_key<detail::nearest_literal<Key, Keys>()>, "no entry has that key");
#endif
        return entries;
    }
}

}  // namespace refcatalog

#endif
