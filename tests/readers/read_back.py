"""Compares the values that a reader finds with the citations, for this catalogue and for that of references.py."""

import re
import tempfile
import unittest
from functools import cache
from pathlib import Path

from codegen.catalogue import Catalogue, DateRange
from codegen.citations import Citation, citations
from codegen.names import Name
from codegen.reader import read_catalogue
from tests.hostile.catalogues import write
from tests.json.expected import Catalogue as Document
from tests.readers import references
from tests.readers.arguments import COMPILER
from tests.support.running import INCLUDE, ROOT, generate, output_of

ROLES = ("author", "editor", "translator")
# If a citation lacks an author, formats without these roles write them as authors.
OTHER_AUTHORS = ("director", "composer")
MONTHS = ("", *"January February March April May June July August September October November December".split())
# The ends of particles that are joined to the family name.
JOINED = ("'", "-")
# Characters that would end a BibTeX field, or that readers treat as markup, are percent-encoded in identifiers.
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22", "$": "%24", "'": "%27"})


class Written:
    """A catalogue, and the output of the writers for it."""

    def __init__(self, data: Path, library: Path, program: Path):
        self.catalogue = read_catalogue(data)
        output_of(*COMPILER, "-std=c++20", f"-I{library}", ROOT / "tests/readers/write.cpp", "-o", program)
        self.texts = {name: output_of(program, name) for name in ("bibtex", "biblatex", "csl_json", "json", "ris")}
        self.document = Document(data).document()


@cache
def written() -> dict[str, Written]:
    """This catalogue and that of references.py, each with the output for it."""
    with tempfile.TemporaryDirectory() as directory:
        data, library, program = (Path(directory, name) for name in ("data", "library", "program"))
        write(data, references.CATALOGUE)
        generate("--data", data, "--library", library)
        return {"this": Written(ROOT / "data", INCLUDE, program), "references": Written(data, library, program)}


def expected(citation: Citation, event_is_venue: bool) -> dict:
    """The values that a reader must find. The venue is a list, because formats have many fields for it."""
    containers = ("container-title", *["event-title"] * event_is_venue)
    container = next((name for name in containers if name in citation.texts), "")
    venue = [citation.texts[name] for name in (container, "publisher") if name in citation.texts]
    names = {role: citation.names[role] for role in (*OTHER_AUTHORS, *ROLES) if role in citation.names}
    others = [names.pop(role) for role in OTHER_AUTHORS if role in names]
    if others:
        names.setdefault("author", others[0])
    date = citation.dates.get("issued")
    numbers = [citation.texts[name] for name in ("issue", "number", "collection-number") if name in citation.texts]
    return {
        **{name: citation.texts.get(name, "") for name in ("title", "volume", "page", "DOI", "URL", "ISBN", "ISSN")},
        # BibTeX has one field for all of them.
        "number": numbers[0] if numbers else "",
        **{role: list(names[role].names) if role in names else [] for role in ROLES},
        "others": [role for role in ROLES if role in names and names[role].has_others],
        "venue": venue,
        "issued": date,
        "arxiv": citation.arxiv,
        # Readers do not distinguish lines from paragraphs, but separate their words.
        "abstract": one_line(citation.texts.get("abstract", "")),
    }


def particles_of(name: Name) -> tuple[str, str]:
    """The particles separated from the family name by a space, and those joined to it."""
    given = [particle for particle in (name.dropping_particle, name.particle) if particle]
    apart = " ".join(particle for particle in given if not particle.endswith(JOINED))
    return apart, "".join(particle for particle in given if particle.endswith(JOINED))


def parts_of(name: Name) -> tuple[str, str, str, str]:
    """A name in BibTeX's parts: von, last, first and jr. A name without a first name is one part, except for
    particles."""
    apart, joined = particles_of(name)
    if not name.given:
        return (apart, name.family, "", "") if apart.islower() and not name.suffix else ("", name.full, "", "")
    return apart, joined + name.family, name.given, name.suffix


def one_line(text: str) -> str:
    """The text on one line. BibTeX readers turn any white space into one space."""
    return re.sub(r"[ \t\n]+", " ", text).strip()


def with_hyphens(pages: str) -> str:
    """Pages with a hyphen for every dash, since BibTeX does not distinguish dashes."""
    return re.sub("[-\u2013]+", "-", pages)


def classic_date(date: DateRange | None) -> tuple[str, str, str, str]:
    """BibTeX's fields for a date: year, name of the month, and day; for a range, its years and an ISO date."""
    if date is None or date.literal:
        return date.literal if date else "", "", "", ""
    begin, end = date.begin, date.end
    if not end.year:
        return str(begin.year), MONTHS[begin.month], str(begin.day or ""), ""
    years = str(begin.year) if end.year == begin.year else f"{begin.year}/{end.year}"
    return years, "", "", iso(date) if begin.month or end.month else ""


def iso(date: DateRange) -> str:
    """The date or the range in ISO form, as precise as given."""
    ends = [end for end in (date.begin, date.end) if end.year]
    return "/".join("-".join(f"{part:0{width}}" for part, width in zip(end, (4, 2, 2)) if part) for end in ends)


class ReadBack(unittest.TestCase):
    """Each subclass is a reader, with its format and its limits."""

    maxDiff = 2_000
    format: str
    # Whether the format writes an event as the container, because it lacks a field for events.
    event_is_venue = True

    def read(self, text: str) -> dict[str, dict]:
        """The entries that the reader finds in the text, by key, in the form of `expected`."""
        raise NotImplementedError

    def as_read(self, said: dict, citation: Citation) -> dict:
        """The values of `expected`, adjusted to the limits of the reader."""
        raise NotImplementedError

    def test_every_value_reads_back(self):
        for name, source in written().items():
            read = self.read(source.texts[self.format])
            self.assertEqual(list(read), [record.key for record in source.catalogue.entries], name)
            self.assert_equal(source.catalogue, read)

    def assert_equal(self, catalogue: Catalogue, read: dict[str, dict]) -> None:
        for record, citation in zip(catalogue.entries, citations(catalogue)):
            said = self.as_read(expected(citation, self.event_is_venue), citation)
            for name, value in said.items():
                with self.subTest(record.key, type=citation.type, value=name):
                    self.assertEqual(read[record.key].get(name, type(value)()), value)


