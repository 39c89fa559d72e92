"""Catalogues for tests, as nested dictionaries by file name. Tests change a small valid one and write it as TOML."""

import datetime
import re

from codegen import csl
from codegen.kinds_reader import read_kinds
from codegen.source import Source
from tests.support.running import ROOT

# The standard kinds by name. Every catalogue has them.
STANDARD_KINDS = read_kinds(Source(ROOT / "data"))

DELETED = object()

# A catalog.toml with one category, as text. `kind` is the kind of its records.
ONE_CATEGORY = """
title = "A list"

[[part]]
title = "All of it"

[[category]]
id = "all"
title = "All"
kind = "{kind}"
"""

# The characters that a TOML text in ASCII must escape, and those that are safer escaped.
UNSAFE = re.compile(r'[^ -~]|["\\]')


class Toml(str):
    """A value written unchanged, for data that the dictionaries below cannot express."""


def small_catalogue() -> dict:
    """A valid catalogue with a category of every kind, as nested dictionaries by file name."""
    return {"catalog.toml": _catalog(), **_records(), "reading_order.toml": _reading_order()}


def _catalog() -> dict:
    return {
        "languages": ["ko", "en"],
        "title": two("참고 자료", "References"),
        "part": [{"number": "C.1", "title": "Papers"}, {"number": "C.2", "title": "The rest"}],
        "category": [
            _category("attention", "C.1.1", "paper"),
            _category("scaling", "C.1.2", "paper"),
            _category("models", "C.2.1", "repository"),
            _category("benchmarks", "C.2.2", "dataset"),
            _category("lectures", "C.2.3", "course"),
            _category("blogs", "C.2.4", "blog"),
            _category("posts", "C.2.5", "post"),
            _category("forums", "C.2.6", "community"),
            _category("textbooks", "C.2.7", "book"),
            _category("services", "C.2.8", "tool"),
            # This category has no records, so a mistake in it cannot cause another one in a record.
            _category("shelf", "C.2.9", "tool"),
        ],
    }


def _records() -> dict:
    return {
        "papers.toml": {
            "paper": [
                _paper(1, "paper-one", "attention", 2017),
                _paper(2, "paper-two", "attention", 2019),
                _paper(3, "paper-three", "scaling", 2019),
                _paper(4, "paper-four", "scaling", 2023),
            ]
        },
        "repositories.toml": {
            "repository": [_record("repo", "models", name="Repo", description=two("모델", "A model"))]
        },
        "datasets.toml": {
            "dataset": [_record("data", "benchmarks", name="Data", description=two("자료", "A data set"))]
        },
        "courses.toml": {
            "course": [
                _record(
                    "course",
                    "lectures",
                    title="Course",
                    provider="University",
                    instructors=two("여러 연사", "Many speakers"),
                    topic=two("주제", "A topic"),
                )
            ]
        },
        "blogs.toml": {
            "blog": [
                _record("blog", "blogs", name="Blog", author=two("저자", "An author"), content=two("내용", "Content"))
            ]
        },
        "posts.toml": {
            "post": [_record("post", "posts", title="Post", author="An author", topic=two("주제", "A topic"))]
        },
        "communities.toml": {
            "community": [
                _record("forum", "forums", name=two("모임", "Forum"), description=two("설명", "A description"))
            ]
        },
        "books.toml": {
            "book": [
                _record(
                    "book",
                    "textbooks",
                    title=two("책", "Book"),
                    author=two("저자", "An author"),
                    features=two("특징", "Features"),
                )
            ]
        },
        "tools.toml": {"tool": [_record("tool", "services", name="Tool", purpose=two("용도", "A purpose"))]},
    }


def _reading_order() -> dict:
    return {
        "stage": [
            {
                "name": two("기초", "Foundations"),
                "duration": "1 week",
                "step": [
                    {"number": 1, "label": "One", "by": "Someone", "note": "First", "entries": ["paper-one"]},
                    {"number": 2, "note": two("다음", "Second"), "entries": ["blog", "paper-three"]},
                    {"number": 3, "note": "Third", "entries": ["repo"]},
                ],
            },
            {
                "name": "Core",
                "duration": "2 weeks",
                "step": [
                    {"number": 4, "note": "Fourth", "entries": ["book"]},
                    {"note": "Any time", "entries": ["tool"]},
                ],
            },
        ]
    }


