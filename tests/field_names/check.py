"""Compiles a catalogue with fields and kinds that share names with parts of the library, and reads every field:
python3 -m tests.field_names.check COMPILER [FLAG...]

Each name is a field in several kinds, with a different type in each; records give it or omit it. Its accessor,
for_each_field and the JSON all return the values of the data. The generator rejects kinds with names that the library
uses for citations."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

from codegen.reserved_words import KEYWORDS
from codegen.schema import FIELD_TYPES, LIBRARY_NAMES
from tests.json.expected import Catalogue
from tests.support.catalogues import changed, file_content
from tests.support.generator import CodegenTest
from tests.support.running import INCLUDE, WARNINGS, generate, output_of

FIELDS = tuple(
    """date text index size lang entry f function language record row table generated detail name value begin end
    operator_like number visitor partial_date string_view rows number_in listed unpacked_date text_list_view
    entry_list_view record_kind size_t strlen languages entries first_year categories column_count offsets pool by_date
    index_type column std refcatalog role family given particle dropping_particle suffix is_literal issued date_of
    end_of literal_of type variable variables contributors contributor citation_variable csl_type authors venue doi
    arxiv_id title has_others known dates name_view accessor json writer""".split()
)
# Each kind gives the fields different types. A table of records may have the name of a member of the library's classes.
KINDS = {"row": "dates", "function": "known", "part_of": "variables", "value": "roles", "language": "names"}
# Names that neither a kind nor a table of records can have.
TAKEN = ("citation", "contributor", "contributor_view", "csl_type")
TAKEN += ("citation_variable", "citation_variable_view", "name_view")
# A doc that must not break the generated code.
DOC = 'A "doc"\n#error of two lines, */ and \ud55c, with ??/ and \\'

VALUES = {
    "text": ("a text", "a text"),
    "localized": ({"en": "in English", "ko": "\ud55c"}, "in English"),
    "prose": ("One.\nTwo.", "One.\nTwo."),
    "url": ("https://a.example/", "https://a.example/"),
    "integer": (-2_147_483_647, "-2147483647"),
    "year": (1687, "1687"),
    "date": ("2024-05", "2024-5-0"),
    "flag": (True, "1"),
    "texts": (["b", "a"], "[b|a|]"),
    "entries": (["row-given"], "[row-given|]"),
    "ordinal": (None, "1"),
}
NOT_GIVEN = {
    "integer": "0",
    "year": "0",
    "date": "0-0-0",
    "flag": "0",
    "texts": "[]",
    "entries": "[]",
    "ordinal": "2",
}

YEAR = {"name": "year", "type": "year", "doc": "The year."}

PROGRAM = """#include <refcatalog/lang.hpp>

#include <refcatalog/bibtex.hpp>
#include <refcatalog/catalog.hpp>
#include <refcatalog/csl_json.hpp>
#include <refcatalog/json.hpp>
#include <refcatalog/markdown.hpp>
#include <refcatalog/ris.hpp>
#include <cstdio>
#include <iterator>
#include <string>
#include <type_traits>

using refcatalog::lang;

static std::string shown(std::string_view text) { return std::string{text}; }
static std::string shown(int number) { return std::to_string(number); }
static std::string shown(bool flag) { return std::to_string(flag); }
static std::string shown(refcatalog::partial_date date) {
    return shown(date.year()) + '-' + shown(date.month()) + '-' + shown(date.day());
}
static std::string shown(refcatalog::entry entry) { return shown(entry.key()); }
template <class View>
    requires(!std::is_convertible_v<View, std::string_view>) && requires(View view) { view.begin(); }
static std::string shown(const View& view) {
    std::string line = "[";
    for (const auto& item : view) line += shown(item) + "|";
    return line + "]";
}
static void print(std::string_view name, const std::string& value) {
    std::printf("%s=%s\\n", std::string{name}.c_str(), value.c_str());
}

