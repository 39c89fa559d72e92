#ifndef REFCATALOG_DETAIL_RECORD_HPP
#define REFCATALOG_DETAIL_RECORD_HPP

#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/categories.hpp>
#include <refcatalog/record_kind.hpp>
#include <refcatalog/upkeep.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog::detail {

/// What all kinds of record have in common.
template <class Table, record_kind Kind>
class record : public row<Table> {
public:
    /// The kind, which is the same for all records of one class.
    static constexpr record_kind kind() noexcept { return Kind; }

    /// The stable slug, unique over the whole catalogue: words of a-z and 0-9 joined by '-'. Never empty.
    constexpr std::string_view key() const noexcept { return this->text(Table::key); }

    /// The section of the appendix that holds the record.
    constexpr refcatalog::category category() const noexcept {
        return static_cast<refcatalog::category>(number_at(Table::categories, this->index()));
    }

    /// The text of the link cell as in the appendix, be it Korean; empty where there is no such cell.
    constexpr std::string_view link_label() const noexcept { return this->text(Table::link_label_ko); }

    /// The text of the link cell in a language of choice.
    constexpr std::string_view link_label_in(lang language) const noexcept {
        return this->text(language, Table::link_label_ko, Table::link_label_en);
    }

    /// Where the link leads, http or https; empty where the cell is plain text or absent.
    constexpr std::string_view url() const noexcept { return this->text(Table::url); }

    // The facts beyond the appendix, as of `facts_as_of`.

    /// What has become of it. Papers are always active.
    constexpr link_status status() const noexcept { return upkeep::status(entry_index()); }

    /// Where it is now, the same as `url()` where nothing changed; empty where that is not known.
    constexpr std::string_view current_url() const noexcept { return upkeep::current_url(entry_index(), url()); }

    /// What else is known of its state, in a sentence; empty for many.
    constexpr std::string_view status_note(lang language = lang::ko) const noexcept {
        return upkeep::note(entry_index(), language);
    }

    /// What the appendix gets wrong about it; empty for most.
    constexpr correction_view corrections() const noexcept { return upkeep::corrections(entry_index()); }

protected:
    constexpr record() noexcept = default;

private:
    friend entry;

    /// The place among all entries.
    constexpr std::size_t entry_index() const noexcept {
        using sections = generated::category_table;
        const auto section = static_cast<std::size_t>(category());
        return number_at(sections::first_entry, section) + this->index() - number_at(sections::first_row, section);
    }
};

}  // namespace refcatalog::detail

#endif
