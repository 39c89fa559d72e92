#include "support/catch.hpp"
#include "support/closest.hpp"

#include <refcatalog/catalog.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace refcatalog;

TEST_CASE("every key finds its entry") {
    STATIC_REQUIRE(find("qlora") == entry{get<"qlora">()});
    STATIC_REQUIRE(std::is_same_v<decltype(find("")), std::optional<entry>>);
    STATIC_REQUIRE(noexcept(find(std::string_view{})));
    std::optional<entry> (*const pointer)(std::string_view) = find;
    REQUIRE(pointer("qlora") == find("qlora"));
    for (const entry e : entries) {
        const std::string key{e.key()};  // a copy, because equal addresses must not matter
        REQUIRE(find(key) == e);
    }
}

TEST_CASE("an unknown key finds nothing") {
    STATIC_REQUIRE(!find("").has_value());
    STATIC_REQUIRE(!find("lor").has_value());
    STATIC_REQUIRE(!find("LoRA").has_value());
    STATIC_REQUIRE(!find({}).has_value());
    for (int character = 0; character < 256; ++character)
        REQUIRE(!find(std::string(1, static_cast<char>(character))).has_value());
    REQUIRE(!find(std::string(10'000'000, 'a')).has_value());
    REQUIRE(!find("큐로라").has_value());
    REQUIRE(!find(std::string_view{"lora\0", 5}).has_value());
    for (const entry e : entries) {
        const std::string key{e.key()};
        REQUIRE(!find(key + "-").has_value());
        REQUIRE(!find("-" + key).has_value());
        for (std::size_t at = 0; at < key.size(); ++at) {
            std::string other = key;
            other[at] = '_';
            REQUIRE(!find(other).has_value());
        }
    }
}

TEST_CASE("no byte outside the argument is read") {
    // Each key is a separate allocation without a terminator, which lets sanitizers detect reads outside it.
    for (const entry e : entries) {
        for (std::size_t size = 0; size <= e.key().size(); ++size) {
            const std::vector<char> exact(e.key().begin(), e.key().begin() + static_cast<std::ptrdiff_t>(size));
            const auto found = find({exact.data(), exact.size()});
            REQUIRE((!found.has_value() || found->key() == e.key().substr(0, size)));
        }
    }
}

TEST_CASE("find with a type returns the typed record") {
    STATIC_REQUIRE(find<paper>("lora") == &in<category::peft>()[0]);
    STATIC_REQUIRE(find<tool>("lora") == nullptr);
    STATIC_REQUIRE(find<paper>("nothing") == nullptr);
    STATIC_REQUIRE(find<repository>("llava-repo")->name() == "LLaVA");
}

TEST_CASE("get returns the typed record of a key") {
    STATIC_REQUIRE(std::is_same_v<decltype(get<"qlora">()), const paper&>);
    STATIC_REQUIRE(std::is_same_v<decltype(get<"the-illustrated-transformer">()), const blog&>);
    STATIC_REQUIRE(&get<"qlora">() == &in<category::peft>()[1]);
    STATIC_REQUIRE(get<"lora">().year() == 2021);
}

TEST_CASE("closest returns the entry with the nearest key") {
    STATIC_REQUIRE(closest("qlorra") == find("qlora"));
    STATIC_REQUIRE(closest("QLoRRA") == find("qlora"));
    STATIC_REQUIRE(closest("the-ilustrated-tranformer") == find("the-illustrated-transformer"));
    STATIC_REQUIRE(std::is_same_v<decltype(closest("")), std::optional<entry>>);
    STATIC_REQUIRE(noexcept(closest(std::string_view{})));
    std::optional<entry> (*const pointer)(std::string_view) = closest;
    REQUIRE(pointer("qlorra") == find("qlora"));
}

TEST_CASE("closest finds nothing if the distance exceeds a third of the longer text") {
    STATIC_REQUIRE(closest("ber") == find("bert"));
    STATIC_REQUIRE(closest("lorabc") == find("lora"));
    STATIC_REQUIRE(!closest("lorabcd").has_value());
    STATIC_REQUIRE(!closest("").has_value());
    STATIC_REQUIRE(!closest({}).has_value());
    STATIC_REQUIRE(!closest(std::string_view{"\0", 1}).has_value());
    REQUIRE(!closest(std::string(10'000'000, 'a')).has_value());
}

TEST_CASE("closest agrees with a simple computation of the distance") {
    int found = 0;
    for (const std::string& text : typed_texts(2'000)) {
        // A separate allocation without a terminator lets sanitizers detect reads outside it.
        const std::vector<char> exact(text.begin(), text.end());
        const auto near = closest({exact.data(), exact.size()});
        INFO(text);
        REQUIRE(near == plain_closest(text));
        if (near) ++found;
    }
    REQUIRE(found > 500);
    REQUIRE(found < 1'900);
}
