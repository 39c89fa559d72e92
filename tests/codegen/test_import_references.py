"""References as records: values that the generator would reject are corrected or reported."""

from codegen.importers import run
from codegen.importers.model import Document, Reference, Report
from codegen.importers.references import add_references
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
