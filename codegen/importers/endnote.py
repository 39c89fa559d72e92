"""Reads what EndNote exports: its own format of lines that begin with a percent sign, and XML."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from .files import read_bytes
from .model import ImportFailure, Reference, Report
from .tagged import Values, joined, lines_of, reference
from .tagged_fields import ENDNOTE_ELEMENTS, ENDNOTE_OWN, ENDNOTE_TAGS, ENDNOTE_TYPES

TAG = re.compile(r"%(\S)(?: (.*)|)")
# How many elements the text of a value is within, less one.
DEEPEST = 2
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def read_lines(path: Path, report: Report) -> list[Reference]:
    """The entries of a file with the ending .enw."""
    entries: list[tuple[int, Values]] = []
    for number, line in enumerate(lines_of(path), 1):
        form = TAG.fullmatch(line)
        if form and form[1] == "0":
            entries.append((number, [("TY", [_type(form[2] or "")])]))
        elif form and entries:
            entries[-1][1].append((ENDNOTE_TAGS.get(form[1], f"%{form[1]}"), [form[2] or ""]))
        elif entries:
            # A value of several lines.
            entries[-1][1][-1][1].append(line)
        elif line.strip():
            report.leave_out("lines outside of entries")
    return [reference(f"{path.name}: line {number}", joined(values), report) for number, values in entries]


def read_xml(path: Path, report: Report) -> list[Reference]:
    """The entries of EndNote's XML."""
    source = read_bytes(path)
    if ENTITIES.search(source):
        raise ImportFailure(f"{path}: declares entities, which EndNote's XML does not")
    try:
        root = ElementTree.fromstring(source)
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise ImportFailure(f"{path}: is not XML: {error}") from None
    if root.tag != "xml" or root.find("records") is None:
        raise ImportFailure(f"{path}: is not EndNote's XML, which has its records within <xml><records>")
    made = []
    for number, record in enumerate(root.iterfind("records/record"), 1):
        kind = record.find("ref-type")
        values = [("TY", _type(kind.get("name", "") if kind is not None else ""))]
        values += [(tag, text) for tag, text in _values(record, "") if text.strip()]
        made.append(reference(f"{path.name}: record {number}", values, report))
    return made


def _values(element: ElementTree.Element, before: str) -> Iterator[tuple[str, str]]:
    """The texts within an element by their tags; styles of letters are no elements of their own."""
    for child in element:
        name = f"{before}{child.tag}"
        if name in ENDNOTE_OWN and not len(child):
            continue
        if name in ENDNOTE_ELEMENTS or not len(child) or child[0].tag == "style" or name.count("/") == DEEPEST:
            if name not in ENDNOTE_OWN:
                yield ENDNOTE_ELEMENTS.get(name, name), "".join(child.itertext())
        else:
            yield from _values(child, f"{name}/")


def _type(name: str) -> str:
    return ENDNOTE_TYPES.get(name.strip(), name.strip())
