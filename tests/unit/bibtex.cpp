#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/render.hpp>

#include <array>
#include <functional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace refcatalog;

namespace {

std::string bibtex_of(entry source) {
    return written([&](auto out) { return write_bibtex(out, source); });
}

std::string biblatex_of(entry source) {
    return written([&](auto out) { return write_biblatex(out, source); });
}

// Whether the BibTeX of the entry contains this text.
bool has(entry source, std::string_view wanted) { return bibtex_of(source).find(wanted) != std::string::npos; }

}  // namespace

TEST_CASE("a BibTeX entry") {
    CHECK(bibtex_of(get<"lora">()) ==
          "@inproceedings{lora,\n"
          "  author = {Hu, Edward J. and Shen, Yelong and Wallis, Phillip and Allen-Zhu, Zeyuan and Li, Yuanzhi and "
          "Wang, "
          "Shean and Wang, Lu and Chen, Weizhu},\n"
          "  title = {{{LoRA}: {Low-Rank} {Adaptation} of {Large} {Language} {Models}}},\n"
          "  booktitle = {{{ICLR}}},\n"
          "  year = {2022},\n"
          "  eprint = {2106.09685},\n"
          "  archiveprefix = {arXiv},\n"
          "  url = {https://arxiv.org/abs/2106.09685}\n"
          "}\n");
    CHECK(bibtex_of(get<"doctr">()) ==
          "@misc{doctr,\n"
          "  author = {{Mindee}},\n"
          "  title = {{{docTR}: {Document} {Text} {Recognition}}},\n"
          "  year = {2021},\n"
          "  url = {https://github.com/mindee/doctr}\n"
          "}\n");
    CHECK(has(get<"deit">(), "transformers \\& distillation"));
    CHECK(has(get<"donut">(), "  doi = {10.1007/978-3-031-19815-1_29},\n"));
}

TEST_CASE("records of any kind can be written as BibTeX") {
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
    CHECK(has(get<"hands-on-machine-learning">(),
              "  publisher = {한빛미디어},\n  year = {2023},\n  language = {korean},\n  langid = {korean},\n"));
    for (const entry e : entries) CHECK(visit([](const auto& record) { return bibtex_of(record); }, e) == bibtex_of(e));
}

TEST_CASE("each CSL type determines the entry type and the fields for container and publisher") {
    const auto is = [](csl_type type, std::string_view name, std::string_view container, std::string_view publisher) {
        const auto form = detail::form_of<generated::bibtex_types>(type);
        return form.name == name && form.container == container && form.publisher == publisher;
    };
    CHECK(is(csl_type::article_magazine, "article", "journal", "publisher"));
    CHECK(is(csl_type::chapter, "incollection", "booktitle", "publisher"));
    CHECK(is(csl_type::thesis, "phdthesis", "howpublished", "school"));
    CHECK(is(csl_type::patent, "misc", "howpublished", "howpublished"));
    CHECK(is(static_cast<csl_type>(77), "misc", "howpublished", "howpublished"));
    const auto in_biblatex = [](csl_type type, std::string_view name, std::string_view container,
                                std::string_view publisher) {
        const auto form = detail::form_of<generated::biblatex_types>(type);
        return form.name == name && form.container == container && form.publisher == publisher;
    };
    CHECK(in_biblatex(csl_type::article_journal, "article", "journaltitle", "publisher"));
    CHECK(in_biblatex(csl_type::software, "software", "howpublished", "organization"));
    CHECK(in_biblatex(csl_type::dataset, "dataset", "howpublished", "publisher"));
    CHECK(in_biblatex(csl_type::thesis, "thesis", "howpublished", "institution"));
    CHECK(in_biblatex(csl_type::webpage, "online", "organization", "organization"));
    CHECK(in_biblatex(static_cast<csl_type>(77), "misc", "howpublished", "organization"));
}

TEST_CASE("an entry without a field that classic styles require is misc in BibTeX") {
    CHECK(has(get<"implementing-llms-with-langchain">(), "@misc{"));  // a book without a year
    CHECK(biblatex_of(get<"implementing-llms-with-langchain">()).find("@book{") == 0);
}

