#ifndef REFCATALOG_DETAIL_LATEX_TEXT_HPP
#define REFCATALOG_DETAIL_LATEX_TEXT_HPP

// IWYU pragma: private, include <refcatalog/bibtex.hpp>

#include <refcatalog/detail/writing.hpp>

#include <cstddef>
#include <string_view>

// Texts in the fields of BibTeX and BibLaTeX.

namespace refcatalog::detail::bibtex {

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
constexpr void put_escaped(Out& out, std::string_view text, bool braces_pair_up) {
    char before = '\0';
    for (const char& character : text) {
        const std::string_view escaped = escape(character, braces_pair_up);
        // LaTeX makes one character of two hyphens or quotation marks that touch, and of "?`" and "!`".
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

/// A URL or a DOI is taken as it is, except for what would end the field.
template <class Out>
constexpr void put_verbatim(Out& out, std::string_view text) {
    for (const char& character : text) {
        switch (character) {
            case '{': put(out, "%7B"); break;
            case '}': put(out, "%7D"); break;
            case '\\': put(out, "%5C"); break;
            case '"': put(out, "%22"); break;
            case '$': put(out, "%24"); break;
            default: put(out, character);
        }
    }
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

template <class Out>
constexpr void put_in_braces(Out& out, std::string_view text) {
    put(out, "{");
    put_text(out, text);
    put(out, "}");
}

/// A text that BibLaTeX and some readers of BibTeX take for a list, in braces where they would divide it.
template <class Out>
constexpr void put_undivided(Out& out, std::string_view text) {
    if (has_and(text)) put_in_braces(out, text);
    else put_text(out, text);
}

/// Whether a character is a letter of ASCII, a digit, or part of a character beyond ASCII.
constexpr bool is_in_word(char character) noexcept {
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
           (character >= 'a' && character <= 'z') || static_cast<unsigned char>(character) >= 0x80;
}

/// Whether the capitals of a word have a meaning, so that no style may change them: it has one behind its first
/// character, as in "LoRA", or is nothing but one, as in "Plan B"; but for "A", the article.
constexpr bool is_spelled_with_capitals(std::string_view word) noexcept {
    std::size_t count = 0;
    bool has_capital = false;
    for (const char character : word) {
        if (!is_in_word(character)) continue;
        const bool is_capital = character >= 'A' && character <= 'Z';
        if (is_capital && count > 0) return true;
        has_capital = has_capital || (is_capital && character != 'A');
        ++count;
    }
    return has_capital && count == 1;
}

/// A title, with words whose capitals have a meaning in braces: BibTeX needs no more than those around the whole, but
/// some readers heed only these.
template <class Out>
constexpr void put_title(Out& out, std::string_view title) {
    const bool pair_up = braces_pair_up(title);
    std::size_t at = 0;
    while (at != title.size()) {
        std::size_t end = at;
        while (end != title.size() && !is_in_word(title[end])) ++end;
        put_escaped(out, part_of(title, at, end - at), pair_up);
        at = end;
        while (end != title.size() && title[end] != ' ' && title[end] != '-' && title[end] != '/') ++end;
        while (end != at && !is_in_word(title[end - 1])) --end;
        const std::string_view word = part_of(title, at, end - at);
        const bool protects =
            is_spelled_with_capitals(word) && word.find('{') == word.npos && word.find('}') == word.npos;
        if (protects) put(out, "{");
        put_escaped(out, word, pair_up);
        if (protects) put(out, "}");
        at = end;
    }
}

/// Pages, with the two hyphens that BibTeX has for a range: for an en dash, else for the middle one of an odd number of
/// hyphens, as in "12-34" and "A-1-A-3".
template <class Out>
constexpr void put_pages(Out& out, std::string_view pages) {
    constexpr std::string_view en_dash = "\xe2\x80\x93";
    std::size_t at = 0;
    while (at != pages.size()) {
        std::size_t end = at;
        std::size_t hyphens = 0;
        bool has_dash = false;
        for (; end != pages.size() && pages[end] != ','; ++end) {
            hyphens += pages[end] == '-';
            has_dash = has_dash || stands_at(pages, end, en_dash);
        }
        std::size_t range = has_dash || hyphens % 2 == 0 ? 0 : hyphens / 2 + 1;
        while (at != end) {
            if (stands_at(pages, at, en_dash)) {
                put(out, "--");
                at += en_dash.size();
            } else {
                const bool is_range = pages[at] == '-' && range > 0 && --range == 0;
                put_text(out, is_range ? "-" : part_of(pages, at, 1));
                if (is_range) put(out, "-");
                ++at;
            }
        }
        if (at != pages.size()) put(out, pages[at++]);
    }
}

}  // namespace refcatalog::detail::bibtex

#endif
