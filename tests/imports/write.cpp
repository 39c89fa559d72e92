// Prints all entries of a catalogue that was imported, as CSL-JSON. LIST names its single header.

#include LIST

#include <iostream>
#include <iterator>

int main() { refcatalog::write_csl_json(std::ostreambuf_iterator<char>{std::cout}, refcatalog::entries); }
