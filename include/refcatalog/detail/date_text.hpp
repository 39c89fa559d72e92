#ifndef REFCATALOG_DETAIL_DATE_TEXT_HPP
#define REFCATALOG_DETAIL_DATE_TEXT_HPP

// IWYU pragma: private, include <refcatalog/bibtex.hpp>

#include <refcatalog/detail/writing.hpp>
#include <refcatalog/partial_date.hpp>

// Dates as text.

namespace refcatalog::detail {

/// A number, with leading zeros up to a width.
template <class Out>
constexpr void put_padded(Out& out, int number, int width) {
    for (int least = 10, digits = 1; digits < width; ++digits, least *= 10) {
        if (number < least) put(out, '0');
    }
    put_number(out, number);
}

/// A date as precise as given, with a mark between its parts, by default that of ISO dates.
template <class Out>
constexpr void put_date(Out& out, partial_date date, const char& mark = '-') {
    put_padded(out, date.year(), 4);
    for (const int part : {date.month(), date.day()}) {
        if (part == 0) break;
        put(out, mark);
        put_padded(out, part, 2);
    }
}

/// A date in ISO form, or a range of dates if an end is given.
template <class Out>
constexpr void put_dates(Out& out, partial_date begin, partial_date end) {
    put_date(out, begin);
    if (end == partial_date{}) return;
    put(out, '/');
    put_date(out, end);
}

}  // namespace refcatalog::detail

#endif
