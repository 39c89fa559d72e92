"""Citations of records: the fields of the citation, and the fields that the rest of the record adds."""

import datetime

from codegen import csl
from codegen.catalogue import DateRange, PartialDate
from codegen.citations import Citation, citations, doubtful_names
from codegen.names import Name, NameList
from codegen.reader import read_catalogue
from tests.support.catalogues import every_variable, informed, two
from tests.support.generator import CodegenTest

TALK = {
    "name": "talk",
    "plural": "talks",
    "doc": "A talk.",
    "title": "label",
    "by": ["speakers", "speaker", "host"],
    "date": "held",
    "cite_as": "speech",
    "field": [
        {"name": "label", "type": "localized", "doc": "What it is called."},
        {"name": "speakers", "type": "texts", "doc": "Who speaks."},
        {"name": "speaker", "type": "text", "doc": "Who speaks alone."},
        {"name": "host", "type": "localized", "doc": "Who invites."},
        {"name": "held", "type": "date", "doc": "When it was held."},
    ],
}


class CitationsTest(CodegenTest):
    def cited(self, record: dict, languages: tuple = ("ko", "en"), **kind: object) -> Citation:
        """The citation of the only record of a catalogue; `kind` changes the kind."""
        talk = {name: value for name, value in {**TALK, **kind}.items() if value is not None}
        catalog = {
            "languages": [*languages],
            "title": "Talks",
            "part": [{"title": "All"}],
            "category": [{"id": "all", "title": "All", "kind": "talk"}],
        }
        self.write({
            "catalog.toml": catalog,
            "kinds.toml": {"kind": [talk]},
            "talks.toml": {"talk": [{"key": "first", "category": "all", **record}]},
            "reading_order.toml": {},
        })
        self.catalogue = read_catalogue(self.data)
        (citation,) = citations(self.catalogue)
        return citation

    def assert_authors(self, record: dict, *names: Name, has_others: bool = False, **kind: object) -> None:
        with self.subTest(record=record):
            expected = {"author": NameList([*names], has_others)} if names else {}
            self.assertEqual(self.cited(record, **kind).names, expected)


