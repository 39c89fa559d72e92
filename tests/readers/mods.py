"""Reads the MODS that bibutils makes of a bibliography."""

import re
from xml.etree import ElementTree

from tests.readers.read_back import with_hyphens

MODS = {"": "http://www.loc.gov/mods/v3"}
# The roles of MARC.
ROLES = ("author", "editor", "translator")


def read_records(document: str) -> dict[str, dict]:
    """The records by key, in the shape of `expected`."""
    records = ElementTree.fromstring(document.removeprefix("\ufeff").encode()).findall("mods", MODS)
    return {record.get("ID"): _read(record) for record in records}


def _read(record: ElementTree.Element) -> dict:
    names = {role: [] for role in ROLES}
    # What is said of the book stands with the host.
    for element in (record, *record.findall("relatedItem", MODS)):
        for name in element.findall("name", MODS):
            role = name.findtext("role/roleTerm", "", MODS)
            # An author of the host is somebody else.
            if role in ROLES and (role != "author" or element is record):
                names[role].append(_name(name))
    # RIS has a tag for a fourth kind of author, which is the translator of most types, and one of the series to bibutils.
    fourth = record.iterfind("relatedItem/relatedItem/name", MODS)
    names["translator"] += [_name(name) for name in fourth if name.findtext("role/roleTerm", "", MODS) == "author"]
    publishers = [*record.findall("originInfo/publisher", MODS), *record.findall("relatedItem/originInfo/publisher", MODS)]
    grantors = [name for name in record.findall("name", MODS) if name.findtext("role/roleTerm", "", MODS) == "degree grantor"]
    container = [element.text for element in record.findall("relatedItem/titleInfo/title", MODS) if element.text]
    return {
        "title": "".join(element.findtext("title", "", MODS) for element in record.findall("titleInfo", MODS) if not element.get("type")),
        "venue": container + [element.text for element in publishers] + [name.findtext("namePart", "", MODS) for name in grantors],
        "issued": record.findtext("originInfo/dateIssued", "", MODS),
        "volume": _detail(record, "volume"),
        "page": with_hyphens("-".join(element.text for element in record.findall("part/extent[@unit='page']/*", MODS)) or _detail(record, "page")),
        "DOI": record.findtext("identifier[@type='doi']", "", MODS),
        "arxiv": record.findtext("identifier[@type='arXiv']", "", MODS),
        "URL": [element.text for element in record.findall("location/url", MODS)],
        "others": [role for role in ROLES if names[role][-1:] == [("others", "", "")]],
        **{role: listed[:-1] if listed[-1:] == [("others", "", "")] else listed for role, listed in names.items()},
    }


def _detail(record: ElementTree.Element, type: str) -> str:
    return next((detail.findtext("number", "", MODS) for detail in record.iterfind(f".//part/detail[@type='{type}']", MODS)), "")


def _name(name: ElementTree.Element) -> tuple[str, str, str]:
    """Family name with its particles, given names, and suffix; or the whole name."""
    parts = {type: " ".join(part.text for part in name.findall(f"namePart[@type='{type}']", MODS)) for type in ("family", "given", "suffix")}
    family = parts["family"] or name.findtext("namePart", "", MODS)
    return letters_of(family), letters_of(parts["given"]), parts["suffix"]


def letters_of(name: str) -> str:
    """The name less dots and spaces, of which bibutils keeps none behind initials, and without its commas."""
    return re.sub("[., ]", "", name)
