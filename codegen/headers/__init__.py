"""The headers that are generated, a module for each."""

from .. import schema
from ..catalogue import Catalogue
from ..tables import Header
from . import categories, citations, keys, reading_order, records, upkeep


def build_headers(catalogue: Catalogue) -> list[Header]:
    """All headers, in a fixed order."""
    return [
        *(records.build(catalogue, kind) for kind in schema.KINDS),
        citations.build(catalogue),
        upkeep.build(catalogue),
        categories.build(catalogue),
        reading_order.build(catalogue),
        keys.build(catalogue),
    ]
