"""Reads RIS: each line has a tag of two characters, then a value.

bibutils reads it too, but removes the dots of initials, splits the names of groups, makes up keys, and drops other
values without naming the entry."""

import re
from pathlib import Path

from .model import Reference, Report
from .tagged import Values, joined, lines_of, reference

TAG = re.compile(r" {0,3}([A-Z][A-Z0-9]) {1,2}-(?: |\Z)(.*)")


def read(path: Path, report: Report) -> list[Reference]:
    """The entries of a file."""
    entries: list[tuple[int, Values]] = []
    is_open = False
    for number, line in enumerate(lines_of(path), 1):
        form = TAG.fullmatch(line)
        if form and form[1] == "TY":
            entries.append((number, [("TY", [form[2]])]))
            is_open = True
        elif form and form[1] == "ER":
            is_open = False
        elif form and is_open:
            entries[-1][1].append((form[1], [form[2]]))
        elif is_open:
            # The value has several lines.
            entries[-1][1][-1][1].append(line)
        elif line.strip():
            report.leave_out("lines outside of entries")
    if is_open:
        report.change(f"{path.name}: line {entries[-1][0]}", "the file ends before the entry does")
    return [reference(f"{path.name}: line {number}", joined(values), report) for number, values in entries]
