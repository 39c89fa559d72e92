"""Imports lists like those that people keep, and compares the library's output with them:
python3 -m tests.imports.check PART COMPILER [--cases N] [--seed S] [FLAG...]

PART `csl_json` imports 300 items like those that reference managers export, PART `ris_entries` 300 entries of RIS, and
PART `bibliography` 300 entries of BibTeX. Every value must survive the import, or a message must name it. PART
`damaged` imports N damaged files of each of ten sorts. PART `linear` checks that the time grows in proportion to the
number of items. PARTs `bibtex`, `biblatex` and `ris` import the library's own output, for this catalogue and for 150
difficult references."""

import argparse
import base64
import json
import random
import re
import shutil
import sys
import tempfile
import time
import unittest
from collections import Counter
from pathlib import Path

from codegen.importers import bibtex
from codegen.reader import read_catalogue
from tests.imports import bibliography, damage, ris_entries, round_trip, zotero
from tests.support.generator import is_documented, run_here, snapshot
from tests.support.running import ROOT, WARNINGS, need, need_module, output_of, run

HERE = ROOT / "tests" / "imports"


class Import(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="import-")
        self.addCleanup(directory.cleanup)
        self.there = Path(directory.name)

    def codegen(self, *arguments: object) -> str:
        """The generator's messages."""
        return run(sys.executable, "-m", "codegen", "--data", self.there / "data", *arguments, cwd=ROOT).stderr

    def written(self) -> list[dict]:
        """The CSL-JSON that the library writes for the imported catalogue."""
        self.assertEqual(self.codegen("--single-header", self.there / "list.hpp"), "")
        program = self.there / "write"
        header = f'-DLIST="{self.there / "list.hpp"}"'
        output_of(*COMPILER, "-std=c++20", *WARNINGS, header, HERE / "write.cpp", "-o", program)
        return json.loads(output_of(program))


class CslJson(Import):
    def test_every_value_survives_or_is_named(self):
        items, expected, said = zotero.make(300, seed=14)
        file = self.there / "zotero.json"
        file.write_text(json.dumps(items, ensure_ascii=False, indent=1), encoding="utf-8")
        lines = self.codegen("--import", file).splitlines()
        self.assertEqual(
            sorted(line for line in lines if ": entry " in line), sorted(f"zotero.json: {line}" for line in said)
        )
        for field in "custom", "system_id":
            times = sum(field in item for item in items)
            self.assertIn(
                f"zotero.json: {field}: is lost: it is not a variable of CSL 1.0.2; {times} entries have it", lines
            )
        self.assertEqual(len(lines), len(said) + 2)
        written = self.written()
        self.assertEqual([item["id"] for item in written], [item["id"] for item in expected])
        for found, right in zip(written, expected):
            self.assertEqual(found, right)


class Bibliography(Import):
    def test_every_value_survives_or_is_named(self):
        text, expected, said = bibliography.make(300, seed=14)
        file = self.there / "list.bib"
        file.write_text(text, encoding="utf-8")
        lines = self.codegen("--import", file).splitlines()
        times = {field: len(re.findall(rf"\b{field}=", text)) for field in bibliography.OF_PROGRAMS}
        why = "is lost: belongs to the program that wrote the file"
        fields = [f"{name}: {why}; {times[name]} entries have it" for name in times]
        self.assertEqual(sorted(lines), sorted(f"list.bib: {line}" for line in (*said, *fields)))
        for found, right in zip(self.written(), expected, strict=True):
            self.assertEqual(found, right)


class RisEntries(Import):
    def test_every_value_survives_or_is_named(self):
        text, entries = ris_entries.make(300, seed=14)
        file = self.there / "list.ris"
        file.write_text(text, encoding="utf-8", newline="")
        times = Counter(tag for entry in entries for tag in entry.lost if tag in ris_entries.WHY_LOST)
        said = [f"{entry.place}: {line}" for entry in entries for line in entry.said]
        said.append(f"a key is made for {sum(not entry.id for entry in entries)} entries without one")
        said += [f"{tag}: is lost: {ris_entries.WHY_LOST[tag]}; {times[tag]} entries have it" for tag in times]
        said.append("left out: 2 lines outside of entries")
        lines = self.codegen("--import", file).splitlines()
        self.assertEqual(sorted(lines), sorted(f"list.ris: {line}" for line in said))
        for found, right in zip(self.written(), entries, strict=True):
            self.assertEqual(found, right.item)


