"""The import of RIS: which data of real files are kept, and how the rest are reported."""

import tempfile
import unittest
from pathlib import Path

from codegen.importers import ris
from codegen.importers.model import ImportFailure, Reference, Report

DOE = {"family": "Doe", "given": "Jane"}
EVERY_TAG = """TI  - The Title: a subtitle
AU  - Doe, Jane
A2  - Ed, I.
A3  - Ser, I.
A4  - Trans, L.
JF  - A Journal
J2  - A. J.
T3  - A Series
VL  - 3
IS  - 4
SP  - 1
EP  - 20
SN  - 1234-5679
ET  - 2
SE  - 5
PB  - A House
CY  - Bern
DO  - 10.1234/a
UR  - https://a.example/x
L1  - https://a.example/x.pdf
KW  - one
two
KW  - one
AB  - One
line.

Two.
N1  - A note
N1  - arXiv:2106.09685
N1  - PMID: 17
LA  - English
ST  - Title
M3  - Article
DB  - A database
AN  - 17
DP  - A provider
CN  - QA
RN  - Remarks
C2  - PMC17
C7  - e12"""


def reading(source: str | bytes, suffix: str = ".ris", read=ris.read) -> tuple[list[Reference], Report]:
    report = Report()
    report.file = f"a{suffix}"
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, f"a{suffix}")
        path.write_bytes(source if isinstance(source, bytes) else source.encode())
        return read(path, report), report


class RisTest(unittest.TestCase):
    maxDiff = 4_000

    def assert_cited(self, lines: str, expected: dict, said: list[str] = [], **others: object) -> None:
        """Asserts the citation of an article with the key "k" and these lines, and the messages."""
        (made,), report = reading(f"TY  - JOUR\nID  - k\n{lines}\nER  - \n")
        self.assertEqual(made.citation, {"type": "article-journal"} | expected, lines)
        self.assertEqual(report.lines(), [f"a.ris: {line}" for line in said], lines)
        given = {"key": "k", "tags": [], "links": []} | others
        self.assertEqual({name: getattr(made, name) for name in given}, given, lines)


