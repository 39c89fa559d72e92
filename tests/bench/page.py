"""Measures how long a keystroke in the search box of a page takes: page.py [--compiler NAME]

A measurement lasts from the event to the end of the resulting layout, in headless Chromium. The pages are those of this
catalogue and of one with 5,000 entries. The script types words letter by letter, and clears them again. It repeats this
several times and takes the best time of each keystroke, since machines are noisy. It prints the slowest keystroke and
the median."""

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.bench.compilers import compilers_here  # noqa: E402
from tests.site import large, own  # noqa: E402
from tests.support.chromium import Chromium  # noqa: E402
from tests.support.running import ROOT  # noqa: E402

# A key, a rare letter, a word that occurs nowhere, two words, Hangul, initial consonants, and an accent.
TYPED = ["lora", "q", "zzz", "kernel graph", "문서 이해", "ㅌㄹㅅ", "é"]
ROUNDS = 5
KEYSTROKES = """(async words => {
  const input = document.getElementById('~q');
  const rest = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)));
  const times = [];
  for (const word of words) {
    for (const text of [...[...word].map((_, at) => [...word].slice(0, at + 1).join('')), '']) {
      await rest();
      input.value = text;
      const begin = performance.now();
      input.dispatchEvent(new Event('input', { bubbles: true }));
      document.documentElement.getBoundingClientRect();
      times.push(performance.now() - begin);
    }
  }
  return times;
})(%s)"""


def page_of(data: Path, directory: Path, compiler: str) -> Path:
    directory.mkdir()
    (directory / "data").symlink_to(data)
    return own.build(directory, [compiler])[0]


def keystrokes(page: Path) -> list[float]:
    """The milliseconds that each keystroke takes."""
    with Chromium() as browser:
        browser.load(page.as_uri())
        rounds = [browser.run(KEYSTROKES % json.dumps(TYPED)) for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def measure(compiler: str) -> dict[int, list[float]]:
    """The times of the keystrokes, by the number of entries."""
    with tempfile.TemporaryDirectory() as place:
        large.write(5000, Path(place, "data"))
        return {
            156: keystrokes(page_of(ROOT / "data", Path(place, "this"), compiler)),
            5000: keystrokes(page_of(Path(place, "data"), Path(place, "large"), compiler)),
        }


def slowest(compiler: str) -> str:
    """The slowest keystroke of each page, for the README's table."""
    return ", ".join(f"{max(times):.1f} ms" for times in measure(compiler).values())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measures a keystroke in the search box of a page.")
    parser.add_argument("--compiler", metavar="NAME", help="use this compiler, not the newest one found")
    for entries, times in measure(parser.parse_args().compiler or compilers_here()[0]).items():
        print(f"{entries} entries, {len(times)} keystrokes: {max(times):.1f} ms for the slowest, "
              f"{statistics.median(times):.1f} ms for the median")
