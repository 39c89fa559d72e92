#include "catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>

using namespace refcatalog;

TEST_CASE("a citation is the paper as published") {
    constexpr citation deit = get<"deit">().citation();
    STATIC_REQUIRE(std::is_same_v<decltype(papers[0].citation()), citation>);
    STATIC_REQUIRE(deit.type() == publication_type::article);
    STATIC_REQUIRE(deit.title() == "Training data-efficient image transformers & distillation through attention");
    STATIC_REQUIRE(deit.venue() == "ICML");
    STATIC_REQUIRE(!deit.in_journal());
    STATIC_REQUIRE(deit.year() == 2021);
    STATIC_REQUIRE(deit.arxiv_id() == "2012.12877");
    STATIC_REQUIRE(deit.doi().empty());
    STATIC_REQUIRE(deit.url() == "https://arxiv.org/abs/2012.12877");
    STATIC_REQUIRE(get<"textmonkey">().citation().in_journal());
    STATIC_REQUIRE(get<"trocr">().citation().doi() == "10.1609/aaai.v37i11.26538");
    // The title is stored once where the appendix has it in full.
    STATIC_REQUIRE(get<"lora">().citation().title().data() == get<"lora">().title().data());
}

TEST_CASE("what is published nowhere has no venue, and what has no date no year") {
    STATIC_REQUIRE(get<"llama">().citation().type() == publication_type::preprint);
    STATIC_REQUIRE(get<"llama">().citation().venue().empty());
    STATIC_REQUIRE(get<"llama">().citation().year() == 2023);
    STATIC_REQUIRE(get<"gpt-2">().citation().type() == publication_type::report);
    STATIC_REQUIRE(get<"gpt-2">().citation().arxiv_id().empty());
    STATIC_REQUIRE(get<"doctr">().citation().type() == publication_type::software);
    STATIC_REQUIRE(get<"llava-next">().citation().type() == publication_type::blog_post);
    STATIC_REQUIRE(get<"llava-next">().citation().year() == 0);
    STATIC_REQUIRE(to_string(publication_type::blog_post) == "blog_post");
    STATIC_REQUIRE(to_string(static_cast<publication_type>(77)).empty());
}

TEST_CASE("authors are all there, in order, and shared") {
    constexpr author_view attention = get<"attention-is-all-you-need">().citation().authors();
    STATIC_REQUIRE(attention.size() == 8);
    STATIC_REQUIRE(attention[0] == "Ashish Vaswani");
    STATIC_REQUIRE(attention[5] == "Aidan N. Gomez");
    REQUIRE(attention[6] == "Łukasz Kaiser");
    // Each begins with the name that the appendix cites, if it cites one.
    for (const paper& p : papers) {
        const auto found = p.citation().authors();
        REQUIRE(!found.empty());
        const std::string_view cited = p.authors().substr(0, p.authors().find(" et al."));
        INFO(p.key());
        if (cited != p.authors()) CHECK(found[0].find(cited) != std::string_view::npos);
    }
    // Hugo Touvron wrote the first of both.
    REQUIRE(get<"llama">().citation().authors()[0].data() == get<"llama-2">().citation().authors()[0].data());
}

TEST_CASE("family names are given where they are certain") {
    const auto family_of = [](std::string_view name) {
        for (const paper& p : papers) {
            const citation source = p.citation();
            const auto found = std::ranges::find(source.authors(), name);
            if (found == source.authors().end()) continue;
            return source.family_name(static_cast<std::size_t>(found - source.authors().begin()));
        }
        FAIL("no author is called " << name);
        return std::string_view{};
    };
    STATIC_REQUIRE(get<"lora">().citation().family_name(0) == "Hu");
    CHECK(family_of("Diego de Las Casas") == "de Las Casas");
    CHECK(family_of("George van den Driessche") == "van den Driessche");
    CHECK(family_of("Teven Le Scao") == "Le Scao");
    CHECK(family_of("Łukasz Kaiser") == "Kaiser");
    CHECK(family_of("Ming-Wei Chang") == "Chang");
    CHECK(family_of("Burcu Karagol Ayan").empty());
    CHECK(family_of("Mindee").empty());
    CHECK(*family_of("Mindee").data() == '\0');
}

TEST_CASE("statuses and current URLs") {
    STATIC_REQUIRE(facts_as_of >= "2026-11");
    STATIC_REQUIRE(get<"qwen2-vl-repo">().status() == link_status::renamed);
    STATIC_REQUIRE(get<"qwen2-vl-repo">().current_url() == "https://github.com/QwenLM/Qwen3-VL");
    STATIC_REQUIRE(get<"papers-with-code">().status() == link_status::closed);
    STATIC_REQUIRE(find("papers-with-code")->current_url() == "https://huggingface.co/papers/trending");
    STATIC_REQUIRE(get<"deepspeed">().status() == link_status::moved);
    STATIC_REQUIRE(get<"autogptq">().status() == link_status::archived);
    // Where nothing changed it is the URL of the appendix, and where nothing is known there is none.
    STATIC_REQUIRE(get<"autogptq">().current_url() == get<"autogptq">().url());
    STATIC_REQUIRE(get<"korean-llm-leaderboard">().status() == link_status::unknown);
    STATIC_REQUIRE(!get<"korean-llm-leaderboard">().url().empty());
    STATIC_REQUIRE(get<"korean-llm-leaderboard">().current_url().empty());
    STATIC_REQUIRE(to_string(link_status::archived) == "archived");
    STATIC_REQUIRE(to_string(static_cast<link_status>(77)).empty());
    for (const paper& p : papers) {
        CHECK(p.status() == link_status::active);
        CHECK(p.current_url() == p.url());
        CHECK(p.status_note().empty());
    }
    for (const entry e : entries) {
        INFO(e.key());
        CHECK((e.status() != link_status::moved || e.current_url() != e.url()));
        CHECK((e.status() == link_status::unknown) == e.current_url().empty());
    }
}

TEST_CASE("no fact was lost") {
    const auto count = [](link_status status) { return std::ranges::count(entries, status, &entry::status); };
    CHECK(count(link_status::active) >= 50 + 82);
    CHECK(count(link_status::renamed) >= 5);
    CHECK(count(link_status::moved) >= 6);
    CHECK(count(link_status::archived) >= 8);
    CHECK(count(link_status::closed) >= 2);
    CHECK(count(link_status::unknown) >= 3);
    CHECK(std::ranges::count_if(entries, [](entry e) { return !e.status_note().empty(); }) >= 57);
    CHECK(std::ranges::count_if(entries, [](entry e) { return !e.corrections().empty(); }) >= 17 + 41);
}

TEST_CASE("corrections stand beside the cells, which stay as they are") {
    constexpr correction_view corrections = get<"bert">().corrections();
    STATIC_REQUIRE(corrections.size() == 1);
    STATIC_REQUIRE(corrections[0].cell() == "title");
    STATIC_REQUIRE(corrections[0].fact(lang::en).find("for Language Understanding") != std::string_view::npos);
    STATIC_REQUIRE(get<"bert">().title() == "BERT: Pre-training of Deep Bidirectional Transformers");
    STATIC_REQUIRE(get<"vllm">().corrections().empty());
    STATIC_REQUIRE(correction_view{}.empty());
    STATIC_REQUIRE(author_view{}.empty());
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

TEST_CASE("an entry and its record say the same") {
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
