#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/catalog.hpp>
#include <refcatalog/markdown.hpp>

#include <string>
#include <string_view>
#include <utility>

using namespace refcatalog;

TEST_CASE("write_markdown writes a category as a table") {
    const std::string text = written([](auto out) { return write_markdown(out, category::online_courses, lang::en); });
    CHECK(text.find("### C.3.2 ") == 0);
    CHECK(text.find("\n\n| ") != std::string::npos);
    CHECK(text.find("\n|") == text.find("\n\n| ") + 1);
    CHECK(text.substr(text.size() - 4) == " |\n\n");
    CHECK(written([](auto out) { return write_markdown(out, category::tools_and_services); }).find("## C.6 ") == 0);
    CHECK(written([](auto out) { return write_markdown(out, static_cast<category>(99)); }).empty());
    const std::string whole = written([](auto out) { return write_markdown(out); });
    for (const category_info& each : categories) {
        CHECK(whole.find(written([&](auto out) { return write_markdown(out, each.id()); })) != std::string::npos);
    }
}

namespace {

std::string escaped(std::string_view text, bool begins = false) {
    detail::markdown::line around = detail::markdown::line_of(text);
    around.begins = begins;
    return written([&](auto& out) { detail::markdown::put_text(out, text, around); });
}

std::string target(std::string_view url) {
    return written([&](auto& out) { detail::markdown::put_target(out, url); });
}

}  // namespace

TEST_CASE("Markdown escapes anything that it would treat as markup, and nothing else") {
    CHECK(escaped("a | b \\ c") == "a \\| b \\\\ c");
    CHECK(escaped("two\nlines\rthree") == "two lines three");
    CHECK(escaped("*a* `b` [c](d) #") == "\\*a\\* &#96;b&#96; \\[c\\](d) #");
    CHECK(escaped("_one_") == "\\_one\\_");
    for (const std::string_view text : {"@_one", "a > b", "a + b - c", "a = b!", "1. (2) 3)", "\"a\" 'b'", "x^2 50%"}) {
        CHECK(escaped(text) == text);
    }
}

TEST_CASE("Markdown uses a character reference if some parser would keep the backslash") {
    CHECK(escaped("<script>alert(1)</script>") == "&lt;script>alert(1)&lt;/script>");
    CHECK(escaped("a < b") == "a &lt; b");
    CHECK(escaped("<!-- c --> <a@b.c>") == "&lt;!-- c --> &lt;a&#64;b.c>");
    CHECK(escaped("R&amp;D &#38; &#x26; AT&T;") == "R&amp;amp;D &amp;#38; &amp;#x26; AT&amp;T;");
    CHECK(escaped("~one~ ~~two~~") == "&#126;one&#126; &#126;&#126;two&#126;&#126;");
    CHECK(escaped("1~2 and 3~4") == "1&#126;2 and 3&#126;4");
    CHECK(escaped("https://a, ftp://b.c") == "https&#58;//a, ftp&#58;//b.c");
    CHECK(escaped("www.a.b (www.c.d)") == "www&#46;a.b (www&#46;c.d)");
    for (const std::string_view text :
         {"R&D", "R & D;", "&;", "&#;", "&amp", "0.1~1%", "a: b", "a:/b", "ww.a", "www"}) {
        CHECK(escaped(text) == text);
    }
    CHECK(written([](auto& out) { detail::markdown::put_bold(out, "~1", {}); }) == "**&#126;1**");
}

TEST_CASE("Markdown escapes braces, which are code in MDX and attributes in other dialects") {
    CHECK(escaped("{x}") == "\\{x\\}");
    CHECK(escaped("a{: .b} {{ c }} }{") == "a\\{: .b\\} \\{\\{ c \\}\\} \\}\\{");
    CHECK(target("https://a/{x}") == "https://a/{x}");
}

TEST_CASE("Markdown escapes e-mail addresses, pairs of dollar signs and emoji names") {
    CHECK(escaped("team@example.org으로") == "team&#64;example.org으로");
    CHECK(escaped("a.b+c_@d-e.f.g, h@한국.한국") == "a.b+c_&#64;d-e.f.g, h&#64;한국.한국");
    for (const std::string_view text :
         {"youtube.com/@andrejkarpathy", "@_akhaliq", "a@b", "a@b.", "a @ b.c", "(@a.b)"}) {
        CHECK(escaped(text) == text);
    }
    CHECK(escaped("$5 and $10") == "&#36;5 and &#36;10");
    CHECK(escaped("$$x$$") == "&#36;&#36;x&#36;&#36;");
    CHECK(escaped("US$5") == "US$5");
    CHECK(escaped("std::lock::x") == "std:&#58;lock::x");
    CHECK(escaped("1:100:1 :+1: :a-b_c:") == "1&#58;100:1 &#58;+1: &#58;a-b_c:");
    CHECK(escaped(":a:b:") == "&#58;a&#58;b:");
    for (const std::string_view text : {"std::lock", "a: b: c", "::", "1:2", ":한글:", ":a b:"}) {
        CHECK(escaped(text) == text);
    }
}

