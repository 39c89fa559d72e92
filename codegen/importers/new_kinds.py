"""Makes kinds of record for tables that fit no standard kind: their names, and which fields `entry` returns as the
title, the date and so on."""

import itertools
import re
from collections.abc import Collection, Iterator
from typing import Any

from .. import schema
from ..kinds import derived_names
from ..reserved_words import KEYWORDS, MACROS
from .keys import cut, slug

# The name for a heading without ASCII.
NAMELESS = "item"
LONGEST = 40
# An "s" at the end of words this short, or in these endings, does not make a plural: "js", "css", "status", "analysis".
SHORTEST_PLURAL = 3
SINGULAR = re.compile("(?:ss|us|is|series|species)$")
# The endings of plurals and of their singulars. The first that fits counts.
PLURALS = (
    *((f"{word}s", word) for word in ("movie", "cookie", "calorie", "newbie", "zombie")),
    *((f"{ending}es", ending) for ending in ("ss", "sh", "x", "tch", "nch", "rch", "oach")),
    ("alyses", "alysis"), ("theses", "thesis"), ("ies", "y"), ("s", ""),
)
# The fields that a new kind shows under the names that all kinds share, if it has them.
TITLES = ("title", "name")
BYS = ("authors", "author", "by")
DESCRIPTIONS = ("description", "summary")
DATES = ("date", "year", "published", "issued")


def names_for(heading: str, taken: Collection[str]) -> tuple[str, str]:
    """The name and the plural of a kind for the records under a heading, neither of them among those taken."""
    words = cut(slug(heading).replace("-", "_"), LONGEST, "_") or NAMELESS
    words = words if words[0].isalpha() else f"{NAMELESS}_{words}"
    return next(names for names in _candidates(words) if _is_free(*names, taken))


def _candidates(words: str) -> Iterator[tuple[str, str]]:
    is_plural = len(words.rpartition("_")[2]) > SHORTEST_PLURAL and words.endswith("s") and not SINGULAR.search(words)
    if is_plural:
        ending, singular = next(each for each in PLURALS if words.endswith(each[0]))
        yield words.removesuffix(ending) + singular, words
    if not words.endswith("s"):
        yield words, f"{words[:-1]}ies" if words.endswith("y") else f"{words}s"
    if words != NAMELESS:
        words = f"{words}_{NAMELESS}"
        yield words, f"{words}s"
    for number in itertools.count(2):
        yield f"{words}_{number}", f"{words}s_{number}"


def _is_free(name: str, plural: str, taken: Collection[str]) -> bool:
    reserved = schema.TAKEN_NAMES | KEYWORDS | MACROS
    if any(each in reserved or each in taken for each in (name, plural)):
        return False
    return not reserved.intersection(derived_names(name, plural))


def field_name(heading: str, number: int, taken: Collection[str]) -> str:
    """A name for the field of the `number`th column."""
    words = cut(slug(heading).replace("-", "_"), LONGEST, "_")
    name = words if words and words[0].isalpha() else f"column_{words or number}"
    if name in schema.RESERVED_FIELDS | KEYWORDS | MACROS:
        name = f"{name}_text"
    return name if name not in taken else field_name(f"{name} {number}", number, ())


def declared(name: str, plural: str, doc: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    """The kind as kinds.toml declares it; at least one of the fields must be of a type for titles."""
    types = {field["name"]: field["type"] for field in fields}

    def first(names: Collection[str], right: Collection[str]) -> str | None:
        return next((each for each in names if types.get(each) in right), None)

    days = [name for name, type in types.items() if type in schema.DATE_TYPES]
    kind = {
        "name": name,
        "plural": plural,
        "doc": doc,
        "title": first((*TITLES, *types), schema.TITLE_TYPES),
        "by": [first(BYS, schema.SHOWN_TYPES)],
        "description": [first(DESCRIPTIONS, schema.SHOWN_TYPES)],
        "date": first(DATES if len(days) > 1 else days, schema.DATE_TYPES),
        "field": fields,
    }
    return {key: value for key, value in kind.items() if value not in (None, [None])}
