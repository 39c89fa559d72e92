// error: paper.*tool|tool.*paper
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr const refcatalog::paper& lora = refcatalog::get<"lora">();
#else
constexpr const refcatalog::tool& lora = refcatalog::get<"lora">();
#endif