TEST_CASE("Markdown escapes the beginning of a line that would begin a block") {
    CHECK(escaped("# a #", true) == "\\# a #");
    CHECK(escaped("- a - b", true) == "\\- a - b");
    CHECK(escaped("+ a + b", true) == "\\+ a + b");
    CHECK(escaped("> a > b", true) == "&gt; a > b");
    CHECK(escaped("=== a", true) == "&#61;== a");
    CHECK(escaped("2021. 7.", true) == "2021&#46; 7.");
    CHECK(escaped("10) a", true) == "10\\) a");
    CHECK(escaped("v1. a", true) == "v1. a");
}

TEST_CASE("Markdown percent-encodes characters that would end the target of a link") {
    CHECK(target("https://a/A_(b)") == "https://a/A_%28b%29");
    CHECK(target("https://a/)(?(b)#(c") == "https://a/%29%28?%28b%29#%28c");
    CHECK(target("https://a/<b>|c\\d`e`") == "https://a/%3Cb%3E%7Cc%5Cd%60e%60");
    CHECK(target("https://a/'b'\"c\"") == "https://a/%27b%27%22c%22");
    CHECK(target("https://a/$b$") == "https://a/%24b%24");
    CHECK(target("https://a?b&amp;c&#38;d") == "https://a?b&amp;amp;c&amp;#38;d");
    for (const std::string_view url :
         {"https://a?b=1&c&d=;", "https://b/@a_b_~c~*d*:e:", "https://a/%28%29", "mailto:a@b.c"}) {
        CHECK(target(url) == url);
    }
    const auto link = [](std::string_view label, std::string_view url) {
        return written(
            [&](auto& out) { detail::markdown::put_link(out, label, url, detail::markdown::line_of(label)); });
    };
    CHECK(link("a]b", "https://c.d/e_(f)_g") == "[a\\]b](https://c.d/e_%28f%29_g)");
    CHECK(link("", "https://a/(b)") == "[https&#58;//a/(b)](https://a/%28b%29)");
    CHECK(link("a | b", "") == "a \\| b");
}

TEST_CASE("only write_markdown_notes writes notes") {
    const std::string appendix = written([](auto out) { return write_markdown(out, lang::en); });
    const std::string notes = written([](auto out) { return write_markdown_notes(out, lang::en); });
    CHECK(notes.find("## Notes and corrections (" + std::string{facts_as_of} + ")\n\n### C.1.1 ") == 0);
    for (const entry e : entries) {
        for (const correction c : e.corrections()) {
            INFO(e.key());
            CHECK(appendix.find(c.fact(lang::en)) == std::string::npos);
            CHECK(notes.find("\n    - `" + std::string{c.cell()} + "`: " + escaped(c.fact(lang::en)) + "\n") !=
                  std::string::npos);
        }
        if (e.current_url() != e.url()) CHECK(notes.find("](" + std::string{e.current_url()}) != notes.npos);
    }
    CHECK(notes.find("**Papers with Code** (`closed`)\n    - ") != std::string::npos);
    CHECK(notes.find("\n  -") == std::string::npos);
    CHECK(notes.find("**vLLM") == std::string::npos);
    CHECK(written([](auto out) {
              return write_markdown_notes(out);
          }).find("## 보충 및 정정 (" + std::string{facts_as_of} + ")\n") == 0);
}

TEST_CASE("the notes in Markdown have a heading, even without a title and a month") {
    const auto heading = [](std::string_view title, std::string_view as_of) {
        return written([&](auto& out) { detail::markdown::put_notes_heading(out, title, as_of); });
    };
    CHECK(heading("", "") == "## Notes and corrections\n\n");
    CHECK(heading("C# _a_", "2026-11") == "## C\\# \\_a\\_ (2026-11)\n\n");
}

TEST_CASE("Markdown can be written to any output iterator") {
    CHECK(writes_anywhere([](auto out) { return write_markdown(std::move(out), category::peft, lang::en); }));
    CHECK(writes_anywhere([](auto out) { return write_markdown_notes(write_markdown(std::move(out), lang::en)); }));
}
