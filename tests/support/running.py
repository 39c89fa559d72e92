"""Finds the repository, runs commands, and skips checks, for every check.py."""

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent.parent
INCLUDE = ROOT / "include"
# The warnings are those of tests/CMakeLists.txt.
CMAKE_LISTS = (ROOT / "tests/CMakeLists.txt").read_text(encoding="utf-8")
WARNINGS = re.search(r"set\(warnings (-W[^)]*)\)", CMAKE_LISTS)[1].split()

# The exit code that ctest treats as a skipped test.
SKIPPED = 77

# The Debian packages of the programs that checks need, where the names differ.
PACKAGES = {
    "ninja": "ninja-build",
    "node": "nodejs",
    "clang++-14": "clang-14",
    "clang++-19": "clang-19",
    "clang-scan-deps-19": "clang-tools-19",
    "include-what-you-use": "iwyu",
    "markdown_py": "python3-markdown",
    "ris2xml": "bibutils",
    "bib2xml": "bibutils",
    "pdflatex": "texlive-latex-base",
    "bibtex": "texlive-base",
    "sphinx-build": "python3-sphinxcontrib.bibtex",
    "s390x-linux-gnu-g++": "g++-s390x-linux-gnu",
    "aarch64-linux-gnu-g++": "g++-aarch64-linux-gnu",
    "qemu-s390x": "qemu-user",
    "qemu-aarch64": "qemu-user",
    "x86_64-w64-mingw32-g++-posix": "g++-mingw-w64-x86-64-posix",
    "em++": "emscripten",
    "arm-none-eabi-g++": "gcc-arm-none-eabi",
}


def run(*command: object, status: int | None = 0, **options: object) -> subprocess.CompletedProcess:
    """The finished command with its output as text. Any other status raises an error that contains the output."""
    words = [str(word) for word in command]
    if not options.keys() & {"stdout", "stderr"}:
        options["capture_output"] = True
    result = subprocess.run(words, text=True, encoding="utf-8", **options)
    if status is not None and result.returncode != status:
        raise AssertionError(f"{shlex.join(words)} gave {result.returncode}\n{result.stdout}{result.stderr}")
    return result


def output_of(*command: object, **options: object) -> str:
    """The output of a command."""
    return run(*command, **options).stdout


def generate(*arguments: object) -> str:
    """Runs the generator with this Python."""
    return output_of(sys.executable, "-m", "codegen", *arguments, cwd=ROOT)


def skip(why: str) -> NoReturn:
    """Ends the check with the status that ctest counts as skipped. CTest prints the reason again at its end."""
    print(f"skipped: {why}")
    if "SKIPPED_TESTS" in os.environ:
        with open(os.environ["SKIPPED_TESTS"], "a", encoding="utf-8") as skipped:
            skipped.write(f"skipped: {os.environ['TEST_NAME']}: {why}\n")
    sys.exit(SKIPPED)


def need(*tools: str) -> None:
    """Skips the check if a program is not installed."""
    for tool in tools:
        if not shutil.which(tool):
            skip(f"{tool} is not installed (Debian: {PACKAGES.get(tool, tool)})")


def need_module(module: str, package: str) -> None:
    """Skips the check if a Python module is not installed."""
    if not importlib.util.find_spec(module):
        skip(f"{module} is not installed for {sys.executable} (Debian: {package})")


def configure(source: Path, build: Path, compiler: list[str], *options: object) -> None:
    """Runs CMake for a compiler and its flags."""
    command, *flags = compiler
    chosen = (f"-DCMAKE_CXX_COMPILER={command}", f"-DCMAKE_CXX_FLAGS={shlex.join(flags)}")
    output_of("cmake", "-S", source, "-B", build, *chosen, *options)


def refusal_of(step, *arguments: object) -> str:
    """The output of a step that must fail, as one line without CMake's line breaks."""
    try:
        step(*arguments)
    except AssertionError as refusal:
        return " ".join(str(refusal).split())
    raise AssertionError(f"{step.__name__} {arguments} did not fail")
