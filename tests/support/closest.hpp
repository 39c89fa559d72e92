#ifndef REFCATALOG_TESTS_SUPPORT_CLOSEST_HPP
#define REFCATALOG_TESTS_SUPPORT_CLOSEST_HPP

// `closest` in its simplest form, to compare the real one with.

#include <refcatalog/catalog.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The characters as numbers, with ASCII letters in lower case. Each byte of invalid UTF-8 has a number of its own.
inline std::vector<long> characters_of(std::string_view text) {
    std::vector<long> characters;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [&](std::size_t more) {
            return at + more < text.size() ? static_cast<unsigned char>(text[at + more]) : 0L;
        };
        const long first = byte(0);
        const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        long code = size == 1 ? first : first & (0x7F >> size);
        bool is_valid = size == 1 || (first >= 0xC2 && first <= 0xF4);
        for (std::size_t more = 1; more < size; ++more) {
            is_valid = is_valid && byte(more) >= 0x80 && byte(more) < 0xC0;
            code = code * 64 + byte(more) % 64;
        }
        is_valid = is_valid && (size < 3 || code >= (size == 3 ? 0x800 : 0x10000));
        is_valid = is_valid && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        if (code >= 'A' && code <= 'Z') code += 'a' - 'A';
        characters.push_back(is_valid ? code : -1 - static_cast<long>(at));
        at += is_valid ? size : 1;
    }
    return characters;
}

inline std::size_t levenshtein(const std::vector<long>& from, const std::vector<long>& to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < to.size(); ++j) {
            const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = std::exchange(row[j + 1], std::min({replaced, row[j] + 1, row[j + 1] + 1}));
        }
    }
    return row.back();
}

inline std::vector<std::string_view> names_of(refcatalog::entry e) {
    std::vector<std::string_view> names{e.key()};
    names.insert(names.end(), e.aliases().begin(), e.aliases().end());
    return names;
}

inline std::optional<refcatalog::entry> plain_closest(std::string_view text) {
    const std::vector<long> typed = characters_of(text);
    std::size_t least = text.size() + 1'000'000;
    std::size_t longer = 0;
    std::optional<refcatalog::entry> closest;
    for (const refcatalog::entry e : refcatalog::entries) {
        for (const std::string_view name : names_of(e)) {
            const std::vector<long> key = characters_of(name);
            const std::size_t distance = levenshtein(typed, key);
            const std::size_t size = std::max(typed.size(), key.size());
            if (distance > least || (distance == least && (e != closest || size <= longer))) continue;
            least = distance;
            longer = size;
            closest = e;
        }
    }
    return 3 * least <= longer ? closest : std::nullopt;
}

/// Texts close to keys and far from them, the same on every machine.
inline std::vector<std::string> typed_texts(std::size_t count) {
    const std::vector<std::string_view> pieces{"",
                                               "a",
                                               "b",
                                               "-",
                                               "Q",
                                               "1",
                                               "한",
                                               "글",
                                               "é",
                                               "\xF0\x9D\x92\xB3",
                                               "\xFF",
                                               "\xED\xA0\x80",
                                               "\xE2\x82",
                                               "\xF4\x90\x80\x80",
                                               std::string_view{"", 1}};
    std::mt19937 random{1};
    const auto below = [&](std::size_t end) { return std::size_t{random()} % end; };
    std::vector<std::string_view> names;
    for (const refcatalog::entry e : refcatalog::entries) {
        for (const std::string_view name : names_of(e)) names.push_back(name);
    }
    std::vector<std::string> texts;
    while (texts.size() < count) {
        std::string text{below(8) == 0 ? "" : names[below(names.size())]};
        if (below(8) == 0) text += names[below(names.size())];
        for (std::size_t edits = below(text.size() / 2 + 3); edits > 0; --edits) {
            const std::size_t at = below(text.size() + 1);
            const std::size_t replaced = below(2);
            text.replace(at, replaced, pieces[below(pieces.size())]);
        }
        if (below(4) == 0) {
            for (char& character : text) {
                if (character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
            }
        }
        texts.push_back(text);
    }
    return texts;
}

#endif
