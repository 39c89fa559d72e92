"""The catalogue as read: its rows, and the entries in the order of the categories."""

import unittest

from codegen.catalogue import PartialDate, Place, Row
from codegen.reader import read_catalogue
from tests.support.catalogues import changed, small_catalogue
from tests.support.generator import CodegenTest


class Rows(unittest.TestCase):
    row = Row(Place("papers.toml", "paper 1"), {"title": "", "name": None, "year": 2019, "author": "Someone"})

    def test_fields_are_attributes(self):
        self.assertEqual((self.row.year, self.row.name, self.row.place.file), (2019, None, "papers.toml"))

    def test_unknown_field(self):
        with self.assertRaises(AttributeError):
            self.row.colour

    def test_first_given_field(self):
        self.assertEqual(self.row.first("title", "name", "author", "year"), "Someone")
        self.assertEqual(self.row.first("title", "name"), None)
        self.assertEqual(self.row.first(), None)


class PartialDates(unittest.TestCase):
    def test_dates_from_text(self):
        dates = {"2024-05-03": (2024, 5, 3), "2024-05": (2024, 5, 0), "2024": (2024, 0, 0), "0001-01-01": (1, 1, 1)}
        for text, date in dates.items():
            self.assertEqual(PartialDate.from_text(text), PartialDate(*date))
        for text in ("", "2024-", "2024-13", "2024-02-30", "0000", "20240503", "2024-05-03\n"):
            self.assertIsNone(PartialDate.from_text(text))

    def test_order(self):
        dates = [PartialDate(2023, 12, 31), PartialDate(2024), PartialDate(2024, 1), PartialDate(2024, 1, 1)]
        self.assertEqual(sorted(reversed(dates)), dates)


class Entries(CodegenTest):
    def test_entries_are_in_the_order_of_the_categories(self):
        papers = small_catalogue()["papers.toml"]["paper"]
        self.write(changed(("papers.toml", "paper", papers[2:] + papers[:2])))
        keys = [entry.key for entry in read_catalogue(self.data).entries]
        papers = ["paper-one", "paper-two", "paper-three", "paper-four"]
        self.assertEqual(keys, [*papers, "repo", "data", "course", "blog", "post", "forum", "book", "tool"])

    def test_the_order_of_the_kinds_does_not_matter(self):
        sections = small_catalogue()["catalog.toml"]["category"]
        forums = next(section for section in sections if section["id"] == "forums")
        others = [section for section in sections if section is not forums]
        between = [others[0], {**forums, "number": "C.1.3"}, *others[1:]]
        self.write(changed(("catalog.toml", "category", between)))
        keys = [entry.key for entry in read_catalogue(self.data).entries]
        self.assertEqual(keys[:5], ["paper-one", "paper-two", "forum", "paper-three", "paper-four"])
