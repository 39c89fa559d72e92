"""Compares the generated tables of citations with the data: a citation, completed by the fields of its record."""

import re

from codegen.catalogue import Catalogue
from codegen.csl import DATE_VARIABLES, NAME_VARIABLES, STANDARD_VARIABLES, TYPES, VARIABLES
from codegen.names import Name, split
from tests.support.generated_records import date_of, entries_of, in_all_languages, kind_of
from tests.support.generated_tables import Contributor, Tables

# The variables whose numbers are constants in the headers.
KNOWN = ("title", "container-title", "publisher", "DOI", "URL", "issued", "author")
NO_DATE = (0, 0, 0)
EAST_ASIAN = re.compile(r"[\u3005\u3041-\u30fe\u3400-\u9fff\uac00-\ud7a3]+")


def given_by(record) -> dict:
    """The variables that the record's `citation` table gives."""
    values = record.citation.values if record.citation else {}
    return {name: value for name, value in values.items() if value is not None}


def texts_of(catalogue: Catalogue, record) -> list[tuple[str, str]]:
    values = given_by(record)
    title = record.values[kind_of(catalogue, record).title] or record.key
    values.setdefault("title", in_all_languages(catalogue, title)[0])
    values.setdefault("URL", record.url or record.current_url)
    values.setdefault("keyword", ", ".join(record.tags or []))
    values["arXiv"] = values.get("arxiv")
    return [(name, values[name]) for name in (*STANDARD_VARIABLES, "arXiv") if values.get(name)]


def dates_of(catalogue: Catalogue, record) -> list[tuple]:
    values = given_by(record)
    own = date_of(kind_of(catalogue, record), record)
    dates = {"issued": (own, NO_DATE, "")} if own else {}
    dates |= {name: values[name] for name in DATE_VARIABLES if name in values}
    return [(name, *dates[name]) for name in DATE_VARIABLES if name in dates]


def contributors_of(catalogue: Catalogue, record) -> list[Contributor]:
    values = given_by(record)
    roles = {role: (values[role].names, values[role].has_others) for role in NAME_VARIABLES if role in values}
    return [
        contributor(role, name, has_others and at == len(names))
        for role, (names, has_others) in (roles or {"author": by_of(catalogue, record)}).items()
        for at, name in enumerate(names, 1)
    ]


def by_of(catalogue: Catalogue, record) -> tuple[list[Name], bool]:
    """The names in the first of the kind's `by` fields that the record gives, and whether others follow."""
    value = next(filter(None, (record.values[name] for name in kind_of(catalogue, record).by)), [])
    if isinstance(value, list):
        return [split(name) for name in value if name != "others"], "others" in value
    name = in_all_languages(catalogue, value)[0]
    return [Name(literal=name.removesuffix(" et al."))], name.endswith(" et al.")


def contributor(role: str, name: Name, others_follow: bool) -> Contributor:
    parts = (name.given, name.family, name.particle, name.dropping_particle, name.suffix, name.literal)
    return Contributor(role, full_name(*parts), *parts, others_follow)


def full_name(given: str, family: str, particle: str, dropping_particle: str, suffix: str, literal: str) -> str:
    if EAST_ASIAN.fullmatch(given) and EAST_ASIAN.fullmatch(family) and not particle + dropping_particle:
        return f"{family}{given} {suffix}".strip()
    name = " ".join(filter(None, [given, dropping_particle, particle, family, suffix, literal]))
    for joined in particle, dropping_particle:
        if joined.endswith(("'", "’", "-")):
            name = name.replace(f"{joined} ", joined)
    return name


class CitationContent:
    """Assertions for a test case. They read everything back from the headers."""

    def assert_types(self, headers: dict[str, str]) -> None:
        body = re.search(r"\nenum class csl_type : std::uint8_t \{\n(.*?)\n\};", headers["citations.hpp"], re.DOTALL)[1]
        self.assertEqual(body.replace(",", "").split(), [type.replace("-", "_") for type in TYPES])

    def assert_citations(self, catalogue: Catalogue, tables: Tables) -> None:
        records = entries_of(catalogue)
        types = [given_by(record).get("type", kind_of(catalogue, record).cite_as) for record in records]
        self.assertEqual(tables.types(), types)
        texts = [texts_of(catalogue, record) for record in records]
        self.assertEqual(tables.variables(), texts)
        dates = [dates_of(catalogue, record) for record in records]
        self.assertEqual(tables.dates(), dates)
        contributors = [contributors_of(catalogue, record) for record in records]
        self.assertEqual(tables.contributors(), contributors)
        given = {item[0] for each in (*texts, *dates, *contributors) for item in each}
        self.assert_names_of_csl(tables, given)
        self.assert_nothing_else_is_cited(tables)

    def assert_names_of_csl(self, tables: Tables, given: set[str]) -> None:
        """The headers name the types, the variables that the data give, and those with a constant."""
        table = tables["csl_table"]
        self.assertEqual(table.constants["type_count"], len(TYPES))
        self.assertEqual(table.texts("name")[: len(TYPES)], [*TYPES])
        names = tables.variable_names()
        self.assertEqual(names, [name for name in VARIABLES if name in given or name in KNOWN])
        for name in KNOWN:
            self.assertEqual(names[table.constants[name.replace("-", "_")]], name)
        dates = [number for number, name in enumerate(names) if name in DATE_VARIABLES]
        self.assertEqual(table.constants["first_date"], dates[0])
        self.assertEqual(table.constants["arxiv"], len(names))

    def assert_nothing_else_is_cited(self, tables: Tables) -> None:
        """The texts are the variables, then the parts of names, each set once, then the literal dates."""
        texts, begins = tables["citation_table"].texts("text"), tables["citation_table"].arrays["first_variable"]
        own, first = tables["contributor_table"].arrays["own"], tables["contributor_table"].constants["first_own"]
        literals = [row for row in tables["citation_date_table"].arrays["literals"] if row]
        self.assertEqual((texts[0], begins[0], begins[-1]), ("", 1, first))
        self.assertEqual({*own} - {0}, {*range(1, max(own, default=0) + 1)})
        end = first + 4 * max(own, default=0)
        parts = [tuple(texts[row : row + 4]) for row in range(first, end, 4)]
        self.assertEqual(len({*parts}), len(parts))
        self.assertEqual(literals, [*range(end, len(texts))])
        self.assertEqual(tables["citation_date_table"].arrays["variables"][0], 0)
        self.assertEqual(tables["citation_date_table"].arrays["end_values"][:2], [0, 0])
