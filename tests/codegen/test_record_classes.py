"""records.hpp: the class of each kind, with an accessor for each field, and its table."""

import re
import shutil

from codegen.kinds_reader import read_kinds
from codegen.reader import read_catalogue
from codegen.schema import FIELD_TYPES
from codegen.source import Source
from tests.support.catalogues import changed
from tests.support.generated_tables import headers_of
from tests.support.generator import REAL_DATA, CodegenTest
from tests.support.running import ROOT, output_of

FORMATTER = "clang-format-14"

CLASS = re.compile(r"((?:^///[^\n]*\n)+)^class (\w+) : public ([^{]*) \{\n(.*?)^\};\n", re.MULTILINE | re.DOTALL)
ACCESSOR = re.compile(r"((?:    ///[^\n]*\n)+)    constexpr ([^\n]*?) const noexcept \{\s+return ([^;]*);\s+\}\n")
NUMBER = "refcatalog::detail::number_in(table_::{0}_values, table_::{0}_base, row_())"
LISTED = "refcatalog::detail::listed<refcatalog::{}>(table_::{{0}}_begin, row_())"
TEXT = ("std::string_view {}()", "text_(table_::column_::{})")
TYPES = {
    "text": TEXT,
    "localized": ("std::string_view {}(refcatalog::lang language = {{}})", "text_(table_::column_::{}, language)"),
    "prose": TEXT,
    "url": TEXT,
    "integer": ("int {}()", NUMBER),
    "year": ("int {}()", NUMBER),
    "flag": ("bool {}()", f"static_cast<bool>({NUMBER})"),
    "date": ("refcatalog::partial_date {}()", f"refcatalog::detail::unpacked_date({NUMBER})"),
    "texts": ("refcatalog::text_list_view {}()", LISTED.format("text_list_view")),
    "entries": ("refcatalog::entry_list_view {}()", LISTED.format("entry_list_view")),
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
        {"name": "day", "type": "date", "doc": 'The "day".'},
        {"name": "abstract", "type": "prose", "doc": "\ud55c."},
        {"name": "seats", "type": "integer", "doc": "How many."},
        {"name": "open", "type": "flag", "doc": "Whether."},
        {"name": "speakers", "type": "texts", "doc": "Who."},
        {"name": "papers", "type": "entries", "doc": "Which."},
    ],
}


def with_talks() -> dict:
    """The small catalogue with a category of talks, but without talks."""
    category = {"id": "talks_on", "number": "C.2.10", "title": "Talks", "kind": "talk"}
    catalogue = changed(("catalog.toml", "category", 11, category))
    return {**catalogue, "kinds.toml": {"kind": [TALK]}, "talks.toml": {}}


def text_of(comment: str) -> str:
    """The text of a comment, on one line."""
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
            # The comparison ignores line breaks in the code.
            found = {head: re.sub(r"\(\s+", "(", code) for head, (_, code) in accessors.items()}
            self.assertEqual({head: " ".join(code.split()) for head, code in found.items()}, expected)

    def test_standard_kinds(self):
        kinds = read_catalogue(REAL_DATA).kinds
        header = headers_of(REAL_DATA)["records.hpp"]
        self.assert_classes(header, kinds)
        for name, (comment, _, accessors) in classes_in(header).items():
            self.assertEqual(comment, f"{kinds[name].doc} Source: data/{kinds[name].plural}.toml.")
            docs = [doc for doc, _ in accessors.values()]
            self.assertEqual(docs, [field.doc for field in kinds[name].fields])

    def test_user_defined_kind_with_difficult_comments(self):
        header = self.assert_accepted(with_talks())["records.hpp"].decode()
        self.assert_classes(header, read_catalogue(self.data).kinds)
        comment, _, accessors = classes_in(header)["talk"]
        self.assertEqual(comment, "A talk */ on '\\ud55c', ending in \\ Source: data/talks.toml.")
        docs = [
            "What it is called ??/.",
            ("Who speaks, " * 20).strip(),
            "Where they are. */ // \\.",
            "When #define held that was.",
            *("Its number.", 'The "day".', "\\ud55c.", "How many.", "Whether.", "Who.", "Which."),
        ]
        self.assertEqual([doc for doc, _ in accessors.values()], docs)
        for line in header.split("\n"):
            self.assertLessEqual(len(line), 120)
            self.assertFalse(line.endswith(("\\", "??/")), line)

    def test_tables(self):
        header = self.assert_accepted(with_talks())["records.hpp"].decode()
        table = r"std::array<(\w+), generated::\1_table::size> (\w+) =\s+detail::rows::all<\1>\(\);"
        tables = dict(re.findall(table, header))
        kinds = read_catalogue(self.data).kinds
        self.assertEqual(tables, {kind.name: kind.plural for kind in kinds.values()})
        for name, kind in kinds.items():
            lines = (
                f"case record_kind::{name}: return detail::text<{name}_table>(row, column);",
                f"(refcatalog::{kind.plural}[row]);",
            )
            for line in lines:
                self.assertEqual(header.count(f"{line}\n"), 1, line)
        for kind in kinds.values():
            included = f"#include <refcatalog/generated/{kind.plural}.hpp>\n"
            self.assertEqual(header.count(included), 1)


