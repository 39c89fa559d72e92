"""The import as a whole: an unusable file is rejected with one line, and nothing is written."""

import cProfile
import json
import os
import shutil
import subprocess
import sys
import tomllib
import unittest
from pathlib import Path
from unittest import mock

from codegen import importers
from codegen.importers import csl_json, toml
from codegen.importers.model import ImportFailure
from codegen.source import DataError
from tests.support.generator import REAL_DATA, CommandLineTest, run, snapshot
from tests.support.imports import ImportTest
from tests.support.running import ROOT

try:
    import resource
except ImportError:  # Windows lacks this module
    resource = None

ONE = [{"id": "a", "title": "A"}]


class Rejected(ImportTest):
    def assert_refused(self, name: str, content: object, line: str) -> None:
        path = self.put(name, content)
        self.assert_import_fails(path, lines=[f"{path}: {line}"])

    def test_invalid_csl_json(self):
        for content in "{}", "7", "null", '"x"', '{"items": 7}':
            with self.subTest(content):
                self.assert_refused("list.json", content, "is not CSL-JSON, which is an array of objects")

    def test_json_in_zotero_s_own_format(self):
        what = "is in Zotero's own JSON format; export it as CSL JSON, and import that"
        item = {"itemType": "book", "title": "A", "creators": [{"creatorType": "author", "lastName": "Doe"}]}
        for content in [item], item, {"config": {}, "items": [item]}, [{"key": "A", "version": 1, "data": item}]:
            with self.subTest(content):
                self.assert_refused("list.json", content, what)

    def test_an_empty_list(self):
        self.assert_refused("list.json", "[]", "has no entries")

    def test_a_list_without_entries(self):
        path = self.put("list.json", [7])
        what = 'list.json: entry 1: is left out: must be an object, not "7"'
        self.assert_import_fails(path, lines=[what, f"{path}: has no entries"])

    def test_truncated(self):
        whole = '[{"id": "a", "title": "A"}]'
        for end in range(len(whole)):
            path = self.put("list.json", whole[:end])
            self.assertRegex(self.run_import(path)[1][0], "list.json: is not valid JSON: .* line 1 column")
            self.assertFalse(self.data.exists())

    def test_nested_too_deeply(self):
        self.assert_refused("list.json", "[" * 200_000, "is nested too deeply")

    def test_a_value_nested_deeply(self):
        depth = 900
        path = self.put("list.json", f'[{{"id": "a", "title": {"[" * depth}{"]" * depth}, "x": 1}}]')
        status, lines = self.run_import(path)
        self.assertEqual((status, len(lines)), (0, 2), lines)

    def test_other_encodings(self):
        self.assert_refused("list.json", b'[{"title": "\xe9"}]', "is not UTF-8: byte 12 is 0xe9; save it as UTF-8")
        what = "is not UTF-16-LE: byte 2 is 0x5b; save it as UTF-8"
        self.assert_refused("list.json", b"\xff\xfe[", what)

    def test_byte_order_marks(self):
        for number, encoding in enumerate(("utf-8-sig", "utf-16", "utf-32")):
            with self.subTest(encoding):
                self.data = self.work / f"data {number}"
                path = self.put("list.json", '[{"id": "도"}]'.encode(encoding))
                self.assertEqual(self.run_import(path), (0, []))
                self.assertEqual(self.records()[0]["key"], "도")

    def test_missing(self):
        path = self.work / "list.json"
        self.assert_import_fails(path, lines=[f"{path}: cannot be read: No such file or directory"])

    def test_a_directory(self):
        path = self.work / "list.json"
        path.mkdir()
        self.assert_import_fails(path, lines=[f"{path}: cannot be read: Is a directory"])

    @unittest.skipUnless(hasattr(os, "mkfifo"), "needs named pipes")
    def test_a_pipe(self):
        path = self.work / "list.json"
        os.mkfifo(path)
        self.assert_import_fails(path, lines=[f"{path}: cannot be read: It is not a regular file"])

    def test_unknown_formats(self):
        endings = "has an unknown format; its name must end in .json"
        path = self.put("list.docx", "x")
        self.assertIn(endings, self.run_import(path)[1][0])
        what = "is a library in EndNote's own format; export it from EndNote as XML or RIS, and import that"
        self.assert_refused("list.ENL", b"\0", what)

    def test_one_of_several_files(self):
        files = self.put("a.json", ONE), self.put("b.json", "")
        self.assert_import_fails(*files, lines=[": is not valid JSON: Expecting value: line 1 column 1 (char 0)"])

    def test_too_large(self):
        path = self.put("list.json", ONE)
        with mock.patch.object(csl_json.json, "loads", side_effect=MemoryError):
            self.assert_import_fails(path, lines=[f"{self.data}: is too large for the memory of this machine"])
        with mock.patch.object(toml, "write", side_effect=MemoryError):
            self.assert_import_fails(path, lines=[f"{self.data}: is too large for the memory of this machine"])

    def test_a_line_break_in_the_name_of_a_file(self):
        path = self.put("a\nb.json", "[")
        self.assertEqual(self.run_import(path)[1][0].partition(": ")[0], f"{self.work}/a\\nb.json")

    def test_a_directory_that_cannot_be_moved_into_place(self):
        path = self.put("list.json", ONE)
        self.data = self.work / "deep" / "data"
        with mock.patch("codegen.importers.os.rename", side_effect=OSError(28, "No space left on device")):
            self.assert_import_fails(path, lines=[f"{self.data}: cannot be written: No space left on device"])

    def test_empty_directories_that_were_there_before_are_kept(self):
        self.data = self.work / "empty" / "deep" / "data"
        (self.work / "empty").mkdir()
        with mock.patch("codegen.importers.os.rename", side_effect=OSError(28, "No space left on device")):
            self.assert_import_fails(self.put("list.json", ONE), lines=["No space left on device"])

    def test_a_directory_that_vanishes(self):
        def vanish(_, new: Path) -> None:
            shutil.rmtree(new.parent)
            new.rmdir()

        with mock.patch.object(toml, "write", vanish):
            lines = [f"{self.data}: cannot be written: No such file or directory"]
            self.assert_import_fails(self.put("list.json", ONE), lines=lines)

    def test_an_existing_directory(self):
        path = self.put("list.json", ONE)
        what = "exists already; an import writes a new directory; choose another one with --data, or move this one away"
        self.data.mkdir()
        self.assert_import_fails(path, lines=[f"{self.data}: {what}"])
        self.data.rmdir()
        self.data.symlink_to(self.work / "nowhere")
        self.assert_import_fails(path, lines=[f"{self.data}: {what}"])
        self.data = REAL_DATA
        self.assertIn(what, self.run_import(path)[1][0])

    def test_a_directory_below_a_file(self):
        path = self.put("list.json", ONE)
        self.data = self.work / "list.json" / "data"
        self.assert_import_fails(path, lines=["cannot be written: File exists"])

    def test_invalid_language(self):
        line = 'codegen: --lang: "a b" is not a language tag; write one of BCP 47, like "en" or "zh-Hans"'
        self.assert_import_fails(self.put("list.json", ONE), "--lang", "a b", lines=[line])


