#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <limits>
#include <type_traits>

using namespace refcatalog;

TEST_CASE("the bounds of the catalogue") {
    STATIC_REQUIRE(first_year == std::ranges::min(papers, {}, &paper::year).year());
    STATIC_REQUIRE(last_year == std::ranges::max(papers, {}, &paper::year).year());
    STATIC_REQUIRE(std::is_same_v<decltype(first_year), const int>);
}

TEST_CASE("any range of years gives what a filter gives, in order of year and number") {
    for (int first = first_year - 2; first <= last_year + 2; ++first) {
        for (int last = first_year - 2; last <= last_year + 2; ++last) {
            INFO(first << " to " << last);
            const auto view = papers_between(first, last);
            const auto expected =
                std::ranges::count_if(papers, [&](const paper& p) { return first <= p.year() && p.year() <= last; });
            REQUIRE(view.size() == static_cast<std::size_t>(expected));
            REQUIRE(view.empty() == (expected == 0));
            REQUIRE(std::ranges::all_of(view, [&](const paper& p) { return first <= p.year() && p.year() <= last; }));
            REQUIRE(std::ranges::is_sorted(view, {}, [](const paper& p) { return p.year() * 1000 + p.number(); }));
        }
    }
}

TEST_CASE("any int is a year") {
    constexpr int least = std::numeric_limits<int>::min();
    constexpr int most = std::numeric_limits<int>::max();
    STATIC_REQUIRE(papers_between(least, most).size() == papers.size());
    STATIC_REQUIRE(papers_between(most, least).empty());
    STATIC_REQUIRE(papers_between(least, least).empty());
    STATIC_REQUIRE(papers_between(most, most).empty());
    STATIC_REQUIRE(papers_between(first_year - 1, first_year - 1).empty());
    STATIC_REQUIRE(papers_between(2017, 2017).front().key() == "attention-is-all-you-need");
}

TEST_CASE("the elements are those of the table") {
    STATIC_REQUIRE(std::is_same_v<decltype(*papers_between(2017, 2024).begin()), const paper&>);
    STATIC_REQUIRE(&papers_between(2017, 2017).front() == &get<"attention-is-all-you-need">());
}
