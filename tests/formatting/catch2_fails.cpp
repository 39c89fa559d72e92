// Every check fails; check.py reads Catch2's messages.

#include "support/catch.hpp"

#include <refcatalog/format.hpp>

using namespace refcatalog;

TEST_CASE("values that differ") {
    CHECK(get<"lora">() == get<"qlora">());
    CHECK(entry{get<"lora">()} == entry{get<"gradio">()});
    CHECK(entries_in(category::peft).empty());
    CHECK(category::peft == category::models);
    CHECK(record_kind::tool == record_kind::paper);
    CHECK(lang::ko == lang::en);
    CHECK(link_status::moved == link_status::active);
    CHECK(csl_type::article_journal == csl_type::software);
    CHECK(partial_date{2024, 5} == partial_date{2024, 5, 3});
}
