"""Fuzzes the queries and the writers with libFuzzer:
python3 -m tests.fuzz.check PART [--seconds N] [--seed N] [--input BASE64]

PART is the name of a target in this folder. Each target states its requirements, and runs with AddressSanitizer and
UBSan. libFuzzer starts from texts that other tests make. For `search` and `top_matches`, the check also compares the
results with the oracle, for the initial queries and for those that reached new code. A failure prints its input;
--input runs that input alone."""

import argparse
import base64
import re
import sys
import tempfile
import unittest
from pathlib import Path

from tests.hostile.catalogues import write
from tests.hostile.texts import HOSTILE, PIECES, Random
from tests.nearest_key.check import OWN_KEYS
from tests.search import check as search_check
from tests.search import oracle
from tests.support.running import INCLUDE, ROOT, WARNINGS, generate, need, output_of, run, skip

COMPILER = "clang++-14"
FLAGS = ["-std=c++20", "-O1", "-g", *WARNINGS, "-fsanitize=fuzzer,address,undefined", "-fno-sanitize-recover=all"]
QUERIES = ("find", "closest", "search", "top_matches")
LIBRARIES = {"markdown": ["-lcmark-gfm-extensions", "-lcmark-gfm"]}
# `closest` needs three machine words for a key of this length. The limit keeps the plain implementation fast: its time
# grows with the square of the length. Queries may be half as long again.
LONGEST_KEY = 150
LONGEST_QUERY, LONGEST_TEXT = 225, 600


def catalogue() -> dict:
    """A catalogue with the records of the tests of search and of the nearest key."""
    records = search_check.catalogue(search_check.TITLES, "scope")["notes.toml"]["note"] + search_check.RECORDS
    names = {name for record in records for name in (record["key"], *record.get("aliases", ()))}
    own = {key[:LONGEST_KEY]: aliases for key, aliases in OWN_KEYS.items() if key not in names}
    records += [{"key": key, "name": key} | ({"aliases": aliases} if aliases else {}) for key, aliases in own.items()]
    return search_check.of_notes(records)


def seeds_of(data: Path) -> list[bytes]:
    """The initial inputs."""
    if PART in QUERIES:
        records = catalogue()["notes.toml"]["note"]
        names = [name for record in records for name in (record["key"], *record.get("aliases", ()))]
        return [name.encode() for name in names] + search_check.queries_of(data, 500)
    made = Random(PIECES)
    texts = HOSTILE + ["\n".join(made.text() for _ in range(5)) for _ in range(200)]
    return [text.encode() for text in texts]


def dictionary() -> str:
    """A libFuzzer dictionary: the pieces that it inserts into inputs."""
    pieces = oracle.INITIALS if PART in QUERIES else PIECES
    return "".join('"' + "".join(f"\\x{byte:02X}" for byte in piece.encode()) + '"\n' for piece in pieces)


def let_texts_change(header: Path) -> None:
    """Makes the texts of a generated header variable, except the first table, which contains the names of CSL."""
    constant, variable = "static constexpr char pool[]", "static inline char pool[]"
    names, *texts = header.read_text(encoding="ascii").split(constant)
    header.write_text(names + constant + variable.join(texts), encoding="ascii")


def word_for(content: bytes) -> str:
    """The input in readable form, and the command that runs it again."""
    encoded = base64.b64encode(content).decode()
    return f"the input {content!r}\nagain: python3 -m tests.fuzz.check {PART} --input '{encoded}'"


