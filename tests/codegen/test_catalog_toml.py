"""catalog.toml: the parts, the categories, and the month of the facts."""

from codegen.reader import read_catalogue
from tests.support.catalogues import DELETED, Toml, changed, column, small_catalogue
from tests.support.data_tests import COLUMNS, ID, DataTest, FactsTest, Place, of_shelf


class Parts(DataTest):
    def test_list_of_parts(self):
        parts = Place(("catalog.toml", "part"), "catalog.toml: part: ")
        self.assert_wrong(parts, DELETED, "is missing")
        for value in (7, [], [7], {"number": "C.1"}):
            self.assert_wrong(parts, value, "must be at least one [[table]]")

    def test_number_of_a_part_with_categories(self):
        number = ("catalog.toml", "part", 0, "number")
        self.assert_wrong(Place(number, "catalog.toml: part 1: number: "), 7, "must be a text")
        reason = '"C1" is not the number of a part or category'
        self.assert_wrong(Place(number, "catalog.toml: part 'C1': number: "), "C1", reason)

    def test_id_of_a_part(self):
        path = ("catalog.toml", "part", 0, "id")
        self.assert_right(Place(path, ""), "papers")
        self.assert_wrong(Place(path, "catalog.toml: part 'C.1': id: "), 7, "must be a text")
        self.assert_wrong(Place(path, "catalog.toml: part 'Key': id: "), "Key", '"Key" is not a name')
        same = [(*path[:2], part, "id", "same") for part in (0, 1)]
        line = "catalog.toml: part 2: id: 'same' is already used by part 1 in catalog.toml"
        self.assert_refused(changed(*same), line)


class Categories(DataTest):
    def test_list_of_categories(self):
        categories = Place(("catalog.toml", "category"), "catalog.toml: category: ")
        self.assert_wrong(categories, DELETED, "is missing")
        for value in (7, [], [7], {"id": "attention"}):
            self.assert_wrong(categories, value, "must be at least one [[table]]")

    def test_too_many_categories(self):
        others = small_catalogue()["catalog.toml"]["category"][:10]
        shelf = small_catalogue()["catalog.toml"]["category"][10]
        shelves = [{**shelf, "id": f"shelf{number}", "number": f"C.2.{number}"} for number in range(100, 346)]
        categories = Place(("catalog.toml", "category"), "catalog.toml: category: ")
        self.assertEqual(len(others + shelves), 256)
        self.assert_right(categories, others + shelves[1:])
        self.assert_wrong(categories, others + shelves, "there are 256; the limit is 255")

    def test_duplicate_category_id(self):
        line = "catalog.toml: category 11: id: 'attention' is already used by category 1 in catalog.toml"
        self.assert_refused(changed((*of_shelf("id").path, "attention")), line)

    def test_duplicate_number(self):
        line = "catalog.toml: category 11: number: 'C.2.8' is already used by category 10"
        self.assert_refused(changed((*of_shelf("number").path, "C.2.8")), line)
        line = "catalog.toml: part 3: number: 'C.1' is already used by part 1"
        self.assert_refused(changed(("catalog.toml", "part", 2, {"number": "C.1", "title": "Again"})), line)

    def test_unknown_kind(self):
        for value in ("papers", "Paper", "video", "논문"):
            self.assert_wrong(of_shelf("kind"), value, f"{value!r} is not a kind of record")

    def test_column_of_a_field_that_the_kind_lacks(self):
        fields = "name, purpose, key, link, links, tags"
        columns = of_shelf("columns")
        for field in ("title", "url", "link_label", "status", "Name", "설명"):
            reason = f"item 2 {field!r} is not a field of the tool; the fields are {fields}"
            self.assert_wrong(columns, [column("name", "x"), column(field, "x")], reason)

    def test_duplicate_column(self):
        columns = [column("name", "x"), column("purpose", "x"), column("name", "x")]
        self.assert_wrong(of_shelf("columns"), columns, 'shows "name" under the same heading more than once')
        self.assert_right(of_shelf("columns"), [column("name", "x"), column("name", "y"), column("purpose", "x")])

    def test_without_columns(self):
        self.assert_accepted(changed((*COLUMNS.path, DELETED)))
        headings = {"name": "Title", "link": "Link", "purpose": "Description"}
        columns = [(field, (heading, heading)) for field, heading in headings.items()]
        self.assertEqual(read_catalogue(self.data).categories[-1].columns, columns)


