"""exports.inc: the names that the module exports for this catalogue, besides those of every catalogue."""

from dataclasses import dataclass
from typing import ClassVar

from ..catalogue import Catalogue
from ..tables import Header


@dataclass(frozen=True)
class ExportsHeader(Header):
    template: ClassVar[str] = "exports.inc.j2"
    names: list[str]


def build(catalogue: Catalogue) -> Header:
    names = [name for kind in catalogue.kinds.values() for name in (kind.name, kind.plural, *kind.derived_names)]
    return ExportsHeader("exports.inc", "data/kinds.toml", sorted(names))
