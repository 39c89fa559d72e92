#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <string>
#include <string_view>

using namespace refcatalog;

namespace {

std::string lower(std::string_view text) {
    std::string result{text};
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

bool mentions(entry e, std::string_view needle) {
    for (const std::string_view text :
         {e.title(), e.title(lang::en), e.by(), e.by(lang::en), e.description(), e.description(lang::en)}) {
        if (lower(text).find(lower(needle)) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("search finds just the entries that mention the needle") {
    for (const std::string_view needle : {"ocr", "OCR", "양자화", "Quantization", "stanford", "Hu et al.", "e", " ",
                                          "zzz", "LoRA+", "(", "한국어판", "각"}) {
        INFO(needle);
        auto found = search(needle).begin();
        for (const entry e : entries) {
            if (!mentions(e, needle)) continue;
            REQUIRE(found != search(needle).end());
            REQUIRE(*found++ == e);
        }
        REQUIRE(found == search(needle).end());
    }
}

TEST_CASE("an empty needle gives every entry, an overlong one none") {
    REQUIRE(std::ranges::equal(search(""), entries));
    REQUIRE(search(std::string(100'000, 'a')).empty());
    STATIC_REQUIRE(search("paged").begin()->key() == "vllm");
}

TEST_CASE("only ASCII letters match in either case") {
    REQUIRE(!search("[").empty() == std::ranges::any_of(entries, [](entry e) { return mentions(e, "["); }));
    // '@' and '`' stand directly before the letters and must not be folded into each other.
    REQUIRE(!search("@_akhaliq").empty());
    REQUIRE(search("`_akhaliq").empty());
    REQUIRE(!search("Géron").empty());
    REQUIRE(search("GÉRON").empty());
}
