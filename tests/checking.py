"""What the check_*.py scripts share."""

import shlex
import subprocess
import sys
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
