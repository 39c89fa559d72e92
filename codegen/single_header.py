"""Puts the whole library into one header, in which each of its headers comes before those that include it."""

import re
from pathlib import Path

from .library import checksum, claim, named_apart, read_headers
from .writer import SINGLE_HEADER_MARKER

# The headers, in this order; each brings along the headers that it includes.
PUBLIC_HEADERS = ("catalog", "bibtex", "csl_json", "json", "markdown", "render", "ris")
# A program requests format.hpp with a macro, because its standard headers cost more than the rest of the library.
ON_REQUEST = "format"
REQUEST = "REFCATALOG_FORMAT"

INCLUDE = re.compile(r"#include <([^>]+)>.*")
GUARD = re.compile(r"#ifndef (\w+)\n#define \1\n(.*)\n#endif\n", re.DOTALL)


def single_header(generated: dict[str, bytes], include: Path) -> bytes:
    """The text of the header. `generated` has the generated headers by file name, `include` all others."""
    headers = read_headers(generated, include)
    identity = checksum(headers)
    standard: set[str] = set()
    seen: set[str] = set()
    pieces: list[str] = []

    def take(name: str, depth: int = 0) -> None:
        if name in seen:
            return
        seen.add(name)
        body = []
        for line in GUARD.search(headers[name])[2].split("\n"):
            depth += line.startswith("#if") - line.startswith("#endif")
            found = INCLUDE.fullmatch(line)
            if line.startswith("// IWYU pragma: private"):  # users include this header, not the public ones
                continue
            if found and found[1].startswith("refcatalog/"):
                take(found[1])
            elif found and depth == 0:
                standard.add(found[1])
            elif not found or found[1] not in standard:  # conditional includes stay in place
                body.append(line)
        pieces.append(re.sub(r"\n{3,}", "\n\n", "\n".join(body)).strip("\n"))

    for name in PUBLIC_HEADERS:
        take(f"refcatalog/{name}.hpp")
    pieces.append(f"#endif\n\n#if defined({REQUEST}) && !defined({REQUEST}_HPP)\n#define {REQUEST}_HPP")
    take(f"refcatalog/{ON_REQUEST}.hpp", depth=1)
    guard = "#ifndef REFCATALOG_HPP\n#define REFCATALOG_HPP"
    includes = "\n".join(f"#include <{name}>" for name in sorted(standard))
    text = "\n\n".join([claim(identity) + guard, includes, *filter(None, pieces), "#endif\n"])
    return SINGLE_HEADER_MARKER + f"Do not edit.\n{named_apart(text, identity)}".encode("ascii")
