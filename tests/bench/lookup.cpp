// Looks up keys unknown at compile time, in this library and in alternatives. If gperf is installed, run.py includes
// gperf's table of the same keys.

#include "benchmark.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#if defined(WITH_GPERF)
#include "gperf_keys.hpp"
#endif

namespace {

using namespace refcatalog;

// Each key twelve times, shuffled to defeat branch prediction. A miss is a key with one character changed.
std::vector<std::string> shuffled_keys(bool hits) {
    std::mt19937 random{1};
    std::vector<std::string> keys;
    for (int round = 0; round < 12; ++round) {
        for (const entry e : entries) {
            keys.emplace_back(e.key());
            if (!hits) keys.back()[random() % keys.back().size()] = '_';
        }
    }
    std::shuffle(keys.begin(), keys.end(), random);
    return keys;
}

template <class Find>
std::size_t look_up_all(const std::vector<std::string>& keys, Find find) {
    std::size_t sum = 0;
    for (const std::string& key : keys) sum += find(key);
    return sum;
}

constexpr std::size_t none = 1000;

}  // namespace

TEST_CASE("lookup") {
    std::unordered_map<std::string_view, std::size_t> map;
    std::vector<std::pair<std::string_view, std::size_t>> sorted;
    for (const entry e : entries) {
        map.emplace(e.key(), e.index());
        sorted.emplace_back(e.key(), e.index());
    }
    std::sort(sorted.begin(), sorted.end());

    const auto with_find = [](const std::string& key) {
        const auto found = find(key);
        return found ? found->index() : none;
    };
    const auto with_map = [&](const std::string& key) {
        const auto found = map.find(key);
        return found != map.end() ? found->second : none;
    };
    const auto with_binary_search = [&](const std::string& key) {
        const auto found =
            std::lower_bound(sorted.begin(), sorted.end(), std::string_view{key},
                             [](const auto& element, std::string_view wanted) { return element.first < wanted; });
        return found != sorted.end() && found->first == key ? found->second : none;
    };
    for (const bool hits : {true, false}) {
        const std::vector<std::string> keys = shuffled_keys(hits);
        const std::string suffix = hits ? " hit" : " miss";
        const std::size_t expected = look_up_all(keys, with_map);
        REQUIRE(look_up_all(keys, with_find) == expected);
        REQUIRE(look_up_all(keys, with_binary_search) == expected);
        BENCHMARK("find" + suffix) { return look_up_all(keys, with_find); };
#if defined(WITH_GPERF)
        const auto with_gperf = [](const std::string& key) {
            const gperf_key* found = gperf_keys::find(key.data(), key.size());
            return found ? static_cast<std::size_t>(found->index) : none;
        };
        REQUIRE(look_up_all(keys, with_gperf) == expected);
        BENCHMARK("gperf" + suffix) { return look_up_all(keys, with_gperf); };
#endif
        BENCHMARK("unordered_map" + suffix) { return look_up_all(keys, with_map); };
        BENCHMARK("binary search" + suffix) { return look_up_all(keys, with_binary_search); };
    }
}
