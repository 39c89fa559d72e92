"""codegen/importers/mapping.py: the contents of a mapping, and its mistakes."""

import unittest
from pathlib import Path

from codegen.importers.mapping import Mapping, read_mapping
from codegen.importers.model import ImportFailure, Report
from tests.support.imported_rows import RowsTest


class Mappings(RowsTest):
    def read(self, text: str) -> Mapping:
        return read_mapping(Path(self.put("mapping.toml", text)))

    def test_fields_ids_and_kinds(self):
        mapping = self.read('a = "title"\nb = ["by", "name.ko"]\n[categories]\nc = "sea"\n[kinds]\nc = "tool"\n')
        self.assertEqual([mapping.fields_of(heading) for heading in "abc"], [["title"], ["by", "name.ko"], None])
        self.assertEqual((mapping.id_of("b", "c"), mapping.id_of("a")), ("sea", None))
        self.assertEqual((mapping.kind_of("b", "c"), mapping.kind_of("a")), ("tool", None))

    def test_a_column_may_have_the_name_of_a_table_of_the_mapping(self):
        mapping = self.read('categories = "tags"\nkinds = "name"\n')
        self.assertEqual((mapping.fields_of("categories"), mapping.fields_of("kinds")), (["tags"], ["name"]))

    def test_headings_that_no_file_has(self):
        mapping = self.read('a = "title"\nb = "by"\n[categories]\na = "x"\nc = "y"\n[kinds]\na = "tool"\nd = "tool"\n')
        mapping.fields_of("a")
        mapping.id_of("a")
        mapping.kind_of("d")
        report = Report()
        mapping.report_unused(report)
        place = f"{self.work}/mapping.toml"
        above = "heading above a row or an item"
        missing = [("b", "column"), ("c", above), ("a", above)]
        expected = [f"{place}: '{heading}': matches no {what} of the files" for heading, what in missing]
        self.assertEqual(report.lines(), expected)

    def test_mistakes(self):
        expected = {
            "a = ": "is not valid TOML",
            "a = 7": "'a': must be a text, not 7",
            "a = []": "'a': names no field",
            'a = "B"': "'a': \"B\" is not a name",
            'a = "b.!"': "'a': \"!\" is not a language tag",
            '[categories]\na = "b"\nc = "b"': "categories: 'b' is the id of more than one heading",
            '[categories]\na = "class"': "categories: 'a': \"class\" is a C++ keyword",
            "[kinds]\na = 7": "kinds: 'a': must be a text",
        }
        for text, reason in expected.items():
            with self.assertRaises(ImportFailure) as failure:
                read_mapping(Path(self.put("mapping.toml", text)))
            self.assertIn(f"mapping.toml: {reason}", str(failure.exception))
        with self.assertRaises(ImportFailure):
            read_mapping(self.work / "absent.toml")


if __name__ == "__main__":
    unittest.main()
