"""Reads the generated headers back, and compares them with the data."""

import re
import unittest
from pathlib import Path

from codegen import schema
from codegen.author_names import family_name
from codegen.catalogue import Catalogue
from codegen.headers import build_headers
from codegen.reader import read_catalogue
from codegen.tables import NO_COLUMN
from codegen.writer import render
from tests.support.literals import LITERAL, characters, numbers

PREFIXES = {"unsigned char": "", "char16_t": "u", "char32_t": "U"}
WIDTHS = {"char": 1, "unsigned char": 1, "char16_t": 2, "char32_t": 4}
STRUCT = re.compile(r"^struct (\w+) \{\n(.*?)^\};", re.MULTILINE | re.DOTALL)
CONSTANT = re.compile(r"static constexpr [\w:]+ (\w+) = (\w+);")
COLUMNS = re.compile(r"^    struct column_ \{\n        enum : std::uint16_t \{\n(.*?)^        \};\n    \};", re.MULTILINE | re.DOTALL)
COLUMN = re.compile(r"            (\w+) = (\d+),\n")
ARRAY = re.compile(
    r"static constexpr (char|unsigned char|char16_t|char32_t) (\w+)((?:\[\d*\])+) = \{\n(.*?)\n    \};", re.DOTALL
)


class Table:
    """A struct of a generated header, read back the way include/refcatalog/detail/table.hpp reads it."""

    def __init__(self, body: str):
        self.constants = {name: int(value, 0) for name, value in CONSTANT.findall(body)}
        enumerators = "".join(COLUMNS.findall(body))
        require(not COLUMN.sub("", enumerators), "an enumerator of column is not read")
        self.columns = {name: int(index) for name, index in COLUMN.findall(enumerators)}
        self.arrays: dict[str, list[int]] = {}
        for type, name, extent, text in ARRAY.findall(body):
            pages = [[f'{prefix}"{inner}"' for prefix, inner in LITERAL.findall(page)] for page in text.split(",\n")]
            sizes = [int(size) for size in re.findall(r"\d+", extent)]
            require(len(pages) == (sizes[0] if sizes else 1), f"{name} does not have as many pages as it declares")
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

    def text(self, row: int, index: int) -> str:
        """The text in a column, by its number."""
        if index == NO_COLUMN:
            return ""
        require(index < self.constants["column_count"], f"there is no column {index}")
        cell = row * self.constants["column_count"] + index
        page, place = divmod(self.arrays["offsets"][cell], self.page_size)
        end = place + self.arrays["lengths"][cell]
        require(self.pool[page][end] == 0, f"column {index} of row {row} is not followed by a NUL")
        return self.pool[page][place:end].decode()

    def texts_at(self, index: int) -> list[str]:
        return [self.text(row, index) for row in range(len(self))]

    def texts(self, column: str) -> list[str]:
        """The texts of a field that is the same in all languages."""
        return self.texts_at(self.columns[column])

    def lines(self, column: str, languages: int) -> list[tuple[str, ...]]:
        """The texts of a localized field, those of each row in all languages, whose columns stand in a row."""
        first = self.columns[column]
        indexes = [first if first == NO_COLUMN else first + language for language in range(languages)]
        return [tuple(self.text(row, index) for index in indexes) for row in range(len(self))]


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


def corrections_of(tables: dict[str, Table], languages: int = 2) -> list[list[tuple]]:
    """The cell of each entry's corrections, and the fact in all languages."""
    first = tables["upkeep_table"].arrays["first_correction"]
    table = tables["correction_table"]
    corrections = [(cell, *fact) for cell, fact in zip(table.texts("cell"), table.lines("fact", languages))]
    require(first[0] == 0 and first[-1] == len(corrections), "the entries do not share out all the corrections")
    return [corrections[begin:end] for begin, end in zip(first, first[1:])]


