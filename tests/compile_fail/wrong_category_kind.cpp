// error: (conversion|convert|converting)
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr std::span<const refcatalog::paper> papers = refcatalog::in<refcatalog::category::peft>();
#else
constexpr std::span<const refcatalog::paper> papers = refcatalog::in<refcatalog::category::models>();
#endif
