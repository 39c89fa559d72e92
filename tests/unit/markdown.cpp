#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/catalog.hpp>
#include <refcatalog/markdown.hpp>

#include <string>
#include <string_view>
#include <utility>

using namespace refcatalog;

TEST_CASE("a category in Markdown") {
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

TEST_CASE("Markdown escapes what it takes for marks, and nothing else") {
    const auto escaped = [](std::string_view text) {
        return written([&](auto& out) { detail::markdown::put_text(out, text, detail::markdown::line_of(text)); });
    };
    CHECK(escaped("a | b \\ c") == "a \\| b \\\\ c");
    CHECK(escaped("two\nlines\rthree") == "two lines three");
    CHECK(escaped("*a* `b` [c](d) <e>") == "\\*a\\* \\`b\\` \\[c\\](d) \\<e>");
    CHECK(escaped("@_one 1~2") == "@_one 1~2");
    CHECK(escaped("_one_ ~two~") == "\\_one\\_ \\~two\\~");
    CHECK(escaped("see www.a.b or https://c.d, me@e.f @g") == "see www\\.a.b or https\\://c.d, me@e.f @g");
    CHECK(escaped("R&D AT&T; &amp; &#38; &") == "R&D AT\\&T; \\&amp; \\&#38; &");

    const auto at_the_beginning = [](std::string_view text) {
        detail::markdown::line around = detail::markdown::line_of(text);
        around.begins = true;
        return written([&](auto& out) { detail::markdown::put_text(out, text, around); });
    };
    CHECK(at_the_beginning("# a #") == "\\# a #");
    CHECK(at_the_beginning("- a - b") == "\\- a - b");
    CHECK(at_the_beginning("2021. 7.") == "2021\\. 7.");
    CHECK(at_the_beginning("10) a") == "10\\) a");
    CHECK(at_the_beginning("v1. a") == "v1. a");

    const std::string link =
        written([](auto& out) { detail::markdown::put_link(out, "a]b", "https://c.d/e_(f)_g|h?i=1&amp;j&k", {}); });
    CHECK(link == "[a\\]b](https://c.d/e_\\(f\\)_g\\|h?i=1&amp;amp;j&k)");
}

TEST_CASE("notes are written on request only") {
    const std::string appendix = written([](auto out) { return write_markdown(out, lang::en); });
    const std::string notes = written([](auto out) { return write_markdown_notes(out, lang::en); });
    CHECK(notes.find("## Notes and corrections (" + std::string{facts_as_of} + ")\n\n### C.1.1 ") == 0);
    for (const entry e : entries) {
        for (const correction c : e.corrections()) {
            INFO(e.key());
            CHECK(appendix.find(c.fact(lang::en)) == std::string::npos);
            const std::string fact = written([text = c.fact(lang::en)](auto& out) {
                detail::markdown::put_text(out, text, detail::markdown::line_of(text));
            });
            CHECK(notes.find("  - `" + std::string{c.cell()} + "`: " + fact + "\n") != std::string::npos);
        }
        if (e.current_url() != e.url()) CHECK(notes.find("](" + std::string{e.current_url()}) != notes.npos);
    }
    CHECK(notes.find("**Papers with Code** (`closed`)\n") != std::string::npos);
    CHECK(notes.find("**vLLM") == std::string::npos);
    CHECK(written([](auto out) {
              return write_markdown_notes(out);
          }).find("## 보충 및 정정 (" + std::string{facts_as_of} + ")\n") == 0);
}

TEST_CASE("Markdown goes to any output iterator") {
    CHECK(writes_anywhere([](auto out) { return write_markdown(std::move(out), category::peft, lang::en); }));
    CHECK(writes_anywhere([](auto out) { return write_markdown_notes(write_markdown(std::move(out), lang::en)); }));
}
