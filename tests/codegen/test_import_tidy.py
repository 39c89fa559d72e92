"""Texts in the form that the data require."""

import unittest

from codegen.checks import Wrong, check_plain, check_prose
from codegen.importers import tidy

TEXTS = [
    ("A title", "A title", "A title"),
    (" A\t title \n of\r\nit ", "A title of it", "A\t title \n of\nit"),
    ("Cafe\u0301", "Café", "Café"),
    ("a\u2028b\u2029c\x0cd\x85e", "a b c d e", "a\nb\nc\nd\ne"),
    ("a\u00a0b", "a b", "a\u00a0b"),
    ("\u202ea\u200b\x00\x07\x7f\x9f\ufeff", "a", "a"),
    ("\u200b", "", ""),
    ("", "", ""),
]


class Tidy(unittest.TestCase):
    def test_lines_and_prose(self):
        for text, line, prose in TEXTS:
            with self.subTest(ascii(text)):
                self.assertEqual((tidy.line(text), tidy.prose(text)), (line, prose))

    def test_the_generator_accepts_every_tidied_character(self):
        for code in [*range(0x3000), *range(0xD800, 0xE000, 64), 0xFEFF, 0xFFF9, 0xE0001]:
            for tidied, check in (tidy.line, check_plain), (tidy.prose, check_prose):
                try:
                    check(tidied(f"a{chr(code)}b"))
                except Wrong as wrong:
                    self.fail(f"U+{code:04X}: {wrong}")

    def test_superscripts_and_subscripts(self):
        self.assertEqual((tidy.raised("-10"), tidy.raised("2a"), tidy.raised("")), ("⁻¹⁰", "2a", ""))
        self.assertEqual((tidy.lowered("+(3)"), tidy.lowered("n")), ("₊₍₃₎", "n"))

    def test_controls(self):
        self.assertEqual(tidy.controls("a\u200b\x07\ud800\n\t\u2028"), ["U+0007", "U+200B", "U+D800"])
        self.assertEqual(tidy.controls("A title"), [])
