// Compares `closest` with a plain implementation, in a catalogue that check.py makes.

#include "support/closest.hpp"

#include <array>
#include <iostream>

using refcatalog::closest;
using refcatalog::find;

// The nearest key or alias; the first entry, if several are equally near.
static_assert(closest("TIE-X") == find("tie-b"));
static_assert(closest("트랜스포모") == find("트랜스포머"));
static_assert(closest("다른이릅") == find("트랜스포머"));
static_assert(closest("\xFF트랜스포머") == find("트랜스포머"));
static_assert(!closest("트포").has_value());
static_assert(closest("B") == find("b"));
// An error looks within a budget; letters outside ASCII spend more of it.
using nearest_key = refcatalog::detail::nearest_key<refcatalog::generated::key_table>;
static_assert(refcatalog::entries[nearest_key{"트랜스포모", 1'000}.index] == find("트랜스포머"));
static_assert(refcatalog::entries[nearest_key{"TIE-X", 1'000}.index] == find("tie-b"));
static_assert(nearest_key{"트랜스포모", 10}.index == nearest_key::none);
static_assert(nearest_key{"TIE-X", 15}.index == nearest_key::none);
// Only letters have two cases.
static_assert(!closest("{{{").has_value() && closest("[[[") == find("[[["));
static_assert(!closest("```").has_value() && closest("@@@") == find("@@@"));

// The longest texts that may be near a key, and those that are longer.
constexpr auto repeated = [](std::size_t size) {
    std::array<char, 514> text{};
    for (std::size_t at = 0; at != size; ++at) text[at] = "abcdef"[at % 6];
    return text;
};
constexpr auto longest = repeated(513);
constexpr auto too_long = repeated(514);
static_assert(closest({longest.data(), 513})->key().size() == 342);
static_assert(!closest({too_long.data(), 514}).has_value());

int main() {
    int found = 0;
    for (const std::string& text : typed_texts(5'000)) {
        const auto near = closest(text);
        if (near != plain_closest(text)) {
            std::cout << "closest differs from the plain implementation: " << text << '\n';
            return 1;
        }
        if (near) ++found;
    }
    std::cout << found << " found\n";
    return found > 1'000 && found < 4'900 ? 0 : 1;
}
