"""Tells family names from given names, where that is certain."""

import re

INITIAL = re.compile(r"(\w\.)+")


def family_name(name: str, known: dict[str, str]) -> str:
    """The end of the name that is the family name; empty where it is in doubt, or the name is not a person's.

    It is certain where `known` has it, for a name of two words, for one with nothing but initials in between ("Aidan N.
    Gomez"), and for one with a particle in lower case, which begins the family name ("George van den Driessche")."""
    if name in known:
        return known[name] if known[name] != name else ""
    _, *others = name.split(" ")
    if not others or "," in name or not others[-1][:1].isupper():
        return ""
    for index, word in enumerate(others):
        if word[:1].islower():
            return " ".join(others[index:])
    if all(INITIAL.fullmatch(word) for word in others[:-1]):
        return others[-1]
    return ""
