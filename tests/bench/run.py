"""Measures the library beside what one would use instead, and writes a table and a plot: run.py [--quick]

Every figure is a ratio of two things measured in turn in one run, the best of several, since machines are noisy. Needs
Catch2; gperf, nlohmann-json3-dev and libsqlite3-dev where they are to be compared with, and skips what is absent.
The table goes into the README, the plot to tests/bench/compile_cost.svg."""

import argparse
import datetime
import json
import math
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent.parent
sys.path.insert(0, str(ROOT))

from codegen import schema  # noqa: E402
from codegen.headers.records import first_given  # noqa: E402
from codegen.reader import read_catalogue  # noqa: E402
from codegen.text_pool import escape  # noqa: E402

COMPILERS = ("g++-12", "clang++-14")
SIZES = (1_000, 10_000, 100_000)
USUAL_HEADERS = "".join(f"#include <{name}>\n" for name in ("array", "string_view", "span", "optional", "cstdint"))
TEXTS = ("key", "title", "short_title", "authors", "url", "summary_ko", "summary_en", "contribution_ko", "contribution_en")


def cost(*command: object, cwd: Path = ROOT) -> tuple[float, float]:
    """Processor seconds and peak memory in bytes of a command."""
    watched = "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode; " \
        "use = resource.getrusage(resource.RUSAGE_CHILDREN); print(code, use.ru_utime + use.ru_stime, use.ru_maxrss)"
    words = subprocess.run([sys.executable, "-c", watched, *map(str, command)], cwd=cwd, capture_output=True, text=True).stdout.split()
    if words[-3:-2] != ["0"]:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return float(words[-2]), float(words[-1]) * 1024


def in_turn(rounds: int, **commands: list) -> dict[str, tuple[float, float]]:
    """The least cost of each command, all of them run in turn."""
    best: dict = {}
    for _ in range(rounds):
        for name, command in commands.items():
            seconds, memory = cost(*command)
            old = best.get(name, (seconds, memory))
            best[name] = (min(old[0], seconds), min(old[1], memory))
    return best


