#ifndef REFCATALOG_DETAIL_ROWS_HPP
#define REFCATALOG_DETAIL_ROWS_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/detail/table.hpp>

#include <array>
#include <cstddef>
#if !defined(__GNUC__)
#include <bit>
#endif

namespace refcatalog::detail {

/// Makes the objects that represent the rows of a table.
struct rows {
    /// One row, by its number.
    template <class Row>
    static constexpr Row one(std::size_t index) noexcept {
        Row result;
        result.number_ = static_cast<typename Row::table::index_type>(index);
        return result;
    }

    /// All rows, in order. An object is only a number, and compilers fill an array of numbers several times as quickly
    /// as one of objects.
    template <class Row>
    static constexpr auto all() noexcept {
        using number = typename Row::table::index_type;
        constexpr std::size_t size = Row::table::size;
        if constexpr (size == 0) {
            return std::array<Row, 0>{};
        } else {
            struct {
                number of[size];
            } numbers{};
            for (std::size_t index = 0; index < size; ++index) numbers.of[index] = static_cast<number>(index);
#if defined(__GNUC__)
            return __builtin_bit_cast(std::array<Row, size>, numbers);  // std::bit_cast, without the cost of <bit>
#else
            return std::bit_cast<std::array<Row, size>>(numbers);
#endif
        }
    }
};

}  // namespace refcatalog::detail

#endif
