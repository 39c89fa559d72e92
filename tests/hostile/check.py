"""Takes texts that break naive generators and writers all the way: python3 -m tests.hostile.check PART COMPILER [FLAG...]

PART `texts` compares every text that a program gets from the library with the data, byte by byte. The other parts are
named after who reads what the writers write: python reads JSON and CSL-JSON, pandoc BibTeX, cmark-gfm Markdown; they end with 77
where their program is not installed."""

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
from codegen.formats import FIELDS
from codegen.reader import read_catalogue
from tests.hostile.catalogues import KINDS, catalogue_of, with_the_longest_texts, write
from tests.hostile.citations import cited, csl_of
from tests.hostile.expected import Expected, parsed
from tests.hostile.texts import HOSTILE, LONGEST, PIECES, Given, Random, admitted
from tests.json.expected import Catalogue, read_document
from tests.support import running
from tests.support.catalogues import two
from tests.support.generator import run_here
from tests.support.running import INCLUDE, ROOT, need, output_of
from tests.support.writers import EXTENSIONS, MARKDOWN, TARGET, cells_of, links_of, text_of, title_of

# -trigraphs makes them what they were before C++17.
STRICT = ("-std=c++20", "-Wall", "-Wextra", "-Werror", "-Wtrigraphs", "-trigraphs")


def build(directory: Path, files: dict) -> Path:
    """The program that uses the catalogue."""
    write(directory / "data", files)
    include, program = directory / "include", directory / "program"
    result = run_here("--data", directory / "data", "--output", include / "refcatalog" / "generated")
    if result != (0, "", ""):
        raise AssertionError(f"the generator ended with {result}")
    output_of(*COMPILER, *STRICT, f"-I{include}", f"-I{INCLUDE}", ROOT / "tests/hostile/use.cpp", "-o", program)
    return program


def run(*command: object, given: str = "") -> str:
    """The output of a command without complaints."""
    result = running.run(*command, input=given)
    if result.stderr:
        raise AssertionError(f"{command} says {result.stderr[:2_000]}")
    return result.stdout


class HostileTest(unittest.TestCase):
    """A test with a temporary directory."""

    def setUp(self):
        self.directory = Path(tempfile.mkdtemp(prefix="hostile-")).resolve()
        self.addCleanup(shutil.rmtree, self.directory)


class Texts(HostileTest):
    def test_every_text_is_what_the_data_say(self):
        self.assertEqual([text for text in HOSTILE if not admitted(text)], [])
        self.assertEqual({len(text.encode()) for text in LONGEST}, {schema.MOST_TEXT_BYTES})
        files = with_the_longest_texts()
        output = output_of(build(self.directory, files), "texts")
        found, expected = parsed(output.encode()), Expected(files).texts
        for index, (left, right) in enumerate(zip(found, expected)):
            self.assertTrue(left == right, f"text {index}: {left[0]} {left[1][:200]!r} instead of {right[0]} {right[1][:200]!r}")
        self.assertEqual(len(found), len(expected))
        print(f"{len(found)} texts are as in the data")

    def test_a_text_of_a_byte_more_is_refused_where_it_stands(self):
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
                # Two parts of a name are one text with the space between them.
                values = {"url": "https://" + "x" * 65_527, 0: {"family": "x" * 65_533, "given": "y"}}
                place[last] = values.get(last, "a" * 65_535)
                write(self.directory / "data", files)
                status, stdout, stderr = run_here("--data", self.directory / "data", "--output", self.directory / "output")
                self.assertEqual((status, stdout), (1, ""))
                self.assertIn(f"{self.directory / 'data' / file}: {beginning}has 65535 bytes of UTF-8; the limit is 65534", stderr)
                self.assertLessEqual(max(map(len, stderr.splitlines())), 500)
                self.assertFalse((self.directory / "output").exists())


