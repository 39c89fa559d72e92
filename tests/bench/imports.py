"""Measures what arrives of a list that is imported, and how long that takes: imports.py [COMPILER [FLAG...]]

It makes lists with the habits of those who keep them, imports them, and compares what the library writes of the
catalogue with what the lists say, value for value. The tables go into the README."""

import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.imports import zotero  # noqa: E402
from tests.support.generator import run_here  # noqa: E402
from tests.support.running import ROOT, output_of  # noqa: E402

COMPILER = sys.argv[1:] or ["g++"]
SEED = 14
SIZES = (1_000, 10_000, 100_000)


@dataclass
class Made:
    """A list: its text, and what it says, by key: the values of each field."""

    text: str
    values: dict[str, dict[str, list[str]]]


def csl_json(count: int) -> Made:
    items, expected, _ = zotero.make(count, SEED)
    # Under the names, and in the form, in which they have to come back; what cannot come back stands as it was written.
    by_key = {
        right["id"]: {
            name: values_of(right.get(name, value))
            for name, value in {**_renamed(item), **right}.items()
            if name != "id"
        }
        for item, right in zip(items, expected)
    }
    return Made(json.dumps(items, ensure_ascii=False), by_key)


def _renamed(item: dict) -> dict:
    names = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short", "event": "event-title"}
    return {names.get(name, name): value for name, value in item.items()}


def values_of(value: object) -> list[str]:
    """Each name of a list of names is a value; so is a date, and a text."""
    return [
        json.dumps(each, ensure_ascii=False, sort_keys=True) for each in (value if isinstance(value, list) else [value])
    ]


FORMATS: dict[str, tuple[str, Callable[[int], Made]]] = {"CSL-JSON": ("list.json", csl_json)}


def arrived(name: str, make: Callable[[int], Made], directory: Path) -> list[str]:
    """A row of the table."""
    made = make(300)
    said = import_into(directory / name, made, directory / f"{name} data")[1]
    header, program = directory / f"{name}.hpp", directory / "write"
    run_here("--data", directory / f"{name} data", "--single-header", header)
    output_of(*COMPILER, "-std=c++20", f'-DLIST="{header}"', ROOT / "tests/imports/write.cpp", "-o", program)
    written = {item["id"]: item for item in json.loads(output_of(program))}
    keys = sum(key in written for key in made.values)
    total = kept = silent = 0
    for key, fields in made.values.items():
        named = {line.split(": ")[2] for line in said if f" {ascii(key)}: " in line} | {
            line.split(": ")[1] for line in said if " have it" in line or " has it" in line
        }
        for field, values in fields.items():
            found = Counter(values_of(written[key][field])) if field in written.get(key, {}) else Counter()
            missing = sum((Counter(values) - found).values())
            total, kept = total + len(values), kept + len(values) - missing
            silent += missing if field not in named else 0
    return [
        f"{keys} of {len(made.values)}",
        str(total),
        f"{kept} ({100 * kept / total:.1f} %)",
        str(total - kept - silent),
        str(silent),
    ]


def import_into(file: Path, made: Made, data: Path) -> tuple[float, list[str]]:
    """Seconds of the processor, and what was said."""
    file.write_text(made.text, encoding="utf-8")
    begin = time.process_time()
    said = run_here("--import", file, "--data", data)[2].splitlines()
    return time.process_time() - begin, said


def row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as directory:
        row("list", "keys", "values", "came back", "named", "lost without a word")
        row(*["---"] * 6)
        for format, (name, make) in FORMATS.items():
            row(format, *arrived(name, make, Path(directory)))
        print()
        row("items of CSL-JSON", "seconds", "milliseconds for each")
        row(*["---"] * 3)
        for size in SIZES:
            seconds, _ = import_into(Path(directory, "many.json"), csl_json(size), Path(directory, f"data {size}"))
            row(f"{size:,}", f"{seconds:.1f}", f"{1000 * seconds / size:.2f}")


if __name__ == "__main__":
    main()
