"""Takes texts that break naive generators and writers all the way: python3 -m tests.hostile.check PART COMPILER [FLAG...]

PART `texts` compares every text that a program gets from the library with the data, byte by byte. The other parts are
named after who reads what the writers write: python reads CSL-JSON, pandoc BibTeX, cmark-gfm Markdown; they end with 77
where their program is not installed."""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from itertools import accumulate
from pathlib import Path
from xml.etree import ElementTree

from codegen import checks, schema
from codegen.author_names import family_name
from codegen.reader import read_catalogue
from tests.support.catalogues import file_content, two
from tests.support.generator import run_here
from tests.support.running import ROOT, need
from tests.support.writers import MARKDOWN, cells_of, names, text_of, venue_of

# -trigraphs makes them what they were before C++17.
STRICT = ("-std=c++20", "-Wall", "-Wextra", "-Werror", "-Wtrigraphs", "-trigraphs")
SEED = 20

# What a text may be, though it looks like an end of a literal, a comment, an escape, or a mark of the template.
HOSTILE = [
    *('"', "\\", '\\"', 'a"b\\', "\\\\", "'", '"""', "'''", "\\0", "\\x41", "\\u0041", "\\N{DIGIT ONE}", "\\1"),
    *("??/", "??=??(??)??!??<??>??-??'", "?\\?/", "????/", 'a??/"'),
    *(')"', ')raw"', 'R"(x)")--"', 'u8"x"', 'L"x"', '"s', '"_x'),
    *("*/", "/* */", "//", "//\\", "x \\", "#define size 0", "#include <x>", "__FILE__", "0", "NULL"),
    *("%s%n%d", "%", "{{ x }} {% y %} {# z #}", "{{", "}}", "%}", "{% raw %}", "$x$ `y`", "\\N", "&amp;", "</script>", "]]>"),
    # Digits and hexadecimal letters, where an escape of the byte before them could go on.
    *("\u00e91", "\u00e9A", "\u00e9f0", "\u00e9\u0660", "\U0001f6009", "\u00ff7", "\U0010fffd8", "\ufffd0"),
    *("\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f1f0\U0001f1f7", "\u2764\ufe0f", "x\u0301", "q\u0323\u0307", "\u0301x"),
    # Right to left, and marks of direction that a schema may well take.
    *("\u05e9\u05dc\u05d5\u05dd abc \u0639\u0631\u0628\u064a", "\u200fabc\u200e", "\u061c1", "a\u00adb", "a\u00a0b", "a\u3000b", "a  b"),
    # Not assigned, for private use, no character.
    *("\u0378", "\ue000", "\ufffe", "\U0010ffff"),
]

# A text and its terminator fill a page of a pool.
LONGEST = ["\u00e9" * 32_767, "?" * 65_534, '"' * 65_534, "x" * 65_533 + "\\"]

# What the random texts are made of.
PIECES = [
    *"#$%&_{}~^\\\"'`-<>|,;:?!@*[]()+=./ ",
    *("a", "b1", "B", "\u00e9", "\u05d0", "\U0001f600", "and", " and ", "And", " , ", "  ", " ", " / ", "/"),
    *("&amp;", "&#38;", "&#x26;", "&copy", "&;", "--", "---", "``", "''", "...", "~~", "~ ", " ~"),
    *("**", "__", "***", "$$", "%5C", "\\%"),
    *("1. ", "2) ", "- ", "+ ", "# ", "## ", "> ", " #", "```", "<b>", "<!--"),
    *("![", "](", "[^1]", "[x]: ", ":-", "|-|", "\\|", "===", "***"),
    *("https://a.example/_b_", "www.example.com", "x@y.example"),
    *("\\textbf{x}", "\\", "{", "}", "{\\", "\\begin{x}", "%s", "@x{y"),
]
URL_PIECES = [piece for piece in PIECES if re.fullmatch("[!-~]+", piece)]


def admitted(text: str, check=checks.check_english) -> bool:
    try:
        check(text)
    except checks.Wrong:
        return False
    return True


