"""Compares the library with alternatives, and writes a table and a plot:
run.py [--quick] [--only MEASUREMENT]... [--compiler NAME]...

The script uses the newest working g++ and clang++, or the compilers named as options. Most figures are ratios of two
measurements; each measurement is the best of several, since machines are noisy. The script needs Catch2. It compares
with gperf, nlohmann-json3-dev, libsqlite3-dev and librapidfuzz-cpp-dev, and skips those that are missing.
The table goes into the README, the plot into tests/bench/compile_cost.svg."""

import argparse
import datetime
import json
import math
import re
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from codegen.headers.lists import first_given  # noqa: E402
from codegen.kinds import Kind  # noqa: E402
from codegen.reader import read_catalogue  # noqa: E402
from codegen.text_pool import escape  # noqa: E402
from tests.bench import page  # noqa: E402
from tests.bench.compilers import compilers_here, standard_library  # noqa: E402
from tests.bench.cost import cost, in_turn  # noqa: E402
from tests.bench.plot import plot  # noqa: E402
from tests.bench.search import measure_search  # noqa: E402
from tests.support.running import INCLUDE, ROOT, output_of, run  # noqa: E402

BENCH = ROOT / "tests" / "bench"
SIZES = (1_000, 10_000, 100_000)
USUAL_HEADERS = "".join(f"#include <{name}>\n" for name in ("array", "string_view", "span", "optional", "cstdint"))
MEASUREMENTS = ("include_cost", "lookup", "ranges", "search", "binaries", "startup", "json_speed", "keystrokes",
                "scale", "generator")
TEXTS = (
    "key", "title", "short_title", "authors", "url", "summary_ko", "summary_en", "contribution_ko", "contribution_en",
)


