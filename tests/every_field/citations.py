"""The expected citations of the records in data/, and their CSL-JSON, from the TOML alone."""

from dataclasses import dataclass, field

from tests.every_field import expected

REFERENCES = {reference["key"]: reference for reference in expected.FILES["references.toml"]["reference"]}
EVERYTHING = REFERENCES["everything"]["citation"]
DATES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
ROLES = tuple(name for name, value in EVERYTHING.items() if isinstance(value, list))
VARIABLES = tuple(name for name in EVERYTHING if name not in (*DATES, *ROLES, "type"))
CITE_AS = {"standard": "standard", "paper": "article"}

PARTS = ("family", "given", "particle", "dropping-particle", "suffix")
# The parts of names written as a single text. Names not listed here stay whole.
DIVIDED = {
    "Jane Doe": ("Doe", "Jane"),
    "Guy A. Roe": ("Roe", "Guy A."),
    "Doe, Jane": ("Doe", "Jane"),
    "John Doe Jr.": ("Doe", "John", "", "", "Jr."),
    "John Doe III": ("Doe", "John", "", "", "III"),
    "Doe, Jr., John": ("Doe", "John", "", "", "Jr."),
    "Ludwig van Beethoven": ("Beethoven", "Ludwig", "van"),
    "van den Berg, A.": ("Berg", "A.", "van den"),
    "Humboldt, Alexander von": ("Humboldt", "Alexander", "", "von"),
}
# By family name, the full names that are not simply their parts joined by spaces.
JOINED = {"김": "김철수", "山田": "山田太郎 II", "Alembert": "Jean d'Alembert", "Baz": "Ibn al-Baz"}


@dataclass
class Cited:
    """A citation, including values derived from the record. Each name is the full name and its parts; a literal name
    lacks parts."""

    type: str
    texts: dict[str, str]
    arxiv: str
    names: dict[str, list[tuple[str, dict]]]
    others: set[str] = field(default_factory=set)
    dates: dict[str, object] = field(default_factory=dict)


def cited(record: dict) -> Cited:
    kind, given = expected.kind_of(record), record.get("citation", {})
    of_record = {
        "title": expected.title_of(record)[0],
        "URL": record.get("url", record.get("current_url")),
        "keyword": ", ".join(record.get("tags", ())),
        "issued": record.get(expected.SHOWN[kind][3]),
    }
    values = {name: value for name, value in of_record.items() if value} | given
    listed = {role: values[role] for role in ROLES if role in values} or authors_of(record, expected.SHOWN[kind][1])
    return Cited(
        values.get("type", CITE_AS.get(kind, "document")),
        {name: text_of(name, values[name]) for name in VARIABLES if name in values},
        values.get("arxiv", ""),
        {role: [name_of(name) for name in names if not is_others(name)] for role, names in listed.items()},
        {role for role, names in listed.items() if is_others(names[-1])},
        {name: values[name] for name in DATES if name in values},
    )


def text_of(name: str, value: str | int) -> str:
    return expected.url(value) if name == "URL" else str(value).strip()


def is_others(name: object) -> bool:
    return name in ("others", "et al.")


def authors_of(record: dict, by: tuple[str, ...]) -> dict[str, list]:
    """The authors from the record's `by` field. Each line is a single name, even if it contains a comma or "and"."""
    value = next((record[name] for name in by if name in record), [])
    lines = value if isinstance(value, list) else [{"literal": expected.in_all(value)[0]}]
    names = []
    for line in lines:
        text = line["literal"] if isinstance(line, dict) else line
        if text.endswith(" et al."):
            names += [{"literal": text.removesuffix(" et al.")}, "others"]
        else:
            names.append(line)
    return {"author": names} if names and not is_others(names[0]) else {}