class RejectedRecords(ImportTest):
    """A record that only the generator rejects is named, and the rest is imported."""

    def test_a_key_that_is_too_long(self):
        records = self.items(
            {"id": "x" * 70_000},
            *ONE,
            status=1,
            lines=(
                f"entry '{'x' * 75}...: is left out: key: has 70000 bytes of UTF-8; "
                "the limit is 65534",
            ),
        )
        self.assertEqual([record["key"] for record in records], ["a"])

    def test_all_of_them(self):
        path = self.put("list.json", [{"id": "x" * 70_000}])
        lines = ["the limit is 65534", f"{self.data}: would have no entries"]
        self.assert_import_fails(path, lines=lines)

    def test_a_mistake_outside_the_records(self):
        with mock.patch("codegen.importers.add_references") as add:
            add.side_effect = lambda document, *_: document.parts.append("")
            path = self.put("list.json", ONE)
            place = f"{self.data}/catalog.toml"
            lines = [f"{place}: category: is missing", f"{place}: part 1: title: must not be empty"]
            self.assert_import_fails(path, lines=lines)


class Accepted(ImportTest):
    def title(self) -> str:
        return tomllib.loads((self.data / "catalog.toml").read_text(encoding="utf-8"))["title"]

    def test_bibliographies_come_before_tables(self):
        files = [self.put("b.csv", "name,Description\nB,x\n"), self.put("a.json", [{**ONE[0], "x": 1}])]
        line = "a.json: x: is lost: it is not a variable of CSL 1.0.2; 1 entry has it"
        self.assertEqual(self.run_import(*files), (0, [line]))
        self.assertEqual(self.title(), "b, a")
        parts = tomllib.loads((self.data / "catalog.toml").read_text(encoding="utf-8"))["part"]
        self.assertEqual([part["title"] for part in parts], ["a", "b"])

    def test_titles_from_names_of_files(self):
        expected = {" .json": "Catalogue", "a  b.c.json": "a b.c", "a\udcffb.json": "a?b"}
        for number, (name, title) in enumerate(expected.items()):
            self.data = self.work / f"data {number}"
            self.assertEqual(self.run_import(self.put(name, ONE)), (0, []))
            self.assertEqual(self.title(), title)

    def test_a_mistake_outside_the_records(self):
        def reject(data: Path) -> None:
            raise DataError([f"{data}/catalog.toml: is missing"])

        path = Path(self.put("a.json", ONE))
        with mock.patch.object(importers, "read_catalogue", reject), self.assertRaises(ImportFailure) as failure:
            importers.run([path], self.data)
        self.assertEqual(failure.exception.args, (f"{self.data}/catalog.toml: is missing",))
        self.assertFalse(self.data.exists())

    def test_the_progress_names_each_step(self):
        steps = []

        class Recorded(importers.Progress):
            def __setattr__(self, name: str, value: object) -> None:
                if name == "step":
                    steps.append(value)
                super().__setattr__(name, value)

        files = [self.put("a.json", ONE), self.put("b.csv", "name\nB\n")]
        with mock.patch.object(importers, "Progress", Recorded):
            importers.run([Path(file) for file in files], self.data)
        reading = [f"reading {file}" for file in files]
        self.assertEqual(steps[-5:], [*reading, "making records", f"writing {self.data}", f"checking {self.data}"])


