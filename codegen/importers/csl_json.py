"""Reads CSL-JSON, which Zotero and other reference managers export."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .. import csl
from ..citation_checks import ARXIV
from ..messages import quoted, shown
from .bibtex_dates import of_date
from .files import read_text
from .model import ImportFailure, Reference, Report

# Other names of variables in the schema of CSL-JSON.
ALIASES = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short", "event": "event-title"}
VARIABLES = frozenset(csl.VARIABLES)
# Some programs write all names in lower case.
BY_LETTERS = {name.lower(): name for name in csl.VARIABLES} | {alias.lower(): name for alias, name in ALIASES.items()}

NAME_PARTS = {
    **{part: part for part in ("family", "given", "dropping-particle", "suffix", "literal")},
    "non-dropping-particle": "particle",
    # Crossref gives this part.
    "name": "literal",
}
# `year` is the form used before CSL 1.0 introduced date-parts.
DATE_FORMS = ("date-parts", "year", "raw", "literal")
PARTS_OF_DATE = ("year", "month", "day")
DATE_REMARKS = ("season", "circa")

NUMBER_OF_ARXIV = re.compile(rf"arXiv:({ARXIV.pattern})", re.ASCII)
# How this library writes the identifier of a work that is also published elsewhere.
END_OF_NOTE = re.compile(rf"(?:(.*)\n)?arXiv:({ARXIV.pattern})", re.ASCII | re.DOTALL)

# How Zotero writes variables for which its items have no field.
LINE_OF_NOTE = re.compile(r"(PMID): *(\d+)|(PMCID): *(PMC\d+)", re.ASCII)

Lose = Callable[[str, str], None]


class _Object(dict):
    """An object; `repeated` has the names of the members that it has more than once."""

    repeated: list[str]


def read(path: Path, report: Report) -> list[Reference]:
    """The items of the file; reports an item that is not an object."""
    references = []
    for number, item in enumerate(_items(path), 1):
        if isinstance(item, dict):
            references.append(_reference(item, f"{path.name}: entry {_name(item, number)}", report))
        else:
            report.refuse(f"{path.name}: entry {number}", f"must be an object, not {shown(item)}")
    return references


def _items(path: Path) -> list:
    """The contents of the array. Numbers are kept as written."""
    try:
        content = json.loads(
            read_text(path), object_pairs_hook=_object, parse_int=str, parse_float=str, parse_constant=str
        )
    except json.JSONDecodeError as error:
        raise ImportFailure(f"{path}: is not valid JSON: {error}") from None
    except RecursionError:
        raise ImportFailure(f"{path}: is nested too deeply") from None
    if isinstance(content, dict) and isinstance(content.get("items"), list):  # from Zotero's server
        content = content["items"]
    items = content if isinstance(content, list) else [content]
    if any(map(_is_of_zotero, items)):
        raise ImportFailure(f"{path}: is in Zotero's own JSON format; export it as CSL JSON, and import that")
    if items is not content and not _is_item(content):
        raise ImportFailure(f"{path}: is not CSL-JSON, which is an array of objects")
    return items


def _is_item(content: object) -> bool:
    """Whether the content is an item without an array around it."""
    if not isinstance(content, dict):
        return False
    return ("id" in content or content.get("type") in [*csl.TYPES]) and any(name in content for name in VARIABLES)


def _is_of_zotero(item: object) -> bool:
    """Whether the item is from Zotero's server or Better BibTeX, with variables other than CSL's."""
    data = item.get("data", item) if isinstance(item, dict) else None
    return isinstance(data, dict) and isinstance(data.get("itemType"), str)


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    members = _Object(pairs)
    times = Counter([name for name, _ in pairs]) if len(pairs) > len(members) else {}
    members.repeated = [name for name, count in times.items() if count > 1]
    return members


def _name(item: dict[str, Any], number: int) -> str | int:
    key = item.get("id")
    return quoted(key) if isinstance(key, str) and key else number


def _reference(item: _Object, place: str, report: Report) -> Reference:
    def lose(field: str, why: str) -> None:
        report.lose(place, field, why)

    for name in item.repeated:
        lose(name, "it is given more than once, and the last one counts")
    key = next((item[name] for name in ("id", "citation-key") if isinstance(item.get(name), str) and item[name]), "")
    reference = Reference(place, key, {})
    # Some programs use an address as the id; people know the citation key.
    citation_key = item.get("citation-key")
    if isinstance(citation_key, str) and citation_key not in ("", key):
        reference.aliases.append(citation_key)
    # The variable's own name takes precedence over another name.
    for name in sorted(item, key=lambda name: name in ALIASES or name not in VARIABLES):
        value = item[name]
        if name == "id":
            if value != key and not _is_empty(value):
                lose(name, f"it must be a text, not {shown(value)}")
        elif not _is_empty(value):
            _add(reference, name, value, lose, report)
    _find_arxiv(reference.citation)
    _find_in_note(reference.citation)
    return reference


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})


def _add(reference: Reference, name: str, value: object, lose: Lose, report: Report) -> None:
    """Adds a member to the citation, under its name in CSL."""
    citation = reference.citation
    if name in ("keyword", "categories"):
        if (text := _text(value, name, lose)) is not None:
            tags = re.split("[;\n]" if ";" in text or "\n" in text else ",", text)
            reference.tags += filter(None, map(str.strip, tags))
        return
    variable = name if name == "type" else ALIASES.get(name) or BY_LETTERS.get(name.lower())
    if variable is None:
        report.lose_field(name, "it is not a variable of CSL 1.0.2")
        return
    if variable in csl.NAME_VARIABLES:
        right = _names(value, name, lose, report)
    elif variable in csl.DATE_VARIABLES:
        right = _date(value, name, lose)
    else:
        right = _text(value, name, lose)
    if not right or citation.get(variable) == right:
        return
    if variable in citation:
        if name not in VARIABLES:
            lose(name, f"{variable} is given as well, and is used")
            return
        variable = name
    citation[variable] = right


def _text(value: object, name: str, lose: Lose) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    lose(name, f"it must be a text, not {shown(value)}")
    return None


def _names(value: object, role: str, lose: Lose, report: Report) -> list[Any]:
    """The names with their parts, "others" last for those not named."""
    names = []
    value = value if isinstance(value, list) else [value]
    given = [name for name in value if isinstance(name, dict)]
    for member in dict.fromkeys(member for name in given for member in name if not _is_empty(name[member])):
        if member not in NAME_PARTS:
            report.lose_field(f"{role}: {member}", "it is not a part of a name")
    for at, name in enumerate(value, 1):
        if isinstance(name, str):
            names.append(name)
        elif isinstance(name, dict):
            names.append(_name_parts(name, role, lose))
        else:
            lose(role, f"name {at} must be an object, not {shown(name)}")
    names = [name for name in names if name]
    if names and names[-1] in ({"literal": "others"}, {"family": "others"}):
        names[-1] = "others"
    return names


def _name_parts(name: dict[str, Any], role: str, lose: Lose) -> dict[str, str]:
    parts = {}
    for member, value in name.items():
        if _is_empty(value) or member not in NAME_PARTS:
            continue
        if isinstance(value, str):
            parts[NAME_PARTS[member]] = value
        else:
            lose(role, f"{member} must be a text, not {shown(value)}")
    return parts


def _date(value: object, name: str, lose: Lose) -> str | dict[str, str] | None:
    """The date in the first form in which it is given."""
    date = {"raw": value} if isinstance(value, str) else value
    if not isinstance(date, dict):
        lose(name, f"it must be an object, not {shown(value)}")
        return None
    given = {member: part for member, part in date.items() if not _is_empty(part)}
    if "year" in given:
        given["year"] = [given.pop(part, None) for part in PARTS_OF_DATE]
    for remark in [member for member in given if member not in DATE_FORMS]:
        what = f"the {remark} {shown(given[remark])}" if remark in DATE_REMARKS else f"the member {quoted(remark)}"
        lose(name, f"{what} has no place in a date")
    forms: dict[str, Any] = {}
    for form in DATE_FORMS:
        if form in given:
            text = _parts(given[form]) if form in ("date-parts", "year") else given[form]
            if not isinstance(text, str):
                lose(name, f"{form} cannot be {shown(given[form])}")
            elif text:
                forms[form] = text
    if not forms:
        return None
    form, *others = forms
    for other in others:
        if forms[other] != forms[form]:
            lose(name, f"{shown(forms[other])} is given beside {form}, which is used")
    if form == "literal":
        return {"literal": forms[form]}
    # "3 May 2020". The module `references` keeps any other text as words, and reports it.
    in_words = of_date(forms[form])
    return in_words if form == "raw" and isinstance(in_words, str) else forms[form]


def _parts(value: object) -> str | None:
    """The date, or the two of a range with a slash between them, in ISO form; None for anything else."""
    if not isinstance(value, list):
        return None
    dates = []
    for date in value if any(isinstance(date, list) for date in value) else [value]:
        if not isinstance(date, list):
            return None
        if not all(part is None or isinstance(part, str) for part in date):
            return None
        parts = ["" if part in (None, "0") else part.strip() for part in date]
        while parts and not parts[-1]:
            parts.pop()
        if parts:
            year, *rest = parts
            year = year.zfill(4) if rest and year.isdecimal() else year
            dates.append("-".join([year, *(part.zfill(2) for part in rest)]))
    return "/".join(dates)


def _find_arxiv(citation: dict[str, Any]) -> None:
    """Takes the arXiv identifier from its place: the archive, the number of a preprint, or the end of the note."""
    given = defaultdict(str, citation)
    location = given["archive_location"].removeprefix("arXiv:")
    if given["archive"].lower() == "arxiv" and ARXIV.fullmatch(location):
        citation["arxiv"] = location
    is_preprint = given["type"] == "article"
    number = NUMBER_OF_ARXIV.fullmatch(given["number"]) if is_preprint else None
    if number and citation.get("arxiv", number[1]) == number[1]:
        citation["arxiv"] = number[1]
        del citation["number"]
    note = END_OF_NOTE.fullmatch(given["note"]) if not is_preprint or "number" in citation else None
    if note and citation.get("arxiv", note[2]) == note[2]:
        citation["arxiv"] = note[2]
        citation["note"] = note[1] or ""


def _find_in_note(citation: dict[str, Any]) -> None:
    """Takes the identifiers on separate lines of the note."""
    kept = []
    for line in citation.get("note", "").split("\n"):
        if form := LINE_OF_NOTE.fullmatch(line.strip()):
            variable, identifier = filter(None, form.groups())
            if citation.setdefault(variable, identifier) == identifier:
                continue
        kept.append(line)
    citation["note"] = "\n".join(kept)
