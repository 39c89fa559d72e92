"""Makes references from entries with tagged values, as in RIS."""

import re
from pathlib import Path
from typing import Any

from ..citation_checks import ARXIV
from ..messages import quoted, shown
from .bibtex_dates import Date, as_far_as_right, of_date
from .bibtex_fields import BETWEEN_URLS, SPACES_WITHIN, language_tag
from .files import read_text
from .model import Reference, Report
from .name_parts import read_line
from .tagged_fields import (
    KNOWN_TYPES,
    LINKS,
    NAMES,
    PLACES_WITHIN,
    PROSE,
    TEXTS,
    TYPES_IN_SERIES,
    TYPES_WITH_EVENTS,
    TYPES_WITH_ISSUES,
    TYPES_WITH_NUMBERS,
    TYPES_WITH_PAGE_COUNTS,
    TYPES_WITH_VERSIONS,
    why_lost,
)

URL = re.compile(r"(?:https?|ftp)://\S.*|(?:doi|urn|mailto):\S.*")
PMCID = re.compile(r"PMC\d+")
PMID_NOTE = re.compile(r"PMID: *(\d+)", re.ASCII)
ARXIV_NOTE = re.compile(r"arXiv:(\S+)")
# Year, month, day and other information: "2020/05/03/", "2020///Spring".
DATE = re.compile(r"(\d{4})/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?")
DASHES = re.compile(r"\s*(?:-{2,}|[–—])\s*")
NUMBER = re.compile(r"[\dXx]")


# The values of an entry, each with its tag and its lines.
Values = list[tuple[str, list[str]]]


def lines_of(path: Path) -> list[str]:
    """The lines of a file, with any line ends."""
    return re.split("\r\n|\r|\n", read_text(path))


def joined(values: Values) -> list[tuple[str, str]]:
    """The values, each with its lines in one text."""
    return [(tag, "\n".join(lines)) for tag, lines in values]


def reference(
    place: str, values: list[tuple[str, str]], report: Report, own_names: dict[str, str] | None = None
) -> Reference:
    """The reference of an entry. The tag TY has its type, and ID its key. `own_names` has the names that a format
    other than RIS uses for tags."""
    key = next((value.strip() for tag, value in values if tag == "ID"), "")
    file = place.partition(": ")[0]
    return _Conversion(f"{file}: entry {quoted(key)}" if key else place, values, report, own_names or {}).reference()


