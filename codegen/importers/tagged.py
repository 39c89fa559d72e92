"""Makes references of entries whose values stand behind tags, as in RIS."""

import re
from pathlib import Path
from typing import Any

from ..citation_checks import ARXIV
from ..messages import quoted
from .bibtex_dates import Date, of_date, of_year
from .bibtex_fields import language_tag
from .files import read_text
from .model import Reference, Report
from .name_parts import read_name
from .tagged_fields import (
    KNOWN_TYPES,
    LINKS,
    NAMES,
    PLACES_WITHIN,
    PROSE,
    TEXTS,
    TYPES_IN_SERIES,
    TYPES_WITH_ISSUES,
    TYPES_WITH_PAGE_COUNTS,
    TYPES_WITH_VERSIONS,
    why_lost,
)

URL = re.compile(r"(?:https?|ftp)://\S+|doi:\S+|urn:\S+|mailto:\S+")
BETWEEN_URLS = re.compile(r"\s+|[;,]\s*(?=https?://|ftp://)")
PMCID = re.compile(r"PMC\d+")
ARXIV_NOTE = re.compile(r"arXiv:(\S+)")
# Year, month, day and what else there is to say: "2020/05/03/", "2020///Spring".
DATE = re.compile(r"(\d{4})/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?")
DASHES = re.compile(r"\s*(?:-{2,}|[–—])\s*")
NUMBER = re.compile(r"[\dXx]")


# The values of an entry, each with its tag and its lines.
Values = list[tuple[str, list[str]]]


def lines_of(path: Path) -> list[str]:
    """The lines of a file, whichever way they end."""
    return re.split("\r\n|\r|\n", read_text(path))


def joined(values: Values) -> list[tuple[str, str]]:
    """The values with their lines in one text."""
    return [(tag, "\n".join(lines)) for tag, lines in values]


def reference(place: str, values: list[tuple[str, str]], report: Report) -> Reference:
    """The reference of an entry; the value of the tag TY is its type, that of ID its key. `place` is where it is."""
    key = next((value.strip() for tag, value in values if tag == "ID"), "")
    file = place.partition(": ")[0]
    return _Conversion(f"{file}: entry {quoted(key)}" if key else place, values, report).reference()


