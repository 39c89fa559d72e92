"""lang.hpp and record_kind.hpp: enumerations that follow from the data."""

from dataclasses import dataclass
from typing import ClassVar

from ..catalogue import Catalogue
from ..comments import comment_lines
from ..tables import Header


@dataclass(frozen=True)
class EnumerationHeader(Header):
    """An enumeration with the text of each enumerator. `array` names an array of all enumerators; empty for none."""

    template: ClassVar[str] = "enumeration.hpp.j2"
    type: str
    parameter: str
    comment: list[str]
    enumerators: list[tuple[str, str]]
    text_comment: list[str]
    array: str = ""
    array_comment: tuple[str, ...] = ()


def build_languages(catalogue: Catalogue) -> Header:
    comment = (
        "The languages of the catalogue, the default first. A text missing in a language is taken from the default "
        "language, else from the first language that has it."
    )
    text = "The tag of a language, as in \"en\"; empty for any other value."
    return EnumerationHeader(
        "lang.hpp",
        "data/catalog.toml",
        "lang",
        "language",
        comment_lines(comment),
        [(language.enumerator, language.tag) for language in catalogue.languages],
        comment_lines(text),
        "languages",
        tuple(comment_lines("All languages, the default first.")),
    )


def build_kinds(catalogue: Catalogue) -> Header:
    comment = "The kinds of record, each with a class of the same name and a table of its own. Source: data/kinds.toml."
    text = "The enumerator's own name; empty for any other value."
    return EnumerationHeader(
        "record_kind.hpp",
        "data/kinds.toml",
        "record_kind",
        "kind",
        comment_lines(comment),
        [(kind, kind) for kind in catalogue.kinds],
        comment_lines(text),
    )
