"""Compares what the importers read in what the library writes with what the citations say."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from codegen.catalogue import Catalogue, DateRange
from codegen.citations import Citation, citations
from codegen.importers import bibtex, ris
from codegen.importers.model import Reference, Report
from codegen.names import Name
from codegen.reader import read_catalogue
from tests.hostile.catalogues import write
from tests.readers import references
from tests.support.running import INCLUDE, ROOT, generate, output_of

READERS = {"bibtex": bibtex.read, "biblatex": bibtex.read, "ris": ris.read}
# What no format has a field for, some of it in one reference only; and what each has no field for beside.
NOWHERE = frozenset(
    "authority dimensions director composer illustrator interviewer medium performer recipient references "
    "reviewed-author reviewed-title scale section submitted type".split()
)
CHANGED = {
    "bibtex": NOWHERE
    | set(
        "URL archive call-number collection-editor container-title container-title-short edition event-date event-place "
        "event-title issue language number original-date".split()
    ),
    "biblatex": NOWHERE | set("URL archive collection-editor container-title edition language number".split()),
    "ris": NOWHERE | set("author container-author event-date event-place event-title original-date".split()),
}
# Of this catalogue, BibTeX has no types for software and the like, and BibLaTeX none for posts; an edition is a "3rd" in
# BibTeX, a version an edition in RIS.
CHANGED_OF_THIS = {"bibtex": {"type", "edition"}, "biblatex": {"type"}, "ris": {"version"}}
PROSE = frozenset(["abstract", "annote", "note"])


@dataclass
class Shares:
    """How many values the citations have, how many came back, and of those that did not, how many of each variable."""

    entries: int = 0
    values: int = 0
    arrived: int = 0
    changed: Counter[str] = field(default_factory=Counter)

    def count(self, name: str, has_arrived: bool) -> None:
        self.values += 1
        self.arrived += has_arrived
        if not has_arrived:
            self.changed[name] += 1


def shares(format: str, compiler: list[str]) -> dict[str, Shares]:
    """Of this catalogue and of that of the references."""
    with tempfile.TemporaryDirectory() as directory:
        data, library = Path(directory, "data"), Path(directory, "library")
        write(data, references.CATALOGUE)
        generate("--data", data, "--library", library)
        return {
            "this": _shares(format, compiler, read_catalogue(ROOT / "data"), INCLUDE, Path(directory)),
            "references": _shares(format, compiler, read_catalogue(data), library, Path(directory)),
        }


def _shares(format: str, compiler: list[str], catalogue: Catalogue, library: Path, there: Path) -> Shares:
    program, file = there / "write", there / "list"
    output_of(*compiler, "-std=c++20", f"-I{library}", ROOT / "tests/readers/write.cpp", "-o", program)
    file.write_bytes(output_of(program, format).encode("utf-8"))
    read = READERS[format](file, Report())
    assert [each.key for each in read] == [record.key for record in catalogue.entries]
    counted = Shares(len(read))
    for each, record, citation in zip(read, catalogue.entries, citations(catalogue)):
        for name, said, found in _values(each, citation):
            has_lines = name in PROSE and format != "ris"
            counted.count(name, _comparable(said, has_lines) == _comparable(found, has_lines))
        for tag in record.tags or ():
            counted.count("tags", tag in each.tags)
    return counted


def _values(read: Reference, citation: Citation) -> Iterator[tuple[str, Any, Any]]:
    """Each value with the name of its variable, as it was said and as it came back."""
    said = {"type": citation.type, "arxiv": citation.arxiv, **citation.texts}
    said |= {name: _date(date) for name, date in citation.dates.items()}
    for name, value in said.items():
        if value and name != "keyword":
            yield name, value, read.citation.get(name)
    for name, names in citation.names.items():
        found = read.citation.get(name, [])
        for one, other in zip_longest([*names.names, *(["others"] if names.has_others else [])], found):
            yield name, getattr(one, "full", one), _full(other)


def _date(date: DateRange) -> str | dict[str, str]:
    """As the importers have it."""
    if date.literal:
        return {"literal": date.literal}
    ends = [
        [f"{part:0{width}}" for part, width in zip(end, (4, 2, 2)) if part]
        for end in (date.begin, date.end)
        if end.year
    ]
    return "/".join(map("-".join, ends))


def _full(name: dict[str, str] | str | None) -> str | None:
    return (
        Name(**{part.replace("-", "_"): text for part, text in name.items()}).full if isinstance(name, dict) else name
    )


def _comparable(value: Any, has_lines: bool) -> Any:
    """No format tells white space of one kind from that of another, but for the lines of prose in BibTeX, nor the
    dashes of pages."""
    if not isinstance(value, str):
        return value
    text = re.sub(r" ?\n ?", "\n", re.sub("[ \t\r]+" if has_lines else "[ \t\r\n]+", " ", value.strip()))
    return re.sub("[-\u2013]+", "-", text)
