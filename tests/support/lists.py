"""Makes a list of links from a seed, in Markdown like that of a README, and the items that an importer must find."""

import random
from typing import NamedTuple

WORDS = "atlas beacon cipher drift ember flint grove harbor iris juniper kestrel lumen meadow nectar onyx prism".split()
TARGETS = ("https://example.org/{}", "https://example.org/wiki/A_({})", "https://example.org/?q={}&lang=en#top")
# The marks between a name and its description, and those before a name.
SEPARATORS = (" - ", " \u2013 ", ": ", " \u2014 ")
MARKS = ("", "", "", ":rocket: ", "\u2b50 ")


class Item(NamedTuple):
    """An item of the list: the headings above it, and the values of its record."""

    headings: tuple[str, ...]
    title: str
    url: str
    description: str
    links: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]


def list_of_links(seed: int, count: int) -> tuple[str, list[Item]]:
    """The Markdown and its items, under headings of three levels, with prose, badges and plain items between them."""
    chance = random.Random(seed)
    badge = "[![CI](https://ci.example.org/badge.svg)](https://ci.example.org)"
    lines = [f"# Awesome links {badge}", "", "Links to see.", ""]
    items: list[Item] = []
    above = ""  # the title of the item that contains the nested ones
    for number in range(count):
        if number % 40 == 0:
            lines += ["", f"## Field {number // 40 + 1}", "", "What it is about.", ""]
        if number % 10 == 0:
            lines += ["", f"### Topic {number // 10 + 1}", ""]
        item = _item(chance, number)
        if number % 25 == 22:
            lines.append("- Two, of a sort")
        is_below = number % 25 in (22, 23)
        is_nested = is_below or (number % 10 > 0 and number % 25 != 24 and chance.random() < 0.3)
        lines.append(f"{'  ' * is_nested}- {chance.choice(MARKS)}{_written(item, chance)}")
        above = above if is_nested else item.title
        items.append(item._replace(tags=("Two, of a sort",) if is_below else (above,) if is_nested else ()))
    return "\n".join([*lines, ""]), items


def _item(chance: random.Random, number: int) -> Item:
    words = chance.sample(WORDS, 2)
    # Every seventh item has the same name.
    title = "Twin" if number % 7 == 6 else f"{' '.join(words).title()} {number}"
    description = chance.choice(("", f"Finds {words[0]} & {words[1]}", f"A {words[1]}; 100% of `{words[0]}_{number}`"))
    further = tuple(
        (label, f"https://example.org/{number}/{label}") for label in ("code", "slides")[: chance.choice((0, 0, 1, 2))]
    )
    headings = ("Awesome links", f"Field {number // 40 + 1}", f"Topic {number // 10 + 1}")
    return Item(headings, title, chance.choice(TARGETS).format(number), description, further, ())


def _written(item: Item, chance: random.Random) -> str:
    """The item as a line, with any further links in brackets after the name."""
    links = ", ".join(f"[{label}]({url})" for label, url in item.links)
    text = f"[{item.title}]({item.url}){f' ({links})' if links else ''}"
    return text + (chance.choice(SEPARATORS) + item.description if item.description else "")
