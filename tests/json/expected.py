"""The expected output of write_json for a catalogue, from the TOML alone."""

import json
import tomllib
from pathlib import Path

from codegen import csl
from codegen.names import AND_OTHERS, FIRST_OF_SEVERAL, split
from codegen.urls import encoded
from tests.support.running import ROOT

STANDARD_KINDS = tomllib.loads((ROOT / "data/kinds.toml").read_text(encoding="utf-8"))["kind"]
# The types of the fields common to all records, in the order of the output.
COMMON = {
    **{"link_label": "localized", "url": "url", "links": "links", "tags": "texts", "aliases": "texts"},
    **{"citation": "citation", "status": "text", "current_url": "url", "status_note": "localized"},
    "correction": "corrections",
}
NAME_PARTS = ("family", "given", "particle", "dropping-particle", "suffix")
PROSE = ("abstract", "annote", "note")


def read_document(text: str) -> object:
    """The document in a JSON text. Its objects must not repeat a member."""
    def members(pairs: list) -> dict:
        if len(dict(pairs)) < len(pairs):
            raise AssertionError(f"a member appears twice: {pairs}")
        return dict(pairs)

    return json.loads(text, object_pairs_hook=members)


class Catalogue:
    """A catalogue, read from a directory of TOML."""

    def __init__(self, data: Path):
        files = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in data.glob("*.toml")}
        self.catalog = files["catalog.toml"]
        self.stages = files["reading_order.toml"].get("stage", [])
        self.languages = self.catalog.get("languages", ["en"])
        self.kinds = {kind["name"]: kind for kind in STANDARD_KINDS}
        for own in files.get("kinds.toml", {}).get("kind", []):
            base = self.kinds[own["extends"]] if "extends" in own else {"name": own["name"], "field": []}
            self.kinds[base["name"]] = base | own | {"field": base["field"] + own.get("field", [])}
        self.kind_of = {category["id"]: self.kinds[category["kind"]] for category in self.catalog["category"]}
        self.records = [
            record
            for id, kind in self.kind_of.items()
            for record in files.get(f"{kind['plural']}.toml", {}).get(kind["name"], [])
            if record["category"] == id
        ]
        self.key_of = {name: each["key"] for each in self.records for name in (each["key"], *each.get("aliases", ()))}

    def document(self) -> dict:
        top = {name: self.localized(self.catalog[name]) for name in ("title", "notes_title") if name in self.catalog}
        return {
            **top,
            **given(self.catalog, "facts_as_of"),
            "languages": self.languages,
            "parts": [self.part(part) for part in self.catalog["part"]],
            "categories": [self.category(category) for category in self.catalog["category"]],
            "records": [self.record(record) for record in self.records],
            "reading_order": [self.stage(stage) for stage in self.stages],
        }

    def part(self, part: dict) -> dict:
        return given(part, "number") | {"title": self.localized(part["title"])}

    def category(self, category: dict) -> dict:
        about = given(category, "id", "number") | {"title": self.localized(category["title"])}
        return about | {"part": self.part_of(category), "kind": category["kind"]}

    def part_of(self, category: dict) -> int:
        """The index of the part that the category names, or else of the innermost part that contains its number, or
        else of the only part."""
        parts = self.catalog["part"]
        if "part" in category:
            return next(at for at, part in enumerate(parts) if category["part"] in (part.get("id"), part.get("number")))
        numbers = [f"{part.get('number', '?')}." for part in parts]
        around = [number for number in numbers if f"{category.get('number', '')}.".startswith(number)]
        return numbers.index(max(around, key=len)) if around else 0

    def record(self, record: dict) -> dict:
        kind = self.kind_of[record["category"]]
        types = {field["name"]: field["type"] for field in kind["field"]} | COMMON
        named = {name: self.value(type, name, record) for name, type in types.items() if name in record}
        return {"kind": kind["name"], "key": record["key"], "category": record["category"], **named}

    def value(self, type: str, name: str, record: dict) -> object:
        value = record[name]
        match type:
            case "localized":
                return self.localized(value)
            case "prose":
                return prose(value)
            case "url":
                return encoded(value)
            case "date":
                return iso(value)
            case "entries":
                return [self.key_of[key] for key in value]
            case "links":
                return [{"label": self.localized(link["label"]), "url": encoded(link["url"])} for link in value]
            case "corrections":
                return [{"cell": each["cell"], "fact": self.localized(each["fact"])} for each in value]
            case "citation":
                return self.citation(self.kind_of[record["category"]], record)
        return value

    def localized(self, value: str | dict) -> dict:
        """The text by language. A plain string is a text in the default language."""
        if isinstance(value, str):
            return {self.languages[0]: value}
        by_tag = {tag.lower(): text for tag, text in value.items()}
        return {tag: by_tag[tag.lower()] for tag in self.languages if tag.lower() in by_tag}

    def line(self, value: str | dict) -> str:
        """The text in the default language, or else in the first language that has one."""
        return next(iter(self.localized(value).values()))

    def citation(self, kind: dict, record: dict) -> dict:
        """The citation, including values derived from the record."""
        of_record = {
            "title": self.line(record.get(kind["title"], record["key"])),
            "URL": record.get("url", record.get("current_url")),
            "keyword": ", ".join(record.get("tags", ())),
            "issued": record.get(kind.get("date")),
        }
        values = {name: value for name, value in of_record.items() if value} | record["citation"]
        roles = {role: names(values[role]) for role in csl.NAME_VARIABLES if role in values}
        return {
            "type": values.get("type", kind.get("cite_as", "document")),
            **{name: variable(name, values[name]) for name in csl.STANDARD_VARIABLES if name in values},
            **{name: range_of(values[name]) for name in csl.DATE_VARIABLES if name in values},
            **(roles or self.author(kind, record)),
            **given(values, "arxiv"),
        }

    def author(self, kind: dict, record: dict) -> dict:
        by = next((record[name] for name in kind.get("by", ()) if name in record), None)
        if by is None:
            return {}
        lines = by if isinstance(by, list) else [self.line(by)]
        others = AND_OTHERS.fullmatch(lines[-1])
        several = FIRST_OF_SEVERAL.fullmatch(lines[-1])
        lines = lines[:-1] if others else [*lines[:-1], several[1]] if several else lines
        if not lines:
            return {}
        listed = [line if isinstance(by, list) else {"literal": line} for line in lines]
        return {"author": names([*listed, "others"] if others or several else listed)}

    def stage(self, stage: dict) -> dict:
        texts = {name: self.localized(stage[name]) for name in ("name", "duration")}
        return texts | {"steps": [self.step(step) for step in stage["step"]]}

    def step(self, step: dict) -> dict:
        keys = [self.key_of[key] for key in step["entries"]]
        return given(step, "number", "label", "by") | {"note": self.localized(step["note"]), "entries": keys}


def given(table: dict, *names: str) -> dict:
    return {name: table[name] for name in names if name in table}


def prose(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def iso(date: object) -> str:
    year, *others = str(date).split("-")
    return "-".join([year.zfill(4), *others])


def range_of(date: object) -> str | dict:
    return date if isinstance(date, dict) else "/".join(map(iso, str(date).split("/")))


def variable(name: str, value: str | int) -> str:
    return encoded(value) if name == "URL" else prose(value) if name in PROSE else str(value)


def names(listed: list) -> list:
    return ["others" if name == "others" else name_of(name) for name in listed]


def name_of(name: str | dict) -> dict:
    """The parts of a name. tests/codegen/test_names.py checks split."""
    if isinstance(name, str):
        parts = split(name)
        name = {part: getattr(parts, part.replace("-", "_")) for part in ("literal", *NAME_PARTS)}
    return {part: name[part] for part in ("literal", *NAME_PARTS) if name.get(part)}
