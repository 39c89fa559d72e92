"""Compares the results of searches with oracle.py: python3 -m tests.search.check PART COMPILER [FLAG...]

PART `queries` searches a small catalogue with many scripts, and the library's own catalogue. PART `pages` searches a
catalogue with texts too long for one literal. PART `sentences` checks every promise of the interface, at compile time
and at run time. PART `folding` compares how the generator, the library and the oracle fold each code point up to
U+FFFF."""

import random
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

from codegen.folding import folded
from codegen.reader import read_catalogue
from tests.hostile.catalogues import write
from tests.search import oracle
from tests.support.running import INCLUDE, ROOT, WARNINGS, generate, run

SEED = 15
TITLES = (
    "Łukasz Kaiser and the Transformer", "Hands-On Géron", "Straße und Fuß", "Æsir, Œuvre, þorn, ðe, ĦŦĐ",
    "İstanbul ılık", "트랜스포머 시각화", "한국어 언어 모델", "ㅎㅎ 웃음", "Привет, МИР: Ёлка", "Οδυσσεύς ΣΊΣΥΦΟΣ",
    "日本語 機械学習", "模型  压缩", "C++ \"quoted\" text & <more>", "tab\u00a0and\u3000wide",
    "é decomposed x\u0302", "Việt Nam đường phố", "a", "A B", "ﬁ ligature ŉ ẚ", "vision-language models",
    "language of vision", "100% (really?) \\ ' ;", "🦀 emoji 🎉 model",
)
# The records of sentences.cpp.
RECORDS = [
    {
        "key": "lukasz", "name": {"en": "Łukasz Kaiser and the Transformer", "ko": "트랜스포머"}, "maker": ["Jane Doe"],
        "scope": "Attention for sequences", "aliases": ["AIAYN"], "tags": ["NLP"],
    },
    {"key": "strasse", "name": "Straße, Æsir, Œuvre, Þorn, Đinh, Ðe, ĦĐŦ, Işık, Việt Nam", "tags": ["nlp"]},
    {"key": "latin", "name": "Møn Łódź Đông Ħal Ŧap Ilık Maß Ærø Œil Þeg Eið Éĉạb"},
    {"key": "cyrillic", "name": "Привет, Ёлка", "scope": {"en": "Plain", "ko": "번역"}},
    {"key": "greek", "name": "Ο Οδυσσεύς"},
    {"key": "quoted", "name": "The key value store", "maker": ["John Doe"]},
    {"key": "first", "name": "Rank"},
    {"key": "second", "name": "Ranking things"},
    {"key": "third", "name": "On rank order"},
    {"key": "fourth", "name": "Cranky order"},
    {"key": "fifth", "name": "Another", "maker": ["Anne Frank"], "scope": "rank"},
    {"key": "sixth", "name": "The last", "scope": "Of no rank"},
    {"key": "described", "name": "1", "scope": "Apex"},
    {"key": "tagged", "name": "2", "tags": ["apex"]},
    {"key": "an-apex", "name": "3"},
    {"key": "apexes", "name": "4"},
    {"key": "begun", "name": "5", "aliases": ["apex-2"]},
    {"key": "apex", "name": "6"},
    {"key": "aliased", "name": "7", "aliases": ["Apex"]},
    {"key": "tie-b", "name": "8"},
    {"key": "tie-a", "name": "9"},
    {"key": "양자화", "name": "10"},
    {"key": "inside", "name": "Azenith"},
    {"key": "mixed", "name": "Zenith", "scope": "nadir"},
    {"key": "even", "name": "From zenith to nadir"},
]


def catalogue(titles: tuple[str, ...], scope: str) -> dict:
    """A catalogue of records with these titles. Some of them lack tags, a maker or a scope."""
    notes = []
    for number, title in enumerate(titles):
        name = {"en": title, "ko": titles[number - 1][::-1]} if number % 3 else title
        note = {"key": f"Key-{number}", "aliases": [f"Älias{number}"], "name": name}
        if number % 2:
            note |= {"maker": ["Jane Doe", titles[number - 2]], "tags": [f"tag {number % 4}", "gemeinsam"]}
        if number % 5:
            note["scope"] = f"About {title.lower()}, {scope}"
        notes.append(note)
    return of_notes(notes)


def of_notes(records: list[dict]) -> dict:
    """A catalogue of these records, all of one kind and in one category."""
    return {
        "catalog.toml": {
            "title": "Searched", "languages": ["en", "ko", "ja"],
            "category": [{"id": "all", "title": "All", "kind": "note"}], "part": [{"title": "Part"}],
        },
        "kinds.toml": {"kind": [{
            "name": "note", "plural": "notes", "doc": "A note.",
            "title": "name", "by": ["maker"], "description": ["scope"],
            "field": [
                {"name": "name", "type": "localized", "doc": "The name."},
                {"name": "maker", "type": "texts", "doc": "The authors."},
                {"name": "scope", "type": "localized", "doc": "The subject."},
            ],
        }]},
        "notes.toml": {"note": [record | {"category": "all"} for record in records]},
        "reading_order.toml": {},
    }


