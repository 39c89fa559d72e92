#ifndef REFCATALOG_DETAIL_SEARCH_WORDS_HPP
#define REFCATALOG_DETAIL_SEARCH_WORDS_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

#include <refcatalog/detail/query_reader.hpp>
#include <refcatalog/detail/table.hpp>
#include <refcatalog/generated/search.hpp>

#include <cstddef>
#include <string_view>

namespace refcatalog::detail {

/// The number of an initial consonant of Hangul, or of the initial consonant of a syllable; -1 for any other character.
template <class Code>
constexpr int initial_consonant(Code code) noexcept {
    if (code >= 0xAC00 && code <= 0xD7A3) return static_cast<int>(code - 0xAC00) / 588;
    const char16_t* const initials =
        u"\u3131\u3132\u3134\u3137\u3138\u3139\u3141\u3142\u3143\u3145"
        u"\u3146\u3147\u3148\u3149\u314A\u314B\u314C\u314D\u314E";
    int place = code >= 0x3131 && code <= 0x314E ? 18 : -1;
    while (place >= 0 && initials[place] != static_cast<char16_t>(code)) --place;
    return place;
}

/// A word of a query, prepared for the search. It refers to the query.
template <class table = generated::search_table, class reader = query_reader<>>
class search_word {
public:
    static constexpr std::size_t none = std::string_view::npos;

    constexpr search_word() noexcept = default;

    /// The next word of a query.
    constexpr explicit search_word(reader& query) noexcept : codes_{query} {
        int byte = 0;
        while (size_ < sizeof(head_) && (byte = query.next()) >= 0) {
            head_[size_] = static_cast<char>(byte);
            if (rank_of(size_) < rank_of(rarest_)) rarest_ = size_;
            ++size_;
        }
        if (byte >= 0) tail_ = query;
        while (byte >= 0) byte = query.next();
        is_anywhere_ = byte == reader::end;

        reader codes = codes_;
        int code = codes.next_code();
        while (code >= 0 && code < 0xAC00 && initial_consonant(code) >= 0) code = codes.next_code();
        is_initials_ = size_ > 0 && code == reader::end;
    }

    /// Whether it is empty after folding; such a word is ignored.
    constexpr bool empty() const noexcept { return size_ == 0 && is_anywhere_; }

    /// A number that is lower the rarer its rarest byte is in the texts; -1 if a character of the word occurs in none.
    constexpr int rank() const noexcept { return !is_anywhere_ ? -1 : is_initials_ ? 256 : rank_of(rarest_); }

    /// The place of its first match in a text, from a given place on; `none` if the text does not contain it.
    constexpr std::size_t find(std::string_view text, std::size_t from = 0) const noexcept {
        if (!is_anywhere_) return none;
        const std::size_t ahead = is_initials_ ? 0 : rarest_;
        for (std::size_t at = from + ahead;; ++at) {
            if (is_initials_) {
                // Each initial consonant begins with the byte E3, and each syllable with a byte from EA to ED.
                while (at < text.size() && static_cast<unsigned char>(text[at]) < 0xE3) ++at;
            } else {
                // The standard library finds a character with memchr, and with a loop in a constant expression.
                at = text.find(head_[rarest_], at);
            }
            if (at >= text.size()) return none;
            if (end_at(text, at - ahead) != none) return at - ahead;
        }
    }

    /// The rank of its best match in the searched text of an entry, where `at` is the place of its first match: 0 for a
    /// whole name, 1 at the beginning of one, 2 at the beginning of a word in one, 3 inside one, 4 in `by` or a tag, 5
    /// in the description.
    constexpr int match_in(std::string_view text, std::size_t at) const noexcept {
        const std::size_t makers = text.find(table::maker);
        int best = 6;
        for (; best > 0; at = find(text, at + 1)) {
            if (at > makers) return best < 6 ? best : text.find(table::description, makers) < at ? 5 : 4;
            int match = text[at - 1] == ' ' ? 2 : 3;
            if (text[at - 1] == table::name) match = static_cast<unsigned char>(text[end_at(text, at)]) < ' ' ? 0 : 1;
            if (match < best) best = match;
        }
        return best;
    }

