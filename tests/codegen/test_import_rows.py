"""codegen/importers/rows.py: kinds, keys and categories from rows."""

import datetime
import tomllib
import unittest

from codegen.importers.mapping import Mapping
from codegen.importers.markdown import ITEM
from codegen.importers.model import Cell, Document, Report, Row
from codegen.importers.rows import add_rows
from tests.support.generator import REAL_DATA
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
        kinds = tomllib.loads((REAL_DATA / "kinds.toml").read_text(encoding="utf-8"))["kind"]
        standard = ", ".join(kind["name"] for kind in kinds)
        reasons = {
            "video": f"'video' is not a standard kind; these are {standard}",
            "paper": "its columns are not fields of the paper",
        }
        for kind, why in reasons.items():
            self.data = self.work / kind
            self.put("mapping.toml", f'[kinds]\n"list" = "{kind}"\n')
            status, lines = self.run_import(self.put("list.csv", "Name\nx\n"), "--mapping", self.work / "mapping.toml")
            self.assertEqual((status, lines), (1, [f"{self.work}/mapping.toml: kinds: 'list': {why}"]))

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

    def keys_of(self, *contents: str) -> list[str]:
        return [record["key"] for records in self.document(*contents).records.values() for record in records]

    def test_keys_from_links(self):
        expected = {
            "Link\n[A](https://a.org)\n": ["a"],
            "Name,Link\n,[L](https://l.org)\n": ["record-1"],
            "Name\n[Link](https://a.org)\n": ["link-a-org"],
            "Name\nLink\n": ["link"],
            'Name,Link\n[Link](https://a.org),"[b](https://b.org), [c](https://c.org)"\n': ["link-b-org"],
            "Name,Description\nLink,[b](https://b.org)\n": ["link"],
            "Title,Title.ko,Price\n,B,5\n\uac00,C,5\n": ["b", "c"],
        }
        self.assertEqual({content: self.keys_of(content) for content in expected}, expected)

    def test_keys_of_other_rows(self):
        self.assertEqual(self.keys_of("key,name\nb,A\n,B\n"), ["b", "b-2"])
        self.assertEqual(self.keys_of("key,name\nb,A\n", "key,name\nb,B\n"), ["b", "b-2"])
        self.assertEqual(self.keys_of("name\nA\n", "name\nA\n", "name\nA\n"), ["a", "a-2", "a-3"])

    def test_keys_of_a_bibliography(self):
        report, document = Report(), Document("list", "en")
        document.places = {"x": "a.bib: line 1"}
        document.records = {"reference": [{"key": "x", "aliases": ["y"]}]}
        rows = [Row(f"b.csv: line {at}", [], {"Name": Cell(name)}) for at, name in enumerate("XYZ", 2)]
        add_rows(document, [("b", rows)], Mapping(), report)
        self.assertEqual([record["key"] for record in document.records["repository"]], ["x-2", "y-2", "z"])
        self.assertEqual(report.lines()[0], "b.csv: line 2: key: becomes x-2; another entry has x")
        self.assertEqual(document.places["z"], "b.csv: line 4")


