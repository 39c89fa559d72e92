#ifndef REFCATALOG_TESTS_BENCH_BENCHMARK_HPP
#define REFCATALOG_TESTS_BENCH_BENCHMARK_HPP

// Includes the benchmarks of Catch2 3 or, failing that, of Catch2 2.13.
#if __has_include(<catch2/benchmark/catch_benchmark.hpp>)
#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#else
#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>
#endif

#endif
