#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>

using namespace refcatalog;

TEST_CASE("the catalogue has every category of the appendix, in the same order") {
    constexpr std::string_view names[] = {"transformer_basics",
                                          "vision_transformers",
                                          "vision_language_models",
                                          "peft",
                                          "document_understanding",
                                          "efficient_inference",
                                          "quantization",
                                          "training_and_scaling",
                                          "models",
                                          "frameworks",
                                          "datasets_and_benchmarks",
                                          "university_courses",
                                          "online_courses",
                                          "english_blogs",
                                          "essential_posts",
                                          "korean_company_blogs",
                                          "korean_communities",
                                          "korean_books",
                                          "tools_and_services",
                                          "paper_tracking"};
    auto next = std::begin(names);
    for (const category_info& each : categories) {
        if (next != std::end(names) && to_string(each.id()) == *next) ++next;
    }
    REQUIRE(next == std::end(names));
    STATIC_REQUIRE(to_string(category::transformer_basics) == "transformer_basics");
    STATIC_REQUIRE(std::ranges::is_sorted(categories, {}, &category_info::id));
}

TEST_CASE("a part with a single category shares its title") {
    STATIC_REQUIRE(info(category::tools_and_services).number() == "C.6");
    STATIC_REQUIRE(info(category::paper_tracking).part().number() == "C.7");
    STATIC_REQUIRE(parts[7].number() == "C.8");
    REQUIRE(parts[7].title() == "읽기 순서 추천");
    REQUIRE(info(category::paper_tracking).title() == info(category::paper_tracking).part().title());
}

TEST_CASE("the catalogue and its parts have the titles of the appendix") {
    REQUIRE(catalog_title() == "Appendix C: 참고 자료");
    REQUIRE(catalog_title(lang::en) == "Appendix C: References");
    REQUIRE(parts[0].title() == "핵심 논문");
    REQUIRE(parts[0].title(lang::en) == "Key Papers");
}
