"""Reads the MODS that bibutils makes from a bibliography."""

import re
from xml.etree import ElementTree

from codegen.citations import Citation
from tests.readers.read_back import with_hyphens

MODS = {"": "http://www.loc.gov/mods/v3"}
# The roles of MARC.
ROLES = ("author", "editor", "translator")
# The suffixes that bibutils knows.
SUFFIXES = ("", "Jr.", "III")


def read_records(document: str) -> dict[str, dict]:
    """The records by key, in the form of `read_back.expected`."""
    records = ElementTree.fromstring(document.removeprefix("\ufeff").encode()).findall("mods", MODS)
    return {record.get("ID"): _read(record) for record in records}


def _read(record: ElementTree.Element) -> dict:
    names = {role: [] for role in ROLES}
    # In MODS, the editors of the containing book belong to the host.
    for element in (record, *record.findall("relatedItem", MODS)):
        for name in element.findall("name", MODS):
            role = _text(name, "role/roleTerm")
            # An author of the host is not an author of the record.
            if role in ROLES and (role != "author" or element is record):
                names[role].append(_name(name))
    # bibutils reads the translator, whom RIS gives as the fourth author, as an author of the series.
    names["translator"] += [_name(name) for name in _named(record, "relatedItem/relatedItem/name", "author")]
    # bibutils reads some containers as an abbreviated title, next to an empty title.
    venue = [title.text for title in record.findall("relatedItem/titleInfo/title", MODS)]
    venue += [_text(record, "originInfo/publisher"), _text(record, "relatedItem/originInfo/publisher")]
    venue += [_text(grantor, "namePart") for grantor in _named(record, "name", "degree grantor")]
    titles = [element for element in record.findall("titleInfo", MODS) if not element.get("type")]
    pages = [element.text for element in record.findall("part/extent[@unit='page']/*", MODS)]
    others = [role for role in ROLES if names[role][-1:] == [("others", "", "")]]
    return {
        "title": "".join(_text(element, "title") for element in titles),
        "venue": [text for text in venue if text],
        "issued": _text(record, "originInfo/dateIssued"),
        "abstract": " ".join(_text(record, "abstract").split()),
        "volume": _detail(record, "volume"),
        "number": _detail(record, "issue") or _detail(record, "number"),
        "ISBN": _text(record, ".//identifier[@type='isbn']"),
        "ISSN": _text(record, ".//identifier[@type='issn']"),
        "page": with_hyphens("-".join(pages) or _detail(record, "page")),
        "DOI": _text(record, "identifier[@type='doi']"),
        "arxiv": _text(record, "identifier[@type='arXiv']"),
        "URL": [element.text for element in record.findall("location/url", MODS)],
        "others": others,
        **{role: listed[:-1] if role in others else listed for role, listed in names.items()},
    }


def _text(element: ElementTree.Element, path: str) -> str:
    return element.findtext(path, "", MODS)


def _named(record: ElementTree.Element, path: str, role: str) -> list[ElementTree.Element]:
    return [name for name in record.findall(path, MODS) if _text(name, "role/roleTerm") == role]


def _detail(record: ElementTree.Element, type: str) -> str:
    return _text(record, f".//part/detail[@type='{type}']/number")


def _name(name: ElementTree.Element) -> tuple[str, str, str]:
    """The family name with its particles, the given names, and the suffix; or the whole name and two empty texts."""
    family, given, suffix = (
        " ".join(part.text for part in name.findall(f"namePart[@type='{type}']", MODS))
        for type in ("family", "given", "suffix")
    )
    return letters_of(family or _text(name, "namePart")), letters_of(given), suffix


def series_of(citation: Citation) -> list[str]:
    """The series of a book, which bibutils reads as its container."""
    series = citation.texts.get("collection-title", "")
    return [series] if series and citation.type == "book" else []


def identified(said: dict) -> dict:
    """The expected DOI and URL. bibutils turns the URL of a DOI into a DOI."""
    resolver = "https://doi.org/"
    if said["URL"].startswith(resolver):
        return {"DOI": said["URL"].removeprefix(resolver), "URL": []}
    return {"DOI": said["DOI"], "URL": [said["URL"]] if said["URL"] else []}


def letters_of(name: str) -> str:
    """The name without commas, and without dots and spaces, which bibutils drops after initials."""
    return re.sub("[., ]", "", name)
