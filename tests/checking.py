"""What the check_*.py scripts share."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wold-style-cast", "-Werror"]


def output_of(*command: object, **options: object) -> str:
    """What a command prints; where it fails, what it said is the message."""
    words = [str(word) for word in command]
    result = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", **options)
    if result.returncode != 0:
        raise AssertionError(f"{shlex.join(words)} gave {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


def skip(why: str) -> NoReturn:
    """Ends the script in the way that ctest counts as skipped."""
    print(f"skipped: {why}")
    sys.exit(77)


def need(*tools: str) -> None:
    """Skips the script where a program is not installed."""
    for tool in tools:
        if not shutil.which(tool):
            skip(f"{tool} is not installed")


def configure(source: Path, build: Path, compiler: list[str], *options: object) -> None:
    """Runs CMake for a compiler and its flags."""
    command, *flags = compiler
    output_of("cmake", "-S", source, "-B", build, f"-DCMAKE_CXX_COMPILER={command}", f"-DCMAKE_CXX_FLAGS={shlex.join(flags)}", *options)


def refusal_of(step, *arguments: object) -> str:
    """What a step says that has to fail, on one line; how CMake breaks its lines does not count."""
    try:
        step(*arguments)
    except AssertionError as refusal:
        return " ".join(str(refusal).split())
    raise AssertionError(f"{step.__name__} {arguments} was not refused")
