#ifndef REFCATALOG_DETAIL_MARKDOWN_TEXT_HPP
#define REFCATALOG_DETAIL_MARKDOWN_TEXT_HPP

// IWYU pragma: private, include <refcatalog/markdown.hpp>

#include <refcatalog/detail/cpp20.hpp>  // must come first
#include <refcatalog/detail/writing.hpp>

#include <cstddef>
#include <string_view>

// Texts and links within a line of Markdown: which characters are markup there, and how to escape them.

namespace refcatalog::detail::markdown {

constexpr bool is_alphanumeric(char character) noexcept {
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
           (character >= 'a' && character <= 'z');
}

constexpr bool is_one_of(char character, std::string_view characters) noexcept {
    return characters.find(character) != characters.npos;
}

/// Whether a name of letters, digits and these characters begins here and ends at the mark.
constexpr bool name_at(std::string_view text, std::size_t at, std::string_view others, char mark) noexcept {
    std::size_t end = at;
    while (end < text.size() && (is_alphanumeric(text[end]) || is_one_of(text[end], others))) ++end;
    return end > at && end < text.size() && text[end] == mark;
}

/// Whether a character reference such as &amp; begins here.
constexpr bool reference_at(std::string_view text, std::size_t at) noexcept {
    return name_at(text, stands_at(text, at + 1, "#") ? at + 2 : at + 1, "", ';');
}

/// Whether the '@' here is that of a mail address, whose host has a dot and may have letters of any script.
constexpr bool mail_around(std::string_view text, std::size_t at) noexcept {
    constexpr auto is_in_host = [](char character) {
        return is_alphanumeric(character) || is_one_of(character, "-_") || static_cast<unsigned char>(character) > 127;
    };
    if (at == 0 || !(is_alphanumeric(text[at - 1]) || is_one_of(text[at - 1], "+-._"))) return false;
    std::size_t dot = at + 1;
    while (dot < text.size() && is_in_host(text[dot])) ++dot;
    return dot + 1 < text.size() && text[dot] == '.' && is_in_host(text[dot + 1]);
}

/// The facts about a line that decide whether some of its characters are markup.
struct line {
    bool pairs_of_underscores = false;
    bool pairs_of_tildes = false;
    bool pairs_of_dollars = false;
    bool pairs_of_carets = false;
    bool begins = false;
    bool is_heading = false;
};

/// Counts the characters in the texts of a line that are markup in pairs.
struct mark_counts {
    std::size_t underscores = 0;
    std::size_t tildes = 0;
    std::size_t dollars = 0;
    std::size_t carets = 0;

    constexpr void add(std::string_view text) noexcept {
        for (const char character : text) {
            underscores += character == '_';
            tildes += character == '~';
            dollars += character == '$';
            carets += character == '^';
        }
    }
    constexpr line of_line() const noexcept { return {underscores > 1, tildes > 1, dollars > 1, carets > 1}; }
};

/// The line made of these texts.
template <class... Texts>
constexpr line line_of(const Texts&... texts) noexcept {
    mark_counts counts;
    (counts.add(texts), ...);
    return counts.of_line();
}

/// The same for a heading, which a '#' at the end would shorten.
template <class... Texts>
constexpr line heading_of(const Texts&... texts) noexcept {
    line result = line_of(texts...);
    result.is_heading = true;
    return result;
}

/// Whether the text up to here, at the beginning of a line, is a list number, or would begin a block.
constexpr bool begins_block(std::string_view text, std::size_t at) noexcept {
    if (at == 0) return is_one_of(text[at], "#+-=>");
    if (text[at] != '.' && text[at] != ')') return false;
    for (std::size_t before = 0; before < at; ++before) {
        if (text[before] < '0' || text[before] > '9') return false;
    }
    return true;
}

/// Whether a character would be markup in a line of Markdown, with the extensions of its readers.
constexpr bool is_special(std::string_view text, std::size_t at, line around) noexcept {
    if (around.begins && begins_block(text, at)) return true;
    switch (text[at]) {
        case '\\':
        case '`':
        case '*':
        case '[':
        case ']':
        case '{':
        case '}':
        case '<':
        case '|': return true;
        case '#': return around.is_heading;
        case '_': return around.pairs_of_underscores;
        case '~': return around.pairs_of_tildes;
        case '$': return around.pairs_of_dollars;
        case '^': return around.pairs_of_carets;
        case '&': return reference_at(text, at);
        // An address would become a link, with any Korean particle after it; :name: would become an emoji.
        case ':': return stands_at(text, at, "://") || name_at(text, at + 1, "+-_", ':');
        case '.': return at >= 3 && stands_at(text, at - 3, "www");
        case '@': return mail_around(text, at);
        default: return false;
    }
}

/// A character as plain text: after a backslash if every reader accepts that as an escape, else as a reference.
template <class Out>
constexpr void put_escaped(Out& out, char character) {
    if (is_one_of(character, "\\*_{}[]()#+-|")) return put_all(out, '\\', character);
    switch (character) {
        case '&': return put(out, "&amp;");
        case '<': return put(out, "&lt;");
        case '>': return put(out, "&gt;");
        default: put(out, "&#"), put_number(out, character), put(out, ';');
    }
}

constexpr bool is_line_break(char character) noexcept { return character == '\n' || character == '\r'; }

/// A text within a line: escapes anything that Markdown would treat as markup; line breaks become a space.
template <class Out>
constexpr void put_text(Out& out, std::string_view text, line around) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_line_break(text[at])) {
            if (at == 0 || !is_line_break(text[at - 1])) put(out, ' ');
        } else if (is_special(text, at, around)) {
            put_escaped(out, text[at]);
        } else {
            put(out, text[at]);
        }
    }
}

template <class Out>
constexpr void put_bold(Out& out, std::string_view text, line around) {
    // A tilde does not count as punctuation for the asterisks beside it.
    around.pairs_of_tildes = true;
    put(out, "**");
    put_text(out, text, around);
    put(out, "**");
}

/// The target of a link: percent-encodes anything that would end it, begin a title, or be mathematics, because not
/// every reader accepts escapes there.
template <class Out>
constexpr void put_target(Out& out, std::string_view url) {
    for (std::size_t at = 0; at < url.size(); ++at) {
        if (is_one_of(url[at], "()<>\\`|$\"'")) {
            constexpr std::string_view digits = "0123456789ABCDEF";
            const auto code = static_cast<unsigned char>(url[at]);
            put_all(out, '%', digits[code / 16U], digits[code % 16U]);
        } else {
            put(out, url[at]);
            if (url[at] == '&' && reference_at(url, at)) put(out, "amp;");
        }
    }
}

/// A link, or the label alone if it has no target.
template <class Out>
constexpr void put_link(Out& out, std::string_view label, std::string_view url, line around) {
    if (url.empty()) return put_text(out, label, around);
    // A caret at the beginning of the label would make it a footnote.
    around.pairs_of_carets = around.pairs_of_carets || stands_at(label, std::size_t{0}, "^");
    put(out, '[');
    put_text(out, label.empty() ? url : label, around);
    put(out, "](");
    put_target(out, url);
    put(out, ')');
}

}  // namespace refcatalog::detail::markdown

#endif
