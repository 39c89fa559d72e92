"""Reads Markdown from pandoc's syntax tree: rows of tables, and items of lists that have a link, under their
headings."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

from ..messages import quoted
from .files import read_text
from .html_blocks import is_html, read_html
from .keys import heading, is_generic
from .markdown_html import Tag, links_in
from .markdown_text import Line, Link, inlines_of, one_line, tidied
from .model import Cell, ImportFailure, Report, Row
from .pandoc import cut_rows, head_of, items_of, rows_of, syntax_tree, tables_in
from .tables import distinct

# The cells of an item of a list.
ITEM = ("title", "link", "description", "links", "tags")
TEXT = ("Plain", "Para")
LISTS = ("BulletList", "OrderedList", "DefinitionList")
# Tags of HTML that only enclose other elements.
AROUND = frozenset(
    "a article aside br center details div figcaption figure font footer header hr main nav p picture small source "
    "span sub summary sup".split()
)
# The tags of a malformed list or table.
PIECES = ("dd", "dt", "li", "td", "th")
# Summaries that only tell a reader what to do.
OPENING_WORDS = re.compile(r"(?:click|details|expand|more|open|see|show|toggle|view)\b", re.IGNORECASE)
NUMBER = "number"
# Separators between a name and its description.
SEPARATORS = " \n\t-\u2013\u2014:|,;\u00b7\u2022\u2192\uff1a\uff0c\u3002\u3001\uff1b"
# Text without meaning beside links.
OPENING = "([{\u3008\u300a\u300c\u300e\u3010\uff08"
CLOSING = ")]}\u3009\u300b\u300d\u300f\u3011\uff09"
BRACKETS = f"{OPENING}{CLOSING}/&+."
# "{#name .class}" after a heading, which programs other than GitHub do not show.
ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^{}\s]+(?:\s[^{}]*)?\}$")
# A longer text above a nested list is prose, and not a tag.
LONGEST_TAG = 100


def read(path: Path, report: Report) -> list[Row]:
    """The rows of all tables and lists, in the order of the file."""
    text = read_text(path)
    try:
        return MarkdownReader(text, path.name, report).rows
    except RecursionError:
        raise ImportFailure(f"{path}: is nested too deeply") from None


class MarkdownReader:
    """Reads the blocks of a file, and collects the rows that it finds in `rows`."""

    def __init__(self, text: str, file: str, report: Report):
        self.file = file
        self.report = report
        self.rows: list[Row] = []
        self._levels: list[tuple[int, int, str]] = []  # the open <details> around a heading, its level and its text
        self._headings: set[tuple[str, ...]] = set()
        self._details = 0  # the number of open ones
        self._counts: Counter[str] = Counter()
        self._tables = 0
        self._cut = {(str(table), row) for table, row in cut_rows(text, file)} if "|" in text else set()
        tree = syntax_tree(text, file)
        for number, table in enumerate(tables_in(tree["blocks"])):
            table[0][2].append([NUMBER, str(number)])
        read_html(tree, file)
        for _ in tree["meta"]:
            report.leave_out("fields of metadata")
        self._read(tree["blocks"])
        above = {tuple(row.headings[: depth + 1]) for row in self.rows for depth in range(len(row.headings))}
        for _ in self._headings - above:
            report.leave_out("headings without rows")

    def _read(self, blocks: list[Any]) -> None:
        details, tag = self._details, None
        for block in blocks:
            kind, content = block["t"], block.get("c")
            if kind == "Header":
                self._read_heading(content[0], content[2])
            elif kind == "Table":
                self._read_table(content)
            elif kind in LISTS:
                self._read_list(block, ())
            elif kind in ("BlockQuote", "Div"):
                self._read(content if kind == "BlockQuote" else content[1])
            elif kind in TEXT and tag == "summary" and self._is_heading(content):
                self._read_heading(0, content)
            elif kind in TEXT and tag in PIECES:
                self._read_item([block], ())
            else:
                self._leave_out(block)
            tag = Tag(content[1]).name if is_html(block) else None
            self._end_details(self._details + (tag == "details") - (tag == "/details"))
        self._end_details(details)

    def _leave_out(self, block: Any) -> None:
        """Counts a block that is neither a table nor a list: prose, code, HTML."""
        kind, content = block["t"], block.get("c")
        if kind in TEXT:
            line = Line(content, self.report)
            if tidied(line.text):
                self.report.leave_out("paragraphs")
            for _ in line.links:
                self.report.leave_out("links in paragraphs")
        elif kind == "CodeBlock":
            self.report.leave_out("blocks of code")
        elif is_html(block):
            links, name = links_in(content[1]), Tag(content[1]).name
            if links or not (name.startswith("/") or name in AROUND or name in PIECES):
                self.report.leave_out("blocks of HTML")
            for _ in links:
                self.report.leave_out("links in HTML", is_entry=True)

    def _is_heading(self, inlines: list[Any]) -> bool:
        return not OPENING_WORDS.match(Line(inlines, Report()).text.strip())

    def _read_heading(self, level: int, inlines: list[Any]) -> None:
        line = Line(inlines, self.report)
        text = heading(ATTRIBUTES.sub("", one_line(line.text)), self.file, self.report)
        self._levels = [each for each in self._levels if each[:2] < (self._details, level)]
        if text:
            self._levels.append((self._details, level, text))
            self._headings.add(tuple(self._above))
        for link in filter(_leads_away, line.links):
            place = f"{self.file}: heading {quoted(text)}"
            self.report.lose(place, "link", f"a category cannot keep {link.url}")

    def _end_details(self, left: int) -> None:
        """Closes <details> until `left` are open; text after them is not under the headings inside."""
        self._details = max(left, 0)
        self._levels = [each for each in self._levels if each[0] <= self._details]

    @property
    def _above(self) -> list[str]:
        """The headings above the current block."""
        return [text for _, _, text in self._levels]

    def _place(self, what: str) -> str:
        """The place of a row, as messages name it; rows and items are counted below each heading."""
        above = " / ".join(self._above)
        self._counts[f"{what} {above}"] += 1
        return f"{self.file}: {f'{above!r}, ' if above else ''}{what} {self._counts[f'{what} {above}']}"

    # Tables

    def _read_table(self, table: list[Any]) -> None:
        number = dict(table[0][2]).get(NUMBER)  # a table from HTML has none
        head, body = head_of(table), rows_of(table)
        if not head and any(sum(bool(_links_of(cell)) for cell in cells) > 1 for cells in body):
            for cell in (cell for cells in body for cell in cells):  # a grid of links, for the layout of a page
                self._read_item(cell, ())
            return
        rows = [list(map(self._cell, cells)) for cells in body]
        names = [" ".join(dict.fromkeys(cell.text for cell in map(self._cell, cells))) for cells in zip(*head)]
        width = max(map(len, (*rows, names)), default=0)
        self._tables += 1
        columns = distinct(names + [""] * (width - len(names)), f"{self.file}: table {self._tables}", self.report)
        for at, cells in enumerate(rows):
            padded = cells + [Cell("")] * (width - len(cells))
            row = Row(self._place("row"), self._above, dict(zip(columns, padded)))
            if (number, at) in self._cut:
                self.report.lose(row.place, "the rest of the row", "there are fewer columns")
            if any(cell.text for cell in cells):
                self.rows.append(row)

    def _cell(self, blocks: list[Any]) -> Cell:
        return Line(inlines_of(blocks), self.report).cell

    # Lists

    def _read_list(self, block: Any, tags: tuple[str, ...]) -> None:
        """Reads the items of a list, and tags them with the items that the list is nested in."""
        for item in items_of(block):
            self._read_item(item, tags)

    def _read_item(self, blocks: list[Any], tags: tuple[str, ...]) -> None:
        texts = [block["c"] for block in blocks if block["t"] in TEXT]
        line = Line(_joined(texts), self.report)
        text = one_line(line.text)
        if any(_leads_away(link) for link in line.links):
            cells = self._item(line, tags)
            self.rows.append(Row(self._place("item"), self._above, cells))
            tags = (*tags, cells["title"].text)
        elif line.links:
            self.report.leave_out("links within the page")
        elif text:
            self.report.leave_out("list items without a link")
            if len(text) <= LONGEST_TAG:
                tags = (*tags, text.rstrip(SEPARATORS))
        for block in blocks:
            if block["t"] in LISTS:
                self._read_list(block, tags)
            elif block["t"] not in TEXT:
                self._read([block])

    def _item(self, line: Line, tags: tuple[str, ...]) -> dict[str, Cell]:
        """The name of the item's subject, its link, its description, its further links and its tags."""
        link, *further = sorted(filter(_leads_away, line.links), key=lambda link: link.is_picture)
        before, after = line.text[: link.begin].strip(), line.text[link.end :]
        title, description = link.label, _without_lone_links(after, link.end, further)
        if any(character.isalnum() for character in before):
            name = before.rstrip(SEPARATORS + OPENING)
            is_name = name != before or is_generic(link.label) or link.label == link.url
            if is_name and any(map(str.isalpha, name)):
                title = one_line(name)
            else:  # a link within a sentence, or after a year
                description = tidied(line.text)
        elif before.strip(SEPARATORS + BRACKETS):
            self.report.leave_out("marks before links")
        labels = ", ".join(each.label for each in further)
        return dict(zip(ITEM, (
            Cell(title),
            Cell(link.label, [(link.label, link.url)]),
            Cell(description.replace("\n", " ")),
            Cell(labels, [(each.label, each.url) for each in further]),
            Cell("\n".join(filter(None, tags))),
        )))


def _links_of(blocks: list[Any]) -> list[Link]:
    return Line(inlines_of(blocks), Report()).links


def _joined(texts: list[list[Any]]) -> list[Any]:
    """The inlines of several paragraphs, with a space between them."""
    return [inline for text in texts for inline in (*text, {"t": "Space"})]


def _leads_away(link: Link) -> bool:
    """Whether the link leads to another page."""
    return not link.url.startswith("#")


def _without_lone_links(text: str, begin: int, links: list[Link]) -> str:
    """The text after the first link, without the links at its beginning, in brackets or before a separator: the
    description follows "Name (slides, code) - "."""
    at = 0
    for link in (link for link in links if link.begin >= begin):
        if text[at : link.begin - begin].strip(SEPARATORS + BRACKETS):
            break
        at = link.end - begin
    rest = text[at:].lstrip()
    if at and rest.strip(SEPARATORS + BRACKETS) and rest[0] not in SEPARATORS + CLOSING:
        rest = text  # a sentence that begins with a link
    return tidied(rest.lstrip(SEPARATORS + CLOSING)) if rest.strip(SEPARATORS + BRACKETS) else ""
