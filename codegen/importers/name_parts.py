"""Splits and writes names for the readers of all formats."""

import re
from collections.abc import Callable

from ..messages import shown
from ..names import (
    AND_OTHERS,
    DEGREES,
    FIRST_OF_SEVERAL,
    SUFFIX_BETWEEN_COMMAS,
    Name,
    holds_several,
    is_east_asian,
    is_person,
    split,
)

Say = Callable[[str], None]

# Separators of names in place of "and"; the first ones always separate names, and the ";" of "&amp;" never does.
BETWEEN_NAMES = tuple(map(re.compile, (r"(?<!&amp)\s*[;；、]\s*", r",? (?:&|and) ")))
INITIAL = re.compile(r"\b\w\.")
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.[ -]?){1,4}|[A-Z]{1,3}")
# "Smith JA"
NAME_BEFORE_INITIALS = re.compile(r"[^\W\d_][^\s,]{0,40}[a-z][^\s,]{0,40} [A-Z]{1,3}")


def parts_of(name: Name) -> dict[str, str]:
    """The table of a name, which has its parts or the whole of it."""
    parts = {
        "family": name.family,
        "given": name.given,
        "particle": name.particle,
        "dropping-particle": name.dropping_particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {part: text for part, text in parts.items() if text}


def is_suffix(text: str) -> bool:
    """Whether the text is a suffix of a name, like "Jr." and "Ph.D."."""
    return bool(SUFFIX_BETWEEN_COMMAS.fullmatch(text)) or text.replace(".", "").replace(" ", "") in DEGREES


def seems_several(text: str) -> bool:
    """Whether the text names more than one person, or a firm named after two."""
    return " & " in text or holds_several(text)


def divided(text: str, are_in_speech_order: bool = False) -> list[str]:
    """The names of several persons with separators other than "and", one by one; only the text itself if it is one
    name, or in doubt. `are_in_speech_order` says that the names next to it are in spoken order, and so without
    commas."""
    name = split(text)
    if name.literal and not name.is_doubtful and " " in text:
        return [text]
    for between in BETWEEN_NAMES:
        names = [each for each in between.split(text) if each]
        if len(names) > 1:
            is_certain = ";" in between.pattern or all(is_person(each) or AND_OTHERS.fullmatch(each) for each in names)
            return names if is_certain else [text]
    *parts, last = re.split(r"\s*[,，]\s*", text)
    others = [last] if AND_OTHERS.fullmatch(last) else []
    names = _between_commas([*parts, *([] if others else [last])], are_in_speech_order)
    return names + others if len(names) > 1 else [text]


def _between_commas(parts: list[str], are_in_speech_order: bool) -> list[str]:
    """The names; none if the commas may also be within names."""
    if len(parts) < 2:
        return []
    if all(map(is_person, parts)) and (len(parts) > 2 or are_in_speech_order or INITIAL.search(parts[0])):
        return parts
    if all(map(NAME_BEFORE_INITIALS.fullmatch, parts)):
        return parts
    if all(is_east_asian(part) and len(part) > (2 if len(parts) == 2 else 1) for part in parts):
        return parts
    are_pairs = len(parts) % 2 == 0
    if are_pairs and all(INITIALS.fullmatch(part) and not is_suffix(part) for part in parts[1::2]):
        return [", ".join(pair) for pair in zip(parts[::2], parts[1::2])]
    return []


def said_of_divided(text: str, names: list[str]) -> str:
    return f"{shown(text)} is split into {len(names)} names"


def said_of_whole(text: str) -> str:
    return f"{shown(text)} cannot be split with certainty, and is kept whole"


def read_line(text: str, say: Say) -> list[dict[str, str] | str]:
    """The names of a line as RIS and EndNote have them: the family name, the given names and the suffix, with commas
    between them, or a whole name; "others" for those not named. `say` receives a line for each doubtful name."""
    text = " ".join(text.split())
    if text.endswith(","):
        # A comma at the end is how EndNote marks a name that stays whole.
        return [{"literal": text.rstrip(", ")}]
    if "{" in text or "}" in text:
        # In these formats, braces have no meaning.
        return [{"literal": text}]
    names = divided(text)
    if len(names) > 1:
        say(said_of_divided(text, names))
    made: list[dict[str, str] | str] = []
    for name in names:
        several = FIRST_OF_SEVERAL.fullmatch(name)
        if not AND_OTHERS.fullmatch(name):
            made.append(_read_name(several[1] if several else name, say))
        if several or AND_OTHERS.fullmatch(name):
            made.append("others")
    return made


def _read_name(text: str, say: Say) -> dict[str, str]:
    name = split(text)
    parts = [part.strip() for part in text.split(",")]
    if not name.is_doubtful:
        return parts_of(name)
    is_divided = len(parts) in (2, 3) and all(parts) and all(map(is_suffix, parts[2:]))
    if seems_several(text) or (len(parts) > 1 and not is_divided) or NAME_BEFORE_INITIALS.fullmatch(text):
        say(said_of_whole(text))
        return {"literal": text}
    return parts_of(Name(*parts[:2], "", "", *parts[2:]) if is_divided else name)
