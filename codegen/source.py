"""Reads the files and tables of a data directory, and collects the mistakes in them."""

import stat
import tomllib
from collections.abc import Callable
from pathlib import Path

from . import checks, citation_checks, schema
from .catalogue import Language, Place, Row
from .checks import LOCALIZED_CHECKS, Wrong
from .messages import printable, quoted, short


# The checks, by the type of a field in schema.py.
CHECKS = checks.CHECKS | citation_checks.CHECKS


class Mistake(str):
    """A line for the person who wrote the data, and its place in the data."""

    place: Place

    def __new__(cls, line: str, place: Place) -> "Mistake":
        mistake = super().__new__(cls, line)
        mistake.place = place
        return mistake


class DataError(Exception):
    """The data cannot be used; `mistakes` has a line for each reason. Equal lines, as of a record that occurs twice,
    are given once."""

    def __init__(self, mistakes: list[str]):
        self.mistakes = [*dict.fromkeys(mistakes)]
        super().__init__("\n".join(self.mistakes))


class Source:
    """A data directory. `files` has the names of its files, `languages` the languages of its texts, and `mistakes` a
    line for each mistake found so far."""

    def __init__(self, directory: Path):
        self.directory = directory
        self.mistakes: list[str] = []
        self.unknown_files: list[str] = []
        self.languages = [Language("en", "en")]
        try:
            self.files = sorted(path.name for path in directory.iterdir())
        except OSError as error:
            raise DataError([f"{directory}: cannot be read as a data directory: {error.strerror}"]) from None

    def report(self, place: Place, field: str, what: object) -> None:
        where = "".join(f"{part}: " for part in (place.entry, field) if part)
        self.mistakes.append(Mistake(f"{self.directory / place.file}: {where}{what}", place))

    def refuse_unknown_files(self, known: set[str]) -> None:
        for file in self.files:
            if file.lower().endswith(".toml") and file not in known:
                self.unknown_files.append(file)
                self.report(Place(file), "", f"is not a data file; the names are {', '.join(sorted(known))}")

    def is_misnamed(self, table: str) -> bool:
        """Whether a file that was rejected for its name has such tables."""
        return any(table in _tables_of(self.directory / file) for file in self.unknown_files)

    def load(self, file: str) -> dict | None:
        """The contents of the file; None if it cannot be read."""
        try:
            text = read_regular(self.directory / file).decode()
            if not text.startswith("\ufeff"):
                return tomllib.loads(text)
            what = "begins with a byte order mark; save it as UTF-8 without one"
        except FileNotFoundError:
            what = "is missing"
        except OSError as error:
            what = f"cannot be read: {error.strerror}"
        except UnicodeDecodeError as error:
            what = f"is not UTF-8: byte {error.start} is 0x{error.object[error.start]:02x}; save it as UTF-8"
        except tomllib.TOMLDecodeError as error:
            what = f"is not valid TOML: {printable(str(error))}"
        except ValueError:  # Python refuses to convert integers of thousands of digits
            what = "is not valid TOML: a number is too large"
        except RecursionError:
            what = "is nested too deeply"
        self.report(Place(file), "", what)
        return None

    def check_fields(
        self, place: Place, table: dict, fields: tuple[schema.Field, ...], unknown: Callable[[str], str] | None = None
    ) -> Row:
        """The table with its values checked. `unknown` makes the message for an unknown field, if a list of the known
        ones would not help."""
        values = {}
        for field in fields:
            values[field.name] = None
            if field.name in table:
                try:
                    if field.type in LOCALIZED_CHECKS:
                        values[field.name] = LOCALIZED_CHECKS[field.type](table[field.name], self.languages)
                    else:
                        values[field.name] = CHECKS[field.type](table[field.name])
                except Wrong as wrong:
                    for reason in wrong.reasons:
                        self.report(place, field.name, reason)
            elif field.required:
                self.report(place, field.name, "is missing")
        for name in table:
            if name not in values:
                what = unknown(name) if unknown else f"unknown field; the fields are {', '.join(values)}"
                self.report(place, short(name), what)
        return Row(place, values)

    def refuse_duplicate(self, seen: dict, value: str | None, place: Place, field: str, name: str = "") -> bool:
        """Reports a value that another entry has as well, and returns whether it did; `seen` has the place where each
        value was first seen. `name` names this entry in a message about another, if its place does not."""
        if value is None:
            return False
        if value in seen:
            self.report(place, field, f"{quoted(value)} is already used by {seen[value]}")
            return True
        seen[value] = f"{name or place.entry} in {place.file}"
        return False


def _tables_of(path: Path) -> dict:
    """The contents of the file; empty if it cannot be read."""
    try:
        return tomllib.loads(read_regular(path).decode())
    except (OSError, ValueError, RecursionError):
        return {}


def read_regular(path: Path) -> bytes:
    """The bytes of a file, but not those of a pipe or a device, which may never end."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(0, "It is not a regular file")
    return path.read_bytes()
