"""References as records: values that the generator would reject are corrected or reported."""

import datetime
import unittest

from codegen.importers import run
from codegen.importers.model import Document, Reference, Report
from codegen.importers.references import KIND, add_references
from tests.support.imports import ImportTest


class Texts(ImportTest):
    def record(self, *lines: str, **members: object) -> dict:
        item = {name.replace("_", "-"): value for name, value in members.items()}
        return self.items({"id": "doe", **item}, lines=tuple(f"entry 'doe': {line}" for line in lines))[0]

    def test_white_space_and_normal_form(self):
        record = self.record(title=" A\n  title \u2028 of a Cafe\u0301 ")
        self.assertEqual(record["title"], "A title of a Café")

    def test_verbose(self):
        path = self.put("list.json", [{"id": "a", "title": "A  title", "DOI": "https://doi.org/10.1145/1"}])
        lines = [f"list.json: entry 'a': {name}: white space or Unicode was tidied" for name in ("DOI", "title")]
        status, said = self.run_import(path, "--verbose")
        self.assertEqual((status, sorted(said)), (0, lines))

    def test_prose_keeps_its_lines(self):
        record = self.record(note="\nOne.\r\n\r\n  Two.\n", annote="a\u2028b")
        self.assertEqual(record["citation"], {"annote": "a\nb", "note": "One.\n\n  Two."})

    def test_control_characters(self):
        line = "title: is lost: the control character U+0007, U+200B; the rest of the text is kept"
        self.assertEqual(self.record(line, title="A\x07 ti\u200btle")["title"], "A title")

    def test_half_a_character(self):
        path = self.put("list.json", '[{"id": "a", "title": "A \\ud83d b"}]')
        line = "list.json: entry 'a': title: is lost: the control character U+D83D; the rest of the text is kept"
        self.assertEqual(self.run_import(path), (0, [line]))
        self.assertEqual(self.records()[0]["title"], "A b")

    def test_too_long(self):
        line = "title: is lost: has 70000 bytes of UTF-8; the limit is 65534"
        self.assertNotIn("title", self.record(line, title="x" * 70_000))

    def test_doi(self):
        doi = "10.1890/0012-9658(2006)87[1:ASO]2.0.CO;2"
        for text in doi, f"https://doi.org/{doi}", f"doi: {doi}", f"http://dx.doi.org/{doi.replace('[', '%5B')}":
            self.data = self.work / f"data {len(text)}"
            self.assertEqual(self.record(DOI=text)["citation"]["DOI"], doi)

    def test_no_doi(self):
        line = 'DOI: is lost: "x" is not a DOI; write one like "10.1145/3600006.3613165", without https://doi.org/'
        self.assertNotIn("citation", self.record(line, DOI="x"))

    def test_urls(self):
        for url in "ftp://a.example/", "doi:10.1234/a", "mailto:a@b.example", "https://a.example/한 글":
            self.data = self.work / f"data {len(url)}"
            self.assertEqual(self.record(URL=url)["url"], url)

    def test_no_url(self):
        right = 'write an absolute one, like "https://example.org/" or "doi:10.1000/1"'
        self.assertNotIn(
            "url", self.record(f'URL: is lost: "www.a.example" is not a URL; {right}', URL="www.a.example")
        )

    def test_arxiv_of_another_page(self):
        line = 'arxiv: is lost: "1706.03762" differs from the one in the URL'
        given = {"archive": "arXiv", "URL": "https://arxiv.org/abs/2106.09685"}
        (record,) = self.items({"id": "a", "archive_location": "1706.03762", **given}, lines=(f"entry 'a': {line}",))
        self.assertNotIn("arxiv", record["citation"])

    def test_more_authors_than_fit_in_a_text(self):
        authors = [{"family": f"Family-{at}", "given": "Jane"} for at in range(5000)]
        record = self.record("authors: too many for one text; only the citation has them", author=authors)
        self.assertNotIn("authors", record)
        self.assertEqual(len(record["citation"]["author"]), 5000)

    def test_several_persons_in_one_name_are_not_split(self):
        record = self.record(author=[{"literal": "Jane Doe and John Roe"}, "Ann Bo and Cy Dee"])
        self.assertEqual(record["citation"]["author"], [{"literal": name} for name in record["authors"]])


