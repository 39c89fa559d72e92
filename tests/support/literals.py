"""Reads the string literals of the generated headers, and rejects any form that the generator does not write."""

import re

LITERAL = re.compile(r'([uU]?)"((?:[^"\\\n]|\\.)*)"')

# As in C++, an octal escape has as many digits as follow, up to three.
CHARACTERS = re.compile(r'([^\\"]+)|\\([0-7]{1,3})|\\(["\\?])')
LISTED = re.compile(r"\s*\{'\\[0-7]{3}'(?:\s*,'\\[0-7]{3}')*\s*\},?\s*")
NUMBERS = re.compile(r"(?:\\x[0-9a-f]+)*")


def source(literal: str) -> str:
    """The text between the quotes."""
    return LITERAL.fullmatch(literal)[2]


def characters(literal: str) -> bytes:
    """The bytes of a literal of characters, as C++ reads it."""
    prefix, text = LITERAL.fullmatch(literal).groups()
    if prefix or not text.isascii() or not text.isprintable():
        raise ValueError(f"not a literal of plain characters: {literal}")
    parts = []
    at = 0
    while at < len(text):
        match = CHARACTERS.match(text, at)
        if not match:
            raise ValueError(f"unknown escape: {text[at:at + 4]}")
        plain, octal, escaped = match.groups()
        parts.append(bytes([int(octal, 8)]) if octal else (plain or escaped).encode())  # at most \377
        at = match.end()
    return b"".join(parts)


def listed_characters(braces: str) -> bytes:
    """The bytes of a list of character literals in braces."""
    if not LISTED.fullmatch(braces):
        raise ValueError(f"not a list of characters: {braces[:80]}")
    return bytes(int(octal, 8) for octal in re.findall(r"\\([0-7]{3})", braces))


def numbers(literal: str) -> list[int]:
    """The numbers of a literal of numbers, each as a hexadecimal escape."""
    text = source(literal)
    if not NUMBERS.fullmatch(text):
        raise ValueError(f"not a literal of numbers: {literal}")
    return [int(digits, 16) for digits in text.split("\\x")[1:]]
