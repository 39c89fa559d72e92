#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace refcatalog;

namespace {

std::string csl_of(const paper& source) {
    return written([&](auto out) { return write_csl_json(out, source); });
}

}  // namespace

TEST_CASE("a CSL-JSON item") {
    CHECK(csl_of(get<"trocr">()).find("{\n  \"id\": \"trocr\",\n  \"type\": \"paper-conference\",\n") == 0);
    CHECK(csl_of(get<"doctr">()) ==
          "{\n"
          "  \"id\": \"doctr\",\n"
          "  \"type\": \"software\",\n"
          "  \"title\": \"docTR: Document Text Recognition\",\n"
          "  \"author\": [{\"literal\": \"Mindee\"}],\n"
          "  \"URL\": \"https://github.com/mindee/doctr\"\n"
          "}");
    CHECK(csl_of(get<"lora">()).find("\"author\": [{\"family\": \"Hu\", \"given\": \"Edward J.\"}, {\"family\": ") !=
          std::string::npos);
    CHECK(csl_of(get<"lora">()).find("\"issued\": {\"date-parts\": [[2022]]}") != std::string::npos);

    using namespace std::string_view_literals;
    const std::string text = written([](auto& out) { detail::csl_json::put_string(out, "\"\\/\b\n\x1f\0한"sv); });
    CHECK(text == "\"\\\"\\\\/\\u0008\\u000a\\u001f\\u0000한\"");
}

TEST_CASE("any range of papers becomes an array of CSL-JSON") {
    const auto array_of = [](const auto& range) {
        return written([&](auto out) { return write_csl_json(out, range); });
    };
    const auto peft = in<category::peft>();
    const std::string both = "[\n" + csl_of(peft[0]) + ",\n" + csl_of(peft[1]) + "\n]\n";
    CHECK(array_of(std::vector<paper>{peft[0], peft[1]}) == both);
    CHECK(array_of(papers_in(category::peft).first(2)) == both);
    CHECK(array_of(std::array<std::reference_wrapper<const paper>, 2>{peft[0], peft[1]}) == both);
    CHECK(array_of(papers_between(first_year, last_year)) == array_of(papers_between(2000, 2100)));
    CHECK(array_of(papers_between(2000, 2001)) == "[\n]\n");
}

TEST_CASE("CSL-JSON goes to any output iterator") {
    CHECK(writes_anywhere([](auto out) { return write_csl_json(std::move(out), get<"lora">()); }));
    CHECK(writes_anywhere([](auto out) { return write_csl_json(std::move(out), papers_in(category::peft)); }));
}
