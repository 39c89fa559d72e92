"""codegen/importers/markdown_text.py: the visible text of inlines, and their links and pictures."""

import unittest

from codegen.importers.markdown_text import Line, Link, inlines_of, tidied
from codegen.importers.model import Report
from codegen.importers.pandoc import syntax_tree
from tests.support.imported_rows import needs_pandoc

A, B = "https://a.org", "https://b.org"
ROCKET = "\U0001f680"


@needs_pandoc
class Lines(unittest.TestCase):
    def lines(self, *paragraphs: str) -> list[Line]:
        """The text of each paragraph of Markdown; `counts` has the messages about each of them."""
        blocks = syntax_tree("\n\n".join(paragraphs), "list.md")["blocks"]
        reports = [Report() for _ in blocks]
        lines = [Line(block["c"], report) for block, report in zip(blocks, reports, strict=True)]
        self.counts = [" ".join(report.lines()).removeprefix(": left out: ") for report in reports]
        return lines

    def test_text(self):
        expected = {
            "*a* **b** ~~c~~ `d`": "a b c d",
            "a  b\nc\\\nd<br>e<br/>f<b>g</b>": "a b c\nd\ne\nfg",
            f"[a]({A}){{.c}}, x": "a, x",
            f"[a]({A}){{#c}}x{{.d}}": "ax{.d}",
            f"[a]({A}){{x=y z}}": "a",
            f"[a]({A}){{:x `}}` y}}z": "az",
            f"[a]({A}){{:x y": "a{:x y",
            f"[a]({A}) {{.c}}": "a {.c}",
            f"[a]({A}){{x}}": "a{x}",
            "![a](a.png){.c} x": "x",
            "{.c} x": "{.c} x",
            "*x*{.c}": "x{.c}",
        }
        lines = self.lines(*expected)
        self.assertEqual({text: tidied(line.text) for text, line in zip(expected, lines)}, expected)

    def test_emoji(self):
        expected = {
            ":rocket:": ROCKET,
            "a :rocket: b": f"a {ROCKET} b",
            "x(:rocket:)y": f"x({ROCKET})y",
            ":rocket: :tada:": f"{ROCKET} \U0001f389",
            "a:rocket:": "a:rocket:",
            ":rocket:b": ":rocket:b",
            ":rocket:: b": ":rocket:: b",
            "*\\_*:rocket:": "_:rocket:",
        }
        self.assertEqual([line.text for line in self.lines(*expected)], list(expected.values()))

    def test_links(self):
        expected = {
            f"x [a\\\nb]({A}) [c]({B})": [Link("a b", A, 2, 5, False), Link("c", B, 6, 7, False)],
            f"<a href='{A}'>x [y]({B})</a>": [Link("x y", A, 0, 3, False), Link("y", B, 2, 3, False)],
            f"<a href='{A}'>x</a> y</a>": [Link("x", A, 0, 1, False)],
            f"<a name='x'>y</a> <b>z</b> [a]({A})": [Link("a", A, 4, 5, False)],
            f"x [ ]({A})": [Link(A, A, 2, 3, True)],
            f"[![a\nb](x.png)]({A})": [Link("a b", A, 0, 0, True)],
            f"[![](x.png) ![b](x.png)]({A})": [Link("b", A, 0, 1, True)],
            f"<a href='{A}'><img src='x.png' alt='a\nb'></a>": [Link("a b", A, 0, 0, True)],
            f"<a href='{A}'><img src='x.png'></a>": [Link(A, A, 0, 0, True)],
            f"[![x](badge.svg)]({A}) [b]({B})": [Link("b", B, 1, 2, False)],
            f"<a href='{A}'><img src='badge.svg'></a>": [],
            f"<a href='{A}'><img alt='Build badge'></a>": [],
        }
        lines = self.lines(*expected)
        self.assertEqual({text: line.links for text, line in zip(expected, lines)}, expected)

    def test_counts(self):
        expected = {
            f"[a]({A}) [![b](x.png)]({B})": "",
            f"[a]({A} 'title')": "1 title of links",
            f"![x](x.png) [a]({A}) <img src='y.png'>": "2 images",
            f"[a ![b](x.png)]({A})": "1 image",
            f"[![x](badge.svg)]({A})": "1 badge",
            "~~a~~": "1 mark of strikethrough",
            "a[^1]\n\n[^1]: Note.": "1 footnote",
        }
        self.lines(*expected)
        self.assertEqual(dict(zip(expected, self.counts, strict=True)), expected)

    def test_text_of_cells(self):
        texts = f"[![a](x.png)]({A}) [![b](y.png)]({B})", f"x [![a](x.png)]({A})"
        cells = [line.cell for line in self.lines(*texts)]
        self.assertEqual([cell.text for cell in cells], ["a, b", "x"])
        self.assertEqual([cell.links for cell in cells], [[("a", A), ("b", B)], [("a", A)]])

    def test_html(self):
        html = "<h3>a</h3><pre>b</pre><p>c</p><ol><li>d</li><li>e<ul><li>f</li></ul></li></ol>"
        html += "<blockquote>g</blockquote><dl><dt>h</dt><dd>i</dd></dl><div>j</div><hr>"
        html += "<table><tr><th>k</th></tr><tr><td>l</td></tr></table>"
        html += "<p>m<sup>n</sup><u>o</u><q>p</q><span>q</span>r <math><mi>s</mi></math>"
        html += "<span class='emoji' data-emoji='rocket'>t</span> <span class='emoji' data-emoji='tada'>u</span></p>"
        blocks = syntax_tree(html, "list.html", "html")["blocks"]
        text = tidied(Line(inlines_of(blocks), Report()).text)
        self.assertEqual(text, "a\nb\nc\nd\ne\nf\ng\nh:\ni\nj\nk\nl\nmnopqr s:rocket: u")


if __name__ == "__main__":
    unittest.main()