class Bench:
    def __init__(self, directory: Path, compilers: list[str], quick: bool):
        self.directory = directory
        self.compilers = compilers
        self.quick = quick
        self.sampling = ("--benchmark-samples", "30")
        self.catalogue = read_catalogue(ROOT / "data")
        self.rows: list[tuple[str, str, str, dict[str, str]]] = []
        self.curves: dict[str, dict[str, list[tuple[int, float, float]]]] = {}

    def row(self, what: str, against: str, target: str, values: dict[str, str]) -> None:
        self.rows.append((what, against, target, values))
        print(what, "|", against, "|", target, "|", values, flush=True)

    def each(self, what: str, against: str, target: str, measure) -> None:
        self.row(what, against, target, {compiler: measure(compiler) for compiler in self.compilers})

    # Run time

    def catch_times(self, compiler: str, source: str, *flags: str, include: Path | None = None) -> dict[str, float]:
        """The nanoseconds of each benchmark in a source: the best mean of several runs."""
        program = self.directory / f"{source}-{Path(compiler).name}"
        includes = [f"-I{include}"] * bool(include) + [f"-I{INCLUDE}", f"-I{self.directory}"]
        defines = [flag for flag in flags if flag.startswith("-D")]
        libraries = [flag for flag in flags if flag.startswith("-l")]
        if Path("/usr/include/catch2/catch_test_macros.hpp").exists():
            libraries += ["-lCatch2Main", "-lCatch2"]
        given = [*includes, *defines, BENCH / f"{source}.cpp"]
        output_of(compiler, "-std=c++20", "-O2", *given, "-o", program, *libraries)
        best: dict[str, float] = {}
        for _ in range(2 if self.quick else 5):
            report = output_of(program, "-r", "xml", *self.sampling, cwd=self.directory)
            for name, mean in re.findall(r'<BenchmarkResults name="([^"]+)".*?<mean value="([^"]+)"', report, re.S):
                best[name] = min(best.get(name, float(mean)), float(mean))
        return best

    def lookup(self) -> None:
        keys = [record.key for category in self.catalogue.categories for record in self.catalogue.records[category.kind]
                if record.category == category.id]
        flags = []
        if shutil.which("gperf"):
            words = "".join(f"{key}, {index}\n" for index, key in enumerate(keys))
            options = "%language=C++\n%define class-name gperf_keys\n%define lookup-function-name find\n" \
                "%compare-lengths\n%readonly-tables\n%enum\n%struct-type\n" \
                "struct gperf_key { const char* name; int index; };\n%%\n"
            source = output_of("gperf", input=options + words + "%%\n")
            # gperf writes C++98, which allows `register`; C++20 does not.
            (self.directory / "gperf_keys.hpp").write_text("#include <cstring>\n" + source.replace("register ", ""))
            flags.append("-DWITH_GPERF")
        else:
            print("skipped: gperf is not installed")
        times = {compiler: self.catch_times(compiler, "lookup", *flags) for compiler in self.compilers}
        for other, target in (("gperf", "≤ 1.0"), ("unordered_map", "≤ 0.5"), ("binary search", "≤ 0.2")):
            values = {}
            for compiler, found in times.items():
                if f"{other} hit" in found:
                    values[compiler] = ", ".join(
                        f"{found[f'find {case}'] / found[f'{other} {case}']:.2f}" for case in ("hit", "miss")
                    )
                else:
                    values[compiler] = "skipped"
            self.row("`find`, hit and miss, with keys unknown to the compiler", other, target, values)

    def ranges(self) -> None:
        large = self.synthetic(SIZES[-1] if not self.quick else SIZES[1])
        small = {compiler: self.catch_times(compiler, "ranges") for compiler in self.compilers}
        big = {compiler: self.catch_times(compiler, "ranges", include=large) for compiler in self.compilers}
        values = {
            compiler: ", ".join(
                f"{big[compiler][name] / small[compiler][name]:.2f}"
                for name in ("papers_between", "papers_in", "entries_in")
            )
            for compiler in self.compilers
        }
        self.row("`papers_between`, `papers_in`, `entries_in` at 100,000 papers", "the same at 50", "≤ 1.2", values)

    def startup(self) -> None:
        rows = [
            self.entry_texts(kind, record)
            for kind in self.catalogue.kinds.values() for record in self.catalogue.records[kind.name]
        ]
        (self.directory / "catalogue.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        names = list(rows[0])
        values = ",\n".join(
            "(" + ",".join("'" + text.replace("'", "''") + "'" for text in row.values()) + ")" for row in rows
        )
        (self.directory / "catalogue.sql").write_text(
            f"CREATE TABLE entries ({', '.join(names)}); INSERT INTO entries VALUES {values};", encoding="utf-8")
        flags = []
        for header, flag in (("nlohmann/json.hpp", ["-DWITH_JSON"]), ("sqlite3.h", ["-DWITH_SQLITE", "-lsqlite3"])):
            if Path("/usr/include", header).exists():
                flags += flag
            else:
                print(f"skipped: {header} is not installed")
        times = {compiler: self.catch_times(compiler, "startup", *flags) for compiler in self.compilers}
        for other in ("nlohmann::json", "SQLite"):
            values = {c: f"{t['refcatalog'] / t[other]:.4f}" if other in t else "skipped" for c, t in times.items()}
            self.row("start-up and first full pass over all texts", f"{other} in memory", "≤ 0.01", values)

    def entry_texts(self, kind: Kind, record) -> dict[str, str]:
        """The texts that `entry` returns for a record, by column."""
        texts = {"key": record.key, "url": record.url or ""}
        for name, sources in kind.common.items():
            given = first_given(self.catalogue, record, sources) or ("",) * len(self.catalogue.languages)
            in_each = {f"{name}_{language.enumerator}": text for language, text in zip(self.catalogue.languages, given)}
            texts |= {name: given[0]} if name == "link_label" else in_each
        return texts

    def json_speed(self) -> None:
        include = self.synthetic(SIZES[-1] if not self.quick else SIZES[1])
        has_other = Path("/usr/include/nlohmann/json.hpp").exists()
        if not has_other:
            print("skipped: nlohmann/json.hpp is not installed")
        flags = ["-DWITH_JSON"] * has_other
        times = {compiler: self.catch_times(compiler, "json", *flags, include=include) for compiler in self.compilers}
        values = {
            c: f"{t['refcatalog'] / t['nlohmann::json']:.2f}" if has_other else "skipped" for c, t in times.items()
        }
        self.row("`write_json` of the whole catalogue at 100,000 papers",
                 "`nlohmann::json::dump` of the same document", "≤ 2", values)

    # Compile time

    def include_cost(self) -> None:
        usual, ours = self.directory / "usual.cpp", self.directory / "ours.cpp"
        usual.write_text(USUAL_HEADERS)
        ours.write_text("#include <refcatalog/catalog.hpp>\n")

        def measure(compiler: str) -> str:
            flags = [compiler, "-std=c++20", "-O2", "-fsyntax-only", f"-I{INCLUDE}"]
            best = in_turn(5 if self.quick else 25, usual=[*flags, usual], ours=[*flags, ours])
            return f"{best['ours'][0] / best['usual'][0]:.2f}"

        self.each("compile time of a file that includes `catalog.hpp`",
                  "`<array> <string_view> <span> <optional> <cstdint>`", "≤ 1.35", measure)

    def synthetic(self, count: int) -> Path:
        """The include directory of a catalogue with this number of papers."""
        place = self.directory / str(count)
        if not place.exists():
            output_of(sys.executable, BENCH / "synthesize.py", count, place / "data")
            output = place / "include" / "refcatalog" / "generated"
            cost(sys.executable, "-m", "codegen", "--data", place / "data", "--output", output)
            self.write_baseline(place)
        return place / "include"

    def without_folded_texts(self) -> Path:
        """An include directory with the folded texts of this catalogue. Listed first, it keeps those of a large
        catalogue out of a measurement: only programs that search contain folded texts."""
        place = self.directory / "without_folded_texts"
        header = "refcatalog/generated/search.hpp"
        (place / header).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(INCLUDE / header, place / header)
        return place

    @staticmethod
    def write_baseline(place: Path) -> None:
        """Writes the data as a hand-written array of structs of std::string_view, from "..."sv, and a program that uses
        the library's tables."""
        papers = tomllib.loads((place / "data" / "papers.toml").read_text(encoding="utf-8"))["paper"]
        with (place / "baseline.cpp").open("w") as file:
            file.write("#include <array>\n#include <string_view>\nusing namespace std::string_view_literals;\n")
            file.write(f"struct paper {{ int number, year; std::string_view {', '.join(TEXTS)}; }};\n")
            file.write(f"inline constexpr std::array<paper, {len(papers)}> papers{{{{\n")
            for number, paper in enumerate(papers, 1):
                flat = {**paper, **{
                    f"{name}_{lang}": paper[name][lang]
                    for name in ("summary", "contribution") for lang in ("ko", "en")
                }}
                texts = ", ".join(f'"{escape(flat[name].encode())}"sv' for name in TEXTS)
                file.write(f"    {{{number}, {paper['year']}, {texts}}},\n")
            file.write("}};\nconst paper& get(int index) { return papers[static_cast<std::size_t>(index)]; }\n")
        (place / "library.cpp").write_text(
            "#include <refcatalog/catalog.hpp>\nusing namespace refcatalog;\n"
            "std::string_view get(int index, int text, lang language) {\n"
            "    const paper& p = papers[static_cast<std::size_t>(index)];\n    switch (text) {\n"
            "        case 0: return p.key();\n        case 1: return p.title();\n"
            "        case 2: return p.short_title();\n"
            "        case 3: return p.authors();\n        case 4: return p.url();\n"
            "        case 5: return p.summary(language);\n        default: return p.contribution(language);\n    }\n}\n"
            "int year(int index) { return papers[static_cast<std::size_t>(index)].year(); }\n")

    def scale(self) -> None:
        sizes = SIZES[:2] if self.quick else SIZES
        empty = self.directory / "empty.cpp"
        empty.write_text("#include <array>\n#include <string_view>\n")
        ratios: dict[str, dict[str, str]] = {}
        for compiler in self.compilers:
            flags = [compiler, "-std=c++20", "-O2", "-c", "-o", self.directory / "object.o"]
            curves = self.curves[compiler] = {"refcatalog": [], "string_view": []}
            objects = {}
            for count in sizes:
                include = self.synthetic(count)
                place = include.parent
                directories = [f"-I{path}" for path in (self.without_folded_texts(), include, INCLUDE)]
                library = [*flags, *directories, place / "library.cpp"]
                baseline = [*flags, place / "baseline.cpp"]
                rounds = 1 if count == SIZES[2] else 3
                commands = {"refcatalog": library, "string_view": baseline}
                if run(*baseline, status=None).returncode != 0:
                    print(f"{compiler} cannot compile the array of structs at {count} entries")
                    del commands["string_view"]
                for name, (seconds, memory) in in_turn(rounds, **commands).items():
                    curves[name].append((count, seconds, memory))
                for name, command in commands.items():
                    output_of(*command)
                    objects[name, count] = (self.directory / "object.o").stat().st_size
            start = in_turn(3, empty=[*flags, empty])["empty"]
            ours = {count: (seconds, memory) for count, seconds, memory in curves["refcatalog"]}
            theirs = {count: (seconds, memory) for count, seconds, memory in curves["string_view"]}

            def per_entry(count: int, index: int) -> float:
                return (ours[count][index] - start[index]) / count

            for index, what in ((0, "compile time"), (1, "compile memory")):
                values = ", ".join(f"{per_entry(count, index) / per_entry(sizes[0], index):.2f}" for count in sizes[1:])
                per_size = f"{what} of the data, per entry, at 10,000 and 100,000 entries"
                ratios.setdefault(per_size, {})[compiler] = values
            for index, what in ((0, "compile time"), (1, "compile memory")):
                ratio = ours[sizes[1]][index] / theirs[sizes[1]][index]
                ratios.setdefault(f"{what} at 10,000 entries", {})[compiler] = f"{ratio:.2f}"
            ratio = objects["refcatalog", sizes[1]] / objects["string_view", sizes[1]]
            ratios.setdefault("object size at 10,000 entries", {})[compiler] = f"{ratio:.2f}"
        targets = ("≤ 1.2", "≤ 1.2", "≤ 0.4", "≤ 0.6", "≤ 0.5")
        for (what, values), target in zip(ratios.items(), targets):
            against = "the same at 1,000" if "per entry" in what else "array of structs of `std::string_view`"
            self.row(what, against, target, values)

    def generator(self) -> None:
        sizes = SIZES[:2] if self.quick else SIZES
        best: dict = {}
        for number in range(3):
            # Each run gets a fresh directory, so that it writes every file.
            commands = {count: [sys.executable, "-m", "codegen", "--data", self.synthetic(count).parent / "data",
                                "--output", self.directory / f"{count}-{number}"] for count in sizes}
            commands[0] = [sys.executable, "-c", "import jinja2, tomllib"]
            for count, command in commands.items():
                best[count] = min(cost(*command)[0], best.get(count, math.inf))
        first, *others = [(best[count] - best[0]) / count for count in sizes]
        values = ", ".join(f"{value / first:.2f}" for value in others)
        self.row("generator's time per entry, at 10,000 and 100,000 entries",
                 "the same at 1,000", "≤ 1.2", {"": values})
        jinja2 = [sys.executable, "-c", "import jinja2"]
        best = in_turn(5, check=[sys.executable, "-m", "codegen", "--check"], jinja2=jinja2)
        ratio = f"{best['check'][0] / best['jinja2'][0]:.2f}"
        self.row("generator, the real catalogue, `--check`", '`python3 -c "import jinja2"`', "≤ 3", {"": ratio})

    # Measurements without a clock

    def binaries(self) -> None:
        def figure(compiler: str, pattern: str) -> str:
            said = output_of(sys.executable, "-m", "tests.binary.check", compiler, cwd=ROOT)
            return re.search(pattern, said)[1] if pattern else ""

        self.each("queries on constants", "one `mov` of a constant", "equal",
                  lambda compiler: figure(compiler, "") or "equal")
        self.each("relocations and initialisers that a PIE using every table gains", "a program without", "0 and 0",
                  lambda compiler: figure(compiler, "") or "0 and 0")
        self.each("read-only bytes it gains without citations",
                  "the bytes of the distinct texts, terminators included", "≤ 1.25",
                  lambda compiler: figure(compiler, r"without citations: (\S+)"))
        self.each("read-only bytes that the citations add", "the bytes of their distinct texts, likewise", "≤ 1.25",
                  lambda compiler: figure(compiler, r"of the citations: (\S+)"))
        self.each("a program that uses `tools` alone", "the bytes of the tools' texts", "≤ 2",
                  lambda compiler: figure(compiler, r"alone: (\S+)"))

    def search(self) -> None:
        measure_search(self)

    def keystrokes(self) -> None:
        if shutil.which("chromium"):
            self.row("the slowest keystroke in the page's search box, at 156 and 5,000 entries",
                     "a frame, three frames", "≤ 16 ms, ≤ 50 ms", {"": page.slowest(self.compilers[0])})
        else:
            print("skipped: chromium is not installed")

    def run(self, measurements: Sequence[str]) -> None:
        for name in measurements:
            getattr(self, name)()

    # Results

    def table(self) -> str:
        compilers = self.compilers
        libraries = " and ".join(dict.fromkeys(map(standard_library, compilers)))
        lines = ["| what | against | target | " + " | ".join(compilers) + " |", "|---" * (3 + len(compilers)) + "|"]
        for what, against, target, values in self.rows:
            cells = [values[""]] * len(compilers) if "" in values else [values[compiler] for compiler in compilers]
            lines.append("| " + " | ".join([what, against, target, *cells]) + " |")
        versions = ", ".join(output_of(compiler, "--version").splitlines()[0] for compiler in compilers)
        when = datetime.date.today().isoformat()
        measured = f"Measured on {when} with `python3 tests/bench/run.py`; {versions}; -O2, {libraries}."
        return f"{measured}\n\n" + "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures the library; writes the table of the README and the plot.")
    parser.add_argument("--quick", action="store_true",
                        help="use fewer rounds and at most 10,000 entries, and write nothing")
    parser.add_argument("--only", action="append", choices=MEASUREMENTS,
                        help="take this measurement only, and write nothing; may be repeated")
    parser.add_argument("--compiler", action="append", metavar="NAME",
                        help="use this compiler, not the newest ones found; may be repeated")
    arguments = parser.parse_args()
    quick = arguments.quick
    with tempfile.TemporaryDirectory() as directory:
        bench = Bench(Path(directory), arguments.compiler or compilers_here(), quick)
        bench.run(arguments.only or MEASUREMENTS)
    print(bench.table())
    if quick or arguments.only:
        return
    (BENCH / "compile_cost.svg").write_text(plot(bench.curves))
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    table = "<!-- measured -->\n" + bench.table() + "<!-- end -->"
    text = re.sub(r"<!-- measured -->\n.*?<!-- end -->", lambda _: table, text, flags=re.S)
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
