"""Asks pandoc for the syntax tree of a text in Markdown."""

import json
import re
import shutil
import subprocess
from typing import Any

from .model import ImportFailure

# GitHub's Markdown. Of pandoc's readers this one keeps most of a README: the others take dollars for mathematics, leave
# bare URLs as text, or know no tables without marks at their edges.
READER = "gfm"
SECONDS = 600
POSITION = re.compile(r"([0-9]+):([0-9]+)$")


def syntax_tree(text: str, file: str, reader: str = READER) -> dict[str, Any]:
    """The text as its `meta` and `blocks`. What begins like metadata and is none is taken for text."""
    if not shutil.which("pandoc"):
        raise ImportFailure(f"{file}: Markdown needs the program pandoc; on Debian: apt-get install pandoc")
    said = _run(text, file, reader)
    if said.returncode != 0 and reader == READER and "YAML" in said.stderr:
        said = _run(text, file, f"{READER}-yaml_metadata_block")
    if said.returncode != 0:
        raise ImportFailure(f"{file}: pandoc cannot read it: {' '.join(said.stderr.split())[:200]}")
    try:
        return json.loads(said.stdout)
    except RecursionError:
        raise ImportFailure(f"{file}: is nested too deeply") from None


def _run(text: str, file: str, reader: str) -> subprocess.CompletedProcess:
    command = ["pandoc", "--sandbox", "--from", reader, "--to", "json"]
    try:
        return subprocess.run(
            command, input=text, capture_output=True, encoding="utf-8", errors="replace", timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise ImportFailure(f"{file}: pandoc has not read it in {SECONDS} seconds") from None


def cut_rows(text: str, file: str) -> set[tuple[int, int]]:
    """The rows that have more cells than their table has columns, by the number of the table and of the row. In
    GitHub's Markdown these are left out without a word; where the last cell ends, something is left."""
    lines = text.split("\n")
    cut = set()
    for table, block in enumerate(tables_in(syntax_tree(text, file, f"{READER}+sourcepos")["blocks"])):
        for number, row in enumerate(rows_of(block)):
            ends = _ends(row)
            if ends:
                line, column = max(ends)
                if lines[line - 1][column - 1:].strip(" \t\r|\\"):
                    cut.add((table, number))
    return cut


def tables_in(blocks: Any) -> list[Any]:
    """Every table, in its order, also those inside lists and quotations."""
    found, waiting = [], [blocks]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if node.get("t") == "Table":
                found.append(node["c"])
            elif "c" in node:
                waiting.append(node["c"])
        elif isinstance(node, list):
            waiting += reversed(node)
    return found


def rows_of(table: list[Any]) -> list[Any]:
    """The rows below the head of a table, each a list of cells with their blocks."""
    return [[cell[4] for cell in cells] for body in table[4] for _, cells in body[3]]


def _ends(node: Any) -> list[tuple[int, int]]:
    """Where the pieces end that a row is made of."""
    ends, waiting = [], [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            waiting.append(node.get("c"))
        elif isinstance(node, list):
            if len(node) == 2 and node[0] == "data-pos" and (end := POSITION.search(str(node[1]))):
                ends.append((int(end[1]), int(end[2])))
            waiting += node
    return ends
