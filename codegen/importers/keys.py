"""Makes keys and ids that are valid in a catalogue, and as close as possible to those in the files."""

import functools
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable

from ..checks import NOT_IN_A_KEY
from ..kinds_reader import STANDARD_DIRECTORY, read_kinds
from ..messages import quoted, shown
from ..reserved_words import KEYWORDS, MACROS
from ..source import Source
from . import tidy
from .model import Report

# Labels that name the sort of a link, not its subject.
LABELS = (
    "arxiv article code demo docs download github here homepage link page pdf project repo slides source video website"
)
LONGEST_KEY = 80
# A longer heading is prose, or the file has no line breaks.
LONGEST_HEADING = 1_000
SCHEME = re.compile(r"\A[a-z][a-z0-9+.-]*:(?://)?(?:www\.)?", re.IGNORECASE)


def mend_keys(wanted: list[tuple[str, str, str]], report: Report, taken: Collection[str] = ()) -> list[str]:
    """A key for each place, made from the key in the file, or else from words that describe the entry. A valid key
    stays unchanged, whatever its position in the list; the keys in `taken` belong to other entries."""
    staying = {key for _, key, _ in wanted}
    given = set(taken)
    uses: dict[str, int] = {}
    keys = []
    without: Counter[str] = Counter()
    for place, key, words in wanted:
        right = one_word(key) or _with_letters(cut(slug(words), LONGEST_KEY, "-"))
        if right in given or (right in staying and right != key):
            right = numbered(right, uses, given, staying)
        if not key:
            without[place.partition(": ")[0]] += 1
        elif right != key:
            report.change(place, f"key: becomes {right}; the file has {shown(key)}")
        given.add(right)
        keys.append(right)
    for file, times in without.items():
        report.change(file, f"a key is made for {times} {'entry' if times == 1 else 'entries'} without one")
    return keys


def free_aliases(wanted: Iterable[str], names: set[str], place: str, report: Report) -> list[str]:
    """The aliases that are not yet names of entries; the function adds them to the names."""
    free = []
    for alias in map(one_word, wanted):
        if alias in names:
            report.lose(place, "aliases", f"{shown(alias)} is already a key or an alias")
        elif alias:
            names.add(alias)
            free.append(alias)
    return free


def slug(text: str) -> str:
    """The text as lower-case ASCII words joined by "-"; empty if no ASCII is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain.replace("'", "")))


def key_words(text: str) -> str:
    """The slug of a text that is mostly ASCII, else an empty text: just the "1" of a Korean name would mislead."""
    letters = list(filter(str.isalnum, unicodedata.normalize("NFC", text)))
    if all(map(str.isascii, letters)):
        return slug(text)
    kept = sum(any(map(str.isalpha, slug(letter))) for letter in letters)
    return slug(text) if 2 * kept >= len(letters) else ""


def key_for(title: str, address: str) -> str:
    """A key that describes the thing with this title, at this address; empty if the title has too little ASCII. A
    number, or a word that many share, gets the address as a suffix."""
    address_words = slug(SCHEME.split(address)[-1])
    words = address_words if title == address else key_words(title)
    if words.isdecimal() or is_generic(words):
        words = "-".join(filter(None, (words, address_words)))
    return cut(words, LONGEST_KEY, "-")


def is_generic(text: str) -> bool:
    """Whether it is a label that many things have, such as the name of a kind of record."""
    return text.lower() in _generic_words()


@functools.cache
def _generic_words() -> frozenset[str]:
    return frozenset((*LABELS.split(), *read_kinds(Source(STANDARD_DIRECTORY))))


def cut(words: str, longest: int, separator: str) -> str:
    """As many of the words as fit."""
    return words if len(words) <= longest else words[:longest].rpartition(separator)[0] or words[:longest]


def heading(text: str, place: str, report: Report) -> str:
    """The text on one line, cut to the length of a heading."""
    whole = tidy.line(text)
    kept = cut(whole, LONGEST_HEADING, " ")
    if kept != whole:
        report.lose(place, f"heading {quoted(whole)}", f"everything after its first {len(kept)} characters")
    return kept


def _with_letters(words: str) -> str:
    """Words for a key, with a prefix if nothing remains of a name without ASCII, or only a year."""
    return f"entry-{words}".rstrip("-") if not words or words.isdecimal() else words


def identifier(title: str, what: str, number: int, taken: Collection[str]) -> str:
    """A name in C++, made from the title of the `number`th thing of the sort `what`, such as "part" or "category"; it
    differs from the names taken."""
    words = slug(title).replace("-", "_") or str(number)
    name = words if words[0].isalpha() and words not in KEYWORDS | MACROS else f"{what}_{words}"
    return next(unused for at in itertools.count(1) if (unused := f"{name}_{at}" if at > 1 else name) not in taken)


def one_word(key: str) -> str:
    """The key with "-" for each character that a key cannot have."""
    return "".join(
        "-" if character in NOT_IN_A_KEY or character.isspace() or not character.isprintable() else character
        for character in key.strip()
    )


def numbered(key: str, uses: dict[str, int], given: Collection[str], staying: Collection[str] = ()) -> str:
    """The key with the first free number as a suffix; `uses` has the last number tried for each key."""
    while True:
        uses[key] = uses.get(key, 1) + 1
        unused = f"{key}-{uses[key]}"
        if unused not in given and unused not in staying:
            return unused
