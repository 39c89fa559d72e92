"""codegen/importers/tables.py: CSV and TSV as programs write them."""

import csv
import time
import unittest

from codegen.importers import tables
from tests.support.imported_rows import RowsTest


class Forms(RowsTest):
    def cells(self, name: str, content: str | bytes) -> list[list[str]]:
        """The headings, and the texts of each row."""
        rows, _ = self.rows(tables.read, name, content)
        return [list(rows[0].cells), *([cell.text for cell in row.cells.values()] for row in rows)]

    def test_delimiters_and_byte_order_marks(self):
        expected = [["name", "what it is"], ["\u00c4, a", "b; c"], ["d", "e | f"]]
        quoted = [[f'"{cell}"' for cell in row] for row in expected]
        for delimiter in ",;\t|":
            text = "".join(delimiter.join(row) + "\r\n" for row in quoted)
            for encoding in "utf-8", "utf-8-sig", "utf-16":
                with self.subTest(delimiter=delimiter, encoding=encoding):
                    self.assertEqual(self.cells("list.csv", text.encode(encoding)), expected)
        self.assertEqual(self.cells("list.csv", "sep=;\r\na;b\r\n1,2;3\r\n"), [["a", "b"], ["1,2", "3"]])

    def test_the_delimiter_of_a_file_with_other_delimiters_in_its_cells(self):
        expected = {
            "list.tsv": ("\t", [["a, b", "c, d"], ["1, 2", "3, 4"], ["5, 6", "7, 8"]]),
            "list.TSV": ("\t", [["a", "b"], ["x", "y"]]),
            "list.csv": (";", [["a, b", "c"], ["1", "3"], ["5", "7"]]),
        }
        for name, (delimiter, rows) in expected.items():
            text = "".join(f"{delimiter.join(row)}\n" for row in rows)
            self.assertEqual(self.cells(name, text), rows, name)
        # The name of a file may be wrong.
        self.assertEqual(self.cells("list.tsv", "a,b\nx,y\n"), [["a", "b"], ["x", "y"]])

    def test_one_line_without_a_line_break(self):
        self.assertEqual(self.cells("list.csv", "x;2020"), [["column 1", "column 2"], ["x", "2020"]])
        self.assertEqual(self.cells("list.csv", "2020"), [["column 1"], ["2020"]])

    def test_line_breaks_in_cells(self):
        self.assertEqual(self.cells("list.csv", 'a,b\nx,"1\r\n2\r3\n4"\n')[1], ["x", "1\n2\n3\n4"])

    def test_quotation_marks(self):
        text = 'a,b\n"says ""so""","two\nlines"\n\'x\',it\'s\n'
        self.assertEqual(self.cells("list.csv", text)[1:], [['says "so"', "two\nlines"], ["'x'", "it's"]])
        # In TSV they may be ordinary characters.
        text = 'a\tb\n12" disc\t"So", he said\n'
        self.assertEqual(self.cells("list.tsv", text)[1:], [['12" disc', '"So", he said']])
        self.assertEqual(self.cells("list.tsv", 'a\tb\n"x\ty"\tz\n')[1:], [["x\ty", "z"]])

    def test_one_column(self):
        lines = ["name", "One thing", "Another one"]
        self.assertEqual(self.cells("list.csv", "\n".join([*lines, ""])), [[line] for line in lines])

    def test_rows_that_are_too_short_or_too_long(self):
        rows, said = self.rows(tables.read, "list.csv", "a,b\n1\n\n,\n1,2,3,,4\n1,2,,\n")
        self.assertEqual([row.cells["b"].text for row in rows], ["", "2", "2"])
        lost = "is lost: there are fewer columns"
        self.assertEqual(said, [f"line 5: cell 3: {lost}", f"line 5: cell 5: {lost}"])

    def test_empty_columns(self):
        rows, said = self.rows(tables.read, "list.csv", "a,b,,\n1,2,,\n3,, ,\n")
        self.assertEqual(([list(row.cells) for row in rows], said), ([["a", "b"]] * 2, []))
        rows, said = self.rows(tables.read, "list.csv", "a,,\n1,,2\n")
        self.assertEqual(list(rows[0].cells), ["a", "column 2", "column 3"])
        self.assertEqual(len(said), 2)

    def test_a_row_in_the_first_line(self):
        for first in "https://a.org,x", "x,2020", "x,2020-05-03", "[a](https://a.org),x":
            rows, said = self.rows(tables.read, "list.csv", f"{first}\ny,z\n")
            self.assertEqual((len(rows), list(rows[0].cells)), (2, ["column 1", "column 2"]), first)
            self.assertEqual(said, ["the first line has no column names; the columns are called 'column 1' and so on"])
            self.assertEqual([row.place for row in rows], ["list.csv: line 1", "list.csv: line 2"])
        rows, said = self.rows(tables.read, "list.csv", f"2020\n{'x,' * 250}lost\n")
        self.assertEqual(len(rows[0].cells), 250)
        self.assertEqual(said[0], "line 2: cell 251: is lost: there are fewer columns")

    def test_empty_or_equal_headings(self):
        rows, said = self.rows(tables.read, "list.csv", "a,,a,a 2,a,column 2\n1,2,3,4,5,6\n")
        self.assertEqual(list(rows[0].cells), ["a", "column 2", "a 2", "a 2 2", "a 3", "column 2 2"])
        renamed = {2: ("column 2", "empty"), 3: ("a 2", "already used"), 4: ("a 2 2", "already used")}
        renamed |= {5: ("a 3", "already used"), 6: ("column 2 2", "already used")}
        expected = [f"column {at} is called '{name}', as its heading is {why}" for at, (name, why) in renamed.items()]
        self.assertEqual(said, expected)


