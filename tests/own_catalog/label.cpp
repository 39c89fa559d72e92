// It uses as little of the library as possible; even so, a build must notice a change of the catalogue.

#include <refcatalog/lang.hpp>

std::string_view label(refcatalog::lang language) { return to_string(language); }
