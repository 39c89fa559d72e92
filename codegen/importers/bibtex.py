"""Reads BibTeX and BibLaTeX into references, with pybtex for the file and the names and pylatexenc for LaTeX."""

import importlib
import re
from pathlib import Path
from types import ModuleType
from typing import Any

from .. import csl
from ..citation_checks import ARXIV
from ..messages import short, shown
from . import bibtex_dates, bibtex_fields
from .bibtex_fields import DATES, EDITOR_TYPES, EDITORS, KNOWN_TYPES, NAMES, PUBLISHERS, SUBTITLES, TEXTS
from .files import read_text
from .model import ImportFailure, Reference, Report

NEEDS = {"pybtex": "python3-pybtex", "pylatexenc": "python3-pylatexenc"}
WEB = re.compile(r"(?:https?|ftp)://[^\s{}]+")
ONLY_WEB = re.compile(r"(?:https?|ftp)://\S+")
BEFORE_ARXIV = re.compile(r"(?:https?://arxiv\.org/(?:abs|pdf)/|arxiv:\s*)", re.IGNORECASE)
VERSION = re.compile(r"(.+?)(v\d+)(?:\.pdf)?")
DASHES = re.compile(r"\s*(?:-{2,}|[–—])\s*")
# The fields that may contain the URL of the entry.
WITH_URLS = ("howpublished", "note", "addendum")
# How refcatalog writes the empty lines of a text.
EMPTY_LINES = re.compile(r"\n[ \t]*((?:\{\})+)")
# This option only says how to treat the particles of names, so an import drops it without a message.
USE_PREFIX = re.compile(r"useprefix\s*=\s*(?:true|false)")
# The codes that refcatalog writes in a DOI for characters that would end a BibTeX field.
IN_A_DOI = {"%7B": "{", "%7D": "}", "%5C": "\\", "%22": '"', "%24": "$"}
# The most characters of a text and of a list. Longer ones are rare, and pybtex splits lists in quadratic time.
LONGEST, LONGEST_LIST = 100_000, 300_000
VARIABLES = {name.lower(): name for name in csl.VARIABLES if name not in ("citation-key", "citation-label")}
# Fields that are lists; each of their items may have the length of a text.
LISTS = {*NAMES, *EDITORS, *PUBLISHERS, "address", "location", "keywords", "keyword", "tags"}
LISTS |= {name for name, variable in VARIABLES.items() if variable in csl.NAME_VARIABLES}


def read(path: Path, report: Report) -> list[Reference]:
    """The entries of a file."""
    text = read_text(path)
    reader = _module(path, "bibtex_source")
    entries = reader.with_inherited(reader.read_entries(text, path.name, report), report)
    names, latex = _module(path, "bibtex_names"), _module(path, "latex")
    return [_Conversion(entry, report, names, latex).reference() for entry in entries]


