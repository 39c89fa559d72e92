"""Finds the compilers of this machine."""

import os
import re
import tempfile
from pathlib import Path

from tests.support.running import output_of, run

FAMILIES = ("g++", "clang++")


def compilers_here() -> list[str]:
    """The newest of each family that builds a program."""
    found = [newest(family) for family in FAMILIES]
    if not any(found):
        raise SystemExit("neither g++ nor clang++ builds a program here (Debian: g++, clang)")
    return [compiler for compiler in found if compiler]


def newest(family: str) -> str | None:
    folders = map(Path, os.environ["PATH"].split(os.pathsep))
    programs = [path.name for folder in folders for path in folder.glob(f"{family}*")]
    names = {name for name in programs if re.fullmatch(rf"{re.escape(family)}(-\d+)?", name)}
    usable = [name for name in names if builds(name)]
    # Of two names of one compiler, the longer one says more.
    return max(usable, key=lambda name: (version(name), len(name)), default=None)


def version(compiler: str) -> list[int]:
    return [int(number) for number in output_of(compiler, "-dumpversion").strip().split(".")]


def builds(compiler: str) -> bool:
    """Whether it finds a standard library of C++20, which clang need not."""
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory, "empty.cpp")
        includes = "#include <concepts>\n#include <string>\n"
        source.write_text(f"{includes}int main() {{ return std::string{{}}.empty() ? 0 : 1; }}\n")
        works = run(compiler, "-std=c++20", source, "-o", Path(directory, "empty"), status=None).returncode == 0
    if not works:
        print(f"skipped: {compiler} builds no program here")
    return works


def standard_library(compiler: str) -> str:
    """The name and the version of the one that it uses."""
    macros = output_of(compiler, "-std=c++20", "-dM", "-E", "-x", "c++", "-include", "version", os.devnull)
    if release := re.search(r"#define _GLIBCXX_RELEASE (\d+)", macros):
        return f"libstdc++ {release[1]}"
    if number := re.search(r"#define _LIBCPP_VERSION (\d+)", macros):
        return f"libc++ {int(number[1]) // 10_000}"
    return "an unknown standard library"
