// `find` returns the entry with exactly this key or alias.

#include "fuzz/fuzz.hpp"
#include "support/closest.hpp"

#include <algorithm>
#include <optional>

using namespace refcatalog;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view key = text_of(data, size);
    std::optional<entry> expected;
    for (const entry e : entries) {
        if (std::ranges::count(names_of(e), key) > 0) expected = e;
    }
    require(find(key) == expected, "find(key) is the entry that has the key");
    require(find<note>(key) == (expected ? expected->get_if<note>() : nullptr), "find<note>(key) is its record");
    return 0;
}
