"""codegen/importers/markdown.py, the modules that it uses, and pandoc.py: imported contents, and counts of the rest."""

import unittest
from unittest import mock

from codegen.importers import markdown, pandoc
from tests.support.imported_rows import RowsTest, needs_pandoc


@needs_pandoc
class Tables(RowsTest):
    def cells(self, table: str) -> list[dict[str, str]]:
        rows, _ = self.rows(markdown.read, "list.md", table)
        return [{heading: cell.text for heading, cell in row.cells.items()} for row in rows]

    def test_cells_have_the_text_that_a_reader_sees(self):
        table = "| Name | Note |\n|---|---|\n| **A** *b* | `c` &amp; \\| d<br>e<br/>f |\n"
        table += "| $5, $10 | std::lock::x 1:100:1 :rocket: |\n"
        expected = [
            {"Name": "A b", "Note": "c & | d\ne\nf"},
            {"Name": "$5, $10", "Note": "std::lock::x 1:100:1 \U0001f680"},
        ]
        self.assertEqual(self.cells(table), expected)

    def test_links_of_cells(self):
        table = "| A |\n|---|\n| [x](https://a.org/b_(c)), <https://d.org> and <a href='https://e.org'>e</a> |\n"
        rows, said = self.rows(markdown.read, "list.md", table)
        links = [("x", "https://a.org/b_(c)"), ("https://d.org", "https://d.org"), ("e", "https://e.org")]
        self.assertEqual(rows[0].cells["A"].links, links)
        self.assertEqual(rows[0].cells["A"].text, "x, https://d.org and e")
        self.assertEqual(said, [])

    def test_rows_that_are_too_short_or_too_long(self):
        table = "| A | B |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| `x|y` | z |\n| 1 | 2 |\n|  |  |\n"
        rows, said = self.rows(markdown.read, "list.md", table)
        self.assertEqual([row.cells["B"].text for row in rows], ["", "2", "y`", "2"])
        lost = "the rest of the row: is lost: there are fewer columns"
        self.assertEqual(said, [f"row 2: {lost}", f"row 3: {lost}"])
        _, said = self.rows(markdown.read, "compact.md", "|A|B|\n|-|-|\n|1|2|3|\n|1|2|\n")
        self.assertEqual(said, [f"row 1: {lost}"])

    def test_empty_or_equal_headings(self):
        rows, said = self.rows(markdown.read, "list.md", "| A |  | A |\n|---|---|---|\n| 1 | 2 | 3 |\n")
        self.assertEqual(list(rows[0].cells), ["A", "column 2", "A 2"])
        self.assertEqual(len(said), 2)

    def test_rows_have_the_headings_above_them(self):
        text = "# A\n\n## B\n\n| x |\n|---|\n| 1 |\n\n### C\n\n> | x |\n> |---|\n> | 2 |\n\n"
        text += "# D\n\n| x |\n|---|\n| 3 |\n\n# E\n"
        rows, said = self.rows(markdown.read, "list.md", text)
        self.assertEqual([row.headings for row in rows], [["A", "B"], ["A", "B", "C"], ["D"]])
        self.assertEqual(rows[1].place, "list.md: 'A / B / C', row 1")
        self.assertEqual(said, ["left out: 1 heading without rows"])


