"""Checks texts that break naive generators and writers: python3 -m tests.hostile.check PART COMPILER [FLAG...]

PART `texts` compares every text that a program reads from the library with the data, byte by byte, and checks that the
generator rejects texts that are too long. PART `python` reads the JSON and the CSL-JSON, and checks the braces of the
BibTeX. PART `pandoc` reads the BibTeX, and PART `cmark-gfm` the Markdown; each exits with 77 if its program is
missing."""

import json
import re
import shutil
import sys
import tempfile
import unittest
from itertools import accumulate
from pathlib import Path
from xml.etree import ElementTree

from codegen import schema
from codegen.reader import read_catalogue
from tests.hostile.catalogues import KINDS, catalogue_of, with_the_longest_texts, write
from tests.hostile.citations import cited, csl_of
from tests.hostile.expected import Expected, parsed
from tests.hostile.texts import HOSTILE, LONGEST, PIECES, Given, Random, admitted
from tests.json.expected import Catalogue, read_document
from tests.support import running
from tests.support.generator import run_here
from tests.support.running import INCLUDE, ROOT, need, output_of
from tests.support.writers import AUTHORS, EXTENSIONS, MARKDOWN, TARGET, cells_of, links_of, text_of, title_of

# -trigraphs restores the trigraphs that C++17 removed.
STRICT = ("-std=c++20", "-Wall", "-Wextra", "-Werror", "-Wtrigraphs", "-trigraphs")


def build(directory: Path, files: dict) -> Path:
    """Builds the program that uses the catalogue."""
    write(directory / "data", files)
    include, program = directory / "include", directory / "program"
    result = run_here("--data", directory / "data", "--output", include / "refcatalog" / "generated")
    if result != (0, "", ""):
        raise AssertionError(f"the generator exited with {result}")
    output_of(*COMPILER, *STRICT, f"-I{include}", f"-I{INCLUDE}", ROOT / "tests/hostile/use.cpp", "-o", program)
    return program


def run(*command: object, given: str = "") -> str:
    """The output of a command, which must not print any errors."""
    result = running.run(*command, input=given)
    if result.stderr:
        raise AssertionError(f"{command} says {result.stderr[:2_000]}")
    return result.stdout


class HostileTest(unittest.TestCase):
    """Each test gets a temporary directory."""

    def setUp(self):
        self.directory = Path(tempfile.mkdtemp(prefix="hostile-")).resolve()
        self.addCleanup(shutil.rmtree, self.directory)


class Texts(HostileTest):
    def test_every_text_matches_the_data(self):
        self.assertEqual([text for text in HOSTILE if not admitted(text)], [])
        self.assertEqual({len(text.encode()) for text in LONGEST}, {schema.MOST_TEXT_BYTES})
        files = with_the_longest_texts()
        output = output_of(build(self.directory, files), "texts")
        found, expected = parsed(output.encode()), Expected(files).texts
        for index, (left, right) in enumerate(zip(found, expected)):
            shown = [f"{name} {text[:200]!r}" for name, text in (left, right)]
            self.assertTrue(left == right, f"text {index}: {shown[0]} instead of {shown[1]}")
        self.assertEqual(len(found), len(expected))
        print(f"{len(found)} texts match the data")

    def test_a_text_over_the_limit_is_rejected_and_named(self):
        places = {
            ("catalog.toml", "title"): "title: ",
            ("catalog.toml", "category", 3, "columns", 0, "heading"): "category 'courses': columns: item 1 ",
            ("papers.toml", "paper", 0, "title"): "paper 'paper-1': title: ",
            ("papers.toml", "paper", 0, "url"): "paper 'paper-1': url: ",
            ("papers.toml", "paper", 1, "citation", "title"): "paper 'paper-2', citation: title: ",
            ("papers.toml", "paper", 1, "citation", "author", 2): "paper 'paper-2', citation: author: item 3 ",
            ("papers.toml", "paper", 1, "citation", "author", 0): "paper 'paper-2', citation: author: item 1 ",
            ("books.toml", "book", 1, "citation", "note"): "book 'book-2', citation: note: ",
            ("tools.toml", "tool", 1, "purpose", "ko"): "tool 'tool-2': purpose: .ko ",
            ("tools.toml", "tool", 1, "purpose", "en"): "tool 'tool-2': purpose: .en ",
            ("tools.toml", "tool", 1, "key"): "tool 2: key: ",
            ("blogs.toml", "blog", 1, "correction", 0, "fact"): "blog 'blog-2', correction 1: fact: ",
            ("reading_order.toml", "stage", 0, "step", 1, "note"): "stage 1, step 2: note: ",
        }
        for (file, *path, last), beginning in places.items():
            with self.subTest(file=file, path=[*path, last]):
                files = catalogue_of(Given(), 2)
                place = files[file]
                for step in path:
                    place = place[step]
                # Two parts of a name form a single text, with a space between them.
                values = {"url": "https://" + "x" * 65_527, 0: {"family": "x" * 65_533, "given": "y"}}
                place[last] = values.get(last, "a" * 65_535)
                data, output = self.directory / "data", self.directory / "output"
                write(data, files)
                status, stdout, stderr = run_here("--data", data, "--output", output)
                self.assertEqual((status, stdout), (1, ""))
                self.assertIn(f"{data / file}: {beginning}has 65535 bytes of UTF-8; the limit is 65534", stderr)
                self.assertLessEqual(max(map(len, stderr.splitlines())), 500)
                self.assertFalse(output.exists())


