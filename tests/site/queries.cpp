// Prints the expected contents of a page, from the library's own queries, for check.py:
//     site_queries entries                                    key, current URL, URL, titles and makers of each entry
//     site_queries reading                                    the keys of the reading list
//     site_queries shown [q=T] [category=C] [from=Y] [to=Y]   the keys of the entries that match all filters
//     site_queries search                                     the keys found for each line of standard input

#include <refcatalog/catalog.hpp>

#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace {

using refcatalog::entry;
using refcatalog::lang;

template <class Range>
bool holds(const Range& range, entry wanted) {
    for (const entry e : range) {
        if (e == wanted) return true;
    }
    return false;
}

bool in_category(entry e, std::string_view name) {
    for (const auto& category : refcatalog::categories) {
        if (to_string(category.id()) == name) return holds(entries_in(category.id()), e);
    }
    return false;
}

bool shown(entry e, const std::vector<std::string>& filters) {
    bool by_year = false;
    int first = std::numeric_limits<int>::min();
    int last = std::numeric_limits<int>::max();
    for (const std::string& filter : filters) {
        const std::string value = filter.substr(filter.find('=') + 1);
        if (filter.starts_with("q=") && !holds(refcatalog::search(value), e)) return false;
        if (filter.starts_with("category=") && !in_category(e, value)) return false;
        if (filter.starts_with("from=")) by_year = true, first = std::stoi(value);
        if (filter.starts_with("to=")) by_year = true, last = std::stoi(value);
    }
    return !by_year || holds(refcatalog::entries_between(first, last), e);
}

void print_entries() {
    for (const entry e : refcatalog::entries) {
        std::cout << e.key() << '\t' << e.current_url() << '\t' << e.url();
        for (const lang language : refcatalog::languages)
            std::cout << '\t' << e.title(language) << '\t' << e.by(language);
        std::cout << '\n';
    }
}

void search_lines() {
    for (std::string query; std::getline(std::cin, query);) {
        std::string separator;
        for (const entry e : refcatalog::search(query)) {
            std::cout << separator << e.key();
            separator = "\t";
        }
        std::cout << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view question = argc > 1 ? argv[1] : "";
    if (question == "entries") {
        print_entries();
    } else if (question == "reading") {
        for (const entry e : refcatalog::reading_list) std::cout << e.key() << '\n';
    } else if (question == "search") {
        search_lines();
    } else if (question == "shown") {
        const std::vector<std::string> filters(argv + 2, argv + argc);
        for (const entry e : refcatalog::entries) {
            if (shown(e, filters)) std::cout << e.key() << '\n';
        }
    } else {
        std::cerr
            << "usage: site_queries entries|reading|search|shown [q=TEXT] [category=NAME] [from=YEAR] [to=YEAR]\n";
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
