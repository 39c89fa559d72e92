"""A user-defined kind, from kinds.toml to the tables."""

from codegen.reader import read_catalogue
from tests.codegen.test_kinds_toml import KindsTest, kind
from tests.support.catalogues import changed, column, correction, small_catalogue


class OwnKind(KindsTest):
    """A catalogue in three languages with a user-defined kind."""

    def setUp(self):
        super().setUp()
        self.catalogue = changed(
            ("catalog.toml", "languages", ["en", "or", "ko"]),
            ("catalog.toml", "category", 11, {"id": "talks_on", "number": "C.2.10", "title": "Talks", "kind": "talk"}),
            ("catalog.toml", "category", 12, {"id": "more", "number": "C.2.11", "title": {"OR": "x"}, "kind": "talk"}),
        )
        self.catalogue["catalog.toml"]["category"][12]["columns"] = [
            column(name, {"or": f"heading of {name}"})
            for name in ("label", "speaker", "slides", "held", "rank", "topic", "key", "link")
        ]
        self.catalogue["kinds.toml"] = {"kind": [kind()]}
        talk = {"category": "talks_on", "topic": "On texts"}
        self.catalogue["talks.toml"] = {
            "talk": [
                {**talk, "key": "third", "category": "more", "held": 1998, "slides": "https://slides.example/"},
                {**talk, "key": "first", "label": "One", "speaker": {"ko": "연사"}, "held": 2001},
                {**talk, "key": "second", "speaker": {"en": "A speaker", "or": "Another"}, "status": "closed"},
            ]
        }

    def test_everything_is_read_back(self):
        self.write(self.catalogue)
        tables = self.assert_content(self.data)
        table = tables["talk_table"]
        self.assertEqual(table.texts("label"), ["One", "", ""])
        self.assertEqual(table.lines("speaker", 3), [("연사",) * 3, ("A speaker", "Another", "A speaker"), ("",) * 3])
        self.assertEqual(table.texts("slides"), ["", "", "https://slides.example/"])
        self.assertEqual(table.arrays["held_values"], [2001 - 1998 + 1, 0, 1])
        self.assertEqual(table.arrays["by_date"], [2, 0])
        count = tables["common_table"].constants["count"]  # the talks come last
        titles = [table.texts_at(index) for index in tables["common_table"].arrays["columns"][-count:][2:5]]
        self.assertEqual(titles, [["One", "second", "third"]] * 3)
        default = [("label", ("Title",) * 3), ("link", ("Link",) * 3)]
        self.assertEqual(read_catalogue(self.data).categories[11].columns, default)

    def test_required_fields(self):
        table = self.catalogue["talks.toml"]["talk"][1]
        del table["topic"]
        self.assert_refused(self.catalogue, "talks.toml: talk 'first': topic: is missing")
        # The correction of the cell is not reported as well.
        table["correction"] = [correction("topic"), correction("slides")]
        cells = "the cells are label, speaker, held, topic"
        self.assert_refused(
            self.catalogue,
            "talks.toml: talk 'first': topic: is missing",
            f"talks.toml: talk 'first', correction 2: cell: 'slides' is not a cell of the record; {cells}",
        )

    def test_values_of_the_wrong_type(self):
        wrong = {
            "label": ({"en": "x"}, "must be a text, not "),
            "speaker": (7, "must be a text, or a table of texts by language, not 7"),
            "slides": ("x", '"x" is not a URL'),
            "held": ("2001", "must be a year as a whole number, not "),
            "rank": (1, "unknown field; the fields are key, category, label, speaker, slides, held, topic, "),
        }
        table = self.catalogue["talks.toml"]["talk"][1]
        table |= {name: value for name, (value, _) in wrong.items()}
        lines = [f"talks.toml: talk 'first': {name}: {reason}" for name, (_, reason) in wrong.items()]
        self.assert_refused(self.catalogue, *lines)

    def test_file_of_the_kind(self):
        del self.catalogue["talks.toml"]
        self.assert_refused(self.catalogue, "talks.toml: is missing")
        self.assert_refused({**small_catalogue(), "talks.toml": {}}, "talks.toml: is not a data file; the names are ")
