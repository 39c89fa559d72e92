// error: this is not a category of the catalogue
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr auto papers = refcatalog::in<refcatalog::category::peft>();
#else
constexpr auto papers = refcatalog::in<static_cast<refcatalog::category>(255)>();
#endif
