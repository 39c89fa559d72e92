"""Checks the output of write_json: python3 -m tests.json.check PART COMPILER [FLAG...]

The checks use the library's own catalogue, and that of tests/every_field, which uses every feature. PART `data`
compares every field with the TOML, in both directions. PART `schema` validates the output against schema.json with ajv,
and exits with 77 if node or the npm package ajv is missing."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

from codegen import csl
from tests.json.expected import Catalogue, read_document
from tests.support.node import mistakes_in, need_packages
from tests.support.running import INCLUDE, ROOT, WARNINGS, generate, output_of

HERE = ROOT / "tests" / "json"
DATA = {"own": ROOT / "data", "every_field": ROOT / "tests" / "every_field" / "data"}
SCHEMA = HERE / "schema.json"


class JsonTest(unittest.TestCase):
    """Builds a program for each catalogue once for all tests."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        directory = tempfile.TemporaryDirectory(prefix="json-")
        cls.addClassCleanup(directory.cleanup)
        cls.programs = {}
        for name, data in DATA.items():
            include = Path(directory.name, name)
            generate("--data", data, "--output", include / "refcatalog" / "generated")
            cls.programs[name] = include / "write"
            includes = [f"-I{include}", f"-I{INCLUDE}"]
            output_of(*COMPILER, "-std=c++20", *WARNINGS, *includes, HERE / "write.cpp", "-o", cls.programs[name])

    def written(self, name: str, what: str) -> str:
        return output_of(self.programs[name], what)

    def documents(self) -> list[dict]:
        return [read_document(self.written(name, "catalogue")) for name in DATA]


class Data(JsonTest):
    def test_the_catalogue_matches_the_data(self):
        for name, data in DATA.items():
            found, expected = read_document(self.written(name, "catalogue")), Catalogue(data).document()
            self.assertEqual(list(found), list(expected))
            self.assertEqual(len(found["records"]), len(expected["records"]))
            for member in expected:
                pair = found[member], expected[member]
                for left, right in zip(*pair) if member == "records" else [pair]:
                    # As text, so that the order of the members counts.
                    self.assertEqual(json.dumps(left, ensure_ascii=False), json.dumps(right, ensure_ascii=False))

    def test_separate_records_match_those_of_the_catalogue(self):
        for name in DATA:
            records = read_document(self.written(name, "catalogue"))["records"]
            *each, last = self.written(name, "each").split("\x1e")
            self.assertEqual(([read_document(text) for text in each], last), (records, ""))
            self.assertEqual(read_document(self.written(name, "records")), records)

    def test_the_data_contain_every_kind_of_value(self):
        """The data include values that accessors return for missing ones too: 0, false and active."""
        document = read_document(self.written("every_field", "catalogue"))
        values = [(name, value) for record in document["records"] for name, value in record.items()]
        for given in ("pages", 0), ("withdrawn", False), ("withdrawn", True), ("status", "active"):
            self.assertTrue(any(given == pair and type(given[1]) is type(pair[1]) for pair in values), given)
        languages = {tuple(value) for name, value in values if name in ("scope", "subject")}
        self.assertLessEqual({("en",), ("en", "ja", "zh-Hans"), ("zh-Hans",)}, languages)


# Changes that make the output invalid: the place and the wrong value.
WRONG = [
    (("title",), "A title"),
    (("title",), {}),
    (("colour",), "red"),
    (("facts_as_of",), "2026"),
    (("languages",), []),
    (("parts", 0, "id"), "a"),
    (("categories", 0, "part"), -1),
    (("categories", 0, "kind"), "A Kind"),
    (("records", 0, "key"), "two words"),
    (("records", 0, "status"), "lost"),
    (("records", 0, "tags"), []),
    (("records", 0, "url"), "https://a b"),
    (("records", 0, "links"), [{"label": {"en": "PDF"}}]),
    (("records", 0, "correction"), [{"cell": "title", "fact": "None"}]),
    (("records", 0, "own_field"), 1.5),
    (("records", 0, "own_field"), ""),
    (("records", 0, "own_field"), {"not a tag": "x"}),
    (("records", 0, "citation"), {"type": "book"}),
    (("records", 0, "citation"), {"type": "tome", "title": "T"}),
    (("records", 0, "citation"), {"type": "book", "title": "T", "year": "2020"}),
    (("records", 0, "citation"), {"type": "book", "title": "T", "issued": "2020-13"}),
    (("records", 0, "citation"), {"type": "book", "title": "T", "author": ["Jane Doe"]}),
    (("records", 0, "citation"), {"type": "book", "title": "T", "author": [{"given": "Jane"}]}),
    (("reading_order", 0, "steps", 0, "number"), 0),
    (("reading_order", 0, "steps", 0, "entries"), []),
]


class Schema(JsonTest):
    def test_the_output_is_valid(self):
        self.assertEqual(mistakes_in(self.documents(), SCHEMA), [[] for _ in DATA])

    def test_wrong_values_are_invalid(self):
        wrong = []
        for (*path, last), value in WRONG:
            document = self.documents()[0]
            place = document
            for step in path:
                place = place[step]
            place[last] = value
            wrong.append(document)
        errors = mistakes_in(wrong, SCHEMA)
        self.assertEqual([change for change, found in zip(WRONG, errors, strict=True) if not found], [])

    def test_the_schema_has_every_type_and_variable_of_csl(self):
        citation = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]["citation"]["properties"]
        self.assertEqual(citation["type"]["enum"], [*csl.TYPES])
        self.assertEqual(list(citation), ["type", *csl.VARIABLES, "arxiv"])


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    if PART == "schema":
        need_packages("ajv@8")
    unittest.main(argv=[sys.argv[0], {"data": "Data", "schema": "Schema"}[PART]])
