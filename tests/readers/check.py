"""Reads what the writers write with a program that people read it with: python3 -m tests.readers.check READER CITE APPENDIX COMPILER [FLAG...]

READER is python for CSL-JSON, pandoc for BibTeX and Markdown, cmark-gfm or Python-Markdown's markdown_py for Markdown.
Ends with 77 where it is not installed."""

import json
import re
import sys
import tempfile
import unittest
from pathlib import Path
from xml.etree import ElementTree

from codegen.catalogue import Record
from codegen.citations import Citation, citations
from codegen.names import Name
from codegen.reader import read_catalogue
from tests.hostile.catalogues import write
from tests.support.running import ROOT, generate, need, output_of, run
from tests.support.writers import EXTENSIONS, TARGET, cells_of, links_of, names, title_of

CATALOGUE = read_catalogue(ROOT / "data")
KEYS = [record.key for record in CATALOGUE.entries]

# The types that classic BibTeX knows, which pandoc gives back; others are all misc, for which it has no type.
TYPES_OF_BIBTEX = {"article-journal", "book", "paper-conference", "report"}
# What both formats say. CSL's publisher of a report is BibTeX's institution, its genre the type.
VARIABLES_OF_BIBTEX = ("title", "container-title", "publisher", "volume", "issue", "page", "DOI", "URL")


def cite(*arguments: str) -> str:
    return output_of(CITE, *arguments)


# What citations may hold and those of this catalogue do not.
OTHER_CITATIONS = {
    "names": {
        "type": "chapter",
        "author": [
            {"family": "Doe", "given": "Jane", "suffix": "Jr."},
            {"family": "Berg", "given": "A.", "particle": "van den", "suffix": "III"},
            {"family": "Vigny", "given": "Alfred", "dropping-particle": "de"},
            {"family": "Plato"},
            {"family": "Beethoven", "particle": "van"},
            {"literal": "Simon and Garfunkel"},
            {"literal": "Institute, of Standards"},
            "others",
        ],
        "editor": [{"family": "Roe", "given": "Richard"}, "others"],
    },
    "note": {"type": "article-journal", "note": "Two\nlines.", "arxiv": "2106.09685", "container-title": "A Journal", "volume": 3},
    "range": {"type": "book", "issued": "2020-05-03/2021", "accessed": {"literal": "31st August"}, "publisher": "A House"},
    "preprint": {"type": "article", "arxiv": "1706.03762", "number": "7"},
}
OTHER = {
    "catalog.toml": {"title": "T", "part": [{"title": "P"}], "category": [{"id": "services", "title": "S", "kind": "tool"}]},
    "tools.toml": {"tool": [{"key": key, "category": "services", "name": key, "citation": given} for key, given in OTHER_CITATIONS.items()]},
    "reading_order.toml": {},
}


def members(pairs: list) -> dict:
    """An object of JSON, which must not have a member twice."""
    if len(dict(pairs)) < len(pairs):
        raise AssertionError(f"a member stands there twice: {pairs}")
    return dict(pairs)


def typed(text: str | None) -> str | None:
    """A text with typewriter's apostrophes: pandoc sets them as a typesetter would."""
    return text and text.replace("\u2019", "'")


def item_of(record: Record, citation: Citation) -> dict:
    """What CSL-JSON has to say of a citation."""
    item = {"id": record.key, "type": citation.type, **citation.texts}
    if citation.arxiv and citation.type == "article" and "number" not in item:
        item["number"] = f"arXiv:{citation.arxiv}"
    elif citation.arxiv:
        item["note"] = "\n".join([*filter(None, [item.get("note")]), f"arXiv:{citation.arxiv}"])
    for role, listed in citation.names.items():
        item[role] = [parts_of(name) for name in listed.names] + [{"literal": "others"}] * listed.has_others
    for name, date in citation.dates.items():
        ends = [[part for part in end if part] for end in (date.begin, date.end) if end.year]
        item[name] = {"date-parts": ends} if ends else {"literal": date.literal}
    return item


def parts_of(name: Name) -> dict:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "dropping-particle": name.dropping_particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {part: text for part, text in parts.items() if text}


