"""The whole library as a directory of headers."""

import shutil

from tests.support.catalogues import small_catalogue
from tests.support.generator import CommandLineTest
from tests.support.running import ROOT


class Library(CommandLineTest):
    def test_no_headers_beside_the_generator(self):
        self.write(small_catalogue())
        shutil.copytree(ROOT / "codegen", self.work / "alone" / "codegen", ignore=shutil.ignore_patterns("__pycache__"))
        for option in "--library", "--single-header":
            lines = self.assert_fails("--data", self.data, option, self.work / "new", cwd=self.work / "alone")
            reason = "has no headers; the library is made of those beside codegen"
            self.assertEqual(lines, [f"{self.work}/alone/include: {reason}"])
