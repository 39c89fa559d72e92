// Uses as little of the library as possible. A build must still recompile this file when the catalogue changes.

#include <refcatalog/lang.hpp>

std::string_view label(refcatalog::lang language) { return to_string(language); }
