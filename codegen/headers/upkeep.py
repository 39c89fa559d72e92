"""upkeep.hpp: the link status of all records, and the places where their corrections begin."""

from .. import schema
from ..catalogue import Catalogue
from ..tables import Header, TablesHeader, localized, number_array, plain, text_table
from .lists import Lists


def build(catalogue: Catalogue, lists: Lists) -> Header:
    entries = catalogue.entries
    texts = {
        "current_url": plain([record.current_url for record in entries]),
        "status_note": localized([record.status_note for record in entries], len(catalogue.languages)),
    }
    statuses = [schema.STATUSES.index(record.status or "active") for record in entries]
    first = "The number of the first correction of each entry, and the end."
    arrays = [
        number_array("statuses", statuses, "The link_status of each entry."),
        number_array("first_correction", lists.correction_begins, first),
    ]
    comment = "The link status of all records, one row per entry. A URL is given if it differs from the record's own."
    table = text_table("upkeep_table", comment, len(entries), texts, arrays=arrays)
    return TablesHeader("upkeep.hpp", "the data of all records", [table])