class NewKinds(RowsTest):
    """Kinds before the catalogue is written."""

    def fields_of(self, content: str, mapping: Mapping | None = None) -> dict[str, str]:
        """The types of the fields of the new kind."""
        (kind,) = self.document(content, mapping=mapping).kinds
        self.kind = kind
        return {field["name"]: field["type"] for field in kind["field"]}

    def test_fields_and_their_types(self):
        expected = {
            "#,Subject\n1,a\n2,b\n": {"number": "ordinal", "subject": "text"},
            "#,Subject\n1,a\n3,b\n": {"number": "integer", "subject": "text"},
            "Rank,Subject\n1,a\n2,b\n": {"rank": "integer", "subject": "text"},
            "Subject,A b,A-b\nx,y,z\n": {"subject": "text", "a_b": "text", "a_b_3": "text"},
            "Note\nx\n": {"note": "text"},
            "Link\n[a](https://a.org)\n": {"title": "text"},
        }
        self.assertEqual({content: self.fields_of(content) for content in expected}, expected)
        self.assertEqual(self.kind["field"][0]["doc"], "The label of the link.")

    def test_numbers_of_records(self):
        self.document("#,Title\n1,A\n3,B\n", "#,Title\n3,C\n")
        self.assertEqual(self.said, ["line 3: #: is lost: '3' is not the position of the record, which is 2"])

    def test_the_title_is_a_text(self):
        expected = {
            "Count,Rank\n5,7\n": ("count", {"count": "text", "rank": "integer"}),
            "Count,Label,Note\n5,a,b\n": ("label", {"count": "integer", "label": "text", "note": "text"}),
            "Label,Count,Title\na,5,\"b\nc\"\n": ("title", {"label": "text", "count": "integer", "title": "text"}),
            "Count,Label,Label.ko\n5,a,b\n": ("label", {"count": "integer", "label": "localized"}),
        }
        for content, (title, types) in expected.items():
            self.assertEqual((self.fields_of(content), self.kind["title"]), (types, title), content)

    def test_one_column_of_links_gives_the_link(self):
        a, b = "https://a.org", "https://b.org"
        expected = {
            f"Subject,Link,Docs\nx,{a},{b}\n": {"subject": "text", "docs": "url"},
            f"Subject,Site,Docs\nx,{a},{b}\n": {"subject": "text", "docs": "url"},
            f"Subject,Site\nx,[a]({a})\n": {"subject": "text"},
            f"#,Subject,Text\n1,[x]({a}),y\n": {"number": "ordinal", "subject": "text", "text": "text"},
            f"Where,Subject\n{a},x\n": {"subject": "text"},
            f"Subject,Price,Links\nx,5,[b]({b})\n": {"subject": "text", "price": "integer"},
            f"Price,Name\n5,[x]({a})\n": {"price": "integer", "name": "text"},
            # The column needs a link in more than half of its cells, and nothing but links.
            f"Subject,Site\nx,{a}\ny,Press\n": {"subject": "text", "site": "text"},
            f"Subject,Site\nx,{a}\ny,{b}\nz,Press\n": {"subject": "text"},
            f"Subject,Site\nx,{a}\ny,{b}\nz,see [b]({b})\n": {"subject": "text", "site": "text"},
            f"Subject,Site\nx,{a}\ny,{b}\nz,[a]({a}) [b]({b})\n": {"subject": "text"},
            f"Subject,Site\nx,{a}\ny,\nz,\n": {"subject": "text"},
        }
        self.assertEqual({content: self.fields_of(content) for content in expected}, expected)

    def test_the_heading_above_all_its_rows_names_the_kind(self):
        def kinds_of(*paths: tuple[str, ...]) -> list[tuple[str, str]]:
            rows = [Row("list.md: line 1", list(path), {"Subject": Cell("x"), "Price": Cell("5")}) for path in paths]
            return [(kind["name"], kind["doc"]) for kind in self.document(rows).kinds]

        doc = "A row of a table under \"{}\"."
        self.assertEqual(kinds_of(("1.1 Bees",), ("1.1 Bees", "1.2 A")), [("bee", doc.format("Bees"))])
        self.assertEqual(kinds_of(("A", "Bees", "C"), ("A", "Bees", "D")), [("bee", doc.format("Bees"))])
        self.assertEqual(kinds_of(("Bees",), ("A",)), [("list_item", doc.format("list"))])

    def test_names_of_kinds_differ(self):
        rows = [Row("list.md: line 1", ["A"], {"Subject": Cell("x"), column: Cell("y")}) for column in ("Job", "Place")]
        for files in ["Subject,A\nx,y\n", "Subject,B\nx,y\n"], [rows]:
            first, second = [kind["name"] for kind in self.document(*files).kinds]
            self.assertNotEqual(first, second)

    def test_tables_with_the_same_fields_share_a_kind(self):
        one = "Subject,Price\nx,5\n"
        for other in "Subject,Price,Site\nx,5,https://a.org\n", "subject,PRICE\nz,7\n":
            self.assertEqual(len(self.document(one, other).kinds), 1, other)
        cells = {"\uac00": "5", "\ub098": "five"}
        rows = [Row("list.md: line 1", ["A"], {"Subject": Cell("x"), name: Cell(cells[name])}) for name in cells]
        self.assertEqual(len(self.document(rows).kinds), 2)
        swapped = [Row("list.md: line 1", ["B"], {"Price": Cell("7"), "Subject": Cell("y")})]
        swapped.append(Row("list.md: line 2", ["B"], {"Subject": Cell("x"), "Price": Cell("5")}))
        self.assertEqual(len(self.document(swapped).kinds), 1)

    def test_a_column_of_links_is_one_in_each_table_of_the_kind(self):
        link = Cell("https://a.org", [("https://a.org", "https://a.org")])
        row = {"Subject": Cell("x"), "The site": link}
        swapped = {"The-site": link, "Subject": Cell("y")}
        document = self.document([Row("list.md: line 1", ["A"], each) for each in (row, swapped)])
        (records,) = document.records.values()
        self.assertEqual([record["url"] for record in records], ["https://a.org"] * 2)

    def test_an_address_with_a_space_in_a_column_of_links(self):
        document = self.document("Subject,Site\nx,https://a.org\ny,https://b.org\nz,https://c.org/my file\n")
        last = document.records["list_item"][-1]
        self.assertEqual((last["url"], last["link_label"]), ("https://c.org/my", "https://c.org/my file"))


