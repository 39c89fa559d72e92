"""codegen/importers/new_kinds.py: names of kinds and fields, and the fields that a new kind shows."""

import unittest

from codegen.importers.new_kinds import declared, field_name, names_for


class Names(unittest.TestCase):
    def test_names_of_kinds_and_fields(self):
        expected = {
            "Standards": ("standard", "standards"),
            "Libraries": ("library", "libraries"),
            "Class": ("class_item", "class_items"),
            "News": ("news_item", "news_items"),
            "\uc790\ub8cc": ("item", "items"),
            "3D prints": ("item_3d_print", "item_3d_prints"),
            "Entry": ("entry_item", "entry_items"),
            "S": ("s_item", "s_items"),
            "Ideas": ("idea", "ideas"),
            "Movies": ("movie", "movies"),
            "TV Series": ("tv_series_item", "tv_series_items"),
            "Analyses": ("analysis", "analyses"),
            "Theses": ("thesis", "theses"),
            "Boxes": ("box", "boxes"),
            "Searches": ("searches_item", "searches_items"),
            "Approaches": ("approach", "approaches"),
            "Caches": ("cache", "caches"),
            "Databases": ("database", "databases"),
            "Awesome CSS": ("awesome_css_item", "awesome_css_items"),
            "Awesome JS": ("awesome_js_item", "awesome_js_items"),
            "Status": ("status_item", "status_items"),
            "Cars": ("car", "cars"),
            "Ads": ("ads_item", "ads_items"),
            "Story": ("story", "stories"),
            "Citation variables": ("citation_variables_item", "citation_variables_items"),
        }
        self.assertEqual({heading: names_for(heading, {"news"}) for heading in expected}, expected)
        self.assertEqual(names_for("\uc790\ub8cc", {"item"}), ("item_2", "items_2"))
        expected = {"One two": "one_two", "\uc81c\ubaa9": "column_4", "3rd": "column_3rd", "Status": "status_text"}
        self.assertEqual({heading: field_name(heading, 4, ()) for heading in expected}, expected)
        self.assertEqual(field_name("a", 4, {"a"}), "a_4")

    def test_long_headings(self):
        name, plural = names_for("word " * 30, ())
        self.assertEqual((name, plural), ("_".join(["word"] * 8), "_".join(["word"] * 7 + ["words"])))
        self.assertEqual(names_for(f"{'word ' * 7}words", ())[0], "_".join(["word"] * 8))
        self.assertEqual(field_name("x" * 100, 1, ()), "x" * 40)


class Declarations(unittest.TestCase):
    def shown(self, **types: str) -> dict:
        fields = [{"name": name, "type": type, "doc": ""} for name, type in types.items()]
        kind = declared("thing", "things", "", fields)
        return {name: kind[name] for name in ("title", "by", "description", "date") if name in kind}

    def test_shown_fields(self):
        types = {"when": "date", "summary": "text", "author": "texts", "name": "localized", "note": "text"}
        expected = {"title": "name", "by": ["author"], "description": ["summary"], "date": "when"}
        self.assertEqual(self.shown(**types), expected)

    def test_a_declaration(self):
        fields = [{"name": "title", "type": "text", "doc": "Its name."}]
        expected = {"name": "thing", "plural": "things", "doc": "A thing.", "title": "title", "field": fields}
        self.assertEqual(declared("thing", "things", "A thing.", fields), expected)

    def test_missing_fields_are_left_out(self):
        self.assertEqual(self.shown(count="integer", label="text"), {"title": "label"})

    def test_a_field_named_date_takes_precedence(self):
        self.assertEqual(self.shown(title="text", seen="date", year="year")["date"], "year")
        self.assertNotIn("date", self.shown(title="text", seen="date", made="date"))


if __name__ == "__main__":
    unittest.main()
