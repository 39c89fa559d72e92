"""The keys and aliases of all records, and the fields that name records by them."""

from codegen.reader import read_catalogue
from tests.support.catalogues import changed
from tests.support.data_tests import DataTest, Place

TOOLS = ("tools.toml", "tool")
EXTENSION = {"extends": "tool", "field": [{"name": "replaces", "type": "entries", "doc": "What it replaces."}]}
REPLACES = Place((*TOOLS, 0, "replaces"), "tools.toml: tool 'tool': replaces: ")


class NamedEntries(DataTest):
    @staticmethod
    def catalogue(*changes: tuple) -> dict:
        """The small catalogue, with aliases of a paper and, for tools, a further field that names entries."""
        aliases = ("papers.toml", "paper", 0, "aliases", ["one", "\u4e00"])
        return {**changed(aliases, *changes), "kinds.toml": {"kind": [EXTENSION]}}

    def assert_names(self, names: list[str], *keys: str) -> None:
        self.write(self.catalogue((*REPLACES.path, names)))
        self.assertEqual(read_catalogue(self.data).records["tool"][0].replaces, list(keys))

    def test_keys_and_aliases(self):
        self.assert_names(["paper-two", "tool", "blog"], "paper-two", "tool", "blog")
        self.assert_names(["blog", "\u4e00"], "blog", "paper-one")
        self.write(self.catalogue())
        self.assertIsNone(read_catalogue(self.data).records["tool"][0].replaces)

    def test_invalid_lists_of_keys(self):
        for value in ("blog", 7, True, [], {"blog": 1}):
            self.assert_wrong(REPLACES, value, "must be a list of at least one key, not ")
        self.assert_wrong(REPLACES, ["blog", "a b", 7], 'item 2 "a b" is not a key; ', "item 3 must be a text, not 7")

    def test_unknown_key(self):
        reasons = ("'paper-zero' is not the key of an entry", "'One' is not the key of an entry")
        self.assert_wrong(REPLACES, ["paper-zero", "blog", "One"], *reasons)

    def test_duplicate_entry(self):
        self.assert_wrong(REPLACES, ["blog", "tool", "blog"], 'names "blog" more than once')
        self.assert_wrong(REPLACES, ["one", "blog", "paper-one"], 'names the entry "paper-one" more than once')

    def test_unknown_key_beside_keys_that_cannot_be_read(self):
        unknown = (*REPLACES.path, ["paper-zero"])
        wrong = {
            ("papers.toml", "paper", 1, "key", "a b"): "papers.toml: paper 'a b': key: ",
            ("papers.toml", "paper", 1, "aliases", ("a b",)): "papers.toml: paper 'paper-two': aliases: ",
            ("papers.toml", b"\xff"): "papers.toml: is not UTF-8",
        }
        for change, line in wrong.items():
            with self.subTest(change=change):
                *path, value = change
                value = list(value) if isinstance(value, tuple) else value
                self.write({**changed((*path, value), unknown), "kinds.toml": {"kind": [EXTENSION]}})
                self.assert_mistakes(line)
