"""Adds a paper to the catalogue, as the README says: check_contribution.py COMPILER [FLAG...]

In a copy of the project, edit the data, run the generator, run the tests that say what the catalogue holds. None of them
may know how many papers there are, or where in its table another one stands."""

import shlex
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

from checking import output_of

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("CMakeLists.txt", "README.md", "codegen", "data", "include", "tests")
TARGETS = ("unit_tests", "freestanding_use", "reading_order", "appendix")
TESTS = "^(unit|static|no_exceptions_no_rtti|examples|generated_headers_are_current)$"

# In the first category, so that the number of every other paper changes; and in the midst of the years.
PAPER = """
[[paper]]
key = "a-new-paper"
category = "transformer_basics"
title = "A New Paper"
short_title = "New"
authors = "Lovelace et al."
year = 2020
summary = "Something new"
contribution.ko = "새로운 기여"
contribution.en = "A new contribution"
url = "https://arxiv.org/abs/2001.99999"

[paper.citation]
type = "preprint"
authors = ["Ada Lovelace", "Someone Else"]
arxiv = "2001.99999"
"""


class Contribution(unittest.TestCase):
    def test_a_paper_is_added(self):
        with tempfile.TemporaryDirectory() as directory:
            project, build = Path(directory, "project"), Path(directory, "build")
            project.mkdir()
            for part in PARTS:
                copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
                copy(ROOT / part, project / part)
            with (project / "data/papers.toml").open("a", encoding="utf-8") as papers:
                papers.write(PAPER)
            output_of(sys.executable, "-m", "codegen", cwd=project)
            output_of("cmake", "-S", project, "-B", build, f"-DCMAKE_CXX_COMPILER={COMPILER}",
                f"-DCMAKE_CXX_FLAGS={shlex.join(FLAGS)}", f"-DPython3_EXECUTABLE={sys.executable}")
            output_of("cmake", "--build", build, "--target", *TARGETS, "--parallel", "2")
            said = output_of("ctest", "--test-dir", build, "--output-on-failure", "--tests-regex", TESTS)
            self.assertIn("100% tests passed, 0 tests failed out of 5", said)
            self.assertIn("| 8 | **A New Paper** | Lovelace et al. | 2020 |", output_of(build / "tests/appendix"))


if __name__ == "__main__":
    COMPILER, *FLAGS = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
