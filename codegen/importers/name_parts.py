"""Names as the readers hand them on."""

import re
from collections.abc import Callable

from ..names import AND_OTHERS, DEGREES, SUFFIX_BETWEEN_COMMAS, Name, holds_several, split

# What is said of a name in doubt.
KEPT_WHOLE = "cannot be divided for certain, and is kept as a whole"
# "J. Smith, K. Doe": initials and a family name, twice.
TWO_PERSONS = re.compile(r"(?:\w\.[ -]?)+ ?\w{2,}, ?(?:\w\.[ -]?)+ ?\w{2,}")


def parts_of(name: Name) -> dict[str, str]:
    """The table of a name in parts, or of a whole one."""
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
    """Whether it stands behind a name, as "Jr." and "Ph.D." do."""
    return bool(SUFFIX_BETWEEN_COMMAS.fullmatch(text)) or text.replace(".", "").replace(" ", "") in DEGREES


def seems_several(text: str) -> bool:
    """Whether more than one person, or a firm of two, stands where one name should."""
    return " & " in text or holds_several(text) or bool(TWO_PERSONS.fullmatch(text))


def read_name(text: str, doubt: Callable[[str], None]) -> dict[str, str] | str:
    """A name as RIS and EndNote have it: the family name, the given names and the suffix, with commas between them, or
    a whole name; "others" for those not named. A name in doubt is kept whole, and `doubt` hears of it."""
    text = " ".join(text.split())
    if AND_OTHERS.fullmatch(text):
        return "others"
    if text.endswith(","):
        # EndNote's way to keep a name whole.
        return {"literal": text.rstrip(", ")}
    if "{" in text or "}" in text:
        # Braces mean nothing here.
        return {"literal": text}
    name = split(text)
    parts = [part.strip() for part in text.split(",")]
    is_group = name.literal and not name.is_doubtful
    if (not is_group and seems_several(text)) or (name.literal and name.is_doubtful and len(parts) > 1 and not (
        len(parts) <= 3 and all(parts) and all(map(is_suffix, parts[2:]))
    )):
        doubt(text)
        return {"literal": text}
    if name.literal and name.is_doubtful and len(parts) > 1:
        name = Name(*parts[:2], suffix="".join(parts[2:]))
    return parts_of(name)
