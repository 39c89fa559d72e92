// Each sentence of the interface on search, of a catalogue of its own that check.py makes: notes.toml below.

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace {

using namespace refcatalog;

constexpr bool finds(std::string_view query, std::initializer_list<std::string_view> keys) {
    auto key = keys.begin();
    for (const entry e : search(query)) {
        if (key == keys.end() || e.key() != *key++) return false;
    }
    return key == keys.end();
}

constexpr bool finds_best(std::string_view query, std::initializer_list<std::string_view> keys) {
    const auto found = top_matches<4>(query);
    return std::equal(found.begin(), found.end(), keys.begin(), keys.end(),
                      [](entry e, std::string_view key) { return e.key() == key; });
}

// Every word of the query occurs, in title, `by`, description, key, aliases or tags, in any language.
static_assert(finds("kaiser transformer", {"lukasz"}));
static_assert(finds("kaiser nowhere", {}));
static_assert(finds("트랜스포머 attention", {"lukasz"}));  // a title in Korean, and a description in English
static_assert(finds("doe", {"lukasz", "quoted"}));         // by
static_assert(finds("sequence", {"lukasz"}));              // description
static_assert(finds("lukasz", {"lukasz"}));                // key, and title
static_assert(finds("aiayn", {"lukasz"}));                 // alias
static_assert(finds("nlp", {"lukasz", "strasse"}));        // tag
static_assert(finds("transformers", {}));
// Words are what white space separates; in double quotes, white space is part of the word.
static_assert(finds("value key", {"quoted"}));
static_assert(finds("\"value key\"", {}));
static_assert(finds("\"key value\"", {"quoted"}));
static_assert(finds("\"key val", {"quoted"}));
static_assert(finds("key\t\n\u3000value", {"quoted"}));
static_assert(finds("\"(key\" value", {}) && finds("The\"key value\"store", {"quoted"}));
// Case is ignored, and so are the accents of Latin letters.
static_assert(finds("LUKASZ", {"lukasz"}) && finds("łukasz", {"lukasz"}) && finds("ŁÚKÁŚŻ", {"lukasz"}));
static_assert(finds("lu\u0301kasz", {"lukasz"}));  // combining marks in the query are dropped
static_assert(finds("strasse", {"strasse"}) && finds("STRAẞE", {"strasse"}) && finds("straße", {"strasse"}));
static_assert(finds("aesir oeuvre thorn dhe", {}) && finds("aesir oeuvre thorn dinh", {"strasse"}));
static_assert(finds("hdt", {"strasse"}) && finds("isik", {"strasse"}) && finds("việt", {"strasse"}));
static_assert(finds("ПРИВЕТ", {"cyrillic"}) && finds("привет", {"cyrillic"}));
static_assert(finds("ёлка", {"cyrillic"}) && finds("елка", {}));  // the accents of others count
static_assert(finds("ΟΔΥΣΣΕΎΣ", {"greek"}) && finds("οδυσσεύς", {"greek"}) && finds("οδυσσευς", {}));
// A word of Hangul initial consonants finds the syllables that begin so.
static_assert(finds("ㅌㄹㅅㅍㅁ", {"lukasz"}) && finds("ㄹㅅㅍ", {"lukasz"}) && finds("ㅌㅅ", {}));
// An empty query finds every entry.
constexpr bool finds_every_entry(std::string_view query) {
    std::size_t count = 0;
    for (const entry e : search(query)) count += e == entries[count];
    return count == entries.size();
}
static_assert(finds_every_entry("") && finds_every_entry(" \"\" ") && finds_every_entry("\""));

// The best first: a whole key, alias or title; at the beginning of one; of a word of one; inside; `by` or tag;
// description. Ties stand in the order of the catalogue, the rank of several words is that of the worst.
static_assert(finds_best("rank", {"first", "second", "third", "fourth"}));
static_assert(finds_best("\"on rank\"", {"third"}));
static_assert(finds_best("rank order", {"third", "fourth"}));
static_assert(top_matches<2>("rank").size() == 2 && top_matches<9>("rank").size() == 6);
static_assert(top_matches<9>("rank")[4].key() == "fifth" && top_matches<9>("rank")[5].key() == "sixth");

}  // namespace

int main() {}
