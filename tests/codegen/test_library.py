"""The whole library as a directory of headers. tests/own_catalog uses it in a program."""

import re
import shutil
import unittest

from codegen.library import IDENTITY, checksum, library, read_headers
from codegen.writer import LIBRARY_MARKER
from tests.support.catalogues import small_catalogue
from tests.support.generator import CommandLineTest, headers_in
from tests.support.running import INCLUDE, ROOT

GENERATED = headers_in(INCLUDE / "refcatalog" / "generated")


class Library(unittest.TestCase):
    def setUp(self):
        self.files = library(GENERATED, INCLUDE)

    def test_it_has_every_header(self):
        names = {path.relative_to(INCLUDE).as_posix() for path in INCLUDE.rglob("*.hpp")}
        self.assertEqual(self.files.keys(), names | {IDENTITY})
        # Only the module includes it, and this form of the library lacks the module.
        self.assertIn("exports.inc", GENERATED)

    def test_every_header_is_marked_and_first_includes_the_identity_of_its_catalogue(self):
        for name, text in self.files.items():
            with self.subTest(name):
                self.assertTrue(text.startswith(LIBRARY_MARKER + f"from {name}. Do not edit.\n".encode()))
                first = re.search(rb"^#\s*include <(.*)>", text, re.MULTILINE)
                self.assertEqual(first and first[1].decode(), None if name == IDENTITY else IDENTITY)

    def test_all_headers_are_in_one_inline_namespace(self):
        text = b"".join(self.files.values()).decode("ascii")
        opened = set(re.findall(r"^namespace refcatalog\b(?:::inline (\w+))?", text, re.MULTILINE))
        self.assertEqual(opened, {f"catalog_{checksum(read_headers(GENERATED, INCLUDE))}"})

    def test_different_data_give_a_different_namespace(self):
        tools = GENERATED["tools.hpp"]
        headers = [read_headers({**GENERATED, "tools.hpp": text}, INCLUDE) for text in (tools, tools + b"\n", tools)]
        first, other, again = map(checksum, headers)
        self.assertEqual((first == other, first == again), (False, True))
        self.assertRegex(first, r"\A[0-9a-f]{8}\Z")

    def test_generated_headers_replace_existing_ones(self):
        headers = read_headers({"tools.hpp": b"other\n"}, INCLUDE)
        generated = {name: text for name, text in headers.items() if "/generated/" in name}
        self.assertEqual(generated, {"refcatalog/generated/tools.hpp": "other\n"})


class WithoutHeaders(CommandLineTest):
    def test_missing_headers_beside_the_generator(self):
        self.write(small_catalogue())
        shutil.copytree(ROOT / "codegen", self.work / "alone" / "codegen", ignore=shutil.ignore_patterns("__pycache__"))
        (self.work / "alone" / "data").mkdir()
        shutil.copy(ROOT / "data" / "kinds.toml", self.work / "alone" / "data")
        for option in "--library", "--single-header":
            lines = self.assert_fails("--data", self.data, option, self.work / "new", cwd=self.work / "alone")
            reason = "has no headers; the library needs those beside codegen"
            self.assertEqual(lines, [f"{self.work}/alone/include: {reason}"])