class _Conversion:
    """An entry during conversion; `left` has the remaining values, by tag; `names` has the values for persons in the
    order of their lines, whichever tag of a role they have."""

    def __init__(self, place: str, values: list[tuple[str, str]], report: Report, own_names: dict[str, str]):
        self.place = place
        self.report = report
        self.own_names = own_names
        self.left: dict[str, list[str]] = {}
        self.taken: set[str] = set()
        self.names: list[tuple[str, str]] = []
        for tag, value in values:
            if SPACES_WITHIN.search(value):
                report.tidy(place, self.named(tag))
            text = self.prose(value) if tag in PROSE else " ".join(re.split("[ \t\r\n]+", value)).strip()
            if tag == "KW":
                self.left.setdefault(tag, []).extend(filter(None, map(str.strip, value.split("\n"))))
            elif text and (tag in NAMES or tag == "A2"):
                self.names.append((tag, text))
            elif text:
                self.left.setdefault(tag, []).append(text)
        self.citation: dict[str, Any] = {}
        self.made = Reference(place, "; ".join(self.left.pop("ID", [])), self.citation)

    def prose(self, value: str) -> str:
        return "\n".join(" ".join(re.split("[ \t]+", line)).strip(" ") for line in value.strip().split("\n"))

    def reference(self) -> Reference:
        self.take_type()
        self.take_names()
        self.take_titles()
        self.take_numbers()
        self.take_dates()
        self.take_notes()
        self.take_links()
        for tag, variable in TEXTS.items():
            for text in self.left.pop(tag, []):
                self.give(variable, text, tag)
        if language := self.citation.get("language"):
            self.citation["language"] = language_tag(language)
        self.made.tags += dict.fromkeys(self.left.pop("KW", []))
        for tag in self.left:
            if tag in self.taken:
                self.report.lose(self.place, self.named(tag), "is given twice, and the first value is kept")
            else:
                self.report.lose_field(self.named(tag), why_lost(tag))
        return self.made

    def named(self, tag: str) -> str:
        """The name that the file uses for the tag."""
        return self.own_names.get(tag, tag)

    def take(self, tag: str) -> str:
        """Takes the first value of the tag, which should be the only one; further values stay."""
        self.taken.add(tag)
        values = self.left.get(tag, [])
        value = values.pop(0) if values else ""
        if not values:
            self.left.pop(tag, None)
        return value

    def put(self, variable: str, text: str) -> None:
        """Sets a variable that no other tag has set, unless the text is empty."""
        if text:
            self.citation[variable] = text

    def give(self, variable: str, text: str, tag: str) -> None:
        """Sets a variable if it has no value yet; otherwise, reports a different text as lost."""
        if text and self.citation.setdefault(variable, text) != text:
            self.report.lose(self.place, self.named(tag), f"{variable} already has another value")

    def take_type(self) -> None:
        self.tag = self.take("TY")
        self.citation["type"] = KNOWN_TYPES.get(self.tag, "document")
        if self.tag not in KNOWN_TYPES:
            why = f"{self.tag} is unknown" if self.tag else "none is given"
            self.report.change(self.place, f"type: becomes document; {why}")

    def take_names(self) -> None:
        # A2, a secondary author in RIS, is an editor, unless editors have their own tag.
        second = "container-author" if any(tag == "ED" for tag, _ in self.names) else "editor"
        roles = {**NAMES, "A2": second}
        for tag, text in self.names:
            role = roles[tag]
            listed = [*self.citation.get(role, []), *self.read_line(tag, text)]
            others = ["others"] * ("others" in listed)
            self.citation[role] = [name for name in listed if name != "others"] + others

    def read_line(self, tag: str, text: str) -> list[dict[str, str] | str]:
        return read_line(text, lambda what: self.report.change(self.place, f"{self.named(tag)}: {what}"))

    def take_titles(self) -> None:
        has_title = any(tag in self.left for tag in ("TI", "T1", "CT"))
        self.put("container-title" if has_title else "title", self.take("BT"))
        for tag in ("JF", "T2"):
            variable = "container-title"
            if tag == "T2" and self.tag in TYPES_IN_SERIES:
                variable = "collection-title"
            elif tag == "T2" and variable in self.citation and self.citation["type"] in TYPES_WITH_EVENTS:
                # Another tag has already named the proceedings.
                variable = "event-title"
            self.give(variable, self.take(tag), tag)
        journal = self.take("JO") or self.take("JA")
        if journal != self.citation.get("container-title"):
            has_container = "container-title" in self.citation
            self.put("container-title-short" if has_container else "container-title", journal)
        self.give("collection-title", self.take("T3"), "T3")

    def take_numbers(self) -> None:
        type = self.citation["type"]
        self.put("number", self.take("M1"))
        is_issue = type in TYPES_WITH_ISSUES or "number" in self.citation
        self.put("issue" if is_issue else "number", self.take("IS"))
        self.put("version" if type in TYPES_WITH_VERSIONS else "edition", self.take("ET"))
        self.put(PLACES_WITHIN.get(type, "chapter-number"), self.take("SE"))
        first, last = DASHES.sub("-", self.take("SP")), self.take("EP")
        is_count = type in TYPES_WITH_PAGE_COUNTS and not last and first.isdigit()
        # Some programs write the whole range as the first page.
        has_last = last in (first, first.rpartition("-")[2])
        pages = first if has_last else "-".join(filter(None, [first, last]))
        self.put("number-of-pages" if is_count else "page", pages)
        for number in self.left.pop("SN", []):
            digits = len(NUMBER.findall(number.partition("(")[0]))
            is_journal = digits == 8 or (digits not in (10, 13) and type in TYPES_WITH_ISSUES)
            variable = "number" if type in TYPES_WITH_NUMBERS and digits not in (10, 13) else "ISBN"
            self.give("ISSN" if is_journal else variable, number, "SN")
        for text in self.left.pop("C2", []):
            if PMCID.fullmatch(text):
                self.give("PMCID", text, "C2")
            else:
                self.left.setdefault("C2", []).append(text)
        # EndNote puts the number of an article here.
        if type in TYPES_WITH_ISSUES:
            self.give("number" if "page" in self.citation else "page", self.take("C7"), "C7")

    def take_dates(self) -> None:
        years = {tag: year for tag in ("PY", "Y1") if (year := self.take(tag))}
        dates = {"DA": date} if (date := self.take("DA")) else {}
        tag, year = next(iter(years.items()), ("", ""))
        for other, text in [*years.items()][1:]:
            # The other tag may have a more precise date.
            if not dates and text[:4] == year:
                dates = {other: text}
            elif text != date and not year.startswith(text.rstrip("/")):
                self.report.lose(self.place, self.named(other), "issued already has another value")
        tag, date = next(iter(dates.items()), (tag, ""))
        if year or date:
            self.give_date("issued", tag, year, date)
        if accessed := self.take("Y2"):
            self.give_date("accessed", "Y2", "", accessed)

    def give_date(self, variable: str, tag: str, year: str, date: str) -> None:
        self.citation[variable], rest = self.date(year, date)
        if rest:
            self.report.lose(self.place, self.named(tag), f"{shown(rest)} has no place in a date")

    def date(self, year: str, date: str) -> tuple[Date, str]:
        """The date from the tag for a year and the more precise tag for a date, which may omit the year; and the parts
        that a date cannot keep."""
        words = {"literal": " ".join(filter(None, [date, "" if year and year[:4] in date else year]))}
        if form := DATE.fullmatch(date or year):
            number, month, day, rest = form[1], form[2], form[3] or "", form[4] or ""
            if year and number not in year:
                return words, ""
            begin, odd = as_far_as_right(number, month, day)
            if isinstance(begin, dict):
                return words, ""
            if rest and isinstance(whole := of_date(f"{begin}/{rest}"), str):
                return whole, odd
            return (begin, f"{odd} {rest}".strip()) if month or not rest else ({"literal": f"{rest} {number}"}, "")
        found, odd = as_far_as_right(date or year)
        if date and isinstance(found, dict):
            found, odd = as_far_as_right(year, date)
        is_right = isinstance(found, str) and (not date or found[:4] in (year or found))
        return (found, odd) if is_right else (words, "")

    def take_notes(self) -> None:
        notes: dict[str, None] = {}
        for note in self.left.pop("N1", []):
            archived = ARXIV_NOTE.fullmatch(note)
            if archived and ARXIV.fullmatch(archived[1]) and "arxiv" not in self.citation:
                self.citation["arxiv"] = archived[1]
            elif (number := PMID_NOTE.fullmatch(note)) and "PMID" not in self.citation:
                self.citation["PMID"] = number[1]
            else:
                notes[note] = None
        self.put("note", "\n".join(notes))

    def take_links(self) -> None:
        """Takes the first URL as that of the entry, and others as further links; anything else is a local file."""
        urls = [url for value in self.left.pop("UR", []) for url in self.divided(value)]
        if urls:
            self.citation["URL"] = urls[0]
        self.made.links += [("URL", url) for url in urls[1:] if url != urls[0]]
        for tag, label in LINKS.items():
            values = self.left.pop(tag, [])
            self.made.links += [(label, value) for value in values if URL.fullmatch(value)]
            if not all(map(URL.fullmatch, values)):
                self.report.lose_field(self.named(tag), "is a file, and not a URL")

    def divided(self, value: str) -> list[str]:
        """The URLs of a value, separated by white space, commas and semicolons; else the value itself."""
        parts = [part.rstrip(";") for part in BETWEEN_URLS.split(value)]
        return parts if all(map(URL.fullmatch, parts)) else [value]
