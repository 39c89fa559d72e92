"""Reads EndNote's exports: lines that begin with a percent sign, and XML."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from .files import read_bytes
from .model import ImportFailure, Reference, Report
from .tagged import Values, joined, lines_of, reference
from .tagged_fields import ENDNOTE_ELEMENTS, ENDNOTE_OWN, ENDNOTE_TAGS, ENDNOTE_TYPES
from .tidy import lowered, raised

TAG = re.compile(r"%(\S)(?: |\Z)(.*)")
# One less than the number of elements around the text of a value.
DEEPEST = 2


class _DocumentType(Exception):
    """The file has a document type declaration."""


class _Builder(ElementTree.TreeBuilder):
    """Stops at a document type declaration, because an entity in it may represent millions of characters."""

    def doctype(self, *_: object) -> None:
        raise _DocumentType


def read_lines(path: Path, report: Report) -> list[Reference]:
    """The entries of a file with the ending .enw."""
    entries: list[tuple[int, Values]] = []
    for number, line in enumerate(lines_of(path), 1):
        form = TAG.fullmatch(line)
        if form and form[1] == "0":
            entries.append((number, []))
        if form and entries:
            entries[-1][1].append((f"%{form[1]}", [form[2]]))
        elif entries:
            # The value has several lines.
            entries[-1][1][-1][1].append(line)
        elif line.strip():
            report.leave_out("lines outside of entries")
    tags = {f"%{letter}": tag for letter, tag in ENDNOTE_TAGS.items()}
    made = []
    for number, lines in entries:
        (_, kind), *values = joined(lines)
        made.append(_reference(f"{path.name}: line {number}", kind, values, tags, report))
    return made


def read_xml(path: Path, report: Report) -> list[Reference]:
    """The entries of EndNote's XML."""
    try:
        root = ElementTree.fromstring(read_bytes(path), ElementTree.XMLParser(target=_Builder()))
    except _DocumentType:
        raise ImportFailure(f"{path}: has a document type declaration, which EndNote's XML lacks") from None
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise ImportFailure(f"{path}: is not XML: {error}") from None
    if root.tag != "xml" or root.find("records") is None:
        raise ImportFailure(f"{path}: is not EndNote's XML, which has its records within <xml><records>")
    elements = {f"<{element}>": tag for element, tag in ENDNOTE_ELEMENTS.items()}
    made = []
    for number, record in enumerate(root.iterfind("records/record"), 1):
        kind = record.find("ref-type")
        name = kind.get("name", "") if kind is not None else ""
        values = [(f"<{element}>", text) for element, text in _values(record, "") if text.strip()]
        made.append(_reference(f"{path.name}: record {number}", name, values, elements, report))
    return made


def _reference(
    place: str, kind: str, values: list[tuple[str, str]], tags: dict[str, str], report: Report
) -> Reference:
    """The reference of an entry. `values` have EndNote's own names; `tags` has the tag of RIS for each name."""
    own_names: dict[str, dict[str, None]] = {}
    for name, _ in values:
        own_names.setdefault(tags.get(name, name), {})[name] = None
    of_ris = [("TY", ENDNOTE_TYPES.get(kind.strip(), kind.strip()))]
    of_ris += [(tags.get(name, name), text) for name, text in values]
    return reference(place, of_ris, report, {tag: " and ".join(names) for tag, names in own_names.items()})


def _text(element: ElementTree.Element) -> str:
    """The text of an element, with superscripts and subscripts, but without other styles."""
    texts = [element.text or ""]
    for child in element:
        text = "".join(child.itertext())
        faces = child.get("face", "").split()
        text = raised(text) if "superscript" in faces else lowered(text) if "subscript" in faces else text
        texts += [text, child.tail or ""]
    return "".join(texts)


def _values(element: ElementTree.Element, before: str) -> Iterator[tuple[str, str]]:
    """The texts within an element by their paths; elements that only style letters are ignored."""
    for child in element:
        name = f"{before}{child.tag}"
        if name in ENDNOTE_ELEMENTS or not len(child) or child[0].tag == "style" or name.count("/") == DEEPEST:
            if name not in ENDNOTE_OWN:
                yield name, _text(child)
        else:
            yield from _values(child, f"{name}/")
