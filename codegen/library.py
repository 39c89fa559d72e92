"""Makes a copy of the library with another catalogue."""

import re
import zlib
from pathlib import Path

from .writer import LIBRARY_MARKER, OutputError

# Every header of a written library includes this header first; it identifies the catalogue.
IDENTITY = "refcatalog/detail/identity.hpp"


def library(generated: dict[str, bytes], include: Path) -> dict[str, bytes]:
    """All headers of the library by path. `generated` has the generated ones by file name, `include` all others."""
    headers = read_headers(generated, include)
    identity = checksum(headers)
    written = {IDENTITY: claim(identity)}
    for name, text in headers.items():
        written[name] = f"#include <{IDENTITY}>\n\n{named_apart(text, identity)}"
    marked = {name: f"from {name}. Do not edit.\n{text}" for name, text in written.items()}
    return {name: LIBRARY_MARKER + text.encode("ascii") for name, text in marked.items()}


def read_headers(generated: dict[str, bytes], include: Path) -> dict[str, str]:
    """The texts of all headers by path."""
    headers = {f"refcatalog/generated/{name}": text for name, text in generated.items() if name.endswith(".hpp")}
    for path in sorted(include.rglob("*.hpp")):
        if path.parent.name != "generated":
            headers[path.relative_to(include).as_posix()] = path.read_bytes()
    if not any(include.rglob("*.hpp")):
        raise OutputError(f"{include}: has no headers; the library needs those beside codegen")
    return {name: text.decode("ascii") for name, text in headers.items()}


def checksum(headers: dict[str, str]) -> str:
    """Eight hexadecimal digits that identify the texts of these headers."""
    text = "".join(headers[name] for name in sorted(headers))
    return f"{zlib.crc32(text.encode('ascii')):08x}"


def named_apart(text: str, identity: str) -> str:
    """The text with everything in an inline namespace of the catalogue. A program can then have several catalogues:
    refcatalog::parts may be a different array in each translation unit, and the linker tells them apart."""
    namespace = f"namespace refcatalog::inline catalog_{identity}"
    return re.sub(r"^namespace refcatalog\b", namespace, text, flags=re.MULTILINE)


def claim(identity: str) -> str:
    """Lines for the preprocessor, which assign a translation unit to this catalogue, or reject one that has another."""
    return (
        f"#if defined(REFCATALOG_CATALOGUE) && REFCATALOG_CATALOGUE != 0x{identity}\n"
        "#error refcatalog: a translation unit can have only one catalogue, and another one was included before\n"
        "#endif\n"
        f"#define REFCATALOG_CATALOGUE 0x{identity}\n"
    )
