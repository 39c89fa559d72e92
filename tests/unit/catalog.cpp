#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace refcatalog;

namespace {

template <class View>
constexpr bool is_full_view = std::ranges::random_access_range<View>&& std::ranges::sized_range<View>&&
    std::ranges::borrowed_range<View>&& std::ranges::view<View>&& std::ranges::common_range<View>&&
        std::is_default_constructible_v<View>&& std::is_trivially_copyable_v<View>;

}  // namespace

TEST_CASE("every view models std::ranges::view") {
    STATIC_REQUIRE(is_full_view<std::remove_const_t<decltype(entries)>>);
    STATIC_REQUIRE(is_full_view<decltype(entries_in(category::peft))>);
    STATIC_REQUIRE(is_full_view<decltype(papers_between(2017, 2024))>);
    STATIC_REQUIRE(is_full_view<decltype(papers_in(category::peft))>);
    STATIC_REQUIRE(is_full_view<std::remove_const_t<decltype(reading_list)>>);
    STATIC_REQUIRE(is_full_view<decltype(reading_order[0].entries())>);
    STATIC_REQUIRE(std::ranges::forward_range<decltype(search(""))>);
    STATIC_REQUIRE(std::ranges::view<decltype(search(""))>);
    STATIC_REQUIRE(std::is_default_constructible_v<decltype(search(""))>);
}

TEST_CASE("a default-constructed view is empty") {
    STATIC_REQUIRE(entry_view{}.empty());
    STATIC_REQUIRE(paper_view{}.empty());
    STATIC_REQUIRE(entry_list_view{}.empty());
    STATIC_REQUIRE(search_view{}.empty());
}

TEST_CASE("iterators are random-access") {
    auto it = entries.begin();
    REQUIRE((it + 5) - it == 5);
    REQUIRE(*(5 + it) == entries[5]);
    REQUIRE(it[7] == entries[7]);
    REQUIRE(it++ == entries.begin());
    REQUIRE(++it == entries.begin() + 2);
    REQUIRE(it-- == entries.begin() + 2);
    REQUIRE(--it == entries.begin());
    it += 10;
    it -= 3;
    REQUIRE(it - entries.begin() == 7);
    REQUIRE(it - entries.end() == 7 - std::ssize(entries));
    REQUIRE(it > entries.begin());
    REQUIRE(it->key() == entries[7].key());
    REQUIRE(papers_between(2017, 2017).begin()->key() == "attention-is-all-you-need");
    REQUIRE(entries.back().index() == entries.size() - 1);
    REQUIRE(std::ranges::distance(entries) == std::ssize(entries));
}

TEST_CASE("views work with algorithms and projections") {
    STATIC_REQUIRE(std::ranges::find(papers, 2017, &paper::year)->key() == "attention-is-all-you-need");
    STATIC_REQUIRE(std::ranges::count(entries, record_kind::tool, &entry::kind) == std::ssize(tools));
    STATIC_REQUIRE(std::ranges::is_sorted(entries));
    STATIC_REQUIRE(std::ranges::find(tools, "Gradio", &tool::name)->key() == "gradio");
    REQUIRE(std::ranges::min(papers_between(2021, 2023), {}, &paper::number).key() == "chinchilla");
    const auto dangling_never = std::ranges::find(entries_in(category::peft), "qlora", &entry::key);
    REQUIRE(*dangling_never == get<"qlora">());
    std::size_t steps = 0;
    for (const std::span<const reading_step> each : {reading_stages[0].steps(), reading_stages[1].steps()})
        steps += each.size();
    REQUIRE(steps == 8);
    const std::vector<entry> copy(entries.begin(), entries.end());
    REQUIRE(copy.size() == entries.size());
    REQUIRE(std::ranges::equal(copy, entries));
}

// clang before 16 cannot compile the adaptors of libstdc++.
#if !defined(__clang__) || __clang_major__ >= 16 || defined(_LIBCPP_VERSION)
TEST_CASE("views work with adaptors") {
    std::vector<std::string_view> titles;
    for (const std::string_view title : entries | std::views::reverse | std::views::take(2) |
                                            std::views::transform([](entry e) { return e.title(); })) {
        titles.push_back(title);
    }
    REQUIRE(titles == std::vector<std::string_view>{entries.back().title(), entries[entries.size() - 2].title()});
    const auto is_peft = [](const paper& p) { return p.category() == category::peft; };
    const auto peft_then = std::ranges::count_if(in<category::peft>(),
                                                 [](const paper& p) { return p.year() >= 2021 && p.year() <= 2023; });
    REQUIRE(peft_then >= 3);
    REQUIRE(std::ranges::distance(papers_between(2021, 2023) | std::views::filter(is_peft)) == peft_then);
    auto datasets_about_ocr =
        search("ocr") | std::views::filter([](entry e) { return e.kind() == record_kind::dataset; });
    REQUIRE(std::ranges::distance(datasets_about_ocr) >= 2);
    std::size_t steps = 0;
    for (const reading_step& step : reading_stages | std::views::transform(&reading_stage::steps) | std::views::join) {
        if (!step.entries().empty()) ++steps;
    }
    REQUIRE(steps == reading_order.size());
}
#endif
