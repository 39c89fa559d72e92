// Writes citations in BibTeX and BibLaTeX.
#ifndef REFCATALOG_BIBTEX_HPP
#define REFCATALOG_BIBTEX_HPP

#include <refcatalog/citation.hpp>
#include <refcatalog/detail/citation_fields.hpp>
#include <refcatalog/detail/date_text.hpp>
#include <refcatalog/detail/entry_range.hpp>
#include <refcatalog/detail/latex_names.hpp>
#include <refcatalog/detail/latex_text.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/entry.hpp>
#include <refcatalog/generated/formats.hpp>
#include <refcatalog/partial_date.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog {
namespace detail::bibtex {

/// BibTeX for classic styles.
struct classic {
    using types = generated::bibtex_types;
    using fields = generated::bibtex_fields;
    static constexpr bool is_biblatex = false;
};

struct biblatex {
    using types = generated::biblatex_types;
    using fields = generated::biblatex_fields;
    static constexpr bool is_biblatex = true;
};

template <class Out>
constexpr void begin_field(Out& out, std::string_view name) {
    put_all(out, ",\n  ", name, " = {");
}

/// The year, and the month and day if given. A range has its years in `year`; if it has months, it is also in `date`,
/// for readers that know that field.
template <class Out>
constexpr void put_classic_date(Out& out, partial_date begin, partial_date end) {
    constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
    begin_field(out, "year");
    put_number(out, begin.year());
    if (end.year() > begin.year()) {
        put(out, "/");
        put_number(out, end.year());
    }
    put(out, "}");
    const bool is_range = end != partial_date{};
    if (is_range && (begin.month() > 0 || end.month() > 0)) {
        begin_field(out, "date");
        put_dates(out, begin, end);
        put(out, "}");
    }
    if (is_range || begin.month() == 0) return;
    // A macro, because each style spells the months in its own way.
    put_all(out, ",\n  month = ", part_of(months, static_cast<std::size_t>(begin.month() - 1) * 3, 3));
    if (begin.day() == 0) return;
    begin_field(out, "day");
    put_number(out, begin.day());
    put(out, "}");
}

/// A date, or its words. The words of a date of publication go into the field for the year, which takes any text.
template <class Format, class Out, class Citation>
constexpr void put_date_field(Out& out, Citation source, const format_field& field) {
    const partial_date begin = citation_values::begin(source, field.variable);
    const partial_date end = citation_values::end(source, field.variable);
    const bool is_issued = field.form == generated::field_form::issued;
    if (begin == partial_date{}) {
        begin_field(out, is_issued ? "year" : field.name);
        put_text(out, citation_values::words(source, field.variable));
        put(out, "}");
    } else if (is_issued && !Format::is_biblatex) {
        put_classic_date(out, begin, end);
    } else {
        begin_field(out, field.name);
        put_dates(out, begin, end);
        put(out, "}");
    }
}

/// Babel's name of the language, or the tag itself if babel has no name for it.
template <class Table>
constexpr std::string_view language_name(std::string_view language) noexcept {
    for (std::size_t row = 0; row != Table::size; ++row) {
        if (text<Table>(row, Table::column_::language) == language) return text<Table>(row, Table::column_::name);
    }
    return language;
}

/// Pages, with BibTeX's two hyphens for a range.
template <class Out>
constexpr void put_pages(Out& out, std::string_view pages) {
    std::size_t at = 0;
    while (at != pages.size()) {
        std::size_t end = at;
        while (end != pages.size() && pages[end] != ',') ++end;
        const std::string_view item = part_of(pages, at, end - at);
        const range_mark mark = range_mark_of(item);
        put_text(out, part_of(item, 0, mark.at));
        if (mark.size > 0) put(out, "--");
        put_text(out, part_of(item, mark.at + mark.size, item.size() - mark.at - mark.size));
        if (end != pages.size()) put(out, pages[end++]);
        at = end;
    }
}

/// The inside of a field that is one text.
template <class Out>
constexpr void put_value(Out& out, std::string_view value, std::size_t form) {
    using forms = generated::field_form;
    switch (form) {
        case forms::title:
            put(out, "{");  // the second pair of braces keeps styles from changing the capitals
            put_title(out, value);
            return put(out, "}");
        case forms::publisher:
        case forms::place: return put_undivided(out, value);
        case forms::page: return put_pages(out, value);
        case forms::language: return put_text(out, language_name<generated::language_names>(value));
        case forms::identifier:
        case forms::arxiv: return put_verbatim(out, value);
        default: return put_text(out, value);
    }
}

/// The container, or the publisher.
template <class Out>
constexpr void put_venue_field(Out& out, std::string_view value, bool is_container, const type_form& type) {
    const std::string_view name = is_container ? type.container : type.publisher;
    begin_field(out, name);
    put_value(out, value, name == "booktitle" ? generated::field_form::title : generated::field_form::place);
    put(out, "}");
}

/// An edition in the form of the format: "2nd" in BibTeX, whose styles print it unchanged, and 2 in BibLaTeX.
template <class Format, class Out, class Text>
constexpr void put_edition(Out& out, Text edition) {
    std::size_t digits = 0;
    while (digits != edition.size() && edition[digits] >= '0' && edition[digits] <= '9') ++digits;
    if (digits == 0) return put_text(out, edition);
    const bool is_teen = digits > 1 && edition[digits - 2] == '1';
    const char last = is_teen || edition[digits - 1] > '3' ? '0' : edition[digits - 1];
    const Text ordinal = part_of("thstndrd", static_cast<std::size_t>(last - '0') * 2, 2);
    if (Format::is_biblatex && edition.size() == digits + 2 && stands_at(edition, digits, ordinal)) {
        return put(out, part_of(edition, 0, digits));
    }
    put_text(out, edition);
    if (!Format::is_biblatex && edition.size() == digits) put(out, ordinal);
}

/// The value of the field for the number, which several variables share; the type decides which of them comes first.
template <class Citation>
constexpr std::string_view number_of(Citation source, const format_field& field, const type_form& type) noexcept {
    const bool is_article = type.name == form_of<classic::types>(csl_type::article_journal).name;
    const bool is_book = type.container == "booktitle" || type.name == form_of<classic::types>(csl_type::book).name;
    const std::string_view first = source.variable(is_article ? "issue" : is_book ? "collection-number" : "number");
    return first.empty() ? citation_values::text(source, field.variable) : first;
}

/// The tags of the record, in braces if they contain a comma, so that readers do not split them; else the keywords
/// unchanged.
template <class Out, class Tags>
constexpr void put_keywords(Out& out, const Tags& tags, std::string_view keywords) {
    if (!are_tags(keywords, tags)) return put_text(out, keywords);
    std::string_view separator;
    for (const std::string_view tag : tags) {
        put(out, separator);
        if (tag.find(',') != tag.npos) put_in_braces(out, tag);
        else put_text(out, tag);
        separator = ", ";
    }
}

template <class Format, class Out, class Entry, class Citation>
constexpr void put_field(Out& out, Entry entry, Citation source, const format_field& field, const type_form& type) {
    using forms = generated::field_form;
    switch (field.form) {
        case forms::date:
        case forms::issued: return put_date_field<Format>(out, source, field);
        case forms::container:
        case forms::publisher:
            return put_venue_field(out, citation_values::text(source, field.variable), field.form == forms::container,
                                   type);
        case forms::names:
            begin_field(out, field.name);
            put_names(out, source, field.variable);
            break;
        case forms::edition:
            begin_field(out, field.name);
            put_edition<Format>(out, citation_values::text(source, field.variable));
            break;
        case forms::number:
            begin_field(out, field.name);
            put_text(out, number_of(source, field, type));
            break;
        case forms::keyword:
            begin_field(out, field.name);
            put_keywords(out, entry.tags(), citation_values::text(source, field.variable));
            break;
        default:
            begin_field(out, field.name);
            put_value(out, citation_values::text(source, field.variable), field.form);
    }
    put(out, "}");
    if (field.form == forms::arxiv) {
        put(out, Format::is_biblatex ? ",\n  eprinttype = {arxiv}" : ",\n  archiveprefix = {arXiv}");
    }
}

/// Whether a BibTeX entry has the fields that classic styles require for its type. Some readers ignore any other entry.
template <class Fields, class Citation>
constexpr bool is_complete(Citation source, const type_form& type) noexcept {
    if (type.name == "misc" || type.name == "booklet") return true;
    const bool editor_will_do = type.name == form_of<classic::types>(csl_type::book).name;
    const bool is_part = type.container != "howpublished";
    bool has_author = false;
    bool has_note = false;
    bool has_venue = false;
    bool has_year = false;
    for_each_given<Fields>(source, [&](const format_field& field) {
        using forms = generated::field_form;
        has_author = has_author || field.name == "author" || (editor_will_do && field.name == "editor");
        has_note = has_note || field.name == "note";
        has_venue = has_venue || field.form == (is_part ? forms::container : forms::publisher);
        has_year = has_year || field.form == forms::issued;
    });
    return has_author && (type.name == "unpublished" ? has_note : has_venue && has_year);
}

template <class Fields, class Citation>
constexpr bool has_container(Citation source) noexcept {
    bool result = false;
    for_each_given<Fields>(
        source, [&](const format_field& field) { result = result || field.form == generated::field_form::container; });
    return result;
}

/// Whether any name has a particle that stays with the family name; BibLaTeX needs an option for that.
template <class Citation>
constexpr bool has_staying_particle(Citation source) noexcept {
    for (const auto person : source.contributors()) {
        if (!person.particle().empty()) return true;
    }
    return false;
}

template <class Format, class Out, class Entry>
constexpr Out put_entry(Out out, Entry source) {
    using types = typename Format::types;
    using fields = typename Format::fields;
    const auto cited = source.citation();
    const type_form given = form_of<types>(cited.type());
    const bool is_misc = !Format::is_biblatex && !is_complete<fields>(cited, given);
    type_form type = is_misc ? form_of<types>(csl_type::document) : given;
    // If the container and the publisher share a field, the container gets it.
    if (type.publisher == type.container && has_container<fields>(cited)) type.publisher = "publisher";
    const bool is_masters = type.name == "phdthesis" && cited.variable("genre").find("aster") != std::string_view::npos;
    put_all(out, "@", is_masters ? "mastersthesis" : type.name, "{", source.key());
    for_each_given<fields>(cited,
                           [&](const format_field& field) { put_field<Format>(out, source, cited, field, type); });
    if (Format::is_biblatex && has_staying_particle(cited)) put(out, ",\n  options = {useprefix=true}");
    put(out, "\n}\n");
    return out;
}

}  // namespace detail::bibtex