class References(ImportTest):
    def test_links_and_aliases(self):
        """Data from formats other than CSL-JSON."""
        links = [("PDF", "https://a.example/a.pdf"), ("", "https://b.example/"), ("Code", "nowhere")]
        references = [
            Reference("list: a", "a", {}, ["x"], links, ["b", "c"]),
            Reference("list: b", "b", {"mystery": "x", "arxiv": "1706.03762v2"}, aliases=["c"]),
        ]
        document, report = Document("A list", "en"), Report()
        add_references(document, [("list", references)], report)
        first, second = document.records["reference"]
        expected = [{"label": "PDF", "url": links[0][1]}, {"label": links[1][1], "url": links[1][1]}]
        self.assertEqual((first["links"], first["tags"], first["aliases"]), (expected, ["x"], ["c"]))
        self.assertEqual(second, {"key": "b", "category": "list", "citation": {"arxiv": "1706.03762"}})
        lost = [line.partition(": is lost: ")[0] for line in report.lines()]
        self.assertEqual(
            lost, ["list: a: links", "list: a: aliases", "list: b: arxiv", "list: b: aliases", ": mystery"]
        )

    def test_a_part_and_a_category_for_each_file(self):
        files = [self.put("one list.json", [{"id": "a"}]), self.put("2.json", [{"id": "a"}, {"id": "b"}])]
        status, lines = self.run_import(*files)
        self.assertEqual((status, lines), (0, ["2.json: entry 'a': key: becomes a-2; the file has \"a\""]))
        records = [(record["key"], record["category"]) for record in self.records()]
        self.assertEqual(records, [("a", "one_list"), ("a-2", "category_2"), ("b", "category_2")])
        self.assertIn('title = "one list, 2"', (self.data / "catalog.toml").read_text(encoding="utf-8"))

    def test_words_with_a_year(self):
        for words, year in ("Spring 2020", 2020), ("03/05/2020", 2020), ("in press", None), ("c. 1450-1460", None):
            document = Document("A list", "en")
            add_references(document, [("list", [Reference("", "a", {"issued": {"literal": words}})])], Report())
            (record,) = document.records["reference"]
            self.assertEqual((record.get("date"), record["citation"]), (year, {"issued": {"literal": words}}))

    def test_the_language(self):
        run([self.work / self.put("a.json", [{"id": "a"}])], self.data, "zh-Hans")
        self.assertIn('languages = ["zh-Hans"]', (self.data / "catalog.toml").read_text(encoding="utf-8"))


