"""The expected BibTeX, BibLaTeX and RIS of the records in data/, from the TOML and the table of codegen/formats.py."""

import re

from codegen.csl import DATE_VARIABLES, NAME_VARIABLES
from codegen.formats import CONTAINERS, FIELDS, PUBLISHERS, TYPES, groups_of, language_name
from tests.every_field.citations import Cited, cited, ends_of

# The fields that classic styles require for a type. An entry without them becomes misc.
REQUIRED = {
    "article": ({"author"}, {"container-title"}, {"issued"}),
    "book": ({"author", "editor"}, {"publisher"}, {"issued"}),
    "incollection": ({"author"}, {"container-title"}, {"issued"}),
    "inproceedings": ({"author"}, {"container-title"}, {"issued"}),
    "phdthesis": ({"author"}, {"publisher"}, {"issued"}),
    "techreport": ({"author"}, {"publisher"}, {"issued"}),
    "unpublished": ({"author"}, {"note"}),
}
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22", "$": "%24", "'": "%27"})


def bare(text: str) -> str:
    """The text without BibTeX's markup, which tests/readers checks."""
    return re.sub(r"\s+", " ", re.sub(r"[{}\\]|textbackslash", "", text).replace("--", "-"))


def parsed_bibtex(entry: str) -> tuple[str, dict[str, str]]:
    """The type and the fields."""
    head, _, rest = entry.partition("{")
    fields = re.findall(r",\n  (\w+) = (.*?)(?=,\n  \w+ = |\n\}\n\Z)", rest, re.DOTALL)
    return head[1:], {name: bare(value) for name, value in fields}


def parsed_ris(entry: str) -> list[tuple[str, str]]:
    """The lines, each as tag and value."""
    return [tuple(line.split("  - ", 1)) for line in entry.removesuffix("\r\n").split("\r\n")]


def given_fields(format: str, source: Cited) -> list[tuple[str, str]]:
    """The format's fields for the values of the citation, each with its variable."""
    given = {*source.texts, *source.names, *source.dates, *(["arxiv"] if source.arxiv else [])}
    found = {}
    for field, group in zip(FIELDS, groups_of(format)):
        if getattr(field, format) and field.variable in given:
            found.setdefault(group, (getattr(field, format), field.variable))
    return [*found.values()]


def type_of(format: str, source: Cited) -> str:
    type = next(getattr(type, format) for type in TYPES if type.csl == source.type)
    given = {variable for _, variable in given_fields(format, source)}
    for name, variable in given_fields(format, source):
        given.add(name if name in ("author", "editor") else variable)
    complete = all(given & wanted for wanted in REQUIRED.get(type, ()))
    if format != "bibtex":
        return type
    is_masters = type == "phdthesis" and "Master" in source.texts.get("genre", "")
    return ("mastersthesis" if is_masters else type) if complete else "misc"


def name_in(name: tuple[str, dict], format: str) -> str:
    full, parts = name
    if not parts.get("given"):
        return full
    family = parts["family"]
    for particle in filter(None, (parts["particle"], parts["dropping-particle"])):
        family = particle + ("" if particle[-1] in "'-" else " ") + family
    order = ("suffix", "given") if format != "ris" else ("given", "suffix")
    return ", ".join(filter(None, (family, *(parts[part] for part in order))))


def names_in(role: str, source: Cited, format: str) -> list[str]:
    return [name_in(name, format) for name in source.names[role]] + ["others"] * (role in source.others)


def iso(parts: tuple[int, ...], mark: str = "-") -> str:
    return mark.join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2)))


def dates_in(name: str, variable: str, source: Cited, format: str) -> dict[str, str]:
    begin, end, words = ends_of(source.dates[variable])
    if words:
        return {"year" if variable == "issued" else name: words}
    whole = "/".join(iso(each) for each in (begin, end) if each)
    if format == "biblatex" or variable != "issued":
        return {name: whole}
    years = f"{begin[0]}/{end[0]}" if end and end[0] > begin[0] else str(begin[0])
    fields = {"year": years}
    if end and len(begin + end) > 2:
        fields["date"] = whole
    if not end:
        fields |= dict(zip(("month", "day"), (MONTHS[begin[1] - 1], str(begin[-1])) if len(begin) > 1 else ()))
        fields = {key: value for key, value in fields.items() if key != "day" or len(begin) > 2}
    return fields