class Layout(CodegenTest):
    """Code that a formatter does not change, with names of any length."""

    def kind(self, number: int, length: int) -> dict:
        def name(begin: str) -> str:
            return (begin + "xlongname" * 6)[:length]

        fields = [{"name": name(type), "type": type, "doc": "A field."} for type in FIELD_TYPES]
        kind = {"name": name(f"thing{number}"), "plural": name(f"several{number}"), "doc": "A thing.", "field": fields}
        return {**kind, "title": name("text"), **({} if number == 1 else {"date": name("date" if number else "year")})}

    def catalogue(self, kinds: list[dict]) -> dict:
        categories = [{"id": f"all_{at}", "title": "All", "kind": kind["name"]} for at, kind in enumerate(kinds)]
        catalog = {"title": "Things", "part": [{"title": "All"}], "category": categories}
        files = {"catalog.toml": catalog, "kinds.toml": {"kind": kinds}, "reading_order.toml": {}}
        return {**files, **{f"{kind['plural']}.toml": {} for kind in kinds}}

    def assert_formatted(self, headers: dict[str, str], *names: str) -> None:
        """No line is too long, and the formatter changes neither these headers nor those with code for all kinds."""
        long = [line for text in headers.values() for line in text.split("\n") if len(line) > 120]
        self.assertEqual(long, [])
        if not shutil.which(FORMATTER):
            self.skipTest(f"{FORMATTER} is not installed")
        for name in "record_kind.hpp", "records.hpp", "years.hpp", *names:
            style = (f"--style=file:{ROOT / '.clang-format'}", f"--assume-filename={name}")
            self.assertEqual(output_of(FORMATTER, *style, input=headers[name]), headers[name])

    def test_names_of_any_length(self):
        short = ((11, (0,)), (13, (2, 1, 0)), (16, (1,)), (20, (0, 1)), (26, (0, 1, 2)), (30, (2, 0)))
        long = ((33, (0, 1)), (36, (0, 2)), (40, (0, 1, 2)), (43, (0,)), (47, (1, 0)), (50, (0, 1)))
        for length, numbers in (*short, *long):
            with self.subTest(length=length, numbers=numbers):
                kinds = [self.kind(number, length) for number in numbers]
                self.write(self.catalogue(kinds))
                self.assert_formatted(headers_of(self.data), f"{kinds[0]['plural']}.hpp")

    def test_standard_kinds(self):
        # The tables are excluded, because their literals are longer.
        names = ("lang.hpp", "record_kind.hpp", "records.hpp", "years.hpp")
        self.assert_formatted({name: headers_of(REAL_DATA)[name] for name in names}, *names)


class GeneratorKnowsNoKind(CodegenTest):
    def test_the_generator_names_no_kind(self):
        # The files with the types of CSL and of other formats are excluded. A hyphen does not end a word.
        kinds = read_kinds(Source(REAL_DATA)).values()
        names = {name for kind in kinds for name in (kind.name, kind.plural)}
        words = re.compile(rf"(?<![\w-])({'|'.join(sorted(names))})(_table|\.toml|\.hpp)?(?![\w-])")
        paths = [path for path in (ROOT / "codegen").rglob("*") if path.suffix in (".py", ".j2")]
        for name in "csl", "formats", "importers/bibtex_fields", "importers/tagged_fields":
            paths.remove(ROOT / f"codegen/{name}.py")
        self.assertGreater(len(paths), 20)
        for path in paths:
            with self.subTest(path=path.name):
                self.assertIsNone(words.search(path.read_text(encoding="utf-8")))
