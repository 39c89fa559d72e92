"""Shows refcatalog's values in gdb: a record and an entry by key and title, as in "lora: LoRA: Low-Rank Adaptation of
Large Language Models", views of them by their elements, a category_info by its heading, and a partial_date. Works for
every catalogue, and for several in one program. If gdb does not load this file by itself, type this, or write it into
~/.gdbinit:

    source /usr/include/refcatalog/gdb.py

The texts come from the program. It contains only the tables that it uses; texts of other tables come from the headers
that it was compiled with, if these are unchanged. Without them, gdb shows the key alone, or "entry #24".
"""

import functools
import os
import re

import gdb
import gdb.printing

NAMESPACE = re.compile(r"refcatalog::(?:catalog_[0-9a-f]{8}::)?")
NO_COLUMN = 65_535  # as in detail/table.hpp
AFTER_KEY_AND_URL = 2  # the place of the title among the texts that every entry has, in the order of entry.hpp


class Unavailable(Exception):
    """The data are neither in the program nor in its headers."""


class Headers:
    """The generated tables as text, for data that compilers omit from a program."""

    def __init__(self, path):
        """`path` is the header of any of the tables: one of many in a directory, or the single header."""
        directory, name = os.path.split(path)
        names = sorted(os.listdir(directory)) if os.path.basename(directory) == "generated" else [name]
        paths = [os.path.join(directory, name) for name in names if name.endswith(".hpp")]
        program = gdb.current_progspace().filename
        changed = [os.path.getmtime(path) for path in paths]
        if not program or max(changed) > os.path.getmtime(program):  # they may be those of another catalogue by now
            raise Unavailable
        self.text = "".join(map(read, paths, changed))

    def find(self, pattern):
        if found := search(pattern, self.text):
            return found
        raise Unavailable

    def table(self, table):
        return self.find(rf"^struct {table} \{{\n(.*?)^\}};")[1]

    def column(self, table, field):
        """The column of a table that has the texts of a field."""
        if found := search(rf"^ +{field} = (\d+),$", self.table(table)):
            return int(found[1])
        raise Unavailable

    def kinds(self):
        return re.findall(r"\w+", self.find(r"^enum class record_kind : [\w:]+ \{(.*?)\};")[1])

    def member(self, table, name):
        """A function from a place to the element of a static member there."""
        found = search(rf"static constexpr [\w: ]+ {name}((?:\[\d*\])*) = (.*?);\n", self.table(table))
        if not found:
            raise Unavailable
        extent, value = found[1], found[2]
        if not extent:
            return lambda _: int(value)
        return (characters if name == "pool" else numbers)(value, extent).__getitem__


@functools.lru_cache(maxsize=None)
def read(path, _):
    """The text of a file; its time of change only distinguishes it from an earlier version."""
    with open(path, encoding="ascii") as file:
        return file.read()


@functools.lru_cache(maxsize=None)
def search(pattern, text):
    return re.search(pattern, text, re.MULTILINE | re.DOTALL)


LITERAL = re.compile(r'^ +[uU]?"(.*)"(,?)$', re.MULTILINE)


@functools.lru_cache(maxsize=None)
def numbers(value, _):
    literals = LITERAL.findall(value)
    return [int(digits, 16) for literal, _ in literals for digits in re.findall(r"\\x(\w+)", literal)]


@functools.lru_cache(maxsize=None)
def characters(value, extent):
    """The bytes of a pool. A literal with a comma after it ends a page; all pages have the same size."""
    size = re.search(r"\]\[(\d+)\]", extent)
    pool = page = b""
    for literal, comma in LITERAL.findall(value):
        page += re.sub(rb"\\([0-7]{1,3}|.)", unescaped, literal.encode("ascii"))
        if comma:
            pool += page.ljust(int(size[1]), b"\0") if size else page + b"\0"
            page = b""
    return pool


def unescaped(escape):
    return bytes([int(escape[1], 8)]) if escape[1].isdigit() else escape[1]


