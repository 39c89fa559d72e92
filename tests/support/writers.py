"""What a reader of what the writers write has to find, from the data."""

# Those of cmark-gfm, as on GitHub.
EXTENSIONS = [word for name in ("table", "strikethrough", "autolink") for word in ("-e", name)]
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
    """The cells of a row in the order of the columns of its category, from the data."""
    declared = catalogue.kinds[kind]
    types = {field.name: field.type for field in declared.fields}

    def text(column: str) -> str:
        if types.get(column) == "ordinal":
            return str(1 + next(at for at, other in enumerate(catalogue.records[kind]) if other is record))
        fields = {"link": ("link_label", "url"), declared.title: (column, "key")}.get(column, (column,))
        value = record.first(*fields)
        return value[language] if isinstance(value, tuple) else str(value or "")

    category = next(category for category in catalogue.categories if category.id == record.category)
    return [text(column) for column, _ in category.columns]


def title_of(catalogue, record, language: int) -> str:
    """What an entry has for its title, from the data."""
    category = next(category for category in catalogue.categories if category.id == record.category)
    value = record.first(*catalogue.kinds[category.kind].common["title"])
    return value[language] if isinstance(value, tuple) else value


def text_of(node) -> str:
    """What a reader of the page sees."""
    return "".join(part.text or "" for part in node.iter() if part.tag in (f"{MARKDOWN}text", f"{MARKDOWN}code"))
