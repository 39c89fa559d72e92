"""Turns data/*.toml into the headers under include/refcatalog/generated.

The steps, in order: `reader` reads and validates the data into a `catalogue`,
with `source` for files and tables, `kinds_reader` for the `kinds` of record and
`record_reader` for the records; `schema` says what the data may hold, `checks`
has the check of each type of field. `headers` has a module for each header,
which lays its part of the catalogue out as C++ `tables` (`text_pool` and
`perfect_hash` do the arithmetic), or as classes and enumerations. `writer`
renders the templates and replaces the headers; `library` and `single_header`
put them together with those written by hand.
"""