class WriterTest(HostileTest):
    """Each test reads the output of a writer for a catalogue of random texts."""

    pieces = PIECES

    def setUp(self):
        super().setUp()
        self.files = catalogue_of(Random(self.pieces), 120, authors=8)
        self.program = build(self.directory, self.files)
        self.catalogue = read_catalogue(self.directory / "data")


class CslJson(WriterTest):
    def test_python_reads_the_original_texts(self):
        items = json.loads(run(self.program, "csl_json"), object_pairs_hook=list)
        records = [(kind, record) for kind in KINDS.values() for record in self.files[kind.file][kind.name]]
        self.assertEqual(len(items), len(records))
        for item, (kind, record) in zip(items, records):
            with self.subTest(record["key"]):
                self.assertEqual(as_pairs(item), as_pairs(csl_of(record, cited(kind, record))))


class Json(WriterTest):
    def test_python_reads_the_original_texts(self):
        found, expected = read_document(run(self.program, "json")), Catalogue(self.directory / "data").document()
        self.assertEqual(as_pairs(found | {"records": []}), as_pairs(expected | {"records": []}))
        for record, right in zip(found["records"], expected["records"], strict=True):
            with self.subTest(right["key"]):
                self.assertEqual(as_pairs(record), as_pairs(right))


def as_pairs(value: object) -> object:
    """Turns objects into lists of their members, so that comparisons respect their order."""
    if isinstance(value, dict):
        return as_pairs([*value.items()])
    return [as_pairs(item) for item in value] if isinstance(value, (list, tuple)) else value


def as_pandoc_can(text: str) -> str:
    """The text without the details that pandoc changes: it replaces quotation marks with typographic ones, and joins
    spaces."""
    return " ".join(re.sub("['`\u2018\u2019\u201c\u201d]", "", text).split())


