"""Reads the tables back from the text of the generated headers alone."""

import re
from pathlib import Path
from typing import NamedTuple

from codegen.headers import build_headers
from codegen.reader import read_catalogue
from codegen.tables import NO_COLUMN
from codegen.writer import render
from tests.support.literals import LITERAL, characters, listed_characters, numbers

PREFIXES = {"unsigned char": "", "char16_t": "u", "char32_t": "U"}
WIDTHS = {"char": 1, "unsigned char": 1, "char16_t": 2, "char32_t": 4}
STRUCT = re.compile(r"^struct (\w+) \{\n(.*?)^\};", re.MULTILINE | re.DOTALL)
CONSTANT = re.compile(r"static constexpr [\w:]+ (\w+) = (-?\w+);")
COLUMNS = re.compile(
    r"^    struct column_ \{\n        enum : std::uint16_t \{\n(.*?)^        \};\n    \};", re.MULTILINE | re.DOTALL
)
COLUMN = re.compile(r"            (\w+) = (\d+),\n")
ARRAY = re.compile(
    r"static constexpr (char|unsigned char|char16_t|char32_t) (\w+)((?:\[\d*\])+) = \{\n(.*?)\n    \};", re.DOTALL
)


class Table:
    """A struct of a generated header, read as include/refcatalog/detail/table.hpp reads it."""

    def __init__(self, body: str):
        self.constants = {name: int(value, 0) for name, value in CONSTANT.findall(body)}
        enumerators = "".join(COLUMNS.findall(body))
        require(not COLUMN.sub("", enumerators), "an enumerator of column is in an unknown form")
        self.columns = {name: int(index) for name, index in COLUMN.findall(enumerators)}
        self.arrays: dict[str, list[int]] = {}
        for type, name, extent, text in ARRAY.findall(body):
            sources = text.split(",\n")
            pages = [[f'{prefix}"{inner}"' for prefix, inner in LITERAL.findall(page)] for page in sources]
            sizes = [int(size) for size in re.findall(r"\d+", extent)]
            require(len(pages) == (sizes[0] if sizes else 1), f"{name} does not have as many pages as it declares")
            if type == "char":
                stored = self._read_pool(sources, pages, sizes)
            else:
                stored = self._read_numbers(type, name, pages, sizes)
            # The sizes include the terminator. MSVC rejects longer literals.
            require(not sizes or max(stored) <= sizes[1], f"{name} has a page that is longer than it declares")
            literals = [size for size, page in zip(stored, pages) if page]
            is_short = all(size * WIDTHS[type] <= 65_535 for size in literals)
            require(is_short, f"{name} has a page that is too long for MSVC")

    def _read_pool(self, sources: list[str], pages: list, sizes: list[int]) -> list[int]:
        """A page without literals is a list of characters."""
        self.pool = [
            (b"".join(map(characters, page)) if page else listed_characters(source)) + b"\0"
            for source, page in zip(sources, pages)
        ]
        self.listed = {number for number, page in enumerate(pages) if not page}
        self.page_size = sizes[1] if sizes else len(self.pool[0])
        return [len(page) for page in self.pool]

    def _read_numbers(self, type: str, name: str, pages: list, sizes: list[int]) -> list[int]:
        found = [[number for literal in page for number in numbers(literal)] for page in pages]
        begin = PREFIXES[type] + '"'
        for page in pages:
            require(all(literal.startswith(begin) for literal in page), f"{name} has a literal of another type")
        self.arrays[name] = [number for page in found for number in page]
        end = 1 << 8 * WIDTHS[type]
        require(all(number < end for number in self.arrays[name]), f"{name} has a number that is too large")
        require(all(len(page) == sizes[1] - 1 for page in found[:-1]), f"{name} has a page that is not full")
        return [len(page) + 1 for page in found]

    def __len__(self) -> int:
        return self.constants["size"]

    def text(self, row: int, index: int) -> str:
        """The text of a row in the column with this number."""
        if index == NO_COLUMN:
            return ""
        require(index < self.constants["column_count"], f"column {index} is missing")
        cell = row * self.constants["column_count"] + index
        page, place = divmod(self.arrays["offsets"][cell], self.page_size)
        end = place + self.arrays["lengths"][cell]
        require(self.pool[page][end] == 0, f"column {index} of row {row} is not followed by a NUL")
        return self.pool[page][place:end].decode()

    def numbers_of(self, field: str) -> list[int | None]:
        """The numbers of a field, which the table counts from one less than the least. None means not given."""
        base = self.constants[f"{field}_base"]
        return [base + counted if counted else None for counted in self.arrays[f"{field}_values"]]

    def begins(self, name: str) -> list[int]:
        """Where the list of each row begins, and where the last one ends. One number replaces them if all are empty."""
        return self.arrays.get(name) or [self.constants[name]] * (len(self) + 1)

    def texts_at(self, index: int) -> list[str]:
        return [self.text(row, index) for row in range(len(self))]

    def texts(self, column: str) -> list[str]:
        """The texts of a field that is the same in all languages."""
        return self.texts_at(self.columns[column])

    def lines(self, column: str, languages: int) -> list[tuple[str, ...]]:
        """The texts of a localized field in all languages, row by row. The languages have adjacent columns."""
        first = self.columns[column]
        indexes = [first if first == NO_COLUMN else first + language for language in range(languages)]
        return [tuple(self.text(row, index) for index in indexes) for row in range(len(self))]


