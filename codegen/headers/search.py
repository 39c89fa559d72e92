"""search.hpp: the searched texts of all entries, and the table that folds the words of a query in the same way."""

from collections import Counter

from ..catalogue import Catalogue, Record
from ..folding import RANGES, TABLE, folded
from ..kinds import Kind
from ..tables import Array, Constant, Header, Struct, TablesHeader, number_array
from ..text_pool import PAGE_CAPACITY, PAGE_SIZE, filled_lines, literals_of
from .lists import first_given

# The marker before each text of an entry: one for its title, key and aliases, one for its `by` and tags, and one for
# its description.
MARKERS = {"name": 1, "maker": 2, "description": 3}
# The fields of all kinds, one for each marker.
SEARCHED = ("title", "by", "description")


def build(catalogue: Catalogue) -> Header:
    return TablesHeader("search.hpp", "the data of all records", [_folding_table(), _search_table(catalogue)])


def _folding_table() -> Struct:
    constants = [
        Constant("char32_t", f"{name}_{end}", f"0x{code:X}")
        for name, codes in RANGES.items()
        for end, code in (("begin", codes.start), ("end", codes.stop))
    ]
    arrays = [
        number_array(name, [int.from_bytes(TABLE[code].encode(), "little") for code in codes], f"From {name}_begin on.")
        for name, codes in RANGES.items()
    ]
    comment = "The bytes of a code point in the texts of search_table, the first one lowest; 0 for none."
    return Struct("folding_table", comment, constants=constants, arrays=arrays)


def _search_table(catalogue: Catalogue) -> Struct:
    entries = [_searched(catalogue, *each) for each in zip(catalogue.entry_kinds, catalogue.entries)]
    page_size = max([PAGE_SIZE, *(len(entry) + 1 for entry in entries)])
    pages, begins = _paged(entries, page_size)
    if len(pages) == 1:
        page_size = begins[-1] + 1
    count = Counter(b"".join(entries))
    frequencies = sorted(range(256), key=lambda byte: (count[byte], byte))
    ranks = [frequencies.index(byte) for byte in range(256)]
    arrays = [
        number_array("begins", begins, "The place where each entry begins, and the end."),
        number_array("ranks", ranks, "The rank of each byte, rare ones first."),
        Array("char", "texts", f"[{len(pages)}][{page_size}]", [_written(page) for page in pages], "The texts."),
    ]
    comment = "The searched text of each entry, folded: its texts one after another, each after its marker."
    return Struct("search_table", comment, arrays=arrays, constants=[
        Constant("std::size_t", "size", str(len(entries))),
        Constant("std::size_t", "page_size", str(page_size)),
        *(Constant("char", name, str(marker)) for name, marker in MARKERS.items()),
    ])


def _searched(catalogue: Catalogue, kind: Kind, record: Record) -> bytes:
    """The texts of an entry. The `maker` marker is always present, and ends the names."""
    titles, makers, descriptions = (first_given(catalogue, record, kind.common[name]) or () for name in SEARCHED)
    texts = {
        "name": _distinct(*titles, record.key, *(record.aliases or ())),
        "maker": _distinct(*makers, *(record.tags or ())) or [""],
        "description": _distinct(*descriptions),
    }
    return b"".join(bytes([MARKERS[sort]]) + text.encode() for sort, given in texts.items() for text in given)


def _distinct(*texts: str) -> list[str]:
    return [text for text in dict.fromkeys(map(folded, texts)) if text]


def _paged(entries: list[bytes], page_size: int) -> tuple[list[list[bytes]], list[int]]:
    """The entries by page, each on one page, with room for a terminator; and the places where each begins, and the end.
    An entry that is longer than a literal gets a page of its own."""
    pages: list[list[bytes]] = [[]]
    begins = []
    end = 0
    for entry in entries:
        if pages[-1] and end % page_size + len(entry) >= PAGE_CAPACITY:
            end = len(pages) * page_size
            pages.append([])
        begins.append(end)
        pages[-1].append(entry)
        end += len(entry)
    return pages, [*begins, end]


def _written(page: list[bytes]) -> list[str]:
    """The page as literals or, if it is too long for MSVC, character by character."""
    characters = b"".join(page)
    if len(characters) < PAGE_CAPACITY:
        return literals_of(page)
    first, *rest = (f"'\\{byte:03o}'" for byte in characters)
    return filled_lines([f"{{{first}", *(f",{each}" for each in rest), "}"])
