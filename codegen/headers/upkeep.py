"""upkeep.hpp: the state of the links of all records, and the corrections."""

from .. import schema
from ..catalogue import Catalogue, Record, Row
from ..tables import Header, Struct, TablesHeader, begin_array, localized, number_array, plain, text_table


def build(catalogue: Catalogue) -> Header:
    entries, languages = catalogue.entries, len(catalogue.languages)
    corrections = [correction for record in entries for correction in record.correction]
    tables = [_upkeep_table(entries, languages), _correction_table(corrections, languages)]
    return TablesHeader("upkeep.hpp", "the data of all records", tables)


def _upkeep_table(entries: list[Record], languages: int) -> Struct:
    texts = {
        "current_url": plain([record.current_url for record in entries]),
        "status_note": localized([record.status_note for record in entries], languages),
    }
    statuses = [schema.STATUSES.index(record.status or "active") for record in entries]
    counts = [len(record.correction) for record in entries]
    arrays = [
        number_array("statuses", statuses, "The link_status of each entry."),
        begin_array("first_correction", counts, "The row of each entry's first correction, and the end."),
    ]
    comment = "The state of the records of all kinds, a row per entry. A URL is given where it is not the record's own."
    return text_table("upkeep_table", comment, len(entries), texts, arrays=arrays)


def _correction_table(corrections: list[Row], languages: int) -> Struct:
    texts = {
        "cell": plain([correction.cell for correction in corrections]),
        "fact": localized([correction.fact for correction in corrections], languages),
    }
    comment = "What holds in place of what a cell says, in the order of the entries."
    return text_table("correction_table", comment, len(corrections), texts)