class Values(RisTest):
    def test_nothing_is_invented(self):
        self.assert_cited("TI  - A", {"title": "A"})
        (made,), report = reading("TY  - BOOK\nTI  - A\nER  - ")
        self.assertEqual((made.key, made.place, made.citation), ("", "a.ris: line 1", {"type": "book", "title": "A"}))
        self.assertEqual(report.lines(), [])

    def test_every_tag_has_its_variable(self):
        self.assert_cited(
            EVERY_TAG,
            {
                **{"title": "The Title: a subtitle", "author": [DOE], "editor": [{"family": "Ed", "given": "I."}]},
                **{
                    "collection-editor": [{"family": "Ser", "given": "I."}],
                    "translator": [{"family": "Trans", "given": "L."}],
                },
                **{
                    "container-title": "A Journal",
                    "container-title-short": "A. J.",
                    "collection-title": "A Series",
                    "volume": "3",
                },
                **{
                    "issue": "4",
                    "page": "1-20",
                    "ISSN": "1234-5679",
                    "edition": "2",
                    "chapter-number": "5",
                    "publisher": "A House",
                },
                **{
                    "publisher-place": "Bern",
                    "DOI": "10.1234/a",
                    "URL": "https://a.example/x",
                    "abstract": "One\nline.\n\nTwo.",
                },
                **{
                    "note": "A note",
                    "arxiv": "2106.09685",
                    "language": "en",
                    "title-short": "Title",
                    "genre": "Article",
                },
                **{"archive": "A database", "archive_location": "17", "source": "A provider", "call-number": "QA"},
                **{"annote": "Remarks", "PMID": "17", "PMCID": "PMC17", "number": "e12"},
            },
            tags=["one", "two"],
            links=[("PDF", "https://a.example/x.pdf")],
        )

    def test_fields_that_no_entry_can_keep_are_named(self):
        self.assert_cited(
            "C1  - a\nC1  - b\nL1  - internal-pdf://a.pdf\nAD  - Here\nDO  - 1\nDO  - 2",
            {"DOI": "1"},
            [
                "entry 'k': DO: is lost: DOI already has another value",
                "L1: is lost: is a file, and not a URL; 1 entry has it",
                "C1: is lost: CSL has no variable for it; 1 entry has it",
                "AD: is lost: is the address of an author, and CSL has no variable for it; 1 entry has it",
            ],
        )

    def test_types(self):
        for type, expected in {
            **{
                "CONF": "paper-conference",
                "CPAPER": "paper-conference",
                "CHAP": "chapter",
                "RPRT": "report",
                "THES": "thesis",
            },
            **{
                "ELEC": "webpage",
                "COMP": "software",
                "DATA": "dataset",
                "STAND": "standard",
                "GEN": "document",
                "UNPB": "article",
            },
        }.items():
            (made,), report = reading(f"TY  - {type}\nTI  - A\nER  - ")
            self.assertEqual((made.citation, report.lines()), ({"type": expected, "title": "A"}, []))
        (made,), report = reading("TY  - NEW\nER  - ")
        self.assertEqual(
            (made.citation, report.lines()),
            ({"type": "document"}, ["a.ris: line 1: type: becomes document; NEW is unknown"]),
        )

    def test_variables_that_depend_on_the_type(self):
        for lines, expected in {
            "BOOK\nSP  - 500\nSN  - 978-3-16-148410-0\nT2  - A Series": {
                **{
                    "type": "book",
                    "number-of-pages": "500",
                    "ISBN": "978-3-16-148410-0",
                    "collection-title": "A Series",
                }
            },
            "CHAP\nTI  - A\nBT  - B\nSP  - 5\nA2  - Doe, Jane": {
                "type": "chapter",
                "title": "A",
                "container-title": "B",
                "page": "5",
                "editor": [DOE],
            },
            "CHAP\nA2  - Doe, Jane\nED  - Ed, I.": {
                "type": "chapter",
                "container-author": [DOE],
                "editor": [{"family": "Ed", "given": "I."}],
            },
            "RPRT\nIS  - 17": {"type": "report", "number": "17"},
            "COMP\nET  - 1.2": {"type": "software", "version": "1.2"},
            "NEWS\nSE  - Science": {"type": "article-newspaper", "section": "Science"},
            "CPAPER\nJF  - Proc. of ACL\nT2  - ACL 2020": {
                "type": "paper-conference",
                **{"container-title": "Proc. of ACL", "event-title": "ACL 2020"},
            },
            "JOUR\nJO  - J. Foo\nJF  - Journal of Foo": {
                "type": "article-journal",
                "container-title": "Journal of Foo",
                "container-title-short": "J. Foo",
            },
            "STAND\nSN  - 14882": {"type": "standard", "number": "14882"},
            "JOUR\nPU  - P\nPI  - Bern\nT2  - Journal of Foo\nJI  - J. Foo\nJ9  - J. Foo": {
                "type": "article-journal",
                **{"container-title": "Journal of Foo", "container-title-short": "J. Foo"},
                **{"publisher": "P", "publisher-place": "Bern"},
            },
            "JOUR\nJF  - Foo\nJO  - Foo": {"type": "article-journal", "container-title": "Foo"},
            "JOUR\nJA  - J. Foo": {"type": "article-journal", "container-title": "J. Foo"},
        }.items():
            (made,), report = reading(f"TY  - {lines}\nER  - ")
            self.assertEqual((made.citation, report.lines()), (expected, []))

    def test_names(self):
        for line, name in {
            "Doe, Jane": DOE,
            "Doe, John, Jr.": {"family": "Doe", "given": "John", "suffix": "Jr."},
            "van den Berg, A. B.": {"family": "Berg", "given": "A. B.", "particle": "van den"},
            "Doe, J": {"family": "Doe", "given": "J"},
            "Example Consortium": {"literal": "Example Consortium"},
            "Foo Bar Baz,": {"literal": "Foo Bar Baz"},
            "Müller & Söhne, GmbH": {"literal": "Müller & Söhne, GmbH"},
            "The {Braces} Team": {"literal": "The {Braces} Team"},
            "Plato": {"literal": "Plato"},
        }.items():
            self.assert_cited(f"AU  - {line}\nAU  - others", {"author": [name, "others"]})

    def test_no_part_of_a_name_is_invented(self):
        for text in "a, b, c, d", "Procter & Gamble", "Doe J":
            line = f"""entry 'k': A1: "{text}" cannot be split with certainty, and is kept whole"""
            self.assert_cited(f"A1  - {text}", {"author": [{"literal": text}]}, [line])

    def test_names_keep_the_order_of_their_lines(self):
        names = [{"literal": name} for name in ("Plato", "Homer", "Sappho")]
        self.assert_cited("AU  - Plato\nA1  - Homer\nAU  - Sappho", {"author": names})

    def test_dates(self):
        for lines, issued in {
            "PY  - 1687": "1687",
            "PY  - 2020///": "2020",
            "Y1  - 2020/05//": "2020-05",
            "PY  - 2020\nDA  - 2020/05/03/": "2020-05-03",
            "PY  - 2020/2021": "2020/2021",
            "PY  - 2020\nDA  - 2020/05/03/2020-05-05": "2020-05-03/2020-05-05",
            "PY  - 2001\nDA  - MAY 3": "2001-05-03",
            "DA  - 2001-05-03": "2001-05-03",
            "PY  - 2020\nDA  - 2020///Spring": {"literal": "Spring 2020"},
            "PY  - 2020\nDA  - Spring": {"literal": "Spring 2020"},
            "PY  - in press": {"literal": "in press"},
            "PY  - 2019\nDA  - 2020/05/03/": {"literal": "2020/05/03/ 2019"},
            "PY  - 2019\nDA  - 2020-05-03": {"literal": "2020-05-03 2019"},
        }.items():
            self.assert_cited(lines, {"issued": issued})
        lost = "issued already has another value"
        twice = "is given twice, and the first value is kept"
        for lines, issued, *said in (
            ("PY  - 2020\nY1  - 2020", "2020"),
            ("PY  - 2020///\nY1  - 2020", "2020"),
            ("PY  - 2020\nY1  - 2020/05/03/", "2020-05-03"),
            ("PY  - 2020\nDA  - 2020/05/03/\nY1  - 2020/05/03/", "2020-05-03"),
            ("PY  - 2020\nY1  - 1999", "2020", f"Y1: is lost: {lost}"),
            ("PY  - 2020\nDA  - 2020/05/03/\nY1  - 2020/06/", "2020-05-03", f"Y1: is lost: {lost}"),
            ("PY  - 2020\nPY  - 2021", "2020", f"PY: is lost: {twice}"),
        ):
            self.assert_cited(lines, {"issued": issued}, [f"entry 'k': {line}" for line in said])
        self.assert_cited("SP  - 1\nSP  - 2", {"page": "1"}, [f"entry 'k': SP: is lost: {twice}"])
        self.assert_cited("Y2  - 2021/01/02/", {"accessed": "2021-01-02"})

    def test_dates_with_one_odd_part(self):
        for lines, issued, tag, rest in (
            ("PY  - 2020\nDA  - 2020/13/45/", "2020", "DA", "13 45"),
            ("PY  - 2001/13/45", "2001", "PY", "13 45"),
            ("DA  - 2020/05/01/Spring", "2020-05-01", "DA", "Spring"),
            ("Y1  - 2020a", "2020", "Y1", "a"),
            ("PY  - 2023\nDA  - Feb 29", "2023-02", "DA", "29"),
        ):
            line = f"""entry 'k': {tag}: is lost: "{rest}" has no place in a date"""
            self.assert_cited(lines, {"issued": issued}, [line])

    def test_urls(self):
        self.assert_cited(
            "UR  - https://a.example/;https://b.example/\nUR  - https://a.example/\nL2  - https://c.example/",
            {"URL": "https://a.example/"},
            links=[("URL", "https://b.example/"), ("Full text", "https://c.example/")],
        )
        self.assert_cited(
            "UR  - http://a.example/a b,https://b.example/c",
            {"URL": "http://a.example/a b"},
            links=[("URL", "https://b.example/c")],
        )


    def test_spaces_within_a_line_are_tidied(self):
        (made,), report = reading("TY  - JOUR\nID  - k\nTI  - A  title\nAB  - One\n  two\nER  - ")
        self.assertEqual(made.citation["title"], "A title")
        self.assertEqual(report.lines(verbose=True), ["a.ris: entry 'k': TI: white space or Unicode was tidied"])


