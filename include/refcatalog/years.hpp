#ifndef REFCATALOG_YEARS_HPP
#define REFCATALOG_YEARS_HPP

#include <refcatalog/detail/dates.hpp>
#include <refcatalog/entry.hpp>            // defines what the views show
#include <refcatalog/generated/years.hpp>  // IWYU pragma: export
#include <refcatalog/lists.hpp>

// The entries in the order of their dates, which are those in the fields that their kinds name for it.

namespace refcatalog {

/// The years of the oldest and the newest entry that has a date; both 0 where none has.
inline constexpr int first_year = generated::date_table::first_year;
inline constexpr int last_year = generated::date_table::last_year;

/// The entries of the years `first` to `last`, both included, whatever their kind, in the order of their dates, those
/// of one date in the order of the catalogue; empty where first > last. Any int will do. Constant time.
/// A template only so that a program that does not call it is spared what it needs; call it as entries_between(a, b).
template <class table = generated::date_table>
constexpr entry_list_view entries_between(int first, int last) noexcept {
    return detail::in_years<entry_list_view, table>(first, last);
}

}  // namespace refcatalog

#endif
