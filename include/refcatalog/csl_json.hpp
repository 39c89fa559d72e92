// Writes citations in CSL-JSON.
#ifndef REFCATALOG_CSL_JSON_HPP
#define REFCATALOG_CSL_JSON_HPP

#include <refcatalog/citation.hpp>
#include <refcatalog/detail/citation_fields.hpp>
#include <refcatalog/detail/entry_range.hpp>
#include <refcatalog/detail/json_text.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/entry.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog {
namespace detail::csl_json {

using json::put_characters;
using json::put_string;

/// A further member of an object; nothing if the value is empty.
template <class Out>
constexpr void put_member(Out& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    put_all(out, ",\n  \"", name, "\": ");
    put_string(out, value);
}

/// A URL, with each apostrophe percent-encoded, because readers would turn it into a typographic one.
template <class Out>
constexpr void put_url(Out& out, std::string_view url) {
    put(out, ",\n  \"URL\": \"");
    for (std::size_t at = 0; at != url.size(); ++at) {
        if (url[at] == '\'') put(out, "%27");
        else put_characters(out, part_of(url, at, 1));
    }
    put(out, "\"");
}

/// A name as an object; empty members are omitted.
template <class Out>
constexpr void put_name(Out& out, const contributor& person) {
    std::string_view begin = "{\"";
    const auto put_part = [&](std::string_view name, std::string_view value) {
        if (value.empty()) return;
        put_all(out, begin, name, "\": ");
        put_string(out, value);
        begin = ", \"";
    };
    if (person.is_literal()) put_part("literal", person.name());
    put_part("family", person.family());
    put_part("given", person.given());
    put_part("dropping-particle", person.dropping_particle());
    put_part("non-dropping-particle", person.particle());
    put_part("suffix", person.suffix());
    put(out, "}");
}

/// The contributors, as a member for each role.
template <class Out>
constexpr void put_contributors(Out& out, citation source) {
    for (std::size_t role = generated::csl_table::author; role != generated::csl_table::arxiv; ++role) {
        const contributor_view contributors = citation_values::contributors(source, role);
        if (contributors.empty()) continue;
        put_all(out, ",\n  \"", variable_name(role), "\": ");
        std::string_view separator = "[";
        for (const contributor person : contributors) {
            put(out, separator);
            put_name(out, person);
            separator = ", ";
        }
        put(out, source.has_others(variable_name(role)) ? ", {\"literal\": \"others\"}]" : "]");
    }
}

/// The first parts of a date, as many as wanted.
template <class Out>
constexpr void put_date_parts(Out& out, partial_date date, int wanted) {
    put(out, "[");
    put_number(out, date.year());
    for (const int part : {date.month(), date.day()}) {
        if (--wanted == 0) break;
        put(out, ", ");
        put_number(out, part);
    }
    put(out, "]");
}

/// How many parts of a date are given.
constexpr int parts_of(partial_date date) noexcept { return 1 + (date.month() > 0) + (date.day() > 0); }

/// The dates, each as a member: in words, or in parts; a range has the parts of its first date, then those of its last.
/// Both ends of a range are as precise as the less precise one: citeproc-js fails on any other range.
template <class Out>
constexpr void put_dates(Out& out, citation source) {
    for (std::size_t number = generated::csl_table::first_date; number != generated::csl_table::author; ++number) {
        const std::string_view name = variable_name(number);
        const partial_date begin = citation_values::begin(source, number);
        const partial_date end = citation_values::end(source, number);
        if (begin != partial_date{}) {
            const bool is_range = end != partial_date{};
            const int parts = is_range && parts_of(end) < parts_of(begin) ? parts_of(end) : parts_of(begin);
            put_all(out, ",\n  \"", name, "\": {\"date-parts\": [");
            put_date_parts(out, begin, parts);
            if (is_range) {
                put(out, ", ");
                put_date_parts(out, end, parts);
            }
            put(out, "]}");
        } else if (const std::string_view words = citation_values::words(source, number); !words.empty()) {
            put_all(out, ",\n  \"", name, "\": {\"literal\": ");
            put_string(out, words);
            put(out, "}");
        }
    }
}

/// The note and the arXiv identifier. The identifier is the number of a preprint that has no other number; in any other
/// citation it ends the note, because styles would print a number as that of the article.
template <class Out>
constexpr void put_arxiv_and_note(Out& out, citation source) {
    const std::string_view arxiv = source.arxiv_id();
    const std::string_view note = source.variable("note");
    const bool is_number = source.type() == csl_type::article && source.variable("number").empty();
    if (is_number && !arxiv.empty()) put_all(out, ",\n  \"number\": \"arXiv:", arxiv, "\"");
    if (is_number || arxiv.empty()) {
        put_member(out, "note", note);
    } else {
        put(out, ",\n  \"note\": \"");
        put_characters(out, note);
        put_all(out, note.empty() ? "arXiv:" : "\\narXiv:", arxiv, "\"");
    }
}

}  // namespace detail::csl_json

/// Writes a record as an item of CSL-JSON, which reference managers and pandoc read: an object with its `key()` as its
/// id, and its whole citation. The arXiv identifier is the number of a preprint that has no other number; for any other
/// publication, it ends the note. The output is valid JSON in UTF-8. Returns the iterator past the last character;
/// throws only what writing to it throws.
template <detail::character_output Out>
constexpr Out write_csl_json(Out out, entry source) {
    namespace csl = detail::csl_json;
    const citation cited = source.citation();
    detail::put(out, "{\n  \"id\": ");
    csl::put_string(out, source.key());
    csl::put_member(out, "type", to_string(cited.type()));
    for (const citation_variable each : cited.variables()) {
        if (each.name() == "URL") csl::put_url(out, each.value());
        else if (each.name() != "note") csl::put_member(out, each.name(), each.value());
    }
    csl::put_arxiv_and_note(out, cited);
    csl::put_contributors(out, cited);
    csl::put_dates(out, cited);
    detail::put(out, "\n}");
    return out;
}

/// Writes records, in their order, as an array of CSL-JSON items, with a line break at the end.
template <detail::character_output Out, class Range>
requires detail::entry_range<Range>
constexpr Out write_csl_json(Out out, Range&& range) {
    detail::put(out, "[");
    std::string_view separator = "\n";
    for (const auto& element : range) {
        detail::put(out, separator);
        out = write_csl_json(static_cast<Out&&>(out), detail::entry_of(element));
        separator = ",\n";
    }
    detail::put(out, separator == "\n" ? "]\n" : "\n]\n");
    return out;
}

}  // namespace refcatalog

#endif
