"""Imports lists and tables, and writes them back as Markdown:
python3 -m tests.imported_tables.check PART COMPILER [FLAG...]

PART `appendix` imports the original appendix with appendix-c.toml, and checks that every heading and row of its tables
comes back unchanged. PART `list` imports a list of 200 links under headings of three levels. PART `tables` imports such
links as CSV and TSV. `appendix` and `list` exit with 77 if pandoc is missing."""

import csv
import io
import re
import sys
import tempfile
import unittest
from pathlib import Path

from codegen.reader import read_catalogue
from tests.content.check import ORIGINAL, content
from tests.support.lists import list_of_links
from tests.support.running import INCLUDE, ROOT, WARNINGS, generate, need, output_of, run

HERE = ROOT / "tests" / "imported_tables"
LINKS = 200


class ImportTest(unittest.TestCase):
    """Each test gets a directory for the file, the catalogue and the program."""

    maxDiff = None

    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="importing-")
        self.addCleanup(directory.cleanup)
        self.work = Path(directory.name)
        self.data = self.work / "data"

    def imported(self, file: Path, *options: object) -> str:
        """Imports the file into the data directory, and returns the importer's messages."""
        return run(sys.executable, "-m", "codegen", "--import", file, "--data", self.data, *options, cwd=ROOT).stderr

    def written_back(self) -> str:
        """The Markdown that a program with the imported catalogue writes."""
        include = self.work / "include"
        generate("--data", self.data, "--output", include / "refcatalog" / "generated")
        program = self.work / "write"
        includes = [f"-I{include}", f"-I{INCLUDE}"]
        output_of(*COMPILER, "-std=c++20", *WARNINGS, *includes, HERE / "write.cpp", "-o", program)
        return output_of(program)


class Appendix(ImportTest):
    def test_every_heading_and_row_comes_back(self):
        said = self.imported(ORIGINAL, "--mapping", HERE / "appendix-c.toml", "--lang", "ko")
        lines = content(ORIGINAL.read_text(encoding="utf-8"))
        # The import takes the title from the file's name, and leaves out the reading order, which is prose.
        expected = [f"# {ORIGINAL.stem}", *lines[1 : lines.index("## C.8 읽기 순서 추천")]]
        self.assertEqual(content(self.written_back()), expected)
        self.assertEqual(sum(line.startswith("| ") for line in expected), 20 + 156)
        self.assertIn("15 list items without a link", said)
        self.assertIn("5 headings without rows", said)
        # The original has these numbers of records of each kind.
        imported = read_catalogue(self.data).records
        kinds = read_catalogue(ROOT / "data").kinds
        self.assertEqual([len(imported[kind]) for kind in kinds if kind in imported], [50, 27, 9, 13, 18, 8, 8, 5, 18])


class ListOfLinks(ImportTest):
    def test_every_item_comes_back_under_its_heading(self):
        text, items = list_of_links(14, LINKS)
        file = self.work / "awesome.md"
        file.write_text(text, encoding="utf-8")
        said = self.imported(file)
        catalogue = read_catalogue(self.data)
        titles = {category.id: category.title[0] for category in catalogue.categories}
        found = [
            (
                (catalogue.parts[0].title[0], *titles[entry.category].split(" / ")),
                entry.title,
                entry.url,
                entry.description or "",
                tuple((link.label[0], link.url) for link in entry.links or ()),
                tuple(entry.tags or ()),
            )
            for entry in catalogue.entries
        ]
        expected = [item._replace(description=item.description.replace("`", "")) for item in items]
        self.assertEqual(found, list(map(tuple, expected)))
        self.assertEqual(len(found), LINKS)
        self.assertIn("8 list items without a link", said)
        self.assertIn("1 badge", said)
        twins = [entry.key for entry in catalogue.entries if entry.title == "Twin"]
        self.assertEqual(twins, ["twin", *(f"twin-{number}" for number in range(2, len(twins) + 1))])
        rows = re.findall(r"^\| \*\*", self.written_back(), re.MULTILINE)
        self.assertEqual(len(rows), LINKS)


class Tables(ImportTest):
    def test_every_cell_of_csv_and_tsv_comes_back(self):
        _, items = list_of_links(15, LINKS)
        rows = [
            [item.title, f"[{item.title}, site]({item.url})", item.description, 1990 + at % 30]
            for at, item in enumerate(items)
        ]
        # One cell contains a comma, quotation marks and a semicolon.
        rows[0][2] = 'Says "yes, or no"; and more'
        for suffix, delimiter, mark in (".csv", ",", ""), (".csv", ";", "\ufeff"), (".tsv", "\t", ""):
            with self.subTest(suffix=suffix, delimiter=delimiter):
                text = io.StringIO()
                csv.writer(text, delimiter=delimiter).writerows([["Name", "Link", "What it does", "Since"], *rows])
                file = self.work / f"list{suffix}"
                file.write_text(mark + text.getvalue(), encoding="utf-8", newline="")
                self.data = self.work / f"data{ord(delimiter)}"
                self.assertEqual(len(re.findall(": key: becomes twin-", self.imported(file))), LINKS // 7 - 1)
                catalogue = read_catalogue(self.data)
                found = [
                    [entry.name, f"[{entry.link_label[0]}]({entry.url})", entry.what_it_does or "", entry.since]
                    for entry in catalogue.entries
                ]
                self.assertEqual(found, rows)
        lines = [line for line in self.written_back().splitlines() if line.startswith("| ")]
        self.assertEqual(lines[0], "| Name | Link | What it does | Since |")
        self.assertEqual(len(lines), LINKS + 2)


PARTS = {"appendix": "Appendix", "list": "ListOfLinks", "tables": "Tables"}

if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    if PART != "tables":
        need("pandoc")
    unittest.main(argv=[sys.argv[0], PARTS[PART]])
