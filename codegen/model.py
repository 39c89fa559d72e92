"""Lays the catalogue out as C++ tables: the model that the template prints, value by value."""

from collections.abc import Collection
from dataclasses import dataclass, field
from types import SimpleNamespace

from . import schema
from .author_names import family_name
from .perfect_hash import MULTIPLIER, PerfectHash
from .reader import Catalogue
from .text_pool import PAGE_SIZE, TextPool

VALUES_PER_LINE = 20

# A longer array is an array of pages, since MSVC takes no literal over 65,535 bytes.
PAGE_LENGTH = 8_192

# The types whose literals hold numbers of a width, and the prefix of these literals.
LITERAL_TYPES = {
    "std::uint8_t": ("unsigned char", ""),
    "std::uint16_t": ("char16_t", "u"),
    "std::uint32_t": ("char32_t", "U"),
}

# As in include/refcatalog/detail/table.hpp.
NO_COLUMN = 255

# The columns that all kinds have, in the order of entry's `cell`.
COMMON_COLUMNS = (
    *("key", "title_ko", "title_en", "by_ko", "by_en", "description_ko", "description_en"),
    *("link_label_ko", "link_label_en", "url"),
)

# Stands for that of a paper without one.
NO_CITATION = SimpleNamespace(**{field.name: None for field in schema.CITATION})


@dataclass(frozen=True)
class Constant:
    type: str
    name: str
    value: str


@dataclass(frozen=True)
class Array:
    """Numbers or characters, written as string literals: compilers read one literal more quickly than the numbers in
    it (g++ 12 spends 17,000 instructions on each number of a braced list). `extent` is the declarator's brackets;
    `pages` are lists of literals that stand in a row, one page unless the extent says otherwise."""

    type: str
    name: str
    extent: str
    pages: list[list[str]]
    comment: str


@dataclass(frozen=True)
class Struct:
    """One table: a struct of static members. `texts` are the distinct texts in its pool, for those who count bytes."""

    name: str
    comment: str
    aliases: list[tuple[str, str]] = field(default_factory=list)
    constants: list[Constant] = field(default_factory=list)
    columns: list[tuple[str, int]] = field(default_factory=list)
    arrays: list[Array] = field(default_factory=list)
    texts: Collection[str] = ()


@dataclass(frozen=True)
class Header:
    """One file of the output directory."""

    name: str
    source: str
    structs: list[Struct]
    includes: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)

    @property
    def guard(self) -> str:
        return f"REFCATALOG_GENERATED_{self.name.upper().replace('.', '_')}"


def build_headers(catalogue: Catalogue) -> list[Header]:
    """Everything that is generated, in a fixed order."""
    entries = [
        record
        for category in catalogue.categories
        for record in catalogue.records[category.kind]
        if record.category == category.id
    ]
    entry_index = {record.key: index for index, record in enumerate(entries)}
    headers = [_records_header(kind, catalogue.records[kind.name], catalogue.categories) for kind in schema.KINDS]
    headers.append(_citations_header(catalogue))
    headers.append(_upkeep_header(entries))
    headers.append(_categories_header(catalogue))
    headers.append(_reading_header(catalogue, entry_index))
    headers.append(_keys_header(list(entry_index)))
    return headers


def _records_header(kind: schema.Kind, records: list, categories: list) -> Header:
    texts = {}
    for spec in kind.fields:
        if spec.type in ("text", "key", "url"):
            texts[spec.name] = [getattr(record, spec.name) or "" for record in records]
        elif spec.type == "bilingual":
            texts |= _bilingual(spec.name, [getattr(record, spec.name) for record in records])
    for column, sources in kind.common.items():
        texts |= _bilingual(column, [first_given(record, sources) for record in records])
    ids = [category.id for category in categories]
    arrays = [_array("categories", [ids.index(record.category) for record in records], "The category of each record.")]
    constants = []
    if kind.name == "paper":
        years = [record.year for record in records]
        first, last = min(years, default=0), max(years, default=0)
        by_year = sorted(range(len(records)), key=lambda index: years[index])
        before = [sum(year < bound for year in years) for bound in range(first, last + 2)]
        constants = [Constant("int", "first_year", str(first)), Constant("int", "last_year", str(last))]
        arrays += [
            _array("years", [year - first for year in years], "The year of each paper, counted from first_year."),
            _array("by_year", by_year, "The papers in the order of year and number."),
            _array("year_begin", before, "Where in by_year each year begins, first_year to last_year, and the end."),
        ]
    comment = f"The {kind.plural} of data/{kind.file}, a row each."
    struct = _table(f"{kind.name}_table", comment, len(records), texts, constants, arrays)
    columns = dict(struct.columns)
    struct.arrays.append(_array("common", [columns[name] for name in COMMON_COLUMNS], "The columns that the tables of all kinds have."))
    return Header(f"{kind.plural}.hpp", f"data/{kind.file}", [struct])