class OtherCatalogue(unittest.TestCase):
    """An example with a catalogue that has what this one lacks."""

    def build(self, files: dict, example: str, *calls: list[str]) -> list[str]:
        """What the example prints when called so."""
        with tempfile.TemporaryDirectory() as directory:
            data, library, program = (Path(directory, name) for name in ("data", "library", "program"))
            write(data, files)
            generate("--data", data, "--library", library)
            output_of(*COMPILER, "-std=c++20", f"-I{library}", ROOT / f"tests/examples/{example}.cpp", "-o", program)
            self.catalogue = read_catalogue(data)
            return [output_of(program, *arguments) for arguments in calls]


class OtherCitations(OtherCatalogue):
    def setUp(self):
        self.csl, self.bibtex = self.build(OTHER, "cite", [*OTHER_CITATIONS, "--csl"], [*OTHER_CITATIONS])


class OtherCslJson(OtherCitations):
    maxDiff = None

    def test_csl_json_says_what_the_data_say(self):
        expected = [item_of(*each) for each in zip(self.catalogue.entries, citations(self.catalogue))]
        self.assertEqual(json.loads(self.csl, object_pairs_hook=members), expected)
        self.assertEqual(expected[1]["note"], "Two\nlines.\narXiv:2106.09685")
        self.assertEqual(expected[2]["issued"], {"date-parts": [[2020, 5, 3], [2021]]})


class OtherBibtex(OtherCitations):
    def test_pandoc_reads_in_the_bibtex_what_the_csl_json_says(self):
        read = json.loads(output_of("pandoc", "-f", "bibtex", "-t", "csljson", input=self.bibtex))
        for ours, theirs in zip(json.loads(self.csl), read, strict=True):
            with self.subTest(ours["id"]):
                self.assertEqual(names(theirs), names(ours))
                suffixes = [[author.get("suffix") for author in item.get("author", ())] for item in (theirs, ours)]
                self.assertEqual(*suffixes)
                self.assertEqual(theirs.get("container-title"), ours.get("container-title"))
                self.assertEqual(theirs.get("volume"), ours.get("volume"))


class CslJson(unittest.TestCase):
    maxDiff = None

    def test_csl_json_says_what_the_data_say(self):
        items = json.loads(cite(*KEYS, "--csl"), object_pairs_hook=members)
        self.assertEqual([item["id"] for item in items], KEYS)
        for item, record, citation in zip(items, CATALOGUE.entries, citations(CATALOGUE)):
            with self.subTest(record.key):
                self.assertEqual(item, item_of(record, citation))

    def test_unknown_keys_are_answered_with_the_nearest(self):
        result = run(CITE, "lora", "qlor", status=1)
        self.assertEqual(result.stdout, "")
        self.assertRegex(result.stderr, r'\Acite: no record has the key "qlor"; the nearest are qlora, lora, \S+\n\Z')
        self.assertRegex(run(CITE, "QLoRA", status=1).stderr, "the nearest are qlora, ")
        self.assertEqual(cite("lora", "lora"), cite("lora"))
        result = run(CITE, "gradioo", "flash", status=1)
        self.assertRegex(result.stderr.splitlines()[0], r'\Acite: no record has the key "gradioo"; the nearest are gradio, ')
        self.assertRegex(result.stderr.splitlines()[1], "flash-attention, flashattention, flashattention-2")
        self.assertEqual(run(CITE, "--help", status=1).stderr, run(CITE, status=1).stderr)
        self.assertRegex(run(CITE, status=1).stderr, r"\Ausage: cite KEY\.\.\. \[--csl\]\n\Z")