class WriterTest(HostileTest):
    """A test of a writer, which a program runs on a catalogue of random texts."""

    pieces = PIECES

    def setUp(self):
        super().setUp()
        self.files = catalogue_of(Random(self.pieces), 120, authors=8)
        self.program = build(self.directory, self.files)
        self.catalogue = read_catalogue(self.directory / "data")


class CslJson(WriterTest):
    def test_python_reads_every_text_as_it_is(self):
        items = json.loads(run(self.program, "csl_json"), object_pairs_hook=list)
        records = [(kind, record) for kind in KINDS.values() for record in self.files[kind.file][kind.name]]
        self.assertEqual(len(items), len(records))
        for item, (kind, record) in zip(items, records):
            with self.subTest(record["key"]):
                self.assertEqual(as_pairs(item), as_pairs(csl_of(record, cited(kind, record))))


class Json(WriterTest):
    def test_python_reads_every_text_as_it_is(self):
        found, expected = read_document(run(self.program, "json")), Catalogue(self.directory / "data").document()
        self.assertEqual(as_pairs(found | {"records": []}), as_pairs(expected | {"records": []}))
        for record, right in zip(found["records"], expected["records"], strict=True):
            with self.subTest(right["key"]):
                self.assertEqual(as_pairs(record), as_pairs(right))


# Where no author is given, the first of the others that is.
AUTHORS = [field.variable for field in FIELDS if field.bibtex == "author"]


def as_pairs(value: object) -> object:
    """Objects as lists of their members, whose order counts then."""
    if isinstance(value, dict):
        return as_pairs([*value.items()])
    return [as_pairs(item) for item in value] if isinstance(value, (list, tuple)) else value


def as_pandoc_can(text: str) -> str:
    """The text less what pandoc does not keep: it sets quotation marks as a typesetter would, and makes one of several
    spaces."""
    return " ".join(re.sub("['`\u2018\u2019\u201c\u201d]", "", text).split())


