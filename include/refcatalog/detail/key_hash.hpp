#ifndef REFCATALOG_DETAIL_KEY_HASH_HPP
#define REFCATALOG_DETAIL_KEY_HASH_HPP

#include <refcatalog/entry.hpp>
#include <refcatalog/generated/keys.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace refcatalog::detail {

/// The perfect hash of the keys. codegen/perfect_hash.py computes the same hash, explains it, and proves that it finds
/// every key; both follow the same steps in the same order.
struct key_hash {
    using table = generated::key_table;

    /// The only entry that can have this key. Reads a few bytes of the key, however long it is.
    static constexpr entry candidate(std::string_view key) noexcept {
        std::uint64_t value = table::seed + key.size();
        for (std::size_t number = 0; number < table::window_count; ++number) {
            value = (value ^ window(key, table::windows[number])) * table::multiplier;
            value ^= value >> 32;
        }
        const std::size_t bucket = scale(static_cast<std::uint32_t>(value >> 32), table::bucket_count);
        const std::uint32_t displacement = number_at(table::displacements, bucket);
        const auto moved = static_cast<std::uint32_t>(value) + displacement * table::displacement_step;
        return entry{number_at(table::slots, scale(moved, table::slot_count))};
    }

private:
    /// Eight bytes of the key from `start`, or from as near to it as they fit; a shorter key as a whole.
    static constexpr std::uint64_t window(std::string_view key, std::size_t start) noexcept {
        const char* const first = key.data();
        const std::size_t size = key.size();
        if (size >= 8) return eight_bytes(first + (start < size - 8 ? start : size - 8));
        if (size >= 4) return four_bytes(first) | four_bytes(first + (size - 4)) << 8 * (size - 4);
        if (size > 0) return byte(first[0]) | byte(first[size / 2]) << 8 | byte(first[size - 1]) << 16;
        return 0;
    }

    // Written so that compilers make one load of it, and can still do it at compile time.
    static constexpr std::uint64_t eight_bytes(const char* from) noexcept {
        return four_bytes(from) | four_bytes(from + 4) << 32;
    }
    static constexpr std::uint64_t four_bytes(const char* from) noexcept {
        return byte(from[0]) | byte(from[1]) << 8 | byte(from[2]) << 16 | byte(from[3]) << 24;
    }
    static constexpr std::uint64_t byte(char character) noexcept { return static_cast<unsigned char>(character); }

    /// Maps 32 bits evenly to 0 .. count-1.
    static constexpr std::size_t scale(std::uint32_t value, std::uint64_t count) noexcept {
        return static_cast<std::size_t>(value * count >> 32);
    }
};

}  // namespace refcatalog::detail

#endif
