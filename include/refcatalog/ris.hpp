// Writes citations in RIS.
#ifndef REFCATALOG_RIS_HPP
#define REFCATALOG_RIS_HPP

#include <refcatalog/citation.hpp>
#include <refcatalog/detail/citation_fields.hpp>
#include <refcatalog/detail/date_text.hpp>
#include <refcatalog/detail/entry_range.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/entry.hpp>
#include <refcatalog/generated/formats.hpp>
#include <refcatalog/partial_date.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog {
namespace detail::ris {

template <class Out>
constexpr void begin_line(Out& out, std::string_view tag) {
    put_all(out, tag, "  - ");
}

/// A text on one line: a line break could end the value, or begin another.
template <class Out>
constexpr void put_text(Out& out, std::string_view text) {
    for (const char& character : text) put(out, static_cast<unsigned char>(character) < 0x20 ? ' ' : character);
}

template <class Out>
constexpr void put_line(Out& out, std::string_view tag, std::string_view text) {
    begin_line(out, tag);
    put_text(out, text);
    put(out, "\r\n");
}

/// "van Family, Given, Suffix", or the whole name if it has no parts.
template <class Out>
constexpr void put_name(Out& out, const contributor& person) {
    if (person.given().empty()) return put_text(out, person.name());
    put_particles(out, person, [](Out& to, std::string_view particle) { put_text(to, particle); });
    put_text(out, person.family());
    put(out, ", ");
    put_text(out, person.given());
    if (person.suffix().empty()) return;
    put(out, ", ");
    put_text(out, person.suffix());
}

template <class Out, class Citation>
constexpr void put_names(Out& out, Citation source, const format_field& field) {
    for (const contributor person : citation_values::contributors(source, field.variable)) {
        begin_line(out, field.name);
        put_name(out, person);
        put(out, "\r\n");
    }
    if (source.has_others(variable_name(field.variable))) put_line(out, field.name, "others");
}

/// "2020/05/03/": year, month and day, each empty if not given, and other information.
template <class Out>
constexpr void put_date_line(Out& out, std::string_view tag, partial_date begin, partial_date end) {
    begin_line(out, tag);
    put_date(out, begin, '/');
    put(out, begin.day() > 0 ? "/" : begin.month() > 0 ? "//" : "///");
    if (end != partial_date{}) put_date(out, end);
    put(out, "\r\n");
}

/// A date of a variable. The date of publication has a line for the year, and another for the whole date if it is more
/// than a year.
template <class Out, class Citation>
constexpr void put_dates(Out& out, Citation source, const format_field& field) {
    const partial_date begin = citation_values::begin(source, field.variable);
    const partial_date end = citation_values::end(source, field.variable);
    if (begin == partial_date{}) return put_line(out, field.name, citation_values::words(source, field.variable));
    if (field.form != generated::field_form::issued) return put_date_line(out, field.name, begin, end);
    begin_line(out, field.name);
    put_padded(out, begin.year(), 4);
    put(out, "\r\n");
    if (begin.month() > 0 || end != partial_date{}) put_date_line(out, "DA", begin, end);
}

/// The first page, and the last one if there are two.
template <class Out>
constexpr void put_pages(Out& out, std::string_view tag, std::string_view pages) {
    const range_mark mark = pages.find(',') == pages.npos ? range_mark_of(pages) : range_mark{};
    if (mark.size == 0) return put_line(out, tag, pages);
    put_line(out, tag, part_of(pages, 0, mark.at));
    put_line(out, "EP", part_of(pages, mark.at + mark.size, pages.size() - mark.at - mark.size));
}

/// A line for each keyword: the record's tags, or the texts between commas or semicolons.
template <class Out>
constexpr void put_keywords(Out& out, std::string_view tag, entry source, std::string_view keywords) {
    if (are_tags(keywords, source.tags())) {
        for (const std::string_view each : source.tags()) put_line(out, tag, each);
        return;
    }
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= keywords.size(); ++at) {
        if (at != keywords.size() && keywords[at] != ',' && keywords[at] != ';') continue;
        while (begin != at && keywords[begin] == ' ') ++begin;
        if (begin != at) put_line(out, tag, part_of(keywords, begin, at - begin));
        begin = at + 1;
    }
}

template <class Out, class Citation>
constexpr void put_field(Out& out, entry source, Citation cited, const format_field& field) {
    using forms = generated::field_form;
    const std::string_view value = citation_values::text(cited, field.variable);
    switch (field.form) {
        case forms::names: return put_names(out, cited, field);
        case forms::date:
        case forms::issued: return put_dates(out, cited, field);
        case forms::page: return put_pages(out, field.name, value);
        case forms::keyword: return put_keywords(out, field.name, source, value);
        case forms::arxiv: return put_all(out, field.name, "  - arXiv:", value, "\r\n");
        case forms::pmid: return put_all(out, field.name, "  - PMID: ", value, "\r\n");
        default: return put_line(out, field.name, value);
    }
}

}  // namespace detail::ris

/// Writes a record as an RIS entry under its `key()`, for reference managers: the parts of its citation that RIS has a
/// tag for, and a `KW` for each keyword, by default for each of the record's tags. If several parts share an
/// RIS tag other than `N1` and `SN`, only the first is written. UTF-8; lines end in CR and LF, as the format requires,
/// and a line break within a text becomes a space. Returns the iterator past the last character; throws only what
/// writing to it throws.
template <detail::character_output Out>
constexpr Out write_ris(Out out, entry source) {
    namespace ris = detail::ris;
    const citation cited = source.citation();
    using types = generated::ris_types;
    ris::put_line(out, "TY", detail::text<types>(static_cast<std::size_t>(cited.type()), types::column_::name));
    ris::put_line(out, "ID", source.key());
    detail::for_each_given<generated::ris_fields>(
        cited, [&](const detail::format_field& field) { ris::put_field(out, source, cited, field); });
    ris::put_line(out, "ER", "");
    return out;
}

/// Writes the entries of records, in their order.
template <detail::character_output Out, class Range>
requires detail::entry_range<Range>
constexpr Out write_ris(Out out, Range&& range) {
    return detail::write_each(static_cast<Out&&>(out), range,
                              [](Out to, entry each) { return write_ris(static_cast<Out&&>(to), each); });
}

}  // namespace refcatalog

#endif
