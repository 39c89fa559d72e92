"""The import of BibTeX: how each field of an entry becomes a variable, a link, or a line of the report."""

import unittest

from tests.support.bibtex import DOE, BibtexTest, reading

ROE = {"family": "Roe", "given": "Guy"}


class Texts(BibtexTest):
    def test_empty_fields_are_ignored(self):
        self.assert_cited("title={A}, foo={ }, volume={}", {"title": "A"})

    def test_subtypes(self):
        self.assert_cited("@article{k, entrysubtype={Newspaper}}", {"type": "article-newspaper"})
        self.assert_cited("@book{k, entrysubtype={magazine}}", {"type": "book"})
        self.assert_cited("@misc{k, eventtitle={E}}", {"type": "document", "event-title": "E"})
        lost = "entrysubtype: is lost: is for styles, and CSL has no variable for it; 1 entry has it"
        self.assert_cited("entrysubtype={letter}", {}, [lost])

    def test_subtitles_and_additions(self):
        for fields, title in {
            "title={A:}, subtitle={B}": "A: B",
            "title={A.}, subtitle={B}": "A. B",
            "title={A!}, subtitle={B}": "A! B",
            "title={A.}, titleaddon={B}": "A. B",
            "title={A:}, titleaddon={B}": "A:. B",
            "title={A}, titleaddon={B}": "A. B",
            "subtitle={B}, titleaddon={C}": "B",
            "titleaddon={C}": "C",
        }.items():
            self.assert_cited(fields, {"title": title})
        self.assert_cited("journaltitle={A}, journalsubtitle={B}", {"container-title": "A: B"})
        self.assert_cited("journal={J}, issuetitle={I}", {"container-title": "J", "volume-title": "I"})

    def test_titles_of_books(self):
        self.assert_cited("@book{k, title={A}, booktitle={A}}", {"type": "book", "title": "A"})
        self.assert_cited("title={A}, booktitle={A}", {"title": "A", "container-title": "A"})
        self.assert_cited("@book{k, maintitle={M}}", {"type": "book", "title": "M"})
        self.assert_cited(
            "title={T}, journal={J}, maintitle={M}",
            {"title": "T", "container-title": "J"},
            ["entry 'k': booktitle: is lost: container-title is already set by another field"],
        )

    def test_lines_and_spaces(self):
        self.assert_cited("annotation={One \n two.}", {"annote": "One\ntwo."})
        self.assert_cited("abstract={One.\n{}{}Two}", {"abstract": "One.\n\n\nTwo"})
        self.assert_cited("title={ One\t\n two }", {"title": "One two"})
        (made,), report = reading("@misc{k, abstract={One\n  two}}")
        self.assertEqual((made.citation["abstract"], report.lines(verbose=True)), ("One\ntwo", []))

    def test_an_unknown_command_is_reported_once(self):
        line = "entry 'k': title: \\foo cannot be converted, and stays as written"
        self.assert_cited("title={\\foo\\foo}", {"title": "\\foo\\foo"}, [line])

    def test_genres_and_states(self):
        self.assert_cited("@report{k, type={resreport}}", {"type": "report", "genre": "Research report"})
        self.assert_cited("@misc{k, type={Map}}", {"type": "document", "genre": "Map"})
        self.assert_cited("pubstate={inpress}", {"status": "in press"})
        self.assert_cited("pubstate={Draft}", {"status": "Draft"})
        self.assert_cited("@mastersthesis{k}", {"type": "thesis", "genre": "Master's thesis"})

    def test_languages(self):
        for name, tag in {
            **{"english": "en", "British": "en-GB", "langgerman": "de", "austrian": "de-AT"},
            **{"simplifiedchinese": "zh-Hans", "Klingon": "Klingon"},
        }.items():
            self.assert_cited(f"langid={{{name}}}", {"language": tag})
        self.assert_cited("hyphenation={french}", {"language": "fr"})
        lost = "entry 'k': language: is lost: language is already set by another field"
        self.assert_cited("langid={french}, language={german}", {"language": "fr"}, [lost])

    def test_variables_of_csl_are_fields(self):
        expected = {"available-date": "2020-05", "jurisdiction": "J"}
        self.assert_cited("available-date={2020-05}, jurisdiction={J}", expected)

    def test_numbers(self):
        self.assert_cited("eid={e7}", {"page": "e7"})
        self.assert_cited("articleno={7}, numpages={20}", {"page": "7", "number-of-pages": "20"})
        self.assert_cited("@book{k, issue={3}}", {"type": "book", "issue": "3"})
        self.assert_cited("number={3}, issue={3}", {"issue": "3"})
        self.assert_cited("@book{k, number={3}}", {"type": "book", "number": "3"})
        self.assert_cited("pages={1 -- 2, 5–6}", {"page": "1-2, 5-6"})
        line = "entry 'k': article-number: is lost: number is already set by another field"
        self.assert_cited("pages=1, eid=2, article-number=3", {"page": "1", "number": "2"}, [line])


