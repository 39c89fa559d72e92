"""Reads the compiled code of a program for x86-64 with readelf and objdump from binutils."""

import platform
import re
from pathlib import Path

from tests.support.running import output_of, skip


def need_x86_64() -> None:
    if platform.machine() != "x86_64":
        skip("the check reads x86-64 binaries only")


class Program:
    """A program linked as a position-independent executable. `command` is the compiler with its flags."""

    def __init__(self, command: list, source: Path, directory: str | Path):
        binary = Path(directory, source.stem)
        output_of(*command, "-std=c++20", "-O2", "-fPIE", "-pie", source, "-o", binary)
        self.content = binary.read_bytes()
        self.relocations = len(re.findall(r" R_\S+", output_of("readelf", "-rW", binary)))
        # [ 5] .rodata PROGBITS 0000000000002000 002000 00ab01 00 A 0 0 32
        section = r"^ *\[ *\d+\] (\S+) +\S+ +[0-9a-f]+ [0-9a-f]+ ([0-9a-f]+)"
        sections = re.findall(section, output_of("readelf", "-SW", binary), re.MULTILINE)
        self.sections = {name: int(length, 16) for name, length in sections}


def empty_program(command: list, directory: str | Path) -> Program:
    """A program to compare others with. It calls memcmp and strlen as they do, so the C library adds the same to both.
    clang calls bcmp instead of memcmp if only equality matters."""
    source = Path(directory, "empty.cpp")
    source.write_text(EMPTY, encoding="utf-8")
    return Program(command, source, directory)


EMPTY = """#include <cstring>
int main(int argc, char** argv) {
    const std::size_t size = std::strlen(argv[0]);
    return std::memcmp(argv[0], argv[argc - 1], size) + (std::memcmp(argv[argc - 1], argv[1], size) == 0 ? 1 : 0);
}
"""
# The sections that a program gains if it initializes anything before main.
INITIALISED = (".init_array", ".data.rel.ro", ".rela.dyn", ".data")


def bodies_of(command: list, source: Path, directory: str | Path) -> dict[str, list[str]]:
    """The instructions of each function of a source, up to its first return. Only padding follows."""
    binary = Path(directory, f"{source.stem}.o")
    output_of(*command, "-std=c++20", "-O2", "-c", source, "-o", binary)
    code = output_of("objdump", "-d", "--no-show-raw-insn", binary)
    bodies = {}
    for name, body in re.findall(r"^[0-9a-f]+ <(\w+)>:\n((?:.+\n?)+)", code, re.M):
        lines = [re.sub(r"\s+", " ", line.split(":", 1)[1].strip()) for line in body.splitlines() if ":" in line]
        bodies[name] = lines[: next(at for at, text in enumerate(lines) if text.startswith("ret")) + 1]
    return bodies


def functions_in(source: Path) -> list[str]:
    """The names of the functions without parameters in a source of constant queries."""
    return re.findall(r"^(?:int|std::size_t|bool) (\w+)\(\)", source.read_text(encoding="utf-8"), re.M)


# The only instruction before the return of a function that returns a constant.
RETURNS_CONSTANT = r"^(mov +\$0x[0-9a-f]+,%[er]?a[xl]|xor +%eax,%eax)$"
