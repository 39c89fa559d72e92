"""The base of the tests that import Markdown, CSV and TSV."""

import tomllib
from pathlib import Path

from codegen.importers.model import ImportFailure, Report, Row
from codegen.reader import read_catalogue
from tests.support.imports import ImportTest


class RowsTest(ImportTest):
    """A test with a reader's rows, or the catalogue that is made of them."""

    def rows(self, read, name: str, content: str | bytes) -> tuple[list[Row], list[str]]:
        """The rows that a reader finds, and what it says of the rest, less the name of the file."""
        report = Report()
        report.file = name
        rows = read(Path(self.put(name, content)), report)
        return rows, [line.removeprefix(f"{name}: ") for line in report.lines()]

    def failure(self, read, name: str, content: str | bytes) -> str:
        """What is said of a file that cannot be read."""
        with self.assertRaises(ImportFailure) as failure:
            self.rows(read, name, content)
        return str(failure.exception).replace(f"{self.work}/", "")

    def imported(self, name: str, content: str | bytes, mapping: str = "", language: str = "en"):
        """The catalogue that is made of a file, and what is said of the rest, less the name of the file."""
        options = ("--mapping", self.put("mapping.toml", mapping)) if mapping else ()
        self.data = self.work / f"data{len(list(self.work.iterdir()))}"
        status, lines = self.run_import(self.put(name, content), *options, "--lang", language)
        self.assertEqual(status, 0, lines)
        return read_catalogue(self.data), [line.removeprefix(f"{name}: ") for line in lines]

    def tables_of(self, file: str) -> dict:
        """The tables of a file of the last catalogue."""
        return tomllib.loads((self.data / file).read_text(encoding="utf-8"))
