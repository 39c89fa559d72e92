// Searches the same folded texts for words unknown at compile time, with this library and with alternatives. If SQLite
// is installed, run.py includes it.

#include "benchmark.hpp"
#include "search_queries.hpp"

#include <refcatalog/catalog.hpp>

#include <string.h>  // memmem of the GNU C library

#if defined(WITH_SQLITE)
#include <sqlite3.h>
#endif

namespace {

using namespace refcatalog;
using benchmark::queries;

std::vector<std::string_view> texts_of_entries() {
    std::vector<std::string_view> texts;
    for (const entry e : entries) texts.push_back(detail::search_words<>::text_of(e.index()));
    return texts;
}

template <class Ask>
std::size_t ask_all(const queries& asked, Ask ask) {
    std::size_t sum = 0;
    for (const std::string& query : asked) sum += ask(query);
    return sum;
}

std::size_t with_search(const std::string& query) {
    std::size_t count = 0;
    for ([[maybe_unused]] const entry e : search(query)) ++count;
    return count;
}

std::size_t with_top_matches(const std::string& query) { return top_matches<10>(query).size(); }

std::size_t with_memmem(const std::string& texts, const std::string& word) {
    std::size_t count = 0;
    const char* const end = texts.data() + texts.size();
    for (const char* at = texts.data();; at += word.size(), ++count) {
        at = static_cast<const char*>(::memmem(at, static_cast<std::size_t>(end - at), word.data(), word.size()));
        if (at == nullptr) return count;
    }
}

#if defined(WITH_SQLITE)
// An in-memory FTS5 table of the texts, and a prepared query.
class fts5 {
public:
    explicit fts5(const std::vector<std::string_view>& texts) {
        sqlite3_open(":memory:", &database_);
        execute("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='trigram'); BEGIN");
        prepare("INSERT INTO texts VALUES (?)");
        for (const std::string_view text : texts) ask(std::string{text});
        execute("COMMIT; INSERT INTO texts(texts) VALUES ('optimize')");
        prepare("SELECT rowid FROM texts WHERE texts MATCH ?");
    }
    ~fts5() {
        sqlite3_finalize(statement_);
        sqlite3_close(database_);
    }
    fts5(const fts5&) = delete;
    fts5& operator=(const fts5&) = delete;

    // The number of rows that contain the word. It is quoted, since a hyphen is an operator in a query.
    std::size_t count(const std::string& word) { return ask('"' + word + '"'); }

private:
    void execute(const char* code) { REQUIRE(sqlite3_exec(database_, code, nullptr, nullptr, nullptr) == SQLITE_OK); }
    void prepare(const char* code) {
        sqlite3_finalize(statement_);
        REQUIRE(sqlite3_prepare_v2(database_, code, -1, &statement_, nullptr) == SQLITE_OK);
    }
    std::size_t ask(const std::string& text) {
        std::size_t rows = 0;
        sqlite3_bind_text(statement_, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
        while (sqlite3_step(statement_) == SQLITE_ROW) rows += sqlite3_column_int64(statement_, 0) > 0;
        sqlite3_reset(statement_);
        return rows;
    }

    sqlite3* database_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};
#endif

}  // namespace

TEST_CASE("search") {
    const std::vector<std::string_view> texts = texts_of_entries();
    std::string all;
    for (const std::string_view text : texts) all += text;
#if defined(WITH_SQLITE)
    fts5 database{texts};
#endif
    for (const auto& [sort, words] : benchmark::queries_for(texts)) {
        const queries& asked = words;
        BENCHMARK("search " + sort) { return ask_all(asked, with_search); };
        if (sort.find(' ') != std::string::npos) continue;

        const std::size_t expected =
            ask_all(asked, [&](const std::string& w) { return benchmark::entries_with(texts, w); });
        REQUIRE(ask_all(asked, with_search) == expected);
        REQUIRE(ask_all(asked, [&](const std::string& word) { return with_memmem(all, word); }) >= expected);
        BENCHMARK("memmem " + sort) {
            return ask_all(asked, [&](const std::string& word) { return with_memmem(all, word); });
        };
        BENCHMARK("top_matches " + sort) { return ask_all(asked, with_top_matches); };
#if defined(WITH_SQLITE)
        const auto with_fts5 = [&](const std::string& word) { return database.count(word); };
        REQUIRE(ask_all(asked, with_fts5) == expected);
        BENCHMARK("FTS5 " + sort) { return ask_all(asked, with_fts5); };
#endif
    }
}
