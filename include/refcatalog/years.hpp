// The entries in the order of their dates, taken from the date fields of their kinds.
#ifndef REFCATALOG_YEARS_HPP
#define REFCATALOG_YEARS_HPP

#include <refcatalog/detail/dates.hpp>
#include <refcatalog/entry.hpp>            // defines the elements of the views
#include <refcatalog/generated/years.hpp>  // IWYU pragma: export
#include <refcatalog/lists.hpp>

namespace refcatalog {

/// The years of the oldest and the newest entry with a date; both 0 if none has one.
inline constexpr int first_year = generated::date_table::first_year;
inline constexpr int last_year = generated::date_table::last_year;

/// The entries of any kind from the years `first` to `last`, both included, by date, and within a date in the order of
/// the catalogue; empty if first > last. Accepts any int. Takes constant time. It is a template only to spare other
/// programs its cost; call it as entries_between(a, b).
template <class table = generated::date_table>
constexpr entry_list_view entries_between(int first, int last) noexcept {
    return detail::in_years<entry_list_view, table>(first, last);
}

}  // namespace refcatalog

#endif
