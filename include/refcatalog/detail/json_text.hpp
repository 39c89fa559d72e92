#ifndef REFCATALOG_DETAIL_JSON_TEXT_HPP
#define REFCATALOG_DETAIL_JSON_TEXT_HPP

// IWYU pragma: private, include <refcatalog/json.hpp>

#include <refcatalog/detail/cpp20.hpp>  // must come first
#include <refcatalog/detail/date_text.hpp>
#include <refcatalog/detail/writing.hpp>
#include <refcatalog/partial_date.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog::detail::json {

/// The inside of a JSON string; UTF-8 stays as it is.
template <class Out>
constexpr void put_characters(Out& out, std::string_view text) {
    for (const char& character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (code < 0x20) {
            constexpr std::string_view digits = "0123456789abcdef";
            put_all(out, "\\u00", digits[code / 16U], digits[code % 16U]);
        } else {
            if (character == '"' || character == '\\') put(out, "\\");
            put(out, character);
        }
    }
}

template <class Out>
constexpr void put_string(Out& out, std::string_view text) {
    put(out, "\"");
    put_characters(out, text);
    put(out, "\"");
}

/// Writes a JSON text value by value: the contents of brackets are on separate lines, or all on one line.
template <class Out>
class writer {
public:
    constexpr explicit writer(Out& out) noexcept : out_{out} {}

    /// Begins an object or an array with members on separate lines; `brackets` is "{}" or "[]".
    constexpr void open(std::string_view brackets) {
        put(out_, brackets[0]);
        ++depth_;
        is_first_ = true;
    }
    constexpr void close(std::string_view brackets) {
        --depth_;
        if (!is_first_) break_line();
        put(out_, brackets[1]);
        is_first_ = false;
    }

    /// The same, on one line with all its contents.
    constexpr void open_line(std::string_view brackets) {
        put(out_, brackets[0]);
        ++lines_;
        is_first_ = true;
    }
    constexpr void close_line(std::string_view brackets) {
        --lines_;
        put(out_, brackets[1]);
        is_first_ = false;
    }

    /// Begins an item of an array.
    constexpr void begin_item() {
        if (!is_first_) put(out_, ',');
        if (lines_ == 0) break_line();
        else if (!is_first_) put(out_, ' ');
        is_first_ = false;
    }

    /// Begins a member of an object, before its value; the name must not need escapes.
    constexpr void name(std::string_view name) {
        begin_item();
        put_all(out_, '"', name, "\": ");
    }

    constexpr void text(std::string_view text) { put_string(out_, text); }
    constexpr void flag(bool value) { put(out_, value ? "true" : "false"); }
    constexpr void number(int value) {
        if (value < 0) put(out_, '-');
        put_number(out_, value < 0 ? -value : value);
    }

    /// A date in ISO form, or a range of dates.
    constexpr void dates(partial_date begin, partial_date end = {}) {
        put(out_, '"');
        put_dates(out_, begin, end);
        put(out_, '"');
    }

    /// Ends the last line of a text.
    constexpr void end_line() { put(out_, '\n'); }

private:
    constexpr void break_line() {
        put(out_, '\n');
        for (std::size_t level = 0; level != depth_; ++level) put(out_, "  ");
    }

    Out& out_;
    std::size_t depth_ = 0;
    std::size_t lines_ = 0;
    bool is_first_ = true;
};

}  // namespace refcatalog::detail::json

#endif
