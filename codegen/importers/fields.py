"""The type of a column's field, and the value of each cell."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from ..catalogue import PartialDate
from ..checks import CHECKS, Wrong
from .model import Cell
from .tables import is_web_address

WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,9}")
# A column of numbers is one of years if all of them are in this range.
RECENT_YEARS = range(1800, 2101)
FLAGS = {"\u2713": True, "\u2714": True, "true": True, "false": False}
INTEGERS = ("integer", "year")
# Spreadsheets sometimes write a year as "2024.0".
YEAR = re.compile(r"(1[89][0-9]{2}|20[0-9]{2}|2100)(?:\.0)?")


def type_of(cells: Iterable[Cell], name: str) -> str:
    """The type of the field `name` that keeps each of these cells unchanged; years with a few mistakes remain years."""
    given = [cell for cell in cells if cell.text]
    texts = [cell.text for cell in given]
    if not texts:
        return "text"
    if all(is_lone_url(cell) for cell in given):
        return "url"
    if all(text.lower() in FLAGS for text in texts):
        return "flag"
    if all(map(WHOLE_NUMBER.fullmatch, texts)):
        is_year = name == "year" or all(int(text) in RECENT_YEARS for text in texts)
        return next((type for type in INTEGERS[::-1] if (is_year or type != "year") and _all_are(type, texts)), "text")
    if any("-" in text for text in texts) and all(map(PartialDate.from_text, texts)):
        return "date"
    if 4 * sum(YEAR.fullmatch(text) is not None for text in texts) >= 3 * len(texts):
        return "year"
    return "prose" if any("\n" in text for text in texts) else "text"


def _all_are(type: str, texts: list[str]) -> bool:
    try:
        return all(CHECKS[type](int(text)) is not None for text in texts)
    except Wrong:
        return False


def is_lone_url(cell: Cell) -> bool:
    """Whether the cell is just a URL, without a label."""
    return is_web_address(cell.text)


def is_lone_link(cell: Cell) -> bool:
    """Whether the cell is one link, with its label."""
    return len(cell.links) == 1 and cell.links[0][0] == cell.text


def holds_only_links(cell: Cell) -> bool:
    return bool(cell.links) and not rest_of(cell)


def rest_of(cell: Cell) -> str:
    """The text between the links of a cell; empty if it is only punctuation."""
    rest = cell.text
    for label, _ in cell.links:
        rest = rest.replace(label, "", 1)
    return rest if any(character.isalnum() for character in rest) else ""


def pieces_of(text: str) -> list[str]:
    """The texts of a list, each once; they are on separate lines, or have commas or semicolons between them."""
    separator = "\n" if "\n" in text else "[,;]"
    return list(dict.fromkeys(filter(None, map(str.strip, re.split(separator, text)))))


def value_of(cell: Cell, type: str) -> Any:
    """The cell as a TOML value; raises Wrong if the field cannot keep it."""
    text = cell.text
    if type == "url":
        text = cell.links[0][1] if cell.links else text
    elif type == "flag":
        if text.lower() not in FLAGS:
            raise Wrong(f"{text!r} is neither true nor false")
        return FLAGS[text.lower()]
    elif type in INTEGERS:
        if type == "year" and (year := YEAR.fullmatch(text)):
            text = year[1]
        if not WHOLE_NUMBER.fullmatch(text):
            raise Wrong(f"{text!r} is not a whole number")
        CHECKS[type](int(text))
        return int(text)
    elif type == "tags":
        value = pieces_of(text)
        CHECKS[type](value)
        return value
    elif type != "prose":
        text = text.replace("\n", " ")
    CHECKS["text" if type == "localized" else type](text)
    day = PartialDate.from_text(text) if type == "date" else None
    return datetime.date(*day) if day and day.day else text
