#ifndef REFCATALOG_BIBTEX_HPP
#define REFCATALOG_BIBTEX_HPP

#include <refcatalog/citation.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/entry.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog {
namespace detail::bibtex {

/// What stands for a character in a LaTeX text; empty where that is the character itself.
constexpr std::string_view escape(char character, bool braces_pair_up) noexcept {
    switch (character) {
        case '#': return "\\#";
        case '$': return "\\$";
        case '%': return "\\%";
        case '&': return "\\&";
        case '_': return "\\_";
        case '{': return braces_pair_up ? "\\{" : "\\textbraceleft{}";
        case '}': return braces_pair_up ? "\\}" : "\\textbraceright{}";
        case '~': return "\\textasciitilde{}";
        case '^': return "\\textasciicircum{}";
        case '\\': return "\\textbackslash{}";
        case '"': return "{\"}";
        case '<': return "\\textless{}";
        case '>': return "\\textgreater{}";
        default: return "";
    }
}

/// Whether each brace has its other half. BibTeX counts a brace behind a backslash like any other, and takes no field
/// in which one is left over.
constexpr bool braces_pair_up(std::string_view text) noexcept {
    int open = 0;
    for (const char character : text) {
        if (character == '{') ++open;
        if (character == '}' && --open < 0) return false;
    }
    return open == 0;
}

template <class Out>
constexpr void put_text(Out& out, std::string_view text) {
    const bool pair_up = braces_pair_up(text);
    char before = '\0';
    for (const char& character : text) {
        const std::string_view escaped = escape(character, pair_up);
        // LaTeX makes one character of two hyphens or quotation marks that touch.
        if (character == before && (character == '-' || character == '\'' || character == '`')) put(out, "{}");
        if (escaped.empty()) put(out, character);
        else put(out, escaped);
        before = character;
    }
}

/// A URL or a DOI is taken as it is, except for what would end the field.
template <class Out>
constexpr void put_verbatim(Out& out, std::string_view text) {
    for (const char& character : text) {
        switch (character) {
            case '{': put(out, "%7B"); break;
            case '}': put(out, "%7D"); break;
            case '\\': put(out, "%5C"); break;
            default: put(out, character);
        }
    }
}

template <class Out>
constexpr void begin_field(Out& out, std::string_view name) {
    put_all(out, ",\n  ", name, " = {");
}

/// A field with a text; nothing where the text is empty.
template <class Out>
constexpr void put_field(Out& out, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    begin_field(out, name);
    put_text(out, text);
    put(out, "}");
}

/// Whether the text has the word "and", in any case. BibTeX splits a list of authors there, unless it stands in braces.
constexpr bool has_and(std::string_view text) noexcept {
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        const bool begins = at == 0 || text[at - 1] == ' ';
        const bool ends = at + 3 == text.size() || text[at + 3] == ' ';
        // The bit by which the cases of ASCII letters differ.
        if (begins && ends && (text[at] | 0x20) == 'a' && (text[at + 1] | 0x20) == 'n' &&
            (text[at + 2] | 0x20) == 'd') {
            return true;
        }
    }
    return false;
}

/// Whether a word before the last one begins in lower case: BibTeX takes all up to it for particles.
constexpr bool has_particle(std::string_view family) noexcept {
    bool begins = true;
    bool found = false;
    for (const char character : family) {
        if (character == ' ' && found) return true;
        if (begins && character != '\'') found = character >= 'a' && character <= 'z';
        begins = character == ' ' || (begins && character == '\'');
    }
    return false;
}

/// A part of a name, in braces where BibTeX would divide it.
template <class Out>
constexpr void put_part(Out& out, std::string_view part, bool is_family = false) {
    const bool divides = has_and(part) || part.find(',') != part.npos || (is_family && has_particle(part));
    if (divides) put(out, "{");
    put_text(out, part);
    if (divides) put(out, "}");
}

/// Whether a space follows the particle in the name, as in "van Dijk", but not in "d'Alembert".
constexpr bool stands_apart(std::string_view name, std::string_view particle) noexcept {
    for (std::size_t at = 0; at + particle.size() < name.size(); ++at) {
        if (stands_at(name, at, particle) && name[at + particle.size()] == ' ') return true;
    }
    return false;
}