TEST_CASE("a BibLaTeX entry") {
    CHECK(biblatex_of(get<"llava-next">()) ==
          "@online{llava-next,\n"
          "  author = {Liu, Haotian and Li, Chunyuan and Li, Yuheng and Li, Bo and Zhang, Yuanhan and Shen, Sheng and "
          "Lee, Yong Jae},\n"
          "  title = {{{LLaVA-NeXT}: {Improved} reasoning, {OCR}, and world knowledge}},\n"
          "  date = {2024-01-30},\n"
          "  url = {https://llava-vl.github.io/blog/2024-01-30-llava-next/}\n"
          "}\n");
    CHECK(biblatex_of(get<"gradio">()).find("@software{gradio,\n") == 0);
    CHECK(biblatex_of(get<"gpt-2">()).find("@report{gpt-2,\n") == 0);
    CHECK(biblatex_of(get<"internvl-1-5">()).find("  journaltitle = {Science China Information Sciences},\n") !=
          std::string::npos);
    CHECK(biblatex_of(get<"lora">()).find("  eprint = {2106.09685},\n  eprinttype = {arxiv},\n") != std::string::npos);
    CHECK(biblatex_of(get<"chinchilla">()).find("  options = {useprefix=true}\n}\n") != std::string::npos);
    CHECK(biblatex_of(get<"lora">()).find("options") == std::string::npos);
    CHECK(!has(get<"chinchilla">(), "options"));
    for (const entry e : entries) {
        CHECK(visit([](const auto& record) { return biblatex_of(record); }, e) == biblatex_of(e));
    }
}

TEST_CASE("a range is written as its entries, one after another") {
    const auto& peft = in<category::peft>();
    std::string one_by_one;
    for (const paper& p : peft) one_by_one += bibtex_of(p);
    CHECK(written([&](auto out) { return write_bibtex(out, peft); }) == one_by_one);
    CHECK(written([&](auto out) { return write_bibtex(out, entries_in(category::peft)); }) == one_by_one);
    const std::array wrapped{std::cref(peft[1]), std::cref(peft[0])};
    CHECK(written([&](auto out) { return write_biblatex(out, wrapped); }) ==
          biblatex_of(peft[1]) + biblatex_of(peft[0]));
    CHECK(written([&](auto out) { return write_bibtex(out, papers_in(category::models)); }).empty());
}

TEST_CASE("BibTeX writes dates as years and months, and BibLaTeX writes ISO dates") {
    const auto classic = [](partial_date begin, partial_date end = {}) {
        return written([&](auto& out) { detail::bibtex::put_classic_date(out, begin, end); });
    };
    CHECK(classic(partial_date{79}) == ",\n  year = {79}");
    CHECK(classic(partial_date{2020, 7}) == ",\n  year = {2020},\n  month = jul");
    CHECK(classic(partial_date{2020, 12, 3}) == ",\n  year = {2020},\n  month = dec,\n  day = {3}");
    CHECK(classic(partial_date{2020}, partial_date{2021}) == ",\n  year = {2020/2021}");
    CHECK(classic(partial_date{2020, 5}, partial_date{2020, 6, 1}) ==
          ",\n  year = {2020},\n  date = {2020-05/2020-06-01}");
    const auto iso = [](partial_date begin, partial_date end = {}) {
        return written([&](auto& out) { detail::put_dates(out, begin, end); });
    };
    for (int month = 1; month <= 12; ++month) {
        const std::string_view names = "jan feb mar apr may jun jul aug sep oct nov dec ";
        const std::string name{names.substr(static_cast<std::size_t>(month) * 4 - 4, 3)};
        CHECK(classic(partial_date{2020, month}) == ",\n  year = {2020},\n  month = " + name);
    }
    CHECK(classic(partial_date{2020, 5}, partial_date{2020, 6}) == ",\n  year = {2020},\n  date = {2020-05/2020-06}");
    CHECK(classic(partial_date{2020}, partial_date{2021, 6}) == ",\n  year = {2020/2021},\n  date = {2020/2021-06}");
    CHECK(iso(partial_date{79}) == "0079");
    CHECK(iso(partial_date{999, 1}, partial_date{2021, 11, 12}) == "0999-01/2021-11-12");
}