def name_of(name: str | dict) -> tuple[str, dict]:
    if isinstance(name, str):
        name = dict(zip(PARTS, DIVIDED[name])) if name in DIVIDED else {"literal": name}
    if "literal" in name:
        return name["literal"], {}
    parts = {part: name.get(part, "") for part in PARTS}
    order = ("given", "dropping-particle", "particle", "family", "suffix")
    return JOINED.get(parts["family"], " ".join(parts[part] for part in order if parts[part])), parts


def ends_of(date: object) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """The beginning and the end of a range, and the words for a date."""
    if isinstance(date, dict):
        return (), (), date["literal"]
    begin, _, end = str(date).partition("/")
    return tuple(map(int, begin.split("-"))), tuple(map(int, end.split("-"))) if end else (), ""


def shown_date(parts: tuple[int, ...]) -> str:
    year, month, day = (*parts, 0, 0, 0)[:3]
    return f"{year}/{month}/{day}"


def venue_of(source: Cited) -> str:
    publisher = source.texts.get("publisher", "") if source.type == "report" else ""
    return source.texts.get("container-title", publisher)


def show(record: dict, shown: "expected.Expected") -> None:
    """Adds everything that use.cpp prints for the citation."""
    source = cited(record)
    ends = {name: ends_of(source.dates.get(name, {"literal": ""})) for name in DATES}
    issued = ends["issued"][0]
    shown.show("type", source.type)
    shown.show("title", source.texts["title"])
    shown.show_list("authors", [full for full, _ in source.names.get("author", ())])
    shown.show("year", (*issued, 0)[0])
    shown.show("venue", venue_of(source))
    shown.show("doi", source.texts.get("DOI", ""))
    shown.show("arxiv_id", source.arxiv)
    shown.show("url", source.texts.get("URL", ""))
    shown.show("issued", shown_date(issued))
    shown.show("contributors", sum(map(len, source.names.values())))
    for role, names in source.names.items():
        for full, parts in names:
            shown.show("role", role)
            shown.show("name", full)
            shown.show("family", parts.get("family", ""))
            shown.show("given", parts.get("given", ""))
            shown.show("particle", parts.get("particle", ""))
            shown.show("dropping_particle", parts.get("dropping-particle", ""))
            shown.show("suffix", parts.get("suffix", ""))
            shown.show("is_literal", "false" if parts else "true")
    for role in ROLES:
        shown.show("has_others", "true" if role in source.others else "false")
    for begin, end, words in ends.values():
        shown.show("date_of", shown_date(begin))
        shown.show("end_of", shown_date(end))
        shown.show("literal_of", words)
    shown.show("variables", len(source.texts))
    for name, text in source.texts.items():
        shown.show(name, text)
    for name in VARIABLES:
        shown.show("variable", source.texts.get(name, ""))


def csl_name(full: str, parts: dict) -> dict:
    names = {"particle": "non-dropping-particle"}
    return {names.get(name, name): part for name, part in parts.items() if part} or {"literal": full}


def csl_date(date: object) -> dict:
    begin, end, words = ends_of(date)
    if words:
        return {"literal": words}
    parts = min(len(each) for each in (begin, end) if each)
    return {"date-parts": [list(each[:parts]) for each in (begin, end) if each]}


def csl_of(record: dict) -> list[tuple[str, object]]:
    """The members of the CSL-JSON item, in order."""
    source = cited(record)
    arxiv = source.arxiv and f"arXiv:{source.arxiv}"
    is_number = source.type == "article" and "number" not in source.texts
    last = {"number": arxiv} if is_number else {}
    last["note"] = "\n".join(filter(None, (source.texts.get("note"), None if is_number else arxiv)))
    texts = {name: text for name, text in source.texts.items() if name != "note"} | last
    names = {
        role: [csl_name(*name) for name in names] + [{"literal": "others"}] * (role in source.others)
        for role, names in source.names.items()
    }
    item = {"id": record["key"], "type": source.type, **{name: text for name, text in texts.items() if text}}
    return [*item.items(), *names.items(), *((name, csl_date(date)) for name, date in source.dates.items())]
