"""Tests of the BibTeX with pybtex, pandoc and bibutils, which read the names by their parts."""

import re

from codegen.citations import Citation
from tests.readers.pandoc_reader import PandocReader
from tests.readers.read_back import ROLES, VERBATIM, ReadBack, classic_date, one_line, parts_of, with_hyphens

# The fields that say where something was published, the container first.
VENUES = ("journal", "booktitle", "howpublished", "institution", "school", "publisher")


class BibtexReader(ReadBack):
    format = "bibtex"

    def as_read(self, said: dict, citation: Citation) -> dict:
        """What every reader of BibTeX has to find."""
        return {
            **said,
            **{role: [tuple(map(one_line, parts_of(name))) for name in said[role]] for role in ROLES},
            **{name: one_line(said[name]) for name in ("title", "volume")},
            **{name: said[name].translate(VERBATIM) for name in ("DOI", "URL")},
            "venue": [one_line(text) for text in said["venue"]],
            "page": with_hyphens(said["page"]),
            "issued": classic_date(said["issued"]),
        }


class Pybtex(BibtexReader):
    # pybtex decodes letters with accents and the commonest characters. It knows none of these, and takes the backslash
    # before a brace for a character, and the brace for a mark.
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
        read = {name: fields.get(name, "") for name in ("title", "volume")}
        read |= {name: entry.fields.get(name.lower(), "") for name in ("DOI", "URL")}
        read["page"] = with_hyphens(fields.get("pages", ""))
        read["venue"] = [fields[name] for name in VENUES if name in fields]
        read["issued"] = tuple(fields.get(name, "") for name in ("year", "month", "day", "date"))
        read["arxiv"] = entry.fields.get("eprint", "")
        # It takes authors and editors for persons, and leaves it to the caller to divide the others.
        translators = [Person(name) for name in split_name_list(entry.fields.get("translator", ""))]
        names = {role: [*map(self.read_name, persons)] for role, persons in {**entry.persons, "translator": translators}.items()}
        read["others"] = [role for role in ROLES if names.get(role, ())[-1:] == [("", "others", "", "")]]
        return read | {role: listed[:-1] if role in read["others"] else listed for role, listed in names.items()}

    def read_name(self, person) -> tuple[str, ...]:
        given = person.first_names + person.middle_names
        return tuple(self.decoded(" ".join(part)) for part in (person.prelast_names, person.last_names, given, person.lineage_names))

    def as_read(self, said: dict, citation: Citation) -> dict:
        said = super().as_read(said, citation)
        # A space that does not break is one of the others to it.
        return said | {"title": said["title"].replace("\u00a0", " "), "venue": [text.replace("\u00a0", " ") for text in said["venue"]]}


class PandocBibtex(PandocReader, BibtexReader):
    def as_read(self, said: dict, citation: Citation) -> dict:
        issued = self.date_parts(said["issued"])
        return self.as_set(super().as_read(said, citation)) | {"issued": issued}