def authors_of(item: dict) -> list[str]:
    """Whole names: which part is the family's, BibTeX decides otherwise where a comma or a word in lower case is in doubt.
    What a given name has behind a comma is a suffix to pandoc, if there is none."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    names = []
    for author in next((item[role] for role in AUTHORS if role in item), ()):
        given, comma, suffix = author.get("given", "").partition(",")
        whole = author | {"given": given, "suffix": suffix} if comma and "suffix" not in author else author
        # It puts a space behind the dot of an initial.
        names.append(as_pandoc_can(" ".join(whole[part] for part in parts if part in whole)).replace(" ", ""))
    return names


class Braces(WriterTest):
    def test_each_brace_of_the_bibtex_has_its_other_half(self):
        page = run(self.program, "bibtex")
        # BibTeX counts them, behind a backslash too.
        depths = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in page))
        ends = [index for index, depth in enumerate(depths) if depth == 0 and page[index] == "}"]
        self.assertEqual((min(depths), depths[-1], len(ends)), (0, 0, len(self.catalogue.entries)))
        self.assertEqual([page[index - 1 : index + 2] for index in ends], ["\n}\n"] * len(ends))

    def test_bibtex_divides_the_names_as_they_are_meant(self):
        entries = run(self.program, "bibtex").split("\n}\n")[:-1]
        records = [cited(kind, record) for kind in KINDS.values() for record in self.files[kind.file][kind.name]]
        for entry, source in zip(entries, records, strict=True):
            with self.subTest(entry=entry):
                listed = re.search(r"^  author = \{(.*)\},$", entry, re.MULTILINE)
                names = outside_braces(r" +and +", listed[1]) if listed else []
                parts = [len(outside_braces(",", name)) for name in names]
                # "Family, Given", "Family, Suffix, Given", or one for a whole name and for the others.
                role = next((role for role in AUTHORS if role in source.names), "author")
                meant = [2 + ("suffix" in each) if "given" in each else 1 for _, each in source.names.get(role, ())]
                has_others = role in source.others
                self.assertEqual(parts, meant + [1] * has_others)
                self.assertEqual([name == "others" for name in names], [False] * len(meant) + [True] * has_others)


def outside_braces(separator: str, text: str) -> list[str]:
    """What is between the separators, as BibTeX sees it: a brace behind a backslash counts like any other."""
    depths = accumulate({"{": 1, "}": -1}.get(character, 0) for character in text)
    outside = "".join("x" if depth or character == "}" else character for depth, character in zip(depths, text))
    return re.split(separator, outside, flags=re.IGNORECASE)


class Bibtex(WriterTest):
    # pandoc knows no command for a brace without its other half, which cannot be written otherwise, and loses what
    # follows it. It treats the text between a grave accent and the next apostrophe as a quotation, even across names.
    pieces = [piece for piece in PIECES if piece.count("{") == piece.count("}") and "`" not in piece] + ["{x}", "{\\}", "{}"]

    def test_pandoc_reads_every_text_as_it_is(self):
        ours = json.loads(run(self.program, "csl_json"))
        theirs = json.loads(run("pandoc", "-f", "bibtex", "-t", "csljson", given=run(self.program, "bibtex")))
        self.assertEqual([item["id"] for item in theirs], [item["id"] for item in ours])
        for item, read in zip(ours, theirs):
            with self.subTest(item["id"]):
                self.assertEqual(as_pandoc_can(read["title"]), as_pandoc_can(item["title"]))
                self.assertEqual(authors_of(read), authors_of(item))
                # What would end the field is written as in any URL.
                doi, url = (item[name].translate(VERBATIM) if name in item else None for name in ("DOI", "URL"))
                self.assertEqual((read.get("DOI"), read["URL"]), (doi, url))
                year = item.get("issued", {}).get("date-parts", [[None]])[0][0]
                # A date in words is none to it.
                self.assertEqual((read.get("issued", {}).get("date-parts") or [[None]])[0][0], year)


# Characters that would end a field, or that readers treat as markup.
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", '"': "%22", "$": "%24", "'": "%27"})


class Markdown(WriterTest):
    """The blocks that cmark-gfm finds, with what a reader of the page sees, are those of the catalogue and no others."""

    def assert_blocks(self, what: str, language: str, expected: list, bold: list, links: list) -> None:
        page = run(self.program, what, language)
        # Addresses in the texts become links nowhere, not even where they would by themselves, as on GitHub.
        document = ElementTree.fromstring(run("cmark-gfm", *EXTENSIONS, "-t", "xml", given=page))
        nodes = [(node.tag.removeprefix(MARKDOWN), node) for node in document.iter()]
        blocks = [(tag, text_of(node)) for tag, node in nodes if tag in ("heading", "paragraph", "table_cell")]
        for found, wanted in zip(blocks, expected):
            self.assertEqual(found, wanted)
        self.assertEqual(len(blocks), len(expected))
        self.assertEqual([text_of(node) for tag, node in nodes if tag == "strong"], bold)
        found = [node.get("destination") for tag, node in nodes if tag == "link"]
        # An address of mail becomes a link however it is written: cmark-gfm looks for them when all else is read.
        self.assertEqual([link for link in found if not link.startswith("mailto:")], links)
        self.assertEqual({tag for tag, _ in nodes} & {"emph", "strikethrough", "image", "html_inline", "html_block", "code_block"}, set())

    def test_every_cell_heading_and_step(self):
        for language, name in enumerate(("ko", "en")):
            part = self.catalogue.parts[0]
            expected = [("heading", self.catalogue.title[language]), ("heading", f"{part.number} {part.title[language]}")]
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
                    expected.append(("paragraph", f"{step.label}{by} - {step.note[language]}" if step.label else step.note[language]))
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
    cases = {"texts": ["Texts"], "python": ["CslJson", "Json", "Braces"], "pandoc": ["Bibtex"], "cmark-gfm": ["Markdown"]}
    unittest.main(argv=[sys.argv[0], *cases[PART]])
