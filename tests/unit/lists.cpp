#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <ranges>
#include <string_view>
#include <type_traits>

using namespace refcatalog;

// This catalogue has lists only in the reading order. tests/every_field tests the lists of records.

namespace {

template <class View>
constexpr bool is_view =
    std::ranges::random_access_range<View>&& std::ranges::sized_range<View>&& std::ranges::borrowed_range<View>&&
        std::ranges::view<View>&& std::is_nothrow_default_constructible_v<View>&& std::is_trivially_copyable_v<View>;

}  // namespace

TEST_CASE("lists are views") {
    STATIC_REQUIRE(is_view<text_list_view>);
    STATIC_REQUIRE(is_view<link_view>);
    STATIC_REQUIRE(is_view<entry_list_view>);
    STATIC_REQUIRE(std::is_same_v<std::ranges::range_value_t<text_list_view>, std::string_view>);
    STATIC_REQUIRE(std::is_same_v<std::ranges::range_value_t<link_view>, labelled_link>);
    STATIC_REQUIRE(std::is_same_v<std::ranges::range_value_t<entry_list_view>, entry>);
}

TEST_CASE("a default-constructed list view is empty") {
    STATIC_REQUIRE(text_list_view{}.empty());
    STATIC_REQUIRE(link_view{}.begin() == link_view{}.end());
    STATIC_REQUIRE(entry_list_view{}.size() == 0);
}

TEST_CASE("lists of entries refer to the entries of the catalogue") {
    STATIC_REQUIRE(reading_order[0].entries().front() == find(reading_order[0].entries().front().key()));
    REQUIRE(std::ranges::all_of(reading_list, [](entry e) { return e == entries[e.index()]; }));
}

TEST_CASE("a link is a small value") {
    STATIC_REQUIRE(std::is_trivially_copyable_v<labelled_link>);
    STATIC_REQUIRE(std::equality_comparable<labelled_link>);
    STATIC_REQUIRE(!std::is_default_constructible_v<labelled_link>);
}
