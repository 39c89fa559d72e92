"""The inlines of pandoc's syntax tree as what a reader sees, with the links in it."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from .model import Cell, Report

# Elements that hold nothing but further inlines.
TRANSPARENT = frozenset("Emph Strong Underline Superscript Subscript SmallCaps".split())
TAG = re.compile("</?[A-Za-z]")
BREAKS = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}


@dataclass
class Link:
    """A link, and where its label stands in the text."""

    label: str
    url: str
    begin: int
    end: int


class Line:
    """Inlines as `text` with `links`. What a catalogue cannot have is counted in the report."""

    def __init__(self, inlines: list[Any], report: Report):
        self._report = report
        self._pieces: list[str] = []
        self._size = 0
        self._links: list[tuple[str, int, int]] = []
        self._images: list[int] = []  # where they stand
        self._open: tuple[str, int] | None = None  # an <a> that is not closed
        self._add(inlines)
        self.text = "".join(self._pieces)
        self.links = self._labelled()

    @property
    def cell(self) -> Cell:
        return Cell(tidied(self.text), [(link.label, link.url) for link in self.links])

    def _labelled(self) -> list[Link]:
        """The links with their labels; one that shows nothing but an image is a badge."""
        labels = [tidied(self.text[begin:end]).replace("\n", " ") for _, begin, end in self._links]
        links = [Link(label, *link) for label, link in zip(labels, self._links)]
        badges = [link for link in links if not link.label]
        for _ in badges:
            self._report.leave_out("badges")
        in_badges = {at for badge in badges for at in range(badge.begin, badge.end + 1)}
        for _ in filter(lambda at: at not in in_badges, self._images):
            self._report.leave_out("images")
        return sorted((link for link in links if link.label), key=lambda link: link.begin)

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._size += len(text)

    def _add(self, inlines: list[Any]) -> None:
        for at, inline in enumerate(inlines):
            kind, content = inline["t"], inline.get("c")
            if kind == "Str":
                self._put(content)
            elif kind in BREAKS:
                self._put(BREAKS[kind])
            elif kind in TRANSPARENT:
                self._add(content)
            elif kind in ("Code", "Math"):
                self._put(content[1])
            elif kind == "Link":
                self._add_link(content)
            elif kind == "Image":
                self._images.append(self._size)
            elif kind == "Span":
                self._add_span(content, inlines[at + 1 : at + 2])
            elif kind == "RawInline":
                self._add_html(content[1])
            elif kind == "Strikeout":
                self._add(content)
                self._report.leave_out("marks of strikethrough")
            elif kind == "Note":
                self._report.leave_out("footnotes")
            else:  # Quoted and Cite, which GitHub's Markdown has not
                self._add(content[1])

    def _add_link(self, content: list[Any]) -> None:
        begin = self._size
        self._add(content[1])
        self._links.append((content[2][0], begin, self._size))

    def _add_span(self, content: list[Any], following: list[Any]) -> None:
        """An emoji by its name is one where nothing is beside it: "std::lock::x" holds none."""
        name = dict(content[0][2]).get("data-emoji")
        after = following[0]["c"][:1] if following and following[0]["t"] == "Str" else ""
        beside = "".join(self._pieces[-1:])[-1:] + after
        if name and any(character.isalnum() or character in ":_" for character in beside):
            self._put(f":{name}:")
        else:
            self._add(content[1])

    def _add_html(self, html: str) -> None:
        tag = _Tag(html)
        if tag.name == "br":
            self._put("\n")
        elif tag.name == "img":
            self._images.append(self._size)
        elif tag.name == "a" and tag.url:
            self._open = (tag.url, self._size)
        elif tag.name == "/a" and self._open:
            self._links.append((*self._open, self._size))
            self._open = None


class _Tag(HTMLParser):
    """A tag of HTML: its name, with a slash before it where it ends an element, and where it leads."""

    def __init__(self, html: str):
        super().__init__()
        self.name = self.url = ""
        if TAG.match(html):  # and not a comment, a declaration or the like
            self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name, self.url = tag, dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        self.name = f"/{tag}"


def tidied(text: str) -> str:
    """The text without the white space that no reader sees."""
    return re.sub(r" *\n[ \n]*", "\n", re.sub(r"[ \t]+", " ", text)).strip()
