#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/bibtex.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

using namespace refcatalog::detail;

namespace {

// A code point below U+0800 in UTF-8.
std::string utf8(unsigned code) {
    if (code < 0x80) return {static_cast<char>(code)};
    return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
}

std::string title(std::string_view text) {
    return written([&](auto& out) { bibtex::put_title(out, text); });
}

std::string text(std::string_view value) {
    return written([&](auto& out) { bibtex::put_text(out, value); });
}

}  // namespace

TEST_CASE("LaTeX escapes exactly these characters") {
    const std::map<char, std::string_view> escapes{
        {'#', "\\#"},
        {'$', "\\$"},
        {'%', "\\%"},
        {'&', "\\&"},
        {'_', "\\_"},
        {'"', "{\"}"},
        {'~', "\\textasciitilde{}"},
        {'^', "\\textasciicircum{}"},
        {'\\', "\\textbackslash{}"},
        {'<', "\\textless{}"},
        {'>', "\\textgreater{}"},
    };
    for (int code = -128; code < 128; ++code) {
        const auto character = static_cast<char>(code);
        if (character == '{' || character == '}') continue;
        INFO(code);
        const auto found = escapes.find(character);
        for (const bool pair_up : {false, true}) {
            CHECK(bibtex::escape<std::string_view>(character, pair_up) ==
                  (found == escapes.end() ? "" : found->second));
        }
    }
    CHECK(bibtex::escape<std::string_view>('{', true) == "\\{");
    CHECK(bibtex::escape<std::string_view>('}', true) == "\\}");
    CHECK(bibtex::escape<std::string_view>('{', false) == "\\textbraceleft{}");
    CHECK(bibtex::escape<std::string_view>('}', false) == "\\textbraceright{}");
}

TEST_CASE("braces are balanced if each opening one is followed by one that closes it") {
    for (const std::string_view balanced : {"", "a", "{}", "{a{b}}", "{}{}"}) CHECK(bibtex::braces_pair_up(balanced));
    for (const std::string_view other : {"{", "}", "}{", "{}}", "{{}", "{}}{"}) CHECK(!bibtex::braces_pair_up(other));
}

TEST_CASE("LaTeX text has one space in place of adjacent white space, and keeps line breaks") {
    CHECK(text("a \t b\t\tc") == "a b c");
    CHECK(text("a\nb\n c\t\nd") == "a\nb\nc \nd");
    CHECK(text("a\n\nb\n\n\nc") == "a\n{}b\n{}{}c");
    CHECK(text(" a ") == " a ");
    CHECK(text("a\rb\vc") == "a\rb\vc");
}

TEST_CASE("braces separate two characters that LaTeX would turn into one") {
    CHECK(text("--- '' ``") == "-{}-{}- '{}' `{}`");
    CHECK(text("?`!`") == "?{}`!{}`");
    CHECK(text("aa ,, -' '- ?? !! `? '?") == "aa ,, -' '- ?? !! `? '?");
    CHECK(text("- -") == "- -");
}

TEST_CASE("a URL in LaTeX percent-encodes exactly these characters") {
    const std::map<char, std::string_view> codes{
        {'{', "%7B"}, {'}', "%7D"}, {'\\', "%5C"}, {'"', "%22"}, {'$', "%24"}, {'\'', "%27"},
    };
    for (int code = -128; code < 128; ++code) {
        const std::string character{static_cast<char>(code)};
        INFO(code);
        const auto found = codes.find(character[0]);
        CHECK(written([&](auto& out) { bibtex::put_verbatim(out, character); }) ==
              (found == codes.end() ? character : found->second));
    }
}

TEST_CASE("BibTeX splits a list at the word \"and\", whatever its case") {
    for (const std::string_view list : {"and", "a and b", "a AND b", "and b", "a and", "aNd b", "a anD", "band and"}) {
        INFO(list);
        CHECK(bibtex::has_and(list));
    }
    for (const std::string_view other : {"", "an", "band", "andy", "a band b", "a andy b", "a-and b", "a and-b",
                                         "a bnd b", "a ald b", "a ane b", "an d", "a xnd y", "a axd y", "a anx y"}) {
        INFO(other);
        CHECK(!bibtex::has_and(other));
    }
}

TEST_CASE("the word \"and\" consists of ASCII letters, between spaces") {
    for (int code = -128; code < 128; ++code) {
        INFO(code);
        const std::string character{static_cast<char>(code)};
        CHECK(bibtex::has_and(std::string_view{character + "nd"}) == (code == 'a' || code == 'A'));
        CHECK(bibtex::has_and(std::string_view{"a" + character + "d"}) == (code == 'n' || code == 'N'));
        CHECK(bibtex::has_and(std::string_view{"an" + character}) == (code == 'd' || code == 'D'));
        CHECK(bibtex::has_and(std::string_view{"and" + character + "x"}) == (code == ' '));
        CHECK(bibtex::has_and(std::string_view{"x" + character + "and"}) == (code == ' '));
    }
}

TEST_CASE("the characters of a word are ASCII letters, digits, and all characters beyond ASCII") {
    const std::string_view in_words = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    for (int code = 0; code < 256; ++code) {
        INFO(code);
        const auto character = static_cast<char>(code);
        CHECK(bibtex::is_in_word(character) == (code > 127 || in_words.find(character) != in_words.npos));
    }
}

TEST_CASE("is_capital accepts the capitals of the Latin, Greek and Cyrillic alphabets") {
    const auto is_in = [](unsigned code, unsigned first, unsigned last) { return first <= code && code <= last; };
    for (unsigned code = 1; code < 0x800; ++code) {
        INFO(code);
        const bool is_capital = is_in(code, 'A', 'Z') || is_in(code, 0xC0, 0xD6) || is_in(code, 0xD8, 0xDE) ||
                                is_in(code, 0x386, 0x3AB) || is_in(code, 0x400, 0x42F);
        CHECK(bibtex::is_capital(std::string_view{utf8(code)}, 0) == is_capital);
        CHECK(bibtex::is_capital(std::string_view{"x" + utf8(code)}, 1) == is_capital);
    }
    CHECK(!bibtex::is_capital(std::string_view{"\xc3"}, 0));
    // The first bytes of longer characters, and bytes within one.
    for (const std::string_view other : {"\xe3\x80\x80", "\xed\x95\x9c", "\xf0\x9f\x98\x80", "\x83\x80", "\x90\x80"}) {
        CHECK(!bibtex::is_capital(other, 0));
    }
}

TEST_CASE("words with capitals are in braces, unless their only capital begins the title") {
    CHECK(title("A b C d") == "A b {C} d");
    CHECK(title("Ab cD Ef") == "Ab {cD} {Ef}");
    CHECK(title("aB AB") == "{aB} {AB}");
    CHECK(title("(A) B") == "(A) {B}");
    CHECK(title("...a B, C; \"D\"!") == "...a {B}, {C}; {\"}{D}{\"}!");
    CHECK(title(" A B ") == " A {B} ");
    CHECK(title("Éa É") == "Éa {É}");
    // A brace in a word would end the braces around it.
    CHECK(title("a X{y} {X} {x}Y Z") == "a X\\{y\\} \\{{X}\\} \\{x\\}Y {Z}");
}