class Bibtex(unittest.TestCase):
    def test_pandoc_reads_in_the_bibtex_what_the_csl_json_says(self):
        items = json.loads(cite(*KEYS, "--csl"))
        read = json.loads(output_of("pandoc", "-f", "bibtex", "-t", "csljson", input=cite(*KEYS)))
        self.assertEqual([item["id"] for item in read], KEYS)
        for ours, theirs in zip(items, read):
            with self.subTest(ours["id"]):
                self.assertEqual(theirs["type"], ours["type"] if ours["type"] in TYPES_OF_BIBTEX else "")
                for name in VARIABLES_OF_BIBTEX:
                    self.assertEqual(typed(theirs.get(name)), ours.get(name), name)
                if ours["type"] == "report":
                    self.assertEqual(theirs["genre"], ours["genre"])
                self.assertEqual(names(theirs), names(ours))
                self.assertEqual([author.keys() & {"literal"} for author in theirs.get("author", ())],
                                 [author.keys() & {"literal"} for author in ours.get("author", ())])
                # BibTeX has a field for the year, and none for the day.
                self.assertEqual(theirs.get("issued"), {"date-parts": [ours["issued"]["date-parts"][0][:1]]} if "issued" in ours else None)

    def test_bibtex_and_csl_json_have_the_same_arxiv_identifiers(self):
        bibtex = dict(re.findall(r"^@\w+\{(.*),\n(?:  .*\n)*?  eprint = \{(.*)\},\n  archiveprefix = \{arXiv\}", cite(*KEYS), re.MULTILINE))
        in_csl = {item["id"]: item.get("number", "") + item.get("note", "") for item in json.loads(cite(*KEYS, "--csl"))}
        self.assertGreater(len(bibtex), 40)
        self.assertEqual({key: f"arXiv:{eprint}" for key, eprint in bibtex.items()}, {key: text for key, text in in_csl.items() if text})

    def test_pandoc_sets_a_bibliography_from_either(self):
        for option, kind in ((), "bibtex"), (("--csl",), "csljson"):
            cited = cite("lora", "doctr", "gradio", "gpt-2", *option)
            page = output_of("pandoc", "-f", kind, "-t", "plain", "--citeproc", "--wrap=none", input=cited)
            self.assertRegex(page, r"Hu, Edward J\., Yelong Shen, .* 2022\. .LoRA: Low-Rank Adaptation of Large Language Models\.. ")
            self.assertRegex(page, r"Mindee\. 2021\. ")
            self.assertRegex(page, r".Gradio\.. n\.d\. ")
            self.assertRegex(page, r"Radford, Alec, .* 2019\. .* Technical report\. OpenAI\.")


class FullDisk(unittest.TestCase):
    def test_what_cannot_be_written_is_no_success(self):
        for command in [CITE, *KEYS], [CITE, *KEYS, "--csl"], [APPENDIX], [APPENDIX, "--notes"]:
            with open("/dev/full", "w") as full:
                run(*command, status=1, stdout=full)


# None is strict about all. cmark-gfm takes no brace, dollar or :name: for a mark, and makes links of addresses of mail when
# all else is read, however they are written; Python-Markdown takes no tilde and no address for a mark; pandoc knows
# more escapes than others.
TO_HTML = {
    "cmark-gfm": ["cmark-gfm", *EXTENSIONS],
    "markdown_py": ["markdown_py", "--extension=tables", "--encoding=utf-8"],
    "pandoc": ["pandoc", "--from=markdown-smart-citations+emoji", "--to=html", "--wrap=none"],
}


def read_markdown(page: str) -> ElementTree.Element:
    """What the reader makes of the page."""
    return ElementTree.fromstring(f"<page>{output_of(*TO_HTML[READER], input=page)}</page>")