class Bench:
    def __init__(self, directory: Path, quick: bool):
        self.directory = directory
        self.quick = quick
        self.rows: list[tuple[str, str, str, dict[str, str]]] = []
        self.curves: dict[str, dict[str, list[tuple[int, float, float]]]] = {}

    def row(self, what: str, against: str, target: str, values: dict[str, str]) -> None:
        self.rows.append((what, against, target, values))
        print(what, "|", against, "|", target, "|", values, flush=True)

    def each(self, what: str, against: str, target: str, measure) -> None:
        self.row(what, against, target, {compiler: measure(compiler) for compiler in self.compilers()})

    def compilers(self) -> list[str]:
        return [compiler for compiler in COMPILERS if shutil.which(compiler)]

    # Run time

    def catch_times(self, compiler: str, source: str, *flags: str, include: Path | None = None) -> dict[str, float]:
        """Nanoseconds of each of the benchmarks in a source, the best mean of several runs."""
        program = self.directory / f"{source}-{compiler}"
        includes = [f"-I{include}"] * bool(include) + [f"-I{ROOT}/include", f"-I{self.directory}"]
        defines = [flag for flag in flags if flag.startswith("-D")]
        libraries = [flag for flag in flags if flag.startswith("-l")]
        if Path("/usr/include/catch2/catch_test_macros.hpp").exists():
            libraries += ["-lCatch2Main", "-lCatch2"]
        subprocess.run([compiler, "-std=c++20", "-O2", *includes, *defines, BENCH / f"{source}.cpp", "-o", program, *libraries], check=True)
        best: dict[str, float] = {}
        for _ in range(2 if self.quick else 5):
            command = [program, "-r", "xml", "--benchmark-samples", "30"]
            report = subprocess.run(command, cwd=self.directory, capture_output=True, text=True, check=True).stdout
            for name, mean in re.findall(r'<BenchmarkResults name="([^"]+)".*?<mean value="([^"]+)"', report, re.S):
                best[name] = min(best.get(name, float(mean)), float(mean))
        return best

    def lookup(self) -> None:
        keys = [record.key for category in self.catalogue.categories for record in self.catalogue.records[category.kind]
                if record.category == category.id]
        flags = []
        if shutil.which("gperf"):
            words = "".join(f"{key}, {index}\n" for index, key in enumerate(keys))
            options = "%language=C++\n%define class-name gperf_keys\n%define lookup-function-name find\n%compare-lengths\n" \
                "%readonly-tables\n%enum\n%struct-type\nstruct gperf_key { const char* name; int index; };\n%%\n"
            source = subprocess.run(["gperf"], input=options + words + "%%\n", capture_output=True, text=True, check=True).stdout
            # Written for C++98, in which `register` was a word.
            (self.directory / "gperf_keys.hpp").write_text("#include <cstring>\n" + source.replace("register ", ""))
            flags.append("-DWITH_GPERF")
        else:
            print("skipped: gperf is not installed")
        times = {compiler: self.catch_times(compiler, "lookup", *flags) for compiler in self.compilers()}
        for other, target in (("gperf", "≤ 1.0"), ("unordered_map", "≤ 0.5"), ("binary search", "≤ 0.2")):
            values = {}
            for compiler, found in times.items():
                if f"{other} hit" in found:
                    values[compiler] = ", ".join(f"{found[f'find {case}'] / found[f'{other} {case}']:.2f}" for case in ("hit", "miss"))
                else:
                    values[compiler] = "skipped"
            self.row("`find`, hit and miss, on keys that the compiler does not know", other, target, values)

    def ranges(self) -> None:
        large = self.synthetic(SIZES[-1] if not self.quick else SIZES[1])
        small = {compiler: self.catch_times(compiler, "ranges") for compiler in self.compilers()}
        big = {compiler: self.catch_times(compiler, "ranges", include=large) for compiler in self.compilers()}
        values = {
            compiler: ", ".join(f"{big[compiler][name] / small[compiler][name]:.2f}" for name in ("papers_between", "papers_in", "entries_in"))
            for compiler in self.compilers()
        }
        self.row("`papers_between`, `papers_in`, `entries_in` at 100,000 papers", "the same at 50", "≤ 1.2", values)

    def startup(self) -> None:
        rows = [self.entry_texts(kind.name, record) for kind in schema.KINDS for record in self.catalogue.records[kind.name]]
        (self.directory / "catalogue.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        names = list(rows[0])
        values = ",\n".join("(" + ",".join("'" + text.replace("'", "''") + "'" for text in row.values()) + ")" for row in rows)
        (self.directory / "catalogue.sql").write_text(
            f"CREATE TABLE entries ({', '.join(names)}); INSERT INTO entries VALUES {values};", encoding="utf-8")
        flags = []
        for header, flag in (("nlohmann/json.hpp", ["-DWITH_JSON"]), ("sqlite3.h", ["-DWITH_SQLITE", "-lsqlite3"])):
            if Path("/usr/include", header).exists():
                flags += flag
            else:
                print(f"skipped: {header} is not installed")
        times = {compiler: self.catch_times(compiler, "startup", *flags) for compiler in self.compilers()}
        for other in ("nlohmann::json", "SQLite"):
            values = {c: f"{t['refcatalog'] / t[other]:.4f}" if other in t else "skipped" for c, t in times.items()}
            self.row("start-up and first full pass over all texts", f"{other} in memory", "≤ 0.01", values)

    @staticmethod
    def entry_texts(kind: str, record) -> dict[str, str]:
        """What `entry` shows of a record, by column."""
        texts = {"key": record.key, "url": record.url or ""}
        for column, sources in schema.KIND_BY_NAME[kind].common.items():
            ko, en = first_given(record, sources) or ("", "")
            texts |= {column: ko} if column == "link_label" else {f"{column}_ko": ko, f"{column}_en": en}
        return texts

    # Compile time

    def include_cost(self) -> None:
        usual, ours = self.directory / "usual.cpp", self.directory / "ours.cpp"
        usual.write_text(USUAL_HEADERS)
        ours.write_text("#include <refcatalog/catalog.hpp>\n")

        def measure(compiler: str) -> str:
            flags = [compiler, "-std=c++20", "-O2", "-fsyntax-only", f"-I{ROOT}/include"]
            best = in_turn(5 if self.quick else 25, usual=[*flags, usual], ours=[*flags, ours])
            return f"{best['ours'][0] / best['usual'][0]:.2f}"

        self.each("compile of a file that includes `catalog.hpp`", "`<array> <string_view> <span> <optional> <cstdint>`", "≤ 1.35", measure)

    def synthetic(self, count: int) -> Path:
        """The include directory of a catalogue of so many papers."""
        place = self.directory / str(count)
        if not place.exists():
            subprocess.run([sys.executable, BENCH / "synthesize.py", str(count), place / "data"], check=True)
            output = place / "include" / "refcatalog" / "generated"
            cost(sys.executable, "-m", "codegen", "--data", place / "data", "--output", output)
            self.write_baseline(place)
        return place / "include"

    @staticmethod
    def write_baseline(place: Path) -> None:
        """The same data as an array of structs of std::string_view, from "..."sv, as one would write it by hand."""
        papers = tomllib.loads((place / "data" / "papers.toml").read_text(encoding="utf-8"))["paper"]
        with (place / "baseline.cpp").open("w") as file:
            file.write("#include <array>\n#include <string_view>\nusing namespace std::string_view_literals;\n")
            file.write(f"struct paper {{ int number, year; std::string_view {', '.join(TEXTS)}; }};\n")
            file.write(f"inline constexpr std::array<paper, {len(papers)}> papers{{{{\n")
            for number, paper in enumerate(papers, 1):
                flat = {**paper, **{f"{name}_{lang}": paper[name][lang] for name in ("summary", "contribution") for lang in ("ko", "en")}}
                texts = ", ".join(f'"{escape(flat[name].encode())}"sv' for name in TEXTS)
                file.write(f"    {{{number}, {paper['year']}, {texts}}},\n")
            file.write("}};\nconst paper& get(int index) { return papers[static_cast<std::size_t>(index)]; }\n")
        (place / "library.cpp").write_text(
            "#include <refcatalog/catalog.hpp>\nusing namespace refcatalog;\n"
            "std::string_view get(int index, int text, lang language) {\n    const paper& p = papers[static_cast<std::size_t>(index)];\n"
            "    switch (text) {\n        case 0: return p.key();\n        case 1: return p.title();\n        case 2: return p.short_title();\n"
            "        case 3: return p.authors();\n        case 4: return p.url();\n        case 5: return p.summary(language);\n"
            "        default: return p.contribution(language);\n    }\n}\nint year(int index) { return papers[static_cast<std::size_t>(index)].year(); }\n")

    def scale(self) -> None:
        sizes = SIZES[:2] if self.quick else SIZES
        empty = self.directory / "empty.cpp"
        empty.write_text("#include <array>\n#include <string_view>\n")
        ratios: dict[str, dict[str, str]] = {}
        for compiler in self.compilers():
            flags = [compiler, "-std=c++20", "-O2", "-c", "-o", self.directory / "object.o"]
            curves = self.curves[compiler] = {"refcatalog": [], "string_view": []}
            objects = {}
            for count in sizes:
                include = self.synthetic(count)
                place = include.parent
                library = [*flags, f"-I{include}", f"-I{ROOT}/include", place / "library.cpp"]
                baseline = [*flags, place / "baseline.cpp"]
                rounds = 1 if count == SIZES[2] else 3
                commands = {"refcatalog": library, "string_view": baseline}
                if subprocess.run(baseline, capture_output=True, cwd=ROOT).returncode != 0:
                    print(f"{compiler} cannot compile the array of structs at {count} entries")
                    del commands["string_view"]
                for name, (seconds, memory) in in_turn(rounds, **commands).items():
                    curves[name].append((count, seconds, memory))
                for name, command in commands.items():
                    subprocess.run(command, check=True, cwd=ROOT)
                    objects[name, count] = (self.directory / "object.o").stat().st_size
            start = in_turn(3, empty=[*flags, empty])["empty"]
            ours = {count: (seconds, memory) for count, seconds, memory in curves["refcatalog"]}
            theirs = {count: (seconds, memory) for count, seconds, memory in curves["string_view"]}

            def per_entry(count: int, index: int) -> float:
                return (ours[count][index] - start[index]) / count

            for index, what in ((0, "compile time"), (1, "compile memory")):
                values = ", ".join(f"{per_entry(count, index) / per_entry(sizes[0], index):.2f}" for count in sizes[1:])
                ratios.setdefault(f"{what} of the data, per entry, at 10,000 and 100,000 entries", {})[compiler] = values
            for index, what in ((0, "compile time"), (1, "compile memory")):
                ratios.setdefault(f"{what} at 10,000 entries", {})[compiler] = f"{ours[sizes[1]][index] / theirs[sizes[1]][index]:.2f}"
            ratios.setdefault("object size at 10,000 entries", {})[compiler] = f"{objects['refcatalog', sizes[1]] / objects['string_view', sizes[1]]:.2f}"
        targets = ("≤ 1.2", "≤ 1.2", "≤ 0.4", "≤ 0.6", "≤ 0.5")
        for (what, values), target in zip(ratios.items(), targets):
            self.row(what, "the same at 1,000" if "per entry" in what else "array of structs of `std::string_view`", target, values)

    def generator(self) -> None:
        sizes = SIZES[:2] if self.quick else SIZES
        best: dict = {}
        for number in range(3):
            # A fresh directory each time, so that every run writes.
            commands = {count: [sys.executable, "-m", "codegen", "--data", self.synthetic(count).parent / "data",
                                "--output", self.directory / f"{count}-{number}"] for count in sizes}
            commands[0] = [sys.executable, "-c", "import jinja2, tomllib"]
            for count, command in commands.items():
                best[count] = min(cost(*command)[0], best.get(count, math.inf))
        first, *others = [(best[count] - best[0]) / count for count in sizes]
        values = ", ".join(f"{value / first:.2f}" for value in others)
        self.row("generator's time per entry, at 10,000 and 100,000 entries", "the same at 1,000", "≤ 1.2", {"": values})
        best = in_turn(5, check=[sys.executable, "-m", "codegen", "--check"], jinja2=[sys.executable, "-c", "import jinja2"])
        self.row("generator, the real catalogue, `--check`", '`python3 -c "import jinja2"`', "≤ 3", {"": f"{best['check'][0] / best['jinja2'][0]:.2f}"})

    # What needs no clock

    def binaries(self) -> None:
        def figure(compiler: str, pattern: str) -> str:
            result = subprocess.run([sys.executable, "-m", "tests.binary.check", compiler], cwd=ROOT, capture_output=True, text=True)
            if result.returncode != 0:
                raise SystemExit(result.stderr)
            return re.search(pattern, result.stdout)[1] if pattern else ""

        self.each("queries on constants", "one `mov` of a constant", "equal", lambda compiler: figure(compiler, "") or "equal")
        self.each("relocations and initialisers that a PIE using every table gains", "a program without", "0 and 0",
                  lambda compiler: figure(compiler, "") or "0 and 0")
        self.each("read-only bytes it gains", "the bytes of the distinct texts, terminators included", "≤ 1.25",
                  lambda compiler: figure(compiler, r"byte of text: (\S+)"))
        self.each("a program that uses `tools` alone", "the bytes of the tools' texts", "≤ 2", lambda compiler: figure(compiler, r"alone: (\S+)"))

    def run(self) -> None:
        self.catalogue = read_catalogue(ROOT / "data")
        self.include_cost()
        self.lookup()
        self.ranges()
        self.binaries()
        self.startup()
        self.scale()
        self.generator()

    # Results

    def table(self) -> str:
        compilers = self.compilers()
        lines = ["| what | against | target | " + " | ".join(compilers) + " |", "|---" * (3 + len(compilers)) + "|"]
        for what, against, target, values in self.rows:
            cells = [values[""]] * len(compilers) if "" in values else [values[compiler] for compiler in compilers]
            lines.append("| " + " | ".join([what, against, target, *cells]) + " |")
        versions = ", ".join(output_of(compiler, "--version").splitlines()[0] for compiler in compilers)
        when = datetime.date.today().isoformat()
        return f"Measured on {when} with `python3 tests/bench/run.py`; {versions}; -O2, libstdc++ 12.\n\n" + "\n".join(lines) + "\n"


def output_of(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def plot(curves: dict) -> str:
    """Compile time and memory over the number of entries, both axes logarithmic, as SVG."""
    colours = {"refcatalog": "#0b7a75", "string_view": "#c1440e"}
    parts = []
    for panel, (index, title, unit) in enumerate(((1, "Compile time", "s"), (2, "Compile memory", "MB"))):
        left, top, width, height = 70 + panel * 390, 50, 290, 230
        points = [(c, n, [(p[0], p[index] / (1 if index == 1 else 1e6)) for p in series]) for c, both in curves.items() for n, series in both.items()]
        values = [value for *_, series in points for _, value in series]
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        counts = sorted({count for *_, series in points for count, _ in series})
        first, last = math.log10(counts[0]), math.log10(counts[-1])

        def x(count: float) -> float:
            return left + (math.log10(count) - first) / (last - first) * width

        def y(value: float) -> float:
            return top + height - (math.log10(value) - low) / (high - low) * height

        parts.append(f'<text x="{left}" y="{top - 18}" class="title">{title} ({unit})</text>')
        for power in range(low, high + 1):
            parts.append(f'<path d="M{left} {y(10**power):.1f}h{width}" class="grid"/><text x="{left - 8}" y="{y(10**power) + 4:.1f}" class="end">{10**power:g}</text>')
        for count in counts:
            parts.append(f'<text x="{x(count):.1f}" y="{top + height + 20}" class="middle">{count:,}</text>')
        for compiler, name, series in points:
            dash = ' stroke-dasharray="6 4"' if compiler.startswith("clang") else ""
            path = "M" + "L".join(f"{x(count):.1f} {y(value):.1f}" for count, value in series)
            parts.append(f'<path d="{path}" fill="none" stroke="{colours[name]}" stroke-width="2"{dash}/>')
            parts += [f'<circle cx="{x(count):.1f}" cy="{y(value):.1f}" r="3" fill="{colours[name]}"/>' for count, value in series]
    for at, (compiler, name) in enumerate((c, n) for c, both in curves.items() for n in both):
        dash = ' stroke-dasharray="6 4"' if compiler.startswith("clang") else ""
        left, top = 70 + at % 2 * 390, 335 + at // 2 * 22
        parts.append(f'<path d="M{left} {top}h28" stroke="{colours[name]}" stroke-width="2"{dash}/>')
        parts.append(f'<text x="{left + 36}" y="{top + 4}">{name}, {compiler}</text>')
    style = "text{font:13px sans-serif;fill:#333}.title{font-weight:bold}.end{text-anchor:end}.middle{text-anchor:middle}.grid{stroke:#ddd}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 820 375"><style>{style}</style><rect width="820" height="375" fill="#fff"/>' + "\n".join(parts) + "</svg>\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures the library; writes the table of the README and the plot.")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no catalogue of 100,000 entries, and nothing is written")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as directory:
        bench = Bench(Path(directory), quick)
        bench.run()
    print(bench.table())
    if quick:
        return
    (BENCH / "compile_cost.svg").write_text(plot(bench.curves))
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    table = "<!-- measured -->\n" + bench.table() + "<!-- end -->"
    readme.write_text(re.sub(r"<!-- measured -->\n.*?<!-- end -->", lambda _: table, text, flags=re.S), encoding="utf-8")


if __name__ == "__main__":
    main()