class PartOfACategory(DataTest):
    """A category names its part, or its number determines the part."""

    def assert_parts(self, parts: list[dict], categories: list[dict], expected: list[int]) -> None:
        """The categories belong to the expected parts, given these ids and numbers."""
        self.write_parts(parts, categories)
        self.assertEqual([category.part for category in read_catalogue(self.data).categories], expected)

    def assert_parts_wrong(self, parts: list[dict], categories: list[dict], *lines: str) -> None:
        self.write_parts(parts, categories)
        self.assert_mistakes(*(f"catalog.toml: category {line}" for line in lines))

    def write_parts(self, parts: list[dict], categories: list[dict]) -> None:
        catalog = {
            "title": "References",
            "part": [{**part, "title": "A part"} for part in parts],
            "category": [{**category, "title": "A category", "kind": "tool"} for category in categories],
        }
        self.write({"catalog.toml": catalog, "tools.toml": {}, "reading_order.toml": {}})

    def test_category_that_belongs_to_no_part(self):
        for value in ("C.3.1", "D.1.1", "C.22.1", "C", "2.9"):
            reason = f"{value} belongs to no part; the parts are C.1, C.2"
            self.assert_wrong(of_shelf("number"), value, reason)

    def test_other_forms_of_numbers(self):
        # A category belongs to the part with the longest number that begins the category's own number.
        cases = (("2", "2.10", "2.10.4"), ("C.3", "C.3.1", "C.3.1"), ("D", "D.1.2.3", "D.1.2.3.4.5"))
        for outer, inner, number in cases:
            parts = [{"number": number, "title": number} for number in ("C.1", "C.2", outer, inner)]
            with self.subTest(number):
                self.assert_accepted(changed(("catalog.toml", "part", parts), (*of_shelf("number").path, number)))
                self.assertEqual(read_catalogue(self.data).categories[-1].part, 3)

    def test_category_after_one_of_a_later_part(self):
        self.assert_wrong(of_shelf("number"), "C.1.3", "C.1.3 comes after a category of a later part")
        parts = [{"id": "first"}, {"number": "2"}]
        categories = [{"id": "one", "part": "2"}, {"id": "two", "part": "first"}]
        line = "'two': part: first comes after a category of a later part"
        self.assert_parts_wrong(parts, categories, line)

    def test_explicit_part(self):
        parts = [{"id": "first", "number": "1"}, {"id": "second"}, {"number": "3"}]
        categories = [{"id": "one", "part": "first"}, {"id": "two", "part": "1"}, {"id": "three", "part": "second"}]
        self.assert_parts(parts, [*categories, {"id": "four", "part": "3"}], [0, 0, 1, 2])
        # It takes precedence over the number.
        self.assert_parts(parts, [{"id": "one", "number": "1.1", "part": "second"}], [1])

    def test_the_only_part(self):
        categories = [{"id": "one"}, {"id": "two", "number": "7.1"}]
        for part in ({}, {"id": "all"}, {"number": "1"}):
            self.assert_parts([part], categories, [0, 0])
        line = "'one': part: 'al' is not a part; write one of all"
        self.assert_parts_wrong([{"id": "all"}], [{"id": "one", "part": "al"}], line)

    def test_unknown_part(self):
        parts = [{"id": "first", "number": "1"}, {"number": "2"}, {}]
        write = "write one of first, 2"
        self.assert_parts_wrong(parts, [{"id": "one"}], f"'one': part: is missing; {write}")
        self.assert_parts_wrong(parts, [{"id": "one", "part": "third"}], f"'one': part: 'third' is not a part; {write}")
        self.assert_parts_wrong(parts, [{"id": "one", "part": ""}], "'one': part: must not be empty")
        line = "'one': number: \"x\" is not the number of a part or category"
        self.assert_parts_wrong(parts, [{"id": "one", "number": "x"}], line)
        line = "'one': part: is missing; give each part an id, and write one of these"
        self.assert_parts_wrong([{}, {}], [{"id": "one"}], line)
        line = "'one': part: 'a' is not a part; give each part an id, and write one of these"
        self.assert_parts_wrong([{}, {}], [{"id": "one", "part": "a"}], line)

    def test_missing_numbers_are_empty(self):
        self.assert_parts([{}], [{"id": "one"}, {"id": "two"}], [0, 0])
        catalogue = read_catalogue(self.data)
        self.assertEqual([row.number for row in (*catalogue.parts, *catalogue.categories)], ["", "", ""])


