// error: (private|no matching|conver)
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr refcatalog::entry entry{refcatalog::papers[0]};
#else
constexpr refcatalog::entry entry{7};
#endif
