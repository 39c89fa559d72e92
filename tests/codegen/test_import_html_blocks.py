"""codegen/importers/html_blocks.py and markdown_html.py: HTML in Markdown is read as if it were Markdown."""

import unittest
from pathlib import Path
from unittest import mock

from codegen.importers import html_blocks, markdown, pandoc
from codegen.importers.markdown_html import Tag, links_in
from codegen.importers.model import Report
from tests.support.imported_rows import RowsTest, needs_pandoc

A = "<a href='https://a.org'>A</a>"
ITEM = "- [Z](https://z.org)\n"


@needs_pandoc
class Html(RowsTest):
    def items(self, text: str) -> list[tuple[str, ...]]:
        """The deepest heading, the title, the link, the description and the tags of each item."""
        rows, self.said = self.rows(markdown.read, "list.md", f"# T\n\n{text}\n")
        found = []
        for row in rows:
            title, link, description, _, tags = row.cells.values()
            found.append((row.headings[-1], title.text, link.links[0][1], description.text, tags.text))
        return found

    def test_lists(self):
        text = f"<ul>\n<li>{A} - a <b>b</b>\n\n<li>B<ol><li><a href='https://c.org'>C</a>: d</ol></li>\n\n</ul>"
        expected = [("T", "A", "https://a.org", "a b", ""), ("T", "C", "https://c.org", "d", "B")]
        self.assertEqual(self.items(text), expected)
        self.assertEqual(self.said, ["left out: 1 list item without a link"])
        text = f"<dl><dt>{A}</dt><dd>One</dd><dd>Two</dd></dl>"
        self.assertEqual(self.items(text), [("T", "A", "https://a.org", "One Two", "")])
        text = f"- One\n  <ul><li>{A}</li></ul>"
        self.assertEqual(self.items(text), [("T", "A", "https://a.org", "", "One")])

    def test_lists_in_quotations_and_within_each_other(self):
        d = "<ul><li><a href='https://d.org'>D</a></li></ul>"
        text = f"<ul><li>{A}\n\n- [C](https://c.org)\n\n  {d}\n\n> {d}\n\n</li></ul>\n\nx\n\n> {d}\n"
        found = [(title, tags) for _, title, _, _, tags in self.items(text)]
        self.assertEqual(found, [("A", ""), ("C", "A"), ("D", "A\nC"), ("D", ""), ("D", "")])
        self.assertEqual(self.said, ["left out: 1 paragraph"])

    def test_unclosed_elements(self):
        for text in f"<ul><li>{A}", f"<ul><li>{A}\n\n<p>x</p>", f"<li>{A}</li>", f"</ul></div><ul><li>{A}</li>":
            self.assertEqual([title for _, title, *_ in self.items(f"{text}\n\n{ITEM}")], ["A", "Z"], text)

    def headings(self, text: str) -> list[list[str]]:
        rows, self.said = self.rows(markdown.read, "list.md", text)
        return [row.headings for row in rows]

    def test_headings(self):
        text = f"<h2 align='center'>H</h2>\n\n{ITEM}\n<h3>I</h3>\n\n{ITEM}"
        self.assertEqual((self.headings(f"# T\n\n{text}"), self.said), ([["T", "H"], ["T", "H", "I"]], []))

    def test_declarations_and_the_like_are_left_out(self):
        text = f"<div>\n<![x[ y\n</div>\n\n<div>\n<![ y\n</div>\n\n<?php x ?>\n\n<!doctype html>\n\n{ITEM}"
        self.assertEqual((self.headings(text), self.said), ([[]], ["left out: 1 block of HTML"]))

    def test_summaries_are_headings_of_their_details(self):
        inner = f"<details>\n<summary><b>Inner</b></summary>\n\n{ITEM}\n</details>"
        text = f"# T\n\n<details><summary>S</summary>\n\n{ITEM}\n## H\n\n{ITEM}\n{inner}\n</details>\n\n{ITEM}"
        self.assertEqual(self.headings(text), [["T", "S"], ["T", "S", "H"], ["T", "S", "H", "Inner"], ["T"]])
        self.assertEqual(self.said, [])
        # The details end with the item around them.
        text = f"# T\n\n- x\n  <details><summary>S</summary>\n\n  {ITEM}\n# U\n\n{ITEM}"
        self.assertEqual(self.headings(text)[-1], ["U"])

    def test_a_summary_with_an_instruction_is_a_paragraph(self):
        text = f"# T\n\n<details><summary>Click here</summary>\n\n{ITEM}\n</details>"
        self.assertEqual((self.headings(text), self.said), ([["T"]], ["left out: 1 paragraph"]))

    def test_tables(self):
        text = (
            "<table><tr><th>Name</th><th>What</th><th>Site</th><th>End</th></tr>\n"
            f"<tr><td rowspan='2'>A</td><td>\n\n*b*, :rocket: a:rocket:b\n\n</td><td>{A}</td><td>1</td></tr>\n"
            "<tr><td colspan='2'><p>c</p><ul><li>d</li></ul></td><td>2</td></tr></table>\n"
        )
        rows, said = self.rows(markdown.read, "list.md", text)
        cells = [tuple(cell.text for cell in row.cells.values()) for row in rows]
        self.assertEqual(cells, [("A", "b, \U0001f680 a:rocket:b", "A", "1"), ("A", "c\nd", "", "2")])
        self.assertEqual((rows[0].cells["Site"].links, said), ([("A", "https://a.org")], []))

    def test_tables_without_a_head(self):
        cell = "<td><a href='https://{0}.org'><img src='{0}.png'><br><sub>{0}</sub></a></td>"
        text = f"<table><tr>{cell.format('a')}{cell.format('b')}</tr><tr>{cell.format('c')}</tr></table>"
        self.assertEqual([title for _, title, *_ in self.items(text)], ["a", "b", "c"])
        text = f"<table><tr><td>{A}</td><td>x</td></tr></table>"
        rows, said = self.rows(markdown.read, "list.md", text)
        self.assertEqual({name: cell.text for name, cell in rows[0].cells.items()}, {"column 1": "A", "column 2": "x"})
        self.assertEqual(len(said), 2)

    def test_long_rows_are_treated_as_in_markdown(self):
        text = "<table><tr><th>A</th></tr><tr><td>1</td></tr></table>\n\n| A |\n|---|\n| 1 | 2 |\n"
        _, said = self.rows(markdown.read, "list.md", text)
        self.assertEqual(said, ["row 2: the rest of the row: is lost: there are fewer columns"])

    def test_paragraphs_and_badges(self):
        badge = "<a href='https://b.org'><img src='https://img.shields.io/x'></a>"
        self.items(f"<p align='center'>{badge} {A}</p>\n\n<div align='center'>\n\n{badge}\n</div>\n\n{ITEM}")
        self.assertEqual(self.said, ["left out: 2 badges, 1 paragraph, 1 link in paragraphs"])

    def test_footnotes_are_left_out(self):
        found = self.items(f"<ul><li>{A}: b\n\n- [C](https://c.org) - d[^1]\n\n</li></ul>\n\n[^1]: Note.")
        self.assertEqual([description for _, _, _, description, _ in found], ["b", "d"])

    def test_html_ends_with_its_outermost_list_or_table(self):
        nested = f"<ul><li>{A}<ol><li>x<ul><li>y</li></ul>\n\n</ul>"  # an <ol> is not closed
        for text in f"<ul><li>{A}</li></ul>", nested, f"<div>{A}</div>":
            self.items(f"{text}\n\nNote[^1]\n\n[^1]: Note.")
            self.assertIn("1 footnote", ", ".join(self.said), text)  # those within HTML are not counted

    def test_lost_links_are_counted(self):
        report = Report()
        report.file = "list.md"
        file = Path(self.put("list.md", f"<ul><li>{A}</li></ul>\n\n- [B](https://b.org)\n"))
        with mock.patch.object(html_blocks, "converted", return_value={"blocks": []}):
            self.assertEqual(len(markdown.read(file, report)), 1)
        self.assertEqual(report.lines(), ["list.md: left out: 1 block of HTML, 1 link in HTML"])
        self.assertEqual(report.status, 1)

    def test_html_that_takes_too_long_is_counted(self):
        with mock.patch.object(pandoc, "SECONDS_OF_HTML", 1):
            self.items(f"{ITEM}\n" + f"<ul><li>{A}\n\ntext\n\n" * 50)
        self.assertEqual(self.said, ["left out: 50 blocks of HTML, 50 links in HTML, 50 paragraphs"])

    def test_many_blocks_take_only_two_more_runs_of_pandoc(self):
        with mock.patch.object(pandoc.subprocess, "run", wraps=pandoc.subprocess.run) as run:
            found = self.items(f"<ul><li>{A}</li></ul>\n\nx\n\n" * 50)
        self.assertEqual((len(found), run.call_count), (50, 3))
        with mock.patch.object(pandoc.subprocess, "run", wraps=pandoc.subprocess.run) as run:
            self.items(ITEM)  # without HTML
        self.assertEqual(run.call_count, 1)


