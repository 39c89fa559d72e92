// The categories and parts of the catalogue, and their texts.
#ifndef REFCATALOG_CATEGORIES_HPP
#define REFCATALOG_CATEGORIES_HPP

#include <refcatalog/detail/rows.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/categories.hpp>
#include <refcatalog/lang.hpp>
#include <refcatalog/records.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

// Source: data/catalog.toml. Texts are UTF-8, live as long as the program, and are followed by a NUL.

namespace refcatalog {

namespace detail {

/// The row of a category's column in the table of all columns.
template <class table = generated::category_table>
constexpr std::size_t column_row(category id, std::size_t number) noexcept {
    return number_at(table::columns, table::first_column[static_cast<std::size_t>(id)] + number);
}

}  // namespace detail

/// The title of the catalogue.
template <class table = generated::catalog_table>
constexpr std::string_view catalog_title(lang language = {}) noexcept {
    return detail::text<table>(0, detail::column_of(table::column_::title, language));
}

namespace detail {

// The classes are templates over their only tables, so that compilers analyse their functions only where a program
// calls them.

/// The implementation of part_info.
template <class Table>
class basic_part_info : public row<Table> {
    using column = typename Table::column_;

public:
    /// The number, as in "C.1"; empty if it has none.
    constexpr std::string_view number() const noexcept { return this->text_(column::number); }

    /// The heading, without the number.
    constexpr std::string_view title(lang language = {}) const noexcept { return this->text_(column::title, language); }

private:
    friend rows;
    constexpr basic_part_info() noexcept = default;
};

}  // namespace detail

/// A part of the catalogue, which holds categories.
using part_info = detail::basic_part_info<generated::part_table>;

/// The parts, in the order of the catalogue.
inline constexpr std::array<part_info, generated::part_table::size> parts = detail::rows::all<part_info>();

namespace detail {

/// The implementation of category_info.
template <class Table>
class basic_category_info : public row<Table> {
    using text_column = typename Table::column_;

public:
    /// The category itself.
    constexpr category id() const noexcept { return static_cast<category>(this->row_()); }

    /// The number, as in "C.1.4"; empty if it has none. A category that is also a part has the part's number.
    constexpr std::string_view number() const noexcept { return this->text_(text_column::number); }

    /// The heading, without the number.
    constexpr std::string_view title(lang language = {}) const noexcept {
        return this->text_(text_column::title, language);
    }

    /// The part that it belongs to, an element of `parts`.
    constexpr const part_info& part() const noexcept { return parts[Table::parts[this->row_()]]; }

    /// The kind of its records.
    constexpr record_kind kind() const noexcept { return static_cast<record_kind>(Table::kinds[this->row_()]); }

    /// The number of its records.
    constexpr std::size_t size() const noexcept {
        return Table::first_entry[this->row_() + 1] - Table::first_entry[this->row_()];
    }

    /// The number of columns of its Markdown table.
    constexpr std::size_t column_count() const noexcept {
        return Table::first_column[this->row_() + 1] - Table::first_column[this->row_()];
    }

    /// The heading of a column; `number` is from 0 to column_count() - 1.
    constexpr std::string_view column(std::size_t number, lang language = {}) const noexcept {
        using texts = generated::catalog_table;
        const std::size_t first = texts::column_::heading + column_row(id(), number) * languages.size();
        return text<texts>(0, column_of(first, language));
    }

private:
    friend rows;
    constexpr basic_category_info() noexcept = default;
};

}  // namespace detail

/// The properties of a category.
using category_info = detail::basic_category_info<generated::category_table>;

/// The categories, in the order of the catalogue, which is that of the enumerators.
inline constexpr std::array<category_info, generated::category_table::size> categories =
    detail::rows::all<category_info>();

/// The properties of a category, an element of `categories`; the value must be one of the enumerators.
constexpr const category_info& info(category id) noexcept { return categories[static_cast<std::size_t>(id)]; }

/// The enumerator's own name, as in "peft"; empty for any other value.
template <class columns = generated::category_table>
constexpr std::string_view to_string(category id) noexcept {
    const auto index = static_cast<std::size_t>(id);
    return index < columns::size ? detail::text<columns>(index, columns::column_::name) : "";
}

/// The records of a category: a std::span<const T, N>, where T is the class of their kind and N their number. A value
/// that is not a category does not compile.
template <category Id>
constexpr auto in() noexcept {
    static_assert(static_cast<std::size_t>(Id) < categories.size(), "this is not a category of the catalogue");
    if constexpr (static_cast<std::size_t>(Id) < categories.size()) {
        constexpr const category_info& about = info(Id);
        constexpr auto& table = generated::table_of<about.kind()>();
        using record_type = typename std::remove_cvref_t<decltype(table)>::value_type;
        constexpr std::size_t first = generated::category_table::first_row[static_cast<std::size_t>(Id)];
        return std::span<const record_type, about.size()>{table.data() + first, about.size()};
    }
}

/// The records of a category, in order; empty for a category of another kind, and for a value that is not a category.
/// Constant time.
template <class Record>
constexpr std::span<const Record> records_in(category id) noexcept {
    using columns = generated::category_table;
    const auto index = static_cast<std::size_t>(id);
    if (index >= columns::size || info(id).kind() != Record::kind()) return {};
    return {generated::table_of<Record::kind()>().data() + columns::first_row[index], info(id).size()};
}

}  // namespace refcatalog

#endif
