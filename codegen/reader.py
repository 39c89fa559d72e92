"""Reads data/*.toml into a Catalogue that holds no mistake, or reports every mistake there is."""

import stat
import tomllib
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from . import schema
from .schema import Wrong


class DataError(Exception):
    """The data cannot be used; `mistakes` has a line for each reason."""

    def __init__(self, mistakes: list[str]):
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True)
class Catalogue:
    """The validated data. `records` maps the name of each kind to its records, numbered in the order of the categories;
    the elements have an attribute per field of their schema, None where an optional field is absent."""

    title: tuple[str, str]
    facts_as_of: str
    family_names: dict[str, str]
    parts: list[SimpleNamespace]
    categories: list[SimpleNamespace]
    records: dict[str, list[SimpleNamespace]]
    stages: list[SimpleNamespace]


def read_catalogue(data: Path) -> Catalogue:
    """Reads the directory `data`; raises DataError with all mistakes in it."""
    reader = _Reader(data)
    catalogue = reader.read()
    if reader.mistakes:
        raise DataError(reader.mistakes)
    return catalogue


class _Reader:
    def __init__(self, data: Path):
        self.data = data
        self.mistakes: list[str] = []

    def read(self) -> Catalogue:
        self._find_unknown_files()
        top, parts, categories = self._read_catalog()
        self.family_names: dict[str, str] = {}
        records = {kind.name: self._read_records(kind, categories) for kind in schema.KINDS}
        self._find_duplicate_records(records)
        stages = self._read_reading_order(records)
        return Catalogue(
            top.title,
            top.facts_as_of or "",
            self.family_names,
            parts,
            categories or [],
            {kind: rows or [] for kind, rows in records.items()},
            stages,
        )

    # Files and tables

    def _report(self, file: str, entry: str, field: str, what: object) -> None:
        where = "".join(f"{part}: " for part in (entry, field) if part)
        self.mistakes.append(f"{self.data / file}: {where}{what}")

    def _find_unknown_files(self) -> None:
        known = {schema.CATALOG_FILE, schema.READING_FILE, *(kind.file for kind in schema.KINDS)}
        try:
            self.files = sorted(path.name for path in self.data.iterdir())
        except OSError as error:
            raise DataError([f"{self.data}: cannot be read as a directory of data: {error.strerror}"]) from None
        for file in self.files:
            if file.lower().endswith(".toml") and file not in known:
                self._report(file, "", "", f"is no data file; the names are {', '.join(sorted(known))}")

    def _load(self, file: str) -> dict | None:
        try:
            text = _read_regular(self.data / file).decode()
            if not text.startswith("\ufeff"):
                return tomllib.loads(text)
            self._report(file, "", "", "begins with a byte order mark; save it as UTF-8 without one")
        except FileNotFoundError:
            self._report(file, "", "", "is missing")
        except OSError as error:
            self._report(file, "", "", f"cannot be read: {error.strerror}")
        except UnicodeDecodeError as error:
            self._report(file, "", "", f"is not UTF-8: byte {error.start} is 0x{error.object[error.start]:02x}; save it as UTF-8")
        except tomllib.TOMLDecodeError as error:
            self._report(file, "", "", f"is not valid TOML: {ascii(str(error))[1:-1]}")
        except ValueError:  # Python refuses to convert integers of thousands of digits
            self._report(file, "", "", "is not valid TOML: a number is too large")
        except RecursionError:
            self._report(file, "", "", "is nested too deeply")
        return None

    def _check_fields(self, file: str, entry: str, table: dict, fields: tuple[schema.Field, ...]) -> SimpleNamespace:
        """The table's values, checked; None for each that is absent or wrong."""
        values = SimpleNamespace()
        for field in fields:
            value = None
            if field.name in table:
                try:
                    value = schema.CHECKS[field.type](table[field.name])
                except Wrong as wrong:
                    for reason in wrong.reasons:
                        self._report(file, entry, field.name, reason)
            elif field.required:
                self._report(file, entry, field.name, "is missing")
            setattr(values, field.name, value)
        known = [field.name for field in fields]
        for name in table:
            if name not in known:
                self._report(file, entry, schema.short(name), f"is no field here; the fields are {', '.join(known)}")
        return values

    def _refuse_duplicates(self, seen: dict, value: str | None, file: str, entry: str, field: str, name: str = "") -> None:
        """`name` is that of the entry for a line about another one with this value."""
        if value is None:
            return
        if value in seen:
            self._report(file, entry, field, f"{schema.quoted(value)} is already that of {seen[value]}")
        else:
            seen[value] = f"{name or entry} in {file}"

    # catalog.toml

    def _read_catalog(self):
        file = schema.CATALOG_FILE
        raw = self._load(file)
        if raw is None:
            return SimpleNamespace(title=None, facts_as_of=None), [], None
        top = self._check_fields(file, "", raw, schema.CATALOG)
        parts = self._read_sections(file, "part", top.part or [], schema.PART)
        categories = self._read_sections(file, "category", top.category or [], schema.CATEGORY)
        if len(categories) > 255:
            self._report(file, "", "category", f"there are {len(categories)}; 255 is the most")
        numbers = [part.number for part in parts]
        parts_known = bool(numbers) and None not in numbers
        ids: dict = {}
        reached = 0
        for category in categories:
            entry = category.entry if category.id is None else f"category {schema.quoted(category.id)}"
            self._refuse_duplicates(ids, category.id, file, category.entry, "id")
            if category.kind is not None and category.kind not in schema.KIND_BY_NAME:
                kinds = ", ".join(schema.KIND_BY_NAME)
                self._report(file, entry, "kind", f"{schema.quoted(category.kind)} is no kind of record; the kinds are {kinds}")
            self._check_columns(file, entry, category)
            if category.number is None or not parts_known:
                continue
            around = [number for number in numbers if f"{category.number}.".startswith(f"{number}.")]
            if not around:
                what = f"{schema.short(category.number)} belongs to no part; the parts are {schema.short(', '.join(numbers))}"
                self._report(file, entry, "number", what)
                continue
            category.part = numbers.index(max(around, key=len))
            if category.part < reached:
                self._report(file, entry, "number", f"{schema.short(category.number)} stands after a category of a later part")
            reached = max(reached, category.part)
        return top, parts, categories or None

    def _check_columns(self, file: str, entry: str, category) -> None:
        """Gives the category `hidden`, the fields for which the table with so many headings has no column."""
        category.hidden = []
        kind = schema.KIND_BY_NAME.get(category.kind)
        if not kind or not category.columns:
            return
        for table in kind.columns:
            if len(table) == len(category.columns):
                category.hidden = [field for column in kind.columns[0] if column not in table for field in kind.cells[column]]
                return
        tables = ", or ".join(f"{len(table)}: {', '.join(table)}" for table in kind.columns)
        self._report(file, entry, "columns", f"has {len(category.columns)}; the table of a {kind.name} has {tables}")

    def _read_sections(self, file: str, name: str, tables: list[dict], fields) -> list[SimpleNamespace]:
        seen: dict = {}
        sections = []
        for index, table in enumerate(tables, 1):
            entry = f"{name} {schema.quoted(table['number']) if isinstance(table.get('number'), str) else index}"
            section = self._check_fields(file, entry, table, fields)
            self._refuse_duplicates(seen, section.number, file, f"{name} {index}", "number")
            section.entry = entry
            sections.append(section)
        return sections

    # papers.toml and its siblings

    def _read_records(self, kind: schema.Kind, categories: list | None) -> list[SimpleNamespace] | None:
        """The records in the order of the categories; None where the file cannot be read."""
        own = [category.id for category in categories or [] if category.kind == kind.name]
        if not own and kind.file not in self.files:
            return None if categories is None else []
        raw = self._load(kind.file)
        if raw is None:
            return None
        family_names = raw.pop("family_names", {}) if kind.name == "paper" else {}
        for name in raw:
            if name != kind.name:
                self._report(kind.file, "", schema.short(name), f"is unknown; this file holds [[{kind.name}]] tables")
        tables = raw.get(kind.name, [])
        try:
            tables = schema.check_tables(tables) if tables != [] else []
        except Wrong as wrong:
            self._report(kind.file, "", kind.name, wrong)
            return None
        records = []
        for index, table in enumerate(tables, 1):
            key = table.get("key")
            entry = f"{kind.name} {ascii(key) if isinstance(key, str) and 0 < len(key) <= 200 else index}"
            record = self._check_fields(kind.file, entry, table, kind.fields + kind.facts)
            record.entry = entry
            record.place = f"{kind.name} {index}"
            self._check_category(kind, record, categories, own)
            record.has_citation = "citation" in table
            self._check_citation(kind, record)
            self._check_upkeep(kind, record, table)
            records.append(record)
        if kind.name == "paper":
            self._read_family_names(kind, family_names, records)
        rank = {category: at for at, category in enumerate(own)}
        records.sort(key=lambda record: rank.get(record.category, 0))
        for number, record in enumerate(records, 1):
            record.number = number
        return records

    def _check_category(self, kind, record, categories, own) -> None:
        if record.category is None or categories is None:
            return
        category = next((category for category in categories if category.id == record.category), None)
        if record.category in own:
            for field in category.hidden:
                if getattr(record, field) is not None:
                    what = f"is given, but the table of {schema.quoted(category.id)} has no column for it"
                    self._report(kind.file, record.entry, field, what)
            return
        # It is not the record's mistake where the category that it may mean is itself in doubt.
        if category:
            if category.kind not in schema.KIND_BY_NAME:
                return
            what = f"{schema.quoted(category.id)} holds records of kind {category.kind}, not {kind.name}"
        elif any(c.id is None and (c.kind == kind.name or c.kind not in schema.KIND_BY_NAME) for c in categories):
            return
        else:
            what = f"{schema.quoted(record.category)} is no category of {schema.CATALOG_FILE}"
        self._report(kind.file, record.entry, "category", what)

    def _check_citation(self, kind, paper) -> None:
        """Replaces the table by its checked values."""
        table = getattr(paper, "citation", None)
        if table is None:
            return
        entry = f"{paper.entry}, citation"
        citation = paper.citation = self._check_fields(kind.file, entry, table, schema.CITATION)
        if citation.title is not None and citation.title == paper.title:
            self._report(kind.file, entry, "title", "is that of the paper; leave it out")
        if citation.arxiv and paper.url and "arxiv.org/abs/" in paper.url and not paper.url.endswith(f"/{citation.arxiv}"):
            self._report(kind.file, entry, "arxiv", f"is {citation.arxiv}, but the url of the paper is {paper.url}")
        if citation.year and citation.arxiv and citation.year < schema.arxiv_year(citation.arxiv) - 1:
            first = schema.arxiv_year(citation.arxiv)
            self._report(kind.file, entry, "year", f"is {citation.year}, but the preprint is of {first}; one year before is the most")
        if citation.type is None:
            return
        allowed = schema.VENUES.get(citation.type, ())
        foreign = [name for name in ("conference", "journal", "institution") if name in table and name not in allowed]
        for name in foreign:
            what = f"is not for the type {citation.type}, which takes {' or '.join(allowed) or 'none'}"
            self._report(kind.file, entry, name, what)
        given = [name for name in allowed if name in table]
        if len(given) > 1 or (allowed and not given and not foreign):
            what = f"has {' and '.join(given)}" if given else "appears nowhere"
            self._report(kind.file, entry, "type", f"{citation.type} {what}; give one {' or '.join(allowed)}")
        if given and "year" not in table:
            self._report(kind.file, entry, "year", f"is missing; it is that of the {given[0]}")
        if citation.type == "preprint" and "arxiv" not in table:
            self._report(kind.file, entry, "arxiv", "is missing; a preprint has one")

    def _check_upkeep(self, kind, record, table: dict) -> None:
        """Checks the status against the URLs, and replaces the tables of corrections by their checked values."""
        if hasattr(record, "status"):
            self._check_status(kind, record, table)
        required = {field.name for field in kind.fields if field.required}
        corrections = []
        for number, correction_table in enumerate(record.correction or [], 1):
            entry = f"{record.entry}, correction {number}"
            correction = self._check_fields(kind.file, entry, correction_table, schema.CORRECTION)
            cells = [cell for cell, fields in kind.cells.items() if any(field in table or field in required for field in fields)]
            if correction.cell is not None and correction.cell not in cells:
                self._report(kind.file, entry, "cell", f"{schema.quoted(correction.cell)} is no cell of it; the cells are {', '.join(cells)}")
            corrections.append(correction)
        record.correction = corrections

    def _check_status(self, kind, record, table: dict) -> None:
        if record.status == "moved" and "current_url" not in table:
            self._report(kind.file, record.entry, "current_url", "is missing; what has moved is somewhere")
        if "current_url" in table and (record.status == "unknown" or "status" not in table):
            what = "but the status is unknown" if record.status else "but there is no status"
            self._report(kind.file, record.entry, "current_url", f"is given, {what}")
        if "current_url" in table and table["current_url"] == record.url:
            what = "what has moved is elsewhere" if record.status == "moved" else "leave it out"
            self._report(kind.file, record.entry, "current_url", f"is the same as url; {what}")
        if "status_note" in table and "status" not in table:
            self._report(kind.file, record.entry, "status_note", "is given, but there is no status")

    def _read_family_names(self, kind, table: object, papers) -> None:
        if not isinstance(table, dict):
            self._report(kind.file, "", "family_names", "must be a table of family names by full name")
            return
        # Where an author list cannot be read, nobody knows which authors there are.
        complete = all(paper.citation.authors if paper.citation else not paper.has_citation for paper in papers)
        names = {name for paper in papers if paper.citation for name in paper.citation.authors or []}
        for name, family in table.items():
            entry = f"family_names {schema.quoted(name)}"
            if name not in names:
                if complete:
                    self._report(kind.file, entry, "", "is no author of a paper")
            elif not isinstance(family, str) or not f" {name}".endswith(f" {family}") or not family:
                self._report(kind.file, entry, "", "must be the end of the name, whole words of it")
            else:
                self.family_names[name] = family

    def _find_duplicate_records(self, records) -> None:
        keys: dict = {}
        urls: dict = {}
        identifiers: dict = {}
        for kind in schema.KINDS:
            for record in records[kind.name] or []:
                citation = getattr(record, "citation", None)
                if citation:
                    self._refuse_duplicates(identifiers, citation.arxiv, kind.file, f"{record.entry}, citation", "arxiv")
                    self._refuse_duplicates(identifiers, citation.doi, kind.file, f"{record.entry}, citation", "doi")
                self._refuse_duplicates(keys, record.key, kind.file, record.entry, "key", record.place)
                self._refuse_duplicates(urls, record.url, kind.file, record.entry, "url")

    # reading_order.toml

    def _read_reading_order(self, records) -> list[SimpleNamespace]:
        file = schema.READING_FILE
        raw = self._load(file)
        if raw is None:
            return []
        # Where a file or a key cannot be read, nobody knows which keys there are.
        complete = all(rows is not None and all(record.key for record in rows) for rows in records.values())
        keys = {record.key for rows in records.values() for record in rows or []}
        stages = []
        numbered = []
        numbers_known = True
        for number, table in enumerate(self._check_fields(file, "", raw, schema.READING).stage or [], 1):
            stage = self._check_fields(file, f"stage {number}", table, schema.STAGE)
            numbers_known = numbers_known and stage.step is not None
            steps = []
            for index, step_table in enumerate(stage.step or [], 1):
                entry = f"stage {number}, step {index}"
                step = self._check_fields(file, entry, step_table, schema.STEP)
                if "number" in step_table and numbers_known:
                    numbered.append((entry, step.number))
                for key in step.entries or []:
                    if complete and key not in keys:
                        self._report(file, entry, "entries", f"{schema.quoted(key)} is no key of an entry")
                steps.append(step)
            stage.step = steps
            stages.append(stage)
        for at in _out_of_order([number for _, number in numbered]):
            entry, number = numbered[at]
            self._report(file, entry, "number", f"is {number}, but the next number is {at + 1}")
        return stages


def _out_of_order(numbers: list[int | None]) -> list[int]:
    """Where the numbers are not 1, 2, 3 and so on. What only follows on a wrong number is left out: one that is missing or
    given twice is one mistake, however many come after it."""
    return [
        at
        for at, number in enumerate(numbers)
        if number not in (None, at + 1) and not (at > 0 and number - 1 == numbers[at - 1])
    ]


def _read_regular(path: Path) -> bytes:
    """The bytes of a file, but not those of a pipe or a device, which may never end."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(0, "It is no regular file")
    return path.read_bytes()