class Given:
    """The hostile texts in turn, those with Korean before them where it is taken; URLs differ."""

    families: dict[str, str] = {}

    def __init__(self):
        self.count = 0

    def text(self) -> str:
        self.count += 1
        return HOSTILE[self.count % len(HOSTILE)]

    def korean(self) -> str:
        return f"\ud55c{self.text()}"

    def url(self) -> str:
        printable = "".join(re.findall("[!-~]+", self.text()))
        return f"https://{self.count}.example/{printable}"

    def author(self) -> str:
        name = self.text()
        return name if admitted(name, checks.check_author) else self.author()


class Random:
    """Random texts of the pieces."""

    def __init__(self, pieces: list[str]):
        self.pieces = pieces
        self.random = random.Random(SEED)
        self.families: dict[str, str] = {}
        self.count = 0

    def text(self, pieces=None) -> str:
        while True:
            text = unicodedata.normalize("NFC", "".join(self.random.choices(pieces or self.pieces, k=self.random.randint(1, 9)))).strip()
            if admitted(text):
                return text

    def korean(self) -> str:
        return self.text([*self.pieces, *["\uac00"] * 20])

    def url(self) -> str:
        self.count += 1
        return f"http://{self.count}.example/{self.text(URL_PIECES)}"

    def author(self) -> str:
        """A name; for some the family name is given, particle included, which is not certain otherwise.
        There are letters in both parts, first of all in the family name, since pandoc leaves out what it takes for none."""
        word = f"L{self.text().replace(' ', '')}"
        given = [self.random.choice(["Ada", "A. B.", "Jos\u00e9 K.", "O'Neil,"]), *self.random.choice([[], [self.text()]])]
        family = self.random.choice(["", "", "van ", "de la "]) + self.random.choice(["Byron", "Knuth, Jr.", "Lee", word])
        name = " ".join([*self.random.sample(given, len(given)), family])
        # With an equals sign a name is a list of its parts to pandoc, as in "family=Lee".
        if "=" in name or not admitted(name, checks.check_author):
            return self.author()
        if self.random.random() < 0.6 and "  " not in family:
            self.families[name] = family
        return name


