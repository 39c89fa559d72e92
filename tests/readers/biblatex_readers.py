"""Tests of the BibLaTeX output with biber, which BibLaTeX itself uses, and with pandoc."""

import re
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from codegen.citations import Citation, citations
from tests.readers.pandoc_reader import PandocReader
from tests.readers.read_back import ROLES, VERBATIM, ReadBack, iso, one_line, parts_of, with_hyphens, written
from tests.support.running import output_of

BIBLATEXML = {"": "http://biblatex-biber.sourceforge.net/biblatexml"}
# The fields for the venue, the container first.
VENUES = ("journaltitle", "booktitle", "howpublished", "institution", "organization", "publisher")
# The LaTeX commands that biber does not replace, and their characters.
COMMANDS = {
    **{f"\\{character}": character for character in "#$%&_{}"},
    **{"\\^{}": "^", "\\textbackslash{}": "\\", "\\textasciitilde{}": "~", "\\textasciicircum{}": "^"},
    **{"\\textbraceleft{}": "{", "\\textbraceright{}": "}", "{": "", "}": ""},
}


def typeset(latex: str) -> str:
    """The text that LaTeX prints."""
    return re.sub(r"\\[a-z]+\{\}|\\\^\{\}|\\.|[{}]", lambda match: COMMANDS[match[0]], latex)


# Fields that BibLaTeX's data model lacks. Its styles ignore them; other readers use them.
UNKNOWN_FIELDS = (
    "Invalid field 'number' for entrytype '(misc|online|thesis)'",
    "Invalid field 'publisher' for entrytype '(patent|periodical)'",
    *("Invalid field 'isbn' for entrytype 'report'", "Invalid field 'edition' for entrytype 'article'"),
    *("Invalid field 'bookauthor' for entrytype 'book'", "Field '(pmid|pmcid)' invalid in data model"),
    # The model names these types without any fields, not even a title. Styles treat them as misc.
    "Invalid field '.*' for entrytype '(artwork|image|jurisdiction|legal|legislation|letter|movie|music)'",
    "Invalid field '.*' for entrytype '(performance|standard|video)'",
)
# Values of the citations that do not match the data model.
OTHER_VALUES = (
    "Invalid value of field 'volume' must be datatype 'integer'",
    "Invalid value of field 'year' must be datatype 'datepart'",
    "legacy year field '(Spring|31st August) .*' in entry '.*' is not an integer",
)


class BiblatexReader(ReadBack):
    format = "biblatex"
    event_is_venue = False

    def as_read(self, said: dict, citation: Citation) -> dict:
        """The values that every reader of BibLaTeX must find."""
        return {
            **said,
            **{role: [tuple(map(one_line, parts_of(name))) for name in said[role]] for role in ROLES},
            **{name: one_line(said[name]) for name in ("title", "volume", "number")},
            **{name: said[name].translate(VERBATIM) for name in ("DOI", "URL")},
            "venue": [one_line(text) for text in said["venue"]],
            "page": with_hyphens(said["page"]),
        }


