"""Makes RIS like that of databases and reference managers, together with the CSL-JSON, the losses and the messages
expected after an import of each entry."""

import json
import random
from dataclasses import dataclass
from typing import Any

Item = dict[str, Any]


@dataclass
class Habit:
    """The lines in the file, the expected CSL-JSON, the values that an import must lose (by the name that its message
    must give), and the expected messages without the file and the place."""

    lines: str
    item: Item
    lost: dict[str, list[str]]
    said: list[str]


@dataclass
class Entry:
    """The key in the file, the place that messages name, the expected CSL-JSON, the expected losses, and the expected
    messages."""

    id: str
    place: str
    item: Item
    lost: dict[str, list[str]]
    said: list[str]


def kept(lines: str, **members: Any) -> Habit:
    return Habit(lines, {name.replace("_", "-"): value for name, value in members.items()}, {}, [])


def lost(lines: str, name: str, value: str, *said: str, **members: Any) -> Habit:
    return Habit(lines, members, {name: [value]}, [*said])


def dated(*ends: list[int]) -> Item:
    return {"date-parts": [*ends]}


WORDS = "Deep neural sparse retrieval for of the in models: systems R&D C++ Ülkü 한글 QLoRA {braces} $5 100% – 'a'"
NAMES = {
    "Doe, Jane": {"family": "Doe", "given": "Jane"},
    "Roe, J. A.": {"family": "Roe", "given": "J. A."},
    "Doe, John, Jr.": {"family": "Doe", "given": "John", "suffix": "Jr."},
    "van den Berg, Anna": {"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"},
    "Ortega y Prado, José": {"family": "Ortega y Prado", "given": "José"},
    "García-Márquez, G.": {"family": "García-Márquez", "given": "G."},
    "Łukasiewicz, J": {"family": "Łukasiewicz", "given": "J"},
    "김, 길동": {"family": "김", "given": "길동"},
    "Example Consortium": {"literal": "Example Consortium"},
    "Institute of Standards and Technology": {"literal": "Institute of Standards and Technology"},
    "Meta AI,": {"literal": "Meta AI"},
    "Müller & Söhne, GmbH": {"literal": "Müller & Söhne, GmbH"},
    "Plato": {"literal": "Plato"},
}
PERIODICALS = ("JOUR", "MGZN", "NEWS")
WHOLE_BOOKS = ("BOOK", "THES")
# For each type, lines about the venue.
TYPES = {
    "JOUR": kept(
        "JF  - A Journal\nJ2  - A. J.",
        type="article-journal",
        container_title="A Journal",
        container_title_short="A. J.",
    ),
    "MGZN": kept("T2  - A Magazine", type="article-magazine", container_title="A Magazine"),
    "NEWS": kept("JO  - The Example", type="article-newspaper", container_title="The Example"),
    "CONF": kept(
        "T2  - Proc. of ACL\nCY  - Seoul",
        type="paper-conference",
        container_title="Proc. of ACL",
        publisher_place="Seoul",
    ),
    "CHAP": kept("T2  - A Book\nPB  - A House", type="chapter", container_title="A Book", publisher="A House"),
    "BOOK": kept("PB  - Smith & Wesson\nCY  - Bern", type="book", publisher="Smith & Wesson", publisher_place="Bern"),
    "THES": kept("PB  - MIT\nM3  - PhD thesis", type="thesis", publisher="MIT", genre="PhD thesis"),
    "RPRT": kept("PB  - NIST\nIS  - R-12", type="report", publisher="NIST", number="R-12"),
    "ELEC": kept("PB  - A Site", type="webpage", publisher="A Site"),
    "COMP": kept("ET  - 1.2", type="software", version="1.2"),
    "DATA": kept("DP  - A provider", type="dataset", source="A provider"),
    "GEN": kept("ST  - Short", type="document", title_short="Short"),
    "NEW": lost("", "type", "NEW", "type: becomes document; NEW is unknown", type="document"),
}
DOI = "10.1890/0012-9658(2006)87[1:ASO]2.0.CO;2"
NO_DOI = 'is not a DOI; write one like "10.1145/3600006.3613165", without https://doi.org/'
DATES = [
    kept("PY  - 1687", issued=dated([1687])),
    kept("PY  - 2020///", issued=dated([2020])),
    kept("Y1  - 2020/05//", issued=dated([2020, 5])),
    kept("PY  - 2020\nDA  - 2020/05/03/", issued=dated([2020, 5, 3])),
    kept("DA  - 2001-05-03", issued=dated([2001, 5, 3])),
    kept("PY  - 2001\nDA  - MAY 3", issued=dated([2001, 5, 3])),
    kept("PY  - 2020/2021", issued=dated([2020], [2021])),
    kept("PY  - 2020\nDA  - 2020/05/03/2020-05-05", issued=dated([2020, 5, 3], [2020, 5, 5])),
    kept("PY  - 2020\nDA  - 2020///Spring", issued={"literal": "Spring 2020"}),
    kept("PY  - in press", issued={"literal": "in press"}),
]
PAGES = [
    kept("SP  - 94\nEP  - 102", page="94-102"),
    kept("SP  - 94-102", page="94-102"),
    kept("SP  - e12", page="e12"),
]
ISSUES = [kept("VL  - 12\nIS  - 3-4", volume="12", issue="3-4"), kept("VL  - XII", volume="XII")]
# An entry has at most one habit of each group.
HABITS: list[list[Habit]] = [
    [
        kept(f"DO  - {DOI}", DOI=DOI),
        kept("DO  - https://doi.org/10.1000/a_b", DOI="10.1000/a_b"),
        kept("DO  - 10.1002/a<b>c", DOI="10.1002/a<b>c"),
        lost("DO  - n/a", "DOI", "n/a", f'DOI: is lost: "n/a" {NO_DOI}'),
        lost(
            "DO  - 10.1000/1\nDO  - 10.1000/2",
            "DO",
            "10.1000/2",
            "DO: is lost: DOI already has another value",
            DOI="10.1000/1",
        ),
    ],
    [
        kept("UR  - https://a.example/100%25/x_y", URL="https://a.example/100%25/x_y"),
        kept("UR  - ftp://a.example/b~c\nY2  - 2021/01/02/", URL="ftp://a.example/b~c", accessed=dated([2021, 1, 2])),
    ],
    [
        kept("KW  - vision\nKW  - two words\nKW  - vision", keyword="vision, two words"),
        kept("KW  - vision\nlanguage", keyword="vision, language"),
    ],
    [
        kept("N1  - A note\nN1  - Another", note="A note\nAnother"),
        kept('N1  - "Quoted", of\ntwo lines', note='"Quoted", of\ntwo lines'),
        kept("RN  - Read it", annote="Read it"),
    ],
    [
        kept("AB  - One\nparagraph, TY - as it is.\n\nAnother.", abstract="One\nparagraph, TY - as it is.\n\nAnother."),
        kept("N2  - We show 5 % more.", abstract="We show 5 % more."),
    ],
    [
        kept("A2  - Roe, Richard\nA2  - et al.", editor=[{"family": "Roe", "given": "Richard"}, {"literal": "others"}]),
        kept(
            "A4  - Dijk, Teun\nA3  - Ser, Ian",
            translator=[{"family": "Dijk", "given": "Teun"}],
            collection_editor=[{"family": "Ser", "given": "Ian"}],
        ),
    ],
    [kept("LA  - English", language="en"), kept("LA  - de-DE", language="de-DE")],
    [
        Habit("DB  - A database\nAN  - 17", {"archive": "A database", "archive_location": "17"}, {}, []),
        kept("CN  - QA 76", call_number="QA 76"),
    ],
    [kept("C2  - PMC17", PMCID="PMC17"), kept("T3  - A Series", collection_title="A Series")],
]
WHY_LOST = {
    "AD": "is the address of an author, and CSL has no variable for it",
    "C1": "CSL has no variable for it",
    "L1": "is a file, and not a URL",
    "ZZ": "CSL has no variable for it",
}
# Rare lines that an import cannot keep.
UNKNOWN = [
    lost("AD  - Here and there", "AD", "Here and there"),
    lost("C1  - 17", "C1", "17"),
    lost("L1  - internal-pdf://a.pdf", "L1", "internal-pdf://a.pdf"),
    lost("ZZ  - What is this", "ZZ", "What is this"),
]
KEYS = ["Doe{}", "doe_study_{}", "{}", "a.tool{}", "1Hq63sZuH{}", "doe:{}/a+b", "한글{}", "WOS:000{}"]
BEGINNING = "Provider: Example\r\nContent: text/plain\n\n"


