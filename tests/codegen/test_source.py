"""Files of data that cannot be read, so that messages cannot name an entry or field."""

import os
import sys

from codegen.reader import read_catalogue
from tests.support.catalogues import DELETED, changed, small_catalogue, to_toml
from tests.support.data_tests import DataTest
from tests.support.generator import run_here

# Newer parsers limit the depth of one name; two more parts may precede these.
MOST_DOTTED_NAMES = sys.getrecursionlimit() - 2


class Syntax(DataTest):
    """Files that are not valid TOML, or not text."""

    def test_invalid_toml(self):
        texts = {
            "unclosed text": b'title = "x',
            "unclosed table": b"[[paper]",
            "no value": b"[[paper]]\nkey =\n",
            "value without name": b"= 1",
            "the same name twice": b"[[paper]]\nyear = 2019\nyear = 2019\n",
            "table over a value": b"paper = 1\n[[paper]]\n",
            "bad escape": b'[[paper]]\nkey = "\\q"\n',
            "escaped surrogate": b'[[paper]]\nkey = "\\ud800"\n',
            "bare NUL": b'[[paper]]\nkey = "a\0b"\n',
            "bare carriage return": b"[[paper]]\rkey = 1\r",
            "text over two lines": b'[[paper]]\nkey = "a\nb"\n',
            "no TOML at all": b"%PDF-1.7\n",
            "leading zero": b"[[paper]]\nyear = 02019\n",
            "no such date": b"[[paper]]\nyear = 2019-02-30\n",
            "non-ASCII": "[[paper]]\n제목 = 1\n".encode(),
        }
        for what, text in texts.items():
            with self.subTest(what):
                self.assert_refused(changed(("papers.toml", text)), "papers.toml: is not valid TOML: ")

    def test_byte_order_mark(self):
        line = "papers.toml: begins with a byte order mark; save it as UTF-8 without one"
        self.assert_refused(changed(("papers.toml", b"\xef\xbb\xbf[[paper]]\n")), line)

    def test_huge_decimal_integer(self):
        # Python refuses the conversion with an exception other than the TOML parser's.
        text = b"[[paper]]\nyear = " + b"9" * 5_000
        self.assert_refused(changed(("papers.toml", text)), "papers.toml: is not valid TOML: ")

    def test_invalid_utf_8(self):
        texts = {
            "UTF-16": b"\xff\xfe[\0",
            "Latin-1": b'a = "\xe9t\xe9"',
            "overlong NUL": b'a = "\xc0\x80"',
            "surrogate": b'a = "\xed\xa0\x80"',
            "beyond Unicode": b'a = "\xf5\x80\x80\x80"',
            "cut short": b'a = "\xeb\xac"',
        }
        for what, text in texts.items():
            with self.subTest(what):
                self.assert_refused(changed(("papers.toml", text)), "papers.toml: is not UTF-8: byte ")

    def test_deep_nesting(self):
        texts = {
            "lists": b"[[paper]]\ntitle = " + b"[" * 50_000,
            "closed lists": b"[[paper]]\ntitle = " + b"[" * 50_000 + b"]" * 50_000,
            "tables": b"[[paper]]\ntitle = " + b"{a=" * 50_000,
        }
        for what, text in texts.items():
            with self.subTest(what):
                self.assert_refused(changed(("papers.toml", text)), "papers.toml: is ")

    def test_deep_nesting_by_dotted_names(self):
        # The parser reads these without recursion; only the message that shows the value recurses.
        dotted = ".".join(["name"] * MOST_DOTTED_NAMES)
        tool = (
            f'[[tool]]\nkey = "tool"\ncategory = "services"\n'
            f'{dotted} = 1\npurpose.ko = "x"\npurpose.en.{dotted} = 1\n'
        )
        self.assert_refused(
            changed(("tools.toml", tool.encode())),
            "tools.toml: tool 'tool': name: must be a text",
            "tools.toml: tool 'tool': purpose: .en must be a text",
        )

    def test_deep_nesting_of_facts(self):
        dotted = ".".join(["name"] * MOST_DOTTED_NAMES)
        tool = (
            '[[tool]]\nkey = "tool"\ncategory = "services"\nname = "Tool"\npurpose = "x"\nlink_label = "x"\n'
            f"status.{dotted} = 1\ncurrent_url.{dotted} = 1\n"
            f"[[tool.correction]]\ncell.{dotted} = 1\nfact.{dotted} = 1\n"
        )
        citation = f"type.{dotted} = 1\nauthor = [{{{dotted} = 1}}]\nDOI.{dotted} = 1\nissued.{dotted} = 1"
        first = small_catalogue()["papers.toml"]["paper"][0]
        paper = "\n".join(f"{name} = {to_toml(value)}" for name, value in first.items())
        papers = f"[[paper]]\n{paper}\n[paper.citation]\n{citation}\n"
        self.assert_refused(
            changed(("papers.toml", papers.encode()), ("tools.toml", tool.encode()), ("reading_order.toml", {})),
            "papers.toml: paper 'paper-one', citation: type: must be one of ",
            "papers.toml: paper 'paper-one', citation: author: item 1 has the unknown part 'name'; the parts are ",
            "papers.toml: paper 'paper-one', citation: DOI: must be a text",
            "papers.toml: paper 'paper-one', citation: issued: a dict too large to show is not a date; ",
            "tools.toml: tool 'tool': status: must be one of ",
            "tools.toml: tool 'tool': current_url: must be a text",
            "tools.toml: tool 'tool', correction 1: cell: must be a text",
            "tools.toml: tool 'tool', correction 1: fact: has the unknown language",
        )


