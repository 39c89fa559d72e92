"""Builds and runs a program that makes the main calls with every compiler here, in every mode: python3 -m tests.matrix.check

Anything missing on this machine is reported as skipped. Ends with 1 if anything fails; the last lines list what was
run."""

import itertools
import shutil
import sys
import tempfile
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
# The kernel's headers, to which gcc-multilib has a link. It cannot be installed beside Debian's cross compilers.
KERNEL_HEADERS = ["-idirafter", "/usr/include/x86_64-linux-gnu"]
MODES = {
    f"{standard}, {level}": [f"-std={standard}", level] for standard, level in itertools.product(("c++20", "c++2b"), ("-O0", "-O2"))
} | {
    "without exceptions and run-time type information": ["-std=c++20", "-O2", "-fno-exceptions", "-fno-rtti"],
    "32 bits": ["-std=c++20", "-O2", "-m32", *KERNEL_HEADERS],
    "address and undefined behaviour sanitizers": ["-std=c++20", "-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
}
# Everything but what is about C++98, padding and unsafe buffers, and default labels, which contradict -Wswitch-enum.
EVERYTHING = ["-Weverything", "-Wno-unknown-warning-option", "-Wno-c++98-compat", "-Wno-c++98-compat-pedantic", "-Wno-pre-c++20-compat-pedantic"]
EVERYTHING += ["-Wno-c++20-compat", "-Wno-padded", "-Wno-unsafe-buffer-usage", "-Wno-switch-default", "-Werror"]

# Two translation units with different flags see each public object, and the texts behind them, at one address.
OBJECTS = """papers repositories datasets courses blogs posts communities books tools parts categories entries reading_stages
    reading_order reading_list first_year last_year facts_as_of version"""
TEXTS = ["catalog_title()", *(f'get<"lora">().{text}' for text in ("key()", "title()", "citation().venue()", "citation().authors()[0]",
    "citation().contributors()[0].family()", "citation().variables()[0].name()"))]
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


class Matrix:
    def __init__(self, directory: Path):
        self.directory = directory
        self.results: dict[str, list[str]] = {"passed": [], "skipped": [], "failed": []}

    def note(self, result: str, name: str, why: str = "") -> None:
        self.results[result].append(name)
        print(f"{result}: {name}{why and ': '}{why}", flush=True)

    def check(self, name: str, *commands: list) -> None:
        for command in commands:
            try:
                output_of(*command)
            except AssertionError as error:
                self.note("failed", name, str(error))
                return
        self.note("passed", name)

    def builds(self, compiler: list[str], flags: list[str]) -> bool:
        """Whether the machine has what a program in this mode needs, whatever it does."""
        empty = self.directory / "empty.cpp"
        empty.write_text("#include <string>\nint main() { return static_cast<int>(std::string{}.size()); }\n")
        return run(*compiler, *flags, empty, "-o", self.directory / "empty", status=None).returncode == 0

    def emulator(self) -> list[str] | None:
        """What runs here before the name of what has just been built: nothing, or an emulator; None where neither does."""
        for emulator in [], ["qemu-i386"]:
            try:
                if run(*emulator, self.directory / "empty", status=None).returncode == 0:
                    return emulator
            except OSError:
                continue
        return None

    def run(self) -> None:
        binary = self.directory / "program"
        for name, compiler in COMPILERS.items():
            if not shutil.which(compiler[0]):
                self.note("skipped", name, f"{compiler[0]} is not installed")
                continue
            include = f"-I{ROOT}/include"
            for mode, flags in MODES.items():
                build = [*compiler, *flags, *WARNINGS, include, PROGRAM, "-o", binary]
                if not self.builds(compiler, flags):
                    self.note("skipped", f"{name}, {mode}", "not even an empty program can be built")
                elif (emulator := self.emulator()) is not None:
                    self.check(f"{name}, {mode}", build, [*emulator, binary])
                else:
                    self.check(f"{name}, {mode} (built only: such programs do not run here)", build)
            if name.startswith("clang") and self.builds(compiler, ["-std=c++20"]):
                self.check(f"{name}, every warning", [*compiler, "-std=c++20", *EVERYTHING, include, "-fsyntax-only", PROGRAM])
            self.two_units(name, compiler, include)
        self.cppcheck()

    def two_units(self, name: str, compiler: list[str], include: str) -> None:
        if not self.builds(compiler, ["-std=c++20"]):
            return
        units = []
        for number, (code, flags) in enumerate(((ONE, ["-O0", "-std=c++20"]), (TWO, ["-O2", "-std=c++2b", "-fno-exceptions"]))):
            source = self.directory / f"unit{number}.cpp"
            source.write_text(code)
            units.append([*compiler, *flags, include, "-c", source, "-o", source.with_suffix(".o")])
        binary = self.directory / "two_units"
        objects = [unit[-1] for unit in units]
        self.check(f"{name}, two translation units with different flags", *units, [*compiler, *objects, "-o", binary], [binary])

    def cppcheck(self) -> None:
        if not shutil.which("cppcheck"):
            self.note("skipped", "cppcheck", "is not installed")
            return
        # It takes the check of an argument for a sign that the code behind it does not trust the check.
        options = ["--std=c++20", "--enable=warning,performance,portability", "--suppress=arrayIndexOutOfBoundsCond", "-q", "--error-exitcode=1"]
        self.check("cppcheck", ["cppcheck", *options, f"-I{ROOT}/include", PROGRAM])


def main() -> int:
    with tempfile.TemporaryDirectory() as directory:
        matrix = Matrix(Path(directory))
        matrix.run()
    print(", ".join(f"{len(names)} {result}" for result, names in matrix.results.items()))
    return 1 if matrix.results["failed"] or not matrix.results["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
