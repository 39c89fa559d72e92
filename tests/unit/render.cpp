#include "support/catch.hpp"
#include "support/writing.hpp"

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/render.hpp>
#include <refcatalog/ris.hpp>

#include <array>
#include <string_view>

using namespace refcatalog;

namespace {

constexpr std::string_view lora = rendered<[](auto out) { return write_bibtex(out, get<"lora">()); }>;
constexpr std::string_view lora_items =
    rendered<[](auto out) { return write_csl_json(out, papers_in(category::peft).first<2>()); }>;
constexpr std::string_view lora_json =
    rendered<[](auto out) { return write_json(write_json(out, get<"lora">()), papers_in(category::peft)); }>;
constexpr std::string_view lora_biblatex = rendered<[](auto out) { return write_biblatex(out, get<"lora">()); }>;
constexpr std::string_view peft_ris = rendered<[](auto out) { return write_ris(out, papers_in(category::peft)); }>;
constexpr std::string_view courses_table =
    rendered<[](auto out) { return write_markdown(out, category::online_courses, lang::en); }>;

// A writer also fills a plain buffer at compile time, with the same text as `rendered`.
constexpr bool writes_lora() {
    std::array<char, 2'000> buffer{};
    return lora == std::string_view{buffer.data(), write_bibtex(buffer.data(), get<"lora">())};
}
static_assert(writes_lora());
static_assert(lora.starts_with("@inproceedings{lora,\n  author = {Hu, Edward J. and "));
static_assert(lora.data()[lora.size()] == '\0');
static_assert(rendered<[](auto out) { return out; }>.empty());

}  // namespace

TEST_CASE("the writers give the same text at compile time and at run time") {
    CHECK(lora == written([](auto out) { return write_bibtex(out, get<"lora">()); }));
    CHECK(lora_items == written([](auto out) { return write_csl_json(out, papers_in(category::peft).first(2)); }));
    CHECK(lora_json ==
          written([](auto out) { return write_json(write_json(out, get<"lora">()), papers_in(category::peft)); }));
    CHECK(lora_biblatex == written([](auto out) { return write_biblatex(out, get<"lora">()); }));
    CHECK(peft_ris == written([](auto out) { return write_ris(out, papers_in(category::peft)); }));
    CHECK(courses_table == written([](auto out) { return write_markdown(out, category::online_courses, lang::en); }));
}
