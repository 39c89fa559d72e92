"""Adds to the catalogue, as the README describes: python3 -m tests.contribution.check PART COMPILER [FLAG...]

The tests copy the project, edit the data, run the generator, and run every test that reads the catalogue. PART
`records` adds records to every category: no test may depend on the number of records, or on the position of a record in
its table. PART `kind` adds a kind of record, with a category and records: only files in data/ may have to change."""

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
from tests.support.running import ROOT, WARNINGS, configure, output_of

PARTS = ("CMakeLists.txt", "README.md", "codegen", "data", "include", "tests", ".clang-format")
# These tests read other data, or do not depend on the number of records and take minutes.
OTHER_TESTS = (
    "^(header:|synthetic:|hostile:|own_catalog:|consumer:[^i]|damaged_data|mutants:|style:|contribution|include_cost"
    "|bench|nearest_key:|search:pages|imports:|imported_tables:|every_field:|field_names|site:own|readme:[^s]"
    "|readers:bib[el]|codegen:import|readme:single_header|debugger:own|machines:[^s]|machines:s390x|fuzz:|formatting:)"
)
LEAST_TESTS = 45
# Years before, among and after those of the other papers. The first category gets a paper of each year: a paper there
# changes the number of nearly every other paper.
YEARS = (2016, 2021, 2026)


def new_records(kind: Kind, category, number: int) -> list[dict]:
    """New records for a category, with every field that its table shows."""
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
        if kind.name != "paper":
            # Half of the categories get records without a link; the others, records with a status and a citation.
            if number % 2:
                return {name: given for name, given in fields.items() if name != "url"}
            editors = [{"family": "Else", "given": "Someone Not Ada"}, "others"]
            citation = {"editor": editors, "accessed": "2026-11", "version": number}
            return {**fields, "status": "archived", "citation": citation}
        arxiv = f"{year - 2000}01.{number:05}"
        citation = {"type": "article", "author": ["Ada Lovelace", "Else, Someone"], "arxiv": arxiv}
        return {**fields, "title": f"A Paper of {year}", "url": f"https://arxiv.org/abs/{arxiv}", "citation": citation}

    return [record(year) for year in years]


class Contribution(unittest.TestCase):
    """Each test gets a copy of the project."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.project, self.build = Path(directory.name, "project"), Path(directory.name, "build")
        self.project.mkdir()
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, self.project / part)

    def generate(self, *options: str) -> None:
        output_of(sys.executable, "-m", "codegen", *options, cwd=self.project)

    def build_for_tests(self, *targets: str) -> None:
        configure(self.project, self.build, COMPILER, f"-DPython3_EXECUTABLE={sys.executable}")
        options = ["--target", *targets] if targets else []
        output_of("cmake", "--build", self.build, "--parallel", "2", *options)

    def assert_tests_pass(self, at_least: int, *selection: str) -> None:
        options = ["--output-on-failure", "--parallel", "2", *selection]
        said = output_of("ctest", "--test-dir", self.build, *options)
        self.assertGreaterEqual(len(re.findall(r"\.\. +Passed ", said)), at_least, said)


class Records(Contribution):
    def add_records(self) -> None:
        catalogue = read_catalogue(ROOT / "data")
        for number, category in enumerate(catalogue.categories):
            kind = catalogue.kinds[category.kind]
            with (self.project / "data" / kind.file).open("a", encoding="utf-8") as data:
                for record in new_records(kind, category, number):
                    data.write(f"\n[[{kind.name}]]\n")
                    data.writelines(f"{name} = {to_toml(value)}\n" for name, value in record.items())

    def test_new_records_in_every_category_break_no_test(self):
        self.add_records()
        self.generate()
        self.build_for_tests()
        self.assert_tests_pass(LEAST_TESTS, "--exclude-regex", OTHER_TESTS)
        appendix = output_of(self.build / "tests/appendix")
        for year in YEARS:
            self.assertRegex(appendix, rf"\n\| \d+ \| \*\*A Paper of {year}\*\* \| A New Paper \| {year} \| ")


# A new kind takes only a declaration, a category and records.
KIND = """
[[kind]]
name = "recording"
plural = "recordings"
doc = "A recorded talk."
title = "title"
by = ["speakers"]
description = ["topic"]
date = "recorded"
cite_as = "motion_picture"

[[kind.field]]
name = "title"
type = "localized"
doc = "The title of the recording."

[[kind.field]]
name = "speakers"
type = "texts"
doc = "The speakers."

[[kind.field]]
name = "topic"
type = "localized"
doc = "The subject of the talk."

[[kind.field]]
name = "recorded"
type = "date"
doc = "The date of the recording."

[[kind.field]]
name = "minutes"
type = "integer"
doc = "The length in minutes."

[[kind.field]]
name = "shows"
type = "entries"
doc = "The entries that the talk is about."
"""
CATEGORY = """
[[category]]
id = "recorded_talks"
part = "C.8"
title.ko = "녹화된 강연"
title.en = "Recorded Talks"
kind = "recording"
"""
RECORDS = """[[recording]]
key = "recording-on-lora"
category = "recorded_talks"
title.ko = "LoRA 강연"
title.en = "A talk on LoRA"
speakers = ["Ada Lovelace", "Someone Else"]
topic.ko = "저랭크 적응"
topic.en = "Low-rank adaptation"
recorded = "2016-05"
minutes = 45
shows = ["lora"]
url = "https://videos.example/lora"
tags = ["talk"]

[[recording]]
key = "another-recording"
category = "recorded_talks"

[[recording]]
key = "an-earlier-recording"
category = "recorded_talks"
recorded = "2016-02"

[[recording]]
key = "a-later-recording"
category = "recorded_talks"
recorded = "2027"

[recording.citation]
type = "broadcast"
title = "A later recording"
director = ["van der Berg, A.", "others"]
dimensions = "45 min"
event-date = "2026-12-30/2026-12-31"
"""
USE = Path("tests/contribution/use_kind.cpp")
# The tests of the library, of this catalogue, of the generator and of the code's style, and the targets that they need.
QUICK_TESTS = "^(unit:|content|codegen:|style:(layers|sizes|kinds))"
BUILT_FOR_THEM = ("unit_tests", "content_tests", "appendix")
LEAST_QUICK_TESTS = 50


class NewKind(Contribution):
    def setUp(self):
        super().setUp()
        for file, text in ("kinds.toml", KIND), ("catalog.toml", CATEGORY), ("recordings.toml", RECORDS):
            with (self.project / "data" / file).open("a", encoding="utf-8") as data:
                data.write(text)
        self.generate()

    def test_the_generated_headers_support_the_new_kind(self):
        self.generate("--check")
        program = self.project / "use_kind"
        flags = ["-std=c++20", *WARNINGS, f"-I{self.project / 'include'}"]
        output_of(*COMPILER, *flags, ROOT / USE, "-o", program)
        page = output_of(program)
        self.assertIn("\n### Recorded Talks\n\n| Title | Link | Description |\n| --- | --- | --- |\n", page)
        link = "[https&#58;//videos.example/lora](https://videos.example/lora)"
        self.assertIn(f"\n| **A talk on LoRA** | {link} | Low-rank adaptation |\n", page)
        self.assertIn("\n| **another-recording** |  |  |\n", page)

    def test_no_other_file_has_to_change(self):
        self.build_for_tests(*BUILT_FOR_THEM)
        self.assert_tests_pass(LEAST_QUICK_TESTS, "--tests-regex", QUICK_TESTS)


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    unittest.main(argv=[sys.argv[0], {"records": "Records", "kind": "NewKind"}[PART]])
