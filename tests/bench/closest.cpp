// Finds the key nearest to a text unknown at compile time, with this library and, if installed, with RapidFuzz.

#include "benchmark.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#if defined(WITH_RAPIDFUZZ)
#include <rapidfuzz/distance/Levenshtein.hpp>
#endif

namespace {

using namespace refcatalog;

constexpr std::size_t none = 1000;

// Each key with one character changed.
std::vector<std::string> near_to_keys(std::mt19937& random) {
    std::vector<std::string> texts;
    for (const entry e : entries) {
        texts.emplace_back(e.key());
        texts.back()[random() % texts.back().size()] = '_';
    }
    return texts;
}

// Random letters, slightly longer than the keys and near to none of them.
std::vector<std::string> far_from_all(std::mt19937& random) {
    std::vector<std::string> texts;
    while (texts.size() < entries.size()) {
        std::string text(entries[texts.size()].key().size() + 3, ' ');
        for (char& c : text) c = static_cast<char>('a' + random() % 26);
        if (!closest(text)) texts.push_back(text);
    }
    return texts;
}

std::size_t with_closest(const std::string& text) {
    const auto found = closest(text);
    return found ? found->index() : none;
}

#if defined(WITH_RAPIDFUZZ)
// The usual way to compare one text with many: prepare the text once, and cut off at the least distance so far, or at a
// third of the longer text.
std::size_t with_rapidfuzz(const std::string& text) {
    const rapidfuzz::CachedLevenshtein<char> scorer{text};
    std::size_t nearest = none;
    std::size_t least = SIZE_MAX;
    for (const entry e : entries) {
        const std::string_view key = e.key();
        const std::size_t allowed = std::max(key.size(), text.size()) / 3;
        const std::size_t most = std::min(allowed, least - 1);
        const std::size_t distance = scorer.distance(key, most);
        if (distance > most) continue;
        least = distance;
        nearest = e.index();
        if (least == 0) break;
    }
    return nearest;
}
#endif

template <class Look>
std::size_t look_up_all(const std::vector<std::string>& texts, Look look) {
    std::size_t sum = 0;
    for (const std::string& text : texts) sum += look(text);
    return sum;
}

}  // namespace

TEST_CASE("closest") {
    std::mt19937 random{1};
    for (const bool is_near : {true, false}) {
        const std::vector<std::string> texts = is_near ? near_to_keys(random) : far_from_all(random);
        const std::string suffix = is_near ? " near" : " far";
        BENCHMARK("closest" + suffix) { return look_up_all(texts, with_closest); };
#if defined(WITH_RAPIDFUZZ)
        for (const std::string& text : texts) REQUIRE(with_closest(text) == with_rapidfuzz(text));
        BENCHMARK("RapidFuzz" + suffix) { return look_up_all(texts, with_rapidfuzz); };
#endif
    }
}
