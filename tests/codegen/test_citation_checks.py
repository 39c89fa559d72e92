"""The variables of citations: accepted values as stored, rejected values, and names that are not variables."""

import datetime
import json

from codegen import csl
from codegen.catalogue import DateRange, PartialDate
from codegen.citation_checks import OLD_FIELDS, OLD_TYPES, unknown_variable
from codegen.messages import shown
from codegen.names import Name, NameList
from codegen.reader import read_catalogue
from codegen.schema import VARIABLE_TYPES
from tests.support.catalogues import DELETED, Toml, informed
from tests.support.data_tests import CITED, FactsTest, Place, of_citation, of_paper

DATE = (
    'is not a date; write one like 2024-05-03, "2024-05" or 2024, a range like "2020/2021", or words as in '
    '{ literal = "..." }'
)
NAME = 'must be a name, or a table of its parts, as in { family = "Doe", given = "Jane" }, not '
OTHERS = 'is not a name; write "others" as the last item for those not named'

# Values that are not texts.
NO_TEXTS = (1.5, True, [], ["x"], {}, {"x": {"x": "y"}}, datetime.date(2019, 1, 1), Toml("07:32:00"), Toml("nan"))


class CitationTest(FactsTest):
    def stored(self, field: str, value: object) -> object:
        self.write(informed((*of_citation(field).path, value)))
        return read_catalogue(self.data).records["paper"][1].citation.values[field]

    def assert_stored(self, field: str, value: object, stored: object) -> None:
        with self.subTest(field=field, value=value):
            self.assertEqual(self.stored(field, value), stored)

    def assert_citation_wrong(self, citation: dict, *lines: str) -> None:
        with self.subTest(citation=citation):
            self.assert_refused(informed((*of_paper("citation").path, citation)), *(CITED + line for line in lines))


class Citations(CitationTest):
    def test_citation_must_be_a_table(self):
        for value in (7, "NeurIPS", True, [], ["Ada Lovelace"], [{"type": "article"}], Toml("2019-01-01")):
            self.assert_wrong(of_paper("citation"), value, "must be a [table], not ")

    def test_empty_citation(self):
        self.assert_right(of_paper("citation"), {})
        self.assert_right(of_paper("citation"), DELETED)

    def test_title_of_the_record(self):
        self.assert_right(of_citation("title"), "Paper 2: A Title")

    def test_identifiers_shared_with_another_record(self):
        # Two papers may be parts of one publication.
        for field, value in {"arxiv": "1706.03762", "DOI": "10.1000/1"}.items():
            path = ("papers.toml", "paper", 0, "citation", field)
            self.assert_accepted(informed((*path, value), (*of_citation(field).path, value)))

    def test_arxiv_identifier_that_differs_from_the_url(self):
        pages = [f"https://arxiv.org/abs/{identifier}" for identifier in ("1810.04806", "1810.04806v2", "1810.0480")]
        for page in pages:
            line = f"{CITED}arxiv: is 1810.04805, but the url of the paper is {page}"
            with self.subTest(page):
                self.assert_refused(informed((*of_paper("url").path, page)), line)
        same = ("arxiv.org/abs/1810.04805", "arxiv.org/abs/1810.04805v3")
        for page in (*same, "a.example/1810.04806", "arxiv.org/pdf/1810.04806"):
            self.assert_right(of_paper("url"), f"http://{page}")
        # A malformed identifier is not also reported as different.
        path = (*of_paper("url").path, pages[0])
        self.assert_refused(informed(path, (*of_citation("arxiv").path, "x")), f'{CITED}arxiv: "x" is not an arXiv')


