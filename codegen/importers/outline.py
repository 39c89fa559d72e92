"""Makes parts and categories from the headings above rows."""

import re
from collections.abc import Collection, Iterable
from itertools import pairwise, zip_longest
from typing import Any

from ..messages import quoted
from ..schema import MOST_CATEGORIES
from .keys import heading, identifier
from .mapping import Mapping
from .model import Document, Report

# "C.1.4", "2.3" or "1." before a heading.
NUMBERED = re.compile(r"((?:[A-Z]|[1-9][0-9]*)(?:\.[1-9][0-9]*)*)[.)]? (\S.*)")
COUNTED = re.compile(r"([1-9][0-9]{0,2})[.)] ")
SEPARATOR = " / "

Path = tuple[str, ...]


class Outline:
    """Adds the parts and categories of one file to a document, by the headings of its rows, topmost first. Each number
    of a heading is used only once in the document. `has_title` says whether a heading may be that of the whole file."""

    def __init__(
        self,
        document: Document,
        paths: Iterable[Path],
        mapping: Mapping,
        report: Report,
        file: str,
        has_title: bool,
    ):
        self.document = document
        self.mapping = mapping
        self.report = report
        self.file = file
        self.paths = list(dict.fromkeys(paths))
        self._numbers = numbers_in(self.paths)
        self._title_only = has_title and self._is_under_a_title()
        self._parts: dict[str, int] = {}
        self._depth = self._greatest_depth()
        if self._title_only:
            what = "it is the heading of the whole file; the title is the file's name"
            report.lose(f"{file}: heading {quoted(self.paths[0][0])}", "title", what)

    def split(self, text: str) -> tuple[str, str]:
        """The number of a heading, empty if it has none, and the rest."""
        return self._numbers.get(text, ("", text))

    def headings_of(self, path: Path) -> Path:
        """The headings that make up a part and a category, without the title of the file and those too deep."""
        return path[self._title_only :][: self._depth]

    def part_of(self, headings: Path) -> int:
        """The index of the part for rows under these headings; adds the part if it is new."""
        top = headings[0]
        if top not in self._parts:
            number, title = self._unused_number(top, self.document.part_numbers.values())
            self._parts[top] = len(self.document.parts)
            if number:
                self.document.part_numbers[len(self.document.parts)] = number
            self.document.parts.append(title)
        return self._parts[top]

    def category_of(self, headings: Path, kind: str, columns: list[dict] | None) -> dict[str, Any]:
        """A new category for the rows under these headings."""
        used = [category.get("number") for category in self.document.categories]
        number, deepest = self._unused_number(headings[-1], used)
        title = heading(SEPARATOR.join([*headings[1:-1], deepest]), self.file, self.report)
        taken = [category["id"] for category in self.document.categories]
        id = self.mapping.id_of(headings[-1], deepest, title, SEPARATOR.join(headings))
        position = len(self.document.categories) + 1
        category: dict[str, Any] = {
            "id": identifier(id or title, "category", position, taken),
            "number": number,
            "part": self.part_of(headings),
            "title": title,
            "kind": kind,
            "columns": columns,
        }
        return {name: value for name, value in category.items() if value not in (None, "")}

    def _unused_number(self, text: str, used: Collection[str | None]) -> tuple[str, str]:
        """The number and the title of a heading; a number already used stays in the title."""
        number, title = self.split(text)
        return ("", text) if number in used else (number, title)

    def _is_under_a_title(self) -> bool:
        """Whether one heading without a number is above everything, and numbers show that the parts are below it."""
        tops = {path[0] for path in self.paths}
        if len(tops) != 1 or any(len(path) < 2 for path in self.paths) or self._numbers.get(*tops):
            return False
        return all(path[1] in self._numbers for path in self.paths)

    def _greatest_depth(self) -> int:
        """The number of headings that make up a category, as many as the limit of categories allows."""
        room = MOST_CATEGORIES - len(self.document.categories)
        paths = [path[self._title_only :] for path in self.paths]
        depth = deepest = max(map(len, paths))
        while depth > 1 and len({path[:depth] for path in paths}) > room:
            depth -= 1
        if depth < deepest:
            what = f"more than {room} categories would be needed"
            self.report.lose(self.file, f"headings below level {depth}", what)
        return depth


def numbers_in(paths: Iterable[Path]) -> dict[str, tuple[str, str]]:
    """The number of each heading that begins with one, and the rest. A single letter or number counts only if a longer
    one begins with it, or if all headings of the level are numbered: "A guide" has none."""
    paths = list(paths)
    found = {text: form.groups() for path in paths for text in path if (form := NUMBERED.fullmatch(text))}
    longer = {number.split(".")[0] for number, _ in found.values() if "." in number}
    counted = {text for level in zip_longest(*paths) for text in _counted(list(dict.fromkeys(filter(None, level))))}
    return {
        text: (number, rest)
        for text, (number, rest) in found.items()
        if "." in number or number in longer or text in counted
    }


def _counted(level: list[str]) -> list[str]:
    """The headings of a level if they are numbered, "1." and "2.", ignoring those without rows."""
    counts = [int(form[1]) for text in level if (form := COUNTED.match(text))]
    is_counted = len(counts) == len(level) > 1 and all(one < other for one, other in pairwise(counts))
    return level if is_counted else []
