// error: pefd
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr auto papers = refcatalog::in<refcatalog::category::peft>();
#else
constexpr auto papers = refcatalog::in<refcatalog::category::pefd>();
#endif
