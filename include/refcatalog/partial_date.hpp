// A date that may lack its day, or its month and day.
#ifndef REFCATALOG_PARTIAL_DATE_HPP
#define REFCATALOG_PARTIAL_DATE_HPP

#include <refcatalog/detail/cpp20.hpp>  // must come first

#include <compare>

namespace refcatalog {

/// A date that may lack its day, or its month and day. Dates compare in chronological order; a date without a part
/// comes before the dates that have the part, and a date that is not given comes before all others.
class partial_date {
public:
    /// A date that is not given.
    constexpr partial_date() noexcept = default;

    /// Requires a year from 1 to 9999, a month from 1 to 12 and a day from 1 to 31; 0 for a month or day that is not
    /// given.
    constexpr explicit partial_date(int year, int month = 0, int day = 0) noexcept
        : packed_{(year * 16 + month) * 32 + day} {}

    /// The year, from 1 to 9999; 0 if the date is not given.
    constexpr int year() const noexcept { return packed_ / 512; }

    /// The month, from 1 to 12; 0 if not given.
    constexpr int month() const noexcept { return packed_ / 32 % 16; }

    /// The day, from 1 to 31; 0 if not given.
    constexpr int day() const noexcept { return packed_ % 32; }

    friend constexpr bool operator==(partial_date, partial_date) noexcept = default;
    friend constexpr auto operator<=>(partial_date, partial_date) noexcept = default;

private:
    int packed_ = 0;
};

namespace detail {

/// The date of a number that codegen wrote, packed in the same way.
constexpr partial_date unpacked_date(int packed) noexcept {
    return partial_date{packed / 512, packed / 32 % 16, packed % 32};
}

}  // namespace detail
}  // namespace refcatalog

#endif
