"""The form in which texts are searched: without case, and Latin letters without accents.

The library folds the words of a query by the table that is made here, and finds them in texts that were folded here."""

import unicodedata

# What no canonical decomposition of Unicode leads to.
LETTERS = dict(zip("łøđħŧıßæœþð", ("l", "o", "d", "h", "t", "i", "ss", "ae", "oe", "th", "d")))
# Nothing but white space changes outside of these. The lower ones are Latin, combining marks, Greek and Cyrillic; the
# upper ones further marks and Latin letters, such as those of Vietnamese.
RANGES = {"lower": range(0x530), "upper": range(0x1DC0, 0x1F00)}
GREEK_AND_CYRILLIC = range(0x370, 0x530)
# What Python takes for white space, and Unicode for control characters.
SEPARATORS = "\x1c\x1d\x1e\x1f"


def folded(text: str) -> str:
    """The text as it is searched, in which one space stands for any stretch of white space."""
    return " ".join(text.split()).translate(TABLE)


def folded_character(character: str) -> str:
    """What stands for a character of these ranges; nothing for a combining mark."""
    if character.isspace() and character not in SEPARATORS:
        return " "
    if unicodedata.name(character, "").startswith("COMBINING "):
        return ""
    if ord(character) in GREEK_AND_CYRILLIC:
        return _lower(character)
    letter = _lower(unicodedata.normalize("NFD", character)[0])
    return LETTERS.get(letter, letter)


def _lower(character: str) -> str:
    """The letter in lower case; the forms of one letter, as the two small ones of sigma, are one."""
    lower = character.casefold()
    return lower if len(lower) == 1 else character.lower()


TABLE = {code: folded_character(chr(code)) for codes in RANGES.values() for code in codes}
