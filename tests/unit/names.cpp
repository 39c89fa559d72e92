#include "catch.hpp"

#include <refcatalog/catalog.hpp>

using namespace refcatalog;

TEST_CASE("enumerators as text") {
    STATIC_REQUIRE(to_string(lang::ko) == "ko");
    STATIC_REQUIRE(to_string(lang::en) == "en");
    STATIC_REQUIRE(to_string(static_cast<lang>(2)).empty());
    STATIC_REQUIRE(to_string(record_kind::paper) == "paper");
    STATIC_REQUIRE(to_string(record_kind::repository) == "repository");
    STATIC_REQUIRE(to_string(record_kind::dataset) == "dataset");
    STATIC_REQUIRE(to_string(record_kind::course) == "course");
    STATIC_REQUIRE(to_string(record_kind::blog) == "blog");
    STATIC_REQUIRE(to_string(record_kind::post) == "post");
    STATIC_REQUIRE(to_string(record_kind::community) == "community");
    STATIC_REQUIRE(to_string(record_kind::book) == "book");
    STATIC_REQUIRE(to_string(record_kind::tool) == "tool");
    STATIC_REQUIRE(to_string(static_cast<record_kind>(9)).empty());
}

TEST_CASE("the categories as text, in the order of the appendix") {
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
    REQUIRE(std::size(names) == categories.size());
    for (std::size_t at = 0; at < categories.size(); ++at) REQUIRE(to_string(static_cast<category>(at)) == names[at]);
    STATIC_REQUIRE(to_string(category::transformer_basics) == "transformer_basics");
    STATIC_REQUIRE(category::paper_tracking == static_cast<category>(19));
}

TEST_CASE("the version is that of CMake") { REQUIRE(version == CMAKE_VERSION_OF_REFCATALOG); }
