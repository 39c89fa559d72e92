"""The visible text of the inlines of pandoc's syntax tree, with its links."""

import re
from dataclasses import dataclass
from typing import Any

from .markdown_html import Tag, is_badge
from .model import Cell, Report
from .pandoc import blocks_in

# Elements that hold nothing but further inlines.
TRANSPARENT = frozenset("Emph Strong Underline Superscript Subscript SmallCaps".split())
# "{:target=_blank}" after a link, which programs other than GitHub do not show.
ATTRIBUTES = re.compile(r"\{(?::|[#.][A-Za-z]|[a-z-]+=)")
BREAKS = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}


@dataclass
class Link:
    """A link, and the place of its label in the text; the label of a picture is not in the text."""

    label: str
    url: str
    begin: int
    end: int
    is_picture: bool


class Line:
    """Inlines as `text` with `links`. The report counts the elements that a catalogue cannot keep."""

    def __init__(self, inlines: list[Any], report: Report):
        self._report = report
        self._pieces: list[str] = []
        self._size = 0
        self._links: list[tuple[str, int, int]] = []
        self._images: list[tuple[int, str, str]] = []  # their places, texts and addresses
        self._open: tuple[str, int] | None = None  # an <a> that is not closed
        self._add(inlines)
        self.text = "".join(self._pieces)
        self.links = self._labelled()

    @property
    def cell(self) -> Cell:
        text = tidied(self.text) or ", ".join(link.label for link in self.links)
        return Cell(text, [(link.label, link.url) for link in self.links])

    def _labelled(self) -> list[Link]:
        """The links with their labels. A link that shows only an image is a badge, or is labelled with the image's
        text; a link that shows nothing is labelled with its address."""
        labels = [one_line(self.text[begin:end]) for _, begin, end in self._links]
        links = [Link(label, *link, is_picture=False) for label, link in zip(labels, self._links)]
        shown = set()
        for link in (link for link in links if not link.label):
            images = [image for image in self._images if link.begin <= image[0] <= link.end]
            shown |= {*images}
            if not images:
                link.label, link.is_picture = link.url, True
            elif is_badge(link.url, *(text for _, *texts in images for text in texts)):
                self._report.leave_out("badges")
            else:
                link.label = next((alt for _, alt, _ in images if alt), link.url)
                link.is_picture = True
        for _ in filter(lambda image: image not in shown, self._images):
            self._report.leave_out("images")
        return sorted((link for link in links if link.label), key=lambda link: link.begin)

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._size += len(text)

    def _add(self, inlines: list[Any]) -> None:
        inlines = without_attributes(inlines)
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
                self._images.append((self._size, _words_of(content[1]), content[2][0]))
            elif kind == "Span":
                self._add_span(content, inlines[at + 1 : at + 2])
            elif kind == "RawInline":
                self._add_html(content[1])
            elif kind == "Strikeout":
                self._add(content)
                self._report.leave_out("marks of strikethrough")
            elif kind == "Note":
                self._report.leave_out("footnotes")
            else:  # Quoted and Cite, which GitHub's Markdown lacks
                self._add(content[1])

    def _add_link(self, content: list[Any]) -> None:
        begin = self._size
        self._add(content[1])
        self._links.append((content[2][0], begin, self._size))
        if content[2][1]:
            self._report.leave_out("titles of links")

    def _add_span(self, content: list[Any], following: list[Any]) -> None:
        """A named emoji counts only if nothing touches it, so "std::lock::x" does not contain one."""
        attributes = dict(content[0][2])
        name = attributes.get("data-emoji") or attributes.get("emoji")  # the latter from HTML
        beside = [piece[-1:] for piece in self._pieces[-1:]]
        beside += [inline["c"][:1] for inline in following if inline["t"] == "Str"]
        if name and any(character.isalnum() or character in ":_" for text in beside for character in text):
            self._put(f":{name}:")
        else:
            self._add(content[1])

    def _add_html(self, html: str) -> None:
        tag = Tag(html)
        url = tag.attributes.get("href")
        if tag.name == "br":
            self._put("\n")
        elif tag.name == "img":
            text, address = (tag.attributes.get(name, "") for name in ("alt", "src"))
            self._images.append((self._size, one_line(text), address))
        elif tag.name == "a" and url:
            self._open = (url, self._size)
        elif tag.name == "/a" and self._open:
            self._links.append((*self._open, self._size))
            self._open = None


def inlines_of(blocks: list[Any]) -> list[Any]:
    """The inlines of blocks, with each block on a separate line."""
    inlines: list[Any] = []
    for block in blocks:
        kind, content = block["t"], block.get("c")
        if kind in ("Plain", "Para"):
            inlines += content
        elif kind == "Header":
            inlines += content[2]
        elif kind == "CodeBlock":
            inlines.append({"t": "Code", "c": content})
        else:
            inlines += inlines_of(blocks_in(block))
        inlines.append({"t": "LineBreak"})
    return inlines


def _words_of(inlines: list[Any]) -> str:
    return one_line(Line(inlines, Report()).text)


def without_attributes(inlines: list[Any]) -> list[Any]:
    """The inlines without attributes in braces right after a link."""
    kept: list[Any] = []
    waiting: list[Any] = []  # for the closing brace
    for inline in inlines:
        is_text = inline["t"] == "Str"
        is_first = is_text and kept and kept[-1]["t"] in ("Link", "Image") and ATTRIBUTES.match(inline["c"])
        if waiting or is_first:
            waiting.append(inline)
            if is_text and "}" in inline["c"]:
                kept.append({"t": "Str", "c": inline["c"].partition("}")[2]})
                waiting = []
        else:
            kept.append(inline)
    return kept + waiting


def tidied(text: str) -> str:
    """The text with each run of white space reduced to one space or one line break."""
    return re.sub(r" *\n[ \n]*", "\n", re.sub(r"[ \t]+", " ", text)).strip()


def one_line(text: str) -> str:
    return tidied(text).replace("\n", " ")
