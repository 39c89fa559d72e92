"""Tables as C++: numbers and texts in arrays of literals, and columns that are not stored."""

import unittest

from codegen.tables import (
    NO_COLUMN,
    PAGE_LENGTH,
    Array,
    Columns,
    Struct,
    TablesHeader,
    begin_array,
    localized,
    narrowest,
    number_array,
    plain,
    text_table,
)
from codegen.writer import render
from tests.support.agreement import AgreementTest
from tests.support.catalogues import changed, large_catalogue
from tests.support.generated_headers import HeaderContent
from tests.support.generated_tables import Table, headers_of, tables_of
from tests.support.generator import CodegenTest


def read_back(struct: Struct) -> Table:
    """The generated table of a header with this struct."""
    headers = render([TablesHeader("a.hpp", "a test", [struct])])
    return tables_of({name: text.decode("ascii") for name, text in headers.items()})[struct.name]


class Texts(unittest.TestCase):
    def table_of(self, rows: int, texts: dict[str, Columns], **more) -> Table:
        return read_back(text_table("a_table", "A table.", rows, texts, **more))

    def test_texts_are_read_back(self):
        texts = {"name": ["One", "", "셋"], "by": ["", "Zwei", ""]}
        table = self.table_of(3, {name: [column] for name, column in texts.items()})
        self.assertEqual({name: table.texts(name) for name in texts}, texts)

    def test_columns_with_the_same_texts_are_stored_once(self):
        table = self.table_of(2, {"name": [["One", "Two"]], "short": [["1", "2"]], "title": [["One", "Two"]]})
        self.assertEqual((table.columns, table.constants["column_count"]), ({"name": 0, "short": 1, "title": 0}, 2))
        self.assertEqual(table.texts("title"), ["One", "Two"])

    def test_columns_without_texts_are_not_stored(self):
        table = self.table_of(2, {"by": [["", ""]], "note": [["", ""], ["", ""]], "name": [["One", "Two"]]})
        self.assertEqual(table.columns, {"by": NO_COLUMN, "note": NO_COLUMN, "name": 0})
        self.assertEqual(table.constants["column_count"], 1)
        self.assertEqual((table.texts("by"), table.lines("note", 2)), (["", ""], [("", "")] * 2))

    def test_the_columns_of_a_localized_field_are_adjacent(self):
        eins, one, zwei = ["eins"], ["one"], ["zwei"]
        table = self.table_of(1, {"number": [one], "name": [eins, one], "other": [one, zwei], "same": [eins, one]})
        self.assertEqual(table.columns, {"number": 0, "name": 1, "other": 3, "same": 1})
        lines = [table.lines(name, 2) for name in ("name", "other", "same")]
        self.assertEqual(lines, [[("eins", "one")], [("one", "zwei")], [("eins", "one")]])

    def test_a_language_without_texts(self):
        table = self.table_of(1, {"name": [[""], ["one"]]})
        self.assertEqual((table.columns, table.lines("name", 2)), ({"name": 0}, [("", "one")]))

    def test_no_rows(self):
        table = self.table_of(0, {"name": [[]]})
        self.assertEqual((len(table), table.columns), (0, {"name": NO_COLUMN}))

    def test_common_columns(self):
        texts = {"name": [["One"]], "by": [[""]], "url": [["two"]]}
        self.assertEqual(text_table("a_table", "A table.", 1, texts, common=[["two"], [""]]).common, [1, NO_COLUMN])
        struct = text_table("a_table", "A table.", 1, texts, common=[["three"], ["One"]])
        self.assertEqual([read_back(struct).texts_at(index) for index in struct.common], [["three"], ["One"]])

    def test_columns_of_fields(self):
        self.assertEqual(plain(["One", None]), [["One", ""]])
        columns = [["제목", "", "7"], ["Title", "", "7"], ["Titel", "", "7"]]
        self.assertEqual(localized([("제목", "Title", "Titel"), None, ("7", "7", "7")], 3), columns)


