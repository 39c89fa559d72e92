"""A header for each kind, named by its plural: the table of its records."""

from ..catalogue import Catalogue, Record
from ..kinds import Kind
from ..tables import Array, Columns, Constant, Header, TablesHeader, localized, number_array, plain, text_table

# The texts that the entries of all kinds have, in the order of entry's `cell`; the second ones are in every language.
PLAIN_TEXTS = ("key", "url")
LOCALIZED_TEXTS = ("title", "by", "description", "link_label")


def build(catalogue: Catalogue, kind: Kind) -> Header:
    records = catalogue.records[kind.name]
    category_row = {category.id: row for row, category in enumerate(catalogue.categories)}
    rows = [category_row[record.category] for record in records]
    constants: list[Constant] = []
    arrays = [number_array("categories", rows, "The category of each record.")]
    if kind.date:
        years = [record.values[kind.date] or 0 for record in records]
        constants += [
            Constant("int", "first_year", str(min(filter(None, years), default=0))),
            Constant("int", "last_year", str(max(years, default=0))),
        ]
        arrays += _year_arrays(years)
    table = text_table(
        f"{kind.name}_table",
        f"The {kind.plural} of data/{kind.file}, a row each.",
        len(records),
        _texts(catalogue, kind, records),
        constants,
        arrays,
        _common(catalogue, kind, records),
    )
    return TablesHeader(f"{kind.plural}.hpp", f"data/{kind.file}", [table])


def first_given(catalogue: Catalogue, record: Record, fields: tuple[str, ...]) -> tuple[str, ...] | None:
    """The first of the fields that the record has, in all languages."""
    value = record.first(*fields)
    return (value,) * len(catalogue.languages) if isinstance(value, str) else value


def _texts(catalogue: Catalogue, kind: Kind, records: list[Record]) -> dict[str, Columns]:
    texts = {}
    for field in kind.texts:
        values = [record.values[field.name] for record in records]
        is_localized = field.type == "localized"
        texts[field.name] = localized(values, len(catalogue.languages)) if is_localized else plain(values)
    return texts


def _common(catalogue: Catalogue, kind: Kind, records: list[Record]) -> Columns:
    columns = [column for name in PLAIN_TEXTS for column in plain([record.values[name] for record in records])]
    for name in LOCALIZED_TEXTS:
        given = [first_given(catalogue, record, kind.common[name]) for record in records]
        columns += localized(given, len(catalogue.languages))
    return columns


def _year_arrays(years: list[int]) -> list[Array]:
    """A record without a year is not among those in the order of the years, and has 0."""
    dated = [row for row, year in enumerate(years) if year]
    first, last = min(filter(None, years), default=0), max(years, default=0)
    by_year = sorted(dated, key=lambda row: years[row])
    begins = [sum(0 < year < bound for year in years) for bound in range(first, last + 2)]
    where = "Where in by_year each year begins, first_year to last_year, and the end."
    counted = "The year of each record, counted from the one before first_year; 0 where it has none."
    return [
        number_array("years", [year - first + 1 if year else 0 for year in years], counted),
        number_array("by_year", by_year, "The records that have a year, in the order of year and table."),
        number_array("year_begin", begins, where),
    ]
