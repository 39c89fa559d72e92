"""Builds and runs a program with every installed compiler in every mode: python3 -m tests.matrix.check

The program makes the main calls of the library. With each compiler, the check also links two translation units with
different flags; clang compiles the program with every warning, and cppcheck examines it. The check reports anything
missing as skipped, and exits with 1 if anything fails. The last line counts the results."""

import itertools
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.support.running import ROOT, WARNINGS, output_of, run

PROGRAM = ROOT / "tests" / "no_exceptions" / "use.cpp"

COMPILERS = {
    "g++ 11": ["g++-11"],
    "g++ 12": ["g++-12"],
    "clang 14": ["clang++-14"],
    "clang 16": ["clang++-16"],
    "clang 19": ["clang++-19"],
    "clang 19, libc++": ["clang++-19", "-stdlib=libc++"],
}
# The kernel's headers. gcc-multilib would install a link to them, but it conflicts with Debian's cross compilers.
KERNEL_HEADERS = ["-idirafter", "/usr/include/x86_64-linux-gnu"]
SANITIZED = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
MODES = {
    f"{standard}, {level}": [f"-std={standard}", level]
    for standard, level in itertools.product(("c++20", "c++2b"), ("-O0", "-O2"))
} | {
    "without exceptions or run-time type information": ["-std=c++20", "-O2", "-fno-exceptions", "-fno-rtti"],
    "32 bits": ["-std=c++20", "-O2", "-m32", *KERNEL_HEADERS],
    "address and undefined behaviour sanitizers": ["-std=c++20", "-O1", *SANITIZED],
}
# All warnings except those about C++98, padding and unsafe buffers, and -Wswitch-default, which contradicts
# -Wswitch-enum.
EVERYTHING = ["-Weverything", "-Wno-unknown-warning-option", "-Wno-c++98-compat", "-Wno-c++98-compat-pedantic"]
EVERYTHING += ["-Wno-pre-c++20-compat-pedantic", "-Wno-c++20-compat", "-Wno-padded", "-Wno-unsafe-buffer-usage"]
EVERYTHING += ["-Wno-switch-default", "-Werror"]

# Each public object and each text must have the same address in two translation units with different flags.
OBJECTS = """papers repositories datasets courses blogs posts communities books tools parts categories entries
    reading_stages reading_order reading_list first_year last_year facts_as_of version"""
CITED = ("venue()", "authors()[0]", "contributors()[0].family()", "variables()[0].name()")
TEXTS = ["catalog_title()", 'get<"lora">().key()', 'get<"lora">().title()']
TEXTS += [f'get<"lora">().citation().{text}' for text in CITED]
ADDRESSES = ", ".join([f"&{name}" for name in OBJECTS.split()] + [f"{text}.data()" for text in TEXTS])
ONE = f"""#include <refcatalog/catalog.hpp>
using namespace refcatalog;
bool same(const void* const* others) {{
    const void* const all[] = {{{ADDRESSES}}};
    for (const void* own : all) if (own != *others++) return false;
    return true;
}}
"""
TWO = f"""#include <refcatalog/catalog.hpp>
using namespace refcatalog;
bool same(const void* const*);
int main() {{ const void* const own[] = {{{ADDRESSES}}}; return same(own) ? 0 : 1; }}
"""


class Checks:
    """The checks with one compiler, which run in the directory."""

    def __init__(self, directory: Path):
        self.directory = directory
        self.results: Counter[str] = Counter()

    def note(self, result: str, name: str, why: str = "") -> None:
        self.results[result] += 1
        print(f"{result}: {name}{why and ': '}{why}\n", end="", flush=True)

    def check(self, name: str, *commands: list) -> None:
        for command in commands:
            try:
                output_of(*command)
            except AssertionError as error:
                self.note("failed", name, str(error))
                return
        self.note("passed", name)

    def builds(self, compiler: list[str], flags: list[str]) -> bool:
        """Whether this machine can build an empty program in this mode."""
        empty = self.directory / "empty.cpp"
        empty.write_text("#include <string>\nint main() { return static_cast<int>(std::string{}.size()); }\n")
        return run(*compiler, *flags, empty, "-o", self.directory / "empty", status=None).returncode == 0

    def emulator(self) -> list[str] | None:
        """The command that runs the program just built: empty, or an emulator; None if neither can run it."""
        for emulator in [], ["qemu-i386"]:
            try:
                if run(*emulator, self.directory / "empty", status=None).returncode == 0:
                    return emulator
            except OSError:
                continue
        return None

    def compiler(self, name: str, compiler: list[str]) -> None:
        if not shutil.which(compiler[0]):
            self.note("skipped", name, f"{compiler[0]} is not installed")
            return
        binary = self.directory / "program"
        include = f"-I{ROOT}/include"
        for mode, flags in MODES.items():
            build = [*compiler, *flags, *WARNINGS, include, PROGRAM, "-o", binary]
            if not self.builds(compiler, flags):
                self.note("skipped", f"{name}, {mode}", "cannot build an empty program")
            elif (emulator := self.emulator()) is not None:
                self.check(f"{name}, {mode}", build, [*emulator, binary])
            else:
                self.check(f"{name}, {mode} (built only; such programs cannot run here)", build)
        if name.startswith("clang") and self.builds(compiler, ["-std=c++20"]):
            syntax_only = [*compiler, "-std=c++20", *EVERYTHING, include, "-fsyntax-only", PROGRAM]
            self.check(f"{name}, every warning", syntax_only)
        self.two_units(name, compiler, include)

    def two_units(self, name: str, compiler: list[str], include: str) -> None:
        if not self.builds(compiler, ["-std=c++20"]):
            return
        units = []
        both = (ONE, ["-O0", "-std=c++20"]), (TWO, ["-O2", "-std=c++2b", "-fno-exceptions"])
        for number, (code, flags) in enumerate(both):
            source = self.directory / f"unit{number}.cpp"
            source.write_text(code)
            units.append([*compiler, *flags, include, "-c", source, "-o", source.with_suffix(".o")])
        binary = self.directory / "two_units"
        link = [*compiler, *(unit[-1] for unit in units), "-o", binary]
        self.check(f"{name}, two translation units with different flags", *units, link, [binary])

    def cppcheck(self) -> None:
        if not shutil.which("cppcheck"):
            self.note("skipped", "cppcheck", "is not installed")
            return
        # cppcheck concludes from the check of an index that the code after the check still sees wrong indices.
        options = ["--std=c++20", "--enable=warning,performance,portability", "-q", "--error-exitcode=1"]
        options.append("--suppress=arrayIndexOutOfBoundsCond")
        self.check("cppcheck", ["cppcheck", *options, f"-I{ROOT}/include", PROGRAM])


def results_of(name: str) -> Counter[str]:
    """The results with this compiler, or those of cppcheck."""
    with tempfile.TemporaryDirectory() as directory:
        checks = Checks(Path(directory))
        if name == "cppcheck":
            checks.cppcheck()
        else:
            checks.compiler(name, COMPILERS[name])
    return checks.results


def main() -> int:
    with ThreadPoolExecutor(2) as pool:
        results = sum(pool.map(results_of, [*COMPILERS, "cppcheck"]), Counter())
    print(", ".join(f"{results[result]} {result}" for result in ("passed", "skipped", "failed")))
    return 1 if results["failed"] or not results["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