class Contributor(NamedTuple):
    """A contributor as the headers store it."""

    role: str
    name: str
    given: str
    family: str
    particle: str
    dropping_particle: str
    suffix: str
    literal: str
    others_follow: bool


class Tables(dict[str, Table]):
    """All tables by name, and their lists, which are in tables that they share."""

    def texts_listed(self, begins: list[int]) -> list[list[str]]:
        """The texts that each row lists. `begins` has the beginning of each list, and the end of the last one."""
        texts, table = self["text_list_table"].texts("text"), self["text_list_table"]
        return [[texts[row] for row in rows] for rows in slices(table.arrays["items"], begins)]

    def entries_listed(self, begins: list[int]) -> list[list[int]]:
        return slices(self["entry_list_table"].arrays["items"], begins)

    def groups_listed(self, begins: list[int], languages: int) -> list[list[tuple]]:
        """The groups that each row lists: a text, and another text in all languages."""
        size = 1 + languages
        texts = self.texts_listed([number * size for number in begins])
        return [[(each[at], tuple(each[at + 1 : at + size])) for at in range(0, len(each), size)] for each in texts]

    def authors(self) -> list[list[str]]:
        """The full names of the authors of each entry."""
        return [[each.name for each in listed if each.role == "author"] for listed in self.contributors()]

    def types(self) -> list[str]:
        """The CSL type of each entry."""
        return [self["csl_table"].texts("name")[type] for type in self["citation_table"].arrays["types"]]

    def variable_names(self) -> list[str]:
        """The CSL names of the variables in the order of their numbers. The next number is that of arXiv."""
        return self["csl_table"].texts("name")[self["csl_table"].constants["type_count"] :]

    def variables(self) -> list[list[tuple[str, str]]]:
        """The variables of each entry that are texts, by name. The arXiv identifier is named `arXiv`."""
        table, names = self["citation_table"], [*self.variable_names(), "arXiv"]
        begins = table.arrays["first_variable"]
        named = [names[number] for number in table.arrays["variables"]]
        return slices([*zip(named, table.texts("text")[: begins[-1]], strict=True)], begins, 1)

    def contributors(self) -> list[list["Contributor"]]:
        """The contributors of each entry."""
        table, texts, names = self["contributor_table"], self["citation_table"].texts("text"), self.variable_names()
        listed = []
        columns = (table.arrays["roles"], table.arrays["own"], table.texts("name"), table.texts("given"))
        for role, own, name, given in zip(*columns, strict=True):
            if own:
                first = table.constants["first_own"] + (own - 1) * 4
                parts = texts[first : first + 4]
                require(len(parts) == 4, "the parts of a name are beyond the last text")
            else:
                require(not given or name.startswith(f"{given} "), f"{name} does not begin with {given}")
                parts = [name[len(given) + 1 :] if given else "", "", "", ""]
            literal = "" if own or given else name
            listed.append(Contributor(names[role // 2], name, given, *parts, literal, role % 2 == 1))
        return slices(listed, self["citation_table"].arrays["first_contributor"], 0)

    def dates(self) -> list[list[tuple]]:
        """The dates of each entry: the variable, the first day, the last day and the literal text."""
        table, names, texts = self["citation_date_table"], self.variable_names(), self["citation_table"].texts("text")
        ends = [(0, 0, 0) if end is None else (end // 512, end // 32 % 16, end % 32) for end in table.numbers_of("end")]
        columns = (table.arrays["variables"], ends[::2], ends[1::2], table.arrays["literals"])
        dates = [(names[number], begin, end, texts[row]) for number, begin, end, row in zip(*columns, strict=True)]
        return slices(dates, self["citation_table"].arrays["first_date"], 1)

    def headings(self, category: int, languages: int) -> list[tuple[str, ...]]:
        """The headings of the columns of a category, each in all languages."""
        table, of_categories = self["catalog_table"], self["category_table"].arrays
        begin, end = of_categories["first_column"][category : category + 2]
        firsts = [table.columns["heading"] + row * languages for row in of_categories["columns"][begin:end]]
        return [tuple(table.text(0, first + language) for language in range(languages)) for first in firsts]

    def corrections(self, languages: int = 2) -> list[list[tuple]]:
        """The cell of each entry's corrections, and the fact in all languages."""
        return self.groups_listed(self["upkeep_table"].arrays["first_correction"], languages)


def slices(items: list, begins: list[int], first: int | None = None) -> list[list]:
    """The items from each begin to the next. If `first` is given, the slices must cover all items from there on."""
    whole = first is None or (begins[0] == first and begins[-1] == len(items))
    require(whole, "the lists do not cover all items")
    require(begins == sorted(begins) and begins[-1] <= len(items), "a list ends before it begins, or after all items")
    return [items[begin:end] for begin, end in zip(begins, begins[1:])]


def require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise AssertionError(otherwise)


def headers_of(data: Path) -> dict[str, str]:
    return {name: text.decode("ascii") for name, text in render(build_headers(read_catalogue(data))).items()}


def tables_of(headers: dict[str, str]) -> Tables:
    return Tables({name: Table(body) for text in headers.values() for name, body in STRUCT.findall(text)})
