"""Makes catalogues that take all their texts from one source."""

from pathlib import Path

from codegen import schema
from codegen.kinds import Kind
from tests.hostile.citations import CitationMaker
from tests.hostile.texts import HOSTILE, LONGEST, Given, Random
from tests.support.catalogues import STANDARD_KINDS, file_content, two

# A kind with a field of every type, and a field for each hostile text, with that text as its doc.
OWN_TYPES = {
    **{"place": "ordinal", "label": "text", "words": "localized", "story": "prose", "address": "url"},
    **{"count": "integer", "since": "year", "day": "date", "holds": "flag", "lines": "texts", "others": "entries"},
    **{f"documented_{number}": "flag" for number in range(len(HOSTILE))},
}
OWN_FIELDS = tuple(
    schema.Field(name, type, False, HOSTILE[at % len(HOSTILE)])
    for at, (name, type) in enumerate(OWN_TYPES.items(), -11)
)
OWN = Kind("sample", "samples", 'A "sample" \\ */ ??/', OWN_FIELDS, "label", ("lines",), ("words",), "day")
KINDS = STANDARD_KINDS | {OWN.name: OWN}

# Dates and numbers at the limits.
DATES = ("0001-01-01", "9999-12-31", "2000-02-29", "0001", "9999-12", "1687")
NUMBERS = (2_147_483_647, -2_147_483_647, 0, -1, 65_536)


def declaration(kind: Kind) -> dict:
    """The declaration of a kind, as in kinds.toml."""
    fields = [{"name": field.name, "type": field.type, "doc": field.doc} for field in kind.fields]
    texts = {"name": kind.name, "plural": kind.plural, "doc": kind.doc, "title": kind.title, "date": kind.date}
    return texts | {"by": list(kind.by), "description": list(kind.description), "field": fields}


class Maker:
    """Makes the tables of a catalogue from the texts of a source."""

    def __init__(self, source: Given | Random, authors: int):
        self.source = source
        self.citations = CitationMaker(source, authors)

    def both(self) -> dict:
        return two(self.source.korean(), self.source.text())

    def catalog(self) -> dict:
        return {
            "languages": ["ko", "en"],
            "title": self.both(),
            "notes_title": self.both(),
            "facts_as_of": "2026-11",
            "part": [{"number": "C.1", "title": self.both()}],
            "category": [self.category(index, kind) for index, kind in enumerate(KINDS.values(), 1)],
        }

    def category(self, index: int, kind: Kind) -> dict:
        # One field is enough among those that differ only in their docs.
        shown = [field.name for field in kind.fields[:12]] + ["link", "links", "tags", "key"]
        columns = [{"field": name, "heading": self.both()} for name in shown]
        about = {"id": kind.plural, "number": f"C.1.{index}", "title": self.both(), "kind": kind.name}
        return about | {"columns": columns}

    def record(self, kind: Kind, number: int) -> dict:
        fields = {field.name: self.value(kind, field, number) for field in kind.given}
        return {name: given for name, given in fields.items() if given is not None}

    def value(self, kind: Kind, field: schema.Field, number: int) -> object:
        if field.name == "category":
            return kind.plural
        if field.type == "status":
            return schema.STATUSES[1 + number % 4]
        if field.name == "citation":
            return self.citations.citation(kind.name == "paper")
        if field.name == "correction":
            return [{"cell": list(kind.cells)[0], "fact": self.both()} for _ in range(number % 3)] or None
        return {
            "key": lambda: f"{kind.name}-{number}",
            "integer": lambda: NUMBERS[number % len(NUMBERS)],
            "year": lambda: 1990 + number % 30,
            "text": self.source.text,
            "localized": self.both,
            "url": self.source.url,
            "links": lambda: [{"label": self.both(), "url": self.source.url()} for _ in range(number % 3)] or None,
            "tags": lambda: list(dict.fromkeys([self.source.text(), self.source.text()])),
            "keys": lambda: [f"{kind.name}-{number}-{name}" for name in ("alias", "\ud55c\uae00", "?<>*&$[]:;/|")],
            "prose": lambda: f"{self.source.text()}\n\n\t{self.source.text()}",
            "date": lambda: DATES[number % len(DATES)],
            "flag": lambda: number % 2 == 0,
            "texts": lambda: [self.source.text() for _ in range(number % 4)] or None,
            "entries": lambda: [f"post-{number}", f"blog-{number}-\ud55c\uae00"],
        }[field.type]()

    def stage(self, steps: range) -> dict:
        return {"name": self.both(), "duration": self.both(), "step": [self.step(number) for number in steps]}

    def step(self, number: int) -> dict:
        # Some steps lack both fields, and some lack only `by`. write_markdown makes each item of a label bold, between
        # " / ", so no item may begin or end with a space.
        fields = {"label": " ".join(self.source.text().split()), "by": self.source.text()}
        given = {name: fields[name] for name in list(fields)[: number % 3]}
        return {"number": number, **given, "note": self.both(), "entries": [f"paper-{number}", f"tool-{number}"]}


def catalogue_of(source: Given | Random, count: int, authors: int = 3) -> dict:
    """A catalogue with `count` records of each kind, and with texts from the source."""
    maker = Maker(source, authors)
    numbers = range(1, count + 1)
    files = {kind.file: {kind.name: [maker.record(kind, number) for number in numbers]} for kind in KINDS.values()}
    files["kinds.toml"] = {"kind": [declaration(OWN)]}
    stages = [maker.stage(numbers[first : first + 5]) for first in range(0, count, 5)]
    return files | {"catalog.toml": maker.catalog(), "reading_order.toml": {"stage": stages}}


def with_the_longest_texts() -> dict:
    """A catalogue with enough records of each kind to contain every hostile text, and with the longest texts in
    several places."""
    files = catalogue_of(Given(), len(HOSTILE) // 2)
    tools, paper = files["tools.toml"]["tool"], files["papers.toml"]["paper"][0]
    for text, tool in zip(LONGEST, tools):
        tool["name"] = text
    tools[0]["purpose"] = two("\ud55c" * 21_844 + "\\\"", LONGEST[0])
    tools[0]["link_label"] = LONGEST[1]
    tools[0]["correction"] = [{"cell": "name", "fact": text} for text in LONGEST]
    tools[-1]["key"] = files["reading_order.toml"]["stage"][-1]["step"][-1]["entries"][-1] = "a1" * 32_767
    paper["title"], paper["citation"]["title"] = LONGEST[:2]
    paper["citation"]["author"] = [{"literal": text} for text in LONGEST]
    paper["citation"]["editor"] = [{"family": "x" * 32_767, "given": '"' * 32_766}]
    paper["url"] = "https://" + "x)" * 32_763
    files["catalog.toml"]["title"] = LONGEST[2]
    files["reading_order.toml"]["stage"][0]["step"][0]["note"] = LONGEST[3]
    return files


def write(data: Path, files: dict) -> None:
    data.mkdir(exist_ok=True)
    for name, content in files.items():
        (data / name).write_bytes(file_content(content))