class Files(DataTest):
    """Missing files, unknown files, and paths that are not files."""

    def test_missing_file_and_no_categories(self):
        # Without categories, it is unknown which kinds need a file.
        line = "catalog.toml: category: must be at least one [[table]]"
        self.assert_refused(changed(("catalog.toml", "category", []), ("tools.toml", DELETED)), line)

    def test_missing_file(self):
        for file in small_catalogue().keys() - {"reading_order.toml"}:
            with self.subTest(file=file):
                # References to its contents from other files must not be reported as wrong.
                self.assert_refused(changed((file, DELETED)), f"{file}: is missing")

    def test_the_reading_order_is_optional(self):
        self.assert_accepted(changed(("reading_order.toml", DELETED)))
        self.assertEqual(read_catalogue(self.data).stages, [])

    def test_file_of_a_kind_without_categories_may_be_missing(self):
        without_tools = changed(
            ("catalog.toml", "category", small_catalogue()["catalog.toml"]["category"][:9]),
            ("reading_order.toml", "stage", 1, "step", 1, DELETED),
            ("tools.toml", DELETED),
        )
        self.assert_accepted(without_tools)

    def test_directory_in_place_of_a_file(self):
        for file in small_catalogue():
            with self.subTest(file=file):
                self.assert_refused(changed((file, None)), f"{file}: cannot be read: Is a directory")

    def test_dangling_link_in_place_of_an_optional_file(self):
        categories = small_catalogue()["catalog.toml"]["category"][:9]
        self.write(changed(("catalog.toml", "category", categories), ("tools.toml", DELETED)))
        (self.data / "tools.toml").symlink_to("nowhere")
        self.assert_mistakes("tools.toml: is missing")

    def test_pipe_or_device_in_place_of_a_file(self):
        self.write(changed(("tools.toml", DELETED), ("books.toml", DELETED)))
        os.mkfifo(self.data / "tools.toml")
        (self.data / "books.toml").symlink_to("/dev/zero")
        reason = "cannot be read: It is not a regular file"
        self.assert_mistakes(f"books.toml: {reason}", f"tools.toml: {reason}")

    def test_unknown_file(self):
        for file in ("videos.toml", "paper.toml", "Papers.toml", "BOOKS.TOML", ".toml"):
            with self.subTest(file=file):
                self.assert_refused(changed((file, {})), f"{file}: is not a data file; the names are blogs.toml, ")

    def test_unknown_file_with_an_unusual_name(self):
        # The name must neither break the line nor send control characters to a terminal.
        names = {"two\nlines.toml": r"two\nlines.toml", "tab\t.toml": r"tab\t.toml", "\x1b[1m.toml": r"\x1b[1m.toml"}
        for name, shown in names.items():
            with self.subTest(name=name):
                self.assert_refused(changed((name, {})), f"{shown}: is not a data file")

    def test_unknown_files_are_reported_in_order(self):
        # The order does not depend on the file system.
        files = [f"file-{number}.toml" for number in range(10, 30)]
        self.write({**small_catalogue(), **{file: {} for file in reversed(files)}})
        _, _, stderr = run_here("--data", self.data, "--output", self.output)
        paths = [line.split(": ")[0] for line in stderr.splitlines()]
        self.assertEqual(paths, [f"{self.data}/{file}" for file in files])

    def test_files_of_other_types_are_ignored(self):
        self.assert_accepted(changed(("README.md", b"Not data"), ("papers.toml~", b"Not TOML"), ("notes", None)))

    def test_missing_directory_of_data(self):
        self.assert_mistakes(": cannot be read as a data directory: ")

    def test_file_in_place_of_the_directory_of_data(self):
        self.data.write_bytes(b"")
        self.assert_mistakes(": cannot be read as a data directory: ")
