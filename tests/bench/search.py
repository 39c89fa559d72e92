"""Compares `search`, `top_matches` and `closest` with alternatives, for run.py."""

import re
import sys
from pathlib import Path

from tests.bench.cost import in_turn
from tests.support.machine_code import Program
from tests.support.running import INCLUDE, ROOT, SKIPPED, run

BENCH = ROOT / "tests" / "bench"
SORTS = ("common", "rare", "absent", "Korean")
PAIRS = ("common", "rare", "Korean")
Times = dict[str, float]


def flags_for(header: str, *flags: str) -> list[str]:
    """The flags that add a library to a comparison, if its header is installed."""
    if Path("/usr/include", header).exists():
        return list(flags)
    print(f"skipped: {header} is not installed")
    return []


def of_each_sort(times: Times, name: str, other: str) -> str:
    """The ratio of the times of two implementations, for each sort of word."""
    if f"{other} common" not in times:
        return "skipped"
    return ", ".join(f"{times[f'{name} {sort}'] / times[f'{other} {sort}']:.2f}" for sort in SORTS)


def of_pairs(times: Times) -> str:
    """The ratio of the time for two words to the time for the slower of them."""
    slower = {other: max(times["search common"], times[f"search {other}"]) for other in PAIRS}
    return ", ".join(f"{times[f'search common and {other}'] / slower[other]:.2f}" for other in PAIRS)


def searches(bench) -> None:
    sqlite = flags_for("sqlite3.h", "-DWITH_SQLITE", "-lsqlite3")
    many = 10_000 if bench.quick else 100_000
    large = bench.synthetic(many)
    small_times = {compiler: bench.catch_times(compiler, "search", *sqlite) for compiler in bench.compilers}
    large_times = {compiler: bench.catch_times(compiler, "search", include=large) for compiler in bench.compilers}
    sorts = ", ".join(SORTS)
    here = str(len(bench.catalogue.entries))
    for size, times in ((here, small_times), (f"{many:,}", large_times)):
        bench.row(f"`search` for one word, {sorts}, in {size} entries", "`memmem` over the same folded texts", "≤ 1.5",
                  {compiler: of_each_sort(found, "search", "memmem") for compiler, found in times.items()})
        if size == here:
            bench.row(f"the same in {here}", "SQLite FTS5, trigram, in memory", "≤ 1.0",
                      {compiler: of_each_sort(found, "search", "FTS5") for compiler, found in times.items()})
        bench.row(f"`search` for two words, a common one and a {', a '.join(PAIRS)} one, in {size} entries",
                  "the slower of the two alone", "≤ 1.5",
                  {compiler: of_pairs(found) for compiler, found in times.items()})
        bench.row(f"`top_matches<10>` for one word, {sorts}, in {size} entries", "`search` to its end", "≤ 1.5",
                  {compiler: of_each_sort(found, "top_matches", "search") for compiler, found in times.items()})


def closest(bench) -> None:
    rapidfuzz = flags_for("rapidfuzz/distance/Levenshtein.hpp", "-DWITH_RAPIDFUZZ")

    def measure(compiler: str) -> str:
        times = bench.catch_times(compiler, "closest", *rapidfuzz)
        if not rapidfuzz:
            return "skipped"
        return ", ".join(f"{times[f'closest {text}'] / times[f'RapidFuzz {text}']:.2f}" for text in ("near", "far"))

    bench.each("`closest` for texts near a key, and far from any",
               "RapidFuzz's Levenshtein over the keys, with cutoff", "≤ 1.0", measure)


def included(bench) -> None:
    def measure(compiler: str) -> str:
        checked = run(sys.executable, "-m", "tests.include_cost.check", compiler, cwd=ROOT, status=None)
        if checked.returncode == SKIPPED:
            return "-"
        return re.search(r"^catalog: .* (\S+) of usual", checked.stdout, re.M)[1]

    bench.each("instructions to compile a file that includes `catalog.hpp`, under callgrind",
               "`<array> <string_view> <span> <optional> <cstdint>`", "≤ 1.30", measure)


def carried(bench) -> None:
    """Measures the bytes that searching adds to a program, and the time that it adds to compiling."""
    table = (INCLUDE / "refcatalog" / "generated" / "search.hpp").read_text(encoding="utf-8")
    folded_texts = int(re.search(r" page_size = (\d+);", table)[1])  # they fit on one page
    source = BENCH / "use_search.cpp"

    def bytes_gained(compiler: str) -> str:
        command = [compiler, f"-I{INCLUDE}"]
        ours, without = (Program([*command, *flags], source, bench.directory) for flags in ([], ["-DWITHOUT_SEARCH"]))
        gained = (ours.sections[section] - without.sections[section] for section in (".rodata", ".text"))
        return ", ".join(f"{each / folded_texts:.2f}" for each in gained)

    def compile_time(compiler: str) -> str:
        command = [compiler, "-std=c++20", "-O2", "-c", f"-I{INCLUDE}", source, "-o", bench.directory / "object.o"]
        best = in_turn(5 if bench.quick else 15, without=[*command, "-DWITHOUT_SEARCH"], ours=command)
        return f"{best['ours'][0] / best['without'][0]:.2f}"

    def compile_time_of_texts(compiler: str) -> str:
        include = bench.synthetic(10_000)
        command = [compiler, "-std=c++20", "-O2", "-c", "-o", bench.directory / "object.o"]
        last = [f"-I{include}", f"-I{INCLUDE}", include.parent / "library.cpp"]
        best = in_turn(3, without=[*command, f"-I{bench.without_folded_texts()}", *last], ours=[*command, *last])
        return f"{best['ours'][0] / best['without'][0]:.2f}"

    gained = "read-only bytes and code that searching adds to a program"
    bench.each(gained, "the bytes of the folded texts", "-", bytes_gained)
    without = "one that only includes `catalog.hpp`"
    bench.each("compile time of a program that searches", without, "-", compile_time)
    texts = "the same without the folded texts"
    bench.each("compile time of the data at 10,000 entries", texts, "-", compile_time_of_texts)


def measure_search(bench) -> None:
    searches(bench)
    closest(bench)
    included(bench)
    carried(bench)