def catalogue_of(source, count: int, authors: int = 3) -> dict:
    """A catalogue with `count` records of each kind, whose texts are the source's."""

    def both() -> dict:
        return two(source.korean(), source.text())

    def value(kind: schema.Kind, field: schema.Field, number: int) -> object:
        if field.name == "category":
            return kind.plural
        if field.type == "status":
            return schema.STATUSES[1 + number % 4]
        if field.name == "citation":
            return citation(number)
        if field.name == "correction":
            return [{"cell": list(kind.cells)[0], "fact": both()} for _ in range(number % 3)] or None
        return {
            "key": lambda: f"{kind.name}-{number}",
            "integer": lambda: number,
            "year": lambda: 1990 + number % 30,
            "text": source.text,
            "bilingual": both,
            "url": source.url,
        }[field.type]()

    def citation(number: int) -> dict:
        fields = {"type": schema.PUBLICATION_TYPES[number % 5], "authors": [source.author() for _ in range(authors)]}
        fields["title"] = f"{source.text()}!{number}"  # it must differ from the paper's
        fields["arxiv"] = f"1706.{number:05}"
        if venues := schema.VENUES.get(fields["type"]):
            fields |= {venues[number // 5 % len(venues)]: source.text(), "year": 2017, "doi": f"10.1234/a_<b>;-:/.+({number})"}
        return fields

    def record(kind: schema.Kind, number: int) -> dict:
        fields = {field.name: value(kind, field, number) for field in kind.fields + kind.facts}
        return {name: given for name, given in fields.items() if given is not None}

    def category(index: int, kind: schema.Kind) -> dict:
        columns = [both() for _ in kind.columns[0]]
        return {"id": kind.plural, "number": f"C.1.{index}", "title": both(), "kind": kind.name, "columns": columns}

    def step(number: int) -> dict:
        # Some have no label, some no name beside it. A label is a list with " / " between its items.
        fields = {"label": " ".join(source.text().split()), "by": source.text()}
        given = {name: fields[name] for name in list(fields)[: number % 3]}
        return {"number": number, **given, "note": both(), "entries": [f"paper-{number}", f"tool-{number}"]}

    files = {kind.file: {kind.name: [record(kind, number) for number in range(1, count + 1)]} for kind in schema.KINDS}
    files["papers.toml"] = {"family_names": source.families, **files["papers.toml"]}
    stages = [
        {"name": both(), "duration": both(), "step": [step(number) for number in range(first, min(first + 5, count + 1))]}
        for first in range(1, count + 1, 5)
    ]
    return files | {
        "catalog.toml": {
            "title": both(),
            "facts_as_of": "2026-11",
            "part": [{"number": "C.1", "title": both()}],
            "category": [category(index, kind) for index, kind in enumerate(schema.KINDS, 1)],
        },
        "reading_order.toml": {"stage": stages},
    }


def write(data: Path, files: dict) -> None:
    data.mkdir(exist_ok=True)
    for name, content in files.items():
        (data / name).write_bytes(file_content(content))


def build(directory: Path, files: dict) -> str:
    """The program that uses the catalogue."""
    write(directory / "data", files)
    include, program = directory / "include", str(directory / "program")
    result = run_here("--data", directory / "data", "--output", include / "refcatalog" / "generated")
    if result != (0, "", ""):
        raise AssertionError(f"the generator ended with {result}")
    subprocess.run([*COMPILER, *STRICT, f"-I{include}", f"-I{ROOT}/include", ROOT / "tests/hostile/use.cpp", "-o", program], check=True)
    return program


def run(*command: str, given: bytes = b"") -> str:
    result = subprocess.run(command, input=given, capture_output=True)
    if result.returncode or result.stderr:
        raise AssertionError(f"{command} ended with {result.returncode}: {result.stderr.decode()[:2_000]}")
    return result.stdout.decode()


def in_two(value: object) -> list[str]:
    return [value["ko"], value["en"]] if isinstance(value, dict) else [value, value]


def expected_texts(files: dict) -> list[tuple[str, str]]:
    """The name and the text of all that use.cpp prints, from the data alone."""
    found: list[tuple[str, str]] = []

    def show(name: str, *texts: object) -> None:
        found.extend((name, str(text)) for text in texts)

    def show_common(record: dict) -> None:
        label = in_two(record.get("link_label", ""))
        show("key", record["key"])
        show("link_label", label[0])
        show("link_label_in", *label)
        show("url", record.get("url", ""))
        show("status", record.get("status", "active"))
        show("current_url", record.get("current_url", record.get("url", "")))
        show("status_note", *in_two(record.get("status_note", "")))
        for correction in record.get("correction", []):
            show("cell", correction["cell"])
            show("fact", *in_two(correction["fact"]))

    def show_citation(paper: dict) -> None:
        citation = paper["citation"]
        show("type", citation["type"])
        show("title", citation.get("title", paper["title"]))
        show("venue", *[citation[name] for name in ("conference", "journal", "institution") if name in citation] or [""])
        show("arxiv_id", citation["arxiv"])
        show("doi", citation.get("doi", ""))
        show("url", paper["url"])
        for name in citation["authors"]:
            show("author", name)
            show("family_name", family_name(name, files["papers.toml"]["family_names"]))

    catalog = files["catalog.toml"]
    show("catalog_title", *in_two(catalog["title"]))
    show("facts_as_of", catalog["facts_as_of"])
    for part in catalog["part"]:
        show("number", part["number"])
        show("title", *in_two(part["title"]))
    for category in catalog["category"]:
        show("id", category["id"])
        show("number", category["number"])
        show("title", *in_two(category["title"]))
        for column in category["columns"]:
            show("column", *in_two(column))
    for kind in schema.KINDS:
        for record in files[kind.file][kind.name]:
            show("kind", kind.name)
            show_common(record)
            for name in "title", "by", "description":
                given = [record[field] for field in kind.common[name] if field in record]
                show(name, *in_two(given[0] if given else ""))
            show_common(record)
            for field in kind.fields:
                if field.name not in ("key", "category", "link_label", "url"):
                    show(field.name, *in_two(record[field.name])[0 if field.type == "bilingual" else 1 :])
            if kind.name == "paper":
                show_citation(record)
    for stage in files["reading_order.toml"]["stage"]:
        show("name", *in_two(stage["name"]))
        show("duration", *in_two(stage["duration"]))
        for step in stage["step"]:
            show("label", step.get("label", ""))
            show("by", step.get("by", ""))
            show("note", *in_two(step["note"]))
            for key in step["entries"]:
                show("entry", key)
    return found


def parsed(output: bytes) -> list[tuple[str, str]]:
    """What use.cpp printed."""
    found = []
    at = 0
    while at < len(output):
        head = re.compile(rb"(\w+) (\d+):").match(output, at)
        end = head.end() + int(head[2])
        found.append((head[1].decode(), output[head.end() : end].decode()))
        if output[end : end + 1] != b"\n":
            raise AssertionError(f"{found[-1]} is not as long as it says")
        at = end + 1
    return found


class HostileTest(unittest.TestCase):
    """A test with a temporary directory."""

    def setUp(self):
        self.directory = Path(tempfile.mkdtemp(prefix="hostile-")).resolve()
        self.addCleanup(shutil.rmtree, self.directory)


class Texts(HostileTest):
    def files(self) -> dict:
        """Enough records of each kind for each hostile text to be in it, and the longest texts in several places."""
        files = catalogue_of(Given(), len(HOSTILE) // 2)
        tools, paper = files["tools.toml"]["tool"], files["papers.toml"]["paper"][0]
        for text, tool in zip(LONGEST, tools):
            tool["name"] = text
        tools[0]["purpose"] = two("\ud55c" * 21_844 + "\\\"", LONGEST[0])
        tools[0]["link_label"] = LONGEST[1]
        tools[0]["correction"] = [{"cell": "name", "fact": text} for text in LONGEST]
        tools[-1]["key"] = files["reading_order.toml"]["stage"][-1]["step"][-1]["entries"][-1] = "a1" * 32_767
        paper["title"], paper["citation"]["title"] = LONGEST[:2]
        paper["citation"]["authors"] = LONGEST[2:]
        paper["url"] = "https://" + "x)" * 32_763
        files["catalog.toml"]["title"] = LONGEST[2]
        files["reading_order.toml"]["stage"][0]["step"][0]["note"] = LONGEST[3]
        return files

    def test_every_text_is_what_the_data_say(self):
        self.assertEqual([text for text in HOSTILE if not admitted(text)], [])
        self.assertEqual({len(text.encode()) for text in LONGEST}, {schema.MOST_TEXT_BYTES})
        files = self.files()
        output = subprocess.run([build(self.directory, files), "texts"], capture_output=True, check=True).stdout
        found, expected = parsed(output), expected_texts(files)
        for index, (left, right) in enumerate(zip(found, expected)):
            self.assertTrue(left == right, f"text {index}: {left[0]} {left[1][:200]!r} instead of {right[0]} {right[1][:200]!r}")
        self.assertEqual(len(found), len(expected))
        print(f"{len(found)} texts are as in the data")

    def test_a_text_of_a_byte_more_is_refused_where_it_stands(self):
        places = {
            ("catalog.toml", "title"): "title: ",
            ("catalog.toml", "category", 3, "columns", 0): "category 'C.1.4': columns: item 1 ",
            ("papers.toml", "paper", 0, "title"): "paper 'paper-1': title: ",
            ("papers.toml", "paper", 0, "url"): "paper 'paper-1': url: ",
            ("papers.toml", "paper", 1, "citation", "title"): "paper 'paper-2', citation: title: ",
            ("papers.toml", "paper", 1, "citation", "authors", 2): "paper 'paper-2', citation: authors: item 3 ",
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
                place[last] = "https://" + "x" * 65_527 if last == "url" else "a" * 65_535
                write(self.directory / "data", files)
                status, stdout, stderr = run_here("--data", self.directory / "data", "--output", self.directory / "output")
                self.assertEqual((status, stdout), (1, ""))
                self.assertIn(f"{self.directory / 'data' / file}: {beginning}has 65535 bytes of UTF-8; 65534 is the most", stderr)
                self.assertLessEqual(max(map(len, stderr.splitlines())), 500)
                self.assertFalse((self.directory / "output").exists())


class WriterTest(HostileTest):
    """A test of a writer, which a program runs on a catalogue of random texts."""

    pieces = PIECES

    def setUp(self):
        super().setUp()
        self.program = build(self.directory, catalogue_of(Random(self.pieces), 120, authors=8))
        self.catalogue = read_catalogue(self.directory / "data")
        self.papers = self.catalogue.records["paper"]


class CslJson(WriterTest):
    def test_python_reads_every_text_as_it_is(self):
        items = json.loads(run(self.program, "csl_json"))
        self.assertEqual(len(items), len(self.papers))
        for item, paper in zip(items, self.papers):
            source = paper.citation
            with self.subTest(paper.key):
                self.assertEqual((item["id"], item["title"], item["URL"]), (paper.key, source.title, paper.url))
                self.assertEqual([f"{given} {family}" if given else family for family, given in names(item)], source.authors)
                families = [family_name(name, self.catalogue.family_names) for name in source.authors]
                self.assertEqual([author.get("family", "") for author in item["author"]], families)
                self.assertEqual(item.get("container-title", item.get("publisher")), venue_of(source))
                self.assertEqual((item.get("DOI"), item["number"]), (source.doi, f"arXiv:{source.arxiv}"))


def as_pandoc_can(text: str) -> str:
    """The text less what pandoc does not keep: it sets quotation marks as a typesetter would, and makes one of several
    spaces."""
    return " ".join(re.sub("['`\u2018\u2019\u201c\u201d]", "", text).split())


def authors_of(item: dict) -> list[str]:
    """Whole names: which part is the family's, BibTeX decides otherwise where a comma or a word in lower case is in doubt."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "literal")
    return [as_pandoc_can(" ".join(author[part] for part in parts if part in author)) for author in item["author"]]


class Braces(WriterTest):
    def test_each_brace_of_the_bibtex_has_its_other_half(self):
        page = run(self.program, "bibtex")
        # BibTeX counts them, behind a backslash too.
        depths = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in page))
        ends = [index for index, depth in enumerate(depths) if depth == 0 and page[index] == "}"]
        self.assertEqual((min(depths), depths[-1], len(ends)), (0, 0, len(self.papers)))
        self.assertEqual([page[index - 1 : index + 2] for index in ends], ["\n}\n"] * len(self.papers))


class Bibtex(WriterTest):
    # pandoc knows no command for a brace without its other half, which cannot be written otherwise, and loses what
    # follows it. What is between a grave accent and the next apostrophe is a quotation to it, be it several names.
    pieces = [piece for piece in PIECES if piece.count("{") == piece.count("}") and "`" not in piece] + ["{x}", "{\\}", "{}"]

    def test_pandoc_reads_every_text_as_it_is(self):
        ours = json.loads(run(self.program, "csl_json"))
        theirs = json.loads(run("pandoc", "-f", "bibtex", "-t", "csljson", given=run(self.program, "bibtex").encode()))
        self.assertEqual([item["id"] for item in theirs], [item["id"] for item in ours])
        for item, read, paper in zip(ours, theirs, self.papers):
            with self.subTest(paper.key):
                self.assertEqual(as_pandoc_can(read["title"]), as_pandoc_can(item["title"]))
                self.assertEqual(authors_of(read), authors_of(item))
                venue = venue_of(paper.citation) if paper.citation.type != "preprint" else None
                found = read.get("container-title", read.get("publisher", ""))
                # It changes capitals to those of a sentence, as no style of BibTeX does.
                self.assertEqual(as_pandoc_can(found).casefold(), as_pandoc_can(venue or "").casefold())
                # What would end the field is written as in any URL.
                url = paper.url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
                self.assertEqual((read.get("DOI"), read["URL"]), (item.get("DOI"), url))


class Markdown(WriterTest):
    """The blocks that cmark-gfm finds, with what a reader of the page sees, are those of the catalogue and no others."""

    def assert_blocks(self, what: str, language: str, expected: list, bold: list, links: list) -> None:
        page = run(self.program, what, language).encode()
        # Addresses in the texts become links nowhere, not even where they would by themselves, as on GitHub.
        extensions = [part for name in ("table", "strikethrough", "autolink") for part in ("-e", name)]
        document = ElementTree.fromstring(run("cmark-gfm", *extensions, "-t", "xml", given=page))
        nodes = [(node.tag.removeprefix(MARKDOWN), node) for node in document.iter()]
        blocks = [(tag, text_of(node)) for tag, node in nodes if tag in ("heading", "paragraph", "table_cell")]
        for found, wanted in zip(blocks, expected):
            self.assertEqual(found, wanted)
        self.assertEqual(len(blocks), len(expected))
        self.assertEqual([text_of(node) for tag, node in nodes if tag == "strong"], bold)
        found = [node.get("destination") for tag, node in nodes if tag == "link"]
        # No escape keeps an address of mail from becoming a link.
        self.assertEqual([link for link in found if not link.startswith("mailto:")], links)
        self.assertEqual({tag for tag, _ in nodes} & {"emph", "strikethrough", "image", "html_inline", "html_block", "code_block"}, set())

    def test_every_cell_heading_and_step(self):
        for language, name in enumerate(("ko", "en")):
            part = self.catalogue.parts[0]
            expected = [("heading", self.catalogue.title[language]), ("heading", f"{part.number} {part.title[language]}")]
            bold, links = [], []
            for category in self.catalogue.categories:
                expected.append(("heading", f"{category.number} {category.title[language]}"))
                expected += [("table_cell", column[language]) for column in category.columns]
                for record in self.catalogue.records[category.kind]:
                    cells = cells_of(self.catalogue, category.kind, record, language)
                    expected += [("table_cell", cell) for cell in cells]
                    bold.append(cells[category.kind == "paper"])
                    links += [record.url] if category.kind != "paper" else []
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
            expected = [("heading", f"{('보충 및 정정', 'Notes and corrections')[language]} (2026-11)")]
            bold, links = [], []
            for category in self.catalogue.categories:
                expected.append(("heading", f"{category.number} {category.title[language]}"))
                for record in self.catalogue.records[category.kind]:
                    status = getattr(record, "status", "active")
                    if status == "active" and not record.correction:
                        continue
                    title = cells_of(self.catalogue, category.kind, record, language)[category.kind == "paper"]
                    expected.append(("paragraph", f"{title} ({status})" if status != "active" else title))
                    bold.append(title)
                    if status != "active":
                        label = re.sub("(^[^/]*/)$", lambda match: match[0][:-1], record.current_url.split("://", 1)[1])
                        expected.append(("paragraph", f"\u2192 {label} - {record.status_note[language]}"))
                        links.append(record.current_url)
                    expected += [("paragraph", f"{item.cell}: {item.fact[language]}") for item in record.correction]
            with self.subTest(language=name):
                self.assert_blocks("notes", name, expected, bold, links)


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    if PART not in ("texts", "python"):
        need(PART)
    cases = {"texts": ["Texts"], "python": ["CslJson", "Braces"], "pandoc": ["Bibtex"], "cmark-gfm": ["Markdown"]}
    unittest.main(argv=[sys.argv[0], *cases[PART]])
