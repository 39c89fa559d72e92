// The whole catalogue as compile-time data: its records, their categories, and a recommended reading order.
#ifndef REFCATALOG_CATALOG_HPP
#define REFCATALOG_CATALOG_HPP

// Everything is constexpr and allocates nothing. A function is noexcept unless it calls one of yours.

#include <refcatalog/categories.hpp>     // IWYU pragma: export
#include <refcatalog/citation.hpp>       // IWYU pragma: export
#include <refcatalog/entry.hpp>          // IWYU pragma: export
#include <refcatalog/lang.hpp>           // IWYU pragma: export
#include <refcatalog/lists.hpp>          // IWYU pragma: export
#include <refcatalog/lookup.hpp>         // IWYU pragma: export
#include <refcatalog/partial_date.hpp>   // IWYU pragma: export
#include <refcatalog/reading_order.hpp>  // IWYU pragma: export
#include <refcatalog/record_kind.hpp>    // IWYU pragma: export
#include <refcatalog/records.hpp>        // IWYU pragma: export
#include <refcatalog/search.hpp>         // IWYU pragma: export
#include <refcatalog/tags.hpp>           // IWYU pragma: export
#include <refcatalog/upkeep.hpp>         // IWYU pragma: export
#include <refcatalog/version.hpp>        // IWYU pragma: export
#include <refcatalog/years.hpp>          // IWYU pragma: export

#endif
