"""records.hpp: the class of each kind, with an accessor for each field, and its table."""

import re

from codegen.kinds_reader import read_kinds
from codegen.source import Source
from tests.support.catalogues import small_catalogue
from tests.support.generated_headers import headers_of
from tests.support.generator import REAL_DATA, CodegenTest
from tests.support.running import ROOT

CLASS = re.compile(r"((?:^///[^\n]*\n)+)^class (\w+) : public ([^{]*) \{\n(.*?)^\};\n", re.MULTILINE | re.DOTALL)
ACCESSOR = re.compile(r"((?:    ///[^\n]*\n)+)    constexpr ([^\n]*?) const noexcept \{\s+return ([^\n]*);\s+\}\n")
TYPES = {
    "text": ("std::string_view {}()", "text_(column_::{})"),
    "localized": ("std::string_view {}(refcatalog::lang language = {{}})", "text_(column_::{}, language)"),
    "url": ("std::string_view {}()", "text_(column_::{})"),
    "year": ("int {}()", "year_()"),
    "ordinal": ("int {}()", "static_cast<int>(row_()) + 1"),
}
TALK = {
    "name": "talk",
    "plural": "talks",
    "doc": "A talk\n*/ on\n\n'\ud55c', ending in \\",
    "title": "label",
    "date": "held",
    "field": [
        {"name": "label", "type": "text", "doc": "What it is called ??/"},
        {"name": "speaker", "type": "localized", "doc": " ".join(["Who speaks,"] * 20)},
        {"name": "slides", "type": "url", "doc": "Where they are. */ // \\"},
        {"name": "held", "type": "year", "doc": "When\n#define held\nthat was."},
        {"name": "rank", "type": "ordinal", "doc": "Its number."},
    ],
}


def text_of(comment: str) -> str:
    """What a comment says, on one line."""
    return " ".join(line.strip().removeprefix("///").strip() for line in comment.splitlines())


def classes_in(header: str) -> dict[str, tuple[str, str, dict]]:
    """The comment and the base of each class, and the comment and the code of each accessor by its declaration."""
    found = {}
    for comment, name, base, body in CLASS.findall(header):
        accessors = {head: (text_of(text), code) for text, head, code in ACCESSOR.findall(body)}
        found[name] = (text_of(comment), base, accessors)
    return found


class RecordClasses(CodegenTest):
    def assert_classes(self, header: str, kinds: dict) -> None:
        classes = classes_in(header)
        self.assertEqual([*classes], [*kinds])
        for name, kind in kinds.items():
            _, base, accessors = classes[name]
            self.assertEqual(base, f"detail::record<generated::{name}_table, record_kind::{name}>")
            expected = {}
            for field in kind.fields:
                head, code = (part.format(field.name) for part in TYPES[field.type])
                expected[head] = code
            citation = {"refcatalog::citation citation()"} if name == "paper" else set()
            self.assertEqual(accessors.keys(), expected.keys() | citation)
            self.assertEqual({head: code for head, (_, code) in accessors.items() if head in expected}, expected)

    def test_standard_kinds(self):
        kinds = read_kinds(Source(REAL_DATA))
        header = headers_of(REAL_DATA)["records.hpp"]
        self.assert_classes(header, kinds)
        for name, (comment, _, accessors) in classes_in(header).items():
            self.assertEqual(comment, f"{kinds[name].doc} Source: data/{kinds[name].plural}.toml.")
            docs = [doc for doc, _ in accessors.values()]
            self.assertEqual(docs[: len(kinds[name].fields)], [field.doc for field in kinds[name].fields])

    def test_own_kind_with_comments_that_are_hard_to_write(self):
        header = self.assert_accepted({**small_catalogue(), "kinds.toml": {"kind": [TALK]}})["records.hpp"].decode()
        self.assert_classes(header, read_kinds(Source(self.data)))
        comment, _, accessors = classes_in(header)["talk"]
        self.assertEqual(comment, "A talk */ on '\\ud55c', ending in \\ Source: data/talks.toml.")
        docs = [
            "What it is called ??/.",
            ("Who speaks, " * 20).strip(),
            "Where they are. */ // \\.",
            "When #define held that was.",
            "Its number.",
        ]
        self.assertEqual([doc for doc, _ in accessors.values()], docs)
        for line in header.split("\n"):
            self.assertLessEqual(len(line), 120)
            self.assertFalse(line.endswith(("\\", "??/")), line)

    def test_tables(self):
        header = self.assert_accepted({**small_catalogue(), "kinds.toml": {"kind": [TALK]}})["records.hpp"].decode()
        table = r"std::array<(\w+), generated::\1_table::size> (\w+) =\s+detail::rows::all<\1>\(\);"
        tables = dict(re.findall(table, header))
        kinds = read_kinds(Source(self.data))
        self.assertEqual(tables, {kind.name: kind.plural for kind in kinds.values()})
        for name, kind in read_kinds(Source(self.data)).items():
            lines = (
                f"case record_kind::{name}: return detail::text<{name}_table>(row, column);",
                f"case record_kind::{name}: return {name}_table::common[text];",
                f"(refcatalog::{kind.plural}[row]);",
            )
            for line in lines:
                self.assertEqual(header.count(f"{line}\n"), 1, line)
        years = re.findall(r"case record_kind::(\w+): return detail::year<(\w+)>\(row\);", header)
        self.assertEqual(years, [("paper", "paper_table"), ("talk", "talk_table")])
        for kind in kinds.values():
            included = f"#include <refcatalog/generated/{kind.plural}.hpp>\n"
            self.assertEqual(header.count(included), 1)


class NoKindIsKnown(CodegenTest):
    def test_the_generator_names_no_kind(self):
        # But for the one that has citations.
        kinds = read_kinds(Source(REAL_DATA)).values()
        names = {name for kind in kinds for name in (kind.name, kind.plural)} - {"paper", "papers"}
        words = re.compile(rf"\b({'|'.join(sorted(names))})(_table|\.toml|\.hpp)?\b")
        paths = [path for path in (ROOT / "codegen").rglob("*") if path.suffix in (".py", ".j2")]
        self.assertGreater(len(paths), 20)
        for path in paths:
            with self.subTest(path=path.name):
                self.assertIsNone(words.search(path.read_text(encoding="utf-8")))
