// Turns the output of a writer into text at compile time.
#ifndef REFCATALOG_RENDER_HPP
#define REFCATALOG_RENDER_HPP

#include <refcatalog/detail/cpp20.hpp>  // must come first

#include <array>
#include <cstddef>
#include <string_view>

namespace refcatalog {
namespace detail {

/// An output iterator that only counts.
class counting_output {
public:
    using difference_type = std::ptrdiff_t;

    struct sink {
        constexpr const sink& operator=(char) const noexcept { return *this; }
    };
    constexpr sink operator*() const noexcept { return {}; }
    constexpr counting_output& operator++() noexcept {
        ++count_;
        return *this;
    }
    constexpr counting_output operator++(int) noexcept {
        counting_output before = *this;
        ++*this;
        return before;
    }
    constexpr std::size_t count() const noexcept { return count_; }

private:
    std::size_t count_ = 0;
};

/// The output of `Write`, and a NUL.
template <auto Write>
inline constexpr auto rendered_characters = [] {
    std::array<char, Write(counting_output{}).count() + 1> result{};
    Write(result.data());
    return result;
}();

}  // namespace detail

/// The output of a writer, computed by the compiler: a text in static storage, followed by a NUL. `Write` is a callable
/// without captures that takes an output iterator and returns it advanced:
///     constexpr std::string_view lora = rendered<[](auto out) { return write_bibtex(out, get<"lora">()); }>;
/// Costs nothing at run time; only a program that takes the address of the view itself, not that of its characters,
/// gains a relocation. Compilers limit constant evaluation: by default, clang can write a few dozen citations or any
/// category, and g++ a whole catalogue of 150 entries; -fconstexpr-steps and -fconstexpr-ops-limit set other limits.
template <auto Write>
inline constexpr std::string_view rendered{detail::rendered_characters<Write>.data(),
                                           detail::rendered_characters<Write>.size() - 1};

}  // namespace refcatalog

#endif
