"""Compiles the C++ snippets of the README and runs the programs among them: check_readme.py COMPILER [FLAG...]

A snippet with a main function is a program; where a ```text block follows, that is its output. Any other snippet is the
inside of a function."""

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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


class Readme(unittest.TestCase):
    def test_snippets(self):
        snippets = SNIPPET.findall(README)
        self.assertGreaterEqual(len(snippets), 8)
        for code, output in snippets:
            with self.subTest(code=code), tempfile.TemporaryDirectory() as directory:
                program = code if "int main(" in code else FRAME.format(code)
                source, binary = Path(directory, "snippet.cpp"), Path(directory, "snippet")
                source.write_text(program, encoding="utf-8")
                command = [*COMPILER, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-Wno-unused-variable", f"-I{ROOT}/include"]
                compiled = subprocess.run([*command, str(source), "-o", str(binary)], capture_output=True, text=True)
                self.assertEqual(compiled.returncode, 0, compiled.stderr)
                result = subprocess.run([binary], capture_output=True, text=True, encoding="utf-8", cwd=directory)
                self.assertEqual(result.returncode, 0, result.stderr)
                if output:
                    self.assertEqual(result.stdout, output)
                if "page.md" in code:
                    self.set_page(directory)

    def set_page(self, directory: str) -> None:
        """Runs the pandoc command that follows the program which writes a page."""
        if not shutil.which("pandoc"):
            print("skipped: pandoc is not installed")
            return
        command = re.search(r"^\$ (pandoc .*)$", README, re.MULTILINE)[1]
        subprocess.run(shlex.split(command), cwd=directory, check=True)
        page = Path(directory, "page.html").read_text(encoding="utf-8")
        self.assertEqual(len(re.findall(r"<td><strong>", page)), 5)
        bibliography = re.findall(r'<div id="ref-([\w-]+)"', page)
        self.assertEqual(bibliography, ["qlora", "lora"])  # by author, Dettmers before Hu

    def test_the_files_it_names_exist(self):
        for name in set(re.findall(r"`((?:include|codegen|data|tests)/[\w./-]+)`", README)):
            with self.subTest(name=name):
                self.assertTrue((ROOT / name).exists())


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
