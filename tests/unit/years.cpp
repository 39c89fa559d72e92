#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <ranges>
#include <span>
#include <type_traits>

using namespace refcatalog;

TEST_CASE("first_year and last_year are the bounds of the catalogue") {
    STATIC_REQUIRE(std::ranges::all_of(entries, [](entry e) {
        const std::optional<int> year = e.year();
        return !year || (first_year <= *year && *year <= last_year);
    }));
    STATIC_REQUIRE(std::ranges::count(entries, first_year, &entry::year) > 0);
    STATIC_REQUIRE(std::ranges::count(entries, last_year, &entry::year) > 0);
    STATIC_REQUIRE(std::is_same_v<decltype(first_year), const int>);
}

TEST_CASE("papers_between agrees with a filter, in order of year and number") {
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

TEST_CASE("papers_between accepts any int as a year") {
    constexpr int least = std::numeric_limits<int>::min();
    constexpr int most = std::numeric_limits<int>::max();
    STATIC_REQUIRE(papers_between(least, most).size() == papers.size());
    STATIC_REQUIRE(papers_between(most, least).empty());
    STATIC_REQUIRE(papers_between(least, least).empty());
    STATIC_REQUIRE(papers_between(most, most).empty());
    STATIC_REQUIRE(papers_between(first_year - 1, first_year - 1).empty());
    STATIC_REQUIRE(papers_between(2017, 2017).front().key() == "attention-is-all-you-need");
}

TEST_CASE("papers_between refers to the papers of the table") {
    STATIC_REQUIRE(std::is_same_v<decltype(*papers_between(2017, 2024).begin()), const paper&>);
    STATIC_REQUIRE(&papers_between(2017, 2017).front() == &get<"attention-is-all-you-need">());
}

TEST_CASE("entries_between agrees with a filter of the dated entries") {
    for (int first = first_year - 1; first <= last_year + 1; ++first) {
        for (int last = first_year - 1; last <= last_year + 1; ++last) {
            const entry_list_view found = entries_between(first, last);
            const auto dated = [&](entry e) {
                const std::optional<int> year = e.year();
                return year && first <= *year && *year <= last;
            };
            REQUIRE(std::ranges::distance(found) == std::ranges::count_if(entries, dated));
            REQUIRE(std::ranges::all_of(found, dated));
            REQUIRE(std::ranges::is_sorted(found, {}, &entry::year));
        }
    }
}

TEST_CASE("entries_between accepts any int as a year") {
    constexpr int least = std::numeric_limits<int>::min();
    constexpr int most = std::numeric_limits<int>::max();
    STATIC_REQUIRE(entries_between(least, most).size() >= papers.size());
    STATIC_REQUIRE(entries_between(most, least).empty());
    STATIC_REQUIRE(entries_between(0, 0).empty());
    STATIC_REQUIRE(entries_between(2017, 2017).front() == get<"attention-is-all-you-need">());
    STATIC_REQUIRE(noexcept(entries_between(2017, 2018)));
}

TEST_CASE("a range of years is a view") {
    STATIC_REQUIRE(std::ranges::random_access_range<paper_view>);
    STATIC_REQUIRE(std::ranges::sized_range<paper_view>);
    STATIC_REQUIRE(std::ranges::borrowed_range<paper_view>);
    STATIC_REQUIRE(std::ranges::view<paper_view>);
    STATIC_REQUIRE(paper_view{}.empty());
    STATIC_REQUIRE(std::is_same_v<decltype(entries_between(1, 2)), entry_list_view>);
}

TEST_CASE("papers_in returns the papers of a category") {
    STATIC_REQUIRE(std::is_same_v<decltype(papers_in(category::peft)), std::span<const paper>>);
    STATIC_REQUIRE(noexcept(papers_in(category::peft)));
    STATIC_REQUIRE(papers_in(category::peft).size() == in<category::peft>().size());
    STATIC_REQUIRE(papers_in(category::peft).data() == &get<"lora">());
    STATIC_REQUIRE(papers_in(category::models).empty());
    STATIC_REQUIRE(papers_in(static_cast<category>(categories.size())).empty());
    std::size_t total = 0;
    for (const category_info& each : categories) total += papers_in(each.id()).size();
    REQUIRE(total == papers.size());
    std::span<const paper> (*const pointer)(category) = papers_in;
    REQUIRE(pointer(category::quantization).size() == in<category::quantization>().size());
}
