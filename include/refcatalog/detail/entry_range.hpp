#ifndef REFCATALOG_DETAIL_ENTRY_RANGE_HPP
#define REFCATALOG_DETAIL_ENTRY_RANGE_HPP

// IWYU pragma: private, include <refcatalog/bibtex.hpp>

#include <refcatalog/detail/cpp20.hpp>  // must come first

#include <string_view>  // for std::begin as well

// The ranges of records that a writer accepts.

namespace refcatalog {

class entry;

namespace detail {

/// The entry of an element of a range: a record, an entry, or a std::reference_wrapper of either. The class of entries
/// is a parameter, because it is not defined here.
template <class Element, class Entry = entry>
requires requires(const Element& element) { Entry{element}; }
constexpr Entry entry_of(const Element& element) noexcept { return Entry{element}; }
template <class Wrapper, class Entry = entry>
requires requires(const Wrapper& wrapper) { Entry{wrapper.get()}; }
constexpr Entry entry_of(const Wrapper& wrapper) noexcept { return Entry{wrapper.get()}; }

template <class Range>
concept entry_range = requires(Range& range) {
    entry_of(*std::begin(range));
    std::end(range);
};

/// Writes each element with a writer of entries; returns the iterator past the last character.
template <class Out, class Range, class Write>
constexpr Out write_each(Out out, Range& range, Write write) {
    for (const auto& element : range) out = write(static_cast<Out&&>(out), entry_of(element));
    return out;
}

}  // namespace detail
}  // namespace refcatalog

#endif
