"""The import of CSL-JSON as reference managers export it, member by member."""

import datetime
from pathlib import Path

from codegen.importers import csl_json
from codegen.importers.model import ImportFailure, Reference, Report
from tests.support.imports import ImportTest


class Members(ImportTest):
    def record(self, *lines: str, **members: object) -> dict:
        """The record of an item with these members, without its key and category."""
        item = {name.replace("_", "-"): value for name, value in members.items()}
        (record,) = self.items({"id": "doe", **item}, lines=tuple(f"entry 'doe': {line}" for line in lines))
        self.assertEqual((record.pop("key"), record.pop("category")), ("doe", "list"))
        return record

    def citation(self, *lines: str, **members: object) -> dict:
        record = self.record(*lines, **members)
        self.assertEqual(record.keys(), {"citation"})
        return record["citation"]

    def test_fields_of_the_kind(self):
        author = [
            {"family": "Doe", "given": "Jane"},
            {"family": "Berg", "given": "A.", "non-dropping-particle": "van den"},
        ]
        issued = {"date-parts": [[2024, 5, 3]]}
        record = self.record(title="T", author=author, issued=issued, abstract="One.\n\nTwo.", URL="https://a.example/")
        expected = {"title": "T", "authors": ["Jane Doe", "A. van den Berg"], "date": datetime.date(2024, 5, 3)}
        self.assertEqual(record, expected | {"abstract": "One.\n\nTwo.", "url": "https://a.example/"})

    def test_aliases_of_the_schema(self):
        citation = self.citation(shortTitle="S", journalAbbreviation="J", event="E", volume=12, ISSN=["1", "2"])
        expected = {
            "title-short": "S",
            "container-title-short": "J",
            "event-title": "E",
            "volume": "12",
            "ISSN": "1, 2",
        }
        self.assertEqual(citation, expected)

    def test_a_variable_takes_precedence_over_its_alias(self):
        line = "shortTitle: is lost: title-short is given as well, and is used"
        self.assertEqual(self.citation(line, shortTitle="S", title_short="T"), {"title-short": "T"})

    def test_an_equal_value_under_an_alias_is_not_reported(self):
        self.assertEqual(self.citation(shortTitle="S", title_short="S"), {"title-short": "S"})

    def test_event_is_kept_beside_another_title(self):
        self.assertEqual(self.citation(event="E", event_title="T"), {"event": "E", "event-title": "T"})

    def test_names_in_lower_case(self):
        self.assertEqual(self.citation(doi="10.1234/a", isbn="1"), {"DOI": "10.1234/a", "ISBN": "1"})

    def test_numbers_are_kept_as_written(self):
        self.assertEqual(
            self.citation(volume=1.50, number="007", page=-1), {"volume": "1.5", "number": "007", "page": "-1"}
        )

    def test_type(self):
        self.assertEqual(self.citation(type="article-journal"), {"type": "article-journal"})

    def test_the_type_document_is_the_default_of_the_kind(self):
        self.assertEqual(self.record(type="document"), {})

    def test_unknown_type(self):
        self.assertEqual(self.record('type: is lost: "blog" is not a type of CSL 1.0.2', type="blog"), {})

    def test_keywords(self):
        self.assertEqual(self.record(keyword="a, b c,a,"), {"tags": ["a", "b c"]})

    def test_keywords_between_semicolons(self):
        self.assertEqual(self.record(keyword="a, b; c", categories=["d"]), {"tags": ["a, b", "c", "d"]})

    def test_empty_members_are_ignored(self):
        self.assertEqual(self.record(title="", author=[], issued={}, note=None, editor=[{"family": ""}]), {})

    def test_values_of_wrong_types(self):
        lines = (
            "title: is lost: it must be a text, not {'a': '1'}",
            "author: is lost: name 1 must be an object, not ['x']",
            "issued: is lost: it must be an object, not ['2024']",
        )
        self.assertEqual(self.record(*lines, title={"a": 1}, author=[["x"]], issued=[2024]), {})

    def test_notes_of_better_bibtex_are_kept(self):
        note = "arXiv: 1706.03762\ntex.x: y"
        self.assertEqual(self.citation(note=note), {"note": note})

    def test_identifiers_in_the_note(self):
        note = "PMID: 12\nPMCID: PMC34\nPMID: 56\nSee PMID: 78"
        expected = {"note": "PMID: 56\nSee PMID: 78", "PMID": "12", "PMCID": "PMC34"}
        self.assertEqual(self.citation(note=note), expected)

    def test_arxiv_in_the_form_of_this_library(self):
        self.assertEqual(
            self.citation(type="book", note="N\narXiv:1706.03762"), {"type": "book", "note": "N", "arxiv": "1706.03762"}
        )

    def test_arxiv_as_a_number(self):
        self.assertEqual(
            self.citation(type="article", number="arXiv:1706.03762"), {"type": "article", "arxiv": "1706.03762"}
        )

    def test_arxiv_as_an_archive(self):
        given = {"archive": "arXiv", "archive_location": "1706.03762"}
        (record,) = self.items({"id": "doe", **given})
        self.assertEqual(record["citation"], given | {"arxiv": "1706.03762"})

    def test_no_arxiv(self):
        given = {"archive": "BnF", "archive_location": "1706.03762", "number": "arXiv:1706.03762v2", "type": "article"}
        (record,) = self.items({"id": "doe", **given})
        self.assertEqual(record["citation"], given)


