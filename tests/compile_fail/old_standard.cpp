// error: refcatalog needs C\+\+20: compile with -std=c\+\+20
// flag: -std=c++17
#include <refcatalog/catalog.hpp>
