"""The import of dates from BibTeX and BibLaTeX, as precise as given."""

import unittest

from codegen.importers.bibtex_dates import as_far_as_right, of_date
from tests.support.bibtex import BibtexTest


class Dates(BibtexTest):
    def test_dates_are_as_precise_as_given(self):
        for fields, issued in {
            "year=1687": "1687",
            "year={2024/05}": "2024-05",
            "year=2020, month=may": "2020-05",
            "year=2020, month={05}, day=3": "2020-05-03",
            "year=2020, month=jun # { 5--7}": "2020-06-05/2020-06-07",
            'year=2020, month="10~" # jan': "2020-01-10",
            "year=2020, month={June/July}": "2020-06/2020-07",
            "year={2019--2020}": "2019/2020",
            "date={2024-05-03}": "2024-05-03",
            "date=2024, month=may": "2024-05",
            "date={2020/2021}, year={2020}": "2020/2021",
            # The reader keeps the time; a later step reports it as lost.
            "date={2020-05-03T10:00:00Z}": "2020-05-03T10:00:00Z",
            "year=2020, month=may, day={5--7}": "2020-05-05/2020-05-07",
            "date={c. 1450}": {"literal": "c. 1450"},
            "year={c. 1450}": {"literal": "c. 1450"},
            "year={in press}": {"literal": "in press"},
            "year=2020, month={Mai}, day=3": "2020-05-03",
            "year={3. März 2020}": "2020-03-03",
            "year={1er février 2020}": "2020-02-01",
            "year={3 de mayo de 2020}": "2020-05-03",
            "year=2020, month={1st of May}": "2020-05-01",
            "year=2020, month={ago.}": "2020-08",
            "year=2020, month={agosto/setembro}": "2020-08/2020-09",
            "date={../2020-05-03}": {"literal": "../2020-05-03"},
            "year=2020, month={Spring}": {"literal": "Spring 2020"},
            "year={May 2020}": "2020-05",
            "date={May 3, 2020}": "2020-05-03",
            "date={3--5 May 2020}": "2020-05-03/2020-05-05",
            "date={03/05/2020}": {"literal": "03/05/2020"},
            "year={Spring 2020}": {"literal": "Spring 2020"},
            "year={31st August to 3rd September 2015}": {"literal": "31st August to 3rd September 2015"},
        }.items():
            self.assert_cited(fields, {"issued": issued})
        self.assert_cited(
            "date={2020}, year={1999}", {"issued": "2020"}, ["entry 'k': year: is lost: the date has another year"]
        )

    def test_edges_of_years_months_and_ranges(self):
        for fields, issued in {
            "date={2020-05 / 2020-06}": "2020-05/2020-06",
            "date={2020-05/2020-05}": "2020-05/2020-05",
            "date={2020-06/2020-05}": {"literal": "2020-06/2020-05"},
            "date={2020-05/x}": {"literal": "2020-05/x"},
            "date={2020-01/2020-02/2020-03}": {"literal": "2020-01/2020-02/2020-03"},
            "year=0": {"literal": "0"},
            "year=1": "0001",
            "year={2019--2018}": {"literal": "2019–2018"},
            "year={2019--2020}, month=may": {"literal": "May 2019–2020"},
            "year=2020, month=1": "2020-01",
            "year=2020, month=12": "2020-12",
            "year={May 2020}, month=may": {"literal": "May May 2020"},
            "year=2020, month={mar--feb}": {"literal": "mar–feb 2020"},
            "year=2020, month={may--may}": "2020-05/2020-05",
            "year=2020, month={feb 30--mar 1}": {"literal": "feb 30–mar 1 2020"},
            "year=2020, month={feb 28--mar 1}": "2020-02-28/2020-03-01",
            "year=2020, month={foo--mar}": {"literal": "foo–mar 2020"},
            "year=2020, month={feb--foo}": {"literal": "feb–foo 2020"},
            "month=may": {"literal": "May"},
            "month=may, day=3": {"literal": "3 May"},
            "date=2020, year=2020": "2020",
            "date={2020-05}, year={2020a}": "2020-05",
            "date={2024-05}, month=jun": "2024-05",
            "date={x/..}": {"literal": "x/.."},
        }.items():
            self.assert_cited(fields, {"issued": issued})

    def test_long_values_take_linear_time(self):
        for text in "a " * 40_000 + "b", "a" * 80_000:
            self.assert_cited(f"year={{{text}}}", {"issued": {"literal": text}})

    def test_a_date_in_one_text(self):
        for text, date, rest in ("2020-05-03", "2020-05-03", ""), ("2020a", "2020", "a"), ("A", {"literal": "A"}, ""):
            self.assertEqual(as_far_as_right(text), (date, rest))
        for text, date in ("2024/5", "2024-05"), ("2024/05/03", "2024-05-03"), ("2024/13", {"literal": "2024/13"}):
            self.assertEqual(of_date(text), date)

    def test_one_odd_part(self):
        for fields, issued, field, rest in (
            ("year=2020, month=0", "2020", "month", "0"),
            ("year=2020, month={²}", "2020", "month", "²"),
            ("year={May 2020}, day=3", "2020-05", "day", "3"),
            ("year=2020, month=may, day={5 6}", "2020-05", "day", "5 6"),
            ("year=2020, month={May 3}, day=4", "2020-05-03", "day", "4"),
            ("year=2020, month={Feb 30}", "2020-02", "month", "30"),
            ("year=2020, month={Feb 30}, day=7", "2020-02", "day", "30 7"),
            ("year=2020a, month=13, day=5", "2020", "year", "a 13 5"),
            ("date={2020-05-03?}", "2020-05-03", "date", "?"),
            ("date={2020-05/..}", "2020-05", "date", "/.."),
            ("year=2020, month=13", "2020", "month", "13"),
            ("year=2020, month=13, day=5", "2020", "month", "13 5"),
            ("year=2020, day=5", "2020", "day", "5"),
            ("year=2023, month=feb, day=29", "2023-02", "day", "29"),
            ("year=2023, month={Feb 29}", "2023-02", "month", "29"),
            ("year={2020a}, month=may", "2020-05", "year", "a"),
            ("year={2009?}", "2009", "year", "?"),
            ("year=2020, month={May--June}, day=3", "2020-05/2020-06", "day", "3"),
            ("date={2020-05-03/}", "2020-05-03", "date", "/"),
            ("date={2020/..}", "2020", "date", "/.."),
            ("date={2009~}", "2009", "date", "~"),
            ("date={2009-05~}", "2009-05", "date", "~"),
            ("date={2001-02-30}", "2001-02", "date", "30"),
            ("date={2001/13/45}", "2001", "date", "13 45"),
        ):
            line = f"""entry 'k': {field}: is lost: "{rest}" has no place in a date"""
            self.assert_cited(fields, {"issued": issued}, [line])
        line = """entry 'k': urldate: is lost: "13" has no place in a date"""
        self.assert_cited("urldate={2020-13}", {"accessed": "2020"}, [line])


if __name__ == "__main__":
    unittest.main()
