"""How messages show names and values: on one line, cut short if they are long, and with escapes for invisible
characters."""

from datetime import date, time


def printable(text: str) -> str:
    """The text on one line, with escapes for invisible characters. Standard error itself escapes the characters that
    the terminal lacks."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in text)


def short(name: str) -> str:
    """A name from the data, cut short if it is long."""
    return _cut_short(repr(name)[1:-1] or '""')


def quoted(name: str) -> str:
    """A name from the data in quotation marks, likewise cut short."""
    return _cut_short(repr(name))


def shown(value: object) -> str:
    """The value, much as TOML writes it, likewise cut short."""
    try:
        if isinstance(value, str):
            text = f'"{"".join(map(_in_toml, value[:80]))}"'
        elif isinstance(value, (bool, date, time)):
            text = str(value).lower()
        else:
            text = repr(value)
    except (ValueError, RecursionError):  # an integer of thousands of digits, a very deep list
        text = f"a {type(value).__name__} too large to show"
    return _cut_short(text)


def _in_toml(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}" if character <= "\uffff" else f"\\U{ord(character):08x}"


def _cut_short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:76]}..."
