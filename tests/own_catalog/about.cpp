// Describes a catalogue. CMake compiles this file for each of three catalogues in one program.

#include <iostream>
#include <refcatalog/catalog.hpp>

void ABOUT() {
    using namespace refcatalog;
    std::cout << catalog_title(lang::en) << ": " << entries.size() << " entries, " << tools.size() << " tools";
    if (const tool* gdb = find<tool>("gdb")) std::cout << ", " << gdb->purpose();
    std::cout << '\n';
}
