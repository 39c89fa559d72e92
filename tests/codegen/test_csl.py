"""The types of CSL, and the one that a kind has its records cited as."""

from codegen.csl import TYPES
from codegen.kinds_reader import read_kinds
from codegen.source import Source
from tests.support.catalogues import small_catalogue
from tests.support.generator import CodegenTest

TALK = {
    "name": "talk",
    "plural": "talks",
    "doc": "A talk.",
    "title": "name",
    "field": [{"name": "name", "type": "text", "doc": "Its name."}],
}


class Types(CodegenTest):
    def kinds(self, *tables: dict) -> dict:
        self.write({**small_catalogue(), "kinds.toml": {"kind": list(tables)}})
        return read_kinds(Source(self.data))

    def test_all_types(self):
        self.assertEqual(len(TYPES), 45)
        self.assertEqual(list(TYPES), sorted(set(TYPES)))
        for type in TYPES:
            self.assertEqual(self.kinds({**TALK, "cite_as": type})["talk"].cite_as, type)

    def test_type_that_is_left_out(self):
        self.assertEqual(self.kinds(TALK)["talk"].cite_as, "document")

    def test_type_that_an_extension_gives(self):
        self.assertEqual(self.kinds({"extends": "tool", "cite_as": "software"})["tool"].cite_as, "software")
        kinds = self.kinds({**TALK, "cite_as": "speech"}, {"extends": "talk", "title": "name"})
        self.assertEqual(kinds["talk"].cite_as, "speech")

    def test_what_is_no_type(self):
        for value in ("Article", "article_journal", "misc", "", 7, ["book"]):
            line = "kinds.toml: kind 'talk': cite_as: must be one of article, article-journal, article-magazine, "
            self.assert_refused({**small_catalogue(), "kinds.toml": {"kind": [{**TALK, "cite_as": value}]}}, line)
