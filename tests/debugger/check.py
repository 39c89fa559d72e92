"""Checks the values that gdb shows: python3 -m tests.debugger.check PART COMPILER [FLAG...]

The programs use a single table, but gdb must show records of all tables. PART `tables` checks every type of value in
the library's own catalogue. PART `own_catalogs` checks other catalogues: one with its own kinds, one with several
pages, two in one program, and one in a single header. PART `without_headers` checks that gdb still shows keys if the
headers are missing or newer than the program. PART `found` checks that gdb loads the printers from its own directory,
and can load them twice. The check exits with 77 if gdb lacks Python, or cannot run a program here."""

import os
import re
import shutil
import sys
import tempfile
import time
import unittest
from pathlib import Path

from codegen.catalogue import Catalogue
from codegen.headers.lists import first_given
from codegen.reader import read_catalogue
from tests.support.running import INCLUDE, ROOT, generate, need, output_of, run, skip

PROGRAM = ROOT / "tests/debugger/use.cpp"
PRINTERS = INCLUDE / "refcatalog/gdb.py"
SOURCE = ("-ex", f"source {PRINTERS}")
DATA = ROOT / "data"
EVERY_FIELD = ROOT / "tests/every_field/data"


class Expected:
    """The texts that gdb must show for a catalogue."""

    def __init__(self, catalogue: Catalogue):
        self.all = []
        self.of_kind: dict[str, list[str]] = {}
        for record, kind in zip(catalogue.entries, catalogue.entry_kinds):
            heading = f"{record.key}: {first_given(catalogue, record, kind.common['title'])[0]}"
            self.all.append(heading)
            self.of_kind.setdefault(kind.name, []).append(heading)
        first = catalogue.categories[0]
        self.category = f"{first.id}: {' '.join(filter(None, [first.number, first.title[0]]))}"


def listed(texts: list[str]) -> str:
    return f"{{{', '.join(texts)}}}"


def keys(headings: list[str]) -> list[str]:
    return [heading.partition(": ")[0] for heading in headings]


