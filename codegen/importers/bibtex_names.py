"""Reads the names of BibTeX and BibLaTeX."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import Person

from ..messages import shown
from ..names import (
    AND_OTHERS,
    CONNECTORS,
    FAMILY_CONNECTORS,
    FIRST_OF_SEVERAL,
    NOT_GIVEN_NAMES,
    SUFFIX,
    TITLES,
    Name,
    is_east_asian,
    is_in_braces,
    is_word,
    split,
)
from .name_parts import Say, divided, is_suffix, parts_of, said_of_divided, said_of_whole, seems_several

PART = re.compile(r"\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*(.*?)\s*", re.DOTALL)
# BibLaTeX's names of the parts.
PARTS = {"family": "family", "given": "given", "prefix": "particle", "suffix": "suffix"}
# A suffix after a name in spoken order; "M.D." is missing, because it could be initials.
SUFFIX_BEHIND = re.compile(rf"(?:Ph|D\.?Ph|M\.?Ph)\.? ?(?:D|il)\.?|{SUFFIX.pattern}")
# Initials after the family name: "Doe JA", "Doe J. A."
INITIALS_BEHIND = re.compile(r"[A-Z]{1,3}|(?:[A-Z]\.-?)+")
# The number of an affiliation, or of a suffix.
NUMBER_BEHIND = re.compile(r"(?<=[^\W\d_])\d+$|^\d+(?=(?:nd|rd|th)$)")
# A letter with its accent, or one that has a command; a space in either does not end a word.
_LETTER = r"\\[ij](?![A-Za-z])(?:\{\}|\s+)?|[^\W\d_]"
_CHARACTER = (
    rf"\\(?:[`'^\"~=.]|[bcdGHkruv](?![A-Za-z]))\s*(?:\{{(?:{_LETTER})\}}|{_LETTER})"
    r"|\\(?:AA|AE|DH|DJ|NG|OE|TH|aa|ae|dh|dj|ng|oe|ss|th|[LOijlo])(?![A-Za-z])(?:\{\}|\s+)?"
)
CHARACTER = re.compile(rf"\{{(?:{_CHARACTER})\}}|{_CHARACTER}")
# An "and" without a name on either side.
EMPTY_NAME = re.compile(r"(?: and)+$|^(?:and )+|(?<= and )(?:and )+", re.IGNORECASE)
# Two words on either side of a comma: "John Smith, Kate Doe" is two persons, "Vargas Llosa, Jorge Mario" is one.
MAY_BE_TWO = re.compile(r"[^\W\d_][\w'’-]+ [^\W\d_][\w'’-]+, [^\W\d_][\w'’-]+ [^\W\d_][\w'’-]+")


Decode = Callable[[str], str]


def read_names(latex: str, decode: Decode, say: Say) -> list[dict[str, str] | str]:
    """The names of a list, "others" last if there are more. `say` receives a line for each doubtful name."""
    names: list[dict[str, str] | str] = []
    has_others = False
    for part, text, decode_part, is_alone in _each(latex, decode, say):
        if AND_OTHERS.fullmatch(text) and not part.startswith("{"):
            has_others = True
            continue
        if (several := FIRST_OF_SEVERAL.fullmatch(text)) and not part.startswith("{"):
            has_others = True
            part = re.sub(r",?\s*(?:\bet\b.*|(?:\band\b|\\?&)\s*others\.?)$", "", part)
            text = several[1]
        name = _read_name(part, text, decode_part)
        if name is None:
            say(said_of_whole(text))
        elif is_alone and MAY_BE_TWO.fullmatch(part) and not name.keys() & {"literal", "particle", "suffix"}:
            say(f"{shown(text)} is taken as one name; several have an \"and\" between them")
        names.append(name or {"literal": text})
    return [*names, "others"] if has_others else names


def _each(latex: str, decode: Decode, say: Say) -> Iterator[tuple[str, str, Decode, bool]]:
    """Each name: its LaTeX, its text, how to decode it, and whether it is the only one. Some people
    separate names by something other than "and"."""
    latex = CHARACTER.sub(lambda match: decode(match[0]), " ".join(latex.split()))
    parts = [part for part in split_name_list(EMPTY_NAME.sub("", latex)) if part]
    if len(parts) > 1:
        # A comma may come before the "and": "Jane Doe, and Guy Roe".
        parts = [part.removesuffix(",").rstrip() for part in parts]
    texts = [decode(part).strip() for part in parts]
    for at, (part, text) in enumerate(zip(parts, texts)):
        others = texts[:at] + texts[at + 1 :]
        are_in_speech_order = others != [] and not any("," in other for other in others)
        is_one = is_in_braces(part) or PART.match(part)
        names = [text] if is_one else divided(text, are_in_speech_order)
        if len(names) > 1:
            say(said_of_divided(text, names))
            yield from ((name, name, str, False) for name in names)
        elif text:
            # The text of a link is the name.
            yield (text, text, str, not others) if "\\href" in part else (part, text, decode, not others)


def _read_name(part: str, text: str, decode: Decode) -> dict[str, str] | None:
    """The parts of a name, from its LaTeX and its text; None if they are in doubt, or if it may be several names."""
    if is_in_braces(part):
        return {"literal": text}
    if PART.match(part):
        if named := _named_parts(part, decode):
            return named
    name = split(text)
    has_parts = bool(name.family)
    if not has_parts and not name.is_doubtful and (" " in text or "," in text):
        # The name is that of a group.
        return {"literal": text}
    if seems_several(text):
        return None
    if has_parts and "{" not in part:
        return parts_of(name)
    pieces = split_tex_string(part, ",")
    words = split_tex_string(part)
    if len(pieces) == 1 and words[0] in NOT_GIVEN_NAMES - TITLES:
        # The name is that of a group, such as "El Pais".
        return {"literal": text}
    if _is_odd(text, pieces) or (len(pieces) == 1 and _is_in_other_order(words)):
        return None
    return _divided(_suffix_in_the_middle(pieces), decode)


def _is_in_other_order(words: list[str]) -> bool:
    """Whether the last word of a name without commas is probably not the whole family name: "Ortega y Prado", "Doe
    JA"."""
    return bool(FAMILY_CONNECTORS.intersection(words) or (len(words) > 1 and INITIALS_BEHIND.fullmatch(words[-1])))


