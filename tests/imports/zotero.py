"""Makes CSL-JSON like that of Zotero and Better BibTeX, with the habits of their users, together with the CSL-JSON and
the messages expected after an import of each item."""

import random
from typing import Any

WORDS = (
    "deep neural sparse Bayesian retrieval for of the in models systems graphs Ülkü 한글 QLoRA R&D C++ <i>E. coli</i> $5"
).split()
FAMILIES = [
    "Doe",
    "Müller",
    "Ortega y Prado",
    "O'Neil",
    "García-Márquez",
    "Kim",
    "Łukasiewicz",
    "de Sá",
    "Al-Khatib",
    "Nguyễn",
]
GIVENS = ["Jane", "J.", "José Raúl", "A. N.", "Jean-Luc", "Gil-dong", "Łukasz", "Mary Ann"]
TYPES = [
    "article-journal",
    "paper-conference",
    "chapter",
    "book",
    "thesis",
    "report",
    "webpage",
    "patent",
    "standard",
    "speech",
    "software",
    "dataset",
    "article",
    "post-weblog",
    "legal_case",
]

Item = dict[str, Any]
# The members in the file, the expected members, and the expected messages without the file and the entry.
Habit = tuple[Item, Item, list[str]]


def same(**members: Any) -> Habit:
    """Members that must come back unchanged."""
    item = {name.replace("_", "-"): value for name, value in members.items()}
    return item, item, []


def other(given: Item, right: Item, *said: str) -> Habit:
    return given, right, [*said]


DOI = "10.1890/0012-9658(2006)87[1:ASO]2.0.CO;2"
ARXIV = "arXiv:1706.03762"
NO_URL = 'is not a URL; write an absolute one, like "https://example.org/" or "doi:10.1000/1"'

# An item has at most one habit of each group.
HABITS: list[list[Habit]] = [
    [  # names of further roles
        same(editor=[{"family": "Roe", "given": "Richard"}, {"literal": "others"}]),
        same(
            editor=[{"literal": "Institute of Standards and Technology"}],
            translator=[{"family": "Dijk", "given": "Teun", "non-dropping-particle": "van", "suffix": "II"}],
        ),
        same(collection_editor=[{"family": "Vigny", "given": "Alfred", "dropping-particle": "de"}]),
        same(editor=[{"literal": "Example Consortium"}, {"literal": "Meta AI"}, {"family": "Plato"}]),
        other(
            {"editor": [{"given": "Plato"}]},
            {"editor": [{"literal": "Plato"}]},
            'editor: "Plato" has no family name, and is kept whole',
        ),
        other(
            {"director": [{"family": "Roe", "given": "Ann", "static-ordering": False}]},
            {"director": [{"family": "Roe", "given": "Ann"}]},
        ),
    ],
    [  # dates
        same(issued={"date-parts": [[1687]]}),
        other({"issued": {"date-parts": [["2024", 5, "3"]]}}, {"issued": {"date-parts": [[2024, 5, 3]]}}),
        other({"issued": {"date-parts": [["2024", "5"]]}}, {"issued": {"date-parts": [[2024, 5]]}}),
        same(issued={"date-parts": [[2020], [2021]]}),
        same(issued={"literal": "31st August to 3rd September 2015"}),
        other({"issued": {"raw": "2019-11"}}, {"issued": {"date-parts": [[2019, 11]]}}),
        other(
            {"issued": {"raw": "in press"}},
            {"issued": {"literal": "in press"}},
            'issued: is kept as words, "in press"',
        ),
        other(
            {"issued": {"date-parts": [[2018]], "season": 3}},
            {"issued": {"date-parts": [[2018]]}},
            'issued: is lost: the season "3" has no place in a date',
        ),
        other(
            {"issued": {"date-parts": [[1999]], "circa": True}},
            {"issued": {"date-parts": [[1999]]}},
            "issued: is lost: the circa true has no place in a date",
        ),
    ],
    [same(accessed={"date-parts": [[2024, 1, 31]]}), same(event_date={"date-parts": [[2021, 7, 18], [2021, 7, 24]]})],
    [  # URLs
        same(URL="https://example.org/a?b=c&d=%20#e"),
        same(URL="ftp://example.org/a.pdf"),
        other({"URL": "https://example.org/한 글"}, {"URL": "https://example.org/%ED%95%9C%20%EA%B8%80"}),
        other({"URL": "www.example.org/a"}, {}, f'URL: is lost: "www.example.org/a" {NO_URL}'),
    ],
    [
        same(DOI=DOI),
        same(DOI="10.1101/2020.01.01.123456"),
        same(DOI="10.1002/a<b>c"),
        other({"DOI": f"https://doi.org/{DOI}"}, {"DOI": DOI}),
        other(
            {"DOI": "n/a"},
            {},
            'DOI: is lost: "n/a" is not a DOI; write one like "10.1145/3600006.3613165", without https://doi.org/',
        ),
    ],
    [  # arXiv; each habit gives a type, since the number depends on it
        same(type="article", number=ARXIV),
        other(
            {"type": "article", "archive": "arXiv", "archive_location": "1706.03762"},
            {"type": "article", "archive": "arXiv", "archive_location": "1706.03762", "number": ARXIV},
        ),
        other({"type": "blog"}, {"type": "document"}, 'type: is lost: "blog" is not a type of CSL 1.0.2'),
    ],
    [  # notes
        other(
            {"note": "arXiv: 1706.03762\ntex.eprintclass: cs.CL\nPMID: 1"},
            {"note": "arXiv: 1706.03762\ntex.eprintclass: cs.CL", "PMID": "1"},
        ),
        same(note='A note "quoted", with \\alpha and 100 %'),
        same(note="Published as\narXiv:2106.09685", type="article-journal"),
        other({"note": "One.\r\n\r\n  Two.\n"}, {"note": "One.\n\n  Two."}),
    ],
    [  # aliases of the schema
        other(
            {"shortTitle": "S", "journalAbbreviation": "J. Ex.", "event": "A conference"},
            {"title-short": "S", "container-title-short": "J. Ex.", "event-title": "A conference"},
        ),
        same(title_short="S", container_title_short="J. Ex.", event_title="A conference", event_place="Seoul"),
    ],
    [  # numbers, which many programs write without quotation marks
        other({"volume": 12, "issue": 3, "page": "94-102"}, {"volume": "12", "issue": "3", "page": "94-102"}),
        same(volume="XII", issue="3-4", page="e1002, 7", number="R-12", edition="2nd", number_of_pages="300"),
    ],
    [
        same(
            ISBN="978-3-16-148410-0",
            ISSN="1234-5678",
            PMID="1",
            PMCID="PMC1",
            language="de-DE",
            call_number="QA 76",
            genre="PhD thesis",
        ),
        other({"ISSN": ["1234-5678", "8765-4321"]}, {"ISSN": "1234-5678, 8765-4321"}),
    ],
    [other({"keyword": "a b;c"}, {"keyword": "a b, c"}), same(keyword="vision, language")],
    [other({"custom": {"x": 1}}, {}), other({"system_id": "zotero|1"}, {})],
    [
        same(abstract="One paragraph.\n\nAnother one, " + "with many words, " * 20 + "and its end."),
        same(abstract="We show \\(x^2\\) \"here\" and 'there'."),
        other(
            {"abstract": "Cafe\u0301\u2028 and\u200b more"},
            {"abstract": "Café\n and more"},
            "abstract: is lost: the control character U+200B; the rest of the text is kept",
        ),
    ],
    [
        same(
            container_title="Proceedings of the <b>21st</b> Conference",
            publisher="A & B",
            publisher_place="Berlin: West",
            collection_title="Big Series",
        ),
        other({"container-title": "  Journal\n of   X "}, {"container-title": "Journal of X"}),
    ],
]

