"""codegen/importers/outline.py: parts and categories from headings."""

import unittest

from codegen.importers.keys import LONGEST_HEADING
from codegen.importers.mapping import Mapping
from codegen.importers.model import Document, Report
from codegen.importers.outline import Outline, numbers_in
from codegen.schema import MOST_CATEGORIES
from tests.support.imported_rows import RowsTest, needs_pandoc


class Categories(RowsTest):
    def test_numbers(self):
        paths = [("C.1 A", "C.1.1 B"), ("A guide", "3 ways"), ("D x", "2.1 y"), ("2 z",), ("v1.2 w",)]
        expected = {"C.1 A": ("C.1", "A"), "C.1.1 B": ("C.1.1", "B"), "2.1 y": ("2.1", "y"), "2 z": ("2", "z")}
        self.assertEqual(numbers_in(paths), expected)

    def test_counted_headings(self):
        paths = [("1. A", "1) B"), ("1. A", "2) C"), ("3. D", "5) B"), ("4. E",)]
        expected = {"1. A": "1", "3. D": "3", "4. E": "4", "1) B": "1", "2) C": "2", "5) B": "5"}
        self.assertEqual({text: number for text, (number, _) in numbers_in(paths).items()}, expected)
        for others in [], [("B",)], [("1. B",)], [("2001. B",)]:
            self.assertEqual(numbers_in([("1. A",), *others]), {}, others)

    def headings(self, paths: list[tuple[str, ...]], room: int = 10, has_title: bool = True) -> list[tuple[str, ...]]:
        """The headings kept of each path if `room` more categories fit."""
        document = Document("d", "en", categories=[{"id": str(number)} for number in range(MOST_CATEGORIES - room)])
        report = Report()
        outline = Outline(document, paths, Mapping(), report, "f", has_title)
        self.said = [line.removeprefix("f: ") for line in report.lines()]
        return [outline.headings_of(path) for path in paths]

    def test_the_title_of_the_file_is_above_numbered_parts(self):
        titled = [("T", "1. A"), ("T", "2. B", "C")]
        self.assertEqual(self.headings(titled), [("1. A",), ("2. B", "C")])
        self.assertEqual(self.headings(titled, has_title=False), titled)
        for paths in (
            [("T",), *titled],  # a row directly under it
            [("U", "1. A"), ("T", "2. B")],
            [("T", "1.1 A"), ("T", "B")],
            [("1. T", "1.1 A"), ("1. T", "1.2 B")],
        ):
            self.assertEqual((self.headings(paths), self.said), (paths, []))

    def test_only_as_many_headings_as_there_is_room_for_categories(self):
        paths = [("A", "B", "D"), ("A", "B", "E"), ("A", "C"), ("F",)]
        self.assertEqual((self.headings(paths, 4), self.said), (paths, []))
        for room, depth in (3, 2), (2, 1), (1, 1):
            self.assertEqual(self.headings(paths, room), [path[:depth] for path in paths])
            what = f"headings below level {depth}: is lost: more than {room} categories would be needed"
            self.assertEqual(self.said, [what])
        paths = [("T", "1. A", "B"), ("T", "1. A", "C"), ("T", "2. D")]
        self.assertEqual(self.headings(paths, 2), [("1. A",), ("1. A",), ("2. D",)])
        self.assertEqual((self.headings(paths, 3)[0], len(self.said)), (("1. A", "B"), 1))

    @needs_pandoc
    def test_counters_of_headings_are_numbers(self):
        parts, categories, said = self.outline("# 1. A+\n## B\n# 2. C\n# 3. D+\n## B")
        self.assertEqual((parts, said), (["1 A", "2 C", "3 D"], []))
        expected = [("b", "", "B", "1 A"), ("c", "2", "C", "2 C"), ("b_2", "", "B", "3 D")]
        self.assertEqual(categories, expected)

    @needs_pandoc
    def test_headings_that_are_too_long(self):
        word = "x" * 66_000
        catalogue, said = self.imported("list.md", f"# {word}\n\n| {word} |\n|---|\n| a |\n")
        shown = f"heading '{'x' * 75}...: is lost: everything after its first {LONGEST_HEADING} characters"
        self.assertEqual(said, [shown, f"table 1: {shown}"])
        self.assertEqual(len(catalogue.categories[0].title[0]), LONGEST_HEADING)
        _, said = self.imported("list.csv", f"Subject,{word}\na,b\n")
        self.assertEqual(said, [shown])

    def outline(self, headings: str, mapping: str = "") -> tuple[list[str], list[tuple[str, ...]], list[str]]:
        """The parts, categories and messages of an outline; a "+" at the end of a heading leaves out its table."""
        table = "| Name |\n|---|\n| x |\n"
        lines = headings.split("\n")
        text = "\n".join(f"{line[:-1]}\n" if line.endswith("+") else f"{line}\n\n{table}" for line in lines)
        catalogue, said = self.imported("list.md", text, mapping)
        parts = [" ".join(filter(None, [part.number, part.title[0]])) for part in catalogue.parts]
        categories = [(row.id, row.number, row.title[0], parts[row.part]) for row in catalogue.categories]
        return parts, categories, [line for line in said if ": key: " not in line]

    @needs_pandoc
    def test_the_deepest_heading_gives_the_category_and_the_topmost_the_part(self):
        parts, categories, said = self.outline("# A+\n## B\n### C+\n#### D\n# \uac00\n# class")
        self.assertEqual(parts, ["A", "\uac00", "class"])
        expected = [
            ("b", "", "B", "A"),
            ("b_c_d", "", "B / C / D", "A"),
            ("category_3", "", "\uac00", "\uac00"),
            ("category_class", "", "class", "class"),
        ]
        self.assertEqual((categories, said), (expected, []))

    @needs_pandoc
    def test_numbers_distinguish_parts_from_the_title(self):
        parts, categories, said = self.outline("# Whole+\n## 1 A+\n### 1.1 B\n### 1.2 C\n## 2 D\n### 2.1 B")
        self.assertEqual(parts, ["1 A", "2 D"])
        expected = [("b", "1.1", "B"), ("c", "1.2", "C"), ("d", "2", "D"), ("b_2", "2.1", "B")]
        self.assertEqual([category[:3] for category in categories], expected)
        what = "it is the heading of the whole file; the title is the file's name"
        self.assertEqual(said, [f"heading 'Whole': title: is lost: {what}"])

    @needs_pandoc
    def test_a_number_that_is_already_used_stays_in_the_title(self):
        parts, categories, said = self.outline("# 1.1 P+\n## 1.1 A\n# 1.1 Q+\n## 1.1 B\n## C")
        self.assertEqual((parts, said), (["1.1 P", "1.1 Q"], []))
        numbers = [(number, title) for _, number, title, _ in categories]
        self.assertEqual(numbers, [("1.1", "A"), ("", "1.1 B"), ("", "C")])

    @needs_pandoc
    def test_a_mapping_gives_ids(self):
        mapping = '[categories]\n"B" = "bees"\n"2.1 C" = "sea"\n"D" = "dee"\n'
        _, categories, said = self.outline("# 1 A+\n## 1.1 B\n# 2 X+\n## 2.1 C\n## 2.2 B", mapping)
        self.assertEqual([category[0] for category in categories], ["bees", "sea", "bees_2"])
        what = "matches no heading above a row or an item of the files"
        self.assertEqual(said, [f"{self.work}/mapping.toml: 'D': {what}"])

    @needs_pandoc
    def test_more_headings_than_categories(self):
        text = "".join(f"# A{number // 10}\n\n## B{number}\n\n- [x](https://x.org)\n\n" for number in range(300))
        catalogue, said = self.imported("list.md", text)
        self.assertEqual((len(catalogue.categories), len(catalogue.entries)), (30, 300))
        self.assertEqual(said[0], "headings below level 1: is lost: more than 255 categories would be needed")


if __name__ == "__main__":
    unittest.main()
