"""The base classes of tests that change a valid catalogue, with the places that they change.

A mistake in the data stops the generator with status 1 and one line that names the file, the entry and the field. A
test gives the beginning of each expected line. The assertions also check the status, that stdout is empty, and that no
header was touched.
"""

from collections.abc import Iterable
from typing import NamedTuple

from codegen.messages import shown
from tests.support.catalogues import changed, informed
from tests.support.generator import CodegenTest


class Place(NamedTuple):
    """The place of a value in the data, and the beginning of the line that reports it."""

    path: tuple
    line: str


def of_paper(field: str) -> Place:
    return Place(("papers.toml", "paper", 1, field), f"papers.toml: paper 'paper-two': {field}: ")


def of_citation(field: str) -> Place:
    """A field of the second paper's citation, a conference paper."""
    return Place(("papers.toml", "paper", 1, "citation", field), f"{CITED}{field}: ")


def of_repository(field: str) -> Place:
    """A field of a record whose status is `renamed`, with a note and a correction."""
    return Place(("repositories.toml", "repository", 0, field), f"repositories.toml: repository 'repo': {field}: ")


def of_course(field: str) -> Place:
    """A field of a record whose status is `moved`."""
    return Place(("courses.toml", "course", 0, field), f"courses.toml: course 'course': {field}: ")


def of_correction(field: str) -> Place:
    path = ("repositories.toml", "repository", 0, "correction", 0, field)
    return Place(path, f"repositories.toml: repository 'repo', correction 1: {field}: ")


def of_shelf(field: str, name: str = "shelf") -> Place:
    """A field of the category without records."""
    return Place(("catalog.toml", "category", 10, field), f"catalog.toml: category '{name}': {field}: ")


def of_step(field: str) -> Place:
    path = ("reading_order.toml", "stage", 0, "step", 1, field)
    return Place(path, f"reading_order.toml: stage 1, step 2: {field}: ")


def inside(place: Place, *path: object, line: str) -> Place:
    return Place((*place.path, *path), place.line + line)


CITED = "papers.toml: paper 'paper-two', citation: "

# One or more places for each type of field.
TITLE = of_paper("title")
DESCRIPTION = of_repository("description")
KOREAN = inside(DESCRIPTION, "ko", line=".ko ")
ENGLISH = inside(DESCRIPTION, "en", line=".en ")
URL = of_paper("url")
YEAR = of_paper("year")
CATEGORY = Place(("papers.toml", "paper", 3, "category"), "papers.toml: paper 'paper-four': category: ")
ID = of_shelf("id", name="C.2.9")  # the messages fall back to the number
COLUMNS = of_shelf("columns")
HEADING = inside(COLUMNS, 1, "ko", line="item 2 .ko ")
NOTE = of_step("note")
LABEL = of_step("label")
NUMBER = of_step("number")
ENTRIES = of_step("entries")

# The required fields of each table, and the optional ones. A change here is a change of the data format. Facts beyond
# the original depend on one another: test_record_reader.py tests the others, test_citation_checks.py tests more of
# citations, and test_kinds_toml.py tests the tables of kinds.toml.
FIELDS = {
    ("papers.toml", "paper", 3): (
        "key category",
        "title short_title authors year summary contribution link_label url",
    ),
    ("repositories.toml", "repository", 0): ("key category", "name description link_label url"),
    ("datasets.toml", "dataset", 0): ("key category", "name description link_label url"),
    ("courses.toml", "course", 0): ("key category", "title provider instructors topic link_label url"),
    ("blogs.toml", "blog", 0): ("key category", "name author content link_label url"),
    ("posts.toml", "post", 0): ("key category", "title author topic link_label url"),
    ("communities.toml", "community", 0): ("key category", "name description link_label url"),
    ("books.toml", "book", 0): ("key category", "title author features link_label url"),
    ("tools.toml", "tool", 0): ("key category", "name purpose link_label url"),
    ("papers.toml", "paper", 1, "citation"): ("", "type title author editor container-title volume DOI arxiv"),
    ("papers.toml", "paper", 1, "correction", 1): ("cell fact", ""),
    ("repositories.toml", "repository", 0, "correction", 0): ("cell fact", ""),
    ("catalog.toml",): ("title", "notes_title facts_as_of"),  # test_catalog_toml.py tests its lists
    ("catalog.toml", "part", 2): ("title", "number"),
    ("catalog.toml", "category", 10): ("id title kind", "number part columns"),
    ("reading_order.toml",): ("", "stage"),
    ("reading_order.toml", "stage", 1): ("name duration step", ""),
    ("reading_order.toml", "stage", 1, "step", 1): ("note entries", "label by number"),
}


def roomy_catalogue(*changes: tuple) -> dict:
    """A catalogue with facts, in which nothing depends on the tables of FIELDS, so one mistake causes no others."""
    step = {"label": "A label", "by": "Someone", "note": "A note", "entries": ["paper-one"]}
    return informed(
        ("catalog.toml", "part", 2, {"id": "empty", "number": "C.3", "title": "An empty part"}),
        ("catalog.toml", "category", 10, "part", "C.2"),
        ("reading_order.toml", "stage", 0, "step", [{**step, "number": 1}]),
        ("reading_order.toml", "stage", 1, "step", [step, {**step, "number": 2}]),
        *changes,
    )


def line_about(path: tuple, without: str = "") -> str:
    """The beginning of a line about the table, which names its key, its id, its number or else its position."""
    file, *inner = path
    if not inner:
        return f"{file}: "
    if file == "reading_order.toml":
        names = [f"{kind} {index + 1}" for kind, index in zip(inner[::2], inner[1::2])]
        return f"{file}: {', '.join(names)}: "
    kind, index, *rest = inner
    table = roomy_catalogue()[file][kind][index]
    labels = [repr(table[field]) for field in ("key", "id", "number") if field in table and field != without]
    names = [f"{kind} {labels[0] if labels else index + 1}"]
    names += [f"correction {rest[1] + 1}" if rest[1:] else rest[0]] if rest else []
    return f"{file}: {', '.join(names)}: "


class DataTest(CodegenTest):
    """Changes the small catalogue."""

    catalogue = staticmethod(changed)

    def assert_wrong(self, place: Place, value: object, *reasons: str) -> None:
        """Asserts that this value at this place gives one line for each reason."""
        with self.subTest(line=place.line, value=shown(value)):
            self.assert_refused(self.catalogue((*place.path, value)), *(place.line + reason for reason in reasons))

    def assert_wrong_everywhere(self, places: Iterable[Place], value: object, reason: str) -> None:
        """Asserts that this value at all these places gives one line for each place."""
        with self.subTest(value=shown(value)):
            changes = [(*place.path, value) for place in places]
            self.assert_refused(self.catalogue(*changes), *(place.line + reason for place in places))

    def assert_right(self, place: Place, value: object) -> None:
        with self.subTest(line=place.line, value=shown(value)):
            self.assert_accepted(self.catalogue((*place.path, value)))


class FactsTest(DataTest):
    """Changes the catalogue with facts beyond the original."""

    catalogue = staticmethod(informed)
