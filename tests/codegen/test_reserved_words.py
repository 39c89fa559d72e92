"""Words that cannot be names in C++."""

import unittest

from codegen.checks import NAME, Wrong, check_name
from codegen.reserved_words import KEYWORDS, MACROS


class ReservedWords(unittest.TestCase):
    def test_words_are_unique(self):
        self.assertEqual(KEYWORDS & MACROS, frozenset())

    def test_each_word_looks_like_a_name_and_is_rejected(self):
        for words, what in (KEYWORDS, "is a C++ keyword"), (MACROS, "is a macro in common system headers"):
            for word in words:
                self.assertRegex(word, NAME)
                with self.subTest(word), self.assertRaisesRegex(Wrong, f'"{word}" {what}'.replace("+", r"\+")):
                    check_name(word)

    def test_a_longer_word_is_a_name(self):
        for word in KEYWORDS | MACROS:
            self.assertEqual(check_name(f"{word}_of_a_kind"), f"{word}_of_a_kind")
