"""Reads the entries of a file of BibTeX or BibLaTeX one by one with pybtex's parser; a mistake in one entry
does not affect the next."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pybtex.database.input.bibtex import LowLevelParser, SkipEntry
from pybtex.scanner import Pattern, PrematureEOF, PybtexSyntaxError, Token
from pybtex.utils import CaseInsensitiveDict

from ..messages import quoted, shown
from .bibtex_dates import MONTHS
from .bibtex_fields import KNOWN_TYPES, NOT_INHERITED, PARTS, PARTS_BY_ANOTHER
from .model import Report

BEGIN = re.compile(r"^[ \t]*@[ \t]*[^\W\d]\w*[ \t\r\n]*[({]", re.MULTILINE)
# The most characters that abbreviations may add to one entry.
MOST_ABBREVIATED = 1_000_000
# The most lines of a value that may look like the beginning of an entry.
MOST_BEGINNINGS = 4
# The longest chain of entries that an entry may inherit from.
MOST_PARENTS = 16


@dataclass(frozen=True)
class Entry:
    """An entry as the file has it, with its fields, in LaTeX, by their names in lower case. `undefined` has, by field,
    an abbreviation in its value that the file does not define."""

    place: str
    type: str
    key: str
    fields: dict[str, str]
    undefined: dict[str, str] = field(default_factory=dict)


def read_entries(text: str, name: str, report: Report) -> list[Entry]:
    """The entries of the file `name`, in its order, without inherited fields."""
    macros = _Macros({month[:3].lower(): month for month in MONTHS})
    line_ends = [match.start() for match in re.finditer("\n", text)]
    # The text before the first entry is an item as well, because it may contain an "@". No entry begins at the last
    # place, the end of the file.
    begins = [0, *(match.start() for match in BEGIN.finditer(text)), len(text)]
    entries = []
    at = 0
    while at < len(begins) - 1:
        line = bisect(line_ends, begins[at]) + 1
        found, at = _read_from(text, begins, at, macros)
        for each in found:
            where = f"{name}: entry {quoted(each.key)}" if each.key else f"{name}: line {line}"
            if each.wrong:
                report.refuse(where, f"line {line + each.wrong_line - 1}: {each.wrong}")
            elif each.type == "preamble":
                report.leave_out("@preamble")
            elif each.type != "string":
                if each.rest:
                    report.lose(where, "rest", f"{shown(each.rest)} follows the brace that ends the entry")
                fields = _once(where, each.fields, report)
                entries.append(Entry(where, each.type, each.key, fields, each.undefined))
    return entries


def _read_from(text: str, begins: list[int], at: int, macros: "_Macros") -> tuple[list["_Command"], int]:
    """The commands of the item at begins[at], and the index of the next item. The item ends at the next beginning, or
    at a later one, because a line of a value may look like a beginning."""
    first: list[_Command] = []
    for next_at in range(at + 1, min(at + MOST_BEGINNINGS, len(begins) - 1) + 1):
        parser = _Parser(text[begins[at] : begins[next_at]], macros)
        found = list(parser.commands())
        if not parser.is_cut_off:
            return found, next_at
        if next_at == at + 1:
            first = found
    return first, at + 1


def _once(place: str, fields: list[tuple[str, str]], report: Report) -> dict[str, str]:
    """The fields by name; reports a second value of the same field as lost."""
    once: dict[str, str] = {}
    for name, value in fields:
        if once.setdefault(name, value) != value:
            report.lose(place, name, "is given twice, and the first value is kept")
    return once


@dataclass(frozen=True)
class _Command:
    """An item that begins with "@". `rest` is text after the item that seems to belong to it; `wrong` is the mistake,
    and `wrong_line` its line."""

    type: str
    key: str
    fields: list[tuple[str, str]]
    undefined: dict[str, str]
    rest: str
    wrong: str
    wrong_line: int


class _Macros(CaseInsensitiveDict):
    """The abbreviations by their names. For an abbreviation whose value uses an undefined one, `undefined` has the name
    of the latter."""

    def __init__(self, macros: dict[str, str]):
        super().__init__(macros)
        self.undefined = CaseInsensitiveDict()


class _Parser(LowLevelParser):
    """pybtex's parser, extended to keep the names of undefined abbreviations, and to accept an entry without a key, a
    key with spaces, and fields without a comma between them. `is_cut_off` says whether the text ends within the
    item."""

    KEY = Pattern(r"[^\s,{}][^,{}\n]*?(?=\s*(?:,|\}|\)|\n))", "a key")
    NO_KEY = re.compile(r"[A-Za-z-]+\s*=\s*[\"{\d]")
    FIELD = re.compile(r"\s*[A-Za-z][\w-]*\s*=")
    TYPE = re.compile(r"^@\s*(\w+)", re.MULTILINE)
    REST = re.compile(r"\s*([},][^@]*)")
    # A value without braces that is neither a number nor an abbreviation: "pages = 3-5".
    BARE = re.compile(r"""\s*(\d+[ \t]*[^\s\d"{}(),#=][^"{}(),#=\n]*?)(?=\s*[,}\n])""")
    IN_A_STRING = re.compile('["{}]')

    def __init__(self, text: str, macros: _Macros):
        super().__init__(text, macros=macros)
        self.is_cut_off = False
        self.wrong: tuple[str, int] = ("", 0)
        self.undefined: dict[str, str] = {}
        self.abbreviated = 0

    def commands(self) -> Iterator[_Command]:
        while self.skip_to([self.AT]):
            self.wrong, self.undefined, self.abbreviated = ("", 0), {}, 0
            self.command_start = self.pos - 1
            try:
                type, body = self.parse_command()
            except SkipEntry:
                self._skip_comment()
                continue
            except PybtexSyntaxError:
                # This is most often an "@" in the text between entries.
                if (form := self.TYPE.match(self.text, self.command_start)) and form[1].lower() in KNOWN_TYPES:
                    yield _Command(form[1].lower(), "", [], {}, "", "'{' expected", self.lineno)
                continue
            is_entry = len(body) == 2 and isinstance(body[1], list) and type.lower() != "string"
            key, values = body if is_entry else ("", [])
            fields = [(name.lower(), "".join(value)) for name, value in values]
            yield _Command(type.lower().lstrip("@"), key or "", fields, self.undefined, self._rest(), *self.wrong)

    def _rest(self) -> str:
        """The text after the command that seems to belong to it, if an extra brace has ended it."""
        rest = self.REST.match(self.text, self.pos)
        return rest[1].strip() if rest else ""

    def _skip_comment(self) -> None:
        if self.text[self.pos - 1] == "{":
            try:
                list(self.parse_string(self.RBRACE))
            except PybtexSyntaxError:
                self.is_cut_off = True

    def handle_error(self, error: PybtexSyntaxError) -> None:
        if isinstance(error, PrematureEOF):
            self.is_cut_off = True
            self.wrong = ("its braces or quotation marks do not match, or the file ends in it", self.lineno)
        else:
            self.wrong = (error.args[0], self.lineno)

    def parse_string_body(self, body_end: object) -> None:
        super().parse_string_body(body_end)
        name = self.current_field_name
        self.macros.undefined[name] = self.undefined.get(name.lower())

    def parse_entry_body(self, body_end: object) -> None:
        self.eat_whitespace()
        key = None if self.NO_KEY.match(self.text, self.pos) else self.optional([self.KEY])
        self.current_entry_key = key and key.value
        self.parse_entry_fields()

    def parse_entry_fields(self) -> None:
        while True:
            self.current_field_name, self.current_value = None, []
            self.parse_field()
            if self.current_field_name:
                self.current_fields.append((self.current_field_name, self.current_value))
            if not self.optional([self.COMMA]) and not self.FIELD.match(self.text, self.pos):
                return

    def parse_value(self) -> None:
        if bare := self.BARE.match(self.text, self.pos):
            self.pos = bare.end()
            self.update_lineno(bare[0])
            self.current_value = [bare[1]]
        else:
            super().parse_value()

    def substitute_macro(self, name: str) -> str:
        undefined = self.macros.undefined.get(name) if name in self.macros else name
        if undefined:
            self.undefined[(self.current_field_name or "").lower()] = undefined
        value = self.macros.get(name, name)
        # Each abbreviation may be twice as long as the one before.
        self.abbreviated += len(value)
        if self.abbreviated > MOST_ABBREVIATED:
            raise PybtexSyntaxError(f"its abbreviations add more than {MOST_ABBREVIATED:,} characters", self)
        return value

    def parse_string(self, string_end: object) -> Iterator[Token]:
        """Reads up to the end of the string, in time linear in its length."""
        depth = 0
        for mark in self.IN_A_STRING.finditer(self.text, self.pos):
            is_end = mark[0] == ("}" if string_end is self.RBRACE else '"')
            if is_end and depth == 0:
                value = self.text[self.pos : mark.end()]
                self.pos = mark.end()
                self.update_lineno(value)
                yield Token(value, string_end)
                return
            depth += (mark[0] == "{") - (mark[0] == "}")
            if depth < 0:
                raise PybtexSyntaxError("a closing brace matches no opening one", self)
        raise PrematureEOF(self)


def with_inherited(entries: list[Entry], report: Report) -> list[Entry]:
    """The entries with the fields that they inherit by `xdata` and `crossref`, without @xdata and @set entries."""
    by_key: dict[str, Entry] = {}
    for entry in entries:
        by_key.setdefault(entry.key, entry)
    for entry in entries:
        by_key.setdefault(entry.key.lower(), entry)
    used: set[int] = set()
    whole = [_inheriting(entry, by_key, used, report) for entry in entries if entry.type not in ("xdata", "set")]
    for entry in entries:
        if entry.type == "set" or (entry.type == "xdata" and id(entry) not in used):
            report.refuse(entry.place, f"it is @{entry.type}, which only describes other entries")
    return whole


def _inheriting(entry: Entry, by_key: dict[str, Entry], used: set[int], report: Report) -> Entry:
    """The entry with its inherited fields; `used` gets the entries that it inherits from."""
    fields, undefined = dict(entry.fields), dict(entry.undefined)
    seen = {id(entry)}
    # Nearer entries take precedence.
    waiting = [(name, key, entry) for name, key in _parents(entry.fields)]
    while waiting:
        name, key, child = waiting.pop(0)
        parent = by_key.get(key) or by_key.get(key.lower())
        if parent is None:
            report.lose(entry.place, name, f"no entry has the key {quoted(key)}")
        elif id(parent) in seen:
            report.lose(entry.place, name, f"{quoted(key)} inherits from this entry, or is named twice")
        elif len(seen) > MOST_PARENTS:
            report.lose(entry.place, name, f"{quoted(key)} is more than {MOST_PARENTS} entries away")
            break
        else:
            seen.add(id(parent))
            given = parent.fields if name == "xdata" else _inheritable(parent, child.type)
            for field_name, value in given.items():
                if field_name not in fields:
                    fields[field_name] = value
                    if field_name in parent.undefined:
                        undefined[field_name] = parent.undefined[field_name]
            waiting += [(name, key, parent) for name, key in _parents(parent.fields)]
    used |= seen
    return replace(entry, fields=fields, undefined=undefined)


def _parents(fields: dict[str, str]) -> list[tuple[str, str]]:
    parents = [("xdata", key.strip()) for key in fields.get("xdata", "").split(",")]
    parents.append(("crossref", fields.get("crossref", "").strip()))
    # One more than the limit, which the caller then reports.
    return [(name, key) for name, key in parents if key][: MOST_PARENTS + 1]


def _inheritable(parent: Entry, child_type: str) -> dict[str, str]:
    """The fields of the child's container, as in BibLaTeX: its title is the child's booktitle. In BibTeX the container
    has its own booktitle, which is used."""
    renamed = {}
    if child_type in PARTS:
        renamed = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
        if child_type in PARTS_BY_ANOTHER:
            renamed["author"] = "bookauthor"
    elif parent.type == "periodical":
        renamed = {"title": "journaltitle", "subtitle": "journalsubtitle", "titleaddon": "journaltitleaddon"}
    inherited = {renamed.get(name, name): value for name, value in parent.fields.items() if name not in NOT_INHERITED}
    if "booktitle" in parent.fields:
        inherited["booktitle"] = parent.fields["booktitle"]
    return inherited