def _is_odd(text: str, pieces: list[str]) -> bool:
    """Whether the text contains anything that names do not, such as numbers, parentheses or a word between two names;
    or whether it may begin with the family name."""
    words = re.split("[ ,]+", text)
    if not all(is_word(NUMBER_BEHIND.sub("", word)) for word in words):
        return True
    if len(pieces) > 1:
        # Only the first piece is a name: "Jane Doe, editor".
        return len(re.findall(r"(?:^| )\{?[^\W\d_a-z]", pieces[0])) > 1 and pieces[1].islower()
    if CONNECTORS.intersection(split_tex_string(pieces[0])):
        return True
    begins_in_capitals = len(words[0]) > 2 and words[0].isalpha() and words[0].isupper() and not text.isupper()
    return len(words) > 1 and (begins_in_capitals or all(map(is_east_asian, words)))


def _is_suffix(piece: str) -> bool:
    return is_suffix(piece.strip("{}").replace("~", ""))


def _suffix_in_the_middle(pieces: list[str]) -> list[str]:
    """The pieces between commas in BibTeX's order, in which the suffix comes before the given names."""
    if len(pieces) == 3 and _is_suffix(pieces[2]) and not _is_suffix(pieces[1]):
        return [pieces[0], pieces[2], pieces[1]]
    return pieces


def _divided(pieces: list[str], decode: Decode) -> dict[str, str] | None:
    """The parts that BibTeX finds; None if BibTeX would find a suffix that is not one."""
    if len(pieces) > 3 or not all(pieces) or (len(pieces) == 3 and not _is_suffix(pieces[1])):
        return None
    suffix = ""
    if len(pieces) == 1 and len(words := split_tex_string(pieces[0])) > 1 and is_suffix(words[-1]):
        pieces, suffix = [" ".join(words[:-1])], words[-1]
    elif len(pieces) == 2 and SUFFIX_BEHIND.fullmatch(pieces[1]):
        pieces, suffix = pieces[:1], pieces[1]
    person = Person(", ".join(pieces))
    name = _of_person(person, decode)
    name = replace(name, suffix=suffix) if suffix else name
    return parts_of(name) if person.last_names else None


def _of_person(person: Person, decode: Decode) -> Name:
    """The parts that BibTeX finds."""

    def joined(parts: list[str]) -> str:
        return decode(" ".join(parts)).strip()

    return Name(
        family=joined(person.last_names),
        given=joined(person.first_names + person.middle_names),
        particle=joined(person.prelast_names),
        suffix=joined(person.lineage_names),
    )


def _named_parts(part: str, decode: Decode) -> dict[str, str]:
    """The named parts of a name, as in BibLaTeX; empty if the value has none."""
    forms = [PART.fullmatch(each) for each in split_tex_string(part, ",")]
    if not all(forms):
        return {}
    given = {form[1]: decode(form[2].strip('"')).strip() for form in forms}
    return {PARTS[name]: text for name, text in given.items() if name in PARTS and text} if "family" in given else {}
