#ifndef REFCATALOG_RECORD_KIND_HPP
#define REFCATALOG_RECORD_KIND_HPP

#include <refcatalog/generated/record_kind.hpp>  // IWYU pragma: export

// The kinds of record. Source: data/kinds.toml.

#endif
