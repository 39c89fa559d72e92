"""Names and values in messages: on one line, short, in visible characters."""

import unittest
from datetime import date, time

from codegen.messages import printable, quoted, short, shown


class Messages(unittest.TestCase):
    def test_printable_names_are_shown_unchanged(self):
        self.assertEqual(printable("data/papers.toml: it's \"x\""), "data/papers.toml: it's \"x\"")

    def test_names_in_all_languages_are_shown_unchanged(self):
        self.assertEqual(printable("목록.csv: line 2: 제목, 𝔸, é"), "목록.csv: line 2: 제목, 𝔸, é")

    def test_invisible_characters_are_escaped(self):
        self.assertEqual(printable("two\nlines, \x1b[1m, \u202e\u2028"), r"two\nlines, \x1b[1m, \u202e\u2028")
        self.assertEqual(printable("no UTF-8: \udcff"), r"no UTF-8: \udcff")

    def test_names_from_the_data(self):
        for name, bare in {"제목 é": "제목 é", "two\nlines": r"two\nlines", "\u202e\xa0": r"\u202e\xa0"}.items():
            with self.subTest(name=name):
                self.assertEqual((short(name), quoted(name)), (bare, f"'{bare}'"))
        self.assertEqual((short(""), quoted("")), ('""', "''"))

    def test_values_are_shown_as_in_toml(self):
        values = {
            'a "text" \\': r'"a \"text\" \\"',
            "제목 é 𝔸\n": r'"제목 é 𝔸\u000a"',
            "\u202e\U000e0001": r'"\u202e\U000e0001"',
            ("제목",): "('제목',)",
            1.5: "1.5",
            date(2019, 1, 1): "2019-01-01",
            time(12): "12:00:00",
        }
        for value, text in values.items():
            with self.subTest(value=value):
                self.assertEqual(shown(value), text)
        self.assertEqual((shown(True), shown(False)), ("true", "false"))

    def test_long_values_are_shortened(self):
        for show in (short, quoted, shown):
            for name in ("x" * 10_000, "제" * 10_000, '"' * 10_000):
                text = show(name)
                self.assertEqual((len(text), text[-4:-3] != ".", text[-3:]), (79, True, "..."))
        self.assertEqual(short("x" * 80), "x" * 80)

    def test_values_too_large_to_show(self):
        self.assertEqual(shown(1 << 100_000), "a int too large to show")
