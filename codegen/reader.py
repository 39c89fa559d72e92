"""Reads data/*.toml into a Catalogue without mistakes, or reports every mistake."""

from pathlib import Path

from . import schema
from .catalogue import Catalogue, Category, Place, Record, Row
from .keys import Keys
from .kinds import Kind
from .kinds_reader import read_kinds
from .messages import quoted, short
from .record_reader import RecordReader
from .source import DataError, Source


def read_catalogue(data: Path) -> Catalogue:
    """Reads the directory `data`; raises DataError with all mistakes in it."""
    source = Source(data)
    kinds = read_kinds(source)
    source.refuse_unknown_files({*schema.FILES, *(kind.file for kind in kinds.values())})
    top, parts, categories = _read_catalog(source, kinds)
    records, keys = _read_records(source, kinds, categories)
    stages = _read_reading_order(source, keys)
    if source.mistakes:
        raise DataError(source.mistakes)
    held = {category.kind for category in categories}
    return Catalogue(
        {name: kind for name, kind in kinds.items() if name in held},
        source.languages,
        top.title,
        top.notes_title,
        top.facts_as_of or "",
        parts,
        categories,
        {name: rows for name, rows in records.items() if name in held},
        stages,
    )


# catalog.toml


def _read_catalog(source: Source, kinds: dict[str, Kind]) -> tuple[Row, list[Row], list[Category] | None]:
    """The top of the file, the parts, and the categories, or None if these cannot be read. The contents of all other
    files depend on this one as well, so if it cannot be read, only its mistakes are reported."""
    file = source.load(schema.CATALOG_FILE)
    if file is None:
        raise DataError(source.mistakes)
    place = Place(schema.CATALOG_FILE)
    given = {"languages": file.pop("languages")} if "languages" in file else {}
    languages = source.check_fields(place, given, schema.LANGUAGES).languages
    if given and languages is None:  # the languages of the other texts are unknown
        raise DataError(source.mistakes)
    source.languages = languages or source.languages
    top = source.check_fields(place, file, schema.CATALOG)
    parts = _read_numbered(source, "part", top.part or [], schema.PART)
    categories = _read_numbered(source, "category", top.category or [], schema.CATEGORY)
    return top, parts, _check_categories(source, categories, parts, kinds) or None


def _read_numbered(source: Source, name: str, tables: list[dict], fields: tuple[schema.Field, ...]) -> list[Row]:
    """The parts or the categories. Messages name them by id, else by number, else by position. An omitted id, number or
    part becomes empty, and a wrong one None."""
    optional = [field.name for field in fields if field.name in ("id", "number", "part") and not field.required]
    numbers: dict[str, str] = {}
    ids: dict[str, str] = {}
    doubled: set[tuple[str, str]] = set()
    rows = []
    for index, table in enumerate(tables, 1):
        position = Place(schema.CATALOG_FILE, f"{name} {index}")
        labels = [table[field] for field in ("id", "number") if table.get(field) and isinstance(table[field], str)]
        place = Place(schema.CATALOG_FILE, f"{name} {quoted(labels[0])}") if labels else position
        row = source.check_fields(place, table, fields)
        for field, seen in ("id", ids), ("number", numbers):
            if source.refuse_duplicate(seen, row.values[field], position, field):
                doubled.add((field, row.values[field]))
        rows.append(Row(place, row.values | {field: "" for field in optional if field not in table}))
    return [_without_doubled(row, doubled) for row in rows]


def _without_doubled(row: Row, doubled: set[tuple[str, str]]) -> Row:
    """A value that two rows have is ambiguous: it counts as wrong in both."""
    wrong = {field: None for field in ("id", "number") if (field, row.values[field]) in doubled}
    return Row(row.place, row.values | wrong)


def _check_categories(source: Source, rows: list[Row], parts: list[Row], kinds: dict[str, Kind]) -> list[Category]:
    """The categories with their columns and parts."""
    if len(rows) > schema.MOST_CATEGORIES:
        what = f"there are {len(rows)}; the limit is {schema.MOST_CATEGORIES}"
        source.report(Place(schema.CATALOG_FILE), "category", what)
    parts_known = bool(parts) and not any(None in (part.id, part.number) for part in parts)
    reached = 0
    categories = []
    for row in rows:
        columns = _columns(source, row, kinds)
        part = _part_of(source, row, parts) if parts_known else None
        if part is not None:
            if part < reached:
                field = "part" if row.part else "number"
                what = f"{short(row.values[field])} comes after a category of a later part"
                source.report(row.place, field, what)
            reached = max(reached, part)
        categories.append(Category(row.place, row.values | {"columns": columns}, part))
    return categories


