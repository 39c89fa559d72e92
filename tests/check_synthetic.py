"""Generates, compiles and runs a catalogue of N made-up papers: check_synthetic.py N POOL COMPILER [FLAG...]

The compiler has its default limits. The program checks the promises of the library, and prints every text, which is
compared with the data. Where POOL is not 0, one text is so long that the pool of the papers has just so many bytes."""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from codegen.headers import build_headers  # noqa: E402
from codegen.reader import read_catalogue  # noqa: E402
from codegen.text_pool import TextPool  # noqa: E402


def pool_size(data: Path) -> int:
    """The bytes of the papers' pool, terminators included."""
    papers = build_headers(read_catalogue(data))[0].structs[0]
    pool = TextPool(papers.texts)
    return sum(len(text) + 1 for page in pool.pages for text in page)


def lengthen(data: Path, size: int) -> None:
    """Makes the last text of the papers longer, until the pool has the size."""
    file = data / "papers.toml"
    head, last = file.read_text(encoding="utf-8").rsplit("contribution.en = \"", 1)
    missing = size - pool_size(data)
    file.write_text(f'{head}contribution.en = "{"x" * missing}{last}', encoding="utf-8")
    if pool_size(data) != size:
        raise SystemExit(f"the pool has {pool_size(data)} bytes, not {size}")


def main() -> int:
    count, size, *compiler = sys.argv[1:]
    with tempfile.TemporaryDirectory() as directory:
        data, include, program = Path(directory, "data"), Path(directory, "include"), Path(directory, "program")
        subprocess.run([sys.executable, ROOT / "tests/bench/synthesize.py", count, data], check=True)
        if size != "0":
            lengthen(data, int(size))
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
