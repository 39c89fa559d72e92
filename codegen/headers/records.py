"""records.hpp: the class, the table and the documentation of each kind of record."""

from dataclasses import dataclass
from typing import ClassVar

from .. import schema
from ..catalogue import Catalogue
from ..comments import comment_lines, function_lines, list_lines, variable_lines
from ..kinds import Kind
from ..tables import Header


@dataclass(frozen=True)
class Accessor:
    comment: list[str]
    code: list[str]


@dataclass(frozen=True)
class RecordClass:
    """A class and its table. `condition` chooses it among the kinds; `year` is the expression of a row's year, empty
    where it has none."""

    name: str
    plural: str
    comment: list[str]
    accessors: list[Accessor]
    table: list[str]
    condition: str
    year: str


@dataclass(frozen=True)
class RecordsHeader(Header):
    template: ClassVar[str] = "records.hpp.j2"
    includes: list[str]
    kinds: list[RecordClass]
    visited: list[str]

    @property
    def dated_kinds(self) -> list[RecordClass]:
        return [kind for kind in self.kinds if kind.year]

    @property
    def undated_kinds(self) -> list[RecordClass]:
        return [kind for kind in self.kinds if not kind.year]


def build(catalogue: Catalogue) -> Header:
    kinds = list(catalogue.kinds.values())
    own = ["citation", "detail/rows", "detail/table", *(f"generated/{kind.plural}" for kind in kinds)]
    includes = sorted(f"refcatalog/{name}.hpp" for name in [*own, "lang", "record", "record_kind"])
    classes = [_record_class(kind, position, len(kinds)) for position, kind in enumerate(kinds)]
    visited = list_lines("visits_noexcept<", ["Visitor", *(f"refcatalog::{kind.name}" for kind in kinds)], ">;")
    return RecordsHeader("records.hpp", "data/kinds.toml", includes, classes, visited)


def _record_class(kind: Kind, position: int, count: int) -> RecordClass:
    accessors = [_accessor(field) for field in kind.fields]
    if kind.name == schema.CITED_KIND:
        accessors.append(CITATION)
    table = variable_lines(
        f"inline constexpr std::array<{kind.name}, generated::{kind.name}_table::size> {kind.plural}",
        f"detail::rows::all<{kind.name}>()",
    )
    condition = f"if constexpr (Kind == record_kind::{kind.name}) "
    if position > 0:
        condition = f"else {condition}" if position < count - 1 else "else "
    comment = comment_lines(f"{kind.doc} Source: data/{kind.file}.")
    year = f"detail::year<{kind.name}_table>(row)" if kind.date else ""
    return RecordClass(kind.name, kind.plural, comment, accessors, table, condition if count > 1 else "", year)


# What an accessor of each type returns. Names that end in an underscore, which the name of a field cannot, are those of
# the base class; a type of the library is qualified, since a field may be called like it.
TEXT = ("std::string_view {name}()", "text_(column_::{name})")
ACCESSORS = {
    "text": TEXT,
    "url": TEXT,
    "localized": ("std::string_view {name}(refcatalog::lang language = {{}})", "text_(column_::{name}, language)"),
    "year": ("int {name}()", "year_()"),
    "ordinal": ("int {name}()", "static_cast<int>(row_()) + 1"),
}


def _accessor(field: schema.Field) -> Accessor:
    head, expression = (part.format(name=field.name) for part in ACCESSORS[field.type])
    return Accessor(comment_lines(field.doc, 4), function_lines(f"constexpr {head} const noexcept", expression))


CITATION = Accessor(
    comment_lines("The paper as it was published: full title, all authors, venue, identifiers.", 4),
    function_lines(
        "constexpr refcatalog::citation citation() const noexcept",
        "refcatalog::detail::rows::one<refcatalog::citation>(row_())",
    ),
)