TEST_CASE("BibTeX protects capitals in titles word by word") {
    const auto title = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_title(out, text); });
    };
    CHECK(title("QLoRA: Quantized LLMs on GPUs") == "{QLoRA}: {Quantized} {LLMs} on {GPUs}");
    CHECK(title("A Plan B, (NASA) and I/O") == "A {Plan} {B}, ({NASA}) and {I/O}");
    CHECK(title("On low-Rank GPT-4V, T-SQL") == "On {low-Rank} {GPT-4V}, {T-SQL}");
    CHECK(title("the AT&T's C# 100% {x}") == "the {AT\\&T's} {C}\\# 100\\% \\{x\\}");
    CHECK(title("{LoRA x} über ÖVP Öl \xd0\x9e\xd0\xad 한글") ==
          "\\{{LoRA} x\\} über {ÖVP} {Öl} {\xd0\x9e\xd0\xad} 한글");
    CHECK(title("Über A{B}C--D''") == "Über A\\{B\\}C-{}-D'{}'");
    CHECK(title("\xe2\x80\x9cTypeset\xe2\x80\x9d Łódź ŁÓDŹ") == "{\xe2\x80\x9cTypeset\xe2\x80\x9d} Łódź {ŁÓDŹ}");
    CHECK(title("").empty());
}

TEST_CASE("BibTeX separates pages by two hyphens") {
    const auto pages = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_pages(out, text); });
    };
    CHECK(pages("12-34") == "12--34");
    CHECK(pages("12--34") == "12--34");
    CHECK(pages("12\xe2\x80\x93"
                "34, 56") == "12--34, 56");
    CHECK(pages("S1-S4, 7-9,11") == "S1--S4, 7--9,11");
    CHECK(pages("A-1-A-3") == "A-1--A-3");
    CHECK(pages("A-1\xe2\x80\x93"
                "A-3") == "A-1--A-3");
    CHECK(pages("e123") == "e123");
    CHECK(pages("1_2&") == "1\\_2\\&");
    CHECK(pages("1-2,") == "1--2,");
    CHECK(pages("1_-_2,3_---_4") == "1\\_--\\_2,3\\_--\\_4");
    CHECK(pages("").empty());
}

TEST_CASE("BibTeX writes an edition as an ordinal, and BibLaTeX writes a number") {
    const auto classic = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_edition<detail::bibtex::classic>(out, text); });
    };
    CHECK(classic("1") + classic("2") + classic("3") + classic("11") + classic("20") + classic("112") ==
          "1st2nd3rd11th20th112th");
    CHECK(classic("2nd") == "2nd");
    CHECK(classic("Second") == "Second");
    CHECK(classic("2nd revised").append(classic("")) == "2nd revised");
    const auto number = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_edition<detail::bibtex::biblatex>(out, text); });
    };
    CHECK(number("2nd") + number("15th") + number("3") == "2153");
    CHECK(number("2nd revised") == "2nd revised");
    CHECK(number("2th") == "2th");
    for (int edition = 0; edition < 225; ++edition) {
        const std::string digits = std::to_string(edition);
        const bool is_teen = edition / 10 % 10 == 1;
        const int last = is_teen ? 0 : edition % 10;
        const std::string ordinal = digits + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
        CHECK(classic(digits) == ordinal);
        CHECK(classic(ordinal) == ordinal);
        CHECK(number(digits) == digits);
        CHECK(number(ordinal) == digits);
        CHECK(number(ordinal + " ") == ordinal + " ");
        CHECK(classic(digits + "a") == digits + "a");
    }
    for (const std::string_view other : {"/", ":", "a1", "", "1a"}) {
        CHECK(classic(other) == other);
        CHECK(number(other) == other);
    }
    // The compiler finds a read before the first digit.
    constexpr auto third = [](auto out) {
        detail::bibtex::put_edition<detail::bibtex::classic>(out, std::string_view{"3"});
        return out;
    };
    STATIC_REQUIRE(rendered<third> == "3rd");
}

TEST_CASE("BibTeX does not split keywords that are not tags") {
    const auto keywords = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_keywords(out, text_list_view{}, text); });
    };
    CHECK(keywords("one, two; C#") == "one, two; C\\#");
    const auto tags = [](const std::vector<std::string_view>& each, std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_keywords(out, each, text); });
    };
    CHECK(tags({"a, b", "C#"}, "a, b, C#") == "{a, b}, C\\#");
    CHECK(tags({"a, b", "C#"}, "a, b,C#") == "a, b,C\\#");
}

