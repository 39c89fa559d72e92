"""The generator outside the repository, in a separate process: called by its path, installed, and without --data."""

import shutil

from tests.support.catalogues import changed, small_catalogue
from tests.support.generator import REAL_DATA, CommandLineTest, is_documented, run, snapshot
from tests.support.running import ROOT

BY_PATH = ("refcatalog/codegen",)
NEEDS_DATA = "codegen: needs --data DIR, the directory of the catalogue"


class ByPath(CommandLineTest):
    """`python3 refcatalog/codegen` works in any directory as `python3 -m codegen` does in the repository."""

    def setUp(self):
        super().setUp()
        (self.work / "refcatalog").symlink_to(ROOT)

    def test_every_task(self):
        (self.work / "list.json").write_text('[{"id": "doe", "type": "book", "title": "A title"}]', encoding="utf-8")
        data = ("--data", "new/list")
        for task in (
            ("--import", "list.json", *data),
            (*data, "--doubtful-names"),
            (*data, "--output", "new/headers"),
            (*data, "--output", "new/headers", "--check"),
            (*data, "--library", "new/library"),
            (*data, "--single-header", "new/list.hpp"),
            ("--check",),
        ):
            self.assert_succeeds(*task, cwd=self.work, flags=BY_PATH)
        self.assert_succeeds(*data, "--library", "other", cwd=self.work, PYTHONPATH=str(ROOT))
        new, other = (
            {name: content for name, (content, time) in snapshot(self.work / place).items()}
            for place in ("new/library", "other")
        )
        self.assertEqual(new, other)
        self.assertIn(b'"doe\\0', b"".join(filter(None, new.values())))

    def test_messages_name_paths_as_given(self):
        self.write(changed(("papers.toml", "paper", 0, "year", 10_000)))
        (self.work / "mine.hpp").write_text("mine\n", encoding="utf-8")
        there = self.work / "include"
        (there / "refcatalog").symlink_to(ROOT)
        here = {"cwd": there, "flags": BY_PATH}
        for data in "../data", self.data, there / "../data":
            lines = self.assert_fails("--data", data, "--output", "generated", **here)
            self.assertEqual([line.split(": ")[0] for line in lines], [f"{data}/papers.toml"])
        self.write(small_catalogue())
        for place in "../mine.hpp", self.work / "mine.hpp":
            lines = self.assert_fails("--data", "../data", "--single-header", place, **here)
            self.assertEqual([line.split(": ")[0] for line in lines], [str(place)])
        lines = self.assert_fails("--data", "../data", "--output", "generated", "--check", **here)
        self.assertIn("generated/old.hpp: is out of date; run this again without --check", lines)

    def test_help_shows_the_command_as_called(self):
        result = run("--help", cwd=self.work, flags=BY_PATH)
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        self.assertTrue(result.stdout.startswith(b"usage: python3 refcatalog/codegen [-h] "), result.stdout)


class WithoutData(CommandLineTest):
    def test_a_message_names_the_catalogue_of_the_repository(self):
        for option, place in ("--single-header", "one.hpp"), ("--library", "library"):
            for cwd, data in (self.work, REAL_DATA), (ROOT, "data"):
                written = place if cwd == self.work else self.work / place
                result = run(option, written, cwd=cwd, PYTHONPATH=str(ROOT))
                line = f"{written}: holds the catalogue of {data}; use --data DIR for another"
                self.assertEqual((result.returncode, result.stdout, result.stderr.decode()), (0, b"", f"{line}\n"))
                self.assertTrue(is_documented(line))
        self.assert_succeeds("--data", REAL_DATA, "--single-header", self.work / "one.hpp")

    def test_an_import_requires_data(self):
        lines = self.assert_fails("--import", "list.bib", cwd=self.work, PYTHONPATH=str(ROOT))
        self.assertEqual(lines, [NEEDS_DATA])

    def test_an_installed_generator_requires_data_and_a_place(self):
        self.write(small_catalogue())
        there = self.work / "share"
        shutil.copytree(ROOT / "codegen", there / "codegen", ignore=shutil.ignore_patterns("__pycache__"))
        (there / "data").mkdir()
        shutil.copy(REAL_DATA / "kinds.toml", there / "data")
        (there / "headers_are_in.txt").write_text(f"{ROOT}/include\n", encoding="utf-8")
        for task in (), ("--doubtful-names",), ("--single-header", "one.hpp"):
            self.assertEqual(self.assert_fails(*task, cwd=there), [NEEDS_DATA])
        for task in (), ("--check",):
            lines = self.assert_fails("--data", self.data, *task, cwd=there)
            place = "--single-header FILE, --library DIR or --output DIR, the place of the headers"
            self.assertEqual(lines, [f"codegen: needs {place}"])
        self.assert_succeeds("--data", self.data, "--doubtful-names", cwd=there)
        for option in "--library", "--single-header", "--output":
            self.assert_succeeds("--data", self.data, option, self.work / option, cwd=there)
