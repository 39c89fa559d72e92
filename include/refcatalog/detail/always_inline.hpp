#ifndef REFCATALOG_DETAIL_ALWAYS_INLINE_HPP
#define REFCATALOG_DETAIL_ALWAYS_INLINE_HPP

// IWYU pragma: private, include <refcatalog/catalog.hpp>

// A lookup of a constant key folds to a constant only if all of it is inlined, which compilers do not do by default.
#if defined(__GNUC__)
#define REFCATALOG_ALWAYS_INLINE [[gnu::always_inline]]
#else
#define REFCATALOG_ALWAYS_INLINE
#endif

#endif
