"""The contents of HTML in Markdown: tags between words, and links in blocks."""

import re
from html.parser import HTMLParser

# A picture of a project's status, by its address, its text or its target.
BADGE = re.compile(
    r"badge|shields\.io|travis|coveralls|codecov|/actions\b|\b(?:circleci|appveyor|readthedocs)\b|\bci\b", re.IGNORECASE
)


class Parser(HTMLParser):
    """Python's parser, but it does not fail at "<![x", which HTML treats as a comment."""

    def parse_marked_section(self, i: int, *options: int) -> int:
        return self.parse_bogus_comment(i, *options)


class Tag(Parser):
    """A tag of HTML: its name, with a slash before it if it ends an element, and its attributes. A comment, a
    declaration or the like has neither."""

    def __init__(self, html: str):
        super().__init__()
        self.name = ""
        self.attributes: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name, self.attributes = tag, {name: value or "" for name, value in attrs}

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.name = f"/{tag}"


def is_badge(*texts: str) -> bool:
    return any(map(BADGE.search, texts))


def links_in(html: str) -> list[str]:
    """The targets of a block's links to other pages, without those of badges."""
    links = _Links()
    links.feed(html)
    links.close()
    links.end_link()
    return links.found


class _Links(Parser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._url: str | None = None
        self._texts: list[str] = []
        self._pictures: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "a":
            self.end_link()
            self._url = attributes.get("href")
        elif tag == "img":
            self._pictures += filter(None, map(attributes.get, ("src", "alt")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.end_link()

    def handle_data(self, data: str) -> None:
        self._texts.append(data)

    def end_link(self) -> None:
        if self._url and not self._url.startswith("#"):
            has_text = any(map(str.strip, self._texts))
            shows_badge = self._pictures and not has_text and is_badge(self._url, *self._pictures)
            self.found += [] if shows_badge else [self._url]
        self._url, self._texts, self._pictures = None, [], []
