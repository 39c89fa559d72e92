"""How records were published, and the family names of their authors; here those of papers.toml."""

from codegen.reader import read_catalogue
from tests.support.catalogues import DELETED, Toml, changed, informed
from tests.support.data_tests import CITED, TITLE, FactsTest, Place, of_citation, of_paper
from tests.support.generator import run_here


class CitationTest(FactsTest):
    def assert_citation_wrong(self, changes: dict, *lines: str) -> None:
        """With these fields in the citation of the second paper, an article of a conference, there are these lines."""
        with self.subTest(changes=changes):
            places = ((*of_citation(field).path, value) for field, value in changes.items())
            self.assert_refused(informed(*places), *(CITED + line for line in lines))

    def assert_citation_right(self, changes: dict) -> None:
        with self.subTest(changes=changes):
            self.assert_accepted(informed(*((*of_citation(field).path, value) for field, value in changes.items())))


class Citations(CitationTest):
    def test_citation_that_is_no_table(self):
        # The authors in it may be right, so those of the family names are not called wrong.
        for value in (7, "NeurIPS", True, [], ["Ada Lovelace"], [{"type": "article"}], Toml("2019-01-01")):
            self.assert_wrong(of_paper("citation"), value, "must be a [table], not ")

    def test_empty_citation(self):
        lines = (f"{CITED}type: is missing", f"{CITED}authors: is missing")
        self.assert_refused(informed((*of_paper("citation").path, {})), *lines)

    def test_unknown_fields(self):
        for field in ("url", "venue", "key", "Title", "author"):
            self.assert_wrong(of_citation(field), "x", "unknown field; the fields are type, title, authors, arxiv, ")

    def test_citation_of_another_kind_of_record(self):
        citation = {"type": "software", "authors": ["Ada Lovelace"]}
        path = ("communities.toml", "community", 0, "citation")
        self.write(informed((*path, citation), ("communities.toml", "family_names", {"Ada Lovelace": "Ada Lovelace"})))
        catalogue = read_catalogue(self.data)
        self.assertEqual(catalogue.records["community"][0].citation.authors, ["Ada Lovelace"])
        self.assertEqual(catalogue.family_names["Ada Lovelace"], "Ada Lovelace")
        # Its title is in two languages.
        for title in ("모임", "Forum"):
            line = "communities.toml: community 'forum', citation: title: is that of the community; leave it out"
            self.assert_refused(informed((*path, {**citation, "title": title})), line)
        self.assert_accepted(informed((*path, {**citation, "title": "A Forum"})))
        line = "communities.toml: community 'forum', citation: authors: is missing"
        self.assert_refused(informed((*path, {"type": "software"})), line)

    def test_title_of_the_row(self):
        self.assert_citation_wrong({"title": "Paper 2: A Title"}, "title: is that of the paper; leave it out")
        self.assert_citation_right({"title": "Paper 1: A Title"})
        self.assert_citation_right({"title": DELETED})
        # Both are malformed, and neither is that of the other.
        both = ((*TITLE.path, ""), (*of_citation("title").path, ""))
        self.assert_refused(informed(*both), TITLE.line + "must not be empty", f"{CITED}title: must not be empty")

    def test_arxiv_identifier_of_another_paper(self):
        reason = "'1706.03762' is already that of paper 'paper-one', citation in papers.toml"
        self.assert_wrong(of_citation("arxiv"), "1706.03762", reason)

    def test_doi_of_another_paper(self):
        doi = "10.18653/v1/N19-1423"
        reason = f"'{doi}' is already that of paper 'paper-two', citation in papers.toml"
        path = ("papers.toml", "paper", 2, "citation", "doi")
        self.assert_wrong(Place(path, "papers.toml: paper 'paper-three', citation: doi: "), doi, reason)

    def test_arxiv_identifier_that_is_not_that_of_the_url(self):
        self.write(informed((*of_paper("url").path, "https://arxiv.org/abs/1810.04806")))
        status, _, lines = run_here("--data", self.data, "--output", self.output)
        self.assertEqual(status, 1)
        self.assertIn("arxiv: is 1810.04805, but the url of the paper is https://arxiv.org/abs/1810.04806", lines)


