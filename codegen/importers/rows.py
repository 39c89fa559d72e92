"""Makes records from rows of tables and items of lists. Their kind is the standard one that fits their columns, or else
a new one."""

from itertools import chain
from typing import Any

from ..kinds import Kind
from ..kinds_reader import STANDARD_DIRECTORY, read_kinds
from ..messages import quoted
from ..schema import Field
from ..source import Source
from . import tidy
from .fields import INTEGERS, holds_only_links, is_lone_link, is_lone_url, type_of
from .keys import key_for, mend_keys, numbered
from .listings import LINKS, STATE, Listing, Target, listings_of, merged
from .mapping import Mapping
from .markdown import ITEM
from .model import Cell, Document, ImportFailure, Report, Row
from .new_kinds import TITLES, declared, field_name, names_for
from .outline import Outline
from .row_records import RecordMaker

# The columns of a table for list items with further links.
ITEM_COLUMNS = dict(zip(ITEM, ("Title", "Link", "Description", "Links", "Tags")))
OPTIONAL = ("links", "tags")

# Fields that a column of a category's table cannot show.
UNSHOWN = ("link_label", "aliases", *STATE)
ITEM_DOCS = {"title": "The subject of the item.", "description": "The item's description of its subject."}


def add_rows(
    document: Document, files: list[tuple[str, list[Row]]], mapping: Mapping, report: Report
) -> None:
    """Adds the rows of each file, and the parts and categories that their headings make up. Each file has a title."""
    importer = _Importer(document, mapping, report)
    for title, rows in files:
        importer.add_file(title, rows)
    mapping.report_unused(report)


