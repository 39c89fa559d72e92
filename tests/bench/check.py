"""Checks what run.py measures with, though not what it measures, and what imports.py finds, but for the time:
python3 -m tests.bench.check COMPILER [FLAG...]"""

import os
import shlex
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from codegen.importers import bibtex
from tests.bench import imports
from tests.bench.compilers import compilers_here, standard_library
from tests.support.running import need_module

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

    def test_the_newest_of_each_family_that_builds_a_program_is_found(self):
        older = self.newest.replace("99.1.0", "9.9.9")
        self.install(**{"g++": older, "g++-9": older, "g++-99": self.newest, "clang++-98": BROKEN, "g++-wrapper": self.newest})
        self.assertEqual(compilers_here(), ["g++-99"])
        self.assertRegex(standard_library("g++-99"), r"\A(libstdc\+\+|libc\+\+) \d+\Z")

    def test_a_machine_without_a_compiler_is_told_what_to_install(self):
        self.install(**{"clang++-98": BROKEN})
        with self.assertRaisesRegex(SystemExit, r"Debian: g\+\+, clang"):
            compilers_here()


class Imports(unittest.TestCase):
    def test_nearly_every_value_comes_back_and_none_is_lost_without_a_word(self):
        with tempfile.TemporaryDirectory() as directory:
            for format, (name, *how) in imports.FORMATS.items():
                with self.subTest(format):
                    keys, values, back, named, of_programs, silent = imports.arrived(name, *how, Path(directory))
                    self.assertEqual(silent, "0")
                    self.assertGreaterEqual(int(back.split()[0]) / int(values), 0.97)
                    if format == "Markdown":  # has no keys, and nothing that a catalogue cannot keep
                        self.assertEqual((keys, int(named)), ("-", 0))
                        continue
                    kept, given = keys.split(" of ")
                    self.assertEqual(kept, given)
                    self.assertGreater(int(given), 270)
                    self.assertGreater(int(named) + int(of_programs), 0)


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    for module, package in bibtex.NEEDS.items():
        need_module(module, package)
    unittest.main(argv=sys.argv[:1])
