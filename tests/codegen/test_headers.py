"""The generated headers: what every compiler takes, and what was in the data."""

import re
import unittest
from collections.abc import Iterable
from pathlib import Path

from codegen import schema
from codegen.author_names import family_name
from codegen.headers import build_headers
from codegen.headers.records import COMMON_COLUMNS
from codegen.reader import read_catalogue
from codegen.tables import NO_COLUMN
from codegen.writer import render

from .literals import LITERAL, characters, numbers, source
from .support import REAL_DATA, ROOT, CodegenTest, changed, correction, informed, run_here, small_catalogue, two

FILES = [
    "blogs.hpp",
    "books.hpp",
    "categories.hpp",
    "citations.hpp",
    "communities.hpp",
    "courses.hpp",
    "datasets.hpp",
    "keys.hpp",
    "papers.hpp",
    "posts.hpp",
    "reading_order.hpp",
    "repositories.hpp",
    "tools.hpp",
    "upkeep.hpp",
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

    def test_headers_with_facts_beyond_the_original(self):
        self.write(informed())
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
        ("papers.toml", "paper", 0, "citation", {"type": "software", "title": "?" * 9, "authors": difficult + longest}),
        ("blogs.toml", "blog", 0, "status", "active"),
        ("blogs.toml", "blog", 0, "status_note", two("\u200d9\\", longest[0])),
        ("blogs.toml", "blog", 0, "correction", [{"cell": "name", "fact": text} for text in difficult + longest]),
        ("reading_order.toml", {}),
    )


class Content(CodegenTest):
    """Everything that the data says can be read back from the headers, by nothing but the headers."""

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
        self.assertEqual(sorted(names), sorted({name for citation in filter(None, citations) for name in citation.authors}))
        for name, begin in zip(names, pool.arrays["family_begin"], strict=True):
            self.assertEqual(name.encode()[begin:].decode() if begin else "", family_name(name, catalogue.family_names))
        self.assertEqual(len(table), len(citations))
        self.assertEqual(authors_of(tables), [citation.authors if citation else [] for citation in citations])
        for column, fields in {
            "title": ("title",),
            "venue": ("conference", "journal", "institution"),
            "arxiv_id": ("arxiv",),
            "doi": ("doi",),
        }.items():
            given = [next(filter(None, (getattr(citation, field, None) for field in fields)), "") for citation in citations]
            self.assertEqual(table.texts(column), given)
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

    def test_facts_beyond_the_original(self):
        self.write(informed())
        tables = self.assert_content(self.data)
        self.assertEqual(tables["catalog_table"].texts("facts_as_of"), ["2026-11"])
        ada, team, mary = "Ada Lovelace", "The Example Team", "Mary Ann Evans"
        casas, jose = "José de Las Casas", "José Raúl Capablanca"
        authors = tables["author_table"]
        self.assertEqual(authors.texts("name"), [ada, team, mary, casas, jose])
        # The name of a team is no person's, and nobody said which part of the last name is the family's.
        families = [len("Ada "), 0, len("Mary Ann "), len("José ".encode()), 0]
        self.assertEqual(authors.arrays["family_begin"], families)
        self.assertEqual(authors_of(tables), [[ada, team], [mary, ada, casas, jose], [ada], []])
        citations = tables["citation_table"]
        types = [schema.PUBLICATION_TYPES[type] for type in citations.arrays["types"][:3]]
        self.assertEqual(types, ["preprint", "article", "report"])
        self.assertEqual(citations.texts("title"), ["", "Paper 2: A Title in Full", "", ""])
        self.assertEqual(citations.texts("venue"), ["", "NAACL", "A technical report", ""])
        self.assertEqual(citations.arrays["journals"], [0, 0, 0, 0])
        self.assertEqual(citations.arrays["years"], [2017, 2019, 2020, 0])
        self.assertEqual(citations.texts("arxiv_id"), ["1706.03762", "1810.04805", "", ""])
        self.assertEqual(citations.texts("doi"), ["", "10.18653/v1/N19-1423", "", ""])
        upkeep = tables["upkeep_table"]
        statuses = ["active"] * 4 + ["renamed", "active", "moved", "archived", "closed", "unknown", "unknown", "unknown"]
        self.assertEqual([schema.STATUSES[status] for status in upkeep.arrays["statuses"]], statuses)
        urls = {4: "https://repo.example/renamed", 6: "https://course.example/moved"}
        self.assertEqual(upkeep.texts("current_url"), [urls.get(row, "") for row in range(12)])
        self.assert_two(upkeep, "status_note", [{4: ("새 이름", "A new name"), 7: ("2024", "2024")}.get(row) for row in range(12)])
        of_second = [("authors", "사실", "A fact about authors"), ("year", "2018", "2018")]
        link = [("link", "사실", "A fact about link")]
        self.assertEqual(corrections_of(tables), [[], of_second, [], [], link, *[[]] * 6, link])

    def test_no_facts_beyond_the_original(self):
        self.write(small_catalogue())
        tables = self.assert_content(self.data)
        self.assertEqual(tables["catalog_table"].texts("facts_as_of"), [""])
        self.assertEqual((len(tables["author_table"]), len(tables["correction_table"])), (0, 0))
        self.assertEqual(authors_of(tables), [[]] * 4)
        self.assertEqual(corrections_of(tables), [[]] * 12)
        statuses = [schema.STATUSES[status] for status in tables["upkeep_table"].arrays["statuses"]]
        self.assertEqual(statuses, ["active"] * 4 + ["unknown"] * 8)

    def test_every_type_of_publication(self):
        citations = (
            {"type": "article", "journal": "JMLR", "year": 2001, "arxiv": "cs.CL/0101001"},
            {"type": "preprint", "arxiv": "hep-th/9912001"},
            {"type": "software", "year": 2019},
            {"type": "blog_post"},
        )
        self.write(
            changed(*(("papers.toml", "paper", row, "citation", {**item, "authors": ["A B"]}) for row, item in enumerate(citations)))
        )
        tables = self.assert_content(self.data)
        arrays = tables["citation_table"].arrays
        types = [schema.PUBLICATION_TYPES[type] for type in arrays["types"]]
        self.assertEqual(types, ["article", "preprint", "software", "blog_post"])
        self.assertEqual(arrays["journals"], [1, 0, 0, 0])
        self.assertEqual(arrays["years"], [2001, 1999, 2019, 0])
        self.assertEqual(tables["author_table"].texts("name"), ["A B"])

    def test_facts_follow_the_order_of_the_entries(self):
        # Which is not that of the file where the file lists the categories in another order.
        papers = informed()["papers.toml"]["paper"]
        papers[3]["correction"] = [correction("title"), correction("summary"), correction("title")]
        self.write(informed(("papers.toml", "paper", papers[2:] + papers[:2])))
        tables = self.assert_content(self.data)
        self.assertEqual([len(authors) for authors in authors_of(tables)], [2, 4, 1, 0])
        cells = [[cell for cell, _, _ in corrections] for corrections in corrections_of(tables)[:4]]
        self.assertEqual(cells, [[], ["authors", "year"], [], ["title", "summary", "title"]])

    def test_more_authors_than_fit_a_page_of_numbers(self):
        names = [f"Ada{index} Lovelace" for index in range(9_000)]
        self.write(
            changed(
                ("papers.toml", "paper", 0, "citation", {"type": "software", "authors": names}),
                ("papers.toml", "paper", 3, "citation", {"type": "software", "authors": names[::-1]}),
            )
        )
        tables = self.assert_content(self.data)
        self.assertEqual(len(tables["author_table"]), 9_000)
        self.assertEqual(len(tables["citation_table"].arrays["authors"]), 18_000)

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


