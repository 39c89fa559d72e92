#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/markdown.hpp>

#include <map>
#include <string>
#include <string_view>

using namespace refcatalog::detail;

namespace {

std::string escaped(std::string_view text, markdown::line around) {
    return written([&](auto& out) { markdown::put_text(out, text, around); });
}

std::string escaped(std::string_view text) { return escaped(text, markdown::line_of(text)); }

std::string at_beginning(std::string_view text) {
    markdown::line around = markdown::line_of(text);
    around.begins = true;
    return escaped(text, around);
}

bool is_plain(std::string_view text) { return escaped(text) == text; }

}  // namespace

TEST_CASE("Markdown escapes exactly these characters, whatever is beside them") {
    const std::map<char, std::string_view> escapes{
        {'\\', "\\\\"}, {'`', "&#96;"}, {'*', "\\*"}, {'[', "\\["}, {']', "\\]"}, {'{', "\\{"},
        {'}', "\\}"},   {'<', "&lt;"},  {'|', "\\|"}, {'\n', " "},  {'\r', " "},
    };
    for (int code = -128; code < 128; ++code) {
        INFO(code);
        const std::string character{static_cast<char>(code)};
        const auto found = escapes.find(character[0]);
        const std::string expected{found == escapes.end() ? character : found->second};
        CHECK(escaped(character) == expected);
        CHECK(escaped("a" + character + " ") == "a" + expected + " ");
    }
}

TEST_CASE("Markdown escapes characters that are markup in pairs if the line has two of them") {
    const std::map<char, std::string_view> pairs{{'_', "\\_"}, {'~', "&#126;"}, {'$', "&#36;"}, {'^', "&#94;"}};
    for (const auto& [character, escape] : pairs) {
        const std::string once = "a " + std::string(1, character);
        CHECK(is_plain(once));
        CHECK(escaped(once, markdown::line_of(once, once)) == "a " + std::string{escape});
        for (const auto& [other, other_escape] : pairs) {
            if (other != character) CHECK(escaped(once + other) == once + other);
        }
        const std::string two = once + character;
        CHECK(escaped(two) == "a " + std::string{escape}.append(escape));
        CHECK(escaped(two, {}) == two);
    }
}

TEST_CASE("a number sign is markup in a heading, and at the beginning of a line") {
    CHECK(escaped("C# #", markdown::heading_of("C# #")) == "C\\# \\#");
    CHECK(escaped("__", markdown::heading_of("_", "_")) == "\\_\\_");
    CHECK(escaped("_", markdown::heading_of("_")) == "_");
    CHECK(!markdown::line_of("#").is_heading);
    CHECK(!markdown::line_of("#").begins);
}

TEST_CASE("Markdown escapes anything that would begin a block, at the beginning of a line only") {
    const std::map<char, std::string_view> marks{
        {'#', "\\#"}, {'+', "\\+"}, {'-', "\\-"}, {'=', "&#61;"}, {'>', "&gt;"}};
    for (int code = 0; code < 128; ++code) {
        INFO(code);
        const std::string text = std::string(1, static_cast<char>(code)) + "# a";
        const auto found = marks.find(text[0]);
        CHECK(at_beginning(text) == (found == marks.end() ? escaped(text) : std::string{found->second} + "# a"));
    }
    CHECK(at_beginning("0. a") == "0&#46; a");
    CHECK(at_beginning("9) a") == "9\\) a");
    CHECK(at_beginning("1234567890. a. 1)") == "1234567890&#46; a. 1)");
    CHECK(at_beginning(". a") == ". a");
    for (const std::string_view text : {"a. b", "1a. b", "a1) b", "/. b", ":. b", "1,2. b", "12 (3) b"}) {
        INFO(text);
        CHECK(at_beginning(text) == text);
    }
}

TEST_CASE("Markdown escapes an ampersand only where a character reference begins") {
    for (const std::string_view name : {"a", "z", "A", "Z", "0", "9", "amp", "#1", "#x1F", "sup2"}) {
        const std::string text = std::string{name} + ";";
        CHECK(escaped("&" + text) == "&amp;" + text);
        CHECK(is_plain("&" + std::string{name}));
        CHECK(is_plain("&" + std::string{name} + " ;"));
    }
    for (const std::string_view text : {"&", "&;", "&#;", "&##1;", "&-;", "&/;", "&:;", "&@;", "& a;"}) {
        INFO(text);
        CHECK(is_plain(text));
    }
    CHECK(written([](auto& out) { markdown::put_target(out, "?a&b;c&d=&#1;"); }) == "?a&amp;b;c&d=&amp;#1;");
}

