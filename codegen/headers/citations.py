"""citations.hpp: the citations of the records."""

from .. import csl
from ..catalogue import DateRange
from ..citations import Citation
from ..comments import comment_lines
from ..names import Name
from ..tables import (
    Constant,
    Enumeration,
    Header,
    Struct,
    TablesHeader,
    based_numbers,
    begin_array,
    number_array,
    packed_date,
    plain,
    text_table,
)

# The variables that the library knows by number. The arXiv identifier has a number as well, but csl_table does not name
# it, because it is not a variable of CSL.
KNOWN = ("title", "container-title", "publisher", "DOI", "URL", "issued", "author")
ARXIV = "arxiv"

# The parts stored for a name that is not just a given name before a family name, in this order.
PARTS = ("family", "particle", "dropping_particle", "suffix")


class Names:
    """The names of CSL that the catalogue needs: those of all types, and of the variables that are given or known."""

    def __init__(self, cited: list[Citation]):
        given = {name for citation in cited for name in (*citation.texts, *citation.dates, *citation.names)}
        self.variables = [name for name in csl.VARIABLES if name in given or name in KNOWN]
        self.number = {name: number for number, name in enumerate([*self.variables, ARXIV])}

    def table(self) -> Struct:
        rows = [*csl.TYPES, *self.variables]
        numbers = [(name.replace("-", "_"), self.number[name]) for name in (*KNOWN, ARXIV)]
        first_date = min(self.number[name] for name in csl.DATE_VARIABLES if name in self.number)
        numbers = [("type_count", len(csl.TYPES)), *numbers, ("first_date", first_date)]
        constants = [Constant("std::size_t", name, str(number)) for name, number in numbers]
        comment = (
            "CSL's names: first those of the types, in the order of csl_type, then those of the variables that "
            "citations give or the library uses, numbered from 0."
        )
        return text_table("csl_table", comment, len(rows), {"name": plain(rows)}, constants)


def build(cited: list[Citation], names: Names) -> Header:
    citation_table = _CitationTable(cited, names)
    contributor_table = _contributor_table(cited, names, citation_table)
    date_table = _date_table(cited, names, citation_table)
    # The other tables have added texts to citation_table by now.
    structs = [names.table(), citation_table.table(), contributor_table, date_table]
    return TablesHeader("citations.hpp", "the data of all records", structs, _types())


def _types() -> Enumeration:
    comment = "The types of CSL 1.0.2, the Citation Style Language; `article` is a preprint or the like."
    return Enumeration("csl_type", comment_lines(comment), [name.replace("-", "_") for name in csl.TYPES])


class _CitationTable:
    """The texts of all citations: an empty one, then the variables, entry by entry, then those of the other tables."""

    def __init__(self, cited: list[Citation], names: Names):
        self.cited = cited
        self.names = names
        self.variables = [
            [*citation.texts.items(), *([(ARXIV, citation.arxiv)] if citation.arxiv else [])] for citation in cited
        ]
        self.texts = ["", *(text for variables in self.variables for _, text in variables)]

    def place(self, texts: list[str]) -> int:
        """Appends these texts; returns the row of the first."""
        row = len(self.texts)
        self.texts += texts
        return row

    def table(self) -> Struct:
        types = [csl.TYPES.index(citation.type) for citation in self.cited]
        numbers = [0, *(self.names.number[name] for variables in self.variables for name, _ in variables)]
        arrays = [
            number_array("types", types, "The csl_type of each entry."),
            begin_array(
                "first_variable",
                map(len, self.variables),
                "The row of the first variable of each entry, and the end.",
                1,
            ),
            number_array("variables", numbers, "The number of the variable in each row that has one."),
            begin_array(
                "first_contributor",
                [sum(len(each.names) for each in citation.names.values()) for citation in self.cited],
                "The place in contributor_table where the contributors of each entry begin, and the end.",
            ),
            begin_array(
                "first_date",
                [len(citation.dates) for citation in self.cited],
                "The place in citation_date_table where the dates of each entry begin, and the end.",
                1,
            ),
        ]
        comment = (
            "The texts of the citations. The first row is empty, for texts that are not given. The variables follow, "
            "entry by entry, each with the arXiv identifier last, and then the parts of names and the dates in words."
        )
        return text_table("citation_table", comment, len(self.texts), {"text": plain(self.texts)}, arrays=arrays)


def _contributor_table(cited: list[Citation], names: Names, texts: _CitationTable) -> Struct:
    contributors: list[Name] = []
    roles: list[int] = []
    for citation in cited:
        for role, listed in citation.names.items():
            contributors += listed.names
            roles += [2 * names.number[role]] * len(listed.names)
            roles[-1] += listed.has_others
    own = dict.fromkeys(_parts(name) for name in contributors if _has_own_parts(name))
    first_own = texts.place([part for parts in own for part in parts])
    number_of = {parts: number for number, parts in enumerate(own, 1)}
    arrays = [
        number_array("roles", roles, "Twice the number of each role, plus 1 if others follow."),
        number_array(
            "own",
            [number_of.get(_parts(name), 0) if _has_own_parts(name) else 0 for name in contributors],
            "For a name that is not just a given name before a family name, the number of its set of parts, from 1 "
            "on; else 0.",
        ),
    ]
    columns = {
        "name": plain([name.full for name in contributors]),
        "given": plain([name.given for name in contributors]),
    }
    comment = (
        "The contributors to the cited works, entry by entry and role by role. A name with neither a given name nor "
        "a set of parts is a literal. The sets are in citation_table from first_own on, four rows each."
    )
    constants = [Constant("std::size_t", "first_own", str(first_own))]
    return text_table("contributor_table", comment, len(contributors), columns, constants, arrays)


def _has_own_parts(name: Name) -> bool:
    return not name.literal and (not name.given or name.full != f"{name.given} {name.family}")


def _parts(name: Name) -> tuple[str, ...]:
    return tuple(getattr(name, part) for part in PARTS)


def _date_table(cited: list[Citation], names: Names, texts: _CitationTable) -> Struct:
    dates = [("", DateRange()), *(item for citation in cited for item in citation.dates.items())]
    ends = [end for _, date in dates for end in (date.begin, date.end)]
    base, values = based_numbers("end", [packed_date(end) if end.year else None for end in ends])
    numbers = [names.number.get(name, 0) for name, _ in dates]
    literals = [texts.place([date.literal]) if date.literal else 0 for _, date in dates]
    arrays = [
        number_array("variables", numbers, "The number of the variable of each date."),
        values,
        number_array("literals", literals, "The row of citation_table with the words for each date."),
    ]
    comment = (
        "The dates of the citations, entry by entry: two numbers for each, the second for the end of a range. The "
        "first date represents one that is not given."
    )
    constants = [Constant("std::size_t", "size", str(len(dates))), base]
    return Struct("citation_date_table", comment, constants=constants, arrays=arrays)