class Types(CitationTest):
    def test_unknown_type(self):
        # Which venue is right for it is then not known.
        of_type = "type: must be one of article, preprint, report, software, blog_post, not "
        for value in ("Article", "paper", "blog post", "", "논문", 7, True, ["article"], {"article": 1}):
            self.assert_citation_wrong({"type": value}, of_type)
        self.assert_citation_wrong({"type": "paper", "year": DELETED}, of_type + '"paper"')
        self.assert_citation_wrong({"type": "paper", "conference": DELETED}, of_type + '"paper"')
        self.assert_citation_wrong({"type": "paper", "journal": "JMLR", "arxiv": DELETED}, of_type + '"paper"')
        self.assert_citation_wrong({"type": DELETED, "institution": "OpenAI"}, "type: is missing")

    def test_unknown_type_beside_mistakes_that_do_not_follow_from_it(self):
        self.assert_citation_wrong(
            {"type": "paper", "title": "Paper 2: A Title", "year": 2016},
            "type: must be one of ",
            "title: is that of the paper",
            "year: is 2016, but the preprint is of 2018",
        )

    def test_preprint_without_an_arxiv_identifier(self):
        preprint = {"type": "preprint", "conference": DELETED, "year": DELETED}
        self.assert_citation_right(preprint)
        self.assert_citation_wrong({**preprint, "arxiv": DELETED}, "arxiv: is missing; a preprint has one")
        self.assert_citation_wrong({**preprint, "arxiv": "18.10"}, 'arxiv: "18.10" is not an arXiv identifier')


class Venues(CitationTest):
    def test_venue_of_another_type(self):
        conference, journal, institution = ("conference", "NAACL"), ("journal", "JMLR"), ("institution", "OpenAI")
        cases = (
            ({"type": "preprint"}, {"arxiv": "1810.04805"}, (conference, journal, institution)),
            ({"type": "software"}, {}, (conference, journal, institution)),
            ({"type": "blog_post"}, {}, (conference, journal, institution)),
            ({"type": "article"}, dict([conference]), (institution,)),
            ({"type": "article"}, dict([journal]), (institution,)),
            ({"type": "report"}, dict([institution]), (conference, journal)),
        )
        for type, right, wrong in cases:
            for venue, name in wrong:
                given = {"conference": DELETED, **type, **right, venue: name}
                self.assert_citation_wrong(given, f"{venue}: is not for the type {type['type']}")

    def test_several_venues_of_another_type(self):
        self.assert_citation_wrong(
            {"type": "software", "journal": "JMLR"},
            "conference: is not for the type software",
            "journal: is not for the type software",
        )

    def test_venue_of_another_type_in_place_of_one(self):
        # That the right one is missing follows from it.
        self.assert_citation_wrong({"type": "report"}, "conference: is not for the type report")
        institution = {"conference": DELETED, "institution": "OpenAI"}
        self.assert_citation_wrong(institution, "institution: is not for the type article")

    def test_two_venues(self):
        line = "type: article has conference and journal; give one conference or journal"
        self.assert_citation_wrong({"journal": "JMLR"}, line)

    def test_no_venue(self):
        line = "type: article appears nowhere; give one conference or journal"
        self.assert_citation_wrong({"conference": DELETED}, line)
        no_institution = {"type": "report", "conference": DELETED}
        self.assert_citation_wrong(no_institution, "type: report appears nowhere; give one institution")
        self.assert_citation_wrong({**no_institution, "year": DELETED}, "type: report appears nowhere")

    def test_malformed_venue(self):
        # It is there, so no other is missed.
        for value, reason in {7: "must be a text", "": "must not be empty"}.items():
            self.assert_citation_wrong({"conference": value}, f"conference: {reason}")
            self.assert_citation_wrong({"conference": DELETED, "journal": value}, f"journal: {reason}")