def authors_of(item: dict) -> list[str]:
    """The whole names. Commas and lower-case words can shift the parts of a name in BibTeX. If a name lacks a suffix,
    pandoc reads the text after a comma in the given name as its suffix."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    names = []
    for author in next((item[role] for role in AUTHORS if role in item), ()):
        given, comma, suffix = author.get("given", "").partition(",")
        whole = author | {"given": given, "suffix": suffix} if comma and "suffix" not in author else author
        # pandoc inserts a space after the dot of an initial.
        names.append(as_pandoc_can(" ".join(whole[part] for part in parts if part in whole)).replace(" ", ""))
    return names


class Braces(WriterTest):
    def test_the_braces_of_the_bibtex_are_balanced(self):
        page = run(self.program, "bibtex")
        # BibTeX also counts braces that follow a backslash.
        depths = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in page))
        ends = [index for index, depth in enumerate(depths) if depth == 0 and page[index] == "}"]
        self.assertEqual((min(depths), depths[-1], len(ends)), (0, 0, len(self.catalogue.entries)))
        self.assertEqual([page[index - 1 : index + 2] for index in ends], ["\n}\n"] * len(ends))

    def test_bibtex_splits_names_only_where_intended(self):
        entries = run(self.program, "bibtex").split("\n}\n")[:-1]
        records = [cited(kind, record) for kind in KINDS.values() for record in self.files[kind.file][kind.name]]
        for entry, source in zip(entries, records, strict=True):
            with self.subTest(entry=entry):
                listed = re.search(r"^  author = \{(.*)\},$", entry, re.MULTILINE)
                names = outside_braces(r" +and +", listed[1]) if listed else []
                parts = [len(outside_braces(",", name)) for name in names]
                # "Family, Given", "Family, Suffix, Given", or a single part for a whole name and for "others".
                role = next((role for role in AUTHORS if role in source.names), "author")
                meant = [2 + ("suffix" in each) if "given" in each else 1 for _, each in source.names.get(role, ())]
                has_others = role in source.others
                self.assertEqual(parts, meant + [1] * has_others)
                self.assertEqual([name == "others" for name in names], [False] * len(meant) + [True] * has_others)


def outside_braces(separator: str, text: str) -> list[str]:
    """Splits a text at separators outside braces. Like BibTeX, it counts braces that follow a backslash."""
    depths = accumulate({"{": 1, "}": -1}.get(character, 0) for character in text)
    outside = "".join("x" if depth or character == "}" else character for depth, character in zip(depths, text))
    return re.split(separator, outside, flags=re.IGNORECASE)


class Bibtex(WriterTest):
    # An unbalanced brace must be written as a command that pandoc does not know; pandoc loses the text after it. It
    # also treats the text between a grave accent and the next apostrophe as a quotation, even across names.
    pieces = [piece for piece in PIECES if piece.count("{") == piece.count("}") and "`" not in piece]
    pieces += ["{x}", "{\\}", "{}"]

    def test_pandoc_reads_the_original_texts(self):
        ours = json.loads(run(self.program, "csl_json"))
        theirs = json.loads(run("pandoc", "-f", "bibtex", "-t", "csljson", given=run(self.program, "bibtex")))
        self.assertEqual([item["id"] for item in theirs], [item["id"] for item in ours])
        for item, read in zip(ours, theirs):
            with self.subTest(item["id"]):
                self.assertEqual(as_pandoc_can(read["title"]), as_pandoc_can(item["title"]))
                self.assertEqual(authors_of(read), authors_of(item))
                # Characters that would end the field are percent-encoded.
                doi, url = (item[name].translate(VERBATIM) if name in item else None for name in ("DOI", "URL"))
                self.assertEqual((read.get("DOI"), read["URL"]), (doi, url))
                year = item.get("issued", {}).get("date-parts", [[None]])[0][0]
                # pandoc ignores a date in words.
                self.assertEqual((read.get("issued", {}).get("date-parts") or [[None]])[0][0], year)


# Characters that would end a field, or that readers treat as markup.
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22", "$": "%24", "'": "%27"})


class Markdown(WriterTest):
    """cmark-gfm finds exactly the blocks of the catalogue, and a reader of the page sees the original texts."""

    def assert_blocks(self, what: str, language: str, expected: list, bold: list, links: list) -> None:
        page = run(self.program, what, language)
        # URLs in texts do not become links, even on GitHub, which usually links them.
        document = ElementTree.fromstring(run("cmark-gfm", *EXTENSIONS, "-t", "xml", given=page))
        nodes = [(node.tag.removeprefix(MARKDOWN), node) for node in document.iter()]
        blocks = [(tag, text_of(node)) for tag, node in nodes if tag in ("heading", "paragraph", "table_cell")]
        for found, wanted in zip(blocks, expected):
            self.assertEqual(found, wanted)
        self.assertEqual(len(blocks), len(expected))
        self.assertEqual([text_of(node) for tag, node in nodes if tag == "strong"], bold)
        found = [node.get("destination") for tag, node in nodes if tag == "link"]
        # Escapes cannot keep e-mail addresses from becoming links: cmark-gfm finds them after parsing.
        self.assertEqual([link for link in found if not link.startswith("mailto:")], links)
        markup = {"emph", "strikethrough", "image", "html_inline", "html_block", "code_block"}
        self.assertEqual({tag for tag, _ in nodes} & markup, set())

    def test_every_cell_heading_and_step(self):
        for language, name in enumerate(("ko", "en")):
            part = self.catalogue.parts[0]
            headings = [self.catalogue.title[language], f"{part.number} {part.title[language]}"]
            expected = [("heading", heading) for heading in headings]
            bold, links = [], []
            for category in self.catalogue.categories:
                expected.append(("heading", f"{category.number} {category.title[language]}"))
                expected += [("table_cell", heading[language]) for _, heading in category.columns]
                for record in self.catalogue.records[category.kind]:
                    cells = cells_of(self.catalogue, category.kind, record, language)
                    expected += [("table_cell", cell) for cell in cells]
                    bold.append(title_of(self.catalogue, record, language))
                    links += links_of(self.catalogue, category.kind, record)
            for stage in self.catalogue.stages:
                expected.append(("heading", f"{stage.name[language]} ({stage.duration[language]})"))
                for step in stage.step:
                    by = f" ({step.by})" if step.by else ""
                    label = f"{step.label}{by} - " if step.label else ""
                    expected.append(("paragraph", label + step.note[language]))
                    bold += step.label.split(" / ") if step.label else []
            with self.subTest(language=name):
                self.assert_blocks("markdown", name, expected, bold, links)

    def test_every_note(self):
        for language, name in enumerate(("ko", "en")):
            expected = [("heading", f"{self.catalogue.notes_title[language]} (2026-11)")]
            bold, links = [], []
            for category in self.catalogue.categories:
                expected.append(("heading", f"{category.number} {category.title[language]}"))
                for record in self.catalogue.records[category.kind]:
                    status = record.status or "active"
                    if status == "active" and not record.correction:
                        continue
                    title = title_of(self.catalogue, record, language)
                    expected.append(("paragraph", f"{title} ({status})" if status != "active" else title))
                    bold.append(title)
                    if status != "active":
                        label = re.sub("(^[^/]*/)$", lambda match: match[0][:-1], record.current_url.split("://", 1)[1])
                        expected.append(("paragraph", f"\u2192 {label} - {record.status_note[language]}"))
                        links.append(record.current_url.translate(TARGET))
                    expected += [("paragraph", f"{item.cell}: {item.fact[language]}") for item in record.correction]
            with self.subTest(language=name):
                self.assert_blocks("notes", name, expected, bold, links)


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    if PART not in ("texts", "python"):
        need(PART)
    cases = {"texts": ["Texts"], "python": ["CslJson", "Json", "Braces"]}
    cases |= {"pandoc": ["Bibtex"], "cmark-gfm": ["Markdown"]}
    unittest.main(argv=[sys.argv[0], *cases[PART]])
