"""The generated headers: what every compiler takes, and what was in the data."""

import re
import unittest
from pathlib import Path

from codegen import schema
from codegen.model import build_headers
from codegen.reader import read_catalogue
from codegen.writer import render

from .literals import LITERAL, characters, numbers, source
from .support import REAL_DATA, CodegenTest, changed, run_here, small_catalogue

FILES = [
    "blogs.hpp",
    "books.hpp",
    "categories.hpp",
    "communities.hpp",
    "courses.hpp",
    "datasets.hpp",
    "keys.hpp",
    "papers.hpp",
    "posts.hpp",
    "reading_order.hpp",
    "repositories.hpp",
    "tools.hpp",
]
PREFIXES = {"unsigned char": "", "char16_t": "u", "char32_t": "U"}
WIDTHS = {"char": 1, "unsigned char": 1, "char16_t": 2, "char32_t": 4}
STRUCT = re.compile(r"^struct (\w+) \{\n(.*?)^\};", re.MULTILINE | re.DOTALL)
CONSTANT = re.compile(r"static constexpr [\w:]+ (\w+) = (\w+);")
COLUMN = re.compile(r"^        (\w+) = (\d+),$", re.MULTILINE)
ARRAY = re.compile(r"static constexpr (char|unsigned char|char16_t|char32_t) (\w+)((?:\[\d*\])+) = \{\n(.*?)\n    \};", re.DOTALL)


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
        for page in pages:
            require(all(literal.startswith(PREFIXES[type] + '"') for literal in page), f"{name} has a literal of another type")
        self.arrays[name] = [number for page in found for number in page]
        require(all(number < 1 << 8 * WIDTHS[type] for number in self.arrays[name]), f"{name} has a number that is too large")
        require(all(len(page) == sizes[1] - 1 for page in found[:-1]), f"{name} has a page that is not full")
        return [len(page) + 1 for page in found]

    def __len__(self) -> int:
        return self.constants["size"]

    def text(self, row: int, column: str) -> str:
        index = self.columns[column]
        if index == 255:
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


class Portability(CodegenTest):
    def assert_portable(self, headers: dict[str, str]) -> None:
        self.assertEqual(sorted(headers), FILES)
        for name, text in headers.items():
            with self.subTest(name):
                self.assertRegex(text, r"\A[ -~\n]+\n\Z")
                self.assertNotIn("??", text)
                self.assertRegex(text.split("\n")[0], r"\A// Generated by `python3 -m codegen` from .+\. Do not edit\.\Z")
                guard = f"REFCATALOG_GENERATED_{name.upper().replace('.', '_')}"
                self.assertTrue(text.split("\n", 1)[1].startswith(f"#ifndef {guard}\n#define {guard}\n"))
                self.assertTrue(text.endswith("\n#endif\n"))
                for line in text.split("\n"):
                    self.assertEqual(line, line.rstrip())
                for literal in LITERAL.finditer(text):
                    self.assertLessEqual(len(source(literal[0])), 8_000)
                code = LITERAL.sub("", text)
                self.assertNotIn('"', code, "a quotation mark belongs to no literal")
                self.assertNotRegex(code, r"\d{4}-\d\d-\d\d|\d\d:\d\d|__DATE__|__TIME__|__TIMESTAMP__")

    def test_headers_of_the_real_data(self):
        self.assert_portable(headers_of(REAL_DATA))

    def test_headers_of_the_small_catalogue(self):
        self.write(small_catalogue())
        self.assert_portable(headers_of(self.data))

    def test_headers_with_difficult_texts(self):
        self.write(large_catalogue())
        self.assert_portable(headers_of(self.data))

    def test_headers_do_not_depend_on_the_directories(self):
        self.copy_real_data()
        self.assertEqual(headers_of(self.data), headers_of(REAL_DATA))


def large_catalogue() -> dict:
    """The small catalogue with texts that are hard to write down, and more of them than fit a page."""
    difficult = ['"', "\\", "??/", "\\n", "%s {{ x }} {% y %}", "*/ // /*", 'R"(x)"', "é7", "𝔸1", "\u200d9", "\ufffd", "//", "/" * 10]
    longest = ["é" * 32_767, "x" * 65_534, "?" * 65_534, "é" * 1_000, '"' * 8_000]
    return changed(
        *(
            ("tools.toml", "tool", index, {"key": f"tool-{index}", "category": "services", "name": text, "purpose": f"purpose {index}"})
            for index, text in enumerate(difficult + longest)
        ),
        ("reading_order.toml", {}),
    )


class Content(CodegenTest):
    """Everything that the data says can be read back from the headers, by nothing but the headers."""

    def assert_content(self, data: Path) -> dict[str, Table]:
        catalogue = read_catalogue(data)
        tables = tables_of(headers_of(data))
        self.assert_records(catalogue, tables)
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
        self.assertEqual(table.arrays["by_year"], sorted(range(len(papers)), key=lambda row: (years[row], papers[row].number)))
        for year in range(min(years), max(years) + 1):
            begin, end = table.arrays["year_begin"][year - min(years) :][:2]
            self.assertEqual({years[row] for row in table.arrays["by_year"][begin:end]} - {year}, set())
            self.assertEqual(end - begin, years.count(year))

    def assert_categories(self, catalogue, tables) -> None:
        self.assert_two(tables["catalog_table"], "title", [catalogue.title])
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

    def test_content_of_the_real_data(self):
        self.assert_content(REAL_DATA)

    def test_content_of_the_small_catalogue(self):
        self.write(small_catalogue())
        self.assert_content(self.data)

    def test_difficult_texts_and_several_pages(self):
        self.write(large_catalogue())
        self.assertGreater(len(self.assert_content(self.data)["tool_table"].pool), 3)

    def test_more_records_than_fit_a_page_of_numbers(self):
        tool = {"category": "services", "purpose": "A purpose"}
        tools = [{**tool, "key": f"tool-{index}", "name": f"Tool {index}"} for index in range(3_000)]
        self.write(changed(("tools.toml", "tool", tools), ("reading_order.toml", {})))
        self.assertGreater(len(self.assert_content(self.data)["tool_table"].arrays["offsets"]), 8_192)

    def test_kinds_without_records(self):
        catalogue = {file: {} for file in small_catalogue()}
        catalogue["catalog.toml"] = small_catalogue()["catalog.toml"]
        catalogue["papers.toml"] = small_catalogue()["papers.toml"]
        self.write(catalogue)
        self.assert_content(self.data)

    def test_no_records_at_all(self):
        catalogue = {file: {} for file in small_catalogue()}
        catalogue["catalog.toml"] = small_catalogue()["catalog.toml"]
        self.assertEqual(sorted(self.assert_accepted(catalogue)), FILES)

    def test_categories_are_enumerators_in_order(self):
        text = headers_of(REAL_DATA)["categories.hpp"]
        enumerators = re.search(r"enum class category : std::uint8_t \{\n(.*?)\};", text, re.DOTALL)[1].split()
        self.assertEqual(enumerators, [f"{category.id}," for category in read_catalogue(REAL_DATA).categories])


class CommittedHeaders(unittest.TestCase):
    def test_they_are_current(self):
        self.assertEqual(run_here("--check"), (0, "", ""))
