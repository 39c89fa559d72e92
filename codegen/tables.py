"""Tables as C++: the values that the templates print."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import ClassVar

from .catalogue import PartialDate
from .comments import comment_lines
from .text_pool import PAGE_SIZE, TextPool, filled_lines

# A longer array is an array of pages, because MSVC accepts literals only up to 65,535 bytes.
PAGE_LENGTH = 8_192

# The types of literals for numbers of each width, and the prefix of these literals.
LITERAL_TYPES = {
    "std::uint8_t": ("unsigned char", ""),
    "std::uint16_t": ("char16_t", "u"),
    "std::uint32_t": ("char32_t", "U"),
}

# Represents a column that is empty in every row; no_column in include/refcatalog/detail/table.hpp.
NO_COLUMN = 65_535

# The columns of a field: one, or one for each language, next to each other.
Columns = list[list[str]]


@dataclass(frozen=True)
class Constant:
    type: str
    name: str
    value: str


@dataclass(frozen=True)
class Array:
    """Numbers or characters, written as string literals, which compilers read faster than braced lists (g++ 12 spends
    17,000 instructions on each number of such a list). `extent` is the brackets of the declarator; `pages` has lists of
    adjacent literals, and just one page unless the extent says otherwise."""

    type: str
    name: str
    extent: str
    pages: list[list[str]]
    comment: str

    @property
    def comment_lines(self) -> list[str]:
        return comment_lines(self.comment, 4)


@dataclass(frozen=True)
class Struct:
    """One table: a struct of static members. `index_type` holds the number of a row, if the rows are objects; `columns`
    has the number of the first column of each field, `common` the numbers of the columns that all kinds have. `texts`
    has the distinct texts in the pool, for the tests that count bytes."""

    name: str
    comment: str
    index_type: str = ""
    constants: Sequence[Constant] = ()
    arrays: Sequence[Array] = ()
    columns: dict[str, int] = field(default_factory=dict)
    common: Sequence[int] = ()
    texts: Collection[str] = ()

    @property
    def comment_lines(self) -> list[str]:
        return comment_lines(self.comment)


@dataclass(frozen=True)
class Enumeration:
    name: str
    comment: list[str]
    enumerators: list[str]


@dataclass(frozen=True)
class Header:
    """One file of the output directory; `template` prints it."""

    template: ClassVar[str]
    name: str
    source: str

    @property
    def guard(self) -> str:
        return f"REFCATALOG_GENERATED_{self.name.upper().replace('.', '_')}"


@dataclass(frozen=True)
class TablesHeader(Header):
    """A header of tables, with the enumeration of the rows of one, if any."""

    template: ClassVar[str] = "tables.hpp.j2"
    structs: list[Struct]
    enumeration: Enumeration | None = None


class ColumnStore:
    """The columns of a table. Columns that are equal in all rows are stored once, and empty ones not at all."""

    def __init__(self) -> None:
        self.stored: list[list[str]] = []

    def add(self, columns: Columns) -> int:
        """The number of the first of these columns, which are stored one after the other."""
        if not any(map(any, columns)):
            return NO_COLUMN
        count = len(columns)
        for first in range(len(self.stored) - count + 1):
            if self.stored[first : first + count] == columns:
                return first
        self.stored += columns
        return len(self.stored) - count


def text_table(
    name: str,
    comment: str,
    rows: int,
    texts: dict[str, Columns],
    constants: Sequence[Constant] = (),
    arrays: Sequence[Array] = (),
    common: Columns = (),
) -> Struct:
    """A table of texts. `common` are further columns, which have a number but no name."""
    store = ColumnStore()
    columns = {field: store.add(field_columns) for field, field_columns in texts.items()}
    common_numbers = [store.add([column]) for column in common]
    cells = [text for row in zip(*store.stored) for text in row]
    pool = TextPool(cells)
    pages = pool.literals()
    extent = "[]" if len(pages) == 1 else f"[{len(pages)}][{PAGE_SIZE}]"
    offsets = [pool.offset(text) for text in cells]
    lengths = [len(text.encode()) for text in cells]
    all_arrays = [
        *arrays,
        number_array("offsets", offsets, "Where in the pool each text begins, row by row."),
        number_array("lengths", lengths, "The length of each text in bytes, in the same order."),
        Array("char", "pool", extent, pages, "Every text of the table once, each followed by a NUL."),
    ]
    sizes = [
        Constant("std::size_t", "size", str(rows)),
        Constant("std::size_t", "column_count", str(len(store.stored))),
    ]
    constants = [*sizes, *constants]
    return Struct(name, comment, narrowest(rows), constants, all_arrays, columns, common_numbers, pool.texts())


def plain(cells: list[str | None]) -> Columns:
    """The column of a field that is the same in all languages, empty if absent."""
    return [[cell or "" for cell in cells]]


def localized(cells: list[tuple[str, ...] | None], language_count: int) -> Columns:
    """The columns of a localized field, empty if absent."""
    absent = ("",) * language_count
    return [[(cell or absent)[at] for cell in cells] for at in range(language_count)]


def number_array(name: str, values: list[int], comment: str) -> Array:
    """Numbers in the narrowest type that has literals."""
    type, prefix = LITERAL_TYPES[narrowest(max(values, default=0))]
    if len(values) <= PAGE_LENGTH:
        return Array(type, name, "[]", [_literals(values, prefix) or ['""']], comment)
    pages = [_literals(page, prefix) for page in _cut(values, PAGE_LENGTH)]
    return Array(type, name, f"[{len(pages)}][{PAGE_LENGTH + 1}]", pages, comment)


def based_numbers(name: str, values: Sequence[int | None]) -> tuple[Constant, Array]:
    """A constant, one less than the least number, and the numbers counted from it; 0 means "not given"."""
    base = min((value for value in values if value is not None), default=1) - 1
    counted = [0 if value is None else value - base for value in values]
    what = f"The {name} of each row, counted from {name}_base; 0 if not given."
    return Constant("int", f"{name}_base", str(base)), number_array(f"{name}_values", counted, what)


def packed_date(date: PartialDate) -> int:
    """The date as a number, greater for a later date; unpacked_date in include/refcatalog/partial_date.hpp reads it."""
    return (date.year * 16 + date.month) * 32 + date.day


def begins_of(counts: Iterable[int], first: int) -> list[int]:
    """The places where the items of each row begin in the array of all items, and the end. `counts` has the number of
    items of each row, `first` is the place of the first item."""
    return list(accumulate(counts, initial=first))


def begin_array(name: str, counts: Iterable[int], comment: str, first: int = 0) -> Array:
    return number_array(name, begins_of(counts, first), comment)


def narrowest(most: int) -> str:
    """The narrowest type that holds the numbers from 0 to `most`."""
    return next(f"std::uint{bits}_t" for bits in (8, 16, 32) if most < 1 << bits)


def _literals(values: list[int], prefix: str) -> list[str]:
    return [f'{prefix}"{line}"' for line in filled_lines(f"\\x{value:x}" for value in values)]


def _cut(values: list, length: int) -> list[list]:
    return [values[at : at + length] for at in range(0, len(values), length)]