def _category(id, number, kind):
    title = "title" if kind in ("paper", "course", "post", "book") else "name"
    columns = [column("key", "#"), column(title, two("제목", "Title")), column("link", "A link")]
    return {"id": id, "number": number, "title": id.upper(), "kind": kind, "columns": columns}


def _paper(number, key, category, year):
    return {
        "key": key,
        "category": category,
        "title": f"Paper {number}: A Title",
        "short_title": f"Paper {number}",
        "authors": "Someone et al.",
        "year": year,
        "summary": two(f"요약 {number}", f"Summary {number}"),
        "contribution": two(f"기여 {number}", f"Contribution {number}"),
        "link_label": "a link",
        "url": f"https://papers.example/{number}",
    }


def _record(key, category, **fields):
    return {"key": key, "category": category, **fields, "link_label": "a link", "url": f"https://{key}.example/"}


def two(korean: str, english: str) -> dict:
    return {"ko": korean, "en": english}


def column(field: str, heading: str | dict) -> dict:
    return {"field": field, **(heading if isinstance(heading, dict) else {"heading": heading})}


def changed(*changes: tuple) -> dict:
    """The small catalogue after changes of the form (file, key or index, ..., value). DELETED removes the value."""
    catalogue = small_catalogue()
    for *path, last, value in changes:
        place = catalogue
        for step in path:
            place = place[step]
        if value is DELETED:
            del place[last]
        elif isinstance(place, list) and last == len(place):
            place.append(value)
        else:
            place[last] = value
    return catalogue


def informed(*changes: tuple) -> dict:
    """The small catalogue with these changes, and with every type of fact beyond the original in some record."""
    repository, course = ("repositories.toml", "repository", 0), ("courses.toml", "course", 0)
    book = ("books.toml", "book", 0)
    return changed(
        ("catalog.toml", "facts_as_of", "2026-11"),
        ("catalog.toml", "notes_title", two("보충", "Notes")),
        *(("papers.toml", "paper", row, "citation", citation) for row, citation in enumerate(_citations())),
        ("papers.toml", "paper", 1, "correction", [correction("authors"), {"cell": "year", "fact": "2018"}]),
        (*repository, "status", "renamed"),
        (*repository, "current_url", "https://repo.example/renamed"),
        (*repository, "status_note", two("새 이름", "A new name")),
        (*repository, "correction", [correction("link")]),
        ("datasets.toml", "dataset", 0, "status", "active"),
        (*course, "status", "moved"),
        (*course, "current_url", "https://course.example/moved"),
        (*course, "tags", ["심층 학습", "free"]),
        ("blogs.toml", "blog", 0, "status", "archived"),
        ("blogs.toml", "blog", 0, "status_note", "2024"),
        ("posts.toml", "post", 0, "status", "closed"),
        ("communities.toml", "community", 0, "status", "unknown"),
        (*book, "citation", {**every_variable(), "type": "book", "arxiv": "1706.03763"}),
        (*book, "tags", ["unused"]),
        ("tools.toml", "tool", 0, "correction", [correction("link")]),
        *changes,
    )


def _citations() -> tuple[dict, ...]:
    """The citations of the first three papers: a preprint, a conference paper and a report. The fourth has none."""
    return (
        {"type": "article", "author": ["Ada Lovelace", "The Example Team"], "arxiv": "1706.03762"},
        {
            "type": "paper-conference",
            "title": "Paper 2: A Title in Full",
            "author": ["Evans, Mary Ann", "Ada Lovelace", "José de Las Casas", "José Raúl Capablanca", "others"],
            "editor": [{"family": "Lee", "given": "A."}],
            "arxiv": "1810.04805",
            "container-title": "NAACL",
            "volume": 1,
            "page": "4171-4186",
            "issued": 2019,
            "DOI": "10.18653/v1/N19-1423",
        },
        {
            "type": "report",
            "author": ["Ada Lovelace"],
            "publisher": "An Institute",
            "genre": "A report",
            "issued": 2020,
        },
    )