class Biber(BiblatexReader):
    def run_biber(self, text: str, *options: str) -> tuple[ElementTree.Element, list[str]]:
        """The entries that biber reads, and its warnings and errors."""
        with tempfile.TemporaryDirectory() as directory:
            source, target = Path(directory, "references.bib"), Path(directory, "references.bltxml")
            source.write_text(text, encoding="utf-8")
            options += ("--tool", "--output-format=biblatexml", f"--output-file={target}")
            said = output_of("biber", *options, source, cwd=directory)
            return ElementTree.parse(target).getroot(), re.findall("^(?:WARN|ERROR) - (.*)", said, re.MULTILINE)

    def test_biber_misses_only_fields_that_the_data_lack(self):
        catalogue = written()["this"].catalogue
        _, complaints = self.run_biber(written()["this"].texts["biblatex"], "--validate-datamodel")
        cited = {record.key: citation for record, citation in zip(catalogue.entries, citations(catalogue))}
        lacking = "Entry '(.*)' .*: Missing mandatory field - one of '(.*)' must be defined"
        missing = [re.search(lacking, each) for each in complaints]
        self.assertNotIn(None, missing, complaints)
        self.assertGreater(len(missing), 0)
        for key, fields in (each.groups() for each in missing):
            given = {*cited[key].texts, *cited[key].dates, *["arxiv"] * bool(cited[key].arxiv)}
            wanted = {"issued"} if {*fields.split(", ")} == {"date", "year"} else {"DOI", "URL", "arxiv"}
            self.assertTrue(given.isdisjoint(wanted), key)

    def test_biber_accepts_all_fields_with_known_exceptions(self):
        _, complaints = self.run_biber(written()["references"].texts["biblatex"], "--validate-datamodel")
        for complaint in (*UNKNOWN_FIELDS, *OTHER_VALUES):
            self.assertRegex("\n".join(complaints), complaint)
        known = "|".join((*UNKNOWN_FIELDS, *OTHER_VALUES, "Missing mandatory field"))
        self.assertEqual([each for each in complaints if not re.search(known, each)], [])

    def read(self, text: str) -> dict[str, dict]:
        entries, _ = self.run_biber(text)
        read = {entry.get("id"): self.read_entry(entry) for entry in entries}
        # biber sorts the entries.
        keys = re.findall(r"^@\w+\{(.*),$", text, re.MULTILINE)
        self.assertEqual(sorted(keys), sorted(read))
        return {key: read[key] for key in keys}

    def read_entry(self, entry: ElementTree.Element) -> dict:
        def text(name: str) -> str:
            element = entry.find(name, BIBLATEXML)
            if element is None:
                return ""
            # biber splits a list at "and".
            items = [item.text for item in element.iterfind("list/item", BIBLATEXML)]
            return " and ".join(items) or element.text

        names = {role: [] for role in ROLES}
        others = []
        for element in entry.findall("names", BIBLATEXML):
            if element.get("type") in ROLES:
                names[element.get("type")] = [*map(self.read_name, element)]
                if element.get("morenames"):
                    others.append(element.get("type"))
        pages = entry.findall("pages/list/item", BIBLATEXML)
        dates = [date for date in entry.findall("date", BIBLATEXML) if not date.get("type")]
        return {
            **{name: text(name.lower()) for name in ("DOI", "URL", "ISBN", "ISSN")},
            **{name: typeset(text(name)) for name in ("title", "volume", "number", "abstract")},
            **names,
            "others": [role for role in ROLES if role in others],
            "venue": [typeset(text(name)) for name in VENUES if text(name)],
            "page": ", ".join(with_hyphens(self.read_range(item)) for item in pages),
            "issued": "".join(self.read_range(date, "/") for date in dates),
            "arxiv": text("eprint"),
        }

    def read_range(self, element: ElementTree.Element, between: str = "-") -> str:
        return between.join(end.text for end in element) or typeset(element.text)

    def read_name(self, name: ElementTree.Element) -> tuple[str, ...]:
        parts = {part.get("type"): " ".join(word.text for word in part) or part.text for part in name}
        return tuple(typeset(parts.get(part, "")) for part in ("prefix", "family", "given", "suffix"))

    def as_read(self, said: dict, citation: Citation) -> dict:
        date = said["issued"]
        # biber writes years without leading zeros.
        issued = (date.literal or re.sub("^0+|(?<=/)0+", "", iso(date))) if date else ""
        return super().as_read(said, citation) | {"issued": issued}


# The types with an organization as publisher, and without a container.
ORGANIZED = ("figure", "song")


class PandocBiblatex(PandocReader, BiblatexReader):
    def as_read(self, said: dict, citation: Citation) -> dict:
        read = self.less_strict(super().as_read(said, citation)) | {"issued": self.date_parts(said["issued"])}
        # pandoc also uses the title of a periodical as its container.
        if citation.type == "periodical":
            return read | {"venue": f"{read['title']}; {read['venue']}"}
        # pandoc puts the organization first.
        return read | {"venue": "; ".join(reversed(read["venue"].split("; ")))} if citation.type in ORGANIZED else read
