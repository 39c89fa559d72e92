#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

using namespace refcatalog;

TEST_CASE("the version is that of CMake") { REQUIRE(version == CMAKE_VERSION_OF_REFCATALOG); }
