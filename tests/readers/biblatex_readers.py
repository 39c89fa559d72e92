"""Tests of the BibLaTeX with biber, which reads it for BibLaTeX, and with pandoc."""

import re
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from codegen.catalogue import DateRange
from codegen.citations import Citation
from tests.readers.pandoc_reader import PandocReader
from tests.readers.read_back import ROLES, VERBATIM, ReadBack, iso, one_line, parts_of, with_hyphens
from tests.support.running import output_of

BIBLATEXML = {"": "http://biblatex-biber.sourceforge.net/biblatexml"}
# The fields that say where something was published, the container first.
VENUES = ("journaltitle", "booktitle", "howpublished", "institution", "organization", "publisher")
# What biber leaves to LaTeX.
COMMANDS = {
    **{f"\\{character}": character for character in "#$%&_{}"},
    **{"\\^{}": "^", "\\textbackslash{}": "\\", "\\textasciitilde{}": "~", "\\textasciicircum{}": "^"},
    **{"\\textbraceleft{}": "{", "\\textbraceright{}": "}", "{": "", "}": ""},
}


def typeset(latex: str) -> str:
    """What LaTeX makes of it."""
    return re.sub(r"\\[a-z]+\{\}|\\\^\{\}|\\.|[{}]", lambda match: COMMANDS[match[0]], latex)


class BiblatexReader(ReadBack):
    format = "biblatex"

    def as_read(self, said: dict, citation: Citation) -> dict:
        """What every reader of BibLaTeX has to find."""
        return {
            **said,
            **{role: [tuple(map(one_line, parts_of(name))) for name in said[role]] for role in ROLES},
            **{name: one_line(said[name]) for name in ("title", "volume")},
            **{name: said[name].translate(VERBATIM) for name in ("DOI", "URL")},
            "venue": [one_line(text) for text in said["venue"]],
            "page": with_hyphens(said["page"]),
        }


class Biber(BiblatexReader):
    def read(self, text: str) -> dict[str, dict]:
        with tempfile.TemporaryDirectory() as directory:
            source, target = Path(directory, "references.bib"), Path(directory, "references.bltxml")
            source.write_text(text, encoding="utf-8")
            said = output_of("biber", "--tool", "--output-format=biblatexml", f"--output-file={target}", source, cwd=directory)
            self.complaints = re.findall("^(?:WARN|ERROR) - .*", said, re.MULTILINE)
            entries = ElementTree.parse(target).getroot()
        read = {entry.get("id"): self.read_entry(entry) for entry in entries}
        # It sorts them.
        keys = re.findall(r"^@\w+\{(.*),$", text, re.MULTILINE)
        self.assertEqual(sorted(keys), sorted(read))
        return {key: read[key] for key in keys}

    def read_entry(self, entry: ElementTree.Element) -> dict:
        def text(name: str) -> str:
            element = entry.find(name, BIBLATEXML)
            if element is None:
                return ""
            # A list is divided at its "and".
            items = [item.text for item in element.iterfind("list/item", BIBLATEXML)]
            return " and ".join(items) or element.text

        names = {role: [] for role in ROLES}
        others = []
        for element in entry.findall("names", BIBLATEXML):
            if element.get("type") in ROLES:
                names[element.get("type")] = [*map(self.read_name, element)]
                if element.get("morenames"):
                    others.append(element.get("type"))
        return {
            **{name: text(name.lower()) for name in ("DOI", "URL")},
            **{name: typeset(text(name)) for name in ("title", "volume")},
            **names,
            "others": [role for role in ROLES if role in others],
            "venue": [typeset(text(name)) for name in VENUES if text(name)],
            "page": ", ".join(with_hyphens(self.read_range(item)) for item in entry.iterfind("pages/list/item", BIBLATEXML)),
            "issued": next((self.read_range(date, "/") for date in entry.findall("date", BIBLATEXML) if not date.get("type")), ""),
            "arxiv": text("eprint"),
        }

    def read_range(self, element: ElementTree.Element, between: str = "-") -> str:
        return between.join(end.text for end in element) or typeset(element.text)

    def read_name(self, name: ElementTree.Element) -> tuple[str, ...]:
        parts = {part.get("type"): " ".join(word.text for word in part) or part.text for part in name}
        return tuple(typeset(parts.get(part, "")) for part in ("prefix", "family", "given", "suffix"))

    def as_read(self, said: dict, citation: Citation) -> dict:
        date = said["issued"]
        # It writes no zero before a year.
        issued = (date.literal or re.sub("^0+|(?<=/)0+", "", iso(date))) if date else ""
        return super().as_read(said, citation) | {"issued": issued}


class PandocBiblatex(PandocReader, BiblatexReader):
    def as_read(self, said: dict, citation: Citation) -> dict:
        read = self.as_set(super().as_read(said, citation)) | {"issued": self.date_parts(said["issued"])}
        # It takes the title of a periodical for what holds it as well.
        return read | {"venue": f"{read['title']}; {read['venue']}"} if citation.type == "periodical" else read
