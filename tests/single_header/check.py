"""Checks the library as a single header:
python3 -m tests.single_header.check APPENDIX CITE READING_ORDER COMPILER [FLAG...]

APPENDIX, CITE and READING_ORDER are the examples, built with the library. Built with the single header, they print the
same. The header works in several translation units and for other data. If REFCATALOG_FORMAT is defined, its values can
be printed. The compiler rejects two catalogues in one translation unit. The generator does not overwrite a file that it
did not write."""

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

    def program_of(self, one: str, two: str, *options: str) -> Path:
        """Builds a program of two translation units."""
        sources, program = [self.directory / "one.cpp", self.directory / "two.cpp"], self.directory / "both"
        for source, text in zip(sources, (one, two)):
            source.write_text(text)
        output_of(*COMPILER, "-std=c++20", *options, *sources, "-o", program)
        return program

    def test_the_examples_print_the_same_with_it(self):
        # In place of every header of the library, the examples find one that includes the single header.
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

    def test_several_translation_units_can_include_it(self):
        text = self.header.read_text(encoding="ascii")
        self.assertNotIn("refcatalog/", "".join(line for line in text.splitlines() if line.startswith("#include")))
        # Two translation units of a program include the header, twice each.
        include = '#include "refcatalog.hpp"\n'
        one = "int two(); int main() { return two(); }"
        two = 'int two() { return refcatalog::find("lora") ? 0 : 1; }'
        output_of(self.program_of(f"{include}{include}{one}\n", f"{include}{include}{two}\n", *WARNINGS))

    def test_it_prints_values_on_request(self):
        main = '#include <iostream>\nint main() { std::cout << *refcatalog::find("lora") << std::endl; }\n'
        once, again = '#include "refcatalog.hpp"\n', '#define REFCATALOG_FORMAT\n#include "refcatalog.hpp"\n'
        for code in again, once + again, again + once:
            (self.directory / "show.cpp").write_text(code + main)
            output_of(*COMPILER, "-std=c++20", *WARNINGS, self.directory / "show.cpp", "-o", self.directory / "show")
            self.assertRegex(output_of(self.directory / "show"), r"\Alora: LoRA: Low-Rank Adaptation .*\n\Z")
        (self.directory / "show.cpp").write_text(once + main)
        refusal = refusal_of(output_of, *COMPILER, "-std=c++20", "-fsyntax-only", self.directory / "show.cpp")
        self.assertIn("operator<<", refusal)

    def test_it_can_contain_other_data(self):
        data = ROOT / "tests" / "own_catalog" / "data"
        generate("--data", data, "--single-header", self.header)
        use = 'static_assert(refcatalog::get<"ssa">().year() == 1991);\n'
        (self.directory / "own.cpp").write_text(f'#include "refcatalog.hpp"\n{use}')
        output_of(*COMPILER, "-std=c++20", "-fsyntax-only", self.directory / "own.cpp")

    def test_a_second_catalogue_in_a_translation_unit_is_rejected(self):
        data = ROOT / "tests" / "own_catalog" / "data"
        generate("--data", data, "--single-header", self.directory / "other.hpp")
        (self.directory / "two.cpp").write_text('#include "refcatalog.hpp"\n#include "other.hpp"\n')
        message = "a translation unit can have only one catalogue, and another one was included before"
        with self.assertRaisesRegex(AssertionError, message):
            output_of(*COMPILER, "-std=c++20", "-fsyntax-only", self.directory / "two.cpp")
        # Each may be included in a separate translation unit.
        program = self.program_of(
            '#include "refcatalog.hpp"\n#include <cstdio>\nvoid other();\n'
            'int main() { other(); std::puts(refcatalog::find("bert")->title().data()); }\n',
            '#include "other.hpp"\n#include <cstdio>\n'
            'void other() { std::puts(refcatalog::find("ssa")->title().substr(0, 11).data()); }\n',
        )
        self.assertRegex(output_of(program), r"\AEfficiently Computing .*\nBERT: .*\n\Z")

    def test_the_generator_does_not_overwrite_other_files(self):
        self.header.write_text("// mine\n")
        with self.assertRaisesRegex(AssertionError, r"refcatalog\.hpp: was not written by codegen"):
            generate("--single-header", self.header)
        self.assertEqual(self.header.read_text(), "// mine\n")


if __name__ == "__main__":
    APPENDIX, CITE, READING_ORDER, *COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
