#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/json.hpp>

#include <string>
#include <string_view>

using namespace refcatalog::detail;

TEST_CASE("JSON escapes control characters, quotation marks and backslashes") {
    for (int code = -128; code < 128; ++code) {
        INFO(code);
        const std::string character{static_cast<char>(code)};
        const std::string_view digits = "0123456789abcdef";
        std::string expected = character;
        if (code == '"' || code == '\\') expected = "\\" + character;
        if (code >= 0 && code < 32)
            expected = std::string{"\\u00"} + (code < 16 ? '0' : '1') + digits[static_cast<unsigned>(code) % 16U];
        CHECK(written([&](auto& out) { json::put_string(out, character); }) == '"' + expected + '"');
    }
    CHECK(written([](auto& out) { json::put_string(out, ""); }) == "\"\"");
}

TEST_CASE("JSON writes the members of an object or array on separate lines, or all on one line") {
    const std::string text = written([](auto& out) {
        json::writer json{out};
        json.open("{}");
        json.name("a"), json.open("[]"), json.close("[]");
        json.name("b"), json.open_line("[]");
        json.begin_item(), json.number(-12);
        json.begin_item(), json.open_line("{}"), json.name("c"), json.flag(true), json.close_line("{}");
        json.begin_item(), json.flag(false);
        json.close_line("[]");
        json.name("d"), json.open("{}"), json.name("e"), json.text("f"), json.name("g"), json.number(0);
        json.close("{}"), json.close("{}"), json.end_line();
    });
    CHECK(text ==
          "{\n"
          "  \"a\": [],\n"
          "  \"b\": [-12, {\"c\": true}, false],\n"
          "  \"d\": {\n"
          "    \"e\": \"f\",\n"
          "    \"g\": 0\n"
          "  }\n"
          "}\n");
}