class Numbers(unittest.TestCase):
    def read_numbers(self, array: Array) -> list[int]:
        struct = text_table("a_table", "A table.", 1, {"name": ["One"]}, arrays=[array])
        return read_back(struct).arrays["numbers"]

    def test_numbers_are_read_back(self):
        for most in (0, 255, 256, 65_535, 65_536, 0xFFFF_FFFF):
            with self.subTest(most=most):
                self.assertEqual(self.read_numbers(number_array("numbers", [7, most, 0], "Numbers.")), [7, most, 0])
        self.assertEqual(self.read_numbers(number_array("numbers", [], "Numbers.")), [])

    def test_narrowest_type(self):
        types = {
            "std::uint8_t": (0, 1, 255),
            "std::uint16_t": (256, 65_535),
            "std::uint32_t": (65_536, 0xFFFF_FFFF),
        }
        for type, numbers in types.items():
            self.assertEqual({narrowest(number) for number in numbers}, {type})

    def test_pages(self):
        for length, pages in {PAGE_LENGTH: 1, PAGE_LENGTH + 1: 2, 2 * PAGE_LENGTH: 2, 2 * PAGE_LENGTH + 1: 3}.items():
            with self.subTest(length=length):
                numbers = [number % 251 for number in range(length)]
                array = number_array("numbers", numbers, "Numbers.")
                self.assertEqual(len(array.pages), pages)
                self.assertEqual(self.read_numbers(array), numbers)

    def test_first_indices_and_the_end(self):
        for counts, begins in (([2, 0, 3], [0, 2, 2, 5]), ([], [0])):
            self.assertEqual(self.read_numbers(begin_array("numbers", counts, "Begins.")), begins)


class Pages(CodegenTest, HeaderContent):
    """Catalogues that need more than one page."""

    def test_more_records_than_fit_a_page_of_numbers(self):
        tool = {"category": "services", "purpose": "A purpose"}
        tools = [{**tool, "key": f"tool-{index}", "name": f"Tool {index}"} for index in range(3_000)]
        self.write(changed(("tools.toml", "tool", tools), ("reading_order.toml", {})))
        self.assertGreater(len(self.assert_content(self.data)["tool_table"].arrays["offsets"]), PAGE_LENGTH)

    def test_more_authors_than_fit_a_page_of_numbers(self):
        names = [f"Ada{index} Lovelace" for index in range(9_000)]
        self.write(
            changed(
                ("papers.toml", "paper", 0, "citation", {"author": names}),
                ("papers.toml", "paper", 3, "citation", {"author": names[::-1]}),
            )
        )
        tables = self.assert_content(self.data)
        authors = tables.authors()
        self.assertEqual((authors[0], authors[3]), (names, names[::-1]))
        # The names are ASCII, and the pool holds each once.
        pool = b"".join(tables["contributor_table"].pool)
        self.assertEqual([pool.count(f"{name}\0".encode()) for name in names[::1000]], [1] * 9)

    def test_difficult_texts_and_several_pages(self):
        self.write(large_catalogue())
        self.assertGreater(len(self.assert_content(self.data)["tool_table"].pool), 3)

    def test_searched_text_of_the_longest_size_for_a_literal(self):
        # The searched text has the name and the key, each after its marker, and then the `maker` marker.
        longest = 65_534 - len("\1\1x\2")
        for size, is_listed in (longest, False), (longest + 1, True):
            tool = {"key": "x", "category": "services", "name": "n" * size}
            self.write(changed(("tools.toml", "tool", [tool]), ("reading_order.toml", {})))
            self.assert_content(self.data)
            self.assertEqual("{'\\001'," in headers_of(self.data)["search.hpp"], is_listed)

    def test_searched_texts_of_other_entries_stay_in_literals(self):
        sizes = {"x": 65_000, "y": 40_000, "z": 40_000}
        tools = [{"key": key, "category": "services", "name": key * size} for key, size in sizes.items()]
        tools[0]["purpose"] = "p" * 65_000
        self.write(changed(("tools.toml", "tool", tools), ("reading_order.toml", {})))
        self.assertEqual(len(self.assert_content(self.data)["search_table"].listed), 1)


class Agreement(AgreementTest):
    def test_number_of_a_column_that_is_not_stored(self):
        number = self.the_one_in_the_headers(r"\bno_column\s*=\s*([\d']+)\s*;")
        self.assertEqual(int(number.replace("'", "")), NO_COLUMN)