class Texts(CitationTest):
    LINES = [name for name in csl.STANDARD_VARIABLES if name not in VARIABLE_TYPES]
    PROSE = ("abstract", "annote", "note")

    def test_lines(self):
        self.assertEqual(len(self.LINES), len(csl.STANDARD_VARIABLES) - 5)
        for name in self.LINES:
            self.assert_stored(name, "한 줄, a line", "한 줄, a line")

    def test_whole_numbers(self):
        numbers = {0: "0", -1: "-1", 12: "12", 9_780_262_033_848: "9780262033848", 10**100 - 1: "9" * 100}
        for number, stored in numbers.items():
            self.assert_stored("volume", number, stored)
        for name in ("edition", "ISBN", "title"):
            self.assert_stored(name, 12, "12")
        for number in (Toml("0x" + "f" * 10_000), 10**100, -(10**100)):
            self.assert_wrong(of_citation("volume"), number, "must be a text or a whole number, not ")

    def test_invalid_lines(self):
        for name in ("title", "volume", "keyword"):
            for value in NO_TEXTS:
                self.assert_wrong(of_citation(name), value, "must be a text or a whole number, not ")
            self.assert_wrong(of_citation(name), "", "must not be empty")
            self.assert_wrong(of_citation(name), "a\nb", "holds the control character U+000A; a cell is one line")
            self.assert_wrong(of_citation(name), "a ", "must not begin or end with white space")

    def test_every_variable_is_checked(self):
        """An empty list in place of the value is rejected."""
        reasons = {
            **{"names": "must be a list of at least one name", "date_range": "[] is not a date"},
            "variable": "must be a text or a whole number, not []",
        }
        for name in csl.VARIABLES:
            reason = reasons.get(VARIABLE_TYPES.get(name, "variable"), "must be a text, not []")
            self.assert_wrong(of_citation(name), [], reason)

    def test_prose(self):
        for name in self.PROSE:
            self.assert_stored(name, "First\r\nparagraph.\n\n\tSecond.\n", "First\nparagraph.\n\n\tSecond.")
            for value in (7, *NO_TEXTS):
                self.assert_wrong(of_citation(name), value, "must be a text, not ")
            reason = "holds the control character U+001B; the only ones allowed in prose are "
            self.assert_wrong(of_citation(name), "a\x1b[31m", reason)

    def test_url(self):
        self.assert_stored("URL", "doi:10.1000/1", "doi:10.1000/1")
        self.assert_stored("URL", "https://a.example/한 x", "https://a.example/%ED%95%9C%20x")
        for value in ("www.example.com", "https://"):
            self.assert_wrong(of_citation("URL"), value, f'"{value}" is not a URL; write an absolute one')
        for value in (7, *NO_TEXTS):
            self.assert_wrong(of_citation("URL"), value, "must be a text, not ")


class Identifiers(CitationTest):
    def test_malformed_arxiv_identifier(self):
        values = (
            "https://arxiv.org/abs/1810.04805",
            "arXiv:1810.04805",
            "1810.04805v2",
            "1810.048",
            "1810.048051",
            "1813.04805",
            "1800.04805",
            "181004805",
            "1810-04805",
            "cs.CL/0113001",
            "cs.CL/0100001",
            "cs.CL/01010001",
            "cs.CL/010101",
            "cs.cl/0101001",
            "CS/0101001",
            "/0101001",
            "0101001",
            "cs.CL/0101001v1",
            "１８１０.04805",
        )
        for value in values:
            reason = f'"{repr(value)[1:-1]}" is not an arXiv identifier; write one like "1706.03762"'
            self.assert_wrong(of_citation("arxiv"), value, reason)
        for value in (1810.04805, 1810, *NO_TEXTS):
            self.assert_wrong(of_citation("arxiv"), value, "must be a text, not ")
        self.assert_wrong(of_citation("arxiv"), "", "must not be empty")

    def test_well_formed_arxiv_identifiers_are_accepted(self):
        values = (
            *("1706.03763", "0704.0001", "1412.6980", "1501.00001", "1912.12345"),
            *("cs.CL/0101001", "cs/0101001", "hep-th/9912001"),
            *("cond-mat/0612001", "q-bio.NC/0512001", "math.GT/9108001"),
        )
        for value in values:
            self.assert_right(of_citation("arxiv"), value)

    def test_malformed_doi(self):
        values = (
            "https://doi.org/10.1145/3600006.3613165",
            "http://dx.doi.org/10.1145/3600006.3613165",
            "doi.org/10.1145/3600006.3613165",
            "doi:10.1145/3600006.3613165",
            "10.1145",
            "10.1145/",
            "10.114/3600006",
            "10/3600006",
            "11.1145/3600006",
            "10.1145/3600006 3613165",
            "10.1145/36\ue00000",
        )
        for value in values:
            reason = f'{json.dumps(value)} is not a DOI; write one like "10.1145/3600006.3613165"'
            self.assert_wrong(of_citation("DOI"), value, reason)
        for value in (10.1145, 7, *NO_TEXTS):
            self.assert_wrong(of_citation("DOI"), value, "must be a text, not ")
        self.assert_wrong(of_citation("DOI"), "10.1145/x ", "must not begin or end with white space")

    def test_well_formed_dois_are_accepted(self):
        values = (
            *("10.18653/v1/N19-1423", "10.1145/3600006.3613165"),
            *("10.1007/978-3-319-10602-1_48", "10.1016/S0004(96)<1>2;3:4+5"),
            *("10.1145/논문", "10.1145/3600006.", '10.1145/"36"', "10.1002/(SICI)1097[1:A]%3C#&?=@!$'*,|^`~"),
            *("10.1145/{3600006}", "10.1145/3600006}", "10.1145/36\\_00", "10.1000.10/x", "10.123456789/x"),
        )
        for value in values:
            self.assert_right(of_citation("DOI"), value)