class Names(ImportTest):
    def names(self, *names: object, role: str = "editor", lines: tuple = ()) -> list:
        (record,) = self.items({"id": "doe", role: list(names)}, lines=lines)
        return record["citation"][role]

    def test_parts(self):
        given = {"family": "Ortega y Prado", "given": "José", "dropping-particle": "de", "suffix": "Jr."}
        particle = {"family": "Berg", "given": "A. B.", "non-dropping-particle": "van"}
        self.assertEqual(self.names(given, particle), [given, "A. B. van Berg"])

    def test_a_family_name_alone(self):
        self.assertEqual(self.names({"family": "Doe"}), [{"family": "Doe"}])

    def test_a_name_from_crossref(self):
        self.assertEqual(self.names({"name": "Jane Doe"}), [{"literal": "Jane Doe"}])

    def test_a_literal(self):
        given = [{"literal": "Institute of Standards"}, {"literal": "Jane Doe"}, {"literal": "Example Team"}]
        self.assertEqual(self.names(*given), ["Institute of Standards", {"literal": "Jane Doe"}, "Example Team"])

    def test_others(self):
        doe = {"family": "Doe", "given": "Jane"}
        self.assertEqual(self.names(doe, {"literal": "others"}), ["Jane Doe", "others"])

    def test_et_al(self):
        self.assertEqual(self.names({"literal": "Example Team et al."}), ["Example Team", "others"])

    def test_a_given_name_alone_is_kept_as_a_whole(self):
        line = "entry 'doe': editor: \"Plato\" has no family name, and is kept whole"
        self.assertEqual(self.names({"given": "Plato"}, lines=(line,)), ["Plato"])

    def test_remarks_are_named_once(self):
        remarks = {"static-ordering": True, "comma-suffix": False}
        lines = ("editor: static-ordering: is lost: it is not a part of a name; 1 entry has it",)
        self.assertEqual(
            self.names({"family": "A", **remarks}, {"family": "B", **remarks}, lines=lines)[1], {"family": "B"}
        )

    def test_authors_with_other_roles(self):
        """The generator takes authors from the record only if the citation names nobody."""
        doe = [{"family": "Doe", "given": "Jane"}]
        (record,) = self.items({"id": "doe", "author": doe, "editor": doe})
        self.assertEqual(
            (record["authors"], record["citation"]), (["Jane Doe"], {"author": ["Jane Doe"], "editor": ["Jane Doe"]})
        )

    def test_authors_with_doubtful_parts(self):
        author = {"family": "Capablanca", "given": "José Raúl"}
        (record,) = self.items({"id": "doe", "author": [author]})
        self.assertEqual(
            (record["authors"], record["citation"]), (["José Raúl Capablanca"], {"author": ["Capablanca, José Raúl"]})
        )


