"""The lists and dates of records: codegen/headers/lists.py, record_tables.py, years.py and exports.py."""

import re

from tests.support.catalogues import changed, column, informed, small_catalogue, two
from tests.support.generated_headers import HeaderContent
from tests.support.generated_tables import Tables, headers_of
from tests.support.generator import CodegenTest

FIELDS = {
    "name": "localized",
    "held": "date",
    "seats": "integer",
    "open": "flag",
    "speakers": "texts",
    "after": "entries",
    "since": "year",
    "about": "prose",
    "rank": "ordinal",
}


def with_talks(*talks: dict, languages: tuple = ("ko", "en"), date: str = "held") -> dict:
    """The small catalogue with these talks, one category that shows all their fields, and one that names no columns."""
    fields = [{"name": name, "type": type, "doc": "A field."} for name, type in FIELDS.items()]
    kind = {"name": "talk", "plural": "talks", "doc": "A talk.", "title": "name", "field": fields}
    shown = [column(name, name) for name in (*FIELDS, "key", "link", "links", "tags")]
    category = {"title": "Talks", "kind": "talk"}
    catalogue = changed(
        ("catalog.toml", "languages", list(languages)),
        ("catalog.toml", "category", 11, {**category, "id": "talks_on", "number": "C.2.10", "columns": shown}),
        ("catalog.toml", "category", 12, {**category, "id": "more_talks", "number": "C.2.11"}),
    )
    tables = [{"key": f"talk-{at}", "category": "talks_on", **talk} for at, talk in enumerate(talks)]
    kinds = {"kind": [kind | ({"date": date} if date else {})]}
    return {**catalogue, "kinds.toml": kinds, "talks.toml": {"talk": tables} if tables else {}}


class ListsTest(CodegenTest, HeaderContent):
    def tables_with(self, catalogue: dict) -> Tables:
        self.write(catalogue)
        return self.assert_content(self.data)

    def dated_entries(self, tables: Tables) -> list[int]:
        begins = tables["date_table"].arrays["first_of_year"]
        return tables.entries_listed([begins[0], begins[-1]])[0]


class RecordTables(ListsTest):
    def test_numbers_are_counted_from_one_before_the_least(self):
        seats = (7, -2_147_483_647, 0, 2_147_483_647, None)
        talks = [{"seats": number, "open": number == 7} if number is not None else {} for number in seats]
        table = self.tables_with(with_talks(*talks))["talk_table"]
        self.assertEqual(table.constants["seats_base"], -2_147_483_648)
        self.assertEqual(table.arrays["seats_values"], [2_147_483_655, 1, 2_147_483_648, 4_294_967_295, 0])
        # A false flag counts as given.
        self.assertEqual((table.constants["open_base"], table.arrays["open_values"]), (-1, [2, 1, 1, 1, 0]))
        self.assertEqual((table.constants["since_base"], table.arrays["since_values"]), (0, [0] * 5))

    def test_cells(self):
        first = {"name": two("강연", "Talk"), "held": "0987-05", "seats": 0, "open": False, "since": 33}
        first["tags"] = ["b", "a"]
        second = {"held": "2024-05-03", "open": True, "speakers": ["A", "B, C"], "about": "One.\nTwo."}
        third = {"held": 2024, "after": ["talk-1", "talk-0", "paper-one"]}
        table = self.tables_with(with_talks(first, second, third))["talk_table"]
        self.assertEqual(table.texts("held"), ["0987-05", "2024-05-03", "2024"])
        self.assertEqual(table.texts("seats"), ["0", "", ""])
        self.assertEqual(table.texts("open"), ["", "✓", ""])
        self.assertEqual(table.texts("since"), ["33", "", ""])
        self.assertEqual(table.texts("speakers"), ["", "A, B, C", ""])
        self.assertEqual(table.texts("tags"), ["b, a", "", ""])
        self.assertEqual(table.texts("about"), ["", "One.\nTwo.", ""])
        # The cell has titles in each language; a record without a title has its key as one.
        titles = ("talk-1, 강연, Paper 1: A Title", "talk-1, Talk, Paper 1: A Title")
        self.assertEqual(table.lines("after", 2), [("", ""), ("", ""), titles])

    def test_cells_that_no_category_shows_are_not_stored(self):
        catalogue = with_talks({"held": 2024, "seats": 3, "tags": ["a"], "after": ["paper-one"]})
        del catalogue["catalog.toml"]["category"][11]["columns"]
        table = self.tables_with(catalogue)["talk_table"]
        self.assertEqual({*table.columns}, {*"key name about link_label url".split()})

    def test_255_languages(self):
        tags = ("ko", "en", *(f"xx-x-{number}" for number in range(253)))
        links = [{"label": two("글", "Text"), "url": "https://a.example"}]
        first = {"name": {"en": "Talk", "xx-x-252": "Last"}, "links": links}
        tables = self.tables_with(with_talks(first, {"after": ["talk-0"]}, languages=tags))
        names = tables["talk_table"].lines("after", 255)[1]
        self.assertEqual((names[0], names[1], names[253], names[254]), ("Talk", "Talk", "Talk", "Last"))


