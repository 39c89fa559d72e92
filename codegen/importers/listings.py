"""Tables and lists under their headings, and the fields of their columns."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from ..checks import Wrong, check_language
from ..kinds import Kind
from . import tidy
from .keys import LONGEST_HEADING, slug
from .mapping import Mapping
from .model import Row

# The columns that every kind can have. Only the mapping can name columns for the state of a link.
LINKS = ("link", "url")
COMMON = (*LINKS, "link_label", "links", "tags", "key", "aliases")
STATE = ("status", "current_url", "status_note")
# A heading that gives a language: "title.ko".
BY_LANGUAGE = re.compile(r"(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
NUMBER_SIGN = "#"
# A column with one of these names gives a heading to rows without one; the topmost heading first.
HEADING_FIELDS = ("part", "category")
MOST_HEADINGS = 200


class Target(NamedTuple):
    """A field, and the language of a column, empty if it names none."""

    field: str
    language: str = ""

    @property
    def is_common(self) -> bool:
        return self.field in COMMON + STATE


@dataclass
class Listing:
    """Rows with the same columns under the same headings. `alternatives` has the possible fields of each column,
    `targets` the chosen one."""

    path: tuple[str, ...]
    columns: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)
    alternatives: dict[str, list[Target]] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)

    def fit(self, kind: Kind) -> bool:
        """Whether all columns are fields of the kind, its title among them; if so, `targets` has these fields."""
        types = {field.name: field.type for field in kind.fields}
        targets: dict[str, Target] = {}
        for column, alternatives in self.alternatives.items():
            fitting = (
                target for target in alternatives if target not in targets.values() and _is_field(target, types)
            )
            found = next(fitting, None)
            if found is None:
                return False
            targets[column] = found
        if kind.title not in {target.field for target in targets.values()}:
            return False
        self.targets = targets
        return True


def _is_field(target: Target, types: dict[str, str]) -> bool:
    if target.language:
        return types.get(target.field) == "localized"
    return target.is_common or target.field in types


def listings_of(rows: list[Row], mapping: Mapping, title: str) -> list[Listing]:
    """The rows grouped by headings and columns, in the order of the first row of each group. Rows without a heading or
    a part are under the title."""
    headed = _heading_columns(rows, mapping)
    listings: dict[tuple, Listing] = {}
    for row in rows:
        part, category = (tidy.line(row.cells[headed[name]].text) if name in headed else "" for name in HEADING_FIELDS)
        path = tuple(row.headings) or (part or title, category)[: 1 + bool(category)]
        columns = tuple(column for column in row.cells if row.headings or column not in headed.values())
        listing = listings.setdefault((path, columns), Listing(path, columns))
        listing.rows.append(row)
    for listing in listings.values():
        listing.alternatives = {
            column: alternatives_of(column, listing.columns, mapping) for column in listing.columns
        }
    return list(listings.values())


def merged(listings: list[Listing], headings_of: Callable[[tuple[str, ...]], tuple[str, ...]]) -> list[Listing]:
    """The listings under their shortened headings; listings that are equal then become one."""
    result: dict[tuple, Listing] = {}
    for listing in listings:
        path = headings_of(listing.path)
        same = result.setdefault((path, listing.columns), Listing(path, listing.columns, [], listing.alternatives))
        same.rows += listing.rows
    return list(result.values())


def _heading_columns(rows: list[Row], mapping: Mapping) -> dict[str, str]:
    """The columns that replace headings, by their fields, except columns that would make too many categories, or that
    hold prose."""
    loose = [row for row in rows if not row.headings]
    found: dict[str, str] = {}
    for name in HEADING_FIELDS:
        for column in dict.fromkeys(column for row in loose for column in row.cells):
            is_named = alternatives_of(column, (), mapping) == [Target(name)]
            texts = {row.cells[column].text for row in loose if column in row.cells} if is_named else set()
            if texts and len(texts) <= MOST_HEADINGS and max(map(len, texts)) <= LONGEST_HEADING:
                found[name] = column
                break
    return found if all(column in row.cells for row in loose for column in found.values()) else {}


def alternatives_of(heading: str, columns: Collection[str], mapping: Mapping) -> list[Target]:
    """The fields that a column may be, by the mapping, else by its heading; a field without a name if the heading has
    no ASCII. A heading names a language only if other columns have the same field, so "Node.js" does not."""
    if (fields := mapping.fields_of(heading)) is not None:
        return [_target(each) for each in fields]
    if (form := BY_LANGUAGE.fullmatch(heading)) and is_language(form[2]):
        others = [column for column in columns if column != heading]
        if any(column == form[1] or column.startswith(f"{form[1]}.") for column in others):
            return [Target(target.field, form[2]) for target in alternatives_of(form[1], (), mapping)]
    if heading == NUMBER_SIGN:
        return [Target("number")]
    name = slug(heading).replace("-", "_")
    return [Target("" if name in STATE else name)]


def _target(text: str) -> Target:
    field_name, _, language = text.partition(".")
    return Target(field_name, language)


def is_language(tag: str) -> bool:
    try:
        return bool(check_language(tag))
    except Wrong:
        return False
