#ifndef REFCATALOG_DETAIL_CITATION_FIELDS_HPP
#define REFCATALOG_DETAIL_CITATION_FIELDS_HPP

// IWYU pragma: private, include <refcatalog/bibtex.hpp>

#include <refcatalog/citation.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/generated/formats.hpp>
#include <refcatalog/partial_date.hpp>

#include <cstddef>
#include <string_view>

// What the writers of bibliographies share: the values of a citation by the numbers of their variables, and the fields
// that a format has for them.

namespace refcatalog::detail {

// Functions here are templates of the citation, so that compilers look into them only for a program that writes.

/// What a citation says of a variable, by its number.
struct citation_values {
    template <class Citation>
    static constexpr std::string_view text(Citation source, std::size_t number) noexcept {
        return source.text(number);
    }
    template <class Citation>
    static constexpr contributor_view contributors(Citation source, std::size_t role) noexcept {
        return source.template in_role<contributor_view>(role);
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
        return citation_text(number_at(Citation::dates::literals, source.find_date(number)));
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

/// Calls the function with each field of a format that a citation gives. Of those that are alternatives, the first that
/// is given counts.
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

/// What a format calls a type, and its fields for the container and the publisher.
struct type_form {
    std::string_view name;
    std::string_view container;
    std::string_view publisher;
};

template <class Types>
constexpr type_form form_of(csl_type type) noexcept {
    const auto given = static_cast<std::size_t>(type);
    // A value that is none of the types stands for a document.
    const std::size_t row = given < Types::size ? given : static_cast<std::size_t>(csl_type::document);
    using column = typename Types::column_;
    return {text<Types>(row, column::name), text<Types>(row, column::container), text<Types>(row, column::publisher)};
}

/// Whether a space follows the particle in the name, as in "van Dijk", but not in "d'Alembert".
constexpr bool stands_apart(std::string_view name, std::string_view particle) noexcept {
    for (std::size_t at = 0; at + particle.size() < name.size(); ++at) {
        if (stands_at(name, at, particle) && name[at + particle.size()] == ' ') return true;
    }
    return false;
}

/// The particles before the family name, each as `put_part` writes it, with a space where the name has one.
template <class Out, class PutPart>
constexpr void put_particles(Out& out, const contributor& person, PutPart put_part) {
    for (const std::string_view particle : {person.dropping_particle(), person.particle()}) {
        if (particle.empty()) continue;
        put_part(out, particle);
        if (stands_apart(person.name(), particle)) put(out, " ");
    }
}

/// A number with zeros in front, up to a width.
template <class Out>
constexpr void put_padded(Out& out, int number, int width) {
    for (int least = 10, digits = 1; digits < width; ++digits, least *= 10) {
        if (number < least) put(out, "0");
    }
    put_number(out, number);
}

/// A date in ISO form, as fine as it is given, or with another mark between its parts.
template <class Out>
constexpr void put_date(Out& out, partial_date date, const char& mark = "-"[0]) {
    put_padded(out, date.year(), 4);
    for (const int part : {date.month(), date.day()}) {
        if (part == 0) break;
        put(out, mark);
        put_padded(out, part, 2);
    }
}

}  // namespace refcatalog::detail

#endif
