// The lists of a record: texts, links, other entries.
#ifndef REFCATALOG_LISTS_HPP
#define REFCATALOG_LISTS_HPP

#include <refcatalog/detail/sequence_view.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/lists.hpp>
#include <refcatalog/lang.hpp>

#include <cstddef>
#include <string_view>

// Source: the records' files in data/. Texts are UTF-8, live as long as the program, and are followed by a NUL.

namespace refcatalog {

class entry;

namespace detail {

/// The texts that records list.
struct text_list {
    using value_type = std::string_view;
    static constexpr std::string_view at(std::size_t position) noexcept {
        using table = generated::text_list_table;
        return text<table>(number_at(table::items, position), table::column_::text);
    }
};

/// A group of listed texts: one text, and another in each language. The groups come first in the list, so the number of
/// a group determines its place.
class text_group {
public:
    friend constexpr bool operator==(text_group left, text_group right) noexcept {
        return left.position_ == right.position_;
    }

protected:
    constexpr explicit text_group(std::size_t number) noexcept : position_{number * (1 + languages.size())} {}

    constexpr std::string_view first_() const noexcept { return text_list::at(position_); }
    constexpr std::string_view second_(lang language) const noexcept {
        return text_list::at(position_ + 1 + place_of(language));
    }

private:
    std::size_t position_;
};

/// The groups of a class, by number.
template <class Group>
struct group_list {
    using value_type = Group;
    static constexpr Group at(std::size_t number) noexcept { return Group{number}; }
};

/// The entries that records, tags, years and the reading order list; entry.hpp defines it.
struct entry_list {
    using value_type = entry;
    static constexpr entry at(std::size_t position) noexcept;
};

}  // namespace detail

/// A further link of a record, beyond its `url()`.
class labelled_link : public detail::text_group {
public:
    /// The label of the link, as in "PDF". Never empty.
    constexpr std::string_view label(lang language = {}) const noexcept { return second_(language); }

    /// The target of the link, an absolute URL of any scheme. Never empty.
    constexpr std::string_view url() const noexcept { return first_(); }

private:
    friend detail::group_list<labelled_link>;
    using text_group::text_group;
};

/// Listed texts: a random access view of `std::string_view`.
using text_list_view = detail::sequence_view<detail::text_list>;

/// Listed links: a random access view of `labelled_link`.
using link_view = detail::sequence_view<detail::group_list<labelled_link>>;

/// Listed entries: a random access view of `entry`.
using entry_list_view = detail::sequence_view<detail::entry_list>;

namespace detail {

/// The list of a row; `begins` has the place of each row's first item in the list of all rows, and the end of the last
/// list.
template <class View, class Begins>
constexpr View listed(const Begins& begins, std::size_t row) noexcept {
    return {number_at(begins, row), number_at(begins, row + 1)};
}

/// The lists of an entry of any kind, by its index.
struct lists_of {
    using table = generated::listing_table;

    static constexpr text_list_view aliases(std::size_t entry) noexcept {
        return listed<text_list_view>(table::first_alias, entry);
    }
    static constexpr text_list_view tags(std::size_t entry) noexcept {
        return listed<text_list_view>(table::first_tag, entry);
    }
    static constexpr link_view links(std::size_t entry) noexcept { return listed<link_view>(table::first_link, entry); }
};

}  // namespace detail
}  // namespace refcatalog

#endif
