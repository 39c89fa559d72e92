// `search` finds the entries that every word of the query finds. check.py compares the results with the oracle.

#include "fuzz/fuzz.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>

using namespace refcatalog;

namespace {

std::vector<entry> found_by(std::string_view query) {
    std::vector<entry> found;
    for (const entry e : search(query)) found.push_back(e);
    return found;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view query = text_of(data, size);
    const std::vector<entry> found = found_by(query);
    require(std::ranges::adjacent_find(found, std::ranges::greater_equal{}) == found.end(), "the entries are in order");
    require(search(query).empty() == found.empty(), "empty() tells whether the search finds an entry");
    if (query.find('"') != query.npos) return 0;

    std::vector<entry> expected(entries.begin(), entries.end());
    for (std::size_t begin = 0; begin <= query.size();) {
        const std::size_t end = std::min(query.find(' ', begin), query.size());
        const std::vector<entry> of_word = found_by({query.data() + begin, end - begin});
        std::erase_if(expected, [&](entry e) { return std::ranges::count(of_word, e) == 0; });
        begin = end + 1;
    }
    require(found == expected, "search finds exactly the entries that each word finds");
    return 0;
}
