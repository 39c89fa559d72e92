"""Checks the programs that a compiler makes with the library: python3 -m tests.binary.check COMPILER [FLAG...]

The library adds no relocations and no initialisers. Its read-only bytes are little more than the texts, and a program
contains only the tables that it uses. Queries on constants compile to constants. The headers include only a few light
standard headers. The check needs an x86-64 machine, with readelf and objdump from binutils."""

import re
import sys
import tempfile
import unittest
from pathlib import Path

from codegen.citations import citations
from codegen.folding import folded
from codegen.headers import build_headers
from codegen.headers.lists import first_given
from codegen.reader import read_catalogue
from codegen.tables import TablesHeader
from tests.support.machine_code import (
    EMPTY,
    INITIALISED,
    RETURNS_CONSTANT,
    Program,
    bodies_of,
    empty_program,
    functions_in,
    need_x86_64,
)
from tests.support.running import ROOT

BENCH = ROOT / "tests" / "bench"
STANDARD_HEADERS = {"array", "compare", "cstddef", "cstdint", "optional", "span", "string_view", "type_traits"}
# Included only for compilers other than g++ and clang.
STANDARD_HEADERS |= {"bit"}
# Only this header is for programs that use streams.
STREAM_HEADERS = {"refcatalog/format.hpp": {"format", "ios", "ostream", "string"}}
CATALOGUE = read_catalogue(ROOT / "data")
# The tables of citations have names with these prefixes.
CITATIONS = ("csl_", "citation_", "contributor_")


def texts(tables: str | tuple[str, ...] = "", but: tuple[str, ...] = ()) -> set[bytes]:
    """The distinct texts of the tables with a prefix in `tables`, except those with a prefix in `but`."""
    found: set[bytes] = set()
    for header in build_headers(CATALOGUE):
        for struct in header.structs if isinstance(header, TablesHeader) else ():
            if struct.name.startswith(tables) and not struct.name.startswith(but):
                found |= {text.encode() for text in struct.texts}
    return found


def texts_of_citations() -> set[bytes]:
    """The distinct texts of citations. The tables contain family names only as parts of full names."""
    listed = [name for citation in citations(CATALOGUE) for names in citation.names.values() for name in names.names]
    return texts(CITATIONS) | {name.family.encode() for name in listed}


def size(found: set[bytes]) -> int:
    """The size of the texts in bytes, including the terminators that the interface promises."""
    return sum(len(text) + 1 for text in found if text)


class Binary(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as directory:
            unused = Path(directory, "unused.cpp")
            unused.write_text(f"#include <refcatalog/catalog.hpp>\n{EMPTY}")
            cls.empty, cls.unused = empty_program(COMMAND, directory), Program(COMMAND, unused, directory)
            cls.everything = Program(COMMAND, BENCH / "use_everything.cpp", directory)
            cls.without_citations = Program([*COMMAND, "-DWITHOUT_CITATIONS"], BENCH / "use_everything.cpp", directory)
            cls.without_facts = Program([*COMMAND, "-DWITHOUT_FACTS"], BENCH / "use_everything.cpp", directory)
            cls.tools = Program(COMMAND, BENCH / "use_tools.cpp", directory)
            cls.bibtex = Program(COMMAND, BENCH / "use_bibtex.cpp", directory)
            cls.search = Program(COMMAND, BENCH / "use_search.cpp", directory)

    def gained(self, program: Program, section: str) -> int:
        return program.sections.get(section, 0) - self.empty.sections.get(section, 0)

    def test_the_library_adds_no_relocations_and_no_initialisers(self):
        for program in self.everything, self.tools, self.unused:
            self.assertLessEqual(program.relocations, self.empty.relocations)
            for section in INITIALISED:
                self.assertLessEqual(self.gained(program, section), 0, section)

    def test_the_read_only_bytes_are_little_more_than_the_texts(self):
        without_citations = self.gained(self.without_citations, ".rodata")
        of_citations = self.gained(self.everything, ".rodata") - without_citations
        for what, gained, found in (
            ("without citations", without_citations, texts(but=CITATIONS)),
            ("of the citations", of_citations, texts_of_citations()),
        ):
            with self.subTest(what):
                ratio = gained / size(found)
                print(f"read-only bytes per byte of text, {what}: {ratio:.3f}")
                self.assertLessEqual(ratio, 1.25)

    def test_a_program_carries_only_what_it_uses(self):
        ratio = self.gained(self.tools, ".rodata") / size(texts("tool_"))
        print(f"the same for the tools alone: {ratio:.3f}")
        self.assertLessEqual(ratio, 2)
        self.assertLessEqual(self.gained(self.unused, ".rodata"), 0)

    def test_a_program_without_citations_carries_none(self):
        # The program reads aliases, tags, links and corrections, which may repeat texts of citations.
        elsewhere = b"\0".join(texts(but=CITATIONS))
        for table in CITATIONS:
            of_citations_only = sorted((text for text in texts(table) if text not in elsewhere), key=len)
            for text in of_citations_only[-5:]:
                with self.subTest(table=table, text=text):
                    self.assertTrue(text in self.everything.content)
                    self.assertFalse(text in self.without_citations.content)

    def test_only_a_program_that_searches_carries_the_folded_texts(self):
        first = CATALOGUE.entries[0]
        kind = CATALOGUE.entry_kinds[0]
        searched = folded(first_given(CATALOGUE, first, kind.common["title"])[0]).encode()
        self.assertTrue(b"\x01" + searched + b"\x01" in self.search.content)
        for program in self.everything, self.tools, self.unused:
            self.assertFalse(b"\x01" + searched in program.content)

    def test_a_program_that_reads_only_the_appendix_carries_no_facts(self):
        for table in "text_list_", "upkeep_", *CITATIONS:
            longest = max(texts(table), key=len)
            self.assertTrue(longest in self.everything.content, longest)
            self.assertFalse(longest in self.without_facts.content, longest)

    def test_a_program_that_writes_one_format_carries_no_other(self):
        self.assertTrue(max(texts("bibtex_"), key=len) in self.bibtex.content)
        elsewhere = b"\0".join(texts(but=("biblatex_", "ris_")))
        for table in "biblatex_", "ris_":
            # A program may contain short texts by chance.
            of_this_only = [text for text in texts(table) if len(text) > 3 and text not in elsewhere]
            self.assertGreater(len(of_this_only), 3)
            for text in of_this_only:
                self.assertFalse(text + b"\0" in self.bibtex.content, text)

    def test_queries_on_constants_compile_to_constants(self):
        source = BENCH / "constant_queries.cpp"
        with tempfile.TemporaryDirectory() as directory:
            bodies = bodies_of(COMMAND, source, directory)
        self.assertEqual(list(bodies), functions_in(source))
        for name, instructions in bodies.items():
            with self.subTest(name=name, instructions=instructions):
                self.assertEqual(len(instructions), 2)
                self.assertRegex(instructions[0], RETURNS_CONSTANT)


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

    def test_the_headers_include_only_light_standard_headers(self):
        self.assertEqual(self.included_by("refcatalog/catalog.hpp"), STANDARD_HEADERS)
        for header in sorted(str(path.relative_to(ROOT / "include")) for path in (ROOT / "include").rglob("*.hpp")):
            with self.subTest(header=header):
                self.assertLessEqual(self.included_by(header) - STREAM_HEADERS.get(header, set()), STANDARD_HEADERS)


if __name__ == "__main__":
    COMMAND = [*sys.argv[1:], f"-I{ROOT}/include"]
    need_x86_64()
    unittest.main(argv=sys.argv[:1])
