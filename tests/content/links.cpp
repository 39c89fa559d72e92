#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <map>
#include <string_view>

using namespace refcatalog;

TEST_CASE("every link uses http or https") {
    for (const entry e : entries) {
        INFO(e.key());
        REQUIRE((e.url().empty() || e.url().starts_with("https://") || e.url().starts_with("http://")));
    }
    for (const paper& p : papers) REQUIRE(!p.url().empty());
}

TEST_CASE("every link belongs to only one record") {
    std::map<std::string_view, std::string_view> keys;
    for (const entry e : entries) {
        if (e.url().empty()) continue;
        const auto [other, is_new] = keys.emplace(e.url(), e.key());
        INFO(e.key() << " has the link of " << other->second);
        REQUIRE(is_new);
    }
}