def text_of(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def texts_of(elements) -> list[str]:
    return [text_of(element) for element in elements]


def targets_in(element: ElementTree.Element) -> list[str]:
    targets = [link.get("href") for link in element.iter("a")]
    return [target for target in targets if not (READER == "cmark-gfm" and target.startswith("mailto:"))]


class MarkdownTest(unittest.TestCase):
    def assert_catalogue(self, page: str, catalogue, language: int) -> None:
        """Every cell, link and title is on the page, and nothing that is marked otherwise."""
        document = read_markdown(page)
        tables = list(document.iter("table"))
        self.assertEqual(len(tables), len(catalogue.categories))
        for table, category in zip(tables, catalogue.categories):
            self.assertEqual(texts_of(table.iter("th")), [heading[language] for _, heading in category.columns])
            records = [record for record in catalogue.records[category.kind] if record.category == category.id]
            rows = table.findall("tbody/tr")
            self.assertEqual(len(rows), len(records))
            for row, record in zip(rows, records):
                with self.subTest(record.key, language=language):
                    self.assertEqual(texts_of(row), cells_of(catalogue, category.kind, record, language))
                    self.assertEqual(targets_in(row), links_of(catalogue, category.kind, record))
                    self.assertEqual(texts_of(row.iter("strong")), [title_of(catalogue, record, language)])
        steps = [step for stage in catalogue.stages for step in stage.step]
        for item, step in zip(document.iter("li"), steps, strict=True):
            label = f"{step.label} ({step.by}) - " if step.by else f"{step.label} - " if step.label else ""
            self.assertEqual(text_of(item), f"{label}{step.note[language]}")
        tags = {element.tag for element in document.iter()}
        self.assertEqual(tags & {"em", "del", "code", "pre", "img", "script", "blockquote", "hr"}, set())

    def assert_notes(self, page: str, catalogue, language: int) -> None:
        """Every fact is on the page, within the item of its record."""
        notes = read_markdown(page)
        moved = {record.current_url.translate(TARGET) for record in catalogue.entries if record.current_url}
        self.assertEqual({*targets_in(notes)}, moved)
        within = {text_of(item.find("strong")): texts_of(item.findall("ul/li")) for item in notes.findall("ul/li")}
        for record in catalogue.entries:
            for correction in record.correction:
                self.assertIn(f"{correction.cell}: {correction.fact[language]}", within[title_of(catalogue, record, language)])


class Markdown(MarkdownTest):
    def test_every_cell_is_as_it_is_in_the_catalogue(self):
        for language, name in enumerate(("ko", "en")):
            self.assert_catalogue(output_of(APPENDIX, "--lang", name), CATALOGUE, language)

    def test_notes_are_apart_from_the_tables(self):
        for language, name in enumerate(("ko", "en")):
            appendix = output_of(APPENDIX, "--lang", name)
            page = output_of(APPENDIX, "--lang", name, "--notes")
            self.assertTrue(page.startswith(appendix))
            self.assert_notes(page[len(appendix) :], CATALOGUE, language)


# What one reader of Markdown or another takes for a mark.
MARKS = [
    *("<script>alert(1)</script>", "a < b", "<!-- c", "<b@c.d>", "R&amp;D &#38; &#x26; &copy; AT&T; R&D"),
    *("~one~ ~~two~~ 3~4", "https://a.example/b_c_d", "see www.a.example, or http://b", "ftp://c", "{x} {: .y } {{ z }} {% w %}"),
    *("team@example.org\uc73c\ub85c", "a.b+c@d.e, f@g", "youtube.com/@andrejkarpathy", "$5 and $10", "$$x$$ $y$", "US$5"),
    *("std::lock::x", "1:100:1 :+1: 12:30:45", "*a* _b_ `c` [d](e) ![f](g) [h]", "a | b \\ c \\| d \\\\ e", "\\< \\& \\~ \\:"),
    *("# a #", "- a", "+ a", "> a", "=== a", "1. a", "2) a", "| a | b |"),
]
TARGETS = ["A_(b)", ")(", "'c'", "?d&copy;e&f=;", "*g*_h_~i~", ":lock:$j$@k", "<l>|m`n`\\o"]
WITH_MARKS = {
    "catalog.toml": {
        "languages": ["ko", "en"],
        "title": "T",
        "part": [{"title": "P"}],
        "category": [{"id": "services", "title": "S", "kind": "tool"}],
    },
    "tools.toml": {
        "tool": [
            {
                **{"key": f"tool-{number}", "category": "services", "name": f"{number} {mark}", "purpose": mark},
                **{"link_label": mark, "url": f"https://{number}.example/{TARGETS[number % len(TARGETS)]}"},
                **{"correction": [{"cell": "name", "fact": mark}], "status": "renamed", "status_note": mark},
            }
            for number, mark in enumerate(MARKS)
        ]
    },
    "reading_order.toml": {"stage": [{"name": "S", "duration": "D", "step": [{"note": mark, "entries": ["tool-0"]} for mark in MARKS]}]},
}


class OtherMarkdown(OtherCatalogue, MarkdownTest):
    def test_what_would_be_a_mark_is_text(self):
        page, whole = self.build(WITH_MARKS, "appendix", [], ["--notes"])
        self.assert_catalogue(page, self.catalogue, 0)
        self.assert_notes(whole[len(page) :], self.catalogue, 0)


if __name__ == "__main__":
    READER, CITE, APPENDIX, *COMPILER = sys.argv[1:]
    if READER != "python":
        need(READER)
    of_markdown = ["Markdown", "OtherMarkdown"]
    classes = {"python": ["CslJson", "OtherCslJson", "FullDisk"], "pandoc": ["Bibtex", "OtherBibtex", *of_markdown]}
    unittest.main(argv=[sys.argv[0], *classes.get(READER, of_markdown)])
