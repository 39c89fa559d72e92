// Prints values for people: with streams, and with std::format if the standard library has it.
#ifndef REFCATALOG_FORMAT_HPP
#define REFCATALOG_FORMAT_HPP

// Include this header in every test file that compares values, so that Catch2 and GoogleTest print them.
//
// A record or an entry prints as its key and its title in the default language, as in "lora: LoRA: Low-Rank Adaptation
// of Large Language Models"; an enumerator prints as the result of `to_string`. A date prints in ISO form, as precise
// as given, as in "2024-05"; a date that is not given prints nothing. Texts are UTF-8.

#include <refcatalog/catalog.hpp>
#include <refcatalog/detail/date_text.hpp>
#include <refcatalog/detail/place.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/detail/writing.hpp>

#include <cstddef>
#include <ios>
#include <ostream>
#include <string_view>
#include <type_traits>
#if __has_include(<format>)
#include <format>
#endif
#if defined(__cpp_lib_format)
#include <string>
#endif

namespace refcatalog {
namespace detail {

/// The title of a record, from the table of its kind: a program that shows records of one kind contains no other table.
template <class Table, record_kind Kind>
constexpr std::string_view title_of_record(const record<Table, Kind>& source) noexcept {
    using common = generated::common_table;
    constexpr std::size_t after_key_and_url = 2;  // in the order of entry's texts
    constexpr std::size_t place = static_cast<std::size_t>(Kind) * common::count + after_key_and_url;
    return text<Table>(row_of_index(entry{source}.index(), source.category()), number_at(common::columns, place));
}

/// An entry, or a record of any kind.
template <class T>
concept titled = std::is_same_v<T, entry> || requires(const T& value) {
    title_of_record(value);
};

/// An enumeration of the catalogue, not any type that has a `to_string`.
template <class T>
concept named = std::is_same_v<T, category> || std::is_same_v<T, record_kind> || std::is_same_v<T, lang> ||
    std::is_same_v<T, link_status> || std::is_same_v<T, csl_type>;

template <class T>
concept shown = titled<T> || named<T> || std::is_same_v<T, partial_date>;

/// A key and a title.
struct heading_text {
    static constexpr std::string_view mark = ": ";
    std::string_view key;
    std::string_view title;
};

/// A date in ISO form.
class date_text {
public:
    constexpr explicit date_text(partial_date date) noexcept {
        char* end = characters_;
        if (date != partial_date{}) put_date(end, date);
        size_ = static_cast<std::size_t>(end - characters_);
    }
    constexpr std::string_view view() const noexcept { return {characters_, size_}; }

private:
    char characters_[16]{};  // the greatest year that a partial_date can hold has seven digits
    std::size_t size_ = 0;
};

/// The texts that a value is printed as.
template <titled T>
constexpr heading_text texts_of(const T& value) noexcept {
    if constexpr (std::is_same_v<T, entry>) return {value.key(), value.title()};
    else return {value.key(), title_of_record(value)};
}
template <named T>
constexpr std::string_view texts_of(T value) noexcept {
    return to_string(value);
}
constexpr date_text texts_of(partial_date date) noexcept { return date_text{date}; }

inline std::ostream& insert(std::ostream& stream, std::string_view text) { return stream << text; }
inline std::ostream& insert(std::ostream& stream, const date_text& text) { return stream << text.view(); }

/// Pads the whole as one text, at its end or beginning, without joining the parts.
inline std::ostream& insert(std::ostream& stream, const heading_text& text) {
    const bool is_left = (stream.flags() & std::ios_base::adjustfield) == std::ios_base::left;
    const auto rest = static_cast<std::streamsize>(text.mark.size() + (is_left ? text.key : text.title).size());
    const std::streamsize width = stream.width() - rest;
    stream.width(is_left ? 0 : width);
    stream << text.key << text.mark;
    if (is_left) stream.width(width);
    return stream << text.title;
}

}  // namespace detail

/// Writes a record, an entry, an enumerator or a date. The stream's width, fill and adjustment apply to the whole text,
/// as for a std::string_view; width counts bytes. Allocates nothing.
template <detail::shown T>
std::ostream& operator<<(std::ostream& stream, const T& value) {
    return detail::insert(stream, detail::texts_of(value));
}

}  // namespace refcatalog

#if defined(__cpp_lib_format)

/// Formats a record, an entry, an enumerator or a date, with the format specification of a std::string_view: fill,
/// alignment, width and precision apply to the whole text. With any of these, formatting a record or an entry allocates
/// memory.
template <refcatalog::detail::shown T>
struct std::formatter<T> {
    constexpr auto parse(std::format_parse_context& context) {
        is_plain_ = context.begin() == context.end() || *context.begin() == '}';
        return text_.parse(context);
    }

    template <class Context>
    auto format(const T& value, Context& context) const {
        return put(refcatalog::detail::texts_of(value), context);
    }

private:
    template <class Context>
    auto put(std::string_view text, Context& context) const {
        return text_.format(text, context);
    }

    template <class Context>
    auto put(const refcatalog::detail::date_text& text, Context& context) const {
        return text_.format(text.view(), context);
    }

    template <class Context>
    auto put(const refcatalog::detail::heading_text& text, Context& context) const {
        if (!is_plain_) return text_.format(std::string{text.key}.append(text.mark).append(text.title), context);
        auto out = context.out();
        refcatalog::detail::put_all(out, text.key, text.mark, text.title);
        return out;
    }

    std::formatter<std::string_view> text_{};
    bool is_plain_ = true;
};

#endif

#endif
