"""The command line as people run it, in a process of its own: status, output, and what becomes of the directory."""

import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path
from unittest import mock

from codegen import writer
from tests.support.catalogues import changed, small_catalogue
from tests.support.generator import MARKER, OLD_HEADER, REAL_DATA, CodegenTest, is_documented, run, run_here, snapshot
from tests.support.running import ROOT

try:
    import resource
except ImportError:  # not on Windows
    resource = None


# Without the last two, Python takes the locale C for one with UTF-8.
ASCII_ONLY = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def headers_in(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir()}


class Runs(CodegenTest):
    """Success is silent, failure is one line for each mistake; both whatever the surroundings."""

    def assert_succeeds(self, *arguments, **surroundings) -> None:
        result = run(*arguments, **surroundings)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (0, b"", b""))

    def assert_fails(self, *arguments, half_way: bool = False, **surroundings) -> list[str]:
        """Fails and touches nothing; returns the lines."""
        before = snapshot(self.work, not half_way)
        result = run(*arguments, **surroundings)
        self.assertEqual((result.returncode, result.stdout), (1, b""))
        self.assertNotIn(b"Traceback", result.stderr)
        self.assertRegex(result.stderr, rb"\A([ -~]+\n)+\Z")
        self.assertEqual(snapshot(self.work, not half_way), before)
        lines = result.stderr.decode().split("\n")[:-1]
        self.assertEqual([line for line in lines if not is_documented(line)], [])
        return lines

    def test_output_does_not_depend_on_the_surroundings(self):
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
        (self.work / "elsewhere").mkdir()
        self.assert_succeeds("--data", "../data", "--output", "deep/er", cwd=self.work / "elsewhere", PYTHONPATH=str(ROOT))
        self.assertEqual(len(headers_in(self.work / "elsewhere" / "deep" / "er")), 14)

    def test_mistakes_in_the_data(self):
        year, name = ("papers.toml", "paper", 0, "year", 1799), ("tools.toml", "tool", 0, "name", "a\nb\x1b[31m")
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

    def test_directory_of_data_with_a_name_that_is_not_ascii(self):
        self.data = self.work / "자료"
        self.write(changed(("papers.toml", "paper", 0, "year", 1799)))
        for surrounding in (ASCII_ONLY, {"LC_ALL": "C.UTF-8"}):
            with self.subTest(surrounding):
                lines = self.assert_fails("--data", self.data, "--output", self.output, **surrounding)
                self.assertEqual(len(lines), 1)
                self.assertIn("/papers.toml: paper 'paper-one': year: ", lines[0])

    def test_directory_of_data_that_is_missing(self):
        lines = self.assert_fails("--data", self.data, "--output", self.output)
        self.assertEqual(lines, [f"{self.data}: cannot be read as a directory of data: No such file or directory"])

    def test_missing_jinja2(self):
        self.write(small_catalogue())
        # Without the site packages there is no jinja2.
        lines = self.assert_fails("--data", self.data, "--output", self.output, flags=("-S", "-E"))
        self.assertEqual(lines, ["codegen: needs the Python package jinja2; on Debian: apt-get install python3-jinja2"])

    def test_no_headers_beside_the_generator(self):
        self.write(small_catalogue())
        shutil.copytree(ROOT / "codegen", self.work / "alone" / "codegen", ignore=shutil.ignore_patterns("__pycache__"))
        for option in "--library", "--single-header":
            lines = self.assert_fails("--data", self.data, option, self.work / "new", cwd=self.work / "alone")
            self.assertEqual(lines, [f"{self.work}/alone/include: has no headers; the library is made of those beside codegen"])

    def test_working_directory_that_is_gone(self):
        self.write(small_catalogue())
        gone = self.work / "gone"
        gone.mkdir()
        command = f"cd '{gone}' && rmdir '{gone}' && '{sys.executable}' -m codegen --data '{self.data}'"
        result = subprocess.run(["sh", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
        line = "codegen: the working directory cannot be used: No such file or directory\n"
        self.assertEqual((result.returncode, result.stdout, result.stderr), (1, "", line))

    def test_help_on_a_terminal_without_korean(self):
        copy = self.work / "한글"
        shutil.copytree(ROOT / "codegen", copy / "codegen", ignore=shutil.ignore_patterns("__pycache__"))
        result = run("--help", cwd=copy, **ASCII_ONLY)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        self.assertIn(b"--single-header", result.stdout)

    def test_termination(self):
        code = (
            "import os, runpy, signal, codegen.reader\n"
            "def stop(_): os.kill(os.getpid(), signal.SIGTERM)\n"
            "codegen.reader.read_catalogue = stop\n"
            "runpy.run_module('codegen', run_name='__main__')\n"
        )
        result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (1, "", "codegen: was stopped\n"))

    def test_committed_headers_are_current(self):
        self.assert_succeeds("--check")
        self.assert_succeeds("--check", cwd=self.work, PYTHONPATH=str(ROOT))

    def test_unknown_option(self):
        result = run("--no-such-option")
        self.assertEqual((result.returncode, result.stdout), (2, b""))
        self.assertNotIn(b"Traceback", result.stderr)

    @unittest.skipUnless(resource, "needs limits of resources")
    def test_disk_that_fills_up(self):
        self.write(small_catalogue())
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))  # noqa: E731
        lines = self.assert_fails("--data", self.data, "--output", self.output, half_way=True, preexec_fn=limit)
        self.assertEqual(lines, [f"{self.output}: cannot be written: File too large"])


