#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>

#include <array>
#include <functional>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace refcatalog;

namespace {

std::string csl_of(entry source) {
    return written([&](auto out) { return write_csl_json(out, source); });
}

// Whether the item contains this text.
bool has(entry source, std::string_view wanted) { return csl_of(source).find(wanted) != std::string::npos; }

}  // namespace

TEST_CASE("a CSL-JSON item") {
    CHECK(csl_of(get<"trocr">()).find("{\n  \"id\": \"trocr\",\n  \"type\": \"paper-conference\",\n") == 0);
    CHECK(csl_of(get<"doctr">()) ==
          "{\n"
          "  \"id\": \"doctr\",\n"
          "  \"type\": \"software\",\n"
          "  \"title\": \"docTR: Document Text Recognition\",\n"
          "  \"URL\": \"https://github.com/mindee/doctr\",\n"
          "  \"author\": [{\"literal\": \"Mindee\"}],\n"
          "  \"issued\": {\"date-parts\": [[2021]]}\n"
          "}");
    CHECK(csl_of(get<"gradio">()) ==
          "{\n"
          "  \"id\": \"gradio\",\n"
          "  \"type\": \"software\",\n"
          "  \"title\": \"Gradio\",\n"
          "  \"URL\": \"https://gradio.app/\"\n"
          "}");
    for (const entry e : entries) CHECK(visit([](const auto& record) { return csl_of(record); }, e) == csl_of(e));
}

TEST_CASE("a CSL-JSON item holds the variables of the citation") {
    CHECK(has(get<"internvl-1-5">(),
              "  \"type\": \"article-journal\",\n"
              "  \"container-title\": \"Science China Information Sciences\",\n"));
    CHECK(has(get<"internvl-1-5">(), "  \"issue\": \"12\",\n  \"page\": \"220101\",\n  \"volume\": \"67\",\n"));
    CHECK(has(get<"gpt-2">(),
              "  \"type\": \"report\",\n  \"genre\": \"Technical report\",\n"
              "  \"publisher\": \"OpenAI\",\n"));
    CHECK(has(get<"hands-on-machine-learning">(), "  \"edition\": \"3\",\n"));
}

TEST_CASE("an arXiv identifier is written as the number of a preprint, and as a note of any other publication") {
    CHECK(has(get<"llama">(), "  \"number\": \"arXiv:2302.13971\",\n"));
    CHECK(!has(get<"llama">(), "note"));
    CHECK(has(get<"lora">(), "  \"note\": \"arXiv:2106.09685\",\n"));
    CHECK(!has(get<"lora">(), "number"));
    for (const entry e : entries) {
        const citation source = e.citation();
        INFO(e.key());
        CHECK(has(e, "\"number\": \"arXiv:") == (source.type() == csl_type::article && !source.arxiv_id().empty()));
        CHECK(has(e, "\"note\": \"arXiv:") == (source.type() != csl_type::article && !source.arxiv_id().empty()));
    }
}

TEST_CASE("CSL-JSON writes names in parts") {
    CHECK(has(get<"lora">(), "\"author\": [{\"family\": \"Hu\", \"given\": \"Edward J.\"}, {\"family\": "));
    CHECK(has(get<"chinchilla">(),
              ", {\"family\": \"Driessche\", \"given\": \"George\", \"non-dropping-particle\": \"van den\"}, "));
    CHECK(
        has(get<"cs324">(), "\"author\": [{\"family\": \"Liang\", \"given\": \"Percy\"}, {\"literal\": \"others\"}]"));
    CHECK(has(get<"natural-language-processing-with-transformers">(),
              "{\"literal\": \"others\"}],\n  \"translator\": [{\"family\": \"박\", \"given\": \"해선\"}],\n"));
    CHECK(!has(get<"cs336">(), "literal"));
    CHECK(!has(get<"gradio">(), "author"));
}

TEST_CASE("CSL-JSON writes dates as precisely as the data give them") {
    CHECK(has(get<"lora">(), "\"issued\": {\"date-parts\": [[2022]]}"));
    CHECK(has(get<"how-to-fine-tune-llms-in-2024-with-hugging-face">(), "\"issued\": {\"date-parts\": [[2024, 1]]}"));
    CHECK(has(get<"llava-next">(), "\"issued\": {\"date-parts\": [[2024, 1, 30]]}"));
    CHECK(!has(get<"gradio">(), "issued"));
}

TEST_CASE("CSL-JSON writes texts as JSON strings") {
    using namespace std::string_view_literals;
    const std::string text = written([](auto& out) { detail::csl_json::put_string(out, "\"\\/\b\n\x1f\0한"sv); });
    CHECK(text == "\"\\\"\\\\/\\u0008\\u000a\\u001f\\u0000한\"");
}

TEST_CASE("a URL in CSL-JSON has no apostrophe, which readers would change") {
    const auto url = [](std::string_view text) {
        return written([&](auto& out) { detail::csl_json::put_url(out, text); });
    };
    CHECK(url("https://a/'b'?\"c&") == ",\n  \"URL\": \"https://a/%27b%27?\\\"c&\"");
    CHECK(url("") == ",\n  \"URL\": \"\"");
}

TEST_CASE("any range of records or entries is written as a CSL-JSON array") {
    const auto array_of = [](const auto& range) {
        return written([&](auto out) { return write_csl_json(out, range); });
    };
    const auto peft = in<category::peft>();
    const std::string both = "[\n" + csl_of(peft[0]) + ",\n" + csl_of(peft[1]) + "\n]\n";
    CHECK(array_of(std::vector<paper>{peft[0], peft[1]}) == both);
    CHECK(array_of(papers_in(category::peft).first(2)) == both);
    CHECK(array_of(std::vector<entry>{peft[0], peft[1]}) == both);
    CHECK(array_of(entries_in(category::peft)) == array_of(peft));
    CHECK(array_of(tools).find("\"id\": \"gradio\"") != std::string::npos);
    CHECK(array_of(std::array<std::reference_wrapper<const paper>, 2>{peft[0], peft[1]}) == both);
    CHECK(array_of(papers_between(first_year, last_year)) == array_of(papers_between(2000, 2100)));
    CHECK(array_of(papers_between(2000, 2001)) == "[]\n");
}

TEST_CASE("CSL-JSON can be written to any output iterator") {
    CHECK(writes_anywhere([](auto out) { return write_csl_json(std::move(out), get<"lora">()); }));
    CHECK(writes_anywhere([](auto out) { return write_csl_json(std::move(out), papers_in(category::peft)); }));
}

#if !defined(__clang__) || __clang_major__ >= 16  // earlier versions cannot compile libstdc++'s adaptors
TEST_CASE("write_csl_json accepts a range that finds its elements lazily") {
    auto found = entries | std::views::filter([](entry e) { return e.key() == "lora" || e.key() == "gradio"; });
    const std::array wanted{entry{get<"lora">()}, *find("gradio")};
    CHECK(written([&](auto out) { return write_csl_json(out, found); }) ==
          written([&](auto out) { return write_csl_json(out, wanted); }));
}
#endif
