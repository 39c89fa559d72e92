"""Makes BibTeX like the files that people keep, together with the CSL-JSON and the messages expected after an import of
each entry."""

import random
from typing import Any

Item = dict[str, Any]
# The fields in the file, the expected CSL-JSON, and the expected messages without the file and the entry.
Habit = tuple[str, Item, list[str]]

WORDS = {
    **{word: word for word in "deep neural sparse retrieval for of the in models systems graphs Ülkü 한글 C++".split()},
    **{
        "{QLoRA}": "QLoRA",
        "{Bayesian}": "Bayesian",
        "R\\&D": "R&D",
        "\\TeX{}": "TeX",
        "{\\'E}tude": "Étude",
        "\\$5": "$5",
    },
    **{
        "$x^2$": "$x^2$",
        "\\emph{E. coli}": "E. coli",
        "``new''": "“new”",
        "100\\%": "100%",
        "a--b": "a–b",
        'K{\\"o}nig': "König",
    },
}
NAMES = {
    "Doe, Jane": {"family": "Doe", "given": "Jane"},
    "Jane Doe": {"family": "Doe", "given": "Jane"},
    "Donald E. Knuth": {"family": "Knuth", "given": "Donald E."},
    "{Institute of Standards and Technology}": {"literal": "Institute of Standards and Technology"},
    "Meta {AI}": {"literal": "Meta AI"},
    "{Example Consortium}": {"literal": "Example Consortium"},
    "Qwen Team": {"literal": "Qwen Team"},
    "Doe, Jr., John": {"family": "Doe", "given": "John", "suffix": "Jr."},
    "Guy Doe Jr.": {"family": "Doe", "given": "Guy", "suffix": "Jr."},
    "van Dijk, II, Teun": {"family": "Dijk", "given": "Teun", "non-dropping-particle": "van", "suffix": "II"},
    "Ludwig van~Beethoven": {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
    "Jos{\\'e} Ortega y Prado": {"literal": "José Ortega y Prado"},
    'M{\\"u}ller, Anna': {"family": "Müller", "given": "Anna"},
    "{\\L}ukasiewicz, J.": {"family": "Łukasiewicz", "given": "J."},
}
# The importer reports these names as kept whole.
IN_DOUBT = frozenset(["Jos{\\'e} Ortega y Prado"])
# The CSL type of each BibTeX type, and fields for the venue with their expected result.
TYPES = {
    "article": ("article-journal", "journal={A Journal}", {"container-title": "A Journal"}),
    "inproceedings": ("paper-conference", "booktitle={{Proc. of ACL}}", {"container-title": "Proc. of ACL"}),
    "incollection": (
        "chapter",
        "booktitle={A Book}, publisher={A House}",
        {"container-title": "A Book", "publisher": "A House"},
    ),
    "book": (
        "book",
        "publisher={Smith \\& Wesson}, address={Bern}",
        {"publisher": "Smith & Wesson", "publisher-place": "Bern"},
    ),
    "phdthesis": ("thesis", "school={MIT}", {"publisher": "MIT", "genre": "PhD thesis"}),
    "techreport": ("report", "institution={NIST}, type={Report}", {"publisher": "NIST", "genre": "Report"}),
    "online": ("webpage", "organization={A Site}", {"publisher": "A Site"}),
    "misc": ("document", "howpublished={Leaflet}", {"publisher": "Leaflet"}),
    "software": ("software", "version={1.2}", {"version": "1.2"}),
}
DOI = "10.1890/0012-9658(2006)87[1:ASO]2.0.CO;2"

# An entry has at most one habit of each group.
HABITS: list[list[Habit]] = [
    [
        ("year=1687", {"issued": {"date-parts": [[1687]]}}, []),
        ("date={2024-05-03}", {"issued": {"date-parts": [[2024, 5, 3]]}}, []),
        ("year=2020, month=may", {"issued": {"date-parts": [[2020, 5]]}}, []),
        ("year={2020}, month={05}, day={3}", {"issued": {"date-parts": [[2020, 5, 3]]}}, []),
        ("year={2024/05}", {"issued": {"date-parts": [[2024, 5]]}}, []),
        ("date={2020/2021}", {"issued": {"date-parts": [[2020], [2021]]}}, []),
        ("year=2019, month=jun # { 5--7}", {"issued": {"date-parts": [[2019, 6, 5], [2019, 6, 7]]}}, []),
        ("year={31st August to 3rd September 2015}", {"issued": {"literal": "31st August to 3rd September 2015"}}, []),
    ],
    [
        ("volume=12, number=3, pages={94--102}", {"volume": "12", "number": "3", "page": "94-102"}, []),
        ("volume={XII}, pages={e12}", {"volume": "XII", "page": "e12"}, []),
        ("edition={2nd}, isbn={978-3-16-148410-0}", {"edition": "2nd", "ISBN": "978-3-16-148410-0"}, []),
    ],
    [
        (f"doi={{{DOI}}}", {"DOI": DOI}, []),
        ("doi={https://doi.org/10.1000/a\\_b}", {"DOI": "10.1000/a_b"}, []),
        ("doi={10.1002/a<b>c}", {"DOI": "10.1002/a<b>c"}, []),
    ],
    [
        ("url={https://a.example/100%25/x\\_y}", {"URL": "https://a.example/100%25/x_y"}, []),
        (
            "url={ftp://a.example/b~c}, urldate={2021-01-02}",
            {"URL": "ftp://a.example/b~c", "accessed": {"date-parts": [[2021, 1, 2]]}},
            [],
        ),
        ("note={\\url{https://a.example/x_y}}", {"URL": "https://a.example/x_y"}, []),
    ],
    [
        ("keywords={vision, two words}", {"keyword": "vision, two words"}, []),
        ("keywords={vision; language}", {"keyword": "vision, language"}, []),
    ],
    [
        ("abstract={One\n  paragraph.\n\n  Another.}", {"abstract": "One\nparagraph.\n\nAnother."}, []),
        ("annote={Read \\textbf{it}}", {"annote": "Read it"}, []),
    ],
    [
        ("series={Lecture Notes in {X}}", {"collection-title": "Lecture Notes in X"}, []),
        (
            "series=unknown",
            {"collection-title": "unknown"},
            ["series: unknown is not defined by any @string, and stays as written"],
        ),
        ("series={\\aap}", {"collection-title": "\\aap"}, ["series: \\aap cannot be converted, and stays as written"]),
        ("series=lncs # { A}", {"collection-title": "Lecture Notes A"}, []),
    ],
    [
        (
            "editor={Roe, Richard and others}",
            {"editor": [{"family": "Roe", "given": "Richard"}, {"literal": "others"}]},
            [],
        )
    ],
    [("langid={ngerman}", {"language": "de"}, []), ("language={english}", {"language": "en"}, [])],
    [
        ("file={:a.pdf:PDF}", {}, []),
        ("timestamp={2020.01.01}", {}, []),
        ("owner={me}, bdsk-url-1={https://b.example/}", {}, []),
    ],
]
# Fields that belong to a program. An import loses and reports them.
OF_PROGRAMS = ("file", "timestamp", "owner", "bdsk-url-1")
KEYS = ["Doe{}", "doe_study_{}", "3GPP-TT{}", "a.tool{}", "1Hq63sZuH{}", "doe:{}/a+b", "한글{}"]
BEGINNING = """@string{LNCS = "Lecture Notes"}
@comment{jabref-meta: databaseType:bibtex;}
% A comment with (parentheses).

"""


def make(count: int, seed: int) -> tuple[str, list[Item], list[str]]:
    """The file, the expected items, and the expected messages, except those about fields of programs."""
    pick = random.Random(seed)
    entries, expected, said = [], [], []
    for number in range(count):
        key = pick.choice(KEYS).format(number)
        type = pick.choice([*TYPES])
        fields, item, lines = _entry(pick, type)
        # Every third type is in upper case, and every second entry ends with a comma, as some programs write them.
        text = ",\n".join(f"  {field}" for field in fields)
        entries.append(f"@{type.upper() if number % 3 == 0 else type}{{{key},\n{text}{',' * (number % 2)}\n}}\n")
        expected.append({"id": key, **item})
        said += [f"entry {key!r}: {line}" for line in lines]
    return BEGINNING + "\n".join(entries), expected, said


def _entry(pick: random.Random, type: str) -> tuple[list[str], Item, list[str]]:
    csl_type, place, item = TYPES[type]
    words = pick.choices([*WORDS], k=pick.randint(2, 8))
    names = pick.sample([*NAMES], k=pick.randint(1, 5))
    has_others = pick.random() < 0.2
    item = {"type": csl_type, "title": " ".join(WORDS[word] for word in words), **item}
    item["author"] = [NAMES[name] for name in names] + [{"literal": "others"}] * has_others
    fields = [f"title={{{' '.join(words)}}}", f"author={{{' and '.join(names + ['others'] * has_others)}}}", place]
    whole = "cannot be split with certainty, and is kept whole"
    said = [f'author: "{NAMES[name]["literal"]}" {whole}' for name in names if name in IN_DOUBT]
    for group in HABITS:
        if pick.random() < 0.5:
            habit_fields, habit_item, habit_said = pick.choice(group)
            fields.append(habit_fields)
            item |= habit_item
            said += habit_said
    if "number" in item:
        in_series = "collection-title" in item and type in ("book", "incollection", "inproceedings")
        item["issue" if type == "article" else "collection-number" if in_series else "number"] = item.pop("number")
    return fields, item, said
