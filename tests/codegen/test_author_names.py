"""Family names, which are left in doubt rather than guessed."""

import unittest

from codegen.author_names import family_name
from codegen.reader import read_catalogue
from tests.support.generator import REAL_DATA


class FamilyName(unittest.TestCase):
    def assert_family(self, family: str, *names: str, known: dict[str, str] | None = None) -> None:
        for name in names:
            with self.subTest(name=name, known=known):
                self.assertEqual(family_name(name, known or {}), family)

    def assert_in_doubt(self, *names: str) -> None:
        self.assert_family("", *names)

    def test_two_words(self):
        self.assert_family("Shazeer", "Noam Shazeer", "N. Shazeer", "N.M. Shazeer")
        self.assert_family("Wu", "Yi Wu", "Y Wu")

    def test_initials_in_between(self):
        self.assert_family("Gomez", "Aidan N. Gomez", "A. N. Gomez")
        self.assert_family("Gomez", "Aidan N. M. Gomez", "Aidan N.M. Gomez", "A. N.M. O. Gomez")

    def test_no_proper_initials_in_between(self):
        self.assert_in_doubt("Samuel R Bowman", "Alec St. John", "Anna Y.-L. Smith", "Anna . Smith", "Anna .N Smith")

    def test_hyphens(self):
        self.assert_family("Chang", "Ming-Wei Chang", "Ming-Wei A. Chang", "M.-W. Chang")
        self.assert_family("Herbert-Voss", "Ariel Herbert-Voss", "Ariel B. Herbert-Voss")

    def test_accents(self):
        self.assert_family("Géron", "Aurélien Géron", "Aurélien É. Géron", "Éric Géron")
        self.assert_family("Kaiser", "Łukasz Kaiser", "Łukasz Ł. Kaiser")
        self.assert_family("Öztürk", "Ömer Öztürk", "Ömer Ş. Öztürk")

    def test_particles_in_lower_case(self):
        self.assert_family("de Las Casas", "Diego de Las Casas", "Diego B. de Las Casas")
        self.assert_family("de Las Casas", "Diego Bartolomé de Las Casas")
        self.assert_family("van den Driessche", "George van den Driessche")
        self.assert_family("van Steenkiste", "Sjoerd van Steenkiste")
        self.assert_family("von B. Smith", "Anna von B. Smith")
        self.assert_family("đe Lučić", "Olga đe Lučić")
        self.assert_family("ølund Berg", "Jan Ø. ølund Berg")

    def test_particles_with_a_capital(self):
        # They look like a second given name.
        self.assert_in_doubt("Teven Le Scao", "Ludwig Van Beethoven", "Jan Ølund Berg", "Jan Ö Berg")

    def test_one_word(self):
        self.assert_in_doubt("OpenAI", "Plato", "Ö", "plato", "X.", "Jean-Baptiste")

    def test_three_full_words(self):
        self.assert_in_doubt("Lisa Anne Hendricks", "Jong Wook Kim", "Lisa A. Anne Hendricks", "The Example Team")

    def test_commas(self):
        self.assert_in_doubt("Vaswani, Ashish", "Gomez, Aidan N.", "de Las Casas, Diego")
        self.assert_in_doubt("Robert Smith, Jr.", "Ada Lovelace,")

    def test_last_word_in_lower_case(self):
        self.assert_in_doubt("Danah boyd", "danah boyd", "Stéphane d'Ascoli")
        self.assert_in_doubt("Anna von", "Anna B. ølund", "Diego de las")

    def test_names_without_capitals(self):
        # Chinese names have the family name first.
        self.assert_in_doubt("李 飞飞", "王 小 明", "山田 太郎")

    def test_two_spaces(self):
        self.assert_in_doubt("Ada  Lovelace", "Ada B.  Lovelace", "Ada  B. Lovelace")

    def test_known_names(self):
        self.assert_family("Hendricks", "Lisa Anne Hendricks", known={"Lisa Anne Hendricks": "Hendricks"})
        self.assert_family("Le Scao", "Teven Le Scao", known={"Teven Le Scao": "Le Scao"})
        # It counts for more than the form of the name ...
        self.assert_family("Driessche", "George van den Driessche", known={"George van den Driessche": "Driessche"})
        self.assert_family("boyd", "danah boyd", known={"danah boyd": "boyd"})
        self.assert_family("Ashish", "Vaswani, Ashish", known={"Vaswani, Ashish": "Ashish"})
        # ... and says nothing of other names.
        self.assert_family("", "Lisa Marie Hendricks", known={"Lisa Anne Hendricks": "Hendricks"})
        self.assert_family("Hendricks", "Lisa Hendricks", known={"Lisa Anne Hendricks": "Anne Hendricks"})

    def test_known_names_that_are_no_persons(self):
        for name in ("Example Team", "OpenAI", "The Example Team"):
            self.assert_family("", name, known={name: name})

    def test_names_of_the_real_data(self):
        catalogue = read_catalogue(REAL_DATA)
        names = {name for paper in catalogue.records["paper"] if paper.citation for name in paper.citation.authors}
        self.assertGreater(len(names), 100)
        for name in names:
            with self.subTest(name=name):
                family = family_name(name, catalogue.family_names)
                self.assertTrue(not family or f" {name}".endswith(f" {family}"))
