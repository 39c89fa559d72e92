"""Mutants of the hand-written headers, and the tests that ought to notice them."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.mutants import workshop
from tests.mutants.mutant import Mutant, files
from tests.mutants.workshop import Test
from tests.support.running import ROOT, output_of

LIBRARY = ROOT / "include/refcatalog"
# Checks that run after the unit tests, and the programs that they compile.
CHECKS = {
    "every_field reads_back": "every_field/use.cpp",
    "hostile texts": "hostile/use.cpp",
    "hostile cmark-gfm": "hostile/use.cpp",
    "json data": "json/write.cpp",
    "search sentences": "search/sentences.cpp",
    "search folding": "search/use.cpp",
    "search queries": "search/use.cpp",
    "search pages": "search/use.cpp",
    "nearest_key own_keys": "search/use.cpp",
    "formatting values": "formatting/values.cpp",
}
CATALOG = LIBRARY / "catalog.hpp"
HEADERS = sorted(LIBRARY.rglob("*.hpp"))
INCLUDERS = {
    header: [
        each for each in HEADERS
        if f"#include <refcatalog/{header.relative_to(LIBRARY)}>" in each.read_text(encoding="utf-8")
    ]
    for header in HEADERS
}
# Programs that together use everything; the first two instantiate every template.
INSTANTIATED = ("freestanding/use.cpp", "machines/write.cpp")
PROGRAMS = (*INSTANTIATED, "no_exceptions/use.cpp", "bench/use_everything.cpp")
# Only Catch2 3 has this header; its library also has a main function.
CATCH2_3 = Path("/usr/include/catch2/catch_test_macros.hpp")

FOLDER = "include"


def mutants() -> list[Mutant]:
    from tests.mutants.cpp import mutants_of  # needs libclang

    return mutants_of(ROOT, files(LIBRARY, "*.hpp", "detail/*.hpp"))


class Workshop(workshop.Workshop):
    def __init__(self, there: Path, compiler: list[str]):
        super().__init__(there)
        self.compile = [*compiler, "-std=c++20", f"-I{there}", f"-I{self.root}/include", f"-I{self.root}/tests"]
        version = re.search(r'version = "(.*)"', (LIBRARY / "version.hpp").read_text(encoding="utf-8"))[1]
        self.compile.append(f'-DCMAKE_VERSION_OF_REFCATALOG="{version}"')
        self.compiler = compiler
        self.tests_of = self.root / "tests"
        self.there = there
        self.has_compiled = False
        self.original: list[list[bytes]] = []
        # g++ finds a compiled header in place of the header itself.
        (there / "support").mkdir()
        catch = self.tests_of / "support/catch.hpp"
        output_of(*self.compile, "-x", "c++-header", catch, "-o", there / "support/catch.hpp.gch")
        self.catch_main = ["-lCatch2Main", "-lCatch2"]
        if not CATCH2_3.exists():
            self.catch_main = [there / "catch_main.o"]
            output_of(*self.compile, "-c", self.tests_of / "support/catch_main.cpp", "-o", *self.catch_main)
        programs = {self.tests_of / program for program in CHECKS.values()}
        self.included = {program: {*output_of(*self.compile, "-MM", program).split()} for program in programs}

    def objects_with(self, *flags: str) -> list[bytes]:
        """The objects of the programs that compile."""
        made = self.there / "made.o"
        compiled = (self.passes(*self.compile, *flags, "-c", self.tests_of / name, "-o", made) for name in PROGRAMS)
        return [made.read_bytes() for passed in compiled if passed]

    def passes_unit_test(self, source: Path) -> bool:
        program = self.there / "unit"
        self.has_compiled = self.passes(*self.compile, source, *self.catch_main, "-o", program)
        return self.has_compiled and self.passes(program, seconds=10)

    def unit_tests(self, header: Path) -> list[Path]:
        """The tests of the header, of the public headers that include it, directly or through internal ones, and of
        catalog.hpp if that includes one of them."""
        tests = [self.tests_of / f"unit/{header.relative_to(LIBRARY)}"]
        reached = [header]
        for each in reached:
            if each == header or each.parent != LIBRARY:
                reached += [includer for includer in INCLUDERS[each] if includer not in reached]
        reached += {CATALOG for each in reached if CATALOG in INCLUDERS[each]}
        tests += [self.tests_of / f"unit/{each.name}" for each in reached if each.parent == LIBRARY]
        return [test for each in dict.fromkeys(tests) if (test := each.with_suffix(".cpp")).exists()]

    def tests(self, mutant: Mutant) -> Iterator[Test]:
        self.has_compiled = False
        path = str(self.root / mutant.file)
        for source in self.unit_tests(ROOT / mutant.file):
            yield f"unit:{source.stem}", lambda: self.passes_unit_test(source)
        checked = [*self.compile, "-fsyntax-only", self.tests_of / "content/static_checks.cpp"]
        yield "content:static_checks", lambda: self.passes(*checked)
        for check, program in CHECKS.items():
            folder, part = check.split()
            command = ("-m", f"tests.{folder}.check", part, *self.compiler)
            if path in self.included[self.tests_of / program]:
                yield check, lambda: self.python(*command)

    def compiles(self) -> bool:
        checked = ((*self.compile, "-fsyntax-only", self.tests_of / program) for program in INSTANTIATED)
        return self.has_compiled or all(self.passes(*command) for command in checked)

    def is_same(self, mutant: Mutant) -> bool:
        flags = ("-O0",), ("-O2", "-fkeep-inline-functions")
        mutated = [self.objects_with(*each) for each in flags]
        if not self.original:
            (self.root / mutant.file).write_bytes(mutant.source)
            self.original = [self.objects_with(*each) for each in flags]
        # If nothing instantiates a template, no object differs, and a person has to look at the mutant.
        return mutated[0] != self.original[0] and mutated[1] == self.original[1]
