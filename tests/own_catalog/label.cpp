// Of the library it needs the least there is; a build has to see even here that the catalogue is another one.

#include <refcatalog/lang.hpp>

std::string_view label(refcatalog::lang language) { return to_string(language); }
