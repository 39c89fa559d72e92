// The kinds of record.
#ifndef REFCATALOG_RECORD_KIND_HPP
#define REFCATALOG_RECORD_KIND_HPP

#include <refcatalog/generated/record_kind.hpp>  // IWYU pragma: export

// Source: data/kinds.toml.

#endif
