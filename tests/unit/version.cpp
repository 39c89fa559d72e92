#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

using namespace refcatalog;

TEST_CASE("the version is the version of the CMake project") { REQUIRE(version == CMAKE_VERSION_OF_REFCATALOG); }
