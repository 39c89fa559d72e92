// Prints the citations of records of any kind, as BibTeX or as CSL-JSON.
//     g++ -std=c++20 -Iinclude tests/examples/cite.cpp -o cite
//     ./cite KEY... [--csl]

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string_view>
#include <vector>

namespace {

using refcatalog::entry;

void explain(std::string_view typed) {
    std::cerr << "cite: no record has the key \"" << typed << '"';
    if (const auto near = refcatalog::closest(typed)) std::cerr << "; the nearest is " << near->key();
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
