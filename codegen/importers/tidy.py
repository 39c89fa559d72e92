"""Puts texts into the form that the data need: tidy white space, Unicode's normal form NFC, no control characters."""

import re
import unicodedata

from ..checks import INVISIBLE_CONTROLS

LINE_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Halves of UTF-16 characters, which JSON can hold but a text cannot, and all control characters except tabs and line
# breaks.
CONTROL = re.compile(f"[\ud800-\udfff\x00-\x08\x0e-\x1f\x7f-\x9f]|{INVISIBLE_CONTROLS.pattern}")
SUPERSCRIPT = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"))
SUBSCRIPT = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"))
# A quick check, because most texts are tidy.
TIDY = re.compile(r"[^\s\x00-\x1f\x7f-\x9f]+(?: [^\s\x00-\x1f\x7f-\x9f]+)*")


def line(text: str) -> str:
    """The text on one line."""
    if text.isascii() and TIDY.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", " ".join(CONTROL.sub("", LINE_BREAK.sub(" ", text)).split()))


def prose(text: str) -> str:
    """The text with its line breaks."""
    return unicodedata.normalize("NFC", CONTROL.sub("", LINE_BREAK.sub("\n", text)).strip())


def raised(text: str) -> str:
    """The text in superscript, because 10⁶ is not 106; unchanged if Unicode lacks a superscript for any of it."""
    return _in_other_line(text, SUPERSCRIPT)


def lowered(text: str) -> str:
    """The text in subscript, likewise."""
    return _in_other_line(text, SUBSCRIPT)


def _in_other_line(text: str, characters: dict[str, str]) -> str:
    return "".join(map(characters.__getitem__, text)) if characters.keys() >= set(text) else text


def controls(text: str) -> list[str]:
    """The code of each control character that tidying removes."""
    return sorted({f"U+{ord(character):04X}" for character in CONTROL.findall(LINE_BREAK.sub("\n", text))})
