"""Citations that people need, written as TOML: names, types, identifiers and dates that version 1 rejected, lost or
cited wrongly. The headers hold exactly the citations that codegen.citations returns."""

from codegen.catalogue import DateRange, PartialDate
from codegen.citations import Citation, citations
from codegen.names import Name, NameList
from codegen.reader import read_catalogue
from tests.support.catalogues import ONE_CATEGORY
from tests.support.generated_headers import HeaderContent
from tests.support.generator import REAL_DATA, CodegenTest

KINDS = """
[[kind]]
name = "reference"
plural = "references"
doc = "Something that is cited."
title = "title"
by = ["people", "body"]
date = "date"
field = [
    { name = "title", type = "localized", doc = "Its title." },
    { name = "people", type = "texts", doc = "Its authors." },
    { name = "body", type = "localized", doc = "The body that issued it." },
    { name = "date", type = "date", doc = "Its date." },
]
"""


class CitedTest(CodegenTest, HeaderContent):
    def cited(self, *records: str, kind: str = "reference", languages: str = "") -> list[Citation]:
        """The citations of these records of one kind, each given by its fields; the plural of the kind ends in "s"."""
        tables = (f'[[{kind}]]\nkey = "key-{at}"\ncategory = "all"\n{record}\n' for at, record in enumerate(records))
        files = {
            "kinds.toml": KINDS,
            "catalog.toml": languages + ONE_CATEGORY.format(kind=kind),
            f"{kind}s.toml": "".join(tables),
        }
        self.write({**{name: text.encode() for name, text in files.items()}, "reading_order.toml": {}})
        self.assert_content(self.data)
        return citations(read_catalogue(self.data))

    def given(self, *fields: str) -> list[Citation]:
        """The citations of records, given the fields of each citation."""
        return self.cited(*(f"[reference.citation]\n{lines}" for lines in fields))

    def assert_typed(self, fields: str, type: str, **texts: str) -> None:
        """A citation with these fields has this type, these texts, and no others. `_` replaces a hyphen."""
        with self.subTest(type):
            (citation,) = self.given(fields)
            self.assertEqual(citation.type, type)
            expected = {name.replace("_", "-"): text for name, text in texts.items()}
            self.assertEqual(citation.texts, expected)


class Names(CitedTest):
    def authors(self, *lists: str) -> list[NameList]:
        return [citation.names["author"] for citation in self.given(*(f"author = {names}" for names in lists))]

    def assert_divided(self, names: dict[str, Name]) -> None:
        lists = self.authors(*(f"[{name}]" for name in names))
        for name, found, expected in zip(names, lists, names.values(), strict=True):
            with self.subTest(name):
                self.assertEqual(found, NameList([expected]))

    def test_institution_with_an_and(self):
        for name in ("Institute of Standards and Technology", "Department of Health and Social Care", "Doe and Sons"):
            self.assert_divided({f'{{ literal = "{name}" }}': Name(literal=name), f'"{{{name}}}"': Name(literal=name)})
        for name in ("Institute of Standards and Technology", "Ministry of Food and Drug Safety"):
            self.assert_divided({f'"{name}"': Name(literal=name)})

    def test_others(self):
        doe, roe = Name("Doe", "Jane"), Name("Roe", "Richard")
        lists = {
            '["Doe, Jane", "others"]': NameList([doe], True),
            '["Jane Doe", "Roe, Richard", "others"]': NameList([doe, roe], True),
            '[{ literal = "Example Consortium" }, "others"]': NameList([Name(literal="Example Consortium")], True),
            '["Doe, Jane"]': NameList([doe], False),
        }
        self.assertEqual(self.authors(*lists), [*lists.values()])

    def test_groups(self):
        groups = (
            *("Example Consortium", "Meta AI", "Qwen Team", "The Example Collaboration", "Working Group"),
            *("Example Labs", "Green Initiative", "Seoul National University", "OpenAI", "Google Research"),
        )
        self.assert_divided({f'"{group}"': Name(literal=group) for group in groups})
        self.assert_divided({'"{Doe Jane}"': Name(literal="Doe Jane"), '"Meta {AI}"': Name(literal="Meta AI")})
        # The data take precedence.
        self.assert_divided({'{ family = "Team", given = "Qwen" }': Name("Team", "Qwen")})

    def test_suffixes(self):
        self.assert_divided({
            '"Doe, Jr., John"': Name("Doe", "John", suffix="Jr."),
            '"Doe, John, Jr."': Name("Doe", "John", suffix="Jr."),
            '"Guy Doe Jr."': Name("Doe", "Guy", suffix="Jr."),
            '"Guy Doe III"': Name("Doe", "Guy", suffix="III"),
            '"van Dijk, II, Teun"': Name("Dijk", "Teun", particle="van", suffix="II"),
            '{ family = "Doe", given = "John", suffix = "Jr." }': Name("Doe", "John", suffix="Jr."),
        })

    def test_connectors_in_lower_case(self):
        """A family name does not begin with one of them."""
        for name in ("José Ortega y Prado", "Miquel Puig i Ferrer", "João Silva e Souza"):
            self.assert_divided({f'"{name}"': Name(literal=name)})
        self.assert_divided({
            '"Ortega y Prado, José"': Name("Ortega y Prado", "José"),
            '"Puig i Ferrer, Miquel"': Name("Puig i Ferrer", "Miquel"),
        })

    def test_names_of_three_words(self):
        """The parts are those that the project's own data give."""
        lists = [names for citation in citations(read_catalogue(REAL_DATA)) for names in citation.names.values()]
        found = {name for names in lists for name in names.names}
        koura, kuan = Name("Koura", "Punit Singh"), Name("Kuan", "Jian Xiang")
        self.assertLessEqual({koura, kuan, Name("Ayan", "Burcu Karagol"), Name("Lee", "Yong Jae")}, found)
        self.assertEqual({name.literal for name in found if name.is_doubtful}, set())