class People(BibtexTest):
    def test_editors(self):
        self.assert_cited("editor={Doe, Jane}, editora={Roe, Guy}", {"editor": [DOE], "contributor": [ROE]})
        self.assert_cited("editortype={foo}", {})
        line = "entry 'k': editortype: is lost: CSL has no such role: foo"
        self.assert_cited("editor={Doe, Jane}, editortype={Foo}", {"contributor": [DOE]}, [line])

    def test_a_text_of_the_greatest_length_is_kept(self):
        self.assert_cited(f"title={{{'a' * 100_000}}}", {"title": "a" * 100_000})

    def test_a_list_may_be_longer_than_a_text(self):
        names = ["A" * 60_000, "B" * 60_000]
        for name in "author", "director":
            fields = f"{name}={{{{{names[0]}}} and {{{names[1]}}}}}"
            self.assert_cited(fields, {name: [{"literal": each} for each in names]})

    def test_several_fields_of_one_role(self):
        names = {"contributor": [DOE, ROE, "others"]}
        lines = [f"entry 'k': {name}: becomes contributor; CSL has no such role" for name in ("advisor", "supervisor")]
        self.assert_cited("advisor={Doe, Jane and others}, supervisor={Roe, Guy}", names, lines)
        self.assert_cited("advisor={Doe, Jane}, supervisor={Roe, Guy and others}", names, lines)
        self.assert_cited("contributor={Doe~Mae, Jane}", {"contributor": [{**DOE, "family": "Doe Mae"}]})

    def test_publishers(self):
        self.assert_cited(
            "@online{k, organization={S}, publisher={P}}",
            {"type": "webpage", "container-title": "S", "publisher": "P"},
        )
        self.assert_cited("@online{k, organization={S}}", {"type": "webpage", "publisher": "S"})
        self.assert_cited("@book{k, organization={S}, publisher={P}}", {"type": "book", "publisher": "P; S"})
        self.assert_cited("publisher={P}, institution={P}", {"publisher": "P"})
        self.assert_cited(
            "@inproceedings{k, booktitle={B}, howpublished={Web}, publisher={P}}",
            {"type": "paper-conference", "container-title": "B", "publisher": "P; Web"},
        )


class Links(BibtexTest):
    def test_identifiers_in_archives(self):
        for fields, expected in (
            ("eprint=17, eprinttype={PMID}", {"PMID": "17"}),
            ("eprint=17, archiveprefix=pmc", {"PMCID": "17"}),
            ("eprint=17, archiveprefix=pmcid", {"PMCID": "17"}),
            ("eprint={a b}", {"archive_location": "a b"}),
        ):
            self.assert_cited(fields, expected)
        self.assert_cited("eprint={https://a.example/x}", {}, links=[("eprint", "https://a.example/x")])
        self.assert_cited("@book{k, eprint={2106.09685}}", {"type": "book", "arxiv": "2106.09685"})
        self.assert_cited("@misc{k, arxiv={2106.09685}}", {"type": "article", "arxiv": "2106.09685"})
        line = "entry 'k': eprint: is lost: CSL has no variable for the version of an article in arXiv: v2"
        fields = "journaltitle={J}, eprint={https://arxiv.org/pdf/2106.09685v2.pdf}"
        self.assert_cited(fields, {"container-title": "J", "arxiv": "2106.09685"}, [line])
        line = "entry 'k': arxiv: is lost: archive_location is already set by another field"
        self.assert_cited("eprint=17, arxiv=18", {"archive_location": "17"}, [line])
        line = "entry 'k': arxiv: is lost: arxiv is already set by another field"
        fields = "journal={J}, eprint={2106.09685}, arxiv={2106.09686}"
        self.assert_cited(fields, {"container-title": "J", "arxiv": "2106.09685"}, [line])

    def test_a_doi_may_have_codes_for_braces(self):
        self.assert_cited("doi={10.1/a%7Bb%7D%5C%22%24%20}", {"DOI": '10.1/a{b}\\"$%20'})

    def test_urls_in_notes(self):
        self.assert_cited("note={\\url{https://a.example/},}", {"URL": "https://a.example/"})
        self.assert_cited("addendum={https://a.example/).}", {"URL": "https://a.example/"})
        self.assert_cited("url={https://a.example/}, note={https://a.example/}", {"URL": "https://a.example/"})
        self.assert_cited("note={A}, addendum={B}", {"note": "A\nB"})

    def test_lists(self):
        self.assert_cited("keyword={a, ,b; a}, tags={c}", {}, tags=["a", "b", "c"])
        self.assert_cited("ids={ a , b,}", {}, aliases=["a", "b"])

    def test_fields_without_a_variable(self):
        self.assert_cited("options={useprefix = true}", {})
        reason = "is lost: is for styles, and CSL has no variable for it; 1 entry has it"
        self.assert_cited("options={useprefix=x}", {}, [f"options: {reason}"])
        self.assert_cited("shorthand={S}", {}, [f"shorthand: {reason}"])


if __name__ == "__main__":
    unittest.main()