class TagsAndLinks(unittest.TestCase):
    def test_tags(self):
        expected = {
            "<A HREF='https://a.org' b>": ("a", {"href": "https://a.org", "b": ""}),
            "</a>": ("/a", {}),
            "<br/>": ("br", {}),
            "<!-- <br> -->": ("", {}),
            "<![x[ y ]]>": ("", {}),
        }
        found = {html: Tag(html) for html in expected}
        self.assertEqual({html: (tag.name, tag.attributes) for html, tag in found.items()}, expected)

    def test_links_without_badges(self):
        badge = '<a href="https://b.org"><img src="https://img.shields.io/x"></a> <a href="#below">below</a>'
        picture = '<a href="https://p.org"><img src="p.png"></a>'
        self.assertEqual(links_in(f"<p>{badge}{picture}<a href='https://q.org'>Q"), ["https://p.org", "https://q.org"])
        picture = "<img src='https://img.shields.io/x'>"
        expected = {
            f"x <a href='https://a.org'>{picture}</a> y": [],
            f"<a href='https://a.org'> {picture} x </a>": ["https://a.org"],
            f"<a href='https://a.org'>{picture}R&D": ["https://a.org"],  # unclosed
            f"<a href='https://a.org'>x<a href='https://b.org'>{picture}</a>": ["https://a.org"],
            "<a href='https://a.org'><img src='x' alt='Build badge'></a>": [],
            "<a href='https://a.org'><img></a>": ["https://a.org"],
            f"{picture}<a href='https://a.org'><img src='x.png'></a>": ["https://a.org"],
            "<a name='x'></a><a href>x</a>": [],
        }
        self.assertEqual({html: links_in(html) for html in expected}, expected)


if __name__ == "__main__":
    unittest.main()
