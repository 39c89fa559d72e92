"""Reads what the writers write with a program that people read it with: python3 -m tests.readers.check READER CITE APPENDIX

READER is python for CSL-JSON, pandoc for BibTeX, cmark-gfm for Markdown. Ends with 77 where it is not installed."""

import json
import sys
import unittest
from xml.etree import ElementTree

from codegen import schema
from codegen.reader import read_catalogue
from tests.support.running import ROOT, need, output_of, run
from tests.support.writers import EXTENSIONS, MARKDOWN, cells_of, names, text_of, title_of, venue_of

CATALOGUE = read_catalogue(ROOT / "data")
PAPERS = CATALOGUE.records["paper"]


def cite(*arguments: str) -> str:
    return output_of(CITE, *arguments)


def all_keys() -> list[str]:
    return [paper.key for paper in PAPERS]


def typed(title: str) -> str:
    """A title with typewriter's apostrophes: pandoc sets them as a typesetter would."""
    return title.replace("\u2019", "'")


class CslJson(unittest.TestCase):
    def test_csl_json_says_what_the_data_say(self):
        items = json.loads(cite(*all_keys(), "--csl"))
        self.assertEqual([item["id"] for item in items], all_keys())
        for item, paper in zip(items, PAPERS):
            source = paper.citation
            with self.subTest(paper.key):
                self.assertEqual(item["title"], source.title or paper.title)
                self.assertEqual([f"{given} {family}".strip() for family, given in names(item)], source.authors)
                self.assertEqual(item.get("container-title", item.get("publisher")), venue_of(source))
                year = source.year or (schema.arxiv_year(source.arxiv) if source.arxiv else None)
                self.assertEqual(item.get("issued"), {"date-parts": [[year]]} if year else None)
                self.assertEqual(item.get("DOI"), source.doi)
                self.assertEqual(item["URL"], paper.url)
                self.assertEqual(item.get("number"), f"arXiv:{source.arxiv}" if source.arxiv else None)

    def test_unknown_keys_are_answered_with_the_nearest(self):
        result = run(CITE, "lora", "qlor", status=1)
        self.assertEqual(result.stdout, "")
        self.assertRegex(result.stderr, r'\Acite: no paper has the key "qlor"; the nearest are qlora, lora, \S+\n\Z')
        self.assertRegex(run(CITE, "QLoRA", status=1).stderr, 'the nearest are qlora, ')
        self.assertEqual(cite("lora", "lora"), cite("lora"))
        result = run(CITE, "llava-repo", "flash", status=1)
        self.assertEqual(result.stderr.splitlines()[0], "cite: llava-repo is a repository; only papers have a citation")
        self.assertRegex(result.stderr.splitlines()[1], "flashattention, flashattention-2, ")
        self.assertEqual(run(CITE, "--help", status=1).stderr, run(CITE, status=1).stderr)
        self.assertRegex(run(CITE, status=1).stderr, r"\Ausage: cite KEY\.\.\. \[--csl\]\n\Z")


class Bibtex(unittest.TestCase):
    def test_pandoc_reads_in_the_bibtex_what_the_csl_json_says(self):
        items = json.loads(cite(*all_keys(), "--csl"))
        read = json.loads(output_of("pandoc", "-f", "bibtex", "-t", "csljson", input=cite(*all_keys())))
        self.assertEqual(len(read), len(CATALOGUE.records["paper"]))
        for ours, theirs in zip(items, read):
            with self.subTest(ours["id"]):
                self.assertEqual(theirs["id"], ours["id"])
                self.assertEqual(typed(theirs["title"]), ours["title"])
                self.assertEqual(names(theirs), names(ours))
                self.assertEqual([author.keys() & {"literal"} for author in theirs["author"]],
                                 [author.keys() & {"literal"} for author in ours["author"]])
                self.assertEqual(theirs.get("issued"), ours.get("issued"))
                self.assertEqual(theirs.get("DOI"), ours.get("DOI"))
                self.assertEqual(theirs["URL"], ours["URL"])

    def test_pandoc_sets_a_bibliography_from_either(self):
        for option, kind in ((), "bibtex"), (("--csl",), "csljson"):
            cited = cite("lora", "doctr", *option)
            page = output_of("pandoc", "-f", kind, "-t", "plain", "--citeproc", "--wrap=none", input=cited)
            self.assertRegex(page, r"Hu, Edward J\., Yelong Shen, .* 2022\. .LoRA: Low-Rank Adaptation of Large Language Models\.. ")
            self.assertRegex(page, r"Mindee\. n\.d\. ")