class Records(unittest.TestCase):
    """The records of references, and the messages about them."""

    maxDiff = None

    def assert_record(self, given: dict, expected: dict, *lines: str, **others: object) -> None:
        """Asserts the fields of the record of a citation, except its key and category."""
        with self.subTest(given, **others):
            document, report = Document("A list", "en"), Report()
            add_references(document, [("list", [Reference("a", "doe", given, **others)])], report)
            (record,) = document.records["reference"]
            self.assertEqual(record, {"key": "doe", "category": "list"} | expected)
            self.assertEqual([line.removeprefix("a: ") for line in report.lines(verbose=True)], [*lines])

    def assert_citation(self, name: str, given: object, expected: object, *lines: str) -> None:
        """Asserts a variable of the citation; None if it is lost."""
        citation = {"citation": {name: expected}} if expected else {}
        self.assert_record({name: given}, citation, *(f"{name}: {line}" for line in lines))

    def test_keys_of_references_without_one(self):
        doe = {"family": "Doe", "given": "Jane"}
        wanted = {
            "doe2020": {"author": [doe, "Ann Bo"], "editor": ["Cy Dee"], "issued": "2020-05", "title": "A"},
            "dee": {"editor": ["Cy Dee"], "title": "A"},
            "vandenberg": {"author": [{"family": "van den Berg"}]},
            "example-institute-of-long-names-1999": {
                "author": [{"literal": "Example Institute of Long Names and More"}],
                "issued": {"literal": "Spring 1999, or 2000"},
            },
            "one-two-three-four-five": {"author": [{"given": "Plato"}], "title": "One two three four five six"},
            "entry": {},
            "entry-2": {"issued": "17", "title": ""},
            "entry-1687": {"issued": "1687/1690"},
        }
        references = [Reference(f"a: {at}", "", each) for at, each in enumerate(wanted.values())]
        document = Document("A list", "en")
        add_references(document, [("list", references)], Report())
        self.assertEqual([record["key"] for record in document.records["reference"]], [*wanted])
        self.assertEqual(document.places, {key: f"a: {at}" for at, key in enumerate(wanted)})

    def test_references_are_added_to_those_of_other_files(self):
        document = Document("A list", "en", parts=["A"], categories=[{"id": "b"}], places={"a": "x"})
        report = Report()
        add_references(document, [("b", [Reference("c", "a", {}, aliases=["a", "d"])]), ("한글", [])], report)
        first = {"id": "b_2", "part": 1, "title": "b", "kind": "reference"}
        second = {"id": "category_3", "part": 2, "title": "한글", "kind": "reference"}
        self.assertEqual(document.categories, [{"id": "b"}, first, second])
        self.assertEqual((document.parts, document.kinds), (["A", "b", "한글"], [KIND]))
        self.assertEqual(document.plurals, {"reference": "references"})
        self.assertEqual(document.records, {"reference": [{"key": "a-2", "category": "b_2", "aliases": ["d"]}]})
        self.assertEqual(report.lines()[0], 'c: aliases: is lost: "a" is already a key or an alias')

    def test_fields(self):
        self.assert_record({"type": "document", "title": "", "volume": ""}, {})
        self.assert_record(
            {"abstract": "B", "URL": "doi:10.1234/a", "type": "book", "title": "A", "volume": "3"},
            {"title": "A", "abstract": "B", "url": "doi:10.1234/a", "citation": {"type": "book", "volume": "3"}},
        )
        self.assert_record({"type": "blog"}, {}, 'type: is lost: "blog" is not a type of CSL 1.0.2')
        lost = ": mystery: is lost: it is not a variable of CSL 1.0.2; 1 entry has it"
        self.assert_record({"mystery": "x"}, {}, lost)
        url = {"URL": "https://arxiv.org/abs/1706.03762"}
        self.assert_record(url, {"url": url["URL"]})
        self.assert_record(url | {"arxiv": "1706.03762"}, {"url": url["URL"], "citation": {"arxiv": "1706.03762"}})

    def test_dates_of_the_record(self):
        for issued, date, in_citation in (
            ("2020", 2020, None),
            ("2020-05", "2020-05", None),
            ("2020-05-03", datetime.date(2020, 5, 3), None),
            ("2020/2021", 2020, "2020/2021"),
            ("2020-05-03/2020-05-04", datetime.date(2020, 5, 3), "2020-05-03/2020-05-04"),
            ({"literal": "Spring 2020 or later in 2020"}, 2020, {"literal": "Spring 2020 or later in 2020"}),
            ({"literal": "2020 or 2021"}, None, {"literal": "2020 or 2021"}),
        ):
            expected = {"date": date} if date else {}
            citation = {"citation": {"issued": in_citation}} if in_citation else {}
            self.assert_record({"issued": issued}, expected | citation)

    def test_other_dates(self):
        self.assert_citation("accessed", "2020/3", "2020-03")
        self.assert_citation("accessed", "2020-05-03T10:00", datetime.date(2020, 5, 3), "is lost: the time 10:00")
        self.assert_citation("accessed", "c. 2020", {"literal": "c. 2020"}, 'is kept as words, "c. 2020"')
        self.assert_citation("accessed", {"literal": "2020"}, {"literal": "2020"})
        tidied = "white space or Unicode was tidied"
        self.assert_citation("accessed", {"literal": " "}, None, tidied)
        size = "is lost: has 70000 bytes of UTF-8; the limit is 65534"
        self.assert_citation("accessed", {"literal": "x" * 70_000}, None, size)

    def test_dois(self):
        tidied = "white space or Unicode was tidied"
        for given, doi, *lines in (
            ("10.1234/a%5B", "10.1234/a%5B"),
            ("DOI: 10.1234/a%5B", "10.1234/a%5B", tidied),
            ("https://doi.org/10.1234/a%5B", "10.1234/a[", tidied),
        ):
            self.assert_citation("DOI", given, doi, *lines)
        self.assert_citation("number", "doi:10.1234/a", "doi:10.1234/a")

    def test_versions_of_arxiv(self):
        self.assert_citation("arxiv", "arXiv:1706.03762", "1706.03762")
        self.assert_citation("arxiv", " 1706.03762", "1706.03762", "white space or Unicode was tidied")
        self.assert_citation("arxiv", "arxiv:1706.03762v12", "1706.03762", "is lost: the version v12 of 1706.03762")
        why = 'is lost: "x" is not an arXiv identifier; write one like "1706.03762", without version'
        self.assert_citation("arxiv", "x", None, why)

    def test_names(self):
        doe, roe = {"family": "Doe", "given": "Jane"}, {"family": "Roe"}
        kept = "has no family name, and is kept whole"
        no_name = 'is not a name; write "others" as the last item for those not named'
        tidied = "white space or Unicode was tidied"
        for given, expected, *lines in (
            ([doe, roe], ["Jane Doe", roe]),
            (["Doe, Jane", "a, b, c, d", "Plato"], ["Jane Doe", {"literal": "a, b, c, d"}, "Plato"]),
            ([doe, "others"], ["Jane Doe", "others"]),
            ([doe, "et al."], ["Jane Doe", "others"]),
            ([doe, {"literal": "Example Team et al."}], ["Jane Doe", "Example Team", "others"]),
            (["others"], None, 'is lost: no name comes before "others"'),
            ([{"literal": "others"}, doe], [{"literal": "others"}, "Jane Doe"]),
            ([{"literal": "Plato et al."}, doe], ["Jane Doe"], f'name 1: is lost: .literal "Plato et al." {no_name}'),
            ([" ", doe], ["Jane Doe"], tidied),
            ([roe | {"given": " "}], [roe], tidied),
            ([roe | {"given": ""}], [roe]),
            ([{"literal": ""}, {}, roe], [roe]),
            ([roe | {"literal": "X"}], [roe], 'is lost: "X", the whole of a name that is given in parts'),
            (
                [{"literal": "X", "suffix": "Jr.", "given": "Y"}],
                ["X"],
                'is lost: "Y Jr.", parts of a name that is given as a whole',
            ),
            ([{"suffix": "Jr.", "given": "Y"}], [{"literal": "Y Jr."}], f'"Y Jr." {kept}'),
        ):
            self.assert_citation("editor", given, expected, *lines)

    def test_authors(self):
        doe, team = {"family": "Doe", "given": "Jane"}, {"literal": "Jane Doe"}
        self.assert_record({"author": [doe, "others"]}, {"authors": ["Jane Doe", "others"]})
        self.assert_record({"author": [team]}, {"authors": ["Jane Doe"], "citation": {"author": [team]}})
        citation = {"author": ["Jane Doe"], "editor": ["Jane Doe"]}
        self.assert_record({"author": [doe], "editor": [doe]}, {"authors": ["Jane Doe"], "citation": citation})
        self.assert_record({"author": [doe], "volume": "3"}, {"authors": ["Jane Doe"], "citation": {"volume": "3"}})

    def test_links_and_tags(self):
        url = "https://a.example/"
        tidied = "white space or Unicode was tidied"
        links = [{"label": "A b", "url": url}, {"label": url, "url": url}]
        given = [("A  b", f" {url} "), ("", url), ("A", "")]
        self.assert_record({}, {"links": links}, f"links: {tidied}", links=given)
        self.assert_record({}, {"tags": ["a b", "c"]}, f"tags: {tidied}", tags=["a  b", "c", "a b", ""])
        size = "is lost: has 70000 bytes of UTF-8; the limit is 65534"
        self.assert_record({}, {"tags": ["b"]}, f"tags: {size}", tags=["x" * 70_000, "b"])
        self.assert_record({}, {}, f"tags: {size.replace('70000', '80002')}", tags=["x" * 40_000, "y" * 40_000])
        given = [("x" * 70_000, url), ("B", url)]
        self.assert_record({}, {"links": [{"label": "B", "url": url}]}, f"links: {size}", links=given)