class Links(RowsTest):
    def test_links_of_cells(self):
        expected = {
            "https://a.org/x": [("https://a.org/x", "https://a.org/x")],
            "[A](https://a.org/b_(c))": [("A", "https://a.org/b_(c)")],
            "[A](https://a.org) and [B](<https://b.org>)": [("A", "https://a.org"), ("B", "https://b.org")],
            "see https://a.org": [],
            "https://a.org?x=1,2": [("https://a.org?x=1,2", "https://a.org?x=1,2")],
            "https://a.org; see": [],
            "[ A ]()": [("A", "")],
            "https://a.org.": [("https://a.org.", "https://a.org.")],
            "https://a.org, https://b.org.": [(url, url) for url in ("https://a.org", "https://b.org")],
            "https://a.org/b_(c), https://b.org).": [(url, url) for url in ("https://a.org/b_(c)", "https://b.org")],
            "Note: x": [],
            "mailto:a@b.org": [("mailto:a@b.org", "mailto:a@b.org")],
        }
        for text, links in expected.items():
            rows, _ = self.rows(tables.read, "list.csv", f'a,b\nx,"{text}"\n')
            self.assertEqual(rows[0].cells["b"].links, links, text)
        self.assertEqual(rows[0].cells["b"].text, "mailto:a@b.org")
        rows, _ = self.rows(tables.read, "list.csv", "a,b\nsee [A](https://a.org) or [B]( ),x\n[C](https://c.org),y\n")
        self.assertEqual([row.cells["a"].text for row in rows], ["see A or [B]( )", "C"])

    def test_addresses_in_a_long_text_take_linear_time(self):
        for text in " " * 1_000_000 + "x", "a" * 1_000_000, "a." * 500_000, "http://a.org " * 20_000 + "x":
            begin = time.process_time()
            self.assertEqual(tables.web_addresses(text), [])
            self.assertEqual(len(tables.addresses_among_words(text)), text.count("http"))
            self.assertLess(time.process_time() - begin, 10)


class Robustness(RowsTest):
    def test_rejected_files(self):
        expected = {
            "": "list.csv: has no rows",
            " , \n": "list.csv: has no rows",
            'a,b\n"x,y\nz': "list.csv: cannot be read as CSV: line 2: a quotation mark is never closed",
            'a,b\n"x"y,z\n': "list.csv: cannot be read as CSV: line 2: ',' expected after '\"'",
            '"x': "list.csv: cannot be read as CSV: line 1: a quotation mark is never closed",
            ",".join("a" * 251): "list.csv: has 251 columns; the limit is 250",
        }
        for content, failure in expected.items():
            self.assertEqual(self.failure(tables.read, "list.csv", content), failure)
        self.assertIn("is not UTF-8: byte 4 is 0xff", self.failure(tables.read, "list.csv", b"a,b\n\xff,x\n"))

    def test_the_greatest_number_of_columns(self):
        rows, _ = self.rows(tables.read, "list.csv", f"{','.join('a' * 250)}\n{'x,' * 250}\n")
        self.assertEqual(len(rows[0].cells), 250)

    def test_large_and_malicious_files(self):
        limit = csv.field_size_limit()
        self.addCleanup(lambda: self.assertEqual(csv.field_size_limit(), limit))
        rows, _ = self.rows(tables.read, "list.csv", "a,b\nx," + "y" * 1_000_000 + "\n")
        self.assertEqual(len(rows[0].cells["b"].text), 1_000_000)
        rows, _ = self.rows(tables.read, "list.csv", "a,b\n" + "[" * 100_000 + "," + '""' * 50_000 + "\n")
        self.assertEqual(len(rows), 1)
        rows, _ = self.rows(tables.read, "list.csv", "a,b\n\x00x,y\n")
        self.assertEqual(rows[0].cells["a"].text, "\x00x")


if __name__ == "__main__":
    unittest.main()
