#include "support/catch.hpp"

#include <refcatalog/partial_date.hpp>

#include <compare>
#include <concepts>
#include <type_traits>

using namespace refcatalog;

TEST_CASE("a date is as precise as given") {
    constexpr partial_date day{2024, 5, 3};
    STATIC_REQUIRE(day.year() == 2024);
    STATIC_REQUIRE(day.month() == 5);
    STATIC_REQUIRE(day.day() == 3);
    STATIC_REQUIRE(partial_date{2024, 12}.month() == 12);
    STATIC_REQUIRE(partial_date{2024, 12}.day() == 0);
    STATIC_REQUIRE(partial_date{9999}.year() == 9999);
    STATIC_REQUIRE(partial_date{9999}.month() == 0);
    STATIC_REQUIRE(partial_date{}.year() == 0);
    STATIC_REQUIRE(std::is_same_v<decltype(day.year()), int>);
}

TEST_CASE("every day of the calendar round-trips") {
    for (const int year : {1, 999, 1687, 2000, 9999}) {
        for (int month = 0; month <= 12; ++month) {
            for (int day = 0; day <= (month == 0 ? 0 : 31); ++day) {
                const partial_date date{year, month, day};
                REQUIRE(date.year() == year);
                REQUIRE(date.month() == month);
                REQUIRE(date.day() == day);
            }
        }
    }
}

TEST_CASE("dates compare chronologically, less precise ones first") {
    STATIC_REQUIRE(partial_date{} < partial_date{1});
    STATIC_REQUIRE(partial_date{1999, 12, 31} < partial_date{2000});
    STATIC_REQUIRE(partial_date{2000} < partial_date{2000, 1});
    STATIC_REQUIRE(partial_date{2000, 1} < partial_date{2000, 1, 1});
    STATIC_REQUIRE(partial_date{2000, 1, 31} < partial_date{2000, 2});
    STATIC_REQUIRE(partial_date{2000, 2} == partial_date{2000, 2, 0});
    STATIC_REQUIRE(std::totally_ordered<partial_date>);
    STATIC_REQUIRE(std::is_same_v<decltype(partial_date{} <=> partial_date{}), std::strong_ordering>);
}

TEST_CASE("a date is a small value") {
    STATIC_REQUIRE(sizeof(partial_date) == sizeof(int));
    STATIC_REQUIRE(std::is_trivially_copyable_v<partial_date>);
    STATIC_REQUIRE(std::is_nothrow_default_constructible_v<partial_date>);
    STATIC_REQUIRE(!std::is_convertible_v<int, partial_date>);
}