TEST_CASE("BibTeX collapses white space, and writes a pair of braces for an empty line") {
    const auto text = [](std::string_view value) {
        return written([&](auto& out) { detail::bibtex::put_text(out, value); });
    };
    CHECK(text("One.\n\n\tTwo  three") == "One.\n{}Two three");
    CHECK(text("One. \n \n\n Two\\\nthree\t\tfour\n") == "One. \n{}{}Two\\textbackslash{}\nthree four\n");
}

TEST_CASE("BibTeX does not split a text that resembles a list") {
    const auto undivided = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_undivided(out, text); });
    };
    CHECK(undivided("Simon and Schuster") == "{Simon and Schuster}");
    CHECK(undivided("Springer & Sons") == "Springer \\& Sons");
}

TEST_CASE("volume, issue and page have their own fields in BibTeX") {
    CHECK(has(get<"internvl-1-5">(),
              "  journal = {Science China Information Sciences},\n  volume = {67},\n  number = {12},\n"
              "  pages = {220101},\n  year = {2024},\n"));
    CHECK(!has(get<"lora">(), "volume"));
}

TEST_CASE("a report in BibTeX has an institution and a type") {
    CHECK(has(get<"gpt-2">(), "  institution = {OpenAI},\n  type = {Technical report},\n"));
    CHECK(!has(get<"gpt-2">(), "publisher"));
    CHECK(!has(get<"hands-on-machine-learning">(), "institution"));
}

TEST_CASE("BibTeX puts the parts of names in the expected order") {
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
    for (const std::string_view lower : {"hooks", "doe Van", "de' medici"})
        CHECK(family(lower) == "{" + std::string{lower} + "}");
    for (const std::string_view single : {"Le Scao", "d'Alembert", "al-Khwarizmi", "Canton Ferrer", "Doe van"}) {
        CHECK(family(single) == single);
    }
    CHECK(part("Simon AND") == "{Simon AND}");
    CHECK(part("Andersand") == "Andersand");
    CHECK(part("Ferdinand Sandand") == "Ferdinand Sandand");
}

TEST_CASE("BibTeX escapes anything that LaTeX and BibTeX would treat as markup") {
    const auto escaped = [](std::string_view text) {
        return written([&](auto& out) { detail::bibtex::put_text(out, text); });
    };
    CHECK(escaped("# $ % & _") == "\\# \\$ \\% \\& \\_");
    CHECK(escaped("~^\\") == "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}");
    CHECK(escaped("a \"b\"") == "a {\"}b{\"}");
    CHECK(escaped("a<b>") == "a\\textless{}b\\textgreater{}");
    CHECK(escaped("f{x}") == "f\\{x\\}");
    // BibTeX counts braces after backslashes too, so a single one must not appear.
    CHECK(escaped("}{") == "\\textbraceright{}\\textbraceleft{}");
    CHECK(escaped("{") == "\\textbraceleft{}");
    CHECK(escaped("a--b ''c``") == "a-{}-b '{}'c`{}`");
    CHECK(escaped("?` !` `?") == "?{}` !{}` `?");
    CHECK(escaped("Łukasz 가") == "Łukasz 가");

    const std::string url =
        written([](auto& out) { detail::bibtex::put_verbatim(out, "https://a.b/{c}\\d_e%20~#f\"$g"); });
    CHECK(url == "https://a.b/%7Bc%7D%5Cd_e%20~#f%22%24g");
}

TEST_CASE("BibTeX can be written to any output iterator") {
    CHECK(writes_anywhere([](auto out) { return write_bibtex(std::move(out), get<"lora">()); }));
    CHECK(writes_anywhere([](auto out) { return write_bibtex(std::move(out), *find("gradio")); }));
    CHECK(writes_anywhere([](auto out) { return write_biblatex(std::move(out), papers_in(category::peft)); }));
}

#if !defined(__clang__) || __clang_major__ >= 16  // earlier versions cannot compile libstdc++'s adaptors
TEST_CASE("write_bibtex accepts a range that finds its elements lazily") {
    auto found = entries | std::views::filter([](entry e) { return e.key() == "lora" || e.key() == "gradio"; });
    const std::array wanted{entry{get<"lora">()}, *find("gradio")};
    CHECK(written([&](auto out) { return write_bibtex(out, found); }) ==
          written([&](auto out) { return write_bibtex(out, wanted); }));
}
#endif
