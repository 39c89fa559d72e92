// Checks every sentence of the interface about search, with a catalogue that check.py makes.

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <iostream>
#include <iterator>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace {

using namespace refcatalog;

constexpr bool finds(std::string_view query, std::initializer_list<std::string_view> keys) {
    auto key = keys.begin();
    for (const entry e : search(query)) {
        if (key == keys.end() || e.key() != *key++) return false;
    }
    return key == keys.end();
}

template <std::size_t Most = 4>
constexpr bool finds_best(std::string_view query, std::initializer_list<std::string_view> keys) {
    const auto found = top_matches<Most>(query);
    return std::equal(found.begin(), found.end(), keys.begin(), keys.end(),
                      [](entry e, std::string_view key) { return e.key() == key; });
}

// `search` finds entries that contain every word of the query, in title, `by`, description, key, aliases or tags, in
// any language.
static_assert(finds("kaiser transformer", {"lukasz"}));
static_assert(finds("kaiser nowhere", {}));
static_assert(finds("트랜스포머 attention", {"lukasz"}));  // a title in Korean, and a description in English
static_assert(finds("doe", {"lukasz", "quoted"}));         // by
static_assert(finds("sequence", {"lukasz"}));              // description
static_assert(finds("번역", {"cyrillic"}) && finds("번역 plain", {"cyrillic"}));
static_assert(finds("lukasz", {"lukasz"}) && finds("fourth", {"fourth"}));  // key
static_assert(finds("aiayn", {"lukasz"}));                                  // alias
static_assert(finds("nlp", {"lukasz", "strasse"}));                         // tag
static_assert(finds("transformers", {}));
// White space separates words; in double quotes, it is part of the word.
static_assert(finds("value key", {"quoted"}));
static_assert(finds("\"value key\"", {}));
static_assert(finds("\"key value\"", {"quoted"}));
static_assert(finds("\"key val", {"quoted"}));
static_assert(finds("key\t\n\u3000value", {"quoted"}));
static_assert(finds("nlp\u2003\u0085", {"lukasz", "strasse"}));
static_assert(finds("nlp\x1F", {}));  // a control character
static_assert(finds("\"(key\" value", {}) && finds("The\"key value\"store", {"quoted"}));
// Case is ignored, and so are the accents of Latin letters.
static_assert(finds("LUKASZ", {"lukasz"}) && finds("łukasz", {"lukasz"}) && finds("ŁÚKÁŚŻ", {"lukasz"}));
static_assert(finds("lu\u0301kasz", {"lukasz"}));  // search ignores combining marks in the query
static_assert(finds("strasse", {"strasse"}) && finds("STRAẞE", {"strasse"}) && finds("straße", {"strasse"}));
static_assert(finds("aesir oeuvre thorn dhe", {}) && finds("aesir oeuvre thorn dinh", {"strasse"}));
static_assert(finds("hdt", {"strasse"}) && finds("isik", {"strasse"}) && finds("việt", {"strasse"}));
static_assert(finds("mon", {"latin"}) && finds("MØN", {"latin"}) && finds("lodz", {"latin"}));
static_assert(finds("dong", {"latin"}) && finds("hal", {"latin"}) && finds("tap", {"latin"}));
static_assert(finds("ilik", {"latin"}) && finds("mass", {"latin"}) && finds("MAẞ", {"latin"}));
static_assert(finds("AERO", {"latin"}) && finds("oeil", {"latin"}) && finds("œIL", {"latin"}));
static_assert(finds("theg", {"latin"}) && finds("eid", {"latin"}) && finds("EIÐ", {"latin"}));
static_assert(finds("ecab", {"latin"}) && finds("éĈẠb", {"latin"}));  // Latin-1, Latin Extended-A and Additional
static_assert(finds("ПРИВЕТ", {"cyrillic"}) && finds("привет", {"cyrillic"}));
static_assert(finds("ёлка", {"cyrillic"}) && finds("елка", {}));  // the accents of other letters matter
static_assert(finds("ΟΔΥΣΣΕΎΣ", {"greek"}) && finds("οδυσσεύς", {"greek"}) && finds("οδυσσευς", {}));
// A word of Hangul initial consonants finds syllables that begin with them.
static_assert(finds("ㅌㄹㅅㅍㅁ", {"lukasz"}) && finds("ㄹㅅㅍ", {"lukasz"}) && finds("ㅌㅅ", {}));
// An empty query finds every entry.
constexpr bool finds_every_entry(std::string_view query) {
    std::size_t count = 0;
    for (const entry e : search(query)) count += e == entries[count];
    return count == entries.size();
}
static_assert(finds_every_entry("") && finds_every_entry(" \"\" ") && finds_every_entry("\""));