def _citations_header(catalogue: Catalogue) -> Header:
    citations = [paper.citation or NO_CITATION for paper in catalogue.records["paper"]]
    authors = [citation.authors or [] for citation in citations]
    names = list(dict.fromkeys(name for paper_authors in authors for name in paper_authors))
    families = [family_name(name, catalogue.family_names) for name in names]
    family_begin = [len(name.encode()) - len(family.encode()) if family else 0 for name, family in zip(names, families)]
    author_table = _table(
        "author_table",
        "The names of all authors, a row each.",
        len(names),
        {"name": names},
        arrays=[_array("family_begin", family_begin, "Where in each name the family name begins, 0 where that is not certain.")],
    )
    rows = {name: row for row, name in enumerate(names)}
    texts = {
        "title": [citation.title or "" for citation in citations],
        "venue": [citation.conference or citation.journal or citation.institution or "" for citation in citations],
        "arxiv_id": [citation.arxiv or "" for citation in citations],
        "doi": [citation.doi or "" for citation in citations],
    }
    types = [schema.PUBLICATION_TYPES.index(citation.type) if citation.type else 0 for citation in citations]
    arrays = [
        _array("types", types, "The publication_type of each paper."),
        _array("journals", [int(bool(citation.journal)) for citation in citations], "1 where the venue is a journal."),
        _array("years", [_publication_year(citation) for citation in citations], "The year of publication, 0 where it is not known."),
        _array("first_author", _running_sum([len(names) for names in authors]), "Where in authors each paper's begin, and the end."),
        _array("authors", [rows[name] for names in authors for name in names], "The authors in order, by row of author_table."),
    ]
    comment = "How the papers were published, a row each. A title is given where it is not that of paper_table."
    citation_table = _table("citation_table", comment, len(citations), texts, arrays=arrays)
    return Header("citations.hpp", "data/papers.toml", [author_table, citation_table])


def _publication_year(citation) -> int:
    return citation.year or (schema.arxiv_year(citation.arxiv) if citation.arxiv else 0)


def _upkeep_header(records: list) -> Header:
    texts = {
        "current_url": [getattr(record, "current_url", None) or "" for record in records],
        **_bilingual("status_note", [getattr(record, "status_note", None) for record in records]),
    }
    corrections = [correction for record in records for correction in record.correction]
    arrays = [
        _array("statuses", [_status(record) for record in records], "The link_status of each entry."),
        _array("first_correction", _running_sum([len(record.correction) for record in records]),
               "The row of each entry's first correction, and the end."),
    ]
    comment = "The state of the records of all kinds, a row per entry. A URL is given where it is not the record's own."
    upkeep_table = _table("upkeep_table", comment, len(records), texts, arrays=arrays)
    correction_texts = {
        "cell": [correction.cell for correction in corrections],
        **_bilingual("fact", [correction.fact for correction in corrections]),
    }
    comment = "What holds in place of what a cell says, in the order of the entries."
    correction_table = _table("correction_table", comment, len(corrections), correction_texts)
    return Header("upkeep.hpp", "the data of all records", [upkeep_table, correction_table])


def _status(record) -> int:
    """A paper stays where it is; what is known of nothing else is unknown."""
    if not hasattr(record, "status"):
        return schema.STATUSES.index("active")
    return schema.STATUSES.index(record.status or "unknown")


