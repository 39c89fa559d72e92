"""References from tagged values, in any format."""

import tempfile
import unittest
from pathlib import Path

from codegen.importers.model import Report
from codegen.importers.tagged import joined, lines_of, reference


class Tagged(unittest.TestCase):
    def setUp(self):
        self.report = Report()

    def test_all_line_ends_are_accepted(self):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory, "a.ris")
            path.write_bytes(b"a\r\nb\rc\n\nd")
            self.assertEqual(lines_of(path), ["a", "b", "c", "", "d"])

    def test_a_value_of_several_lines(self):
        self.assertEqual(joined([("AB", ["a", "", "b"]), ("TI", ["c"])]), [("AB", "a\n\nb"), ("TI", "c")])

    def test_messages_have_the_key(self):
        for values, key, place in (
            ([("ID", " 도이 ")], "도이", "a.ris: entry '도이'"),
            ([("ID", "a"), ("ID", "b")], "a; b", "a.ris: entry 'a'"),
            ([("ID", "")], "", "a.ris: line 7"),
        ):
            made = reference("a.ris: line 7", [("TY", "BOOK"), *values], self.report)
            self.assertEqual((made.key, made.place), (key, place))

    def test_only_prose_keeps_line_breaks(self):
        made = reference("a: 1", [("TY", "BOOK"), ("TI", "a\n b"), ("AB", " a  b\n\n c ")], self.report)
        self.assertEqual(made.citation, {"type": "book", "title": "a b", "abstract": "a b\n\nc"})

    def test_messages_name_tags_as_in_the_file(self):
        values = [("TY", "BOOK"), ("PY", "2020"), ("PY", "2021"), ("TI", "a"), ("TI", "b"), ("X9", "c"), ("AU", "A; B")]
        reference("a: 1", values, self.report, {"TI": "%T", "PY": "%D", "AU": "%A"})
        self.assertEqual(
            self.report.lines(),
            [
                "a: 1: %T: is lost: title already has another value",
                "a: 1: %D: is lost: is given twice, and the first value is kept",
                ": X9: is lost: CSL has no variable for it; 1 entry has it",
                'a: 1: %A: "A; B" is split into 2 names',
            ],
        )

    def test_others_comes_last_and_once(self):
        values = [("TY", "BOOK"), ("AU", "et al."), ("AU", "Plato"), ("AU", "others"), ("ED", "others")]
        made = reference("a: 1", values, self.report)
        self.assertEqual(made.citation["author"], [{"literal": "Plato"}, "others"])
        self.assertEqual(made.citation["editor"], ["others"])


if __name__ == "__main__":
    unittest.main()
