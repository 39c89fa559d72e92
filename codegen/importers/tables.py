"""Reads CSV and TSV with Python's csv: the first line names the columns, unless it is a row itself."""

import csv
import io
import re
from itertools import chain, repeat
from pathlib import Path

from ..catalogue import PartialDate
from ..messages import quoted
from ..urls import encoded
from .files import read_text
from .keys import heading
from .model import Cell, ImportFailure, Report, Row

DELIMITERS = ",;\t|"
# The size of the part that the sniffer reads; its time grows with the square of the size.
SAMPLE = 8_000
# More columns are the result of a mistake, such as a wrong delimiter.
MOST_COLUMNS = 250
# The line in which Excel names the delimiter.
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
MARKDOWN_LINK = re.compile(r"\[([^\[\]]*)\]\(<?((?:[^()\s<>]|\([^()\s<>]*\))*)>?\)")
WEB_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]+://|mailto:|doi:)\S+", re.IGNORECASE)
ADDRESS_AMONG_WORDS = re.compile(f"(?<![a-z0-9+.-]){WEB_ADDRESS.pattern}", re.IGNORECASE)
# Separators of several addresses in a cell; a comma within an address is not followed by a scheme.
BETWEEN_ADDRESSES = re.compile(
    r"(?<![\s,;|\u3001\uff0c\uff1b])[\s,;|\u3001\uff0c\uff1b]+(?=[a-z][a-z0-9+.-]+://|mailto:|doi:)", re.IGNORECASE
)
NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)*")


def read(path: Path, report: Report) -> list[Row]:
    """The rows, each with all columns. A row may have fewer cells than there are columns; extra cells are reported."""
    text = read_text(path)
    separator = SEPARATOR_LINE.match(text)
    if separator:
        text = text[separator.end():]
    lines = _parsed(path, text, separator[1] if separator else _delimiter(path, text))
    filled = [(number, cells) for number, cells in lines if any(cell.strip() for cell in cells)]
    if not filled:
        raise ImportFailure(f"{path}: has no rows")
    # Delimiters at the end of each line make empty columns.
    width = max(at for _, cells in filled for at, cell in enumerate(cells, 1) if cell.strip())
    first = filled[0][1][:width]
    if len(first) > MOST_COLUMNS:
        raise ImportFailure(f"{path}: has {len(first)} columns; the limit is {MOST_COLUMNS}")
    if _is_row(first):
        width = min(max(len(cells) for _, cells in filled), MOST_COLUMNS)
        headings = [f"column {number}" for number in range(1, width + 1)]
        called = f"the columns are called {headings[0]!r} and so on"
        report.change(path.name, f"the first line has no column names; {called}")
    else:
        headings = distinct(first, path.name, report)
        filled = filled[1:]
    return [_row(f"{path.name}: line {number}", headings, cells, report) for number, cells in filled]


def distinct(headings: list[str], place: str, report: Report) -> list[str]:
    """The headings, each on one line, with a number if it is empty, or already used."""
    result: dict[str, None] = {}
    for number, text in enumerate(headings, 1):
        given = heading(text, place, report)
        name, at = given or f"column {number}", 2
        while name in result:
            name, at = f"{given or f'column {number}'} {at}", at + 1
        if name != given:
            why = "is already used" if given else "is empty"
            report.change(place, f"column {number} is called {quoted(name)}, as its heading {why}")
        result[name] = None
    return list(result)


def _delimiter(path: Path, text: str) -> str:
    """The delimiter of cells that the sniffer guesses from whole lines, if the first line contains it."""
    usual = "\t" if path.suffix.lower() == ".tsv" else ","
    first = text.partition("\n")[0]
    if usual == "\t" and usual in first:
        return usual
    sample = text[:SAMPLE]
    try:
        guess = csv.Sniffer().sniff(sample.rpartition("\n")[0] or sample, DELIMITERS).delimiter
    except csv.Error:
        return usual
    return guess if guess in first else usual


def _parsed(path: Path, text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """The number and the cells of each line. In TSV, a quotation mark may be a plain character."""
    try:
        return _lines(text, delimiter, csv.QUOTE_MINIMAL)
    except csv.Error as error:
        if path.suffix.lower() == ".tsv":
            return _lines(text, delimiter, csv.QUOTE_NONE)
        raise ImportFailure(f"{path}: cannot be read as CSV: {error}") from None


def _lines(text: str, delimiter: str, quoting: int) -> list[tuple[int, list[str]]]:
    largest = csv.field_size_limit(len(text))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True)
    lines, number = [], 1
    try:
        for cells in reader:
            lines.append((number, cells))
            number = reader.line_num + 1
    except csv.Error as error:
        what = "a quotation mark is never closed" if "end of data" in str(error) else error
        raise csv.Error(f"line {number}: {what}") from None
    finally:
        csv.field_size_limit(largest)
    return lines


def _is_row(cells: list[str]) -> bool:
    """Whether these cells are probably not names of columns, because one is a URL, a date or a number."""
    return any(
        web_addresses(cell) or NUMBER.fullmatch(cell) or PartialDate.from_text(cell) or MARKDOWN_LINK.search(cell)
        for cell in map(str.strip, cells)
    )


def _row(place: str, headings: list[str], cells: list[str], report: Report) -> Row:
    for number, cell in enumerate(cells[len(headings):], len(headings) + 1):
        if cell.strip():
            report.lose(place, f"cell {number}", "there are fewer columns")
    return Row(place, [], dict(zip(headings, map(_cell, chain(cells, repeat(""))))))


def _cell(text: str) -> Cell:
    """A cell with its links, which are written as in Markdown; a cell of nothing but URLs has links as well."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if addresses := web_addresses(text):
        return Cell(text, [(address, address) for address in addresses])
    links = [(match[1].strip(), match[2]) for match in MARKDOWN_LINK.finditer(text)]
    return Cell(MARKDOWN_LINK.sub(r"\1", text), links)


def web_addresses(text: str) -> list[str]:
    """The addresses in a cell that contains only addresses, as people write them; "Note: x" has the form of a URL,
    too."""
    addresses = list(map(strip_marks, BETWEEN_ADDRESSES.split(text)))
    if len(addresses) == 1:
        addresses = [text]
    are_right = all(WEB_ADDRESS.fullmatch(address) and encoded(address) is not None for address in addresses)
    return addresses if are_right else []


def addresses_among_words(text: str) -> list[str]:
    return [address for address in map(strip_marks, ADDRESS_AMONG_WORDS.findall(text)) if is_web_address(address)]


def strip_marks(address: str) -> str:
    """The address without the punctuation of the sentence or list around it."""
    address = address.rstrip(",;.")
    return address if "(" in address else address.rstrip(").,;")


def is_web_address(text: str) -> bool:
    """Whether the text is just one address."""
    return len(web_addresses(text)) == 1
