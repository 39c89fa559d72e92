// A class for each kind of record, and a table of its records.
#ifndef REFCATALOG_RECORDS_HPP
#define REFCATALOG_RECORDS_HPP

#include <refcatalog/generated/records.hpp>  // IWYU pragma: export

// Source: data/kinds.toml. Every object is a small handle to one row of static storage: copy it freely. Every text is
// UTF-8, lives as long as the program, and is followed by a NUL, so text.data() is a C string. A text accessor costs
// two array reads. The comment of each class names the file of data/ that its texts come from; a text without a
// language parameter is the same in all languages. If a record does not give a field, the accessor returns an empty
// text or view, 0, false, or a partial_date without a year.

#endif
