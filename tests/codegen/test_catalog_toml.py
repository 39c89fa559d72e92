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
        self.assert_wrong(Place(number, "catalog.toml: part 1: number: "), DELETED, "is missing")
        self.assert_wrong(Place(number, "catalog.toml: part 1: number: "), 7, "must be a text")
        self.assert_wrong(Place(number, "catalog.toml: part 'C1': number: "), "C1", '"C1" is not a section number')


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
        self.assert_wrong(categories, others + shelves, "there are 256; 255 is the most")

    def test_duplicate_category_id(self):
        self.assert_wrong(of_shelf("id"), "attention", "'attention' is already that of category 'C.1.1'")

    def test_duplicate_section_number(self):
        line = "catalog.toml: category 11: number: 'C.2.8' is already that of category 10"
        self.assert_refused(changed((*of_shelf("number").path, "C.2.8")), line)
        line = "catalog.toml: part 3: number: 'C.1' is already that of part 1"
        self.assert_refused(changed(("catalog.toml", "part", 2, {"number": "C.1", "title": "Again"})), line)

    def test_unknown_kind(self):
        for value in ("papers", "Paper", "video", "논문"):
            self.assert_wrong(of_shelf("kind", name="shelf"), value, f"{ascii(value)} is not a kind of record")

    def test_column_of_a_field_that_the_kind_lacks(self):
        fields = "name, purpose, key, link"
        columns = of_shelf("columns", name="shelf")
        for field in ("title", "url", "link_label", "status", "Name", "설명"):
            reason = f"item 2 {ascii(field)} is not a field of the tool; the fields are {fields}"
            self.assert_wrong(columns, [column("name", "x"), column(field, "x")], reason)

    def test_columns_that_are_left_out(self):
        self.assert_accepted(changed((*COLUMNS.path, DELETED)))
        headings = {"name": "Title", "link": "Link", "purpose": "Description"}
        columns = [(field, (heading, heading)) for field, heading in headings.items()]
        self.assertEqual(read_catalogue(self.data).categories[-1].columns, columns)


class PartOfACategory(DataTest):
    """The number of a category says which part it belongs to."""

    def test_category_that_belongs_to_no_part(self):
        for value in ("C.3.1", "D.1.1", "C.22.1", "C", "2.9"):
            reason = f"{value} belongs to no part; the parts are C.1, C.2"
            self.assert_wrong(of_shelf("number", name="shelf"), value, reason)

    def test_numbers_of_other_forms(self):
        # The part of a category is the one with the longest number that its own begins with.
        cases = (("2", "2.10", "2.10.4"), ("C.3", "C.3.1", "C.3.1"), ("D", "D.1.2.3", "D.1.2.3.4.5"))
        for outer, inner, number in cases:
            parts = [{"number": number, "title": number} for number in ("C.1", "C.2", outer, inner)]
            with self.subTest(number):
                self.assert_accepted(changed(("catalog.toml", "part", parts), (*of_shelf("number").path, number)))
                self.assertEqual(read_catalogue(self.data).categories[-1].part, 3)

    def test_category_after_one_of_a_later_part(self):
        self.assert_wrong(of_shelf("number", name="shelf"), "C.1.3", "C.1.3 stands after a category of a later part")


class OneLinePerMistake(DataTest):
    """A mistake in a category is not also one of its records."""

    def test_id_of_a_category_with_records(self):
        # The records of the category are right: it is not they that name no category.
        id = Place(("catalog.toml", "category", 0, "id"), "catalog.toml: category 'C.1.1': id: ")
        self.assert_wrong(id, DELETED, "is missing")
        self.assert_wrong(id, "", "must not be empty")
        self.assert_wrong(id, 7, "must be")
        self.assert_wrong(id, "Attention", '"Attention" is not')
        renamed = changed(
            (*id.path, "class"),
            ("papers.toml", "paper", 0, "category", "class"),
            ("papers.toml", "paper", 1, "category", "class"),
        )
        self.assert_refused(renamed, id.line + '"class" is a C++ keyword')

    def test_id_of_two_categories_of_different_kinds(self):
        catalogue = changed(("courses.toml", {}))
        lectures = next(category for category in catalogue["catalog.toml"]["category"] if category["id"] == "lectures")
        lectures["id"] = "services"
        line = "catalog.toml: category 'C.2.8': id: 'services' is already that of category 'C.2.3' in catalog.toml"
        self.assert_refused(catalogue, line)

    def test_kind_of_a_category_with_records(self):
        kind = Place(("catalog.toml", "category", 0, "kind"), "catalog.toml: category 'C.1.1': kind: ")
        self.assert_wrong(kind, DELETED, "is missing")
        self.assert_wrong(kind, 7, "must be a text")
        named = Place(kind.path, "catalog.toml: category 'attention': kind: ")
        self.assert_wrong(named, "papers", "'papers' is not a kind of record")

    def test_category_without_a_usable_id_is_still_named(self):
        kind = of_shelf("kind")
        self.assert_refused(
            changed((*ID.path, "The Shelf"), (*kind.path, "video")),
            ID.line + '"The Shelf" is not',
            kind.line + "'video' is not a kind",
        )


class Facts(FactsTest):
    def test_month_of_the_facts(self):
        month = Place(("catalog.toml", "facts_as_of"), "catalog.toml: facts_as_of: ")
        values = (
            *("2026-13", "2026-00", "2026-1", "2026-11-01"),
            *("2026/11", "202611", "26-11", "November 2026", "２０２６-11"),
        )
        for value in values:
            self.assert_wrong(month, value, f'"{ascii(value)[1:-1]}" is not a month; write one like "2026-11"')
        for value in (2026, 2026.11, Toml("2026-11-01"), ["2026-11"]):
            self.assert_wrong(month, value, "must be a text, not ")
        self.assert_wrong(month, "", "must not be empty")
        for value in ("2026-01", "2026-12", "1999-10", DELETED):
            self.assert_right(month, value)
