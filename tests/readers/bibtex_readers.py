"""Tests of the BibTeX output with pybtex, pandoc and bibutils, which split names into parts."""

import re

from codegen.citations import Citation
from codegen.formats import TYPES
from tests.readers import mods
from tests.readers.pandoc_reader import PandocReader
from tests.readers.read_back import ROLES, VERBATIM, ReadBack, classic_date, iso, one_line, parts_of, with_hyphens
from tests.support.running import output_of

# The fields for the venue, the container first.
VENUES = ("journal", "booktitle", "howpublished", "institution", "school", "publisher")


class BibtexReader(ReadBack):
    format = "bibtex"

    def as_read(self, said: dict, citation: Citation) -> dict:
        """The values that every reader of BibTeX must find."""
        return {
            **said,
            **{role: [tuple(map(one_line, parts_of(name))) for name in said[role]] for role in ROLES},
            **{name: one_line(said[name]) for name in ("title", "volume", "number")},
            **{name: said[name].translate(VERBATIM) for name in ("DOI", "URL")},
            "venue": [one_line(text) for text in said["venue"]],
            "page": with_hyphens(said["page"]),
            "issued": classic_date(said["issued"]),
        }


class Pybtex(BibtexReader):
    # pybtex decodes accented letters and the most common characters, but not these commands. It also reads a backslash
    # before a brace as a character, and the brace as markup.
    commands = {
        **{"\\textless{}": "<", "\\textgreater{}": ">", "\\textasciicircum{}": "^", "\\$": "$"},
        **{"\\textbraceleft{}": "\ue000", "\\textbraceright{}": "\ue001", "\\{": "\ue000", "\\}": "\ue001"},
    }
    braces = str.maketrans("\ue000\ue001", "{}")

    def decoded(self, latex: str) -> str:
        from pybtex.richtext import Text

        latex = re.sub(r"\\text\w+\{\}|\\[{}$]", lambda match: self.commands.get(match[0], match[0]), latex)
        return str(Text.from_latex(latex)).translate(self.braces)

    def read(self, text: str) -> dict[str, dict]:
        from pybtex.database import parse_string

        return {key: self.read_entry(entry) for key, entry in parse_string(text, "bibtex").entries.items()}

    def read_entry(self, entry) -> dict:
        from pybtex.bibtex.utils import split_name_list
        from pybtex.database import Person

        fields = {name: self.decoded(value) for name, value in entry.fields.items()}
        names = ("title", "volume", "number", "ISBN", "ISSN", "abstract")
        read = {name: fields.get(name.lower(), "") for name in names}
        read |= {name: entry.fields.get(name.lower(), "") for name in ("DOI", "URL")}
        read["page"] = with_hyphens(fields.get("pages", ""))
        read["venue"] = [fields[name] for name in VENUES if name in fields]
        read["issued"] = tuple(fields.get(name, "") for name in ("year", "month", "day", "date"))
        read["arxiv"] = entry.fields.get("eprint", "")
        # pybtex splits only authors and editors into persons.
        translators = [Person(name) for name in split_name_list(entry.fields.get("translator", ""))]
        persons = {**entry.persons, "translator": translators}
        names = {role: [*map(self.read_name, listed)] for role, listed in persons.items()}
        read["others"] = [role for role in ROLES if names.get(role, ())[-1:] == [("", "others", "", "")]]
        return read | {role: listed[:-1] if role in read["others"] else listed for role, listed in names.items()}

    def read_name(self, person) -> tuple[str, ...]:
        given = person.first_names + person.middle_names
        parts = (person.prelast_names, person.last_names, given, person.lineage_names)
        return tuple(self.decoded(" ".join(part)) for part in parts)

    def as_read(self, said: dict, citation: Citation) -> dict:
        said = super().as_read(said, citation)
        # pybtex turns no-break spaces into ordinary ones.
        venue = [text.replace("\u00a0", " ") for text in said["venue"]]
        return said | {"title": said["title"].replace("\u00a0", " "), "venue": venue}


class PandocBibtex(PandocReader, BibtexReader):
    def as_read(self, said: dict, citation: Citation) -> dict:
        issued = self.date_parts(said["issued"])
        return self.less_strict(super().as_read(said, citation)) | {"issued": issued}


class BibutilsBibtex(BibtexReader):
    # bibutils does not decode these commands.
    commands = {"\\textless": "<", "\\textgreater": ">", "\\textbackslash": "\\", "\u2303": "^"}
    # For these types, bibutils keeps no numbers, and only one field of the venue.
    misc = tuple(type.csl for type in TYPES if type.bibtex == "misc")
    # bibutils keeps arXiv identifiers only for these types.
    articles = ("article-journal", "article-magazine", "article-newspaper", "review", "review-book")

    def read(self, text: str) -> dict[str, dict]:
        read = mods.read_records(output_of("bib2xml", "--nosplit-title", input=text))
        return {key: {name: self.as_typeset(value) for name, value in each.items()} for key, each in read.items()}

    def as_typeset(self, value):
        """The value with typographic quotation marks and dashes, which bibutils inserts."""
        if isinstance(value, (list, tuple)):
            return type(value)(map(self.as_typeset, value))
        for command, character in self.commands.items():
            value = value.replace(command, character)
        return re.sub("-{2,}|[\u2013\u2014]", "\u2013", re.sub("[\"'`\u2018\u2019\u201c\u201d]", "", value))

    def as_read(self, said: dict, citation: Citation) -> dict:
        said = super().as_read(said, citation)
        year, _, _, _ = said["issued"]
        date = citation.dates.get("issued")
        is_misc = citation.type in self.misc
        read = {
            **said,
            **mods.identified(said),
            **{role: [self.name_of(*name) for name in said[role]] for role in ROLES},
            "venue": said["venue"][:1] if is_misc else mods.series_of(citation) + said["venue"],
            **{name: "" if is_misc else said[name] for name in ("volume", "ISBN", "ISSN")},
            "number": "" if is_misc or citation.type == "thesis" else said["number"],
            # bibutils drops the pages of a report, and completes the second of two numbers.
            "page": "" if citation.type == "report" else re.sub(r"^(\d)(\d\d)-(\d)$", r"\1\2-\g<1>0\3", said["page"]),
            "issued": year if not date or date.literal or date.end.year else iso(date).lstrip("0"),
            "arxiv": said["arxiv"] if citation.type in self.articles else "",
        }
        return {name: self.as_typeset(value) for name, value in read.items()}

    def name_of(self, von: str, family: str, given: str, suffix: str) -> tuple[str, str, str]:
        # bibutils reads other suffixes as given names.
        if suffix not in mods.SUFFIXES:
            given, suffix = suffix + given, ""
        return mods.letters_of(von + family), mods.letters_of(given), suffix