class Dates(CitationTest):
    def test_dates_and_ranges(self):
        day, other = PartialDate(2024, 5, 3), PartialDate(2024, 5, 8)
        values = (
            *((1687, DateRange(PartialDate(1687))), ("987", DateRange(PartialDate(987)))),
            *(("2024-05", DateRange(PartialDate(2024, 5))), (datetime.date(2024, 5, 3), DateRange(day))),
            *(("2024-05-03", DateRange(day)), ("2024-05-03/2024-05-08", DateRange(day, other))),
            ("2020/2021", DateRange(PartialDate(2020), PartialDate(2021))),
            ("987/2020", DateRange(PartialDate(987), PartialDate(2020))),
            ("2020/2020", DateRange(PartialDate(2020), PartialDate(2020))),
            ("2020-12/2021-01", DateRange(PartialDate(2020, 12), PartialDate(2021, 1))),
            ("2020/2020-05", DateRange(PartialDate(2020), PartialDate(2020, 5))),
            ({"literal": "Spring 2015"}, DateRange(literal="Spring 2015")),
            ({"literal": "2015/16"}, DateRange(literal="2015/16")),
        )
        for value, stored in values:
            self.assert_stored("issued", value, stored)
        for name in csl.DATE_VARIABLES:
            self.assert_stored(name, "2020/2021", DateRange(PartialDate(2020), PartialDate(2021)))

    def test_invalid_dates(self):
        texts = ("", "May 2024", "2024-5", "2024-02-30", "2024-13", "31. 8. 2015")
        for value in (1.5, True, 0, 10_000, [], [2020, 2021], *texts):
            self.assert_wrong(of_citation("issued"), value, f"{shown(value)} {DATE}")
        for time in ("2024-05-03 07:32:00", "2024-05-03 07:32:00+00:00", "07:32:00"):
            self.assert_wrong(of_citation("issued"), Toml(time), f"{time} {DATE}")

    def test_invalid_ranges(self):
        values = (
            *("2021/2020", "2020-05-08/2020-05-03", "2020-05/2020", "2020/", "/2020", "/", "2020/2021/2022"),
            *("2020/x", "2020-13/2021", "2020 / 2021", "2024/13", "2020/..", "2020//2021"),
        )
        for value in values:
            self.assert_wrong(of_citation("accessed"), value, f'"{value}" {DATE}')
        for value in ("2024/05", "2024/5"):
            self.assert_wrong(of_citation("accessed"), value, f'"{value}" is not a date; write "2024-05"')

    def test_invalid_literal_dates(self):
        for value in ({}, {"Literal": "x"}, {"literal": "x", "year": 2020}, {"year": 2020}, {"literal": {}, "x": 1}):
            self.assert_wrong(of_citation("issued"), value, f"{shown(value)} {DATE}")
        for value in (7, True, ["x"], {"literal": "x"}, datetime.date(2015, 8, 31)):
            self.assert_wrong(of_citation("issued"), {"literal": value}, "must be a text, not ")
        self.assert_wrong(of_citation("issued"), {"literal": ""}, "must not be empty")


