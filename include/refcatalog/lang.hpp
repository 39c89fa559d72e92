#ifndef REFCATALOG_LANG_HPP
#define REFCATALOG_LANG_HPP

#include <cstdint>
#include <string_view>

namespace refcatalog {

/// The language of a text. `ko` is the appendix's own cell, unchanged but for Markdown emphasis and links; `en` is an
/// English rendering, never empty where the Korean is not.
enum class lang : std::uint8_t { ko, en };

/// The enumerator's own name: "ko" or "en"; empty for a value that is neither.
constexpr std::string_view to_string(lang language) noexcept {
    switch (language) {
        case lang::ko: return "ko";
        case lang::en: return "en";
    }
    return "";
}

}  // namespace refcatalog

#endif
