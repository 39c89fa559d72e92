"""records.hpp: the class, the table and the documentation of each kind of record."""

from dataclasses import dataclass
from typing import ClassVar

from .. import schema
from ..catalogue import Catalogue
from ..comments import (
    WIDTH,
    Call,
    call_lines,
    class_lines,
    comment_lines,
    function_lines,
    list_lines,
    statement_lines,
    variable_lines,
)
from ..kinds import Kind
from ..tables import Header


@dataclass(frozen=True)
class Accessor:
    comment: list[str]
    code: list[str]


@dataclass(frozen=True)
class RecordClass:
    """A class and its table. `chosen` returns the table if it is that of the kind; `text` and `visited` are its cases
    in the switches over all kinds."""

    name: str
    plural: str
    comment: list[str]
    head: list[str]
    accessors: list[Accessor]
    table: list[str]
    chosen: list[str]
    text: list[str]
    visited: list[str]


@dataclass(frozen=True)
class RecordsHeader(Header):
    template: ClassVar[str] = "records.hpp.j2"
    includes: list[str]
    kinds: list[RecordClass]
    calls: list[str]
    visited: list[str]


def build(catalogue: Catalogue) -> Header:
    kinds = list(catalogue.kinds.values())
    own = ["detail/rows", "detail/table", *(f"generated/{kind.plural}" for kind in kinds)]
    public = ["lang", "lists", "partial_date", "record", "record_kind"]
    includes = sorted(f"refcatalog/{name}.hpp" for name in [*own, *public])
    classes = [_record_class(kind, position, len(kinds)) for position, kind in enumerate(kinds)]
    calls = calls_by_kind({kind.name: [_field_call(field) for field in kind.fields] for kind in kinds})
    return RecordsHeader("records.hpp", "data/kinds.toml", includes, classes, calls, _visited(kinds))


def _record_class(kind: Kind, position: int, count: int) -> RecordClass:
    name, plural = kind.name, kind.plural
    last = position == count - 1
    case = f"case record_kind::{name}:"
    visited = _call("return static_cast<Visitor&&>(visitor)(", f"refcatalog::{plural}[row]", ");")
    table = f"std::array<{name}, generated::{name}_table::size>"
    return RecordClass(
        name,
        plural,
        comment_lines(f"{kind.doc} Source: data/{kind.file}."),
        class_lines(
            f"class {name}", _call("public detail::record<", f"generated::{name}_table, record_kind::{name}", ">")
        ),
        [_accessor(field, name) for field in kind.fields],
        variable_lines(f"inline constexpr {table} {plural}", _call("detail::rows::all<", name, ">()")),
        statement_lines(_condition(kind, position, count), _call("", f"return refcatalog::{plural}", ";"), 4),
        statement_lines(case, _call(f"return detail::text<{name}_table>(", "row, column", ");")),
        [case + " break;"] if last else statement_lines(case, visited),
    )


# The code of an accessor, by type of field. Names of the base class end in an underscore, which the name of a field
# cannot; names of the library are qualified, because a field may have the same name.
NUMBER = ("refcatalog::detail::number_in(", "table_::{name}_values, table_::{name}_base, row_()", ")")
LISTED = ("table_::{name}_begin, row_()", ")")
TEXT = ("std::string_view {name}()", "text_(", "table_::column_::{name}", ")")
ACCESSORS = {
    "text": TEXT,
    "prose": TEXT,
    "url": TEXT,
    "localized": (
        *("std::string_view {name}(refcatalog::lang {language} = {{}})", "text_("),
        *("table_::column_::{name}, {language}", ")"),
    ),
    "integer": ("int {name}()", *NUMBER),
    "year": ("int {name}()", *NUMBER),
    "flag": ("bool {name}()", *NUMBER[:2], "))", "static_cast<bool>("),
    "date": ("refcatalog::partial_date {name}()", *NUMBER[:2], "))", "refcatalog::detail::unpacked_date("),
    "texts": (
        *("refcatalog::text_list_view {name}()", "refcatalog::detail::listed<refcatalog::text_list_view>("),
        *LISTED,
    ),
    "entries": (
        *("refcatalog::entry_list_view {name}()", "refcatalog::detail::listed<refcatalog::entry_list_view>("),
        *LISTED,
    ),
    "ordinal": ("int {name}()", "static_cast<int>(", "row_()", ") + 1"),
}


def _accessor(field: schema.Field, kind: str) -> Accessor:
    # Compilers warn about a parameter with the name of a member of its class.
    names = {"name": field.name, "language": "in_language" if kind == "language" else "language"}
    head, *expression = (part.format(**names) for part in ACCESSORS[field.type])
    return Accessor(comment_lines(field.doc, 4), function_lines(f"constexpr {head} const noexcept", _call(*expression)))


def _call(head: str, items: str, tail: str, around: str = "") -> Call:
    return Call(head, items.split(", "), tail, around)


def _condition(kind: Kind, position: int, count: int) -> str:
    """The condition before the branch for the kind at this position among `count` kinds."""
    chosen = f"if constexpr (Kind == record_kind::{kind.name})" if position < count - 1 else ""
    return f"else {chosen}".rstrip() if position > 0 else chosen


def calls_by_kind(calls_of: dict[str, list[Call]]) -> list[str]:
    """The body of a function that makes the calls of a kind. Kinds with the same calls share a branch; the last branch
    needs no condition."""
    kinds_with: dict[tuple, list[str]] = {}
    for kind, calls in calls_of.items():
        kinds_with.setdefault(tuple(calls), []).append(f"Kind == record_kind::{kind}")
    *others, (last, _) = kinds_with.items()
    if not others:
        return _indented(last, 0)
    lines, begin = [], ""
    for calls, conditions in others:
        lines += [*list_lines(f"{begin}if constexpr (", conditions, ") {", separator=" ||"), *_indented(calls, 4)]
        begin = "} else "
    return [*lines, "} else {", *_indented(last, 4), "}"]


def _field_call(field: schema.Field) -> Call:
    return Call("function(", (f'Name{{"{field.name}"}}', f"record.{field.name}({_argument(field)})"), ");")


def _indented(calls: tuple[Call, ...], indent: int) -> list[str]:
    """The lines of the calls, in the body of a function."""
    return [" " * indent + line for call in calls for line in call_lines(call, indent + 4)]


def _argument(field: schema.Field) -> str:
    return "language" if field.type == "localized" else ""


def _visited(kinds: list[Kind]) -> list[str]:
    """The variable that says whether a visitor is noexcept for every kind."""
    head = "inline constexpr bool visits_any_noexcept ="
    types = ["Visitor", *(f"refcatalog::{kind.name}" for kind in kinds)]
    lines = list_lines("visits_noexcept<", types, ">;")
    whole = f"{head} {lines[0]}"
    beside = list_lines(f"{head} visits_noexcept<", types, ">;", 0)
    if 1 < len(beside) <= len(lines) and max(map(len, beside)) <= WIDTH:
        return beside
    return [whole] if len(lines) == 1 and len(whole) <= WIDTH else [head, *(f"    {line}" for line in lines)]
