"""codegen/importers/rows.py: kinds, keys and categories from rows."""

import datetime
import unittest

from tests.support.imported_rows import RowsTest


class Kinds(RowsTest):
    def kind_of(self, heading: str, mapping: str = "") -> str:
        cells = ",".join("x" for _ in heading.split(","))
        catalogue, _ = self.imported("my list.csv", f"{heading}\n{cells}\n", mapping)
        return next(iter(catalogue.kinds))

    def test_the_first_standard_kind_with_all_columns_is_used(self):
        expected = {
            "Title": "paper",
            "title,URL": "paper",
            "#,Title,Authors,Summary,Tags": "paper",
            "Name,Link,Description": "repository",
            "Title,Provider": "course",
            "Name,Purpose": "tool",
            "Short title,Title,Contribution": "paper",
            "Title,Price": "my_list",
            "Description,Link": "my_list",
        }
        self.assertEqual({heading: self.kind_of(heading) for heading in expected}, expected)

    def test_a_mapping_names_the_fields(self):
        mapping = '"Titel" = "title"\n"Wer" = ["authors", "instructors"]\n"Wo" = "provider"\n'
        self.assertEqual(self.kind_of("Titel,Wer", mapping.replace('"Wo" = "provider"\n', "")), "paper")
        self.assertEqual(self.kind_of("Titel,Wer,Wo", mapping), "course")

    def test_a_mapping_of_two_columns_to_one_field(self):
        self.put("mapping.toml", '"Wer" = "authors"\n"Von" = ["authors"]\n')
        path = self.put("list.csv", "Title,Wer,Von\nx,y,z\n")
        status, lines = self.run_import(path, "--mapping", self.work / "mapping.toml")
        what = f"{self.work}/mapping.toml: 'Von': authors is already the field of another column"
        self.assertEqual((status, lines, self.data.exists()), (1, [what], False))

    def test_a_mapping_names_the_kind_of_a_heading(self):
        self.assertEqual(self.kind_of("Name,Description", '[kinds]\n"my list" = "dataset"\n'), "dataset")
        reasons = {"video": "'video' is not a standard kind", "paper": "its columns are not fields of the paper"}
        for kind, why in reasons.items():
            self.data = self.work / kind
            self.put("mapping.toml", f'[kinds]\n"list" = "{kind}"\n')
            status, lines = self.run_import(self.put("list.csv", "Name\nx\n"), "--mapping", self.work / "mapping.toml")
            self.assertEqual(status, 1)
            self.assertIn(why, lines[0])

    def test_years_with_mistakes_among_them(self):
        text = "Subject,When\nA,1999\nB,2001\nC,2002.0\nD,c. 2003\nE,\n"
        _, said = self.imported("list.csv", text)
        self.assertEqual(self.tables_of("kinds.toml")["kind"][0]["date"], "when")
        years = [record.get("when") for record in self.records("list_items.toml")]
        self.assertEqual(years, [1999, 2001, 2002, None, None])
        self.assertEqual(said, ["line 5: When: is lost: 'c. 2003' is not a whole number"])

    def test_a_new_kind_keeps_every_cell(self):
        text = "Subject,Homepage,Since,Checked,Free,Notes\n"
        text += "A,https://a.org,1999,2024-05-03,true,\"x\ny\"\nB,,2001,2024-05,,z\n"
        catalogue, said = self.imported("standards.csv", text)
        self.assertEqual(said, [])
        (kind,) = self.tables_of("kinds.toml")["kind"]
        types = {field["name"]: field["type"] for field in kind["field"]}
        self.assertEqual((kind["name"], kind["plural"], kind["title"]), ("standard", "standards", "subject"))
        expected = {"subject": "text", "since": "year", "checked": "date", "free": "flag", "notes": "prose"}
        self.assertEqual(types, expected)
        first, second = self.records("standards.toml")
        values = {"subject": "A", "since": 1999, "checked": datetime.date(2024, 5, 3), "free": True, "notes": "x\ny"}
        self.assertEqual(first, {"key": "a", "category": "standards", "url": "https://a.org"} | values)
        values = {"subject": "B", "since": 2001, "checked": "2024-05", "notes": "z"}
        self.assertEqual(second, {"key": "b", "category": "standards"} | values)
        headings = ["Subject", "Homepage", "Since", "Checked", "Free", "Notes"]
        self.assertEqual([heading for _, (heading,) in catalogue.categories[0].columns], headings)

    def test_any_file_name_gives_a_kind(self):
        for name in "s", "ss", "ies", "news", "-":
            catalogue, said = self.imported(f"{name}.csv", "Subject,Price\nx,y\n")
            self.assertEqual((len(catalogue.entries), said), (1, []), name)

    def test_the_only_year_or_date_is_the_date(self):
        expected = {"Publication Year": "publication_year", "\uc5f0\ub3c4": "column_2", "Year,Checked": "year"}
        for heading, date in (expected | {"Seen,Checked": None}).items():
            self.imported("list.csv", f"Subject,{heading}\nx,2001{',2002' * heading.count(',')}\n")
            self.assertEqual(self.tables_of("kinds.toml")["kind"][0].get("date"), date, heading)


class Keys(RowsTest):
    def test_keys(self):
        text = "Name,Description\nA B,x\nA B,y\n\uac00,z\na-b-2,z\n\u00c4 b!,z\n,only this\n"
        _, said = self.imported("list.csv", text)
        keys = [record["key"] for record in self.records("repositories.toml")]
        self.assertEqual(keys, ["a-b", "a-b-2", "record-3", "a-b-2-2", "a-b-3", "record-6"])
        self.assertEqual(sum("another entry has" in line for line in said), 3)
        _, said = self.imported("list.csv", "key,name\nDoe 2001,A\nx,B\nx,C\n")
        keys = [record["key"] for record in self.records("repositories.toml")]
        self.assertEqual((keys, len(said)), (["Doe-2001", "x", "x-2"], 2))

    def test_a_key_differs_from_the_aliases_of_other_files(self):
        files = [self.put("a.csv", "key,name,aliases\na,A,b\n"), self.put("b.csv", "name\nB\n")]
        status, lines = self.run_import(*files)
        self.assertEqual((status, lines), (0, ["b.csv: line 2: key: becomes b-2; another entry has b"]))


if __name__ == "__main__":
    unittest.main()
