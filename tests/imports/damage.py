"""Damages CSL-JSON at random: what every import has to bear."""

import copy
import json
import random
from typing import Any

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
    """The items with some members taken out, renamed, or replaced by what is strange."""
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
    """The text with some bytes taken out, doubled or replaced."""
    content = bytearray(text.encode())
    for _ in range(pick.randint(1, 4)):
        at = pick.randrange(len(content))
        end = at + pick.choice([1, 1, 2, 5, 1000])
        content[at:end] = pick.choice([b"", content[at:end] * 2, bytes([pick.randrange(256)]), b'"', b"{", b"]", b"\\"])
    return bytes(content)
