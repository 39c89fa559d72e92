"""Builds a program with its own catalogue, like a third-party project: python3 -m tests.own_catalog.check GENERATOR
COMPILER [FLAG...]

The project in tests/own_catalog adds the library with add_subdirectory, and its catalogue with refcatalog_add_catalog.
A build follows every change to the data, names mistakes in them, and restores missing headers. Three catalogues work in
one program; two in one target are rejected. GENERATOR is `make` or `ninja`, which track dependencies in different ways.
The check exits with 77 if GENERATOR is missing."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

from codegen.reader import read_catalogue
from tests.support.running import ROOT, configure, need, output_of, refusal_of

GENERATORS = {"make": "Unix Makefiles", "ninja": "Ninja"}


class OwnCatalog(unittest.TestCase):
    # Some of these characters are special to file systems, shells or build systems.
    place = "a project's [1] (2) $x & 한글"

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.project = Path(directory.name, self.place)
        self.build = Path(directory.name, "build")
        shutil.copytree(ROOT / "tests" / "own_catalog", self.project)

    def configure(self, *options: str) -> None:
        own = [f"-DREFCATALOG_DIR={ROOT}", f"-DPython3_EXECUTABLE={sys.executable}"]
        configure(self.project, self.build, COMPILER, "-G", GENERATORS[GENERATOR], *own, *options)

    def make(self, target: str = "own_catalog") -> str:
        return output_of("cmake", "--build", self.build, "--target", target)

    def output(self) -> str:
        return output_of(self.build / "own_catalog")

    def assert_refused(self, reason: str, step, *arguments: str) -> None:
        """Asserts that configuring or building fails with the reason."""
        self.assertRegex(refusal_of(step, *arguments), reason)

    def change(self, file: str, old: str, new: str) -> None:
        path = self.project / file
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def test_the_headers_follow_the_data(self):
        committed = {path: path.stat().st_mtime_ns for path in (ROOT / "include").rglob("*")}
        self.configure()
        self.make()
        self.assertTrue(self.output().startswith("Reading list of a compiler group: Efficiently Computing Static"))
        self.assertIn("@article{earley,\n  author = {Earley, Jay},\n", self.output())
        self.assertIn("\n  volume = {13},\n  number = {2},\n  pages = {94--102},\n  year = {1970},\n", self.output())
        self.assertNotIn("Generating", self.make())

        # One build brings changed data into the program.
        self.change("data/catalog.toml", "Reading list of a compiler group", "Reading list, renamed")
        self.make()
        self.assertTrue(self.output().startswith("Reading list, renamed: "))
        self.assertNotIn("Generating", self.make())

        # Each build reports a mistake until it is corrected.
        self.change("data/tools.toml", "debuggers", "debugers")
        mistake = r"tools\.toml: tool 'gdb': category: 'debugers' is not a category of catalog\.toml"
        for _ in range(2):
            self.assert_refused(mistake, self.make)
        self.change("data/tools.toml", "debugers", "debuggers")

        # A build notices new and missing data files.
        (self.project / "data" / "videos.toml").touch()
        self.assert_refused(r"videos\.toml: is not a data file", self.make)
        (self.project / "data" / "videos.toml").unlink()
        self.make()
        (self.project / "data" / "tools.toml").rename(self.project / "tools.toml")
        self.assert_refused(r"tools\.toml: is missing", self.make)
        (self.project / "tools.toml").rename(self.project / "data" / "tools.toml")

        # A build restores missing headers, and does not use those of another catalogue instead.
        shutil.rmtree(self.build / "compiler_papers.include")
        self.change("main.cpp", "catalog_title()", "catalog_title(lang::en)")
        self.make()
        self.assertTrue(self.output().startswith("Reading list, renamed: "))
        self.assertEqual({path: path.stat().st_mtime_ns for path in (ROOT / "include").rglob("*")}, committed)

    def test_three_catalogues_in_one_program(self):
        self.configure()
        self.make("three_catalogs")
        library = read_catalogue(ROOT / "data")
        counts = f"{len(library.entries)} entries, {len(library.records['tool'])} tools"
        self.assertEqual(output_of(self.build / "three_catalogs"), f"{OTHER_TWO}Appendix C: References: {counts}\n")
        output_of("cmake", "--install", self.build, "--prefix", self.build / "prefix")

    def test_the_project_finds_its_own_repository(self):
        configure(ROOT / "tests" / "own_catalog", self.build, COMPILER, f"-DPython3_EXECUTABLE={sys.executable}")

    def test_a_copy_asks_for_the_repository(self):
        refusal = refusal_of(configure, self.project, self.build, COMPILER)
        self.assertRegex(refusal, "not the repository of refcatalog; name it with")

    def test_two_catalogues_in_one_target_are_rejected(self):
        for other in "more_tools", "refcatalog::refcatalog":
            self.assert_refused("ONE_CATALOG_OF_REFCATALOG_FOR_EACH_TARGET property of .* does not agree",
                                self.configure, f"-DOTHER_CATALOG={other}")

    def test_the_error_for_a_wrong_call_shows_the_right_one(self):
        right = "refcatalog_add_catalog(compiler_papers DATA_DIR data)"
        for wrong, answer in (
            ("refcatalog_add_catalog(compiler_papers data)", "write refcatalog_add_catalog"),
            ("refcatalog_add_catalog(compiler_papers DATA_DIR nowhere)", "nowhere is not a directory"),
        ):
            self.change("CMakeLists.txt", right, wrong)
            self.assert_refused(answer, self.configure)
            self.change("CMakeLists.txt", wrong, right)


OTHER_TWO = """Reading list of a compiler group: 3 entries, 1 tools, Debugger of the GNU project
More tools: 2 entries, 2 tools, Not the text of the other catalogue
"""

if __name__ == "__main__":
    GENERATOR, *COMPILER = sys.argv[1:]
    need("cmake", GENERATOR)
    unittest.main(argv=sys.argv[:1])
