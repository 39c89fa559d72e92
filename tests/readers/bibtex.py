"""Tests that the BibTeX and the CSL-JSON agree."""

import json
import re
import unittest

from tests.readers.catalogues import KEYS, cite
from tests.support.running import output_of
from tests.support.writers import AUTHORS

# The types of classic BibTeX, which pandoc restores. All others become misc, which pandoc reads without a type.
TYPES_OF_BIBTEX = {"article-journal", "book", "paper-conference", "report"}


class Bibtex(unittest.TestCase):
    def test_pandoc_reads_the_types_of_the_csl_json_from_the_bibtex(self):
        items = json.loads(cite(*KEYS, "--csl"))
        read = json.loads(output_of("pandoc", "-f", "bibtex", "-t", "csljson", input=cite(*KEYS)))
        self.assertEqual([item["id"] for item in read], KEYS)
        for ours, theirs in zip(items, read):
            with self.subTest(ours["id"]):
                # An entry that lacks a required field of its BibTeX type becomes misc.
                has_venue = "container-title" in ours or "publisher" in ours
                is_complete = has_venue and "author" in ours and "issued" in ours
                is_known = is_complete and ours["type"] in TYPES_OF_BIBTEX
                self.assertEqual(theirs["type"], ours["type"] if is_known else "")
                self.assertEqual(theirs.get("genre"), ours.get("genre"))
                authors = next((ours[role] for role in AUTHORS if role in ours), ())
                self.assertEqual([author.keys() & {"literal"} for author in theirs.get("author", ())],
                                 [author.keys() & {"literal"} for author in authors])

    def test_both_formats_have_the_same_arxiv_identifiers(self):
        eprint = r"^@\w+\{(.*),\n(?:  .*\n)*?  eprint = \{(.*)\},\n  archiveprefix = \{arXiv\}"
        in_bibtex = {key: f"arXiv:{id}" for key, id in re.findall(eprint, cite(*KEYS), re.MULTILINE)}
        items = json.loads(cite(*KEYS, "--csl"))
        in_csl = {item["id"]: item.get("number", "") + item.get("note", "") for item in items}
        self.assertGreater(len(in_bibtex), 40)
        self.assertEqual(in_bibtex, {key: text for key, text in in_csl.items() if text})

    def test_pandoc_makes_a_bibliography_from_both_formats(self):
        for option, kind in ((), "bibtex"), (("--csl",), "csljson"):
            cited = cite("lora", "doctr", "gradio", "gpt-2", *option)
            page = output_of("pandoc", "-f", kind, "-t", "plain", "--citeproc", "--wrap=none", input=cited)
            title = "LoRA: Low-Rank Adaptation of Large Language Models"
            self.assertRegex(page, rf"Hu, Edward J\., Yelong Shen, .* 2022\. .{title}\.. ")
            self.assertRegex(page, r"Mindee\. 2021\. ")
            self.assertRegex(page, r".Gradio\.. n\.d\. ")
            self.assertRegex(page, r"Radford, Alec, .* 2019\. .* Technical report\. OpenAI\.")
