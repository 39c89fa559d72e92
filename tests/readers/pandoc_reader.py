"""Reads a bibliography with pandoc, which converts it to CSL-JSON."""

import json
import re

from codegen.catalogue import DateRange
from tests.readers.read_back import ROLES, ReadBack, with_hyphens
from tests.support.running import output_of


def as_set(text: str) -> str:
    """The text without the details that pandoc changes: it replaces quotation marks with typographic ones, joins
    spaces, and drops unbalanced braces."""
    depths, open_braces = set(), []
    for at, character in enumerate(text):
        if character == "{":
            open_braces.append(at)
        elif character == "}" and open_braces:
            open_braces.pop()
        elif character == "}":
            depths.add(at)
    kept = (character for at, character in enumerate(text) if at not in depths and at not in open_braces)
    return " ".join(re.sub("['`\u2018\u2019\u201c\u201d]", "", "".join(kept)).split())


def name_as_set(von: str, family: str, given: str, suffix: str) -> tuple[str, str, str]:
    """The name as pandoc changes it: it reads the text after a comma as a suffix, finds particles in a family name, and
    inserts a space after the dot of an initial."""
    given, _, behind = given.partition(", ")
    return tuple(as_set(part).replace(" ", "") for part in (von + family, given, suffix or behind))


def name_of(author: dict) -> tuple[str, str, str]:
    if "literal" in author:
        return name_as_set("", author["literal"], "", "")
    particles = author.get("dropping-particle", "") + author.get("non-dropping-particle", "")
    return name_as_set(particles, author["family"], author.get("given", ""), author.get("suffix", ""))


class PandocReader(ReadBack):
    def read(self, text: str) -> dict[str, dict]:
        items = json.loads(output_of("pandoc", "-f", self.format, "-t", "csljson", input=text))
        return {item["id"]: self.read_item(item) for item in items}

    def read_item(self, item: dict) -> dict:
        read = {name: as_set(item.get(name, "")) for name in ("title", "volume", "abstract")}
        read |= {name: item.get(name, "") for name in ("DOI", "URL", "ISBN", "ISSN")}
        numbers = [as_set(item[name]) for name in ("issue", "number", "collection-number") if name in item]
        read["number"] = "".join(numbers)
        read["page"] = with_hyphens(item.get("page", ""))
        read["venue"] = "; ".join(as_set(item[name]) for name in ("container-title", "publisher") if name in item)
        read["issued"] = item.get("issued", {}).get("date-parts")
        names = {role: [*map(name_of, item.get(role, ()))] for role in ROLES}
        read["others"] = [role for role, listed in names.items() if listed[-1:] == [("others", "", "")]]
        return read | {role: listed[:-1] if role in read["others"] else listed for role, listed in names.items()}

    def less_strict(self, said: dict) -> dict:
        """The values that pandoc must find, from those in the format."""
        # pandoc turns the arXiv identifier into a URL, unless the entry has another URL.
        url = said["URL"] or (f"https://arxiv.org/abs/{said['arxiv']}" if said["arxiv"] else "")
        return {
            **{name: value for name, value in said.items() if name != "arxiv"},
            **{role: [name_as_set(*name) for name in said[role]] for role in ROLES},
            **{name: as_set(said[name]) for name in ("title", "volume", "number", "abstract")},
            "URL": url,
            "venue": "; ".join(map(as_set, said["venue"])),
        }

    def date_parts(self, date: DateRange | None) -> list | None:
        """The expected parts of a date. pandoc ignores dates in words."""
        if date is None:
            return None
        return [[part for part in end if part] for end in (date.begin, date.end) if end.year]