    /// The end of the match at this place; `none` if the word does not match there.
    constexpr std::size_t end_at(std::string_view text, std::size_t place) const noexcept {
        if (is_initials_) return end_of_syllables(text, place);
        using traits = std::string_view::traits_type;
        if (text.size() - place < size_ || traits::compare(text.data() + place, head_, size_) != 0) return none;
        place += size_;
        reader tail = tail_;
        for (int byte = tail.next(); byte >= 0; byte = tail.next(), ++place) {
            if (place == text.size() || text[place] != static_cast<char>(byte)) return none;
        }
        return place;
    }

private:
    constexpr int rank_of(std::size_t place) const noexcept {
        return table::ranks[static_cast<unsigned char>(head_[place])];
    }

    constexpr std::size_t end_of_syllables(std::string_view text, std::size_t place) const noexcept {
        reader codes = codes_;
        for (int code = codes.next_code(); code >= 0; code = codes.next_code()) {
            if (place == text.size()) return none;
            const auto found = first_character({text.data() + place, text.size() - place});
            if (initial_consonant(found.code) != initial_consonant(code)) return none;
            place += found.size;
        }
        return place;
    }

    reader codes_{};
    reader tail_{};         // the rest of the word
    char head_[24]{};       // its first bytes, folded
    std::size_t size_ = 0;  // of head_
    std::size_t rarest_ = 0;
    bool is_anywhere_ = true;  // false if one of its characters occurs in no text
    bool is_initials_ = false;
};

/// The words of a query, prepared for the search. It refers to the query.
template <class table = generated::search_table, class reader = query_reader<>>
class search_words {
    using word_type = search_word<table>;

public:
    constexpr search_words() noexcept = default;
    constexpr explicit search_words(std::string_view query) noexcept : query_{query} {
        for (reader rest{query}; !rest.is_empty();) {
            word_type word{rest};
            if (word.empty()) continue;
            if (count_ > 0 && word.rank() >= rarest_.rank()) {
                other_ = word;
            } else {
                other_ = rarest_;
                rarest_ = word;
            }
            ++count_;
            if (word.rank() < 0) return;
        }
    }

    /// The result of `next`: the first entry from the given one on that has every word, or the number of entries; and
    /// the place of the first match of the rarest word in its searched text.
    struct found {
        std::size_t entry;
        std::size_t place;
    };
    constexpr found next(std::size_t entry) const noexcept {
        if (count_ == 0) return {entry, 0};
        while (entry < table::size) {
            const std::size_t begin = begin_of(entry);
            const std::size_t page = begin / table::page_size;
            const std::size_t first = page * table::page_size;
            const std::size_t place = rarest_.find({table::texts[page], table::page_size}, begin - first);
            if (place == word_type::none) {
                while (entry < table::size && begin_of(entry) < first + table::page_size) ++entry;
            } else {
                while (begin_of(entry + 1) <= first + place) ++entry;
                if (count_ == 1 || has_others(text_of(entry))) return {entry, first + place - begin_of(entry)};
                ++entry;
            }
        }
        return {entry, 0};
    }

    /// The rank of the worst match of the words in the entry; see search_word::match_in.
    constexpr int match_of(found each) const noexcept {
        const std::string_view text = text_of(each.entry);
        int worst = count_ > 0 ? rarest_.match_in(text, each.place) : 0;
        const auto take = [&worst, text](const word_type& word) {
            const int match = word.match_in(text, word.find(text));
            if (match > worst) worst = match;
            return true;
        };
        if (count_ == 2) take(other_);
        if (count_ > 2) all_of(take);
        return worst;
    }

    /// The searched text of an entry.
    static constexpr std::string_view text_of(std::size_t entry) noexcept {
        const std::size_t begin = begin_of(entry);
        const std::size_t in_page = begin % table::page_size;
        const std::size_t left = table::page_size - in_page;  // the page may end before the next entry begins
        const std::size_t size = begin_of(entry + 1) - begin;
        return {table::texts[begin / table::page_size] + in_page, size < left ? size : left};
    }

private:
    static constexpr std::size_t begin_of(std::size_t entry) noexcept { return number_at(table::begins, entry); }

    constexpr bool has_others(std::string_view text) const noexcept {
        const auto is_found = [text](const word_type& word) { return word.find(text) != word_type::none; };
        return is_found(other_) && (count_ == 2 || all_of(is_found));
    }

    /// Whether the function returns true for each word.
    template <class Function>
    constexpr bool all_of(Function function) const noexcept {
        for (reader rest{query_}; !rest.is_empty();) {
            const word_type word{rest};
            if (!word.empty() && !function(word)) return false;
        }
        return true;
    }

    std::string_view query_{};
    word_type rarest_{};
    word_type other_{};  // one of the other words
    std::size_t count_ = 0;
};

}  // namespace refcatalog::detail

#endif