class Process(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.file = self.work / "list.json"
        self.file.write_text('[{"id": "a", "title": "A"}]', encoding="utf-8")

    def test_parent_directories_are_created(self):
        data = self.work / "deep" / "er" / "data"
        self.assert_succeeds("--import", self.file, "--data", data)
        self.assertEqual(
            sorted(path.name for path in data.iterdir()),
            ["catalog.toml", "kinds.toml", "reading_order.toml", "references.toml"],
        )
        self.assertEqual([path.name for path in data.parent.iterdir()], ["data"])
        self.assertEqual(data.stat().st_mode, (self.work / "deep").stat().st_mode)

    @unittest.skipUnless(resource, "needs resource limits")
    def test_full_disk(self):
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))  # noqa: E731
        data = self.work / "deep" / "data"
        lines = self.assert_fails("--import", self.file, "--data", data, preexec_fn=limit, half_way=True)
        self.assertEqual(lines, [f"{data}: cannot be written: File too large"])

    def test_termination(self):
        before = snapshot(self.work, with_directory_times=False)
        for name in "SIGINT", "SIGTERM", "SIGHUP":
            with self.subTest(name):
                self.assertEqual(self.import_with_signal(name, "SIG_DFL"), (1, "codegen: was stopped\n"))
                self.assertEqual(snapshot(self.work, with_directory_times=False), before)

    def test_ignored_signals_stay_ignored(self):
        for name in "SIGINT", "SIGTERM", "SIGHUP":
            with self.subTest(name):
                self.data = self.work / name
                self.assertEqual(self.import_with_signal(name, "SIG_IGN"), (0, ""))
                self.assertTrue(self.data.exists())

    def import_with_signal(self, name: str, disposition: str) -> tuple[int, str]:
        """The exit status and the messages of an import that gets a signal before it writes."""
        code = (
            "import os, runpy, signal, sys, codegen.importers.toml as toml\n"
            f"signal.signal(signal.{name}, signal.{disposition})\n"
            "write = toml.write\n"
            f"def interrupted_write(*given): os.kill(os.getpid(), signal.{name}); return write(*given)\n"
            "toml.write = interrupted_write\n"
            f"sys.argv[1:] = ['--import', {str(self.file)!r}, '--data', {str(self.data)!r}]\n"
            "runpy.run_module('codegen', run_name='__main__')\n"
        )
        result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
        self.assertEqual(result.stdout, "")
        return result.returncode, result.stderr

    @unittest.skipUnless(resource, "needs resource limits")
    def test_too_little_memory(self):
        item = {"title": "A title", "author": [{"family": "Doe", "given": "Jane"}]}
        self.file.write_text(json.dumps([{"id": f"a{at}", **item} for at in range(40_000)]), encoding="utf-8")
        # The memory is enough for the modules, but not for the records.
        for size in range(36_000_000, 100_000_000, 16_000_000):
            with self.subTest(size):
                limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size))  # noqa: B023, E731
                lines = self.assert_fails("--import", self.file, "--data", self.data, preexec_fn=limit)
                self.assertRegex("\n".join(lines), r"\A[^\n]*(ran out of memory|memory of this machine)\Z")

    def test_terminals_that_lack_a_character(self):
        self.file.write_text('[{"id": "도이", "title": "A", "issued": [7]}]', encoding="utf-8")
        for number, (environment, key) in enumerate(
            (
                ({"PYTHONUTF8": "1"}, "도이"),
                ({"PYTHONIOENCODING": "ascii:strict"}, r"\ub3c4\uc774"),
                ({"PYTHONIOENCODING": "latin-1"}, r"\ub3c4\uc774"),
                ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, r"\ub3c4\uc774"),
            )
        ):
            with self.subTest(environment):
                result = subprocess.run(
                    [sys.executable, "-m", "codegen", "--import", self.file, "--data", self.work / f"data {number}"],
                    cwd=ROOT,
                    env=environment,
                    capture_output=True,
                )
                line = f"list.json: entry '{key}': issued: is lost: it must be an object, not ['7']\n"
                self.assertEqual((result.returncode, result.stderr.decode()), (0, line))

    def test_without_jinja2(self):
        self.assert_succeeds("--import", self.file, "--data", self.data, flags=("-S", "-E", "-m", "codegen"))

    def test_options_require_the_import(self):
        for options in (("--lang", "ko"), ("--verbose",), ("--mapping", "x.toml")):
            result = run("--data", self.data, *options)
            self.assertEqual(result.returncode, 2)
            self.assertIn(b"require --import", result.stderr)


class Work(ImportTest):
    def calls(self, count: int) -> int:
        """The number of function calls in an import of `count` items, which does not depend on a clock."""
        name = {"family": "Doe", "given": "Jane"}
        items = [{"id": f"key {at}", "title": "A", "author": [name], "keyword": "a, b"} for at in range(count)]
        path = self.put("list.json", items)
        self.data = self.work / f"data {count}"
        profile = cProfile.Profile()
        profile.runcall(importers.run, [Path(path)], self.data)
        return sum(entry.callcount for entry in profile.getstats())

    def test_work_grows_linearly_with_the_number_of_items(self):
        few, many, most = map(self.calls, (50, 200, 800))
        self.assertLess((most - many) / (many - few), 4.1)
