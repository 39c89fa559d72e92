"""The import of CSL-JSON as reference managers export it, member by member."""

import datetime

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


class Items(ImportTest):
    def test_keys(self):
        keys = ["Doe2001", "doe_study_2001", "3GPP-TT", "a.tool", "doe:2001/a+b", "http://zotero.org/users/1/items/ABC"]
        self.assertEqual([record["key"] for record in self.items(*({"id": key} for key in keys))], keys)

    def test_numbers_as_keys(self):
        self.assertEqual([record["key"] for record in self.items({"id": 17})], ["17"])

    def test_keys_that_must_change(self):
        lines = (
            'entry \'a "b\': key: becomes a--b; the file has "a \\"b"',
            "entry 'doe': key: becomes doe-2; the file has \"doe\"",
            "a key is made for 1 entry without one",
        )
        doe = {"author": [{"family": "Doe"}], "issued": {"date-parts": [[2020]]}}
        records = self.items({"id": 'a "b'}, {"id": "doe"}, {"id": "doe"}, doe, lines=lines)
        self.assertEqual([record["key"] for record in records], ["a--b", "doe", "doe-2", "doe2020"])

    def test_keys_of_items_without_one(self):
        expected = {
            "delacruz2020": {"author": [{"family": "de la Cruz"}]},
            "institute-of-examples-2020": {"author": [{"literal": "Institute of Examples"}]},
            "a-title-2020": {"title": "A title"},
            "entry-2020": {"title": "\uc81c\ubaa9"},
        }
        items = [{**item, "issued": {"date-parts": [[2020]]}} for item in expected.values()]
        records = self.items(*items, lines=("a key is made for 4 entries without one",))
        self.assertEqual([record["key"] for record in records], list(expected))

    def test_the_citation_key_replaces_a_missing_id(self):
        (record,) = self.items({"citation-key": "doe"})
        self.assertEqual((record["key"], record["citation"]), ("doe", {"citation-key": "doe"}))

    def test_the_citation_key_beside_an_id_is_an_alias(self):
        id = "http://zotero.org/users/1/items/ABC"
        (record,) = self.items({"id": id, "citation-key": "doe2001"})
        self.assertEqual((record["key"], record["aliases"]), (id, ["doe2001"]))

    def test_an_item_must_be_an_object(self):
        lines = ('entry 1: is left out: must be an object, not "x"',)
        self.assertEqual([record["key"] for record in self.items("x", {"id": "doe"}, lines=lines, status=1)], ["doe"])

    def test_unknown_members_are_named_once(self):
        lines = ("custom: is lost: it is not a variable of CSL 1.0.2; 2 entries have it",)
        self.items({"id": "a", "custom": {"x": 1}}, {"id": "b", "custom": 1}, lines=lines)

    def test_a_member_given_twice(self):
        path = self.put("list.json", '[{"id": "a", "title": "A", "title": "B"}]')
        line = "list.json: entry 'a': title: is lost: it is given more than once, and the last one counts"
        self.assertEqual(self.run_import(path), (0, [line]))
        self.assertEqual(self.records()[0]["title"], "B")

    def test_the_object_of_a_server(self):
        self.assertEqual(self.run_import(self.put("list.json", {"items": [{"id": "a"}]})), (0, []))
