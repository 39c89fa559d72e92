#ifndef REFCATALOG_RECORD_HPP
#define REFCATALOG_RECORD_HPP

#include <refcatalog/detail/place.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/categories.hpp>
#include <refcatalog/lang.hpp>
#include <refcatalog/record_kind.hpp>
#include <refcatalog/upkeep.hpp>

#include <cstddef>
#include <string_view>

// What every record has, whatever its kind. Texts are UTF-8, live as long as the program, and are followed by a NUL.

namespace refcatalog {

class entry;

namespace detail {

/// What all kinds of record have in common.
template <class Table, record_kind Kind>
class record : public row<Table> {
public:
    /// The kind, which is the same for all records of one class.
    static constexpr record_kind kind() noexcept { return Kind; }

    /// The stable slug, unique over the whole catalogue: words of a-z and 0-9 joined by '-'. Never empty.
    constexpr std::string_view key() const noexcept { return this->text_(Table::column_::key); }

    /// The category that holds the record.
    constexpr refcatalog::category category() const noexcept {
        return static_cast<refcatalog::category>(number_at(Table::categories, this->row_()));
    }

    /// The text of the link cell; empty where there is no such cell.
    constexpr std::string_view link_label(lang language = {}) const noexcept {
        return this->text_(Table::column_::link_label, language);
    }

    /// Where the link leads, http or https; empty where the cell is plain text or absent.
    constexpr std::string_view url() const noexcept { return this->text_(Table::column_::url); }

    // The facts beyond the original, as of `facts_as_of`.

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

protected:
    constexpr record() noexcept = default;

    /// The year in the field that the kind names as its date; 0 where it is not given.
    constexpr int year_() const noexcept { return year<Table>(this->row_()); }

private:
    friend entry;

    constexpr std::size_t entry_index() const noexcept { return index_of_row(this->row_(), category()); }
};

}  // namespace detail
}  // namespace refcatalog

#endif
