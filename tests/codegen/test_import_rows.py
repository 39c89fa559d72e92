"""codegen/importers/rows.py and row_records.py: kinds and records from rows."""

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


class Records(RowsTest):
    def test_keys(self):
        text = "Name,Description\nA B,x\nA B,y\n\uac00,z\na-b-2,z\n\u00c4 b!,z\n,only this\n"
        _, said = self.imported("list.csv", text)
        keys = [record["key"] for record in self.records("repositories.toml")]
        self.assertEqual(keys, ["a-b", "a-b-2", "record-3", "a-b-2-2", "a-b-3", "record-6"])
        self.assertEqual(sum("another entry has" in line for line in said), 3)
        _, said = self.imported("list.csv", "key,name\nDoe 2001,A\nx,B\nx,C\n")
        keys = [record["key"] for record in self.records("repositories.toml")]
        self.assertEqual((keys, len(said)), (["Doe-2001", "x", "x-2"], 2))

    def test_aliases(self):
        text = 'key,name,aliases\na,A,"one, b {x}; a"\nb,B,one\nc,C,"two\none"\n'
        _, said = self.imported("list.csv", text)
        aliases = [record.get("aliases") for record in self.records("repositories.toml")]
        self.assertEqual(aliases, [["one", "b--x-"], None, ["two"]])
        lost = "aliases: is lost: \"{}\" is already a key or an alias"
        places = {"line 2": "a", "line 3": "one", "line 4": "one"}
        self.assertEqual(said, [f"{place}: {lost.format(alias)}" for place, alias in places.items()])

    def test_a_key_differs_from_the_aliases_of_other_files(self):
        files = [self.put("a.csv", "key,name,aliases\na,A,b\n"), self.put("b.csv", "name\nB\n")]
        status, lines = self.run_import(*files)
        self.assertEqual((status, lines), (0, ["b.csv: line 2: key: becomes b-2; another entry has b"]))

    def test_links(self):
        text = "Name,Link\nA,[a](https://a.org)\nB,https://b.org\nC,Press\n"
        text += "D,\"[d](https://d.org), [e](https://e.org)\"\n"
        text += "E,docs/e.md\nF,[f](docs/f.md)\nG,[g](https://g.org) or [h](https://h.org)\n[H](https://h.org),\n"
        _, said = self.imported("list.csv", text)
        records = self.records("repositories.toml")
        found = {each["key"]: tuple(map(each.get, ("url", "link_label", "links"))) for each in records}
        expected = {
            "a": ("https://a.org", "a", None),
            "b": ("https://b.org", None, None),
            "c": (None, "Press", None),
            "d": ("https://d.org", "d", [{"label": "e", "url": "https://e.org"}]),
            "e": (None, "docs/e.md", None),
            "f": (None, "f", None),
            "g": ("https://g.org", "g", [{"label": "h", "url": "https://h.org"}]),
            "h": (None, None, [{"label": "H", "url": "https://h.org"}]),
        }
        self.assertEqual(found, expected)
        self.assertEqual(len(said), 2)
        self.assertIn("line 7: Link: is lost: \"docs/f.md\" is not a URL", said[0])
        self.assertEqual(said[1], "line 8: Link: is lost: the words 'or' around the links")

    def test_several_addresses_in_a_column_for_the_url(self):
        text = 'Name,Where\nA,"https://a.org https://b.org"\nB,https://c.org\n'
        _, said = self.imported("list.csv", text, 'Where = "url"\n')
        found = [(record["url"], record.get("links")) for record in self.records("repositories.toml")]
        links = [{"label": "https://b.org", "url": "https://b.org"}]
        self.assertEqual((found, said), ([("https://a.org", links), ("https://c.org", None)], []))

    def test_several_addresses_in_a_cell(self):
        for separator in "; ", ";", " ", ", ", ",", "\n", "\n\n", " | ", "\u3001":
            for heading in "Name,URL", "Name,Links", "Subject,\ub9c1\ud06c":
                cell = separator.join(["https://a.org/x", "https://b.org"])
                rows = f'A,"{cell}"\nB,https://c.org\nC,https://d.org\n'
                _, said = self.imported("list.csv", f"{heading}\n{rows}")
                kind = next(file.stem for file in self.data.glob("*.toml") if file.stem not in ("catalog", "kinds"))
                first, second, _ = self.records(f"{kind}.toml")
                links = [{"label": url, "url": url} for url in ("https://a.org/x", "https://b.org")]
                found = first.get("url"), first["links"], second.get("url"), second.get("links")
                expected = (links[0]["url"], links[1:], "https://c.org", None)
                if heading == "Name,Links":
                    expected = (None, links, None, [{"label": "https://c.org", "url": "https://c.org"}])
                self.assertEqual((found, said), (expected, []), (separator, heading))

    def test_words_beside_an_address_become_its_label(self):
        expected = {
            "https://a.org; see B": ("https://a.org", "https://a.org; see B"),
            "see https://a.org.": ("https://a.org", "see https://a.org."),
            "https://a.org/my file": ("https://a.org/my%20file", "https://a.org/my file"),
        }
        for text, values in expected.items():
            _, said = self.imported("list.csv", f"Name,URL\nA,{text}\n")
            (record,) = self.records("repositories.toml")
            self.assertEqual((record["url"], record.get("link_label"), said), (*values, []), text)
        _, said = self.imported("list.csv", "Name,URL\nA,https://a.org/b_(c); or (https://b.org)\n")
        (record,) = self.records("repositories.toml")
        self.assertEqual((record["url"], record["links"][0]["url"]), ("https://a.org/b_(c)", "https://b.org"))
        self.assertEqual(said, ["line 2: URL: is lost: the words '; or ()' around the links"])

    def test_addresses_without_a_scheme_are_named(self):
        for cell in "b.org/x", "b.org", "[NoUrl]()":
            _, said = self.imported("list.csv", f"Name,Link\nA,https://a.org\nB,{cell}\nC,Press\n")
            label = cell.removeprefix("[").removesuffix("]()")
            what = f"line 3: Link: is lost: \"{label}\" is not an absolute URL, and becomes only the label"
            self.assertEqual(said, [what])
            labels = [record.get("link_label") for record in self.records("repositories.toml")]
            self.assertEqual(labels, [None, label, "Press"])

    def test_a_link_has_one_label(self):
        for heading, cells in ("Link label,Link", "A,[B](https://b.org)"), ("Link,URL", "A,[B](https://b.org)"):
            _, said = self.imported("list.csv", f"name,{heading}\nx,{cells}\n")
            (record,) = self.records("repositories.toml")
            self.assertEqual((record["link_label"], record["url"]), ("A", "https://b.org"))
            lost = f"line 2: {heading.split(',')[1]}: is lost: \"B\"; the link has another label"
            self.assertEqual(said, [lost])

    def test_the_links_of_a_key_are_kept(self):
        self.imported("list.csv", "key,name\n[a](https://a.org),x\n")
        self.assertEqual(self.records("repositories.toml")[0]["links"], [{"label": "a", "url": "https://a.org"}])

    def test_the_link_of_a_title_is_the_link_of_the_record(self):
        self.imported("list.csv", "Name,Description\n[A](https://a.org),by [B](https://b.org)\n")
        (record,) = self.records("repositories.toml")
        links = [{"label": "B", "url": "https://b.org"}]
        self.assertEqual(record, {
            "key": "a", "category": "list", "name": "A", "description": "by B", "url": "https://a.org", "links": links,
        })

    def test_labels_of_links_in_the_first_column_are_titles(self):
        self.imported("list.csv", "Library,Text\n[A](https://a.org),x\n[B](https://b.org),y\n")
        records = self.records("list_items.toml")
        expected = {"key": "a", "category": "list", "library": "A", "text": "x", "url": "https://a.org"}
        self.assertEqual(records[0], expected)

    def test_values_that_a_field_cannot_keep_are_named(self):
        text = "#,Title,Year,Tags\n1,A,about 1999,\"b, c\"\n7,B,2001,\n,\"C\u200b\u0000\",,\n"
        _, said = self.imported("list.csv", text)
        self.assertEqual([record.get("year") for record in self.records("papers.toml")], [None, 2001, None])
        self.assertEqual(self.records("papers.toml")[0]["tags"], ["b", "c"])
        expected = [
            "line 2: Year: is lost: 'about 1999' is not a whole number",
            "line 3: #: is lost: '7' is not the position of the record, which is 2",
            "line 4: Title: is lost: the control character U+0000, U+200B; the rest of the text is kept",
        ]
        self.assertEqual(said, expected)

    def test_languages(self):
        text = "title.ko,title.en,Node.js\n\uac00,A,x\n\ub098,,y\n,C,\n"
        catalogue, said = self.imported("list.csv", text)
        self.assertEqual(([language.tag for language in catalogue.languages], said), (["en", "ko"], []))
        titles = [record["title"] for record in self.records("list_items.toml")]
        self.assertEqual(titles, [{"ko": "\uac00", "en": "A"}, {"ko": "\ub098"}, "C"])
        self.assertEqual([record["key"] for record in self.records("list_items.toml")], ["a", "record-2", "c"])
        catalogue, said = self.imported("list.csv", "title,title.en,title.ko,x\nA,B,\uac00,x\nA,A,,x\n")
        titles = [record["title"] for record in self.records("list_items.toml")]
        self.assertEqual(titles, [{"en": "A", "ko": "\uac00"}, "A"])
        self.assertEqual(said[0], "line 2: title.en: is lost: \"B\"; there is another text in the language 'en'")
        mapping = '"\uc81c\ubaa9" = "title.ko"\n"Title" = "title"\n'
        catalogue, _ = self.imported("list.csv", "\uc81c\ubaa9,Title\n\uac00,A\n", mapping, "en")
        columns = self.tables_of("catalog.toml")["category"][0]["columns"]
        self.assertEqual(columns, [{"field": "title", "heading": "\uc81c\ubaa9"}])


if __name__ == "__main__":
    unittest.main()
