#ifndef REFCATALOG_DETAIL_ENTRY_RANGE_HPP
#define REFCATALOG_DETAIL_ENTRY_RANGE_HPP

// IWYU pragma: private, include <refcatalog/bibtex.hpp>

#include <refcatalog/entry.hpp>

namespace refcatalog::detail {

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

/// Writes each element with a writer of entries; returns the iterator behind the last.
template <class Out, class Range, class Write>
constexpr Out write_each(Out out, Range& range, Write write) {
    for (const auto& element : range) out = write(static_cast<Out&&>(out), entry_of(element));
    return out;
}

}  // namespace refcatalog::detail

#endif
