"""The import of EndNote's exports: lines with percent signs, and XML."""

import unittest

from codegen.importers import endnote
from codegen.importers.model import ImportFailure, Reference, Report
from tests.codegen.test_import_ris import DOE, reading

ED = {"family": "Ed", "given": "I."}
LINES = """%0 Journal Article
%A Doe, Jane
%A Example Consortium,
%E Ed, I.
%T The Big Study
%J A Journal
%V 3
%N 4
%P 1-20
%D 2001
%8 May 3
%@ 1234-5679
%R 10.1234/a
%U https://a.example/
%> https://a.example/x.pdf
%K one
two
%X Abstract
%Z Note
%G English
%I A House
%C Bern
%F Doe2001
%+ Somewhere
"""
XML = """<?xml version="1.0" encoding="UTF-8"?><xml><records>{}</records></xml>"""
RECORD = """<record><database name="a.enl">a.enl</database><rec-number>1</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal">Doe, Jane</style></author>
<author>Example Consortium,</author></authors>
<secondary-authors><author>Ed, I.</author></secondary-authors></contributors>
<titles><title><style face="normal">The </style><style face="italic">Big</style><style> Study</style></title>
<secondary-title>A Journal</secondary-title></titles><periodical><full-title>A Journal</full-title></periodical>
<pages>1-20</pages><volume>3</volume><number>4</number>
<keywords><keyword>one</keyword><keyword>two</keyword></keywords>
<dates><year>2001</year><pub-dates><date>May 3</date></pub-dates></dates><pub-location>Bern</pub-location>
<publisher>A House</publisher><isbn>1234-5679</isbn><label>Doe2001</label>
<abstract>Abstract</abstract><notes>Note</notes>
<urls><related-urls><url>https://a.example/</url></related-urls>
<pdf-urls><url>https://a.example/x.pdf</url></pdf-urls></urls>
<electronic-resource-num>10.1234/a</electronic-resource-num><language>English</language>
<auth-address>Somewhere</auth-address></record>"""
CITATION = {
    **{
        "type": "article-journal",
        "author": [DOE, {"literal": "Example Consortium"}],
        "editor": [ED],
        "title": "The Big Study",
    },
    **{
        "container-title": "A Journal",
        "volume": "3",
        "issue": "4",
        "page": "1-20",
        "issued": "2001-05-03",
        "ISSN": "1234-5679",
    },
    **{"DOI": "10.1234/a", "URL": "https://a.example/", "abstract": "Abstract", "note": "Note", "language": "en"},
    **{"publisher": "A House", "publisher-place": "Bern"},
}


