"""The import of BibTeX and BibLaTeX: which data of real files are kept, and how the rest are reported."""

import unittest
from pathlib import Path
from unittest import mock

from codegen.importers.bibtex import read
from codegen.importers.model import ImportFailure, Report
from tests.support.bibtex import DOE, BibtexTest, reading


class Fields(BibtexTest):
    def test_nothing_is_invented(self):
        self.assert_cited(
            "title={A}, author={Doe, Jane}, year=2001, journal={J}",
            {"title": "A", "author": [DOE], "issued": "2001", "container-title": "J"},
        )

    def test_every_field_has_its_variable(self):
        self.assert_cited(
            """title={{The Article}}, journal={A Journal}, volume=12, number={3}, pages={12--34}, issn={1-2}, eid={e7},
            doi={10.1890/0012-9658(2006)87[1:ASO]2.0.CO;2}, url={https://a.example/x\\_y%20z}, urldate={2021-01-02},
            edition={2nd}, chapter=4, series={S \\& T}, address={Bern and Basel}, pagetotal=500, language={ngerman},
            abstract={One
              line.

            Two.}, annote={B}, shorttitle={A}, pmid=1, keywords={one, two words; {a, b}}, ids={old, older},
            pdf={https://a.example/a.pdf}, medium={Print}, director={Roe, Richard}""",
            {
                **{
                    "title": "The Article",
                    "container-title": "A Journal",
                    "volume": "12",
                    "issue": "3",
                    "page": "12-34",
                },
                **{"ISSN": "1-2", "number": "e7", "DOI": "10.1890/0012-9658(2006)87[1:ASO]2.0.CO;2", "edition": "2nd"},
                **{"URL": "https://a.example/x_y%20z", "accessed": "2021-01-02", "chapter-number": "4", "annote": "B"},
                **{"collection-title": "S & T", "publisher-place": "Bern; Basel", "number-of-pages": "500"},
                **{
                    "language": "de",
                    "abstract": "One\nline.\n\nTwo.",
                    "title-short": "A",
                    "PMID": "1",
                    "medium": "Print",
                },
                "director": [{"family": "Roe", "given": "Richard"}],
            },
            tags=["one", "two words", "a, b"],
            links=[("pdf", "https://a.example/a.pdf")],
            aliases=["old", "older"],
        )

    def test_identifiers_and_links_in_texts(self):
        self.assert_cited(
            """title={A \\href{https://a.example/a\\_b}{Title}}, author={\\href{https://b.example}{Doe, Jane}},
            journal={\\href{https://c.example}{J}}, abstract={See \\url{https://d.example}}""",
            {"title": "A Title", "author": [DOE], "container-title": "J", "abstract": "See https://d.example"},
            links=[
                *(("title", "https://a.example/a_b"), ("journal", "https://c.example")),
                ("author", "https://b.example"),
            ],
        )

    def test_values_without_braces(self):
        self.assert_cited(
            "pages = 3-5, doi=10.1000/a.b_c\n, edition=2nd, volume=7 number=3, year=2000",
            {"page": "3-5", "DOI": "10.1000/a.b_c", "edition": "2nd", "volume": "7", "issue": "3", "issued": "2000"},
        )

    def test_an_entry_in_parentheses(self):
        self.assert_cited("@book(k, title={A}, year=2000)", {"type": "book", "title": "A", "issued": "2000"})

    def test_the_number_of_an_article_is_kept_once(self):
        self.assert_cited("pages={A51}, eid={A51}", {"page": "A51"})
        self.assert_cited("pages={1--9}, eid={A51}", {"page": "1-9", "number": "A51"})

    def test_the_type_determines_the_variable_of_the_number(self):
        for type, field, expected in (
            ("article", "number=3", {"type": "article-journal", "issue": "3"}),
            ("article", "number=3, issue={Spring}", {"type": "article-journal", "issue": "3, Spring"}),
            ("techreport", "number=3, series={S}", {"type": "report", "number": "3", "collection-title": "S"}),
            (
                "inproceedings",
                "number=3, series={S}",
                {"type": "paper-conference", "collection-number": "3", "collection-title": "S"},
            ),
            ("patent", "number={US 1}", {"type": "patent", "number": "US 1"}),
        ):
            self.assert_cited(f"@{type}{{k, {field}}}", expected)

    def test_types(self):
        for type, expected in {
            **{
                "article": "article-journal",
                "inbook": "chapter",
                "proceedings": "book",
                "manual": "book",
                "www": "webpage",
            },
            **{
                "online": "webpage",
                "misc": "document",
                "conference": "paper-conference",
                "dataset": "dataset",
                "video": "broadcast",
            },
            **{"software": "software", "Standard": "standard", "unpublished": "manuscript", "booklet": "pamphlet"},
        }.items():
            self.assert_cited(f"@{type}{{k, title={{A}}}}", {"type": expected, "title": "A"})
        self.assert_cited("@phdthesis{k, school={U}}", {"type": "thesis", "genre": "PhD thesis", "publisher": "U"})
        self.assert_cited("@mastersthesis{k, type={Diploma}}", {"type": "thesis", "genre": "Diploma"})
        self.assert_cited("@thesis{k, type={mathesis}}", {"type": "thesis", "genre": "Master's thesis"})
        self.assert_cited("@unpublished{k, eventtitle={E}}", {"type": "speech", "event-title": "E"})
        self.assert_cited("@article{k, entrysubtype={magazine}}", {"type": "article-magazine"})
        self.assert_cited(
            "@foo{k, title={A}}",
            {"type": "document", "title": "A"},
            ["entry 'k': type: becomes document; @foo is unknown"],
        )

    def test_titles_of_several_parts(self):
        self.assert_cited("title={A}, subtitle={B}, titleaddon={C}", {"title": "A: B. C"})
        self.assert_cited("title={Why?}, subtitle={B}", {"title": "Why? B"})
        self.assert_cited("@book{k, maintitle={M}, title={T}}", {"type": "book", "title": "M", "volume-title": "T"})
        self.assert_cited(
            "@incollection{k, title={T}, booktitle={B}, maintitle={M}}",
            {"type": "chapter", "title": "T", "container-title": "M", "volume-title": "B"},
        )
        lost = "entry 'k': {}: is lost: container-title is already set by another field"
        for type, kept, other in (
            ("inproceedings", "booktitle", "journal"),
            ("incollection", "booktitle", "journaltitle"),
            ("article", "journal", "booktitle"),
            ("article", "journaltitle", "journal"),
        ):
            made, report = reading(f"@{type}{{k, {kept}={{A}}, {other}={{B}}}}")
            self.assertEqual(made[0].citation["container-title"], "A")
            self.assertEqual(report.lines(), [f"a.bib: {lost.format(other)}"])

    def test_an_archive(self):
        for fields in (
            "eprint={2106.09685}, archiveprefix={arXiv}",
            "eprint={2106.09685}, archiveprefix={{arXiv} }",
            "eprint={arXiv:2106.09685}, eprinttype=arxiv",
            "arxivid={2106.09685}",
            "eprint={https://arxiv.org/abs/2106.09685}",
        ):
            self.assert_cited(fields, {"type": "article", "arxiv": "2106.09685"})
        self.assert_cited("journal={J}, eprint={hep-th/9711200}", {"container-title": "J", "arxiv": "hep-th/9711200"})
        self.assert_cited("eprinttype=arxiv", {}, ["eprinttype: is lost: CSL has no variable for it; 1 entry has it"])
        self.assert_cited("eprint=17, eprinttype=pubmed", {"PMID": "17"})
        self.assert_cited("eprint=17, eprinttype=jstor", {}, links=[("jstor", "https://www.jstor.org/stable/17")])
        self.assert_cited("eprint=17, eprinttype=Other", {"archive": "Other", "archive_location": "17"})
        self.assert_cited(
            "eprint={2106.09685v2}, primaryclass={cs.CL}",
            {"type": "article", "arxiv": "2106.09685"},
            [
                "entry 'k': eprint: is lost: CSL has no variable for the version of an article in arXiv: v2",
                "primaryclass: is lost: CSL has no variable for it; 1 entry has it",
            ],
        )

    def test_a_url_in_a_note_is_recognized(self):
        self.assert_cited(
            "@misc{k, howpublished={\\url{https://a.example/x_y}}}",
            {"type": "document", "URL": "https://a.example/x_y"},
        )
        self.assert_cited(
            "@misc{k, howpublished={https://a.example/.}}", {"type": "document", "URL": "https://a.example/"}
        )
        self.assert_cited(
            "note={See \\url{https://a.example/x_y}, seen in May}",
            {"note": "See https://a.example/x_y, seen in May"},
            links=[("note", "https://a.example/x_y")],
        )
        self.assert_cited(
            "note={\\href{https://b.example/}{here}}", {"note": "here"}, links=[("note", "https://b.example/")]
        )
        self.assert_cited(
            "note={Submitted. \\url{https://b.example/}}, howpublished={Available at \\url{https://a.example/}}",
            {
                "URL": "https://a.example/",
                "note": "Submitted. https://b.example/\nAvailable at https://a.example/",
            },
            links=[("note", "https://b.example/")],
        )
        self.assert_cited(
            "url={https://a.example/}, note={\\url{https://b.example/}}",
            {"URL": "https://a.example/"},
            links=[("note", "https://b.example/")],
        )

    def test_several_urls(self):
        for url, first, *others in (
            ("http://a.example/a b,https://b.example/c", "http://a.example/a b", "https://b.example/c"),
            ("https://a.example/a b", "https://a.example/a b"),
            ("https://a.example/a,b; <https://b.example/>", "https://a.example/a,b", "https://b.example/"),
            ("https://a.example/ ftp://b.example/x", "https://a.example/", "ftp://b.example/x"),
        ):
            self.assert_cited(f"url={{{url}}}", {"URL": first}, links=[("url", other) for other in others])

    def test_places(self):
        self.assert_cited("address={Bern}, location={Bern}", {"publisher-place": "Bern"})
        self.assert_cited("location={Bern}", {"publisher-place": "Bern"})
        self.assert_cited(
            "address={New York}, location={Bern}", {"publisher-place": "New York", "event-place": "Bern"}
        )

    def test_publishers(self):
        self.assert_cited("@book{k, publisher={A \\& B and C}}", {"type": "book", "publisher": "A & B; C"})
        self.assert_cited("@book{k, publisher={{Doe and Sons}}}", {"type": "book", "publisher": "Doe and Sons"})
        self.assert_cited("@misc{k, howpublished={A Site}}", {"type": "document", "publisher": "A Site"})
        self.assert_cited(
            "@misc{k, howpublished={A Site}, publisher={P}}",
            {"type": "document", "container-title": "A Site", "publisher": "P"},
        )

    def test_fields_that_no_entry_can_keep_are_named_once(self):
        made, report = reading(
            "".join(
                f"@misc{{k{at}, file={{x}}, bdsk-url-1={{https://a.example/}}, foo={{x}}, xref={{k}}}}"
                for at in range(3)
            )
        )
        self.assertEqual(len(made), 3)
        self.assertEqual(
            report.lines(),
            [
                "a.bib: file: is lost: belongs to the program that wrote the file; 3 entries have it",
                "a.bib: bdsk-url-1: is lost: belongs to the program that wrote the file; 3 entries have it",
                "a.bib: foo: is lost: CSL has no variable for it; 3 entries have it",
                "a.bib: xref: is lost: is a relation to another entry, and CSL has none; 3 entries have it",
            ],
        )

    def test_two_fields_for_one_variable(self):
        self.assert_cited(
            "pmid=1, pubmedid=2", {"PMID": "1"}, ["entry 'k': pubmedid: is lost: PMID is already set by another field"]
        )
        self.assert_cited("title={A}, title={A}", {"title": "A"})
        self.assert_cited(
            "title={A}, title={B}",
            {"title": "A"},
            ["entry 'k': title: is lost: is given twice, and the first value is kept"],
        )

    def test_spaces_within_a_line_are_tidied(self):
        (made,), report = reading("@misc{k, title={A  title}, publisher={One\n  two}}")
        self.assertEqual(made.citation["title"], "A title")
        self.assertEqual(report.lines(verbose=True), ["a.bib: entry 'k': title: white space or Unicode was tidied"])

    def test_huge_values_are_lost_before_they_are_decoded(self):
        lost = "entry 'k': {}: is lost: has 1,000,000 characters; the limit is {}"
        for latex in "{}" * 500_000, "{" * 500_000 + "}" * 500_000, "a" * 1_000_000:
            for field, most in {**dict.fromkeys(["title", "doi"], "100,000"), "author": "300,000"}.items():
                self.assert_cited(f"@misc{{k, {field}={{{latex}}}}}", {"type": "document"}, [lost.format(field, most)])
        line = "entry 'k': author: is lost: has 200,000 characters; the limit is 100,000"
        self.assert_cited(f"@misc{{k, author={{{'a' * 200_000}}}}}", {"type": "document"}, [line])
        made, report = reading(f"@misc{{k, author={{{'Doe, Jane and ' * 10_000}Plato}}}}")
        self.assertEqual((len(made[0].citation["author"]), report.lines()), (10_001, []))

    def test_deep_braces(self):
        (made,), report = reading(f"@misc{{k, title={{{'{' * 90}a{'}' * 90}}}}}")
        self.assertEqual((made.citation["title"], report.lines()), ("a", []))
        deep = "{" * 5_000 + "a" + "}" * 5_000
        (made,), report = reading(f"@misc{{k, title={{{deep}}}}}")
        self.assertEqual(made.citation["title"], deep)
        self.assertEqual(
            report.lines(),
            ["a.bib: entry 'k': title: text within hundreds of braces cannot be converted, and stays as written"],
        )

    def test_a_file_must_be_utf_8(self):
        with self.assertRaisesRegex(ImportFailure, r"a\.bib: is not UTF-8: byte 20 is 0xe9; save it as UTF-8\Z"):
            reading("@misc{a,\n title={Café}}".encode("latin-1"))
        (made,), _ = reading(b"\xef\xbb\xbf@misc{a,\r\n title={Caf\xc3\xa9\r\n B}}\r\n")
        self.assertEqual(made.citation["title"], "Café B")
        with self.assertRaisesRegex(ImportFailure, r"none\.bib: cannot be read: No such file"):
            read(Path("none.bib"), Report())


class Programs(unittest.TestCase):
    def test_a_missing_program_is_named_with_its_package(self):
        for package, error in (("python3-pybtex", "pybtex.database"), ("python3-pylatexenc", "pylatexenc")):
            missing = ModuleNotFoundError(f"No module named {error!r}", name=error)
            with mock.patch("importlib.import_module", side_effect=missing), self.assertRaisesRegex(
                ImportFailure, f"install {package}"
            ):
                reading("@misc{a}")

    def test_another_missing_module_is_a_fault_of_the_generator(self):
        for name in "json", None:
            missing = ModuleNotFoundError("No module", name=name)
            with mock.patch("importlib.import_module", side_effect=missing), self.assertRaises(ModuleNotFoundError):
                reading("@misc{a}")


if __name__ == "__main__":
    unittest.main()
