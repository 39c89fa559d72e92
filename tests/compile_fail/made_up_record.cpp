// error: (private|protected)
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr refcatalog::paper paper = refcatalog::papers[0];
#else
constexpr refcatalog::paper paper;
#endif
