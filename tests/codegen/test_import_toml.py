"""TOML as a person would write it; Python reads back the same values."""

import datetime
import random
import tempfile
import tomllib
import unittest
from pathlib import Path

from codegen.importers import toml
from codegen.importers.model import Document

LONG = "word " * 60 + "end"


def written(*records: dict) -> str:
    document = Document("A list", "en", records={"item": [*records]}, plurals={"item": "items"})
    with tempfile.TemporaryDirectory() as directory:
        toml.write(document, Path(directory))
        return Path(directory, "items.toml").read_text(encoding="utf-8")


class Values(unittest.TestCase):
    maxDiff = None

    def assert_written(self, value: object, text: str) -> None:
        self.assertEqual(written({"x": value}), f"[[item]]\nx = {text}\n")
        self.assertEqual(tomllib.loads(f"x = {text}"), {"x": value})

    def test_texts(self):
        self.assert_written("Łukasz's", '"Łukasz\'s"')
        self.assert_written(r"\TeX", r"'\TeX'")
        self.assert_written('a "b"', "'a \"b\"'")
        self.assert_written("a \"b\" 'c' \\d", "'''a \"b\" 'c' \\d'''")
        self.assert_written("a \"b\" 'c'", '"a \\"b\\" \'c\'"')
        self.assert_written("\\'", '"\\\\\'"')
        self.assert_written("\x7f", '"\\u007f"')

    def test_other_values(self):
        self.assert_written(2024, "2024")
        self.assert_written(True, "true")
        self.assert_written(datetime.date(2024, 5, 3), "2024-05-03")
        self.assert_written(["a", {"family": "b", "given": "c"}], '["a", { family = "b", given = "c" }]')

    def test_lines(self):
        self.assert_written("a\n\nb", '"""\na\n\nb"""')
        self.assert_written("a\n\\b", "'''\na\n\\b'''")

    def test_a_long_line_is_folded(self):
        text = written({"x": LONG})
        self.assertLessEqual(max(map(len, text.splitlines())), 120)
        self.assertEqual(tomllib.loads(text)["item"][0]["x"], LONG)
        self.assertEqual(text.count("\\\n"), 2)

    def test_a_long_list_is_filled(self):
        names = ["Jane Doe"] * 30
        text = written({"x": names})
        self.assertLessEqual(max(map(len, text.splitlines())), 120)
        self.assertEqual(text.count("\n"), 7)
        self.assertEqual(tomllib.loads(text)["item"][0]["x"], names)

    def test_any_text_reads_back(self):
        pick = random.Random(1)
        pieces = ['"', "'", '"""', "'''", "\\", "\n", "\t", " ", "  ", "a", "word ", "한", "\x01", "\\n", LONG]
        texts = ["".join(pick.choices(pieces, k=pick.randint(1, 12))) for _ in range(3000)]
        records = [{"x": value} for text in texts for value in (text, [text], [{"literal": text}])]
        self.assertEqual(tomllib.loads(written(*records))["item"], records)


class Tables(unittest.TestCase):
    def test_a_record(self):
        record = {"key": "a", "title": {"en": "A", "zh-Hans": "B"}, "citation": {"issued": {"literal": "May"}}}
        own = '[[item]]\nkey = "a"\ntitle.en = "A"\ntitle.zh-Hans = "B"\n'
        self.assertEqual(written(record), f'{own}\n[item.citation]\nissued = {{ literal = "May" }}\n')

    def test_several_parts_have_ids(self):
        category = {"id": "a", "title": "A", "part": 1, "kind": "item"}
        document = Document("A list", "ko", ["en"], parts=["A", "한글"], categories=[category])
        with tempfile.TemporaryDirectory() as directory:
            toml.write(document, Path(directory))
            catalog = tomllib.loads(Path(directory, "catalog.toml").read_text(encoding="utf-8"))
        self.assertEqual(catalog["part"], [{"id": "a", "title": "A"}, {"id": "part_2", "title": "한글"}])
        self.assertEqual(catalog["category"], [category | {"part": "part_2"}])
        self.assertEqual(catalog["languages"], ["ko", "en"])
