"""The texts that a reader must find in the writers' output, taken from the data."""

import re

from codegen.formats import FIELDS

# The roles that BibTeX can write as authors. It writes the first one that a citation gives.
AUTHORS = [field.variable for field in FIELDS if field.bibtex == "author"]
# cmark-gfm's options for the extensions that GitHub uses.
EXTENSIONS = [word for name in ("table", "strikethrough", "autolink") for word in ("-e", name)]
MARKDOWN = "{http://commonmark.org/xml/1.0}"
# The target of a link encodes any character that would end it, begin a title or begin mathematics.
TARGET = str.maketrans({"(": "%28", ")": "%29", "'": "%27", "$": "%24"})


def cells_of(catalogue, kind: str, record, language: int) -> list[str]:
    """The cells of a record's row, in the order of its category's columns."""
    declared = catalogue.kinds[kind]
    types = {field.name: field.type for field in declared.fields}

    def text(column: str) -> str:
        if types.get(column) == "ordinal":
            return str(1 + next(at for at, other in enumerate(catalogue.records[kind]) if other is record))
        if column == "links":
            return ", ".join(link.label[language] for link in record.links or ())
        fields = {"link": ("link_label", "url"), declared.title: (column, "key")}.get(column, (column,))
        return shown_in_cell(catalogue, types.get(column), record.first(*fields) or record.values.get(column), language)

    category = next(category for category in catalogue.categories if category.id == record.category)
    return [text(column) for column, _ in category.columns]


def shown_in_cell(catalogue, type: str | None, value: object, language: int) -> str:
    """The text of a value in a cell. `type` is the type of its field, if the kind declares it."""
    if value is None or value is False:
        return ""
    if type == "date":
        return "-".join(f"{part:0{width}}" for part, width in zip(value, (4, 2, 2)) if part)
    if type == "flag":
        return "\u2713"
    if type == "entries":
        by_key = {record.key: record for record in catalogue.entries}
        return ", ".join(title_of(catalogue, by_key[key], language) for key in value)
    if isinstance(value, list):
        return ", ".join(value)
    return value[language] if isinstance(value, tuple) else re.sub(r"\n+", " ", str(value))


def links_of(catalogue, kind: str, record) -> list[str]:
    """The targets of the links in a record's row, in the order of its category's columns."""
    types = {field.name: field.type for field in catalogue.kinds[kind].fields} | {"link": "url"}
    category = next(category for category in catalogue.categories if category.id == record.category)
    found = []
    for column, _ in category.columns:
        if column == "links":
            found += [link.url for link in record.links or ()]
        elif types.get(column) == "url":
            found.append(record.values["url" if column == "link" else column])
    return [url.translate(TARGET) for url in found if url]


def title_of(catalogue, record, language: int) -> str:
    """The title of an entry."""
    category = next(category for category in catalogue.categories if category.id == record.category)
    value = record.first(*catalogue.kinds[category.kind].common["title"])
    return value[language] if isinstance(value, tuple) else value


def text_of(node) -> str:
    """The visible text of the page."""
    return "".join(part.text or "" for part in node.iter() if part.tag in (f"{MARKDOWN}text", f"{MARKDOWN}code"))
