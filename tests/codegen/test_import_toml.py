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


def files_of(document: Document) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as directory:
        toml.write(document, Path(directory))
        return {path.name: path.read_text(encoding="utf-8") for path in Path(directory).iterdir()}


def written(*records: dict) -> str:
    return files_of(Document("A list", "en", records={"item": [*records]}, plurals={"item": "items"}))["items.toml"]


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
        self.assert_written("'a\" \\", r'''"'a\" \\"''')
        self.assert_written("a\\'b", r"""'''a\'b'''""")
        self.assert_written("'a\\", r'''"'a\\"''')

    def test_other_values(self):
        self.assert_written(2024, "2024")
        self.assert_written(True, "true")
        self.assert_written(datetime.date(2024, 5, 3), "2024-05-03")
        self.assert_written(["a", {"family": "b", "given": "c"}], '["a", { family = "b", given = "c" }]')

    def test_lines(self):
        self.assert_written("a\n\nb", '"""\na\n\nb"""')
        self.assert_written("a\n\\b", "'''\na\n\\b'''")
        for text, escaped in (
            ("a\n\\b'", "a\n\\\\b'"),
            ("\\\n'''a", "\\\\\n'''a"),
            ("\\\n\x01", "\\\\\n\\u0001"),
            ("a\n\r", "a\n\\r"),
        ):
            self.assert_written(text, f'"""\n{escaped}"""')

    def test_a_long_line_is_folded(self):
        text = written({"x": LONG})
        self.assertLessEqual(max(map(len, text.splitlines())), 120)
        self.assertEqual(tomllib.loads(text)["item"][0]["x"], LONG)
        self.assertEqual(text.count("\\\n"), 2)

    def test_width(self):
        words = "a " + "b" * 112
        self.assert_written(words, f'"{words}"')
        self.assert_written(f"{words}b", f'"""\n{words}b"""')
        self.assert_written("b" * 200, f'"{"b" * 200}"')
        for at, quotes in (107, '"{}"'), (108, '"""\n{}"""'):
            text = quotes.format(words[:at])
            self.assertEqual(written({"title": {"en": words[:at]}}), f"[[item]]\ntitle.en = {text}\n")
        for given, folded in (
            ("b" * 116 + " c " + "d" * 100, "b" * 116 + " c \\\n" + "d" * 100),
            ("b" * 117 + " c " + "d" * 100, "b" * 117 + " \\\nc " + "d" * 100),
            ("b" * 130 + " c d", "b" * 130 + " \\\nc d"),
            ("a " + "b" * 130, "a \\\n" + "b" * 130),
            ("a  " + "b" * 130, "a  " + "b" * 130),
            ("a " + "b" * 118, "a " + "b" * 118),
            ("a " + "b" * 119, "a \\\n" + "b" * 119),
        ):
            self.assert_written(given, f'"""\n{folded}"""')

    def test_width_of_lists(self):
        a, b = "a" * 50, "b" * 58
        self.assert_written([a, b], f'["{a}", "{b}"]')
        self.assert_written([a, b + "b"], f'[\n    "{a}", "{b}b",\n]')
        self.assert_written([a, b + "b", "c"], f'[\n    "{a}", "{b}b",\n    "c",\n]')
        self.assert_written([a, b + "bb", "c"], f'[\n    "{a}",\n    "{b}bb", "c",\n]')
        self.assert_written([{"a": "b"}, "c", a + a + a], f'[\n    {{ a = "b" }},\n    "c",\n    "{a + a + a}",\n]')
        for size, lines in (50, 2), (51, 4):
            self.assertEqual(written({"long_name": [a, "b" * size]}).count("\n"), lines)

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
        catalog = tomllib.loads(files_of(document)["catalog.toml"])
        self.assertEqual(catalog["part"], [{"id": "a", "title": "A"}, {"id": "part_2", "title": "한글"}])
        self.assertEqual(catalog["category"], [category | {"part": "part_2"}])
        self.assertEqual(catalog["languages"], ["ko", "en"])

    def test_all_files(self):
        fields = [{"name": "title", "type": "text"}, {"name": "b", "type": "text"}]
        kinds = [{"name": "item", "doc": "An item.", "field": fields}, {"name": "other", "field": []}]
        document = Document("A list", "en", parts=["A"], kinds=kinds, plurals={"item": "items"})
        document.categories = [{"id": "c", "title": "C", "part": 0, "kind": "item", "columns": ["title"]}]
        document.records = {"item": [{"key": "a"}, {"key": "b"}]}
        catalog = '[[part]]\ntitle = "A"\n\n[[category]]\nid = "c"\ntitle = "C"\nkind = "item"\ncolumns = ["title"]\n'
        kind = '[[kind]]\nname = "item"\ndoc = "An item."\n'
        title, b = (f'[[kind.field]]\nname = "{name}"\ntype = "text"\n' for name in ("title", "b"))
        expected = {
            "catalog.toml": f'title = "A list"\nlanguages = ["en"]\n\n{catalog}',
            "kinds.toml": f'{kind}\n{title}\n{b}\n[[kind]]\nname = "other"\n',
            "items.toml": '[[item]]\nkey = "a"\n\n[[item]]\nkey = "b"\n',
            "reading_order.toml": "",
        }
        self.assertEqual(files_of(document), expected)
        self.assertEqual(files_of(Document("A list", "en")).keys(), {"catalog.toml", "reading_order.toml"})

    def test_numbers_imply_parts(self):
        document = Document("A list", "en", parts=["A", "B", "C", "D"], part_numbers={0: "1", 1: "1.2", 2: "12"})
        for number, part, named in (
            ("1.1", 0, None), ("1.2.3", 1, None), ("1.2.3", 0, "1"), ("12.1", 2, None), ("12.1", 0, "1"),
            ("1", 0, None), (None, 0, "1"), (None, 3, "d"), ("1.1", 3, "d"), ("13", 3, "d"), ("13", 0, "1"),
        ):
            with self.subTest(number=number, part=part):
                document.categories = [{"id": "x", "number": number, "part": part, "title": "X", "kind": "item"}]
                catalog = tomllib.loads(files_of(document)["catalog.toml"])
                parts = [{"number": number, "title": title} for number, title in zip(("1", "1.2", "12"), "ABC")]
                self.assertEqual(catalog["part"], [*parts, {"id": "d", "title": "D"}])
                expected = {"id": "x", "number": number, "part": named, "title": "X", "kind": "item"}
                given = [(name, value) for name, value in expected.items() if value is not None]
                self.assertEqual([*catalog["category"][0].items()], given)
