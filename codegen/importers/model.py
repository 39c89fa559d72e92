"""The output of the readers of files, the catalogue to be written, and the report of losses."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

PLURAL = re.compile(r"s\b")


@dataclass
class Reference:
    """An entry of a bibliography, in the terms of the citations of data/README.md. In `citation`, name variables are
    lists of names, each a text or a table of its parts, with "others" last if there are more; date variables are ISO
    text as precise as given, a range with a slash, or a table with the literal; everything else is text."""

    place: str
    key: str
    citation: dict[str, Any]
    tags: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


@dataclass
class Cell:
    """The visible text of a cell, without markup, and the label and URL of each link in it."""

    text: str
    links: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Row:
    """A row of a table, or an item of a list, with the cells "title", "link", "description", "links" and "tags".
    `headings` has the headings above it, topmost first; `cells` has the cells by the headings of their columns."""

    place: str
    headings: list[str]
    cells: dict[str, Cell]


@dataclass
class Document:
    """A data directory before it is written. Each category is a table of its `id`, `title`, `kind`, the index of its
    `part`, and `number` and `columns` if given; `part_numbers` has the number of a part by that index. Kinds and
    records are tables as TOML has them, the records by the name of their kind; `plurals` has the name of the file of
    each kind. `places` says where each record came from, by its key."""

    title: str
    language: str
    other_languages: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    part_numbers: dict[int, str] = field(default_factory=dict)
    categories: list[dict[str, Any]] = field(default_factory=list)
    kinds: list[dict[str, Any]] = field(default_factory=list)
    plurals: dict[str, str] = field(default_factory=dict)
    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


class ImportFailure(Exception):
    """A file cannot be read, or the catalogue cannot be written; the arguments are lines that say why."""


class Report:
    """The messages at the end of an import. A place names the file and the entry; `file` is the current one."""

    def __init__(self) -> None:
        self.file = ""
        self.refused: list[str] = []
        self.lost: list[str] = []
        self.changed: list[str] = []
        self.tidied: list[str] = []
        self._lost_fields: Counter[tuple[str, str, str]] = Counter()
        self._left_out: Counter[tuple[str, str]] = Counter()
        self._left_out_entries = 0

    def refuse(self, place: str, why: str) -> None:
        """Reports an entry that was not imported."""
        self.refused.append(f"{place}: is left out: {why}")

    def lose(self, place: str, field: str, why: str) -> None:
        """Reports a value that was not imported."""
        self.lost.append(f"{place}: {field}: is lost: {why}")

    def lose_field(self, field: str, why: str) -> None:
        """Counts a value that was not imported because no entry can keep its field."""
        self._lost_fields[self.file, field, why] += 1

    def change(self, place: str, what: str) -> None:
        """Reports a value that was imported in another form."""
        self.changed.append(f"{place}: {what}")

    def leave_out(self, what: str, is_entry: bool = False) -> None:
        """Counts a thing that is not an entry, or may be one (`is_entry`); `what` is the plural, as in "badges"."""
        self._left_out[self.file, what] += 1
        self._left_out_entries += is_entry

    def tidy(self, place: str, field: str) -> None:
        """Reports a value whose white space or Unicode normal form was changed."""
        self.tidied.append(f"{place}: {field}: white space or Unicode was tidied")

    def lines(self, verbose: bool = False) -> list[str]:
        """All lines, the most serious first."""
        fields = [
            f"{file}: {name}: is lost: {why}; {times} {'entry has' if times == 1 else 'entries have'} it"
            for (file, name, why), times in self._lost_fields.items()
        ]
        left_out: dict[str, list[str]] = {}
        for (file, what), times in self._left_out.items():
            left_out.setdefault(file, []).append(f"{times} {what if times > 1 else PLURAL.sub('', what, count=1)}")
        prose = [f"{file}: left out: {', '.join(whats)}" for file, whats in left_out.items()]
        return self.refused + self.lost + fields + self.changed + prose + (self.tidied if verbose else [])

    @property
    def status(self) -> int:
        """The exit status: 1 if an entry, or something that may be one, was not imported."""
        return 1 if self.refused or self._left_out_entries else 0
