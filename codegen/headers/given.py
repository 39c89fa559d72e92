"""given.hpp: which data are given, if the library's values do not show it: a text missing in a language is taken from
another one, and an omitted number or flag is 0 or false."""

from ..catalogue import Catalogue, Localized, Record
from ..kinds import Kind
from ..tables import Array, Constant, Header, Struct, TablesHeader, begin_array, number_array


def build(catalogue: Catalogue) -> Header:
    given = _Given()
    entries = zip(catalogue.entry_kinds, catalogue.entries)
    first_marks = [given.place(given.of_record(kind, record)) for kind, record in entries]
    of_catalogue = given.place(given.of_catalogue(catalogue))
    constants = [Constant("std::size_t", "of_catalogue", str(of_catalogue))]
    arrays = given.arrays()
    distinct = {*first_marks} or {0}
    if len(distinct) == 1:
        constants.append(Constant("std::size_t", "of_entry", str(*distinct)))
    else:
        arrays.insert(0, number_array("of_entry", first_marks, "The first mark of each entry."))
    comment = (
        "Which data are given, as marks in the order in which write_json reads them. The mark of a text in several "
        "languages is the number of its set of languages, from 1 on, or 0 if it is not given; any other mark is 1 for "
        "a given value, else 0. Entries with equal marks share them; the marks of the catalogue itself begin at "
        "of_catalogue."
    )
    return TablesHeader("given.hpp", "the data of all records", [Struct("given_table", comment, "", constants, arrays)])


class _Given:
    """Collects the marks, and the sets of languages."""

    def __init__(self) -> None:
        self.marks: list[int] = []
        self.places: dict[tuple[int, ...], int] = {}
        self.sets: dict[tuple[int, ...], int] = {}

    def place(self, marks: list[int]) -> int:
        """The place of these marks, which are stored once."""
        if tuple(marks) not in self.places:
            self.places[tuple(marks)] = len(self.marks)
            self.marks += marks
        return self.places[tuple(marks)]

    def of_record(self, kind: Kind, record: Record) -> list[int]:
        return [mark for field in kind.given for mark in self.of_field(field.type, record.values[field.name])]

    def of_field(self, type: str, value: object) -> list[int]:
        """The marks of a field. A field needs none if its value is empty only when it is omitted."""
        if type == "localized":
            return [self.of_text(value)]
        if type == "links":
            return [self.of_text(link.label) for link in value or ()]
        if type == "tables":
            return [self.of_text(correction.fact) for correction in value or ()]
        return [int(value is not None)] if type in ("integer", "year", "flag", "table", "status") else []

    def of_catalogue(self, catalogue: Catalogue) -> list[int]:
        texts = [catalogue.title, catalogue.notes_title]
        texts += [row.title for row in (*catalogue.parts, *catalogue.categories)]
        for stage in catalogue.stages:
            texts += [stage.name, stage.duration, *(step.note for step in stage.step)]
        return [self.of_text(text) for text in texts]

    def of_text(self, text: Localized | None) -> int:
        return self.sets.setdefault(text.given, len(self.sets) + 1) if text else 0

    def arrays(self) -> list[Array]:
        languages = [language for given in self.sets for language in given]
        return [
            number_array("marks", self.marks, "The marks."),
            begin_array("first_language", map(len, self.sets), "The place in languages of each set, and the end."),
            number_array("languages", languages, "The languages of each set, by their place in the catalogue."),
        ]
