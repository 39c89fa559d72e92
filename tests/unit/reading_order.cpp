#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <span>
#include <type_traits>

using namespace refcatalog;

TEST_CASE("the properties of a stage") {
    STATIC_REQUIRE(std::is_same_v<decltype(reading_stages[0].steps()), std::span<const reading_step>>);
    STATIC_REQUIRE(reading_stages[0].number() == 1);
    STATIC_REQUIRE(reading_stages[0].steps().size() == 4);
    STATIC_REQUIRE(reading_stages[3].steps().size() == 3);
    REQUIRE(reading_stages[0].name() == "기초 단계");
    REQUIRE(reading_stages[0].name(lang::en) == "Foundations");
    REQUIRE(reading_stages[0].duration() == "1~2주");
    REQUIRE(reading_stages[0].duration(lang::en) == "1–2 weeks");
    REQUIRE(reading_stages[3].duration() == "지속");
}

TEST_CASE("a step that names one work") {
    constexpr const reading_step& vit = reading_order[2];
    STATIC_REQUIRE(vit.number() == 3);
    STATIC_REQUIRE(&vit.stage() == &reading_stages[0]);
    STATIC_REQUIRE(vit.label() == "ViT");
    STATIC_REQUIRE(vit.by() == "Dosovitskiy et al. 2020");
    STATIC_REQUIRE(vit.entries().size() == 1);
    STATIC_REQUIRE(vit.entries().front() == entry{get<"vit">()});
    REQUIRE(vit.note() == "비전 Transformer 기초");
}

TEST_CASE("a step that names two works, and a step that is a sentence") {
    STATIC_REQUIRE(reading_order[11].label() == "GPTQ / AWQ");
    STATIC_REQUIRE(reading_order[11].by().empty());
    STATIC_REQUIRE(reading_order[11].entries()[0] == entry{get<"gptq">()});
    STATIC_REQUIRE(reading_order[11].entries()[1] == entry{get<"awq">()});
    STATIC_REQUIRE(reading_order[9].label() == "vLLM/PagedAttention");
    STATIC_REQUIRE(reading_order[14].number() == 0);
    STATIC_REQUIRE(reading_order[14].label().empty());
    STATIC_REQUIRE(reading_order[14].entries().size() == 2);
    REQUIRE(reading_order[12].note() == "HuggingFace Blog의 최신 튜토리얼 팔로우");
}
