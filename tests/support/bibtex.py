"""The base class of tests that import BibTeX and BibLaTeX."""

import importlib.util
import tempfile
import unittest
from pathlib import Path

from codegen.importers.bibtex import read
from codegen.importers.model import Reference, Report

PACKAGES = ("pybtex", "pylatexenc")
MISSING = [package for package in PACKAGES if not importlib.util.find_spec(package)]
DOE = {"family": "Doe", "given": "Jane"}


def reading(source: str | bytes) -> tuple[list[Reference], Report]:
    report = Report()
    report.file = "a.bib"
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, "a.bib")
        path.write_bytes(source if isinstance(source, bytes) else source.encode())
        return read(path, report), report


@unittest.skipIf(
    MISSING, f"needs {' and '.join(MISSING)} (Debian: {' '.join(f'python3-{name}' for name in MISSING)})"
)
class BibtexTest(unittest.TestCase):
    maxDiff = 4_000

    def assert_cited(self, source: str, expected: dict, lines: list[str] = [], **others: object) -> None:
        """Asserts the citation of an entry "k" with these fields, or of a file with one entry, and the messages."""
        whole = source if source.lstrip().startswith("@") else f"@article{{k, {source}}}"
        (made, *more), report = reading(whole)
        self.assertEqual(more, [])
        if not source.lstrip().startswith("@"):
            expected = {"type": "article-journal"} | expected
        self.assertEqual(made.citation, expected, source)
        self.assertEqual(report.lines(), [f"a.bib: {line}" for line in lines], source)
        given = {"tags": [], "links": [], "aliases": []} | others
        self.assertEqual({name: getattr(made, name) for name in given}, given, source)

    def assert_refused(self, source: str, keys: list[str], *lines: str) -> None:
        made, report = reading(source)
        self.assertEqual([each.key for each in made], keys, source[:80])
        self.assertEqual(report.lines(), [f"a.bib: {line}" for line in lines], source[:80])
