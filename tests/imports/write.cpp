// Prints all entries of an imported catalogue as CSL-JSON. LIST names its single header.

#include LIST

#include <iostream>
#include <iterator>

int main() { refcatalog::write_csl_json(std::ostreambuf_iterator<char>{std::cout}, refcatalog::entries); }
