// Looks records up by key, and finds the key nearest to a misspelt one.
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

/// std::optional<entry>, which compilers instantiate only for a program that uses a template with this parameter.
template <int Instance>
using optional_entry = std::optional<std::enable_if_t<Instance == 0, entry>>;

}  // namespace detail

/// The entry with this key or alias; std::nullopt if no entry has it. The key may be any text. Takes one probe of a
/// perfect hash and one comparison, whatever the key and the size of the catalogue. It is a template only to spare
/// other programs the cost of std::optional<entry>; call it as find(key).
template <int Instance = 0, class Keys = generated::key_table>
REFCATALOG_ALWAYS_INLINE constexpr detail::optional_entry<Instance> find(std::string_view key) noexcept {
    using optional_entry = detail::optional_entry<Instance>;
    const std::size_t index = detail::key_hash<Keys>::find(key);
    return index != detail::key_hash<Keys>::none ? optional_entry{std::in_place, entries[index]} : optional_entry{};
}

/// A pointer to the record with this key or alias; null if no record of this class has it.
template <class Record, class Keys = generated::key_table>
constexpr const Record* find(std::string_view key) noexcept {
    const std::size_t index = detail::key_hash<Keys>::find(key);
    return index != detail::key_hash<Keys>::none ? entries[index].get_if<Record>() : nullptr;
}

/// The entry with the key or alias nearest to a text, by Levenshtein distance over code points, ignoring ASCII case;
/// among equally near ones, the first in the catalogue. std::nullopt if the distance is more than a third of the length
/// of the longer text. Accepts any text; each byte that is not valid UTF-8 counts as a character that no key has. In a
/// constant expression, clang's limit of steps suffices for a few thousand keys; -fconstexpr-steps sets another limit.
/// It is a template only to spare other programs its cost; call it as closest(key).
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

/// The key nearest to an unknown one, if the compiler can find it within its default limits; else empty. Clang allows a
/// million steps, and a column takes about 30.
template <key_literal Key, class Keys>
constexpr auto nearest_literal() noexcept {
    constexpr std::size_t index = nearest_key<Keys>{Key.text(), 34'000}.index;
    constexpr std::string_view nearest = index != nearest_key<Keys>::none ? entries[index].key() : std::string_view{};
    return key_literal<nearest.size() + 1>{nearest};
}

/// Always false. When a static_assert fails, clang 16 and later print the argument.
template <key_literal Nearest>
inline constexpr bool is_key = false;

/// An error for g++, which prints no argument when a static_assert fails.
template <key_literal Error, key_literal Nearest>
void is_missing() = delete;

}  // namespace detail

/// A const reference to the record with this key or alias, as an object of its class: get<"qlora">(). A key that no
/// entry has does not compile; the error names the nearest key, if the compiler prints template arguments.
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
