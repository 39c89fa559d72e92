"""The checks of the types of CSL variables. A check returns the value as it is stored, or raises Wrong."""

import difflib
import re

from . import csl
from .catalogue import DateRange
from .checks import (
    Wrong,
    check_date,
    check_each,
    check_form,
    check_one_of,
    check_plain,
    check_prose,
    check_size,
    check_url,
)
from .messages import quoted, shown
from .names import AND_OTHERS, ET_AL, Name, NameList, holds_several, split

# 1706.03762, or cs.CL/0101001, the form used before April 2007.
ARXIV = re.compile(r"\d\d(0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d\d(0[1-9]|1[0-2])\d{3}", re.ASCII)
# After the slash, publishers use any printable characters.
DOI = re.compile(r"10\.[0-9]{4,9}(\.[0-9]+)*/\S+")
# A month as some BibTeX files write it; after the slash of a range comes another year.
MONTH = re.compile(r"([0-9]{4})/(0?[1-9]|1[0-2])")
OTHERS = "others"
NAME_PARTS = ("family", "given", "particle", "dropping-particle", "suffix")

# Examples of the right form, for messages.
NAME_TABLE = '{ family = "Doe", given = "Jane" }'
LITERAL = '{ literal = "..." }'

NO_NAME = f"is not a name; write {shown(OTHERS)} as the last item for those not named"

# Forms of 1.0, and their replacements in 2.0.
OLD_FIELDS = {
    "authors": "author",
    "conference": 'container-title, with type = "paper-conference"',
    "journal": 'container-title, with type = "article-journal"',
    "institution": "publisher",
    "year": "issued",
    "doi": "DOI",
}
OLD_TYPES = {"preprint": "article", "blog_post": "post-weblog"}


def unknown_variable(name: str) -> str:
    """The message for a name that is not a variable."""
    if name in OLD_FIELDS:
        return f"is a field of 1.0; write {OLD_FIELDS[name]}"
    return f"is not a variable of CSL 1.0.2{_meant(name, csl.OTHER_NAMES, (*csl.VARIABLES, 'arxiv', 'type'))}"


def _meant(name: str, other_names: dict[str, str], names: tuple[str, ...]) -> str:
    """The end of a message: the name that is probably meant, if any; `other_names` has synonyms."""
    if name in other_names:
        return f"; write {other_names[name]}"
    by_letters = {_letters(known): known for known in names}
    close = difflib.get_close_matches(_letters(name), by_letters, 1, cutoff=0.75)
    return f"; the nearest is {by_letters[close[0]]}" if close else ""


def _letters(name: str) -> str:
    return name.lower().replace("_", "-")


def check_citation_type(value: object) -> str:
    if isinstance(value, str) and value in OLD_TYPES:
        raise Wrong(f"{shown(value)} is a type of 1.0; write {shown(OLD_TYPES[value])}")
    if isinstance(value, str) and value not in csl.TYPES:
        if meant := _meant(value, csl.OTHER_TYPES, csl.TYPES):
            raise Wrong(f"{shown(value)} is not a type of CSL 1.0.2{meant}")
    return check_one_of(csl.TYPES, value)


def check_variable(value: object) -> str:
    """A line, or a whole number, because people may write an edition or a volume as one."""
    if isinstance(value, str):
        return check_plain(value)
    # Python refuses to convert integers of thousands of digits to text.
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**100:
        return str(value)
    raise Wrong(f"must be a text or a whole number, not {shown(value)}")


def check_arxiv(value: object) -> str:
    return check_form(ARXIV, value, "an arXiv identifier", 'one like "1706.03762", without version')


def check_doi(value: object) -> str:
    right = 'one like "10.1145/3600006.3613165", without https://doi.org/'
    if not check_form(DOI, value, "a DOI", right).isprintable():
        raise Wrong(f"{shown(value)} is not a DOI; write {right}")
    return value


def check_date_range(value: object) -> DateRange:
    """A date, a range of two dates, or words."""
    if isinstance(value, dict) and value.keys() == {"literal"}:
        return DateRange(literal=check_plain(value["literal"]))
    if isinstance(value, str) and (month := MONTH.fullmatch(value)):
        raise Wrong(f'{shown(value)} is not a date; write "{month[1]}-{month[2]:0>2}"')
    ends = value.split("/") if isinstance(value, str) else [value]
    try:
        dates = [check_date(end) for end in ends]
    except Wrong:
        dates = []
    if len(dates) not in (1, 2) or dates[0] > dates[-1]:
        right = f'one like 2024-05-03, "2024-05" or 2024, a range like "2020/2021", or words as in {LITERAL}'
        raise Wrong(f"{shown(value)} is not a date; write {right}")
    return DateRange(*dates)


def check_names(value: object) -> NameList:
    if not isinstance(value, list) or not value:
        raise Wrong(f"must be a list of at least one name, not {shown(value)}")
    has_others = value[-1] == OTHERS
    names = value[:-1] if has_others else value
    if not names:
        raise Wrong(f"needs a name before {shown(OTHERS)}")
    return NameList(check_each([(f"item {at}", name, check_name) for at, name in enumerate(names, 1)]), has_others)


def check_name(value: object) -> Name:
    """A name as one line, which is split, or as a table of its parts."""
    return _name_of_parts(value) if isinstance(value, dict) else split(_check_one_name(value))


def _check_one_name(value: object) -> str:
    if not isinstance(value, str):
        raise Wrong(f"must be a name, or a table of its parts, as in {NAME_TABLE}, not {shown(value)}")
    if AND_OTHERS.fullmatch(_check_whole_name(value)):
        raise Wrong(f"{shown(value)} {NO_NAME}")
    if holds_several(value):
        raise Wrong(f"{shown(value)} is more than one name; give each its own item, or write {LITERAL}")
    if "  " in value:
        raise Wrong(f"{shown(value)} has two spaces in a row; write one")
    return value


def _check_whole_name(value: object) -> str:
    if ET_AL.search(check_plain(value)):
        raise Wrong(f"{shown(value)} {NO_NAME}")
    return value


def _name_of_parts(table: dict) -> Name:
    if "literal" in table:
        if len(table) > 1:
            raise Wrong("has other parts besides literal, which is a whole name")
        return Name(literal=check_each([(".literal", table["literal"], _check_whole_name)])[0])
    parts = ", ".join(NAME_PARTS)
    wrong = [f"has the unknown part {quoted(name)}; the parts are {parts}" for name in table if name not in NAME_PARTS]
    if "family" not in table and not wrong:
        wrong.append(f"has no family; write {LITERAL} for a name without parts")
    names = [name for name in NAME_PARTS if name in table]
    given = check_each([(f".{name}", table[name], check_plain) for name in names], wrong)
    name = Name(**dict(zip((name.replace("-", "_") for name in names), given)))
    check_size(name.full)
    return name


CHECKS = {
    "citation_type": check_citation_type,
    "variable": check_variable,
    "variable_prose": check_prose,
    "variable_url": check_url,
    "arxiv": check_arxiv,
    "doi": check_doi,
    "date_range": check_date_range,
    "names": check_names,
}
