#ifndef REFCATALOG_YEARS_HPP
#define REFCATALOG_YEARS_HPP

#include <refcatalog/detail/sequence_view.hpp>
#include <refcatalog/records.hpp>

#include <cstddef>

namespace refcatalog {

namespace detail {

/// The papers in the order of year and number.
struct paper_sequence {
    static constexpr const paper& at(std::size_t position) noexcept {
        return papers[number_at(generated::paper_table::by_year, position)];
    }
};

}  // namespace detail

/// The years of the oldest and the newest paper; both 0 where there is no paper.
inline constexpr int first_year = generated::paper_table::first_year;
inline constexpr int last_year = generated::paper_table::last_year;

/// A random access view of `const paper&`, in the order of year and number.
using paper_view = detail::sequence_view<detail::paper_sequence>;

/// The papers of the years `first` to `last`, both included; empty where first > last. Any int will do. Constant time.
constexpr paper_view papers_between(int first, int last) noexcept {
    if (first > last || first > last_year || last < first_year) return {};
    using columns = generated::paper_table;
    const int begin = (first < first_year ? first_year : first) - first_year;
    const int end = (last > last_year ? last_year : last) - first_year + 1;
    return {columns::year_begin[begin], columns::year_begin[end]};
}

}  // namespace refcatalog

#endif
