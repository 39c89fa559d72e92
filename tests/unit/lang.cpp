#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <array>

using namespace refcatalog;

TEST_CASE("languages begins with the default language") {
    STATIC_REQUIRE(lang{} == lang::ko);
    STATIC_REQUIRE(languages == std::array{lang::ko, lang::en});
}

TEST_CASE("an invalid language is treated as the default language") {
    constexpr auto none = static_cast<lang>(99);
    STATIC_REQUIRE(get<"lora">().summary(none) == get<"lora">().summary());
    STATIC_REQUIRE(find("lora")->description(none) == find("lora")->description());
    STATIC_REQUIRE(categories[0].title(none) == categories[0].title());
}

TEST_CASE("to_string gives the tags of languages") {
    STATIC_REQUIRE(to_string(lang::ko) == "ko");
    STATIC_REQUIRE(to_string(lang::en) == "en");
    STATIC_REQUIRE(to_string(static_cast<lang>(2)).empty());
}
