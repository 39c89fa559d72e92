"""What a reader of what the writers write has to find, from the data."""

from codegen import schema

MARKDOWN = "{http://commonmark.org/xml/1.0}"


def venue_of(source) -> str | None:
    return source.conference or source.journal or source.institution or ("arXiv" if source.type == "preprint" else None)


def names(item: dict) -> list[tuple[str, str]]:
    """The authors, each as family and given name, or as a whole; pandoc keeps particles apart."""
    found = []
    for author in item["author"]:
        particles = [author[name] for name in ("dropping-particle", "non-dropping-particle") if name in author]
        family = " ".join([*particles, author["family"]]) if "family" in author else author["literal"]
        found.append((family, author.get("given", "")))
    return found


def cells_of(catalogue, kind: str, record, language: int) -> list[str]:
    """The cells of a row in the order of the appendix's columns, from the data."""

    def text(column: str) -> str:
        if column == "number":
            return str(1 + next(at for at, other in enumerate(catalogue.records[kind]) if other is record))
        value = getattr(record, "link_label" if column == "link" else column)
        return value[language] if isinstance(value, tuple) else str(value or "")

    tables = schema.KIND_BY_NAME[kind].columns
    return [text(column) for column in tables[record.category == "online_courses"]]


def text_of(node) -> str:
    """What a reader of the page sees."""
    return "".join(part.text or "" for part in node.iter() if part.tag in (f"{MARKDOWN}text", f"{MARKDOWN}code"))
