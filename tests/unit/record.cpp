#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <concepts>
#include <type_traits>

using namespace refcatalog;

TEST_CASE("every record returns its kind, its key and its category") {
    STATIC_REQUIRE(paper::kind() == record_kind::paper);
    STATIC_REQUIRE(papers[0].kind() == record_kind::paper);
    STATIC_REQUIRE(get<"gradio">().kind() == record_kind::tool);
    STATIC_REQUIRE(get<"gradio">().key() == "gradio");
    STATIC_REQUIRE(get<"gradio">().category() == category::tools_and_services);
}

TEST_CASE("a link cell in plain text gives a label without a URL") {
    STATIC_REQUIRE(get<"hands-on-machine-learning">().url().empty());
    REQUIRE(get<"hands-on-machine-learning">().link_label() == "한빛미디어");
    REQUIRE(get<"hands-on-machine-learning">().link_label(lang::en) == "Hanbit Media");
    STATIC_REQUIRE(get<"aks-daily-paper">().link_label() == "Twitter/X");
    STATIC_REQUIRE(get<"llm-university">().link_label().empty());
    STATIC_REQUIRE(get<"llm-university">().url().empty());
}

TEST_CASE("records are equal if they refer to the same row") {
    const paper copy = papers[3];
    STATIC_REQUIRE(std::equality_comparable<paper>);
    REQUIRE(copy == papers[3]);
    REQUIRE(copy != papers[4]);
}

TEST_CASE("missing lists of a record are empty") {
    STATIC_REQUIRE(get<"lora">().aliases().empty());
    STATIC_REQUIRE(get<"gradio">().tags().empty());
    STATIC_REQUIRE(get<"gradio">().links().empty());
    STATIC_REQUIRE(get<"gradio">().corrections().empty());
    STATIC_REQUIRE(std::is_same_v<decltype(get<"gradio">().aliases()), text_list_view>);
    STATIC_REQUIRE(std::is_same_v<decltype(get<"gradio">().links()), link_view>);
}

TEST_CASE("every kind of record has a status and a citation") {
    STATIC_REQUIRE(noexcept(get<"cs25">().status()));
    STATIC_REQUIRE(get<"gradio">().citation() == entry{get<"gradio">()}.citation());
    STATIC_REQUIRE(get<"gradio">().citation().title() == get<"gradio">().name());
    STATIC_REQUIRE(noexcept(get<"cs25">().citation()));
}
