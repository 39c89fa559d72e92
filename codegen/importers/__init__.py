"""Makes a data directory from bibliographies, Markdown and tables.

A module for each format reads a file into the entries or rows of `model`. `references` and `rows` make records from
these, with `keys` and `tidy` for values that a catalogue cannot hold unchanged, and `toml` writes the records. The
importer puts the result in place after the generator has read it back."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..reader import read_catalogue
from ..record_reader import entry_name
from ..source import DataError
from . import bibtex, csl_json, endnote, markdown, ris, tables, toml
from .mapping import Mapping, read_mapping
from .model import Document, ImportFailure, Reference, Report, Row
from .progress import Progress
from .references import add_references
from .rows import add_rows
from .tidy import line

# The readers of bibliographies, by the end of a file's name.
REFERENCE_READERS: dict[str, Callable[[Path, Report], list[Reference]]] = {
    ".json": csl_json.read,
    ".bib": bibtex.read,
    ".ris": ris.read,
    ".enw": endnote.read_lines,
    ".xml": endnote.read_xml,
}
# The readers of rows.
ROW_READERS: dict[str, Callable[[Path, Report], list[Row]]] = {
    ".md": markdown.read,
    ".csv": tables.read,
    ".tsv": tables.read,
}

# Formats that cannot be read, and advice for each.
REFUSED = {".enl": "is a library in EndNote's own format; export it from EndNote as XML or RIS, and import that"}


def run(files: list[Path], data: Path, language: str = "en", mapping: Path | None = None) -> Report:
    """Imports the files into the new directory; raises ImportFailure if nothing can be written."""
    if data.exists() or data.is_symlink():
        what = "an import writes a new directory; choose another one with --data, or move this one away"
        raise ImportFailure(f"{data}: exists already; {what}")
    report = Report()
    cleaning = contextlib.ExitStack()
    try:
        with Progress() as progress:
            document = _document(files, language, read_mapping(mapping) if mapping else Mapping(), report, progress)
            _put(document, data, report, progress, cleaning)
        return report
    except MemoryError:
        # Cleaning up needs memory, which Python frees only after this clause.
        document = None
    finally:
        cleaning.close()
    raise ImportFailure(f"{data}: is too large for the memory of this machine")


def _document(files: list[Path], language: str, mapping: Mapping, report: Report, progress: Progress) -> Document:
    """The catalogue of all files: first the bibliographies, then the files of rows, each in the given order."""
    readers = [_reader(path) for path in files]
    read_files = []
    for path, read in zip(files, readers):
        progress.step = f"reading {path}"
        report.file = path.name
        read_files.append((_title(path), read(path, report)))
        if not read_files[-1][1]:
            raise ImportFailure(*report.lines(), f"{path}: has no entries")
    document = Document(", ".join(map(_title, files)), language)
    progress.step = "making records"
    is_rows = [read in ROW_READERS.values() for read in readers]
    if not all(is_rows):
        add_references(document, [file for file, rows in zip(read_files, is_rows) if not rows], report)
    if any(is_rows):
        add_rows(document, [file for file, rows in zip(read_files, is_rows) if rows], mapping, report)
    return document


def _reader(path: Path) -> Callable[[Path, Report], list[Any]]:
    suffix = path.suffix.lower()
    if suffix in REFUSED:
        raise ImportFailure(f"{path}: {REFUSED[suffix]}")
    readers = REFERENCE_READERS | ROW_READERS
    if suffix not in readers:
        raise ImportFailure(f"{path}: has an unknown format; its name must end in {', '.join(readers)}")
    return readers[suffix]


def _title(path: Path) -> str:
    """The file's name without its ending, with question marks for anything outside Unicode."""
    return line(path.stem.encode("utf-8", "replace").decode()) or "Catalogue"


def _put(
    document: Document, data: Path, report: Report, progress: Progress, cleaning: contextlib.ExitStack
) -> None:
    """Writes the catalogue beside its final place, and moves it there once the generator accepts it."""
    with _writable(data):
        cleaning.callback(_remove_empty, data, _first_missing(data))
        data.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=f".{data.name}.", dir=data.parent))
        cleaning.callback(shutil.rmtree, staged, ignore_errors=True)
        new = staged / "new"
        new.mkdir()
    _write_accepted(document, new, data, report, progress)
    with _writable(data):
        os.rename(new, data)


def _first_missing(path: Path) -> Path:
    """The topmost directory that must be created for the path, perhaps the path itself."""
    return [each for each in (path, *path.parents) if not each.exists()][-1]


def _remove_empty(data: Path, topmost: Path) -> None:
    """Removes the directories that were created for a failed import, unless they have new contents."""
    with contextlib.suppress(OSError):
        for directory in data.parents:
            if not directory.is_relative_to(topmost):
                return
            directory.rmdir()


def _write_accepted(document: Document, new: Path, data: Path, report: Report, progress: Progress) -> None:
    """Writes the records that the generator accepts; removes and names the others."""
    while True:
        progress.step = f"writing {data}"
        with _writable(data):
            toml.write(document, new)
        progress.step = f"checking {data}"
        try:
            read_catalogue(new)
            return
        except DataError as error:
            _take_out(document, error.mistakes, new, data, report)


def _take_out(document: Document, mistakes: list[str], new: Path, data: Path, report: Report) -> None:
    """Removes the records with mistakes; raises ImportFailure for any other mistake."""
    why: dict[tuple[str, str], str] = {}
    for mistake in mistakes:
        place = getattr(mistake, "place", None)
        if place is not None:
            why.setdefault((place.file, place.entry.partition(",")[0]), mistake.rpartition(f"{place.entry}: ")[2])
    found = False
    for kind, records in document.records.items():
        file = f"{document.plurals[kind]}.toml"
        kept = []
        for position, record in enumerate(records, 1):
            reason = why.get((file, entry_name(kind, record["key"], position)))
            if reason is None:
                kept.append(record)
            else:
                report.refuse(document.places[record["key"]], reason)
                found = True
        document.records[kind] = kept
    if not found:
        raise ImportFailure(*(mistake.replace(str(new), str(data)) for mistake in mistakes))
    if not any(document.records.values()):
        raise ImportFailure(*report.lines(), f"{data}: would have no entries")


@contextlib.contextmanager
def _writable(path: Path):
    try:
        yield
    except OSError as error:
        raise ImportFailure(f"{path}: cannot be written: {error.strerror}") from None
