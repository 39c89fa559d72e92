"""Checks <refcatalog/format.hpp>: python3 -m tests.formatting.check PART COMPILER [FLAG...]

PART `values` checks the text that streams and std::format print for every type of value. PART `catch2` and PART
`googletest` run tests that fail on purpose, and check that the failure messages show the values. These parts exit with
77 if the test library is missing, or was built for another standard library."""

import re
import sys
import tempfile
import unittest
from pathlib import Path

from tests.support.agreement import public_names
from tests.support.running import INCLUDE, ROOT, WARNINGS, generate, output_of, run, skip

HERE = ROOT / "tests/formatting"
EVERY_FIELD = ROOT / "tests/every_field/data"

LORA = "lora: LoRA: Low-Rank Adaptation of Large Language Models"
QLORA = "qlora: QLoRA: Efficient Finetuning of Quantized LLMs"
GRADIO = "gradio: Gradio"
PAIRS = [
    ("peft", "models"),
    ("tool", "paper"),
    ("ko", "en"),
    ("moved", "active"),
    ("article-journal", "software"),
    ("2024-05", "2024-05-03"),
]

# For each test library: a minimal program, the ways to link it, and its Debian package.
CATCH2 = (
    '#include "support/catch.hpp"\nTEST_CASE("nothing") {}\n',
    (["-lCatch2Main", "-lCatch2"], [ROOT / "tests/support/catch_main.cpp"]),
    "catch2",
)
GOOGLETEST = (
    "#include <gtest/gtest.h>\nTEST(None, Nothing) {}\n",
    (["-lgtest_main", "-lgtest", "-lpthread"],),
    "libgtest-dev",
)


def compile(source: Path, program: Path, *options: object, include: Path = INCLUDE) -> Path:
    output_of(*COMPILER, "-std=c++20", f"-I{include}", f"-I{ROOT}/tests", source, *options, "-o", program)
    return program


class Formatting(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.there = Path(directory.name)

    def written(self, text: str) -> Path:
        source = self.there / "source.cpp"
        source.write_text(text, encoding="utf-8")
        return source

    def program(self, source: Path, *options: object, include: Path = INCLUDE) -> Path:
        return compile(source, self.there / "program", *options, include=include)


class Values(Formatting):
    def test_a_catalogue_with_its_own_kinds(self):
        generate("--data", EVERY_FIELD, "--library", self.there / "own")
        output_of(self.program(HERE / "values.cpp", *WARNINGS, include=self.there / "own"))

    def test_every_public_enumeration_can_be_printed(self):
        headers = "".join(path.read_text(encoding="utf-8") for path in (INCLUDE / "refcatalog").rglob("*.hpp"))
        names = sorted(public_names() & {*re.findall(r"^enum class (\w+)", headers, re.MULTILINE)})
        self.assertGreater(len(names), 4)
        shows = "".join(f"    std::cout << refcatalog::{name}{{}} << ' ';\n" for name in names)
        code = f"#include <refcatalog/format.hpp>\n#include <iostream>\nint main() {{\n{shows}}}\n"
        self.assertEqual(len(output_of(self.program(self.written(code))).split()), len(names))

    def test_a_program_that_prints_one_kind_contains_no_other(self):
        main = "int main() { std::cout << refcatalog::tools[2]; }\n"
        code = f"#include <refcatalog/format.hpp>\n#include <iostream>\n{main}"
        program = self.program(self.written(code), "-O2")
        self.assertEqual(output_of(program), GRADIO)
        self.assertTrue(b"Quick creation of ML demo UIs" in program.read_bytes())
        self.assertFalse(b"Attention Is All You Need" in program.read_bytes())


class Catch2(Formatting):
    def test_failure_messages_show_the_values(self):
        program = self.program(HERE / "catch2_fails.cpp", *LINKED)
        said = " ".join(run(program, "-r", "xml", status=None).stdout.split())
        for left, right in [(LORA, QLORA), (LORA, GRADIO), *PAIRS]:
            self.assertIn(f"<Expanded> {left} == {right} </Expanded>", said)
        self.assertNotIn("{?}", said)


class GoogleTest(Formatting):
    def test_failure_messages_show_the_values(self):
        said = run(self.program(HERE / "googletest_fails.cpp", *LINKED), status=None).stdout
        shown = re.findall(r"^    Which is: (.*)$", said, re.MULTILINE)
        expected = [(LORA, QLORA), (f"({LORA})", f"({GRADIO})"), *PAIRS]
        self.assertEqual([*zip(shown[::2], shown[1::2])], expected)
        self.assertIn("\nawq: AWQ: ", said)


PARTS = {"values": (Values, None), "catch2": (Catch2, CATCH2), "googletest": (GoogleTest, GOOGLETEST)}


def linked(code: str, ways: tuple, package: str) -> list[object]:
    """The first way that links the test library. The check is skipped if none works."""
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory, "source.cpp")
        source.write_text(code, encoding="utf-8")
        for way in ways:
            try:
                output_of(compile(source, Path(directory, "program"), *way))
            except AssertionError:
                continue
            return way
    skip(f"{PART} is not installed for this compiler's standard library (Debian: {package})")


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    CASE, LIBRARY = PARTS[PART]
    LINKED = linked(*LIBRARY) if LIBRARY else []
    unittest.main(argv=[sys.argv[0], CASE.__name__])
