"""Reads Markdown by pandoc's syntax tree: rows of tables, and items of lists that have a link, under their headings."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

from .files import read_text
from .markdown_html import links_in
from .markdown_text import Line, Link, tidied
from .model import Cell, ImportFailure, Report, Row
from .pandoc import cut_rows, rows_of, syntax_tree
from .tables import distinct

# The cells of an item of a list.
ITEM = ("title", "link", "description", "links", "tags")
LISTS = ("BulletList", "OrderedList")
# What stands between a name and its description.
SEPARATORS = " \n\t-\u2013\u2014:|,;\u00b7\u2022\u2192\uff1a\uff0c\u3002\u3001\uff1b"
# What is nothing beside links.
OPENING = "([{\u3008\u300a\u300c\u300e\u3010\uff08"
CLOSING = ")]}\u3009\u300b\u300d\u300f\u3011\uff09"
BRACKETS = f"{OPENING}{CLOSING}/&+."
# "{#name .class}" behind a heading, which other programs than GitHub do not show.
ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^{}\s]+(?:\s[^{}]*)?\}$")
# Labels that name no thing, but what is behind the link: the name is before them.
GENERIC = re.compile(
    "(?:[Aa]r[Xx]iv|[Aa]rticle|[Bb]log|[Cc]ode|[Dd]emo|[Dd]ocs|[Dd]ownload|[Gg]it[Hh]ub|[Hh]ere|[Hh]omepage|[Ll]ink|"
    "[Pp]age|[Pp]aper|PDF|pdf|[Pp]roject|[Rr]epo|[Ss]lides|[Ss]ource|[Vv]ideo|[Ww]ebsite)"
)
# A longer text above a nested list is prose, and no tag.
LONGEST_TAG = 100


def read(path: Path, report: Report) -> list[Row]:
    """The rows of all tables and lists, in the order of the file."""
    text = read_text(path)
    try:
        return MarkdownReader(text, path.name, report).rows
    except RecursionError:
        raise ImportFailure(f"{path}: is nested too deeply") from None


class MarkdownReader:
    """Goes through the blocks of a file; `rows` are what it has found."""

    def __init__(self, text: str, file: str, report: Report):
        self.file = file
        self.report = report
        self.rows: list[Row] = []
        self._levels: list[tuple[int, str]] = []
        self._headings: set[tuple[str, ...]] = set()
        self._counts: Counter[str] = Counter()
        self._tables = 0
        self._cut = cut_rows(text, file) if "|" in text else set()
        tree = syntax_tree(text, file)
        for _ in tree["meta"]:
            report.leave_out("fields of metadata")
        self._read(tree["blocks"])
        above = {tuple(row.headings[:depth]) for row in self.rows for depth in range(len(row.headings) + 1)}
        for _ in self._headings - above:
            report.leave_out("headings without rows")

    def _read(self, blocks: list[Any]) -> None:
        for block in blocks:
            kind, content = block["t"], block.get("c")
            if kind == "Header":
                self._read_heading(content)
            elif kind == "Table":
                self._read_table(content)
            elif kind in LISTS:
                self._read_list(block, ())
            elif kind in ("BlockQuote", "Div"):
                self._read(content if kind == "BlockQuote" else content[1])
            else:
                self._leave_out(block)

    def _leave_out(self, block: Any) -> None:
        """What is neither a table nor a list: prose, code, HTML."""
        kind, content = block["t"], block.get("c")
        if kind in ("Para", "Plain"):
            line = Line(content, self.report)
            if tidied(line.text):
                self.report.leave_out("paragraphs")
            for _ in line.links:
                self.report.leave_out("links in paragraphs")
        elif kind == "CodeBlock":
            self.report.leave_out("blocks of code")
        elif kind == "RawBlock" and not content[1].lstrip().startswith("<!--"):
            self.report.leave_out("blocks of HTML")
            for _ in links_in(content[1]):
                self.report.leave_out("links in HTML", is_entry=True)

    def _read_heading(self, content: list[Any]) -> None:
        level, _, inlines = content
        line = Line(inlines, self.report)
        heading = ATTRIBUTES.sub("", tidied(line.text).replace("\n", " "))
        self._levels = [(above, text) for above, text in self._levels if above < level]
        if heading:
            self._levels.append((level, heading))
            self._headings.add(tuple(text for _, text in self._levels))
        for link in line.links:
            if not link.url.startswith("#"):
                self.report.lose(f"{self.file}: heading {heading!r}", "link", f"a category has no place for {link.url}")

    def _place(self, what: str, headings: list[str]) -> str:
        """Where a row stands, as messages name it; rows and items are counted below each heading."""
        above = " / ".join(headings)
        self._counts[f"{what} {above}"] += 1
        return f"{self.file}: {f'{above!r}, ' if above else ''}{what} {self._counts[f'{what} {above}']}"

    # Tables

    def _read_table(self, table: list[Any]) -> None:
        headings = [text for _, text in self._levels]
        head = [self._cell(cell[4]) for _, cells in table[3][1] for cell in cells]
        place = f"{self.file}: table {self._tables + 1}"
        columns = distinct([cell.text for cell in head], place, self.report)
        for number, cells in enumerate(rows_of(table)):
            row = Row(self._place("row", headings), headings, dict(zip(columns, map(self._cell, cells))))
            if (self._tables, number) in self._cut:
                self.report.lose(row.place, "the last cells", f"there are only {len(columns)} columns")
            if any(cell.text or cell.links for cell in row.cells.values()):
                self.rows.append(row)
        self._tables += 1

    def _cell(self, blocks: list[Any]) -> Cell:
        return Line([inline for block in blocks for inline in block["c"]], self.report).cell

    # Lists

    def _read_list(self, block: Any, tags: tuple[str, ...]) -> None:
        """The items of a list, which have the items without a link that they stand under for tags."""
        for item in block["c"] if block["t"] == "BulletList" else block["c"][1]:
            self._read_item(item, tags)

    def _read_item(self, blocks: list[Any], tags: tuple[str, ...]) -> None:
        texts = [block["c"] for block in blocks if block["t"] in ("Plain", "Para")]
        line = Line(_joined(texts), self.report)
        text = tidied(line.text).replace("\n", " ")
        if any(_leads_away(link) for link in line.links):
            headings = [heading for _, heading in self._levels]
            self.rows.append(Row(self._place("item", headings), headings, self._item(line, tags)))
        elif line.links:
            self.report.leave_out("links within the page")
        elif text:
            self.report.leave_out("list items without a link")
            if len(text) <= LONGEST_TAG:
                tags = (*tags, text.rstrip(SEPARATORS))
        for block in blocks:
            if block["t"] in LISTS:
                self._read_list(block, tags)
            elif block["t"] not in ("Plain", "Para"):
                self._read([block])

    def _item(self, line: Line, tags: tuple[str, ...]) -> dict[str, Cell]:
        """The name of what the item is about, its link, what is said of it, its further links and its tags."""
        link, *further = sorted(filter(_leads_away, line.links), key=lambda link: link.is_picture)
        before, after = line.text[: link.begin].strip(), line.text[link.end :]
        title, description = link.label, _without_lone_links(after, link.end, further)
        if any(character.isalnum() for character in before):
            name = before.rstrip(SEPARATORS + OPENING)
            if name != before or GENERIC.fullmatch(link.label) or link.label == link.url:
                title = tidied(name).replace("\n", " ")
            else:  # a link within a sentence
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


def _joined(texts: list[list[Any]]) -> list[Any]:
    """The inlines of several paragraphs, with a space between them."""
    return [inline for text in texts for inline in (*text, {"t": "Space"})]


def _leads_away(link: Link) -> bool:
    """Whether it leads to another page than this."""
    return not link.url.startswith("#")


def _without_lone_links(text: str, begin: int, links: list[Link]) -> str:
    """The text behind the first link, which begins there in the line, without the links that it begins with, in
    brackets or before a separator: what follows on "Name (slides, code) - " says something."""
    at = 0
    for link in (link for link in links if link.begin >= begin):
        if text[at : link.begin - begin].strip(SEPARATORS + BRACKETS):
            break
        at = link.end - begin
    rest = text[at:].lstrip()
    if at and rest.strip(SEPARATORS + BRACKETS) and rest[0] not in SEPARATORS + CLOSING:
        rest = text  # a sentence that begins with a link
    return tidied(rest.lstrip(SEPARATORS + CLOSING)) if rest.strip(SEPARATORS + BRACKETS) else ""