class _Conversion:
    """An entry on its way; `left` are the values that nobody has taken yet, by tag."""

    def __init__(self, place: str, values: list[tuple[str, str]], report: Report):
        self.place = place
        self.report = report
        self.left: dict[str, list[str]] = {}
        for tag, value in values:
            text = self.prose(value) if tag in PROSE else " ".join(re.split("[ \t\r\n]+", value)).strip()
            if tag == "KW":
                self.left.setdefault(tag, []).extend(filter(None, map(str.strip, value.split("\n"))))
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
        for tag, values in self.left.items():
            for _ in values:
                self.report.lose_field(tag, why_lost(tag))
        return self.made

    def take(self, tag: str) -> str:
        """The only value that the tag should have; others stay."""
        values = self.left.get(tag, [])
        value = values.pop(0) if values else ""
        if not values:
            self.left.pop(tag, None)
        return value

    def give(self, variable: str, text: str, tag: str) -> None:
        """A value for a variable, which keeps the first one."""
        if text and self.citation.setdefault(variable, text) != text:
            self.report.lose(self.place, tag, f"{variable} is another value already")

    def take_type(self) -> None:
        self.tag = self.take("TY")
        self.citation["type"] = KNOWN_TYPES.get(self.tag, "document")
        if self.tag not in KNOWN_TYPES:
            why = f"{self.tag} is not known" if self.tag else "none is given"
            self.report.change(self.place, f"type: is document; {why}")

    def take_names(self) -> None:
        # The second author is an editor, but where editors have a tag of their own.
        second = "container-author" if "ED" in self.left else "editor"
        for tag, role in {**NAMES, "A2": second}.items():
            names = [read_name(name) for name in self.left.pop(tag, [])]
            listed = [*self.citation.get(role, []), *names]
            if any(name != "others" for name in listed):
                others = ["others"] if "others" in listed else []
                self.citation[role] = [name for name in listed if name != "others"] + others

    def take_titles(self) -> None:
        has_title = any(tag in self.left for tag in ("TI", "T1", "CT"))
        self.give("container-title" if has_title else "title", self.take("BT"), "BT")
        for tag in ("JF", "T2"):
            is_series = tag == "T2" and self.tag in TYPES_IN_SERIES
            self.give("collection-title" if is_series else "container-title", self.take(tag), tag)
        journal = self.take("JO") or self.take("JA")
        if journal != self.citation.get("container-title"):
            has_container = "container-title" in self.citation
            self.give("container-title-short" if has_container else "container-title", journal, "JO")
        self.give("collection-title", self.take("T3"), "T3")

    def take_numbers(self) -> None:
        type = self.citation["type"]
        self.give("number", self.take("M1"), "M1")
        is_issue = type in TYPES_WITH_ISSUES or "number" in self.citation
        self.give("issue" if is_issue else "number", self.take("IS"), "IS")
        self.give("version" if type in TYPES_WITH_VERSIONS else "edition", self.take("ET"), "ET")
        self.give(PLACES_WITHIN.get(type, "chapter-number"), self.take("SE"), "SE")
        first, last = DASHES.sub("-", self.take("SP")), self.take("EP")
        is_count = type in TYPES_WITH_PAGE_COUNTS and not last and first.isdigit()
        pages = "-".join(dict.fromkeys(filter(None, [first, last])))
        self.give("number-of-pages" if is_count else "page", pages, "SP")
        for number in self.left.pop("SN", []):
            digits = len(NUMBER.findall(number.partition("(")[0]))
            is_journal = digits == 8 or (digits not in (10, 13) and type in TYPES_WITH_ISSUES)
            self.give("ISSN" if is_journal else "ISBN", number, "SN")
        if PMCID.fullmatch("".join(self.left.get("C2", []))):
            self.give("PMCID", self.take("C2"), "C2")
        # EndNote's place for the number of an article.
        if "C7" in self.left and type in TYPES_WITH_ISSUES:
            self.give("number" if "page" in self.citation else "page", self.take("C7"), "C7")

    def take_dates(self) -> None:
        year, date = self.take("PY") or self.take("Y1"), self.take("DA")
        if year or date:
            self.citation["issued"] = self.date(year, date)
        if accessed := self.take("Y2"):
            self.citation["accessed"] = self.date("", accessed)

    def date(self, year: str, date: str) -> Date:
        """The date of the tag for a year and of that for a date, which says more, but may leave out the year."""
        words = {"literal": " ".join(filter(None, [date, "" if year and year[:4] in date else year]))}
        if form := DATE.fullmatch(date or year):
            number, month, day, rest = form[1], form[2], form[3] or "", form[4] or ""
            if year and number not in year:
                return words
            begin = of_year(number, month, day)
            if not rest:
                return begin if isinstance(begin, str) or not date else words
            if isinstance(begin, str) and isinstance(whole := of_date(f"{begin}/{rest}"), str):
                return whole
            return {"literal": " ".join([rest, *([day, month] if month else []), number]).strip()}
        found = of_date(date or year)
        if date and isinstance(found, dict):
            found = of_year(year, date)
        return found if isinstance(found, str) else words

    def take_notes(self) -> None:
        notes: dict[str, None] = {}
        for note in self.left.pop("N1", []):
            archived = ARXIV_NOTE.fullmatch(note)
            if archived and ARXIV.fullmatch(archived[1]) and "arxiv" not in self.citation:
                self.citation["arxiv"] = archived[1]
            else:
                notes[note] = None
        self.give("note", "\n".join(notes), "N1")

    def take_links(self) -> None:
        """The first URL is that of the entry, others are further links; what is none is a file of somebody's."""
        urls = [url for value in self.left.pop("UR", []) for url in self.divided(value)]
        if urls:
            self.give("URL", urls[0], "UR")
        self.made.links += [("URL", url) for url in urls[1:] if url != urls[0]]
        for tag, label in LINKS.items():
            for value in self.left.pop(tag, []):
                if URL.fullmatch(value):
                    self.made.links.append((label, value))
                else:
                    self.report.lose_field(tag, "is a file, and not a URL")

    def divided(self, value: str) -> list[str]:
        """The URLs of a value, which white space and semicolons divide; one value where it is something else."""
        parts = [part.rstrip(";") for part in BETWEEN_URLS.split(value)]
        return parts if all(map(URL.fullmatch, parts)) else [value]
