// The members of every record of any kind.
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

// Texts are UTF-8, live as long as the program, and are followed by a NUL.

namespace refcatalog {

class entry;

namespace generated {
struct citation_table;
}  // namespace generated

namespace detail {
template <class Table>
class basic_citation;
}  // namespace detail

/// The citation of a record; <refcatalog/citation.hpp> defines it.
using citation = detail::basic_citation<generated::citation_table>;

namespace detail {

/// The base of the class of every kind: the number of a row in a generated table. It resembles `row`, but does not
/// derive from it, because each level of classes costs compile time for each of the many kinds and records.
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

    /// The label of the link; empty if not given.
    constexpr std::string_view link_label(lang language = {}) const noexcept {
        return text_(Table::column_::link_label, language);
    }

    /// The target of the link, an absolute URL of any scheme; empty if not given.
    constexpr std::string_view url() const noexcept { return text_(Table::column_::url); }

    /// Further keys that `find` and `get` accept.
    constexpr text_list_view aliases() const noexcept { return lists_of::aliases(entry_index()); }

    /// The tags by which `tagged` finds the record, in the order of the data.
    constexpr text_list_view tags() const noexcept { return lists_of::tags(entry_index()); }

    /// Further links, in the order of the data.
    constexpr link_view links() const noexcept { return lists_of::links(entry_index()); }

    /// Its citation; <refcatalog/citation.hpp> defines the class.
    constexpr refcatalog::citation citation() const noexcept;

    // Upkeep, as of `facts_as_of`.

    /// The state of the resource; active by default.
    constexpr link_status status() const noexcept { return upkeep::status(entry_index()); }

    /// The address that the data give as the current one, or else `url()`; but if only `url()` is given, empty for a
    /// resource whose status is closed or unknown.
    constexpr std::string_view current_url() const noexcept { return upkeep::current_url(entry_index(), url()); }

    /// A sentence with further facts about its state; empty for many records.
    constexpr std::string_view status_note(lang language = {}) const noexcept {
        return upkeep::note(entry_index(), language);
    }

    /// The facts that correct its cells; empty for most records.
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
