"""The contents of HTML in Markdown: tags between words, and links in blocks."""

import re
from html.parser import HTMLParser

TAG = re.compile("</?[A-Za-z]")
# A picture of a project's status, by its address, its text or its target.
BADGE = re.compile(
    r"badge|shields\.io|travis|coveralls|codecov|/actions\b|\b(?:circleci|appveyor|readthedocs)\b|\bci\b", re.IGNORECASE
)


class Tag(HTMLParser):
    """A tag of HTML: its name, with a slash before it if it ends an element, and its attributes."""

    def __init__(self, html: str):
        super().__init__()
        self.name = ""
        self.attributes: dict[str, str] = {}
        if TAG.match(html):  # and not a comment, a declaration or the like
            self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name, self.attributes = tag, {name: value or "" for name, value in attrs}

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


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._url = ""
        self._has_text = False
        self._pictures: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.end_link()
            self._url = attributes.get("href", "")
        elif tag == "img":
            self._pictures += [attributes.get("src", ""), attributes.get("alt", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.end_link()

    def handle_data(self, data: str) -> None:
        self._has_text = self._has_text or bool(data.strip())

    def end_link(self) -> None:
        if self._url and not self._url.startswith("#"):
            shows_badge = self._pictures and not self._has_text and is_badge(self._url, *self._pictures)
            self.found += [] if shows_badge else [self._url]
        self._url, self._has_text, self._pictures = "", False, []
