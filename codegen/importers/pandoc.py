"""Gets the syntax tree of a Markdown text from pandoc."""

import json
import re
import shutil
import subprocess
from typing import Any

from .model import ImportFailure

# GitHub's Markdown. Of all pandoc's readers, this one keeps the most of a README. The others treat dollars as
# mathematics, leave bare URLs as text, or reject tables without bars at their edges.
READER = "gfm"
# pandoc's time and memory grow with the square of the number of links in a paragraph, and linearly otherwise.
MOST_LINKS_IN_A_LINE = 1_000
SECONDS = 600
# In HTML, they grow exponentially with the depth of nested lists that are never closed.
SECONDS_OF_HTML = 20
MEGABYTES, MEGABYTES_OF_A_MEGABYTE = 400, 800
EXHAUSTED = "Heap exhausted"
POSITION = re.compile(r"([0-9]+):([0-9]+)$")


def syntax_tree(text: str, file: str, reader: str = READER) -> dict[str, Any]:
    """The syntax tree, with `meta` and `blocks`. If the beginning only resembles metadata, it is read as text."""
    if not shutil.which("pandoc"):
        raise ImportFailure(f"{file}: Markdown needs the program pandoc; on Debian: apt-get install pandoc")
    for number, line in enumerate(text.split("\n"), 1):
        if line.count("](") > MOST_LINKS_IN_A_LINE:
            raise ImportFailure(f"{file}: line {number}: has more than {MOST_LINKS_IN_A_LINE} links; split it")
    said = _run(text, file, "--from", reader, "--to", "json")
    if said.returncode != 0 and reader == READER and "YAML" in said.stderr:
        said = _run(text, file, "--from", f"{READER}-yaml_metadata_block", "--to", "json")
    return json.loads(_output(said, file))


def converted(tree: dict[str, Any], file: str) -> dict[str, Any]:
    """The tree that pandoc reads back from the HTML that it writes for this one."""
    page = _run(json.dumps(tree), file, "--from", "json", "--to", "html", "--wrap", "preserve", "--no-highlight")
    read = _run(_output(page, file), file, "--from", "html+raw_html", "--to", "json", seconds=SECONDS_OF_HTML)
    return json.loads(_output(read, file))


def _output(said: subprocess.CompletedProcess, file: str) -> str:
    if EXHAUSTED in said.stderr:
        raise ImportFailure(f"{file}: pandoc ran out of memory; split its longest paragraphs")
    if said.returncode != 0:
        raise ImportFailure(f"{file}: pandoc cannot read it: {' '.join(said.stderr.split())[:200]}")
    return said.stdout


def _run(text: str, file: str, *options: str, seconds: float | None = None) -> subprocess.CompletedProcess:
    seconds = seconds or SECONDS
    memory = MEGABYTES + MEGABYTES_OF_A_MEGABYTE * len(text) // 1_000_000
    command = ["pandoc", "+RTS", f"-M{memory}M", "-RTS", "--sandbox", *options]
    try:
        return subprocess.run(
            command, input=text, capture_output=True, encoding="utf-8", timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise ImportFailure(f"{file}: pandoc did not finish within {seconds} seconds") from None


def cut_rows(text: str, file: str) -> set[tuple[int, int]]:
    """The rows that have more cells than their table has columns, by the number of the table and of the row. GitHub's
    Markdown drops the extra cells silently, but the file has their text after the end of the last cell."""
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
    """Every table, in order, including those inside lists and quotations."""
    found, waiting = [], [blocks]
    while waiting:
        node = waiting.pop()
        match node:
            case {"t": "Table", "c": content}:
                found.append(content)
            case {"c": content}:
                waiting.append(content)
            case list():
                waiting += reversed(node)
    return found


def blocks_in(block: Any) -> list[Any]:
    """The blocks that a block holds."""
    kind, content = block["t"], block.get("c")
    if kind == "Div":
        return content[1]
    if kind == "BlockQuote":
        return content
    if kind == "Table":
        return [inner for row in head_of(content) + rows_of(content) for cell in row for inner in cell]
    return [inner for item in items_of(block) for inner in item]


def items_of(block: Any) -> list[list[Any]]:
    """The blocks of each item of a list; in a definition list, the term with its definitions."""
    kind, content = block["t"], block.get("c")
    if kind == "DefinitionList":
        return [
            [{"t": "Plain", "c": [*term, {"t": "Str", "c": ":"}]}, *(block for blocks in said for block in blocks)]
            for term, said in content
        ]
    return {"BulletList": content, "OrderedList": content and content[-1]}.get(kind, [])


def rows_of(table: list[Any]) -> list[list[Any]]:
    """The rows below the head of a table, each a list of cells with their blocks."""
    return _spread([row for body in table[4] for row in (*body[2], *body[3])] + table[5][1])


def head_of(table: list[Any]) -> list[list[Any]]:
    """The rows of the head of a table, likewise."""
    return _spread(table[3][1])


def _spread(rows: list[Any]) -> list[list[Any]]:
    """The cells of each row. A cell that is several rows high is in each of these rows; empty cells follow a cell that
    is several columns wide."""
    hanging: dict[int, tuple[int, list[Any]]] = {}  # by column: how many more rows a cell covers, and its blocks
    spread = []
    for _, cells in rows:
        row: list[Any] = []
        waiting = iter(cells)
        while True:
            left, blocks = hanging.get(len(row), (0, []))
            if left:
                hanging[len(row)] = (left - 1, blocks)
                row.append(blocks)
            elif cell := next(waiting, None):
                _, _, height, width, blocks = cell
                for content in (blocks, *[[]] * (width - 1)):
                    hanging[len(row)] = (height - 1, content)
                    row.append(content)
            else:
                break
        spread.append(row)
    return spread


def _ends(node: Any) -> list[tuple[int, int]]:
    """The positions in the file where the pieces of a row end."""
    ends, waiting = [], [node]
    while waiting:
        node = waiting.pop()
        match node:
            case {"c": content}:
                waiting.append(content)
            case ["data-pos", str(place)] if end := POSITION.search(place):
                ends.append((int(end[1]), int(end[2])))
            case list():
                waiting += node
    return ends