KEYS = [
    "Doe{}",
    "doe_study_{}",
    "3GPP-TT{}",
    "a.tool{}",
    "1Hq63sZuH{}",
    "doe:{}/a+b",
    "http://zotero.org/users/1/items/ABC{}",
    "한글{}",
]


def make(count: int, seed: int) -> tuple[list[Item], list[Item], list[str]]:
    """The items, their expected output, and the expected messages, except those about `custom` and `system_id`."""
    pick = random.Random(seed)
    items, expected, said = [], [], []
    for number in range(count):
        key = pick.choice(KEYS).format(number)
        given, right, lines = _item(pick)
        items.append({"id": number + 10_000, **given} if number % 50 == 7 else {"id": key, **given})
        id = str(items[-1]["id"])
        expected.append({"id": id, "type": "document", **right})
        said += [f"entry {id!r}: {line}" for line in lines]
    return items, expected, said


def _item(pick: random.Random) -> Habit:
    title = " ".join(pick.choices(WORDS, k=pick.randint(2, 9)))
    item = {"type": pick.choice(TYPES), "title": title, "author": _names(pick)}
    given, right, said = dict(item), dict(item), []
    if pick.random() < 0.1:
        del given["author"], right["author"]
    for group in HABITS:
        if pick.random() < 0.5:
            continue
        habit_given, habit_right, habit_said = pick.choice(group)
        if (not habit_right or habit_said) and pick.random() < 0.8:
            continue  # values that an import cannot keep are rare
        if {"note", "type"} <= habit_given.keys() and right["type"] in ("article", "document"):
            continue  # the type of the note would replace the item's own
        given |= habit_given
        right |= habit_right
        said += habit_said
    if "archive" in right and right["number"] != ARXIV:  # the library then writes it into the note
        right["note"] = "\n".join([*filter(None, [right.get("note")]), ARXIV])
    return given, right, said


def _names(pick: random.Random) -> list[Item]:
    names = [{"family": pick.choice(FAMILIES), "given": pick.choice(GIVENS)} for _ in range(pick.randint(1, 6))]
    return names + [{"literal": "others"}] * (pick.random() < 0.1)
