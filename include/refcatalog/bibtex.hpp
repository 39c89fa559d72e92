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

/// A URL is taken as it is, except for what would end the field.
template <class Out>
constexpr void put_url(Out& out, std::string_view url) {
    for (const char& character : url) {
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

/// "Family, Given", or the name in braces, as a whole, where the family name is in doubt.
template <class Out>
constexpr void put_author(Out& out, std::string_view name, std::string_view family) {
    // A comma, too, divides a name.
    if (family.empty() || has_and(name) || name.find(',') != name.npos) {
        put(out, "{");
        put_text(out, name);
        put(out, "}");
    } else {
        put_text(out, family);
        put(out, ", ");
        put_text(out, given_name(name, family));
    }
}

constexpr std::string_view entry_type(const citation& source) noexcept {
    if (source.authors().empty()) return "misc";  // how it was published is not known
    switch (source.type()) {
        case publication_type::article: return source.in_journal() ? "article" : "inproceedings";
        case publication_type::report: return "techreport";
        case publication_type::preprint:
        case publication_type::software:
        case publication_type::blog_post: break;
    }
    return "misc";
}

constexpr std::string_view venue_field(const citation& source) noexcept {
    if (source.type() == publication_type::report) return "institution";
    return source.in_journal() ? "journal" : "booktitle";
}

/// The venue, without what BibTeX itself adds.
constexpr std::string_view venue(const citation& source) noexcept {
    constexpr std::string_view added = " technical report";
    const std::string_view venue = source.venue();
    if (source.type() != publication_type::report || venue.size() < added.size()) return venue;
    const std::size_t begin = venue.size() - added.size();
    return stands_at(venue, begin, added) ? part_of(venue, 0, begin) : venue;
}

}  // namespace detail::bibtex

/// Writes the BibTeX entry of a record, under its `key()`: all authors, the title as published and with its capitals,
/// venue and year where they are known, arXiv identifier, DOI and URL. UTF-8, with the special characters of LaTeX
/// escaped. Returns the iterator behind the last character; throws only what writing to it throws.
template <detail::character_output Out>
constexpr Out write_bibtex(Out out, entry source) {
    namespace bibtex = detail::bibtex;
    const citation cited = source.citation();
    detail::put_all(out, "@", bibtex::entry_type(cited), "{", source.key());
    for (std::size_t index = 0; index < cited.authors().size(); ++index) {
        if (index == 0) bibtex::begin_field(out, "author");
        else detail::put(out, " and ");
        bibtex::put_author(out, cited.authors()[index], cited.family_name(index));
    }
    if (!cited.authors().empty()) detail::put(out, "}");
    bibtex::begin_field(out, "title");
    detail::put(out, "{");  // the second pair of braces keeps styles from changing the capitals
    bibtex::put_text(out, cited.title());
    detail::put(out, "}}");
    bibtex::put_field(out, bibtex::venue_field(cited), bibtex::venue(cited));
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
        detail::put_all(out, cited.doi(), "}");
    }
    if (!cited.url().empty()) {
        bibtex::begin_field(out, "url");
        bibtex::put_url(out, cited.url());
        detail::put(out, "}");
    }
    detail::put(out, "\n}\n");
    return out;
}

}  // namespace refcatalog

#endif
