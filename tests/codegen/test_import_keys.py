"""Keys and ids, as close as possible to those of the files."""

import time
import unittest

from codegen.importers.keys import (
    LONGEST_HEADING,
    cut,
    free_aliases,
    heading,
    identifier,
    is_generic,
    key_for,
    key_words,
    mend_keys,
    slug,
)
from codegen.importers.model import Report


class Keys(unittest.TestCase):
    def mended(self, *keys: str, words: str = "", taken: tuple = ()) -> list[str]:
        self.report = Report()
        return mend_keys([(f"entry {at}", key, words) for at, key in enumerate(keys, 1)], self.report, taken)

    def test_valid_keys_are_unchanged(self):
        keys = ["Doe2001", "doe2001", "3GPP-TT", "doe:2001/a+b", "도2001"]
        self.assertEqual(self.mended(*keys), keys)
        self.assertEqual(self.report.lines(), [])

    def test_characters(self):
        self.assertEqual(
            self.mended("a b", "x\"#%'(),={}\\~y", " c ", "d\u200be"), ["a-b", "x------------y", "c", "d-e"]
        )
        self.assertEqual(len(self.report.lines()), 4)

    def test_repeated_keys(self):
        self.assertEqual(self.mended("a", "a", "a"), ["a", "a-2", "a-3"])
        self.assertEqual(self.report.lines()[0], 'entry 2: key: becomes a-2; the file has "a"')

    def test_valid_keys_take_precedence(self):
        self.assertEqual(self.mended("a", "a", "a-2"), ["a", "a-3", "a-2"])
        self.assertEqual(self.mended("a b", "a-b"), ["a-b-2", "a-b"])

    def test_keys_of_other_files(self):
        self.assertEqual(self.mended("a", "b", taken=("a",)), ["a-2", "b"])

    def test_missing_keys(self):
        self.assertEqual(self.mended("", "", words="Müller 2001"), ["muller-2001", "muller-2001-2"])
        self.assertEqual(self.mended("", words="한글"), ["entry"])
        self.assertEqual(self.mended("", words="한글 2001"), ["entry-2001"])
        self.assertEqual(self.report.lines(), ["entry 1: a key is made for 1 entry without one"])
        report = Report()
        mend_keys([("a.bib: line 1", "", "a"), ("a.bib: line 2", "", "b"), ("b.bib: line 1", "", "c")], report)
        self.assertEqual(
            report.lines(),
            ["a.bib: a key is made for 2 entries without one", "b.bib: a key is made for 1 entry without one"],
        )

    def test_aliases_are_unused_names(self):
        report, names = Report(), {"a"}
        self.assertEqual(free_aliases(["b c", "a", "", "b c"], names, "entry 1", report), ["b-c"])
        self.assertEqual(names, {"a", "b-c"})
        lost = [f'entry 1: aliases: is lost: "{name}" is already a key or an alias' for name in ("a", "b-c")]
        self.assertEqual(report.lines(), lost)

    def test_long_titles_are_cut(self):
        self.assertEqual(self.mended("", words="a" * 66_000), ["a" * 80])

    def test_many_equal_keys(self):
        begin = time.process_time()
        self.assertEqual(len({*self.mended(*["a"] * 50_000)}), 50_000)
        self.assertLess(time.process_time() - begin, 10)


class Words(unittest.TestCase):
    def test_a_slug_of_too_few_characters_is_rejected(self):
        texts = {
            "\ub3c4\uad6c1": "",
            "\ud55c\uad6d\uc5b4 BERT": "bert",
            "\ub3c4\uad6c \ubaa8\uc74c AI": "",
            "\u00c9cole d\u00e9j\u00e0": "ecole-deja",
            "E\u0301t\u00e9": "ete",
            "1984 \u2605": "1984",
            "\uac00 b": "b",
            "\uac00\ub098 b": "",
            "\uac00 z a": "z-a",
            "\uac00": "",
        }
        self.assertEqual({text: key_words(text) for text in texts}, texts)

    def test_a_key_describes_its_record(self):
        address = "https://www.a.org/b?c=1"
        expected = {
            "Atlas": "atlas",
            "Link": "link-a-org-b-c-1",
            "here": "here-a-org-b-c-1",
            "2021": "2021-a-org-b-c-1",
            address: "a-org-b-c-1",
            "\ub3c4\uad6c": "",
        }
        self.assertEqual({title: key_for(title, address) for title in expected}, expected)
        self.assertEqual((key_for("2021", ""), key_for("PDF", "")), ("2021", "pdf"))
        self.assertEqual(key_for("here", "https://localhost:80/x"), "here-localhost-80-x")
        self.assertEqual([is_generic(label) for label in ("PDF", "Paper", "arXiv", "PDFs")], [True, True, True, False])
        self.assertEqual(len(key_for("word " * 50, "")), 79)

    def test_headings(self):
        report = Report()
        words = "word " * LONGEST_HEADING
        self.assertEqual([heading(text, "a.md", report) for text in (" a\nb ", "")], ["a b", ""])
        self.assertEqual(report.lines(), [])
        self.assertEqual(heading(words, "a.md", report), words[: LONGEST_HEADING - 1])
        lost = f"is lost: everything after its first {LONGEST_HEADING - 1} characters"
        self.assertEqual(report.lines(), [f"a.md: heading '{words[:75]}...: {lost}"])

    def test_cut(self):
        self.assertEqual([cut("ab_cd_ef", longest, "_") for longest in (8, 7, 5, 1)], ["ab_cd_ef", "ab_cd", "ab", "a"])


class Ids(unittest.TestCase):
    def test_slug(self):
        self.assertEqual(slug("Don't: C++ & Éducation (2nd)"), "dont-c-education-2nd")

    def test_words(self):
        self.assertEqual(identifier("Vision & Language", "category", 1, ()), "vision_language")

    def test_ids_that_are_not_names(self):
        names = [identifier(title, "category", 7, ()) for title in ("new", "linux", "3D models", "한글")]
        self.assertEqual(names, ["category_new", "category_linux", "category_3d_models", "category_7"])

    def test_used_ids(self):
        taken = [(), ("a",), ("a", "a_2")]
        self.assertEqual([identifier("A", "part", 3, each) for each in taken], ["a", "a_2", "a_3"])
