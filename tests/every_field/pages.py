"""The expected Markdown of the catalogue in data/, in each language, from the TOML alone."""

import re

from tests.every_field import expected
from tests.every_field.expected import BY_KEY, FILES, KEY_OF, LANGUAGES, RECORDS, in_all, kind_of, title_of, url


def escaped(text: str) -> str:
    """Escapes the only markup that occurs in this catalogue: pairs of underscores, and URLs."""
    text = text.replace("://", "&#58;//")
    return text.replace("_", "\\_") if text.count("_") > 1 else text


def link(label: str, address: str) -> str:
    target = address.replace("(", "%28").replace(")", "%29")
    return f"[{escaped(label or address)}]({target})" if address else escaped(label)


def cell(record: dict, field: str, at: int) -> str:
    """The cell in the language with this index."""
    given = record.get(field)
    if field == expected.SHOWN[kind_of(record)][0][0]:
        return f"**{escaped(title_of(record)[at])}**"
    if field == "link":
        return link(in_all(record.get("link_label"))[at], url(record.get("url")))
    if field == "links":
        return ", ".join(link(in_all(each["label"])[at], url(each["url"])) for each in record.get("links", ()))
    if field in ("tags", "key"):
        return escaped(given if isinstance(given, str) else ", ".join(given or ()))
    type = expected.fields_of(kind_of(record))[field]
    if type == "ordinal":
        return str(expected.place_of(record))
    if given is None:
        return ""
    return {
        "text": lambda: escaped(given),
        "localized": lambda: escaped(in_all(given)[at]),
        "prose": lambda: escaped(re.sub(r"\n+", " ", given.strip())),
        "url": lambda: link("", url(given)),
        "flag": lambda: "\u2713" if given else "",
        "texts": lambda: escaped(", ".join(given)),
        "entries": lambda: escaped(", ".join(title_of(BY_KEY[KEY_OF[name]])[at] for name in given)),
    }.get(type, lambda: str(given))()


def row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def heading(marks: str, table: dict, at: int) -> str:
    return " ".join(filter(None, (marks, table.get("number"), in_all(table["title"])[at]))) + "\n\n"


def category_page(category: dict, at: int, marks: str) -> str:
    columns = expected.columns_of(category)
    records = [record for record in RECORDS if record["category"] == category["id"]]
    rows = [[expected.heading_of(column)[at] for column in columns], ["---"] * len(columns)]
    rows += [[cell(record, column["field"], at) for column in columns] for record in records]
    return heading(marks, category, at) + "".join(map(row, rows)) + "\n"


def page(at: int) -> str:
    """The whole catalogue."""
    catalog = FILES["catalog.toml"]
    text = f"# {in_all(catalog['title'])[at]}\n\n"
    for part in catalog["part"]:
        inside = [category for category in catalog["category"] if expected.part_of(category) is part]
        # A part and a category with the same number get a single heading.
        if not any("number" in part and category.get("number") == part["number"] for category in inside):
            text += heading("##", part, at) + "".join(category_page(each, at, "###") for each in inside)
        else:
            text += "".join(category_page(each, at, "##") for each in inside)
    for stage in FILES["reading_order.toml"]["stage"]:
        text += f"### {in_all(stage['name'])[at]} ({in_all(stage['duration'])[at]})\n"
        for step in stage["step"]:
            label = f"**{step['label']}** ({step['by']}) - " if "label" in step else ""
            number = f"{step['number']}." if "number" in step else "-"
            text += f"{number} {label}{in_all(step['note'])[at]}\n"
        text += "\n"
    return text


def note(record: dict, at: int) -> str:
    """The notes on a record; empty for most records."""
    status = record.get("status", "active")
    if status in ("active", "unknown"):
        return ""
    text = f"- **{escaped(title_of(record)[at])}** (`{status}`)\n"
    if "current_url" in record:
        label = record["current_url"].removeprefix("https://")
        reason = f" - {in_all(record['status_note'])[at]}" if "status_note" in record else ""
        text += f"    - \u2192 [{label}]({record['current_url']}){reason}\n"
    elif "status_note" in record:
        text += f"    - \\{record['status_note']}\n"  # it begins with a character that would begin a block
    for correction in record.get("correction", ()):
        text += f"    - `{correction['cell']}`: {in_all(correction['fact'])[at]}\n"
    return text


def notes(at: int) -> str:
    catalog = FILES["catalog.toml"]
    text = f"## {in_all(catalog['notes_title'])[at]} ({catalog['facts_as_of']})\n\n"
    for category in catalog["category"]:
        inside = "".join(note(record, at) for record in RECORDS if record["category"] == category["id"])
        text += heading("###", category, at) + inside + "\n" if inside else ""
    return text


def all_pages() -> list[tuple[str, str]]:
    """The pages and notes, in the order of use.cpp."""
    return [written for at in range(len(LANGUAGES)) for written in (("page", page(at)), ("notes", notes(at)))]
