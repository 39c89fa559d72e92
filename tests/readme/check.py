"""Follows the README: python3 -m tests.readme.check PART COMPILER [FLAG...]

PART `snippets` compiles the C++ snippets and runs them. A snippet with a main function is a program; any other snippet
becomes the body of one. If a ```text block follows, the program must print it. Each other part is a section: the check
writes its files and runs its commands, except those that install packages, in an empty directory with this repository
in `refcatalog`. The check exits with 77 if one of these packages is not installed."""

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
from codegen.reader import read_catalogue
from tests.codegen import test_import_endnote as endnote
from tests.readme.blocks import README, Commands, File, script, sections, steps_to
from tests.readme.pages import GENERATORS, HOSTILE, Entry, seen
from tests.support.running import ROOT, generate, need, output_of, run, skip

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


class Snippets(unittest.TestCase):
    def output_of_snippet(self, code: str, directory: str) -> str:
        source, binary = Path(directory, "snippet.cpp"), Path(directory, "snippet")
        source.write_text(code if "int main(" in code else FRAME.format(code), encoding="utf-8")
        command = [*COMPILER, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-Wno-unused-variable", f"-I{ROOT}/include"]
        output_of(*command, source, "-o", binary)
        return output_of(binary, cwd=directory)

    def test_snippets(self):
        files = {step.text for section in sections() for part in (section, *section.within)
                 for step in part.steps if isinstance(step, File)}
        snippets = [(code, output) for code, output in SNIPPET.findall(README) if code not in files]
        self.assertGreaterEqual(len(snippets), 8)
        for code, output in snippets:
            with self.subTest(code=code), tempfile.TemporaryDirectory() as directory:
                printed = self.output_of_snippet(code, directory)
                if output:
                    self.assertEqual(printed, output)

    def test_the_files_that_the_readme_names_exist(self):
        for name in set(re.findall(r"`((?:include|codegen|data|tests)/[\w./-]+)`", README)):
            with self.subTest(name=name):
                self.assertTrue((ROOT / name).exists())

    def test_links_within_the_readme_lead_to_headings(self):
        headings = {
            re.sub(r"[^\w -]", "", part.heading.lower()).replace(" ", "-")
            for section in sections()
            for part in (section, *section.within)
        }
        links = set(re.findall(r"\]\(#([^)]*)\)", README))
        self.assertGreaterEqual(len(links), 9)
        self.assertEqual(links - headings, set())

    def test_every_section_with_commands_is_run(self):
        with_commands = {
            part.heading
            for section in sections()
            for part in (section, *section.within)
            if any(isinstance(step, Commands) for step in part.steps)
        }
        # The test of a subsection also runs the beginning of the section around it. bare.py runs the two commands.
        run_with_others = {"Two commands", *(section.heading for section in sections() if section.within)}
        self.assertEqual(with_commands - run_with_others, {test.heading for test in PARTS.values()})


class Script(unittest.TestCase):
    def test_it_stops_at_a_failed_command_or_other_output(self):
        for command, output in (("false && true", None), ("echo one", "other\n"), ("echo warning >&2", None)):
            with self.subTest(command), tempfile.TemporaryDirectory() as directory:
                steps = [File(3, "new/file", "text\n"), Commands(7, ["cat new/file", command], output)]
                stopped = run("bash", "-c", script(steps, install=False), status=1, cwd=directory)
                self.assertTrue(stopped.stderr.endswith("README.md:7: stopped here\n"), stopped.stderr)
        with tempfile.TemporaryDirectory() as directory:
            steps = [
                File(3, "new/file", "text\n"),
                Commands(7, ["cd new", "cat file"], "text\n"),
                Commands(9, ["ls"], "file\n"),
            ]
            run("bash", "-c", script(steps, install=False), cwd=directory)


class SectionTest(unittest.TestCase):
    """A test of a section."""

    heading: str

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.there = Path(directory.name, "there")
        self.there.mkdir()
        (self.there / "refcatalog").symlink_to(ROOT)
        # The compiler and the Python of this run, under the names that the README uses.
        programs = Path(directory.name, "programs")
        programs.mkdir()
        for name, command in {"g++": COMPILER, "python3": [sys.executable]}.items():
            (programs / name).write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n', encoding="utf-8")
            (programs / name).chmod(0o755)
        self.environment = os.environ | {"PATH": f"{programs}:{os.environ['PATH']}", "CXX": str(programs / "g++")}
        self.steps = steps_to(self.heading).steps

    def follow(self) -> None:
        follow = self.there.parent / "follow.sh"
        follow.write_text(script(self.steps, install=False), encoding="utf-8")
        bash = run("bash", follow, cwd=self.there, env=self.environment)
        blocks = [step for step in self.steps if isinstance(step, Commands)]
        self.assertEqual(len(bash.stdout.splitlines()), len(blocks))

    def assert_holds(self, header: str, *assertions: str) -> None:
        checks = [f"static_assert({each});" for each in assertions]
        source = self.there / "assertions.cpp"
        lines = [f'#include "{header}"', "using namespace refcatalog;", *checks, ""]
        source.write_text("\n".join(lines), encoding="utf-8")
        output_of(*COMPILER, "-std=c++20", "-fsyntax-only", source)


class OwnCatalogue(SectionTest):
    heading = "Your own catalogue"

    def test_a_reader_gets_a_catalogue_kinds_and_a_page(self):
        self.follow()
        page = (self.there / "debuggers/build/my_page.html").read_text(encoding="utf-8")
        self.assertIn('<article class=card tabindex=-1 id="gdb"', page)
        self.assertIn("Debugger of the GNU project", page)
        self.assert_holds("standards.hpp", "std::is_same_v<decltype(standards), const std::array<standard, 1>>")

    def test_the_catalogue_is_small(self):
        files = [step for step in self.steps if isinstance(step, File) and step.name.startswith("debuggers/data/")]
        self.assertLessEqual(sum(step.text.count("\n") for step in files), 10)


class ImportOfBibliographies(SectionTest):
    heading = "From a bibliography"

    def test_a_reader_gets_headers(self):
        self.follow()
        self.assert_holds(
            "references.hpp", "references.size() == 2", 'get<"doe2001">().abstract().empty()',
            'get<"roe2002">().date() == partial_date{}',
        )
        self.assert_holds(
            "thesis.hpp", 'get<"doe2001">().title() == "Über $x^2$"',
            'get<"doe2001">().authors()[1] == "Jörg Müller"',
        )
        self.assert_holds("scopus.hpp", 'get<"roe2002">().title() == "Another title" && references.size() == 1')

    def test_formats_of_endnote(self):
        (self.there / "list.enw").write_text(endnote.LINES, encoding="utf-8")
        (self.there / "list.xml").write_text(endnote.XML.format(endnote.RECORD), encoding="utf-8")
        (self.there / "list.enl").write_bytes(b"\0\1\2")
        for suffix, status in {"enw": 0, "xml": 0, "enl": 1}.items():
            command = ["python3", "refcatalog/codegen", "--import", f"list.{suffix}", "--data", suffix]
            result = run(*command, status=status, cwd=self.there, env=self.environment)
            self.assertEqual((self.there / suffix).exists(), status == 0)
        self.assertRegex(result.stderr, r"\Alist\.enl: .*export it from EndNote as XML or RIS, and import that\n\Z")


class ImportOfLists(SectionTest):
    heading = "From a list in Markdown, or a spreadsheet"

    def test_a_reader_gets_headers(self):
        self.follow()
        self.assert_holds(
            "awesome.hpp", "entries.size() == 2", 'get<"the-dragon-book">().description() == "The classic (slides)."',
            'get<"llvm">().kind() == record_kind::repository', "categories[1].id() == category::tools",
        )
        self.assert_holds(
            "tools.hpp", "categories[0].id() == category::compilers && parts.size() == 1",
            'find("llvm")->url() != "" && find("llvm")->title(lang::ko) != find("llvm")->title(lang::en)',
        )
        self.assert_holds(
            "korpora.hpp", "datasets[0].category() == category::corpora",
            'get<"c4">().description() == "Text aus dem Web"',
            'get<"c4">().link_label() == "Seite" && to_string(languages[0]) == "de"',
        )
        self.assert_holds("appendix.hpp", "entries.size() == 156", "categories.size() == 20", "datasets.size() == 9")


class PageTest(SectionTest):
    """A test of the page of a documentation generator."""

    def setUp(self):
        super().setUp()
        self.data = ROOT / "data"
        self.generator = GENERATORS[self.heading]

    def make_page(self) -> None:
        self.follow()
        catalogue = read_catalogue(self.data)
        self.citations = dict(zip([record.key for record in catalogue.entries], citations(catalogue), strict=True))

    def assert_cites_two_papers(self) -> None:
        cited = self.generator.cited(self.there)
        self.assertCountEqual(cited, self.generator.entries(self.there).values())
        for key in ("lora", "qlora"):
            entry = next(entry for entry in cited if self.citations[key].texts["title"] in entry.text)
            self.assert_shows(entry, key)
        self.assertEqual(len(cited), 2)

    def assert_shows(self, entry: Entry, key: str) -> None:
        """Asserts that the bibliography's entry shows the title, authors, year and URL of the record."""
        source = self.citations[key]
        texts = [source.texts["title"]]
        for name in source.names["author"].names if "author" in source.names else ():
            texts += filter(None, (name.given, name.dropping_particle, name.particle, name.family, name.literal))
        texts += [str(date.begin.year) for name, date in source.dates.items() if name == "issued" and date.begin.year]
        for text in texts:
            if key.startswith("hostile-"):
                # Generators support different commands of LaTeX, so only the words and their order must agree.
                self.assertRegex(entry.text, ".*".join(re.findall(r"\w+", text)))
            else:
                self.assertIn(text, entry.text)
        # pandoc's style links to the DOI if the record has one.
        links = {unquote(link) for link in entry.links}
        wanted = {unquote(source.texts.get("URL", "")), f"https://doi.org/{source.texts.get('DOI')}"}
        self.assertEqual(bool(links & wanted), not {"URL", "DOI"}.isdisjoint(source.texts), entry)

    def assert_every_entry_is_cited(self) -> None:
        cited = self.generator.cited(self.there)
        self.assertEqual(len(cited), len(self.citations))
        self.assertEqual(len(self.generator.entries(self.there)), len(self.citations))
        for key, entry in zip(self.citations, cited):
            with self.subTest(key):
                self.assert_shows(entry, key)

    def make_page_of_every_entry(self, name: str, example: str, citation: str) -> None:
        """Makes the page with a citation of each entry, including hostile ones, instead of the example's citations."""
        self.data = self.there / "data"
        shutil.copytree(ROOT / "data", self.data)
        with open(self.data / "tools.toml", "a", encoding="utf-8") as tools:
            tools.write(HOSTILE)
        (self.there / "refcatalog").unlink()
        generate("--data", self.data, "--library", self.there / "refcatalog/include")
        keys = [record.key for record in read_catalogue(self.data).entries]
        page = next(step for step in self.steps if isinstance(step, File) and step.name == name)
        self.assertIn(example, page.text)
        page.text = page.text.replace(example, " ".join(citation.format(key) for key in keys))
        self.make_page()


class Pandoc(PageTest):
    heading = "pandoc"

    def test_the_page_has_the_table_and_cites_two_papers(self):
        self.make_page()
        self.assert_cites_two_papers()
        program = self.there.joinpath("references.cpp").read_text(encoding="utf-8")
        category = re.search(r"category::(\w+)", program)[1]
        papers = [paper for paper in read_catalogue(self.data).records["paper"] if paper.category == category]
        page = (self.there / self.generator.page).read_text(encoding="utf-8")
        titles = [seen(title) for title in re.findall("<td><strong>(.*?)</strong>", page, re.DOTALL)]
        self.assertEqual(titles, [paper.title for paper in papers])
        self.assertLessEqual(len(program.splitlines()), 10)


class Doxygen(PageTest):
    heading = "Doxygen"

    def test_the_page_cites_two_papers(self):
        self.make_page()
        self.assert_cites_two_papers()

    def test_every_entry_can_be_cited(self):
        self.make_page_of_every_entry("page.dox", r"\cite lora \cite qlora", r"\cite {}")
        self.assert_every_entry_is_cited()


class Sphinx(PageTest):
    heading = "Sphinx"

    def test_the_page_cites_two_papers(self):
        self.make_page()
        self.assert_cites_two_papers()

    def test_every_entry_can_be_cited(self):
        self.make_page_of_every_entry("index.rst", ":cite:`lora,qlora`", ":cite:`{}`")
        self.assert_every_entry_is_cited()


class ProgramTest(SectionTest):
    """A test of a way to use the library: runs the section's commands and compares their output."""

    def test_its_program_runs(self):
        self.follow()


class CMake(ProgramTest):
    heading = "CMake"


class Installed(ProgramTest):
    heading = "Installed"


class Module(ProgramTest):
    heading = "A C++20 module"


class SingleHeader(ProgramTest):
    heading = "A single header"


PARTS = {
    "own": OwnCatalogue,
    "bibliography": ImportOfBibliographies,
    "lists": ImportOfLists,
    "pandoc": Pandoc,
    "doxygen": Doxygen,
    "sphinx": Sphinx,
    "cmake": CMake,
    "installed": Installed,
    "module": Module,
    "single_header": SingleHeader,
}


def need_packages(heading: str) -> None:
    """Skips the section if a package that it installs is absent."""
    need("dpkg-query")
    for package in steps_to(heading).packages():
        found = run("dpkg-query", "--show", "--showformat", "${db:Status-Status}", package, status=None)
        if found.stdout != "installed":
            skip(f"{package} is not installed (Debian: {package})")


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    if PART != "snippets":
        need_packages(PARTS[PART].heading)
    classes = [PARTS[PART].__name__] if PART in PARTS else ["Snippets", "Script"]
    unittest.main(argv=[sys.argv[0], *classes])
