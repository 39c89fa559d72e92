#ifndef REFCATALOG_DETAIL_LATEX_NAMES_HPP
#define REFCATALOG_DETAIL_LATEX_NAMES_HPP

// IWYU pragma: private, include <refcatalog/bibtex.hpp>

#include <refcatalog/citation.hpp>
#include <refcatalog/detail/citation_fields.hpp>
#include <refcatalog/detail/latex_text.hpp>
#include <refcatalog/detail/writing.hpp>

#include <cstddef>
#include <string_view>

// Names in the fields of BibTeX and BibLaTeX.

namespace refcatalog::detail::bibtex {

/// Whether a word before the last one begins in lower case, or the first one has nothing else: readers take all up to
/// it for particles.
constexpr bool has_particle(std::string_view family) noexcept {
    bool begins = true;
    bool found = false;
    bool is_first = true;
    bool has_capital = false;
    for (const char character : family) {
        if (character == ' ' && found) return true;
        has_capital = has_capital || (is_first && character >= 'A' && character <= 'Z');
        if (begins && character != '\'') found = character >= 'a' && character <= 'z';
        begins = character == ' ' || (begins && character == '\'');
        is_first = is_first && character != ' ';
    }
    return is_first && found && !has_capital;
}

/// A part of a name, in braces where BibTeX would divide it.
template <class Out>
constexpr void put_part(Out& out, std::string_view part, bool is_family = false) {
    const bool divides = has_and(part) || part.find(',') != part.npos || (is_family && has_particle(part));
    if (divides) put_in_braces(out, part);
    else put_text(out, part);
}

/// "von Family, Suffix, Given", or the whole name in braces where nothing is given: BibTeX would find given names in
/// what is there, and others in the family name "others".
template <class Out>
constexpr void put_name(Out& out, const contributor& person) {
    if (person.given().empty()) return put_in_braces(out, person.name());
    put_particles(out, person, [](Out& to, std::string_view particle) { put_part(to, particle); });
    put_part(out, person.family(), true);
    if (!person.suffix().empty()) {
        put(out, ", ");
        put_part(out, person.suffix());
    }
    put(out, ", ");
    put_part(out, person.given());
}

template <class Out, class Citation>
constexpr void put_names(Out& out, Citation source, std::size_t role) {
    std::string_view separator;
    for (const contributor person : citation_values::contributors(source, role)) {
        put(out, separator);
        put_name(out, person);
        separator = " and ";
    }
    if (source.has_others(variable_name(role))) put(out, " and others");
}

}  // namespace refcatalog::detail::bibtex

#endif
