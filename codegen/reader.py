"""Reads data/*.toml into a Catalogue that holds no mistake, or reports every mistake there is."""

from pathlib import Path

from . import schema
from .catalogue import Catalogue, Category, Place, Record, Row
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
    family_names: dict[str, str] = {}
    records: dict[str, list[Record] | None] = {}
    for kind in kinds.values():
        reader = RecordReader(source, kind, categories, kinds)
        records[kind.name] = reader.read()
        family_names |= reader.family_names
    _refuse_duplicate_records(source, records)
    stages = _read_reading_order(source, records)
    if source.mistakes:
        raise DataError(source.mistakes)
    return Catalogue(
        kinds,
        source.languages,
        top.title,
        top.notes_title,
        top.facts_as_of or "",
        family_names,
        parts,
        categories,
        records,
        stages,
    )


# catalog.toml


def _read_catalog(source: Source, kinds: dict[str, Kind]) -> tuple[Row, list[Row], list[Category] | None]:
    """The top of the file, the parts and the categories; None for categories that cannot be read. What all files may
    hold follows from this one, too, so that it is reported alone where it cannot be read."""
    file = source.load(schema.CATALOG_FILE)
    if file is None:
        raise DataError(source.mistakes)
    place = Place(schema.CATALOG_FILE)
    given = {"languages": file.pop("languages")} if "languages" in file else {}
    languages = source.check_fields(place, given, schema.LANGUAGES).languages
    if given and languages is None:  # nobody knows which languages the other texts may have
        raise DataError(source.mistakes)
    source.languages = languages or source.languages
    top = source.check_fields(place, file, schema.CATALOG)
    parts = _read_sections(source, "part", top.part or [], schema.PART)
    sections = _read_sections(source, "category", top.category or [], schema.CATEGORY)
    return top, parts, _read_categories(source, sections, [part.number for part in parts], kinds) or None


def _read_sections(source: Source, name: str, tables: list[dict], fields: tuple[schema.Field, ...]) -> list[Row]:
    seen: dict[str, str] = {}
    sections = []
    for index, table in enumerate(tables, 1):
        entry = f"{name} {quoted(table['number']) if isinstance(table.get('number'), str) else index}"
        section = source.check_fields(Place(schema.CATALOG_FILE, entry), table, fields)
        source.refuse_duplicate(seen, section.number, Place(schema.CATALOG_FILE, f"{name} {index}"), "number")
        sections.append(section)
    return sections


def _read_categories(
    source: Source, sections: list[Row], part_numbers: list[str | None], kinds: dict[str, Kind]
) -> list[Category]:
    if len(sections) > schema.MOST_CATEGORIES:
        what = f"there are {len(sections)}; {schema.MOST_CATEGORIES} is the most"
        source.report(Place(schema.CATALOG_FILE), "category", what)
    parts_known = bool(part_numbers) and None not in part_numbers
    ids: dict[str, str] = {}
    reached = 0
    categories = []
    for section in sections:
        place = section.place
        if section.id is not None:
            place = Place(schema.CATALOG_FILE, f"category {quoted(section.id)}")
        source.refuse_duplicate(ids, section.id, section.place, "id")
        columns = _columns(source, place, section, kinds)
        part = None
        if section.number is not None and parts_known:
            part = _part_of(source, place, section.number, part_numbers)
        if part is not None:
            if part < reached:
                what = f"{short(section.number)} stands after a category of a later part"
                source.report(place, "number", what)
            reached = max(reached, part)
        categories.append(Category(section.place, section.values | {"columns": columns}, part))
    return categories


def _columns(source: Source, place: Place, section: Row, kinds: dict[str, Kind]) -> list[tuple[str, tuple[str, ...]]]:
    """The field and the heading of each column, checked against the kind."""
    if section.kind is not None and section.kind not in kinds:
        what = f"{quoted(section.kind)} is not a kind of record; the kinds are {', '.join(kinds)}"
        source.report(place, "kind", what)
    kind = kinds.get(section.kind)
    if section.columns is None:
        languages = len(source.languages)
        return [(field, (heading,) * languages) for field, heading in kind.default_columns] if kind else []
    if kind:
        known = [*(field.name for field in kind.fields), *schema.COLUMN_FIELDS]
        names = ", ".join(known)
        for number, (field, _) in enumerate(section.columns, 1):
            if field not in known:
                what = f"item {number} {quoted(field)} is not a field of the {kind.name}; the fields are {names}"
                source.report(place, "columns", what)
    return section.columns


def _part_of(source: Source, place: Place, number: str, part_numbers: list[str]) -> int | None:
    """The index of the innermost part that the number lies in."""
    around = [part for part in part_numbers if f"{number}.".startswith(f"{part}.")]
    if around:
        return part_numbers.index(max(around, key=len))
    parts = short(", ".join(part_numbers))
    source.report(place, "number", f"{short(number)} belongs to no part; the parts are {parts}")
    return None


# The records of all kinds


def _refuse_duplicate_records(source: Source, records: dict[str, list[Record] | None]) -> None:
    keys: dict[str, str] = {}
    urls: dict[str, str] = {}
    identifiers: dict[str, str] = {}
    for name, rows in records.items():
        for record in rows or []:
            citation = record.values.get("citation")
            if citation:
                source.refuse_duplicate(identifiers, citation.arxiv, citation.place, "arxiv")
                source.refuse_duplicate(identifiers, citation.doi, citation.place, "doi")
            source.refuse_duplicate(keys, record.key, record.place, "key", f"{name} {record.position}")
            source.refuse_duplicate(urls, record.url, record.place, "url")


# reading_order.toml


def _read_reading_order(source: Source, records: dict[str, list[Record] | None]) -> list[Row]:
    file = source.load(schema.READING_FILE)
    if file is None:
        return []
    # Where a file or a key cannot be read, nobody knows which keys there are.
    complete = all(rows is not None and all(record.key for record in rows) for rows in records.values())
    keys = {record.key for rows in records.values() for record in rows or []}
    stages = []
    numbered = []
    numbers_known = True
    top = source.check_fields(Place(schema.READING_FILE), file, schema.READING)
    for number, table in enumerate(top.stage or [], 1):
        stage = source.check_fields(Place(schema.READING_FILE, f"stage {number}"), table, schema.STAGE)
        numbers_known = numbers_known and stage.step is not None
        steps = []
        for index, step_table in enumerate(stage.step or [], 1):
            place = Place(schema.READING_FILE, f"stage {number}, step {index}")
            step = source.check_fields(place, step_table, schema.STEP)
            if "number" in step_table and numbers_known:
                numbered.append(step)
            for key in step.entries or []:
                if complete and key not in keys:
                    source.report(place, "entries", f"{quoted(key)} is not the key of an entry")
            steps.append(step)
        stages.append(Row(stage.place, stage.values | {"step": steps}))
    for at in _out_of_order([step.number for step in numbered]):
        what = f"is {numbered[at].number}, but the next number is {at + 1}"
        source.report(numbered[at].place, "number", what)
    return stages


def _out_of_order(numbers: list[int | None]) -> list[int]:
    """Where the numbers are not 1, 2, 3 and so on. What only follows on a wrong number is left out: one that is missing
    or given twice is one mistake, however many come after it."""
    return [
        at
        for at, number in enumerate(numbers)
        if number not in (None, at + 1) and not (at > 0 and number - 1 == numbers[at - 1])
    ]
