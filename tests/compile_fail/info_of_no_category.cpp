// error: (constant expression|outside the bounds|call to non-.constexpr. function .*__glibcxx_assert_fail)
#include <refcatalog/catalog.hpp>

#ifdef CORRECT
constexpr auto title = refcatalog::info(refcatalog::category::peft).title();
#else
constexpr auto title = refcatalog::info(static_cast<refcatalog::category>(255)).title();
#endif
