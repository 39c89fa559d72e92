"""Damages the real data, and checks that the generator rejects them or reads them correctly:
python3 -m tests.damaged_data.check COMPILER [--cases N] [--seed S] [FLAG...]

Each case makes one to three changes to a copy of data/. The generator may reject the copy: it must then print lines
that name the files, and keep the old headers. Or it may accept the copy in silence: the headers must then match the
data, and compile. Hypothesis chooses the cases, and reduces those that fail; each seed makes it choose other cases."""

import argparse
import contextlib
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import unittest
from functools import partial
from pathlib import Path

from codegen.kinds import Kind
from codegen.kinds_reader import read_kinds
from codegen.reader import read_catalogue
from codegen.source import Source
from tests.support import generator
from tests.support.catalogues import STANDARD_KINDS
from tests.support.generated_headers import HeaderContent
from tests.support.running import INCLUDE, output_of, skip

try:
    import hypothesis

    from tests.damaged_data.damage import ORIGINAL, UNREADABLE, Damaged, damaged_data
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    skip("hypothesis is not installed (Debian: python3-hypothesis)")

MOST_COMPILED = 40
NOBODY = 65_534

# The text of a message after the file name. A message without an entry is about the file, or about a top-level name.
KINDS = "|".join(STANDARD_KINDS)
NAME = r"('.*'|\".*\"|\d+)"
ENTRY = re.compile(
    rf"({KINDS}|kind|part|category) {NAME}(, ((correction|link) \d+|field {NAME}))?: \S"
    # A variable of a citation, and possibly an item in a list of names, and its part.
    rf"|({KINDS}) {NAME}, citation: [^:]+: "
    r"(item \d+ (\.(literal|family|given|particle|dropping-particle|suffix) )?)?[^ .]"
    r"|stage \d+(, step \d+)?: \S"
)
NO_ENTRY = re.compile(
    r"is (missing|not a data file|not UTF-8|not valid TOML|nested too deeply)\b"
    r"|cannot be read: |begins with a byte order mark"
    rf"|(languages|title|notes_title|facts_as_of|kind|part|category|stage|{KINDS}): \S"
    r"|[^:]+: (is unknown|unknown field);"
)