class Years(CitationTest):
    def test_venue_without_a_year(self):
        self.assert_citation_wrong({"year": DELETED}, "year: is missing; it is that of the conference")
        journal = {"conference": DELETED, "journal": "JMLR"}
        self.assert_citation_wrong({**journal, "year": DELETED}, "year: is missing; it is that of the journal")
        report = {"type": "report", "conference": DELETED, "institution": "OpenAI"}
        self.assert_citation_wrong({**report, "year": DELETED}, "year: is missing; it is that of the institution")

    def test_malformed_year(self):
        for value in ("2019", 2019.0, True):
            self.assert_citation_wrong({"year": value}, "year: must be a year as a whole number")
        self.assert_citation_wrong({"year": 10_000}, "year: 10000 is outside 1 to 9999")

    def test_year_before_that_of_the_preprint(self):
        year_of = {"1810.04805": 2018, "0704.0001": 2007, "cs.CL/0101001": 2001, "hep-th/9912001": 1999}
        for arxiv, year in year_of.items():
            line = f"year: is {year - 2}, but the preprint is of {year}; one year before is the most"
            self.assert_citation_wrong({"arxiv": arxiv, "year": year - 2}, line)
            for accepted in (year - 1, year, year + 1, year + 9):
                self.assert_citation_right({"arxiv": arxiv, "year": accepted})
        self.assert_citation_right({"arxiv": DELETED, "year": 1950})


class FamilyNames(FactsTest):
    def assert_family_wrong(self, name: str, family: object, reason: str) -> None:
        with self.subTest(name=name, family=family):
            line = f"papers.toml: family_names {ascii(name)}: {reason}"
            self.assert_refused(informed(("papers.toml", "family_names", name, family)), line)

    def test_family_names_that_are_no_table(self):
        for value in (7, "Evans", True, [], [{"Mary Ann Evans": "Evans"}], 0, ""):
            place = Place(("papers.toml", "family_names"), "papers.toml: family_names: ")
            self.assert_wrong(place, value, "must be a table of family names by full name")

    def test_no_family_names(self):
        self.assert_accepted(informed(("papers.toml", "family_names", {})))
        self.assert_accepted(informed(("papers.toml", "family_names", DELETED)))

    def test_family_names_in_another_file(self):
        self.assert_accepted(informed(("tools.toml", "family_names", {})))
        line = "tools.toml: family_names 'Ada Lovelace': is not an author that this file cites"
        self.assert_refused(informed(("tools.toml", "family_names", {"Ada Lovelace": "Lovelace"})), line)

    def test_name_that_is_no_author(self):
        for name in ("Mary Anne Evans", "mary ann evans", "Evans", "Someone", "", "홍길동", "Ada\nLovelace"):
            self.assert_family_wrong(name, "Evans", "is not an author that this file cites")

    def test_no_citations_at_all(self):
        line = "papers.toml: family_names 'Ada Lovelace': is not an author that this file cites"
        self.assert_refused(changed(("papers.toml", "family_names", {"Ada Lovelace": "Lovelace"})), line)

    def test_family_name_that_is_no_end_of_the_name(self):
        families = (
            *("Mary", "Ann", "Mary Ann", "evans", "Evans ", " Evans", "Evans."),
            *("Mary  Ann Evans", "Dr Mary Ann Evans"),
        )
        for family in families:
            self.assert_family_wrong("Mary Ann Evans", family, "must be the end of the name, whole words of it")

    def test_family_name_that_is_no_whole_words(self):
        for family in ("vans", "s", "nn Evans"):
            self.assert_family_wrong("Mary Ann Evans", family, "must be the end of the name, whole words of it")

    def test_family_name_that_is_empty_or_no_text(self):
        for family in ("", " ", 7, True, ["Evans"], {"en": "Evans"}, Toml("2019-01-01")):
            self.assert_family_wrong("Mary Ann Evans", family, "must be the end of the name, whole words of it")

    def test_families_that_are_accepted(self):
        for family in ("Evans", "Ann Evans", "Mary Ann Evans"):
            with self.subTest(family=family):
                self.assert_accepted(informed(("papers.toml", "family_names", "Mary Ann Evans", family)))

    def test_name_of_an_author_who_cannot_be_read(self):
        # It is not known who the authors are.
        authors = of_citation("authors")
        for value in (DELETED, [], "Mary Ann Evans", ["Mary Ann Evans", 7], ["Mary Ann Evans", "Vaswani et al."]):
            self.assert_wrong(authors, value, "")

    def test_names_of_papers_that_cannot_be_read(self):
        papers = Place(("papers.toml", "paper"), "papers.toml: paper: ")
        for value in (7, [7], "x"):
            self.assert_wrong(papers, value, "must be at least one [[table]]")
