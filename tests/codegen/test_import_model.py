"""The report of an import: its lines, their order, and the exit status."""

import unittest

from codegen.importers.model import Report


class Reports(unittest.TestCase):
    def test_empty_report(self):
        report = Report()
        self.assertEqual((report.file, report.lines(verbose=True), report.status), ("", [], 0))

    def test_the_most_serious_lines_come_first(self):
        report = Report()
        report.file = "list.bib"
        report.tidy("list.bib: entry 'a'", "title")
        report.leave_out("badges")
        report.change("list.bib: entry 'a'", "key: becomes b")
        report.lose_field("custom", "nobody knows it")
        report.lose("list.bib: entry 'a'", "DOI", "it is none")
        self.assertEqual(report.status, 0)
        report.refuse("list.bib: entry 'c'", "it is not an entry")
        self.assertEqual(report.status, 1)
        lines = [
            "list.bib: entry 'c': is left out: it is not an entry",
            "list.bib: entry 'a': DOI: is lost: it is none",
            "list.bib: custom: is lost: nobody knows it; 1 entry has it",
            "list.bib: entry 'a': key: becomes b",
            "list.bib: left out: 1 badge",
        ]
        self.assertEqual(report.lines(), lines)
        self.assertEqual(
            report.lines(verbose=True), [*lines, "list.bib: entry 'a': title: white space or Unicode was tidied"]
        )

    def test_an_import_without_a_possible_entry_fails(self):
        report = Report()
        report.file = "a.md"
        report.leave_out("badges")
        self.assertEqual(report.status, 0)
        report.leave_out("paragraphs", is_entry=True)
        self.assertEqual((report.status, report.lines()), (1, ["a.md: left out: 1 badge, 1 paragraph"]))

    def test_counts(self):
        report = Report()
        for report.file in ("a.md", "b.md", "a.md"):
            report.leave_out("badges")
            report.lose_field("custom", "nobody knows it")
        report.leave_out("paragraphs")
        self.assertEqual(
            report.lines(),
            [
                "a.md: custom: is lost: nobody knows it; 2 entries have it",
                "b.md: custom: is lost: nobody knows it; 1 entry has it",
                "a.md: left out: 2 badges, 1 paragraph",
                "b.md: left out: 1 badge",
            ],
        )
