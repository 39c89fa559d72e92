// Finds entries by the words that people type.
#ifndef REFCATALOG_SEARCH_HPP
#define REFCATALOG_SEARCH_HPP

#include <refcatalog/detail/search_words.hpp>
#include <refcatalog/detail/sequence_view.hpp>
#include <refcatalog/entry.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace refcatalog {

namespace detail {

/// The entries that `search` finds: a forward range and view of `entry` objects. The view refers to the characters of
/// the query, which must outlive it. An iterator searches for the next match as it advances.
template <class Words>
class basic_search_view {
    static constexpr std::size_t none = generated::entry_table::size;

public:
    class iterator {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = entry;

        constexpr iterator() noexcept = default;

        constexpr entry operator*() const noexcept { return entry_sequence::at(position_); }
        constexpr auto operator->() const noexcept { return arrow<entry>{**this}; }
        constexpr iterator& operator++() noexcept {
            position_ = words_.next(position_ + 1).entry;
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
        friend basic_search_view;
        constexpr explicit iterator(const Words& words) noexcept : position_{words.next(0).entry}, words_{words} {}

        std::size_t position_ = none;
        Words words_{};
    };

    /// An empty view.
    constexpr basic_search_view() noexcept = default;
    constexpr explicit basic_search_view(std::string_view query) noexcept : words_{query}, is_empty_{false} {}

    constexpr iterator begin() const noexcept { return is_empty_ ? iterator{} : iterator{words_}; }
    constexpr iterator end() const noexcept { return {}; }
    constexpr bool empty() const noexcept { return begin() == end(); }

private:
    Words words_{};
    bool is_empty_ = true;
};

}  // namespace detail

/// The matches of `search`, one at a time.
using search_view = detail::basic_search_view<detail::search_words<>>;

/// The entries in which every word of the query occurs (in a title, `by`, description, key, alias or tag, in any
/// language), in the order of the catalogue. White space separates words, but between double quotes, or after an
/// unmatched one, it is part of the word. The case of Latin, Greek and Cyrillic letters and the accents of Latin ones
/// do not matter. A word of initial consonants of Hangul finds the syllables that begin with them. A query without
/// words finds every entry; a query with a control character or invalid UTF-8 finds none. The time grows with the size
/// of the texts and the number of words. Compilers limit the steps of a constant expression: by default, clang can
/// search some 100,000 bytes of texts, and g++ some 500,000; -fconstexpr-steps and -fconstexpr-ops-limit set other
/// limits. It is a template only to spare other programs its cost; call it as search(query).
template <class Words = detail::search_words<>>
constexpr detail::basic_search_view<Words> search(std::string_view query) noexcept {
    return detail::basic_search_view<Words>{query};
}

/// The result of `top_matches`: at most `Most` entries, the best ones first. It owns the entries, and refers to nothing
/// else.
template <std::size_t Most>
class match_list {
public:
    using value_type = entry;
    using iterator = const entry*;

    constexpr iterator begin() const noexcept { return entries_; }
    constexpr iterator end() const noexcept { return entries_ + size_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }

    /// The entry at a position; requires n < size().
    constexpr entry operator[](std::size_t n) const noexcept { return entries_[n]; }

private:
    template <std::size_t Size, class Words>
    friend constexpr match_list<Size> top_matches(std::string_view query) noexcept;
    constexpr match_list() noexcept = default;

    entry entries_[Most > 0 ? Most : 1]{};
    std::size_t size_ = 0;
};

/// At most `Most` of the entries that `search` finds, the best ones first. A word matches best as a whole key, alias or
/// title; then at the beginning of one, at the beginning of a word in one, and inside one; then in `by` or a tag; then
/// in the description. An entry has the rank of the worst match of the query's words; entries of equal rank are in the
/// order of the catalogue. Takes little more time than a loop over all results of `search`.
template <std::size_t Most, class Words = detail::search_words<>>
constexpr match_list<Most> top_matches(std::string_view query) noexcept {
    const Words words{query};
    match_list<Most> result;
    int matches[Most + 1]{};
    for (auto found = words.next(0); found.entry < entries.size(); found = words.next(found.entry + 1)) {
        const int match = words.match_of(found);
        std::size_t place = result.size_;
        if (place < Most) ++result.size_;
        else if (place == 0 || matches[--place] <= match) continue;
        for (; place > 0 && matches[place - 1] > match; --place) {
            matches[place] = matches[place - 1];
            result.entries_[place] = result.entries_[place - 1];
        }
        matches[place] = match;
        result.entries_[place] = entries[found.entry];
    }
    return result;
}

}  // namespace refcatalog

template <class Words>
inline constexpr bool std::ranges::enable_view<refcatalog::detail::basic_search_view<Words>> = true;

#endif