class Agreement(unittest.TestCase):
    """What the generator and the headers that are written by hand must have alike."""

    def the_one_in_the_headers(self, pattern: str) -> str:
        """What the pattern's group finds, wherever in the headers that is, since declarations move."""
        paths = [path for path in (ROOT / "include").rglob("*.hpp") if path.parent.name != "generated"]
        text = "\n".join(re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8")) for path in paths)
        found = re.findall(pattern, text)
        self.assertEqual(len(found), 1, f"the headers must have {pattern} once")
        return found[0]

    def assert_enumerators(self, name: str, expected: Iterable[str]) -> None:
        body = self.the_one_in_the_headers(rf"\benum class {name}\b[^{{;]*\{{([^}}]*)\}};")
        self.assertEqual(body.replace(",", " ").split(), list(expected))

    def test_types_of_publication(self):
        self.assert_enumerators("publication_type", schema.PUBLICATION_TYPES)

    def test_statuses(self):
        self.assert_enumerators("link_status", schema.STATUSES)

    def test_kinds(self):
        self.assert_enumerators("record_kind", schema.KIND_BY_NAME)

    def test_columns_that_all_kinds_have(self):
        self.assert_enumerators("cell", COMMON_COLUMNS)

    def test_number_of_a_column_that_is_not_stored(self):
        self.assertEqual(int(self.the_one_in_the_headers(r"\bno_column\s*=\s*(\d+)\s*;")), NO_COLUMN)


class CommittedHeaders(unittest.TestCase):
    def test_they_are_current(self):
        self.assertEqual(run_here("--check"), (0, "", ""))