class Categories(RowsTest):
    def columns(self, content: str, **mapping: str) -> list[dict] | None:
        fields = {column: [field] for column, field in mapping.items()}
        (category,) = self.document(content, mapping=Mapping("mapping.toml", fields)).categories
        return category.get("columns")

    def test_columns(self):
        expected = [{"field": "name", "heading": "Name"}, {"field": "link", "heading": "URL"}]
        self.assertEqual(self.columns("Name,URL,Aliases,Link label\nx,https://a.org,y,z\n"), expected)
        self.assertIsNone(self.columns("A,B\nx,y\n", A="aliases", B="link_label"))

    def test_headings_in_several_languages(self):
        text = "A,B,Price\nx,y,5\n"
        price = {"field": "price", "heading": "Price"}
        expected = [{"field": "title", "ko": "A", "en": "B"}, price]
        self.assertEqual(self.columns(text, A="title.ko", B="title.en"), expected)
        self.assertEqual(self.columns(text, A="title", B="title.en"), [{"field": "title", "heading": "A"}, price])
        text = "title.ko,title.en,Price\nx,y,5\n"
        self.assertEqual(self.columns(text), [{"field": "title", "heading": "title"}, price])

    def test_columns_of_lists_with_links_or_tags(self):
        def list_of(**cells: str) -> Document:
            row = {name: Cell("") for name in ITEM} | {name: Cell(text) for name, text in cells.items()}
            return self.document([Row("list.md: line 1", ["A"], row)])

        document = list_of(title="x", description="y")
        self.assertNotIn("columns", document.categories[0])
        (kind,) = document.kinds
        docs = {field["name"]: field["doc"] for field in kind["field"]}
        self.assertEqual(kind["doc"], "An item of a list under \"A\".")
        self.assertEqual(docs["title"], "The subject of the item.")
        headings = {"title": "Title", "link": "Link", "description": "Description", "tags": "Tags"}
        columns = [{"field": field, "heading": heading} for field, heading in headings.items()]
        self.assertEqual(list_of(title="x", tags="y").categories[0]["columns"], columns)
        self.assertEqual(self.document("title,Price\nx,5\n").kinds[0]["field"][0]["doc"], "The column \"title\".")

    def test_categories_of_a_part_are_together(self):
        document = self.document("part,category,title\nP,A,a\nQ,A,b\nP,B,c\n")
        self.assertEqual([category["id"] for category in document.categories], ["a", "b", "a_2"])

    def test_unused_headings_of_the_mapping(self):
        self.document("Name\nx\n", mapping=Mapping("mapping.toml", {"Titel": ["title"]}))
        self.assertEqual(self.said, ["mapping.toml: 'Titel': matches no column of the files"])

    def test_the_title_of_the_file(self):
        rows = [Row(f"list.md: line {at}", ["Whole", f"{at}. A"], {"Name": Cell("x")}) for at in (1, 2)]
        document = self.document(rows)
        self.assertEqual(document.parts, ["A", "A"])
        self.assertTrue(self.said[0].startswith("list.md: heading 'Whole': title: is lost"), self.said)
        rows.append(Row("list.md: line 3", [], {"Name": Cell("x")}))
        self.assertEqual(self.document(rows).parts[0], "Whole")


if __name__ == "__main__":
    unittest.main()
