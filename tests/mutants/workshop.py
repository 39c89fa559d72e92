"""A copy of the project with one mutant in it, and the tests that ought to notice."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.mutants.mutant import Mutant
from tests.support.running import ROOT, run

SECONDS = 100
# A mutant may allocate memory endlessly.
LIMITS = ["prlimit", "--as=8000000000", "--core=0"]
FOLDERS = ("include", "codegen", "data", "tests")

Test = tuple[str, Callable[[], bool]]


class Workshop:
    """The copy. A subclass names the tests."""

    def __init__(self, there: Path):
        self.root = there / "project"
        self.passed: set[str] = set()
        for folder in FOLDERS:
            shutil.copytree(ROOT / folder, self.root / folder, ignore=shutil.ignore_patterns("__pycache__"))
        for file in ("CMakeLists.txt", "README.md", ".clang-format"):
            shutil.copy(ROOT / file, self.root)

    def passes(self, *command: object, seconds: int = SECONDS) -> bool:
        """Whether a command, run in the copy, succeeds in time."""
        environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
        options = {"cwd": self.root, "env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        try:
            return run(*LIMITS, *command, status=None, timeout=seconds, **options).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def python(self, *arguments: object) -> bool:
        return self.passes(sys.executable, *arguments)

    def tests(self, mutant: Mutant) -> Iterator[Test]:
        """The tests that ought to notice, the likeliest first."""
        raise NotImplementedError

    def compiles(self) -> bool:
        """Whether the mutant compiles without the tests."""
        return True

    def is_same(self, mutant: Mutant) -> bool:
        """Whether the mutant compiles to the same objects as the original."""
        return False

    def verdict(self, mutant: Mutant) -> str:
        """`killed by` a test, `none` with a reason, or `survived`."""
        path = self.root / mutant.file
        path.write_bytes(mutant.content())
        try:
            for name, passes in self.tests(mutant):
                if not passes():
                    if not self.compiles():
                        return "none: does not compile"
                    path.write_bytes(mutant.source)
                    self.assert_passes(name, passes)
                    return f"killed by {name}"
            return "none: the same object" if self.is_same(mutant) else "survived"
        finally:
            path.write_bytes(mutant.source)

    def assert_passes(self, name: str, passes: Callable[[], bool]) -> None:
        """Raises if the test fails without a mutant too, because it would seem to kill every mutant."""
        if name not in self.passed:
            if not passes():
                raise AssertionError(f"{name} fails without a mutant")
            self.passed.add(name)