@needs_pandoc
class Lists(RowsTest):
    def item(self, text: str) -> tuple[str, str, str, str]:
        """The title, the link, the description and the further links of an item."""
        rows, _ = self.rows(markdown.read, "list.md", f"- {text}\n")
        cells = rows[0].cells
        links = " ".join(url for _, url in cells["links"].links)
        return cells["title"].text, cells["link"].links[0][1], cells["description"].text, links

    def test_items(self):
        a, b, c = "https://a.org", "https://b.org", "https://c.org"
        expected = {
            f"[A]({a})": ("A", a, "", ""),
            f"[A]({a}) - text": ("A", a, "text", ""),
            f"**[A]({a})**: *text*": ("A", a, "text", ""),
            f"[A]({a}) \u2013 by [B]({b})": ("A", a, "by B", b),
            f"[A]({a}) ([b]({b}), [c]({c})) - text": ("A", a, "text", f"{b} {c}"),
            f"[A]({a}), [b]({b})": ("A", a, "", b),
            f"[A]({a}) [b]({b}) does": ("A", a, "b does", b),
            f"A: [paper]({a}) [code]({b})": ("A", a, "", b),
            f"A [paper]({a})": ("A", a, "", ""),
            f"A B [[pdf]({a})] [[code]({b})]": ("A B", a, "", b),
            f"See [A]({a}) for more": ("A", a, "See A for more", ""),
            f"![badge]({c}) [A]({a})": ("A", a, "", ""),
            f"[![badge]({c})]({b}) [A]({a})": ("A", a, "", ""),
            f":rocket: [A]({a})": ("A", a, "", ""),
            f"[![Logo](l.png)]({a})": ("Logo", a, "", ""),
            f"[![Logo](l.png)]({b}) [A]({a}) - text": ("A", a, "text", b),
            f"<a href='{a}'><img src='l.png' alt='Logo'></a>": ("Logo", a, "", ""),
            f"[![](l.png)]({a})": (a, a, "", ""),
            f"[![Build](https://x.org/ci.svg)]({b}) [A]({a})": ("A", a, "", ""),
            f"[A]({a})\uff1atext": ("A", a, "text", ""),
            f"\u300a[A]({a})\u300b\uff0ctext": ("A", a, "text", ""),
            f"\u3010[A]({a})\u3011\u3002": ("A", a, "", ""),
            f"B\uff1a[paper]({a})": ("B", a, "", ""),
            f'[A]({a}){{:target="_blank" rel="x"}} - text': ("A", a, "text", ""),
            f"[A]({a}){{:target=_blank}}, [b]({b}){{.c}}": ("A", a, "", b),
            f"[A]({a}) {{x}} {{:y": ("A", a, "{x} {:y", ""),
            f"[x] [A]({a}) \u2b50 - good": ("A", a, "\u2b50 - good", ""),
            f"<{a}>": (a, a, "", ""),
            f"A <{a}>": ("A", a, "", ""),
            f"[A]({a})s [b]({b})": ("A", a, "s b", b),
            f"[A]({a})[b]({b}) - text": ("A", a, "text", b),
            f"[A]({a}) - x<br>y": ("A", a, "x y", ""),
            f"2021: [A]({a})": ("A", a, "2021: A", ""),
            f"[]({a})": (a, a, "", ""),
            f"[]({a}) [B]({b})": ("B", b, "", a),
            f"[A]({a})\n\n  More [b]({b}).": ("A", a, "More b.", b),
        }
        self.assertEqual({text: self.item(text) for text in expected}, expected)

    def test_items_without_a_link_are_tags_of_nested_items(self):
        text = "1. One\n   - [A](https://a.org)\n   - Two\n     - [C](https://c.org)\n2. Three\n"
        rows, said = self.rows(markdown.read, "list.md", text)
        tags = [(row.cells["title"].text, row.cells["tags"].text) for row in rows]
        self.assertEqual(tags, [("A", "One"), ("C", "One\nTwo")])
        self.assertEqual(said, ["left out: 3 list items without a link"])

    def test_the_names_of_items_are_tags_of_nested_items(self):
        text = "- One\n  - [A](https://a.org) - text\n    - [B](https://b.org)\n      - [C](https://c.org)\n"
        text += "- [D](https://d.org)\n"
        rows, _ = self.rows(markdown.read, "list.md", text)
        tags = [(row.cells["title"].text, row.cells["tags"].text) for row in rows]
        self.assertEqual(tags, [("A", "One"), ("B", "One\nA"), ("C", "One\nA\nB"), ("D", "")])

    def test_omissions_are_counted(self):
        text = "---\ntitle: x\n---\nProse with a [link](https://a.org).\n\n```\ncode\n```\n\n<form></form>\n\n"
        text += "<!-- nothing -->\n- [Below](#below 'Below')\n- plain\n- ~~[A](https://a.org)~~ ![i](i.png) [^1]\n\n"
        text += "[^1]: Note.\n\n## Below [l](https://l.org)\n"
        rows, said = self.rows(markdown.read, "list.md", text)
        self.assertEqual(len(rows), 1)
        counted = "1 field of metadata, 1 paragraph, 1 link in paragraphs, 1 block of code, 1 block of HTML, "
        counted += "1 title of links, 1 link within the page, 1 list item without a link, 1 image, 1 footnote, "
        counted += "1 mark of strikethrough, 1 heading without rows"
        self.assertIn("heading 'Below l': link: is lost: a category cannot keep https://l.org", said)
        left_out = next(line for line in said if line.startswith("left out: "))
        self.assertEqual(sorted(left_out.removeprefix("left out: ").split(", ")), sorted(counted.split(", ")))


