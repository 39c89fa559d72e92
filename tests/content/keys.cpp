#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <set>
#include <string_view>

using namespace refcatalog;

TEST_CASE("keys are unique slugs") {
    std::set<std::string_view> keys;
    for (const entry e : entries) {
        const std::string_view key = e.key();
        INFO(key);
        REQUIRE(keys.insert(key).second);
        REQUIRE(std::ranges::all_of(
            key, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }));
        REQUIRE(key.front() != '-');
        REQUIRE(key.back() != '-');
        REQUIRE(key.find("--") == key.npos);
    }
}

TEST_CASE("every key named in the interface exists") {
    for (const char* key : {"vit", "clip", "lora", "qlora", "llava", "qwen2-vl", "flashattention", "flashattention-2",
                            "nougat", "gptq", "awq", "attention-is-all-you-need", "bert"}) {
        INFO(key);
        REQUIRE(find<paper>(key) != nullptr);
    }
    REQUIRE(find<blog>("the-illustrated-transformer") != nullptr);
    REQUIRE(find<repository>("flash-attention") != nullptr);
    REQUIRE(find<tool>("papers-with-code") != nullptr);
    REQUIRE(find<blog>("huggingface-blog") != nullptr);
    REQUIRE(find<course>("cs224n") != nullptr);
    REQUIRE(find<repository>("llava-repo") != nullptr);
    REQUIRE(find<repository>("nougat-repo") != nullptr);
}
