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

// The recommended reading order. Source: data/reading_order.toml. Texts are UTF-8, live as long as the program, and are
// followed by a NUL.

namespace refcatalog {

class reading_step;

namespace detail {

/// The base of a stage. A template of the class of its steps, so that the constraints of std::span's constructor are
/// looked at only for a program that asks for steps.
template <class Step>
class stage_row : public row<generated::stage_table> {
public:
    /// The steps of the stage, in order, elements of `reading_order`.
    constexpr std::span<const Step> steps() const noexcept;

protected:
    constexpr stage_row() noexcept = default;
};

}  // namespace detail

/// A stage of the reading order.
class reading_stage : public detail::stage_row<reading_step> {
    using column = generated::stage_table::column_;

public:
    /// From 1 to reading_stages.size().
    constexpr int number() const noexcept { return static_cast<int>(row_()) + 1; }

    /// What the stage is called, as in "Foundations".
    constexpr std::string_view name(lang language = {}) const noexcept { return text_(column::name, language); }

    /// How long it takes, in words.
    constexpr std::string_view duration(lang language = {}) const noexcept { return text_(column::duration, language); }

private:
    friend detail::rows;
    constexpr reading_stage() noexcept = default;
};

/// The stages, in order.
inline constexpr std::array<reading_stage, generated::stage_table::size> reading_stages =
    detail::rows::all<reading_stage>();

/// A step of the reading order.
class reading_step : public detail::row<generated::step_table> {
    using steps = generated::step_table;
    using column = steps::column_;

public:
    /// From 1, through all stages; 0 for a step without a number.
    constexpr int number() const noexcept { return static_cast<int>(detail::number_at(steps::numbers, row_())); }

    /// The stage that it belongs to, an element of `reading_stages`.
    constexpr const reading_stage& stage() const noexcept {
        return reading_stages[detail::number_at(steps::stages, row_())];
    }

    /// What to read, as in "ViT" or "GPTQ / AWQ"; empty where the step is only a sentence.
    constexpr std::string_view label() const noexcept { return text_(column::label); }

    /// Whose work it is, as in "Dosovitskiy et al. 2020"; empty where the catalogue names nobody.
    constexpr std::string_view by() const noexcept { return text_(column::by); }

    /// What it is good for: the text after the dash, or the whole sentence.
    constexpr std::string_view note(lang language = {}) const noexcept { return text_(column::note, language); }

    /// The entries that the step names, one or more.
    constexpr entry_list_view entries() const noexcept {
        return detail::listed<entry_list_view>(steps::first_entry, row_());
    }

private:
    friend detail::rows;
    constexpr reading_step() noexcept = default;
};

/// The steps of all stages, in order.
inline constexpr std::array<reading_step, generated::step_table::size> reading_order =
    detail::rows::all<reading_step>();

namespace detail {

template <class Step>
constexpr std::span<const Step> stage_row<Step>::steps() const noexcept {
    using columns = generated::stage_table;
    const std::size_t first = number_at(columns::first_step, this->row_());
    return {reading_order.data() + first, number_at(columns::first_step, this->row_() + 1) - first};
}

}  // namespace detail

/// The entries of all steps, in their order.
inline constexpr entry_list_view reading_list{generated::step_table::first_item, generated::step_table::last_item};

}  // namespace refcatalog

#endif
