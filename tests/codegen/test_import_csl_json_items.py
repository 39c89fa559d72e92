"""The import of CSL-JSON: the keys of its items, and the items and members that are left out."""

from tests.support.imports import ImportTest


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
