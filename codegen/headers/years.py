"""years.hpp: the records of each kind that has a date, by year."""

from dataclasses import dataclass
from typing import ClassVar

from ..catalogue import Catalogue
from ..comments import WIDTH, Call, comment_lines, function_lines, variable_lines
from ..kinds import Kind
from ..tables import Header


@dataclass(frozen=True)
class DatedKind:
    name: str
    plural: str
    view: list[str]
    between_comment: list[str]
    between: list[str]
    in_comment: list[str]


@dataclass(frozen=True)
class YearsHeader(Header):
    template: ClassVar[str] = "years.hpp.j2"
    kinds: list[DatedKind]


def build(catalogue: Catalogue) -> Header:
    dated = [_dated_kind(kind) for kind in catalogue.kinds.values() if kind.date]
    return YearsHeader("years.hpp", "data/kinds.toml", dated)


def _in_years(view: str, table: str) -> Call:
    """The call, broken at its template arguments if they do not fit on one line."""
    head = f"detail::in_years<{view}, {table}>("
    if len(f"    return {head}") <= WIDTH:
        return Call(head, ["first", "last"], ")")
    return Call("detail::in_years<", [view, table], ">(first, last)")


def _dated_kind(kind: Kind) -> DatedKind:
    name, plural, view = kind.name, kind.plural, f"{kind.name}_view"
    between = (
        f"The {plural} from the years `first` to `last`, both included, by date, and within a date in the order of the "
        "table; empty if first > last. Accepts any int. Takes constant time. It is a template only to spare other "
        f"programs its cost; call it as {plural}_between(first, last)."
    )
    inside = (
        f"The {plural} of a category, as from `records_in`. It is a template only to spare other programs the cost of "
        f"compiling the constraints of std::span's constructor; call it as {plural}_in(id)."
    )
    return DatedKind(
        name,
        plural,
        variable_lines(
            f"using {view}",
            Call("detail::sequence_view<", [f"detail::dated_records<{name}, generated::{name}_table>"], ">"),
        ),
        comment_lines(between),
        [
            f"template <class View = {view}>",
            *function_lines(
                f"constexpr View {plural}_between(int first, int last) noexcept",
                _in_years("View", f"generated::{name}_table"),
                0,
            ),
        ],
        comment_lines(inside),
    )
