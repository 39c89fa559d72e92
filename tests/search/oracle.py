"""The expected results of `search` and `top_matches`: a plain implementation of their description."""

import re
import unicodedata
from functools import cache

from codegen.catalogue import Catalogue, Record
from codegen.headers.lists import first_given
from codegen.kinds import Kind

LETTERS = {
    **{"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i"},
    **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"},
}
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
# The searched texts of an entry, from the best rank to the worst.
SORTS = ("names", "makers", "descriptions")
# The library folds no character after this one.
LAST = 0x1EFF


def texts_of(catalogue: Catalogue, kind: Kind, record: Record) -> dict[str, list[str]]:
    """The searched texts of an entry, by rank."""
    title, by, description = (
        first_given(catalogue, record, kind.common[name]) or () for name in ("title", "by", "description")
    )
    names, makers = [*title, record.key, *(record.aliases or ())], [*by, *(record.tags or ())]
    return dict(zip(SORTS, (names, makers, [*description])))


def folded_character(character: str) -> str:
    """The character without case and, for Latin letters, without accents."""
    if ord(character) > LAST:
        return character
    name = unicodedata.name(character, "")
    if name.startswith("COMBINING "):
        return "" if ord(character) < 0x530 or ord(character) >= 0x1DC0 else character
    is_greek_or_cyrillic = 0x370 <= ord(character) < 0x530
    has_case = ord(character) < 0x370 or is_greek_or_cyrillic or ord(character) >= 0x1E00
    if not has_case:
        return character
    if not is_greek_or_cyrillic:
        character = unicodedata.normalize("NFD", character)[0]
    lower = character.casefold() if len(character.casefold()) == 1 else character.lower()
    return LETTERS.get(lower, lower)


def folded(text: str) -> str:
    return "".join(" " if is_space(character) else folded_character(character) for character in text)


def is_space(character: str) -> bool:
    """Whether the character is white space in Unicode."""
    return unicodedata.category(character).startswith("Z") or character in "\t\n\v\f\r\x85"


def words_of(query: str) -> list[str]:
    """The words of a query as typed. Quotation marks split the query, and every second part is a quoted word."""
    parts = enumerate("".join(" " if is_space(each) else each for each in query).split('"'))
    words = [word for at, part in parts for word in ([part] if at % 2 else part.split(" "))]
    return [word for word in words if folded(word)]


def pattern_of(word: str) -> re.Pattern:
    letters = [character for character in word if folded(character)]
    if all(character in INITIALS for character in letters):
        return re.compile("".join(map(_syllables, letters)))
    return re.compile(re.escape(folded(word)))


def _syllables(initial: str) -> str:
    first = 0xAC00 + 588 * INITIALS.index(initial)
    return f"[{initial}{chr(first)}-{chr(first + 587)}]"


def matches(entry: dict[str, list[str]], query: bytes) -> int | None:
    """The rank of the entry, from 0 for the best; None if it does not match. `entry` has the texts of each rank."""
    try:
        text = query.decode()
    except UnicodeDecodeError:
        return None
    if any(ord(character) < 0x20 and not "\t" <= character <= "\r" for character in text):
        return None
    ranks = [_rank(entry, pattern_of(word)) for word in words_of(text)]
    return None if None in ranks else max(ranks, default=0)


def _rank(entry: dict[str, list[str]], pattern: re.Pattern) -> int | None:
    names = [*map(_searched, entry["names"])]
    if any(pattern.fullmatch(name) for name in names):
        return 0
    for rank, before in ((1, r"\A"), (2, " "), (3, "")):
        if any(re.search(before + pattern.pattern, name) for name in names):
            return rank
    for rank, which in ((4, "makers"), (5, "descriptions")):
        if any(pattern.search(_searched(text)) for text in entry[which]):
            return rank
    return None


@cache
def _searched(text: str) -> str:
    return folded(" ".join(text.split()))