def venue_of(name: str, variable: str, source: Cited, format: str, type: str) -> str:
    general = next(getattr(each, format) for each in FIELDS if each.variable == "container-title")
    type = "phdthesis" if type == "mastersthesis" else type
    container = CONTAINERS[format].get(type, general)
    if name == general:
        return container
    publisher = PUBLISHERS[format].get(type, name)
    is_taken = publisher == container and general in dict(given_fields(format, source))
    return name if is_taken else publisher


def number_of(variable: str, source: Cited, type: str) -> str:
    """The value of `number`: several variables share this field, and the type decides which of them comes first."""
    is_part = type in ("book", "incollection", "inproceedings", "inreference")
    first = "issue" if type == "article" else "collection-number" if is_part else "number"
    return source.texts.get(first, source.texts[variable])


def edition_of(text: str, format: str) -> str:
    found = re.fullmatch("([0-9]+)(st|nd|rd|th)?", text)
    if not found:
        return text
    endings = {1: "st", 2: "nd", 3: "rd"}
    number = int(found[1])
    ending = "th" if number % 100 in (11, 12, 13) else endings.get(number % 10, "th")
    if format == "biblatex":
        return found[1] if found[2] in (None, ending) else text
    return text + ("" if found[2] else ending)


def bibtex_of(record: dict, format: str) -> tuple[str, dict[str, str]]:
    source = cited(record)
    type = type_of(format, source)
    fields = {}
    for name, variable in given_fields(format, source):
        if variable in NAME_VARIABLES:
            fields[name] = " and ".join(names_in(variable, source, format))
        elif variable in DATE_VARIABLES:
            fields |= dates_in(name, variable, source, format)
        elif variable == "arxiv":
            archive = {"eprinttype": "arxiv"} if format == "biblatex" else {"archiveprefix": "arXiv"}
            fields |= {name: source.arxiv, **archive}
        elif name in ("howpublished", "publisher"):
            fields[venue_of(name, variable, source, format, type)] = source.texts[variable]
        elif name == "number":
            fields[name] = number_of(variable, source, type)
        elif variable == "edition":
            fields[name] = edition_of(source.texts[variable], format)
        elif variable == "language":
            fields[name] = language_name(source.texts[variable]) or source.texts[variable]
        else:
            text = source.texts[variable]
            fields[name] = text.translate(VERBATIM) if variable in ("DOI", "URL") else text
    if format == "biblatex" and any(parts.get("particle") for names in source.names.values() for _, parts in names):
        fields["options"] = "useprefix=true"
    return type, {name: bare(text) for name, text in fields.items()}


def ris_date(parts: tuple[int, ...]) -> str:
    return iso(parts, "/") + "/" * (4 - len(parts))


def ris_of(record: dict) -> list[tuple[str, str]]:
    source = cited(record)
    type = type_of("ris", source)
    lines = [("TY", type), ("ID", record["key"])]
    for tag, variable in given_fields("ris", source):
        if variable in NAME_VARIABLES:
            lines += [(tag, name) for name in names_in(variable, source, "ris")]
        elif variable in DATE_VARIABLES:
            lines += ris_dates(tag, variable, source)
        elif variable == "arxiv":
            lines.append((tag, f"arXiv:{source.arxiv}"))
        elif variable == "PMID":
            lines.append((tag, f"PMID: {source.texts[variable]}"))
        elif variable == "keyword":
            tags = record.get("tags", []) if "keyword" not in record.get("citation", {}) else []
            lines += [(tag, each) for each in tags or re.split("[,;] *", source.texts[variable])]
        elif variable == "page":
            pages = re.fullmatch("([^,–-]*)[–-]([^,–-]*)", source.texts[variable])
            lines += zip((tag, "EP"), pages.groups()) if pages else [(tag, source.texts[variable])]
        else:
            lines.append((tag, source.texts[variable]))
    return [(tag, re.sub(r"[\n\t]", " ", value)) for tag, value in (*lines, ("ER", ""))]


def ris_dates(tag: str, variable: str, source: Cited) -> list[tuple[str, str]]:
    begin, end, words = ends_of(source.dates[variable])
    if words:
        return [(tag, words)]
    whole = ris_date(begin) + iso(end)
    if variable != "issued":
        return [(tag, whole)]
    return [(tag, iso(begin[:1]))] + [("DA", whole)] * (len(begin) > 1 or len(end) > 0)
