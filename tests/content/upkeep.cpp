#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>

using namespace refcatalog;

TEST_CASE("the catalogue never loses link statuses or corrections") {
    const auto count = [](link_status status) { return std::ranges::count(entries, status, &entry::status); };
    CHECK(count(link_status::active) >= 50 + 83);
    CHECK(count(link_status::renamed) >= 6);
    CHECK(count(link_status::moved) >= 5);
    CHECK(count(link_status::archived) >= 7);
    CHECK(count(link_status::closed) >= 2);
    CHECK(count(link_status::unknown) >= 3);
    CHECK(std::ranges::count_if(entries, [](entry e) { return !e.status_note().empty(); }) >= 57);
    CHECK(std::ranges::count_if(entries, [](entry e) { return !e.corrections().empty(); }) >= 21 + 41);
}