class Names(CitationTest):
    def assert_second_wrong(self, name: object, *reasons: str) -> None:
        self.assert_wrong(of_citation("author"), ["Ada Lovelace", name], *(f"item 2 {reason}" for reason in reasons))

    def test_names(self):
        berg = {"family": "Berg", "given": "A.", "particle": "van den", "dropping-particle": "von", "suffix": "Jr."}
        lists = (
            (["Ada Lovelace"], NameList([Name("Lovelace", "Ada")])),
            (["Ada Lovelace", "others"], NameList([Name("Lovelace", "Ada")], True)),
            (["Lovelace, Ada", "OpenAI"], NameList([Name("Lovelace", "Ada"), Name(literal="OpenAI")])),
            ([berg], NameList([Name("Berg", "A.", "van den", "von", "Jr.")])),
            ([{"family": "Madonna"}], NameList([Name("Madonna")])),
            ([{"literal": "Doe, Jane and others"}], NameList([Name(literal="Doe, Jane and others")])),
            (["{others}"], NameList([Name(literal="others")])),
        )
        for value, stored in lists:
            self.assert_stored("author", value, stored)
        for role in csl.NAME_VARIABLES:
            self.assert_stored(role, ["Ada Lovelace"], NameList([Name("Lovelace", "Ada")]))

    def test_invalid_lists_of_names(self):
        for value in ("Mary Ann Evans", "others", 7, *NO_TEXTS):
            if not (isinstance(value, list) and value):
                self.assert_wrong(of_citation("editor"), value, "must be a list of at least one name, not ")

    def test_invalid_names(self):
        for value in (7, 1.5, True, [], ["Ada Lovelace"], datetime.date(2019, 1, 1), Toml("07:32:00")):
            self.assert_second_wrong(value, NAME)
        self.assert_second_wrong("", "must not be empty")
        reasons = ("item 1 must not begin or end", "item 2 holds the control")
        self.assert_wrong(of_citation("author"), [" Ada", "A\tB"], *reasons)

    def test_others(self):
        self.assert_wrong(of_citation("author"), ["others"], 'needs a name before "others"')
        self.assert_wrong(of_citation("author"), ["others", "Ada Lovelace"], f'item 1 "others" {OTHERS}')
        self.assert_wrong(of_citation("author"), ["Ada Lovelace", "others", "others"], f'item 2 "others" {OTHERS}')
        names = (
            *("Vaswani et al.", "Vaswani et al", "Vaswani et. al.", "Vaswani, et al.", "Vaswani etal."),
            *("et al.", "Et Al", "Others", "others.", "and others", "& others", "and Others."),
        )
        for name in names:
            self.assert_second_wrong(name, f'"{name}" {OTHERS}')
        for name in ("Janet Al-Amin", "Pet Alvarez", "Et Alvarez", "Ahmet Alp", "The Others", "Jane Others"):
            self.assert_right(of_citation("author"), ["Ada Lovelace", name])

    def test_several_names_in_one_item(self):
        for name in ("Ada Lovelace and Mary Evans", "Lovelace, A.; Evans, M.", "Jane Doe and others"):
            self.assert_second_wrong(name, f'"{name}" is more than one name; give each its own item')

    def test_two_spaces(self):
        for name in ("Ada  Lovelace", "Ada B.   Lovelace"):
            self.assert_second_wrong(name, f'"{name}" has two spaces in a row; write one')

    def test_parts(self):
        no_family = 'has no family; write { literal = "..." } for a name without parts'
        for table in ({}, {"given": "Ada"}, {"suffix": "Jr.", "particle": "von"}):
            self.assert_second_wrong(table, no_family)
        parts = "the parts are family, given, particle, dropping-particle, suffix"
        for name in ("Family", "non-dropping-particle", "first", "제목"):
            self.assert_second_wrong({"given": "Ada", name: "x"}, f"has the unknown part {name!r}; {parts}")
        both = ("has the unknown part 'a'", "has the unknown part 'b'", ".given must not be empty")
        self.assert_second_wrong({"family": "A", "a": 1, "b": {}, "given": ""}, *both)
        for table in ({"literal": "x", "family": "y"}, {"literal": 7, "x": 1}):
            self.assert_second_wrong(table, "has other parts besides literal, which is a whole name")

    def test_values_of_parts(self):
        for part in ("family", "given", "particle", "dropping-particle", "suffix"):
            for value in (7, *NO_TEXTS):
                self.assert_second_wrong({"family": "Doe", part: value}, f".{part} must be a text, not ")
            self.assert_second_wrong({"family": "Doe", part: ""}, f".{part} must not be empty")
        self.assert_second_wrong({"literal": ["x"]}, ".literal must be a text, not ")
        self.assert_second_wrong({"family": " A", "given": "B\n"}, ".family must not begin", ".given holds the control")

    def test_longest_name(self):
        """The joined name obeys the limit of a text as well."""
        half = "x" * 32_767
        self.assert_right(of_citation("author"), [{"family": half[:-1], "given": half}])
        self.assert_wrong(of_citation("author"), [{"family": half, "given": half}], "item 1 has 65535 bytes of UTF-8; ")


