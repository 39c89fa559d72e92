"""Tests of the BibTeX: pandoc reads what the CSL-JSON says."""

import json
import re
import unittest

from tests.readers.catalogues import KEYS, OtherCitations, cite
from tests.support.running import output_of
from tests.support.writers import names

# The types that classic BibTeX knows, which pandoc gives back; others are all misc, for which it has no type.
TYPES_OF_BIBTEX = {"article-journal", "book", "paper-conference", "report"}
# What both formats say. CSL's publisher of a report is BibTeX's institution, its genre the type.
VARIABLES_OF_BIBTEX = ("title", "container-title", "publisher", "volume", "issue", "page", "DOI", "URL")


def typed(text: str | None) -> str | None:
    """A text with typewriter's apostrophes: pandoc sets them as a typesetter would."""
    return text and text.replace("\u2019", "'")


class OtherBibtex(OtherCitations):
    def test_pandoc_reads_in_the_bibtex_what_the_csl_json_says(self):
        read = json.loads(output_of("pandoc", "-f", "bibtex", "-t", "csljson", input=self.bibtex))
        for ours, theirs in zip(json.loads(self.csl), read, strict=True):
            with self.subTest(ours["id"]):
                self.assertEqual(names(theirs), names(ours))
                suffixes = [[author.get("suffix") for author in item.get("author", ())] for item in (theirs, ours)]
                self.assertEqual(*suffixes)
                self.assertEqual(theirs.get("container-title"), ours.get("container-title"))
                self.assertEqual(theirs.get("volume"), ours.get("volume"))


class Bibtex(unittest.TestCase):
    def test_pandoc_reads_in_the_bibtex_what_the_csl_json_says(self):
        items = json.loads(cite(*KEYS, "--csl"))
        read = json.loads(output_of("pandoc", "-f", "bibtex", "-t", "csljson", input=cite(*KEYS)))
        self.assertEqual([item["id"] for item in read], KEYS)
        for ours, theirs in zip(items, read):
            with self.subTest(ours["id"]):
                self.assertEqual(theirs["type"], ours["type"] if ours["type"] in TYPES_OF_BIBTEX else "")
                for name in VARIABLES_OF_BIBTEX:
                    self.assertEqual(typed(theirs.get(name)), ours.get(name), name)
                if ours["type"] == "report":
                    self.assertEqual(theirs["genre"], ours["genre"])
                self.assertEqual(names(theirs), names(ours))
                self.assertEqual([author.keys() & {"literal"} for author in theirs.get("author", ())],
                                 [author.keys() & {"literal"} for author in ours.get("author", ())])
                # BibTeX has a field for the year, and none for the day.
                self.assertEqual(theirs.get("issued"), {"date-parts": [ours["issued"]["date-parts"][0][:1]]} if "issued" in ours else None)

    def test_bibtex_and_csl_json_have_the_same_arxiv_identifiers(self):
        bibtex = dict(re.findall(r"^@\w+\{(.*),\n(?:  .*\n)*?  eprint = \{(.*)\},\n  archiveprefix = \{arXiv\}", cite(*KEYS), re.MULTILINE))
        in_csl = {item["id"]: item.get("number", "") + item.get("note", "") for item in json.loads(cite(*KEYS, "--csl"))}
        self.assertGreater(len(bibtex), 40)
        self.assertEqual({key: f"arXiv:{eprint}" for key, eprint in bibtex.items()}, {key: text for key, text in in_csl.items() if text})

    def test_pandoc_sets_a_bibliography_from_either(self):
        for option, kind in ((), "bibtex"), (("--csl",), "csljson"):
            cited = cite("lora", "doctr", "gradio", "gpt-2", *option)
            page = output_of("pandoc", "-f", kind, "-t", "plain", "--citeproc", "--wrap=none", input=cited)
            self.assertRegex(page, r"Hu, Edward J\., Yelong Shen, .* 2022\. .LoRA: Low-Rank Adaptation of Large Language Models\.. ")
            self.assertRegex(page, r"Mindee\. 2021\. ")
            self.assertRegex(page, r".Gradio\.. n\.d\. ")
            self.assertRegex(page, r"Radford, Alec, .* 2019\. .* Technical report\. OpenAI\.")
