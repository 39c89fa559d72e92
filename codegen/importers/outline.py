"""Parts and categories from the headings that rows stand under."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from ..schema import MOST_CATEGORIES
from .keys import identifier
from .mapping import Mapping
from .model import Document, Report

# "C.1.4" or "2.3" before a heading.
NUMBERED = re.compile(r"((?:[A-Z]|[1-9][0-9]*)(?:\.[1-9][0-9]*)*) (\S.*)")
SEPARATOR = " / "

Path = tuple[str, ...]


class Outline:
    """Adds to a document the parts and categories of one file, by the headings of its rows, topmost first. `document`
    has the numbers as well, each once."""

    def __init__(self, document: Document, paths: Iterable[Path], mapping: Mapping, report: Report, file: str):
        self.document = document
        self.mapping = mapping
        self.report = report
        self.file = file
        self.paths = list(dict.fromkeys(paths))
        self._numbers = numbers_in(self.paths)
        self._title_only = self._is_under_a_title()
        self._parts: dict[str, int] = {}
        self._depth = self._greatest_depth()
        if self._title_only:
            what = "it is the heading of the whole file; the title is the file's name"
            report.lose(f"{file}: heading {self.paths[0][0]!r}", "title", what)

    def split(self, heading: str) -> tuple[str, str]:
        """The number of a heading, empty where it has none, and the rest."""
        number = self._numbers.get(heading, "")
        return number, heading[len(number) :].lstrip()

    def headings_of(self, path: Path) -> Path:
        """The headings that make up part and category: without that of the whole file, and those that lie too deep."""
        return path[self._title_only :][: self._depth]

    def part_of(self, headings: Path) -> int:
        """The index of the part that the rows under these headings lie in, which is added where it is new."""
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
        used = [category.get("number", "") for category in self.document.categories]
        number, deepest = self._unused_number(headings[-1], used)
        title = SEPARATOR.join([*headings[1:-1], deepest])
        taken = [category["id"] for category in self.document.categories]
        id = self.mapping.id_of(headings[-1], deepest, title, SEPARATOR.join(headings))
        position = len(self.document.categories) + 1
        category: dict[str, Any] = {
            "id": id if id and id not in taken else identifier(id or title, "category", position, taken),
            "number": number,
            "part": self.part_of(headings),
            "title": title,
            "kind": kind,
            "columns": columns,
        }
        return {name: value for name, value in category.items() if value not in (None, "")}

    def _unused_number(self, heading: str, used: Collection[str]) -> tuple[str, str]:
        """The number and the title of a heading; a number that is there already stays in the title."""
        number, title = self.split(heading)
        return ("", heading) if number and number in used else (number, title)

    def _is_under_a_title(self) -> bool:
        """Whether one heading without a number stands above everything, and numbers say that the parts are below it."""
        tops = {path[0] for path in self.paths}
        if len(tops) != 1 or any(len(path) < 2 for path in self.paths) or self._numbers.get(*tops):
            return False
        return all(path[1] in self._numbers for path in self.paths)

    def _greatest_depth(self) -> int:
        """How many headings make up a category, so that there are not too many of them."""
        room = MOST_CATEGORIES - len(self.document.categories)
        depth = deepest = max(map(len, self.paths), default=1)
        while depth > 1 and len({path[self._title_only :][:depth] for path in self.paths}) > room:
            depth -= 1
        if depth < deepest and depth < deepest - self._title_only:
            what = f"more than {room} categories would be needed"
            self.report.lose(self.file, f"headings below the {depth}. level", what)
        return depth


def numbers_in(paths: Iterable[Path]) -> dict[str, str]:
    """The number of each heading that begins with one. A single letter or number is one only where a longer one begins
    with it: "A guide" has none."""
    headings = dict.fromkeys(heading for path in paths for heading in path)
    found = {heading: form[1] for heading in headings if (form := NUMBERED.fullmatch(heading))}
    longer = {number.split(".")[0] for number in found.values() if "." in number}
    return {heading: number for heading, number in found.items() if "." in number or number in longer}
