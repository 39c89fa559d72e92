// The languages of the catalogue.
#ifndef REFCATALOG_LANG_HPP
#define REFCATALOG_LANG_HPP

#include <refcatalog/generated/lang.hpp>  // IWYU pragma: export

// Source: `languages` in data/catalog.toml.

#endif
