// error: refcatalog needs C\+\+20: g\+\+ 11, clang 14 or later
// flag: -D__cplusplus=201709L
#include <refcatalog/catalog.hpp>