/// "von Family, Suffix, Given", or the whole name in braces where nothing is given: BibTeX would find given names in
/// what is there, and others in the family name "others".
template <class Out>
constexpr void put_name(Out& out, const contributor& person) {
    if (person.given().empty()) {
        put(out, "{");
        put_text(out, person.name());
        put(out, "}");
        return;
    }
    for (const std::string_view particle : {person.dropping_particle(), person.particle()}) {
        if (particle.empty()) continue;
        put_part(out, particle);
        if (stands_apart(person.name(), particle)) put(out, " ");
    }
    put_part(out, person.family(), true);
    if (!person.suffix().empty()) {
        put(out, ", ");
        put_part(out, person.suffix());
    }
    put(out, ", ");
    put_part(out, person.given());
}

template <class Out>
constexpr void put_authors(Out& out, const citation& source) {
    const std::size_t count = source.authors().size();
    if (count == 0) return;
    begin_field(out, "author");
    for (std::size_t at = 0; at < count; ++at) {
        if (at > 0) put(out, " and ");
        put_name(out, source.contributors()[at]);  // authors come first
    }
    put(out, source.has_others("author") ? " and others}" : "}");
}

struct entry_form {
    std::string_view type;
    std::string_view container_field;
};

constexpr entry_form form_of(csl_type type) noexcept {
    // No switch: some compilers warn of one that does not name every type.
    if (type == csl_type::article_journal || type == csl_type::article_magazine ||
        type == csl_type::article_newspaper) {
        return {"article", "journal"};
    }
    if (type == csl_type::paper_conference) return {"inproceedings", "booktitle"};
    if (type == csl_type::chapter) return {"incollection", "booktitle"};
    if (type == csl_type::book) return {"book", "series"};
    if (type == csl_type::report) return {"techreport", "series"};
    return {"misc", "howpublished"};
}

}  // namespace detail::bibtex

/// Writes the BibTeX entry of a record, under its `key()`: all authors, the title as published and with its capitals,
/// where and when it was published, arXiv identifier, DOI and URL. UTF-8, with the special characters of LaTeX escaped.
/// Returns the iterator behind the last character; throws only what writing to it throws.
template <detail::character_output Out>
constexpr Out write_bibtex(Out out, entry source) {
    namespace bibtex = detail::bibtex;
    const citation cited = source.citation();
    const bibtex::entry_form form = bibtex::form_of(cited.type());
    const bool is_report = cited.type() == csl_type::report;
    detail::put_all(out, "@", form.type, "{", source.key());
    bibtex::put_authors(out, cited);
    bibtex::begin_field(out, "title");
    detail::put(out, "{");  // the second pair of braces keeps styles from changing the capitals
    bibtex::put_text(out, cited.title());
    detail::put(out, "}}");
    bibtex::put_field(out, form.container_field, cited.variable("container-title"));
    bibtex::put_field(out, is_report ? "institution" : "publisher", cited.variable("publisher"));
    if (is_report) bibtex::put_field(out, "type", cited.variable("genre"));
    bibtex::put_field(out, "volume", cited.variable("volume"));
    bibtex::put_field(out, "number", cited.variable("issue"));
    bibtex::put_field(out, "pages", cited.variable("page"));
    if (cited.year() > 0) {
        bibtex::begin_field(out, "year");
        detail::put_number(out, cited.year());
        detail::put(out, "}");
    }
    if (!cited.arxiv_id().empty()) {
        bibtex::put_field(out, "eprint", cited.arxiv_id());
        bibtex::put_field(out, "archiveprefix", "arXiv");
    }
    if (!cited.doi().empty()) {
        bibtex::begin_field(out, "doi");
        bibtex::put_verbatim(out, cited.doi());
        detail::put(out, "}");
    }
    if (!cited.url().empty()) {
        bibtex::begin_field(out, "url");
        bibtex::put_verbatim(out, cited.url());
        detail::put(out, "}");
    }
    detail::put(out, "\n}\n");
    return out;
}

}  // namespace refcatalog

#endif
