"""Changes the code, one place at a time, and runs the tests that ought to notice:
python3 -m tests.mutants.check PART [COMPILER…] [--number N] [--seed N] [--jobs N] [--file FILE…]

PART `headers` changes the hand-written headers, and `generator` the modules of codegen. A survivor is a fault that no
test would find: either a test is missing, or the code is dead. equivalent.toml lists the mutants that behave like the
original, with the reason. A mutant that does not compile, or compiles to the same object, does not count."""

import argparse
import importlib
import queue
import sys
import tempfile
import tomllib
import unittest
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutants.mutant import Mutant, sample
from tests.support.running import need, need_module

EQUIVALENT = Path(__file__).with_name("equivalent.toml")


def identity(mutant: Mutant) -> tuple[str, str, str]:
    return mutant.file, *mutant.lines()


def equivalents() -> set[tuple[str, str, str]]:
    """The listed mutants that behave like the original."""
    listed = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["equivalent"]
    return {(each["file"], each["now"], each["mutant"]) for each in listed if each["why"]}


class Mutants(unittest.TestCase):
    def setUp(self):
        self.mutants = PART.mutants()

    def test_every_listed_equivalent_is_a_mutant(self):
        listed = {each for each in equivalents() if each[0].startswith(PART.FOLDER)}
        self.assertEqual(listed - {identity(mutant) for mutant in self.mutants}, set())

    def verdicts(self, drawn: list[Mutant], there: Path) -> list[str]:
        free = queue.SimpleQueue()
        for number in range(ARGUMENTS.jobs):
            place = there / str(number)
            place.mkdir()
            free.put(PART.Workshop(place, ARGUMENTS.compiler))

        def verdict(mutant: Mutant) -> str:
            workshop = free.get()
            try:
                said = workshop.verdict(mutant)
            finally:
                free.put(workshop)
            if ARGUMENTS.verbose or said == "survived":
                print(f"{said}: {mutant}", flush=True)
            return said

        with ThreadPoolExecutor(ARGUMENTS.jobs) as pool:
            return [*pool.map(verdict, drawn)]

    def test_no_mutant_survives_the_tests(self):
        known = equivalents()
        of_these = [mutant for mutant in self.mutants if not ARGUMENTS.file or mutant.file in ARGUMENTS.file]
        drawn = [each for each in sample(of_these, ARGUMENTS.number, ARGUMENTS.seed) if identity(each) not in known]
        with tempfile.TemporaryDirectory(prefix="mutants-") as there:
            verdicts = self.verdicts(drawn, Path(there))
        counts = Counter(verdict.partition(" ")[0].rstrip(":") for verdict in verdicts)
        print(f"{len(self.mutants)} places; {ARGUMENTS.number} drawn: {dict(counts)}")
        self.assertEqual(counts["survived"], 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("headers", "generator"))
    parser.add_argument("compiler", nargs="*", default=["c++"])
    parser.add_argument("--number", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--file", nargs="+", help="only mutants of these files")
    parser.add_argument("--verbose", action="store_true", help="print each verdict")
    ARGUMENTS = parser.parse_args()
    need("prlimit", "pandoc", "cmark-gfm")
    if ARGUMENTS.part == "headers":
        need_module("clang", "python3-clang-19")
    PART = importlib.import_module(f"tests.mutants.{ARGUMENTS.part}")
    unittest.main(argv=sys.argv[:1])
