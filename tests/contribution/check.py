"""Adds to the catalogue, as the README describes: python3 -m tests.contribution.check COMPILER [FLAG...]

The tests copy the project, add records to every category and a kind with a category and records, and run the generator.
Every test that reads the catalogue must then pass: none may depend on the number of records, or on the position of a
record in its table, and only files in data/ may have to change."""

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
    "^(header:|synthetic:|hostile:|own_catalog:|consumer:[^i]|damaged_data|mutants:|style:(clang|incl)|contribution"
    "|include_cost|bench|nearest_key:|search:pages|imports:|imported_tables:|every_field:|field_names|site:own"
    "|readme:[^s]|readme:single_header|readers:bib[el]|debugger:own|machines:[^s]|machines:s390x|fuzz:|formatting:)"
)
LEAST_TESTS = 100
# Years before, among and after those of the other papers. The first category gets a paper of each year: a paper there
# changes the number of nearly every other paper.
YEARS = (2016, 2021, 2026)
USE = Path("tests/contribution/use_kind.cpp")


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
recorded = "2015-05"
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
recorded = "2015-02"

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
    """Each test gets a copy of the project with the new records and the new kind."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.project, self.build = Path(directory.name, "project"), Path(directory.name, "build")
        self.project.mkdir()
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, self.project / part)
        self.add_records()
        for file, text in ("kinds.toml", KIND), ("catalog.toml", CATEGORY), ("recordings.toml", RECORDS):
            with (self.project / "data" / file).open("a", encoding="utf-8") as data:
                data.write(text)
        self.generate()

    def generate(self, *options: str) -> None:
        output_of(sys.executable, "-m", "codegen", *options, cwd=self.project)

    def add_records(self) -> None:
        catalogue = read_catalogue(ROOT / "data")
        for number, category in enumerate(catalogue.categories):
            kind = catalogue.kinds[category.kind]
            with (self.project / "data" / kind.file).open("a", encoding="utf-8") as data:
                for record in new_records(kind, category, number):
                    data.write(f"\n[[{kind.name}]]\n")
                    data.writelines(f"{name} = {to_toml(value)}\n" for name, value in record.items())

    def test_new_records_and_a_new_kind_break_no_test(self):
        configure(self.project, self.build, COMPILER, f"-DPython3_EXECUTABLE={sys.executable}")
        output_of("cmake", "--build", self.build, "--parallel", "2")
        options = ["--output-on-failure", "--parallel", "2", "--exclude-regex", OTHER_TESTS]
        said = output_of("ctest", "--test-dir", self.build, *options)
        self.assertGreaterEqual(len(re.findall(r"\.\. +Passed ", said)), LEAST_TESTS, said)
        appendix = output_of(self.build / "tests/appendix")
        for year in YEARS:
            self.assertRegex(appendix, rf"\n\| \d+ \| \*\*A Paper of {year}\*\* \| A New Paper \| {year} \| ")

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


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
