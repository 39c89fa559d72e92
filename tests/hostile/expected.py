"""The expected output of use.cpp for a catalogue, and a parser for the actual output."""

import re

from codegen import csl
from codegen.kinds import Kind
from codegen.urls import encoded
from tests.hostile.catalogues import KINDS
from tests.hostile.citations import PARTS, Cited, cited


def in_two(value: object) -> list[str]:
    return [value["ko"], value["en"]] if isinstance(value, dict) else [value, value]


class Expected:
    """The name and the text of every value that use.cpp prints, from the data alone."""

    def __init__(self, files: dict):
        self.texts: list[tuple[str, str]] = []
        self.show_catalog(files["catalog.toml"])
        for kind in KINDS.values():
            for record in files[kind.file][kind.name]:
                self.show_record(kind, record)
        for stage in files["reading_order.toml"]["stage"]:
            self.show_stage(stage)

    def show(self, name: str, *texts: object) -> None:
        self.texts.extend((name, str(text)) for text in texts)

    def show_catalog(self, catalog: dict) -> None:
        self.show("catalog_title", *in_two(catalog["title"]))
        self.show("facts_as_of", catalog["facts_as_of"])
        for part in catalog["part"]:
            self.show("number", part["number"])
            self.show("title", *in_two(part["title"]))
        for category in catalog["category"]:
            self.show("id", category["id"])
            self.show("number", category["number"])
            self.show("title", *in_two(category["title"]))
            for column in category["columns"]:
                self.show("column", *in_two(column["heading"]))

    def show_record(self, kind: Kind, record: dict) -> None:
        self.show("kind", kind.name)
        self.show_common(record)
        for name in "title", "by", "description":
            given = next((record[field] for field in kind.common[name] if field in record), "")
            self.show(name, *in_two(", ".join(given) if isinstance(given, list) else given))
        self.show_common(record)
        for language in 0, 1:
            for field in kind.fields:
                self.show(field.name, *self.values(field.type, record.get(field.name), language))
        self.show_citation(cited(kind, record))

    def values(self, type: str, given: object, language: int) -> list[object]:
        """The texts that use.cpp prints for a field in a language."""
        if type == "ordinal":
            return []  # not shown
        if type in ("texts", "entries"):
            names = given or []
            if type == "entries":
                names = [re.sub("-\ud55c\uae00$", "", name) for name in names]
            return [len(names), *names]
        if type == "date":
            return ["/".join(str(int(part)) for part in (given.split("-") + ["0", "0"])[:3])]
        if type == "flag":
            return [int(given)]
        return [encoded(given) if type == "url" and given else in_two("" if given is None else given)[language]]

    def show_common(self, record: dict) -> None:
        self.show("key", record["key"])
        self.show("link_label", *in_two(record.get("link_label", "")))
        self.show("url", encoded(record["url"]) if "url" in record else "")
        self.show("aliases", len(record["aliases"]), *record["aliases"])
        self.show("tags", len(record["tags"]), *record["tags"])
        for link in record.get("links", []):
            self.show("label", *in_two(link["label"]))
            self.show("url", encoded(link["url"]))
        self.show("status", record.get("status", "active"))
        self.show("current_url", encoded(record.get("current_url", record.get("url", ""))) or "")
        self.show("status_note", *in_two(record.get("status_note", "")))
        for correction in record.get("correction", []):
            self.show("cell", correction["cell"])
            self.show("fact", *in_two(correction["fact"]))

    def show_citation(self, source: Cited) -> None:
        publisher = source.texts.get("publisher", "") if source.type == "report" else ""
        issued = source.dates.get("issued", {}).get("date-parts", [[0]])
        self.show("type", source.type)
        self.show("title", source.texts["title"])
        self.show("venue", source.texts.get("container-title", publisher))
        self.show("arxiv_id", source.arxiv)
        self.show("doi", source.texts.get("DOI", ""))
        self.show("url", source.texts.get("URL", ""))
        self.show("year", issued[0][0])
        self.show("author", *(full for full, _ in source.names.get("author", ())))
        for name, text in source.texts.items():
            self.show(name, text, text)
        for role, names in source.names.items():
            for full, parts in names:
                self.show("role", role)
                self.show("name", full)
                for part in PARTS.values():
                    self.show(part, parts.get(part, ""))
                self.show("is_literal", int(not parts))
                self.show("has_others", int(role in source.others))
        for name in csl.DATE_VARIABLES:
            date = source.dates.get(name, {})
            begin, end, *_ = [*date.get("date-parts", []), [], []]
            for each in begin, end:
                self.show("date", "/".join(map(str, (each + [0, 0, 0])[:3])))
            self.show("literal", date.get("literal", ""))

    def show_stage(self, stage: dict) -> None:
        self.show("name", *in_two(stage["name"]))
        self.show("duration", *in_two(stage["duration"]))
        for step in stage["step"]:
            self.show("label", step.get("label", ""))
            self.show("by", step.get("by", ""))
            self.show("note", *in_two(step["note"]))
            for key in step["entries"]:
                self.show("entry", key)


def parsed(output: bytes) -> list[tuple[str, str]]:
    """The names and texts in the output of use.cpp."""
    found = []
    at = 0
    while at < len(output):
        head = re.compile(rb"(\S+) (\d+):").match(output, at)
        end = head.end() + int(head[2])
        found.append((head[1].decode(), output[head.end() : end].decode()))
        if output[end : end + 1] != b"\n":
            raise AssertionError(f"{found[-1]} does not have its stated length")
        at = end + 1
    return found
