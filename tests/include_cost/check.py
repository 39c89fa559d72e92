"""Counts the instructions that g++ takes to include the library, under callgrind: python3 -m tests.include_cost.check COMPILER [FLAG...]

The count of the compiler proper has no noise, where a clock has. Each bound is what g++ 12 takes, and a little more: it
says how much a change may cost every program that includes the header. The standard headers of g++ 11 cost less, so that
its bound is higher. Ends with 77 where the compiler is another, or there is no valgrind."""

import re
import shlex
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.support.running import INCLUDE, need, output_of, run, skip

USUAL = "".join(f"#include <{name}>\n" for name in ("array", "string_view", "span", "optional", "cstdint"))
CATALOG = "#include <refcatalog/catalog.hpp>\n"
WRITERS = ("bibtex", "csl_json", "markdown", "render")

MOST_OF_USUAL = 1.26
MOST_OF_USUAL_IN_GCC_11 = 1.27
MOST_OF_CATALOG = 1.05


def instructions(code: str) -> int:
    """What the compiler proper executes for a translation unit."""
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory, "source.cpp")
        source.write_text(code, encoding="utf-8")
        command = [*COMPILER, "-std=c++20", "-O2", "-fsyntax-only", f"-I{INCLUDE}", "-###", source]
        # With -### the driver prints the commands that it would run, each on a line that a space begins.
        proper = [line for line in run(*command).stderr.splitlines() if line.startswith(" ")][-1]
        counted = run("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *shlex.split(proper)).stderr
    return int(re.search(r"Collected : (\d+)", counted)[1])


class IncludeCost(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        codes = {"usual": USUAL, "catalog": CATALOG} | {name: f"{CATALOG}#include <refcatalog/{name}.hpp>\n" for name in WRITERS}
        with ThreadPoolExecutor(2) as pool:
            cls.cost = dict(zip(codes, pool.map(instructions, codes.values())))

    def assert_costs(self, name: str, most: float, other: str) -> None:
        ratio = self.cost[name] / self.cost[other]
        print(f"{name}.hpp: {self.cost[name] / 1e6:.1f} M instructions, {ratio:.3f} of {other}")
        self.assertLessEqual(ratio, most)

    def test_the_catalogue_costs_little_more_than_the_usual_headers(self):
        major = output_of(*COMPILER, "-dumpversion").strip().split(".")[0]
        self.assert_costs("catalog", MOST_OF_USUAL_IN_GCC_11 if major == "11" else MOST_OF_USUAL, "usual")

    def test_a_writer_costs_little_more_than_the_catalogue(self):
        for name in WRITERS:
            with self.subTest(name):
                self.assert_costs(name, MOST_OF_CATALOG, "catalog")


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    need("valgrind")
    if "__clang__" in output_of(*COMPILER, "-dM", "-E", "-x", "c++", "/dev/null"):
        skip("the bounds are those of g++")
    unittest.main(argv=sys.argv[:1])
