#ifndef REFCATALOG_DETAIL_ROWS_HPP
#define REFCATALOG_DETAIL_ROWS_HPP

#include <refcatalog/detail/table.hpp>

#include <array>
#include <cstddef>

namespace refcatalog::detail {

/// Makes the objects that show the rows of a table.
struct rows {
    /// One row, by its number.
    template <class Row>
    static constexpr Row one(std::size_t index) noexcept {
        Row result;
        result.index_ = static_cast<typename Row::table::index_type>(index);
        return result;
    }

    /// All rows, in order.
    template <class Row>
    static constexpr auto all() noexcept {
        std::array<Row, Row::table::size> result{};
        Row* const first = result.data();  // cheaper at compile time than a call of operator[] for each
        for (std::size_t index = 0; index < Row::table::size; ++index) {
            first[index].index_ = static_cast<typename Row::table::index_type>(index);
        }
        return result;
    }
};

}  // namespace refcatalog::detail

#endif