class Catalogue:
    """The tables of one of the catalogues in the program."""

    def __init__(self, namespace, table):
        """`table` is a table that the debug information is certain to contain."""
        self.namespace = namespace
        self.certain_table = table

    @functools.cached_property
    def headers(self):
        symbol = gdb.lookup_global_symbol(f"{self.namespace}generated::{self.certain_table}")
        if not symbol or not symbol.symtab:
            raise Unavailable
        try:
            return Headers(symbol.symtab.fullname())
        except OSError:
            raise Unavailable from None

    def member(self, table, name):
        """A function from a place to the element of a static member of a table there. The member is an array, in pages
        or not, or one number for all places."""
        try:
            found = gdb.lookup_type(f"{self.namespace}generated::{table}")
            value = gdb.Value(0).cast(found.pointer()).dereference()[name]
            if not value.is_optimized_out:
                return lambda place: self.element(value, place, name)
        except gdb.error:
            pass
        return self.headers.member(table, name)

    @staticmethod
    def element(value, place, name):
        if value.type.strip_typedefs().code != gdb.TYPE_CODE_ARRAY:
            return int(value)
        inner = value.type.target().strip_typedefs()
        if inner.code == gdb.TYPE_CODE_ARRAY:
            size = inner.range()[1] + (name == "pool")  # a number's place does not count the terminator of a page
            value, place = value[place // size], place % size
        if place > value.type.range()[1]:
            raise Unavailable
        return int(value[place]) & (255 if name == "pool" else -1)  # characters are signed

    def number(self, table, name, place=0):
        return self.member(table, name)(place)

    def text(self, table, row, column):
        if column == NO_COLUMN:
            return ""
        cell = row * self.number(table, "column_count") + column
        begin, size = self.number(table, "offsets", cell), self.number(table, "lengths", cell)
        pool = self.member(table, "pool")
        return bytes(pool(place) for place in range(begin, begin + size)).decode("utf-8", "replace")

    def kinds(self):
        try:
            fields = gdb.lookup_type(f"{self.namespace}record_kind").fields()
            return [field.name.rpartition("::")[2] for field in fields]
        except gdb.error:
            return self.headers.kinds()

    def record(self, kind, row):
        """The key and the title, or the key alone."""
        table = f"{kind}_table"
        if row >= self.number(table, "size"):
            raise Unavailable
        key = self.text(table, row, 0)
        try:
            place = self.kinds().index(kind) * self.number("common_table", "count") + AFTER_KEY_AND_URL
            return f"{key}: {self.text(table, row, self.number('common_table', 'columns', place))}"
        except Unavailable:
            return key

    def entry(self, index):
        if index >= self.number("entry_table", "size"):
            raise Unavailable
        category = self.number("entry_table", "categories", index)
        kind = self.kinds()[self.number("category_table", "kinds", category)]
        first_row = self.number("category_table", "first_row", category)
        return self.record(kind, index - self.number("category_table", "first_entry", category) + first_row)

    def category(self, row):
        """The enumerator and the heading, or the enumerator alone."""
        table = "category_table"
        name = self.text(table, row, 0)
        try:
            texts = [self.text(table, row, self.headers.column(table, field)) for field in ("number", "title")]
            return f"{name}: {' '.join(filter(None, texts))}"
        except Unavailable:
            return name


def shown(text, otherwise):
    """The text that the function `text` makes from the tables, in characters of this terminal; `otherwise` if the
    tables lack the data."""
    try:
        said = text()
    except (Unavailable, gdb.error, LookupError, ValueError):
        return otherwise
    for charset in {gdb.target_charset(), gdb.host_charset()}:
        try:
            said = said.encode(charset, "backslashreplace").decode(charset)
        except LookupError:  # Python does not know this charset
            said = said.encode("ascii", "backslashreplace").decode("ascii")
    return said


class Printer:
    """The interface of a printer in gdb; `text` gives the text of a value."""

    def __init__(self, value, text):
        self.value = value
        self.text = text

    def to_string(self):
        return self.text(self.value)


class ViewPrinter:
    """Shows a view; `text` gives the text of the element at a position."""

    def __init__(self, value, text):
        self.begin, self.end = int(value["first_"]), int(value["last_"])
        self.text = text

    def to_string(self):
        return f"view of length {max(self.end - self.begin, 0)}"

    def children(self):
        return ((f"[{place - self.begin}]", self.text(place)) for place in range(self.begin, self.end))

    def display_hint(self):
        return "array"


def record_printer(value, namespace, base):
    """The printer of an object of a class derived from `record<Table, Kind>`."""
    table = base.type.template_argument(0).name.rpartition("::")[2]
    kind = table[: -len("_table")]
    catalogue = Catalogue(namespace, table)

    def text(value):
        row = int(value[base]["number_"])
        return shown(lambda: catalogue.record(kind, row), f"{kind} #{row}")

    return Printer(value, text)


def entry_printer(value, namespace):
    catalogue = Catalogue(namespace, "entry_table")

    def text(value):
        index = int(value["index_"])
        return shown(lambda: catalogue.entry(index), f"entry #{index}")

    return Printer(value, text)


def category_printer(value, namespace):
    catalogue = Catalogue(namespace, "category_table")

    def text(value):
        row = int(value[value.type.fields()[0]]["number_"])
        return shown(lambda: catalogue.category(row), f"category #{row}")

    return Printer(value, text)


def date_printer(value, _):
    def text(value):
        packed = int(value["packed_"])
        parts = ((packed // 512, 4), (packed // 32 % 16, 2), (packed % 32, 2))
        return "-".join(f"{part:0{width}}" for part, width in parts if part) or "not given"

    return Printer(value, text)


def view_printer(value, namespace):
    """The printer of a view of entries, or of records by date; None for any other view."""
    sequence = value.type.template_argument(0).strip_typedefs()
    name = sequence.name[len(namespace + "detail::") :]
    if name.startswith("dated_records<"):
        table = sequence.template_argument(1).name.rpartition("::")[2]
        kind = table[: -len("_table")]
        of = Catalogue(namespace, table)
        return ViewPrinter(
            value, lambda place: shown(lambda: of.record(kind, of.number(table, "by_date", place)), kind)
        )
    of = Catalogue(namespace, "entry_table")
    if name == "entry_sequence":
        return ViewPrinter(value, lambda place: shown(lambda: of.entry(place), f"entry #{place}"))
    if name == "entry_list":
        return ViewPrinter(
            value, lambda place: shown(lambda: of.entry(of.number("entry_list_table", "items", place)), "entry")
        )
    return None


class Printers(gdb.printing.PrettyPrinter):
    """Finds the printer of a value, by its type."""

    by_name = {
        "entry": entry_printer,
        "partial_date": date_printer,
        "detail::basic_category_info<": category_printer,
        "detail::sequence_view<": view_printer,
    }

    def __init__(self):
        super().__init__("refcatalog")

    def __call__(self, value):
        type = value.type.strip_typedefs()
        if type.code in (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF):
            value = value.referenced_value()
            type = value.type.strip_typedefs()
        namespace = NAMESPACE.match(type.name or "")
        if not namespace or type.code != gdb.TYPE_CODE_STRUCT or value.is_optimized_out:
            return None
        name = re.match(r"[\w:]+<?", type.name[namespace.end() :])[0]
        if name in self.by_name:
            return self.by_name[name](value.cast(type.unqualified()), namespace[0])
        fields = type.fields()
        if fields and fields[0].is_base_class and fields[0].type.name.startswith(namespace[0] + "detail::record<"):
            return record_printer(value, namespace[0], fields[0])
        return None


gdb.printing.register_pretty_printer(gdb.current_objfile(), Printers(), replace=True)
