"""Damaged copies of the real data, which Hypothesis chooses and reduces."""

import difflib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from hypothesis import assume
from hypothesis import strategies as st

from tests.support.generator import REAL_DATA

ORIGINAL = {path.name: path.read_bytes() for path in sorted(REAL_DATA.glob("*.toml"))}
# Files with more data, or more ways to damage them, occur more often.
FILES = [*ORIGINAL, "papers.toml", "papers.toml", "catalog.toml", "kinds.toml", "kinds.toml", "kinds.toml"]

# A field, which may take several lines.
FIELD = re.compile(rb"^[\w.-]+ = (?:\[\n(?:    .*\n)+\]|.*)\n", re.MULTILINE)
# A text in quotation marks, such as a name or a range.
TEXT = re.compile(rb'"[^"\\\n]*"')
# The heading of a block.
BLOCK = re.compile(rb"^\[\[?[\w.]+\]\]?\n", re.MULTILINE)

VALUES = [
    *(b"0", b"-1", b"1e400", b"nan", b"true", b"[]", b"{}", b'""', b'" "', b'"x"'),
    *(b"9" * 5_000, b"-" + b"9" * 30, b"0x" + b"f" * 40),
    *(b"2020-01-01", b"25:61:00", b"[[[]]]", b'["x", 1]'),
    *(b'{ko = "x"}', b'{en = "x", ko = "\xea\xb0\x80"}', b'{ko = 1, en = []}'),
    *(b"'''x'''", b'"""x\ny"""', b'"\\u0000"', b'"\\ud800"', b'"\\uD55C"', b'"e\\u0301"', b'"\\u202e"'),
    *(b'"\\U0010ffff"', b'"a" # b'),
    # Texts that break comments, names and types of C++, and dates and numbers at their limits.
    *(b'"*/ x"', b'"x \\\\"', b'"??/"', b'"x\\ny"', b'"a \\"b\\""', b'"/*"', b'"%}{{ x }}"'),
    *(b'"int"', b'"NULL"', b'"entry"', b'"text"', b'"localized"', b'"prose"', b'"texts"', b'"entries"'),
    *(b'"date"', b'"flag"', b'"url"', b'"ordinal"', b'"integer"', b'["title", "name"]'),
    *(b"9999-12-31", b"0001-01-01", b"2023-02-29", b'"2024-13"', b'"0000"', b"2147483647", b"-2147483648"),
    *(b'"mailto:x@y"', b'["lora"]'),
    *(b"[" * 3_000 + b"]" * 3_000, b"{a = " * 2_000 + b"1" + b"}" * 2_000, b'"' + b"x" * 70_000 + b'"'),
    *(b'"https://x"', b"1_0", b"+5", b"01"),
]
# Valid and nearly valid names, lists of names and dates.
CITED = [
    *(b'{family = "x"}', b'{given = "x"}', b'{literal = "x"}', b'{literal = "x", given = "y"}', b"{literal = 1}"),
    *(b'{family = {ko = "x"}}', b'{family = [{family = "x"}]}'),
    *(b'{family = "x", given = 2020-01-01, suffix = []}', b'{family = "x", Given = "y", "" = 1}'),
    *(b'{family = "", given = " "}', b'{family = "x", particle = "' + b"x" * 65_533 + b'"}'),
    *(b'{dropping-particle = "\\n"}', b'["Ada Lovelace", "others"]', b'["others"]', b'["others", "Ada Lovelace"]'),
    *(b'["et al."]', b'["a b and c d"]', b'["Doe, J.; Roe, A."]', b'[["x"]]', b'[{}]'),
    *(b'[{family = "x"}, "others", 1]', b'[{literal = "others"}, "others"]', b'["x  y", "x\\ty"]'),
    b'["' + b"x, " * 9_999 + b'x"]',
    *(b'"2020/2021"', b'"2021/2020"', b'"2020/"', b'"/"', b'"2020/2021/2022"', b'["2020", "2021"]'),
    *(b'"2020-02-30/2021"', b"2020-01-01T00:00:00Z", b"1e3", b"0x" + b"f" * 9_000, b'"article"', b'"preprint"'),
    *(b'"10.1000/{}\\\\"', b'"10.1000/\xed\x95\x9c"', b'"1706.03762v1"'),
]
VARIABLES = [b"author", b"editor", b"issued", b"event-date", b"volume", b"note", b"URL", b"DOI", b"type", b"arxiv"]
VARIABLES += [b"year", b"Author", b"_"]

