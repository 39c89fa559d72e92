"""The mapping of columns and headings that --mapping gives."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..checks import Wrong, check_language, check_name
from ..messages import quoted
from .files import read_text
from .model import ImportFailure, Report


@dataclass
class Mapping:
    """`columns` has the possible fields of a column by its heading; the first field that fits is used. `categories` has
    the id of a category by its heading, and `kinds` the kind of its records. `used` has the headings found in files."""

    file: str = ""
    columns: dict[str, list[str]] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)

    def fields_of(self, heading: str) -> list[str] | None:
        return self._of("column", self.columns, heading)

    def id_of(self, *headings: str) -> str | None:
        """The id of the category with one of these headings."""
        return next(filter(None, (self._of("category", self.categories, heading) for heading in headings)), None)

    def kind_of(self, *headings: str) -> str | None:
        return next(filter(None, (self._of("kind", self.kinds, heading) for heading in headings)), None)

    def _of(self, what: str, table: dict[str, Any], heading: str) -> Any:
        if heading in table:
            self.used.add((what, heading))
        return table.get(heading)

    def report_unused(self, report: Report) -> None:
        """Reports the headings that no file has, because they are probably misspelt."""
        for what, table in ("column", self.columns), ("category", self.categories), ("kind", self.kinds):
            for heading in table:
                if (what, heading) not in self.used:
                    report.change(self.file, f"{quoted(heading)}: matches no {_PLACE_OF[what]} of the files")


_ABOVE = "heading above a row or an item"
_PLACE_OF = {"column": "column", "category": _ABOVE, "kind": _ABOVE}


def read_mapping(path: Path) -> Mapping:
    """The mapping in a file of TOML; raises ImportFailure with its first mistake."""
    try:
        tables = tomllib.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise ImportFailure(f"{path}: is not valid TOML: {error}") from None
    mapping = Mapping(str(path))
    for name, value in tables.items():
        if name in ("categories", "kinds") and isinstance(value, dict):
            getattr(mapping, name).update(_names(path, name, value))
        else:
            mapping.columns[name] = _fields(path, name, value)
    ids = list(mapping.categories.values())
    if twice := next((id for id in ids if ids.count(id) > 1), None):
        raise ImportFailure(f"{path}: categories: {quoted(twice)} is the id of more than one heading")
    return mapping


def _names(path: Path, table: str, names: dict[str, Any]) -> dict[str, str]:
    for heading, name in names.items():
        try:
            check_name(name)
        except Wrong as wrong:
            raise ImportFailure(f"{path}: {table}: {quoted(heading)}: {wrong}") from None
    return names


def _fields(path: Path, heading: str, value: Any) -> list[str]:
    """One field, or several, because kinds use different names; "title.ko" is a field in a language."""
    fields = value if isinstance(value, list) else [value]
    for each in fields:
        try:
            name, _, language = each.partition(".") if isinstance(each, str) else (each, None, None)
            check_name(name)
            if language:
                check_language(language)
        except Wrong as wrong:
            raise ImportFailure(f"{path}: {quoted(heading)}: {wrong}") from None
    if not fields:
        raise ImportFailure(f"{path}: {quoted(heading)}: names no field")
    return fields
