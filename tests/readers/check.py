"""Reads the output of the writers with the programs that people use:
python3 -m tests.readers.check READER CITE APPENDIX COMPILER [FLAG...]

The READERs python, ajv and citeproc read CSL-JSON; pybtex and bibtex read BibTeX; biber and biblatex read BibLaTeX;
bibutils reads RIS and BibTeX; pandoc reads BibTeX, BibLaTeX and Markdown; cmark-gfm, kramdown, markdown_py
(Python-Markdown), markdown-it and mdx read Markdown. Each must find the values of the data, except for its known
limits. The check exits with 77 if the reader is not installed."""

import sys
import unittest

from tests.readers.arguments import READER
from tests.readers.biblatex_readers import Biber, PandocBiblatex
from tests.readers.bibliography import Bibliography, BibliographyOfReferences, OtherBibliography, need_style
from tests.readers.bibtex import Bibtex
from tests.readers.bibtex_readers import BibutilsBibtex, PandocBibtex, Pybtex
from tests.readers.csl_json import CslJson, CslSchema, FullDisk, OtherCslJson, OtherCslSchema, References
from tests.readers.markdown import Markdown, OtherMarkdown
from tests.readers.ris_readers import BibutilsRis
from tests.readers.typesetting import Biblatex, ClassicBibtex, need_file
from tests.support.node import need_packages
from tests.support.running import need, need_module

# Each reader has the name of its program or package.
TESTS = {
    "python": (CslJson, OtherCslJson, References, FullDisk),
    "pandoc": (Bibtex, PandocBibtex, PandocBiblatex, Markdown, OtherMarkdown),
    "pybtex": (Pybtex,),
    "bibtex": (ClassicBibtex,),
    "biber": (Biber,),
    "biblatex": (Biblatex,),
    "bibutils": (BibutilsRis, BibutilsBibtex),
    "cmark-gfm": (Markdown, OtherMarkdown),
    "kramdown": (Markdown, OtherMarkdown),
    "markdown_py": (Markdown, OtherMarkdown),
    "markdown-it": (Markdown, OtherMarkdown),
    "mdx": (Markdown, OtherMarkdown),
    "ajv": (CslSchema, OtherCslSchema),
    "citeproc": (Bibliography, BibliographyOfReferences, OtherBibliography),
}
# The npm packages that readers need.
PACKAGES = {
    "ajv": ["ajv@8"],
    "citeproc": ["citeproc@2"],
    "markdown-it": ["markdown-it@14"],
    "mdx": ["@mdx-js/mdx@3", "remark-gfm@4"],
}

# The programs that a reader needs, unless it needs only the one with its name; and the TeX files, with their packages.
PROGRAMS = {
    "python": (),
    "pybtex": (),
    "bibtex": ("bibtex", "pdflatex"),
    "biblatex": ("pdflatex", "biber"),
    "bibutils": ("ris2xml", "bib2xml"),
}
TEX_FILES = {"biblatex": {"biblatex.sty": "texlive-bibtex-extra", "etoolbox.sty": "texlive-latex-recommended"}}

if __name__ == "__main__":
    if READER in PACKAGES:
        need_packages(*PACKAGES[READER])
        if READER == "citeproc":
            need_style()
    else:
        need(*PROGRAMS.get(READER, (READER,)))
    if READER == "pybtex":
        need_module("pybtex", "python3-pybtex")
    for name, package in TEX_FILES.get(READER, {}).items():
        need_file(name, package)
    unittest.main(argv=[sys.argv[0], *(tests.__name__ for tests in TESTS[READER])])
