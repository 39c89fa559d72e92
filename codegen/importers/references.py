"""Makes records of the kind `reference` from the entries of bibliographies."""

import datetime
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from .. import csl, schema
from ..catalogue import PartialDate
from ..checks import Wrong, check_plain, check_prose, check_tags, check_url
from ..citation_checks import MONTH, NAME_PARTS, OTHERS, check_name
from ..kinds import Kind
from ..messages import shown
from ..names import AND_OTHERS, FIRST_OF_SEVERAL, Name
from ..record_reader import ARXIV_PAGE
from ..source import CHECKS
from . import tidy
from .keys import free_aliases, identifier, mend_keys
from .model import Document, Reference, Report

AUTHORS = 'The full names of the authors, with "others" last if there are more.'
DATE = "The date of publication, as precise as given: the first date of a range, or the year of a date in words."
KIND = {
    "name": "reference",
    "plural": "references",
    "doc": "A work that the bibliography lists.",
    "title": "title",
    "by": ["authors"],
    "date": "date",
    "abstract": "abstract",
    "field": [
        {"name": "title", "type": "text", "doc": "The title."},
        {"name": "authors", "type": "texts", "doc": AUTHORS},
        {"name": "date", "type": "date", "doc": DATE},
        {"name": "abstract", "type": "prose", "doc": "The abstract, with its paragraphs."},
    ],
}

DOI_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)
DATE_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d.*)", re.ASCII)
VERSION_OF_ARXIV = re.compile(r"(?:arXiv:)?(.*?)(v\d+)?", re.ASCII | re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)", re.ASCII)
MOST_WORDS_OF_A_TITLE = 5

_KNOWN = frozenset((*csl.VARIABLES, "type", "arxiv"))
_CHECKS = {name: CHECKS[schema.VARIABLE_TYPES.get(name, "variable")] for name in csl.STANDARD_VARIABLES}


def add_references(document: Document, files: list[tuple[str, list[Reference]]], report: Report) -> None:
    """Adds the entries of each file, which becomes a part and a category."""
    kind = KIND["name"]
    document.kinds.append(KIND)
    document.plurals[kind] = KIND["plural"]
    records = document.records.setdefault(kind, [])
    wanted = [(each.place, each.key, _words_for_key(each)) for _, references in files for each in references]
    keys = mend_keys(wanted, report, document.places)
    names = {*document.places, *keys}
    remaining = iter(keys)
    for title, references in files:
        ids = [category["id"] for category in document.categories]
        category = identifier(title, "category", len(ids) + 1, ids)
        document.categories.append({"id": category, "part": len(document.parts), "title": title, "kind": kind})
        document.parts.append(title)
        for reference, key in zip(references, remaining):
            document.places[key] = reference.place
            records.append({"key": key, "category": category, **_Converter(reference, names, report).fields()})


def _words_for_key(reference: Reference) -> str:
    """The family name of the first author, or else the beginning of a whole name or the title, and the year."""
    citation = reference.citation
    first, *_ = citation.get("author") or citation.get("editor") or [{}]
    parts = first if isinstance(first, dict) else {"family": first.rpartition(" ")[2]}
    year = YEAR.findall(str(citation.get("issued")))[:1]
    if family := parts.get("family"):
        return "".join([family.replace(" ", ""), *year])
    words = parts.get("literal") or citation.get("title", "")
    return " ".join([*words.split()[:MOST_WORDS_OF_A_TITLE], *year])