class OneItem(ImportTest):
    def test_it_needs_no_array(self):
        for number, item in enumerate(({"id": "doe", "title": "A"}, {"type": "book", "title": "A"})):
            with self.subTest(item):
                self.data = self.work / f"data {number}"
                self.assertEqual(self.run_import(self.put("list.json", item))[0], 0)
                self.assertEqual(self.records()[0]["title"], "A")


class Dates(ImportTest):
    def date(self, date: object, *lines: str) -> object:
        (record,) = self.items(
            {"id": "doe", "accessed": date}, lines=tuple(f"entry 'doe': accessed: {line}" for line in lines)
        )
        return record["citation"]["accessed"]

    def test_parts(self):
        self.assertEqual(self.date({"date-parts": [["2024", "5", 3]]}), datetime.date(2024, 5, 3))

    def test_month(self):
        self.assertEqual(self.date({"date-parts": [[2024, 5, ""]]}), "2024-05")

    def test_parts_without_a_list_around_them(self):
        self.assertEqual(self.date({"date-parts": [2024, 5]}), "2024-05")
        self.data = self.work / "second"
        self.assertEqual(self.date({"year": 2024, "month": "5", "day": 3}), datetime.date(2024, 5, 3))

    def test_early_year(self):
        self.assertEqual(self.date({"date-parts": [[800]]}), 800)

    def test_range(self):
        self.assertEqual(self.date({"date-parts": [[2020], [2021, 3]]}), "2020/2021-03")

    def test_raw(self):
        for raw in "2024-05-03", "3 May 2024", "May 3, 2024":
            self.data = self.work / raw
            self.assertEqual(self.date({"raw": raw}), datetime.date(2024, 5, 3))

    def test_a_text(self):
        self.assertEqual(self.date("2020/2021"), "2020/2021")

    def test_month_after_a_slash(self):
        self.assertEqual(self.date("2024/5"), "2024-05")

    def test_time(self):
        self.assertEqual(self.date("2024-05-03T10:00:00Z", "is lost: the time 10:00:00Z"), datetime.date(2024, 5, 3))

    def test_words(self):
        self.assertEqual(self.date({"literal": "31st August"}), {"literal": "31st August"})

    def test_invalid_dates_are_kept_as_words(self):
        self.assertEqual(
            self.date({"date-parts": [[2024, 13]]}, 'is kept as words, "2024-13"'), {"literal": "2024-13"}
        )

    def test_a_year_before_1(self):
        self.assertEqual(self.date({"date-parts": [[-500]]}, 'is kept as words, "-500"'), {"literal": "-500"})

    def test_remarks(self):
        lines = ('is lost: the season "2" has no place in a date', "is lost: the circa true has no place in a date")
        self.assertEqual(self.date({"date-parts": [[2024]], "season": 2, "circa": True}, *lines), 2024)

    def test_two_forms(self):
        line = 'is lost: "May 2024" is given beside date-parts, which is used'
        self.assertEqual(self.date({"date-parts": [[2024, 5]], "literal": "May 2024"}, line), "2024-05")

    def test_a_range_of_dates_of_issue(self):
        (record,) = self.items({"id": "doe", "issued": {"date-parts": [[2020, 5], [2021]]}})
        self.assertEqual((record["date"], record["citation"]), ("2020-05", {"issued": "2020-05/2021"}))


