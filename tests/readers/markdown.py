"""Tests of the Markdown output: each reader finds the texts of the data, and no other markup."""

import re
import unittest
from collections.abc import Collection
from urllib.parse import unquote
from xml.etree import ElementTree

from tests.readers.arguments import APPENDIX, READER
from tests.readers.catalogues import CATALOGUE, OtherCatalogue
from tests.support.node import output_of_script
from tests.support.running import ROOT, output_of
from tests.support.writers import EXTENSIONS, TARGET, cells_of, links_of, title_of

# kramdown would make these characters typographic, as pandoc's extension `smart` does.
AS_TYPED = ["--smart-quotes=apos,apos,quot,quot", '--typographic-symbols={hellip: "...", mdash: "---", ndash: "--"}']
# Each reader recognizes different markup. cmark-gfm ignores braces, dollars and :name:, and turns e-mail addresses into
# links after parsing, even escaped ones. kramdown reads $$ as mathematics. Python-Markdown ignores tildes and URLs.
# pandoc knows more escapes than the others. markdown-it ignores braces, dollars, URLs and :name:. MDX ignores dollars
# and :name:, rejects anything that it cannot compile, and turns all URLs and e-mail addresses into links after parsing.
COMMANDS = {
    "cmark-gfm": ["cmark-gfm", *EXTENSIONS],
    "kramdown": ["kramdown", "--entity-output=as_char", *AS_TYPED],
    "markdown_py": ["markdown_py", "--extension=tables", "--encoding=utf-8"],
    "pandoc": ["pandoc", "--from=markdown-smart-citations+emoji", "--to=html", "--wrap=none"],
}
SCRIPTS = {"markdown-it": "markdown_it.mjs", "mdx": "mdx.mjs"}
# The prefixes that readers add to addresses in a text when they turn them into links.
BEFORE_ADDRESSES = {"cmark-gfm": ("mailto:",), "mdx": ("", "http://", "mailto:")}


def read_markdown(page: str) -> ElementTree.Element:
    """The HTML that the reader makes from the page."""
    if READER in SCRIPTS:
        html = output_of_script(ROOT / "tests/readers" / SCRIPTS[READER], input=page)
    else:
        html = output_of(*COMMANDS[READER], input=page)
    html = re.sub(r"<td>\u00a0</td>", "<td></td>", html)  # kramdown puts a no-break space into an empty cell
    return ElementTree.fromstring(f"<page>{html}</page>")


