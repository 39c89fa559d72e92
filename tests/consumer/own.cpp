// Prints a catalogue that an installed generator made.

#include <iostream>
#include <iterator>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>

int main() {
    using namespace refcatalog;
    write_csl_json(std::ostreambuf_iterator<char>{std::cout}, entries);
}
