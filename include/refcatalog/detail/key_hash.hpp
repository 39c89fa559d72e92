#ifndef REFCATALOG_DETAIL_KEY_HASH_HPP
#define REFCATALOG_DETAIL_KEY_HASH_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/detail/always_inline.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/keys.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace refcatalog::detail {

/// The perfect hash of the keys. codegen/perfect_hash.py computes the same hash, explains it, and proves that it finds
/// every key; both follow the same steps in the same order. It is a template over its only table, so that compilers
/// analyse it only where a program looks up a key.
template <class table = generated::key_table>
struct key_hash {
    /// The result of `find` if no entry has the key.
    static constexpr std::size_t none = ~std::size_t{0};

    /// The index of the entry with this key.
    REFCATALOG_ALWAYS_INLINE static constexpr std::size_t find(std::string_view key) noexcept {
        if constexpr (table::size > 0) {
            const std::size_t only = slot(key);
            if (equal(text<table>(only, table::column_::key), key)) return number_at(table::entries, only);
        }
        return none;
    }

private:
    // Two overlapping comparisons of a fixed size, which need no call: for a short key, memcmp would cost more than the
    // rest of the lookup.
    REFCATALOG_ALWAYS_INLINE static constexpr bool equal(std::string_view left, std::string_view right) noexcept {
        const std::size_t size = left.size();
        if (size != right.size()) return false;
        if (size < 4 || size > 16) return left.compare(right) == 0;
        return size < 8 ? ends_equal(left, right, 4) : ends_equal(left, right, 8);
    }
    REFCATALOG_ALWAYS_INLINE static constexpr bool ends_equal(std::string_view left, std::string_view right,
                                                              std::size_t size) noexcept {
        using traits = std::string_view::traits_type;
        const std::size_t end = left.size() - size;
        return traits::compare(left.data(), right.data(), size) == 0 &&
               traits::compare(left.data() + end, right.data() + end, size) == 0;
    }

    /// The only slot that can have the key. Reads a few bytes of the key, however long it is.
    REFCATALOG_ALWAYS_INLINE static constexpr std::size_t slot(std::string_view key) noexcept {
        std::uint64_t value = (table::seed ^ ends(key) ^ std::uint64_t{key.size()} << 48) * table::multiplier;
        if (table::window_count > 0 && key.size() >= 8) {
            const std::size_t last = key.size() - 8;
            for (std::size_t number = 0; number != table::window_count; ++number) {
                const std::size_t start = number_at(table::windows, number);
                const std::uint64_t word = eight_bytes(key.data() + (start < last ? start : last));
                value = (value ^ (value >> 32) ^ word) * table::multiplier;
            }
        }
        const auto upper = static_cast<std::uint32_t>(value >> 32);
        const auto lower = static_cast<std::uint32_t>(value);
        const std::uint32_t displacement = number_at(table::displacements, upper >> (32 - table::bucket_bits));
        const std::uint64_t place = lower + displacement * upper;
        return static_cast<std::uint32_t>(place * table::size >> 32);
    }

    /// A number made from the first and the last four bytes of the key. For a shorter key, it is made from all bytes,
    /// and distinct among keys of that size.
    static constexpr std::uint64_t ends(std::string_view key) noexcept {
        const char* const first = key.data();
        const std::size_t size = key.size();
        // A product, because clang would turn a shift into one load per byte.
        if (size >= 4) return four_bytes(first) * table::multiplier + four_bytes(first + (size - 4));
        if (size > 0) return byte(first[0]) | byte(first[size / 2]) << 8 | byte(first[size - 1]) << 16;
        return 0;
    }

    // Written so that compilers turn it into one load, and can still evaluate it at compile time.
    static constexpr std::uint64_t eight_bytes(const char* from) noexcept {
        return four_bytes(from) | std::uint64_t{four_bytes(from + 4)} << 32;
    }
    static constexpr std::uint32_t four_bytes(const char* from) noexcept {
        return byte(from[0]) | byte(from[1]) << 8 | byte(from[2]) << 16 | byte(from[3]) << 24;
    }
    static constexpr std::uint32_t byte(char character) noexcept { return static_cast<unsigned char>(character); }
};

}  // namespace refcatalog::detail

#endif
