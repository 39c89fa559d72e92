#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/catalog.hpp>
#include <refcatalog/json.hpp>

#include <array>
#include <functional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace refcatalog;

namespace {

std::string json_of(entry source) {
    return written([&](auto out) { return write_json(out, source); });
}

// Whether the object contains this text.
bool has(entry source, std::string_view wanted) { return json_of(source).find(wanted) != std::string::npos; }

}  // namespace

TEST_CASE("the JSON of a record holds exactly the given data") {
    CHECK(json_of(get<"gradio">()) ==
          "{\n"
          "  \"kind\": \"tool\",\n"
          "  \"key\": \"gradio\",\n"
          "  \"category\": \"tools_and_services\",\n"
          "  \"name\": \"Gradio\",\n"
          "  \"purpose\": {\"ko\": \"빠른 ML 데모 UI 제작\", \"en\": \"Quick creation of ML demo UIs\"},\n"
          "  \"link_label\": {\"ko\": \"gradio.app\"},\n"
          "  \"url\": \"https://gradio.app/\",\n"
          "  \"status\": \"active\",\n"
          "  \"current_url\": \"https://www.gradio.app/\"\n"
          "}");
    for (const entry e : entries) CHECK(visit([](const auto& record) { return json_of(record); }, e) == json_of(e));
}

TEST_CASE("the JSON of a citation has the form of the data files") {
    CHECK(has(get<"lora">(),
              "  \"citation\": {\n"
              "    \"type\": \"paper-conference\",\n"
              "    \"container-title\": \"ICLR\",\n"));
    CHECK(has(get<"lora">(), "    \"issued\": \"2022\",\n    \"author\": [\n      {\"family\": \"Hu\", \"given\": "));
    CHECK(has(get<"lora">(), "    ],\n    \"arxiv\": \"2106.09685\"\n  }"));
    CHECK(has(get<"llava-next">(), "\"issued\": \"2024-01-30\""));
    CHECK(has(get<"chinchilla">(), "{\"family\": \"Driessche\", \"given\": \"George\", \"particle\": \"van den\"}"));
    CHECK(has(get<"cs324">(), "      {\"family\": \"Liang\", \"given\": \"Percy\"},\n      \"others\"\n    ]"));
    CHECK(!has(get<"gradio">(), "citation"));
}

TEST_CASE("the JSON of a record holds corrections and link status") {
    CHECK(has(get<"deepspeed">(), "  \"status\": \"moved\",\n  \"current_url\": \"https://github.com/"));
    CHECK(!has(get<"lora">(), "current_url"));
    std::size_t corrected = 0;
    for (const entry e : entries) {
        INFO(e.key());
        CHECK(has(e, "  \"correction\": [\n    {\n      \"cell\": \"") == !e.corrections().empty());
        if (!e.corrections().empty()) ++corrected;
    }
    CHECK(corrected > 0);
}

TEST_CASE("texts are written as JSON strings") {
    using namespace std::string_view_literals;
    const std::string text = written([](auto& out) { detail::json::put_string(out, "\"\\/\b\n\x1f\0한"sv); });
    CHECK(text == "\"\\\"\\\\/\\u0008\\u000a\\u001f\\u0000한\"");
}

TEST_CASE("numbers are written in decimal") {
    const auto number = [](int value) {
        return written(
            [&](auto& out) { detail::json::writer<std::remove_reference_t<decltype(out)>>{out}.number(value); });
    };
    CHECK(number(0) == "0");
    CHECK(number(-2'147'483'647) == "-2147483647");
    CHECK(number(2'147'483'647) == "2147483647");
}

TEST_CASE("any range of records or entries is written as a JSON array") {
    const auto array_of = [](const auto& range) { return written([&](auto out) { return write_json(out, range); }); };
    const auto peft = in<category::peft>();
    const std::string both = array_of(std::vector<entry>{peft[0], peft[1]});
    CHECK(both.find("[\n  {\n    \"kind\": \"paper\",\n    \"key\": \"lora\",\n") == 0);
    CHECK(both.substr(both.size() - 8) == "}\n  }\n]\n");
    CHECK(array_of(std::vector<paper>{peft[0], peft[1]}) == both);
    CHECK(array_of(papers_in(category::peft).first(2)) == both);
    CHECK(array_of(entries_in(category::peft)) == array_of(peft));
    CHECK(array_of(std::array<std::reference_wrapper<const paper>, 2>{peft[0], peft[1]}) == both);
    CHECK(array_of(papers_between(2000, 2001)) == "[]\n");
}

TEST_CASE("write_json writes the whole catalogue") {
    const std::string whole = written([](auto out) { return write_json(out); });
    CHECK(whole.find("{\n  \"title\": {\"ko\": \"") == 0);
    CHECK(whole.find("  \"facts_as_of\": \"2026-11\",\n  \"languages\": [\"ko\", \"en\"],\n  \"parts\": [\n") !=
          whole.npos);
    CHECK(whole.find("      \"number\": \"C.1.4\",\n") != whole.npos);
    CHECK(whole.find("\n  \"records\": [\n    {\n      \"kind\": \"paper\",\n") != whole.npos);
    CHECK(whole.substr(whole.size() - 7) == "\n  ]\n}\n");
    // The whole catalogue holds all records, indented by two more levels.
    for (const entry e : entries)
        CHECK(whole.find("\n      \"key\": \"" + std::string{e.key()} + "\",\n") != whole.npos);
}

TEST_CASE("JSON can be written to any output iterator") {
    CHECK(writes_anywhere([](auto out) { return write_json(std::move(out), get<"lora">()); }));
    CHECK(writes_anywhere([](auto out) { return write_json(std::move(out), papers_in(category::peft)); }));
    CHECK(writes_anywhere([](auto out) { return write_json(std::move(out)); }));
}

#if !defined(__clang__) || __clang_major__ >= 16  // earlier versions cannot compile libstdc++'s adaptors
TEST_CASE("write_json accepts a range that finds its elements lazily") {
    auto found = entries | std::views::filter([](entry e) { return e.key() == "lora" || e.key() == "gradio"; });
    const std::array wanted{entry{get<"lora">()}, *find("gradio")};
    CHECK(written([&](auto out) { return write_json(out, found); }) ==
          written([&](auto out) { return write_json(out, wanted); }));
}
#endif
