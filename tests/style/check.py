"""Lets another program look at the code itself: python3 -m tests.style.check clang-tidy|include-what-you-use

clang-tidy looks for what .clang-tidy asks for. include-what-you-use must send users of the library to its public
headers, as the pragmas of the internal ones say."""

import sys
import tempfile
import unittest
from pathlib import Path

from tests.support.running import INCLUDE, ROOT, need, output_of, run

TESTS = ROOT / "tests"
SOURCES = [TESTS / "no_exceptions/use.cpp", TESTS / "content/static_checks.cpp", *sorted((TESTS / "examples").glob("*.cpp"))]
FLAGS = ["-std=c++20", f"-I{INCLUDE}"]


class ClangTidy(unittest.TestCase):
    def test_every_header_and_example(self):
        output_of("clang-tidy", "--quiet", *SOURCES, "--", *FLAGS)


class IncludeWhatYouUse(unittest.TestCase):
    def test_users_are_sent_to_public_headers(self):
        # Names what only internal headers declare, and includes none of ours but the umbrella.
        user = "#include <refcatalog/catalog.hpp>\nusing namespace refcatalog;\n" \
            "int main() { return papers_between(2017, 2018).begin()->title().empty() + int{categories[0].size() == 1}; }\n"
        with tempfile.TemporaryDirectory() as directory:
            source = Path(directory, "user.cpp")
            source.write_text(user, encoding="utf-8")
            # It always fails, with 2 where all is well.
            said = run("include-what-you-use", *FLAGS, source, status=None).stderr
        self.assertIn("user.cpp", said)
        self.assertNotIn("detail/", said)
        self.assertNotIn("generated/", said)


if __name__ == "__main__":
    PROGRAM = sys.argv[1]
    need(PROGRAM)
    unittest.main(argv=[sys.argv[0], {"clang-tidy": "ClangTidy", "include-what-you-use": "IncludeWhatYouUse"}[PROGRAM]])
