// The value of a BibTeX field never ends the field early: its braces are balanced. LaTeX prints the original text, and
// BibTeX splits lists only at the intended places.

#include <refcatalog/bibtex.hpp>

#include "fuzz/fuzz.hpp"
#include "support/writing.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace bibtex = refcatalog::detail::bibtex;
using refcatalog::generated::field_form;

namespace {

/// The text outside braces, with each character in braces replaced by "x". Like BibTeX, it counts braces that follow a
/// backslash.
std::string outside_braces(std::string_view field) {
    std::string outside;
    int depth = 0;
    for (const char character : field) {
        depth += (character == '{') - (character == '}');
        require(depth >= 0, "a closing brace has an opening one");
        outside += depth > 0 || character == '}' ? 'x' : character;
    }
    require(depth == 0, "an opening brace has a closing one");
    return outside;
}

/// The number of names into which BibTeX splits a field.
std::size_t count_of_names(std::string_view field) {
    std::string words = ' ' + outside_braces(field) + ' ';
    std::ranges::transform(words, words.begin(),
                           [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
    std::size_t count = 1;
    for (std::size_t at = words.find(" and "); at != words.npos; at = words.find(" and ", at + 1)) ++count;
    return count;
}

/// The text that LaTeX prints for a field, with the line breaks that the importer recognizes.
std::string printed(std::string_view field) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> commands{{{"\\textbraceleft{}", "{"},
                                                                                     {"\\textbraceright{}", "}"},
                                                                                     {"\\textasciitilde{}", "~"},
                                                                                     {"\\textasciicircum{}", "^"},
                                                                                     {"\\textbackslash{}", "\\"},
                                                                                     {"\\textless{}", "<"},
                                                                                     {"\\textgreater{}", ">"}}};
    outside_braces(field);
    std::string text;
    while (!field.empty()) {
        const auto command = std::ranges::find_if(commands, [=](auto each) { return field.starts_with(each.first); });
        const char character = field[0];
        if (command != commands.end()) {
            text += command->second;
            field.remove_prefix(command->first.size());
        } else if (field.starts_with("{\"}")) {
            text += '"';
            field.remove_prefix(3);
        } else if (field.starts_with("{}") && text.ends_with('\n')) {
            text += '\n';
            field.remove_prefix(2);
        } else if (character == '\\') {
            require(field.size() > 1 && std::string_view{"#$%&_{}"}.find(field[1]) != field.npos,
                    "the command is known");
            text += field[1];
            field.remove_prefix(2);
        } else {
            require(std::string_view{"#$%&_~^<>\""}.find(character) == field.npos, "LaTeX markup is escaped");
            require(!field.starts_with("\n\n"), "no line is empty");
            if (character != '{' && character != '}') text += character;
            field.remove_prefix(1);
        }
    }
    return text;
}

/// The text as a field keeps it: a run of spaces and tabs becomes one space, or nothing after a line break.
std::string spaced(std::string_view text) {
    std::string result;
    for (const char character : text) {
        const bool is_blank = character == ' ' || character == '\t';
        if (is_blank && (result.ends_with(' ') || result.ends_with('\n'))) continue;
        result += is_blank ? ' ' : character;
    }
    return result;
}

std::string without_ranges(std::string_view text) {
    std::string rest;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with("\xE2\x80\x93")) at += 2;
        else if (text[at] != '-') rest += text[at];
    }
    return rest;
}

std::string value_of(std::string_view text, std::size_t form) {
    return written([&](auto& out) { bibtex::put_value(out, text, form); });
}

void check_values(std::string_view text, std::string_view line) {
    const std::string plain = written([&](auto& out) { bibtex::put_text(out, text); });
    require_equal(printed(plain), spaced(text), "LaTeX prints the text");
    for (const char* const joined : {"--", "''", "``", "?`", "!`"}) {
        require(plain.find(joined) == plain.npos, "LaTeX does not join two characters");
    }
    require_equal(printed(value_of(text, field_form::title)), spaced(text), "LaTeX prints the title");
    const std::string place = value_of(line, field_form::place);
    require_equal(printed(place), spaced(line), "LaTeX prints the place");
    require(count_of_names(place) == 1, "BibTeX does not split a place");
    require_equal(without_ranges(printed(value_of(line, field_form::page))), without_ranges(spaced(line)),
                  "LaTeX prints the pages, except for the mark of a range");
    printed(value_of(text, field_form::language));

    const std::string url = value_of(text, field_form::identifier);
    require(url.find_first_of("{}\\\"$'") == url.npos, "no character of a URL ends its field or is markup");

    const std::string edition = written([&](auto& out) { bibtex::put_edition<bibtex::classic>(out, line); });
    require(printed(edition).starts_with(spaced(line)), "LaTeX prints the edition");
    const std::string number = written([&](auto& out) { bibtex::put_edition<bibtex::biblatex>(out, line); });
    require(spaced(line).starts_with(printed(number)), "LaTeX prints the number of the edition");
}

void check_keywords(std::vector<std::string> tags) {
    std::erase(tags, "");
    std::string keywords;
    for (const std::string& tag : tags) keywords += (keywords.empty() ? "" : ", ") + tag;
    const std::string field = written([&](auto& out) { bibtex::put_keywords(out, tags, keywords); });
    require_equal(printed(field), spaced(keywords), "LaTeX prints the keywords");
    const auto commas = static_cast<std::size_t>(std::ranges::count(outside_braces(field), ','));
    require(commas + 1 == std::max<std::size_t>(tags.size(), 1), "each tag is one keyword");
}

/// A name, with the accessors of a contributor in a citation.
struct person {
    std::string given_, dropping_, particle_, family_, suffix_, name_;

    std::string_view given() const { return given_; }
    std::string_view dropping_particle() const { return dropping_; }
    std::string_view particle() const { return particle_; }
    std::string_view family() const { return family_; }
    std::string_view suffix() const { return suffix_; }
    std::string_view name() const { return name_; }
};

/// Checks the name that the generator would make of these parts, joined by spaces except after an apostrophe.
void check_name(std::vector<std::string> parts) {
    parts.resize(5);
    person someone{parts[0], parts[1], parts[2], parts[3].empty() ? "x" : parts[3], parts[4], ""};
    for (const std::string& part :
         {someone.given_, someone.dropping_, someone.particle_, someone.family_, someone.suffix_}) {
        if (part.empty()) continue;
        if (!someone.name_.empty() && !someone.name_.ends_with('\'')) someone.name_ += ' ';
        someone.name_ += part;
    }
    const std::string field = written([&](auto& out) { bibtex::put_name(out, someone); });
    printed(field);
    require(count_of_names(field) == 1, "BibTeX does not split a name");
    const auto commas = std::ranges::count(outside_braces(field), ',');
    require(commas == (someone.given_.empty() ? 0 : someone.suffix_.empty() ? 1 : 2), "commas separate the parts");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of(data, size);
    const std::vector<std::string> lines = lines_of(text);
    check_values(text, lines[0]);
    check_keywords(lines);
    check_name(lines);
    return 0;
}
