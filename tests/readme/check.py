"""Compiles the C++ snippets of the README, and runs the programs among them: python3 -m tests.readme.check snippets|page COMPILER [FLAG...]

A snippet with a main function is a program; where a ```text block follows, that is its output. Any other snippet is the
inside of a function. The catalogue of its own is generated and used. The page is what pandoc makes of the program that
writes one; ends with 77 where there is no pandoc."""

import re
import shlex
import sys
import tempfile
import unittest
from pathlib import Path

from codegen.reader import read_catalogue
from tests.support.running import ROOT, generate, need, output_of

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


class PageWithBibliography(unittest.TestCase):
    def test_ten_lines_and_pandoc_make_a_page(self):
        code = next(code for code, _ in SNIPPET.findall(README) if "page.md" in code)
        command = re.search(r"^\$ (pandoc .*)$", README, re.MULTILINE)[1]
        self.assertLessEqual(len(code.splitlines()), 10)
        with tempfile.TemporaryDirectory() as directory:
            run(code, directory)
            output_of(*shlex.split(command), cwd=directory)
            page = Path(directory, "page.html").read_text(encoding="utf-8")
        category = re.search(r"category::(\w+)", code)[1]
        papers = [paper for paper in read_catalogue(ROOT / "data").records["paper"] if paper.category == category]
        self.assertEqual(len(re.findall(r"<td><strong>", page)), len(papers))
        bibliography = re.findall(r'<div id="ref-([\w-]+)"', page)
        self.assertEqual(bibliography, ["qlora", "lora"])  # by author, Dettmers before Hu


if __name__ == "__main__":
    PART, *COMPILER = sys.argv[1:]
    if PART == "page":
        need("pandoc")
    classes = {"snippets": ["Snippets", "OwnCatalogue", "OwnKind"], "page": ["PageWithBibliography"]}
    unittest.main(argv=[sys.argv[0], *classes[PART]])
