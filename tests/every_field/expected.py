"""The expected output of use.cpp for the catalogue in data/, from its TOML alone, without the generator."""

import tomllib
from collections.abc import Callable
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"
LANGUAGES = ("en", "ja", "zh-Hans")
FILES = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*.toml"))}
KINDS = ("standard", "talk", "paper", "tool", "reference")
PLURALS = {kind: f"{kind}s" for kind in KINDS}
PAPER = {
    **{"number": "ordinal", "title": "text", "short_title": "text", "authors": "text", "year": "year"},
    **{"summary": "localized", "contribution": "localized"},
}
# The fields that serve as title, by, description and date of each kind.
SHOWN = {
    "standard": (("name",), ("editor", "bodies"), ("scope", "abstract_line"), "published"),
    "talk": (("subject",), ("lang",), ("text",), None),
    "paper": (("title",), ("authors",), ("award", "summary"), "year"),
    "tool": (("label",), (), (), "since"),
    "reference": (("heading",), ("makers",), (), None),
}
# URLs with characters that a URL cannot contain, and their encoded forms.
ENCODED = {
    "ftp://files.example/iso 1.txt": "ftp://files.example/iso%201.txt",
    "https://rooms.example/표준": "https://rooms.example/%ED%91%9C%EC%A4%80",
    "https://code.example/%zz": "https://code.example/%25zz",
}
NOT_GIVEN = {"integer": "0", "year": "0", "flag": "false", "date": "0/0/0"}


def fields_of(kind: str) -> dict[str, str]:
    """The types of the fields of a kind, by name."""
    declared = {table.get("name", table.get("extends")): table for table in FILES["kinds.toml"]["kind"]}[kind]
    own = {field["name"]: field["type"] for field in declared["field"]}
    return PAPER | own if kind == "paper" else own


CATEGORIES = FILES["catalog.toml"]["category"]
KIND_OF = {category["id"]: category["kind"] for category in CATEGORIES}
# In the order of the catalogue.
RECORDS = [
    record
    for category in CATEGORIES
    for record in FILES[f"{PLURALS[category['kind']]}.toml"][category["kind"]]
    if record["category"] == category["id"]
]
KEY_OF = {name: record["key"] for record in RECORDS for name in (record["key"], *record.get("aliases", ()))}
BY_KEY = {record["key"]: record for record in RECORDS}


def kind_of(record: dict) -> str:
    return KIND_OF[record["category"]]


def in_all(value: object) -> list[str]:
    """The text in each language. A language without a text gets that of the first language that has one."""
    if not isinstance(value, dict):
        return [value or ""] * len(LANGUAGES)
    given = {tag.lower(): text for tag, text in value.items() if tag.lower() in map(str.lower, LANGUAGES)}
    first = next(given[tag.lower()] for tag in LANGUAGES if tag.lower() in given)
    return [given.get(tag.lower(), first) for tag in LANGUAGES]


def url(given: str | None) -> str:
    return ENCODED.get(given, given or "")


def first_given(record: dict, fields: tuple[str, ...], otherwise: str = "") -> list[str]:
    value = next((record[field] for field in fields if record.get(field)), otherwise)
    return in_all(", ".join(value) if isinstance(value, list) else value)


def title_of(record: dict) -> list[str]:
    return first_given(record, SHOWN[kind_of(record)][0], record["key"])


def parts_of_date(value: object) -> tuple[int, ...] | None:
    """A date as precise as given."""
    if value is None or isinstance(value, int):
        return value and (value,)
    return tuple(map(int, str(value).split("-")))


def date_of(record: dict) -> tuple[int, ...] | None:
    field = SHOWN[kind_of(record)][3]
    return parts_of_date(record.get(field)) if field else None


def place_of(record: dict) -> int:
    """The position in the table of the record's kind, from 1."""
    return 1 + [other["key"] for other in RECORDS if kind_of(other) == kind_of(record)].index(record["key"])


def values_of(record: dict, name: str, type: str) -> list[str]:
    """The texts that use.cpp prints for a field. A localized field has a text for each language."""
    given = record.get(name)
    match type:
        case "ordinal":
            return [str(place_of(record))]
        case "localized":
            return in_all(given)
        case "texts":
            return [str(len(given or ())), *(given or ())]
        case "entries":
            return [str(len(given or ())), *(KEY_OF[name] for name in given or ())]
        case "url":
            return [url(given)]
        case "prose" | "text":
            return [(given or "").strip()]
        case _ if given is None:
            return [NOT_GIVEN[type]]
        case "date":
            year, month, day = (*parts_of_date(given), 0, 0)[:3]
            return [f"{year}/{month}/{day}"]
        case _:
            return [str(given).lower()]


