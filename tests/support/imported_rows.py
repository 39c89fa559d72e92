"""The base class of tests that import Markdown, CSV and TSV."""

import shutil
import tomllib
import unittest
from pathlib import Path

from codegen.importers import tables
from codegen.importers.mapping import Mapping
from codegen.importers.model import Document, ImportFailure, Report, Row
from codegen.importers.rows import add_rows
from codegen.reader import read_catalogue
from tests.support.imports import ImportTest

needs_pandoc = unittest.skipUnless(shutil.which("pandoc"), "needs pandoc (Debian: pandoc)")


class RowsTest(ImportTest):
    """A test of a reader's rows, or of the catalogue that the import makes from them."""

    def rows(self, read, name: str, content: str | bytes) -> tuple[list[Row], list[str]]:
        """The rows that a reader finds, and its messages without the name of the file."""
        report = Report()
        report.file = name
        rows = read(Path(self.put(name, content)), report)
        return rows, [line.removeprefix(f"{name}: ") for line in report.lines()]

    def failure(self, read, name: str, content: str | bytes) -> str:
        """The message about a file that the reader refuses."""
        with self.assertRaises(ImportFailure) as failure:
            self.rows(read, name, content)
        return str(failure.exception).replace(f"{self.work}/", "")

    def document(self, *contents: str | list[Row], mapping: Mapping | None = None) -> Document:
        """The catalogue that add_rows makes from files of CSV or their rows, each called "list"; `self.said` has the
        messages."""
        self.report, document = Report(), Document("list", "en")
        files = [("list", self.rows(tables.read, "list.csv", each)[0] if isinstance(each, str) else each)
                 for each in contents]
        add_rows(document, files, mapping or Mapping("mapping.toml"), self.report)
        self.said = [line.removeprefix("list.csv: ") for line in self.report.lines()]
        return document

    def imported(self, name: str, content: str | bytes, mapping: str = "", language: str = "en"):
        """The catalogue that the import makes from a file, and its messages without the name of the file."""
        options = ("--mapping", self.put("mapping.toml", mapping)) if mapping else ()
        self.data = self.work / f"data{len(list(self.work.iterdir()))}"
        status, lines = self.run_import(self.put(name, content), *options, "--lang", language)
        self.assertEqual(status, 0, lines)
        return read_catalogue(self.data), [line.removeprefix(f"{name}: ") for line in lines]

    def tables_of(self, file: str) -> dict:
        """The tables in a file of the catalogue imported last."""
        return tomllib.loads((self.data / file).read_text(encoding="utf-8"))
