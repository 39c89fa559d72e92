"""Records as people keep them, written as TOML: version 1 rejected them, version 2 accepts them.
test_what_people_cite.py tests their citations."""

from codegen.catalogue import PartialDate
from codegen.reader import read_catalogue
from tests.support.catalogues import ONE_CATEGORY
from tests.support.generator import CodegenTest


class WhatPeopleHave(CodegenTest):
    def read(self, records: str, kind: str = "paper", kinds: str = "", languages: str = "") -> list:
        """The records of one kind; its plural ends in "s"."""
        files = {"kinds.toml": kinds} if kinds else {}
        files |= {"catalog.toml": languages + ONE_CATEGORY.format(kind=kind), f"{kind}s.toml": records}
        self.write({**{name: text.encode() for name, text in files.items()}, "reading_order.toml": {}})
        return read_catalogue(self.data).records[kind]

    def test_bibliography_entry_with_a_title_an_author_and_a_year(self):
        entry = '[[paper]]\nkey = "x"\ncategory = "all"\ntitle = "T"\nauthors = "Jane Doe"\nyear = 1687\n'
        record = self.read(entry)[0]
        given = {name: value for name, value in record.values.items() if value is not None and value != []}
        self.assertEqual(given, {"key": "x", "category": "all", "title": "T", "authors": "Jane Doe", "year": 1687})

    def test_keys(self):
        keys = ["Doe2001", "doe_study_2001", "3GPP-TT", "a.tool", "1Hq63sZuH", "doe:2001/a+b"]
        tables = "".join(f'[[paper]]\nkey = "{key}"\ncategory = "all"\n' for key in keys)
        self.assertEqual([record.key for record in self.read(tables)], keys)

    def test_dates(self):
        dates = ("2024-05-03", '"2024-05-03"', '"2024-05"', '"2024"', "2024", "1687", '"987"', "987")
        tables = "".join(f'[[talk]]\nkey = "{at}"\ncategory = "all"\nheld = {date}\n' for at, date in enumerate(dates))
        day = PartialDate(2024, 5, 3)
        years = [PartialDate(year) for year in (2024, 2024, 1687, 987, 987)]
        expected = [day, day, PartialDate(2024, 5), *years]
        self.assertEqual([record.held for record in self.read(tables, "talk", TALK)], expected)

    def test_abstract_of_two_paragraphs(self):
        record = '[[talk]]\nkey = "x"\ncategory = "all"\nabstract = """\nFirst\nparagraph.\n\nSecond.\n"""\n'
        self.assertEqual(self.read(record, "talk", TALK)[0].abstract, "First\nparagraph.\n\nSecond.")

    def test_further_links(self):
        record = """
[[paper]]
key = "x"
category = "all"
links = [
    { label = "PDF", url = "https://a.example/x y.pdf" },
    { label.en = "Code", url = "https://b.example" },
]
"""
        found = [(link.label, link.url) for link in self.read(record)[0].links]
        self.assertEqual(found, [(("PDF",), "https://a.example/x%20y.pdf"), (("Code",), "https://b.example")])

    def test_four_languages(self):
        record = (
            '[[tool]]\nkey = "x"\ncategory = "all"\npurpose.en = "a"\npurpose.ja = "b"\n'
            'purpose.zh-hans = "c"\npurpose.zh-hant = "d"\n'
        )
        languages = 'languages = ["en", "ja", "zh-Hans", "zh-Hant"]\n'
        self.assertEqual(self.read(record, "tool", languages=languages)[0].purpose, ("a", "b", "c", "d"))

    def test_obsolete_and_withdrawn_standards(self):
        records = """
[[standard]]
key = "RFC2616"
category = "all"
obsoleted_by = ["RFC7230", "http11-semantics"]
[[standard]]
key = "RFC7230"
category = "all"
status = "closed"
withdrawn = true
[[standard]]
key = "RFC7231"
category = "all"
aliases = ["http11-semantics"]
"""
        first, second, third = self.read(records, "standard", STANDARD)
        self.assertEqual((first.obsoleted_by, first.withdrawn), (["RFC7230", "RFC7231"], None))
        self.assertEqual((second.withdrawn, second.status), (True, "closed"))
        self.assertEqual(third.aliases, ["http11-semantics"])

    def test_urls(self):
        urls = {
            "ftp://ftp.example/pub/x": "ftp://ftp.example/pub/x",
            "doi:10.1000/182": "doi:10.1000/182",
            "mailto:list@example.org": "mailto:list@example.org",
            "https://a.example/한글 x": "https://a.example/%ED%95%9C%EA%B8%80%20x",
            "https://a.example/%ED%95%9C%EA%B8%80%20x": "https://a.example/%ED%95%9C%EA%B8%80%20x",  # already encoded
        }
        tables = "".join(f'[[tool]]\nkey = "{at}"\ncategory = "all"\nurl = "{url}"\n' for at, url in enumerate(urls))
        self.assertEqual([record.url for record in self.read(tables, "tool")], [*urls.values()])

    def test_records_without_a_citation(self):
        record = self.read('[[paper]]\nkey = "x"\ncategory = "all"\ntitle = "T"\n')[0]
        self.assertIsNone(record.citation)


TALK = """
[[kind]]
name = "talk"
plural = "talks"
doc = "A talk."
title = "name"
date = "held"
field = [
    { name = "name", type = "text", doc = "Its name." },
    { name = "held", type = "date", doc = "When it was held." },
    { name = "abstract", type = "prose", doc = "What it is about." },
]
"""

STANDARD = """
[[kind]]
name = "standard"
plural = "standards"
doc = "A published standard."
title = "name"
cite_as = "standard"
field = [
    { name = "name", type = "text", doc = "The designation." },
    { name = "obsoleted_by", type = "entries", doc = "The standards that replaced it." },
    { name = "withdrawn", type = "flag", doc = "Whether it was withdrawn." },
]
"""
