#ifndef REFCATALOG_DETAIL_PLACE_HPP
#define REFCATALOG_DETAIL_PLACE_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/categories.hpp>

#include <cstddef>

namespace refcatalog::detail {

// A record has a row in the table of its kind, and an index among the entries of all kinds. In both orders, the records
// of a category are contiguous, so either number determines the other.

constexpr std::size_t index_of_row(std::size_t row, category id) noexcept {
    using table = generated::category_table;
    const auto category_row = static_cast<std::size_t>(id);
    return row - number_at(table::first_row, category_row) + number_at(table::first_entry, category_row);
}

constexpr std::size_t row_of_index(std::size_t index, category id) noexcept {
    using table = generated::category_table;
    const auto category_row = static_cast<std::size_t>(id);
    return index - number_at(table::first_entry, category_row) + number_at(table::first_row, category_row);
}

}  // namespace refcatalog::detail

#endif
