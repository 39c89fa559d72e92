"""Reads the file of records of one kind."""

from . import schema
from .catalogue import Category, Place, Record, Row
from .checks import Wrong, check_tables
from .kinds import Kind
from .messages import quoted, short
from .source import Source


# The tables inside a record, and their fields.
INSIDE = {"links": schema.LABELLED_LINK, "citation": schema.CITATION, "correction": schema.CORRECTION}


class RecordReader:
    """Reads one file of records, and the `family_names` at its top. `categories` are None where catalog.toml does not
    tell them. `keys_known` says whether all keys and aliases could be read."""

    def __init__(self, source: Source, kind: Kind, categories: list[Category] | None, kinds: dict[str, Kind]):
        self.source = source
        self.kind = kind
        self.kinds = kinds
        self.categories = categories
        self.own = [category for category in categories or [] if category.kind == kind.name]
        self.family_names: dict[str, str] = {}
        self.keys_known = True
        self.tables_known = True

    def read(self) -> list[Record] | None:
        """The records in the order of the categories; None where the file cannot be read."""
        if not self.own and self.kind.file not in self.source.files:
            return None if self.categories is None else []
        if self.kind.file not in self.source.files and self.source.is_misnamed(self.kind.name):
            return None
        file = self.source.load(self.kind.file)
        if file is None:
            return None
        family_names = file.pop("family_names", {})
        tables = self._tables(file)
        if tables is None:
            return None
        self.keys_known = self.tables_known
        records = [self._read_record(table, position) for position, table in enumerate(tables, 1)]
        self._read_family_names(family_names, tables, records)
        rank = {category.id: at for at, category in enumerate(self.own)}
        return sorted(records, key=lambda record: rank.get(record.category, 0))

    def _tables(self, file: dict) -> list[dict] | None:
        top = Place(self.kind.file)
        for name in file:
            if name != self.kind.name:
                what = f"is unknown; this file holds [[{self.kind.name}]] tables"
                self.source.report(top, short(name), what)
                # They may be the records, under a wrong name.
                self.tables_known = self.tables_known and not isinstance(file[name], list)
        tables = file.get(self.kind.name, [])
        try:
            return check_tables(tables) if tables != [] else []
        except Wrong as wrong:
            self.source.report(top, self.kind.name, wrong)
            return None

    def _read_record(self, table: dict, position: int) -> Record:
        key = table.get("key")
        entry = f"{self.kind.name} {ascii(key) if isinstance(key, str) and 0 < len(key) <= 200 else position}"
        place = Place(self.kind.file, entry)
        for name, fields in INSIDE.items():
            table = self._with_strays(place, table, name, {field.name for field in fields})
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
        """The record with those of its fields that stand in a table inside it, which begins ahead of them."""
        inner = table.get(inside)
        outer = {field.name for field in self.kind.given} - own - table.keys()
        tables = [item for item in (inner if isinstance(inner, list) else [inner]) if isinstance(item, dict)]
        strays = {name: value for item in tables for name, value in item.items() if name in outer}
        if not strays:
            return table
        what = f"begins a table, to which the fields after it belong: {short(', '.join(strays))}; move it behind them"
        self.source.report(place, inside, what)
        rest = [{name: value for name, value in item.items() if name not in outer} for item in tables]
        return {**table, inside: rest if isinstance(inner, list) else rest[0], **strays}

    def _inside(self, record: Row, what: str) -> Place:
        return Place(self.kind.file, f"{record.place.entry}, {what}")

    def _check_category(self, record: Row) -> None:
        if record.category is None or self.categories is None:
            return
        if _find(self.own, record.category):
            return
        # It is not the record's mistake where the category that it may mean is itself in doubt.
        if category := _find(self.categories, record.category):
            if category.kind not in self.kinds:
                return
            what = f"{quoted(category.id)} holds records of kind {category.kind}, not {self.kind.name}"
        elif any(self._may_be_own(category) for category in self.categories if category.id is None):
            return
        else:
            what = f"{quoted(record.category)} is no category of {schema.CATALOG_FILE}"
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
        table = record.citation
        if table is None:
            return None
        place = self._inside(record, "citation")
        citation = self.source.check_fields(place, table, schema.CITATION)
        title = record.values[self.kind.title]
        if citation.title is not None and citation.title in (title if isinstance(title, tuple) else (title,)):
            self.source.report(place, "title", f"is that of the {self.kind.name}; leave it out")
        if citation.arxiv:
            self._check_preprint(record, citation)
        if citation.type is not None:
            self._check_venue(citation, table)
        return citation

    def _check_preprint(self, record: Row, citation: Row) -> None:
        if record.url and "arxiv.org/abs/" in record.url and not record.url.endswith(f"/{citation.arxiv}"):
            what = f"is {citation.arxiv}, but the url of the {self.kind.name} is {short(record.url)}"
            self.source.report(citation.place, "arxiv", what)
        first = schema.arxiv_year(citation.arxiv)
        if citation.year and citation.year < first - 1:
            what = f"is {citation.year}, but the preprint is of {first}; one year before is the most"
            self.source.report(citation.place, "year", what)

    def _check_venue(self, citation: Row, table: dict) -> None:
        """Checks what the type of publication asks for."""
        allowed = schema.VENUES.get(citation.type, ())
        foreign = [name for name in ("conference", "journal", "institution") if name in table and name not in allowed]
        for name in foreign:
            what = f"is not for the type {citation.type}, which takes {' or '.join(allowed) or 'none'}"
            self.source.report(citation.place, name, what)
        given = [name for name in allowed if name in table]
        if len(given) > 1 or (allowed and not given and not foreign):
            what = f"has {' and '.join(given)}" if given else "appears nowhere"
            self.source.report(citation.place, "type", f"{citation.type} {what}; give one {' or '.join(allowed)}")
        if given and "year" not in table:
            self.source.report(citation.place, "year", f"is missing; it is that of the {given[0]}")
        if citation.type == "preprint" and "arxiv" not in table:
            self.source.report(citation.place, "arxiv", "is missing; a preprint has one")

    def _check_status(self, record: Row, table: dict) -> None:
        """Checks the status, which is active where it is left out, against the URLs."""
        if record.status == "moved" and "current_url" not in table:
            self.source.report(record.place, "current_url", "is missing; what has moved is somewhere")
        if "current_url" in table and record.status == "unknown":
            self.source.report(record.place, "current_url", "is given, but the status is unknown")
        # A current_url says that the place is another one: alike, one of the two was forgotten when it changed.
        if record.current_url is not None and record.current_url == record.url:
            what = "what has moved is elsewhere" if record.status == "moved" else "leave it out"
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
                what = f"{quoted(correction.cell)} is not a cell of it; the cells are {', '.join(cells)}"
                self.source.report(place, "cell", what)
            corrections.append(correction)
        return corrections

    def _read_family_names(self, names: object, tables: list[dict], records: list[Record]) -> None:
        if not isinstance(names, dict):
            what = "must be a table of family names by full name"
            self.source.report(Place(self.kind.file), "family_names", what)
            return
        # Where an author list cannot be read, nobody knows which authors there are.
        complete = self.tables_known and all(
            record.citation and record.citation.authors for table, record in zip(tables, records) if "citation" in table
        )
        authors = {name for record in records if record.citation for name in record.citation.authors or []}
        for name, family in names.items():
            place = Place(self.kind.file, f"family_names {quoted(name)}")
            if name not in authors:
                if complete:
                    self.source.report(place, "", "is not an author that this file cites")
            elif not isinstance(family, str) or not f" {name}".endswith(f" {family}") or not family:
                self.source.report(place, "", "must be the end of the name, whole words of it")
            else:
                self.family_names[name] = family


def _find(categories: list[Category], id: str) -> Category | None:
    return next((category for category in categories if category.id == id), None)