TEST_CASE("Markdown escapes the colon of a URL and of a name between colons") {
    CHECK(escaped("a://b") == "a&#58;//b");
    CHECK(escaped("a:/b") == "a:/b");
    for (const std::string_view name : {"a", "Z", "0", "+1", "-1", "a_b", "9z"}) {
        CHECK(escaped(":" + std::string{name} + ":") == "&#58;" + std::string{name} + ":");
        CHECK(is_plain(":" + std::string{name}));
    }
    for (const std::string_view text : {"::", ": :", ":a.b:", ":a b:", ":\xea\xb0\x80:", ":a,:"}) {
        INFO(text);
        CHECK(is_plain(text));
    }
}

TEST_CASE("Markdown escapes the first dot of a host name that begins with www") {
    CHECK(escaped("www.a.b") == "www&#46;a.b");
    CHECK(escaped("(www.") == "(www&#46;");
    for (const std::string_view text : {"ww.a", "wwx.a", "www", "www,a", ".www", "a.b", "w.a", ".a"})
        CHECK(is_plain(text));
}

TEST_CASE("Markdown escapes the at sign of an e-mail address") {
    for (const std::string_view before : {"a", "z", "A", "Z", "0", "9", "a+", "a-", "a.", "a_"}) {
        INFO(before);
        CHECK(escaped(std::string{before} + "@b.c") == std::string{before} + "&#64;b.c");
    }
    for (const std::string_view host : {"b.c", "0.9", "A-b.Z", "a.b_", "\xea\xb0\x80.\xea\xb0\x80", "b.-", "b.c.d"}) {
        INFO(host);
        CHECK(escaped("a@" + std::string{host}) == "a&#64;" + std::string{host});
    }
    CHECK(escaped("a@b_c.d") == "a&#64;b_c.d");
    for (const std::string_view text : {"@b.c", " @b.c", "/@b.c", ",@b.c", "\xea\xb0\x80@b.c", "a@b", "a@b.", "a@b. c",
                                        "a@b c.d", "a@b.,", "a@b/c.d", "a@", "a@\x7f.b"}) {
        INFO(text);
        CHECK(is_plain(text));
    }
    CHECK(escaped("a@.b") == "a&#64;.b");
}

TEST_CASE("adjacent line breaks become one space in Markdown") {
    CHECK(escaped("\na\r\nb\n\n\rc\n") == " a b c ");
    CHECK(escaped("\n\n") == " ");
    CHECK(escaped("a \n b\tc") == "a   b\tc");
}

TEST_CASE("the target of a link in Markdown percent-encodes exactly these characters") {
    const std::map<char, std::string_view> codes{
        {'(', "%28"}, {')', "%29"}, {'<', "%3C"}, {'>', "%3E"}, {'\\', "%5C"},
        {'`', "%60"}, {'|', "%7C"}, {'$', "%24"}, {'"', "%22"}, {'\'', "%27"},
    };
    for (int code = -128; code < 128; ++code) {
        INFO(code);
        const std::string character{static_cast<char>(code)};
        const auto found = codes.find(character[0]);
        CHECK(written([&](auto& out) { markdown::put_target(out, character); }) ==
              (found == codes.end() ? character : found->second));
    }
}

TEST_CASE("the label of a link in Markdown never becomes a footnote") {
    const auto link = [](std::string_view label, std::string_view url, markdown::line around = {}) {
        return written([&](auto& out) { markdown::put_link(out, label, url, around); });
    };
    CHECK(link("^1", "u") == "[&#94;1](u)");
    CHECK(link("1^", "u") == "[1^](u)");
    CHECK(link("1^", "u", markdown::line_of("^^")) == "[1&#94;](u)");
    CHECK(link("^1", "") == "^1");
    CHECK(link("", "") == "");
    CHECK(link("", "u^") == "[u^](u^)");
}

TEST_CASE("Markdown escapes a tilde in bold text") {
    const auto bold = [](std::string_view text) {
        return written([&](auto& out) { markdown::put_bold(out, text, {}); });
    };
    CHECK(bold("a~_$^") == "**a&#126;_$^**");
    CHECK(bold("") == "****");
}
