"""Turns data/*.toml into the headers under include/refcatalog/generated.

First, `reader` reads and validates the data, and returns a `catalogue`. It uses
`source` for files and tables, `kinds_reader` for the `kinds` of record, and
`record_reader` for the records; `schema` declares the tables and fields, and
`checks` and `citation_checks` check the values. Then `headers`, with a module for
each header, lays the catalogue out as C++ `tables` (`text_pool` and
`perfect_hash` do the arithmetic), or as classes and enumerations. Finally,
`writer` renders the templates and replaces the headers; `library` and
`single_header` combine them with those written by hand.

`importers` makes data/*.toml from bibliographies, Markdown and tables.
"""