class FieldsOfRecords(CitationsTest):
    def test_the_kind_names_the_field_of_the_abstract(self):
        for type, value in ("prose", "One.\n\nTwo."), ("text", "One."), ("localized", {"en": "One.", "ko": "하나."}):
            field = {"name": "gist", "type": type, "doc": "What it says."}
            kind = {"abstract": "gist", "field": [*TALK["field"], field]}
            said = value["ko"] if type == "localized" else value
            self.assertEqual(self.cited({"gist": value}, **kind).texts["abstract"], said)
            given = {"gist": value, "citation": {"abstract": "Other."}}
            self.assertEqual(self.cited(given, **kind).texts["abstract"], "Other.")
            self.assertNotIn("abstract", self.cited({}, **kind).texts)
            self.assertNotIn("abstract", self.cited({"gist": value}, field=kind["field"]).texts)

    def test_record_without_optional_fields(self):
        self.assertEqual(self.cited({}), Citation("speech", {"title": "first"}, "", {}, {}))

    def test_type(self):
        self.assertEqual(self.cited({}).type, "speech")
        self.assertEqual(self.cited({}, cite_as=None).type, "document")
        self.assertEqual(self.cited({"citation": {"title": "x"}}).type, "speech")
        self.assertEqual(self.cited({"citation": {"type": "book"}}).type, "book")

    def test_title(self):
        titles = (
            ({}, "first"),
            ({"label": "A talk"}, "A talk"),
            ({"label": two("강연", "A talk")}, "강연"),
            ({"label": {"en": "A talk"}}, "A talk"),
            ({"label": two("강연", "A talk"), "citation": {"title": "A talk in full"}}, "A talk in full"),
            ({"label": two("강연", "A talk"), "citation": {"title-short": "Talk"}}, "강연"),
        )
        for record, title in titles:
            with self.subTest(record=record):
                self.assertEqual(self.cited(record).texts["title"], title)
        self.assertEqual(self.cited({"label": two("강연", "A talk")}, languages=("en", "ko")).texts["title"], "A talk")
        text = [{**field, "type": "text"} if field["name"] == "label" else field for field in TALK["field"]]
        self.assertEqual(self.cited({"label": "A talk"}, field=text).texts["title"], "A talk")

    def test_url(self):
        url, current = {"url": "https://a.example/"}, {"current_url": "https://b.example/", "status": "moved"}
        for record, found in (
            (url, "https://a.example/"),
            (current, "https://b.example/"),
            (url | current, "https://a.example/"),
            ({**url, "citation": {"URL": "https://c.example/"}}, "https://c.example/"),
            ({**url, "citation": {"DOI": "10.1000/1"}}, "https://a.example/"),
            ({}, None),
        ):
            with self.subTest(record=record):
                self.assertEqual(self.cited(record).texts.get("URL"), found)

    def test_keywords(self):
        tags = {"tags": ["심층 학습", "free, open"]}
        for record, found in (
            (tags, "심층 학습, free, open"),
            ({"tags": ["one"]}, "one"),
            ({**tags, "citation": {"keyword": "speech"}}, "speech"),
            ({}, None),
        ):
            with self.subTest(record=record):
                self.assertEqual(self.cited(record).texts.get("keyword"), found)

    def test_date(self):
        day, given = datetime.date(2024, 5, 3), {"citation": {"issued": "2020/2021"}}
        for record, found in (
            ({"held": 1687}, DateRange(PartialDate(1687))),
            ({"held": "2024-05"}, DateRange(PartialDate(2024, 5))),
            ({"held": day}, DateRange(PartialDate(2024, 5, 3))),
            ({"held": day, **given}, DateRange(PartialDate(2020), PartialDate(2021))),
            ({"held": day, "citation": {"issued": {"literal": "soon"}}}, DateRange(literal="soon")),
            ({"held": day, "citation": {"accessed": 2020}}, DateRange(PartialDate(2024, 5, 3))),
            ({}, None),
        ):
            with self.subTest(record=record):
                self.assertEqual(self.cited(record).dates.get("issued"), found)
        year = [{**field, "type": "year"} if field["name"] == "held" else field for field in TALK["field"]]
        self.assertEqual(self.cited({"held": 987}, field=year).dates, {"issued": DateRange(PartialDate(987))})
        self.assertEqual(self.cited({"held": 987}, field=year, date=None).dates, {})


class NamesOfRecords(CitationsTest):
    def test_one_name(self):
        """The text is one name, and is never split."""
        for name in ("Jane Doe", "Doe, Jane", "Jane Doe, Richard Roe", "여러 연사", "OpenAI"):
            self.assert_authors({"speaker": name}, Name(literal=name))
        self.assert_authors({"host": two("대학", "A university")}, Name(literal="대학"))
        self.assert_authors({"host": {"en": "A university"}}, Name(literal="A university"))

    def test_and_others(self):
        for line, name in {
            "Doe et al.": "Doe",
            "Doe et al": "Doe",
            "Doe, et al.": "Doe",
            "Jane Doe et al.": "Jane Doe",
            "Jane Doe and others": "Jane Doe",
            "The Example Team et al.": "The Example Team",
        }.items():
            self.assert_authors({"speaker": line}, Name(literal=name), has_others=True)
            self.assert_authors({"host": two(line, "x")}, Name(literal=name), has_others=True)
        for line in ("Doe et al. 2020", "Pet Alvarez", "Janet Al-Amin"):
            self.assert_authors({"speaker": line}, Name(literal=line))
        for line in ("et al.", "others"):
            self.assert_authors({"speaker": line})

    def test_list(self):
        """Each item is a name, split into parts if they are certain."""
        doe, roe = Name("Doe", "Jane"), Name("Roe", "R.")
        self.assert_authors({"speakers": ["Jane Doe", "Roe, R."]}, doe, roe)
        self.assert_authors({"speakers": ["José Ortega y Prado"]}, Name(literal="José Ortega y Prado"))
        for others in ("others", "et al."):
            self.assert_authors({"speakers": ["Jane Doe", "Roe, R.", others]}, doe, roe, has_others=True)
            self.assert_authors({"speakers": [others]})
        self.assert_authors({"speakers": ["Roe, R.", "Jane Doe et al."]}, roe, doe, has_others=True)

    def test_the_first_given_field_is_used(self):
        given = {"host": "A university", "speaker": "Jane Doe"}
        self.assert_authors(given, Name(literal="Jane Doe"))
        self.assert_authors({**given, "speakers": ["Richard Roe"]}, Name("Roe", "Richard"))
        self.assert_authors(given, Name(literal="A university"), by=["host", "speaker"])
        self.assert_authors(given, by=None)

    def test_a_name_in_any_role_takes_precedence(self):
        record = {"speaker": "Jane Doe"}
        for role in csl.NAME_VARIABLES:
            with self.subTest(role):
                citation = self.cited({**record, "citation": {role: ["Richard Roe", "others"]}})
                self.assertEqual(citation.names, {role: NameList([Name("Roe", "Richard")], True)})
        record["citation"] = {"publisher": "Richard Roe", "issued": 2020}
        self.assert_authors(record, Name(literal="Jane Doe"))