class Types(CitedTest):
    def test_preprint_that_is_not_on_arxiv(self):
        dois = {"bioRxiv": "10.1101/2020.01.01.123456", "OSF": "10.31234/osf.io/ab1cd", "HAL": "10.1000/hal-1"}
        for server, doi in dois.items():
            fields = f'type = "article"\ntitle = "T"\npublisher = "{server}"\nDOI = "{doi}"\nissued = 2020-01-01'
            self.assert_typed(fields, "article", title="T", publisher=server, DOI=doi)
            (citation,) = self.given(fields)
            self.assertEqual((citation.arxiv, citation.dates["issued"].begin), ("", PartialDate(2020, 1, 1)))

    def test_thesis_with_degree_and_university(self):
        for genre in ("PhD thesis", "Master’s thesis", "석사학위논문"):
            fields = f'type = "thesis"\ntitle = "T"\ngenre = "{genre}"\npublisher = "Example University"'
            self.assert_typed(fields, "thesis", title="T", genre=genre, publisher="Example University")

    def test_chapter_with_editors_publisher_and_pages(self):
        fields = """
type = "chapter"
title = "On texts"
author = ["Jane Doe"]
editor = ["Richard Roe", { literal = "Example Team" }, "others"]
container-title = "The Book of Texts"
publisher = "Example Press"
publisher-place = "Seoul"
page = "12-34"
"""
        texts = {"container_title": "The Book of Texts", "publisher_place": "Seoul", "page": "12-34"}
        self.assert_typed(fields, "chapter", title="On texts", publisher="Example Press", **texts)
        editors = NameList([Name("Roe", "Richard"), Name(literal="Example Team")], True)
        self.assertEqual(self.given(fields)[0].names, {"author": NameList([Name("Doe", "Jane")]), "editor": editors})

    def test_patent(self):
        fields = (
            'type = "patent"\ntitle = "T"\nnumber = "US 1,234,567 B2"\n'
            'authority = "USPTO"\njurisdiction = "US"\nsubmitted = 1999'
        )
        texts = {"number": "US 1,234,567 B2", "authority": "USPTO", "jurisdiction": "US"}
        self.assert_typed(fields, "patent", title="T", **texts)
        self.assertEqual([*self.given(fields)[0].dates], ["submitted"])

    def test_standard(self):
        for number, publisher in {"ISO/IEC 14882:2024": "ISO", "RFC 2616": "IETF", "3GPP TS 23.501": "3GPP"}.items():
            fields = f'type = "standard"\ntitle = "T"\nnumber = "{number}"\npublisher = "{publisher}"\nstatus = "draft"'
            texts = {"number": number, "publisher": publisher, "status": "draft"}
            self.assert_typed(fields, "standard", title="T", **texts)

    def test_talk(self):
        fields = (
            'type = "speech"\ntitle = "T"\nevent-title = "Example Days"\nevent-place = "Bonn"\n'
            'event-date = "2019-05-01/2019-05-03"'
        )
        self.assert_typed(fields, "speech", title="T", event_title="Example Days", event_place="Bonn")
        days = DateRange(PartialDate(2019, 5, 1), PartialDate(2019, 5, 3))
        self.assertEqual(self.given(fields)[0].dates, {"event-date": days})

    def test_report(self):
        """The publisher and the type of the report are separate."""
        for publisher, genre in {"MIT AI Lab": "Technical Report", "OpenAI": "Technical report", "IETF": "RFC"}.items():
            fields = f'type = "report"\ntitle = "T"\npublisher = "{publisher}"\ngenre = "{genre}"\nnumber = 12'
            self.assert_typed(fields, "report", title="T", publisher=publisher, genre=genre, number="12")

    def test_volume_and_issue(self):
        """Both are separate from the journal's name; the number of an article is its page."""
        fields = (
            'type = "article-journal"\ntitle = "T"\ncontainer-title = "J"\n'
            'volume = 67\nissue = "12"\npage = "220101"\narxiv = "2404.16821"'
        )
        texts = {"volume": "67", "issue": "12", "page": "220101"}
        self.assert_typed(fields, "article-journal", title="T", container_title="J", **texts)
        self.assertEqual(self.given(fields)[0].arxiv, "2404.16821")

    def test_the_project_s_own_citations(self):
        catalogue = read_catalogue(REAL_DATA)
        cited = {record.key: citation for record, citation in zip(catalogue.entries, citations(catalogue), strict=True)}
        internvl = cited["internvl-1-5"].texts
        found = [internvl[name] for name in ("container-title", "volume", "issue", "page")]
        self.assertEqual(found, ["Science China Information Sciences", "67", "12", "220101"])
        self.assertEqual(cited["llava-next"].dates["issued"].begin, PartialDate(2024, 1, 30))
        self.assertEqual(cited["doctr"].dates["issued"].begin, PartialDate(2021))
        undated = [record.key for record in catalogue.records["paper"] if "issued" not in cited[record.key].dates]
        self.assertEqual(undated, [])
        report = cited["gpt-2"].texts
        self.assertEqual((report["publisher"], report["genre"]), ("OpenAI", "Technical report"))


