"""Adds to every category of the catalogue, as the README says: python3 -m tests.contribution.check COMPILER [FLAG...]

In a copy of the project, edit the data, run the generator, run every test that reads the catalogue. None of them may
know how many records there are, or where in its table another one stands."""

import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

from codegen import schema
from codegen.kinds import Kind
from codegen.reader import read_catalogue
from tests.support.catalogues import to_toml, two
from tests.support.running import ROOT, configure, output_of

PARTS = ("CMakeLists.txt", "README.md", "codegen", "data", "include", "tests")
# They read other data, or hold for any number of records and take minutes.
OTHER_TESTS = "^(header:|synthetic:|hostile:|own_catalog:|consumer:[^i]|mutations|style:|contribution|include_cost)"
LEAST_TESTS = 45
# Before, among and after those of the other papers; the first category, whose paper changes the number of nearly every
# other, has one of each.
YEARS = (2016, 2021, 2026)


def new_records(kind: Kind, category, number: int) -> list[dict]:
    """Records for a category, with every field of their kind that its table shows."""
    shown = {field for field, _ in category.columns} | {"key", "category", "short_title", "url"}
    if "link" in shown:
        shown.add("link_label")
    years = YEARS if number == 0 else [YEARS[number % len(YEARS)]]

    def value(field: schema.Field, year: int) -> object:
        return {
            "key": f"a-new-{kind.name}-{number}-of-{year}",
            "plain": category.id,
            "text": f"A New {kind.name.title()}",
            "year": year,
            "localized": two("새로운 것", "Something new"),
            "url": f"https://new.example/{number}/{year}",
        }[field.type]

    def record(year: int) -> dict:
        fields = {field.name: value(field, year) for field in kind.given if field.name in shown}
        if kind.name != schema.CITED_KIND:
            # Some have no link, some a state.
            return {name: given for name, given in fields.items() if name != "url"} if number % 2 else {**fields, "status": "archived"}
        arxiv = f"{year - 2000}01.{number:05}"
        citation = {"type": "preprint", "authors": ["Ada Lovelace", "Someone Else"], "arxiv": arxiv}
        return {**fields, "title": f"A Paper of {year}", "url": f"https://arxiv.org/abs/{arxiv}", "citation": citation}

    return [record(year) for year in years]


class Contribution(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.project, self.build = Path(directory.name, "project"), Path(directory.name, "build")
        self.project.mkdir()
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, self.project / part)

    def add_records(self) -> None:
        catalogue = read_catalogue(ROOT / "data")
        for number, category in enumerate(catalogue.categories):
            kind = catalogue.kinds[category.kind]
            with (self.project / "data" / kind.file).open("a", encoding="utf-8") as data:
                for record in new_records(kind, category, number):
                    data.write(f"\n[[{kind.name}]]\n")
                    data.writelines(f"{name} = {to_toml(value)}\n" for name, value in record.items())

    def test_no_test_minds_new_records_in_every_category(self):
        self.add_records()
        output_of(sys.executable, "-m", "codegen", cwd=self.project)
        configure(self.project, self.build, COMPILER, f"-DPython3_EXECUTABLE={sys.executable}")
        output_of("cmake", "--build", self.build, "--parallel", "2")
        options = ["--output-on-failure", "--parallel", "2", "--exclude-regex", OTHER_TESTS]
        said = output_of("ctest", "--test-dir", self.build, *options)
        self.assertGreaterEqual(len(re.findall(r"\.\. +Passed ", said)), LEAST_TESTS, said)
        appendix = output_of(self.build / "tests/appendix")
        for year in YEARS:
            self.assertRegex(appendix, rf"\n\| \d+ \| \*\*A Paper of {year}\*\* \| A New Paper \| {year} \| ")


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
