"""upkeep.hpp: the state of the links of all records, and the corrections."""

from .. import schema
from ..catalogue import Catalogue, Record, Row
from ..tables import Header, Struct, begin_array, bilingual_columns, number_array, text_table


def build(catalogue: Catalogue) -> Header:
    entries = catalogue.entries
    corrections = [correction for record in entries for correction in record.correction]
    return Header("upkeep.hpp", "the data of all records", [_upkeep_table(entries), _correction_table(corrections)])


def _upkeep_table(entries: list[Record]) -> Struct:
    texts = {
        "current_url": [record.values.get("current_url") or "" for record in entries],
        **bilingual_columns("status_note", [record.values.get("status_note") for record in entries]),
    }
    counts = [len(record.correction) for record in entries]
    arrays = [
        number_array("statuses", [_status(record) for record in entries], "The link_status of each entry."),
        begin_array("first_correction", counts, "The row of each entry's first correction, and the end."),
    ]
    comment = "The state of the records of all kinds, a row per entry. A URL is given where it is not the record's own."
    return text_table("upkeep_table", comment, len(entries), texts, arrays=arrays)


def _correction_table(corrections: list[Row]) -> Struct:
    texts = {
        "cell": [correction.cell for correction in corrections],
        **bilingual_columns("fact", [correction.fact for correction in corrections]),
    }
    comment = "What holds in place of what a cell says, in the order of the entries."
    return text_table("correction_table", comment, len(corrections), texts)


def _status(record: Record) -> int:
    """Papers have no status, since a paper stays where it is."""
    status = record.status or "unknown" if "status" in record.values else "active"
    return schema.STATUSES.index(status)
