#ifndef REFCATALOG_TESTS_BENCH_SEARCH_QUERIES_HPP
#define REFCATALOG_TESTS_BENCH_SEARCH_QUERIES_HPP

// Chooses the words to search for by the number of entries that contain them, so that the queries suit a catalogue of
// any size.

#include <algorithm>
#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace benchmark {

using queries = std::vector<std::string>;

// Several queries of each sort, so that the position of a single word in the texts does not decide the result.
constexpr std::size_t queries_of_a_sort = 5;

inline bool is_latin(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// Whether the word consists of Hangul syllables, which take three bytes each.
inline bool is_korean(std::string_view word) {
    for (std::size_t at = 0; at < word.size(); ++at) {
        const int byte = static_cast<unsigned char>(word[at]);
        if (at % 3 == 0 ? byte < 0xEA || byte > 0xED : byte < 0x80 || byte > 0xBF) return false;
    }
    return true;
}

/// The distinct words of a text with at least three characters, which FTS5's trigrams require.
inline std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0, at = 0; at <= text.size(); ++at) {
        if (at < text.size() && static_cast<unsigned char>(text[at]) > ' ' && text[at] != ':') continue;
        const std::string_view word = text.substr(begin, at - begin);
        begin = at + 1;
        if (word.size() >= 3 && (word.size() >= 9 || !is_korean(word))) words.push_back(word);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

inline std::size_t entries_with(const std::vector<std::string_view>& texts, std::string_view word) {
    const auto has_word = [word](std::string_view text) { return text.find(word) != std::string_view::npos; };
    return static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), has_word));
}

/// The words of a language, beginning with those that occur in about a tenth of the entries.
template <class IsOf>
queries common_words(const std::vector<std::string_view>& texts, const std::map<std::string_view, std::size_t>& counts,
                     IsOf is_of) {
    std::vector<std::pair<std::size_t, std::string_view>> found;
    const std::size_t tenth = texts.size() / 10;
    for (const auto& [word, count] : counts) {
        if (!is_of(word) || count * 50 < texts.size()) continue;
        const std::size_t in = entries_with(texts, word);
        found.emplace_back(in < tenth ? tenth - in : in - tenth, word);
    }
    std::sort(found.begin(), found.end());
    queries words;
    for (const auto& [distance, word] : found) words.emplace_back(word);
    return words;
}

/// The queries by sort: words in about a tenth of the entries, words in one entry, words in none (common words with two
/// letters exchanged), Korean words in about a tenth of the entries, and pairs of these.
inline std::map<std::string, queries> queries_for(const std::vector<std::string_view>& texts) {
    std::map<std::string_view, std::size_t> counts;
    for (const std::string_view text : texts) {
        for (const std::string_view word : words_of(text)) ++counts[word];
    }
    std::map<std::string, queries> sorts{{"common", common_words(texts, counts, is_latin)},
                                         {"Korean", common_words(texts, counts, is_korean)}};
    for (std::string word : sorts["common"]) {
        std::swap(word[word.size() - 2], word[word.size() - 1]);
        if (entries_with(texts, word) == 0) sorts["absent"].push_back(word);
    }
    std::vector<std::string_view> in_one;
    for (const auto& [word, count] : counts) {
        if (count == 1 && is_latin(word.substr(0, 1))) in_one.push_back(word);
    }
    const std::size_t step = in_one.size() / (4 * queries_of_a_sort) + 1;
    for (std::size_t at = 0; at < in_one.size(); at += step) {
        if (entries_with(texts, in_one[at]) == 1) sorts["rare"].emplace_back(in_one[at]);
    }
    for (auto& [sort, words] : sorts) {
        if (words.size() <= queries_of_a_sort) throw std::runtime_error{"too few words: " + sort};
        words.resize(queries_of_a_sort);
    }
    for (const std::string other : {"common", "rare", "Korean"}) {
        for (std::size_t at = 0; at < queries_of_a_sort; ++at) {
            const std::string& word = sorts["common"][at];
            sorts["common and " + other].push_back(word + " " + sorts[other][(at + 1) % queries_of_a_sort]);
        }
    }
    return sorts;
}

}  // namespace benchmark

#endif
