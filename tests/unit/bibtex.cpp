#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>

#include <string>
#include <string_view>
#include <utility>

using namespace refcatalog;

namespace {

std::string bibtex_of(entry source) {
    return written([&](auto out) { return write_bibtex(out, source); });
}

// Whether this stands in the entry, in one piece.
bool has(entry source, std::string_view wanted) { return bibtex_of(source).find(wanted) != std::string::npos; }

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
          "  year = {2021},\n"
          "  url = {https://github.com/mindee/doctr}\n"
          "}\n");
    CHECK(has(get<"deit">(), "transformers \\& distillation"));
    CHECK(has(get<"donut">(), "  doi = {10.1007/978-3-031-19815-1_29},\n"));
}

TEST_CASE("records of any kind become BibTeX entries") {
    CHECK(bibtex_of(get<"gradio">()) ==
          "@misc{gradio,\n"
          "  title = {{Gradio}},\n"
          "  url = {https://gradio.app/}\n"
          "}\n");
    CHECK(has(get<"lora">(), "@inproceedings{lora,\n"));
    CHECK(has(get<"internvl-1-5">(), "@article{internvl-1-5,\n"));
    CHECK(has(get<"gpt-2">(), "@techreport{gpt-2,\n"));
    CHECK(has(get<"llama">(), "@misc{llama,\n"));
    CHECK(has(get<"llava-next">(), "@misc{llava-next,\n"));
    CHECK(has(get<"hands-on-machine-learning">(), "@book{hands-on-machine-learning,\n"));
    CHECK(has(get<"hands-on-machine-learning">(), "  publisher = {한빛미디어},\n  year = {2023},\n"));
    for (const entry e : entries) CHECK(visit([](const auto& record) { return bibtex_of(record); }, e) == bibtex_of(e));
}

TEST_CASE("BibTeX types that no record here has") {
    const auto is = [](csl_type type, std::string_view name, std::string_view container) {
        constexpr auto form_of = detail::bibtex::form_of;
        return form_of(type).type == name && form_of(type).container_field == container;
    };
    STATIC_REQUIRE(is(csl_type::article_magazine, "article", "journal"));
    STATIC_REQUIRE(is(csl_type::article_newspaper, "article", "journal"));
    STATIC_REQUIRE(is(csl_type::chapter, "incollection", "booktitle"));
    STATIC_REQUIRE(is(csl_type::patent, "misc", "howpublished"));
    STATIC_REQUIRE(is(static_cast<csl_type>(77), "misc", "howpublished"));
}

TEST_CASE("volume, issue and page are fields of their own in BibTeX") {
    CHECK(has(get<"internvl-1-5">(),
              "  journal = {Science China Information Sciences},\n  volume = {67},\n  number = {12},\n"
              "  pages = {220101},\n  year = {2024},\n"));
    CHECK(!has(get<"lora">(), "volume"));
}

TEST_CASE("a report in BibTeX has an institution, and says what it is") {
    CHECK(has(get<"gpt-2">(), "  institution = {OpenAI},\n  type = {Technical report},\n"));
    CHECK(!has(get<"gpt-2">(), "publisher"));
    CHECK(!has(get<"hands-on-machine-learning">(), "institution"));
}

TEST_CASE("names in BibTeX have their parts where BibTeX looks for them") {
    CHECK(has(get<"chinchilla">(), " and de Las Casas, Diego and "));
    CHECK(has(get<"chinchilla">(), " and van den Driessche, George and "));
    CHECK(has(get<"scaling-data-constrained-language-models">(), " and Le Scao, Teven and "));
    CHECK(has(get<"cs324">(), "  author = {Liang, Percy and others},\n"));
    CHECK(has(get<"cs336">(), "  author = {Liang, Percy and Hashimoto, Tatsunori},\n"));
    CHECK(has(get<"rlhf">(), "  author = {{HuggingFace}},\n"));
    CHECK(has(get<"the-gradient">(), "  author = {{The Gradient}},\n"));
    CHECK(has(get<"introduction-to-natural-language-processing-using-deep-learning">(),
              "  author = {유, 원준 and 안, 상준},\n"));
    // A translator is not an author.
    CHECK(has(get<"hands-on-machine-learning">(), "  author = {Géron, Aurélien},\n"));
    CHECK(!has(get<"gradio">(), "author"));

    const auto part = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_part(out, text); });
    };
    CHECK(part("van den Driessche") == "van den Driessche");
    CHECK(part("Procter & Gamble") == "Procter \\& Gamble");
    CHECK(part("Simon and Garfunkel") == "{Simon and Garfunkel}");
    CHECK(part("Knuth, Jr.") == "{Knuth, Jr.}");
    CHECK(part("And Co") == "{And Co}");

    const auto family = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_part(out, text, true); });
    };
    for (const std::string_view whole :
         {"Ortega y Prado", "van Dijk", "de' Medici", "'t Hooft Doe", "Gómez de la Doe"}) {
        CHECK(family(whole) == "{" + std::string{whole} + "}");
    }
    for (const std::string_view single : {"Le Scao", "d'Alembert", "Canton Ferrer", "doe", "Doe van"}) {
        CHECK(family(single) == single);
    }
    CHECK(part("Simon AND") == "{Simon AND}");
    CHECK(part("Andersand") == "Andersand");
    CHECK(part("Ferdinand Sandand") == "Ferdinand Sandand");
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

    const std::string url = written([](auto& out) { detail::bibtex::put_verbatim(out, "https://a.b/{c}\\d_e%20~#f"); });
    CHECK(url == "https://a.b/%7Bc%7D%5Cd_e%20~#f");
}

TEST_CASE("BibTeX goes to any output iterator") {
    CHECK(writes_anywhere([](auto out) { return write_bibtex(std::move(out), get<"lora">()); }));
    CHECK(writes_anywhere([](auto out) { return write_bibtex(std::move(out), *find("gradio")); }));
}
