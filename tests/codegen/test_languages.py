"""The languages of a catalogue, and texts that are missing in some languages."""

import re

from codegen.checks import check_languages, check_localized
from codegen.reader import read_catalogue
from codegen.reserved_words import KEYWORDS, MACROS
from tests.support.catalogues import DELETED, Toml, changed, two
from tests.support.data_tests import COLUMNS, DESCRIPTION, NOTE, TITLE, DataTest, Place
from tests.support.generated_headers import HeaderContent

LANGUAGES = Place(("catalog.toml", "languages"), "catalog.toml: languages: ")


class Tags(DataTest):
    def test_invalid_lists_of_tags(self):
        for value in ([], "en", 7, True, {"en": "English"}):
            self.assert_wrong(LANGUAGES, value, "must be a list of at least one language tag, not ")
        self.assert_wrong(LANGUAGES, ["ko", 7], "item 2 must be a text, not 7")
        self.assert_wrong(LANGUAGES, ["", "en"], "item 1 must not be empty")

    def test_malformed_tag(self):
        for tag in ("e", "english_us", "en_US", "en-", "-en", "en--US", "123", "zh-Hans!", "한국어", "englishes"):
            reason = f'item 2 "{repr(tag)[1:-1]}" is not a language tag; write one of BCP 47, like "en" or "zh-Hans"'
            self.assert_wrong(LANGUAGES, ["ko", tag], reason)

    def test_tag_that_is_a_macro(self):
        for tag in ("min", "far", "unix", "MIN"):
            self.assertIn(tag.lower(), MACROS)
            reason = f'item 2 "{tag}" is a macro in common system headers and cannot be an enumerator; '
            self.assert_wrong(LANGUAGES, ["ko", tag], f'{reason}add a script or a region, as in "{tag}-Latn"')
        self.assert_right(LANGUAGES, ["ko", "en", "min-Latn"])

    def test_forms_of_tags(self):
        right = ["zh-yue-Hant-HK", "de-1996", "sl-rozaj-biske", "en-a-bbb-x-a", "en-GB-oed", "es-419", "x-a"]
        self.assert_right(LANGUAGES, ["ko", "en", *right])
        for tag in "xx-yy-zz-q", "en-US-GB", "en-x", "en-Latn-Cyrl", "abcdefghi", "en-é":
            self.assert_wrong(LANGUAGES, ["ko", tag], f'item 2 "{tag}" is not a language tag')

    def test_repeated_tag(self):
        self.assert_wrong(LANGUAGES, ["ko", "en", "ko"], 'names "ko" more than once')
        self.assert_wrong(LANGUAGES, ["zh-Hans", "ZH-hans", "en", "EN"], 'names "zh-hans" more', 'names "en" more')

    def test_too_many_languages(self):
        tags = ["ko", "en", *(f"xx-x-{number}" for number in range(254))]
        self.assert_wrong(LANGUAGES, tags, "there are 256; the limit is 255")
        self.assertEqual(len(check_languages(tags[:255])), 255)

    def test_enumerators(self):
        tags = ("en", "KO", "zh-Hans", "es-419", "or", "do", "int", "or-IN", "i-klingon", "x-own-1")
        enumerators = [language.enumerator for language in check_languages(list(tags))]
        expected = ["en", "ko", "zh_hans", "es_419", "or_", "do_", "int_", "or_in", "i_klingon", "x_own_1"]
        self.assertEqual(enumerators, expected)
        self.assertEqual([language.tag for language in check_languages(list(tags))], list(tags))
        self.assertFalse(KEYWORDS & {*enumerators})

    def test_wrong_languages_cause_no_other_messages(self):
        # The languages of the texts are unknown.
        self.assert_wrong(LANGUAGES, ["ko", "ko"], 'names "ko" more than once')
        self.assert_refused(changed(("catalog.toml", DELETED), ("tools.toml", {"x": 7})), "catalog.toml: is missing")