def make(count: int, seed: int) -> tuple[str, list[Entry]]:
    """The file and its entries."""
    pick = random.Random(seed)
    text, entries = BEGINNING, []
    lines_before = text.count("\n")
    for number in range(count):
        has_key, is_second = number % 25 != 7, number % 50 == 11
        habits = _habits(pick, f"Roe{number}" if not has_key else "")
        item: Item = {}
        entry = Entry("", f"line {lines_before + 1}", item, {}, [])
        for habit in habits:
            item |= habit.item
            entry.lost |= habit.lost
            entry.said += habit.said
        if has_key:
            entry.id = entries[-1].id if is_second else pick.choice(KEYS).format(number)
            entry.place = f"entry {entry.id!r}"
        item["id"] = entry.id
        if is_second:
            item["id"] = f"{entry.id}-2"
            entry.lost["key"] = [entry.id]
            entry.said.append(f"key: becomes {item['id']}; the file has {json.dumps(entry.id, ensure_ascii=False)}")
        elif not has_key:
            item["id"] = f"roe{number}1999"
        type, *fields = [habit.lines for habit in habits if habit.lines]
        key = [f"ID  - {entry.id}"] * has_key
        added = "\n".join([type, *key, *fields, "ER  - ", "", ""])
        text += added
        lines_before += added.count("\n")
        entries.append(entry)
    return text, entries


