#ifndef REFCATALOG_LANG_HPP
#define REFCATALOG_LANG_HPP

#include <refcatalog/generated/lang.hpp>  // IWYU pragma: export

// The languages of the catalogue. Source: `languages` in data/catalog.toml.

#endif