class Dates(ListsTest):
    def test_less_precise_dates_come_first_and_equal_ones_are_in_the_order_of_the_catalogue(self):
        dates = ("2024-05-03", "2024-05", "2024", "2023-12-31", None, "2024-05", 2024, "2024-05-01", "2019")
        tables = self.tables_with(with_talks(*({"held": date} if date else {} for date in dates)))
        table = tables["talk_table"]
        self.assertEqual(table.arrays["by_date"], [8, 3, 2, 6, 1, 5, 7, 0])
        self.assertEqual(table.arrays["first_of_year"], [0, 1, 1, 1, 1, 2, 8])
        # The entries are the four papers, eight others, and the talks.
        years = [0, 1, 2, 8 + 12, 3, 3 + 12, *(row + 12 for row in (2, 6, 1, 5, 7, 0))]
        self.assertEqual(self.dated_entries(tables), years)

    def test_the_order_of_categories_takes_precedence_over_that_of_the_file(self):
        talks = {"held": 2024, "category": "more_talks"}, {"held": 2024}, {"held": "2023-01"}
        tables = self.tables_with(with_talks(*talks))
        self.assertEqual(tables["talk_table"].texts("key"), ["talk-1", "talk-2", "talk-0"])
        self.assertEqual(tables["talk_table"].arrays["by_date"], [1, 0, 2])

    def test_kinds_without_a_date(self):
        catalogue = with_talks({"held": 1999}, date="")
        tables = self.tables_with(catalogue)
        self.assertNotIn("by_date", tables["talk_table"].arrays)
        self.assertEqual(self.dated_entries(tables), [0, 1, 2, 3])
        self.assertEqual(tables["date_table"].constants["first_year"], 2017)

    def test_records_without_dates(self):
        catalogue = with_talks({}, {})
        for paper in catalogue["papers.toml"]["paper"]:
            del paper["year"]
        tables = self.tables_with(catalogue)
        for name in "paper_table", "talk_table", "date_table":
            years = (tables[name].constants["first_year"], tables[name].constants["last_year"])
            self.assertEqual((years, len(tables[name].arrays["first_of_year"])), ((0, 0), 2))
        self.assertEqual(self.dated_entries(tables), [])

    def test_first_and_last_possible_year(self):
        table = self.tables_with(with_talks({"held": "9999-12-31"}, {"held": 1}))["talk_table"]
        self.assertEqual((table.constants["first_year"], table.constants["last_year"]), (1, 9999))
        self.assertEqual(table.arrays["by_date"], [1, 0])


