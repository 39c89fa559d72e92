"""Counts the instructions that g++ executes to include the library, under callgrind:
python3 -m tests.include_cost.check COMPILER [FLAG...]

The number of instructions is exact, unlike a time. Each bound is slightly above g++'s count, so that a change cannot
slow down every program that includes the header. There are bounds for the library's own catalogue, for each writer, and
for a catalogue of one record, for which the generator writes a single kind. The check exits with 77 if the compiler is
not g++, or if valgrind is missing."""

import re
import shlex
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.hostile.catalogues import write
from tests.support.running import INCLUDE, generate, need, output_of, run, skip

USUAL = "".join(f"#include <{name}>\n" for name in ("array", "string_view", "span", "optional", "cstdint"))
CATALOG = "#include <refcatalog/catalog.hpp>\n"
# All writers except format.hpp, which includes streams and <format>.
WRITERS = ("bibtex", "csl_json", "json", "markdown", "render", "ris")

# With g++ 11, the usual headers cost 3 % less than with g++ 12; the library costs the same.
MOST_OF_USUAL = {"g++-11": 1.304}
MOST_OF_USUAL_OTHERWISE = 1.30
MOST_OF_USUAL_FOR_ONE_TOOL = 1.19
MOST_OF_CATALOG = 1.05

ONE_TOOL = {
    "catalog.toml": {
        "title": "A tool",
        "part": [{"title": "Tools"}],
        "category": [{"id": "services", "title": "Services", "kind": "tool"}],
    },
    "tools.toml": {"tool": [{"key": "tool", "category": "services", "name": "Tool", "purpose": "A purpose"}]},
    "reading_order.toml": {},
}


def instructions(code: str, *include: Path) -> int:
    """The instructions that the compiler proper executes for a source. The directories come ahead of the library's."""
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory, "source.cpp")
        source.write_text(code, encoding="utf-8")
        directories = [f"-I{path}" for path in (*include, INCLUDE)]
        command = [*COMPILER, "-std=c++20", "-O2", "-fsyntax-only", *directories, "-###", source]
        # With -### the driver prints the commands that it would run, each on a line that begins with a space.
        proper = [line for line in run(*command).stderr.splitlines() if line.startswith(" ")][-1]
        counted = run("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *shlex.split(proper)).stderr
    return int(re.search(r"Collected : (\d+)", counted)[1])


class IncludeCost(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as directory, ThreadPoolExecutor(2) as pool:
            include = Path(directory, "include")
            write(Path(directory, "data"), ONE_TOOL)
            generate("--data", Path(directory, "data"), "--output", include / "refcatalog" / "generated")
            codes = {"usual": USUAL, "catalog": CATALOG}
            codes |= {name: f"{CATALOG}#include <refcatalog/{name}.hpp>\n" for name in WRITERS}
            of_one_tool = pool.submit(instructions, CATALOG, include)
            cls.cost = dict(zip(codes, pool.map(instructions, codes.values())))
            cls.cost["catalog of one tool"] = of_one_tool.result()

    def assert_costs(self, name: str, most: float, other: str) -> None:
        ratio = self.cost[name] / self.cost[other]
        print(f"{name}: {self.cost[name] / 1e6:.1f} M instructions, {ratio:.3f} of {other}")
        self.assertLessEqual(ratio, most)

    def test_the_catalogue_costs_little_more_than_the_usual_headers(self):
        most = MOST_OF_USUAL.get(Path(COMPILER[0]).name, MOST_OF_USUAL_OTHERWISE)
        self.assert_costs("catalog", most, "usual")

    def test_a_catalogue_of_one_tool_costs_less(self):
        self.assert_costs("catalog of one tool", MOST_OF_USUAL_FOR_ONE_TOOL, "usual")

    def test_a_writer_costs_little_more_than_the_catalogue(self):
        for name in WRITERS:
            with self.subTest(name):
                self.assert_costs(name, MOST_OF_CATALOG, "catalog")


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    need("valgrind")
    if "__clang__" in output_of(*COMPILER, "-dM", "-E", "-x", "c++", "/dev/null"):
        skip("the bounds apply to g++ only")
    unittest.main(argv=sys.argv[:1])
