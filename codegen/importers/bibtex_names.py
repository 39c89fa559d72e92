"""Names as BibTeX and BibLaTeX have them."""

import re
from collections.abc import Callable
from dataclasses import replace

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import InvalidNameString, Person

from ..names import AND_OTHERS, FAMILY_CONNECTORS, FIRST_OF_SEVERAL, Name, split
from .name_parts import is_suffix, parts_of, seems_several

PART = re.compile(r"\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*(.*?)\s*", re.DOTALL)
# As BibLaTeX calls the parts.
PARTS = {"family": "family", "given": "given", "prefix": "particle", "suffix": "suffix"}
# Behind a name in the order of speech; "M.D." could be initials.
DEGREE = re.compile(r"(?:Ph|D\.?Ph|M\.?Ph)\.? ?(?:D|il)\.?")
# "Doe JA": the initials come last.
INITIALS = re.compile(r"[A-Z]{1,3}")


def read_names(
    latex: str, decode: Callable[[str], str], doubt: Callable[[str], None]
) -> list[dict[str, str] | str]:
    """The names of a list, "others" last where there are more. `doubt` hears of each that is kept whole in doubt."""
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
        name = _read_name(part, text, decode)
        if name is None:
            doubt(text)
        names.append(name or {"literal": text})
    return [*names, "others"] if names and has_others else names


def _read_name(part: str, text: str, decode: Callable[[str], str]) -> dict[str, str] | None:
    """A name in LaTeX, whose text is known; None where it is in doubt what its parts are, or whether it is one."""
    if _is_in_braces(part):
        return {"literal": text}
    if PART.match(part):
        if named := _named_parts(part, decode):
            return named
    name = split(text)
    has_parts = bool(name.family)
    if not has_parts and not name.is_doubtful and (" " in text or "," in text):
        # A group.
        return {"literal": text}
    if seems_several(text):
        return None
    if has_parts and "{" not in part:
        return parts_of(name)
    pieces = split_tex_string(part, ",")
    commas = len(pieces)
    words = split_tex_string(part)
    if commas == 1 and (FAMILY_CONNECTORS.intersection(words) or (len(words) > 1 and INITIALS.fullmatch(words[-1]))):
        return {"literal": text}
    return _divided(_suffix_in_the_middle(pieces), decode)


def _is_suffix(piece: str) -> bool:
    return is_suffix(piece.strip("{}").replace("~", " "))


def _suffix_in_the_middle(pieces: list[str]) -> list[str]:
    """The pieces between commas in BibTeX's order, in which the suffix stands before the given names."""
    if len(pieces) == 3 and _is_suffix(pieces[2]) and not _is_suffix(pieces[1]):
        return [pieces[0], pieces[2], pieces[1]]
    return pieces


def _divided(pieces: list[str], decode: Callable[[str], str]) -> dict[str, str] | None:
    """The parts that BibTeX finds; None where that would make a suffix of what is none."""
    if len(pieces) > 3 or not all(pieces) or (len(pieces) == 3 and not _is_suffix(pieces[1])):
        return None
    is_degree = len(pieces) == 2 and " " in pieces[0] and bool(DEGREE.fullmatch(pieces[1]))
    try:
        person = Person(pieces[0] if is_degree else ", ".join(pieces))
    except InvalidNameString:
        return None
    name = _of_person(person, decode)
    name = replace(name, suffix=pieces[1]) if is_degree else name
    return parts_of(name) if person.last_names else None


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
    """The parts of a name that BibLaTeX has by their names; empty where the value has none."""
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
