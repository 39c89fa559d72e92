"""Puts a catalogue of one's own into a copy of the library."""

import re
import zlib
from pathlib import Path

from .writer import MARKER


def library(generated: dict[str, bytes], include: Path) -> dict[str, bytes]:
    """All headers of the library by path. `generated` are the generated ones by file name, `include` has all others."""
    headers = {f"refcatalog/generated/{name}": named_apart(text.decode("ascii"), generated) for name, text in generated.items()}
    for path in include.rglob("*.hpp"):
        if path.parent.name != "generated":
            name = path.relative_to(include).as_posix()
            text = named_apart(path.read_text(encoding="ascii"), generated)
            headers[name] = f"{MARKER.decode()}include/{name}. Do not edit.\n{text}"
    return {name: text.encode("ascii") for name, text in headers.items()}


def named_apart(text: str, generated: dict[str, bytes]) -> str:
    """The text with everything in an inline namespace of this catalogue, so that a program can have several: in one of
    its translation units refcatalog::papers is another array than in the next, and the linker does not take it for the same."""
    return re.sub(r"^namespace refcatalog\b", f"namespace refcatalog::inline catalog_{checksum(generated)}", text, flags=re.MULTILINE)


def checksum(generated: dict[str, bytes]) -> str:
    return f"{zlib.crc32(b''.join(generated[name] for name in sorted(generated))):08x}"
