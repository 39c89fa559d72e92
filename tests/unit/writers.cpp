#include "catch.hpp"

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/render.hpp>

#include <array>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace refcatalog;

namespace {

template <class Write>
std::string written(Write write) {
    std::string text;
    auto out = std::back_inserter(text);
    write(out);
    return text;
}

std::string bibtex_of(const paper& source) {
    return written([&](auto out) { return write_bibtex(out, source); });
}
std::string csl_of(const paper& source) {
    return written([&](auto out) { return write_csl_json(out, source); });
}

// The least that an output iterator must be able to do: it can be moved, not copied.
class appender {
public:
    using difference_type = std::ptrdiff_t;
    explicit appender(std::string& text) : text_{&text} {}
    appender(appender&&) = default;
    appender& operator=(appender&&) = default;
    appender& operator*() { return *this; }
    appender& operator++() { return *this; }
    appender& operator++(int) { return *this; }
    appender& operator=(const char& character) { return text_->push_back(character), *this; }

private:
    std::string* text_;
};

}  // namespace

TEST_CASE("a BibTeX entry") {
    CHECK(bibtex_of(get<"lora">()) ==
          "@inproceedings{lora,\n"
          "  author = {Hu, Edward J. and Shen, Yelong and Wallis, Phillip and Allen-Zhu, Zeyuan and Li, Yuanzhi and "
          "Wang, "
          "Shean and Wang, Lu and Chen, Weizhu},\n"
          "  title = {{LoRA: Low-Rank Adaptation of Large Language Models}},\n"
          "  booktitle = {ICLR},\n"
          "  year = {2022},\n"
          "  eprint = {2106.09685},\n"
          "  archiveprefix = {arXiv},\n"
          "  url = {https://arxiv.org/abs/2106.09685}\n"
          "}\n");
    CHECK(bibtex_of(get<"doctr">()) ==
          "@misc{doctr,\n"
          "  author = {{Mindee}},\n"
          "  title = {{docTR: Document Text Recognition}},\n"
          "  url = {https://github.com/mindee/doctr}\n"
          "}\n");
    CHECK(bibtex_of(get<"deit">()).find("transformers \\& distillation") != std::string::npos);
    CHECK(bibtex_of(get<"chinchilla">()).find(" and de Las Casas, Diego and ") != std::string::npos);
    CHECK(bibtex_of(get<"gpt-2">()).find("@techreport{gpt-2,") == 0);
    CHECK(bibtex_of(get<"gpt-2">()).find("  institution = {OpenAI},\n") != std::string::npos);
    CHECK(bibtex_of(get<"internvl-1-5">()).find("  journal = {Science China Information Sciences 67(12)},\n") !=
          std::string::npos);
    CHECK(bibtex_of(get<"donut">()).find("  doi = {10.1007/978-3-031-19815-1_29},\n") != std::string::npos);
}

TEST_CASE("BibTeX escapes what LaTeX and BibTeX take for marks") {
    const auto escaped = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_text(out, text); });
    };
    CHECK(escaped("# $ % & _") == "\\# \\$ \\% \\& \\_");
    CHECK(escaped("~^\\") == "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}");
    CHECK(escaped("a \"b\"") == "a {\"}b{\"}");
    CHECK(escaped("a<b>") == "a\\textless{}b\\textgreater{}");
    CHECK(escaped("f{x}") == "f\\{x\\}");
    // BibTeX counts braces behind backslashes too, so that one alone must not appear.
    CHECK(escaped("}{") == "\\textbraceright{}\\textbraceleft{}");
    CHECK(escaped("{") == "\\textbraceleft{}");
    CHECK(escaped("a--b ''c``") == "a-{}-b '{}'c`{}`");
    CHECK(escaped("Łukasz 가") == "Łukasz 가");

    const auto author = [](std::string_view name, std::string_view family) {
        return written([&](auto& out) { detail::bibtex::put_author(out, name, family); });
    };
    CHECK(author("George van den Driessche", "van den Driessche") == "van den Driessche, George");
    CHECK(author("Procter & Gamble", "") == "{Procter \\& Gamble}");
    CHECK(author("Simon and Garfunkel", "Garfunkel") == "{Simon and Garfunkel}");
    CHECK(author("Ada Knuth, Jr.", "Knuth, Jr.") == "{Ada Knuth, Jr.}");
    CHECK(author("And Co", "Co") == "{And Co}");
    CHECK(author("Ann Andersand", "Andersand") == "Andersand, Ann");

    const std::string url = written([](auto& out) { detail::bibtex::put_url(out, "https://a.b/{c}\\d_e%20~#f"); });
    CHECK(url == "https://a.b/%7Bc%7D%5Cd_e%20~#f");
}

