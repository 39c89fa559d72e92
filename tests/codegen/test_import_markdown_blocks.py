"""codegen/importers/markdown.py: headings, details, tables of HTML and tags of items."""

import unittest
from pathlib import Path
from unittest import mock

from codegen.importers import markdown
from codegen.importers.model import Report
from tests.support.imported_rows import RowsTest, needs_pandoc

ITEM = "- [Z](https://z.org)\n"
A = "<a href='https://a.org'>A</a>"
C = "<a href='https://c.org'>C</a>"


@needs_pandoc
class Blocks(RowsTest):
    def headings(self, text: str) -> list[list[str]]:
        rows, self.said = self.rows(markdown.read, "list.md", text)
        return [row.headings for row in rows]

    def test_headings(self):
        text = f"# A\n\n##\n\n{ITEM}\n## [B](#b)\n\n{ITEM}\n### B2\n\n### C\n\n{ITEM}\n## D\n\n{ITEM}"
        expected = [["A"], ["A", "B"], ["A", "B", "C"], ["A", "D"]]
        self.assertEqual((self.headings(text), self.said), (expected, ["left out: 1 heading without rows"]))

    def test_details(self):
        details = f"<details>\n<summary>S</summary>\n\n{ITEM}\n###### H\n\n{ITEM}\n# I\n\n{ITEM}"
        text = f"## R\n\n</details>\n\n{ITEM}\n# T\n\n{ITEM}\n"
        text += f"{details}\n{details}\n</details>\n\n{ITEM}\n</details>\n\n{ITEM}"
        s, h, i = (["T", *more] for more in (["S"], ["S", "H"], ["S", "I"]))
        inner = [[*i, *more] for more in (["S"], ["S", "H"], ["S", "I"])]
        self.assertEqual((self.headings(text), self.said), ([["R"], ["T"], s, h, i, *inner, i, ["T"]], []))
        text = f"> <details><summary>S</summary>\n>\n> {ITEM}\n{ITEM}"  # they end with the quotation around them
        self.assertEqual(self.headings(text), [["S"], []])
        text = f"<details><summary>Click here</summary>\n\n{ITEM}\n</details>\n\n![x](x.png)\n\n{ITEM}"
        self.assertEqual(self.headings(text), [[], []])
        self.assertEqual(self.said, ["left out: 1 paragraph, 1 image"])

    def test_tables_of_html(self):
        text = "<table><thead><tr><th rowspan='2'>A</th><th>B</th><th></th></tr><tr><th>C</th><th></th></tr></thead>"
        text += "<tr><td>1</td></tr></table>\n\n<ul><li>x\n\n| A |  |\n|---|---|\n| 1 | 2 | 3 |\n\n</li></ul>\n"
        rows, said = self.rows(markdown.read, "list.md", text)
        cells = [{heading: cell.text for heading, cell in row.cells.items()} for row in rows]
        self.assertEqual(cells, [{"A": "1", "B C": "", "column 3": ""}, {"A": "1", "column 2": "2"}])
        self.assertEqual([row.place for row in rows], ["list.md: row 1", "list.md: row 2"])
        self.assertEqual(said[0], "row 2: the rest of the row: is lost: there are fewer columns")
        self.assertEqual([line[:17] for line in said[1:3]], ["table 1: column 3", "table 2: column 2"])

    def test_grids_of_links(self):
        one, two = (f"<table><tr><td>{cell}</td></tr><tr><td>x</td></tr></table>" for cell in (A, f"{A} {C}"))
        text = f"{one}\n\n{two}\n\n<table><tr>{f'<td>{C}</td>' * 2}</tr></table>"
        rows, _ = self.rows(markdown.read, "list.md", text)
        self.assertEqual([list(row.cells)[0] for row in rows], ["column 1"] * 4 + ["title"] * 2)

    def test_tags(self):
        long = "x" * 100
        for text, tags in (("One:", "One"), ("\u2014", ""), (long, long), (f"{long}x", ""), ("[x](#x)", "")):
            rows, _ = self.rows(markdown.read, "list.md", f"- {text}\n  {ITEM}")
            self.assertEqual(rows[0].cells["tags"].text, tags)
        rows, _ = self.rows(markdown.read, "list.md", f"<ul><li>x<div><ul><li>{A}</li></ul></div></li></ul>")
        self.assertEqual([row.cells["title"].text for row in rows], ["A"])

    def test_an_item_outside_of_a_list(self):
        rows, said = self.rows(markdown.read, "list.md", f"<li>{A}</li>\n\n{ITEM}")
        self.assertEqual(([row.cells["title"].text for row in rows], said), (["A", "Z"], []))
        self.assertEqual([row.place for row in rows], ["list.md: item 1", "list.md: item 2"])

    def test_html_that_pandoc_does_not_read_is_counted(self):
        file = Path(self.put("list.md", f"<p>\n{A} {C}\n</p>\n\n<div>\n\n</div>\n\n<form>\n\n</form>\n"))
        report = Report()
        with mock.patch.object(markdown, "read_html"):
            self.assertEqual(markdown.read(file, report), [])
        self.assertEqual(report.lines(), [": left out: 2 blocks of HTML, 2 links in HTML"])
        self.assertEqual(report.status, 1)

    def test_marks_before_links_are_counted(self):
        rows, said = self.rows(markdown.read, "list.md", "- \u2713 [A](https://a.org)\n- ([B](https://b.org))\n")
        self.assertEqual([row.cells["title"].text for row in rows], ["A", "B"])
        self.assertEqual(said, ["left out: 1 mark before links"])

    def test_labels_of_further_links(self):
        rows, _ = self.rows(markdown.read, "list.md", "- [A](https://a.org) ([b](https://b.org), [c](https://c.org))\n")
        self.assertEqual(rows[0].cells["links"].text, "b, c")


if __name__ == "__main__":
    unittest.main()