class _Importer:
    def __init__(self, document: Document, mapping: Mapping, report: Report):
        self.document = document
        self.mapping = mapping
        self.report = report
        self.standard = read_kinds(Source(STANDARD_DIRECTORY))
        # New kinds, by their fields.
        self.made: dict[tuple[Field, ...], Kind] = {}
        aliases = (record.get("aliases", ()) for records in document.records.values() for record in records)
        self.taken = {*document.places, *chain.from_iterable(aliases)}
        self.uses: dict[str, int] = {}

    def add_file(self, title: str, rows: list[Row]) -> None:
        listings = listings_of(rows, self.mapping, title)
        paths = [listing.path for listing in listings]
        file = rows[0].place.partition(": ")[0]
        has_title = all(row.headings for row in rows)
        outline = Outline(self.document, paths, self.mapping, self.report, file, has_title)
        listings = merged(listings, outline.headings_of)
        parts = {listing.path: outline.part_of(listing.path) for listing in listings}
        listings.sort(key=lambda listing: parts[listing.path])
        kinds = self._kinds_of(listings, outline, title)
        keys = iter(self._keys(listings, kinds))
        for listing, kind in zip(listings, kinds):
            self._add_listing(listing, kind, outline, keys)

    # Kinds

    def _kinds_of(self, listings: list[Listing], outline: Outline, title: str) -> list[Kind]:
        """The kind of each listing; those that fit no standard kind and have the same fields share a new one."""
        chosen = {id(listing): kind for listing in listings if (kind := self._standard_kind(listing, outline))}
        groups: dict[tuple, list[Listing]] = {}
        for listing in listings:
            if id(listing) not in chosen:
                listing.targets = self._new_targets(listing)
                groups.setdefault(_form(listing), []).append(listing)
        leads_away = _columns_of_links([listing for group in groups.values() for listing in group])
        for group in groups.values():
            self._choose_links(group, leads_away)
            kind = self._new_kind(group, outline, title)
            chosen |= {id(listing): kind for listing in group}
        return [chosen[id(listing)] for listing in listings]

    def _standard_kind(self, listing: Listing, outline: Outline) -> Kind | None:
        """The kind that the mapping names for the heading, or else the first standard kind that fits the columns."""
        number, heading = outline.split(listing.path[-1])
        wanted = self.mapping.kind_of(listing.path[-1], heading)
        if wanted and wanted not in self.standard:
            what = f"{quoted(wanted)} is not a standard kind; these are {', '.join(self.standard)}"
            raise ImportFailure(f"{self.mapping.file}: kinds: {quoted(listing.path[-1])}: {what}")
        kinds = [self.standard[wanted]] if wanted else self.standard.values()
        found = next(filter(listing.fit, kinds), None)
        if wanted and not found:
            what = f"its columns are not fields of the {wanted}"
            raise ImportFailure(f"{self.mapping.file}: kinds: {quoted(listing.path[-1])}: {what}")
        return found

    def _new_targets(self, listing: Listing) -> dict[str, Target]:
        """The first possible field of each column, each used once."""
        targets: dict[str, Target] = {}
        for number, (column, alternatives) in enumerate(listing.alternatives.items(), 1):
            free = (target for target in alternatives if target not in targets.values())
            target = next(free, None)
            if target is None and column in self.mapping.columns:
                what = f"{quoted(column)}: {alternatives[0].field} is already the field of another column"
                raise ImportFailure(f"{self.mapping.file}: {what}")
            target = target or Target("", alternatives[0].language)
            if not target.is_common:
                same = [other.field for other in targets.values() if other.language == target.language]
                target = Target(field_name(target.field or column, number, same), target.language)
            targets[column] = target
        return targets

    def _choose_links(self, group: list[Listing], leads_away: set[str]) -> None:
        """If no column is named as the link, uses the first column of links to elsewhere that is not one of titles. The
        very first column has titles if its links have labels."""
        first, *_ = group
        if any(target.field in LINKS for target in first.targets.values()):
            return
        own = [target for target in first.targets.values() if not target.is_common and target.field != "number"]
        for column, target in first.targets.items():
            cells = _cells(group, target.field)
            is_title = target in own[:1] and any(cell.links and not is_lone_url(cell) for cell in cells)
            if column in leads_away and not target.is_common and target.field not in TITLES and not is_title:
                for listing in group:
                    same = next(column for column, other in listing.targets.items() if other == target)
                    listing.targets[same] = Target(LINKS[0])
                return

    def _new_kind(self, group: list[Listing], outline: Outline, title: str) -> Kind:
        """Declares a kind with types inferred from the cells, or reuses one that has them already."""
        first, *_ = group
        headings: dict[Target, str] = {}
        for listing in group:
            for column, target in listing.targets.items():
                headings.setdefault(target, column)
        fields = {}
        for target, heading in headings.items():
            if not target.is_common and target.field not in fields:
                is_localized = any(other.language and other.field == target.field for other in headings)
                type = "localized" if is_localized else self._type_of(target.field, group)
                fields[target.field] = {"name": target.field, "type": type, "doc": _doc(heading, first.columns)}
        _give_title(fields)
        own = tuple(Field(name, field["type"]) for name, field in fields.items())
        if own in self.made:
            return self.made[own]
        above = _common([listing.path for listing in group])
        heading = outline.split(above[-1])[1] if above else title
        taken = {*self.standard, *(kind.plural for kind in self.standard.values()), *fields}
        taken |= {*self.document.plurals, *self.document.plurals.values()}
        name, plural = names_for(heading, taken)
        what = "An item of a list" if first.columns == ITEM else "A row of a table"
        table = declared(name, plural, tidy.line(f"{what} under \"{heading}\"."), list(fields.values()))
        self.document.kinds.append(table)
        self.document.plurals[name] = plural
        self.made[own] = Kind(name, plural, table["doc"], own, table["title"], (), (), "")
        return self.made[own]

    def _type_of(self, name: str, group: list[Listing]) -> str:
        cells = _cells(group, name)
        type = type_of(cells, name)
        given = [cell.text for cell in cells]
        if type in INTEGERS and name == "number" and given == list(map(str, range(1, len(given) + 1))):
            return "ordinal"
        return type

    # Records

    def _keys(self, listings: list[Listing], kinds: list[Kind]) -> list[str]:
        """The key of each row: from a column, else the slug of its title, else its number."""
        rows = [(listing, kind, row) for listing, kind in zip(listings, kinds) for row in listing.rows]
        said = {
            at: text for at, (listing, _, row) in enumerate(rows) for text in _texts(listing, row, "key")
        }
        wanted = [(rows[at][2].place, key, key) for at, key in said.items()]
        keys = dict(zip(said, mend_keys(wanted, self.report, self.taken)))
        self.taken |= {*keys.values()}
        for at, (listing, kind, row) in enumerate(rows):
            if at not in keys:
                address = _address(listing, row, kind.title)
                titles = _texts(listing, row, kind.title)
                words = next(filter(None, (key_for(title, address) for title in titles)), "")
                keys[at] = self._unused(words or f"record-{at + 1}", row)
        return [keys[at] for at in range(len(rows))]

    def _unused(self, key: str, row: Row) -> str:
        """The key, with a number as a suffix if another entry has it."""
        unused = key
        if key in self.taken:
            unused = numbered(key, self.uses, self.taken)
            self.report.change(row.place, f"key: becomes {unused}; another entry has {key}")
        self.taken.add(unused)
        return unused

    def _add_listing(self, listing: Listing, kind: Kind, outline: Outline, keys: Any) -> None:
        self.document.plurals.setdefault(kind.name, kind.plural)
        records = self.document.records.setdefault(kind.name, [])
        category = outline.category_of(listing.path, kind.name, _columns(listing))
        self.document.categories.append(category)
        maker = RecordMaker(self.document, listing, kind, self.taken, self.report)
        for row, key in zip(listing.rows, keys):
            self.document.places[key] = row.place
            fields = maker.fields(row, len(records) + 1)
            records.append({"key": key, "category": category["id"], **fields})


