// A JSON string decodes to the original text, whatever the text is.

#include <refcatalog/csl_json.hpp>
#include <refcatalog/json.hpp>

#include "fuzz/fuzz.hpp"
#include "support/writing.hpp"

namespace csl_json = refcatalog::detail::csl_json;

namespace {

/// Decodes a JSON string, and requires that the whole text is one string.
std::string read(std::string_view json) {
    require(json.size() >= 2 && json.front() == '"' && json.back() == '"', "quotation marks enclose a string");
    std::string text;
    for (std::size_t at = 1; at + 1 < json.size(); ++at) {
        const auto code = static_cast<unsigned char>(json[at]);
        require(code >= 0x20 && code != '"', "a string contains neither control characters nor quotation marks");
        if (json[at] != '\\') {
            text += json[at];
            continue;
        }
        const std::string escape{json.substr(at + 1, 5)};
        if (escape.starts_with("u00")) {
            std::size_t end = 0;
            text += static_cast<char>(std::stoul(escape.substr(3), &end, 16));
            require(end == 2, "an escape has four digits");
            at += 5;
        } else {
            require(escape[0] == '"' || escape[0] == '\\', "no other character is escaped");
            text += json[++at];
            require(at + 1 < json.size(), "the last quotation mark ends the string");
        }
    }
    return text;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of(data, size);
    using refcatalog::detail::json::put_string;
    require_equal(read(written([&](auto& out) { put_string(out, text); })), text, "the string decodes to the text");

    std::string url;
    for (const char character : text) url += character == '\'' ? std::string{"%27"} : std::string{character};
    const std::string member = written([&](auto& out) { csl_json::put_url(out, text); });
    constexpr std::string_view begin = ",\n  \"URL\": ";
    require(member.starts_with(begin), "a member has its name");
    require_equal(read(std::string_view{member}.substr(begin.size())), url, "the string decodes to the URL");
    return 0;
}
