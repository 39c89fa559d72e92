"""Does what the README says: python3 -m tests.readme.check PART COMPILER [FLAG...]

PART `snippets` compiles the C++ and runs the programs among it. A snippet with a main function is a program; where a
```text block follows, that is its output. Any other snippet is the inside of a function. The catalogue of its own is
generated and used, and CSL-JSON is imported. The part `page` makes the page of it. The part `bibliographies` imports BibTeX, RIS and EndNote's formats, the
part `lists` the lists of the section on them, with pandoc. The parts `pandoc`, `doxygen` and `sphinx` make the pages of
the section for documentation generators. A part ends with 77 where what it needs is not installed."""

import os
import re
import shlex
import shutil
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import unquote

from codegen.citations import citations
from codegen.importers import bibtex
from codegen.reader import read_catalogue
from tests.codegen import test_import_endnote as endnote
from tests.imports.damage import RIS
from tests.readme.pages import GENERATORS, HOSTILE, Entry, blocks, seen
from tests.support import running
from tests.support.running import ROOT, generate, need, need_module, output_of, skip

README = (ROOT / "README.md").read_text(encoding="utf-8")
SNIPPET = re.compile(r"^```cpp\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
FRAME = """#include <refcatalog/catalog.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
using namespace refcatalog;
int main() {{
{}
}}
"""


def run(code: str, directory: str) -> str:
    """Compiles a snippet in the directory, runs it there, and gives what it prints."""
    source, binary = Path(directory, "snippet.cpp"), Path(directory, "snippet")
    source.write_text(code if "int main(" in code else FRAME.format(code), encoding="utf-8")
    command = [*COMPILER, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-Wno-unused-variable", f"-I{ROOT}/include"]
    output_of(*command, source, "-o", binary)
    return output_of(binary, cwd=directory)


class Snippets(unittest.TestCase):
    def test_snippets(self):
        snippets = SNIPPET.findall(README)
        self.assertGreaterEqual(len(snippets), 8)
        for code, output in snippets:
            with self.subTest(code=code), tempfile.TemporaryDirectory() as directory:
                printed = run(code, directory)
                if output:
                    self.assertEqual(printed, output)

    def test_the_files_it_names_exist(self):
        for name in set(re.findall(r"`((?:include|codegen|data|tests)/[\w./-]+)`", README)):
            with self.subTest(name=name):
                self.assertTrue((ROOT / name).exists())


class OwnCatalogue(unittest.TestCase):
    def test_the_catalogue_of_the_page_is_a_whole_one(self):
        data = dict(re.findall(r"`data/(\w+\.toml)`,\n\n```toml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))
        self.assertEqual(set(data), {"catalog.toml", "tools.toml"})
        self.assertLessEqual(sum(text.count("\n") for text in data.values()), 10)
        with tempfile.TemporaryDirectory() as directory:
            for name, text in {**data, "reading_order.toml": ""}.items():
                Path(directory, name).write_text(text, encoding="utf-8")
            generate("--data", directory, "--library", Path(directory, "own"))
            Path(directory, "program.cpp").write_text(
                "#include <refcatalog/catalog.hpp>\nusing namespace refcatalog;\n"
                'static_assert(get<"gdb">().purpose() == "Debugger of the GNU project" && entries.size() == 1);\n'
            )
            output_of(*COMPILER, "-std=c++20", "-fsyntax-only", f"-I{directory}/own", Path(directory, "program.cpp"))


class OwnPage(unittest.TestCase):
    def test_the_lines_of_the_page_make_one(self):
        data = dict(re.findall(r"`data/(\w+\.toml)`,\n\n```toml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))
        section = README[README.index("## Your own catalogue"):]
        lines = "".join(re.findall(r"^```cmake\n(.*?)^```$", section, re.MULTILINE | re.DOTALL))
        with tempfile.TemporaryDirectory() as directory:
            Path(directory, "data").mkdir()
            for name, text in {**data, "reading_order.toml": ""}.items():
                Path(directory, "data", name).write_text(text, encoding="utf-8")
            Path(directory, "refcatalog").symlink_to(ROOT)
            Path(directory, "program.cpp").write_text("#include <refcatalog/catalog.hpp>\nint main() {}\n", encoding="utf-8")
            Path(directory, "CMakeLists.txt").write_text(
                "cmake_minimum_required(VERSION 3.22)\nproject(own LANGUAGES CXX)\nadd_executable(program program.cpp)\n" + lines,
                encoding="utf-8")
            build = Path(directory, "build")
            running.configure(Path(directory), build, COMPILER, f"-DPython3_EXECUTABLE={sys.executable}")
            output_of("cmake", "--build", build)
            page = (build / "my_page.html").read_text(encoding="utf-8")
        self.assertIn('<article class=card tabindex=-1 id="gdb"', page)
        self.assertIn("Debugger of the GNU project", page)


class OwnKind(unittest.TestCase):
    def test_the_kind_of_the_page_makes_a_class_and_a_table(self):
        kinds = re.search(r"^```toml\n(\[\[kind\]\]\n.*?)^```$", README, re.MULTILINE | re.DOTALL)[1]
        languages = re.search(r"`(languages = \[.*?\])` in", README)[1]
        files = {
            "kinds": kinds,
            "catalog": f'{languages}\ntitle = "T"\npart = [{{ number = "1", title = "P" }}]\n'
            '[[category]]\nid = "dates"\nnumber = "1.1"\ntitle = "Dates"\nkind = "standard"\n',
            "standards": '[[standard]]\nkey = "iso-8601"\ncategory = "dates"\nname = "ISO 8601"\nscope = { en = "Dates", ja = "D" }\n',
            "reading_order": "",
        }
        with tempfile.TemporaryDirectory() as directory:
            for name, text in files.items():
                Path(directory, f"{name}.toml").write_text(text, encoding="utf-8")
            generate("--data", directory, "--library", Path(directory, "own"))
            program = Path(directory, "program.cpp")
            program.write_text(
                "#include <refcatalog/catalog.hpp>\nusing namespace refcatalog;\n"
                "static_assert(std::is_same_v<decltype(standards), const std::array<standard, 1>>);\n"
                'static_assert(standards[0].name() == "ISO 8601" && standards[0].scope() == "Dates");\n'
                'static_assert(standards[0].scope(lang::ja) == "D" && standards[0].scope(lang::zh_hans) == "Dates");\n'
                'static_assert(get<"iso-8601">() == in<category::dates>()[0] && to_string(lang::zh_hans) == "zh-Hans");\n'
            )
            output_of(*COMPILER, "-std=c++20", "-fsyntax-only", f"-I{directory}/own", program)


class ImportTest(unittest.TestCase):
    """A test of the commands between two headings, which are run in a directory with the repository and the files of the
    page."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.there = Path(directory.name)
        begin, end = self.headings
        self.text = re.search(rf"^## {begin}.*?\n(.*?)^## {end}", README, re.MULTILINE | re.DOTALL)[1]
        self.commands = re.findall(r"^\$ python3 (.*)$", self.text.replace("\\\n", ""), re.MULTILINE)
        self.environment = os.environ | dict(re.findall(r"^\$ export (PYTHONPATH)=(.*)$", README, re.MULTILINE))
        (self.there / "refcatalog").symlink_to(ROOT)
        for name, block in re.findall(r"`(\w+\.\w+)`[^`]*\n\n```\w+\n(.*?)^```$", self.text, re.MULTILINE | re.DOTALL):
            (self.there / name).write_text(block, encoding="utf-8")

    def block(self, language: str) -> str:
        return re.search(rf"^```{language}\n(.*?)^```$", self.text, re.MULTILINE | re.DOTALL)[1]

    def run_commands(self, name: str, *assertions: str) -> str:
        """Runs the two commands for a file, and compiles what their header must hold; returns what they say."""
        commands = [command for command in self.commands if f"--data {name}" in command]
        self.assertEqual(len(commands), 2)
        results = [
            running.run(sys.executable, *shlex.split(command), cwd=self.there, env=self.environment)
            for command in commands
        ]
        self.assertEqual([result.stdout for result in results], ["", ""])
        header = re.search(r"\S+\.hpp", commands[1])[0]
        checks = [f"static_assert({each});" for each in assertions]
        lines = [f'#include "{header}"', "using namespace refcatalog;", *checks]
        source = self.there / "program.cpp"
        source.write_text("\n".join([*lines, ""]), encoding="utf-8")
        output_of(*COMPILER, "-std=c++20", "-fsyntax-only", source)
        return "".join(result.stderr for result in results)


class ImportOfCslJson(ImportTest):
    headings = "From the list that you have", "From a list in Markdown"

    def test_two_commands_make_a_header(self):
        said = self.run_commands(
            "references",
            'get<"doe2001">().title() == "A title" && references.size() == 2',
            'get<"doe2001">().authors()[0] == "Jane Doe" && get<"doe2001">().abstract().empty()',
            'get<"roe2002">().date() == partial_date{}',
            'get<"roe2002">().citation().variable("volume") == "7"',
        )
        self.assertEqual(said, self.block("text"))


class ImportOfBibliographies(ImportTest):
    headings = ImportOfCslJson.headings

    def test_bibtex(self):
        text = '@article{doe2001,\n  title = {{\\"U}ber $x^2$ \\nobody},\n  author = {Doe, Jane},\n  year = 2001\n}\n'
        (self.there / "thesis.bib").write_text(text, encoding="utf-8")
        said = self.run_commands(
            "thesis",
            'get<"doe2001">().title() == "Über $x^2$ \\\\nobody"',
            'get<"doe2001">().date() == partial_date{2001} && get<"doe2001">().authors()[0] == "Jane Doe"',
        )
        self.assertEqual(said, "thesis.bib: entry 'doe2001': title: \\nobody stays as it is written; it is not known\n")

    def test_ris(self):
        (self.there / "scopus.ris").write_text(RIS, encoding="utf-8")
        said = self.run_commands(
            "scopus", 'get<"Doe2001">().title() == "The Title" && references.size() == 1',
            'get<"Doe2001">().abstract() == "One\\nline."',
        )
        self.assertEqual(said, "")

    def test_formats_of_endnote(self):
        (self.there / "list.enw").write_text(endnote.LINES, encoding="utf-8")
        (self.there / "list.xml").write_text(endnote.XML.format(endnote.RECORD), encoding="utf-8")
        (self.there / "list.enl").write_bytes(b"\0\1\2")
        for suffix, status in {"enw": 0, "xml": 0, "enl": 1}.items():
            command = [sys.executable, "-m", "codegen", "--import", f"list.{suffix}", "--data", suffix]
            result = running.run(*command, status=status, cwd=self.there, env=self.environment)
            self.assertEqual((self.there / suffix).exists(), status == 0)
        self.assertRegex(result.stderr, r"\Alist\.enl: .*export it from EndNote as XML or RIS, and import that\n\Z")


class ImportOfLists(ImportTest):
    headings = "From a list in Markdown", "Your own "

    def test_a_list(self):
        said = self.run_commands(
            "awesome", "entries.size() == 2", 'get<"the-dragon-book">().description() == "The classic (slides)."',
            'get<"llvm">().kind() == record_kind::repository', "categories[1].id() == category::tools",
        )
        self.assertEqual(said, self.block("text"))

    def test_a_spreadsheet(self):
        said = self.run_commands(
            "tools", "categories[0].id() == category::compilers && parts.size() == 1",
            'find("llvm")->url() != "" && find("llvm")->title(lang::ko) != find("llvm")->title(lang::en)',
        )
        self.assertEqual(said, "")

    def test_a_mapping(self):
        said = self.run_commands(
            "korpora", "datasets[0].category() == category::corpora", 'get<"c4">().description() == "Text aus dem Web"',
            'get<"c4">().link_label() == "Seite" && to_string(languages[0]) == "de"',
        )
        self.assertEqual(said, "")

    def test_the_original_of_this_catalogue(self):
        self.run_commands("appendix", "entries.size() == 156", "categories.size() == 20", "datasets.size() == 9")


class PageTest(unittest.TestCase):
    """A test of the page of a generator, which the blocks of the README make in an empty directory."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = directory.name
        self.data = ROOT / "data"
        self.generator = GENERATORS[self.name]
        self.files, self.commands = blocks(README, self.name)

    def make_page(self) -> None:
        for name, text in self.files.items():
            Path(self.directory, name).write_text(text, encoding="utf-8")
        for command in self.commands:
            command = re.sub(r"^g\+\+ ", lambda _: f"{shlex.join(COMPILER)} ", command)
            result = running.run("sh", "-c", command, cwd=self.directory)
            self.assertEqual(result.stderr, "", command)
        catalogue = read_catalogue(self.data)
        self.citations = dict(zip([record.key for record in catalogue.entries], citations(catalogue), strict=True))

    def make_page_of_the_readme(self) -> None:
        Path(self.directory, "refcatalog").symlink_to(ROOT)
        self.make_page()

    def assert_cites_two_papers(self) -> None:
        cited = self.generator.cited(self.directory)
        self.assertCountEqual(cited, self.generator.entries(self.directory).values())
        for key in ("lora", "qlora"):
            entry = next(entry for entry in cited if self.citations[key].texts["title"] in entry.text)
            self.assert_shows(entry, key)
        self.assertEqual(len(cited), 2)

    def assert_shows(self, entry: Entry, key: str) -> None:
        """The entry of the bibliography has title, authors, year and URL of the record."""
        source = self.citations[key]
        texts = [source.texts["title"]]
        for name in source.names["author"].names if "author" in source.names else ():
            texts += filter(None, (name.given, name.dropping_particle, name.particle, name.family, name.literal))
        texts += [str(date.begin.year) for name, date in source.dates.items() if name == "issued" and date.begin.year]
        for text in texts:
            if key.startswith("hostile-"):
                # Which commands of LaTeX a generator knows is its own affair; the words stand there in their order.
                self.assertRegex(entry.text, ".*".join(re.findall(r"\w+", text)))
            else:
                self.assertIn(text, entry.text)
        # pandoc's style links to the DOI where there is one.
        links = {unquote(link) for link in entry.links}
        wanted = {unquote(source.texts.get("URL", "")), f"https://doi.org/{source.texts.get('DOI')}"}
        self.assertEqual(bool(links & wanted), not {"URL", "DOI"}.isdisjoint(source.texts), entry)

    def assert_every_entry_is_cited(self) -> None:
        cited = self.generator.cited(self.directory)
        self.assertEqual(len(cited), len(self.citations))
        self.assertEqual(len(self.generator.entries(self.directory)), len(self.citations))
        for key, entry in zip(self.citations, cited):
            with self.subTest(key):
                self.assert_shows(entry, key)

    def make_page_of_every_entry(self, name: str, example: str, citation: str) -> None:
        """The page with a citation of each entry, and of hostile ones, in place of the example's."""
        self.data = Path(self.directory, "data")
        shutil.copytree(ROOT / "data", self.data)
        with open(self.data / "tools.toml", "a", encoding="utf-8") as tools:
            tools.write(HOSTILE)
        generate("--data", self.data, "--library", Path(self.directory, "refcatalog/include"))
        keys = [record.key for record in read_catalogue(self.data).entries]
        self.assertIn(example, self.files[name])
        self.files[name] = self.files[name].replace(example, " ".join(citation.format(key) for key in keys))
        self.make_page()


class Pandoc(PageTest):
    name = "pandoc"

    def test_the_page_has_the_table_and_cites_two_papers(self):
        self.make_page_of_the_readme()
        self.assert_cites_two_papers()
        category = re.search(r"category::(\w+)", self.files["references.cpp"])[1]
        papers = [paper for paper in read_catalogue(self.data).records["paper"] if paper.category == category]
        page = Path(self.directory, self.generator.page).read_text(encoding="utf-8")
        titles = [seen(title) for title in re.findall("<td><strong>(.*?)</strong>", page, re.DOTALL)]
        self.assertEqual(titles, [paper.title for paper in papers])

    def test_the_program_has_ten_lines(self):
        self.assertLessEqual(len(self.files["references.cpp"].splitlines()), 10)


class Doxygen(PageTest):
    name = "Doxygen"

    def test_the_page_cites_two_papers(self):
        self.make_page_of_the_readme()
        self.assert_cites_two_papers()

    def test_every_entry_can_be_cited(self):
        self.make_page_of_every_entry("page.dox", r"\cite lora \cite qlora", r"\cite {}")
        self.assert_every_entry_is_cited()


class Sphinx(PageTest):
    name = "Sphinx"

    def test_the_page_cites_two_papers(self):
        self.make_page_of_the_readme()
        self.assert_cites_two_papers()

    def test_every_entry_can_be_cited(self):
        self.make_page_of_every_entry("index.rst", ":cite:`lora,qlora`", ":cite:`{}`")
        self.assert_every_entry_is_cited()


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    needed = {"lists": ["pandoc"], "pandoc": ["pandoc"], "page": ["cmake"], "doxygen": ["doxygen", "bibtex"], "sphinx": ["sphinx-build"]}
    need(*needed.get(PART, []))
    for module, package in bibtex.NEEDS.items() if PART == "bibliographies" else ():
        need_module(module, package)
    if PART == "sphinx":
        try:
            import sphinxcontrib.bibtex  # noqa: F401
        except ModuleNotFoundError:
            skip("sphinxcontrib.bibtex is not installed (Debian: python3-sphinxcontrib.bibtex)")
    classes = {"snippets": ["Snippets", "OwnCatalogue", "OwnKind", "ImportOfCslJson"]}
    classes |= {"bibliographies": ["ImportOfBibliographies"]}
    classes |= {"lists": ["ImportOfLists"], "pandoc": ["Pandoc"], "page": ["OwnPage"], "doxygen": ["Doxygen"], "sphinx": ["Sphinx"]}
    unittest.main(argv=[sys.argv[0], *classes[PART]])
