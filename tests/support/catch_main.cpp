// Catch2 2 wants its main function compiled; Catch2 3 brings it as a library.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
