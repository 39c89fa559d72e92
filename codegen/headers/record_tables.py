"""A header for each kind, named by its plural: the table of its records."""

from ..catalogue import Catalogue, Record
from ..kinds import Kind
from ..tables import (
    Array,
    Columns,
    Constant,
    Header,
    TablesHeader,
    based_numbers,
    localized,
    number_array,
    packed_date,
    plain,
    text_table,
)
from .lists import Lists, by_date, first_given, years_of

# The texts that the entries of all kinds have, in the order of entry's `cell`; the second group is localized.
PLAIN_TEXTS = ("key", "url")
LOCALIZED_TEXTS = ("title", "by", "description", "link_label")

# How a cell shows a flag; false leaves the cell empty.
MARKS = {True: "\u2713"}


def build(catalogue: Catalogue, kind: Kind, lists: Lists) -> Header:
    records = catalogue.records[kind.name]
    category_row = {category.id: row for row, category in enumerate(catalogue.categories)}
    rows = [category_row[record.category] for record in records]
    constants, arrays = _field_arrays(kind, records, lists)
    if kind.date:
        dates = [kind.date_of(record) for record in records]
        years, begins = years_of(dates, 0)
        constants += years
        arrays += [
            number_array("by_date", by_date(dates), "The records that have a date, by date and table row."),
            number_array("first_of_year", begins, "The place in by_date where each year begins, and the end."),
        ]
    table = text_table(
        f"{kind.name}_table",
        f"The {kind.plural} of data/{kind.file}, one row each.",
        len(records),
        _texts(catalogue, kind, records, lists.titles),
        constants,
        [number_array("categories", rows, "The category of each record."), *arrays],
        _common(catalogue, kind, records),
    )
    return TablesHeader(f"{kind.plural}.hpp", f"data/{kind.file}", [table])


def _field_arrays(kind: Kind, records: list[Record], lists: Lists) -> tuple[list[Constant], list[Array]]:
    """The constants and arrays that store the fields that are not texts."""
    constants, arrays = [], []
    for field in kind.fields:
        values = [record.values.get(field.name) for record in records]
        if field.type in NUMBERS:
            base, array = based_numbers(field.name, [NUMBERS[field.type](value) for value in values])
            constants.append(base)
            arrays.append(array)
        elif field.type == "texts":
            where = f"The place in text_list_table where the {field.name} of each record begin, and the end."
            arrays.append(lists.add_texts(f"{field.name}_begin", values, where))
        elif field.type == "entries":
            where = f"The place in entry_list_table where the {field.name} of each record begin, and the end."
            arrays.append(lists.add_entries(f"{field.name}_begin", values, where))
    return constants, arrays


# The number that stores a value, by type of field; None if not given.
NUMBERS = {
    "integer": lambda value: value,
    "year": lambda value: value,
    "flag": lambda value: None if value is None else int(value),
    "date": lambda date: None if date is None else packed_date(date),
}


def _texts(
    catalogue: Catalogue, kind: Kind, records: list[Record], titles: dict[str, tuple[str, ...]]
) -> dict[str, Columns]:
    """The columns of the fields that are texts, and of those that a category shows as texts."""
    texts = {}
    for field in kind.texts:
        values = [record.values[field.name] for record in records]
        is_localized = field.type == "localized"
        texts[field.name] = localized(values, len(catalogue.languages)) if is_localized else plain(values)
    shown = {field for category in catalogue.categories if category.kind == kind.name for field, _ in category.columns}
    for name in sorted(shown - texts.keys()):
        type = "texts" if name == "tags" else kind.field(name).type if kind.field(name) else ""
        values = [record.values.get(name) for record in records]
        if type == "entries":
            texts[name] = localized([_titles(titles, value) for value in values], len(catalogue.languages))
        elif type in CELLS:
            texts[name] = plain([None if value is None else CELLS[type](value) for value in values])
    return texts


# The text of a cell, by type of field.
CELLS = {
    "integer": str,
    "year": str,
    "flag": MARKS.get,
    "date": lambda date: "-".join(f"{part:0{width}}" for part, width in zip(date, (4, 2, 2)) if part),
    "texts": ", ".join,
}


def _titles(titles: dict[str, tuple[str, ...]], keys: list[str] | None) -> tuple[str, ...] | None:
    """The titles of the records with these keys, joined into one line in each language."""
    return tuple(map(", ".join, zip(*(titles[key] for key in keys)))) if keys else None


def _common(catalogue: Catalogue, kind: Kind, records: list[Record]) -> Columns:
    columns = [column for name in PLAIN_TEXTS for column in plain([record.values[name] for record in records])]
    for name in LOCALIZED_TEXTS:
        given = [first_given(catalogue, record, kind.common[name]) for record in records]
        columns += localized(given, len(catalogue.languages))
    return columns
