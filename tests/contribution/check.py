"""Adds to the catalogue, as the README says: python3 -m tests.contribution.check COMPILER [FLAG...]

In a copy of the project, edit the data, run the generator, run the tests that say what the catalogue holds. None of them
may know how many records there are, or where in its table another one stands."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

from tests.support.running import ROOT, configure, output_of

PARTS = ("CMakeLists.txt", "README.md", "codegen", "data", "include", "tests")
TARGETS = ("unit_tests", "content_tests", "no_exceptions", "reading_order", "appendix", "site")
TESTS = "^(unit:.*|content.*|no_exceptions|examples|readme:snippets|site:html|codegen:check)$"

# In the first category, so that the number of nearly every paper changes; before, among and after the years of the others.
PAPERS = "".join(
    f"""
[[paper]]
key = "a-paper-of-{year}"
category = "transformer_basics"
title = "A Paper of {year}"
short_title = "New"
authors = "Lovelace et al."
year = {year}
summary = "Something new"
contribution.ko = "새로운 기여"
contribution.en = "A new contribution"
url = "https://arxiv.org/abs/{year - 2000}01.99999"

[paper.citation]
type = "preprint"
authors = ["Ada Lovelace", "Someone Else"]
arxiv = "{year - 2000}01.99999"
"""
    for year in (2016, 2021, 2026)
)
TOOL = """
[[tool]]
key = "a-new-tool"
category = "tools_and_services"
name = "A New Tool"
purpose.ko = "새로운 도구"
purpose.en = "Something new"
"""


class Contribution(unittest.TestCase):
    def test_papers_and_a_tool_are_added(self):
        with tempfile.TemporaryDirectory() as directory:
            project, build = Path(directory, "project"), Path(directory, "build")
            project.mkdir()
            for part in PARTS:
                copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
                copy(ROOT / part, project / part)
            for file, records in (("papers", PAPERS), ("tools", TOOL)):
                with (project / "data" / f"{file}.toml").open("a", encoding="utf-8") as data:
                    data.write(records)
            output_of(sys.executable, "-m", "codegen", cwd=project)
            configure(project, build, COMPILER, f"-DPython3_EXECUTABLE={sys.executable}")
            output_of("cmake", "--build", build, "--target", *TARGETS, "--parallel", "2")
            said = output_of("ctest", "--test-dir", build, "--output-on-failure", "--tests-regex", TESTS)
            self.assertRegex(said, "100% tests passed, 0 tests failed out of [2-9][0-9]")
            appendix = output_of(build / "tests/appendix")
            for year in 2016, 2021, 2026:
                self.assertRegex(appendix, rf"\n\| \d+ \| \*\*A Paper of {year}\*\* \| Lovelace et al\. \| {year} \| ")


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
