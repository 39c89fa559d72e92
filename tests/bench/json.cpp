// Writes the whole catalogue as JSON: this library against nlohmann::json, which holds the same document in memory.

#include "benchmark.hpp"

#include <refcatalog/catalog.hpp>
#include <refcatalog/json.hpp>

#include <iterator>
#include <string>

#if defined(WITH_JSON)
#include <nlohmann/json.hpp>
#endif

namespace {

std::string written() {
    std::string text;
    refcatalog::write_json(std::back_inserter(text));
    return text;
}

}  // namespace

TEST_CASE("json") {
    BENCHMARK("refcatalog") { return written(); };

#if defined(WITH_JSON)
    const nlohmann::json document = nlohmann::json::parse(written());
    REQUIRE(document["records"].size() == refcatalog::entries.size());
    BENCHMARK("nlohmann::json") { return document.dump(); };
#endif
}
