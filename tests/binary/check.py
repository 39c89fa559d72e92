"""Looks at what a compiler makes of the library, without a clock: python3 -m tests.binary.check COMPILER [FLAG...]

A program gains no relocation and no initialiser; the read-only bytes are little more than the texts; queries on
constants are constants; headers include what they may. Needs readelf and objdump, of binutils, for x86-64."""

import platform
import re
import sys
import tempfile
import unittest
from pathlib import Path

from codegen.headers import build_headers
from codegen.reader import read_catalogue
from codegen.tables import TablesHeader
from tests.support.running import ROOT, output_of, skip

BENCH = ROOT / "tests" / "bench"
STANDARD_HEADERS = {"array", "compare", "cstddef", "cstdint", "optional", "span", "string_view", "type_traits"}
# In a branch for other compilers than g++ and clang.
STANDARD_HEADERS |= {"bit"}


def texts(tables: str = "") -> set[bytes]:
    """The distinct texts of the tables whose name begins so."""
    found: set[bytes] = set()
    for header in build_headers(read_catalogue(ROOT / "data")):
        for struct in header.structs if isinstance(header, TablesHeader) else ():
            if struct.name.startswith(tables):
                found |= {text.encode() for text in struct.texts}
    return found


def size(found: set[bytes]) -> int:
    """The bytes of texts, each with the terminator that the interface promises."""
    return sum(len(text) + 1 for text in found if text)


class Program:
    """A program, linked as a position-independent executable."""

    def __init__(self, source: Path, directory: str, *flags: str):
        binary = Path(directory, source.stem)
        output_of(*COMPILER, *flags, "-std=c++20", "-O2", "-fPIE", "-pie", f"-I{ROOT}/include", source, "-o", binary)
        self.content = binary.read_bytes()
        self.relocations = len(re.findall(r" R_\S+", output_of("readelf", "-rW", binary)))
        # [ 5] .rodata PROGBITS 0000000000002000 002000 00ab01 00 A 0 0 32
        sections = re.findall(r"^ *\[ *\d+\] (\S+) +\S+ +[0-9a-f]+ [0-9a-f]+ ([0-9a-f]+)", output_of("readelf", "-SW", binary), re.M)
        self.sections = {name: int(length, 16) for name, length in sections}


class Binary(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as directory:
            empty = Path(directory, "empty.cpp")
            # Calls memcmp and strlen, as the others do, so that what the C library brings is in both.
            empty.write_text("#include <cstring>\nint main(int argc, char** argv) { return std::memcmp(argv[0], argv[argc - 1], std::strlen(argv[0])); }\n")
            unused = Path(directory, "unused.cpp")
            unused.write_text("#include <refcatalog/catalog.hpp>\n" + empty.read_text())
            cls.empty, cls.unused = Program(empty, directory), Program(unused, directory)
            cls.everything = Program(BENCH / "use_everything.cpp", directory)
            cls.without_facts = Program(BENCH / "use_everything.cpp", directory, "-DWITHOUT_FACTS")
            cls.tools = Program(BENCH / "use_tools.cpp", directory)

    def gained(self, program: Program, section: str) -> int:
        return program.sections.get(section, 0) - self.empty.sections.get(section, 0)

    def test_no_relocation_and_no_initialiser(self):
        for program in self.everything, self.tools, self.unused:
            self.assertLessEqual(program.relocations, self.empty.relocations)
            for section in ".init_array", ".data.rel.ro", ".rela.dyn", ".data":
                self.assertLessEqual(self.gained(program, section), 0, section)

    def test_the_read_only_bytes_are_little_more_than_the_texts(self):
        ratio = self.gained(self.everything, ".rodata") / size(texts())
        print(f"read-only bytes per byte of text: {ratio:.3f}")
        self.assertLessEqual(ratio, 1.25)

    def test_a_program_carries_only_what_it_uses(self):
        ratio = self.gained(self.tools, ".rodata") / size(texts("tool_"))
        print(f"the same for the tools alone: {ratio:.3f}")
        self.assertLessEqual(ratio, 2)
        self.assertLessEqual(self.gained(self.unused, ".rodata"), 0)

    def test_a_program_that_asks_for_no_citation_carries_none(self):
        for table in "author_", "citation_", "upkeep_", "correction_":
            longest = max(texts(table), key=len)
            self.assertIn(longest, self.everything.content)
            self.assertNotIn(longest, self.without_facts.content)

    def test_queries_on_constants_are_constants(self):
        with tempfile.TemporaryDirectory() as directory:
            binary = Path(directory, "constant_queries.o")
            source = BENCH / "constant_queries.cpp"
            output_of(*COMPILER, "-std=c++20", "-O2", f"-I{ROOT}/include", "-c", source, "-o", binary)
            code = output_of("objdump", "-d", "--no-show-raw-insn", binary)
        functions = re.findall(r"^[0-9a-f]+ <(\w+)>:\n((?:.+\n?)+)", code, re.M)
        names = re.findall(r"^(?:int|std::size_t|bool) (\w+)\(\)", source.read_text(), re.M)
        self.assertEqual([name for name, _ in functions], names)
        for name, body in functions:
            instructions = [re.sub(r"\s+", " ", line.split(":", 1)[1].strip()) for line in body.splitlines() if ":" in line]
            # What follows the return only fills up to the next function.
            instructions = instructions[: next(at for at, text in enumerate(instructions) if text.startswith("ret")) + 1]
            with self.subTest(name=name, instructions=instructions):
                self.assertEqual(len(instructions), 2)
                self.assertRegex(instructions[0], r"^(mov +\$0x[0-9a-f]+,%[er]?a[xl]|xor +%eax,%eax)$")


class Headers(unittest.TestCase):
    def included_by(self, header: str) -> set[str]:
        """The standard headers that a header of the library includes, directly or through others."""
        found, waiting = set(), {header}
        while waiting:
            text = (ROOT / "include" / waiting.pop()).read_text()
            self.assertNotIn('#include "', text)
            new = set(re.findall(r"^#include <([^>]+)>", text, re.M)) - found
            found |= new
            waiting |= {name for name in new if name.startswith("refcatalog/")}
        return {name for name in found if not name.startswith("refcatalog/")}

    def test_only_these_standard_headers_are_included(self):
        self.assertEqual(self.included_by("refcatalog/catalog.hpp"), STANDARD_HEADERS)
        for header in sorted(path.relative_to(ROOT / "include") for path in (ROOT / "include").rglob("*.hpp")):
            with self.subTest(header=header):
                self.assertLessEqual(self.included_by(str(header)), STANDARD_HEADERS)


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    if platform.machine() != "x86_64":
        skip("reads x86-64 binaries only")
    unittest.main(argv=sys.argv[:1])
