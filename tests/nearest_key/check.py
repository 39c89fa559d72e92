"""Checks the nearest key in other catalogues: python3 -m tests.nearest_key.check PART COMPILER [FLAG...]

PART `own_keys` compares `closest` with a plain implementation, for a catalogue with Hangul keys, aliases, ties and a
key of several hundred characters. PART `<N>_keys` makes a catalogue of N keys of 27 letters: with the compiler's
default limits, the first error of a wrong `get` says that no entry has the key, and names the nearest one."""

import random
import re
import string
import sys
import tempfile
import unittest
from pathlib import Path

from tests.hostile.catalogues import write
from tests.support.running import INCLUDE, ROOT, generate, output_of, run

# A text of 513 characters may be near the longest key, which has 342. That is one more than fits in 8 machine words.
OWN_KEYS = {
    **{"tie-b": [], "tie-a": [], "트랜스포머": ["다른이름", "transformer"], "b": []},
    **{"abcdef" * 57: [], "é-𝒳": [], "[[[": [], "@@@": []},
}
# Before version 16, clang prints characters as numbers.
PRINTS_NUMBERS = 16


def catalogue(keys: dict[str, list[str]]) -> dict:
    tools = [{"key": key, "category": "services", "name": key, "purpose": "A purpose"} for key in keys]
    for tool, aliases in zip(tools, keys.values()):
        if aliases:
            tool["aliases"] = aliases
    return {
        "catalog.toml": {
            "title": "Tools",
            "part": [{"title": "Tools"}],
            "category": [{"id": "services", "title": "Services", "kind": "tool"}],
        },
        "tools.toml": {"tool": tools},
        "reading_order.toml": {},
    }


def prints_arguments() -> bool:
    macros = output_of(*COMPILER, "-dM", "-E", "-x", "c++", "/dev/null")
    clang = re.search(r"#define __clang_major__ (\d+)", macros)
    return not clang or int(clang[1]) >= PRINTS_NUMBERS


class NearestKey(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.compile = [*COMPILER, "-std=c++20", f"-I{self.directory}/include", f"-I{INCLUDE}", f"-I{ROOT}/tests"]

    def generate(self, keys: dict[str, list[str]]) -> None:
        write(self.directory / "data", catalogue(keys))
        generate("--data", self.directory / "data", "--output", self.directory / "include/refcatalog/generated")

    def own_keys(self):
        self.generate(OWN_KEYS)
        program = self.directory / "program"
        source = ROOT / "tests/nearest_key/use.cpp"
        output_of(*self.compile, "-O1", "-Wall", "-Wextra", "-Werror", source, "-o", program)
        print(output_of(program))

    def first_error(self, key: str) -> str:
        source = self.directory / "misuse.cpp"
        source.write_text(f'#include <refcatalog/catalog.hpp>\nauto url = refcatalog::get<"{key}">().url();\n')
        misuse = run(*self.compile, "-fsyntax-only", source, status=None)
        self.assertNotEqual(misuse.returncode, 0)
        return next(line for line in misuse.stderr.splitlines() if "error:" in line)

    def keys_of_27_letters(self, count: int):
        letters = random.Random(1)
        keys = ["".join(letters.choices(string.ascii_lowercase, k=27)) for _ in range(count)]
        self.generate({key: [] for key in keys})
        nearest = keys[count // 2]
        far = "".join(letters.choices(string.ascii_lowercase, k=27))
        for typed in nearest[:10] + "-" + nearest[11:], nearest[:10] + nearest[11:], far:
            with self.subTest(typed):
                error = self.first_error(typed)
                self.assertRegex(error, "no entry has that key")
                is_near = typed[:10] == nearest[:10]
                self.assertEqual(f'"{nearest}"' in error, is_near and prints_arguments(), error)

    def test_part(self):
        if PART == "own_keys":
            self.own_keys()
        else:
            self.keys_of_27_letters(int(PART.removesuffix("_keys")))


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