class Listed(ListsTest):
    def test_tags_are_sorted_by_their_bytes(self):
        # In UTF-16, the last two would be in the opposite order.
        tags = ["b", "Z", "a b", "a", "é", "\uff5e", "\U0001d538"]
        catalogue = with_talks({"tags": tags[::-1]}, {"tags": ["a", "Z"]})
        catalogue["papers.toml"]["paper"][3]["tags"] = ["a"]
        tables = self.tables_with(catalogue)
        table = tables["tag_table"]
        first = table.constants["first_text"]
        ordered = ["Z", "a", "a b", "b", "é", "\uff5e", "\U0001d538"]
        self.assertEqual(tables.texts_listed([first, first + len(table)]), [ordered])
        self.assertEqual(tables.entries_listed(table.arrays["first_entry"])[:2], [[12, 13], [3, 12, 13]])
        own = tables.texts_listed(tables["listing_table"].arrays["first_tag"])
        self.assertEqual((own[3], own[12:]), (["a"], [tags[::-1], ["a", "Z"]]))

    def test_links_and_corrections_come_first(self):
        links = [{"label": two("글", "Text"), "url": "https://a.example/"}]
        links.append({"label": "PDF", "url": "https://b.example/"})
        tables = self.tables_with(informed(("papers.toml", "paper", 1, "links", links)))
        groups = tables.groups_listed(tables["listing_table"].arrays["first_link"], 2)
        self.assertEqual(groups[1], [("https://a.example/", ("글", "Text")), ("https://b.example/", ("PDF", "PDF"))])
        self.assertEqual(tables["upkeep_table"].arrays["first_correction"], [2, 2, 4, 4, 4, *[5] * 7, 6])

    def test_aliases_are_keys(self):
        aliases = ("papers.toml", "paper", 0, "aliases", ["one", "\u4e00"])
        tables = self.tables_with(changed(aliases))
        self.assertEqual(tables.texts_listed(tables["listing_table"].arrays["first_alias"])[0], ["one", "\u4e00"])
        slots = {*zip(tables["key_table"].texts("key"), tables["key_table"].arrays["entries"])}
        self.assertLessEqual({("one", 0), ("\u4e00", 0), ("paper-one", 0)}, slots)
        self.assertEqual(tables["key_table"].constants["longest"], max(len(key) for key, _ in slots))
        self.assertEqual(tables["key_table"].constants["widest"], 3)

    def test_empty_lists(self):
        catalogue = {file: {} for file in small_catalogue()}
        catalogue["catalog.toml"] = small_catalogue()["catalog.toml"]
        tables = self.tables_with(catalogue)
        for name in "entry_list_table", "tag_table", "listing_table":
            self.assertEqual(len(tables[name]), 0)
        self.assertEqual(tables["text_list_table"].texts("text"), [])


class Names(ListsTest):
    """The names that years.hpp and exports.inc have for each kind."""

    def test_views_of_the_kinds_with_a_date(self):
        self.write(with_talks())
        header = headers_of(self.data)["years.hpp"]
        for kind, plural in ("paper", "papers"), ("talk", "talks"):
            code = (
                f"using {kind}_view = detail::sequence_view<detail::dated_records<{kind}, generated::{kind}_table>>;",
                f"template <class View = {kind}_view>\n"
                f"constexpr View {plural}_between(int first, int last) noexcept {{\n"
                f"    return detail::in_years<View, generated::{kind}_table>(first, last);\n}}",
                f"template <class Record = {kind}>\n"
                f"constexpr std::span<const Record> {plural}_in(category id) noexcept {{\n"
                "    return records_in<Record>(id);\n}",
            )
            for lines in code:
                self.assertEqual(header.count(f"\n{lines}\n"), 1, lines)

    def test_one_kind_without_a_date(self):
        catalogue = {name: small_catalogue()[name] for name in ("catalog.toml", "tools.toml")}
        catalogue["reading_order.toml"] = {}
        categories = catalogue["catalog.toml"]["category"]
        categories[:] = [category for category in categories if category["kind"] == "tool"]
        self.write(catalogue)
        self.assert_content(self.data)
        headers = headers_of(self.data)
        self.assertEqual(re.findall("refcatalog::(.*);", headers["exports.inc"]), ["tool", "tools"])
        self.assertNotRegex(headers["years.hpp"], "tool|namespace|include <refcatalog/(?!catalog.hpp)")

    def test_exports_are_sorted(self):
        self.write(with_talks())
        exports = headers_of(self.data)["exports.inc"]
        names = re.findall("refcatalog::(.*);", exports)
        self.assertEqual(names, sorted(names))
        self.assertLessEqual({"talk", "talks", "talk_view", "talks_between", "talks_in"}, {*names})
        self.assertNotIn("tool_view", names)