def _categories_header(catalogue: Catalogue) -> Header:
    catalog_texts = {**_bilingual("title", [catalogue.title]), "facts_as_of": [catalogue.facts_as_of]}
    catalog = _table("catalog_table", "The catalogue's own title, and the month of its facts.", 1, catalog_texts)
    parts = catalogue.parts
    part_texts = {"number": [part.number for part in parts], **_bilingual("title", [part.title for part in parts])}
    part_table = _table("part_table", "The top-level sections, a row each.", len(parts), part_texts)
    categories = catalogue.categories
    columns = [column for category in categories for column in category.columns]
    headings = list(dict.fromkeys(columns))
    heading_table = _table(
        "heading_table", "The headings of the categories' columns, a row each.", len(headings), _bilingual("title", headings)
    )
    texts = {
        "name": [category.id for category in categories],
        "number": [category.number for category in categories],
        **_bilingual("title", [category.title for category in categories]),
    }
    sizes = [sum(record.category == category.id for record in catalogue.records[category.kind]) for category in categories]
    positions = []
    reached = dict.fromkeys(schema.KIND_BY_NAME, 0)
    for category, size in zip(categories, sizes):
        positions.append(reached[category.kind])
        reached[category.kind] += size
    kinds = list(schema.KIND_BY_NAME)
    arrays = [
        _array("parts", [category.part for category in categories], "The row of each category's part in part_table."),
        _array("kinds", [kinds.index(category.kind) for category in categories], "The record_kind that each category holds."),
        _array("first_row", positions, "The row of each category's first record in the table of its kind."),
        _array("first_entry", _running_sum(sizes), "The index of each category's first entry, and the end."),
        _array("first_column", _running_sum([len(c.columns) for c in categories]), "Where in headings it begins, and the end."),
        _array("headings", [headings.index(column) for column in columns], "The row of each column in heading_table."),
    ]
    category_table = _table("category_table", "The leaf sections, a row each.", len(categories), texts, arrays=arrays)
    names = [category.id for category in categories]
    of_entry = [at for at, size in enumerate(sizes) for _ in range(size)]
    entry_table = Struct(
        "entry_table",
        "The records of all kinds in the order of the categories.",
        [("index_type", _width(len(of_entry)))],
        [Constant("std::size_t", "size", str(len(of_entry)))],
        arrays=[_array("categories", of_entry, "The category of each entry, by index.")],
    )
    structs = [catalog, part_table, heading_table, category_table, entry_table]
    return Header("categories.hpp", "data/catalog.toml", structs, categories=names)


def _reading_header(catalogue: Catalogue, entry_index: dict[str, int]) -> Header:
    stages = catalogue.stages
    steps = [step for stage in stages for step in stage.step]
    first_step = _array("first_step", _running_sum([len(stage.step) for stage in stages]), "The row of each stage's first step, and the end.")
    stage_texts = _bilingual("name", [stage.name for stage in stages])
    stage_texts |= _bilingual("duration", [stage.duration for stage in stages])
    stage_table = _table("stage_table", "The stages, a row each.", len(stages), stage_texts, arrays=[first_step])
    texts = {
        "label": [step.label or "" for step in steps],
        "by": [step.by or "" for step in steps],
        **_bilingual("note", [step.note for step in steps]),
    }
    arrays = [
        _array("numbers", [step.number or 0 for step in steps], "The number of each step, 0 where it has none."),
        _array("stages", [at for at, stage in enumerate(stages) for _ in stage.step], "The row of each step's stage."),
        _array("first_item", _running_sum([len(step.entries) for step in steps]), "Where in items each step begins, and the end."),
        _array("items", [entry_index[key] for step in steps for key in step.entries], "The entries that the steps name, by index."),
    ]
    step_table = _table("step_table", "The steps, a row each.", len(steps), texts, arrays=arrays)
    return Header("reading_order.hpp", "data/reading_order.toml", [stage_table, step_table])


