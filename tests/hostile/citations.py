"""Makes citations from the texts of one source, and the CSL-JSON expected for them."""

from dataclasses import dataclass, field

from codegen import citation_checks, csl
from codegen.kinds import Kind
from codegen.names import split
from codegen.urls import encoded
from tests.hostile.texts import Given, Random, admitted

DATES = (1687, "0001", "9999-12", "2000-02-29", "1999/2000-02-29", "2024-01-31/2024-02")
NUMBERS = (0, -1, 2**63 - 1)
# The parts of names, with their names in CSL-JSON.
PARTS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping-particle",
    "particle": "non-dropping-particle",
    "suffix": "suffix",
}
SHAPES = (
    ("literal",),
    (),
    ("family", "given"),
    ("family",),
    tuple(PARTS),
    ("family", "suffix"),
    ("family", "given", "particle"),
    ("family", "given", "dropping-particle", "suffix"),
)


class CitationMaker:
    """Makes citations with different variables."""

    def __init__(self, source: Given | Random, authors: int):
        self.source = source
        self.authors = authors
        self.turn = 0

    def citation(self, of_paper: bool) -> dict | None:
        """A citation, or None for some records other than papers."""
        self.turn += 1
        if not of_paper and self.turn % 5 == 0:
            return None
        # Coprime steps, so that all combinations occur.
        count = len(csl.STANDARD_VARIABLES)
        texts = [csl.STANDARD_VARIABLES[(self.turn * 7 + at * 11) % count] for at in range(self.turn % 8)]
        roles = [csl.NAME_VARIABLES[(self.turn + at) % len(csl.NAME_VARIABLES)] for at in range(self.turn % 3)]
        dates = [csl.DATE_VARIABLES[(self.turn + at) % len(csl.DATE_VARIABLES)] for at in range(self.turn % 4)]
        fields = {name: self.text(name) for name in (["title", *texts] if of_paper else texts)}
        fields |= {role: self.names(1 + self.turn % 2) for role in roles}
        fields |= {name: self.date(self.turn + at) for at, name in enumerate(dates)}
        if of_paper:
            fields["author"] = self.names(self.authors)
        if self.turn % 3:
            fields["type"] = csl.TYPES[self.turn % len(csl.TYPES)]
        if self.turn % 2:
            fields["arxiv"] = f"1706.{self.turn % 100_000:05}"
        return fields or None

    def text(self, name: str) -> str | int:
        if name == "URL":
            return self.source.url()
        if name == "DOI":
            return self.admitted(lambda: f"10.1234/{''.join(self.source.text().split())}", citation_checks.check_doi)
        if name in ("abstract", "annote", "note"):
            return f"{self.source.text()}\n\n\t{self.source.text()}"
        return NUMBERS[self.turn % len(NUMBERS)] if self.turn % 11 == 0 and name != "title" else self.source.text()

    def admitted(self, make, check) -> str:
        return next(text for text in iter(make, None) if admitted(text, check))

    def date(self, number: int) -> object:
        return DATES[number % len(DATES)] if number % 7 else {"literal": self.source.text()}

    def names(self, count: int) -> list:
        names = [self.name() for _ in range(count)]
        self.turn += 1
        return [*names, "others"] if self.turn % 4 == 0 else names

    def name(self) -> str | dict:
        self.turn += 1
        shape = SHAPES[self.turn % len(SHAPES)]
        parts = {part: self.source.part(part) for part in shape}
        return parts or self.admitted(self.source.name, citation_checks.check_name)


@dataclass
class Cited:
    """The expected citation of a record. Each name is the full name and its parts in CSL-JSON; a literal name lacks
    parts."""

    type: str
    arxiv: str
    texts: dict[str, str]
    names: dict[str, list[tuple[str, dict]]]
    dates: dict[str, dict]
    others: set[str] = field(default_factory=set)


def cited(kind: Kind, record: dict) -> Cited:
    given = record.get("citation", {})
    by = next((record[name] for name in kind.by if name in record), [])
    listed = {role: given[role] for role in csl.NAME_VARIABLES if role in given}
    if not listed and by:
        listed["author"] = by if isinstance(by, list) else [{"literal": in_korean(by)}]
    of_record = {
        "title": in_korean(record.get(kind.title, record["key"])),
        "URL": record.get("url", record.get("current_url")),
        "keyword": ", ".join(record["tags"]),
        "issued": record.get(kind.date),
    }
    values = {name: value for name, value in of_record.items() if value is not None} | given
    return Cited(
        given.get("type", kind.cite_as),
        given.get("arxiv", ""),
        {name: text_of(name, values[name]) for name in csl.STANDARD_VARIABLES if name in values},
        {role: [name_of(name) for name in names if name != "others"] for role, names in listed.items()},
        {name: date_of(values[name]) for name in csl.DATE_VARIABLES if name in values},
        {role for role, names in listed.items() if names[-1] == "others"},
    )


def in_korean(value: str | dict) -> str:
    """The text in Korean, the default language."""
    return value["ko"] if isinstance(value, dict) else value


def text_of(name: str, value: str | int) -> str:
    return encoded(value) if name == "URL" else str(value)


def name_of(name: str | dict) -> tuple[str, dict]:
    if isinstance(name, str):
        # tests/codegen/test_names.py checks split.
        parts = split(name)
        if parts.literal:
            return parts.literal, {}
        name = {part: getattr(parts, part.replace("-", "_")) for part in PARTS}
        name = {part: text for part, text in name.items() if text}
    if "literal" in name:
        return name["literal"], {}
    full = name["family"]
    for particle in (name.get("particle"), name.get("dropping-particle")):
        if particle is not None:
            # No space follows a particle that ends with an apostrophe or a hyphen.
            full = particle + ("" if particle[-1] in "-'\u2019\u2018\u02bc`" else " ") + full
    full = " ".join(part for part in (name.get("given"), full, name.get("suffix")) if part)
    return full, {csl_name: name[part] for part, csl_name in PARTS.items() if part in name}


def date_of(date: object) -> dict:
    """The date in CSL-JSON."""
    if isinstance(date, dict):
        return date
    return {"date-parts": [[int(part) for part in end.split("-")] for end in str(date).split("/")]}


def coarse(date: dict) -> dict:
    """Reduces both ends of a range to the precision of the less precise one."""
    ends = date.get("date-parts", [])
    return {"date-parts": [end[: min(map(len, ends))] for end in ends]} if ends else date


def csl_of(record: dict, source: Cited) -> list[tuple[str, object]]:
    """The members of the CSL-JSON item, in order."""
    arxiv = source.arxiv and f"arXiv:{source.arxiv}"
    is_number = source.type == "article" and "number" not in source.texts
    note = [source.texts.get("note", ""), "" if is_number else arxiv]
    item = {"id": record["key"], "type": source.type} | source.texts
    item.pop("note", None)
    item |= {"URL": item["URL"].replace("'", "%27")} if "URL" in item else {}
    item |= {"number": arxiv} if is_number and arxiv else {}
    item |= {"note": "\n".join(filter(None, note))} if any(note) else {}
    for role, names in source.names.items():
        item[role] = [parts or {"literal": full} for full, parts in names]
        item[role] += [{"literal": "others"}] if role in source.others else []
    return [*item.items(), *((name, coarse(date)) for name, date in source.dates.items())]