class FieldsOfCitations(CitationsTest):
    def test_all_variables_are_in_the_order_of_csl(self):
        record = {"label": "x", "speaker": "x", "held": 2000, "url": "https://x.example/", "tags": ["x"]}
        given = every_variable()
        citation = self.cited({**record, "citation": {**given, "type": "book", "arxiv": "1706.03762"}})
        self.assertEqual((citation.type, citation.arxiv), ("book", "1706.03762"))
        self.assertEqual([*citation.texts], [*csl.STANDARD_VARIABLES])
        self.assertEqual([*citation.dates], [*csl.DATE_VARIABLES])
        self.assertEqual([*citation.names], [*csl.NAME_VARIABLES])
        self.assertEqual((citation.texts["title"], citation.texts["volume"]), ("The title", "12"))
        self.assertEqual(citation.texts["abstract"], "First\nparagraph.\n\nSecond.")
        self.assertEqual(citation.texts["URL"], "https://every.example/a%20b")

    def test_variables_from_record_and_citation_are_in_order(self):
        given = {"volume": 1, "publisher": "P", "abstract": "A"}
        record = {"url": "https://x.example/", "tags": ["x"], "citation": given}
        self.assertEqual([*self.cited(record).texts], ["abstract", "keyword", "publisher", "title", "URL", "volume"])

    def test_every_entry_has_a_citation(self):
        self.write(informed())
        catalogue = read_catalogue(self.data)
        found = citations(catalogue)
        self.assertEqual(len(found), len(catalogue.entries))
        of_kinds = [(catalogue.kinds[kind], records) for kind, records in catalogue.records.items()]
        titles = [record.values[kind.title] for kind, records in of_kinds for record in records]
        titles[1], titles[10] = "Paper 2: A Title in Full", "The title"
        of_default = [title if isinstance(title, str) else title[0] for title in titles]
        self.assertEqual([citation.texts["title"] for citation in found], of_default)


class DoubtfulNames(CitationsTest):
    def doubtful(self, record: dict) -> list[str]:
        self.cited(record)
        return doubtful_names(self.catalogue, self.data)

    def test_each_is_reported_on_a_line(self):
        authors = ["Ada Lovelace", "José Raúl Capablanca", "Example Team", "OpenAI", "A Long Name", "others"]
        editors = [{"literal": "A Third Name"}, {"family": "Kim", "given": "Jong Wook"}, "{A Fourth Name}"]
        translators = ["Ann//Bo Cee"]
        where = f"{self.data}/talks.toml: talk 'first': "
        lines = ["author: José Raúl Capablanca", "author: A Long Name", "translator: Ann//Bo Cee"]
        given = {"author": authors, "editor": editors, "translator": translators}
        self.assertEqual(self.doubtful({"citation": given}), [where + line for line in lines])

    def test_names_from_the_record(self):
        self.assertEqual(self.doubtful({"speaker": "A Long Name"}), [])
        where = f"{self.data}/talks.toml: talk 'first': "
        self.assertEqual(self.doubtful({"speakers": ["Ada Lovelace", "A Long Name"]}), [f"{where}author: A Long Name"])

    def test_none(self):
        self.assertEqual(self.doubtful({"citation": {"author": ["Ada Lovelace", "OpenAI"]}}), [])
