#ifndef REFCATALOG_TESTS_SUPPORT_CATCH_HPP
#define REFCATALOG_TESTS_SUPPORT_CATCH_HPP

// Catch2 3, or else Catch2 2.13.
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#endif