class SearchTest(unittest.TestCase):
    def program(self, data: Path, source: str = "use.cpp") -> Path:
        """Builds the program for this catalogue."""
        include, program = data.parent / "include", data.parent / "program"
        generate("--data", data, "--output", include / "refcatalog" / "generated")
        flags = ["-std=c++20", "-O1", *WARNINGS, "-Werror", f"-I{include}", f"-I{INCLUDE}"]
        run(*COMPILER, *flags, ROOT / "tests/search" / source, "-o", program)
        return program

    def assert_finds(self, data: Path, queries: list[bytes]) -> None:
        entries = entries_of(data)
        found = run_binary(self.program(data), b"".join(b"%d\n%b" % (len(query), query) for query in queries))
        self.assertEqual(len(found), len(queries))
        nothing = everything = 0
        for query, line in zip(queries, found):
            ranks = {entry["key"]: oracle.matches(entry, query) for entry in entries}
            matches = {key: rank for key, rank in ranks.items() if rank is not None}
            searched, top = (part.split() for part in line.split("\t"))
            self.assertEqual(searched, list(matches), query)
            self.assertEqual(top, sorted(matches, key=matches.get)[:5], query)
            nothing += not matches
            everything += len(matches) == len(entries)
        self.assertLess(nothing + everything, len(queries) * 0.7)


class Folding(SearchTest):
    def test_the_generator_the_library_and_the_oracle_fold_alike(self):
        with tempfile.TemporaryDirectory() as directory:
            data = Path(directory, "data")
            write(data, catalogue(TITLES, "scope"))
            lines = run_binary(self.program(data), b"", "folding")
        for code, line in enumerate(lines, 1):
            character = chr(code)
            # The reader returns nothing for control characters, white space, quotation marks and surrogates.
            if code < 0x20 or character.isspace() or character == '"' or 0xD800 <= code <= 0xDFFF:
                self.assertEqual(line, "", hex(code))
                continue
            self.assertEqual(line, oracle.folded_character(character), hex(code))
            self.assertEqual(line, folded(character), hex(code))


class Sentences(SearchTest):
    def test_the_promises_hold_at_compile_time_and_at_run_time(self):
        with tempfile.TemporaryDirectory() as directory:
            data = Path(directory, "data")
            write(data, of_notes(RECORDS))
            self.assertEqual(run_binary(self.program(data, "sentences.cpp"), b""), ["alike"])


class Queries(SearchTest):
    def test_a_small_catalogue(self):
        with tempfile.TemporaryDirectory() as directory:
            data = Path(directory, "data")
            write(data, catalogue(TITLES, "scope"))
            self.assert_finds(data, queries_of(data, 3_000))

    def test_this_catalogue(self):
        with tempfile.TemporaryDirectory() as directory:
            data = Path(directory, "data")
            data.symlink_to(ROOT / "data")
            self.assert_finds(data, queries_of(data, 500))


class Pages(SearchTest):
    def test_texts_longer_than_a_literal(self):
        """One entry is longer than a page, and others end at the end of a page."""
        titles = tuple(f"{title} {number}" for number in range(60) for title in TITLES)
        with tempfile.TemporaryDirectory() as directory:
            data = Path(directory, "data")
            made = catalogue(titles, ("scope " * 20).strip())
            names = [f"name {at}" for at in range(3_000)]
            made["notes.toml"]["note"][700] |= {"scope": ("long " * 12_000).strip(), "maker": names}
            write(data, made)
            self.assert_finds(data, queries_of(data, 150))


def entries_of(data: Path) -> list[dict]:
    """The key of each entry, and its texts by their rank."""
    catalogue = read_catalogue(data)
    records = zip(catalogue.entry_kinds, catalogue.entries)
    return [{"key": record.key, **oracle.texts_of(catalogue, kind, record)} for kind, record in records]


def queries_of(data: Path, count: int) -> list[bytes]:
    """Realistic and absurd queries."""
    seeded = random.Random(SEED)
    texts = [text for entry in entries_of(data) for sort in oracle.SORTS for text in entry[sort] if text]
    queries = [
        *(b"", b" ", b'"', b'""', b'" "', b"\xff", b"a\xff", b"\xed\x95", b"\xc0\x80", b"\0", b"mo\0del"),
        *(b"\x01", b"\x02", b"\x1c", b"e\x1fe", b"e \x7f", b"\x85", "\u0301".encode(), "e\u0085e".encode()),
    ]
    while len(queries) < count:
        queries.append(_query(seeded, texts))
    return queries


def _query(seeded: random.Random, texts: list[str]) -> bytes:
    text = seeded.choice(texts)
    begin = seeded.randrange(len(text))
    part = text[begin : begin + seeded.choice((1, 2, 3, 5, 8, 13, 40))]
    words = seeded.sample(text.split(), min(len(text.split()), seeded.randint(1, 3)))
    word = seeded.choice(words)
    query = seeded.choice((part, word, " ".join(words), f'"{part}"', f'{word} "{part}', text))
    changes = (
        str.upper, str.title, str.swapcase, _initials, _without_accents,
        lambda text: unicodedata.normalize("NFD", text), lambda text: text.replace(" ", '" "'),
        lambda text: text + seeded.choice("xz\"' "), lambda text: f"{text} {seeded.choice(words)}",
    )
    if seeded.random() < 0.5:
        query = seeded.choice(changes)(query)
    encoded = query.encode()
    return encoded[:-1] if seeded.random() < 0.05 else encoded


def _initials(text: str) -> str:
    return "".join(
        oracle.INITIALS[(ord(each) - 0xAC00) // 588] if 0xAC00 <= ord(each) <= 0xD7A3 else each for each in text
    )


def _without_accents(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))


def run_binary(program: Path, given: bytes, *arguments: str) -> list[str]:
    """The lines that a program prints when it reads these bytes."""
    said = subprocess.run([program, *arguments], input=given, stdout=subprocess.PIPE, check=True).stdout
    return said.decode(errors="replace").split("\n")[:-1]


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    unittest.main(argv=[sys.argv[0], PART.capitalize()])
