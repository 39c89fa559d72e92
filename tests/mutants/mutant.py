"""A mutant: a source file with one piece replaced."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Mutant:
    file: str  # relative to the root of the project
    source: bytes
    begin: int  # in bytes
    end: int
    replacement: bytes

    def content(self) -> bytes:
        return self.source[: self.begin] + self.replacement + self.source[self.end :]

    def lines(self) -> tuple[str, str]:
        """The lines that the mutant changes, before and after, with single spaces between their words."""
        begin = self.source.rfind(b"\n", 0, self.begin) + 1
        end = self.source.find(b"\n", self.end)
        before = self.source[begin:end]
        after = self.source[begin : self.begin] + self.replacement + self.source[self.end : end]
        return " ".join(before.decode().split()), " ".join(after.decode().split())

    def line_number(self) -> int:
        return self.source.count(b"\n", 0, self.begin) + 1

    def __str__(self) -> str:
        now, mutant = self.lines()
        return f"{self.file}:{self.line_number()}\n    {now}\n    {mutant}"


def sample(mutants: list[Mutant], number: int, seed: int) -> list[Mutant]:
    """A random sample, ordered by a hash of the changed lines alone: edits elsewhere leave most of it the same."""
    alike = Counter()

    def place(mutant: Mutant) -> bytes:
        identity = "\n".join([str(seed), mutant.file, *mutant.lines()])
        alike[identity] += 1
        return hashlib.sha256(f"{identity}\n{alike[identity]}".encode()).digest()

    return sorted(mutants, key=place)[:number]


def files(root: Path, *patterns: str) -> list[Path]:
    """The hand-written files that match."""
    return sorted(path for pattern in patterns for path in root.glob(pattern) if "generated" not in path.parts)
