"""Builds the generated headers; each module builds one of them, or one sort."""

from ..catalogue import Catalogue
from ..citations import citations as citations_of
from ..tables import Header
from . import (
    accessors,
    categories,
    citations,
    enumerations,
    exports,
    formats,
    given,
    keys,
    lists,
    reading_order,
    record_tables,
    records,
    search,
    upkeep,
    years,
)


def build_headers(catalogue: Catalogue) -> list[Header]:
    """All headers, in a fixed order."""
    listed = lists.Lists(catalogue)
    cited = citations_of(catalogue)
    names = citations.Names(cited)
    tables = [record_tables.build(catalogue, kind, listed) for kind in catalogue.kinds.values()]
    record_tables_of = {kind: header.structs[0] for kind, header in zip(catalogue.kinds, tables)}
    return [
        enumerations.build_languages(catalogue),
        enumerations.build_kinds(catalogue),
        *tables,
        records.build(catalogue),
        citations.build(cited, names),
        formats.build(cited, names),
        accessors.build(catalogue),
        upkeep.build(catalogue, listed),
        categories.build(catalogue, record_tables_of),
        years.build(catalogue),
        reading_order.build(catalogue, listed),
        lists.build(catalogue, listed),
        keys.build(catalogue),
        search.build(catalogue),
        given.build(catalogue),
        exports.build(catalogue),
    ]