// `top_matches` orders matches by rank: a whole key, alias or title; the beginning of one; the beginning of a word in
// one; inside one; `by` or a tag; the description. Ties keep the order of the catalogue. The rank of several words is
// the worst of their ranks.
static_assert(finds_best("rank", {"first", "second", "third", "fourth"}));
static_assert(finds_best<9>("apex", {"apex", "aliased", "apexes", "begun", "an-apex", "tagged", "described"}));
static_assert(finds_best("\"on rank\"", {"third"}));
static_assert(finds_best("zenith", {"mixed", "even", "inside"}));
static_assert(finds_best("rank order", {"third", "fourth"}) && finds_best("zenith nadir", {"even", "mixed"}));
static_assert(top_matches<2>("rank").size() == 2 && top_matches<9>("rank").size() == 6);
static_assert(top_matches<9>("rank")[4].key() == "fifth" && top_matches<9>("rank")[5].key() == "sixth");

// `search` returns a view, `top_matches` an object that owns its entries.
static_assert(std::ranges::forward_range<search_view> && std::ranges::view<search_view>);
static_assert(std::ranges::sized_range<match_list<4>> && !std::ranges::view<match_list<4>>);
static_assert(std::is_trivially_copyable_v<match_list<4>>&& noexcept(search({})) && noexcept(top_matches<4>({})));

// `closest` returns the entry with the least Levenshtein distance between its key or an alias and the text.
static_assert(std::is_same_v<decltype(closest("")), std::optional<entry>>);
static_assert(closest("strase") == find("strasse") && closest("aiaym") == find("lukasz"));
static_assert(closest("apexx") == find("apex") && closest("apexess") == find("apexes"));
static_assert(closest("양자하") == find("양자화") && !closest("얒작화"));  // it counts code points; two differ here
static_assert(closest("CYRILIC") == find("cyrillic"));                     // it ignores ASCII case
static_assert(closest("tie-c") == find("tie-b"));                          // the first of equally near entries
static_assert(closest("greek12") == find("greek") && !closest("greek123"));
static_assert(!closest(""));

// The matches are the same at compile time and at run time, where the library searches in another way.
struct answer {
    std::array<std::size_t, entries.size() + 5> found{};

    constexpr explicit answer(std::string_view query) {
        auto place = found.begin();
        for (const entry e : search(query)) *place++ = e.index() + 1;
        place = found.end() - 5;
        for (const entry e : top_matches<4>(query)) *place++ = e.index() + 1;
        if (const auto near = closest(query)) found.back() = near->index() + 1;
    }
    friend constexpr bool operator==(const answer&, const answer&) = default;
};

constexpr std::string_view queries[] = {
    "", "APEX", "doe key", "\"key value", "ㅌㄹㅅ", "МИР", "ŁUKASZ transformer", "nlp\x1F", "\xFF", "o rank", "번역",
};
constexpr auto at_compile_time = []<std::size_t... At>(std::index_sequence<At...>) {
    return std::array{answer{queries[At]}...};
}
(std::make_index_sequence<std::size(queries)>{});

bool is_alike(std::string_view query, const answer& expected) {
    const std::string copy{query};  // hides the text from the compiler
    return answer{copy} == expected;
}

}  // namespace

int main() {
    const bool are_alike = std::ranges::equal(queries, at_compile_time, is_alike);
    std::cout << (are_alike ? "alike\n" : "not alike\n");
}
