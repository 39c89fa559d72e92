"""The headers that are generated, a module for each sort."""

from ..catalogue import Catalogue
from ..tables import Header
from . import categories, citations, enumerations, keys, reading_order, record_tables, records, upkeep


def build_headers(catalogue: Catalogue) -> list[Header]:
    """All headers, in a fixed order."""
    tables = [record_tables.build(catalogue, kind) for kind in catalogue.kinds.values()]
    column_numbers = {kind: header.structs[0].columns for kind, header in zip(catalogue.kinds, tables)}
    return [
        enumerations.build_languages(catalogue),
        enumerations.build_kinds(catalogue),
        *tables,
        records.build(catalogue),
        citations.build(catalogue),
        upkeep.build(catalogue),
        categories.build(catalogue, column_numbers),
        reading_order.build(catalogue),
        keys.build(catalogue),
    ]