class OneLinePerMistake(DataTest):
    """A mistake in a category is not reported again for its records."""

    def test_id_of_a_category_with_records(self):
        # The records are right: the mistake is in the id of their category.
        id = Place(("catalog.toml", "category", 0, "id"), "catalog.toml: category 'C.1.1': id: ")
        self.assert_wrong(id, DELETED, "is missing")
        self.assert_wrong(id, "", "must not be empty")
        self.assert_wrong(id, 7, "must be")
        named = Place(id.path, "catalog.toml: category 'Attention': id: ")
        self.assert_wrong(named, "Attention", '"Attention" is not')
        renamed = changed(
            (*id.path, "class"),
            ("papers.toml", "paper", 0, "category", "class"),
            ("papers.toml", "paper", 1, "category", "class"),
        )
        self.assert_refused(renamed, "catalog.toml: category 'class': id: \"class\" is a C++ keyword")

    def test_id_of_two_categories_of_different_kinds(self):
        catalogue = changed(("courses.toml", {}))
        lectures = next(category for category in catalogue["catalog.toml"]["category"] if category["id"] == "lectures")
        lectures["id"] = "services"
        line = "catalog.toml: category 10: id: 'services' is already used by category 5 in catalog.toml"
        self.assert_refused(catalogue, line)

    def test_kind_of_a_category_with_records(self):
        kind = Place(("catalog.toml", "category", 0, "kind"), "catalog.toml: category 'attention': kind: ")
        self.assert_wrong(kind, DELETED, "is missing")
        self.assert_wrong(kind, 7, "must be a text")
        self.assert_wrong(kind, "papers", "'papers' is not a kind of record")

    def test_category_without_a_usable_id_is_still_named(self):
        names = {"The Shelf": "'The Shelf'", "": "'C.2.9'"}
        for id, name in names.items():
            with self.subTest(id=id):
                line = f"catalog.toml: category {name}: "
                kind = (*of_shelf("kind").path, "video")
                self.assert_refused(changed((*ID.path, id), kind), f"{line}id: ", f"{line}kind: 'video' is not a kind")
        nameless = [(*of_shelf(field).path, DELETED) for field in ("id", "number")]
        part = (*of_shelf("part").path, "C.2")
        self.assert_refused(changed(*nameless, part), "catalog.toml: category 11: id: is missing")


class Facts(FactsTest):
    def test_month_of_the_facts(self):
        month = Place(("catalog.toml", "facts_as_of"), "catalog.toml: facts_as_of: ")
        values = (
            *("2026-13", "2026-00", "2026-1", "2026-11-01"),
            *("2026/11", "202611", "26-11", "November 2026", "２０２６-11"),
        )
        for value in values:
            self.assert_wrong(month, value, f'"{repr(value)[1:-1]}" is not a month; write one like "2026-11"')
        for value in (2026, 2026.11, Toml("2026-11-01"), ["2026-11"]):
            self.assert_wrong(month, value, "must be a text, not ")
        self.assert_wrong(month, "", "must not be empty")
        for value in ("2026-01", "2026-12", "1999-10", DELETED):
            self.assert_right(month, value)
