"""The folded form of texts for search; tests/search compares it with the library's form for every code point."""

import unittest

from codegen.folding import RANGES, TABLE, folded


class Folding(unittest.TestCase):
    def test_case_and_accents_of_latin_letters_are_ignored(self):
        for texts in (
            ("Łukasz", "łukasz", "LUKASZ", "lukasz"), ("Géron", "GERON", "ge\u0301ron"),
            ("Straße", "STRASSE", "STRAẞE"),
            ("Æsir Œuvre Þing", "aesir oeuvre thing"), ("İstanbul ılık", "istanbul ilik"), ("Đường Việt", "duong viet"),
            ("Ștefan Țară", "stefan tara"), ("ĦØÐ", "hod"), ("ΣΊΣΥΦΟΣ", "Σίσυφος"), ("ПРИВЕТ", "привет"), ("µ", "Μ"),
        ):
            self.assertEqual(len({*map(folded, texts)}), 1, texts)

    def test_everything_else_is_significant(self):
        for left, right in ("ё", "е"), ("ά", "α"), ("が", "か"), ("@", "`"), ("[", "{"), ("ﬁ", "fi"):
            self.assertNotEqual(folded(left), folded(right))

    def test_any_white_space_becomes_one_space(self):
        self.assertEqual(folded(" a\t\n b\u00a0\u3000c "), "a b c")
        # Unicode's white space below U+1F00; Python also includes four control characters.
        spaces = [code for codes in RANGES.values() for code in codes if TABLE[code] == " "]
        self.assertEqual(spaces, [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0])

    def test_folding_twice_changes_nothing(self):
        for codes in RANGES.values():
            for code in codes:
                self.assertEqual(TABLE[code].translate(TABLE), TABLE[code], hex(code))
