"""categories.hpp: the parts and categories of the catalogue, and which entries each holds."""

from collections import Counter

from .. import schema
from ..catalogue import Catalogue
from ..comments import comment_lines
from ..kinds import DESCRIPTION, Kind
from ..tables import (
    NO_COLUMN,
    Constant,
    Enumeration,
    Header,
    Struct,
    TablesHeader,
    begin_array,
    localized,
    narrowest,
    number_array,
    plain,
    text_table,
)


def build(catalogue: Catalogue, tables: dict[str, Struct]) -> Header:
    """`tables` has the table of each kind."""
    size_of = Counter(record.category for record in catalogue.entries)
    sizes = [size_of[category.id] for category in catalogue.categories]
    columns = _columns(catalogue)
    structs = [
        _catalog_table(catalogue, columns),
        _part_table(catalogue),
        _column_table(catalogue, columns, tables),
        _category_table(catalogue, sizes, columns),
        _entry_table(sizes),
        _common_table(list(tables.values())),
    ]
    ids = [category.id for category in catalogue.categories]
    comment = comment_lines("The categories of the catalogue, in its order. Source: data/catalog.toml.")
    return TablesHeader("categories.hpp", "data/catalog.toml", structs, Enumeration("category", comment, ids))


def _catalog_table(catalogue: Catalogue, columns: list[tuple]) -> Struct:
    texts = {
        "title": localized([catalogue.title], len(catalogue.languages)),
        "notes_title": localized([catalogue.notes_title], len(catalogue.languages)),
        "facts_as_of": plain([catalogue.facts_as_of]),
        "heading": [text for *_, heading in columns for text in localized([heading], len(catalogue.languages))],
    }
    comment = "The catalogue's own texts, the month of its facts, and the headings of the columns of column_table."
    return text_table("catalog_table", comment, 1, texts)


def _part_table(catalogue: Catalogue) -> Struct:
    texts = {
        "number": plain([part.number for part in catalogue.parts]),
        "title": localized([part.title for part in catalogue.parts], len(catalogue.languages)),
    }
    return text_table("part_table", "The parts, one row each.", len(catalogue.parts), texts)


def _column_table(catalogue: Catalogue, columns: list[tuple], tables: dict[str, Struct]) -> Struct:
    types = [schema.CELL_TYPES.index(_cell_type(catalogue.kinds[kind], field)) for kind, field, _ in columns]
    numbers = [tables[kind].columns.get(field, NO_COLUMN) for kind, field, _ in columns]
    arrays = [
        number_array("types", types, "The cell_type of each column."),
        number_array("fields", numbers, "The column in the table of the kind that has the texts, if one does."),
    ]
    comment = "The columns of the categories' tables, each distinct one once."
    constants = [Constant("std::size_t", "size", str(len(columns)))]
    return Struct("column_table", comment, constants=constants, arrays=arrays)


def _columns(catalogue: Catalogue) -> list[tuple]:
    """The kind, the field and the heading of each column, once."""
    columns = [(category.kind, *column) for category in catalogue.categories for column in category.columns]
    return list(dict.fromkeys(columns))


def _cell_type(kind: Kind, field: str) -> str:
    if field == kind.title:
        return "title"
    if field == DESCRIPTION:
        return "description"
    if field in ("link", "links"):
        return field
    type = kind.field(field).type if kind.field(field) else "text"
    return {"localized": "localized", "entries": "localized", "ordinal": "ordinal", "url": "url"}.get(type, "text")


def _category_table(catalogue: Catalogue, sizes: list[int], columns: list[tuple]) -> Struct:
    categories = catalogue.categories
    texts = {
        "name": plain([category.id for category in categories]),
        "number": plain([category.number for category in categories]),
        "title": localized([category.title for category in categories], len(catalogue.languages)),
    }
    kinds = list(catalogue.kinds)
    first_rows = []
    reached = dict.fromkeys(kinds, 0)
    for category, size in zip(categories, sizes):
        first_rows.append(reached[category.kind])
        reached[category.kind] += size
    column_rows = [columns.index((category.kind, *column)) for category in categories for column in category.columns]
    column_counts = [len(category.columns) for category in categories]
    parts = [category.part for category in categories]
    kind_rows = [kinds.index(category.kind) for category in categories]
    arrays = [
        number_array("parts", parts, "The row of each category's part in part_table."),
        number_array("kinds", kind_rows, "The record_kind that each category holds."),
        number_array("first_row", first_rows, "The row of each category's first record in the table of its kind."),
        begin_array("first_entry", sizes, "The index of each category's first entry, and the end."),
        begin_array("first_column", column_counts, "The place in columns where each category begins, and the end."),
        number_array("columns", column_rows, "The columns of each category's table, by row of column_table."),
    ]
    return text_table("category_table", "The categories, one row each.", len(categories), texts, arrays=arrays)


def _common_table(tables: list[Struct]) -> Struct:
    numbers = [number for table in tables for number in table.common]
    return Struct(
        "common_table",
        "The columns of the texts that the entries of all kinds have, kind by kind.",
        constants=[Constant("std::size_t", "count", str(len(tables[0].common)))],
        arrays=[number_array("columns", numbers, "Each column, by its number in the table of the kind.")],
    )


def _entry_table(sizes: list[int]) -> Struct:
    categories = [row for row, size in enumerate(sizes) for _ in range(size)]
    return Struct(
        "entry_table",
        "The records of all kinds in the order of the categories.",
        narrowest(len(categories)),
        [Constant("std::size_t", "size", str(len(categories)))],
        [number_array("categories", categories, "The category of each entry, by index.")],
    )
