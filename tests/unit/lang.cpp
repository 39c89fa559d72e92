#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

using namespace refcatalog;

TEST_CASE("languages as text") {
    STATIC_REQUIRE(to_string(lang::ko) == "ko");
    STATIC_REQUIRE(to_string(lang::en) == "en");
    STATIC_REQUIRE(to_string(static_cast<lang>(2)).empty());
}