class EndNote(unittest.TestCase):
    maxDiff = 4_000

    def lines(self, source: str | bytes) -> tuple[list[Reference], Report]:
        return reading(source, ".enw", endnote.read_lines)

    def xml(self, source: str | bytes) -> tuple[list[Reference], Report]:
        return reading(source, ".xml", endnote.read_xml)

    def test_both_formats_give_the_same_records(self):
        for (made,), report in (self.lines(LINES), self.xml(XML.format(RECORD))):
            self.assertEqual(made.citation, CITATION)
            self.assertEqual(
                (made.key, made.tags, made.links), ("Doe2001", ["one", "two"], [("PDF", "https://a.example/x.pdf")])
            )
            name = "%+" if report.file == "a.enw" else "<auth-address>"
            lost = "is lost: is the address of an author, and CSL has no variable for it; 1 entry has it"
            self.assertEqual(report.lines(), [f"{report.file}: {name}: {lost}"])

    def test_types(self):
        for name, type in {
            "Book Section": "chapter",
            "Web Page": "webpage",
            "Thesis": "thesis",
            "Unpublished Work": "article",
        }.items():
            (first,), _ = self.lines(f"%0 {name}")
            (second,), _ = self.xml(XML.format(f'<record><ref-type name="{name}">1</ref-type></record>'))
            self.assertEqual((first.citation, second.citation), ({"type": type}, {"type": type}))
        _, report = self.lines("%0 New Type")
        self.assertEqual(report.lines(), ["a.enw: line 1: type: becomes document; New Type is unknown"])
        for record in "<record></record>", "<record><ref-type>17</ref-type></record>":
            _, report = self.xml(XML.format(record))
            self.assertEqual(report.lines(), ["a.xml: record 1: type: becomes document; none is given"])

    def test_values_may_be_empty_or_on_several_lines(self):
        (first, second), report = self.lines("%0\n%T\nA\n%0 Journal\nArticle\n%T \n%X B\n\nC")
        self.assertEqual(first.citation, {"type": "document", "title": "A"})
        self.assertEqual(second.citation, {"type": "document", "abstract": "B\n\nC"})
        lines = ["line 1: type: becomes document; none is given"]
        lines += ["line 4: type: becomes document; Journal Article is unknown"]
        self.assertEqual(report.lines(), [f"a.enw: {line}" for line in lines])

    def test_fields_that_no_entry_can_keep_are_named(self):
        _, report = self.lines("a\n%T b\n%0 Book\n%, c\n")
        self.assertEqual(
            report.lines(),
            [
                "a.enw: %,: is lost: CSL has no variable for it; 1 entry has it",
                "a.enw: left out: 2 lines outside of entries",
            ],
        )
        _, report = self.xml(
            XML.format(
                '<record><ref-type name="Book"/><foo><bar>a</bar></foo><titles><baz>b</baz></titles>'
                "<custom8><style>c</style></custom8><size>d</size><reprint-status> </reprint-status></record>"
            )
        )
        self.assertEqual(
            report.lines(),
            [
                f"a.xml: {name}: is lost: CSL has no variable for it; 1 entry has it"
                for name in ("<foo/bar>", "<titles/baz>", "<custom8>")
            ],
        )

    def test_losses_are_named_as_in_the_file(self):
        lost = "is lost: CSL has no variable for it; 1 entry has it"
        (made,), report = self.lines("%0 Book\n%6 3\n%6 4\n%1 a\n%1 b\n%8 2020/13/45\n%Y a, b, c, d")
        self.assertEqual(made.citation["number-of-volumes"], "3")
        self.assertEqual(
            report.lines(),
            [
                "a.enw: line 1: %8: is lost: \"13 45\" has no place in a date",
                "a.enw: line 1: %6: is lost: number-of-volumes already has another value",
                f"a.enw: %1: {lost}",
                "a.enw: line 1: %Y: \"a, b, c, d\" cannot be split with certainty, and is kept whole",
            ],
        )
        record = "<record><ref-type name='Book'/><num-vols>3</num-vols><custom1>a</custom1></record>"
        (made,), report = self.xml(XML.format(record))
        self.assertEqual(made.citation["number-of-volumes"], "3")
        self.assertEqual(report.lines(), [f"a.xml: <custom1>: {lost}"])
        titles = "<titles><alt-title>A. B.</alt-title></titles><periodical><abbr-1>A B</abbr-1></periodical>"
        (made,), report = self.xml(XML.format(f"<record><ref-type name='Book'/>{titles}</record>"))
        self.assertEqual(made.citation, {"type": "book", "container-title-short": "A. B."})
        names = "<titles/alt-title> and <periodical/abbr-1>"
        lost = "is lost: container-title-short already has another value"
        self.assertEqual(report.lines(), [f"a.xml: record 1: {names}: {lost}"])

    def test_unreadable_files_are_rejected(self):
        for source, why in {
            b"<xml><records>": "is not XML: no element found",
            XML.format("é").encode("latin-1"): "is not XML: not well-formed",
            b'<?xml version="1.0" encoding="none"?><xml/>': "is not XML: unknown encoding",
            b"<mods/>": "is not EndNote's XML",
            b"<xml/>": "is not EndNote's XML",
            b'<!DOCTYPE a [<!ENTITY b "c">]><xml/>': "has a document type declaration",
            '<!DOCTYPE a [<!ENTITY b "c">]><xml>&b;</xml>'.encode("utf-16"): "has a document type declaration",
        }.items():
            with self.assertRaisesRegex(ImportFailure, rf"a\.xml: {why}"):
                self.xml(source)

    def test_deeply_nested_elements(self):
        deep = f"<record><ref-type name='Book'/>{'<a>' * 100_000}b{'</a>' * 100_000}</record>"
        (made,), report = self.xml(XML.format(deep))
        self.assertEqual(made.citation, {"type": "book"})
        self.assertEqual(report.lines(), ["a.xml: <a/a/a>: is lost: CSL has no variable for it; 1 entry has it"])

    def test_superscripts_and_subscripts(self):
        styles = "H<style face='subscript'>2</style>O, 10<style face='bold superscript'>-6</style>"
        styles += " <style face='italic'>b<i>c</i>d</style>, 4<style face='superscript'>th</style>"
        (made,), _ = self.xml(XML.format(f"<record><titles><title>{styles}</title></titles></record>"))
        self.assertEqual(made.citation["title"], "H₂O, 10⁻⁶ bcd, 4th")

    def test_the_encoding_may_be_declared(self):
        record = "<record><titles><title>é</title></titles></record>"
        source = XML.format(record).replace("UTF-8", "ISO-8859-1")
        (made,), _ = self.xml(source.encode("latin-1"))
        self.assertEqual(made.citation["title"], "é")


if __name__ == "__main__":
    unittest.main()
