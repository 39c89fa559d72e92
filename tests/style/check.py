"""Checks the code itself: python3 -m tests.style.check PART

PART `layers` checks which header includes which, `sizes` the length of files, functions and lines, and `kinds` that the
code neither names a kind nor calls a category by another word. The other parts are programs: clang-tidy and pyflakes3
must report nothing; clang-format must change nothing; include-what-you-use must send users of the library to its public
headers, as the pragmas of the internal ones demand. They exit with 77 if the program is absent."""

import ast
import re
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path

from tests.support.running import INCLUDE, ROOT, need, output_of, run

TESTS = ROOT / "tests"
LIBRARY = INCLUDE / "refcatalog"
EXAMPLES = sorted((TESTS / "examples").rglob("*.cpp"))
SOURCES = [TESTS / "no_exceptions/use.cpp", TESTS / "content/static_checks.cpp", *EXAMPLES]
FLAGS = ["-std=c++20", f"-I{INCLUDE}"]

# The only public headers that internal ones may include; the generated classes and functions of kinds are exempt.
BELOW = {"refcatalog/lang.hpp", "refcatalog/partial_date.hpp"}
CATALOG = "refcatalog/catalog.hpp"
CLASSES = ("accessors.hpp", "records.hpp", "years.hpp")
# Some types and variables of CSL have the same names as kinds. Only these files list them.
CSL = {
    ROOT / "codegen" / name
    for name in ("csl.py", "formats.py", "importers/bibtex_fields.py", "importers/tagged_fields.py")
}
# A sentence of at least four words, before the include guard.
FIRST_LINE = re.compile(r"// [A-Z]\w*( \S+){3,}\.")
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
LONGEST_LINE = 120
CODE = (".py", ".cpp", ".cppm", ".hpp", ".js", ".mjs", ".css", ".cmake", ".j2")


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def hand_written_code() -> list[Path]:
    folders = [path for name in ("codegen", "include", "tests") for path in (ROOT / name).rglob("*")]
    code = [
        path for path in [ROOT / "CMakeLists.txt", *folders]
        if (path.suffix in CODE or path.name == "CMakeLists.txt") and path.parent != LIBRARY / "generated"
    ]
    assert len(code) > 300, len(code)
    return sorted(code)


class Layers(unittest.TestCase):
    def internal_headers(self) -> list[Path]:
        found = [path for folder in ("detail", "generated") for path in sorted((LIBRARY / folder).glob("*.hpp"))]
        self.assertGreater(len(found), 15)
        return found

    def test_internal_headers_do_not_include_higher_layers(self):
        for header in self.internal_headers():
            if header.parent.name == "generated" and header.name in CLASSES:
                continue
            included = re.findall(r"^#include <(refcatalog/.*)>", header.read_text(encoding="utf-8"), re.MULTILINE)
            public = {name for name in included if not re.match("refcatalog/(detail|generated)/", name)}
            self.assertLessEqual(public, BELOW, header.name)

    def is_of_a_writer(self, header: Path) -> bool:
        """Whether the header is internal to one that catalog.hpp does not include."""
        return f"private, include <{CATALOG}>" not in header.read_text(encoding="utf-8")

    def of_the_catalogue(self) -> list[str]:
        """The public headers that catalog.hpp includes."""
        return re.findall(r"^#include <(refcatalog/.*)>", (INCLUDE / CATALOG).read_text(encoding="utf-8"), re.MULTILINE)

    def test_headers_of_the_catalogue_do_not_include_internal_headers_of_writers(self):
        of_writers = {f"refcatalog/detail/{path.name}" for path in self.internal_headers() if self.is_of_a_writer(path)}
        self.assertGreater(len(of_writers), 3)
        for header in [INCLUDE / name for name in self.of_the_catalogue()] + self.internal_headers():
            if header.parent.name == "refcatalog" or not self.is_of_a_writer(header):
                included = re.findall(r"^#include <(.*)>", header.read_text(encoding="utf-8"), re.MULTILINE)
                self.assertEqual(of_writers & {*included}, set(), header.name)

    def test_generated_tables_include_no_other_header_of_the_library(self):
        for header in sorted((LIBRARY / "generated").glob("*.hpp")):
            if header.name not in CLASSES:
                self.assertNotIn("#include <refcatalog/", header.read_text(encoding="utf-8"), header.name)

    def test_every_public_header_says_in_its_first_line_what_it_is_for(self):
        headers = sorted(LIBRARY.glob("*.hpp"))
        self.assertGreater(len(headers), 20)
        unexplained = {path.name for path in headers if not FIRST_LINE.fullmatch(lines_of(path)[0])}
        self.assertEqual(unexplained, set())

    def test_every_public_header_has_a_test_of_its_name(self):
        tests = {path.stem for path in (TESTS / "unit").glob("*.cpp")}
        self.assertEqual(tests, {path.stem for path in LIBRARY.glob("*.hpp")})
        of_internal_headers = {path.stem for path in (TESTS / "unit/detail").glob("*.cpp")}
        self.assertLessEqual(of_internal_headers, {path.stem for path in (LIBRARY / "detail").glob("*.hpp")})

    def test_every_module_of_the_generator_has_a_test_of_its_name(self):
        tests = {path.stem.removeprefix("test_") for path in (TESTS / "codegen").glob("test_*.py")}
        modules = {path.stem.strip("_") for path in (ROOT / "codegen").glob("*.py")}
        # test_kinds_toml.py tests `kinds` and `kinds_reader`.
        self.assertLessEqual(modules - {"init", "kinds", "kinds_reader"}, tests)

    def test_every_internal_header_names_a_public_one(self):
        for header in self.internal_headers():
            with self.subTest(header=header.name):
                text = header.read_text(encoding="utf-8")
                public = re.findall(r"^// IWYU pragma: private, include <(.*)>$", text, re.MULTILINE)
                self.assertEqual([name for name in public if (INCLUDE / name).exists()], public)
                self.assertEqual(len(public), 1)


