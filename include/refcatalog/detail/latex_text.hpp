#ifndef REFCATALOG_DETAIL_LATEX_TEXT_HPP
#define REFCATALOG_DETAIL_LATEX_TEXT_HPP

// IWYU pragma: private, include <refcatalog/bibtex.hpp>

#include <refcatalog/detail/writing.hpp>

#include <cstddef>
#include <string_view>

// Texts in the fields of BibTeX and BibLaTeX. Functions of a text are templates, so that compilers analyse them only
// for a program that writes.

namespace refcatalog::detail::bibtex {

/// The escaped form of a character in a LaTeX text; empty if it needs none.
template <class Text>
constexpr Text escape(char character, bool braces_pair_up) noexcept {
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

/// Whether the braces are balanced. BibTeX counts a brace after a backslash like any other, and rejects a field with
/// unbalanced braces.
template <class Text>
constexpr bool braces_pair_up(Text text) noexcept {
    int open = 0;
    for (const char character : text) {
        if (character == '{') ++open;
        if (character == '}' && --open < 0) return false;
    }
    return open == 0;
}

template <class Character>
constexpr bool is_space(Character character) noexcept {
    return character == ' ' || character == '\n' || character == '\t';
}

template <class Out>
constexpr void put_escaped(Out& out, std::string_view text, bool braces_pair_up) {
    char before = '\0';
    for (const char& character : text) {
        if (is_space(character)) {
            // An empty line would end a paragraph, which some readers join to the next one without a space. Braces at
            // the beginning of a line represent it: they print nothing, and the import recognizes them.
            const bool ends_line = character == '\n';
            if (!ends_line && is_space(before)) continue;
            put(out, !ends_line ? " " : before == '\n' ? "{}" : "\n");
            before = character;
            continue;
        }
        const std::string_view escaped = escape<std::string_view>(character, braces_pair_up);
        // LaTeX turns two adjacent hyphens or quotation marks, "?`" and "!`" into one character.
        const bool touches = character == before && (character == '-' || character == '\'' || character == '`');
        if (touches || (character == '`' && (before == '?' || before == '!'))) put(out, "{}");
        if (escaped.empty()) put(out, character);
        else put(out, escaped);
        before = character;
    }
}

template <class Out>
constexpr void put_text(Out& out, std::string_view text) {
    put_escaped(out, text, braces_pair_up(text));
}

/// A URL or a DOI, unchanged except for characters that would end the field, or that readers treat as markup.
template <class Out>
constexpr void put_verbatim(Out& out, std::string_view text) {
    for (const char& character : text) {
        switch (character) {
            case '{': put(out, "%7B"); break;
            case '}': put(out, "%7D"); break;
            case '\\': put(out, "%5C"); break;
            case '"': put(out, "%22"); break;
            case '$': put(out, "%24"); break;
            case '\'': put(out, "%27"); break;
            default: put(out, character);
        }
    }
}

/// Whether the text has the word "and", in any case. BibTeX splits a list of authors there, unless it is in braces.
template <class Text>
constexpr bool has_and(Text text) noexcept {
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        const bool begins = at == 0 || text[at - 1] == ' ';
        const bool ends = at + 3 == text.size() || text[at + 3] == ' ';
        // The bit by which the cases of ASCII letters differ.
        const bool is_and = (text[at] | 0x20) == 'a' && (text[at + 1] | 0x20) == 'n' && (text[at + 2] | 0x20) == 'd';
        if (begins && ends && is_and) return true;
    }
    return false;
}

template <class Out>
constexpr void put_in_braces(Out& out, std::string_view text) {
    put(out, "{");
    put_text(out, text);
    put(out, "}");
}

/// A text that BibLaTeX and some readers of BibTeX treat as a list, in braces if they would split it.
template <class Out>
constexpr void put_undivided(Out& out, std::string_view text) {
    if (has_and(text)) put_in_braces(out, text);
    else put_text(out, text);
}

/// Whether a byte is an ASCII letter, a digit, or part of a character beyond ASCII.
template <class Character>
constexpr bool is_in_word(Character character) noexcept {
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
           (character >= 'a' && character <= 'z') || static_cast<unsigned char>(character) >= 0x80;
}

/// Whether a capital of the Latin, Greek or Cyrillic alphabet begins there, except those of Latin Extended.
template <class Text>
constexpr bool is_capital(Text text, std::size_t at) noexcept {
    const unsigned first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return first >= 'A' && first <= 'Z';
    if (first < 0xC3 || first > 0xD0 || at + 1 == text.size()) return false;
    const unsigned code = (first & 0x1FU) * 64 + (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
    return (code >= 0xC0 && code <= 0xDE && code != 0xD7) || (code >= 0x386 && code <= 0x3AB) ||
           (code >= 0x400 && code <= 0x42F);
}

/// Whether a word has a capital, or, if it is the first one, a capital after its first character.
template <class Text>
constexpr bool has_capital(Text word, bool is_first) noexcept {
    for (std::size_t at = 0; at != word.size(); ++at) {
        if (is_capital(word, at) && !(is_first && at == 0)) return true;
    }
    return false;
}

/// A title, with each word that has capitals in braces: braces around the whole suffice for BibTeX, but some readers
/// heed only those around words.
template <class Out>
constexpr void put_title(Out& out, std::string_view title) {
    const bool pair_up = braces_pair_up(title);
    std::size_t at = 0;
    while (at != title.size()) {
        // Punctuation around a word belongs to the sentence.
        std::size_t end = at;
        while (end != title.size() && !is_in_word(title[end])) ++end;
        put_escaped(out, part_of(title, at, end - at), pair_up);
        const bool is_first = at == 0;
        at = end;
        while (end != title.size() && title[end] != ' ') ++end;
        while (end != at && !is_in_word(title[end - 1])) --end;
        const std::string_view word = part_of(title, at, end - at);
        const bool has_brace = word.find('{') != word.npos || word.find('}') != word.npos;
        const bool protects = has_capital(word, is_first) && !has_brace;
        if (protects) put(out, "{");
        put_escaped(out, word, pair_up);
        if (protects) put(out, "}");
        at = end;
    }
}

}  // namespace refcatalog::detail::bibtex

#endif
