"""Turns data/*.toml into the headers under include/refcatalog/generated.

The steps, in order: `schema` says what the data may hold, `reader` reads and
validates it, `model` lays it out as C++ tables (`text_pool` and `perfect_hash`
do the arithmetic), `writer` renders the one template and replaces the headers.
"""
