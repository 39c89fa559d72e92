"""References from tagged values, in any format."""

import tempfile
import unittest
from pathlib import Path

from codegen.importers.model import Report
from codegen.importers.tagged import joined, lines_of, reference


class Tagged(unittest.TestCase):
    def setUp(self):
        self.report = Report()

    def assert_cited(self, values: str, expected: dict, *lines: str) -> None:
        """Asserts the citation of a reference with the values, which are separated by "|", and all messages. A value
        is a tag, a space and a text."""
        with self.subTest(values):
            report = Report()
            report.file = "a"
            made = reference("a: 1", [tuple(value.split(" ", 1)) for value in values.split("|")], report)
            self.assertEqual(made.citation, expected)
            self.assertEqual([line.removeprefix("a: ") for line in report.lines()], [*lines])

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

    def test_tidied_values_are_named_as_in_the_file(self):
        values = [("TY", "BOOK"), ("TI", "a  b"), ("KW", "c \n\n d\nc"), ("AU", " "), ("SP", "")]
        made = reference("a: 1", values, self.report, {"TI": "%T"})
        self.assertEqual((made.citation, made.tags), ({"type": "book", "title": "a b"}, ["c", "d"]))
        self.assertEqual(self.report.lines(verbose=True), ["a: 1: %T: white space or Unicode was tidied"])

    def test_a_language_is_written_as_its_tag(self):
        self.assert_cited("TY BOOK|LA German", {"type": "book", "language": "de"})

    def test_titles(self):
        another = "already has another value"
        container = f"container-title {another}"
        for values, expected, *lines in (
            ("BOOK|BT A", {"title": "A"}),
            ("CHAP|TI A|BT B", {"title": "A", "container-title": "B"}),
            ("CHAP|T1 A|BT B", {"title": "A", "container-title": "B"}),
            ("CHAP|CT A|BT B", {"title": "A", "container-title": "B"}),
            ("CHAP|BT A|T2 B", {"title": "A", "container-title": "B"}),
            ("CHAP|BT A|JF B|T2 C", {"title": "A", "container-title": "B"}, f"1: T2: is lost: {container}"),
            ("JOUR|JF A|T2 B", {"container-title": "A"}, f"1: T2: is lost: {container}"),
            ("JOUR|JF A|JF B", {"container-title": "A"}, f"1: JF: is lost: {container}"),
            ("CPAPER|T2 A", {"container-title": "A"}),
            ("CPAPER|JF A|T2 B|T3 C", {"container-title": "A", "event-title": "B", "collection-title": "C"}),
            ("BOOK|T2 A|T3 B", {"collection-title": "A"}, f"1: T3: is lost: collection-title {another}"),
            ("JOUR|JO A|JA B", {"container-title": "A", "container-title-short": "B"}),
            ("JOUR|JF A|JO A", {"container-title": "A"}),
            ("JOUR|JF A|JA B", {"container-title": "A", "container-title-short": "B"}),
            (
                "JOUR|JF A|JO B|J2 C",
                {"container-title": "A", "container-title-short": "B"},
                f"1: J2: is lost: container-title-short {another}",
            ),
        ):
            types = {"BOOK": "book", "CHAP": "chapter", "JOUR": "article-journal", "CPAPER": "paper-conference"}
            self.assert_cited(f"TY {values}", {"type": types[values.partition("|")[0]]} | expected, *lines)

    def test_numbers(self):
        another = "already has another value"
        none = "is lost: CSL has no variable for it; 1 entry has it"
        for values, expected, *lines in (
            ("BOOK|SP 500", {"number-of-pages": "500"}),
            ("BOOK|SP 5|EP 9", {"page": "5-9"}),
            ("BOOK|SP 5|EP 5", {"page": "5"}),
            ("BOOK|SP iv", {"page": "iv"}),
            ("BOOK|SP 5-9|EP 9", {"page": "5-9"}),
            ("BOOK|SP 5-9|EP 5-9", {"page": "5-9"}),
            ("BOOK|EP 9", {"page": "9"}),
            ("JOUR|SP 5", {"page": "5"}),
            ("JOUR|SP 5 -- 9", {"page": "5-9"}),
            ("JOUR|SP 5\u20139", {"page": "5-9"}),
            ("BOOK|M1 1|IS 2", {"number": "1", "issue": "2"}),
            ("BOOK|IS 2", {"number": "2"}),
            ("JOUR|IS 2", {"issue": "2"}),
            ("BOOK|ET 2|SE 3", {"edition": "2", "chapter-number": "3"}),
            ("COMP|ET 2", {"version": "2"}),
            ("NEWS|SE A", {"section": "A"}),
            ("BOOK|SN 1234-567X", {"ISSN": "1234-567X"}),
            ("BOOK|SN 1234-5678 (print 12)", {"ISSN": "1234-5678 (print 12)"}),
            ("BOOK|SN 17", {"ISBN": "17"}),
            ("JOUR|SN 17", {"ISSN": "17"}),
            ("JOUR|SN 0123456789", {"ISBN": "0123456789"}),
            ("JOUR|SN 9780123456789", {"ISBN": "9780123456789"}),
            ("STAND|SN 17", {"number": "17"}),
            ("STAND|SN 0123456789", {"ISBN": "0123456789"}),
            ("STAND|SN 9780123456789", {"ISBN": "9780123456789"}),
            ("BOOK|SN 17|SN 1234-5678|SN 18", {"ISBN": "17", "ISSN": "1234-5678"}, f"1: SN: is lost: ISBN {another}"),
            ("BOOK|C2 A|C2 PMC3|C2 PMC4", {"PMCID": "PMC3"}, f"1: C2: is lost: PMCID {another}", f"C2: {none}"),
            ("JOUR|C7 e3", {"page": "e3"}),
            ("JOUR|SP 1|C7 e3", {"page": "1", "number": "e3"}),
            ("JOUR|SP 1|M1 2|C7 e3", {"page": "1", "number": "2"}, f"1: C7: is lost: number {another}"),
            ("BOOK|C7 e3", {}, f"C7: {none}"),
        ):
            types = {"BOOK": "book", "JOUR": "article-journal", "COMP": "software", "NEWS": "article-newspaper"}
            type = types.get(values.partition("|")[0], "standard")
            self.assert_cited(f"TY {values}", {"type": type} | expected, *lines)

    def test_dates(self):
        lost = "is lost: issued already has another value"
        for values, issued, *lines in (
            ("PY 2020|DA 2020///", "2020"),
            ("PY 2020|DA 2020/05", "2020-05"),
            ("PY 2020|DA 2020/5/3/", "2020-05-03"),
            ("PY 2020|DA 2020/05/03/2020/05/05", "2020-05-03", 'DA: is lost: "2020/05/05" has no place in a date'),
            ("DA 2020///Spring", {"literal": "Spring 2020"}),
            ("DA 2020/05//Spring", "2020-05", 'DA: is lost: "Spring" has no place in a date'),
            ("DA 2020/13//Spring", "2020", 'DA: is lost: "13 Spring" has no place in a date'),
            ("DA 2020/05/32/", "2020-05", 'DA: is lost: "32" has no place in a date'),
            ("DA 0000/05/03/", {"literal": "0000/05/03/"}),
            ("PY 2020|DA May 3, 2020", "2020-05-03"),
            ("PY 2020a|DA May 3", "2020-05-03", 'DA: is lost: "a" has no place in a date'),
            ("PY 2020|DA May 3, 2021", {"literal": "May 3, 2021 2020"}),
            ("PY in press|DA Spring 2020", {"literal": "Spring 2020 in press"}),
            ("PY 2020|DA c. 2020", {"literal": "c. 2020"}),
            ("Y1 2020|PY 2020/05//", "2020-05"),
            ("PY 2020/05//|Y1 2020", "2020-05"),
            ("PY 2020/05/03/|Y1 2020/05", "2020-05-03"),
            ("PY 2020|Y1 2021/05//", "2020", f"Y1: {lost}"),
            ("PY 2020|DA 2020/05//|Y1 2020/06//", "2020-05", f"Y1: {lost}"),
        ):
            citation = {"type": "book", "issued": issued}
            self.assert_cited(f"TY BOOK|{values}", citation, *(f"1: {line}" for line in lines))
        line = '1: Y2: is lost: "Spring" has no place in a date'
        self.assert_cited("TY BOOK|Y2 2020/05/03/Spring", {"type": "book", "accessed": "2020-05-03"}, line)

    def test_notes(self):
        values = "TY BOOK|N1 A|N1 PMID:3|N1 PMID: 4|N1 arXiv:1706.03762|N1 arXiv:2106.09685|N1 arXiv:x|N1 A"
        note = "A\nPMID: 4\narXiv:2106.09685\narXiv:x"
        self.assert_cited(values, {"type": "book", "PMID": "3", "arxiv": "1706.03762", "note": note})

    def test_links(self):
        urls = [f"https://{letter}.example/" for letter in "abcd"]
        values = [("TY", "BOOK"), ("UR", f"{urls[0]}; {urls[1]};"), ("UR", urls[0]), ("UR", f"{urls[2]}, d")]
        values += [("L1", urls[3]), ("L1", "d.pdf"), ("L2", urls[3]), ("L4", "file:///d")]
        made = reference("a: 1", values, self.report)
        self.assertEqual(made.citation, {"type": "book", "URL": urls[0]})
        links = [("URL", urls[1]), ("URL", f"{urls[2]}, d"), ("PDF", urls[3]), ("Full text", urls[3])]
        self.assertEqual(made.links, links)
        lost = "is lost: is a file, and not a URL; 1 entry has it"
        self.assertEqual(self.report.lines(), [f": {tag}: {lost}" for tag in ("L1", "L4")])


if __name__ == "__main__":
    unittest.main()
