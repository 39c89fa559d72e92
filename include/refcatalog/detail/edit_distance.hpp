#ifndef REFCATALOG_DETAIL_EDIT_DISTANCE_HPP
#define REFCATALOG_DETAIL_EDIT_DISTANCE_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/detail/query_reader.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/keys.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace refcatalog::detail {

/// Finds the key or alias with the least Levenshtein distance from a text, over code points, ASCII case ignored. It
/// computes a whole column of the matrix of distances at once, in blocks of 64 rows, the bits of a word: G. Myers, "A
/// fast bit-vector algorithm for approximate string matching based on dynamic programming", 1999. The names follow H.
/// Hyyro, "Explaining and extending the bit-parallel approximate string matching algorithm of Myers", 2001. It is a
/// template over its only table, so that compilers analyse it only where a program asks for the nearest key; its types
/// are parameters, because compilers do less work on a template whose types they do not know yet.
template <class table = generated::key_table, class count = std::size_t, class word = std::uint64_t>
class nearest_key {
public:
    static constexpr count none = ~count{0};

    /// The entry of the nearest key; `none` if the distance is more than a third of the longer text, or if the search
    /// takes more columns than the budget.
    count index = none;

    constexpr explicit nearest_key(std::string_view text, count budget = none) noexcept {
        const char* const end = text.data() + text.size();
        for (const char* at = text.data(); at != end; ++size_) {
            if (size_ == most_characters) return;
            const char32_t code = take(at, end);
            block& rows = blocks_[size_ / 64];
            const word row = word{1} << size_ % 64;
            if (code < 128) rows.ascii[code] |= row;
            if ((code | 0x20) - 'a' < 26) rows.ascii[code ^ 0x20] |= row;
            rows.codes[size_ % 64] = code;
        }
        if constexpr (table::size > 0) {
            if (size_ > 0) find(budget);
        }
    }

private:
    // A distance of at most a third of the longer text is at most half of the shorter one, so a text with more
    // characters is near no key.
    static constexpr count most_characters = table::longest + table::longest / 2;

    struct block {
        word ascii[128]{};     // the rows of each character
        char32_t codes[64]{};  // the character of each row
        word vertical_positive = 0;
        word vertical_negative = 0;
    };

    constexpr void find(count budget) noexcept {
        // A small limit rules out most keys after a few columns, and most typing errors are small.
        for (count most = 1;; most = size_ / 2) {
            const count end = (most + 1) * table::size;
            const count rank = least_rank<true>(end, budget);
            if (rank != end) {
                const bool is_nearest = 3 * (rank / table::size) <= size_ || least_rank<false>(rank, budget) == rank;
                if (is_nearest && spent_ <= budget) index = rank % table::size;
                return;
            }
            if (most >= size_ / 2) return;
        }
    }

    // The least rank of any key, if it is below the given rank; else the given rank. Ranks are by distance, then by
    // entry.
    template <bool within_a_third>
    constexpr count least_rank(count least, count budget) noexcept {
        for (count slot = 0; slot != table::size; ++slot) {
            if (spent_++ > budget) return least;
            const count entry = number_at(table::entries, slot);
            if (least <= entry) continue;
            count changes = (least - entry - 1) / table::size;
            const count bytes = number_at(table::lengths, slot);
            if constexpr (within_a_third) {
                const count third = (bytes < size_ ? size_ : bytes) / 3;
                if (third < changes) changes = third;
            }
            if (bytes + changes < size_ || bytes > (size_ + changes) * table::widest) continue;
            const count distance =
                distance_from(characters_at(table::pool, number_at(table::offsets, slot)), bytes, changes);
            if (distance > changes) continue;
            if (within_a_third && 3 * distance > size_ && 3 * distance > key_size_) continue;
            least = distance * table::size + entry;
        }
        return least;
    }

    // The last value on the diagonal where both texts end. The values on a diagonal never decrease, so the search stops
    // beyond `most`.
    constexpr count distance_from(const char* key, count bytes, count most) noexcept {
        const char* const end = key + bytes;
        key_size_ = bytes;
        if constexpr (table::widest > 1) {
            for (const char* at = key; at != end; ++at) key_size_ -= (*at & 0xC0) == 0x80;
        }
        const count last = (size_ - 1) / 64;
        for (count number = 0; number <= last; ++number) {
            blocks_[number].vertical_positive = ~word{0};
            blocks_[number].vertical_negative = 0;
        }
        count distance = key_size_ > size_ ? key_size_ - size_ : size_ - key_size_;
        count row = size_ - key_size_;  // of the diagonal; a large number before it begins
        for (; key != end && distance <= most; ++row) {
            const char32_t code = take(key, end);
            word positive = 1;  // the horizontal differences in the row above the block
            word negative = 0;
            for (count number = 0; number <= last; ++number) {
                block& rows = blocks_[number];
                const word vertical = rows.vertical_positive;
                const word equal = (code < 128 ? rows.ascii[code] : rows_of(code, rows)) | negative;
                const word diagonal = (((equal & vertical) + vertical) ^ vertical) | equal | rows.vertical_negative;
                const word horizontal = rows.vertical_negative | ~(diagonal | vertical);
                if (row / 64 == number && (diagonal >> row % 64 & 1) == 0) ++distance;
                rows.vertical_negative = diagonal & (horizontal << 1 | positive);
                rows.vertical_positive =
                    (diagonal & vertical) << 1 | negative | ~(diagonal | horizontal << 1 | positive);
                positive = horizontal >> 63;
                negative = (diagonal & vertical) >> 63;
            }
            spent_ += last + 1;
        }
        return distance;
    }

    constexpr word rows_of(char32_t code, const block& rows) noexcept {
        word found = 0;
        for (count row = 0; row != 64; ++row) found |= word{rows.codes[row] == code} << row;
        spent_ += 8;
        return found;
    }

    // Reads a code point. A byte that is invalid in UTF-8 becomes a code point that no key has.
    static constexpr char32_t take(const char*& at, const char* end) noexcept {
        return (*at & 0x80) == 0 ? static_cast<char32_t>(*at++) : take_other(at, end);
    }
    static constexpr char32_t take_other(const char*& at, const char* end) noexcept {
        const auto next = first_character({at, static_cast<count>(end - at)});
        at += next.size > 0 ? next.size : 1;
        return next.size > 0 ? next.code : ~char32_t{0};
    }

    block blocks_[most_characters / 64 + 1]{};
    count size_ = 0;  // in characters
    count key_size_ = 0;
    count spent_ = 0;
};

}  // namespace refcatalog::detail

#endif
