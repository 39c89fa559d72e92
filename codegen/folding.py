"""Folds texts for the search: ignores case, and the accents of Latin letters.

The library folds the words of a query with the table made here, and finds them in the texts folded here."""

import unicodedata

# Letters without a canonical decomposition in Unicode.
LETTERS = dict(zip("łøđħŧıßæœþð", ("l", "o", "d", "h", "t", "i", "ss", "ae", "oe", "th", "d")))
# Outside these ranges, only white space changes. The lower range has Latin, combining marks, Greek and Cyrillic; the
# upper one has further marks and Latin letters, such as those of Vietnamese.
RANGES = {"lower": range(0x530), "upper": range(0x1DC0, 0x1F00)}
GREEK_AND_CYRILLIC = range(0x370, 0x530)
# Python treats these as white space, but Unicode as control characters.
SEPARATORS = "\x1c\x1d\x1e\x1f"


def folded(text: str) -> str:
    """The text as it is searched, with one space for any sequence of white space."""
    return " ".join(text.split()).translate(TABLE)


def folded_character(character: str) -> str:
    """The folded form of a character of these ranges; empty for a combining mark."""
    if character.isspace() and character not in SEPARATORS:
        return " "
    if unicodedata.name(character, "").startswith("COMBINING "):
        return ""
    if ord(character) in GREEK_AND_CYRILLIC:
        return _lower(character)
    letter = _lower(unicodedata.normalize("NFD", character)[0])
    return LETTERS.get(letter, letter)


def _lower(character: str) -> str:
    """The letter in lower case; variants of a letter, such as the two small sigmas, become one."""
    lower = character.casefold()
    return lower if len(lower) == 1 else character.lower()


TABLE = {code: folded_character(chr(code)) for codes in RANGES.values() for code in codes}
