"""Packs the texts of a table into one pool of characters, each addressed by offset and length."""

from collections.abc import Collection, Iterable

# MSVC accepts string literals only up to 65,535 bytes, terminator included, even after concatenation. A larger pool is
# an array of pages, and an offset is the page times the size of a page, plus the place in the page.
PAGE_CAPACITY = 65_535
PAGE_SIZE = 65_536

# MSVC accepts single literals only up to 16,380 bytes; half of that leaves room.
MOST_LITERAL_BYTES = 8_000

# The room for the inside of a literal in a line with indentation, prefix, quotation marks and a final comma.
LINE = 120 - len('        u"",')

# The number of bytes that fit in a literal if each byte and the terminator take an escape of four characters.
PIECE = MOST_LITERAL_BYTES // 4 - 1


class TextPool:
    """Every text once, each followed by a NUL. A text that another text ends with is stored inside that text."""

    def __init__(self, texts: Iterable[str]):
        self._offsets: dict[str, int] = {}
        distinct = dict.fromkeys(texts)
        hosts = _hosts([text for text in distinct if text])
        self.pages: list[list[bytes]] = [[]]
        used = 0
        for text in distinct:
            if hosts.get(text) is not text:
                continue
            encoded = text.encode()
            if used + len(encoded) + 1 > PAGE_CAPACITY:
                self.pages.append([])
                used = 0
            self._offsets[text] = (len(self.pages) - 1) * PAGE_SIZE + used
            self.pages[-1].append(encoded)
            used += len(encoded) + 1
        for text, host in hosts.items():
            if host is not text:
                self._offsets[text] = self._offsets[host] + len(host.encode()) - len(text.encode())
        # The empty text is the terminator of the first one.
        self._offsets[""] = len(self.pages[0][0]) if self.pages[0] else 0

    def offset(self, text: str) -> int:
        """The offset of the text."""
        return self._offsets[text]

    def texts(self) -> Collection[str]:
        """Every text once."""
        return self._offsets.keys()

    def literals(self) -> list[list[str]]:
        """For each page, its C++ string literals."""
        return [literals_of(_terminated(page)) for page in self.pages]


def escape(text: bytes) -> str:
    """The text as the inside of a C++ string literal: printable ASCII only, every other byte as three octal digits.

    Three digits end an octal escape whatever follows it. A question mark is escaped so that no trigraph can arise."""
    return text.decode("latin-1").translate(_ESCAPES)


def filled_lines(pieces: Iterable[str]) -> list[str]:
    """The pieces, as many on each line as fit. Compilers spend more on a literal than on its contents."""
    lines: list[str] = []
    for piece in pieces:
        if lines and len(lines[-1]) + len(piece) <= LINE:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines


_ESCAPES = {byte: f"\\{byte:03o}" for byte in range(256) if not 0x20 <= byte < 0x7F}
_ESCAPES |= {ord("\\"): "\\\\", ord('"'): '\\"', ord("?"): "\\?"}


def _hosts(texts: list[str]) -> dict[str, str]:
    """For each text, one that ends with it and is not itself the end of another; often the text itself. UTF-8 has the
    same endings as the characters."""
    hosts: dict[str, str] = {}
    host = ""
    # In descending order of the reversed texts, the texts that end with a text come directly before it.
    for text in sorted(texts, key=lambda text: text[::-1], reverse=True):
        if not host.endswith(text):
            host = text
        hosts[text] = host
    return hosts


def literals_of(texts: Iterable[bytes]) -> list[str]:
    """The texts one after the other, as adjacent literals; a line begins with one of them if possible."""
    pieces = [escape(text[at : at + PIECE]) for text in texts for at in range(0, len(text), PIECE)]
    return [f'"{line}"' for line in filled_lines(pieces) or [""]]


def _terminated(page: list[bytes]) -> list[bytes]:
    """The texts of a page, each with its terminator; the compiler adds the very last one."""
    return [text + b"\0" for text in page[:-1]] + page[-1:]
