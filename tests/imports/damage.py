"""Damages files of every imported format at random."""

import copy
import json
import random
from typing import Any

from tests.codegen import test_import_endnote as endnote
from tests.imports import bibliography, zotero

RIS = """TY  - JOUR
ID  - Doe2001
AU  - Doe, Jane
AU  - Example Consortium
TI  - The Title
JF  - A Journal
PY  - 2020
DA  - 2020/05/03/
SP  - 1
EP  - 20
DO  - 10.1234/a
UR  - https://a.example/
KW  - one
N2  - One
line.
SN  - 1234-5679
ER  - 

"""

TABLE = """Title,Authors,Year,Link,Tags
"One; the first",Jane Doe,1999,https://a.example/,a; b
Two,"Jane ""J."" Doe",2001,"https://b.example/?x=1&y=2",b
"Three
lines",\u00c9va T\u00f3th,2002,https://c.example/,
"""

MARKDOWN = """---
title: A list
---
# Part

## Papers <a name="papers"></a>

| Title | Authors | Year | Link |
|:---|---|--:|---|
| **One** \\| [first](https://a.example/1) | Jane Doe | 1999 | [arXiv](https://a.example/) |
| `Two` | \u00c9va T\u00f3th | 2001 | <https://b.example/> |

## Tools

- [A tool](https://c.example/ "title") - does *this* and that. ![badge](https://d.example/x.svg)
  - [Part of it](https://e.example/), see [this][x]
- <b>Another</b>: https://f.example/

[x]: https://g.example/
"""

MAPPING = """"Title" = "title"
"Authors" = ["authors", "author"]
"Year" = "year"
[categories]
"list" = "papers"
[kinds]
"list" = "paper"
"""

STRANGE = [
    *(
        None,
        True,
        False,
        0,
        -1,
        1e400,
        10**30,
        "",
        " ",
        "\n",
        "x" * 70_000,
        "\x00",
        "\ud800",
        "\u202e",
        "a\u0301",
        "others",
        "et al.",
    ),
    *(
        [],
        {},
        [[]],
        [{}],
        [None],
        [[None]],
        [[[2024]]],
        {"literal": []},
        {"family": {}},
        {"family": " ", "given": "A"},
        "]",
        "'''",
    ),
    *(
        {"date-parts": [[2024, 13, 99]]},
        {"date-parts": [["x"], [], [1]]},
        {"date-parts": "2024"},
        {"raw": ["x"]},
        {"literal": "\\"},
    ),
    *(
        [{"literal": "others"}],
        ["Doe, Jane and Roe, Ann"],
        [{"family": "et al."}],
        "a; b; a",
        '"""',
        "\\u0000",
        "arXiv:1706.03762",
    ),
    *(
        "https://arxiv.org/abs/2106.09685",
        "http://",
        "www.a.example",
        "10.1234/\u200b",
        "book",
        "2024-02-30",
        "0000",
        "9999/0001",
    ),
]


def damaged_items(items: list[dict[str, Any]], pick: random.Random) -> str:
    """The items with some members removed, renamed, or replaced with strange values."""
    changed = json.loads(json.dumps(items))
    for _ in range(pick.randint(1, 3 * len(items))):
        at = pick.randrange(len(changed))
        item = changed[at]
        if not isinstance(item, dict) or not item or pick.random() < 0.03:
            changed[at] = copy.deepcopy(pick.choice(STRANGE))
            continue
        name = pick.choice([*item])
        action = pick.random()
        if action < 0.1:
            del item[name]
        elif action < 0.2:
            item[
                pick.choice(["type", "id", "author", "issued", "note", "URL", "DOI", "keyword", name.upper(), "\n", ""])
            ] = item.pop(name)
        elif action < 0.3:
            item["id"] = pick.choice(["a", "a b", "A", "a-2", "a-3"])
        else:
            item[name] = copy.deepcopy(pick.choice(STRANGE))
    return json.dumps(changed)


def damaged_bytes(text: str, pick: random.Random) -> bytes:
    """The text with some bytes removed, doubled or replaced."""
    content = bytearray(text.encode())
    for _ in range(pick.randint(1, 4)):
        at = pick.randint(0, len(content))
        end = at + pick.choice([1, 1, 2, 5, 1000])
        content[at:end] = pick.choice([b"", content[at:end] * 2, bytes([pick.randrange(256)]), b'"', b"{", b"]", b"\\"])
    return bytes(content)


def files() -> dict[str, tuple[str, float, float]]:
    """By file name: the undamaged text, and the least and the greatest share of damaged files that may be imported."""
    items = zotero.make(5, seed=1)[0]
    return {
        "list.json": (json.dumps(items, ensure_ascii=False), 0.05, 0.95),
        "list.bib": (bibliography.make(5, seed=1)[0], 0.5, 1),
        "list.ris": (RIS * 3, 0.7, 1),
        "list.enw": (endnote.LINES * 3, 0.6, 1),
        "list.xml": (endnote.XML.format(endnote.RECORD * 3), 0.01, 0.5),
        "list.md": (MARKDOWN, 0.5, 1),
        "list.csv": (TABLE, 0.3, 1),
        "list.tsv": (TABLE.replace(",", "\t"), 0.3, 1),
        "mapping.toml": (MAPPING, 0.01, 0.5),
    }
