#ifndef REFCATALOG_CATEGORIES_HPP
#define REFCATALOG_CATEGORIES_HPP

#include <refcatalog/detail/rows.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/categories.hpp>
#include <refcatalog/records.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

// The sections of the appendix. Source: data/catalog.toml. Texts are UTF-8, live as long as the program, and are
// followed by a NUL.

namespace refcatalog {

/// The appendix's own title.
constexpr std::string_view catalog_title(lang language = lang::ko) noexcept {
    using columns = generated::catalog_table;
    return detail::text<columns>(0, language == lang::ko ? columns::title_ko : columns::title_en);
}

/// A top-level section, as in C.1.
class part_info : public detail::row<generated::part_table> {
    using columns = generated::part_table;

public:
    /// The number, as in "C.1".
    constexpr std::string_view number() const noexcept { return text(columns::number); }

    /// The heading, without the number.
    constexpr std::string_view title(lang language = lang::ko) const noexcept {
        return text(language, columns::title_ko, columns::title_en);
    }

private:
    friend detail::rows;
    constexpr part_info() noexcept = default;
};

/// The top-level sections, in the order of the appendix.
inline constexpr std::array<part_info, generated::part_table::size> parts = detail::rows::all<part_info>();

/// A leaf section: one table of the appendix.
class category_info : public detail::row<generated::category_table> {
    using columns = generated::category_table;

public:
    /// The category itself.
    constexpr category id() const noexcept { return static_cast<category>(index()); }

    /// The number, as in "C.1.4". A part without sections of its own is also a category, and has the part's number.
    constexpr std::string_view number() const noexcept { return text(columns::number); }

    /// The heading, without the number.
    constexpr std::string_view title(lang language = lang::ko) const noexcept {
        return text(language, columns::title_ko, columns::title_en);
    }

    /// The top-level section that it belongs to, an element of `parts`.
    constexpr const part_info& part() const noexcept { return parts[columns::parts[index()]]; }

    /// The kind of its records.
    constexpr record_kind kind() const noexcept { return static_cast<record_kind>(columns::kinds[index()]); }

    /// How many records it holds.
    constexpr std::size_t size() const noexcept {
        return columns::first_entry[index() + 1] - columns::first_entry[index()];
    }

    /// How many columns its table has in the appendix.
    constexpr std::size_t column_count() const noexcept {
        return columns::first_column[index() + 1] - columns::first_column[index()];
    }

    /// The heading of a column, from 0 to column_count() - 1.
    constexpr std::string_view column(std::size_t number, lang language = lang::ko) const noexcept {
        using headings = generated::heading_table;
        return detail::text<headings>(columns::headings[columns::first_column[index()] + number],
                                      language == lang::ko ? headings::title_ko : headings::title_en);
    }

private:
    friend detail::rows;
    constexpr category_info() noexcept = default;
};

/// The leaf sections, in the order of the appendix, which is that of the enumerators.
inline constexpr std::array<category_info, generated::category_table::size> categories =
    detail::rows::all<category_info>();

/// What there is to know of a category, an element of `categories`; the category must be one of the enumerators.
constexpr const category_info& info(category id) noexcept { return categories[static_cast<std::size_t>(id)]; }

/// The enumerator's own name, as in "peft"; empty for a value that is none of them.
constexpr std::string_view to_string(category id) noexcept {
    using columns = generated::category_table;
    const auto index = static_cast<std::size_t>(id);
    return index < columns::size ? detail::text<columns>(index, columns::name) : "";
}

/// The records of a category: a std::span<const T, N> whose type and extent follow from it, as in
/// std::span<const paper, 5> for category::peft. A value that is no category does not compile.
template <category Id>
constexpr auto in() noexcept {
    static_assert(static_cast<std::size_t>(Id) < categories.size(), "this is no category of the catalogue");
    if constexpr (static_cast<std::size_t>(Id) < categories.size()) {
        constexpr const category_info& section = info(Id);
        constexpr auto& table = detail::table_of<section.kind()>();
        using record = typename std::remove_cvref_t<decltype(table)>::value_type;
        constexpr std::size_t first = generated::category_table::first_row[static_cast<std::size_t>(Id)];
        return std::span<const record, section.size()>{table.data() + first, section.size()};
    }
}

/// The papers of a category, in order; empty for a category of other records, and for a value that is no category.
/// Constant time. A template only so that a program that does not call it is spared the constraints of std::span's
/// constructor, which cost g++ more than all else in this header; call it as papers_in(id).
template <class Paper = paper>
constexpr std::span<const Paper> papers_in(category id) noexcept {
    using columns = generated::category_table;
    const auto index = static_cast<std::size_t>(id);
    if (index >= columns::size || info(id).kind() != record_kind::paper) return {};
    return {papers.data() + columns::first_row[index], info(id).size()};
}

}  // namespace refcatalog

#endif
