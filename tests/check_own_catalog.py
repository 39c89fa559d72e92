"""Builds a program with a catalogue of its own, as somebody else would: check_own_catalog.py COMPILER [FLAG...]

The project of tests/own_catalog takes the library with add_subdirectory, and its catalogue with refcatalog_add_catalog."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*command: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8")


class OwnCatalog(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.project = Path(directory.name, "project")
        self.build = Path(directory.name, "build")
        shutil.copytree(ROOT / "tests" / "own_catalog", self.project)

    def configure(self, *options: str) -> subprocess.CompletedProcess:
        compiler = [f"-DCMAKE_CXX_COMPILER={COMPILER}", f"-DCMAKE_CXX_FLAGS={' '.join(FLAGS)}"]
        own = [f"-DREFCATALOG_DIR={ROOT}", f"-DPython3_EXECUTABLE={sys.executable}"]
        return run("cmake", "-S", self.project, "-B", self.build, *compiler, *own, *options)

    def make(self) -> subprocess.CompletedProcess:
        return run("cmake", "--build", self.build)

    def output(self) -> str:
        return run(self.build / "own_catalog").stdout

    def assert_succeeds(self, result: subprocess.CompletedProcess) -> None:
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def change(self, file: str, old: str, new: str) -> None:
        path = self.project / "data" / file
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), encoding="utf-8")
        os.utime(path, (later := path.stat().st_mtime + 2, later))

    def test_its_records_categories_and_keys(self):
        committed = {path: path.stat().st_mtime_ns for path in (ROOT / "include").rglob("*")}
        self.assert_succeeds(self.configure())
        self.assert_succeeds(self.make())
        self.assertTrue(self.output().startswith("Reading list of a compiler group: Efficiently Computing Static"))
        self.assertIn("@article{earley,\n  author = {Earley, Jay},\n", self.output())
        self.assertEqual({path: path.stat().st_mtime_ns for path in (ROOT / "include").rglob("*")}, committed)

    def test_it_is_generated_again_when_the_data_change(self):
        self.assert_succeeds(self.configure())
        self.assert_succeeds(self.make())
        self.assertNotIn("Generating", self.make().stdout)
        self.change("catalog.toml", "Reading list of a compiler group", "Reading list, renamed")
        self.assert_succeeds(self.make())
        self.assertTrue(self.output().startswith("Reading list, renamed: "))

    def test_a_mistake_in_the_data_stops_the_build_with_a_line_that_names_it(self):
        self.change("tools.toml", "debuggers", "debugers")
        self.assert_succeeds(self.configure())
        result = self.make()
        self.assertNotEqual(result.returncode, 0)
        self.assertRegex(result.stdout + result.stderr, r"tools\.toml: tool 'gdb': category: 'debugers' is no category of catalog\.toml")

    def test_two_catalogues_in_one_program_are_refused(self):
        for other in "other_papers", "refcatalog::refcatalog":
            result = self.configure(f"-DOTHER_CATALOG={other}")
            self.assertNotEqual(result.returncode, 0)
            self.assertRegex(result.stderr, "REFCATALOG_CATALOG property of .* does\\s+not agree")

    def test_wrong_calls_are_answered_with_the_right_one(self):
        lists = self.project / "CMakeLists.txt"
        text = lists.read_text()
        for call, answer in (
            ("refcatalog_add_catalog(compiler_papers data)", "write\\s+refcatalog_add_catalog"),
            ("refcatalog_add_catalog(compiler_papers DATA_DIR nowhere)", "nowhere is no\\s+directory"),
        ):
            lists.write_text(text.replace("refcatalog_add_catalog(compiler_papers DATA_DIR data)", call))
            result = self.configure()
            self.assertNotEqual(result.returncode, 0)
            self.assertRegex(result.stderr, answer)


if __name__ == "__main__":
    COMPILER, *FLAGS = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
