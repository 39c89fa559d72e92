"""Tests of the RIS with bibutils."""

import re
import tempfile
from pathlib import Path

from codegen.citations import Citation, citations
from codegen.names import Name
from tests.readers import mods
from tests.readers.mods import letters_of
from tests.readers.read_back import ROLES, ReadBack, expected, iso, parts_of, with_hyphens, written
from tests.support.running import output_of

# The DOIs that bibutils keeps: that of a preprint in arXiv is the identifier to it.
DOI = re.compile(r"10\.\d{4}/[\x21-\x7e]+")


def divided(name: str) -> list[str]:
    """It divides a name at its "and", even one that it is told to leave as it is."""
    return re.split(" [Aa]nd ", name)


def whole_names() -> set[str]:
    """The names that have no parts, and what they are divided into."""
    said = [expected(citation, True) for source in written().values() for citation in citations(source.catalogue)]
    names = [name.full for each in said for role in ROLES for name in each[role] if not name.given]
    return {part for name in names for part in divided(name)}


class BibutilsRis(ReadBack):
    format = "ris"

    def read(self, text: str) -> dict[str, dict]:
        with tempfile.TemporaryDirectory() as directory:
            ris, names = Path(directory, "references.ris"), Path(directory, "names")
            ris.write_bytes(text.encode())
            # It takes the words of every name for those of a person, unless told that they are not.
            names.write_text("".join(f"{name}\n" for name in sorted(whole_names())), encoding="utf-8")
            read = mods.read_records(output_of("ris2xml", "--nosplit-title", "--asis", names, ris))
        # It joins the end of a range to a year, and the date of access too.
        for each in read.values():
            each["issued"] = re.sub(r"^(\d{4})-\d{4}(/.*)?$", r"\1", each["issued"])
        return read

    def as_read(self, said: dict, citation: Citation) -> dict:
        names = {role: [part for name in said[role] for part in self.names_of(name)] for role in ROLES}
        if citation.type == "book" and "collection-editor" in citation.names:
            # The editor of the series is one of the book to it.
            editors = citation.names["collection-editor"].names
            names["editor"] += [part for name in editors for part in self.names_of(name)]
        identified = mods.identified(said)
        doi = identified["DOI"]
        date = said["issued"]
        return {
            **said,
            **names,
            # Of the numbers it knows that of an issue.
            "number": citation.texts.get("issue", ""),
            "venue": mods.series_of(citation) + said["venue"],
            # The pages of a book are their number.
            "page": with_hyphens(said["page"] or citation.texts.get("number-of-pages", "")),
            "DOI": doi if DOI.fullmatch(doi) and not doi.startswith("10.48550/") else "",
            "URL": identified["URL"],
            "issued": (date.literal or iso(date).split("/")[0]) if date else "",
        }

    def names_of(self, name: Name) -> list[tuple[str, str, str]]:
        von, family, given, suffix = parts_of(name)
        if name.given and "," in family:
            # The first comma ends the family name.
            family, _, behind = family.partition(",")
            given = behind + given
        # It knows no suffix but these, and takes others for given names.
        if suffix not in mods.SUFFIXES:
            given, suffix = given + suffix, ""
        *before, last = divided(f"{von} {family}")
        return [(letters_of(part), "", "") for part in before] + [(letters_of(last), letters_of(given), suffix)]