def _texts(listing: Listing, row: Row, name: str) -> list[str]:
    """The texts that a row gives for a field; if the field is a title without a column, the label of the link."""
    columns = [column for column, target in listing.targets.items() if target.field == name]
    if not columns and name in TITLES:
        columns = [column for column, target in listing.targets.items() if target.field in LINKS]
    return [row.cells[column].text for column in columns if row.cells[column].text]


def _address(listing: Listing, row: Row, title: str) -> str:
    """The target of the first link of a row; columns of links take precedence over the column of the title."""
    for names in LINKS, (title,):
        for column, target in listing.targets.items():
            if target.field in names and row.cells[column].links:
                return row.cells[column].links[0][1]
    return ""


def _cells(group: list[Listing], name: str) -> list[Cell]:
    """The cells of all columns for the field."""
    return [
        row.cells[column]
        for listing in group
        for row in listing.rows
        for column, target in listing.targets.items()
        if target.field == name
    ]


def _columns_of_links(listings: list[Listing]) -> set[str]:
    """The headings of columns that have a link in most cells, and never text beside it."""
    cells: dict[str, list[Cell]] = {}
    for listing in listings:
        for column in listing.columns:
            cells.setdefault(column, []).extend(row.cells[column] for row in listing.rows if row.cells[column].text)
    found = set()
    for column, given in cells.items():
        alone = [cell for cell in given if is_lone_link(cell) or is_lone_url(cell)]
        has_words = any(cell.links and not holds_only_links(cell) for cell in given)
        if 2 * len(alone) > len(given) and not has_words:
            found.add(column)
    return found


def _form(listing: Listing) -> tuple[tuple[str, Target], ...]:
    """The properties that listings of one kind share: the fields and, for columns without a field name, the
    headings."""
    named = {column: alternatives[0].field for column, alternatives in listing.alternatives.items()}
    return tuple(sorted({("" if named[column] else column, target) for column, target in listing.targets.items()}))


def _doc(heading: str, columns: tuple[str, ...]) -> str:
    own = ITEM_DOCS.get(heading) if columns == ITEM else None
    return own or tidy.line(f"The column \"{heading}\".")


def _give_title(fields: dict[str, dict[str, Any]]) -> None:
    """Makes sure that a field can be the title, which is a text: the field with that name, else the first text, else
    the first field, else a new field for the label of the link."""
    if not fields:
        name, *_ = TITLES
        fields[name] = {"name": name, "type": "text", "doc": "The label of the link."}
    else:
        texts = [name for name, field in fields.items() if field["type"] in ("text", "localized")]
        named = [name for name in TITLES if name in fields]
        title = fields[(named or texts or list(fields))[0]]
        if title["type"] != "localized":
            title["type"] = "text"


def _common(paths: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The headings that all paths begin with."""
    first, last = min(paths), max(paths)
    length = next((at for at, (one, other) in enumerate(zip(first, last)) if one != other), min(len(first), len(last)))
    return first[:length]


def _columns(listing: Listing) -> list[dict[str, str]] | None:
    """The columns of a category's table: those of the file, or those of every list."""
    if listing.columns == ITEM:
        given = {name for name in OPTIONAL for row in listing.rows if row.cells[name].text}
        shown = [name for name in ITEM if name not in OPTIONAL or name in given]
        columns = [{"field": listing.targets[name].field, "heading": ITEM_COLUMNS[name]} for name in shown]
        return columns if given else None
    by_field: dict[str, dict[str, str]] = {}
    for column, target in listing.targets.items():
        name = LINKS[0] if target.field in LINKS else target.field
        if name not in UNSHOWN:
            heading = tidy.line(column.removesuffix(f".{target.language}"))
            by_field.setdefault(name, {}).setdefault(target.language, heading)
    return [{"field": name, **_heading(by_language)} for name, by_language in by_field.items()] or None


def _heading(by_language: dict[str, str]) -> dict[str, str]:
    """The heading of a column as a TOML value, once if it is the same in all languages."""
    headings = list(dict.fromkeys(by_language.values()))
    return {"heading": headings[0]} if len(headings) == 1 or "" in by_language else by_language
