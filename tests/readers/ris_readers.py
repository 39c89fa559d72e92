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
# It knows no suffix but these, and takes others for given names.
SUFFIXES = ("", "Jr.", "III")


def divided(name: str) -> list[str]:
    """It divides a name at its "and", even one that it is told to leave as it is."""
    return re.split(" [Aa]nd ", name)


def whole_names() -> set[str]:
    """The names that have no parts, and what they are divided into."""
    said = [expected(citation) for source in written().values() for citation in citations(source.catalogue)]
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
            return mods.read_records(output_of("ris2xml", "--nosplit-title", "--asis", names, ris))

    def as_read(self, said: dict, citation: Citation) -> dict:
        names = {role: [part for name in said[role] for part in self.names_of(name)] for role in ROLES}
        if citation.type == "book" and "collection-editor" in citation.names:
            # The editor of the series is one of the book to it.
            names["editor"] += [part for name in citation.names["collection-editor"].names for part in self.names_of(name)]
        series = [citation.texts["collection-title"]] if citation.type == "book" and "collection-title" in citation.texts else []
        doi_in_url = said["URL"].removeprefix("https://doi.org/") if said["URL"].startswith("https://doi.org/") else ""
        doi = said["DOI"] or doi_in_url
        return {
            **said,
            **names,
            "venue": series + said["venue"],
            # The pages of a book are their number.
            "page": with_hyphens(said["page"] or citation.texts.get("number-of-pages", "")),
            "DOI": doi if DOI.fullmatch(doi) and not doi.startswith("10.48550/") else "",
            "URL": [said["URL"]] if said["URL"] and not doi_in_url else [],
            "issued": self.date_of(said["issued"]),
        }

    def date_of(self, date) -> str:
        """Of a range it reads the years, or the beginning where that has a month."""
        if date is None or date.literal:
            return date.literal if date else ""
        begin, _, end = iso(date).partition("/")
        return f"{begin}-{end[:4]}" if end and not date.begin.month and not date.end.month else begin

    def names_of(self, name: Name) -> list[tuple[str, str, str]]:
        von, family, given, suffix = parts_of(name)
        if name.given and "," in family:
            # The first comma ends the family name.
            family, _, behind = family.partition(",")
            given = behind + given
        if suffix not in SUFFIXES:
            given, suffix = given + suffix, ""
        *before, last = divided(f"{von} {family}")
        return [(letters_of(part), "", "") for part in before] + [(letters_of(last), letters_of(given), suffix)]
