#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

using namespace refcatalog;

TEST_CASE("to_string gives the names of kinds") {
    STATIC_REQUIRE(to_string(record_kind::paper) == "paper");
    STATIC_REQUIRE(to_string(record_kind::repository) == "repository");
    STATIC_REQUIRE(to_string(record_kind::dataset) == "dataset");
    STATIC_REQUIRE(to_string(record_kind::course) == "course");
    STATIC_REQUIRE(to_string(record_kind::blog) == "blog");
    STATIC_REQUIRE(to_string(record_kind::post) == "post");
    STATIC_REQUIRE(to_string(record_kind::community) == "community");
    STATIC_REQUIRE(to_string(record_kind::book) == "book");
    STATIC_REQUIRE(to_string(record_kind::tool) == "tool");
    STATIC_REQUIRE(to_string(static_cast<record_kind>(255)).empty());
}
