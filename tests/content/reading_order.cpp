#include "support/catch.hpp"

#include <refcatalog/catalog.hpp>

#include <string_view>
#include <vector>

using namespace refcatalog;

TEST_CASE("the reading list has the entries of all steps") {
    const std::vector<std::string_view> expected = {"the-illustrated-transformer",
                                                    "attention-is-all-you-need",
                                                    "vit",
                                                    "clip",
                                                    "llava",
                                                    "lora",
                                                    "qlora",
                                                    "qwen2-vl",
                                                    "flashattention",
                                                    "vllm",
                                                    "nougat",
                                                    "gptq",
                                                    "awq",
                                                    "huggingface-blog",
                                                    "papers-with-code",
                                                    "llama-factory",
                                                    "axolotl"};
    std::vector<std::string_view> keys;
    for (const entry e : reading_list) keys.push_back(e.key());
    REQUIRE(keys == expected);
}
