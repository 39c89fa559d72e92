"""Tables as C++: what the template prints, value by value."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

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

# Stands for a column that is empty in every row; no_column in include/refcatalog/detail/table.hpp.
NO_COLUMN = 255


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
    """One table: a struct of static members. `index_type` holds the number of a row, `columns` has the number of each
    column. `texts` are the distinct texts in the pool, for those who count bytes."""

    name: str
    comment: str
    index_type: str
    constants: list[Constant]
    arrays: list[Array]
    columns: dict[str, int] = field(default_factory=dict)
    texts: Collection[str] = ()


@dataclass(frozen=True)
class Header:
    """One file of the output directory. `categories` are the enumerators of category, in the one header that has it."""

    name: str
    source: str
    structs: list[Struct]
    categories: list[str] = field(default_factory=list)

    @property
    def guard(self) -> str:
        return f"REFCATALOG_GENERATED_{self.name.upper().replace('.', '_')}"


def text_table(
    name: str,
    comment: str,
    rows: int,
    texts: dict[str, list[str]],
    constants: Sequence[Constant] = (),
    arrays: Sequence[Array] = (),
    common: Sequence[str] = (),
) -> Struct:
    """A table of texts. Columns with the same texts are stored once, and columns without any not at all. Where `common`
    names columns, an array has their numbers."""
    columns, stored = _store_columns(texts)
    cells = [text for row in zip(*stored) for text in row]
    pool = TextPool(cells)
    pages = pool.literals()
    extent = "[]" if len(pages) == 1 else f"[{len(pages)}][{PAGE_SIZE}]"
    offsets = [pool.offset(text) for text in cells]
    lengths = [len(text.encode()) for text in cells]
    all_arrays = [
        *arrays,
        number_array("offsets", offsets, "Where in the pool each text begins, row by row."),
        number_array("lengths", lengths, "The bytes of each text, in the same order."),
        Array("char", "pool", extent, pages, "Every text of the table once, each followed by a NUL."),
    ]
    if common:
        numbers = [columns[column] for column in common]
        all_arrays.append(number_array("common", numbers, "The columns that the tables of all kinds have."))
    return Struct(
        name,
        comment,
        narrowest(rows),
        [Constant("std::size_t", "size", str(rows)), Constant("std::size_t", "columns", str(len(stored))), *constants],
        all_arrays,
        columns,
        pool.texts(),
    )


def _store_columns(texts: dict[str, list[str]]) -> tuple[dict[str, int], list[list[str]]]:
    """The number of each column, and the columns that are stored."""
    numbers: dict[str, int] = {}
    stored: list[list[str]] = []
    for column, cells in texts.items():
        if not any(cells):
            numbers[column] = NO_COLUMN
            continue
        if cells not in stored:
            stored.append(cells)
        numbers[column] = stored.index(cells)
    return numbers, stored


def bilingual_columns(name: str, cells: list[tuple[str, str] | None]) -> dict[str, list[str]]:
    """The two columns of a bilingual field, empty where it is absent."""
    pairs = [cell or ("", "") for cell in cells]
    return {f"{name}_ko": [ko for ko, _ in pairs], f"{name}_en": [en for _, en in pairs]}


def number_array(name: str, values: list[int], comment: str) -> Array:
    """Numbers in the narrowest type that has literals."""
    type, prefix = LITERAL_TYPES[narrowest(max(values, default=0))]
    if len(values) <= PAGE_LENGTH:
        return Array(type, name, "[]", [_literals(values, prefix) or ['""']], comment)
    pages = [_literals(page, prefix) for page in _cut(values, PAGE_LENGTH)]
    return Array(type, name, f"[{len(pages)}][{PAGE_LENGTH + 1}]", pages, comment)


def begin_array(name: str, counts: list[int], comment: str) -> Array:
    """Where the items of each row begin in an array that has those of all rows one after the other, and where the last
    ones end; `counts` has the number of items of each row."""
    begins = [0]
    for count in counts:
        begins.append(begins[-1] + count)
    return number_array(name, begins, comment)


def narrowest(most: int) -> str:
    """The narrowest type that holds the numbers from 0 to `most`."""
    return next(f"std::uint{bits}_t" for bits in (8, 16, 32) if most < 1 << bits)


def _literals(values: list[int], prefix: str) -> list[str]:
    lines = ("".join(f"\\x{value:x}" for value in line) for line in _cut(values, VALUES_PER_LINE))
    return [f'{prefix}"{digits}"' for digits in lines]


def _cut(values: list, length: int) -> list[list]:
    return [values[at : at + length] for at in range(0, len(values), length)]
