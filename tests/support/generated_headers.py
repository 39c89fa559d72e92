"""Reads the generated headers back, and compares them with the data."""

import re
import unittest
from pathlib import Path

from codegen import schema
from codegen.author_names import family_name
from codegen.headers import build_headers
from codegen.reader import read_catalogue
from codegen.tables import NO_COLUMN
from codegen.writer import render
from tests.support.literals import LITERAL, characters, numbers

PREFIXES = {"unsigned char": "", "char16_t": "u", "char32_t": "U"}
WIDTHS = {"char": 1, "unsigned char": 1, "char16_t": 2, "char32_t": 4}
STRUCT = re.compile(r"^struct (\w+) \{\n(.*?)^\};", re.MULTILINE | re.DOTALL)
CONSTANT = re.compile(r"static constexpr [\w:]+ (\w+) = (\w+);")
COLUMN = re.compile(r"^        (\w+) = (\d+),$", re.MULTILINE)
ARRAY = re.compile(
    r"static constexpr (char|unsigned char|char16_t|char32_t) (\w+)((?:\[\d*\])+) = \{\n(.*?)\n    \};", re.DOTALL
)


class Table:
    """A struct of a generated header, read back the way include/refcatalog/detail/table.hpp reads it."""

    def __init__(self, body: str):
        self.constants = {name: int(value, 0) for name, value in CONSTANT.findall(body)}
        self.columns = {name: int(index) for name, index in COLUMN.findall(body)}
        self.arrays: dict[str, list[int]] = {}
        for type, name, extent, text in ARRAY.findall(body):
            pages = [[f'{prefix}"{inner}"' for prefix, inner in LITERAL.findall(page)] for page in text.split(",\n")]
            sizes = [int(size) for size in re.findall(r"\d+", extent)]
            require(len(pages) == (sizes[0] if sizes else 1), f"{name} has not as many pages as it declares")
            if type == "char":
                stored = self._read_pool(pages, sizes)
            else:
                stored = self._read_numbers(type, name, pages, sizes)
            # Terminators included; MSVC takes no longer literal.
            require(not sizes or max(stored) <= sizes[1], f"{name} has a page that is longer than it declares")
            require(max(stored) * WIDTHS[type] <= 65_536, f"{name} has a page that is too long for MSVC")

    def _read_pool(self, pages: list, sizes: list[int]) -> list[int]:
        self.pool = [b"".join(map(characters, page)) + b"\0" for page in pages]
        self.page_size = sizes[1] if sizes else len(self.pool[0])
        return [len(page) for page in self.pool]

    def _read_numbers(self, type: str, name: str, pages: list, sizes: list[int]) -> list[int]:
        found = [[number for literal in page for number in numbers(literal)] for page in pages]
        begin = PREFIXES[type] + '"'
        for page in pages:
            require(all(literal.startswith(begin) for literal in page), f"{name} has a literal of another type")
        self.arrays[name] = [number for page in found for number in page]
        end = 1 << 8 * WIDTHS[type]
        require(all(number < end for number in self.arrays[name]), f"{name} has a number that is too large")
        require(all(len(page) == sizes[1] - 1 for page in found[:-1]), f"{name} has a page that is not full")
        return [len(page) + 1 for page in found]

    def __len__(self) -> int:
        return self.constants["size"]

    def text(self, row: int, column: str) -> str:
        index = self.columns[column]
        if index == NO_COLUMN:
            return ""
        cell = row * self.constants["columns"] + index
        page, place = divmod(self.arrays["offsets"][cell], self.page_size)
        end = place + self.arrays["lengths"][cell]
        require(self.pool[page][end] == 0, f"{column} of row {row} is not followed by a NUL")
        return self.pool[page][place:end].decode()

    def texts(self, column: str) -> list[str]:
        return [self.text(row, column) for row in range(len(self))]


def require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise AssertionError(otherwise)


def headers_of(data: Path) -> dict[str, str]:
    return {name: text.decode("ascii") for name, text in render(build_headers(read_catalogue(data))).items()}


def tables_of(headers: dict[str, str]) -> dict[str, Table]:
    return {name: Table(body) for text in headers.values() for name, body in STRUCT.findall(text)}


