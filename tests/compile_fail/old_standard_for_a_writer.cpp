// error: refcatalog needs C\+\+20: g\+\+ 11, clang 14 or later with -std=c\+\+20
// flag: -std=c++17
#include <refcatalog/bibtex.hpp>