class OutputDirectory(CodegenTest):
    """The directory is replaced as a whole, or not touched at all."""

    def setUp(self):
        super().setUp()
        self.write(small_catalogue())
        self.arguments = ("--data", self.data, "--output", self.output)

    def assert_writes(self) -> None:
        siblings = sorted(self.output.parent.iterdir()) if self.output.parent.exists() else []
        self.assertEqual(run_here(*self.arguments), (0, "", ""))
        self.assertEqual(len(headers_in(self.output)), 14)
        for text in headers_in(self.output).values():
            self.assertTrue(text.startswith(MARKER))
        beside = sorted(self.output.parent.iterdir())
        self.assertEqual(beside, sorted({*siblings, self.output}), "something is left beside the output")

    def assert_refuses(self, *expected: str, half_way: bool = False) -> None:
        """Fails with one line, which holds these words, and touches nothing."""
        before = snapshot(self.work, not half_way)
        status, stdout, stderr = run_here(*self.arguments)
        self.assertEqual((status, stdout), (1, ""))
        self.assertEqual(stderr.count("\n"), 1, stderr)
        self.assertTrue(is_documented(stderr.rstrip()), stderr)
        for words in expected:
            self.assertIn(words, stderr)
        self.assertEqual(snapshot(self.work, not half_way), before)

    def test_new_directory(self):
        shutil.rmtree(self.output.parent)
        self.assert_writes()

    def test_empty_directory(self):
        (self.output / "old.hpp").unlink()
        self.assert_writes()

    def test_stale_headers_vanish(self):
        self.assertIn("old.hpp", headers_in(self.output))
        self.assert_writes()
        self.assertNotIn("old.hpp", headers_in(self.output))

    def test_header_of_a_kind_that_is_no_more_vanishes(self):
        self.assert_writes()
        (self.output / "papers.hpp").rename(self.output / "videos.hpp")
        self.assert_writes()

    def test_changed_header_is_replaced(self):
        self.assert_writes()
        before = headers_in(self.output)
        (self.output / "papers.hpp").write_bytes(before["papers.hpp"] + b"// a line too much\n")
        self.assert_writes()
        self.assertEqual(headers_in(self.output), before)

    def test_current_headers_are_not_touched(self):
        self.assert_writes()
        before = snapshot(self.output)
        self.assert_writes()
        self.assertEqual(snapshot(self.output), before)

    def test_headers_can_be_read_by_all(self):
        previous = os.umask(0o022)
        self.addCleanup(os.umask, previous)
        self.assert_writes()
        self.assertEqual(self.output.stat().st_mode & 0o777, 0o755)
        for path in self.output.iterdir():
            self.assertEqual(path.stat().st_mode & 0o777, 0o644)

    def test_foreign_file(self):
        contents = {
            "notes.txt": b"mine\n",
            "empty.hpp": b"",
            ".hidden": b"mine\n",
            "papers.hpp": b"// Generated by something else\n",
            "second_line.hpp": b"\n" + OLD_HEADER,
            "binary": b"\xff\0",
        }
        for name, content in contents.items():
            with self.subTest(name=name):
                (self.output / name).write_bytes(content)
                self.assert_refuses(f"{self.output / name}: ", "was not written by codegen")
                (self.output / name).unlink()

    def test_foreign_file_among_current_headers(self):
        self.assert_writes()
        (self.output / "notes.txt").write_bytes(b"mine\n")
        self.assert_refuses(f"{self.output / 'notes.txt'}: ", "was not written by codegen")

    def test_subdirectory(self):
        for name in ("sub", "papers.hpp"):
            with self.subTest(name=name):
                (self.output / name / "deeper").mkdir(parents=True)
                (self.output / name / "deeper" / "notes.txt").write_bytes(b"mine\n")
                self.assert_refuses(f"{self.output / name}/deeper/notes.txt: ", "was not written by codegen")
                shutil.rmtree(self.output / name)

    def test_subdirectory_that_holds_nothing_or_old_headers_vanishes(self):
        for content in (None, OLD_HEADER):
            (self.output / "sub").mkdir()
            if content:
                (self.output / "sub" / "old.hpp").write_bytes(content)
            self.write(changed(("catalog.toml", "title", f"Title {content}")))
            self.assert_writes()
            self.assertNotIn("sub", [path.name for path in self.output.iterdir()])

    def test_output_in_the_directory_of_data(self):
        self.arguments = ("--data", self.data, "--output", self.data)
        self.assert_refuses(f"{self.data}/", "was not written by codegen")

    def test_foreign_file_with_an_unusual_name(self):
        (self.output / "two\nlines").write_bytes(b"mine\n")
        self.assert_refuses("was not written by codegen")

    def test_output_that_is_a_file(self):
        shutil.rmtree(self.output)
        self.output.write_bytes(OLD_HEADER)
        self.assert_refuses(f"{self.output}: cannot be ")

    def test_output_below_a_file(self):
        shutil.rmtree(self.output.parent)
        self.output.parent.write_bytes(b"a file\n")
        self.assert_refuses(f"{self.output}: cannot be ")

    def test_output_with_a_name_too_long(self):
        self.arguments = ("--data", self.data, "--output", self.output / ("x" * 300))
        self.assert_refuses(": cannot be ")

    def test_output_that_is_a_link_to_a_directory_that_is_yet_to_be_made(self):
        shutil.rmtree(self.output)
        self.output.symlink_to("real")
        self.assertEqual(run_here(*self.arguments), (0, "", ""))
        self.assertTrue(self.output.is_symlink())
        self.assertEqual(len(headers_in(self.output.parent / "real")), 14)

    def test_output_that_is_a_link_to_itself(self):
        shutil.rmtree(self.output)
        self.output.symlink_to(self.output)
        self.assert_refuses(f"{self.output}: cannot be written: ", half_way=True)

    def test_path_through_a_directory_that_does_not_exist(self):
        foreign = self.work / "foreign"
        foreign.mkdir()
        (foreign / "notes.txt").write_bytes(b"mine\n")
        self.arguments = ("--data", self.data, "--output", self.work / "no such" / ".." / "foreign")
        self.assert_refuses(f"{foreign}/notes.txt: was not written by codegen")
        self.arguments = ("--data", self.data, "--single-header", self.work / "no such" / ".." / "foreign" / "notes.txt")
        self.assert_refuses(f"{foreign}/notes.txt: was not written by codegen")

    def test_what_would_never_be_read_to_its_end(self):
        os.mkfifo(self.output / "pipe")
        (self.output / "zeros.hpp").symlink_to("/dev/zero")
        with (self.output / "core").open("wb") as file:
            file.truncate(1 << 40)
        for name in ("core", "pipe", "zeros.hpp"):
            with self.subTest(name=name):
                status, _, stderr = run_here(*self.arguments)
                self.assertEqual(status, 1)
                self.assertIn(f"{self.output / name}: was not written by codegen", stderr)
                (self.output / name).unlink()

    def test_header_and_single_header_do_not_take_each_others_place(self):
        self.assert_writes()
        header = self.output / "papers.hpp"
        self.arguments = ("--data", self.data, "--single-header", header)
        self.assert_refuses(f"{header}: was not written by codegen for this, and would be overwritten")
        # Nor does a library that of the headers alone.
        self.arguments = ("--data", self.data, "--library", self.output)
        self.assert_refuses(": was not written by codegen for this")
        self.assertEqual(run_here("--data", self.data, "--library", self.work / "library"), (0, "", ""))
        self.arguments = ("--data", self.data, "--output", self.work / "library" / "refcatalog" / "generated")
        self.assert_refuses(": was not written by codegen for this")
        one = self.work / "one" / "refcatalog.hpp"
        self.assertEqual(run_here("--data", self.data, "--single-header", one), (0, "", ""))
        self.arguments = ("--data", self.data, "--output", one.parent)
        self.assert_refuses(f"{one}: was not written by codegen")

    def test_single_header_in_an_impossible_place(self):
        for place in (self.work, "/", "", "/dev/full", self.output / "old.hpp"):
            with self.subTest(place=place):
                self.arguments = ("--data", self.data, "--single-header", place)
                self.assert_refuses(": was not written by codegen")
        self.arguments = ("--data", self.data, "--single-header", self.data / "papers.toml" / "one.hpp")
        self.assert_refuses("one.hpp: cannot be ")

    def test_single_header_through_a_link(self):
        link, real = self.work / "link.hpp", self.work / "real.hpp"
        link.symlink_to(real)
        self.assertEqual(run_here("--data", self.data, "--single-header", link), (0, "", ""))
        self.assertTrue(link.is_symlink() and real.is_file() and not real.is_symlink())

    def test_output_that_is_a_link_to_a_directory(self):
        real = self.work / "real"
        self.output.rename(real)
        self.output.symlink_to(real)
        self.assert_writes()
        self.assertTrue(self.output.is_symlink())
        self.assertEqual(headers_in(real), headers_in(self.output))

    def test_failure_at_each_step_of_the_replacement(self):
        for steps_that_succeed in (0, 1):
            with self.subTest(steps_that_succeed=steps_that_succeed):
                rename, steps = os.rename, []

                def failing_rename(source, target):
                    steps.append(target)
                    if len(steps) == steps_that_succeed + 1:
                        raise OSError(5, "Input/output error")
                    rename(source, target)

                with mock.patch.object(os, "rename", failing_rename):
                    self.assert_refuses(f"{self.output}: cannot be written: Input/output error", half_way=True)

    def test_interruption_at_each_step_of_the_replacement(self):
        for after in (False, True):
            for step in (0, 1):
                with self.subTest(step=step, after=after):
                    self.write(changed(("catalog.toml", "title", f"Title {step} {after}")))
                    rename, steps = os.rename, []

                    def interrupted_rename(source, target):
                        steps.append(target)
                        if after or len(steps) != step + 1:
                            rename(source, target)
                        if len(steps) == step + 1:
                            raise KeyboardInterrupt

                    before = headers_in(self.output)
                    with mock.patch.object(os, "rename", interrupted_rename):
                        self.assertEqual(run_here(*self.arguments), (1, "", "codegen: was stopped\n"))
                    self.assertEqual(list(self.output.parent.iterdir()), [self.output])
                    self.assertEqual(headers_in(self.output) == before, not (after and step == 1))

    def test_old_headers_that_cannot_be_put_back_are_kept(self):
        rename, steps = os.rename, []

        def failing_rename(source, target):
            steps.append(target)
            if len(steps) > 1:
                raise OSError(5, "Input/output error")
            rename(source, target)

        with mock.patch.object(os, "rename", failing_rename):
            status, _, stderr = run_here(*self.arguments)
        (left,) = self.output.parent.iterdir()
        line = f"{self.output}: cannot be written: Input/output error; what it held is now in {left / 'old'}\n"
        self.assertEqual((status, stderr), (1, line))
        self.assertEqual(headers_in(left / "old"), {"old.hpp": OLD_HEADER})

    def test_another_run_that_is_quicker(self):
        rename = os.rename

        def late_rename(source, target):
            if target == self.output:  # the other one is there already
                self.output.mkdir()
                (self.output / "new.hpp").write_bytes(OLD_HEADER)
            rename(source, target)

        with mock.patch.object(os, "rename", late_rename):
            status, _, stderr = run_here(*self.arguments)
        self.assertEqual((status, stderr), (1, f"{self.output}: cannot be written: Directory not empty\n"))
        self.assertEqual(headers_in(self.output), {"new.hpp": OLD_HEADER})
        self.assertEqual(list(self.output.parent.iterdir()), [self.output])

    def test_failure_to_make_the_new_directory(self):
        with mock.patch.object(writer.tempfile, "mkdtemp", side_effect=PermissionError(13, "Permission denied")):
            self.assert_refuses(f"{self.output}: cannot be written: Permission denied")


