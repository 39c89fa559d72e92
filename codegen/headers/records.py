"""papers.hpp, tools.hpp and so on: the records of one kind."""

from ..catalogue import Catalogue, Record, Row
from ..schema import Kind
from ..tables import Array, Constant, Header, bilingual_columns, number_array, text_table

# The columns that all kinds have, in the order of entry's `cell`.
COMMON_COLUMNS = (
    *("key", "title_ko", "title_en", "by_ko", "by_en", "description_ko", "description_en"),
    *("link_label_ko", "link_label_en", "url"),
)


def build(catalogue: Catalogue, kind: Kind) -> Header:
    records = catalogue.records[kind.name]
    category_row = {category.id: row for row, category in enumerate(catalogue.categories)}
    rows = [category_row[record.category] for record in records]
    constants: list[Constant] = []
    arrays = [number_array("categories", rows, "The category of each record.")]
    if kind.name == "paper":
        years = [record.year for record in records]
        constants += [
            Constant("int", "first_year", str(min(years, default=0))),
            Constant("int", "last_year", str(max(years, default=0))),
        ]
        arrays += _year_arrays(years)
    comment = f"The {kind.plural} of data/{kind.file}, a row each."
    texts = _texts(kind, records)
    table = text_table(f"{kind.name}_table", comment, len(records), texts, constants, arrays, COMMON_COLUMNS)
    return Header(f"{kind.plural}.hpp", f"data/{kind.file}", [table])


def first_given(record: Row, fields: tuple[str, ...]) -> tuple[str, str] | None:
    """The first of the fields that the record has, in both languages."""
    value = record.first(*fields)
    return (value, value) if isinstance(value, str) else value


def _texts(kind: Kind, records: list[Record]) -> dict[str, list[str]]:
    texts = {}
    for field in kind.fields:
        values = [record.values[field.name] for record in records]
        if field.type in ("text", "key", "url"):
            texts[field.name] = [value or "" for value in values]
        elif field.type == "bilingual":
            texts |= bilingual_columns(field.name, values)
    for column, fields in kind.common.items():
        texts |= bilingual_columns(column, [first_given(record, fields) for record in records])
    return texts


def _year_arrays(years: list[int]) -> list[Array]:
    first, last = min(years, default=0), max(years, default=0)
    by_year = sorted(range(len(years)), key=lambda row: years[row])
    begins = [sum(year < bound for year in years) for bound in range(first, last + 2)]
    where = "Where in by_year each year begins, first_year to last_year, and the end."
    return [
        number_array("years", [year - first for year in years], "The year of each paper, counted from first_year."),
        number_array("by_year", by_year, "The papers in the order of year and number."),
        number_array("year_begin", begins, where),
    ]
