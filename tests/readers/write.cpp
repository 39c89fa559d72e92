// Prints all entries in the format named by the argument.

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/json.hpp>
#include <refcatalog/ris.hpp>

#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string_view>

int main(int argc, char** argv) {
    using refcatalog::entries;
    const std::string_view format = argc == 2 ? argv[1] : "";
    std::ostreambuf_iterator<char> out{std::cout};
    if (format == "bibtex") out = refcatalog::write_bibtex(out, entries);
    else if (format == "biblatex") out = refcatalog::write_biblatex(out, entries);
    else if (format == "csl_json") out = refcatalog::write_csl_json(out, entries);
    else if (format == "json") out = refcatalog::write_json(out);
    else if (format == "ris") out = refcatalog::write_ris(out, entries);
    else return EXIT_FAILURE;
    return !out.failed() && std::cout.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}