def _habits(pick: random.Random, only_author: str) -> list[Habit]:
    """The habits of an entry, its type first. If it lacks a key, the import makes one from its author and year."""
    type = pick.choice([*TYPES])
    words = pick.choices(WORDS.split(), k=pick.randint(2, 8))
    at = pick.randint(1, len(words))
    # Some programs break long titles.
    lines = "\n".join(filter(None, [" ".join(words[:at]), " ".join(words[at:])]))
    habits = [kept(f"TY  - {type}"), TYPES[type], kept(f"TI  - {lines}", title=" ".join(words))]
    names = pick.sample([*NAMES], k=pick.randint(1, 5))
    author = [NAMES[name] for name in names]
    if only_author:
        names, author = [f"{only_author}, Ann"], [{"family": only_author, "given": "Ann"}]
    if pick.random() < 0.2:
        names, author = [*names, "et al."], [*author, {"literal": "others"}]
    tag = pick.choice(["AU", "A1"])
    habits.append(kept("\n".join(f"{tag}  - {name}" for name in names), author=author))
    pages = [kept("SP  - 500", number_of_pages="500")] if type in WHOLE_BOOKS else PAGES
    dates = [kept("PY  - 1999", issued=dated([1999]))] if only_author else DATES
    habits.append(pick.choice(dates))
    for group in [pages, ISSUES if type in PERIODICALS else ISSUES[1:], *HABITS]:
        if pick.random() < 0.5:
            habit = pick.choice(group)
            if not habit.lost or pick.random() < 0.3:
                habits.append(habit)
    return [*habits, *([pick.choice(UNKNOWN)] if pick.random() < 0.1 else [])]