class Expected:
    """The name and the text of every value that use.cpp prints."""

    def __init__(self, show_citation: "Callable[[dict, Expected], None]") -> None:
        self.show_citation = show_citation
        self.texts: list[tuple[str, str]] = []
        self.show_categories()
        for index, record in enumerate(RECORDS):
            self.show_record(index, record)
        self.show_years()
        self.show_tags()
        for stage in FILES["reading_order.toml"]["stage"]:
            self.show_stage(stage)
        steps = [step for stage in FILES["reading_order.toml"]["stage"] for step in stage["step"]]
        self.show_list("reading_list", [KEY_OF[name] for step in steps for name in step["entries"]])

    def show(self, name: str, *texts: object) -> None:
        self.texts.extend((name, str(text)) for text in texts)

    def show_list(self, name: str, texts: list[str]) -> None:
        self.show(name, len(texts), *texts)

    def show_categories(self) -> None:
        catalog = FILES["catalog.toml"]
        parts = catalog["part"]
        self.show("catalog_title", *in_all(catalog["title"]))
        self.show("facts_as_of", catalog["facts_as_of"])
        self.show("lang", *LANGUAGES)
        for part in parts:
            self.show("number", part.get("number", ""))
            self.show("title", *in_all(part["title"]))
        for category in CATEGORIES:
            inside = [record["key"] for record in RECORDS if record["category"] == category["id"]]
            self.show("id", category["id"])
            self.show("number", category.get("number", ""))
            self.show("title", *in_all(category["title"]))
            self.show("size", len(inside))
            self.show("part", parts.index(part_of(category)))
            self.show("kind", category["kind"])
            for heading in map(heading_of, columns_of(category)):
                self.show("column", *heading)
            self.show_list("entries_in", inside)
            for kind in KINDS:
                self.show_list(PLURALS[kind], inside if kind == category["kind"] else [])
        for category in CATEGORIES:
            self.show_list("in", [record["key"] for record in RECORDS if record["category"] == category["id"]])

    def show_record(self, index: int, record: dict) -> None:
        kind = kind_of(record)
        fields = fields_of(kind)
        title, by, description, _ = SHOWN[kind]
        self.show("entry", index)
        self.show("kind", kind)
        self.show_common(record)
        self.show("title", *title_of(record))
        self.show("by", *first_given(record, by))
        self.show("description", *first_given(record, description))
        self.show("year", (date_of(record) or (0,))[0])
        self.show_common(record)
        for _ in "visit", "get_if":
            for name, type in fields.items():
                self.show(name, *values_of(record, name, type))
        for at in range(len(LANGUAGES)):
            for name, type in fields.items():
                values = values_of(record, name, type)
                self.show(name, *values[at : at + 1] if type == "localized" else values)
        self.show("fields", len(fields))

    def show_common(self, record: dict) -> None:
        self.show("key", record["key"])
        self.show("category", record["category"])
        self.show("link_label", *in_all(record.get("link_label")))
        self.show("url", url(record.get("url")))
        self.show_list("aliases", record.get("aliases", []))
        self.show_list("tags", record.get("tags", []))
        self.show("links", len(record.get("links", ())))
        for link in record.get("links", ()):
            self.show("label", *in_all(link["label"]))
            self.show("url", url(link["url"]))
        status = record.get("status", "active")
        lost = status in ("closed", "unknown")
        self.show("status", status)
        self.show("current_url", url(record.get("current_url", "" if lost else record.get("url"))))
        self.show("status_note", *in_all(record.get("status_note")))
        self.show("corrections", len(record.get("correction", ())))
        for correction in record.get("correction", ()):
            self.show("cell", correction["cell"])
            self.show("fact", *in_all(correction["fact"]))
        self.show_citation(record, self)

    def show_years(self) -> None:
        dated = sorted((record for record in RECORDS if date_of(record)), key=date_of)
        years = [date_of(record)[0] for record in dated]
        self.show("first_year", min(years))
        self.show("last_year", max(years))
        for first in 0, 1687, 1999, 2001:
            for last in 1686, 1687, 1999, 2000, 2001, 9999:
                found = [record for year, record in zip(years, dated) if first <= year <= last]
                self.show_list("entries_between", [record["key"] for record in found])
                for kind in "standard", "paper", "tool":
                    self.show_list(f"{PLURALS[kind]}_between", [each["key"] for each in found if kind_of(each) == kind])

    def show_tags(self) -> None:
        tags = sorted({tag for record in RECORDS for tag in record.get("tags", ())}, key=str.encode)
        self.show_list("all_tags", tags)
        for tag in *tags, "", "quie":
            self.show_list("tagged", [record["key"] for record in RECORDS if tag in record.get("tags", ())])

    def show_stage(self, stage: dict) -> None:
        self.show("name", *in_all(stage["name"]))
        self.show("duration", *in_all(stage["duration"]))
        for step in stage["step"]:
            self.show("number", step.get("number", 0))
            self.show("label", step.get("label", ""))
            self.show("by", step.get("by", ""))
            self.show("note", *in_all(step["note"]))
            self.show_list("entries", [KEY_OF[name] for name in step["entries"]])


def part_of(category: dict) -> dict:
    """The part that the category names by id or number, or else the part whose number begins that of the category."""
    parts = FILES["catalog.toml"]["part"]
    name = category.get("part", category.get("number"))
    named = [part for part in parts if name in (part.get("id"), part.get("number"))]
    return (named or [part for part in parts if name.startswith(part.get("number", "-"))])[0]


def columns_of(category: dict) -> list[dict]:
    title, _, description, _ = SHOWN[category["kind"]]
    described = [{"field": field, "heading": "Description"} for field in description[:1]]
    default = [{"field": title[0], "heading": "Title"}, {"field": "link", "heading": "Link"}, *described]
    return category.get("columns", default)


def heading_of(column: dict) -> list[str]:
    return in_all(column.get("heading", column))
