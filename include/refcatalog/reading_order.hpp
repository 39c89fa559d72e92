// The recommended reading order.
#ifndef REFCATALOG_READING_ORDER_HPP
#define REFCATALOG_READING_ORDER_HPP

#include <refcatalog/detail/rows.hpp>
#include <refcatalog/entry.hpp>
#include <refcatalog/generated/reading_order.hpp>
#include <refcatalog/lists.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

// Source: data/reading_order.toml. Texts are UTF-8, live as long as the program, and are followed by a NUL.

namespace refcatalog {

namespace detail {

// The classes are templates over their only tables, so that compilers analyse their functions only where a program
// calls them.

template <class Table>
class basic_reading_step;

/// The implementation of reading_stage.
template <class Table, class Step>
class basic_reading_stage : public row<Table> {
    using column = typename Table::column_;

public:
    /// The number of the stage, from 1 to reading_stages.size().
    constexpr int number() const noexcept { return static_cast<int>(this->row_()) + 1; }

    /// The name of the stage, as in "Foundations".
    constexpr std::string_view name(lang language = {}) const noexcept { return this->text_(column::name, language); }

    /// The time that the stage takes, in words.
    constexpr std::string_view duration(lang language = {}) const noexcept {
        return this->text_(column::duration, language);
    }

    /// The steps of the stage, in order, elements of `reading_order`.
    constexpr std::span<const Step> steps() const noexcept;

private:
    friend rows;
    constexpr basic_reading_stage() noexcept = default;
};

}  // namespace detail

/// A step of the reading order.
using reading_step = detail::basic_reading_step<generated::step_table>;

/// A stage of the reading order.
using reading_stage = detail::basic_reading_stage<generated::stage_table, reading_step>;

/// The stages, in order.
inline constexpr std::array<reading_stage, generated::stage_table::size> reading_stages =
    detail::rows::all<reading_stage>();

namespace detail {

/// The implementation of reading_step.
template <class Table>
class basic_reading_step : public row<Table> {
    using column = typename Table::column_;

public:
    /// The number of the step, counted from 1 through all stages; 0 for a step without a number.
    constexpr int number() const noexcept { return static_cast<int>(number_at(Table::numbers, this->row_())); }

    /// The stage that it belongs to, an element of `reading_stages`.
    constexpr const reading_stage& stage() const noexcept {
        return reading_stages[number_at(Table::stages, this->row_())];
    }

    /// The name of the step, as in "ViT" or "GPTQ / AWQ"; empty if the step is only a sentence.
    constexpr std::string_view label() const noexcept { return this->text_(column::label); }

    /// The authors, perhaps with a year, as in "Dosovitskiy et al. 2020"; empty if the catalogue names nobody.
    constexpr std::string_view by() const noexcept { return this->text_(column::by); }

    /// The reason to read it; the whole sentence if the step has no label.
    constexpr std::string_view note(lang language = {}) const noexcept { return this->text_(column::note, language); }

    /// The entries that the step names, one or more.
    constexpr entry_list_view entries() const noexcept {
        return listed<entry_list_view>(Table::first_entry, this->row_());
    }

private:
    friend rows;
    constexpr basic_reading_step() noexcept = default;
};

}  // namespace detail

/// The steps of all stages, in order.
inline constexpr std::array<reading_step, generated::step_table::size> reading_order =
    detail::rows::all<reading_step>();

namespace detail {

template <class Table, class Step>
constexpr std::span<const Step> basic_reading_stage<Table, Step>::steps() const noexcept {
    const std::size_t first = number_at(Table::first_step, this->row_());
    return {reading_order.data() + first, number_at(Table::first_step, this->row_() + 1) - first};
}

}  // namespace detail

/// The entries of all steps, in their order.
inline constexpr entry_list_view reading_list{generated::step_table::first_item, generated::step_table::last_item};

}  // namespace refcatalog

#endif
