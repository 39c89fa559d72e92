"""codegen/importers/listings.py: tables and lists under their headings, and the meaning of each column."""

import unittest

from codegen.importers.keys import LONGEST_HEADING
from codegen.importers.listings import Listing, Target, alternatives_of, is_language, listings_of, merged
from codegen.importers.mapping import Mapping
from codegen.importers.model import Cell, Row
from codegen.kinds_reader import STANDARD_DIRECTORY, read_kinds
from codegen.source import Source
from tests.support.imported_rows import RowsTest, needs_pandoc


def row(headings: tuple[str, ...], **cells: str) -> Row:
    return Row("", list(headings), {name: Cell(text) for name, text in cells.items()})


class Columns(unittest.TestCase):
    def test_fields_of_headings(self):
        mapping = Mapping(columns={"\uc81c\ubaa9": ["title.ko", "name"]})
        expected = {
            "Short title": [Target("short_title")],
            "#": [Target("number")],
            "\uc81c\ubaa9": [Target("title", "ko"), Target("name")],
            "\ub9c1\ud06c": [Target("")],
            "Status": [Target("")],  # the state of the link, only if the mapping says so
            "Node.js": [Target("node_js")],
            "title.ko": [Target("title", "ko")],
            "text.en": [Target("text_en")],
        }
        columns = ("title", "title.ko", "text.en")
        self.assertEqual({heading: alternatives_of(heading, columns, mapping) for heading in expected}, expected)

    def test_languages(self):
        self.assertEqual([is_language(tag) for tag in ("ko", "zh-Hans", "k", "")], [True, True, False, False])

    def test_the_columns_determine_the_kind(self):
        kinds = read_kinds(Source(STANDARD_DIRECTORY))
        (listing,) = listings_of([row((), Title="a", Link="b", Authors="c")], Mapping(), "list")
        self.assertEqual([name for name, kind in kinds.items() if listing.fit(kind)][0], next(iter(kinds)))
        self.assertEqual(listing.targets["Link"], Target("link"))
        self.assertTrue(self.fits("title", "title.ko", "tags", "link_label"))
        for columns in (
            ("link",),  # lacks a title
            ("title", "Title"),
            ("title", "surprise"),
            ("title", "link", "link.ko"),  # a link has no language
            ("title", "surprise", "surprise.ko"),
        ):
            self.assertFalse(self.fits(*columns), columns)

    def fits(self, *columns: str) -> bool:
        """Whether any standard kind has fields for these columns."""
        (listing,) = listings_of([row((), **dict.fromkeys(columns, "x"))], Mapping(), "list")
        return any(map(listing.fit, read_kinds(Source(STANDARD_DIRECTORY)).values()))


class Listings(RowsTest):
    def test_rows_by_headings_and_columns(self):
        rows = [row(("A",), x="1"), row(("A",), y="2"), row(("A",), x="3"), row((), x="4")]
        found = [(listing.path, listing.columns, len(listing.rows)) for listing in listings_of(rows, Mapping(), "list")]
        self.assertEqual(found, [(("A",), ("x",), 2), (("A",), ("y",), 1), (("list",), ("x",), 1)])

    def test_similar_listings_become_one(self):
        listings = [Listing(("A", name), ("x",), [row((), x=name)]) for name in "BC"]
        (one,) = merged(listings, lambda path: path[:1])
        self.assertEqual((one.path, [each.cells["x"].text for each in one.rows]), (("A",), ["B", "C"]))

    def test_a_column_with_many_values_does_not_give_categories(self):
        rows = [row((), category=str(number), x="1") for number in range(201)]
        self.assertEqual(len(listings_of(rows, Mapping(), "list")), 1)
        self.assertEqual(len(listings_of(rows[1:], Mapping(), "list")), 200)

    def test_only_rows_without_headings_take_them_from_columns(self):
        def paths(*rows: Row, mapping: Mapping = Mapping()) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
            return [(listing.path, listing.columns) for listing in listings_of(list(rows), mapping, "list")]

        one = row((), category="A", title="1")
        both = paths(row(("H",), category="B", title="2"), one)
        self.assertEqual(both, [(("H",), ("category", "title")), (("list", "A"), ("title",))])
        self.assertEqual(paths(row((), part="P", title="1")), [(("P",), ("title",))])
        self.assertEqual(paths(one, row((), title="2")), [(("list",), ("category", "title")), (("list",), ("title",))])
        self.assertEqual(paths(row((), Category="A", category="B", x="1")), [(("list", "A"), ("category", "x"))])
        mapped = paths(row((), Group="A", x="1"), mapping=Mapping(columns={"Group": ["category"]}))
        self.assertEqual(mapped, [(("list", "A"), ("x",))])
        for size, path in (LONGEST_HEADING, ("list", "x" * LONGEST_HEADING)), (LONGEST_HEADING + 1, ("list",)):
            self.assertEqual(paths(row((), category="x" * size, x="1"))[0][0], path)

    def test_columns_used_as_headings(self):
        text = "part,category,title\nP,A,a\nP,B,b\nQ,A,c\nP,A,d\n"
        catalogue, _ = self.imported("list.csv", text)
        parts = [part.title[0] for part in catalogue.parts]
        titles = [(parts[category.part], category.title[0], category.id) for category in catalogue.categories]
        self.assertEqual(titles, [("P", "A", "a"), ("P", "B", "b"), ("Q", "A", "a_2")])
        self.assertEqual([record.key for record in catalogue.entries], ["a", "d", "b", "c"])

    def test_categories_without_a_part_share_one(self):
        catalogue, said = self.imported("list.csv", "category,title\n1.1 A,a\n,b\n1.2 B,c\n")
        self.assertEqual([part.title[0] for part in catalogue.parts], ["list"])
        categories = [(row.number, row.title[0], row.part) for row in catalogue.categories]
        self.assertEqual((categories, said), ([("1.1", "A", 0), ("", "list", 0), ("1.2", "B", 0)], []))
        catalogue, _ = self.imported("list.csv", "part,category,title\nP,,a\n,A,b\n,,c\n")
        parts = [part.title[0] for part in catalogue.parts]
        categories = [(parts[row.part], row.title[0]) for row in catalogue.categories]
        self.assertEqual(categories, [("P", "P"), ("list", "A"), ("list", "list")])

    def test_a_column_of_prose_does_not_give_categories(self):
        text = "x" * (LONGEST_HEADING + 1)
        self.imported("list.csv", f"category,title\n{text},a\n")
        self.assertEqual(self.records("list_items.toml")[0]["category_text"], text)

    @needs_pandoc
    def test_a_table_and_a_list_under_one_heading_are_two_categories(self):
        text = "# A\n\n- [x](https://x.org)\n\n| Name |\n|---|\n| y |\n\n- [z](https://z.org) - text\n"
        catalogue, _ = self.imported("list.md", text)
        self.assertEqual([(row.id, row.title[0]) for row in catalogue.categories], [("a", "A"), ("a_2", "A")])
        self.assertEqual([record.key for record in catalogue.entries], ["x", "z", "y"])


if __name__ == "__main__":
    unittest.main()
