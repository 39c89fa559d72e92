"""How messages show names and values: on one line and short, those of mistakes in printable ASCII."""

import re
from datetime import date, time

# What a text in TOML has to escape, or what not every terminal shows.
NOT_PLAIN = re.compile(r'[^ -~]|["\\]')


def printable(text: str) -> str:
    """The text on one line, whatever is in it, without characters that nobody sees. What the terminal lacks, standard
    error escapes."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in text)


def short(name: str) -> str:
    """A name from the data, as printable ASCII that is not too long."""
    return _cut_short(ascii(name)[1:-1] or '""')


def quoted(name: str) -> str:
    """A name from the data in quotation marks, as printable ASCII that is not too long."""
    return _cut_short(ascii(name))


def shown(value: object) -> str:
    """The value as a short piece of printable ASCII, much as TOML writes it."""
    try:
        if isinstance(value, str):
            text = f'"{NOT_PLAIN.sub(_escape, value[:80])}"'
        elif isinstance(value, (bool, date, time)):
            text = str(value).lower()
        else:
            text = ascii(value)
    except (ValueError, RecursionError):  # an integer of thousands of digits, a very deep list
        text = f"a {type(value).__name__} too large to show"
    return _cut_short(text)


def _escape(character: re.Match) -> str:
    code = ord(character[0])
    return f"\\{character[0]}" if character[0] in '"\\' else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _cut_short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:76]}..."
