#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/detail/date_text.hpp>

#include <cstdio>
#include <string>

using refcatalog::partial_date;
using namespace refcatalog::detail;

namespace {

std::string formatted(const char* format, int number) {
    char text[16]{};
    std::snprintf(text, sizeof text, format, number);
    return text;
}

}  // namespace

TEST_CASE("a date has four digits for the year, and two for the month and the day") {
    for (const int year : {1, 9, 10, 99, 100, 101, 999, 1000, 1001, 2026, 9999}) {
        const std::string in_year = formatted("%04d", year);
        CHECK(written([&](auto& out) { put_date(out, partial_date{year}); }) == in_year);
        for (int month = 1; month <= 12; ++month) {
            const std::string in_month = in_year + "/" + formatted("%02d", month);
            CHECK(written([&](auto& out) { put_date(out, partial_date{year, month}, '/'); }) == in_month);
            for (int day = 1; day <= 31; ++day) {
                const std::string whole = in_month + "/" + formatted("%02d", day);
                CHECK(written([&](auto& out) { put_date(out, partial_date{year, month, day}, '/'); }) == whole);
            }
        }
    }
    CHECK(written([](auto& out) { put_date(out, partial_date{2026, 10, 10}); }) == "2026-10-10");
}

TEST_CASE("a range of dates has a slash between them") {
    CHECK(written([](auto& out) { put_dates(out, partial_date{2020}, partial_date{}); }) == "2020");
    CHECK(written([](auto& out) { put_dates(out, partial_date{2020}, partial_date{2021, 10}); }) == "2020/2021-10");
}
