#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace refcatalog;

// tests/search checks every promise of the interface.

namespace {

template <class Range>
std::vector<entry> all(const Range& range) {
    return {range.begin(), range.end()};
}

}  // namespace

TEST_CASE("search finds entries by words as people type them") {
    STATIC_REQUIRE(search("paged").begin()->key() == "vllm");
    STATIC_REQUIRE(search("GÉRON").begin()->key() == "hands-on-machine-learning");
    STATIC_REQUIRE(search("Aurelien").begin()->key() == "hands-on-machine-learning");
    STATIC_REQUIRE(search("transformer window").begin()->key() == "swin-transformer");
    STATIC_REQUIRE((!search("ㅌㄹㅅㅍㅁ").empty() && !search("ㄱ").empty()));
    STATIC_REQUIRE((search("ㄳ").empty() && search("ㅏ").empty()));  // neither begins a syllable
    for (const entry e : entries) {
        INFO(e.key());
        for (const lang language : languages) {
            for (const std::string_view text : {e.title(language), e.by(language), e.description(language), e.key()}) {
                REQUIRE(std::ranges::count(all(search(text)), e) == 1);
            }
        }
    }
}

TEST_CASE("the iterator of a search moves to the next entry that it finds") {
    const auto found = search("model");
    auto at = found.begin();
    const auto first = at++;
    REQUIRE(first == found.begin());
    REQUIRE(at != first);
    REQUIRE(at == std::next(found.begin()));
    REQUIRE(at->key() == all(found)[1].key());
    REQUIRE((++at)->key() == all(found)[2].key());
    REQUIRE(decltype(at){} == found.end());
}

TEST_CASE("an empty query finds every entry, and a query that no text contains finds nothing") {
    const std::string long_query(10'000'000, 'a');
    REQUIRE(std::ranges::equal(search(""), entries));
    REQUIRE(search(long_query).empty());
    REQUIRE(search(std::string(10'000'000, '"')).begin() == search("").begin());
    REQUIRE(all(search(std::string(1'000'000, ' ') + "lora")) == all(search("lora")));
    REQUIRE(search(std::string_view{"lo\0ra", 5}).empty());
    REQUIRE(search(std::string_view{"\0", 1}).empty());
    for (const std::string_view invalid : {"\xFF", "\xC0\x80", "\xED\x95", "lora\x80", "\xF4\x90\x80\x80", "\x01"}) {
        REQUIRE(search(invalid).empty());
        REQUIRE(top_matches<3>(invalid).empty());
    }
}

TEST_CASE("top_matches returns the best matches of search") {
    STATIC_REQUIRE(top_matches<1>("LoRA")[0] == get<"lora">());
    STATIC_REQUIRE(top_matches<5>("no entry says this").empty());
    STATIC_REQUIRE(top_matches<0>("lora").size() == 0);
    for (const std::string_view query : {"lora", "model", "비전 언어", "", "e", "\"vision language\"", "ㅎㄱㅇ"}) {
        INFO(query);
        const std::vector<entry> found = all(search(query));
        const auto some = top_matches<4>(query);
        const auto many = top_matches<1000>(query);
        REQUIRE(some.size() == std::min<std::size_t>(4, found.size()));
        REQUIRE(std::ranges::equal(some,
                                   std::vector(many.begin(), many.begin() + static_cast<std::ptrdiff_t>(some.size()))));
        REQUIRE(std::ranges::is_permutation(many, found));
    }
}

TEST_CASE("a query without words is read once for all entries") {
    // Compilers would reach their limits if top_matches read the query for each entry.
    static constexpr auto quotes = [] {
        std::array<char, 8'000> result{};
        for (char& character : result) character = '"';
        return result;
    }();
    STATIC_REQUIRE(top_matches<1>({quotes.data(), quotes.size()})[0] == entries[0]);
    const std::string query(10'000'000, ' ');
    REQUIRE(std::ranges::equal(top_matches<1'000>(query), entries));
}

TEST_CASE("the result of top_matches outlives the query") {
    const auto found = [] { return top_matches<2>(std::string{"q"} + "lora"); }();
    REQUIRE(found[0] == get<"qlora">());
    REQUIRE(found.begin() + found.size() == found.end());
}
