#ifndef REFCATALOG_SEARCH_HPP
#define REFCATALOG_SEARCH_HPP

#include <refcatalog/detail/sequence_view.hpp>
#include <refcatalog/entry.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace refcatalog {

namespace detail {

constexpr char lower(char character) noexcept {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

/// Whether the text contains the needle, ASCII case ignored. Other characters are compared byte by byte, which in UTF-8
/// never matches half a character.
constexpr bool contains(std::string_view text, std::string_view needle) noexcept {
    for (std::size_t start = 0; start + needle.size() <= text.size(); ++start) {
        std::size_t matched = 0;
        while (matched < needle.size() && lower(text[start + matched]) == lower(needle[matched])) ++matched;
        if (matched == needle.size()) return true;
    }
    return false;
}

constexpr bool matches(entry e, std::string_view needle) noexcept {
    // Not by a loop over `languages`, for which compilers would make an instance of the array's iterators.
    for (std::size_t place = 0; place < languages.size(); ++place) {
        const auto language = static_cast<lang>(place);
        if (contains(e.title(language), needle) || contains(e.by(language), needle) ||
            contains(e.description(language), needle)) {
            return true;
        }
    }
    return false;
}

}  // namespace detail

/// The entries that `search` finds: a forward range and view of `entry` objects. It refers to the characters of the
/// needle, which must live as long as it is used. It looks for the next match as it advances.
class search_view {
    static constexpr std::size_t none = generated::entry_table::size;

public:
    class iterator {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = entry;

        constexpr iterator() noexcept = default;

        constexpr entry operator*() const noexcept { return detail::entry_sequence::at(position_); }
        constexpr auto operator->() const noexcept { return detail::arrow<entry>{**this}; }
        constexpr iterator& operator++() noexcept {
            ++position_;
            skip();
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            const iterator before = *this;
            ++*this;
            return before;
        }
        friend constexpr bool operator==(const iterator& left, const iterator& right) noexcept {
            return left.position_ == right.position_;
        }

    private:
        friend search_view;
        constexpr iterator(std::size_t position, std::string_view needle) noexcept
            : position_{position}, needle_{needle} {
            skip();
        }
        constexpr void skip() noexcept {
            while (position_ != none && !detail::matches(detail::entry_sequence::at(position_), needle_)) ++position_;
        }

        std::size_t position_ = none;
        std::string_view needle_{};
    };

    /// An empty view.
    constexpr search_view() noexcept = default;

    constexpr iterator begin() const noexcept { return {first_, needle_}; }
    constexpr iterator end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

private:
    friend constexpr search_view search(std::string_view needle) noexcept;
    constexpr explicit search_view(std::string_view needle) noexcept : first_{0}, needle_{needle} {}

    std::size_t first_ = none;
    std::string_view needle_{};
};

/// The entries whose title, `by` or description contains the needle in any language, ASCII case ignored, in the
/// order of the catalogue; an empty needle gives every entry. Time grows with the texts that are looked through.
constexpr search_view search(std::string_view needle) noexcept { return search_view{needle}; }

}  // namespace refcatalog

template <>
inline constexpr bool std::ranges::enable_view<refcatalog::search_view> = true;

#endif