@contextlib.contextmanager
def reading_as_anybody():
    """Runs the block as another user if this one is root, who can read unreadable files."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


class DamagedData(HeaderContent):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="damaged-data-")
        self.addCleanup(directory.cleanup)
        self.work = Path(directory.name).resolve()
        self.work.chmod(0o755)
        self.data, self.output = self.work / "data", self.work / "include" / "refcatalog" / "generated"
        # By default, Hypothesis writes into the working directory.
        hypothesis.configuration.set_hypothesis_home_dir(self.work / "hypothesis")

    def prepare(self, damaged: Damaged) -> None:
        for directory in self.data, self.output:
            shutil.rmtree(directory, ignore_errors=True)
            directory.mkdir(parents=True)
        damaged.write(self.data)
        (self.output / "old.hpp").write_bytes(generator.OLD_HEADER)

    def headers(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.output.iterdir()}

    def assert_line(self, line: str, place: str) -> None:
        self.assertTrue(line.isprintable(), line)
        self.assertNotIn("Traceback", line)
        self.assertRegex(line, rf"\A{place}: .*[^ :]", "a line must name a file and the mistake")
        self.assertFalse(line.rstrip().endswith(":"), line)
        self.assertTrue(generator.is_documented(line), f"data/README.md does not document {line!r}")

    def assert_refusal(self, stderr: str, place: str) -> None:
        self.assertTrue(stderr.endswith("\n"), "the last line must end with a line break")
        lines = stderr[:-1].split("\n")
        for line in lines:
            self.assert_line(line, place)
        self.assertEqual(len(set(lines)), len(lines), "no line may appear twice")
        self.assertEqual(self.headers(), {"old.hpp": generator.OLD_HEADER})
        left = [path.name for path in self.output.parent.iterdir()]
        self.assertEqual(left, ["generated"], "the generator must not leave other files next to the headers")

    def assert_refused_or_read_back(self, damaged: Damaged, accepted: dict) -> None:
        """Asserts that the generator rejects the data or reads them correctly. Adds accepted data to `accepted`, by
        their headers."""
        self.prepare(damaged)
        with reading_as_anybody() if UNREADABLE in damaged.became.values() else contextlib.nullcontext():
            status, stdout, stderr = generator.run_here("--data", self.data, "--output", self.output)
        self.assertEqual(stdout, "")
        if status == 1:
            file = re.escape(str(self.data)) + r"/\w+\.toml"
            self.assert_refusal(stderr, file)
            for line in stderr.splitlines():
                what = re.sub(rf"\A{file}: ", "", line)
                self.assertTrue(ENTRY.match(what) or NO_ENTRY.match(what), f"the line does not name an entry: {line}")
            for name in damaged.unreadable() if damaged.changes == 1 else ():
                # For a renamed file, the message may give the new name.
                self.assertRegex(stderr, rf"{re.escape(str(self.data))}/x?{re.escape(name)}: ")
            return
        self.assertEqual((status, stderr), (0, ""))
        self.assertEqual(damaged.unreadable(), set(), "the generator must reject unreadable files")
        headers = self.headers()
        self.assertNotIn("old.hpp", headers)
        texts = {name: text.decode("ascii") for name, text in headers.items()}
        self.assert_headers_say(read_catalogue(self.data), texts)
        accepted.setdefault(tuple(sorted(headers.items())), damaged)

    def kinds_of(self, headers: dict[str, bytes]) -> list[Kind]:
        """The kinds that have their own header."""
        return [kind for kind in read_kinds(Source(self.data)).values() if f"{kind.plural}.hpp" in headers]

    def assert_compiles(self, headers: dict[str, bytes]) -> None:
        for name, text in headers.items():
            (self.output / name).write_bytes(text)
        source = self.work / "use.cpp"
        sizes = " + ".join(f"refcatalog::{kind.plural}.size()" for kind in self.kinds_of(headers))
        source.write_text(f"#include <refcatalog/catalog.hpp>\nstatic_assert({sizes} == refcatalog::entries.size());\n")
        flags = ["-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", f"-I{self.work}/include", f"-I{INCLUDE}"]
        output_of(*ARGUMENTS.compiler, *flags, source)

    def test_damaged_data_are_rejected_and_named_or_read_correctly(self):
        accepted = {}

        @hypothesis.settings(
            max_examples=ARGUMENTS.cases, derandomize=ARGUMENTS.seed is None, database=None, deadline=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        @hypothesis.seed(ARGUMENTS.seed)
        @hypothesis.given(damaged_data())
        def check(damaged: Damaged) -> None:
            self.assert_refused_or_read_back(damaged, accepted)

        check()
        chosen = random.Random(0).sample(list(accepted.items()), min(MOST_COMPILED, len(accepted)))
        for headers, damaged in chosen:
            with self.subTest(damaged):
                self.prepare(damaged)
                self.assert_compiles(dict(headers))
        print(f"{ARGUMENTS.cases} cases: {len(accepted)} distinct ones accepted, {len(chosen)} compiled")
        self.assertTrue(chosen)

    def test_a_full_disk_is_reported(self):
        for limit in 0, 1, 4_096, 20_000:
            with self.subTest(f"files are limited to {limit} bytes"):
                self.prepare(Damaged(ORIGINAL, {}, 0))
                set_limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit))
                result = generator.run("--data", self.data, "--output", self.output, preexec_fn=set_limit)
                self.assertEqual((result.returncode, result.stdout), (1, b""))
                self.assert_refusal(result.stderr.decode(), re.escape(str(self.output)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("compiler")
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--seed", type=int)
    ARGUMENTS, FLAGS = parser.parse_known_args()
    ARGUMENTS.compiler = [ARGUMENTS.compiler, *FLAGS]
    unittest.main(argv=sys.argv[:1])