/// Writes a record as a BibTeX entry under its `key()`, with a type of the classic styles. The entry has all authors,
/// the title as published and with its capitals, the place and date of publication, the arXiv identifier, DOI and URL,
/// and any other part of the citation that BibTeX has a field for. UTF-8, with the special characters of LaTeX escaped.
/// Returns the iterator past the last character; throws only what writing to it throws.
template <detail::character_output Out>
constexpr Out write_bibtex(Out out, entry source) {
    return detail::bibtex::put_entry<detail::bibtex::classic>(static_cast<Out&&>(out), source);
}

/// Writes the entries of records, in their order.
template <detail::character_output Out, class Range>
requires detail::entry_range<Range>
constexpr Out write_bibtex(Out out, Range&& range) {
    return detail::write_each(static_cast<Out&&>(out), range,
                              [](Out to, entry each) { return write_bibtex(static_cast<Out&&>(to), each); });
}

/// Writes the BibLaTeX entry of a record, as `write_bibtex` does, with the types and fields of BibLaTeX: `software`,
/// `online`, `thesis` and the like, and dates in ISO form.
template <detail::character_output Out>
constexpr Out write_biblatex(Out out, entry source) {
    return detail::bibtex::put_entry<detail::bibtex::biblatex>(static_cast<Out&&>(out), source);
}

/// Writes the entries of records, in their order.
template <detail::character_output Out, class Range>
requires detail::entry_range<Range>
constexpr Out write_biblatex(Out out, Range&& range) {
    return detail::write_each(static_cast<Out&&>(out), range,
                              [](Out to, entry each) { return write_biblatex(static_cast<Out&&>(to), each); });
}

}  // namespace refcatalog

#endif