class Fuzz(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="fuzz-")
        self.addCleanup(directory.cleanup)
        self.there = Path(directory.name)
        self.include = self.there / "include"
        self.data = self.there / "data"
        if PART == "citations":
            self.data = ROOT / "tests/every_field/data"
        else:
            write(self.data, catalogue())
        generated = self.include / "refcatalog/generated"
        generate("--data", self.data, "--output", generated)
        if PART == "citations":
            let_texts_change(generated / "citations.hpp")

    def compile(self, source: Path, *flags: str) -> Path:
        program = self.there / source.stem
        # The generated headers of the catalogue come first, ahead of the library's own.
        include = [f"-I{folder}" for folder in (self.include, INCLUDE, ROOT / "tests")]
        if PART == "citations":
            flags = (*flags, "-Wno-invalid-constexpr")
        output_of(COMPILER, *FLAGS[:2], *flags, *include, source, "-o", program, *LIBRARIES.get(source.stem, ()))
        return program

    def run_target(self, *arguments: object) -> str:
        """Runs the target and returns its messages. If it crashes, the test fails and shows the input."""
        program = self.compile(TARGETS[PART], *FLAGS[2:])
        crash = self.there / "crash"
        done = run(program, *arguments, f"-exact_artifact_path={crash}", status=None, errors="replace")
        if done.returncode != 0:
            what = word_for(crash.read_bytes()) if crash.exists() else "no input was kept"
            without_progress = re.sub(r"^#\d+\t.*\n", "", done.stderr, flags=re.MULTILINE)
            self.fail(f"{PART}: {what}\n{without_progress}")
        return done.stderr

    def assert_found(self, queries: list[bytes]) -> None:
        """Asserts that the queries find the same entries as the oracle."""
        program = self.compile(ROOT / "tests/search/use.cpp")
        given = b"".join(b"%d\n%b" % (len(query), query) for query in queries)
        entries = search_check.entries_of(self.data)
        for query, line in zip(queries, search_check.run_binary(program, given), strict=True):
            ranks = {entry["key"]: oracle.matches(entry, query) for entry in entries}
            matches = {key: rank for key, rank in ranks.items() if rank is not None}
            found, best = (part.split() for part in line.split("\t"))
            self.assertEqual((found, best), ([*matches], sorted(matches, key=matches.get)[:5]), word_for(query))

    def test_no_input_breaks_the_target(self):
        corpus = self.there / "corpus"
        corpus.mkdir()
        if ARGUMENTS.input is not None:
            (corpus / "input").write_bytes(ARGUMENTS.input)
            self.run_target(corpus / "input")
        else:
            seeds = seeds_of(self.data)
            for number, seed in enumerate(seeds):
                (corpus / f"seed-{number}").write_bytes(seed)
            (self.there / "dictionary").write_text(dictionary(), encoding="ascii")
            longest = LONGEST_QUERY if PART in QUERIES else LONGEST_TEXT
            said = self.run_target(
                corpus, f"-seed={ARGUMENTS.seed}", f"-max_total_time={ARGUMENTS.seconds}", f"-max_len={longest}",
                f"-dict={self.there / 'dictionary'}", "-timeout=10", "-print_final_stats=1",
            )
            runs = int(re.search(r"number_of_executed_units: (\d+)", said)[1])
            kept = len([*corpus.iterdir()])
            print(f"{runs} inputs in {ARGUMENTS.seconds} s; {kept} were initial inputs or reached new code")
            self.assertGreater(runs, 2 * len(seeds))
        if PART in ("search", "top_matches"):
            self.assert_found([path.read_bytes() for path in sorted(corpus.iterdir())])


TARGETS = {path.stem: path for path in (ROOT / "tests/fuzz").glob("*.cpp")}

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("part", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--input", type=base64.b64decode)
    ARGUMENTS = parser.parse_args()
    PART = ARGUMENTS.part
    need(COMPILER)
    if not [*Path(output_of(COMPILER, "-print-runtime-dir").strip()).glob("libclang_rt.fuzzer*")]:
        skip(f"libFuzzer is not installed for {COMPILER} (Debian: libclang-rt-14-dev)")
    if PART == "markdown" and not Path("/usr/include/cmark-gfm-core-extensions.h").exists():
        skip("cmark-gfm is not installed as a library (Debian: libcmark-gfm-dev libcmark-gfm-extensions-dev)")
    unittest.main(argv=sys.argv[:1])
