// Prints all entries in the format that its argument names.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>

#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string_view>

int main(int argc, char** argv) {
    const std::string_view format = argc == 2 ? argv[1] : "";
    std::ostreambuf_iterator<char> out{std::cout};
    for (const refcatalog::entry e : refcatalog::entries) {
        if (format == "bibtex") out = refcatalog::write_bibtex(out, e);
        else return EXIT_FAILURE;
    }
    return !out.failed() && std::cout.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}
