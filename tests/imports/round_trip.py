"""Compares the citations with the values that the importers read from the library's output."""

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
# Variables that change, at least in some references: NOWHERE in every format, and the others in one format.
NOWHERE = frozenset(
    "authority dimensions director composer illustrator interviewer medium performer recipient references "
    "reviewed-author reviewed-title scale section submitted type".split()
)
CHANGED = {
    "bibtex": NOWHERE
    | set(
        "URL archive call-number collection-editor container-title container-title-short edition event-date "
        "event-place event-title issue language number original-date".split()
    ),
    "biblatex": NOWHERE | set("URL archive collection-editor container-title edition language number".split()),
    "ris": NOWHERE | set("author container-author event-date event-place event-title original-date".split()),
}
# The changes in this catalogue: BibTeX lacks types such as software, and BibLaTeX lacks one for posts. BibTeX writes an
# edition as "3rd", and RIS writes a version as an edition.
CHANGED_OF_THIS = {"bibtex": {"type", "edition"}, "biblatex": {"type"}, "ris": {"version"}}
PROSE = frozenset(["abstract", "annote", "note"])


@dataclass
class Shares:
    """The number of values in the citations, the number that came back, and, by variable, the number that did not."""

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
    """The shares for this catalogue, and for the catalogue of difficult references."""
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
    """For each value, the name of its variable, the original and the value that came back."""
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
    """The date in the form that the importers return."""
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
    """The value without details that formats do not keep: the kind of white space, except line breaks of prose in
    BibTeX, and the dashes of pages."""
    if not isinstance(value, str):
        return value
    text = re.sub(r" ?\n ?", "\n", re.sub("[ \t\r]+" if has_lines else "[ \t\r\n]+", " ", value.strip()))
    return re.sub("[-\u2013]+", "-", text)
