"""Generates, compiles and runs a catalogue of N made-up papers: check_synthetic.py N COMPILER [FLAG...]

The compiler has its default limits. The program checks the promises of the library, and prints every text, which is
compared with the data."""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    count, *compiler = sys.argv[1:]
    with tempfile.TemporaryDirectory() as directory:
        data, include, program = Path(directory, "data"), Path(directory, "include"), Path(directory, "program")
        subprocess.run([sys.executable, ROOT / "tests/bench/synthesize.py", count, data], check=True)
        output = include / "refcatalog" / "generated"
        subprocess.run([sys.executable, "-m", "codegen", "--data", data, "--output", output], check=True, cwd=ROOT)
        flags = ["-std=c++20", "-O1", "-Wall", "-Wextra", "-Werror", f"-I{include}", f"-I{ROOT}/include"]
        subprocess.run([*compiler, *flags, ROOT / "tests/bench/use_synthetic.cpp", "-o", program], check=True)
        found = subprocess.run([program], capture_output=True, check=True).stdout.decode().splitlines()
        papers = tomllib.loads((data / "papers.toml").read_text(encoding="utf-8"))["paper"]
    expected = []
    for paper in papers:
        expected += [paper["key"], paper["title"], paper["short_title"], paper["authors"], paper["url"], str(paper["year"])]
        expected += [paper[field][language] for field in ("summary", "contribution") for language in ("ko", "en")]
    if found != expected:
        line = next(at for at, (left, right) in enumerate(zip(found + [""], expected + [""])) if left != right)
        print(f"line {line}: {found[line:line + 1]} instead of {expected[line:line + 1]}")
        return 1
    print(f"{len(found)} texts of {len(papers)} papers are as in the data")
    return 0


if __name__ == "__main__":
    sys.exit(main())
