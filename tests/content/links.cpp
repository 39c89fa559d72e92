#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <string_view>

using namespace refcatalog;

TEST_CASE("links are http or https") {
    for (const entry e : entries) {
        INFO(e.key());
        REQUIRE((e.url().empty() || e.url().starts_with("https://") || e.url().starts_with("http://")));
    }
    for (const paper& p : papers) REQUIRE(!p.url().empty());
}