class Variables(CitedTest):
    def test_variables_without_a_field_in_version_1(self):
        values = {
            **{"volume": ("12", "XII", 12), "number": ("No. 7", 7), "page": ("1-12, 20", "e0123456", 7)},
            **{"edition": ("2nd", 2)},
            **{"collection-title": ("Lecture Notes",), "collection-number": ("9", 9), "ISBN": ("978-3-16-148410-0",)},
            **{"ISSN": ("0028-0836", "1234-567X"), "PMID": ("12345678", 12345678), "PMCID": ("PMC1234567",)},
            **{"language": ("de", "zh-Hans"), "keyword": ("one, two", "한글"), "publisher-place": ("Köln",)},
            **{"note": ("A note.", "Two\nlines."), "abstract": ("First\nparagraph.\n\nSecond.",), "annote": ("x\ty",)},
        }
        for name, given in values.items():
            for value in given:
                with self.subTest(name, value=value):
                    text = str(value) if isinstance(value, int) else '"""' + value + '"""'
                    self.assertEqual(self.given(f"{name} = {text}")[0].texts[name], str(value))

    def test_abstract_over_several_lines(self):
        (citation,) = self.given('abstract = """\nFirst\nparagraph.\n\nSecond.\n"""')
        self.assertEqual(citation.texts["abstract"], "First\nparagraph.\n\nSecond.")

    def test_dois(self):
        dois = (
            *("10.1890/0012-9658(2006)87[1:ASO]2.0.CO;2", "10.1890/0012-9658(2006)87<1:ASO>2.0.CO;2"),
            *("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O", "10.1016/S0004-3702(96)00008-8"),
            *("10.1000/a&b", "10.1000/a_b#c?d=%20", "10.1000/{x}", "10.1000/x\\\\y", "10.1000.10/한글"),
        )
        found = [citation.texts["DOI"] for citation in self.given(*(f'DOI = "{doi}"' for doi in dois))]
        self.assertEqual(found, [doi.replace("\\\\", "\\") for doi in dois])