def _lines(empty: re.Match) -> str:
    return "\n" * (1 + len(empty[1]) // 2)


def _module(path: Path, name: str) -> ModuleType:
    """The module, which needs packages that may be missing."""
    try:
        return importlib.import_module(f".{name}", __package__)
    except ModuleNotFoundError as error:
        package = NEEDS.get((error.name or "").partition(".")[0])
        if package is None:
            raise
        what = f"BibTeX needs the Python package {error.name}; on Debian: apt-get install {package}"
        raise ImportFailure(f"{path}: {what}") from None


class _Conversion:
    """An entry during conversion; `left` has the remaining fields."""

    def __init__(self, entry: Any, report: Report, names: ModuleType, latex: ModuleType):
        self.entry = entry
        self.report = report
        self.names = names
        self.latex = latex
        self.citation: dict[str, Any] = {}
        self.made = Reference(entry.place, entry.key, self.citation)
        given = {name: value for name, value in entry.fields.items() if value.strip()}
        longest = {name: LONGEST_LIST if name in LISTS else LONGEST for name in given}
        self.left = {name: value for name, value in given.items() if self.fits(name, value, longest[name])}

    def reference(self) -> Reference:
        self.citation["type"] = self.type()
        self.take_archive()
        self.take_titles()
        self.take_names()
        self.take_numbers()
        self.take_dates()
        self.take_notes()
        self.take_publishers()
        self.take_identifiers()
        self.take_language()
        self.take_lists()
        self.take_texts()
        self.take_rest()
        return self.made

    def type(self) -> str:
        given = self.entry.type
        type = KNOWN_TYPES.get(given)
        if type is None:
            self.report.change(self.made.place, f"type: becomes document; @{short(given)} is unknown")
            return "document"
        if subtype := bibtex_fields.SUBTYPES.get(self.left.get("entrysubtype", "").lower()):
            self.left.pop("entrysubtype")
            return subtype if type == "article-journal" else type
        return "speech" if type == "manuscript" and "eventtitle" in self.left else type

    def text(self, name: str) -> str:
        """Takes the text of a field: on one line, unless CSL's variable is prose."""
        return self.decoded(name, self.left.pop(name, ""))

    def fits(self, name: str, latex: str, longest: int = LONGEST) -> bool:
        """Whether the value is short enough; a longer one is reported as lost, and not decoded."""
        if len(latex) > longest:
            self.report.lose(self.made.place, name, f"has {len(latex):,} characters; the limit is {longest:,}")
        return len(latex) <= longest

    def decoded(self, name: str, latex: str) -> str:
        if not self.fits(name, latex):
            return ""
        is_prose = TEXTS.get(name, name) in bibtex_fields.PROSE
        found = self.latex.decode(EMPTY_LINES.sub(_lines, latex) if is_prose else latex)
        for command in dict.fromkeys(found.commands):
            self.report.change(self.made.place, f"{name}: {command} cannot be converted, and stays as written")
        if macro := self.entry.undefined.get(name):
            self.report.change(self.made.place, f"{name}: {macro} is not defined by any @string, and stays as written")
        self.urls = found.urls
        if name not in WITH_URLS:
            links = [(name, url) for url in found.urls if url not in found.text]
            self.made.links += [link for link in links if link not in self.made.links]
        if bibtex_fields.SPACES_WITHIN.search(found.text):
            self.report.tidy(self.made.place, name)
        if is_prose:
            return "\n".join(re.sub(r"[ \t\r]+", " ", line).strip(" ") for line in found.text.strip().split("\n"))
        return re.sub(r"[ \t\r\n]+", " ", found.text).strip(" ")

    def put(self, variable: str, text: str) -> None:
        """Sets a variable that no earlier field sets."""
        if text:
            self.citation[variable] = text

    def give(self, variable: str, text: str, field: str) -> None:
        """Sets a variable if it has no value yet; otherwise, reports a different text as lost."""
        if text and self.citation.setdefault(variable, text) != text:
            self.report.lose(self.made.place, field, f"{variable} is already set by another field")

    def take_archive(self) -> None:
        """Takes the identifier in an archive, which is usually arXiv."""
        numbers = {name: self.latex.verbatim(self.left.pop(name, "")) for name in ("eprint", "arxiv", "arxivid")}
        numbers = {name: number for name, number in numbers.items() if number}
        archives = [self.left.pop(name, "") for name in ("eprinttype", "archiveprefix")] if numbers else []
        archive_name = next(filter(None, archives), "").strip("{} ")
        archive = archive_name.lower()
        for name, number in numbers.items():
            bare = BEFORE_ARXIV.sub("", number)
            without_version = VERSION.fullmatch(bare)
            bare = without_version[1] if without_version else bare
            if archive in ("arxiv", "") and ARXIV.fullmatch(bare):
                if without_version:
                    why = f"CSL has no variable for the version of an article in arXiv: {without_version[2]}"
                    self.report.lose(self.made.place, name, why)
                self.give("arxiv", bare, name)
            elif archive in ("pubmed", "pmid"):
                self.give("PMID", number, name)
            elif archive in ("pmc", "pmcid"):
                self.give("PMCID", number, name)
            elif root := bibtex_fields.ARCHIVES.get(archive):
                self.made.links.append((archive, root + number))
            elif ONLY_WEB.fullmatch(number):
                self.made.links.append((name, number))
            else:
                self.put("archive", archive_name)
                self.give("archive_location", number, name)
        is_in_journal = any(name in self.left for name in ("journal", "journaltitle"))
        if "arxiv" in self.citation and not is_in_journal and self.entry.type in bibtex_fields.PREPRINTS:
            self.citation["type"] = "article"

    def take_titles(self) -> None:
        titles = {name: self.title(name, before) for name, before in SUBTITLES.items()}
        journals = {"journaltitle": titles["journaltitle"], "journal": self.text("journal")}
        holder, main, title = titles["booktitle"], titles["maintitle"], titles["title"]
        if holder == title and self.citation["type"] in bibtex_fields.WHOLE_TYPES:
            # The field is there only for the entries that inherit it.
            holder = ""
        is_whole = not holder and not any(journals.values())
        self.put("volume-title", (title if is_whole else holder) if main else self.text("issuetitle"))
        self.put("title", main if main and is_whole else title)
        holders = {"booktitle": main if main and not is_whole else holder}
        containers = holders | journals if self.entry.type in bibtex_fields.PARTS else journals | holders
        for name, container in containers.items():
            self.give("container-title", container, name)

    def title(self, name: str, before: str) -> str:
        """A title with its subtitle and addition."""
        title, subtitle, addon = self.text(name), self.text(f"{before}subtitle"), self.text(f"{before}titleaddon")
        if title and subtitle:
            title += f" {subtitle}" if title[-1] in "?!:." else f": {subtitle}"
        if title and addon:
            title += f" {addon}" if title[-1] in "?!." else f". {addon}"
        return title or subtitle or addon

    def take_names(self) -> None:
        roles = [(name, role) for name, role in NAMES.items() if name and name not in EDITORS]
        for name in EDITORS:
            kind = self.text(f"{name}type").lower()
            if kind and kind not in EDITOR_TYPES and name in self.left:
                self.report.lose(self.made.place, f"{name}type", f"CSL has no such role: {kind}")
            roles.append((name, EDITOR_TYPES.get(kind, "editor" if name == "editor" and not kind else "contributor")))
        roles += [(name, role) for name, role in VARIABLES.items() if role in csl.NAME_VARIABLES]
        for name, role in roles:
            if name in self.left:
                self.give_names(name, role)

    def give_names(self, name: str, role: str) -> None:
        def plain(latex: str) -> str:
            return self.decoded(name, latex).replace("\xa0", " ")

        def say(what: str) -> None:
            self.report.change(self.made.place, f"{name}: {what}")

        names = self.names.read_names(self.left.pop(name), plain, say)
        others = [each for each in self.citation.get(role, []) if each != "others"]
        has_others = "others" in [*names, *self.citation.get(role, [])]
        if listed := others + [each for each in names if each != "others"] + ["others"] * has_others:
            self.citation[role] = listed
        if role == "contributor" and name != role and not name.startswith("editor"):
            self.report.change(self.made.place, f"{name}: becomes contributor; CSL has no such role")

    def take_numbers(self) -> None:
        type = self.citation["type"]
        number, issue = self.text("number"), self.text("issue")
        if type in bibtex_fields.TYPES_WITH_ISSUES:
            self.put("issue", ", ".join(dict.fromkeys(filter(None, [number, issue]))))
        else:
            self.put("issue", issue)
            in_series = "series" in self.left and type in bibtex_fields.TYPES_IN_SERIES
            self.put("collection-number" if in_series else "number", number)
        self.put("page", DASHES.sub("-", self.text("pages")))
        for name in ("eid", "articleno", "article-number"):
            if (text := self.text(name)) != self.citation.get("page"):
                self.give("number" if "page" in self.citation else "page", text, name)

    def take_dates(self) -> None:
        year, month, day = (self.text(name).replace("\xa0", " ") for name in ("year", "month", "day"))
        # A "~" is BibLaTeX's mark for "approximately".
        date = self.latex.verbatim(self.left.pop("date", ""))
        if date and month and re.fullmatch(r"\d{4}", date):
            year, date = date, ""
        if date:
            self.give_date("issued", "date", date)
            if year and year[:4] not in date:
                self.report.lose(self.made.place, "year", "the date has another year")
        elif year:
            self.give_date("issued", "year", year, month, day)
        elif month:
            self.citation["issued"] = {"literal": " ".join(filter(None, [day, month]))}
        for name, variable in DATES.items():
            if text := self.latex.verbatim(self.left.pop(name, "")):
                self.give_date(variable, name, text)

    def give_date(self, variable: str, field: str, text: str, month: str = "", day: str = "") -> None:
        """Sets a date; the report names the parts that a date cannot keep."""
        date, rest = bibtex_dates.as_far_as_right(text, month, day)
        self.give(variable, date, field)
        if rest:
            if (month or day) and not bibtex_dates.MARKED.fullmatch(text):
                field = "month" if month.endswith(rest) or rest.split()[0] == month else "day"
            self.report.lose(self.made.place, field, f"{shown(rest)} has no place in a date")

    def take_notes(self) -> None:
        """Takes the notes and the field howpublished. A URL in howpublished may be that of the entry, and so may a note
        that is just a URL; a URL within a longer note is not."""
        notes: dict[str, str] = {}
        for name in WITH_URLS:
            text = self.text(name)
            urls = list(dict.fromkeys(url.rstrip(".,;)") for url in [*self.urls, *WEB.findall(text)])) if text else []
            rest = text
            for url in urls:
                rest = rest.replace(url, "")
            is_url = bool(urls) and not re.search(r"\w", rest)
            for url in urls:
                self.add_url(url, name, is_url or name == "howpublished")
            if name == "howpublished" and not urls:
                self.left[name] = text
            elif not is_url:
                notes[name] = text
        self.put("note", "\n".join(filter(None, map(notes.get, ("note", "addendum", "howpublished")))))

    def add_url(self, url: str, name: str, is_own: bool) -> None:
        """Adds a URL: as that of the entry if `is_own` and it has none yet, else as a further link."""
        first = self.latex.verbatim(self.left.get("url", "")) or self.citation.get("URL", "")
        if is_own and not first:
            self.citation["URL"] = url
        elif url != first:
            self.made.links.append((name, url))

    def take_publishers(self) -> None:
        howpublished = self.left.pop("howpublished", "")
        found = {name: self.listed(name) for name in PUBLISHERS if name in self.left}
        # write_biblatex writes the site as the organization if there is a publisher as well.
        if self.citation["type"] == "webpage" and {"organization", "publisher"} <= found.keys():
            self.give("container-title", found.pop("organization"), "organization")
        if howpublished and found and "container-title" not in self.citation:
            self.put("container-title", howpublished)
            howpublished = ""
        self.put("publisher", "; ".join(dict.fromkeys(filter(None, [*found.values(), howpublished]))))
        address, location = self.listed("address"), self.listed("location")
        self.put("publisher-place", address or location)
        if address and location != address:
            # If an entry has both, as ACM exports it, the location is that of the event.
            self.put("event-place", location)

    def listed(self, name: str) -> str:
        """Takes the items of a list, which are separated by "and"."""
        items = self.names.split_name_list(self.left.pop(name, ""))
        return "; ".join(self.decoded(name, item) for item in items)

    def take_identifiers(self) -> None:
        doi = self.latex.verbatim(self.left.pop("doi", ""))
        self.put("DOI", re.sub("%(?:7B|7D|5C|22|24)", lambda match: IN_A_DOI[match[0]], doi))
        text = self.latex.verbatim(self.left.pop("url", ""))
        first, *others = (url.strip("<> ") for url in bibtex_fields.BETWEEN_URLS.split(text))
        self.put("URL", first)
        self.made.links += [("url", url) for url in others]

    def take_language(self) -> None:
        for name in ("langid", "language", "hyphenation"):
            if text := self.text(name):
                self.give("language", bibtex_fields.language_tag(text), name)

    def take_lists(self) -> None:
        tags: dict[str, None] = {}
        for name in ("keywords", "keyword", "tags"):
            for word in self.names.split_tex_string(self.left.pop(name, ""), "[,;]"):
                tags[self.decoded(name, word)] = None
        self.made.tags += filter(None, tags)
        self.made.aliases += [key for key in re.split(r"\s*,\s*", self.left.pop("ids", "").strip()) if key]

    def take_texts(self) -> None:
        if "type" in self.left:
            genre = self.text("type")
            self.put("genre", bibtex_fields.TERMS.get(genre, genre))
        elif genre := bibtex_fields.GENRES.get(self.entry.type):
            self.citation["genre"] = genre
        if "pubstate" in self.left:
            status = self.text("pubstate")
            self.put("status", bibtex_fields.TERMS.get(status, status))
        for name, variable in {**TEXTS, **VARIABLES}.items():
            if name not in self.left:
                continue
            text = self.text(name)
            if variable in csl.DATE_VARIABLES:
                self.give_date(variable, name, text)
            else:
                self.give(variable, text, name)

    def take_rest(self) -> None:
        for name, latex in self.left.items():
            value = self.latex.verbatim(latex)
            if name in bibtex_fields.SILENT or (name == "options" and USE_PREFIX.fullmatch(value)):
                continue
            if ONLY_WEB.fullmatch(value) and not bibtex_fields.OF_PROGRAMS.fullmatch(name):
                self.made.links.append((name, value))
            else:
                self.report.lose_field(name, bibtex_fields.why_lost(name))
