"""The command line in a separate process: status and output in every environment."""

import os
import shutil
import subprocess
import sys
import unittest

from tests.support.catalogues import changed, informed, small_catalogue
from tests.support.generator import REAL_DATA, CommandLineTest, headers_in, run, snapshot
from tests.support.running import ROOT

try:
    import resource
except ImportError:  # Windows lacks this module
    resource = None


# The last two keep Python from using UTF-8 in the locale C.
ASCII_ONLY = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


class Headers(CommandLineTest):
    def test_output_does_not_depend_on_the_environment(self):
        surroundings = (
            {"PYTHONHASHSEED": "0"},
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LC_ALL": "C.UTF-8"},
            {"PYTHONHASHSEED": "random", "TZ": "America/New_York", **ASCII_ONLY},
            {"cwd": self.work, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "0", "LANG": "ko_KR.UTF-8"},
        )
        committed = headers_in(ROOT / "include" / "refcatalog" / "generated")
        for number, surrounding in enumerate(surroundings):
            with self.subTest(surrounding):
                output = self.work / f"output {number}"
                self.assert_succeeds("--data", REAL_DATA, "--output", output, **surrounding)
                self.assertEqual(headers_in(output), committed)

    def test_relative_paths(self):
        self.write(small_catalogue())
        elsewhere = self.work / "elsewhere"
        elsewhere.mkdir()
        self.assert_succeeds("--data", "../data", "--output", "deep/er", cwd=elsewhere, PYTHONPATH=str(ROOT))
        self.assertEqual(len(headers_in(elsewhere / "deep" / "er")), 24)

    def test_committed_headers_are_current(self):
        self.assert_succeeds("--check")
        self.assert_succeeds("--check", cwd=self.work, PYTHONPATH=str(ROOT))


class Failures(CommandLineTest):
    def test_mistakes_in_the_data(self):
        year, name = ("papers.toml", "paper", 0, "year", 10_000), ("tools.toml", "tool", 0, "name", "a\nb\x1b[31m")
        self.write(changed(year, name, ("blogs.toml", b"\xff")))
        for surrounding in (ASCII_ONLY, {"LC_ALL": "C.UTF-8"}):
            for arguments in ((), ("--check",)):
                with self.subTest(surrounding, arguments=arguments):
                    paths = ("--data", "data", "--output", self.output)
                    lines = self.assert_fails(*paths, *arguments, cwd=self.work, PYTHONPATH=str(ROOT), **surrounding)
                    self.assertEqual(len(lines), 3)
                    self.assertTrue(lines[0].startswith("data/papers.toml: paper 'paper-one': year: "), lines)
                    self.assertTrue(lines[1].startswith("data/blogs.toml: is not UTF-8"), lines)
                    self.assertTrue(lines[2].startswith("data/tools.toml: tool 'tool': name: "), lines)

    def test_directory_of_data_with_a_non_ascii_name(self):
        self.data = self.work / "자료"
        self.write(changed(("papers.toml", "paper", 0, "year", 10_000)))
        for surrounding in (ASCII_ONLY, {"LC_ALL": "C.UTF-8"}):
            with self.subTest(surrounding):
                lines = self.assert_fails("--data", self.data, "--output", self.output, **surrounding)
                self.assertEqual(len(lines), 1)
                self.assertIn("/papers.toml: paper 'paper-one': year: ", lines[0])
                self.assertEqual("/자료/" in lines[0], surrounding is not ASCII_ONLY)
                self.assertEqual(lines[0].isascii(), surrounding is ASCII_ONLY)

    def test_missing_directory_of_data(self):
        lines = self.assert_fails("--data", self.data, "--output", self.output)
        self.assertEqual(lines, [f"{self.data}: cannot be read as a data directory: No such file or directory"])

    def test_missing_jinja2(self):
        self.write(small_catalogue())
        # Without the site packages, jinja2 is missing.
        lines = self.assert_fails("--data", self.data, "--output", self.output, flags=("-S", "-E", "-m", "codegen"))
        self.assertEqual(lines, ["codegen: needs the Python package jinja2; on Debian: apt-get install python3-jinja2"])

    def test_removed_working_directory(self):
        self.write(small_catalogue())
        gone = self.work / "gone"
        gone.mkdir()
        command = f"cd '{gone}' && rmdir '{gone}' && '{sys.executable}' -m codegen --data '{self.data}'"
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        result = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, text=True)
        line = "codegen: the working directory cannot be used: No such file or directory\n"
        self.assertEqual((result.returncode, result.stdout, result.stderr), (1, "", line))

    def test_closed_streams(self):
        self.write(small_catalogue())
        for closed, data, status, said in (
            (">&-", self.data, 0, ""),
            ("2>&-", self.data, 0, ""),
            (">&- 2>&- <&-", self.data, 0, ""),
            (">&-", self.work / "none", 1, "none"),
            ("2>&-", self.work / "none", 1, ""),
        ):
            with self.subTest(closed=closed, data=data):
                command = f"'{sys.executable}' -m codegen --data '{data}' --output '{self.output}' {closed}"
                result = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True)
                self.assertEqual((result.returncode, result.stdout), (status, ""))
                self.assertEqual((said in result.stderr, result.stderr.count("\n")), (True, bool(said)))

    def test_interruption_while_modules_are_loaded(self):
        code = (
            "import os, runpy, signal, sys\n"
            "signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell ignores it for background processes\n"
            "class Finder:\n"
            "    def find_spec(self, name, *_):\n"
            "        if name == 'codegen.importers': os.kill(os.getpid(), signal.SIGINT)\n"
            "sys.meta_path.insert(0, Finder())\n"
            "runpy.run_module('codegen', run_name='__main__')\n"
        )
        result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (1, "", "codegen: was stopped\n"))

    def test_termination(self):
        code = (
            "import os, runpy, signal, codegen.reader\n"
            "signal.signal(signal.SIGTERM, signal.SIG_DFL)\n"
            "def stop(_): os.kill(os.getpid(), signal.SIGTERM)\n"
            "codegen.reader.read_catalogue = stop\n"
            "runpy.run_module('codegen', run_name='__main__')\n"
        )
        result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (1, "", "codegen: was stopped\n"))

    def test_errors_in_the_destruction_of_objects(self):
        for error in "MemoryError", "ValueError":
            code = (
                "import runpy, codegen.reader\n"
                "def fail(_):\n"
                "    def generator():\n"
                "        try: yield\n"
                f"        finally: raise {error}\n"
                "    next(generator())\n"
                "    raise MemoryError\n"
                "codegen.reader.read_catalogue = fail\n"
                "runpy.run_module('codegen', run_name='__main__')\n"
            )
            result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
            *ignored, last = result.stderr.splitlines()
            self.assertEqual((result.returncode, last), (1, "codegen: ran out of memory"))
            self.assertEqual(bool(ignored), error != "MemoryError", ignored)

    @unittest.skipUnless(resource, "needs resource limits")
    def test_full_disk(self):
        self.write(small_catalogue())
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))  # noqa: E731
        lines = self.assert_fails("--data", self.data, "--output", self.output, half_way=True, preexec_fn=limit)
        self.assertEqual(lines, [f"{self.output}: cannot be written: File too large"])


