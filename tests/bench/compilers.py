"""Finds the compilers of this machine."""

import os
import re
import tempfile
from pathlib import Path

from tests.support.running import output_of, run

FAMILIES = ("g++", "clang++")


def compilers_here() -> list[str]:
    """The newest compiler of each family that can build a program."""
    found = [newest(family) for family in FAMILIES]
    if not any(found):
        raise SystemExit("neither g++ nor clang++ can build a program here (Debian: g++, clang)")
    return [compiler for compiler in found if compiler]


def newest(family: str) -> str | None:
    folders = map(Path, os.environ["PATH"].split(os.pathsep))
    programs = [path.name for folder in folders for path in folder.glob(f"{family}*")]
    names = {name for name in programs if re.fullmatch(rf"{re.escape(family)}(-\d+)?", name)}
    usable = [name for name in names if builds(name)]
    # If one compiler has two names, prefer the longer one, which includes the version.
    return max(usable, key=lambda name: (version(name), len(name)), default=None)


def version(compiler: str) -> list[int]:
    return [int(number) for number in output_of(compiler, "-dumpversion").strip().split(".")]


def builds(compiler: str) -> bool:
    """Whether the compiler finds a C++20 standard library; clang can be installed without one."""
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory, "empty.cpp")
        includes = "#include <concepts>\n#include <string>\n"
        source.write_text(f"{includes}int main() {{ return std::string{{}}.empty() ? 0 : 1; }}\n")
        works = run(compiler, "-std=c++20", source, "-o", Path(directory, "empty"), status=None).returncode == 0
    if not works:
        print(f"skipped: {compiler} cannot build a program here")
    return works


def standard_library(compiler: str) -> str:
    """The name and the major version of the compiler's standard library."""
    macros = output_of(compiler, "-std=c++20", "-dM", "-E", "-x", "c++", "-include", "version", os.devnull)
    if release := re.search(r"#define _GLIBCXX_RELEASE (\d+)", macros):
        return f"libstdc++ {release[1]}"
    if number := re.search(r"#define _LIBCPP_VERSION (\d+)", macros):
        return f"libc++ {int(number[1]) // 10_000}"
    return "an unknown standard library"