class Check(CodegenTest):
    """--check names the files that are out of date, and writes nothing."""

    def setUp(self):
        super().setUp()
        self.write(small_catalogue())
        self.arguments = ("--data", self.data, "--output", self.output)
        self.assertEqual(run_here(*self.arguments), (0, "", ""))

    def assert_check(self, *names: str) -> None:
        before = snapshot(self.work)
        status, stdout, stderr = run_here(*self.arguments, "--check")
        self.assertEqual((status, stdout), (1 if names else 0, ""))
        lines = stderr.splitlines()
        self.assertEqual([line.split(": ")[0] for line in lines], [str(self.output / name) for name in names])
        self.assertTrue(all(map(is_documented, lines)), lines)
        self.assertEqual(snapshot(self.work), before)

    def test_current_headers(self):
        self.assert_check()

    def test_changed_header(self):
        header = self.output / "papers.hpp"
        header.write_bytes(header.read_bytes().replace(b"Paper", b"Piper", 1))
        self.assert_check("papers.hpp")

    def test_line_ends_that_were_converted(self):
        header = self.output / "tools.hpp"
        header.write_bytes(header.read_bytes().replace(b"\n", b"\r\n"))
        self.assert_check("tools.hpp")

    def test_missing_header(self):
        (self.output / "keys.hpp").unlink()
        self.assert_check("keys.hpp")

    def test_extra_header(self):
        (self.output / "old.hpp").write_bytes(OLD_HEADER)
        self.assert_check("old.hpp")

    def test_extra_file_and_directory(self):
        (self.output / "a_note.txt").write_bytes(b"mine\n")
        (self.output / "sub").mkdir()
        (self.output / "sub" / "note.txt").write_bytes(b"mine\n")
        self.assert_check("a_note.txt", "sub/note.txt")

    def test_several(self):
        (self.output / "old.hpp").write_bytes(OLD_HEADER)
        (self.output / "keys.hpp").unlink()
        (self.output / "books.hpp").write_bytes(OLD_HEADER)
        self.assert_check("books.hpp", "keys.hpp", "old.hpp")

    def test_missing_directory(self):
        shutil.rmtree(self.output)
        status, stdout, stderr = run_here(*self.arguments, "--check")
        self.assertEqual((status, stdout, len(stderr.splitlines())), (1, "", 14))
        self.assertFalse(self.output.exists())

    def test_changed_data(self):
        self.write(changed(("books.toml", "book", 0, "features", "Other features")))
        self.assert_check("books.hpp")

    def test_mistake_in_the_data(self):
        self.write(changed(("books.toml", "book", 0, "features", "")))
        status, stdout, stderr = run_here(*self.arguments, "--check")
        self.assertEqual((status, stdout), (1, ""))
        self.assert_lines(stderr, ["books.toml: book 'book': features: "])
