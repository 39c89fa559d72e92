"""Reads what the writers write with a program that people read it with: python3 -m tests.readers.check READER CITE APPENDIX COMPILER [FLAG...]

READER is python, ajv or citeproc for CSL-JSON, pandoc for BibTeX and Markdown; for Markdown also cmark-gfm,
Python-Markdown's markdown_py, markdown-it or mdx. Ends with 77 where it is not installed."""

import sys
import unittest

from tests.readers.arguments import READER
from tests.readers.bibliography import Bibliography, OtherBibliography, need_style
from tests.readers.bibtex import Bibtex, OtherBibtex
from tests.readers.csl_json import CslJson, CslSchema, FullDisk, OtherCslJson, OtherCslSchema
from tests.readers.markdown import Markdown, OtherMarkdown
from tests.support.node import need_packages
from tests.support.running import need

# A reader is called like its program or its package.
TESTS = {
    "python": (CslJson, OtherCslJson, FullDisk),
    "pandoc": (Bibtex, OtherBibtex, Markdown, OtherMarkdown),
    "cmark-gfm": (Markdown, OtherMarkdown),
    "markdown_py": (Markdown, OtherMarkdown),
    "markdown-it": (Markdown, OtherMarkdown),
    "mdx": (Markdown, OtherMarkdown),
    "ajv": (CslSchema, OtherCslSchema),
    "citeproc": (Bibliography, OtherBibliography),
}
# What those need that are packages of npm.
PACKAGES = {
    "ajv": ["ajv@8"],
    "citeproc": ["citeproc@2"],
    "markdown-it": ["markdown-it@14"],
    "mdx": ["@mdx-js/mdx@3", "remark-gfm@4"],
}

if __name__ == "__main__":
    if READER in PACKAGES:
        need_packages(*PACKAGES[READER])
        if READER == "citeproc":
            need_style()
    elif READER != "python":
        need(READER)
    unittest.main(argv=[sys.argv[0], *(tests.__name__ for tests in TESTS[READER])])
