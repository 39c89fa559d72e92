"""Checks a catalogue that uses every feature: python3 -m tests.every_field.check PART COMPILER [FLAG...]

Its data are in data/. PART `reads_back` compares everything that a program reads from the library with the TOML. PART
`constants` checks that queries compile to constants, as tests/binary does for the library's own catalogue. PART
`mistakes` makes one mistake of each sort in the data, and checks that the generator rejects it with the expected
line."""

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from codegen import csl
from tests.every_field import citations, formats
from tests.every_field.expected import DATA, RECORDS, Expected
from tests.every_field.mistakes import MISTAKES
from tests.every_field.pages import all_pages
from tests.hostile.expected import parsed
from tests.support import generator
from tests.support.machine_code import (
    INITIALISED,
    RETURNS_CONSTANT,
    Program,
    bodies_of,
    empty_program,
    functions_in,
    need_x86_64,
)
from tests.support.running import INCLUDE, ROOT, WARNINGS, generate, output_of

HERE = ROOT / "tests" / "every_field"


class EveryFieldTest(unittest.TestCase):
    """Generates the headers of the catalogue once for all tests."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        directory = tempfile.TemporaryDirectory(prefix="every-field-")
        cls.addClassCleanup(directory.cleanup)
        cls.work = Path(directory.name)
        cls.generated = cls.work / "include" / "refcatalog" / "generated"
        generate("--data", DATA, "--output", cls.generated)

    @classmethod
    def command(cls) -> list:
        """The compiler with the headers of this catalogue ahead of those of the library's own catalogue."""
        return [*COMPILER, *WARNINGS, f"-I{cls.work / 'include'}", f"-I{INCLUDE}"]


class ReadsBack(EveryFieldTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.program = cls.work / "use"
        output_of(*cls.command(), "-std=c++20", HERE / "use.cpp", "-o", cls.program)

    def printed(self, what: str) -> list[tuple[str, str]]:
        # Read bytes, since Python would convert the line ends of RIS.
        return parsed(subprocess.run([self.program, what], check=True, capture_output=True).stdout)

    def assert_same(self, found: list, expected: list) -> None:
        for index, (left, right) in enumerate(zip(found, expected)):
            self.assertEqual(left, right, f"text {index}, after {found[max(index - 12, 0) : index]}")
        self.assertEqual(len(found), len(expected))

    def test_check_accepts_headers_that_were_just_generated(self):
        generate("--data", DATA, "--output", self.generated, "--check")

    def test_every_value_matches_the_data(self):
        found = self.printed("all")
        self.assert_same(found, Expected(citations.show).texts)
        print(f"{len(found)} values match the data")

    def test_the_data_use_every_type_and_variable_of_csl(self):
        self.assertEqual({citations.cited(record).type for record in RECORDS}, {*csl.TYPES})
        self.assertEqual((citations.VARIABLES, citations.ROLES), (csl.STANDARD_VARIABLES, csl.NAME_VARIABLES))
        self.assertEqual(citations.DATES, csl.DATE_VARIABLES)

    def test_markdown_in_every_language(self):
        self.assert_same(self.printed("markdown"), all_pages())

    def test_the_fields_of_bibliographies(self):
        for format in "bibtex", "biblatex":
            found = [(key, formats.parsed_bibtex(text)) for key, text in self.printed(format)]
            self.assert_same(found, [(record["key"], formats.bibtex_of(record, format)) for record in RECORDS])
        found = [(key, formats.parsed_ris(text)) for key, text in self.printed("ris")]
        self.assert_same(found, [(record["key"], formats.ris_of(record)) for record in RECORDS])

    def test_the_csl_json_of_every_record(self):
        found = [(key, [*json.loads(text).items()]) for key, text in self.printed("csl_json")]
        self.assert_same(found, [(record["key"], citations.csl_of(record)) for record in RECORDS])


class Constants(EveryFieldTest):
    def test_queries_on_constants_compile_to_constants(self):
        source = HERE / "constants.cpp"
        bodies = bodies_of(self.command(), source, self.work)
        self.assertLessEqual(set(bodies), set(functions_in(source)))
        self.assertGreaterEqual(len(bodies), 15)
        for name, instructions in bodies.items():
            with self.subTest(name=name, instructions=instructions):
                self.assertEqual(len(instructions), 2)
                self.assertRegex(instructions[0], RETURNS_CONSTANT)

    def test_the_library_adds_no_relocations_and_no_initialisers(self):
        empty = empty_program(self.command(), self.work)
        reading = Program(self.command(), HERE / "read.cpp", self.work)
        self.assertLessEqual(reading.relocations, empty.relocations)
        for section in INITIALISED:
            self.assertLessEqual(reading.sections.get(section, 0), empty.sections.get(section, 0), section)


class Mistakes(generator.CommandLineTest):
    def test_each_mistake_is_rejected_with_one_line(self):
        for file, old, new, line in MISTAKES:
            with self.subTest(new=new):
                shutil.rmtree(self.data, ignore_errors=True)
                shutil.copytree(DATA, self.data)
                self.edit(file, old, new)
                lines = self.assert_fails("--data", self.data, "--output", self.output)
                self.assertEqual(lines, [f"{self.data / file}: {line}"])


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    if PART == "constants":
        need_x86_64()
    parts = {"reads_back": "ReadsBack", "constants": "Constants", "mistakes": "Mistakes"}
    unittest.main(argv=[sys.argv[0], parts[PART]])