class HeaderContent(unittest.TestCase):
    """Assertions that what the data say can be read back from the headers, by nothing but the headers."""

    def assert_content(self, data: Path) -> dict[str, Table]:
        return self.assert_headers_say(read_catalogue(data), headers_of(data))

    def assert_headers_say(self, catalogue: Catalogue, headers: dict[str, str]) -> dict[str, Table]:
        tables = tables_of(headers)
        self.assert_enumerations(catalogue, headers)
        self.assert_records(catalogue, tables)
        self.assert_citations(catalogue, tables)
        self.assert_upkeep(catalogue, tables)
        self.assert_categories(catalogue, tables)
        self.assert_columns(catalogue, tables)
        self.assert_reading_order(catalogue, tables)
        self.assert_keys(catalogue, tables)
        return tables

    def assert_localized(self, table: Table, column: str, values: list, languages: int) -> None:
        """A localized field has these lines in all languages; None stands for none."""
        self.assertEqual(table.lines(column, languages), [value or ("",) * languages for value in values])

    def assert_enumerations(self, catalogue: Catalogue, headers: dict[str, str]) -> None:
        languages = [language.enumerator for language in catalogue.languages]
        for name, enumerators in ("lang", languages), ("record_kind", [*catalogue.kinds]):
            body = re.search(rf"\nenum class {name} : std::uint8_t \{{\n(.*?)\n\}};", headers[f"{name}.hpp"], re.DOTALL)[1]
            self.assertEqual(body.replace(",", "").split(), enumerators)
        tags = dict(re.findall(r'case lang::(\w+): return "(.*)";', headers["lang.hpp"]))
        self.assertEqual(tags, {language.enumerator: language.tag for language in catalogue.languages})
        array = re.search(r"languages = \{\n(.*?)\};", headers["lang.hpp"], re.DOTALL)[1]
        self.assertEqual(re.findall(r"lang::(\w+)", array), languages)
        names = re.findall(r'case record_kind::(\w+): return "(.*)";', headers["record_kind.hpp"])
        self.assertEqual(names, [(kind, kind) for kind in catalogue.kinds])

    def assert_records(self, catalogue: Catalogue, tables: dict[str, Table]) -> None:
        for kind in catalogue.kinds.values():
            self.assert_records_of(kind, catalogue, tables[f"{kind.name}_table"])

    def assert_records_of(self, kind, catalogue: Catalogue, table: Table) -> None:
        ids = [category.id for category in catalogue.categories]
        records, languages = catalogue.records[kind.name], len(catalogue.languages)
        self.assertEqual(len(table), len(records))
        self.assertEqual(table.arrays["categories"], [ids.index(record.category) for record in records])
        own = {field.name: field.type for field in kind.fields if field.type not in ("year", "ordinal")}
        types = own | {"key": "key", "link_label": "localized", "url": "url"}
        self.assertEqual(table.columns.keys(), types.keys())
        for name, type in types.items():
            values = [record.values[name] for record in records]
            if type == "localized":
                self.assert_localized(table, name, values, languages)
            else:
                self.assertEqual(table.texts(name), [value or "" for value in values])
        self.assert_common_texts(kind, records, table, languages)
        self.assertEqual("years" in table.arrays, bool(kind.date))
        if kind.date:
            self.assert_years([record.values[kind.date] for record in records], table)

    def assert_common_texts(self, kind, records: list, table: Table, languages: int) -> None:
        """The texts of all kinds: key and URL, then the localized ones, each in all languages."""

        def given(record, names: tuple[str, ...]) -> tuple[str, ...]:
            value = next(filter(None, (record.values[name] for name in names)), "")
            return value if isinstance(value, tuple) else (value,) * languages

        sources = ((kind.title, "key"), kind.by, kind.description, ("link_label",))
        common = [table.texts_at(index) for index in table.arrays["common"]]
        self.assertEqual(common[:2], [[record.key for record in records], [record.url or "" for record in records]])
        for number, names in enumerate(sources):
            lines = list(zip(*common[2 + number * languages :][:languages]))
            self.assertEqual(lines, [given(record, names) for record in records])
        self.assertEqual(len(common), 2 + len(sources) * languages)

    def assert_years(self, years: list[int | None], table: Table) -> None:
        dated = [row for row, year in enumerate(years) if year]
        first, last = min(filter(None, years), default=0), max(filter(None, years), default=0)
        self.assertEqual((table.constants["first_year"], table.constants["last_year"]), (first, last))
        self.assertEqual([first - 1 + year if year else None for year in table.arrays["years"]], years)
        self.assertEqual(table.arrays["by_year"], sorted(dated, key=lambda row: years[row]))
        begins = table.arrays["year_begin"]
        self.assertEqual((begins[0], begins[-1]), (0, len(dated)))
        for year in range(first, last + 1) if dated else ():
            begin, end = begins[year - first :][:2]
            self.assertEqual({years[row] for row in table.arrays["by_year"][begin:end]} - {year}, set())
            self.assertEqual(end - begin, years.count(year))

    def assert_citations(self, catalogue: Catalogue, tables: dict[str, Table]) -> None:
        citations = [record.citation for record in catalogue.records[schema.CITED_KIND]]
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

    def assert_upkeep(self, catalogue: Catalogue, tables: dict[str, Table]) -> None:
        records, languages = entries_of(catalogue), len(catalogue.languages)
        table = tables["upkeep_table"]
        self.assertEqual(len(table), len(records))
        statuses = [record.status or "active" for record in records]
        self.assertEqual([schema.STATUSES[status] for status in table.arrays["statuses"]], statuses)
        self.assertEqual(table.texts("current_url"), [record.current_url or "" for record in records])
        self.assert_localized(table, "status_note", [record.status_note for record in records], languages)
        corrections = [[(item.cell, *item.fact) for item in record.correction] for record in records]
        self.assertEqual(corrections_of(tables, languages), corrections)
        self.assertEqual(len(tables["correction_table"]), sum(map(len, corrections)))

    def assert_categories(self, catalogue: Catalogue, tables: dict[str, Table]) -> None:
        languages = len(catalogue.languages)
        self.assert_localized(tables["catalog_table"], "title", [catalogue.title], languages)
        self.assert_localized(tables["catalog_table"], "notes_title", [catalogue.notes_title], languages)
        self.assertEqual(tables["catalog_table"].texts("facts_as_of"), [catalogue.facts_as_of])
        self.assert_localized(tables["part_table"], "title", [part.title for part in catalogue.parts], languages)
        self.assertEqual(tables["part_table"].texts("number"), [part.number for part in catalogue.parts])
        table = tables["category_table"]
        self.assertEqual(table.texts("name"), [category.id for category in catalogue.categories])
        self.assertEqual(table.texts("number"), [category.number for category in catalogue.categories])
        self.assert_localized(table, "title", [category.title for category in catalogue.categories], languages)
        for row, category in enumerate(catalogue.categories):
            self.assertTrue(category.number.startswith(catalogue.parts[table.arrays["parts"][row]].number))
            records = catalogue.records[category.kind]
            self.assertEqual([*catalogue.kinds][table.arrays["kinds"][row]], category.kind)
            begin, end = table.arrays["first_entry"][row : row + 2]
            own = [record for record in records if record.category == category.id]
            self.assertEqual(end - begin, len(own))
            first = table.arrays["first_row"][row]
            self.assertEqual(records[first : first + len(own)], own)
            self.assertEqual(tables["entry_table"].arrays["categories"][begin:end], [row] * len(own))

    def assert_columns(self, catalogue: Catalogue, tables: dict[str, Table]) -> None:
        """What the table of each category shows."""
        of_categories, table = tables["category_table"].arrays, tables["column_table"]
        headings = table.lines("heading", len(catalogue.languages))
        self.assertEqual(of_categories["first_column"][-1], len(of_categories["columns"]))
        for row, category in enumerate(catalogue.categories):
            kind = catalogue.kinds[category.kind]
            types = {field.name: field.type for field in kind.fields}
            types |= {"key": "text", kind.title: "title", "link": "link"}
            begin, end = of_categories["first_column"][row : row + 2]
            self.assertEqual(end - begin, len(category.columns))
            for column, (field, heading) in zip(of_categories["columns"][begin:end], category.columns):
                self.assertEqual(headings[column], heading)
                cell_type = schema.CELL_TYPES[table.arrays["types"][column]]
                self.assertEqual(cell_type, {"url": "text"}.get(types[field], types[field]))
                stored = tables[f"{kind.name}_table"].columns.get(field, NO_COLUMN)
                self.assertEqual(table.arrays["fields"][column], stored)

    def assert_reading_order(self, catalogue: Catalogue, tables: dict[str, Table]) -> None:
        steps = [step for stage in catalogue.stages for step in stage.step]
        keys, languages = [record.key for record in entries_of(catalogue)], len(catalogue.languages)
        for field in "name", "duration":
            lines = [getattr(stage, field) for stage in catalogue.stages]
            self.assert_localized(tables["stage_table"], field, lines, languages)
        table = tables["step_table"]
        self.assertEqual(table.arrays["numbers"], [step.number or 0 for step in steps])
        self.assertEqual(table.texts("label"), [step.label or "" for step in steps])
        self.assertEqual(table.texts("by"), [step.by or "" for step in steps])
        self.assert_localized(table, "note", [step.note for step in steps], languages)
        for row, step in enumerate(steps):
            begin, end = table.arrays["first_item"][row : row + 2]
            self.assertEqual([keys[index] for index in table.arrays["items"][begin:end]], step.entries)
            first, last = tables["stage_table"].arrays["first_step"][table.arrays["stages"][row] :][:2]
            self.assertTrue(first <= row < last)

    def assert_keys(self, catalogue: Catalogue, tables: dict[str, Table]) -> None:
        table = tables["key_table"]
        records = entries_of(catalogue)
        slots = list(zip(table.texts("key"), table.arrays["entries"]))
        for index, record in enumerate(records):
            self.assertIn((record.key, index), slots)
        for key, index in slots:
            self.assertEqual(key, records[index].key)