TEST_CASE("a CSL-JSON item") {
    CHECK(csl_of(get<"trocr">()).find("{\n  \"id\": \"trocr\",\n  \"type\": \"paper-conference\",\n") == 0);
    CHECK(csl_of(get<"doctr">()) ==
          "{\n"
          "  \"id\": \"doctr\",\n"
          "  \"type\": \"software\",\n"
          "  \"title\": \"docTR: Document Text Recognition\",\n"
          "  \"author\": [{\"literal\": \"Mindee\"}],\n"
          "  \"URL\": \"https://github.com/mindee/doctr\"\n"
          "}");
    CHECK(csl_of(get<"lora">()).find("\"author\": [{\"family\": \"Hu\", \"given\": \"Edward J.\"}, {\"family\": ") !=
          std::string::npos);
    CHECK(csl_of(get<"lora">()).find("\"issued\": {\"date-parts\": [[2022]]}") != std::string::npos);

    using namespace std::string_view_literals;
    const std::string text = written([](auto& out) { detail::csl_json::put_string(out, "\"\\/\b\n\x1f\0한"sv); });
    CHECK(text == "\"\\\"\\\\/\\u0008\\u000a\\u001f\\u0000한\"");
}

TEST_CASE("any range of papers becomes an array of CSL-JSON") {
    const auto array_of = [](const auto& range) {
        return written([&](auto out) { return write_csl_json(out, range); });
    };
    const auto peft = in<category::peft>();
    const std::string both = "[\n" + csl_of(peft[0]) + ",\n" + csl_of(peft[1]) + "\n]\n";
    CHECK(array_of(std::vector<paper>{peft[0], peft[1]}) == both);
    CHECK(array_of(papers_in(category::peft).first(2)) == both);
    CHECK(array_of(std::array<std::reference_wrapper<const paper>, 2>{peft[0], peft[1]}) == both);
    CHECK(array_of(papers_between(first_year, last_year)) == array_of(papers_between(2000, 2100)));
    CHECK(array_of(papers_between(2000, 2001)) == "[\n]\n");
}

TEST_CASE("a section in Markdown") {
    const std::string text = written([](auto out) { return write_markdown(out, category::online_courses, lang::en); });
    CHECK(text.find("### C.3.2 ") == 0);
    CHECK(text.find("\n\n| ") != std::string::npos);
    CHECK(text.find("\n|") == text.find("\n\n| ") + 1);
    CHECK(text.substr(text.size() - 4) == " |\n\n");
    CHECK(written([](auto out) { return write_markdown(out, category::tools_and_services); }).find("## C.6 ") == 0);
    CHECK(written([](auto out) { return write_markdown(out, static_cast<category>(99)); }).empty());
    const std::string whole = written([](auto out) { return write_markdown(out); });
    for (const category_info& section : categories) {
        CHECK(whole.find(written([&](auto out) { return write_markdown(out, section.id()); })) != std::string::npos);
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
    CHECK(notes.find("## Notes and corrections (2026-11)\n\n### C.1.1 ") == 0);
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
    CHECK(written([](auto out) { return write_markdown_notes(out); }).find("## 보충 및 정정 (2026-11)\n") == 0);
}

TEST_CASE("writers take any output iterator") {
    const std::string expected = bibtex_of(get<"lora">());
    std::ostringstream stream;
    write_bibtex(std::ostreambuf_iterator<char>{stream}, get<"lora">());
    CHECK(stream.str() == expected);

    std::vector<char> buffer(expected.size());
    CHECK(write_bibtex(buffer.begin(), get<"lora">()) == buffer.end());
    CHECK(std::string(buffer.begin(), buffer.end()) == expected);

    std::string moved;
    write_bibtex(appender{moved}, get<"lora">());
    CHECK(moved == expected);
    moved.clear();
    write_markdown(write_csl_json(appender{moved}, papers_in(category::peft)), lang::en);
    write_markdown_notes(appender{moved});
    CHECK(moved == written([](auto out) {
              return write_markdown_notes(write_markdown(write_csl_json(out, papers_in(category::peft)), lang::en));
          }));
}

namespace {

constexpr std::string_view lora = rendered<[](auto out) { return write_bibtex(out, get<"lora">()); }>;
constexpr std::string_view lora_items =
    rendered<[](auto out) { return write_csl_json(out, papers_in(category::peft).first<2>()); }>;
constexpr std::string_view courses_table =
    rendered<[](auto out) { return write_markdown(out, category::online_courses, lang::en); }>;

// Each writer writes the same when a program runs as when it is compiled.
constexpr bool writes_lora() {
    std::array<char, 2'000> buffer{};
    return lora == std::string_view{buffer.data(), write_bibtex(buffer.data(), get<"lora">())};
}
static_assert(writes_lora());
static_assert(lora.starts_with("@inproceedings{lora,\n  author = {Hu, Edward J. and "));
static_assert(lora.data()[lora.size()] == '\0');
static_assert(rendered<[](auto out) { return out; }>.empty());

}  // namespace

TEST_CASE("the compiler writes what the program would") {
    CHECK(lora == bibtex_of(get<"lora">()));
    CHECK(lora_items == written([](auto out) { return write_csl_json(out, papers_in(category::peft).first(2)); }));
    CHECK(courses_table == written([](auto out) { return write_markdown(out, category::online_courses, lang::en); }));
}
