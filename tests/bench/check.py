"""Checks the benchmarks: python3 -m tests.bench.check COMPILER [FLAG...]

run.py finds the newest compilers that work. The implementations that it compares find the same entries. imports.py
finds that nearly all values survive an import, and that none is lost silently. The check ignores all times."""

import os
import shlex
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from codegen.importers import bibtex
from tests.bench import imports, search
from tests.bench.compilers import compilers_here, standard_library
from tests.bench.run import Bench
from tests.support.running import need_module, skip

NEWEST = """#!/bin/sh
PATH={path}
case "$*" in *dumpversion*) echo 99.1.0;; *) exec {compiler} "$@";; esac
"""
BROKEN = "#!/bin/sh\ncase \"$*\" in *dumpversion*) echo 98.0.0;; *) exit 1;; esac\n"


class Compilers(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.folder = Path(directory.name)
        self.newest = NEWEST.format(path=shlex.quote(os.environ["PATH"]), compiler=shlex.join(COMPILER))
        path = mock.patch.dict(os.environ, PATH=str(self.folder))
        path.start()
        self.addCleanup(path.stop)

    def install(self, **compilers: str) -> None:
        for name, script in compilers.items():
            program = self.folder / name
            program.write_text(script, encoding="utf-8")
            program.chmod(0o755)

    def test_finds_the_newest_working_compiler_of_each_family(self):
        older = self.newest.replace("99.1.0", "9.9.9")
        newest = {"g++-99": self.newest, "g++-wrapper": self.newest}
        self.install(**{"g++": older, "g++-9": older, "clang++-98": BROKEN}, **newest)
        self.assertEqual(compilers_here(), ["g++-99"])
        self.assertRegex(standard_library("g++-99"), r"\A(libstdc\+\+|libc\+\+) \d+\Z")

    def test_the_error_without_a_compiler_names_the_packages(self):
        self.install(**{"clang++-98": BROKEN})
        with self.assertRaisesRegex(SystemExit, r"Debian: g\+\+, clang"):
            compilers_here()


class Searches(unittest.TestCase):
    def times(self, source: str, *flags: str) -> search.Times:
        """The times that a benchmark reports. It fails if two implementations find different entries."""
        with tempfile.TemporaryDirectory() as directory:
            bench = Bench(Path(directory), COMPILER[:1], quick=True)
            bench.sampling = ("--benchmark-samples", "1", "--benchmark-warmup-time", "0", "--benchmark-no-analysis")
            return bench.catch_times(COMPILER[0], source, *flags)

    def test_every_implementation_searches_for_every_sort_of_word(self):
        sqlite = search.flags_for("sqlite3.h", "-DWITH_SQLITE", "-lsqlite3")
        others = ["memmem", "top_matches", "FTS5"][: 3 if sqlite else 2]
        expected = {f"search common and {other}" for other in search.PAIRS}
        expected |= {f"{way} {sort}" for way in ("search", *others) for sort in search.SORTS}
        self.assertEqual(self.times("search", *sqlite).keys(), expected)

    def test_closest_finds_the_same_key_as_rapidfuzz(self):
        rapidfuzz = search.flags_for("rapidfuzz/distance/Levenshtein.hpp", "-DWITH_RAPIDFUZZ")
        ways = ["closest", "RapidFuzz"][: 2 if rapidfuzz else 1]
        names = {f"{way} {text}" for way in ways for text in ("near", "far")}
        self.assertEqual(self.times("closest", *rapidfuzz).keys(), names)


class Imports(unittest.TestCase):
    def test_imports_keep_nearly_every_value_and_lose_none_silently(self):
        with tempfile.TemporaryDirectory() as directory:
            for format, (name, *how) in imports.FORMATS.items():
                with self.subTest(format):
                    keys, values, back, named, of_programs, silent = imports.arrived(name, *how, Path(directory))
                    self.assertEqual(silent, "0")
                    self.assertGreaterEqual(int(back.split()[0]) / int(values), 0.97)
                    if format == "Markdown":  # its entries lack keys, and a catalogue can keep all their values
                        self.assertEqual((keys, int(named)), ("-", 0))
                        continue
                    kept, given = keys.split(" of ")
                    self.assertEqual(kept, given)
                    self.assertGreater(int(given), 270)
                    self.assertGreater(int(named) + int(of_programs), 0)


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    if not Path("/usr/include/catch2").exists():
        skip("Catch2 is not installed (Debian: catch2)")
    for module, package in bibtex.NEEDS.items():
        need_module(module, package)
    unittest.main(argv=sys.argv[:1])
