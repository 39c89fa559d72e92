"""Reads kinds.toml: the kinds of record, and their fields."""

from dataclasses import replace
from pathlib import Path

from . import schema
from .catalogue import Place, Row
from .kinds import Kind
from .messages import quoted
from .source import DataError, Source

# Every catalogue can use the kinds that the kinds.toml in this directory declares.
STANDARD_DIRECTORY = Path(__file__).resolve().parent.parent / "data"

# Messages name a table with a longer name by its position, so as not to cut the name short.
LONGEST_SHOWN = 40

Fields = tuple[schema.Field, ...]


def read_kinds(source: Source) -> dict[str, Kind]:
    """The standard kinds and those of the source, by name. The contents of the other files depend on them, so mistakes
    in kinds are reported alone."""
    kinds: dict[str, Kind] = {}
    sources = [Source(STANDARD_DIRECTORY)]
    if schema.KINDS_FILE in source.files:
        sources.append(source)
    for each in sources:
        KindsReader(each, kinds).read()
        if each.mistakes:
            raise DataError(each.mistakes)
    return kinds


class KindsReader:
    """Adds the kinds of one file to the existing kinds; a kind replaces an existing one with the same name."""

    def __init__(self, source: Source, kinds: dict[str, Kind]):
        self.source = source
        self.kinds = kinds

    def read(self) -> None:
        file = self.source.load(schema.KINDS_FILE)
        if file is None:
            return
        top = Place(schema.KINDS_FILE)
        tables = list(enumerate(self.source.check_fields(top, file, schema.KINDS).kind or [], 1))
        names: dict[str, str] = {}
        for position, table in tables:
            if "extends" not in table:
                self._read_kind(table, position, names)
        # The extended kind may be anywhere in the file.
        for position, table in tables:
            if "extends" in table:
                self._read_extension(table, position)
        self._check_derived_names()
        if len(self.kinds) > schema.MOST_KINDS:
            self.source.report(top, "kind", f"there are {len(self.kinds)}; the limit is {schema.MOST_KINDS}")

    def _read_kind(self, table: dict, position: int, names: dict[str, str]) -> None:
        place = _place("kind", table.get("name"), position)
        row = self.source.check_fields(place, table, schema.KIND)
        self.source.refuse_duplicate(names, row.name, _place("kind", None, position), "name")
        self._check_names(row)
        for field in "name", "plural":
            self._check_length(place, field, row.values[field])
        fields = self._read_fields(row, row.name, ())
        by, description = tuple(row.by or ()), tuple(row.description or ())
        date, cite_as = row.date or "", row.cite_as or Kind.cite_as
        abstract = row.abstract or ""
        kind = Kind(row.name, row.plural, row.doc, fields, row.title, by, description, date, cite_as, abstract)
        self._check_kind(row, kind)
        if kind.name is not None:
            self.kinds[kind.name] = kind

    def _read_extension(self, table: dict, position: int) -> None:
        row = self.source.check_fields(_place("kind", table["extends"], position), table, schema.EXTENSION)
        kind = self.kinds.get(row.extends)
        if kind is None:
            if row.extends is not None:
                what = f"{quoted(row.extends)} is not a kind of record; the kinds are {', '.join(self.kinds)}"
                self.source.report(row.place, "extends", what)
            return
        fields = kind.fields + self._read_fields(row, kind.name, kind.fields)
        extended = replace(
            kind,
            fields=fields,
            title=row.title or kind.title,
            by=tuple(row.by or kind.by),
            description=tuple(row.description or kind.description),
            date=row.date or kind.date,
            cite_as=row.cite_as or kind.cite_as,
            abstract=row.abstract or kind.abstract,
        )
        if row.field is not None or "field" not in table:
            self._check_kind(row, extended)
        self.kinds[kind.name] = extended

    def _read_fields(self, kind: Row, own_name: str | None, before: Fields) -> Fields:
        """The fields in a table of a kind, which already has the fields `before`."""
        seen = {field.name: f"a field of the {own_name}" for field in before}
        fields, refused = [], set()
        for position, table in enumerate(kind.field or [], 1):
            place = _place("field", table.get("name"), position, kind.place.entry)
            row = self.source.check_fields(place, table, schema.KIND_FIELD)
            self._check_length(place, "name", row.name)
            if row.required and row.type == "ordinal":
                self.source.report(place, "required", "does not apply to an ordinal")
            if row.name in schema.RESERVED_FIELDS:
                what = f"{quoted(row.name)} is reserved in every record; choose another name"
                self.source.report(place, "name", what)
            elif row.name is not None and row.name == own_name:
                what = f"{quoted(row.name)} is the name of the kind, and its class; choose another name"
                self.source.report(place, "name", what)
            elif row.name in seen and row.name not in refused:
                refused.add(row.name)
                self.source.report(place, "name", f"{quoted(row.name)} is already used by {seen[row.name]}")
            if row.name is not None:
                seen.setdefault(row.name, f"field {position}")
            fields.append(schema.Field(row.name, row.type, bool(row.required), row.doc))
        return tuple(fields)

    def _check_length(self, place: Place, field: str, name: str | None) -> None:
        if name is not None and len(name) > schema.MOST_NAME_LETTERS:
            what = f"has {len(name)} letters; the limit is {schema.MOST_NAME_LETTERS}"
            self.source.report(place, field, what)

    def _check_names(self, kind: Row) -> None:
        """Checks that each name has one meaning in the library."""
        others = [other for other in self.kinds.values() if other.name != kind.name]
        taken = {other.name for other in others} | {other.plural for other in others}
        for field, name in ("name", kind.name), ("plural", kind.plural):
            if name is None:
                continue
            if name in schema.TAKEN_NAMES:
                self.source.report(kind.place, field, f"{quoted(name)} is a name of the library; choose another name")
            elif name in taken:
                what = f"{quoted(name)} is already the name or the plural of another kind; choose another name"
                self.source.report(kind.place, field, what)
        if kind.name is not None and kind.name == kind.plural:
            self.source.report(kind.place, "plural", "is the same as name; a class and its table need two names")

    def _check_derived_names(self) -> None:
        """Checks that the names generated for kinds with a date are unique, too. An extension may add the date, so this
        check comes after all kinds have been read."""
        derived = {name: kind for kind in self.kinds.values() for name in kind.derived_names}
        for kind in self.kinds.values():
            place = _place("kind", kind.name, 0)
            for field, name in ("name", kind.name), ("plural", kind.plural):
                if name in derived:
                    what = f"{quoted(name)} is generated for the {derived[name].name}; choose another name"
                    self.source.report(place, field, what)
            for field, name in zip(("name", "plural", "plural"), kind.derived_names):
                if name in schema.TAKEN_NAMES and getattr(kind, field) not in schema.TAKEN_NAMES:
                    what = f"{quoted(name)}, which is generated for it, is a name of the library; choose another name"
                    self.source.report(place, field, what)

    def _check_kind(self, row: Row, kind: Kind) -> None:
        """Checks the fields that the kind names as its title, date and so on, if all of its fields are known."""
        types: dict[str, str] = {}
        for field in kind.fields:
            types.setdefault(field.name, field.type)
        if not types or None in types or None in types.values():
            return
        if kind.title is not None:
            self._check_named(row, "title", kind.title, types, schema.TITLE_TYPES)
        for shown, names in ("by", kind.by), ("description", kind.description):
            for name in names:
                self._check_named(row, shown, name, types, schema.SHOWN_TYPES)
        if kind.date:
            self._check_named(row, "date", kind.date, types, schema.DATE_TYPES)
        if kind.abstract:
            self._check_named(row, "abstract", kind.abstract, types, schema.ABSTRACT_TYPES)

    def _check_named(self, row: Row, field: str, name: str, types: dict[str, str], right: tuple[str, ...]) -> None:
        if name not in types:
            what = f"{quoted(name)} is not a field of the kind; the fields are {', '.join(types)}"
            self.source.report(row.place, field, what)
        elif types[name] not in right:
            alternatives = f"{', '.join(right[:-1])} or {right[-1]}"
            what = f"{quoted(name)} is of type {types[name]}; name a field of type {alternatives}"
            self.source.report(row.place, field, what)


def _place(what: str, name: object, position: int, around: str = "") -> Place:
    """The place of a table: its name, if that is short enough to show, else its position."""
    entry = f"{what} {quoted(name) if isinstance(name, str) and 0 < len(name) <= LONGEST_SHOWN else position}"
    return Place(schema.KINDS_FILE, f"{around}, {entry}" if around else entry)
