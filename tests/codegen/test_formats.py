"""The table of the fields and types that bibliography formats have for CSL's variables and types."""

import unittest

from codegen import csl
from codegen.formats import CONTAINERS, FIELDS, LANGUAGES, PUBLISHERS, TYPES, Field, groups_of, language_name

FORMATS = ("bibtex", "biblatex", "ris")


class Types(unittest.TestCase):
    def test_types_are_in_the_order_of_csl(self):
        self.assertEqual([type.csl for type in TYPES], list(csl.TYPES))

    def test_common_types(self):
        forms = {type.csl: (type.bibtex, type.biblatex, type.ris) for type in TYPES}
        self.assertEqual(forms["software"], ("misc", "software", "COMP"))
        self.assertEqual(forms["webpage"], ("misc", "online", "ELEC"))
        self.assertEqual(forms["dataset"], ("misc", "dataset", "DATA"))
        self.assertEqual(forms["thesis"], ("phdthesis", "thesis", "THES"))
        self.assertEqual(forms["paper-conference"], ("inproceedings", "inproceedings", "CONF"))

    def test_types_of_classic_styles(self):
        known = "article book booklet inproceedings incollection misc phdthesis techreport unpublished".split()
        self.assertEqual(sorted({type.bibtex for type in TYPES}), sorted(known))

    def test_only_known_types_have_fields_of_their_own(self):
        for format in CONTAINERS:
            types = {getattr(type, format) for type in TYPES}
            self.assertLessEqual({*CONTAINERS[format], *PUBLISHERS[format]}, types)


class Fields(unittest.TestCase):
    def test_each_row_is_a_variable(self):
        self.assertLessEqual({field.variable for field in FIELDS}, {*csl.VARIABLES, "arxiv"})

    def test_common_variables_have_a_field(self):
        missing = {*csl.VARIABLES} - {field.variable for field in FIELDS}
        for name in "author", "title", "volume", "page", "DOI", "URL", "issued", "publisher", "note", "keyword":
            self.assertNotIn(name, missing)

    def test_a_tag_of_ris_has_two_letters(self):
        for field in FIELDS:
            self.assertRegex(field.ris, r"\A([A-Z][A-Z0-9])?\Z")

    def test_groups(self):
        groups = dict(zip((field.variable for field in FIELDS), groups_of("bibtex")))
        self.assertEqual(groups["issue"], groups["number"])
        self.assertEqual(groups["author"], groups["director"])
        self.assertNotEqual(groups["author"], groups["editor"])
        groups = dict(zip((field.variable for field in FIELDS), groups_of("ris")))
        self.assertNotEqual(groups["issue"], groups["number"])
        self.assertNotEqual(groups["note"], groups["arxiv"])
        self.assertNotEqual(groups["ISBN"], groups["ISSN"])

    def test_a_variable_is_written_once(self):
        for format in FORMATS:
            given = [field.variable for field in FIELDS if getattr(field, format)]
            twice = {variable for variable in given if given.count(variable) > 1}
            # Some readers of BibTeX know one field, some the other.
            self.assertEqual(twice, {"language"} if format == "bibtex" else set())
        self.assertIn(Field("language", "langid", "langid", ""), FIELDS)


class Languages(unittest.TestCase):
    def test_names_of_languages(self):
        names = {"de": "german", "DE": "german", "de-CH": "german", "en-US": "american", "en_GB": "british"}
        names |= {"ko-KR": "korean", "zh-Hans": "chinese", "german": "german", "German": "german", "tlh": "", "": ""}
        self.assertEqual({tag: language_name(tag) for tag in names}, names)

    def test_tags_and_names_are_in_lower_case(self):
        for tag, name in LANGUAGES.items():
            self.assertRegex(tag, r"\A[a-z]{2,3}(-[a-z]{2})?\Z")
            self.assertRegex(name, r"\A[a-z]+\Z")