class Damaged(Import):
    """An import of a damaged file either makes a catalogue that the generator accepts, or prints documented errors."""

    def assert_sound(self, content: bytes, name: str = "list.json") -> bool:
        """Whether the import makes a catalogue. Failures show the content of the file."""
        try:
            return self.is_imported(content, name)
        except Exception as error:
            error.add_note(f"{name} contains {content!r}\nin base64: {base64.b64encode(content).decode()}")
            raise

    def is_imported(self, content: bytes, name: str) -> bool:
        file, data = self.there / name, self.there / "data"
        file.write_bytes(content)
        arguments = ("--import", file)
        if name == "mapping.toml":
            (self.there / "list.csv").write_text(damage.TABLE, encoding="utf-8")
            arguments = ("--import", self.there / "list.csv", "--mapping", file)
        before = snapshot(self.there, with_directory_times=False)
        status, stdout, stderr = run_here(*arguments, "--data", data)
        self.assertEqual(stdout, "")
        undocumented = [line for line in stderr.splitlines() if not is_documented(line)]
        self.assertEqual(undocumented, [])
        arrived = data.exists()
        self.assertIn(status, (0, 1) if arrived else (1,))
        if arrived:
            read_catalogue(data)
            shutil.rmtree(data)
        self.assertEqual(snapshot(self.there, with_directory_times=False), before)
        return arrived

    def test_damaged_members(self):
        pick = random.Random(SEED)
        items = zotero.make(12, seed=1)[0]
        arrived = [self.assert_sound(damage.damaged_items(items, pick).encode("utf-8")) for _ in range(CASES)]
        self.assertGreater(sum(arrived) / CASES, 0.97)

    def test_damaged_bytes(self):
        pick = random.Random(SEED)
        for name, (text, least, most) in damage.files().items():
            with self.subTest(name):
                arrived = [self.assert_sound(damage.damaged_bytes(text, pick), name) for _ in range(CASES)]
                print(f"{name}: {sum(arrived)} of {CASES} damaged files were imported")
                self.assertTrue(least < sum(arrived) / CASES <= most)


class Linear(Import):
    def seconds(self, count: int) -> float:
        file, data = self.there / "list.json", self.there / f"data {count}"
        file.write_text(json.dumps(zotero.make(count, seed=1)[0]), encoding="utf-8")
        begin = time.process_time()
        run_here("--import", file, "--data", data)
        return time.process_time() - begin

    def test_the_time_grows_in_proportion_to_the_items(self):
        few, many = self.seconds(500), self.seconds(4000)
        self.assertLess(many / few, 13)


class Written(unittest.TestCase):
    """An import of the library's output restores every value for which the format has a field."""

    def test_every_value_written_comes_back(self):
        shares = round_trip.shares(PART, COMPILER)
        self.assertLessEqual(shares["this"].changed.keys(), round_trip.CHANGED_OF_THIS[PART])
        self.assertEqual(shares["references"].changed.keys(), round_trip.CHANGED[PART])
        for each in shares.values():
            # The type is not a field.
            changed = each.changed.total() - each.changed["type"]
            self.assertLess(changed / (each.values - each.entries), 0.03)


PARTS = {"csl_json": "CslJson", "damaged": "Damaged", "linear": "Linear"}
PARTS |= {"bibliography": "Bibliography", "ris_entries": "RisEntries"}
PARTS |= dict.fromkeys(["bibtex", "biblatex", "ris"], "Written")

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("compiler")
    parser.add_argument("--cases", type=int, default=150)
    parser.add_argument("--seed", type=int, default=14)
    ARGUMENTS, FLAGS = parser.parse_known_args()
    PART, CASES, SEED, COMPILER = ARGUMENTS.part, ARGUMENTS.cases, ARGUMENTS.seed, [ARGUMENTS.compiler, *FLAGS]
    if PART == "damaged":
        need("pandoc")
    if PART in ("bibliography", "damaged", "bibtex", "biblatex"):
        for module, package in bibtex.NEEDS.items():
            need_module(module, package)
    unittest.main(argv=[sys.argv[0], PARTS[PART]])
