// Looks up the papers of years and of categories. run.py builds it for this catalogue of 50 papers and for one of
// 100,000.

#include "benchmark.hpp"

#include <refcatalog/catalog.hpp>

#include <random>
#include <vector>

namespace {

using namespace refcatalog;

// Arguments unknown at compile time.
std::vector<int> random_numbers(int least, int most) {
    std::mt19937 random{1};
    std::vector<int> numbers(1000);
    for (int& number : numbers) number = std::uniform_int_distribution{least, most}(random);
    return numbers;
}

}  // namespace

TEST_CASE("ranges") {
    const std::vector<int> years = random_numbers(2010, 2030);
    // Both catalogues begin with eight categories of papers.
    const std::vector<int> ids = random_numbers(0, 7);
    BENCHMARK("papers_between") {
        std::size_t sum = 0;
        for (const int year : years) sum += papers_between(year, year + 3).size();
        return sum;
    };
    BENCHMARK("papers_in") {
        std::size_t sum = 0;
        for (const int id : ids) sum += papers_in(static_cast<category>(id)).size();
        return sum;
    };
    BENCHMARK("entries_in") {
        std::size_t sum = 0;
        for (const int id : ids) sum += entries_in(static_cast<category>(id)).size();
        return sum;
    };
}