# Names in every form that a citation can have.
NAMES = (
    ["Ada Lovelace"],
    ["Ada Lovelace", "others"],
    ["Doe, Jr., John", "Ludwig van Beethoven"],
    [{"family": "Berg", "given": "A.", "particle": "van den", "dropping-particle": "von", "suffix": "Jr."}],
    [{"family": "Humboldt", "given": "A.", "dropping-particle": "von"}, {"family": "Alembert", "particle": "d'"}],
    [{"family": "Madonna"}, {"family": "김", "given": "민수"}, {"family": "李", "given": "飞飞", "suffix": "Jr."}, "others"],
    [{"literal": "Institute of Standards and Technology"}, "{Doe and Sons}", "OpenAI", "홍길동"],
    ["José Ortega y Prado", {"family": "Kim", "given": "Jong Wook"}, "Ada Lovelace", "Ada Lovelace"],
)
DATES = (
    *(1687, "987", "2024-05", datetime.date(2024, 5, 3), "2020/2021", "2020-05-03/2020-06"),
    {"literal": "31st August to 3rd September 2015"},
)


def every_variable() -> dict:
    """A citation with every CSL variable, each with its own text."""
    texts = {name: f"The {name}" for name in csl.STANDARD_VARIABLES}
    texts |= {"abstract": "First\nparagraph.\n\nSecond.\n", "note": "A\tnote", "volume": 12, "number": "No. 7"}
    texts |= {"DOI": "10.1890/0012-9658(2006)87<1:A>2.0.CO;2", "URL": "https://every.example/a b"}
    dates = {name: DATES[at % len(DATES)] for at, name in enumerate(csl.DATE_VARIABLES)}
    dates["original-date"] = DATES[-1]
    names = {name: NAMES[at % len(NAMES)] for at, name in enumerate(csl.NAME_VARIABLES)}
    # The data's order must not be CSL's.
    return dict(reversed((texts | dates | names).items()))


def correction(cell: str) -> dict:
    return {"cell": cell, "fact": two("사실", f"A fact about {cell}")}


def to_toml(value: object) -> str:
    """The value as TOML. Text is in ASCII: neither an editor nor a checkout can normalize it."""
    if isinstance(value, Toml):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{UNSAFE.sub(lambda match: f"{chr(92)}U{ord(match[0]):08x}", value)}"'
    if isinstance(value, list):
        return f"[{', '.join(map(to_toml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{to_toml(name)} = {to_toml(item)}' for name, item in value.items())}}}"
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return repr(value)


def file_content(content: object) -> bytes | None:
    """The bytes of a catalogue file: TOML for a dictionary, or the bytes given. None stands for a directory."""
    if not isinstance(content, dict):
        return content
    return "".join(f"{to_toml(name)} = {to_toml(value)}\n" for name, value in content.items()).encode("ascii")


def large_catalogue() -> dict:
    """The small catalogue with texts that are difficult to escape, too many for one page."""
    difficult = [
        *('"', "\\", "??/", "\\n", "%s {{ x }} {% y %}", "*/ // /*", 'R"(x)"'),
        *("é7", "𝔸1", "\u200d9", "\ufffd", "//", "/" * 10),
    ]
    longest = ["é" * 32_767, "x" * 65_534, "?" * 65_534, "é" * 1_000, '"' * 8_000]
    tools = [
        {"key": f"tool-{index}", "category": "services", "name": text, "purpose": f"purpose {index}"}
        for index, text in enumerate(difficult + longest)
    ]
    names = [{"literal": text} for text in difficult + longest]
    names += [{"family": longest[3], "given": difficult[0]}, {"family": difficult[4], "suffix": longest[4]}]
    return changed(
        ("tools.toml", "tool", tools),
        ("papers.toml", "paper", 0, "citation", {"type": "software", "title": "?" * 9, "author": names}),
        ("blogs.toml", "blog", 0, "status", "active"),
        ("blogs.toml", "blog", 0, "status_note", two("\u200d9\\", longest[0])),
        ("blogs.toml", "blog", 0, "correction", [{"cell": "name", "fact": text} for text in difficult + longest]),
        ("reading_order.toml", {}),
    )