class FullDisk(unittest.TestCase):
    def test_what_cannot_be_written_is_no_success(self):
        for command in [CITE, *all_keys()], [CITE, *all_keys(), "--csl"], [APPENDIX], [APPENDIX, "--notes"]:
            with open("/dev/full", "w") as full:
                run(*command, status=1, stdout=full)


class Markdown(unittest.TestCase):
    def test_cmark_reads_every_cell_as_it_is_in_the_catalogue(self):
        for language, name in enumerate(("ko", "en")):
            page = output_of(APPENDIX, "--lang", name)
            document = ElementTree.fromstring(output_of("cmark-gfm", *EXTENSIONS, "-t", "xml", input=page))
            tables = list(document.iter(f"{MARKDOWN}table"))
            self.assertEqual(len(tables), len(CATALOGUE.categories))
            self.assertEqual(sum(len(table.findall(f"{MARKDOWN}table_row")) for table in tables), sum(map(len, CATALOGUE.records.values())))
            for table, category in zip(tables, CATALOGUE.categories):
                header = table.find(f"{MARKDOWN}table_header")
                self.assertEqual([text_of(cell) for cell in header], [heading[language] for _, heading in category.columns])
                records = [record for record in CATALOGUE.records[category.kind] if record.category == category.id]
                rows = table.findall(f"{MARKDOWN}table_row")
                self.assertEqual(len(rows), len(records))
                for row, record in zip(rows, records):
                    with self.subTest(record.key, language=name):
                        self.assertEqual([text_of(cell) for cell in row], cells_of(CATALOGUE, category.kind, record, language))
                        links = [link.get("destination") for link in row.iter(f"{MARKDOWN}link")]
                        has_link = record.url and any(field == "link" for field, _ in category.columns)
                        self.assertEqual(links, [record.url] if has_link else [])
                        bold = [text_of(strong) for strong in row.iter(f"{MARKDOWN}strong")]
                        self.assertEqual(bold, [title_of(CATALOGUE, record, language)])

    def test_notes_are_apart_from_the_tables(self):
        for name in "ko", "en":
            appendix = output_of(APPENDIX, "--lang", name)
            page = output_of(APPENDIX, "--lang", name, "--notes")
            self.assertTrue(page.startswith(appendix))
            notes = ElementTree.fromstring(output_of("cmark-gfm", *EXTENSIONS, "-t", "xml", input=page[len(appendix) :]))
            urls = {record.current_url for record in CATALOGUE.entries}
            self.assertEqual({link.get("destination") for link in notes.iter(f"{MARKDOWN}link")}, urls - {None})
            facts = {text_of(item) for item in notes.iter(f"{MARKDOWN}item")}
            for records in CATALOGUE.records.values():
                for correction in (correction for record in records for correction in record.correction):
                    self.assertIn(f"{correction.cell}: {correction.fact[name == 'en']}", facts)


if __name__ == "__main__":
    READER, CITE, APPENDIX = sys.argv[1:]
    if READER != "python":
        need(READER)
    classes = {"python": ["CslJson", "FullDisk"], "pandoc": ["Bibtex"], "cmark-gfm": ["Markdown"]}
    unittest.main(argv=[sys.argv[0], *classes[READER]])
