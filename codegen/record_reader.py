"""Reads the file of records of one kind."""

import re

from . import schema
from .catalogue import Category, Place, Record, Row
from .checks import Wrong, check_tables
from .citation_checks import NAME_TABLE, OLD_FIELDS, unknown_variable
from .kinds import Kind
from .messages import quoted, short
from .source import Source

# The page of a preprint in any version.
ARXIV_PAGE = re.compile(r"https?://arxiv\.org/abs/(.+?)(?:v[0-9]+)?")

# The tables inside a record, and the names of their fields.
INSIDE = {
    "links": {field.name for field in schema.LABELLED_LINK},
    "citation": {name for field in schema.CITATION for name in (field.name, field.name.lower())} | OLD_FIELDS.keys(),
    "correction": {field.name for field in schema.CORRECTION},
}


def entry_name(kind: str, key: object, position: int) -> str:
    """The name of a record in messages: its key, if that is short enough to show, else its position in the file."""
    return f"{kind} {repr(key) if isinstance(key, str) and 0 < len(key) <= 200 else position}"


class RecordReader:
    """Reads one file of records. `categories` is None if catalog.toml has none that can be read. `keys_known` says
    whether all keys and aliases could be read."""

    def __init__(self, source: Source, kind: Kind, categories: list[Category] | None, kinds: dict[str, Kind]):
        self.source = source
        self.kind = kind
        self.kinds = kinds
        self.categories = categories
        self.own = [category for category in categories or [] if category.kind == kind.name]
        self.keys_known = True
        self.tables_known = True

    def read(self) -> list[Record] | None:
        """The records in the order of the categories; None if the file cannot be read."""
        if not self.own and self.kind.file not in self.source.files:
            return None if self.categories is None else []
        if self.kind.file not in self.source.files and self.source.is_misnamed(self.kind.name):
            return None
        file = self.source.load(self.kind.file)
        if file is None:
            return None
        tables = self._tables(file)
        if tables is None:
            return None
        self.keys_known = self.tables_known
        records = [self._read_record(table, position) for position, table in enumerate(tables, 1)]
        rank = {category.id: at for at, category in enumerate(self.own)}
        return sorted(records, key=lambda record: rank.get(record.category, 0))

    def _tables(self, file: dict) -> list[dict] | None:
        top = Place(self.kind.file)
        for name in file:
            if name == "family_names":
                what = f"is a table of 1.0; write the parts of the name in the citation, as in {NAME_TABLE}"
                self.source.report(top, name, what)
            elif name != self.kind.name:
                what = f"is unknown; this file holds [[{self.kind.name}]] tables"
                self.source.report(top, short(name), what)
                # These tables may be the records, under a wrong name.
                self.tables_known = self.tables_known and not isinstance(file[name], list)
        tables = file.get(self.kind.name, [])
        try:
            return check_tables(tables) if tables != [] else []
        except Wrong as wrong:
            self.source.report(top, self.kind.name, wrong)
            return None

    def _read_record(self, table: dict, position: int) -> Record:
        place = Place(self.kind.file, entry_name(self.kind.name, table.get("key"), position))
        for name, fields in INSIDE.items():
            table = self._with_strays(place, table, name, fields)
        row = self.source.check_fields(place, table, self.kind.given)
        if row.key is None or (row.aliases is None and "aliases" in table):
            self.keys_known = False
        self._check_category(row)
        self._check_status(row, table)
        inside = {
            "links": self._read_links(row),
            "citation": self._read_citation(row),
            "correction": self._read_corrections(row, table),
        }
        return Record(row.place, row.values | inside, position)

    def _with_strays(self, place: Place, table: dict, inside: str, own: set[str]) -> dict:
        """The record, including fields that ended up in a table inside it because they follow its heading."""
        inner = table.get(inside)
        outer = {field.name for field in self.kind.given} - own - table.keys()
        tables = [item for item in (inner if isinstance(inner, list) else [inner]) if isinstance(item, dict)]
        given = [pair for item in tables for pair in item.items()]
        # CSL also has a variable "status", but hardly with one of these values.
        statuses = [] if "status" in table else [("status", status) for status in schema.STATUSES]
        strays = {name: value for name, value in given if name in outer or (name, value) in statuses}
        if not strays:
            return table
        what = f"begins a table that takes in the fields after it: {short(', '.join(strays))}; move it below them"
        self.source.report(place, inside, what)
        rest = [{name: value for name, value in item.items() if name not in strays} for item in tables]
        return {**table, inside: rest if isinstance(inner, list) else rest[0], **strays}

    def _inside(self, record: Row, what: str) -> Place:
        return Place(self.kind.file, f"{record.place.entry}, {what}")

    def _check_category(self, record: Row) -> None:
        if record.category is None or self.categories is None:
            return
        if _find(self.own, record.category):
            return
        # The record is not at fault if its category is itself in doubt.
        if category := _find(self.categories, record.category):
            if category.kind not in self.kinds:
                return
            what = f"{quoted(category.id)} holds records of kind {category.kind}, not {self.kind.name}"
        elif any(self._may_be_own(category) for category in self.categories if category.id is None):
            return
        else:
            what = f"{quoted(record.category)} is not a category of {schema.CATALOG_FILE}"
        self.source.report(record.place, "category", what)

    def _may_be_own(self, category: Category) -> bool:
        return category.kind == self.kind.name or category.kind not in self.kinds

    def _read_links(self, record: Row) -> list[Row] | None:
        if record.links is None:
            return None
        return [
            self.source.check_fields(self._inside(record, f"link {number}"), table, schema.LABELLED_LINK)
            for number, table in enumerate(record.links, 1)
        ]

    def _read_citation(self, record: Row) -> Row | None:
        if record.citation is None:
            return None
        place = self._inside(record, "citation")
        citation = self.source.check_fields(place, record.citation, schema.CITATION, unknown_variable)
        page = ARXIV_PAGE.fullmatch(record.url or "")
        if citation.arxiv and page and page[1] != citation.arxiv:
            what = f"is {citation.arxiv}, but the url of the {self.kind.name} is {short(record.url)}"
            self.source.report(place, "arxiv", what)
        return citation

    def _check_status(self, record: Row, table: dict) -> None:
        """Checks the status, which is active by default, against the URLs."""
        if record.status == "moved" and "current_url" not in table:
            self.source.report(record.place, "current_url", "is missing; a moved resource needs its new address")
        if "current_url" in table and record.status == "unknown":
            self.source.report(record.place, "current_url", "is given, but the status is unknown")
        # A current_url gives a different address: if the two are equal, one of them was not updated.
        if record.current_url is not None and record.current_url == record.url:
            what = "give the new address" if record.status == "moved" else "leave it out"
            self.source.report(record.place, "current_url", f"is the same as url; {what}")

    def _read_corrections(self, record: Row, table: dict) -> list[Row]:
        required = {field.name for field in self.kind.fields if field.required}
        cells = [
            cell
            for cell, fields in self.kind.cells.items()
            if any(field in table or field in required for field in fields)
        ]
        corrections = []
        for number, correction_table in enumerate(record.correction or [], 1):
            place = self._inside(record, f"correction {number}")
            correction = self.source.check_fields(place, correction_table, schema.CORRECTION)
            if correction.cell is not None and correction.cell not in cells:
                what = f"{quoted(correction.cell)} is not a cell of the record; the cells are {', '.join(cells)}"
                self.source.report(place, "cell", what)
            corrections.append(correction)
        return corrections


def _find(categories: list[Category], id: str) -> Category | None:
    return next((category for category in categories if category.id == id), None)
