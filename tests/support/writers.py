"""What a reader of what the writers write has to find, from the data."""

import re

# Those of cmark-gfm, as on GitHub.
EXTENSIONS = [word for name in ("table", "strikethrough", "autolink") for word in ("-e", name)]
MARKDOWN = "{http://commonmark.org/xml/1.0}"
# What the target of a link has instead of what would end it, begin a title, or be mathematics.
TARGET = str.maketrans({"(": "%28", ")": "%29", "'": "%27", "$": "%24"})


def cells_of(catalogue, kind: str, record, language: int) -> list[str]:
    """The cells of a row in the order of the columns of its category, from the data."""
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
    """What a value looks like in a cell, by the type of its field, if it is one of the kind's own."""
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
    """The targets of the links of a row, in the order of the columns of its category, from the data."""
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
    """What an entry has for its title, from the data."""
    category = next(category for category in catalogue.categories if category.id == record.category)
    value = record.first(*catalogue.kinds[category.kind].common["title"])
    return value[language] if isinstance(value, tuple) else value


def text_of(node) -> str:
    """The visible text of the page."""
    return "".join(part.text or "" for part in node.iter() if part.tag in (f"{MARKDOWN}text", f"{MARKDOWN}code"))
