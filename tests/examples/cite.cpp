// Prints the citations of records of any kind, as BibTeX or as CSL-JSON.
//     g++ -std=c++20 -Iinclude tests/examples/cite.cpp -o cite
//     ./cite KEY... [--csl]

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using refcatalog::entry;

// How many characters must be changed, added or removed to make one text of the other.
std::size_t distance(std::string_view from, std::string_view to) {
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

// As a key would be written.
std::string slug(std::string_view text) {
    std::string result;
    for (const char character : text) {
        const auto code = static_cast<unsigned char>(character);
        result += std::isalnum(code) ? static_cast<char>(std::tolower(code)) : '-';
    }
    return result;
}

// A key that goes on from what was typed is as near as one that is a letter off.
std::size_t distance_from(std::string_view typed, std::string_view key) {
    const bool goes_on = !typed.empty() && key.starts_with(typed) && key != typed;
    return goes_on ? 1 : distance(typed, key);
}

std::vector<std::string_view> nearest_keys(std::string_view typed) {
    std::vector<std::pair<std::size_t, std::string_view>> keys;
    keys.reserve(refcatalog::entries.size());
    const std::string wanted = slug(typed);
    for (const entry e : refcatalog::entries) keys.emplace_back(distance_from(wanted, e.key()), e.key());
    std::sort(keys.begin(), keys.end());
    std::vector<std::string_view> nearest;
    for (std::size_t at = 0; at < std::min<std::size_t>(keys.size(), 3); ++at) nearest.push_back(keys[at].second);
    return nearest;
}

void explain(std::string_view typed) {
    std::cerr << "cite: no record has the key \"" << typed << "\"; the nearest are ";
    std::string_view separator;
    for (const std::string_view key : nearest_keys(typed)) {
        std::cerr << separator << key;
        separator = ", ";
    }
    std::cerr << '\n';
}

int usage() {
    std::cerr << "usage: cite KEY... [--csl]\n";
    return EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    bool as_csl = false;
    bool all_found = true;
    std::vector<entry> cited;
    for (const std::string_view argument : arguments) {
        if (argument == "--csl") {
            as_csl = true;
        } else if (const auto found = refcatalog::find(argument)) {
            if (std::find(cited.begin(), cited.end(), *found) == cited.end()) cited.push_back(*found);
        } else if (argument.starts_with('-')) {
            return usage();
        } else {
            explain(argument);
            all_found = false;
        }
    }
    if (!all_found) return EXIT_FAILURE;
    if (cited.empty()) return usage();
    std::ostreambuf_iterator<char> out{std::cout};
    if (as_csl) {
        out = refcatalog::write_csl_json(out, cited);
    } else {
        for (const entry e : cited) out = refcatalog::write_bibtex(out, e);
    }
    return !out.failed() && std::cout.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}
