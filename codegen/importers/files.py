"""Reads files in the encodings that people use."""

import codecs
from pathlib import Path

from ..source import read_regular
from .model import ImportFailure

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # which begins like the mark of UTF-16
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


def read_bytes(path: Path) -> bytes:
    """The contents of the file; rejects pipes and devices, which may never end."""
    try:
        return read_regular(path)
    except OSError as error:
        raise ImportFailure(f"{path}: cannot be read: {error.strerror}") from None


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, or in the encoding of its byte order mark."""
    content = read_bytes(path)
    mark, encoding = next((pair for pair in BYTE_ORDER_MARKS.items() if content.startswith(pair[0])), (b"", "utf-8"))
    try:
        return content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        what = f"is not {encoding.upper()}: byte {at} is 0x{content[at]:02x}; save it as UTF-8"
        raise ImportFailure(f"{path}: {what}") from None
