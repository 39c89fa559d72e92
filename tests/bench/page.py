"""Measures how long a keystroke in the search box of a page takes: page.py [--compiler NAME]

From the event to the end of the layout that it brings about, in Chromium without a window, for the page of this
catalogue and of one with 5,000 entries. Words are typed letter by letter and cleared again; of each keystroke the best
of several rounds counts, since machines are noisy, and the slowest keystroke is printed, with the median."""

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

# A common letter and a rare one, what narrows step by step, Hangul, initial consonants, an accent, what is nowhere.
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
    """Milliseconds of each keystroke."""
    with Chromium() as browser:
        browser.load(page.as_uri())
        rounds = [browser.run(KEYSTROKES % json.dumps(TYPED)) for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def measure(compiler: str) -> dict[int, list[float]]:
    """The keystrokes by the number of entries."""
    with tempfile.TemporaryDirectory() as place:
        large.write(5000, Path(place, "data"))
        return {
            156: keystrokes(page_of(ROOT / "data", Path(place, "this"), compiler)),
            5000: keystrokes(page_of(Path(place, "data"), Path(place, "large"), compiler)),
        }


def slowest(compiler: str) -> str:
    """For the README's table."""
    return ", ".join(f"{max(times):.1f} ms" for times in measure(compiler).values())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measures a keystroke in the search box of a page.")
    parser.add_argument("--compiler", metavar="NAME", help="in place of the one that is found")
    for entries, times in measure(parser.parse_args().compiler or compilers_here()[0]).items():
        print(f"{entries} entries: the slowest of {len(times)} keystrokes takes {max(times):.1f} ms, half of them "
              f"{statistics.median(times):.1f} ms or less")
