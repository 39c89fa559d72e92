// Catch2 2 requires tests to compile its main function; Catch2 3 provides it in a library.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
