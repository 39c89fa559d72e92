// `top_matches` returns the first entries that `search` finds, in order of rank. check.py compares that order with the
// oracle.

#include "fuzz/fuzz.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>

using namespace refcatalog;

namespace {

template <std::size_t Most>
void require_the_first(std::string_view query, const std::vector<entry>& all) {
    const auto best = top_matches<Most>(query);
    require(best.size() == std::min(Most, all.size()), "the size is the limit, or the number of all matches");
    require(std::equal(best.begin(), best.end(), all.begin()), "a lower limit returns the first of all matches");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view query = text_of(data, size);
    const auto best = top_matches<entries.size()>(query);
    std::vector<entry> all(best.begin(), best.end());
    require_the_first<0>(query, all);
    require_the_first<1>(query, all);
    require_the_first<5>(query, all);
    require_the_first<entries.size() + 1>(query, all);

    std::ranges::sort(all);
    std::vector<entry> found;
    for (const entry e : search(query)) found.push_back(e);
    require(all == found, "without a limit, search and top_matches find the same entries");
    return 0;
}
