// error: year
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr int year = refcatalog::get<"lora">().year();
#else
constexpr int year = refcatalog::get<"peft">().year();
#endif
