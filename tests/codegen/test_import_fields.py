"""codegen/importers/fields.py: types of fields, and values, from cells."""

import datetime
import unittest

from codegen.checks import Wrong
from codegen.importers.fields import holds_only_links, is_lone_link, is_lone_url, rest_of, type_of, value_of
from codegen.importers.model import Cell


def type_of_texts(*texts: str, name: str = "") -> str:
    return type_of(map(Cell, texts), name)


class Types(unittest.TestCase):
    def test_the_cells_determine_the_type(self):
        expected = {
            "integer": ["1", "-20", ""],
            "year": ["1999", "2024"],
            "date": ["2024-05-03", "2024-05"],
            "flag": ["\u2713", "True", "false", ""],
            "url": ["https://a.org", "ftp://b.org/c"],
            "prose": ["a", "b\nc"],
            "text": ["007", "1,000", "2024-13", "2020", "2021"],
        }
        self.assertEqual({type_of_texts(*texts): texts for texts in expected.values()}, expected)
        self.assertEqual(type_of_texts("2024-05-03", "2024"), "date")
        for text in "", "007", "0999", "+5", "12345678901", "9999999999", "yes", "2024-02-30":
            self.assertEqual(type_of_texts(text), "text", text)

    def test_numbers_in_the_range_of_recent_years_are_years(self):
        expected = {"1799": "integer", "1800": "year", "2100": "year", "2101": "integer"}
        self.assertEqual({text: type_of_texts(text) for text in expected}, expected)

    def test_years_with_mistakes_among_them(self):
        self.assertEqual(type_of_texts("1999", "2001", "2002.0", "c. 2003"), "year")
        self.assertEqual(type_of_texts("1", "9999", name="year"), "year")
        for cells in ["1999", "c. 2003", "2001"], ["1999", "2000", "2001", "7", "12.0"], ["1.0", "2.0"]:
            self.assertEqual(type_of_texts(*cells), "text", cells)
        self.assertEqual(type_of_texts("1999", "2000", "2001", "7"), "integer")


class Values(unittest.TestCase):
    def test_values(self):
        expected = [
            ("integer", "-20", -20),
            ("year", "2002.0", 2002),
            ("date", "2024-05-03", datetime.date(2024, 5, 3)),
            ("date", "2024-05", "2024-05"),
            ("flag", "\u2713", True),
            ("flag", "\u2714", True),
            ("flag", "true", True),
            ("flag", "False", False),
            ("tags", "a, b; a", ["a", "b"]),
            ("tags", "a, b\nc", ["a, b", "c"]),
            ("text", "a\nb", "a b"),
            ("prose", "a\nb", "a\nb"),
            ("localized", "a\nb", "a b"),
        ]
        for type, text, value in expected:
            self.assertEqual(value_of(Cell(text), type), value, (type, text))
        self.assertEqual(value_of(Cell("a", [("a", "https://a.org")]), "url"), "https://a.org")

    def test_values_that_a_field_cannot_keep(self):
        numbers = [("integer", "c. 5"), ("integer", "2002.0"), ("year", "0")]
        for type, text in *numbers, ("flag", "yes"), ("url", "a"), ("date", "May"), ("tags", ";"):
            with self.assertRaises(Wrong, msg=type):
                value_of(Cell(text), type)


class Links(unittest.TestCase):
    def test_cells_of_links(self):
        link = ("a", "https://a.org")
        cells = [Cell("a", [link]), Cell("a, a", [link, link]), Cell("see a", [link]), Cell("https://a.org"), Cell("a")]
        cells.append(Cell("a, a", [link]))
        self.assertEqual(list(map(is_lone_link, cells)), [True, False, False, False, False, False])
        self.assertEqual(list(map(holds_only_links, cells)), [True, True, False, False, False, False])
        self.assertEqual(list(map(is_lone_url, cells)), [False, False, False, True, False, False])
        rests = ["", "", "see ", "https://a.org", "a", ", a"]
        self.assertEqual(list(map(rest_of, cells)), rests)


if __name__ == "__main__":
    unittest.main()