def _columns(source: Source, category: Row, kinds: dict[str, Kind]) -> list[tuple[str, tuple[str, ...]]]:
    """The field and the heading of each column, checked against the kind."""
    if category.kind is not None and category.kind not in kinds:
        what = f"{quoted(category.kind)} is not a kind of record; the kinds are {', '.join(kinds)}"
        source.report(category.place, "kind", what)
    kind = kinds.get(category.kind)
    if category.columns is None:
        languages = len(source.languages)
        return [(field, (heading,) * languages) for field, heading in kind.default_columns] if kind else []
    if kind:
        known = [*(field.name for field in kind.fields), *schema.COLUMN_FIELDS]
        names = ", ".join(known)
        for number, (field, _) in enumerate(category.columns, 1):
            if field not in known:
                what = f"item {number} {quoted(field)} is not a field of the {kind.name}; the fields are {names}"
                source.report(category.place, "columns", what)
    return category.columns


def _part_of(source: Source, category: Row, parts: list[Row]) -> int | None:
    """The index of the part that a category names, else of the innermost part around its number, else of the only
    part."""
    if category.part is None or category.number is None:  # the intended value is unknown
        return None
    numbers = [part.number for part in parts]
    names = [part.id or part.number for part in parts if part.id or part.number]
    if category.part:
        named = [at for at, part in enumerate(parts) if category.part in (part.id, part.number)]
        if not named:
            source.report(category.place, "part", f"{quoted(category.part)} is not a part; {_write_one_of(names)}")
        return named[0] if named else None
    around = [number for number in numbers if number and f"{category.number}.".startswith(f"{number}.")]
    if around:
        return numbers.index(max(around, key=len))
    if len(parts) == 1:
        return 0
    if category.number and names:
        parts_with_names = ", ".join(part.number or part.id for part in parts if part.id or part.number)
        what = f"{short(category.number)} belongs to no part; the parts are {short(parts_with_names)}"
        source.report(category.place, "number", what)
    else:
        source.report(category.place, "part", f"is missing; {_write_one_of(names)}")
    return None


def _write_one_of(names: list[str]) -> str:
    return f"write one of {short(', '.join(names))}" if names else "give each part an id, and write one of these"


# The records of all kinds


def _read_records(
    source: Source, kinds: dict[str, Kind], categories: list[Category] | None
) -> tuple[dict[str, list[Record]], Keys]:
    """The records of each kind, and all their keys."""
    readers = [RecordReader(source, kind, categories, kinds) for kind in kinds.values()]
    read = {reader.kind.name: reader.read() for reader in readers}
    records = {name: rows or [] for name, rows in read.items()}
    all_known = None not in read.values() and all(reader.keys_known for reader in readers)
    keys = Keys(source, records, all_known)
    resolved = {name: keys.resolved_records(kinds[name], rows) for name, rows in records.items()}
    return resolved, keys


# reading_order.toml


def _read_reading_order(source: Source, keys: Keys) -> list[Row]:
    file = source.load(schema.READING_FILE) if schema.READING_FILE in source.files else None
    if file is None:
        return []
    stages = []
    numbered = []
    numbers_known = True
    top = source.check_fields(Place(schema.READING_FILE), file, schema.READING)
    for number, table in enumerate(top.stage or [], 1):
        stage = source.check_fields(Place(schema.READING_FILE, f"stage {number}"), table, schema.STAGE)
        numbers_known = numbers_known and stage.step is not None
        steps = [
            _read_step(source, Place(schema.READING_FILE, f"stage {number}, step {index}"), step_table, keys)
            for index, step_table in enumerate(stage.step or [], 1)
        ]
        if numbers_known:
            numbered += [step for step, step_table in zip(steps, stage.step) if "number" in step_table]
        stages.append(Row(stage.place, stage.values | {"step": steps}))
    for at in _out_of_order([step.number for step in numbered]):
        what = f"is {numbered[at].number}, but the next number is {at + 1}"
        source.report(numbered[at].place, "number", what)
    return stages


def _read_step(source: Source, place: Place, table: dict, keys: Keys) -> Row:
    step = source.check_fields(place, table, schema.STEP)
    entries = step.entries and keys.resolved(place, "entries", step.entries)
    return Row(place, step.values | {"entries": entries})


def _out_of_order(numbers: list[int | None]) -> list[int]:
    """The places where the numbers are not 1, 2, 3 and so on. Consequences of a wrong number are omitted: a missing or
    duplicate number is one mistake, however many numbers come after it."""
    return [
        at
        for at, number in enumerate(numbers)
        if number not in (None, at + 1) and not (at > 0 and number - 1 == numbers[at - 1])
    ]