class Files(RisTest):
    def test_text_around_entries(self):
        made, report = reading("Provider: X\n\nTY  - BOOK\nTI  - A\nTY - BOOK\nTI - B\nER -\nAU  - C\n")
        self.assertEqual([each.citation["title"] for each in made], ["A", "B"])
        self.assertEqual(report.lines(), ["a.ris: left out: 2 lines outside of entries"])

    def test_the_end_of_the_file_may_be_missing(self):
        (made,), report = reading("TY  - BOOK\nTI  - A")
        self.assertEqual(made.citation, {"type": "book", "title": "A"})
        self.assertEqual(report.lines(), ["a.ris: line 1: the file ends before the entry does"])

    def test_line_ends_and_encodings(self):
        for source in b"\xef\xbb\xbfTY  - BOOK\r\nTI  - Caf\xc3\xa9\r\nER  - \r\n", "TY  - BOOK\rTI  - Café\rER  - \r":
            (made,), _ = reading(source)
            self.assertEqual(made.citation["title"], "Café")
        with self.assertRaisesRegex(ImportFailure, r"a\.ris: is not UTF-8: byte 20 is 0xe9; save it as UTF-8\Z"):
            reading("TY  - BOOK\nTI  - Café".encode("latin-1"))
        with self.assertRaisesRegex(ImportFailure, r"none\.ris: cannot be read: No such file"):
            ris.read(Path("none.ris"), Report())

    def test_invalid_files(self):
        for source in "", "a\nb", b"\0\1\2" * 1_000:
            self.assertEqual(reading(source)[0], [])

    def test_values_of_a_million_lines(self):
        (made,), _ = reading("TY  - JOUR\nAB  - a\n" + "x\n" * 1_000_000 + "ER  - ")
        self.assertEqual(len(made.citation["abstract"]), 2_000_001)


if __name__ == "__main__":
    unittest.main()