class Debugger(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.there = Path(directory.name)
        self.program = self.there / "program"

    def compile(self, include: Path, table: str, *options: object, main: str = "main") -> None:
        flags = ["-std=c++20", "-O0", "-g", f"-I{include}", f"-DTABLE={table}", f"-DMAIN={main}"]
        output = self.program if main == "main" else self.there / f"{main}.o"
        output_of(*COMPILER, *flags, *options, PROGRAM, "-o", output)

    def library(self, data: Path) -> Path:
        """Generates the library for these data, and returns its include directory."""
        generate("--data", data, "--library", self.there / "own")
        return self.there / "own"

    def said(self, *commands: str, options: tuple = SOURCE, charset: str = "C.UTF-8") -> str:
        """The output of gdb for commands at the breakpoint."""
        before = ("set print elements 0", "set width 0", "break stop", "run")
        arguments = [argument for command in (*before, *commands) for argument in ("-ex", command)]
        environment = os.environ | {"LC_ALL": charset}
        result = run("gdb", "-q", "-nx", "-batch", *options, *arguments, self.program, status=None, env=environment)
        said = result.stdout + result.stderr
        self.assertRegex(said, r"\nBreakpoint 1(\.1)?, ")
        self.assertNotRegex(said, "Traceback|Python|Exception|Warning")
        return said

    def assert_shown(self, expected: dict[str, str], **options) -> None:
        """Asserts the value that gdb prints for each expression, ignoring a type in front of it."""
        said = self.said(*(f"print {what}" for what in expected), **options)
        shown = re.findall(r"^\$\d+ = (.*)$", said, re.MULTILINE)
        self.assertEqual(len(shown), len(expected), shown)
        for (expression, value), found in zip(expected.items(), shown):
            with self.subTest(expression):
                self.assertEqual(re.sub(r"^\([^)]*\) (?:@0x\w+: )?|\bcatalog_\w{8}::", "", found), value)

    def everything(self, of: Expected, kind: str) -> dict[str, str]:
        """The expected value of each expression in a program that uses the table of the kind."""
        records = of.of_kind[kind]
        shown = {
            "shown.first": records[0],
            "last": records[-1],
            "of_last": records[-1],
            "shown.about": of.category,
            "shown.day": "2024-05",
            "shown.no_day": "not given",
            "shown.all": f"view of length {len(of.all)} = {listed(of.all)}",
        }
        if "-stdlib=libc++" not in COMPILER:  # gdb lacks printers for libc++
            shown["shown.maybe"] = f"std::optional<refcatalog::entry> = {{[contained value] = {records[-1]}}}"
            shown["shown.table"] = f"std::span of length {len(records)} = {listed(records)}"
        return shown


class Tables(Debugger):
    @classmethod
    def setUpClass(cls):
        cls.expected = Expected(read_catalogue(DATA))

    def setUp(self):
        super().setUp()
        self.compile(INCLUDE, "tools")

    def test_entries_of_every_kind_are_shown_though_the_program_has_the_texts_of_one(self):
        pools = re.findall(r"(\w+)_table::pool", output_of("nm", "--demangle", self.program))
        self.assertEqual(pools, ["tool"])
        self.assert_shown(self.everything(self.expected, "tool"))

    def test_backtraces_show_entries_among_the_arguments(self):
        tools = self.expected.of_kind["tool"]
        self.assertIn(f"last={tools[-1]}, of_last={tools[-1]})", self.said("backtrace"))

    def test_invalid_values_are_shown_as_numbers(self):
        self.assert_shown({
            "*(refcatalog::entry*)shown.bytes": "entry #255",
            "*(record*)shown.bytes": "tool #255",
            "*(refcatalog::category_info*)shown.bytes": "category #255",
        })
        self.assertEqual(self.said("print *(record*)0").count("Cannot access memory at address 0x0"), 1)

    def test_an_ascii_terminal_gets_escapes_for_other_letters(self):
        category = self.expected.category
        self.assertFalse(category.isascii())
        self.assert_shown({"shown.about": category.encode("ascii", "backslashreplace").decode()}, charset="C")


class OwnCatalogs(Debugger):
    def test_own_kinds(self):
        self.compile(self.library(EVERY_FIELD), "standards", "-DBETWEEN=standards_between")
        expected = Expected(read_catalogue(EVERY_FIELD))
        self.assert_shown(self.everything(expected, "standard"))
        dated = re.search(r"view of length (\d+) = (\{.*\})$", self.said("print shown.dated"), re.MULTILINE)
        self.assertEqual(int(dated[1]), sum(heading in dated[2] for heading in expected.of_kind["standard"]))
        self.assertGreater(int(dated[1]), 1)

    def test_a_catalogue_that_needs_pages(self):
        count = 1_700
        output_of(sys.executable, ROOT / "tests/bench/synthesize.py", count, self.there / "data")
        include = self.library(self.there / "data")
        papers = (include / "refcatalog/generated/papers.hpp").read_text(encoding="ascii")
        self.assertRegex(papers, r"lengths\[\d+\]\[8193\](?s:.*)pool\[\d+\]\[\d+\]")
        namespace = re.search(r"catalog_\w{8}", (include / "refcatalog/entry.hpp").read_text(encoding="ascii"))[0]
        self.compile(include, "papers")
        expected = Expected(read_catalogue(self.there / "data"))
        self.assert_shown(self.everything(expected, "paper"))
        # The headers give the same values as the program.
        of = f"of = Catalogue('refcatalog::{namespace}::', 'paper_table')"
        same = "of.headers.member('paper_table', name)(place) == of.member('paper_table', name)(place)"
        everywhere = "for name in ('pool', 'offsets', 'lengths') for place in range(0, 16_000, 101)"
        self.assertIn("\n[True]\n", self.said(f"python {of}", f"python print([*{{{same} {everywhere}}}])"))

    def test_two_catalogues_in_one_program(self):
        self.compile(INCLUDE, "tools", "-c", main="one")
        self.compile(self.library(EVERY_FIELD), "standards", "-c", main="two")
        main = self.there / "main.cpp"
        main.write_text("int one();\nint two();\nint main() { return one() + two(); }\n", encoding="utf-8")
        output_of(*COMPILER, main, self.there / "one.o", self.there / "two.o", "-o", self.program)
        said = self.said("print of_last", "continue", "print of_last")
        of_each = ((DATA, "tool"), (EVERY_FIELD, "standard"))
        shown = [Expected(read_catalogue(data)).of_kind[kind][-1] for data, kind in of_each]
        self.assertEqual(re.findall(r"^\$\d+ = (.*)$", said, re.MULTILINE), shown)

    def test_the_single_header(self):
        generate("--data", EVERY_FIELD, "--single-header", self.there / "one/refcatalog/catalog.hpp")
        self.compile(self.there / "one", "standards")
        expected = Expected(read_catalogue(EVERY_FIELD))
        self.assert_shown({"shown.first": expected.of_kind["standard"][0], "shown.about": expected.category})


class WithoutHeaders(Debugger):
    """Without the headers, gdb can show only the data in the program."""

    def setUp(self):
        super().setUp()
        shutil.copytree(INCLUDE, self.there / "include")
        self.compile(self.there / "include", "tools")
        self.expected = Expected(read_catalogue(DATA))

    def assert_less_is_shown(self) -> None:
        tools = keys(self.expected.of_kind["tool"])
        self.assert_shown({"shown.first": tools[0], "last": tools[-1], "shown.day": "2024-05"})
        # The debug information of g++ includes the tables that the program lacks; that of clang does not.
        index = len(self.expected.all) - 1
        self.assertRegex(self.said("print of_last"), rf"= ({re.escape(tools[-1])}|entry #{index})\n")
        self.assertIn(f"= view of length {index + 1} = {{", self.said("print shown.all"))

    def test_missing_headers(self):
        shutil.rmtree(self.there / "include")
        self.assert_less_is_shown()

    def test_headers_newer_than_the_program(self):
        papers = self.there / "include/refcatalog/generated/papers.hpp"
        os.utime(papers, (time.time() + 60,) * 2)
        self.assert_less_is_shown()


class Found(Debugger):
    def test_gdb_loads_the_printers_from_its_own_directory(self):
        self.compile(INCLUDE, "tools")
        own = output_of("gdb", "-nx", "-batch", "-ex", "python print(gdb.PYTHONDIR)").strip()
        shutil.copytree(own, self.there / "data/python")
        tool = Expected(read_catalogue(DATA)).of_kind["tool"][-1]
        options = (f"--data-directory={self.there / 'data'}",)
        self.assertNotIn(tool, self.said("print last", options=options))
        shutil.copyfile(PRINTERS, self.there / "data/python/gdb/printer/refcatalog.py")
        self.assert_shown({"last": tool}, options=options)

    def test_the_printers_can_be_loaded_twice(self):
        self.compile(INCLUDE, "tools")
        self.assert_shown({"shown.day": "2024-05"}, options=SOURCE * 2)


PARTS = {"tables": "Tables", "own_catalogs": "OwnCatalogs", "without_headers": "WithoutHeaders", "found": "Found"}

if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    need("gdb")
    if run("gdb", "-nx", "-batch", "-ex", "python print(1)", status=None).stdout != "1\n":
        skip("gdb lacks Python (Debian: gdb, not gdb-minimal)")
    if "exited normally" not in run("gdb", "-nx", "-batch", "-ex", "run", "/bin/true", status=None).stdout:
        skip("gdb cannot run a program here")
    unittest.main(argv=[sys.argv[0], PARTS[PART]])
