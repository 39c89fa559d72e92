"""Compiles programs with the library as a single header: python3 -m tests.single_header.check APPENDIX CITE READING_ORDER COMPILER [FLAG...]

They say the same as those that were built with the library, whose paths come first."""

import sys
import tempfile
import unittest
from pathlib import Path

from tests.support.running import ROOT, WARNINGS, generate, output_of, refusal_of

EXAMPLES = ROOT / "tests" / "examples"


class SingleHeader(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.header = self.directory / "refcatalog.hpp"
        generate("--single-header", self.header)

    def test_programs_say_the_same_with_it(self):
        # Each header that an example includes is nothing but the single header.
        for path in (ROOT / "include" / "refcatalog").glob("*.hpp"):
            stand_in = self.directory / "include" / "refcatalog" / path.name
            stand_in.parent.mkdir(parents=True, exist_ok=True)
            stand_in.write_text(f'#include "{self.header}"\n')
        for program, *arguments in (APPENDIX, "--notes"), (CITE, "lora", "doctr", "--csl"), (READING_ORDER,):
            other = self.directory / Path(program).name
            source = EXAMPLES / f"{other.name}.cpp"
            output_of(*COMPILER, "-std=c++20", *WARNINGS, f"-I{self.directory}/include", source, "-o", other)
            self.assertEqual(output_of(other, *arguments), output_of(program, *arguments))
            self.assertGreater(len(output_of(other, *arguments)), 500)

    def test_it_is_one_header_like_another(self):
        text = self.header.read_text(encoding="ascii")
        self.assertNotIn("refcatalog/", "".join(line for line in text.splitlines() if line.startswith("#include")))
        # Two translation units that include it, one of them twice, make a program.
        for name, code in (("one", "int two(); int main() { return two(); }"), ("two", "int two() { return refcatalog::find(\"lora\") ? 0 : 1; }")):
            (self.directory / f"{name}.cpp").write_text(f'#include "refcatalog.hpp"\n#include "refcatalog.hpp"\n{code}\n')
        output_of(*COMPILER, "-std=c++20", *WARNINGS, self.directory / "one.cpp", self.directory / "two.cpp", "-o", self.directory / "both")
        output_of(self.directory / "both")

    def test_it_shows_values_where_that_is_asked_for(self):
        main = '#include <iostream>\nint main() { std::cout << *refcatalog::find("lora") << std::endl; }\n'
        once, again = '#include "refcatalog.hpp"\n', '#define REFCATALOG_FORMAT\n#include "refcatalog.hpp"\n'
        for code in again, once + again, again + once:
            (self.directory / "show.cpp").write_text(code + main)
            output_of(*COMPILER, "-std=c++20", *WARNINGS, self.directory / "show.cpp", "-o", self.directory / "show")
            self.assertRegex(output_of(self.directory / "show"), r"\Alora: LoRA: Low-Rank Adaptation .*\n\Z")
        (self.directory / "show.cpp").write_text(once + main)
        self.assertIn("operator<<", refusal_of(output_of, *COMPILER, "-std=c++20", "-fsyntax-only", self.directory / "show.cpp"))

    def test_it_is_that_of_the_data(self):
        data = ROOT / "tests" / "own_catalog" / "data"
        generate("--data", data, "--single-header", self.header)
        (self.directory / "own.cpp").write_text('#include "refcatalog.hpp"\nstatic_assert(refcatalog::get<"ssa">().year() == 1991);\n')
        output_of(*COMPILER, "-std=c++20", "-fsyntax-only", self.directory / "own.cpp")

    def test_another_catalogue_beside_it_is_refused(self):
        data = ROOT / "tests" / "own_catalog" / "data"
        generate("--data", data, "--single-header", self.directory / "other.hpp")
        (self.directory / "two.cpp").write_text('#include "refcatalog.hpp"\n#include "other.hpp"\n')
        with self.assertRaisesRegex(AssertionError, "a translation unit has one catalogue, and another one was included before"):
            output_of(*COMPILER, "-std=c++20", "-fsyntax-only", self.directory / "two.cpp")
        # In a translation unit of its own it works.
        (self.directory / "one.cpp").write_text(
            '#include "refcatalog.hpp"\n#include <cstdio>\nvoid other();\n'
            'int main() { other(); std::puts(refcatalog::find("bert")->title().data()); }\n'
        )
        (self.directory / "two.cpp").write_text(
            '#include "other.hpp"\n#include <cstdio>\nvoid other() { std::puts(refcatalog::find("ssa")->title().substr(0, 11).data()); }\n'
        )
        output_of(*COMPILER, "-std=c++20", self.directory / "one.cpp", self.directory / "two.cpp", "-o", self.directory / "both")
        self.assertRegex(output_of(self.directory / "both"), r"\AEfficiently Computing .*\nBERT: .*\n\Z")

    def test_a_file_of_somebody_else_is_left_alone(self):
        self.header.write_text("// mine\n")
        with self.assertRaisesRegex(AssertionError, r"refcatalog\.hpp: was not written by codegen"):
            generate("--single-header", self.header)
        self.assertEqual(self.header.read_text(), "// mine\n")


if __name__ == "__main__":
    APPENDIX, CITE, READING_ORDER, *COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
