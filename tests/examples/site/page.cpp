// Writes the whole catalogue as one self-contained HTML page: page [FILE], or to standard output.
//
// refcatalog_add_page.cmake builds this program for any catalogue. Every entry is a card of static HTML, in all
// languages, so that the page can be read without scripts. The script only hides entries that a filter excludes, and
// languages that the reader has not chosen. It keeps its state in the fragment, as in
// page.html#q=lora&category=peft&from=2022&to=2023&lang=en, and its filters work like the library's queries.

#include "page.hpp"

#include "html.hpp"
#include "words.hpp"

#include <refcatalog/catalog.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

namespace site {
namespace {

using refcatalog::lang;
using refcatalog::languages;

texts page_title() {
    return in_each([](lang language) { return refcatalog::catalog_title(language); });
}

texts lead() {
    const std::size_t size = refcatalog::entries.size();
    const std::size_t groups = refcatalog::categories.size();
    std::string korean = "자료 " + std::to_string(size) + "개, 분류 " + std::to_string(groups) + "개.";
    std::string english = counted(size, "entry", "entries") + " in " + counted(groups, "category", "categories") + ".";
    if (const std::string month{refcatalog::facts_as_of}; !month.empty()) {
        korean += " 주소와 사실은 " + month + "에 확인했다.";
        english += " Links and facts as of " + month + ".";
    }
    return said(korean, english);
}

// The script replaces the tags with the names of the languages.
std::string language_switch() {
    if (languages.size() == 1) return "";
    std::string buttons;
    for (const lang language : languages) {
        const std::string_view tag = to_string(language);
        buttons += element("button type=button" + attribute("lang", tag) + attribute("data-language", tag) +
                               attribute("aria-pressed", language == lang{} ? "true" : "false"),
                           escaped(tag));
    }
    return block("div class='languages controls' role=group aria-labelledby='~language'",
                 element("span class=unseen id='~language'", shown(said("언어", "Language"))) + buttons);
}

std::string top() {
    return block("header class='wrap top'", language_switch() + block("h1 class=lines", shown(page_title())) +
                                                block("p class='lead lines'", shown(lead())));
}

// The rules that hide all languages but the chosen one.
std::string style_of_languages() {
    if (languages.size() == 1) return "";
    std::string rules;
    for (const lang language : languages) {
        const std::string tag{to_string(language)};
        rules += ".js[lang=\"";
        rules += tag;
        rules += "\"] .only:not(.in-";
        rules += tag;
        rules += ") { display: none; }\n";
    }
    return rules;
}

std::string tags() {
    std::string result;
    for (const lang language : languages) {
        if (!result.empty()) result += ' ';
        result += to_string(language);
    }
    return result;
}

std::string page() {
    const std::string head =
        "\n<meta charset='utf-8'>\n"
        "<meta name=viewport content='width=device-width, initial-scale=1'>\n" +
        text_only("title", page_title()) + block("style", std::string{style()} + style_of_languages()) +
        block("script", std::string{script()});
    // The templates hold the label of a copy button, for the script.
    const std::string body =
        "\n" + block("a class=skip" + href_to(id_of_entries), shown(said("자료로 건너뛰기", "Skip to the entries"))) +
        top() + block("main", "\n" + reading_path() + charts() + all_cards()) +
        block("footer class=wrap", "refcatalog " + escaped(refcatalog::version)) +
        block("template id='~copied'", shown(said("복사했다", "Copied"))) +
        block("template id='~selected'", shown(said("선택했다. Ctrl+C로 복사한다", "Selected: press Ctrl+C")));
    return "<!DOCTYPE html>\n" +
           block("html" + attribute("lang", to_string(lang{})) + attribute("data-languages", tags()),
                 "\n" + block("head", head) + block("body", body));
}

}  // namespace
}  // namespace site

int main(int argc, char** argv) {
    std::ofstream file;
    if (argc > 1) file.open(argv[1], std::ios::binary);
    std::ostream& out = argc > 1 ? file : std::cout;
    out << site::page() << std::flush;
    return out ? EXIT_SUCCESS : EXIT_FAILURE;
}
