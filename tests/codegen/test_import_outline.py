"""codegen/importers/outline.py: parts and categories from headings."""

import shutil
import unittest

from codegen.importers.outline import numbers_in
from tests.support.imported_rows import RowsTest

ABSENT = "needs pandoc (Debian: pandoc)"


class Categories(RowsTest):
    def test_numbers(self):
        paths = [("C.1 A", "C.1.1 B"), ("A guide", "3 ways"), ("D x", "2.1 y"), ("2 z",), ("v1.2 w",)]
        expected = {"C.1 A": "C.1", "C.1.1 B": "C.1.1", "2.1 y": "2.1", "2 z": "2"}
        self.assertEqual(numbers_in(paths), expected)

    def outline(self, headings: str, mapping: str = "") -> tuple[list[str], list[tuple[str, ...]], list[str]]:
        """Parts and categories of tables under these headings, with their numbers."""
        text = "".join(f"{line}\n\n| Name |\n|---|\n| x |\n\n" if not line.endswith("+") else f"{line[:-1]}\n\n" for line in headings.split("\n"))
        catalogue, said = self.imported("list.md", text, mapping)
        parts = [" ".join(filter(None, [part.number, part.title[0]])) for part in catalogue.parts]
        categories = [(row.id, row.number, row.title[0], parts[row.part]) for row in catalogue.categories]
        return parts, categories, [line for line in said if ": key: " not in line]

    @unittest.skipUnless(shutil.which("pandoc"), ABSENT)
    def test_the_deepest_heading_is_the_category_and_the_topmost_its_part(self):
        parts, categories, said = self.outline("# A+\n## B\n### C+\n#### D\n# \uac00\n# class")
        self.assertEqual(parts, ["A", "\uac00", "class"])
        expected = [
            ("b", "", "B", "A"),
            ("b_c_d", "", "B / C / D", "A"),
            ("category_3", "", "\uac00", "\uac00"),
            ("category_class", "", "class", "class"),
        ]
        self.assertEqual((categories, said), (expected, []))

    @unittest.skipUnless(shutil.which("pandoc"), ABSENT)
    def test_numbers_tell_the_parts_from_the_heading_of_the_whole(self):
        parts, categories, said = self.outline("# Whole+\n## 1 A+\n### 1.1 B\n### 1.2 C\n## 2 D\n### 2.1 B")
        self.assertEqual(parts, ["1 A", "2 D"])
        expected = [("b", "1.1", "B"), ("c", "1.2", "C"), ("d", "2", "D"), ("b_2", "2.1", "B")]
        self.assertEqual([category[:3] for category in categories], expected)
        what = "it is the heading of the whole file; the title is the file's name"
        self.assertEqual(said, [f"list: heading 'Whole': title: is lost: {what}"])

    @unittest.skipUnless(shutil.which("pandoc"), ABSENT)
    def test_a_mapping_gives_ids(self):
        mapping = '[categories]\n"B" = "bees"\n"2.1 C" = "sea"\n"D" = "dee"\n'
        _, categories, said = self.outline("# 1 A+\n## 1.1 B\n# 2 X+\n## 2.1 C", mapping)
        self.assertEqual([category[0] for category in categories], ["bees", "sea"])
        self.assertEqual(said, [f"{self.work}/mapping.toml: 'D': stands above no row or item of the files"])

    @unittest.skipUnless(shutil.which("pandoc"), ABSENT)
    def test_more_headings_than_categories(self):
        text = "".join(f"# A{number // 10}\n\n## B{number}\n\n- [x](https://x.org)\n\n" for number in range(300))
        catalogue, said = self.imported("list.md", text)
        self.assertEqual((len(catalogue.categories), len(catalogue.entries)), (30, 300))
        self.assertEqual(said[0], "list: headings below the 1. level: is lost: more than 255 categories would be needed")


if __name__ == "__main__":
    unittest.main()
