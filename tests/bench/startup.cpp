// Reads all texts for the first time after a program has started. This library needs no preparation; nlohmann::json
// parses a file, and SQLite fills a database in memory. run.py writes the texts of all entries into catalogue.json and
// catalogue.sql.

#include "benchmark.hpp"

#include <refcatalog/catalog.hpp>

#include <fstream>
#include <iterator>
#include <string>

#if defined(WITH_JSON)
#include <nlohmann/json.hpp>
#endif
#if defined(WITH_SQLITE)
#include <sqlite3.h>
#endif

namespace {

using namespace refcatalog;

// Reads the size of a text, and its first and last byte.
std::size_t read(std::string_view text) {
    if (text.empty()) return 0;
    return text.size() + static_cast<unsigned char>(text.front()) + static_cast<unsigned char>(text.back());
}

[[maybe_unused]] std::string content(const char* file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

std::size_t pass_over_the_library() {
    std::size_t sum = 0;
    for (const entry e : entries) {
        sum += read(e.key()) + read(e.link_label()) + read(e.url());
        for (const lang language : {lang::ko, lang::en})
            sum += read(e.title(language)) + read(e.by(language)) + read(e.description(language));
    }
    return sum;
}

}  // namespace

TEST_CASE("startup") {
    [[maybe_unused]] const std::size_t expected = pass_over_the_library();
    BENCHMARK("refcatalog") { return pass_over_the_library(); };

#if defined(WITH_JSON)
    const std::string text = content("catalogue.json");
    const auto with_json = [&] {
        std::size_t sum = 0;
        for (const auto& e : nlohmann::json::parse(text)) {
            for (const auto& field : e) sum += read(field.get_ref<const std::string&>());
        }
        return sum;
    };
    REQUIRE(with_json() == expected);
    BENCHMARK("nlohmann::json") { return with_json(); };
#endif

#if defined(WITH_SQLITE)
    const std::string script = content("catalogue.sql");
    const auto with_sqlite = [&] {
        sqlite3* database = nullptr;
        sqlite3_stmt* statement = nullptr;
        std::size_t sum = 0;
        sqlite3_open(":memory:", &database);
        sqlite3_exec(database, script.c_str(), nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(database, "SELECT * FROM entries", -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                const auto* field = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
                sum += read({field, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))});
            }
        }
        sqlite3_finalize(statement);
        sqlite3_close(database);
        return sum;
    };
    REQUIRE(with_sqlite() == expected);
    BENCHMARK("SQLite") { return with_sqlite(); };
#endif
}
