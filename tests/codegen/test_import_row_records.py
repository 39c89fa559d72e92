"""codegen/importers/row_records.py: the fields of records from the cells of rows."""

import unittest

from codegen.importers.mapping import Mapping
from codegen.importers.markdown import ITEM
from codegen.importers.model import Cell, Row
from tests.support.imported_rows import RowsTest


class Records(RowsTest):
    def test_aliases(self):
        text = 'key,name,aliases\na,A,"one, b {x}; a"\nb,B,one\nc,C,"two\none"\n'
        _, said = self.imported("list.csv", text)
        aliases = [record.get("aliases") for record in self.records("repositories.toml")]
        self.assertEqual(aliases, [["one", "b--x-"], None, ["two"]])
        lost = "aliases: is lost: \"{}\" is already a key or an alias"
        places = {"line 2": "a", "line 3": "one", "line 4": "one"}
        self.assertEqual(said, [f"{place}: {lost.format(alias)}" for place, alias in places.items()])

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


class Values(RowsTest):
    """Records before the catalogue is written."""

    def records_of(self, content: str, **columns: str) -> list[dict]:
        """The fields of the records, without their keys and categories; `columns` is the mapping."""
        mapping = Mapping("mapping.toml", {column: [field] for column, field in columns.items()})
        (records,) = self.document(content, mapping=mapping).records.values()
        return [{name: value for name, value in each.items() if name not in ("key", "category")} for each in records]

    def test_cells_of_nothing_but_a_link(self):
        found = self.records_of("Name,Link\nA,[](https://a.org)\nB,[](https://a.org) [](https://b.org)\nC,\n")
        links = [{"label": "https://b.org", "url": "https://b.org"}]
        expected = [{"name": "A"}, {"name": "B", "links": links}, {"name": "C"}]
        self.assertEqual(found, [each | ({"url": "https://a.org"} if each["name"] != "C" else {}) for each in expected])
        self.assertEqual(self.said, [])

    def test_a_second_address_becomes_a_further_link(self):
        found = self.records_of("Name,Link,URL\nA,[a](https://a.org),\"[b](https://b.org), [c](https://c.org)\"\n")
        links = [{"label": label, "url": f"https://{label}.org"} for label in "bc"]
        self.assertEqual(found, [{"name": "A", "link_label": "a", "url": "https://a.org", "links": links}])
        self.assertEqual(self.said, [])

    def test_the_first_label_of_a_link_is_kept(self):
        (record,) = self.records_of("Name,Link,Link label\nA,[a](https://a.org),b [x](https://x.org)\n")
        self.assertEqual((record["link_label"], record["links"]), ("a", [{"label": "x", "url": "https://x.org"}]))
        self.assertEqual(self.said, ["line 2: Link label: is lost: \"b x\"; the link has another label"])

    def test_a_space_ends_an_address_in_a_column_that_is_not_named_url(self):
        expected = {"Link": "https://a.org/my", "URL": "https://a.org/my%20file"}
        for heading, url in expected.items():
            found = self.records_of(f"Name,{heading}\nA,https://a.org/my file\n")
            self.assertEqual(found, [{"name": "A", "link_label": "https://a.org/my file", "url": url}])

    def test_further_links_that_repeat_the_link_are_dropped(self):
        repeated = "[l](https://a.org), [A](https://a.org), [https://a.org](https://a.org)"
        others = "[m](https://a.org), [A](https://b.org), [](https://c.org), [m](https://a.org)"
        (record,) = self.records_of(f'Name,Link,Links\nA,[l](https://a.org),"{repeated}, {others}"\n')
        expected = {"m": "https://a.org", "A": "https://b.org", "https://c.org": "https://c.org"}
        self.assertEqual(record["links"], [{"label": label, "url": url} for label, url in expected.items()])

    def test_further_links_that_are_wrong_are_lost(self):
        label = "x" * 70_000
        found = self.records_of(f"Name,Links\nA,see [x](docs/x.md)\nB,[{label}](https://a.org)\n")
        self.assertEqual(found, [{"name": "A"}, {"name": "B"}])
        self.assertEqual(self.said[0], "line 2: Links: is lost: the words 'see' around the links")
        self.assertRegex(self.said[1], "line 2: links: is lost: \"docs/x.md\" is not a URL")
        self.assertRegex(self.said[2], "line 3: links: is lost: has 70000 bytes")

    def test_the_link_of_a_title(self):
        found = self.records_of(
            "Name,Description\n[A](https://a.org) (old),\n[B](https://b.org) and [C](https://c.org),x\n"
            "[D](docs/d.md),\n,[E](https://e.org)\n"
        )
        links = [{"label": "C", "url": "https://c.org"}]
        self.assertEqual(found, [
            {"name": "A (old)", "link_label": "A", "url": "https://a.org"},
            {"name": "B and C", "description": "x", "link_label": "B", "url": "https://b.org", "links": links},
            {"name": "D", "link_label": "D"},
            {"description": "E", "links": [{"label": "E", "url": "https://e.org"}]},
        ])

    def test_titles_in_several_languages_have_one_link(self):
        found = self.records_of("Title.EN,Title.ko,Price\n[A](https://a.org),[B](https://b.org),1\n")
        links = [{"label": "B", "url": "https://b.org"}]
        link = {"link_label": "A", "url": "https://a.org", "links": links}
        self.assertEqual(found, [{"title": {"en": "A", "ko": "B"}, "price": 1} | link])

    def test_the_label_of_a_link_is_the_title_in_a_table_of_links(self):
        self.assertEqual(self.records_of("Link\n[A](https://a.org)\n"), [
            {"title": "A", "link_label": "A", "url": "https://a.org"},
        ])

    def test_an_empty_title_is_not_replaced_by_the_label_of_the_link(self):
        found = self.records_of("Name,Link\n,[L](https://l.org)\nA,[A](https://a.org)\n")
        self.assertEqual(found, [
            {"link_label": "L", "url": "https://l.org"},
            {"name": "A", "link_label": "A", "url": "https://a.org"},
        ])

    def test_the_state_of_a_link(self):
        text = "Name,Link,State,Now\nA,https://a.org,moved,[a](https://b.org)\nB,https://b.org,closed,\n"
        text += "C,https://c.org,moved,\"https://d.org\nhttps://e.org\"\nD,https://d.org,moved,e.org\n"
        first, second, third, fourth = self.records_of(text, State="status", Now="current_url")
        state = {"status": "moved", "current_url": "https://b.org"}
        self.assertEqual(first, {"name": "A", "url": "https://a.org"} | state)
        self.assertEqual(second["status"], "closed")
        links = [{"label": "https://e.org", "url": "https://e.org"}]
        self.assertEqual((third["current_url"], third["links"]), ("https://d.org", links))
        self.assertNotIn("current_url", fourth)
        self.assertEqual(self.said[0], "line 2: Now: is lost: the words 'a' around the links")
        self.assertRegex(self.said[1], "line 6: Now: is lost: \"e.org\" is not")
        self.assertEqual(len(self.said), 2)

    def test_text_of_several_lines(self):
        found = self.records_of('Subject,Tags,Notes\n"a\nb","c\nd","h\ni"\ne,"f  f, g",j\n')
        self.assertEqual(found, [
            {"subject": "a b", "notes": "h\ni", "tags": ["c", "d"]},
            {"subject": "e", "notes": "j", "tags": ["f  f", "g"]},
        ])
        tidied = [line for line in self.report.lines(verbose=True) if "tidied" in line]
        self.assertEqual(tidied, ["list.csv: line 2: Subject: white space or Unicode was tidied"])

    def test_tidied_texts_are_reported(self):
        self.records_of("Name\nCafe\u0301\nA\n")
        self.assertEqual(self.report.tidied, ["list.csv: line 2: Name: white space or Unicode was tidied"])

    def test_an_item_of_a_list(self):
        cells = {name: Cell("") for name in ITEM} | {"title": Cell("A")}
        link = Cell("A", [("A", "https://a.org")])
        rows = [Row("list.md: line 1", ["H"], cells | {"link": link, "tags": Cell("b,  c\nd\nd")})]
        rows.append(Row("list.md: line 2", ["H"], cells | {"link": Cell("A"), "description": Cell("e")}))
        (records,) = self.document(rows).records.values()
        place = {"category": "h", "title": "A"}
        self.assertEqual(records, [
            {"key": "a", **place, "url": "https://a.org", "tags": ["b, c", "d"]},
            {"key": "a-2", **place, "description": "e", "link_label": "A"},
        ])


if __name__ == "__main__":
    unittest.main()
