#ifndef REFCATALOG_DETAIL_LATEX_NAMES_HPP
#define REFCATALOG_DETAIL_LATEX_NAMES_HPP

// IWYU pragma: private, include <refcatalog/bibtex.hpp>

#include <refcatalog/detail/citation_fields.hpp>
#include <refcatalog/detail/latex_text.hpp>
#include <refcatalog/detail/writing.hpp>

#include <cstddef>
#include <string_view>

// Names in the fields of BibTeX and BibLaTeX.

namespace refcatalog::detail::bibtex {

template <class Character>
constexpr bool is_lower(Character character) noexcept {
    return character >= 'a' && character <= 'z';
}

/// Whether a word before the last one begins in lower case, perhaps after an apostrophe, as in "Ortega y Prado".
template <class Text>
constexpr bool has_lower_word(Text name) noexcept {
    bool begins = true;
    bool is_found = false;
    for (const char character : name) {
        if (character == ' ' && is_found) return true;
        if (begins && character != '\'') is_found = is_lower(character);
        begins = character == ' ' || (begins && character == '\'');
    }
    return false;
}

/// Whether the first word begins in lower case and has no capital, as in "hooks", but not in "d'Alembert".
template <class Text>
constexpr bool begins_in_lower_case(Text name) noexcept {
    if (name.empty() || !is_lower(name[0])) return false;
    for (const char character : name) {
        if (character == ' ') break;
        if (character >= 'A' && character <= 'Z') return false;
    }
    return true;
}

/// Whether readers would mistake words of a family name for particles.
template <class Text>
constexpr bool has_particle(Text family) noexcept {
    return has_lower_word(family) || begins_in_lower_case(family);
}

/// A part of a name, in braces if BibTeX would split it.
template <class Out>
constexpr void put_part(Out& out, std::string_view part, bool is_family = false) {
    const bool divides = has_and(part) || part.find(',') != part.npos || (is_family && has_particle(part));
    if (divides) put_in_braces(out, part);
    else put_text(out, part);
}

/// Whether the name has only particles and a family name, which readers can tell apart.
template <class Contributor>
constexpr bool is_family_with_particles(const Contributor& person) noexcept {
    const std::string_view particle =
        person.dropping_particle().empty() ? person.particle() : person.dropping_particle();
    return person.suffix().empty() && begins_in_lower_case(particle) && stands_apart(person.name(), particle);
}

/// "von Family, Suffix, Given". Without a given name, the whole name is in braces, or all but its particles: BibTeX
/// would otherwise find given names in it, and "and others" in the family name "others".
template <class Out, class Contributor>
constexpr void put_name(Out& out, const Contributor& person) {
    if (person.given().empty()) {
        if (!is_family_with_particles(person)) return put_in_braces(out, person.name());
        put_particles(out, person, [](Out& to, std::string_view particle) { put_part(to, particle); });
        return put_in_braces(out, person.family());
    }
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
    for (const auto person : citation_values::contributors(source, role)) {
        put(out, separator);
        put_name(out, person);
        separator = " and ";
    }
    if (citation_values::has_others(source, role)) put(out, " and others");
}

}  // namespace refcatalog::detail::bibtex

#endif