NAMES = [b"no_such_field", b'""', b'"\\n"', b'"\xed\x95\x9c"', b"a.b.c", b".".join([b"a"] * 3_000), b"ko"]
HEADINGS = [b"[[nothing]]", b"[paper]", b'[""]', b"[[tool.x.y]]", b"[[[x]]]", b"[paper.citation]"]
HEADINGS += [b"[tool.citation.author]", b"[[book.citation.author]]", b"[a" + b".a" * 3_000 + b"]"]
NUMBERS = [b"9" * 10, b"9" * 4_301, b"9" * 100_000, b"1e999", b"0b" + b"1" * 70_000, b"10000000", b"2101"]
LETTERS = [b"q", b"7", b"?", b"\xe2\x82\xac", b"", b"'", b"\\\\", b"\\n"]
NOT_UTF8 = [b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80"]

OPTIONAL = ("kinds.toml", "reading_order.toml")
UNREADABLE = "unreadable"
# Changes to a whole file.
TO_THE_FILE = {
    "missing": Path.unlink,
    "a directory": lambda path: (path.unlink(), path.mkdir()),
    UNREADABLE: lambda path: path.chmod(0),
    "a pipe": lambda path: (path.unlink(), os.mkfifo(path)),
    "a device": lambda path: (path.unlink(), path.symlink_to("/dev/zero")),
    "a dangling link": lambda path: (path.unlink(), path.symlink_to("nowhere")),
    "a link to itself": lambda path: (path.unlink(), path.symlink_to(path.name)),
    "under another name": lambda path: path.rename(path.with_name(f"x{path.name}")),
}


@dataclass
class Damaged:
    """The contents of a catalogue's files, the changes to whole files, and the number of all changes."""

    files: dict[str, bytes]
    became: dict[str, str]
    changes: int

    def __repr__(self) -> str:
        """The differences from the original, shortened."""
        lines = [f"{name} is {what}" for name, what in self.became.items()]
        for name, text in self.files.items():
            both = ORIGINAL[name], text
            before, after = ([f"{line!r}"[2:120] for line in content.splitlines()] for content in both)
            difference = list(difflib.unified_diff(before, after, name, name, n=0, lineterm=""))
            lines += difference[2:12] and [name, *difference[2:12]]
        return "\n".join(["damaged", *lines])

    def write(self, data: Path) -> None:
        for name, text in self.files.items():
            (data / name).write_bytes(text)
        for name, what in self.became.items():
            TO_THE_FILE[what](data / name)

    def unreadable(self) -> set[str]:
        """The files that the generator cannot read, whatever their contents. Files in OPTIONAL may be missing."""
        gone = ("missing", "under another name")
        became = {name for name, what in self.became.items() if name not in OPTIONAL or what not in gone}
        return {*became, *(name for name, text in self.files.items() if not is_utf8(text))}


def is_utf8(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def one_of(draw, items):
    # An earlier change may have left nothing to choose from.
    assume(len(items) > 0)
    return items[draw(st.integers(0, len(items) - 1))]


def two_of(draw, items) -> list:
    """Two different items, in order."""
    assume(len(items) > 1)
    first = draw(st.integers(0, len(items) - 2))
    return [items[first], items[draw(st.integers(first + 1, len(items) - 1))]]


def replaced(text: bytes, found: re.Match, new: bytes) -> bytes:
    return text[: found.start()] + new + text[found.end() :]


# Each of these functions takes the bytes of a file and returns damaged bytes.


def change_field(draw, text: bytes) -> bytes:
    """Removes a field, repeats it, changes its value, or puts an unknown field in front of it."""
    field = one_of(draw, list(FIELD.finditer(text)))
    name, value = field[0].split(b" = ")[0], one_of(draw, VALUES)
    unknown = one_of(draw, NAMES) + b" = " + value + b"\n" + field[0]
    return replaced(text, field, one_of(draw, [b"", field[0] * 2, *[name + b" = " + value + b"\n"] * 2, unknown]))


def swap_fields(draw, text: bytes) -> bytes:
    first, second = two_of(draw, list(FIELD.finditer(text)))
    return replaced(replaced(text, second, first[0]), first, second[0])


def swap_values(draw, text: bytes) -> bytes:
    """Swaps the values of two fields, which usually stay valid TOML. Half of the time both have the same name."""
    fields = [(found[0].split(b" = ", 1), found) for found in FIELD.finditer(text)]
    if draw(st.booleans()):
        (same, _), _ = one_of(draw, fields)
        fields = [field for field in fields if field[0][0] == same]
    ((one, left), first), ((two, right), second) = two_of(draw, fields)
    return replaced(replaced(text, second, two + b" = " + left), first, one + b" = " + right)


def change_block(draw, text: bytes) -> bytes:
    """Removes a block, repeats it at the end, swaps it with another, or appends an unknown block."""
    begins = [0, *(found.start() for found in BLOCK.finditer(text)), len(text)]
    blocks = [text[begin:end] for begin, end in zip(begins, begins[1:])]
    first, second = two_of(draw, range(len(blocks)))
    swapped = [*blocks[:first], blocks[second], *blocks[first + 1 : second], blocks[first], *blocks[second + 1 :]]
    unknown = one_of(draw, HEADINGS) + b"\nb = 1\n"
    without = blocks[:first] + blocks[first + 1 :]
    return b"".join(one_of(draw, [without, [text, blocks[first]], swapped, [text, unknown]]))


def change_citation(draw, text: bytes) -> bytes:
    """Replaces a text, which is sometimes a name, with a value from CITED, or adds a variable to a citation."""
    value = one_of(draw, CITED)
    if draw(st.booleans()):
        return replaced(text, one_of(draw, list(TEXT.finditer(text))), value)
    variable = one_of(draw, VARIABLES) + b" = " + value + b"\n"
    citations = list(re.finditer(rb"^\[\w+\.citation\]\n", text, re.MULTILINE))
    if not citations:
        kind = one_of(draw, re.findall(rb"^\[\[(\w+)\]\]\n", text, re.MULTILINE))
        return text + b"[" + kind + b".citation]\n" + variable
    heading = one_of(draw, citations)
    return replaced(text, heading, heading[0] + variable)


def change_bytes(draw, text: bytes) -> bytes:
    """Flips a bit, cuts the file off, or inserts bytes that are not UTF-8."""
    at = one_of(draw, range(len(text)))
    flipped = text[:at] + bytes([text[at] ^ 1 << draw(st.integers(0, 7))]) + text[at + 1 :]
    return one_of(draw, [flipped, text[:at], text[:at] + one_of(draw, NOT_UTF8) + text[at:]])


def change_letter(draw, text: bytes) -> bytes:
    """Replaces a letter. It is often inside a text, which then stays valid."""
    return replaced(text, one_of(draw, list(re.finditer(rb"[a-z]", text))), one_of(draw, LETTERS))


def nest_deeply(draw, text: bytes) -> bytes:
    opening, closing = one_of(draw, [(b"[", b"]"), (b"{a = ", b"}")])
    depth = one_of(draw, [400, 5_000, 100_000])
    return b"deep = " + opening * depth + b"1" + closing * depth + b"\n" + text


def huge_number(draw, text: bytes) -> bytes:
    numbers = list(re.finditer(rb"(?<= = )\d+$", text, re.MULTILINE))
    values = numbers or list(re.finditer(rb"(?<= = ).+$", text, re.MULTILINE))
    return replaced(text, one_of(draw, values), one_of(draw, NUMBERS))


def byte_order_or_line_ends(draw, text: bytes) -> bytes:
    line_ends = [text.replace(b"\n", b"\r\n"), text.replace(b"\n", b"\r")]
    return one_of(draw, [*line_ends, b"\xef\xbb\xbf" + text, text.decode("latin-1").encode("utf-16"), text + b"\0"])


# Changes that have more variants, or that the generator rejects less often, occur more often.
TO_THE_BYTES = [
    *[change_field] * 5, swap_fields, *[swap_values] * 2, *[change_block] * 4, *[change_citation] * 6,
    *[change_bytes] * 3, *[change_letter] * 5, nest_deeply, *[huge_number] * 2, byte_order_or_line_ends,
]


@st.composite
def damaged_data(draw) -> Damaged:
    """Data with one to three changes, and in half of the cases a single one. The first may be to a whole file."""
    changes = draw(st.sampled_from([1, 1, 2, 3]))
    damaged = Damaged(dict(ORIGINAL), {}, changes)
    for number in range(changes):
        change, file = one_of(draw, [*TO_THE_BYTES, *TO_THE_FILE] if number == 0 else TO_THE_BYTES), one_of(draw, FILES)
        if change in TO_THE_FILE:
            damaged.became[file] = change
        else:
            damaged.files[file] = change(draw, damaged.files[file])
    return damaged