int main() {
    for (const refcatalog::entry entry : refcatalog::entries) {
        const auto show = [](std::string_view name, auto value) { print(name, shown(value)); };
        refcatalog::for_each_field(entry, show, lang::en);
    }
CALLS    std::string written;
    const auto out = refcatalog::write_biblatex(std::back_inserter(written), refcatalog::entries);
    refcatalog::write_ris(out, refcatalog::entries);
    written.clear();
    refcatalog::write_json(std::back_inserter(written));
    print("written as JSON", written);
}
"""


def type_of(kind: int, field: int) -> str:
    """The type of a field, which differs between the kinds."""
    return FIELD_TYPES[(kind * 2 + field) % len(FIELD_TYPES)]


def catalogue() -> dict:
    kinds, categories, files = [], [], {}
    for at, kind in enumerate(KINDS):
        fields = {name: type_of(at, number) for number, name in enumerate(FIELDS) if name != kind}
        declared = [{"name": name, "type": type, "doc": DOC} for name, type in fields.items()]
        title = next(name for name, type in fields.items() if type == "text")
        dates = [name for name, type in fields.items() if type in ("date", "year")]
        table = {"name": kind, "plural": KINDS[kind], "doc": DOC, "title": title, "field": declared}
        kinds.append({**table, "date": dates[at % len(dates)]})
        shown = [{"field": name, "heading": name} for name in fields]
        categories.append({"id": f"of_{kind}", "title": "All", "kind": kind, "columns": shown})
        given = {name: VALUES[type][0] for name, type in fields.items() if type != "ordinal"}
        tables = [{"key": f"{kind}-given", **given}, {"key": f"{kind}-bare"}]
        files[f"{KINDS[kind]}.toml"] = {kind: [{"category": f"of_{kind}", **table} for table in tables]}
    catalog = {"languages": ["en", "ko"], "title": "Names", "part": [{"title": "All"}], "category": categories}
    return {"catalog.toml": catalog, "kinds.toml": {"kind": kinds}, "reading_order.toml": {}, **files}


def expected() -> list[str]:
    lines = []
    for at, kind in enumerate(KINDS):
        types = {name: type_of(at, number) for number, name in enumerate(FIELDS) if name != kind}
        lines += [f"{name}={VALUES[type][1]}" for name, type in types.items()]
        lines += [f"{name}={NOT_GIVEN.get(type, '')}" for name, type in types.items()]
    return lines


class FieldNames(unittest.TestCase):
    def test_every_field_is_read(self):
        calls = [
            f'    print("{name}", shown(refcatalog::{KINDS[kind]}[{row}].{name}()));\n'
            for kind in KINDS
            for row in (0, 1)
            for name in FIELDS
            if name != kind
        ]
        with tempfile.TemporaryDirectory() as directory:
            data, include, program = Path(directory, "data"), Path(directory, "include"), Path(directory, "program")
            data.mkdir()
            for name, content in catalogue().items():
                (data / name).write_bytes(file_content(content))
            generate("--data", data, "--output", include / "refcatalog" / "generated")
            source = Path(directory, "names.cpp")
            source.write_text(PROGRAM.replace("CALLS", "".join(calls)), encoding="ascii")
            flags = ["-std=c++20", "-O0", *WARNINGS, f"-I{include}", f"-I{INCLUDE}"]
            output_of(*COMPILER, *flags, source, "-o", program)
            *found, written = output_of(program).replace("One.\nTwo.", "One. Two.").split("\nwritten as JSON=")
            document = Catalogue(data).document()
        self.assertEqual(json.loads(written), document)
        found = found[0].splitlines()
        lines = [line.replace("\n", " ") for line in expected()]
        self.assertEqual(found, lines * 2)


class CategoryIds(CodegenTest):
    def test_a_category_may_share_its_name_with_a_declaration_of_a_header(self):
        """Such a category compiles, whichever header a program includes first."""
        ids = sorted(LIBRARY_NAMES - KEYWORDS)
        categories = [{"id": id, "title": "All", "kind": "tool"} for id in ids]
        catalog = {"title": "Names", "part": [{"title": "All"}], "category": categories}
        self.write({"catalog.toml": catalog, "reading_order.toml": {}, "tools.toml": {}})
        include, source = self.work / "include", self.work / "names.cpp"
        generate("--data", self.data, "--output", include / "refcatalog" / "generated")
        for header in sorted(path.name for path in (INCLUDE / "refcatalog").glob("*.hpp")):
            source.write_text(f"#include <refcatalog/{header}>\n#include <refcatalog/catalog.hpp>\n")
            with self.subTest(header):
                output_of(*COMPILER, "-std=c++20", *WARNINGS, f"-I{include}", f"-I{INCLUDE}", "-fsyntax-only", source)


class TakenNames(CodegenTest):
    def assert_kind_is_refused(self, name: str, plural: str, line: str) -> None:
        title = {"name": "title", "type": "text", "doc": DOC}
        kind = {"name": name, "plural": plural, "doc": DOC, "title": "title", "date": "year", "field": [title, YEAR]}
        self.assert_refused(changed(("kinds.toml", {"kind": [kind]})), f"kinds.toml: kind '{name}': {line}")

    def test_a_kind_with_a_name_that_the_library_uses_for_citations_is_rejected(self):
        for name in TAKEN:
            with self.subTest(name):
                what = f"'{name}' is a name of the library; choose another name"
                self.assert_kind_is_refused(name, "samples", f"name: {what}")
                self.assert_kind_is_refused("sample", name, f"plural: {what}")

    def test_a_kind_is_rejected_if_the_name_of_its_view_is_taken(self):
        for name in "name", "link":
            with self.subTest(name):
                what = f"name: '{name}_view', which is generated for it, is a name of the library; choose another name"
                self.assert_kind_is_refused(name, "samples", what)


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
