// `closest` returns the same entry as a plain comparison of distances.

#include "support/closest.hpp"

#include "fuzz/fuzz.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = text_of(data, size);
    require(refcatalog::closest(text) == plain_closest(text), "closest(text) has the least distance");
    return 0;
}
