"""Tests that BibTeX with a classic style, and BibLaTeX, typeset a bibliography of all entries."""

import re
import tempfile
import unittest
from pathlib import Path

from tests.readers.read_back import written
from tests.support.running import output_of, run, skip

# Warnings of plain.bst about fields that some references lack or combine.
WARNINGS = (
    *("to sort, need author or key in", "empty publisher in", "there's a number but no volume in"),
    "can't use both author and editor fields in",
)
# LaTeX's default fonts lack Asian letters. The preamble prints "?" for these, since fonts are not under test.
PREAMBLE = r"""
\documentclass{article}
\usepackage[T1]{fontenc}
\makeatletter\def\UTFviii@undefined@err#1{?}\makeatother
"""
BIBLATEX = rf"""{PREAMBLE}
\usepackage[backend=biber,style=authoryear,uniquename=false,uniquelist=false]{{biblatex}}
\addbibresource{{references.bib}}
\begin{{document}}
\nocite{{*}}
\printbibliography
\end{{document}}
"""
CLASSIC = rf"""{PREAMBLE}
\begin{{document}}
\input{{references.bbl}}
\end{{document}}
"""


def need_file(name: str, package: str) -> None:
    """Skips the check if TeX does not find a file."""
    if run("kpsewhich", name, status=None).returncode:
        skip(f"{name} is not installed (Debian: {package})")


class Typesetting(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)

    def write(self, name: str, text: str) -> None:
        (self.directory / name).write_text(text.lstrip(), encoding="utf-8")

    def bibliography(self) -> str:
        return (self.directory / "references.bbl").read_text(encoding="utf-8")

    def run_here(self, *command: str) -> str:
        return output_of(*command, cwd=self.directory)

    def pdflatex(self) -> str:
        """Runs pdflatex, which must succeed, and returns its log."""
        return self.run_here("pdflatex", "-draftmode", "-interaction=nonstopmode", "-halt-on-error", "references.tex")


class ClassicBibtex(Typesetting):
    def test_bibtex_and_latex_typeset_every_entry(self):
        for name, source in written().items():
            with self.subTest(name):
                self.write("references.bib", source.texts["bibtex"])
                self.write("references.aux", "\\citation{*}\n\\bibstyle{plain}\n\\bibdata{references}\n")
                said = self.run_here("bibtex", "references")
                warnings = re.findall("^Warning--(.*)", said, re.MULTILINE)
                self.assertEqual([each for each in warnings if not re.match("|".join(WARNINGS), each)], [])
                items = re.findall(r"\\bibitem\{(.*)\}", self.bibliography())
                self.assertEqual(sorted(items), sorted(record.key for record in source.catalogue.entries))
                self.write("references.tex", CLASSIC)
                self.pdflatex()


class Biblatex(Typesetting):
    def test_biblatex_typesets_every_entry(self):
        for name, source in written().items():
            with self.subTest(name):
                self.write("references.bib", source.texts["biblatex"])
                self.write("references.tex", BIBLATEX)
                # The previous run has left the bibliography of another catalogue.
                (self.directory / "references.bbl").unlink(missing_ok=True)
                self.pdflatex()
                self.assertNotIn("ERROR", self.run_here("biber", "references"))
                self.pdflatex()
                entries = re.findall(r"\\entry\{(.*?)\}", self.bibliography())
                self.assertEqual(sorted(entries), sorted(record.key for record in source.catalogue.entries))
