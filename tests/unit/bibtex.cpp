#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>

#include <string>
#include <string_view>
#include <utility>

using namespace refcatalog;

namespace {

std::string bibtex_of(const paper& source) {
    return written([&](auto out) { return write_bibtex(out, source); });
}

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

TEST_CASE("BibTeX goes to any output iterator") {
    CHECK(writes_anywhere([](auto out) { return write_bibtex(std::move(out), get<"lora">()); }));
}
