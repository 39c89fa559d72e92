"""The whole library as one header. tests/single_header compiles it."""

import re
import unittest

from codegen.library import read_headers
from codegen.single_header import single_header
from codegen.writer import SINGLE_HEADER_MARKER
from tests.support.generator import headers_in
from tests.support.running import INCLUDE

GENERATED = headers_in(INCLUDE / "refcatalog" / "generated")


class SingleHeader(unittest.TestCase):
    def setUp(self):
        self.text = single_header(GENERATED, INCLUDE).decode("ascii")

    def test_the_header_is_marked(self):
        self.assertTrue(self.text.startswith(SINGLE_HEADER_MARKER.decode()))

    def test_only_standard_headers_are_included(self):
        included = re.findall(r"#\s*include (.*)", self.text)
        self.assertIn("<string_view>", included)
        self.assertEqual([name for name in included if not re.match(r"<[a-z_]+>", name)], [])

    def test_each_standard_header_is_included_unconditionally_at_most_once(self):
        depth, included = 0, []
        for line in self.text.split("\n"):
            depth += line.startswith("#if") - line.startswith("#endif")
            if line.startswith("#include") and depth == 1:  # only the guard of the single header is around it
                included.append(line)
        self.assertEqual(len(included), len(set(included)))

    def test_streams_are_included_only_on_request(self):
        before, on_request = self.text.split("\n#if defined(REFCATALOG_FORMAT)")
        for name in "ostream", "format", "string":
            self.assertNotIn(f"#include <{name}>", before)
            self.assertIn(f"#include <{name}>", on_request)
        self.assertNotIn("#include <string_view>", on_request)

    def test_every_generated_header_occurs_once(self):
        structs = [name for text in GENERATED.values() for name in re.findall(rb"^struct (\w+) \{", text, re.MULTILINE)]
        self.assertGreater(len(structs), 14)
        for name in map(bytes.decode, structs):
            with self.subTest(name):
                self.assertEqual(len(re.findall(rf"^struct {name} \{{", self.text, re.MULTILINE)), 1)

    def test_everything_is_in_the_inline_namespace(self):
        namespaces = set(re.findall(r"^namespace (refcatalog\S*(?: \w+)?)", self.text, re.MULTILINE))
        self.assertEqual(len(namespaces), 1, namespaces)
        self.assertRegex(namespaces.pop(), r"\Arefcatalog::inline catalog_[0-9a-f]{8}(::\w+)?\Z")

    def test_files_for_the_module_are_left_out(self):
        self.assertNotRegex(self.text, r"(?m)^using refcatalog::|exports\.inc|refcatalog\.cppm")

    def test_comments_do_not_refer_to_other_headers(self):
        self.assertIn("IWYU pragma: private", "".join(read_headers(GENERATED, INCLUDE).values()))
        self.assertNotIn("IWYU pragma: private", self.text)
