#ifndef REFCATALOG_RECORD_HPP
#define REFCATALOG_RECORD_HPP

#include <refcatalog/detail/place.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/categories.hpp>
#include <refcatalog/lang.hpp>
#include <refcatalog/lists.hpp>
#include <refcatalog/record_kind.hpp>
#include <refcatalog/upkeep.hpp>

#include <cstddef>
#include <string_view>

// What every record has, whatever its kind. Texts are UTF-8, live as long as the program, and are followed by a NUL.

namespace refcatalog {

class entry;

namespace generated {
struct citation_table;
}  // namespace generated

namespace detail {
template <class Table>
class basic_citation;
}  // namespace detail

/// What a record is cited as; <refcatalog/citation.hpp> defines it.
using citation = detail::basic_citation<generated::citation_table>;

namespace detail {

/// What all kinds of record have in common: the number of a row in a generated table, like any `row`, but not by means
/// of it, since there are many kinds, and each level of classes costs compilers time for each record.
template <class Table, record_kind Kind>
class record {
public:
    /// The kind, which is the same for all records of one class.
    static constexpr record_kind kind() noexcept { return Kind; }

    /// The stable key, one word that is unique over the whole catalogue. Never empty.
    constexpr std::string_view key() const noexcept { return text_(Table::column_::key); }

    /// The category that holds the record.
    constexpr refcatalog::category category() const noexcept {
        return static_cast<refcatalog::category>(number_at(Table::categories, number_));
    }

    /// What the link is called; empty where that is not given.
    constexpr std::string_view link_label(lang language = {}) const noexcept {
        return text_(Table::column_::link_label, language);
    }

    /// Where the link leads, an absolute URL of any scheme; empty where it is not given.
    constexpr std::string_view url() const noexcept { return text_(Table::column_::url); }

    /// Further keys, under which `find` and `get` have the record too.
    constexpr text_list_view aliases() const noexcept { return lists_of::aliases(entry_index()); }

    /// What `tagged` finds the record by, in the order of the data.
    constexpr text_list_view tags() const noexcept { return lists_of::tags(entry_index()); }

    /// Links beside `url()`, in the order of the data.
    constexpr link_view links() const noexcept { return lists_of::links(entry_index()); }

    /// What it is cited as; <refcatalog/citation.hpp> defines it.
    constexpr refcatalog::citation citation() const noexcept;

    // Upkeep, as of `facts_as_of`.

    /// What has become of it; active where the data do not say.
    constexpr link_status status() const noexcept { return upkeep::status(entry_index()); }

    /// Where it is now, the same as `url()` where nothing changed; empty where that is not known.
    constexpr std::string_view current_url() const noexcept { return upkeep::current_url(entry_index(), url()); }

    /// What else is known of its state, in a sentence; empty for many.
    constexpr std::string_view status_note(lang language = {}) const noexcept {
        return upkeep::note(entry_index(), language);
    }

    /// What the catalogue gets wrong about it; empty for most.
    constexpr correction_view corrections() const noexcept { return upkeep::corrections(entry_index()); }

    friend constexpr bool operator==(record left, record right) noexcept { return left.number_ == right.number_; }

protected:
    constexpr record() noexcept = default;

    constexpr std::size_t row_() const noexcept { return number_; }

    constexpr std::string_view text_(std::size_t column) const noexcept { return text<Table>(number_, column); }
    constexpr std::string_view text_(std::size_t first, lang language) const noexcept {
        return text<Table>(number_, column_of(first, language));
    }

private:
    friend entry;
    friend struct rows;
    using table = Table;

    constexpr std::size_t entry_index() const noexcept { return index_of_row(number_, category()); }

    typename Table::index_type number_{};
};

}  // namespace detail
}  // namespace refcatalog

#endif
