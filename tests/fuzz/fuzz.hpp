#ifndef REFCATALOG_TESTS_FUZZ_FUZZ_HPP
#define REFCATALOG_TESTS_FUZZ_FUZZ_HPP

// Functions shared by the libFuzzer targets.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// The input as text. AddressSanitizer detects reads beyond its end.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program if the requirement fails, so that libFuzzer keeps the input.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

inline void require_equal(std::string_view found, std::string_view expected, const char* what) {
    if (found == expected) return;
    std::fprintf(stderr, "found:    %.*s\n", static_cast<int>(found.size()), found.data());
    std::fprintf(stderr, "expected: %.*s\n", static_cast<int>(expected.size()), expected.data());
    require(false, what);
}

/// The lines of an input in a form that the generator accepts: control characters become full stops, and lines lose the
/// spaces at their ends.
inline std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines(1);
    for (const char character : text) {
        if (character == '\n') lines.emplace_back();
        else if (character != ' ' || !lines.back().empty()) {
            lines.back() += character >= 0 && character < ' ' ? '.' : character;
        }
    }
    for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
    return lines;
}

#endif