class _Converter:
    """Makes the fields of a record from an entry; `names` has the keys and aliases of all entries so far."""

    def __init__(self, reference: Reference, names: set[str], report: Report):
        self.reference = reference
        self.place = reference.place
        self.names = names
        self.report = report

    def fields(self) -> dict[str, Any]:
        """The given fields, in the order of the schema."""
        citation = self._citation()
        date = citation.get("issued")
        own = {
            "title": citation.pop("title", None),
            "authors": self._authors(citation),
            "date": date,
            "abstract": citation.pop("abstract", None),
            "url": citation.pop("URL", None),
            "links": self._links(),
            "tags": self._tags(),
            "aliases": free_aliases(self.reference.aliases, self.names, self.place, self.report),
        }
        if isinstance(date, str) and "/" in date:
            own["date"] = _toml_date(date.partition("/")[0])
        elif isinstance(date, dict):
            years = set(YEAR.findall(date["literal"]))
            own["date"] = int(*years) if len(years) == 1 else None
        else:
            citation.pop("issued", None)
        if citation.get("type") == Kind.cite_as:
            del citation["type"]
        own["citation"] = citation
        return {name: value for name, value in own.items() if value}

    def _lose(self, field: str, why: object) -> None:
        self.report.lose(self.place, field, str(why))

    def _citation(self) -> dict[str, Any]:
        """The variables that the data can have: type, names, dates, then all others."""
        given = self.reference.citation
        right: dict[str, Any] = {"type": given.get("type")}
        if right["type"] and right["type"] not in csl.TYPES:
            self._lose("type", f"{shown(right.pop('type'))} is not a type of CSL 1.0.2")
        right |= {role: self._names(role, given[role]) for role in csl.NAME_VARIABLES if given.get(role)}
        right |= {name: self._date(name, given[name]) for name in csl.DATE_VARIABLES if given.get(name)}
        right |= {name: self._text(name, given[name]) for name in csl.STANDARD_VARIABLES if given.get(name)}
        right["arxiv"] = self._arxiv(given.get("arxiv", ""), right.get("URL"))
        for name in [name for name in given if name not in _KNOWN]:
            self.report.lose_field(name, "it is not a variable of CSL 1.0.2")
        return {name: value for name, value in right.items() if value}

    def _checked(self, field: str, value: Any, check: Callable[[Any], Any]) -> Any:
        """The value if the generator accepts it; otherwise reports the value as lost, and returns None."""
        try:
            if value:
                check(value)
            return value
        except Wrong as wrong:
            self._lose(field, wrong)
            return None

    def _tidied(self, field: str, text: str, tidy_text: Callable[[str], str] = tidy.line) -> str:
        right = tidy_text(text)
        if right != text:
            if codes := tidy.controls(text):
                self._lose(field, f"the control character {', '.join(codes)}; the rest of the text is kept")
            self.report.tidy(self.place, field)
        return right

    def _text(self, name: str, text: str) -> str | None:
        check = _CHECKS[name]
        text = self._tidied(name, text, tidy.prose if check is check_prose else tidy.line)
        if name == "DOI" and (resolver := DOI_RESOLVER.match(text)):
            text = text[resolver.end() :]
            text = unquote(text) if "/" in resolver[0] else text
            self.report.tidy(self.place, name)
        return self._checked(name, text, check)

    def _arxiv(self, text: str, url: str | None) -> str | None:
        identifier, version = VERSION_OF_ARXIV.fullmatch(self._tidied("arxiv", text)).groups()
        page = url and ARXIV_PAGE.fullmatch(url)
        if version:
            self._lose("arxiv", f"the version {version} of {identifier}")
        if identifier and page and page[1] != identifier:
            self._lose("arxiv", f"{shown(identifier)} differs from the one in the URL")
            return None
        return self._checked("arxiv", identifier, CHECKS["arxiv"])

    def _date(self, name: str, date: str | dict[str, str]) -> Any:
        """The date as a TOML value; a text that is not a date is kept as words."""
        is_literal = isinstance(date, dict)
        text = self._tidied(name, date["literal"] if is_literal else date)
        if not text:
            return None
        if not is_literal:
            if month := MONTH.fullmatch(text):
                text = f"{month[1]}-{month[2]:0>2}"
            if with_time := DATE_WITH_TIME.fullmatch(text):
                text = with_time[1]
                self._lose(name, f"the time {with_time[2]}")
            try:
                CHECKS["date_range"](text)
                return _toml_date(text)
            except Wrong:
                self.report.change(self.place, f"{name}: is kept as words, {shown(text)}")
        return self._checked(name, {"literal": text}, CHECKS["date_range"])

    def _names(self, role: str, names: list[Any]) -> list[Any]:
        """The names as TOML values, with "others" last if there are more."""
        right: list[Name | str] = []
        has_others = False
        for at, name in enumerate(names, 1):
            parts = self._parts(role, name)
            literal = parts.get("literal", "")
            if at == len(names) and AND_OTHERS.fullmatch(literal):
                has_others = True
                continue
            if at == len(names) and (first := FIRST_OF_SEVERAL.fullmatch(literal)):
                has_others = True
                parts = {"literal": first[1]}
            if parts:
                right.append(self._checked(f"{role}: name {at}", parts, check_name))
        right = [_written_name(check_name(parts)) for parts in right if parts]
        if has_others and not right:
            self._lose(role, f"no name comes before {shown(OTHERS)}")
        elif has_others:
            right.append(OTHERS)
        return right

    def _parts(self, role: str, name: Any) -> dict[str, str]:
        """The parts of a name; a text is split as the generator splits it."""
        if isinstance(name, str):
            text = self._tidied(role, name)
            try:
                name = check_name(text)
                return _parts_of(name)
            except Wrong:
                return {"literal": text} if text else {}
        parts = {part: self._tidied(role, text) for part, text in name.items() if text}
        parts = {part: text for part, text in parts.items() if text}
        if "family" in parts:
            if "literal" in parts:
                self._lose(role, f"{shown(parts.pop('literal'))}, the whole of a name that is given in parts")
        elif len(parts) > ("literal" in parts):
            others = " ".join(parts[part] for part in NAME_PARTS if part in parts)
            if "literal" not in parts:
                self.report.change(self.place, f"{role}: {shown(others)} has no family name, and is kept whole")
            else:
                self._lose(role, f"{shown(others)}, parts of a name that is given as a whole")
            parts = {"literal": parts.get("literal", others)}
        return parts

    def _authors(self, citation: dict[str, Any]) -> list[str] | None:
        """The full names. The citation drops them if it has no other role, and the generator splits them the same
        way."""
        written = citation.get("author")
        if not written:
            return None
        names = [name if name == OTHERS else check_name(name).full for name in written]
        try:
            CHECKS["texts"](names)
        except Wrong:
            self.report.change(self.place, "authors: too many for one text; only the citation has them")
            return None
        is_alone = not any(role in citation for role in csl.NAME_VARIABLES if role != "author")
        if is_alone and names == written:
            del citation["author"]
        return names

    def _links(self) -> list[dict[str, str]]:
        links = []
        for label, url in self.reference.links:
            url = self._checked("links", url.strip(), check_url)
            label = self._checked("links", self._tidied("links", label) or url, check_plain)
            if url and label:
                links.append({"label": label, "url": url})
        return links

    def _tags(self) -> list[str] | None:
        tags = [self._checked("tags", self._tidied("tags", tag), check_plain) for tag in self.reference.tags]
        return self._checked("tags", list(dict.fromkeys(tag for tag in tags if tag)), check_tags)


def _toml_date(text: str) -> int | str | datetime.date:
    """A year as a number, a day as a TOML date, anything else as text."""
    date = PartialDate.from_text(text)
    if text.isdecimal():
        return int(text)
    return datetime.date(*date) if date and date.day else text


def _parts_of(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {part: value for part in NAME_PARTS if (value := getattr(name, part.replace("-", "_")))}


def _written_name(name: Name) -> str | dict[str, str]:
    """The full name, or the name with the family name before a comma, if the generator certainly splits it into the
    same parts; else the parts."""
    turned = ", ".join(filter(None, (f"{name.particle} {name.family}".strip(), name.suffix, name.given)))
    return next((text for text in (name.full, turned) if _reads_as(text, name)), None) or _parts_of(name)


def _reads_as(text: str, name: Name) -> bool:
    try:
        found = check_name(text)
    except Wrong:
        return False
    return found == name and not found.is_doubtful
