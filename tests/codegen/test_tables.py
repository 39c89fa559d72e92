"""Tables as C++: numbers and texts in arrays of literals, and columns that are not stored."""

from codegen import tables
from tests.support.agreement import AgreementTest
from tests.support.catalogues import changed, large_catalogue
from tests.support.generated_headers import HeaderContent
from tests.support.generator import CodegenTest


class Pages(CodegenTest, HeaderContent):
    def test_more_records_than_fit_a_page_of_numbers(self):
        tool = {"category": "services", "purpose": "A purpose"}
        tools = [{**tool, "key": f"tool-{index}", "name": f"Tool {index}"} for index in range(3_000)]
        self.write(changed(("tools.toml", "tool", tools), ("reading_order.toml", {})))
        self.assertGreater(len(self.assert_content(self.data)["tool_table"].arrays["offsets"]), 8_192)

    def test_more_authors_than_fit_a_page_of_numbers(self):
        names = [f"Ada{index} Lovelace" for index in range(9_000)]
        self.write(
            changed(
                ("papers.toml", "paper", 0, "citation", {"type": "software", "authors": names}),
                ("papers.toml", "paper", 3, "citation", {"type": "software", "authors": names[::-1]}),
            )
        )
        tables = self.assert_content(self.data)
        self.assertEqual(len(tables["author_table"]), 9_000)
        self.assertEqual(len(tables["citation_table"].arrays["authors"]), 18_000)

    def test_difficult_texts_and_several_pages(self):
        self.write(large_catalogue())
        self.assertGreater(len(self.assert_content(self.data)["tool_table"].pool), 3)


class Agreement(AgreementTest):
    def test_number_of_a_column_that_is_not_stored(self):
        self.assertEqual(int(self.the_one_in_the_headers(r"\bno_column\s*=\s*(\d+)\s*;")), tables.NO_COLUMN)
