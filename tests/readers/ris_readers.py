"""Tests of the RIS output with bibutils."""

import re
import tempfile
from pathlib import Path

from codegen.citations import Citation, citations
from codegen.names import Name
from tests.readers import mods
from tests.readers.mods import letters_of
from tests.readers.read_back import ROLES, ReadBack, expected, iso, parts_of, with_hyphens, written
from tests.support.running import output_of

# The DOIs that bibutils keeps. It replaces the DOI of an arXiv preprint with the identifier.
DOI = re.compile(r"10\.\d{4}/[\x21-\x7e]+")


def divided(name: str) -> list[str]:
    """The parts of a name, which bibutils splits at "and", even if told to keep the name whole."""
    return re.split(" [Aa]nd ", name)


def whole_names() -> set[str]:
    """The names without parts, split at "and"."""
    said = [expected(citation, True) for source in written().values() for citation in citations(source.catalogue)]
    names = [name.full for each in said for role in ROLES for name in each[role] if not name.given]
    return {part for name in names for part in divided(name)}


class BibutilsRis(ReadBack):
    format = "ris"

    def read(self, text: str) -> dict[str, dict]:
        with tempfile.TemporaryDirectory() as directory:
            ris, names = Path(directory, "references.ris"), Path(directory, "names")
            ris.write_bytes(text.encode())
            # bibutils splits every name into the parts of a person's name, except those in this file.
            names.write_text("".join(f"{name}\n" for name in sorted(whole_names())), encoding="utf-8")
            read = mods.read_records(output_of("ris2xml", "--nosplit-title", "--asis", names, ris))
        # bibutils appends the end of a range, and the date of access, to the year.
        for each in read.values():
            each["issued"] = re.sub(r"^(\d{4})-\d{4}(/.*)?$", r"\1", each["issued"])
        return read

    def as_read(self, said: dict, citation: Citation) -> dict:
        names = {role: [part for name in said[role] for part in self.names_of(name)] for role in ROLES}
        if citation.type == "book" and "collection-editor" in citation.names:
            # bibutils reads the editor of a series as an editor of the book.
            editors = citation.names["collection-editor"].names
            names["editor"] += [part for name in editors for part in self.names_of(name)]
        identified = mods.identified(said)
        doi = identified["DOI"]
        date = said["issued"]
        return {
            **said,
            **names,
            # The only number that bibutils reads is the issue.
            "number": citation.texts.get("issue", ""),
            "venue": mods.series_of(citation) + said["venue"],
            # RIS has the number of a book's pages in the same field.
            "page": with_hyphens(said["page"] or citation.texts.get("number-of-pages", "")),
            "DOI": doi if DOI.fullmatch(doi) and not doi.startswith("10.48550/") else "",
            "URL": identified["URL"],
            "issued": (date.literal or iso(date).split("/")[0]) if date else "",
        }

    def names_of(self, name: Name) -> list[tuple[str, str, str]]:
        von, family, given, suffix = parts_of(name)
        if name.given and "," in family:
            # In RIS, the first comma ends the family name.
            family, _, behind = family.partition(",")
            given = behind + given
        # bibutils reads other suffixes as given names.
        if suffix not in mods.SUFFIXES:
            given, suffix = given + suffix, ""
        *before, last = divided(f"{von} {family}")
        return [(letters_of(part), "", "") for part in before] + [(letters_of(last), letters_of(given), suffix)]