def _keys_header(keys: list[str]) -> Header:
    hashed = PerfectHash(keys)
    constants = [
        Constant("int", "bucket_bits", str(hashed.bucket_bits)),
        Constant("std::size_t", "window_count", str(len(hashed.windows))),
        Constant("std::uint64_t", "seed", str(hashed.seed)),
        Constant("std::uint64_t", "multiplier", f"0x{MULTIPLIER:016x}"),
    ]
    arrays = [
        _array("windows", hashed.windows, "Where the eight-byte windows begin through which a key is read."),
        _array("displacements", hashed.displacements, "How far the keys of each bucket are moved on."),
        _array("entries", hashed.slots, "The index of the entry in each slot."),
    ]
    texts = {"key": [keys[index] for index in hashed.slots] if keys else []}
    comment = "The perfect hash of all keys, a row per slot. The keys stand here once more, so that a lookup reads one table."
    struct = _table("key_table", comment, len(texts["key"]), texts, constants, arrays)
    return Header("keys.hpp", "the keys of all records", [struct])


def _table(name: str, comment: str, rows: int, texts: dict[str, list[str]], constants=(), arrays=()) -> Struct:
    """A table of texts; columns that are alike in all rows are stored once, columns that are empty not at all."""
    stored: list[list[str]] = []
    columns = []
    for column, cells in texts.items():
        if not any(cells):
            columns.append((column, NO_COLUMN))
            continue
        if cells not in stored:
            stored.append(cells)
        columns.append((column, stored.index(cells)))
    cells = [text for row in zip(*stored) for text in row]
    pool = TextPool(cells)
    offsets = [pool.offset(text) for text in cells]
    lengths = [len(text.encode()) for text in cells]
    pages = pool.literals()
    extent = "[]" if len(pages) == 1 else f"[{len(pages)}][{PAGE_SIZE}]"
    characters = Array("char", "pool", extent, pages, "Every text of the table once, each followed by a NUL.")
    return Struct(
        name,
        comment,
        [("index_type", _width(rows))],
        [Constant("std::size_t", "size", str(rows)), Constant("std::size_t", "columns", str(len(stored))), *constants],
        columns,
        [
            *arrays,
            _array("offsets", offsets, "Where in the pool each text begins, row by row."),
            _array("lengths", lengths, "The bytes of each text, in the same order."),
            characters,
        ],
        pool.texts(),
    )


def first_given(record, fields: tuple[str, ...]) -> tuple[str, str] | None:
    """The first of the fields that the record has, in both languages."""
    value = next((getattr(record, name) for name in fields if getattr(record, name)), None)
    return (value, value) if isinstance(value, str) else value


def _bilingual(name: str, cells: list) -> dict[str, list[str]]:
    """The two columns of a bilingual field, empty where it is absent."""
    pairs = [cell or ("", "") for cell in cells]
    return {f"{name}_ko": [ko for ko, _ in pairs], f"{name}_en": [en for _, en in pairs]}


def _array(name: str, values: list[int], comment: str) -> Array:
    """Numbers in the narrowest type that has literals."""
    type, prefix = LITERAL_TYPES[_width(max(values, default=0))]
    if len(values) <= PAGE_LENGTH:
        return Array(type, name, "[]", [[_numbers(line, prefix) for line in _cut(values, VALUES_PER_LINE)] or ['""']], comment)
    pages = [[_numbers(line, prefix) for line in _cut(page, VALUES_PER_LINE)] for page in _cut(values, PAGE_LENGTH)]
    return Array(type, name, f"[{len(pages)}][{PAGE_LENGTH + 1}]", pages, comment)


def _numbers(values: list[int], prefix: str) -> str:
    digits = "".join(f"\\x{value:x}" for value in values)
    return f'{prefix}"{digits}"'


def _cut(values: list, length: int) -> list[list]:
    return [values[at : at + length] for at in range(0, len(values), length)]


def _width(most: int) -> str:
    return next(f"std::uint{bits}_t" for bits in (8, 16, 32) if most < 1 << bits)


def _running_sum(counts: list[int]) -> list[int]:
    sums = [0]
    for count in counts:
        sums.append(sums[-1] + count)
    return sums