def text_of(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def texts_of(elements) -> list[str]:
    return [text_of(element) for element in elements]


def targets_in(element: ElementTree.Element, expected: Collection[str]) -> list[str]:
    """The targets of the links. They include a link that the reader makes from an address in a text only if it is
    expected."""
    links = [(link.get("href"), text_of(link)) for link in element.iter("a")]
    before = BEFORE_ADDRESSES.get(READER, ())
    return [
        target for target, text in links
        if target in expected or unquote(target) not in [start + text for start in before]
    ]


class MarkdownTest(unittest.TestCase):
    def assert_catalogue(self, page: str, catalogue, language: int) -> None:
        """Asserts that the page has every cell, link and title, and no other markup."""
        document = read_markdown(page)
        tables = list(document.iter("table"))
        self.assertEqual(len(tables), len(catalogue.categories))
        for table, category in zip(tables, catalogue.categories):
            self.assertEqual(texts_of(table.iter("th")), [heading[language] for _, heading in category.columns])
            records = [record for record in catalogue.records[category.kind] if record.category == category.id]
            rows = table.findall("tbody/tr")
            self.assertEqual(len(rows), len(records))
            for row, record in zip(rows, records):
                with self.subTest(record.key, language=language):
                    self.assertEqual(texts_of(row), cells_of(catalogue, category.kind, record, language))
                    links = links_of(catalogue, category.kind, record)
                    self.assertEqual(targets_in(row, links), links)
                    self.assertEqual(texts_of(row.iter("strong")), [title_of(catalogue, record, language)])
        steps = [step for stage in catalogue.stages for step in stage.step]
        for item, step in zip(document.iter("li"), steps, strict=True):
            label = f"{step.label} ({step.by}) - " if step.by else f"{step.label} - " if step.label else ""
            self.assertEqual(text_of(item), f"{label}{step.note[language]}")
        tags = {element.tag for element in document.iter()}
        self.assertEqual(tags & {"em", "del", "code", "pre", "img", "script", "blockquote", "hr"}, set())

    def assert_notes(self, page: str, catalogue, language: int) -> None:
        """Asserts that the page has every fact, in the item of its record."""
        notes = read_markdown(page)
        moved = {record.current_url.translate(TARGET) for record in catalogue.entries if record.current_url}
        self.assertEqual({*targets_in(notes, moved)}, moved)
        within = {text_of(item.find("strong")): texts_of(item.findall("ul/li")) for item in notes.findall("ul/li")}
        for record in catalogue.entries:
            title = title_of(catalogue, record, language)
            for correction in record.correction:
                self.assertIn(f"{correction.cell}: {correction.fact[language]}", within[title])


class Markdown(MarkdownTest):
    def test_every_cell_matches_the_catalogue(self):
        for language, name in enumerate(("ko", "en")):
            self.assert_catalogue(output_of(APPENDIX, "--lang", name), CATALOGUE, language)

    def test_the_notes_follow_the_tables(self):
        for language, name in enumerate(("ko", "en")):
            appendix = output_of(APPENDIX, "--lang", name)
            page = output_of(APPENDIX, "--lang", name, "--notes")
            self.assertTrue(page.startswith(appendix))
            self.assert_notes(page[len(appendix) :], CATALOGUE, language)


# Texts that at least one reader treats as markup if they are not escaped.
MARKS = [
    *("<script>alert(1)</script>", "a < b", "<!-- c", "<b@c.d>", "R&amp;D &#38; &#x26; &copy; AT&T; R&D"),
    *("~one~ ~~two~~ 3~4", "https://a.example/b_c_d", "see www.a.example, or http://b", "ftp://c"),
    *("{x} {: .y } {{ z }} {% w %}", "team@example.org\uc73c\ub85c", "a.b+c@d.e, f@g", "youtube.com/@andrejkarpathy"),
    *("$5 and $10", "$$x$$ $y$", "US$5", "std::lock::x", "1:100:1 :+1: 12:30:45"),
    *("*a* _b_ `c` [d](e) ![f](g) [h]", "a | b \\ c \\| d \\\\ e", "\\< \\& \\~ \\:"),
    *("# a #", "- a", "+ a", "> a", "=== a", "1. a", "2) a", "| a | b |"),
]
TARGETS = ["A_(b)", ")(", "'c'", "?d&copy;e&f=;", "*g*_h_~i~", ":lock:$j$@k", "<l>|m`n`\\o"]
WITH_MARKS = {
    "catalog.toml": {
        "languages": ["ko", "en"],
        "title": "T",
        "part": [{"title": "P"}],
        "category": [{"id": "services", "title": "S", "kind": "tool"}],
    },
    "tools.toml": {
        "tool": [
            {
                **{"key": f"tool-{number}", "category": "services", "name": f"{number} {mark}", "purpose": mark},
                **{"link_label": mark, "url": f"https://{number}.example/{TARGETS[number % len(TARGETS)]}"},
                **{"correction": [{"cell": "name", "fact": mark}], "status": "renamed", "status_note": mark},
            }
            for number, mark in enumerate(MARKS)
        ]
    },
    "reading_order.toml": {
        "stage": [
            {"name": "S", "duration": "D", "step": [{"note": mark, "entries": ["tool-0"]} for mark in MARKS]}
        ]
    },
}


class OtherMarkdown(OtherCatalogue, MarkdownTest):
    def test_markup_in_texts_is_escaped(self):
        page, whole = self.build(WITH_MARKS, "appendix", [], ["--notes"])
        self.assert_catalogue(page, self.catalogue, 0)
        self.assert_notes(whole[len(page) :], self.catalogue, 0)
