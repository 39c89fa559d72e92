#ifndef REFCATALOG_CSL_JSON_HPP
#define REFCATALOG_CSL_JSON_HPP

#include <refcatalog/citation.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/entry.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog {
namespace detail::csl_json {

/// A JSON string; UTF-8 stays as it is.
template <class Out>
constexpr void put_string(Out& out, std::string_view text) {
    put(out, "\"");
    for (const char& character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (code < 0x20) {
            constexpr std::string_view digits = "0123456789abcdef";
            put_all(out, "\\u00", digits[code / 16U], digits[code % 16U]);
        } else {
            if (character == '"' || character == '\\') put(out, "\\");
            put(out, character);
        }
    }
    put(out, "\"");
}

/// A member of an object that has members before it; nothing where the value is empty.
template <class Out>
constexpr void put_member(Out& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    put_all(out, ",\n  \"", name, "\": ");
    put_string(out, value);
}

template <class Out>
constexpr void put_author(Out& out, std::string_view name, std::string_view family) {
    if (family.empty()) {
        put(out, "{\"literal\": ");
        put_string(out, name);
    } else {
        put(out, "{\"family\": ");
        put_string(out, family);
        put(out, ", \"given\": ");
        put_string(out, given_name(name, family));
    }
    put(out, "}");
}

constexpr std::string_view item_type(const citation& source) noexcept {
    if (source.authors().empty()) return "document";  // how it was published is not known
    switch (source.type()) {
        case publication_type::article: return source.in_journal() ? "article-journal" : "paper-conference";
        case publication_type::preprint: return "article";
        case publication_type::report: return "report";
        case publication_type::software: return "software";
        case publication_type::blog_post: return "post-weblog";
    }
    return "document";
}

/// The entry that an element of a range stands for: a record, an entry, or a std::reference_wrapper of either.
constexpr entry entry_of(entry element) noexcept { return element; }
template <class Wrapper>
requires requires(const Wrapper& wrapper) { entry{wrapper.get()}; }
constexpr entry entry_of(const Wrapper& wrapper) noexcept { return wrapper.get(); }

template <class Range>
concept entry_range = requires(Range& range) {
    entry_of(*std::begin(range));
    std::end(range);
};

}  // namespace detail::csl_json

/// Writes a record as an item of CSL-JSON, which reference managers and pandoc read: an object with its `key()`
/// as its id, all authors, the title as published, venue and year where they are known, arXiv identifier, DOI and URL.
/// A valid JSON text in UTF-8. Returns the iterator behind the last character; throws only what writing to it throws.
template <detail::character_output Out>
constexpr Out write_csl_json(Out out, entry source) {
    namespace csl = detail::csl_json;
    const citation cited = source.citation();
    detail::put(out, "{\n  \"id\": ");
    csl::put_string(out, source.key());
    csl::put_member(out, "type", csl::item_type(cited));
    csl::put_member(out, "title", cited.title());
    for (std::size_t index = 0; index < cited.authors().size(); ++index) {
        detail::put(out, index == 0 ? ",\n  \"author\": [" : ", ");
        csl::put_author(out, cited.authors()[index], cited.family_name(index));
    }
    if (!cited.authors().empty()) detail::put(out, "]");
    csl::put_member(out, cited.type() == publication_type::report ? "publisher" : "container-title", cited.venue());
    if (cited.year() > 0) {
        detail::put(out, ",\n  \"issued\": {\"date-parts\": [[");
        detail::put_number(out, cited.year());
        detail::put(out, "]]}");
    }
    if (cited.type() == publication_type::preprint) csl::put_member(out, "publisher", "arXiv");
    if (!cited.arxiv_id().empty()) {
        detail::put_all(out, ",\n  \"number\": \"arXiv:", cited.arxiv_id(), "\"");
    }
    csl::put_member(out, "DOI", cited.doi());
    csl::put_member(out, "URL", cited.url());
    detail::put(out, "\n}");
    return out;
}

/// Writes records, in their order, as an array of CSL-JSON items, with a line break at the end.
template <detail::character_output Out, class Range>
requires detail::csl_json::entry_range<Range>
constexpr Out write_csl_json(Out out, Range&& range) {
    detail::put(out, "[");
    std::string_view separator = "\n";
    for (const auto& element : range) {
        detail::put(out, separator);
        out = write_csl_json(static_cast<Out&&>(out), detail::csl_json::entry_of(element));
        separator = ",\n";
    }
    detail::put(out, "\n]\n");
    return out;
}

}  // namespace refcatalog

#endif