class DoubtfulNames(CommandLineTest):
    """--doubtful-names prints a line for each doubtful name, and writes no files."""

    def assert_printed(self, lines: list[str], *arguments, **surroundings) -> None:
        before = snapshot(self.work)
        result = run("--doubtful-names", "--output", self.output, *arguments, **surroundings)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        self.assertEqual(result.stdout.decode(), "".join(f"{line}\n" for line in lines))
        self.assertEqual(snapshot(self.work), before)

    def test_names(self):
        editors = ["Ann Bo Cee", "{A Firm Name}", "Ada Lovelace"]
        self.write(informed(("tools.toml", "tool", 0, "citation", {"editor": editors})))
        book = [f"{role}: José Ortega y Prado" for role in ("curator", "illustrator", "reviewed-author")]
        lines = ["papers.toml: paper 'paper-two': author: José Raúl Capablanca"]
        lines += [*(f"books.toml: book 'book': {line}" for line in book), "tools.toml: tool 'tool': editor: Ann Bo Cee"]
        self.assert_printed([f"{self.data}/{line}" for line in lines], "--data", self.data, LC_ALL="C.UTF-8")
        # The terminal cannot show these characters.
        escaped = [line.encode("ascii", "backslashreplace").decode() for line in lines]
        surroundings = {"cwd": self.work, "PYTHONPATH": str(ROOT), **ASCII_ONLY}
        self.assert_printed([f"data/{line}" for line in escaped], "--data", "data", **surroundings)

    def test_no_doubtful_names(self):
        self.write(small_catalogue())
        self.assert_printed([], "--data", self.data)
        self.assert_printed([])

    def test_mistakes_in_the_data(self):
        doubtful = ("tools.toml", "tool", 0, "citation", {"author": ["Ann Bo Cee"]})
        self.write(changed(doubtful, ("papers.toml", "paper", 0, "year", 10_000)))
        lines = self.assert_fails("--doubtful-names", "--data", self.data, "--output", self.output)
        self.assertEqual(lines, [f"{self.data}/papers.toml: paper 'paper-one': year: 10000 is outside 1 to 9999"])

    def test_with_another_task(self):
        for option in (("--check",), ("--library", self.work / "x"), ("--single-header", self.work / "x.hpp")):
            result = run("--doubtful-names", *option)
            self.assertEqual((result.returncode, result.stdout), (2, b""))
            self.assertIn(b"not allowed with argument", result.stderr)


class Options(CommandLineTest):
    def test_help_on_a_terminal_without_korean(self):
        copy = self.work / "한글"
        shutil.copytree(ROOT / "codegen", copy / "codegen", ignore=shutil.ignore_patterns("__pycache__"))
        result = run("--help", cwd=copy, **ASCII_ONLY)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        self.assertIn(b"--single-header", result.stdout)

    def test_unknown_option(self):
        result = run("--no-such-option")
        self.assertEqual((result.returncode, result.stdout), (2, b""))
        self.assertNotIn(b"Traceback", result.stderr)
