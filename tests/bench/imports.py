"""Measures how many values survive an import, and how long the import takes: imports.py [COMPILER [FLAG...]]

The script makes lists like those that people keep, imports them, and compares the library's output with the lists,
value by value. The number of keys excludes entries without a key and entries that repeat an earlier key. Lists without
keys are compared entry by entry, in order. Some fields, such as `timestamp`, belong to a program rather than to the
reference. An import may drop them but must name them; they are counted separately. The tables go into the README. The
script needs the Debian packages python3-pybtex and python3-pylatexenc."""

import itertools
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from tests.bench import lists  # noqa: E402
from tests.imports import bibliography, ris_entries, zotero  # noqa: E402
from tests.support.generator import run_here  # noqa: E402
from tests.support.running import ROOT, output_of  # noqa: E402

COMPILER = sys.argv[1:] or ["g++"]
SEED = 14
SIZES = (1_000, 10_000, 100_000)


@dataclass
class Entry:
    """An entry of a list: the place that messages name, the key expected after the import, the values of each field,
    and the fields that belong to a program."""

    place: str
    key: str
    values: dict[str, list[str]]
    of_programs: frozenset[str] = frozenset()


@dataclass
class Made:
    """A list: its text, its keys, and its entries."""

    text: str
    keys: set[str]
    entries: list[Entry]


def csl_json(count: int) -> Made:
    items, expected, _ = zotero.make(count, SEED)
    # Use the names and forms expected after the import. A value that an import cannot keep stays as written.
    entries = [
        _entry(right["id"], {name: right.get(name, value) for name, value in {**_renamed(item), **right}.items()})
        for item, right in zip(items, expected)
    ]
    return Made(json.dumps(items, ensure_ascii=False), {entry.key for entry in entries}, entries)


def bibtex(count: int) -> Made:
    text, expected, _ = bibliography.make(count, SEED)
    lost = re.compile(rf"\b({'|'.join(bibliography.OF_PROGRAMS)})={{(.*?)}}")
    # Entries begin at the start of a line; fields do not.
    sources = re.findall(r"^@\w+{[^}]*,\n.*?^}", text, re.MULTILINE | re.DOTALL)
    pairs = zip(sources, expected, strict=True)
    entries = [_entry(item["id"], {**item, **dict(lost.findall(source))}) for source, item in pairs]
    for entry in entries:
        entry.of_programs = frozenset(bibliography.OF_PROGRAMS)
    return Made(text, {entry.key for entry in entries}, entries)


def ris(count: int) -> Made:
    text, made = ris_entries.make(count, SEED)
    entries = [_entry(each.item["id"], {**each.item, **each.lost}, each.place) for each in made]
    return Made(text, {each.id for each in made if each.id}, entries)


def markdown(count: int) -> Made:
    text, made = lists.markdown(count, SEED)
    return Made(text, set(), [_entry("", values) for values in made])


def table(count: int) -> Made:
    text, made = lists.table(count, SEED)
    # The first line names the columns. Notes make a row two lines long.
    line = itertools.accumulate((1 + ("notes" in values) for values in made), initial=2)
    entries = [_entry(values.pop("key"), values, f"line {at}") for at, values in zip(line, made)]
    return Made(text, {entry.key for entry in entries}, entries)


def _entry(key: str, item: dict, place: str = "") -> Entry:
    values = {name: values_of(value) for name, value in item.items() if name != "id"}
    return Entry(place or f"entry {key!r}", key, values)


def _renamed(item: dict) -> dict:
    names = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short", "event": "event-title"}
    return {names.get(name, name): value for name, value in item.items()}


def values_of(value: object) -> list[str]:
    """The values of a field: each item of a list, or else the single text or date."""
    return [
        json.dumps(each, ensure_ascii=False, sort_keys=True) for each in (value if isinstance(value, list) else [value])
    ]