@needs_pandoc
class Extras(RowsTest):
    def test_attributes_of_headings(self):
        for attributes in "{#links .cls}", "{#links}", "{: .cls}", "{.a .b}":
            rows, _ = self.rows(markdown.read, "list.md", f"## S {attributes}\n\n- [A](https://a.org)\n")
            self.assertEqual(rows[0].headings, ["S"], attributes)
        rows, _ = self.rows(markdown.read, "list.md", "## S {x}\n\n- [A](https://a.org)\n")
        self.assertEqual(rows[0].headings, ["S {x}"])

    def test_a_picture_in_a_cell(self):
        rows, _ = self.rows(markdown.read, "list.md", "| A |\n|---|\n| [![Logo](l.png)](https://a.org) |\n")
        cell = rows[0].cells["A"]
        self.assertEqual((cell.text, cell.links), ("Logo", [("Logo", "https://a.org")]))


@needs_pandoc
class Robustness(RowsTest):
    def test_text_that_resembles_metadata_is_text(self):
        rows, _ = self.rows(markdown.read, "list.md", "---\na: b: c\n---\n\n- [A](https://a.org)\n")
        self.assertEqual(len(rows), 1)

    def test_deep_nesting(self):
        deep = "".join(f"{'  ' * level}- [a](https://a.org)\n" for level in range(600))
        self.assertEqual(self.failure(markdown.read, "list.md", deep), "list.md: is nested too deeply")
        rows, _ = self.rows(markdown.read, "list.md", "[" * 5_000 + "\n\n- [A](https://a.org)\n" + "*a " * 5_000)
        self.assertEqual(len(rows), 1)

    def test_wrong_encoding(self):
        self.assertIn("is not UTF-8", self.failure(markdown.read, "list.md", b"- [\xff](https://a.org)\n"))
        rows, _ = self.rows(markdown.read, "list.md", "- [\u00c4](https://a.org)\n".encode("utf-16"))
        self.assertEqual(rows[0].cells["title"].text, "\u00c4")

    def test_files_that_pandoc_cannot_read(self):
        with mock.patch.object(pandoc, "SECONDS", 0.0001):
            self.assertIn("pandoc did not finish within", self.failure(markdown.read, "list.md", "a\n" * 1_000))

    def test_many_links_in_one_paragraph(self):
        links = [f"[a](https://a.org/{number})" for number in range(5_000)]
        why = "list.md: line 3: has more than 1000 links; split it"
        self.assertEqual(self.failure(markdown.read, "list.md", f"x\n\n{' '.join(links)}\n"), why)
        with mock.patch.object(pandoc, "MOST_LINKS_IN_A_LINE", 3):
            self.assertEqual(self.rows(markdown.read, "list.md", f"- {' '.join(links[:3])}\n")[1], [])
        with mock.patch.object(pandoc, "MEGABYTES", 100):  # so that it takes less time
            why = "list.md: pandoc ran out of memory; split its longest paragraphs"
            self.assertEqual(self.failure(markdown.read, "list.md", "\n".join(links)), why)


class AbsentPandoc(RowsTest):
    def test_the_package_of_pandoc_is_named(self):
        with mock.patch.object(pandoc.shutil, "which", return_value=None):
            what = "list.md: Markdown needs the program pandoc; on Debian: apt-get install pandoc"
            self.assertEqual(self.failure(markdown.read, "list.md", "- [A](https://a.org)\n"), what)


if __name__ == "__main__":
    unittest.main()