class Sizes(unittest.TestCase):
    def test_no_file_is_long(self):
        long = {path for path in hand_written_code() if len(lines_of(path)) > LONGEST_FILE}
        self.assertEqual(long, set())

    def test_no_line_is_long(self):
        long = [
            f"{path.relative_to(ROOT)}:{number}: {len(line)} characters"
            for path in hand_written_code()
            for number, line in enumerate(lines_of(path), 1) if len(line) > LONGEST_LINE
        ]
        self.assertEqual(long, [])

    def test_no_function_of_python_is_long(self):
        for folder in "codegen", "tests":
            for path in sorted((ROOT / folder).rglob("*.py")):
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    if isinstance(node, ast.FunctionDef):
                        self.assertLessEqual(node.end_lineno - node.lineno, LONGEST_FUNCTION, f"{path}: {node.name}")


class Kinds(unittest.TestCase):
    """The kinds of record are data, and anybody can make a catalogue: hand-written code neither names a kind nor uses
    another word for a category, such as "section"."""

    def code(self) -> dict[Path, list[str]]:
        headers = [path for path in LIBRARY.rglob("*.*pp*") if path.parent.name != "generated"]
        generator = [path for path in (ROOT / "codegen").rglob("*") if path.suffix in (".py", ".j2", ".cmake")]
        self.assertGreater(len(headers), 25)
        self.assertGreater(len(generator), 30)
        return {path: lines_of(path) for path in sorted(headers + generator)}

    def assert_nowhere(self, words: list[str], but_for: set[Path]) -> None:
        # "blog_post" and "paper-conference" count as whole words, and types of CSL are not kinds.
        word = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
        found = [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
            for path, lines in self.code().items() if path not in but_for
            for number, line in enumerate(lines, 1) if word.search(line) and "csl_type::" not in line
        ]
        self.assertEqual(found, [], "\n".join(["", *found]))

    def test_no_kind_is_named(self):
        kinds = tomllib.loads((ROOT / "data/kinds.toml").read_text(encoding="utf-8"))["kind"]
        self.assertLess(sum(len(lines_of(path)) for path in CSL), 600)
        self.assert_nowhere([kind[name] for kind in kinds for name in ("name", "plural")], CSL)

    def test_categories_are_not_called_by_other_words(self):
        self.assert_nowhere(["appendix", "section", "sections", "leaf"], CSL)


class ClangTidy(unittest.TestCase):
    def test_every_header_and_example(self):
        output_of("clang-tidy", "--quiet", *SOURCES, "--", *FLAGS)


class Pyflakes(unittest.TestCase):
    def test_no_name_is_unused_or_undefined(self):
        output_of("pyflakes3", ROOT / "codegen", TESTS)


# Uses declarations of internal headers: views, enumerators, rows, the concepts of writers.
USER = """#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
using namespace refcatalog;
int main() {
    char text[10'000];
    const entry first = *search("lora").begin();
    return papers_between(2017, 2018).begin()->title().empty() + (first.category() == category::peft) +
           (papers[0].status() == link_status::active) + (write_bibtex(text, papers[0]) == text);
}
"""


class ClangFormat(unittest.TestCase):
    def test_hand_written_code(self):
        paths = [path for folder in (INCLUDE, TESTS) for path in sorted(folder.rglob("*.[ch]pp"))]
        by_hand = [path for path in paths if path.parent.name != "generated"]
        self.assertGreater(len(by_hand), 50)
        output_of("clang-format-14", "--dry-run", "-Werror", *by_hand)


class IncludeWhatYouUse(unittest.TestCase):
    def test_users_are_sent_to_public_headers(self):
        with tempfile.TemporaryDirectory() as directory:
            source = Path(directory, "user.cpp")
            source.write_text(USER, encoding="utf-8")
            # include-what-you-use never exits with 0; it exits with 2 after a successful analysis.
            said = run("include-what-you-use", *FLAGS, source, status=None).stderr
        self.assertIn("user.cpp", said)
        self.assertNotIn("detail/", said)
        self.assertNotIn("generated/", said)


PARTS = {"layers": "Layers", "sizes": "Sizes", "kinds": "Kinds"}
PROGRAMS = {"clang-tidy": "ClangTidy", "clang-format-14": "ClangFormat", "include-what-you-use": "IncludeWhatYouUse"}
PROGRAMS |= {"pyflakes3": "Pyflakes"}

if __name__ == "__main__":
    PART = sys.argv[1]
    if PART in PROGRAMS:
        need(PART)
    unittest.main(argv=[sys.argv[0], (PARTS | PROGRAMS)[PART]])
