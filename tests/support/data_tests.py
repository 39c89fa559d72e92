"""The base of tests that change a valid catalogue: places in it, the fields of its tables, how lines about them begin.

A mistake in the data stops the generator with status 1 and one line that names file, entry and field. A test gives the
beginning of every line that is expected. The assertions look besides at the status, at stdout, and that no header was
touched.
"""

from collections.abc import Iterable
from typing import NamedTuple

from codegen.messages import shown
from tests.support.catalogues import changed, informed
from tests.support.generator import CodegenTest


class Place(NamedTuple):
    """The place of a value in the data, and the beginning of a line about it."""

    path: tuple
    line: str


def of_paper(field: str) -> Place:
    return Place(("papers.toml", "paper", 1, field), f"papers.toml: paper 'paper-two': {field}: ")


def of_citation(field: str) -> Place:
    """A field of the citation of the second paper, which is a paper of a conference."""
    return Place(("papers.toml", "paper", 1, "citation", field), f"{CITED}{field}: ")


def of_repository(field: str) -> Place:
    """A field of a record that is renamed, with a note and a correction."""
    return Place(("repositories.toml", "repository", 0, field), f"repositories.toml: repository 'repo': {field}: ")


def of_course(field: str) -> Place:
    """A field of a record that has moved."""
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

# A place of each type of field, or several.
TITLE = of_paper("title")
DESCRIPTION = of_repository("description")
KOREAN = inside(DESCRIPTION, "ko", line=".ko ")
ENGLISH = inside(DESCRIPTION, "en", line=".en ")
URL = of_paper("url")
YEAR = of_paper("year")
CATEGORY = Place(("papers.toml", "paper", 3, "category"), "papers.toml: paper 'paper-four': category: ")
ID = of_shelf("id", name="C.2.9")  # without an id that is a text
COLUMNS = of_shelf("columns")
HEADING = inside(COLUMNS, 1, "ko", line="item 2 .ko ")
NOTE = of_step("note")
LABEL = of_step("label")
NUMBER = of_step("number")
ENTRIES = of_step("entries")

# The fields that each table must have, and those that it may have. A change here is one of the format of the data.
# Facts beyond the original depend on one another; test_record_reader.py has those that are not here,
# test_citation_checks.py more of citations, test_kinds_toml.py the tables of kinds.toml.
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
    ("catalog.toml",): ("title", "notes_title facts_as_of"),  # and lists: see test_catalog_toml.py
    ("catalog.toml", "part", 2): ("title", "number"),
    ("catalog.toml", "category", 10): ("id title kind", "number part columns"),
    ("reading_order.toml",): ("", "stage"),
    ("reading_order.toml", "stage", 1): ("name duration step", ""),
    ("reading_order.toml", "stage", 1, "step", 1): ("note entries", "label by number"),
}


def roomy_catalogue(*changes: tuple) -> dict:
    """A changed catalogue with facts, in which nothing depends on the tables of FIELDS: one mistake stays one."""
    step = {"label": "A label", "by": "Someone", "note": "A note", "entries": ["paper-one"]}
    return informed(
        ("catalog.toml", "part", 2, {"id": "empty", "number": "C.3", "title": "An empty part"}),
        ("catalog.toml", "category", 10, "part", "C.2"),
        ("reading_order.toml", "stage", 0, "step", [{**step, "number": 1}]),
        ("reading_order.toml", "stage", 1, "step", [step, {**step, "number": 2}]),
        *changes,
    )


def line_about(path: tuple, without: str = "") -> str:
    """How a line about the table begins; without its key, id or number it goes by its place among its like."""
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
        """This value at this place gives one line for each of the reasons."""
        with self.subTest(line=place.line, value=shown(value)):
            self.assert_refused(self.catalogue((*place.path, value)), *(place.line + reason for reason in reasons))

    def assert_wrong_everywhere(self, places: Iterable[Place], value: object, reason: str) -> None:
        """This value at all of these places gives one line for each of them."""
        with self.subTest(value=shown(value)):
            changes = [(*place.path, value) for place in places]
            self.assert_refused(self.catalogue(*changes), *(place.line + reason for place in places))

    def assert_right(self, place: Place, value: object) -> None:
        with self.subTest(line=place.line, value=shown(value)):
            self.assert_accepted(self.catalogue((*place.path, value)))


class FactsTest(DataTest):
    """Changes the catalogue with facts beyond the original."""

    catalogue = staticmethod(informed)