class Reading(ImportTest):
    """The references that the reader makes, before they become records."""

    maxDiff = None

    def read(self, content: object) -> tuple[list[Reference], list[str]]:
        """The references, and the messages without the name of the file."""
        report = Report()
        report.file = "list.json"
        references = csl_json.read(Path(self.put("list.json", content)), report)
        return references, [line.removeprefix("list.json: ") for line in report.lines()]

    def assert_cited(self, item: dict, expected: dict, *lines: str) -> None:
        """Asserts the citation, in which empty texts do not count, and the messages about the item."""
        with self.subTest(item):
            (made,), said = self.read([{"id": "doe", **item}])
            self.assertEqual({name: value for name, value in made.citation.items() if value}, expected)
            self.assertEqual(said, [f"entry 'doe': {line}" for line in lines])

    def test_other_contents_are_rejected(self):
        item = {"itemType": "book", "title": "A"}
        foreign = "is in Zotero's own JSON format; export it as CSL JSON, and import that"
        other = "is not CSL-JSON, which is an array of objects"
        for content, why in (
            ("{", "is not valid JSON: Expecting property name"),
            ("[" * 200_000, "is nested too deeply"),
            *((content, foreign) for content in (item, [{"id": "a"}, item], [{"data": item}], {"items": [item]})),
            *((content, other) for content in (3, '"A"', {}, {"id": "a"}, {"type": "book"}, {"title": "A"})),
            ({"type": "blog", "title": "A"}, other),
            ({"items": "A"}, other),
        ):
            with self.subTest(content), self.assertRaisesRegex(ImportFailure, rf"/list\.json: {why}"):
                self.read(content)
        right = {"title": "A"}
        for content in [right | {"data": "B"}], [right | {"itemType": ["B"]}], right | {"items": "B", "type": "book"}:
            (made,), _ = self.read(content)
            self.assertEqual(made.citation["title"], "A")

    def test_messages_name_the_entry(self):
        wrong = {"title": {"a": "b"}}
        _, said = self.read(["x", {"id": "doe", **wrong}, {"id": "", **wrong}, {"id": ["c"], **wrong}])
        title = "title: is lost: it must be a text, not {'a': 'b'}"
        lines = [f"entry 'doe': {title}", f"entry 3: {title}", f"entry 4: {title}"]
        lines.append("entry 4: id: is lost: it must be a text, not ['c']")
        self.assertEqual(said, ['entry 1: is left out: must be an object, not "x"', *lines])

    def test_keys_and_aliases(self):
        for item, key, aliases in (
            ({"id": "a", "citation-key": "b"}, "a", ["b"]),
            ({"id": "a", "citation-key": "a"}, "a", []),
            ({"id": "a", "citation-key": ""}, "a", []),
            ({"id": "", "citation-key": "b"}, "b", []),
            ({"id": None}, "", []),
        ):
            (made,), said = self.read([item])
            self.assertEqual((made.key, made.aliases, said), (key, aliases, []), item)
        (made,), _ = self.read([{"id": "a", "citation-key": ["b"]}])
        self.assertEqual(made.aliases, [])

    def test_members_given_twice_are_named(self):
        _, said = self.read('[{"id": "a", "title": "A", "note": "B", "title": "C", "note": "D", "volume": 1}]')
        lost = "is lost: it is given more than once, and the last one counts"
        self.assertEqual(said, [f"entry 'a': {name}: {lost}" for name in ("title", "note")])

    def test_texts(self):
        self.assert_cited({"title": False, "ISSN": ["1", "2"]}, {"ISSN": "1, 2"})
        for value, text in ({"a": "b"}, "{'a': 'b'}"), (True, "true"), (["a", ["b"]], "['a', ['b']]"):
            for name in "title", "keyword":
                self.assert_cited({name: value}, {}, f"{name}: is lost: it must be a text, not {text}")
        self.assert_cited({"doi": "1", "DOI": "2"}, {"DOI": "2"}, "doi: is lost: DOI is given as well, and is used")
        (made,), _ = self.read([{"keyword": "a, b\n c ;d;;"}])
        self.assertEqual(made.tags, ["a, b", "c", "d"])
        (made,), _ = self.read([{"keyword": "a, b\nc, d"}])
        self.assertEqual(made.tags, ["a, b", "c, d"])

    def test_names(self):
        doe = {"family": "Doe"}
        for names, expected in (
            (doe, [doe]),
            ([doe, "Example Team", {}], [doe, "Example Team"]),
            ([doe, {"family": "others"}], [doe, "others"]),
            ([doe, {"literal": "others"}], [doe, "others"]),
            ([{"literal": "others"}, doe], [{"literal": "others"}, doe]),
        ):
            self.assert_cited({"author": names}, {"author": expected})
        lost = "given must be a text, not ['x']", "name 2 must be an object, not true"
        lines = [f"author: is lost: {why}" for why in lost]
        self.assert_cited({"author": [doe | {"given": ["x"]}, True]}, {"author": [doe]}, *lines)

    def test_dates(self):
        for date, expected, *lines in (
            ({"date-parts": [[800, 5]]}, "0800-05"),
            ({"date-parts": [[2020, 0]]}, "2020"),
            ({"date-parts": [[" 2020 ", None]]}, "2020"),
            ({"date-parts": [["c. 2020", 5]]}, "c. 2020-05"),
            ({"date-parts": [[2020], [5]]}, "2020/5"),
            ({"date-parts": [[2020], [""]]}, "2020"),
            ({"date-parts": [[2020]], "year": 2020}, "2020"),
            ({"date-parts": [[2020]], "year": 2021}, "2020", '"2021" is given beside date-parts, which is used'),
            ({"date-parts": "b", "year": 2021, "month": 5}, "2021-05", 'date-parts cannot be "b"'),
            ({"date-parts": [[2020]], "raw": "2020"}, "2020"),
            ({"raw": "Spring 2020"}, "Spring 2020"),
            ({"literal": "May 3, 2020"}, {"literal": "May 3, 2020"}),
            ({"date-parts": [[2020]], "a": "b"}, "2020", "the member 'a' has no place in a date"),
            ({"date-parts": [[2020]], "raw": ["b"]}, "2020", "raw cannot be ['b']"),
            ({"date-parts": [[2020], "b"]}, None, "date-parts cannot be [['2020'], 'b']"),
            ({"date-parts": [["2020", ["b"]]]}, None, "date-parts cannot be [['2020', ['b']]]"),
            ({"date-parts": "b"}, None, 'date-parts cannot be "b"'),
            ({"date-parts": [[""]]}, None),
        ):
            citation = {"issued": expected} if expected else {}
            self.assert_cited({"issued": date}, citation, *(f"issued: is lost: {why}" for why in lines))

    def test_where_arxiv_identifiers_are_found(self):
        first, second = "1706.03762", "2106.09685"
        archived = {"archive": "ArXiv", "archive_location": f"arXiv:{first}"}
        preprint, number, note = {"type": "article"}, {"number": f"arXiv:{first}"}, {"note": f"arXiv:{second}"}
        arxiv = {"arxiv": first}
        for given, expected in (
            (archived, archived | arxiv),
            (archived | {"archive_location": "A 17"}, archived | {"archive_location": "A 17"}),
            (preprint | archived | number, preprint | archived | arxiv),
            (preprint | archived | {"number": note["note"]}, preprint | archived | {"number": note["note"]} | arxiv),
            (preprint | note, preprint | note),
            (preprint | number | note, preprint | note | arxiv),
            (preprint | {"number": "17"} | note, preprint | {"number": "17", "arxiv": second}),
            (number, number),
            (archived | note, archived | note | arxiv),
            (archived | {"note": f"N\narXiv:{first}"}, archived | {"note": "N"} | arxiv),
            ({"note": f"N\nM\narXiv:{first}"}, {"note": "N\nM"} | arxiv),
            ({"note": f"N arXiv:{first}"}, {"note": f"N arXiv:{first}"}),
        ):
            self.assert_cited(given, expected)

    def test_lines_of_the_note(self):
        note = "N\n PMID: 12\nPMID: 12\nPMID: 13\n\nPMCID:PMC3"
        self.assert_cited({"note": note}, {"note": "N\nPMID: 13\n", "PMID": "12", "PMCID": "PMC3"})
