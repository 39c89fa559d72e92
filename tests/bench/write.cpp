// Prints a whole imported catalogue as JSON. LIST names its single header.

#include LIST

#include <iostream>
#include <iterator>

int main() { refcatalog::write_json(std::ostreambuf_iterator<char>{std::cout}); }
