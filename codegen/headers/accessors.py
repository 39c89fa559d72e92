"""accessors.hpp: the accessors of the fields that the data can give, for code that needs more than a field's value."""

from dataclasses import dataclass
from typing import ClassVar

from ..catalogue import Catalogue
from ..comments import Call
from ..tables import Header
from .records import calls_by_kind


@dataclass(frozen=True)
class AccessorsHeader(Header):
    template: ClassVar[str] = "accessors.hpp.j2"
    calls: list[str]


def build(catalogue: Catalogue) -> Header:
    own = {
        name: [field.name for field in kind.fields if field.type != "ordinal"] for name, kind in catalogue.kinds.items()
    }
    calls = {kind: [Call("function(", (f'"{name}"', f"&Record::{name}"), ");") for name in own[kind]] for kind in own}
    return AccessorsHeader("accessors.hpp", "data/kinds.toml", calls_by_kind(calls))