class UnknownVariables(CitationTest):
    def test_names_with_a_known_replacement(self):
        for name, meant in csl.OTHER_NAMES.items():
            if name not in OLD_FIELDS:
                line = f"is not a variable of CSL 1.0.2; write {meant}"
                self.assert_wrong(of_citation(name), "x", line)
                self.assertEqual(unknown_variable(name), line)

    def test_names_that_resemble_a_variable(self):
        names = {
            **{"Title": "title", "edtior": "editor", "container_title": "container-title", "Volume": "volume"},
            **{"issn": "ISSN", "isbn": "ISBN", "Url": "URL", "pmid": "PMID", "Doi": "DOI", "arXiv": "arxiv"},
            **{"Type": "type", "number_of_pages": "number-of-pages", "original-dates": "original-date"},
        }
        for name, nearest in names.items():
            self.assert_wrong(of_citation(name), "x", f"is not a variable of CSL 1.0.2; the nearest is {nearest}")

    def test_every_variable_in_another_case(self):
        for name in csl.VARIABLES:
            for other in {name.lower(), name.upper(), name.title()} - {name, "doi"}:
                with self.subTest(other):
                    line = f"is not a variable of CSL 1.0.2; the nearest is {name}"
                    self.assertEqual(unknown_variable(other), line)

    def test_names_without_a_similar_variable(self):
        names = {"colour": "colour", "venue": "venue", "x" * 70_000: "x" * 76 + "...", "제목": "제목"}
        for name, known_as in names.items():
            place = Place(of_citation(name).path, f"{CITED}{known_as}: ")
            self.assert_wrong(place, "x", "is not a variable of CSL 1.0.2")
            self.assertNotIn("nearest", unknown_variable(name))


class FormsOfVersion1(CitationTest):
    def test_fields(self):
        meant = {
            "authors": "author",
            "conference": 'container-title, with type = "paper-conference"',
            "journal": 'container-title, with type = "article-journal"',
            "institution": "publisher",
            "year": "issued",
            "doi": "DOI",
        }
        self.assertEqual({*OLD_FIELDS}, {*meant})
        for name, write in meant.items():
            for value in ("x", 2019, ["Ada Lovelace"]):
                self.assert_wrong(of_citation(name), value, f"is a field of 1.0; write {write}")

    def test_types(self):
        for type, write in {"preprint": "article", "blog_post": "post-weblog"}.items():
            self.assert_wrong(of_citation("type"), type, f'"{type}" is a type of 1.0; write "{write}"')
            self.assertIn(OLD_TYPES[type], csl.TYPES)

    def test_whole_citations(self):
        """Citations as written in the data of 1.0."""
        author = "authors: is a field of 1.0; write author"
        of_conference = {"type": "article", "authors": ["A B"], "conference": "NAACL", "year": 2019, "doi": "10.1145/1"}
        conference = 'conference: is a field of 1.0; write container-title, with type = "paper-conference"'
        others = ("year: is a field of 1.0; write issued", "doi: is a field of 1.0; write DOI")
        self.assert_citation_wrong(of_conference, author, conference, *others)
        of_journal = {"type": "article", "authors": ["A B"], "journal": "JMLR"}
        journal = 'journal: is a field of 1.0; write container-title, with type = "article-journal"'
        self.assert_citation_wrong(of_journal, author, journal)
        type = 'type: "preprint" is a type of 1.0; write "article"'
        self.assert_citation_wrong({"type": "preprint", "authors": ["A B"], "arxiv": "1706.03762"}, type, author)
        report = {"type": "report", "authors": ["A B"], "institution": "OpenAI"}
        self.assert_citation_wrong(report, author, "institution: is a field of 1.0; write publisher")

    def test_family_names(self):
        right = 'write the parts of the name in the citation, as in { family = "Doe", given = "Jane" }'
        for value in ({"Mary Ann Evans": "Evans"}, {}, 7, []):
            for file in ("papers.toml", "tools.toml"):
                place = Place((file, "family_names"), f"{file}: family_names: ")
                self.assert_wrong(place, value, f"is a table of 1.0; {right}")
