"""The bytes of small programs for a Cortex-M4, compared with the limits in the README."""

import re
import tempfile
import unittest
from pathlib import Path
from typing import NamedTuple

from tests.machines.cortex_m4 import BUILD, SOURCES
from tests.readme.blocks import README
from tests.support.running import INCLUDE, WARNINGS, output_of

SOURCE = """#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/render.hpp>

void put(const char* text, std::size_t size);

int main(int, char** arguments) {{
    using namespace refcatalog;
    const std::string_view asked = arguments[0];
    const auto print = [](std::string_view text) {{ put(text.data(), text.size()); }};
    {code}
    print(asked);
}}
"""


class Bytes(NamedTuple):
    code: int
    data: int


# The code of each program, by its name in the README's table of limits. The data of a program consists of texts and
# numbers. The limits leave some room for further records; a new compiler, or many records, may need higher ones.
PROGRAMS = {
    "nothing": "",
    "the title of an entry that the compiler knows": 'print(get<"lora">().title());',
    "the titles of a category": "for (const paper& each : in<category::peft>()) print(each.title());",
    "whether a key exists": 'print(find(asked) ? "yes" : "no");',
    "the nearest key": 'print(closest(asked) ? "yes" : "no");',
    "the URL of any entry": "if (const auto found = find(asked)) print(found->url());",
    "how many entries a search finds": 'for ([[maybe_unused]] const entry found : search(asked)) print("*");',
    "an entry in BibTeX, written by the compiler": (
        'print(rendered<[](auto out) { return write_bibtex(out, get<"lora">()); }>);'
    ),
    "an entry in BibTeX": 'char text[1\'000]; print({text, write_bibtex(text, get<"lora">())});',
}
ROW = re.compile(r"^\| ([^|:]+)(?:: `[^|]+`)? \| [\d,]+ \| ([\d,]+) \| [\d,]+ \| ([\d,]+) \|$", re.MULTILINE)
LIMITS = {name: Bytes(*(int(limit.replace(",", "")) for limit in limits)) for name, *limits in ROW.findall(README)}


class SmallPrograms(unittest.TestCase):
    def sections(self, code: str) -> dict[str, int]:
        """The bytes of each section of the program."""
        with tempfile.TemporaryDirectory() as directory:
            source, binary = Path(directory, "small.cpp"), Path(directory, "small")
            source.write_text(SOURCE.format(code=code), encoding="utf-8")
            output_of(*BUILD, "-std=c++20", "-Os", *WARNINGS, f"-I{INCLUDE}", source, *SOURCES, "-o", binary)
            sizes = output_of("arm-none-eabi-size", "-A", binary)
        return {name: int(size) for name, size in re.findall(r"^(\.[a-z]+) +(\d+)", sizes, re.MULTILINE)}

    def test_code_and_data_are_within_their_limits(self):
        memory = self.sections("").get(".bss", 0)
        self.assertEqual(LIMITS.keys(), PROGRAMS.keys())
        for name, code in PROGRAMS.items():
            with self.subTest(name):
                sections = self.sections(code)
                found = Bytes(sections[".text"], sections.get(".rodata", 0))
                print(f"| {name} | {found.code} | {found.data} |")
                self.assertEqual((sections.get(".data", 0), sections.get(".bss", 0)), (0, memory), "bytes of memory")
                for kind, bytes, limit in zip(Bytes._fields, found, LIMITS[name]):
                    self.assertLessEqual(bytes, limit, kind)
                    self.assertLessEqual(limit, max(bytes * 1.5, 200), f"the limit of {kind} is too loose")
