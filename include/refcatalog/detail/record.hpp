#ifndef REFCATALOG_DETAIL_RECORD_HPP
#define REFCATALOG_DETAIL_RECORD_HPP

#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/categories.hpp>
#include <refcatalog/record_kind.hpp>

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

protected:
    constexpr record() noexcept = default;
};

}  // namespace refcatalog::detail

#endif
