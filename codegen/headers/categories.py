"""categories.hpp: the sections of the catalogue, and which entries each holds."""

from collections import Counter

from .. import schema
from ..catalogue import Catalogue, Category, Row
from ..tables import Constant, Header, Struct, begin_array, bilingual_columns, narrowest, number_array, text_table


def build(catalogue: Catalogue) -> Header:
    categories = catalogue.categories
    size_of = Counter(record.category for record in catalogue.entries)
    sizes = [size_of[category.id] for category in categories]
    headings = list(dict.fromkeys(column for category in categories for column in category.columns))
    structs = [
        _catalog_table(catalogue),
        _part_table(catalogue.parts),
        _heading_table(headings),
        _category_table(categories, sizes, headings),
        _entry_table(sizes),
    ]
    return Header("categories.hpp", "data/catalog.toml", structs, [category.id for category in categories])


def _catalog_table(catalogue: Catalogue) -> Struct:
    texts = {**bilingual_columns("title", [catalogue.title]), "facts_as_of": [catalogue.facts_as_of]}
    return text_table("catalog_table", "The catalogue's own title, and the month of its facts.", 1, texts)


def _part_table(parts: list[Row]) -> Struct:
    texts = {
        "number": [part.number for part in parts],
        **bilingual_columns("title", [part.title for part in parts]),
    }
    return text_table("part_table", "The top-level sections, a row each.", len(parts), texts)


def _heading_table(headings: list[tuple[str, str]]) -> Struct:
    comment = "The headings of the categories' columns, a row each."
    return text_table("heading_table", comment, len(headings), bilingual_columns("title", headings))


def _category_table(categories: list[Category], sizes: list[int], headings: list[tuple[str, str]]) -> Struct:
    texts = {
        "name": [category.id for category in categories],
        "number": [category.number for category in categories],
        **bilingual_columns("title", [category.title for category in categories]),
    }
    kinds = list(schema.KIND_BY_NAME)
    first_rows = []
    reached = dict.fromkeys(kinds, 0)
    for category, size in zip(categories, sizes):
        first_rows.append(reached[category.kind])
        reached[category.kind] += size
    parts = [category.part for category in categories]
    kind_numbers = [kinds.index(category.kind) for category in categories]
    column_counts = [len(category.columns) for category in categories]
    heading_rows = [headings.index(column) for category in categories for column in category.columns]
    arrays = [
        number_array("parts", parts, "The row of each category's part in part_table."),
        number_array("kinds", kind_numbers, "The record_kind that each category holds."),
        number_array("first_row", first_rows, "The row of each category's first record in the table of its kind."),
        begin_array("first_entry", sizes, "The index of each category's first entry, and the end."),
        begin_array("first_column", column_counts, "Where in headings it begins, and the end."),
        number_array("headings", heading_rows, "The row of each column in heading_table."),
    ]
    return text_table("category_table", "The leaf sections, a row each.", len(categories), texts, arrays=arrays)


def _entry_table(sizes: list[int]) -> Struct:
    categories = [row for row, size in enumerate(sizes) for _ in range(size)]
    return Struct(
        "entry_table",
        "The records of all kinds in the order of the categories.",
        narrowest(len(categories)),
        [Constant("std::size_t", "size", str(len(categories)))],
        [number_array("categories", categories, "The category of each entry, by index.")],
    )
