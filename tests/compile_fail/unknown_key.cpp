// error: no entry has that key
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr int year = refcatalog::get<"qlora">().year();
#else
constexpr int year = refcatalog::get<"qlore">().year();
#endif
