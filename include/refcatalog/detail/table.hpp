#ifndef REFCATALOG_DETAIL_TABLE_HPP
#define REFCATALOG_DETAIL_TABLE_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/detail/cpp20.hpp>  // must come first

#include <refcatalog/lang.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog::detail {

// An array is in one piece, or in pages if one piece would be a longer literal than MSVC accepts. The last element of a
// page is only the literal's terminator; offsets into a pool of characters count it, and places of numbers do not. An
// array in one piece is passed as a pointer, so that compilers need not instantiate a template for each size. If all
// numbers are equal, one number may replace the array.
constexpr unsigned char number_at(const unsigned char* numbers, std::size_t place) noexcept { return numbers[place]; }
constexpr char16_t number_at(const char16_t* numbers, std::size_t place) noexcept { return numbers[place]; }
constexpr char32_t number_at(const char32_t* numbers, std::size_t place) noexcept { return numbers[place]; }
constexpr std::size_t number_at(std::size_t same_everywhere, std::size_t) noexcept { return same_everywhere; }
template <class Element, std::size_t Pages, std::size_t Size>
constexpr Element number_at(const Element (&numbers)[Pages][Size], std::size_t place) noexcept {
    return numbers[place / (Size - 1)][place % (Size - 1)];
}
constexpr const char* characters_at(const char* pool, std::size_t offset) noexcept { return pool + offset; }
template <std::size_t Pages, std::size_t Size>
constexpr const char* characters_at(const char (&pool)[Pages][Size], std::size_t offset) noexcept {
    return pool[offset / Size] + offset % Size;
}

/// The column of a field that is empty in every row, and therefore not stored.
inline constexpr std::size_t no_column = 65'535;

/// The text in one cell of a generated table.
template <class Table>
constexpr std::string_view text(std::size_t row, std::size_t column) noexcept {
    if (column == no_column) return "";
    const std::size_t cell = row * Table::column_count + column;
    // A length of exactly this type rules out the constructor from two iterators, with its costly constraints.
    const std::size_t length = number_at(Table::lengths, cell);
    return {characters_at(Table::pool, number_at(Table::offsets, cell)), length};
}

/// The place of a language's text among the texts of all languages. A value that is not an enumerator gives the place
/// of the default language.
constexpr std::size_t place_of(lang language) noexcept {
    const auto place = static_cast<std::size_t>(language);
    return place < languages.size() ? place : 0;
}

/// The column with the texts of a language: the columns of a localized field are adjacent.
constexpr std::size_t column_of(std::size_t first, lang language) noexcept {
    return first == no_column ? first : first + place_of(language);
}

/// The number in a row of an array that stores the difference from `base`; `absent` if it stores 0, which means not
/// given.
template <class Numbers>
constexpr int number_in(const Numbers& numbers, int base, std::size_t row, int absent = 0) noexcept {
    const auto counted = static_cast<long long>(number_at(numbers, row));
    return counted == 0 ? absent : static_cast<int>(base + counted);
}

/// A row of a generated table, identified by its number: the base of every class that represents one. Only `rows` makes
/// such objects, so each represents a row that exists; anyone may copy them. Its members for these classes end in an
/// underscore, because an accessor may have any other name.
template <class Table>
class row {
public:
    friend constexpr bool operator==(row left, row right) noexcept { return left.number_ == right.number_; }

protected:
    constexpr row() noexcept = default;

    constexpr std::size_t row_() const noexcept { return number_; }

    constexpr std::string_view text_(std::size_t column) const noexcept { return text<Table>(number_, column); }
    constexpr std::string_view text_(std::size_t first, lang language) const noexcept {
        return text<Table>(number_, column_of(first, language));
    }

private:
    friend struct rows;
    using table = Table;

    typename Table::index_type number_{};
};

}  // namespace refcatalog::detail

#endif
