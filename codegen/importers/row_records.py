"""Makes the fields of a record from the cells of a row."""

import contextlib
import re
from typing import Any

from ..checks import Wrong, check_plain, check_url
from ..kinds import Kind
from ..messages import shown
from . import tidy
from .fields import pieces_of, rest_of, value_of
from .keys import free_aliases
from .listings import LINKS, Listing, Target
from .markdown import ITEM
from .model import Cell, Document, Report, Row
from .tables import addresses_among_words

# The fields of all kinds, in the order in which they are written after those of the kind.
COMMON_TYPES = {
    "link_label": "text",
    "url": "url",
    "links": "links",
    "tags": "tags",
    "aliases": "keys",
    "status": "status",
    "current_url": "url",
    "status_note": "text",
}

# An address without a scheme, such as "example.org/page".
ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?::[0-9]+)?(?:[/?#]\S*)?")

AFTER_ADDRESS = re.compile(r"[,;]\s|\s[,;|(]")


class RecordMaker:
    """Makes the fields of the records of a listing; `names` has the keys and aliases of all entries so far."""

    place: str  # of the current row

    def __init__(self, document: Document, listing: Listing, kind: Kind, names: set[str], report: Report):
        self.document = document
        self.listing = listing
        self.types = {field.name: field.type for field in kind.fields}
        self.title = kind.title
        self.names = names
        self.report = report
        self.has_link = any(target.field in LINKS for target in listing.targets.values())

    def fields(self, row: Row, position: int) -> dict[str, Any]:
        """The fields of the row, in the order in which they are written; `position` is that of the record."""
        self.place = row.place
        found: dict[str, Any] = {}
        further: list[tuple[str, str]] = []
        for column, target in self.listing.targets.items():
            cell = self._tidied(column, row.cells[column])
            if not cell.text and not cell.links:
                continue
            if target.field in LINKS:
                further += self._put_link(found, column, cell)
            elif target.field == "links":
                further += cell.links
                self._lose_words(column, cell)
            elif target.field == "tags" and self.listing.columns == ITEM:  # a comma is part of a tag
                found["tags"] = list(dict.fromkeys(map(tidy.line, cell.text.split("\n"))))
            elif target.field in ("key", "aliases", "link_label"):
                further += cell.links
                if target.field == "aliases":
                    found["aliases"] = free_aliases(pieces_of(cell.text), self.names, self.place, self.report)
                elif target.field == "link_label":
                    self._put_label(found, column, cell.text)
            else:
                further += self._put_value(found, column, target, cell, position)
        for name, value in found.items():
            if isinstance(value, dict) and [*value] == [self.document.language]:
                found[name] = value[self.document.language]
        if self.title not in {target.field for target in self.listing.targets.values()}:
            found[self.title] = found.get("link_label")
        self._drop_plain_label(found)
        found["links"] = self._links(found, further)
        order = [*self.types, *COMMON_TYPES]
        return {name: found[name] for name in order if found.get(name) not in (None, [])}

    def _lose(self, field: str, why: object) -> None:
        self.report.lose(self.place, field, str(why))

    def _tidied(self, column: str, cell: Cell) -> Cell:
        text = tidy.prose(cell.text)
        if codes := tidy.controls(cell.text):
            self._lose(column, f"the control character {', '.join(codes)}; the rest of the text is kept")
        if text != cell.text:
            self.report.tidy(self.place, column)
        return Cell(text, [(tidy.line(label), tidy.line(url)) for label, url in cell.links])

    def _put_link(self, found: dict[str, Any], column: str, cell: Cell) -> list[tuple[str, str]]:
        """Uses the first link of a cell as that of the record, with its text as the label; returns the other links."""
        cell = Cell(cell.text, cell.links or self._addresses_in(column, cell.text))
        (label, url), *others = cell.links or [(cell.text, "")]
        if others:
            self._lose_words(column, cell)
        else:
            label = cell.text
        label = tidy.line(label)
        if not url and (cell.links or ADDRESS.fullmatch(label)):
            self._lose(column, f"{shown(label)} is not an absolute URL, and becomes only the label")
        if url and "url" not in found:
            found["url"] = self._checked(column, url, check_url)
        elif url:
            others.insert(0, (label, url))
            label = ""
        if label != url:
            self._put_label(found, column, label)
        return others

    def _put_label(self, found: dict[str, Any], column: str, label: str) -> None:
        label = label and self._checked(column, tidy.line(label), check_plain)
        if label and found.setdefault("link_label", label) != label:
            self._lose(column, f"{shown(label)}; the link has another label")

    def _addresses_in(self, column: str, text: str) -> list[tuple[str, str]]:
        """The addresses in a text without links. A space is part of an address unless a separator precedes it."""
        if self.listing.targets[column].field == "url" and not AFTER_ADDRESS.search(text):
            with contextlib.suppress(Wrong):
                return [(text, check_url(text))]
        return [(address, address) for address in addresses_among_words(text)]

    def _put_value(
        self, found: dict[str, Any], column: str, target: Target, cell: Cell, position: int
    ) -> list[tuple[str, str]]:
        """Uses the cell as the value of a field; returns its links, except the one that becomes the link of the
        record."""
        type = self.types.get(target.field) or COMMON_TYPES[target.field]
        if type == "ordinal":
            if cell.text != str(position):
                self._lose(column, f"{cell.text!r} is not the position of the record, which is {position}")
            return cell.links
        if type not in ("prose", "tags") and "\n" in cell.text:
            cell = Cell(tidy.line(cell.text), cell.links)
            self.report.tidy(self.place, column)
        try:
            value = value_of(cell, type)
        except Wrong as wrong:
            self._lose(column, wrong)
            return cell.links
        if type == "localized":
            self._put_localized(found, column, target, value)
        else:
            found[target.field] = value
        links = list(cell.links)
        if type == "url":
            if links:
                self._lose_words(column, Cell(cell.text, [(value, value), *links[1:]]))
            return links[1:]
        if target.field == self.title and links and not self.has_link and "url" not in found:
            label, url = links.pop(0)
            found["url"] = self._checked(column, url, check_url)
            self._put_label(found, column, label)
        return links

    def _put_localized(self, found: dict[str, Any], column: str, target: Target, value: str) -> None:
        known = [self.document.language, *self.document.other_languages]
        language = target.language or self.document.language
        tag = next((tag for tag in known if tag.lower() == language.lower()), None)
        if tag is None:
            tag = language
            self.document.other_languages.append(tag)
        if found.setdefault(target.field, {}).setdefault(tag, value) != value:
            self._lose(column, f"{shown(value)}; there is another text in the language {tag!r}")

    def _drop_plain_label(self, found: dict[str, Any]) -> None:
        """Drops the label of the link of an item of a list, or of a title that is a link, if it equals the title."""
        is_own = self.listing.columns == ITEM or not self.has_link
        if is_own and found.get("url") and found.get("link_label") == found.get(self.title):
            found.pop("link_label", None)

    def _links(self, found: dict[str, Any], further: list[tuple[str, str]]) -> list[dict[str, str]]:
        links: dict[tuple[str, str], None] = {}
        own = found.get("url")
        for label, url in further:
            if url == own and label in (url, found.get("link_label"), found.get(self.title)):
                continue
            url = self._checked("links", url, check_url)
            label = url and self._checked("links", label or url, check_plain)
            if label:
                links[label, url] = None
        return [{"label": label, "url": url} for label, url in links]

    def _lose_words(self, column: str, cell: Cell) -> None:
        """Reports the text between the links of a cell as lost."""
        if rest := rest_of(cell):
            self._lose(column, f"the words {tidy.line(rest)!r} around the links")

    def _checked(self, field: str, value: str, check: Any) -> str | None:
        try:
            check(value)
        except Wrong as wrong:
            self._lose(field, wrong)
            return None
        return value