class Dates(CitedTest):
    def test_dates_are_as_precise_as_given(self):
        dates = {
            "1687": DateRange(PartialDate(1687)),
            '"1687"': DateRange(PartialDate(1687)),
            '"987"': DateRange(PartialDate(987)),
            "2024-05-03": DateRange(PartialDate(2024, 5, 3)),
            '"2024-05"': DateRange(PartialDate(2024, 5)),
            '"2020/2021"': DateRange(PartialDate(2020), PartialDate(2021)),
            '"2015-08-31/2015-09-03"': DateRange(PartialDate(2015, 8, 31), PartialDate(2015, 9, 3)),
            '"2015-08/2016"': DateRange(PartialDate(2015, 8), PartialDate(2016)),
            '{ literal = "31st August to 3rd September 2015" }': DateRange(literal="31st August to 3rd September 2015"),
            '{ literal = "forthcoming" }': DateRange(literal="forthcoming"),
        }
        for variable in "issued", "accessed", "event-date":
            found = [citation.dates[variable] for citation in self.given(*(f"{variable} = {date}" for date in dates))]
            self.assertEqual(found, [*dates.values()])

    def test_date_of_the_record(self):
        in_citation = 'date = 2024\ncitation.issued = "2020/2021"'
        found = self.cited("date = 1687", 'date = "2024-05"', "date = 2024-05-03", in_citation)
        dates = [PartialDate(1687), PartialDate(2024, 5), PartialDate(2024, 5, 3), PartialDate(2020)]
        self.assertEqual([citation.dates["issued"].begin for citation in found], dates)


class RecordsOfAnyKind(CitedTest):
    """Records are cited from their own fields."""

    def test_paper_without_a_citation(self):
        paper = (
            'title = "A Title"\nauthors = "Doe et al."\nyear = 2017\n'
            'url = "https://a.example/"\ntags = ["one", "two"]'
        )
        (citation,) = self.cited(paper, kind="paper")
        texts = {"keyword": "one, two", "title": "A Title", "URL": "https://a.example/"}
        names = {"author": NameList([Name(literal="Doe")], True)}
        self.assertEqual(citation, Citation("article", texts, "", {"issued": DateRange(PartialDate(2017))}, names))

    def test_records_of_other_standard_kinds(self):
        records = {
            ("tool", 'name = "A Tool"\nurl = "https://a.example/"'): ("software", "A Tool", []),
            ("dataset", 'name = "Data"'): ("dataset", "Data", []),
            ("book", 'title = "A Book"\nauthor = "Jane Doe"'): ("book", "A Book", ["Jane Doe"]),
            ("course", 'title = "A Course"\nprovider = "A School"'): ("webpage", "A Course", ["A School"]),
            ("post", 'title = "A Post"\nauthor = "Jane Doe"'): ("post-weblog", "A Post", ["Jane Doe"]),
        }
        for (kind, record), expected in records.items():
            with self.subTest(kind):
                (citation,) = self.cited(record, kind=kind)
                by = [name.literal for names in citation.names.values() for name in names.names]
                self.assertEqual((citation.type, citation.texts["title"], by), expected)

    def test_record_of_a_user_defined_kind(self):
        record = 'title = { ko = "제목", en = "Title" }\nbody = { ko = "기관", en = "Body" }\ndate = 2024-05-03'
        for languages, title, body in (('["ko", "en"]', "제목", "기관"), ('["en", "ko"]', "Title", "Body")):
            (citation,) = self.cited(record, languages=f"languages = {languages}\n")
            self.assertEqual((citation.type, citation.texts), ("document", {"title": title}))
            self.assertEqual(citation.names, {"author": NameList([Name(literal=body)])})

    def test_record_with_a_list_of_people(self):
        (citation,) = self.cited('people = ["Jane Doe", "van den Berg, A.", "Example Team", "others"]\nbody = "Body"')
        names = [Name("Doe", "Jane"), Name("Berg", "A.", particle="van den"), Name(literal="Example Team")]
        self.assertEqual(citation.names, {"author": NameList(names, True)})
        self.assertEqual(citation.texts["title"], "key-0")

    def test_the_citation_gives_only_additional_fields(self):
        (citation,) = self.cited('title = "T"\nbody = "B"\n[reference.citation]\ntype = "book"\npublisher = "P"')
        self.assertEqual(citation.texts, {"title": "T", "publisher": "P"})
        self.assertEqual(citation.names, {"author": NameList([Name(literal="B")])})
        (citation,) = self.cited('title = "T"\nbody = "B"\n[reference.citation]\neditor = ["Jane Doe"]')
        self.assertEqual(citation.names, {"editor": NameList([Name("Doe", "Jane")])})
