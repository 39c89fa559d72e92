#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
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
    constexpr text_list_view attention = get<"attention-is-all-you-need">().citation().authors();
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