# The file, the function that makes its list, and the number of entries.
FORMATS: dict[str, tuple[str, Callable[[int], Made], int]] = {
    "CSL-JSON": ("list.json", csl_json, 300),
    "BibTeX": ("list.bib", bibtex, 300),
    "RIS": ("list.ris", ris, 300),
    "Markdown": ("list.md", markdown, 200),
    "CSV": ("list.csv", table, 300),
}


def arrived(name: str, make: Callable[[int], Made], count: int, directory: Path) -> list[str]:
    """Imports a list, and returns its row of the table."""
    made = make(count)
    said = import_into(directory / name, made, directory / f"{name} data")[1]
    written = written_by_library(directory / f"{name} data", is_citation=make in (csl_json, bibtex, ris))
    for entry, key in zip(made.entries, written):
        entry.key = entry.key or key
    named = _named(said)
    total = kept = of_programs = silent = 0
    for entry in made.entries:
        for field, values in entry.values.items():
            item = written.get(entry.key, {})
            found = Counter(values_of(item[field])) if field in item else Counter()
            missing = sum((Counter(values) - found).values())
            is_named = bool(missing) and _take(named, entry.place, field)
            if field in entry.of_programs and is_named:
                of_programs += missing
                continue
            total, kept = total + len(values), kept + len(values) - missing
            silent += 0 if is_named else missing
    return [
        f"{len(made.keys & written.keys())} of {len(made.keys)}" if made.keys else "-",
        str(total),
        f"{kept} ({100 * kept / total:.1f} %)",
        str(total - kept - silent),
        str(of_programs),
        str(silent),
    ]


def written_by_library(data: Path, is_citation: bool) -> dict[str, dict]:
    """The library's output for each entry, by key, in the order of the catalogue."""
    header, program = data.with_suffix(".hpp"), data.with_suffix(".program")
    run_here("--data", data, "--single-header", header)
    source = ROOT / ("tests/imports/write.cpp" if is_citation else "tests/bench/write.cpp")
    output_of(*COMPILER, "-std=c++20", f'-DLIST="{header}"', source, "-o", program)
    written = json.loads(output_of(program))
    if is_citation:
        return {item["id"]: item for item in written}
    return {record["key"]: lists.as_written(record) for record in written["records"]}


def _named(said: list[str]) -> Counter[tuple[str, str]]:
    """Counts the fields that messages name, by the entry's place. A message about several entries has an empty place,
    and counts once for each of them."""
    named: Counter[tuple[str, str]] = Counter()
    for line in said:
        if of_all := re.fullmatch(r"[^:]+: (\S+): is lost: .*; (\d+) entr(?:y has|ies have) it", line):
            named["", of_all[1].lower()] += int(of_all[2])
        elif of_one := re.fullmatch(r"[^:]+: (entry '.*?'|line \d+): (\S+): .*", line):
            named[of_one[1], of_one[2].lower()] += 1
    return named


def _take(named: Counter[tuple[str, str]], place: str, field: str) -> bool:
    """Whether a message names the field of the entry. Each message counts once, since entries may share a key."""
    name = next((name for name in ((place, field.lower()), ("", field.lower())) if named[name] > 0), None)
    named.subtract([name] if name else [])
    return name is not None


def import_into(file: Path, made: Made, data: Path) -> tuple[float, list[str]]:
    """Imports a list, and returns the processor seconds and the messages."""
    file.write_text(made.text, encoding="utf-8", newline="")
    begin = time.process_time()
    said = run_here("--import", file, "--data", data)[2].splitlines()
    return time.process_time() - begin, said


def row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as directory:
        row("list", "keys", "values", "recovered", "loss reported", "program's own, loss reported", "lost silently")
        row(*["---"] * 7)
        for format, (name, *how) in FORMATS.items():
            row(format, *arrived(name, *how, Path(directory)))
        print()
        row("items of CSL-JSON", "seconds", "milliseconds for each")
        row(*["---"] * 3)
        for size in SIZES:
            seconds, _ = import_into(Path(directory, "many.json"), csl_json(size), Path(directory, f"data {size}"))
            row(f"{size:,}", f"{seconds:.1f}", f"{1000 * seconds / size:.2f}")


if __name__ == "__main__":
    main()
