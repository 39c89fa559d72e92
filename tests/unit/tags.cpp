#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <string_view>
#include <type_traits>

using namespace refcatalog;

TEST_CASE("all_tags holds every tag of the records once, sorted") {
    STATIC_REQUIRE(std::ranges::is_sorted(all_tags));
    STATIC_REQUIRE(std::ranges::adjacent_find(all_tags) == all_tags.end());
    STATIC_REQUIRE(std::is_same_v<decltype(all_tags), const text_list_view>);
    for (const entry e : entries) {
        for (const std::string_view tag : e.tags()) REQUIRE(std::ranges::binary_search(all_tags, tag));
    }
}

TEST_CASE("tagged returns the entries with a tag, in catalogue order") {
    for (const std::string_view tag : all_tags) {
        const entry_list_view found = tagged(tag);
        REQUIRE(!found.empty());
        REQUIRE(std::ranges::is_sorted(found));
        for (const entry e : entries) {
            REQUIRE((std::ranges::find(found, e) != found.end()) ==
                    (std::ranges::find(e.tags(), tag) != e.tags().end()));
        }
    }
}

TEST_CASE("tagged returns nothing for an unknown tag") {
    STATIC_REQUIRE(tagged("").empty());
    STATIC_REQUIRE(tagged({}).empty());
    STATIC_REQUIRE(tagged("no such tag").empty());
    STATIC_REQUIRE(tagged("\xff").empty());
    STATIC_REQUIRE(noexcept(tagged(std::string_view{})));
    STATIC_REQUIRE(std::is_same_v<decltype(tagged("")), entry_list_view>);
}
