#ifndef REFCATALOG_DETAIL_DATES_HPP
#define REFCATALOG_DETAIL_DATES_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/records.hpp>

#include <cstddef>

namespace refcatalog::detail {

/// The records of a kind that have a date, by date, and within a date in the order of the table.
template <class Record, class Table>
struct dated_records {
    using value_type = Record;
    static constexpr const Record& at(std::size_t position) noexcept {
        return generated::table_of<Record::kind()>()[number_at(Table::by_date, position)];
    }
};

/// The items of a table sorted by date, from the years `first` to `last`, both included.
template <class View, class Table>
constexpr View in_years(int first, int last) noexcept {
    if (first > last || first > Table::last_year || last < Table::first_year) return {};
    const int begin = (first < Table::first_year ? Table::first_year : first) - Table::first_year;
    const int end = (last > Table::last_year ? Table::last_year : last) - Table::first_year + 1;
    return {number_at(Table::first_of_year, static_cast<std::size_t>(begin)),
            number_at(Table::first_of_year, static_cast<std::size_t>(end))};
}

}  // namespace refcatalog::detail

#endif
