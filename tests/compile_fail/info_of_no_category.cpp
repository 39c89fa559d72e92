// error: (constant expression|outside the bounds)
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr auto title = refcatalog::info(refcatalog::category::peft).title();
#else
constexpr auto title = refcatalog::info(static_cast<refcatalog::category>(20)).title();
#endif
