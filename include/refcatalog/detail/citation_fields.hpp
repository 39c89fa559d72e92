#ifndef REFCATALOG_DETAIL_CITATION_FIELDS_HPP
#define REFCATALOG_DETAIL_CITATION_FIELDS_HPP

// IWYU pragma: private, include <refcatalog/bibtex.hpp>

#include <refcatalog/detail/table.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/generated/citations.hpp>
#include <refcatalog/generated/formats.hpp>
#include <refcatalog/partial_date.hpp>

#include <cstddef>
#include <string_view>

// The common part of the writers of bibliographies: the values of a citation by the numbers of their variables, and a
// format's fields for them.

namespace refcatalog::detail {

// The functions are templates over the citation, so that compilers analyse them only for a program that writes.

/// The value of a variable in a citation, by its number.
struct citation_values {
    template <class Citation>
    static constexpr std::string_view text(Citation source, std::size_t number) noexcept {
        return source.text(number);
    }
    template <class Citation>
    static constexpr auto contributors(Citation source, std::size_t role) noexcept {
        using table = generated::citation_table;
        const auto role_of = [](std::size_t at) { return number_at(generated::contributor_table::roles, at) / 2U; };
        const std::size_t end = number_at(table::first_contributor, source.row_() + 1);
        std::size_t first = number_at(table::first_contributor, source.row_());
        while (first != end && role_of(first) != role) ++first;
        std::size_t last = first;
        while (last != end && role_of(last) == role) ++last;
        return decltype(source.contributors()){first, last};
    }
    template <class Citation>
    static constexpr bool has_others(Citation source, std::size_t role) noexcept {
        using table = generated::csl_table;
        return source.has_others(detail::text<table>(table::type_count + role, table::column_::name));
    }
    template <class Citation>
    static constexpr partial_date begin(Citation source, std::size_t number) noexcept {
        return source.date(source.find_date(number) * 2);
    }
    template <class Citation>
    static constexpr partial_date end(Citation source, std::size_t number) noexcept {
        return source.date(source.find_date(number) * 2 + 1);
    }
    /// A date in words.
    template <class Citation>
    static constexpr std::string_view words(Citation source, std::size_t number) noexcept {
        using table = generated::citation_table;
        const std::size_t row = number_at(Citation::dates::literals, source.find_date(number));
        return detail::text<table>(row, table::column_::text);
    }
};

/// A field of a format for a variable.
struct format_field {
    std::string_view name;
    std::size_t variable;
    std::size_t form;
};

template <class Citation>
constexpr bool is_given(Citation source, std::size_t variable, std::size_t form) noexcept {
    if (form == generated::field_form::names) return !citation_values::contributors(source, variable).empty();
    if (form == generated::field_form::date || form == generated::field_form::issued) {
        return citation_values::begin(source, variable) != partial_date{} ||
               !citation_values::words(source, variable).empty();
    }
    return !citation_values::text(source, variable).empty();
}

/// Calls the function with each field of a format that a citation gives, but only with the first given one of several
/// alternatives.
template <class Fields, class Citation, class Function>
constexpr void for_each_given(Citation source, Function function) {
    bool is_done = false;
    for (std::size_t row = 0; row != Fields::size; ++row) {
        const std::size_t variable = number_at(Fields::variables, row);
        const std::size_t form = number_at(Fields::forms, row);
        is_done = is_done && number_at(Fields::alternatives, row) != 0;
        if (is_done || !is_given(source, variable, form)) continue;
        is_done = true;
        function(format_field{text<Fields>(row, Fields::column_::name), variable, form});
    }
}

/// A format's name of a type, and its fields for the container and the publisher.
struct type_form {
    std::string_view name;
    std::string_view container;
    std::string_view publisher;
};

template <class Types>
constexpr type_form form_of(csl_type type) noexcept {
    const auto given = static_cast<std::size_t>(type);
    // Any other value is treated as a document.
    const std::size_t row = given < Types::size ? given : static_cast<std::size_t>(csl_type::document);
    using column = typename Types::column_;
    return {text<Types>(row, column::name), text<Types>(row, column::container), text<Types>(row, column::publisher)};
}

/// Whether a space follows the particle in the name, as in "van Dijk", but not in "d'Alembert".
template <class Text>
constexpr bool stands_apart(Text name, Text particle) noexcept {
    for (std::size_t at = 0; at + particle.size() < name.size(); ++at) {
        if (stands_at(name, at, particle) && name[at + particle.size()] == ' ') return true;
    }
    return false;
}

/// The particles before the family name, each as `put_part` writes it, with a space where the name has one.
template <class Out, class Contributor, class PutPart>
constexpr void put_particles(Out& out, const Contributor& person, PutPart put_part) {
    for (const std::string_view particle : {person.dropping_particle(), person.particle()}) {
        if (particle.empty()) continue;
        put_part(out, particle);
        if (stands_apart(person.name(), particle)) put(out, " ");
    }
}

/// The place and size of the mark in a range of pages; the size is 0 for a single page.
struct range_mark {
    std::size_t at = 0;
    std::size_t size = 0;
};

/// Whether the character at this place is a hyphen, and the first of its run.
template <class Text>
constexpr bool begins_hyphens(Text pages, std::size_t at) noexcept {
    return pages[at] == '-' && (at == 0 || pages[at - 1] != '-');
}

/// The first en dash, or else the middle one of the runs of hyphens, as in "12-34", "12--34" and "A-1-A-3".
template <class Text>
constexpr range_mark range_mark_of(Text pages) noexcept {
    std::size_t count = 0;
    for (std::size_t at = 0; at != pages.size(); ++at) {
        if (stands_at(pages, at, "\xe2\x80\x93")) return {at, 3};
        if (begins_hyphens(pages, at)) ++count;
    }
    if (count % 2 == 0) return {};
    std::size_t at = 0;
    for (std::size_t before = 0; !begins_hyphens(pages, at) || before != count / 2; ++at) {
        if (begins_hyphens(pages, at)) ++before;
    }
    std::size_t end = at;
    while (end != pages.size() && pages[end] == '-') ++end;
    return {at, end - at};
}

/// Whether the keywords of a citation are the tags of its record, and nothing else.
template <class Tags>
constexpr bool are_tags(std::string_view keywords, const Tags& tags) noexcept {
    std::size_t at = 0;
    for (const std::string_view tag : tags) {
        if (at > 0 && !stands_at(keywords, at, ", ")) return false;
        at += at > 0 ? 2 : 0;
        if (!stands_at(keywords, at, tag)) return false;
        at += tag.size();
    }
    return at == keywords.size();
}

}  // namespace refcatalog::detail

#endif
