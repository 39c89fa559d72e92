"""Names as BibTeX and BibLaTeX have them."""

import re
from collections.abc import Callable

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import InvalidNameString, Person

from ..names import AND_OTHERS, FAMILY_CONNECTORS, FIRST_OF_SEVERAL, Name, split
from .name_parts import parts_of

PART = re.compile(r"\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*(.*?)\s*", re.DOTALL)
# As BibLaTeX calls the parts.
PARTS = {"family": "family", "given": "given", "prefix": "particle", "suffix": "suffix"}
# "Doe JA": the initials come last.
INITIALS = re.compile(r"[A-Z]{1,3}")


def read_names(latex: str, decode: Callable[[str], str]) -> list[dict[str, str] | str]:
    """The names of a list, "others" last where there are more."""
    names: list[dict[str, str] | str] = []
    has_others = False
    for part in split_name_list(" ".join(latex.split())):
        text = decode(part).strip()
        if not text:
            continue
        if AND_OTHERS.fullmatch(text) and not part.startswith("{"):
            has_others = True
            continue
        if (several := FIRST_OF_SEVERAL.fullmatch(text)) and not part.startswith("{"):
            has_others = True
            part = re.sub(r",?\s*(?:\bet\b.*|(?:\band\b|\\?&)\s*others\.?)$", "", part)
            text = several[1]
        names.append(_read_name(part, text, decode))
    return [*names, "others"] if names and has_others else names


def _read_name(part: str, text: str, decode: Callable[[str], str]) -> dict[str, str]:
    """A name in LaTeX, whose text is known."""
    if _is_in_braces(part):
        return {"literal": text}
    if PART.match(part):
        if named := _named_parts(part, decode):
            return named
    name = split(text)
    has_parts = bool(name.family)
    if has_parts and "{" not in part:
        return parts_of(name)
    if not has_parts and not name.is_doubtful and (" " in text or "," in text):
        # A group.
        return {"literal": text}
    commas = len(split_tex_string(part, ","))
    words = split_tex_string(part)
    if commas == 1 and (FAMILY_CONNECTORS.intersection(words) or (len(words) > 1 and INITIALS.fullmatch(words[-1]))):
        return {"literal": text}
    try:
        person = Person(part) if commas <= 3 else None
    except InvalidNameString:
        person = None
    return parts_of(_of_person(person, decode)) if person and person.last_names else {"literal": text}


def _of_person(person: Person, decode: Callable[[str], str]) -> Name:
    """The parts that BibTeX finds."""

    def joined(parts: list[str]) -> str:
        return decode(" ".join(parts)).strip()

    return Name(
        family=joined(person.last_names),
        given=joined(person.first_names + person.middle_names),
        particle=joined(person.prelast_names),
        suffix=joined(person.lineage_names),
    )


def _named_parts(part: str, decode: Callable[[str], str]) -> dict[str, str]:
    """The parts of a name that BibLaTeX has by their names; empty where they are none."""
    forms = [PART.fullmatch(each) for each in split_tex_string(part, ",")]
    if not all(forms):
        return {}
    given = {form[1]: decode(form[2].strip('"')).strip() for form in forms}
    return {PARTS[name]: text for name, text in given.items() if name in PARTS and text} if "family" in given else {}


def _is_in_braces(part: str) -> bool:
    """Whether one pair of braces holds the whole name, and not only a letter with its accent."""
    depth = 0
    for at, character in enumerate(part, 1):
        depth += (character == "{") - (character == "}")
        if depth <= 0:
            return character == "}" and at == len(part) and part[:2] != "{\\"
    return False
