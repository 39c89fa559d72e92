"""The bytes of small programs for a Cortex-M4, compared with what each may have at the most."""

import re
import tempfile
import unittest
from pathlib import Path
from typing import NamedTuple

from tests.machines.cortex_m4 import BUILD, SOURCES
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


class Most(NamedTuple):
    """The most bytes of each."""

    code: int
    data: int


# The data are texts, and numbers beside them; some room is left for further records. A new compiler, or many records,
# may need higher limits; the README has the same table.
PROGRAMS = {
    "nothing": (Most(170, 30), ""),
    "the title of an entry that the compiler knows": (Most(180, 17_500), 'print(get<"lora">().title());'),
    "the titles of a category": (
        Most(240, 19_000),
        "for (const paper& each : in<category::peft>()) print(each.title());",
    ),
    "whether a key exists": (Most(450, 3_000), 'print(find(asked) ? "yes" : "no");'),
    "the nearest key": (Most(1_600, 3_100), 'print(closest(asked) ? "yes" : "no");'),
    "the URL of any entry": (Most(1_000, 42_500), "if (const auto found = find(asked)) print(found->url());"),
    "how many entries a search finds": (
        Most(2_050, 30_000),
        'for ([[maybe_unused]] const entry found : search(asked)) print("*");',
    ),
    "an entry in BibTeX, which the compiler wrote": (
        Most(180, 450),
        'print(rendered<[](auto out) { return write_bibtex(out, get<"lora">()); }>);',
    ),
    "an entry in BibTeX": (Most(8_000, 90_000), 'char text[1\'000]; print({text, write_bibtex(text, get<"lora">())});'),
}


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
        for name, (most, code) in PROGRAMS.items():
            with self.subTest(name):
                sections = self.sections(code)
                found = Most(sections[".text"], sections.get(".rodata", 0))
                print(f"| {name} | {found.code} | {found.data} |")
                self.assertEqual((sections.get(".data", 0), sections.get(".bss", 0)), (0, memory), "bytes of memory")
                for kind, bytes, limit in zip(("code", "data"), found, most):
                    self.assertLessEqual(bytes, limit, kind)
                    self.assertLessEqual(limit, max(bytes * 1.3, 200), f"the limit of {kind} says nothing")
