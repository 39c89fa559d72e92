"""Names from the readers: lists with separators other than "and", and the names of RIS and EndNote."""

import unittest

from codegen.importers.name_parts import divided, is_suffix, parts_of, read_line
from codegen.names import Name

DOE = {"family": "Doe", "given": "Jane"}


class Lists(unittest.TestCase):
    def test_separators(self):
        for text, names in {
            "Doe, Jane; Roe, Guy": ["Doe, Jane", "Roe, Guy"],
            "Procter & Gamble; Plato": ["Procter & Gamble", "Plato"],
            "Jane Doe & Guy Roe": ["Jane Doe", "Guy Roe"],
            "Jane Doe, Guy Roe, et al.": None,
            "Jane Doe, Guy Roe, Eva Poe, et al.": ["Jane Doe", "Guy Roe", "Eva Poe", "et al."],
            "Smith &amp; Doe": None,
            "Procter & Gamble": None,
            "Vargas Llosa, Jorge Mario": None,
            "Doe, Jane; Roe, Guy;": ["Doe, Jane", "Roe, Guy"],
            "王小明、李四": ["王小明", "李四"],
            "Jane Doe and others": ["Jane Doe", "others"],
            "Jane Doe and Plato": None,
            "J. Smith, Kate Doe": ["J. Smith", "Kate Doe"],
            "Kate Doe, J. Smith": None,
            "J. Smith, et al.": None,
            "Smith JA, Doe K": ["Smith JA", "Doe K"],
            "홍길동, 김철수": ["홍길동", "김철수"],
            "王明, 李四, 張三": ["王明", "李四", "張三"],
            "Smith, J., Doe, K.": ["Smith, J.", "Doe, K."],
            "Smith, J., Doe, K., Poe, AB": ["Smith, J.", "Doe, K.", "Poe, AB"],
            "Smith, J., Doe, K., Poe": None,
            "Smith, J., et al.": None,
            "Doe, III, Roe, IV": None,
            "Doe, Jane": None,
            "Doe, Jr., Jane": None,
            "諸葛, 孔明": None,
            "Department of Health, Labour and Welfare": None,
            "Institute AB, Doe K": None,
            "A, B": None,
            "": None,
        }.items():
            with self.subTest(text):
                self.assertEqual(divided(text), names or [text])

    def test_long_texts_take_linear_time(self):
        for text in "a" * 80_000, "Aa" * 40_000 + ", B":
            self.assertEqual(divided(text), [text])

    def test_names_in_natural_order_beside_others(self):
        self.assertEqual(divided("Jane Doe, Guy Roe", are_in_speech_order=True), ["Jane Doe", "Guy Roe"])


class Lines(unittest.TestCase):
    def test_names_of_a_line(self):
        for text, names, said in (
            ("Doe,  Jane", [DOE], []),
            ("Doe, Jane, Jr.", [{**DOE, "suffix": "Jr."}], []),
            ("Doe, Jane et al.", [DOE, "others"], []),
            ("et al.", ["others"], []),
            ("World  Bank", [{"literal": "World Bank"}], []),
            ("World Bank,", [{"literal": "World Bank"}], []),
            ("{World} Bank", [{"literal": "{World} Bank"}], []),
            ("{Doe, Jane", [{"literal": "{Doe, Jane"}], []),
            ("Doe}, Jane", [{"literal": "Doe}, Jane"}], []),
            ("Ministry of Food, Health", [{"literal": "Ministry of Food, Health"}], []),
            ("Jane Vargas Llosa", [{"literal": "Jane Vargas Llosa"}], []),
            ("R2 , Jane", [{"family": "R2", "given": "Jane"}], []),
            ("R2, Jane, Jr.", [{"family": "R2", "given": "Jane", "suffix": "Jr."}], []),
            ("Doe, Jane; Roe", [DOE, {"literal": "Roe"}], ['"Doe, Jane; Roe" is split into 2 names']),
        ):
            with self.subTest(text):
                lines: list[str] = []
                self.assertEqual((read_line(text, lines.append), lines), (names, said))

    def test_a_name_in_doubt_is_kept_whole(self):
        for text in (
            *("a, b, c, d", "Procter & Gamble", "Procter & Gamble, Jane", "Smith JA", ", Jane", "R2, , Jr."),
            *("R2, Jane, editor", "R2, Jane, Jr., PhD"),
        ):
            with self.subTest(text):
                lines: list[str] = []
                self.assertEqual(read_line(text, lines.append), [{"literal": text}])
                self.assertEqual(lines, [f'"{text}" cannot be split with certainty, and is kept whole'])


class Parts(unittest.TestCase):
    def test_table_of_parts(self):
        name = Name("Berg", "A.", "van den", "d'", "Jr.")
        table = {"family": "Berg", "given": "A.", "particle": "van den", "dropping-particle": "d'", "suffix": "Jr."}
        self.assertEqual(parts_of(name), table)
        self.assertEqual(parts_of(Name(literal="Plato")), {"literal": "Plato"})

    def test_suffixes(self):
        for text in "Jr.", "III", "Ph.D.", "M. D.", "Esq.":
            self.assertTrue(is_suffix(text), text)
        for text in "Jane", "J.", "", "editor":
            self.assertFalse(is_suffix(text), text)


if __name__ == "__main__":
    unittest.main()
