#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <string_view>

using namespace refcatalog;

TEST_CASE("records have statuses and current URLs") {
    STATIC_REQUIRE(facts_as_of >= "2026-11");
    STATIC_REQUIRE(get<"qwen2-vl-repo">().status() == link_status::renamed);
    STATIC_REQUIRE(get<"qwen2-vl-repo">().current_url() == "https://github.com/QwenLM/Qwen3-VL");
    STATIC_REQUIRE(get<"papers-with-code">().status() == link_status::closed);
    STATIC_REQUIRE(find("papers-with-code")->current_url() == "https://huggingface.co/papers/trending");
    STATIC_REQUIRE(get<"deepspeed">().status() == link_status::moved);
    STATIC_REQUIRE(get<"autogptq">().status() == link_status::archived);
    // The current URL is the URL of the appendix if it has not changed, and empty if it is unknown.
    STATIC_REQUIRE(get<"autogptq">().current_url() == get<"autogptq">().url());
    STATIC_REQUIRE(get<"korean-llm-leaderboard">().status() == link_status::unknown);
    STATIC_REQUIRE(!get<"korean-llm-leaderboard">().url().empty());
    STATIC_REQUIRE(get<"korean-llm-leaderboard">().current_url().empty());
    STATIC_REQUIRE(to_string(link_status::archived) == "archived");
    STATIC_REQUIRE(to_string(static_cast<link_status>(77)).empty());
    for (const entry e : entries) {
        INFO(e.key());
        if (e.status() == link_status::moved) CHECK((!e.current_url().empty() && e.current_url() != e.url()));
        if (e.status() == link_status::unknown) CHECK(e.current_url().empty());
    }
}

TEST_CASE("corrections leave the cells unchanged") {
    constexpr correction_view corrections = get<"bert">().corrections();
    STATIC_REQUIRE(corrections.size() == 1);
    STATIC_REQUIRE(corrections[0].cell() == "title");
    STATIC_REQUIRE(corrections[0].fact(lang::en).find("for Language Understanding") != std::string_view::npos);
    STATIC_REQUIRE(get<"bert">().title() == "BERT: Pre-training of Deep Bidirectional Transformers");
    STATIC_REQUIRE(get<"vllm">().corrections().empty());
    STATIC_REQUIRE(correction_view{}.empty());
    STATIC_REQUIRE(text_list_view{}.empty());
    for (const entry e : entries) {
        for (const correction c : e.corrections()) {
            INFO(e.key());
            CHECK(!c.fact().empty());
            CHECK(!c.fact(lang::en).empty());
            CHECK(c.fact(lang::en).back() == '.');
            CHECK(c.fact().back() == '.');
        }
    }
}

TEST_CASE("an entry has the corrections and link status of its record") {
    for (const entry e : entries) {
        visit(
            [e](const auto& record) {
                INFO(e.key());
                CHECK(record.status() == e.status());
                CHECK(record.current_url() == e.current_url());
                for (const lang language : {lang::ko, lang::en}) {
                    CHECK(record.status_note(language) == e.status_note(language));
                }
                CHECK(record.corrections().size() == e.corrections().size());
                if (!e.corrections().empty()) CHECK(record.corrections()[0].fact() == e.corrections()[0].fact());
            },
            e);
    }
}
