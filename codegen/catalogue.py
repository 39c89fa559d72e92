"""The catalogue, as the data files give it."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class Place:
    """The place of a value, as messages name it; `entry` is empty at the top of a file."""

    file: str
    entry: str = ""


@dataclass(frozen=True)
class Row:
    """One table of a data file. `values` has each field of its schema, with None for a field that is absent or wrong; a
    table inside the table is a Row as well. A field can be read as an attribute."""

    place: Place
    values: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        """The value of the field; Python calls this only for names that are not ordinary attributes."""
        try:
            return self.__dict__["values"][name]
        except KeyError:
            raise AttributeError(name) from None

    def first(self, *fields: str) -> Any:
        """The value of the first of these fields that is given, or None."""
        return next((self.values[field] for field in fields if self.values[field]), None)


class PartialDate(NamedTuple):
    """A day, a month or a year; parts that are not given are 0."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def from_text(cls, text: str) -> "PartialDate | None":
        """The date in ISO form; None if the text is not a date, or the calendar has no such day."""
        form = DATE.fullmatch(text)
        if not form:
            return None
        try:
            datetime.date(*map(int, form.groups("1")))
        except ValueError:
            return None
        return cls(*map(int, form.groups("0")))


class DateRange(NamedTuple):
    """A date of a citation, or the first and the last date of a range, or, in `literal`, words in place of a date."""

    begin: PartialDate = PartialDate(0)
    end: PartialDate = PartialDate(0)
    literal: str = ""


class Localized(tuple[str, ...]):
    """A text in each language, in the order of the languages; `given` has the places of the languages in which the
    data give it."""

    given: tuple[int, ...]

    def __new__(cls, texts: Iterable[str], given: Iterable[int]) -> "Localized":
        localized = super().__new__(cls, texts)
        localized.given = tuple(given)
        return localized


@dataclass(frozen=True)
class Language:
    """A language: `tag` is its tag as the data write it, `enumerator` is its name in C++."""

    tag: str
    enumerator: str


@dataclass(frozen=True)
class Category(Row):
    """A category. `part` is the index of its part, or None if a mistake in the data leaves the part unknown."""

    part: int | None


@dataclass(frozen=True)
class Record(Row):
    """A record of any kind; `position` counts the records of its file from 1."""

    position: int


@dataclass(frozen=True)
class Catalogue:
    """The validated data. `kinds` has the kinds that a category holds, by name; `records` has the records of each kind,
    by its name, in the order of the categories."""

    kinds: dict[str, Any]
    languages: list[Language]
    title: Localized
    notes_title: Localized | None
    facts_as_of: str
    parts: list[Row]
    categories: list[Category]
    records: dict[str, list[Record]]
    stages: list[Row]

    @cached_property
    def entries(self) -> list[Record]:
        """The records of all kinds in the order of the categories."""
        by_category: dict[str, list[Record]] = {category.id: [] for category in self.categories}
        for records in self.records.values():
            for record in records:
                by_category[record.category].append(record)
        return [record for records in by_category.values() for record in records]

    @cached_property
    def entry_kinds(self) -> list[Any]:
        """The kind of each entry."""
        kind_of = {category.id: self.kinds[category.kind] for category in self.categories}
        return [kind_of[record.category] for record in self.entries]