def entries_of(catalogue) -> list:
    """All records in the order of the categories."""
    pairs = [(category, record) for category in catalogue.categories for record in catalogue.records[category.kind]]
    return [record for category, record in pairs if record.category == category.id]


def authors_of(tables: dict[str, Table]) -> list[list[str]]:
    """The names of each paper's authors."""
    names, arrays = tables["author_table"].texts("name"), tables["citation_table"].arrays
    first, authors = arrays["first_author"], [names[row] for row in arrays["authors"]]
    require(first[0] == 0 and first[-1] == len(authors), "the papers do not share out all the authors")
    return [authors[begin:end] for begin, end in zip(first, first[1:])]


def corrections_of(tables: dict[str, Table]) -> list[list[tuple]]:
    """The cell and the fact in both languages of each entry's corrections."""
    first = tables["upkeep_table"].arrays["first_correction"]
    corrections = list(zip(*map(tables["correction_table"].texts, ("cell", "fact_ko", "fact_en"))))
    require(first[0] == 0 and first[-1] == len(corrections), "the entries do not share out all the corrections")
    return [corrections[begin:end] for begin, end in zip(first, first[1:])]


class HeaderContent(unittest.TestCase):
    """Assertions that what the data say can be read back from the headers, by nothing but the headers."""

    def assert_content(self, data: Path) -> dict[str, Table]:
        catalogue = read_catalogue(data)
        tables = tables_of(headers_of(data))
        self.assert_records(catalogue, tables)
        self.assert_citations(catalogue, tables)
        self.assert_upkeep(catalogue, tables)
        self.assert_categories(catalogue, tables)
        self.assert_reading_order(catalogue, tables)
        self.assert_keys(catalogue, tables)
        return tables

    def assert_two(self, table: Table, column: str, values: list) -> None:
        pairs = [value or ("", "") for value in values]
        self.assertEqual(table.texts(f"{column}_ko"), [korean for korean, _ in pairs])
        self.assertEqual(table.texts(f"{column}_en"), [english for _, english in pairs])

    def assert_records(self, catalogue, tables) -> None:
        ids = [category.id for category in catalogue.categories]
        for kind in schema.KINDS:
            records, table = catalogue.records[kind.name], tables[f"{kind.name}_table"]
            self.assertEqual(len(table), len(records))
            self.assertEqual(table.arrays["categories"], [ids.index(record.category) for record in records])
            for field in kind.fields:
                values = [getattr(record, field.name) for record in records]
                if field.type == "bilingual":
                    self.assert_two(table, field.name, values)
                elif field.type in ("text", "key", "url"):
                    self.assertEqual(table.texts(field.name), [value or "" for value in values])
            for column, fields in kind.common.items():
                given = [next(filter(None, (getattr(record, field) for field in fields)), None) for record in records]
                self.assert_two(table, column, [(value, value) if isinstance(value, str) else value for value in given])
        papers, table = catalogue.records["paper"], tables["paper_table"]
        years = [paper.year for paper in papers]
        self.assertEqual([table.constants["first_year"] + year for year in table.arrays["years"]], years)
        self.assertEqual(table.arrays["by_year"], sorted(range(len(papers)), key=lambda row: years[row]))
        for year in range(min(years), max(years) + 1):
            begin, end = table.arrays["year_begin"][year - min(years) :][:2]
            self.assertEqual({years[row] for row in table.arrays["by_year"][begin:end]} - {year}, set())
            self.assertEqual(end - begin, years.count(year))

    def assert_citations(self, catalogue, tables) -> None:
        citations = [paper.citation for paper in catalogue.records["paper"]]
        pool, table = tables["author_table"], tables["citation_table"]
        names = pool.texts("name")
        authors = {name for citation in filter(None, citations) for name in citation.authors}
        self.assertEqual(sorted(names), sorted(authors))
        for name, begin in zip(names, pool.arrays["family_begin"], strict=True):
            self.assertEqual(name.encode()[begin:].decode() if begin else "", family_name(name, catalogue.family_names))
        self.assertEqual(len(table), len(citations))
        self.assertEqual(authors_of(tables), [citation.authors if citation else [] for citation in citations])
        sources = {
            "title": ("title",),
            "venue": ("conference", "journal", "institution"),
            "arxiv_id": ("arxiv",),
            "doi": ("doi",),
        }
        for column, fields in sources.items():
            given = [[getattr(citation, field, None) for field in fields] for citation in citations]
            self.assertEqual(table.texts(column), [next(filter(None, values), "") for values in given])
        columns = (table.arrays["types"], table.arrays["journals"], table.arrays["years"])
        for citation, type, in_journal, year in zip(citations, *columns, strict=True):
            if citation is None:
                self.assertEqual((in_journal, year), (0, 0))
                continue
            self.assertEqual(schema.PUBLICATION_TYPES[type], citation.type)
            self.assertEqual(in_journal, int(citation.journal is not None))
            self.assertEqual(year, citation.year or (schema.arxiv_year(citation.arxiv) if citation.arxiv else 0))

    def assert_upkeep(self, catalogue, tables) -> None:
        records = entries_of(catalogue)
        papers = catalogue.records["paper"]
        table = tables["upkeep_table"]
        self.assertEqual(len(table), len(records))
        statuses = ["active" if record in papers else record.status or "unknown" for record in records]
        self.assertEqual([schema.STATUSES[status] for status in table.arrays["statuses"]], statuses)
        self.assertEqual(table.texts("current_url"), [getattr(record, "current_url", None) or "" for record in records])
        self.assert_two(table, "status_note", [getattr(record, "status_note", None) for record in records])
        corrections = [[(item.cell, *item.fact) for item in record.correction] for record in records]
        self.assertEqual(corrections_of(tables), corrections)
        self.assertEqual(len(tables["correction_table"]), sum(map(len, corrections)))

    def assert_categories(self, catalogue, tables) -> None:
        self.assert_two(tables["catalog_table"], "title", [catalogue.title])
        self.assertEqual(tables["catalog_table"].texts("facts_as_of"), [catalogue.facts_as_of])
        self.assert_two(tables["part_table"], "title", [part.title for part in catalogue.parts])
        self.assertEqual(tables["part_table"].texts("number"), [part.number for part in catalogue.parts])
        table = tables["category_table"]
        self.assertEqual(table.texts("name"), [category.id for category in catalogue.categories])
        self.assertEqual(table.texts("number"), [category.number for category in catalogue.categories])
        self.assert_two(table, "title", [category.title for category in catalogue.categories])
        for row, category in enumerate(catalogue.categories):
            self.assertTrue(category.number.startswith(catalogue.parts[table.arrays["parts"][row]].number))
            records = catalogue.records[category.kind]
            self.assertEqual(schema.KINDS[table.arrays["kinds"][row]].name, category.kind)
            begin, end = table.arrays["first_entry"][row : row + 2]
            own = [record for record in records if record.category == category.id]
            self.assertEqual(end - begin, len(own))
            first = table.arrays["first_row"][row]
            self.assertEqual(records[first : first + len(own)], own)
            self.assertEqual(tables["entry_table"].arrays["categories"][begin:end], [row] * len(own))

    def assert_reading_order(self, catalogue, tables) -> None:
        steps = [step for stage in catalogue.stages for step in stage.step]
        keys = [record.key for record in entries_of(catalogue)]
        self.assert_two(tables["stage_table"], "name", [stage.name for stage in catalogue.stages])
        self.assert_two(tables["stage_table"], "duration", [stage.duration for stage in catalogue.stages])
        table = tables["step_table"]
        self.assertEqual(table.arrays["numbers"], [step.number or 0 for step in steps])
        self.assertEqual(table.texts("label"), [step.label or "" for step in steps])
        self.assertEqual(table.texts("by"), [step.by or "" for step in steps])
        self.assert_two(table, "note", [step.note for step in steps])
        for row, step in enumerate(steps):
            begin, end = table.arrays["first_item"][row : row + 2]
            self.assertEqual([keys[index] for index in table.arrays["items"][begin:end]], step.entries)
            first, last = tables["stage_table"].arrays["first_step"][table.arrays["stages"][row] :][:2]
            self.assertTrue(first <= row < last)

    def assert_keys(self, catalogue, tables) -> None:
        table = tables["key_table"]
        records = entries_of(catalogue)
        slots = list(zip(table.texts("key"), table.arrays["entries"]))
        for index, record in enumerate(records):
            self.assertIn((record.key, index), slots)
        for key, index in slots:
            self.assertEqual(key, records[index].key)