class Texts(DataTest):
    languages = check_languages(["de", "or", "zh-Hans"])

    def assert_texts(self, value: object, *texts: str) -> None:
        with self.subTest(value):
            self.assertEqual(check_localized(value, self.languages), texts)

    def test_languages_with_a_text(self):
        for value, given in (("x", (0,)), ({"or": "o"}, (1,)), ({"zh-hans": "z", "de": "d"}, (0, 2))):
            with self.subTest(value):
                self.assertEqual(check_localized(value, self.languages).given, given)

    def test_a_plain_text_is_for_all_languages(self):
        self.assert_texts("x", "x", "x", "x")

    def test_a_language_without_a_text(self):
        self.assert_texts({"or": "o", "zh-Hans": "z", "de": "d"}, "d", "o", "z")
        self.assert_texts({"de": "d", "zh-Hans": "z"}, "d", "d", "z")
        # Without the default language, the first given one is used, in the order of the languages.
        self.assert_texts({"zh-Hans": "z", "or": "o"}, "o", "o", "z")
        self.assert_texts({"zh-Hans": "z"}, "z", "z", "z")

    def test_tags_in_any_case(self):
        self.assert_texts({"ZH-HANS": "z", "De": "d", "OR": "o"}, "d", "o", "z")
        self.assert_right(DESCRIPTION, {"KO": "설명", "En": "A description"})

    def test_duplicate_language(self):
        self.assert_wrong(DESCRIPTION, {"en": "x", "EN": "x"}, "has the language en more than once")

    def test_unknown_language(self):
        for name in ("fr", "", "한", "ko-KR", "e n"):
            reason = f'has the unknown language "{repr(name)[1:-1]}"; the languages of catalog.toml are ko, en'
            self.assert_wrong(DESCRIPTION, {**two("설명", "A description"), name: "x"}, reason)
            self.assert_wrong(DESCRIPTION, {name: "x"}, reason)
            self.assert_wrong(NOTE, {name: "x"}, reason)
            self.assert_wrong(COLUMNS, [{"field": "name", "en": "x", name: "x"}], f"item 1 {reason}")

    def test_text_without_languages(self):
        # Titles of papers are in the language of the paper.
        self.assert_wrong(TITLE, two("제목", "Title"), "must be a text, not ")
        self.assert_right(TITLE, "제목")


class OtherLanguages(DataTest, HeaderContent):
    def test_english_is_the_default_language(self):
        catalog = changed((*LANGUAGES.path, DELETED))["catalog.toml"]
        english = {"catalog.toml": catalog, "reading_order.toml": {}}
        catalog |= {
            "title": {"EN": "References"},
            "category": [{"id": "shelf", "number": "C.1", "title": "Shelf", "kind": "tool"}],
        }
        english["tools.toml"] = {"tool": [{"key": "tool", "category": "shelf", "purpose": {"en": "A purpose"}}]}
        self.write(english)
        tables = self.assert_content(self.data)
        self.assertEqual([language.enumerator for language in read_catalogue(self.data).languages], ["en"])
        self.assertEqual(tables["tool_table"].lines("purpose", 1), [("A purpose",)])
        self.assertEqual(tables.headings(0, 1), [("Title",), ("Link",), ("Description",)])

    def test_three_languages(self):
        self.write(changed((*LANGUAGES.path, ["en", "or", "ko"])))
        tables = self.assert_content(self.data)
        self.assertEqual(tables["catalog_table"].lines("title", 3), [("References", "References", "참고 자료")])
        header = self.assert_accepted(changed((*LANGUAGES.path, ["en", "or", "ko"])))["lang.hpp"].decode()
        texts = re.findall(r'case lang::(\w+): return "(\w+)"', header)
        self.assertEqual(texts, [("en", "en"), ("or_", "or"), ("ko", "ko")])

    def test_dates_are_not_tags(self):
        self.assert_wrong(LANGUAGES, [Toml("2026-11-01")], "item 1 must be a text, not 2026-11-01")
