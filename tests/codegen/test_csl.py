"""The types and variables of CSL, and the type under which the records of a kind are cited."""

import unittest

from codegen.csl import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    OTHER_NAMES,
    OTHER_TYPES,
    STANDARD_VARIABLES,
    TYPES,
    VARIABLES,
)
from codegen.kinds_reader import read_kinds
from codegen.reader import read_catalogue
from codegen.source import Source
from tests.support.catalogues import changed, every_variable, small_catalogue
from tests.support.data_tests import FactsTest, of_citation
from tests.support.generator import CodegenTest

FIRST_NUMBER = STANDARD_VARIABLES.index("chapter-number")
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

    def test_default_type(self):
        self.assertEqual(self.kinds(TALK)["talk"].cite_as, "document")

    def test_type_from_an_extension(self):
        self.assertEqual(self.kinds({"extends": "tool", "cite_as": "software"})["tool"].cite_as, "software")
        kinds = self.kinds({**TALK, "cite_as": "speech"}, {"extends": "talk", "title": "name"})
        self.assertEqual(kinds["talk"].cite_as, "speech")

    def test_invalid_type(self):
        for value in ("Article", "article_journal", "misc", "", 7, ["book"]):
            line = "kinds.toml: kind 'talk': cite_as: must be one of article, article-journal, article-magazine, "
            self.assert_refused({**small_catalogue(), "kinds.toml": {"kind": [{**TALK, "cite_as": value}]}}, line)


class Variables(unittest.TestCase):
    def test_number_of_variables(self):
        """As many as appendix IV of the specification lists."""
        counts = {"standard": FIRST_NUMBER, "number": len(STANDARD_VARIABLES) - FIRST_NUMBER}
        counts |= {"date": len(DATE_VARIABLES), "name": len(NAME_VARIABLES)}
        self.assertEqual(counts, {"standard": 47, "number": 18, "date": 6, "name": 27})
        self.assertEqual(len(VARIABLES), 98)
        self.assertEqual(len({name.lower() for name in VARIABLES}), 98)

    def test_order(self):
        """Each group is in alphabetical order, except in two places, as in the specification."""
        out_of_order = []
        standard, numbers = STANDARD_VARIABLES[:FIRST_NUMBER], STANDARD_VARIABLES[FIRST_NUMBER:]
        for names in standard, numbers, DATE_VARIABLES, NAME_VARIABLES:
            keys = {name: name.lower().replace("_", " ") for name in names}
            out_of_order += [(name, after) for name, after in zip(names, names[1:]) if keys[name] > keys[after]]
        self.assertEqual(out_of_order, [("event-title", "event-place"), ("editorial-director", "editor-translator")])
        self.assertEqual(VARIABLES, STANDARD_VARIABLES + DATE_VARIABLES + NAME_VARIABLES)

    def test_names_can_become_enumerators(self):
        for name in (*TYPES, *VARIABLES):
            self.assertRegex(name, r"\A[A-Za-z]+([-_][a-z]+)*\Z")
        for names in TYPES, VARIABLES:
            self.assertEqual(len({name.replace("-", "_") for name in names}), len(names))

    def test_other_names(self):
        self.assertLessEqual({*OTHER_NAMES.values()}, {*VARIABLES})
        self.assertEqual({*OTHER_NAMES} & {*VARIABLES}, set())


class AllVariables(CodegenTest):
    def test_each_variable_is_a_field_of_a_citation(self):
        given = every_variable()
        self.assertEqual({*given}, {*VARIABLES})
        self.write(changed(("books.toml", "book", 0, "citation", given)))
        values = read_catalogue(self.data).records["book"][0].citation.values
        self.assertEqual({*values}, {*VARIABLES, "type", "arxiv"})
        self.assertEqual([name for name in VARIABLES if values[name] is None], [])


class TypesOfCitations(FactsTest):
    def test_every_type(self):
        for type in TYPES:
            self.assert_right(of_citation("type"), type)

    def test_suggested_types(self):
        self.assertLessEqual({*OTHER_TYPES.values()}, {*TYPES})
        for value, meant in {"inproceedings": "write paper-conference", "phdthesis": "write thesis"}.items():
            self.assert_wrong(of_citation("type"), value, f'"{value}" is not a type of CSL 1.0.2; {meant}')
        nearest = {"Article": "article", "article_journal": "article-journal", "legal-case": "legal_case"}
        for value, near in {**nearest, "bok": "book"}.items():
            reason = f'"{value}" is not a type of CSL 1.0.2; the nearest is {near}'
            self.assert_wrong(of_citation("type"), value, reason)

    def test_invalid_type(self):
        for value in ("", "xyz", "논문", 7, True, ["book"], {"book": 1}):
            self.assert_wrong(of_citation("type"), value, "must be one of article, article-journal, article-magazine, ")
