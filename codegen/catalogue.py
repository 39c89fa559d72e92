"""The catalogue as the data files give it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Place:
    """Where a value stands, as messages name it; `entry` is empty at the top of a file."""

    file: str
    entry: str = ""


@dataclass(frozen=True)
class Row:
    """One table of a data file. `values` has each field of its schema, None where it is absent or wrong; a table inside
    it is a Row as well. A field can be read as an attribute."""

    place: Place
    values: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        """The value of the field; Python asks only for what is not an attribute anyway."""
        try:
            return self.__dict__["values"][name]
        except KeyError:
            raise AttributeError(name) from None

    def first(self, *fields: str) -> Any:
        """The first of the values that is given, None where none is."""
        return next((self.values[field] for field in fields if self.values[field]), None)


@dataclass(frozen=True)
class Language:
    """`tag` as the data write it; `enumerator` is its name in C++."""

    tag: str
    enumerator: str


@dataclass(frozen=True)
class Category(Row):
    """A leaf section. `part` is the index of its part, None where its number does not tell."""

    part: int | None


@dataclass(frozen=True)
class Record(Row):
    """A record of any kind; `position` counts the records of its file from 1."""

    position: int


@dataclass(frozen=True)
class Catalogue:
    """The validated data; `kinds` are by name, `records` has those of each kind by its name, in the order of the
    categories."""

    kinds: dict[str, Any]
    languages: list[Language]
    title: tuple[str, ...]
    notes_title: tuple[str, ...] | None
    facts_as_of: str
    family_names: dict[str, str]
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
