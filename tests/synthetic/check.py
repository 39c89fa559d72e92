"""Generates, compiles and runs a catalogue of made-up papers: python3 -m tests.synthetic.check CASE COMPILER [FLAG...]

CASE is `<N>_papers`, or `pool_of_<N>_bytes`: a catalogue in which one long text makes the papers' pool exactly N bytes
long. The compiler has its default limits. The program checks the promises of the library and prints every text; the
check compares these texts with the data."""

import re
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path

from codegen.headers import build_headers
from codegen.reader import read_catalogue
from codegen.text_pool import TextPool
from tests.support.running import INCLUDE, ROOT, generate, output_of

PAPERS_WITH_A_LONG_POOL = 150


def pool_size(data: Path) -> int:
    """The size of the papers' pool in bytes, including terminators."""
    papers = next(header for header in build_headers(read_catalogue(data)) if header.name == "papers.hpp").structs[0]
    pool = TextPool(papers.texts)
    return sum(len(text) + 1 for page in pool.pages for text in page)


def lengthen(data: Path, size: int) -> None:
    """Lengthens the last text of the papers until the pool has this size."""
    file = data / "papers.toml"
    head, last = file.read_text(encoding="utf-8").rsplit("contribution.en = \"", 1)
    missing = size - pool_size(data)
    file.write_text(f'{head}contribution.en = "{"x" * missing}{last}', encoding="utf-8")
    if pool_size(data) != size:
        raise AssertionError(f"the pool has {pool_size(data)} bytes, not {size}")


def texts_of(paper: dict) -> list[str]:
    """The texts that use_synthetic.cpp prints for a paper."""
    plain = [paper["key"], paper["title"], paper["short_title"], paper["authors"], paper["url"], str(paper["year"])]
    return plain + [paper[field][language] for field in ("summary", "contribution") for language in ("ko", "en")]


class Synthetic(unittest.TestCase):
    def test_every_text_matches_the_data(self):
        by_count = re.fullmatch(r"(\d+)_papers", CASE)
        with tempfile.TemporaryDirectory() as directory:
            data, include, program = Path(directory, "data"), Path(directory, "include"), Path(directory, "program")
            count = by_count[1] if by_count else PAPERS_WITH_A_LONG_POOL
            output_of(sys.executable, ROOT / "tests/bench/synthesize.py", count, data)
            if not by_count:
                lengthen(data, int(re.fullmatch(r"pool_of_(\d+)_bytes", CASE)[1]))
            generate("--data", data, "--output", include / "refcatalog" / "generated")
            flags = ["-std=c++20", "-O1", "-Wall", "-Wextra", "-Werror", f"-I{include}", f"-I{INCLUDE}"]
            output_of(*COMPILER, *flags, ROOT / "tests/bench/use_synthetic.cpp", "-o", program)
            found = output_of(program).splitlines()
            papers = tomllib.loads((data / "papers.toml").read_text(encoding="utf-8"))["paper"]
            expected = [text for paper in papers for text in texts_of(paper)]
        self.assertGreater(len(found), 1_000)
        for line, (left, right) in enumerate(zip(found, expected)):
            self.assertEqual(left, right, f"line {line}")
        self.assertEqual(len(found), len(expected))


if __name__ == "__main__":
    CASE, *COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
