"""reading_order.toml: the stages, the steps, and the entries that the steps name."""

from codegen.reader import read_catalogue
from tests.support.catalogues import DELETED, changed
from tests.support.data_tests import ENTRIES, NUMBER, DataTest, Place


class Entries(DataTest):
    def test_unknown_key(self):
        self.assert_wrong(ENTRIES, ["paper-one", "paper-zero"], "'paper-zero' is not the key of an entry")
        reasons = ("'attention' is not the key", "'paper-zero' is not the key")
        self.assert_wrong(ENTRIES, ["attention", "paper-zero"], *reasons)

    def test_step_that_names_an_entry_twice(self):
        self.assert_wrong(ENTRIES, ["blog", "repo", "blog"], 'names "blog" more than once')

    def test_malformed_key_in_the_reading_order(self):
        self.assert_wrong(ENTRIES, ["paper-one", "paper two"], 'item 2 "paper two" is not a key')

    def test_key_that_the_reading_order_names(self):
        # The malformed key may have been meant as this one, so the reading order may be right.
        key = ("papers.toml", "paper", 0, "key")
        self.assert_wrong(Place(key, "papers.toml: paper 1: key: "), DELETED, "is missing")
        self.assert_wrong(Place(key, "papers.toml: paper 'paper one': key: "), "paper one", '"paper one" is not a key')
        # The reading order may also be right if aliases cannot be read.
        aliases = Place(("tools.toml", "tool", 0, "aliases"), "tools.toml: tool 'tool': aliases: ")
        self.catalogue = lambda *changes: changed(*changes, (*ENTRIES.path, ["another"]))
        self.assert_wrong(aliases, ["anot her", "another"], 'item 1 "anot her" is not a key')
        self.assert_right(aliases, ["another"])

    def test_aliases_are_resolved(self):
        self.write(changed((*ENTRIES.path, ["one", "blog"]), ("papers.toml", "paper", 0, "aliases", ["eins", "one"])))
        self.assertEqual(read_catalogue(self.data).stages[0].step[1].entries, ["paper-one", "blog"])

    def test_step_that_names_an_entry_by_two_names(self):
        aliases = ("papers.toml", "paper", 0, "aliases", ["eins", "one"])
        for names in (["eins", "one"], ["paper-one", "one"]):
            self.assert_refused(
                changed((*ENTRIES.path, names), aliases),
                ENTRIES.line + 'names the entry "paper-one" more than once',
            )


class Numbers(DataTest):
    def test_duplicate_number(self):
        self.assert_wrong(NUMBER, 1, "is 1, but the next number is 2")

    def test_wrong_step_number(self):
        path = ("reading_order.toml", "stage", 1, "step", 0, "number")
        last = Place(path, "reading_order.toml: stage 2, step 1: number: ")
        for value in (1, 3, 5, 99):
            self.assert_wrong(last, value, f"is {value}, but the next number is 4")

    def test_number_of_a_step_in_the_middle(self):
        # The next step keeps its number.
        self.assert_wrong(NUMBER, 99, "is 99, but the next number is 2")
        self.assert_wrong(NUMBER, "2", "must be a whole number")
        # Only the first number out of order after a missing step is a mistake.
        line = "reading_order.toml: stage 1, step 3: number: is 3, but the next number is 2"
        self.assert_refused(changed((*NUMBER.path, DELETED)), line)

    def test_steps_that_cannot_be_read(self):
        # The number of the next stage's first step is unknown.
        steps = Place(("reading_order.toml", "stage", 0, "step"), "reading_order.toml: stage 1: step: ")
        for value in ("x", [], [7]):
            self.assert_wrong(steps, value, "must be at least one [[table]]")
