"""The citations of the records, completed from the records' other fields."""

from dataclasses import dataclass
from pathlib import Path

from . import csl
from .catalogue import Catalogue, DateRange, Record
from .kinds import Kind
from .names import AND_OTHERS, FIRST_OF_SEVERAL, Name, NameList, split


@dataclass(frozen=True)
class Citation:
    """A citation, completed from the fields of the record. The variables are in the order of csl.VARIABLES."""

    type: str
    texts: dict[str, str]
    arxiv: str
    dates: dict[str, DateRange]
    names: dict[str, NameList]


def citations(catalogue: Catalogue) -> list[Citation]:
    """The citations of all entries."""
    return [_citation(kind, record) for kind, record in zip(catalogue.entry_kinds, catalogue.entries)]


def doubtful_names(catalogue: Catalogue, data: Path) -> list[str]:
    """A line for each name that is kept whole because its parts are uncertain."""
    lines = []
    for record, citation in zip(catalogue.entries, citations(catalogue)):
        for role, names in citation.names.items():
            doubtful = [name.literal for name in names.names if name.is_doubtful]
            where = f"{data / record.place.file}: {record.place.entry}: {role}"
            lines += [f"{where}: {name}" for name in doubtful]
    return lines


def _citation(kind: Kind, record: Record) -> Citation:
    given = record.citation.values if record.citation else {}
    values = {name: value for name, value in given.items() if value is not None}
    return Citation(
        values.get("type", kind.cite_as),
        _in_order(csl.STANDARD_VARIABLES, _texts(kind, record) | values),
        values.get("arxiv", ""),
        _in_order(csl.DATE_VARIABLES, _issued(kind, record) | values),
        _in_order(csl.NAME_VARIABLES, values) or _author(kind, record),
    )


def _in_order(names: tuple[str, ...], values: dict) -> dict:
    return {name: values[name] for name in names if name in values}


def _texts(kind: Kind, record: Record) -> dict[str, str]:
    """The texts of the record, for a citation that lacks them."""
    texts = {
        "title": _line(record.first(kind.title, "key")),
        "URL": record.url or record.current_url,
        "keyword": ", ".join(record.tags or ()),
        "abstract": _line(record.first(kind.abstract) or "") if kind.abstract else "",
    }
    return {name: text for name, text in texts.items() if text}


def _issued(kind: Kind, record: Record) -> dict[str, DateRange]:
    date = kind.date_of(record)
    return {"issued": DateRange(date)} if date else {}


def _author(kind: Kind, record: Record) -> dict[str, NameList]:
    """The `by` of an entry as authors: one name, or one for each item of a list."""
    by = record.first(*kind.by)
    if by is None:
        return {}
    listed = isinstance(by, list)
    lines = by if listed else [_line(by)]
    has_others = AND_OTHERS.fullmatch(lines[-1]) is not None
    lines = lines[:-1] if has_others else lines
    if lines and (first_of_several := FIRST_OF_SEVERAL.fullmatch(lines[-1])):
        has_others = True
        lines = [*lines[:-1], first_of_several[1]]
    names = [split(line) if listed else Name(literal=line) for line in lines]
    return {"author": NameList(names, has_others)} if names else {}


def _line(value: str | tuple[str, ...]) -> str:
    """The text in the default language."""
    return value if isinstance(value, str) else value[0]
