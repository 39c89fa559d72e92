"""Builds programs for other machines, and runs them in emulators:
python3 -m tests.machines.check PART COMPILER [FLAG...]

PART is a machine, or `small_programs` or `newest_compilers`, which have their own files. The programs must print
exactly the same bytes as when COMPILER builds them for this machine. One makes the main calls without exceptions.
Another uses every writer and query, with this catalogue, with one of hostile texts, and with one of other kinds and
languages. The rest show all texts of the latter two catalogues. The Cortex-M4 has neither an operating system nor a
library, so the check skips the programs that need them. It exits with 77 if a compiler or an emulator is absent."""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import NamedTuple

from tests.hostile.catalogues import with_the_longest_texts, write
from tests.machines.cortex_m4 import BUILD, QEMU, SOURCES, need_compiler
from tests.machines.newest_compilers import NewestCompilers, need_sid
from tests.machines.small_programs import SmallPrograms
from tests.support.running import INCLUDE, ROOT, WARNINGS, generate, need, output_of

TESTS = ROOT / "tests"
HERE = TESTS / "machines"


class Machine(NamedTuple):
    """The commands that build and run a program for the machine, the sources to add, and the suffix of its file."""

    build: list[str]
    emulator: list[str]
    sources: tuple[Path, ...] = (HERE / "hosted.cpp",)
    suffix: str = ""


# A single file, because newer versions of Node mistake the name of a second file for part of a URL.
EMSCRIPTEN = ["em++", "-sSINGLE_FILE=1", "-sALLOW_MEMORY_GROWTH=1", "-sEXIT_RUNTIME=1"]
MACHINES = {
    "s390x": Machine(["s390x-linux-gnu-g++", "-static"], ["qemu-s390x"]),
    "aarch64": Machine(["aarch64-linux-gnu-g++", "-static"], ["qemu-aarch64"]),
    "windows": Machine(["x86_64-w64-mingw32-g++-posix", "-static"], ["wine"], suffix=".exe"),
    "webassembly": Machine(EMSCRIPTEN, ["node"], suffix=".js"),
    "cortex_m4": Machine(BUILD, QEMU, SOURCES),
}


class Program(NamedTuple):
    source: Path
    catalogue: str = ""  # a folder of the temporary directory; if empty, the library's own
    arguments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    needs_system: bool = False


WRITE = HERE / "write.cpp"
PROGRAMS = {
    # It prints nothing, because it checks its results itself.
    "the main calls": Program(TESTS / "no_exceptions/use.cpp", flags=("-fno-exceptions", "-fno-rtti")),
    "this catalogue": Program(WRITE),
    "another catalogue": Program(WRITE, "other"),
    "hostile texts": Program(WRITE, "hostile"),
    "accessors of another catalogue": Program(TESTS / "every_field/use.cpp", "other", ("all",), needs_system=True),
    "accessors of hostile texts": Program(TESTS / "hostile/use.cpp", "hostile", ("texts",), needs_system=True),
}


def printed(*command: object) -> bytes:
    """The output of the program, as bytes, because text mode would convert line ends. The program writes into a file,
    because QEMU loses output when a pipe is full."""
    with tempfile.TemporaryFile() as output:
        words = [str(word) for word in command]
        result = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE, timeout=600)
        if result.returncode != 0:
            said = result.stderr.decode(errors="replace")
            raise AssertionError(f"{' '.join(words)} exited with {result.returncode}\n{said}")
        output.seek(0)
        return output.read()


class OtherMachine(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        directory = tempfile.TemporaryDirectory(prefix="machines-")
        cls.addClassCleanup(directory.cleanup)
        cls.directory = Path(directory.name)
        write(cls.directory / "hostile-data", with_the_longest_texts())
        for name, data in ("hostile", cls.directory / "hostile-data"), ("other", TESTS / "every_field/data"):
            generate("--data", data, "--output", cls.directory / name / "refcatalog" / "generated")
        if PART == "webassembly":
            # Debian's em++ needs modules from here; only Debian's own Node looks here by default.
            os.environ["NODE_PATH"] = "/usr/share/nodejs"
        if PART == "windows":
            # Wine keeps its settings and files here.
            os.environ |= {"WINEPREFIX": str(cls.directory / "wine"), "WINEDEBUG": "-all"}
            os.environ["WINEDLLOVERRIDES"] = "mscoree,mshtml="
            cls.addClassCleanup(subprocess.run, ["wineserver", "--kill"])

    def output(self, program: Program, machine: Machine, *flags: str) -> bytes:
        """The output of the program on the machine."""
        binary = self.directory / f"program{machine.suffix}"
        include = [f"-I{self.directory / program.catalogue}"] if program.catalogue else []
        options = ["-std=c++20", *flags, *WARNINGS, *program.flags, *include, f"-I{INCLUDE}"]
        output_of(*machine.build, *options, program.source, *machine.sources, "-o", binary)
        return printed(*machine.emulator, binary, *program.arguments)

    def test_it_prints_what_this_machine_prints(self):
        this, other = Machine(COMPILER, []), MACHINES[PART]
        for name, program in PROGRAMS.items():
            if program.needs_system and PART == "cortex_m4":
                continue
            with self.subTest(name):
                expected, found = self.output(program, this, "-O0"), self.output(program, other, "-O2")
                if PART == "windows":
                    # The C library of Windows begins each line end with a carriage return.
                    found = found.replace(b"\r\n", b"\n")
                at = next((at for at, pair in enumerate(zip(found, expected)) if pair[0] != pair[1]), len(expected))
                near = slice(max(at - 40, 0), at + 40)
                self.assertTrue(found == expected, f"byte {at}: {found[near]!r} instead of {expected[near]!r}")
                print(f"{name}: {len(found)} bytes are equal")


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    case = {"small_programs": SmallPrograms, "newest_compilers": NewestCompilers}.get(PART, OtherMachine)
    if PART in MACHINES:
        need(MACHINES[PART].build[0], MACHINES[PART].emulator[0])
    if PART in ("cortex_m4", "small_programs"):
        need_compiler()
    if PART == "newest_compilers":
        NewestCompilers.sid = need_sid()
    unittest.main(argv=[sys.argv[0], case.__name__])
