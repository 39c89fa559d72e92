"""Turns blocks of HTML in Markdown into blocks of pandoc's syntax tree, with pandoc's own reader of HTML."""

import contextlib
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from .markdown_html import Parser
from .model import ImportFailure
from .pandoc import converted, items_of

# Elements to be read as a whole, even if they contain an empty line or Markdown.
WHOLE = ("ul", "ol", "dl", "table")
# A heading with this and a number as its identifier precedes each segment.
MARK = "refcatalog-segment-"


class Group(list):
    """The blocks of a segment of HTML."""


def read_html(tree: dict[str, Any], file: str) -> None:
    """Replaces HTML in the tree by its contents. Tags without contents stay; so does all HTML if pandoc does not
    return every segment."""
    lists = list(_grouped(tree["blocks"]))
    groups = [block for blocks in lists for block in blocks if isinstance(block, Group)]
    if not groups:
        return
    pieces = []
    for number, group in enumerate(groups):
        mark = {"t": "Header", "c": [6, [f"{MARK}{number}", [], []], []]}
        pieces += [mark, *group]
    found = []
    with contextlib.suppress(ImportFailure):
        found = _split(_flat(converted({**tree, "blocks": _without_notes(pieces)}, file)["blocks"]))
    if len(found) == len(groups):
        for group, blocks in zip(groups, found):
            group[:] = blocks
    for blocks in lists:
        blocks[:] = [inner for block in blocks for inner in (block if isinstance(block, Group) else [block])]


def _grouped(blocks: list[Any]) -> Iterator[list[Any]]:
    """Makes a group of each segment in this list of blocks, then in the quotations and the items of lists outside the
    groups. Yields each of these lists."""
    yield blocks
    for at, block in enumerate(blocks):
        if is_html(block):
            group = _segment(blocks[at:])
            blocks[at : at + len(group)] = [group]
        else:
            for inner in [block["c"]] if block["t"] == "BlockQuote" else items_of(block):
                yield from _grouped(inner)


def is_html(block: Any) -> bool:
    return block["t"] == "RawBlock" and not block["c"][1].lstrip().startswith("<!--")


def _segment(blocks: list[Any]) -> Group:
    """The blocks of the segment that begins with the first block; an unclosed segment extends to the end."""
    structure, group = _Structure(), Group()
    for block in blocks:
        group.append(block)
        if block["t"] == "RawBlock":
            structure.feed(block["c"][1])
        if not structure.open:
            break
    return group


class _Structure(Parser):
    """The lists and tables that are open at the end of its input."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in WHOLE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass


def _without_notes(node: Any) -> Any:
    """The tree without footnotes, which HTML has at the end of the page."""
    if isinstance(node, list):
        return [_without_notes(each) for each in node if not (isinstance(each, dict) and each.get("t") == "Note")]
    if isinstance(node, dict):
        return {name: _without_notes(value) for name, value in node.items()}
    return node


def _flat(blocks: list[Any]) -> list[Any]:
    """The blocks, with each <div> replaced by its contents."""
    return [
        inner for block in blocks for inner in (_flat(block["c"][1]) if block["t"] == "Div" else [block])
    ]


def _split(blocks: list[Any]) -> list[list[Any]]:
    """The blocks after each mark."""
    starts = [block["t"] == "Header" and block["c"][1][0].startswith(MARK) for block in blocks]
    found: list[list[Any]] = [[] for _ in range(sum(starts))]
    for block, is_mark, number in zip(blocks, starts, accumulate(starts)):
        if not is_mark:
            found[number - 1].append(block)
    return found
