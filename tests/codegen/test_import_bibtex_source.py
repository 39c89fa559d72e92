"""The entries of BibTeX files: their keys, abbreviations and inherited fields, and the mistakes in them."""

import unittest

from tests.support.bibtex import DOE, BibtexTest, reading


class Files(BibtexTest):
    def test_abbreviations_comments_and_preambles(self):
        source = """@string{a = "Journal of "} @STRING(b = a # {B})
        @preamble{"\\newcommand{\\x}{y}"} text, a@b.example @comment{@article{old, title={A}}}
        @Article{k, Journal = B # {, part}, YEAR = 2001 pages = "1",}"""
        self.assert_cited(
            source,
            {"type": "article-journal", "container-title": "Journal of B, part", "issued": "2001", "page": "1"},
            ["left out: 1 @preamble"],
        )

    def test_keys_are_unchanged(self):
        keys = ["Doe2001", "3GPP-TT", "doe:2001/a+b", "참고-1", "Doe 2001", "a=b", "dup", "dup", ""]
        made, report = reading(
            "".join(f"@misc{{{key}, title={{A}}}}\n" for key in keys) + "@misc{title = {B}}\n@misc(k, title={C})"
        )
        self.assertEqual([each.key for each in made], [*keys, "", "k"])
        self.assertEqual([made[0].place, made[-2].place], ["a.bib: entry 'Doe2001'", "a.bib: line 10"])
        self.assertEqual(report.lines(), [])

    def test_inherited_fields(self):
        source = """@incollection{k, crossref={B}, xdata={x}, title={T}}
        @collection{b, title={The Book}, booktitle={The Book}, editor={Doe, Jane}, year=2019, url={https://a.example/}}
        @xdata{x, publisher={P}, address=unknown}"""
        made, report = reading(source)
        self.assertEqual(
            [each.citation for each in made],
            [
                {
                    **{
                        "type": "chapter",
                        "title": "T",
                        "container-title": "The Book",
                        "editor": [DOE],
                        "issued": "2019",
                    },
                    **{"publisher": "P", "publisher-place": "unknown"},
                },
                {"type": "book", "title": "The Book", "editor": [DOE], "issued": "2019", "URL": "https://a.example/"},
            ],
        )
        self.assertEqual(
            report.lines(), ["a.bib: entry 'k': address: unknown is not defined by any @string, and stays as written"]
        )
        self.assert_cited(
            '@string{x = aap # "!"} @string{y = X} @misc{k, title=y}',
            {"type": "document", "title": "aap!"},
            ["entry 'k': title: aap is not defined by any @string, and stays as written"],
        )
        self.assert_refused(
            "@xdata{a, title={A}} @set{b, entryset={c}} @misc{c}",
            ["c"],
            *(
                f"entry '{key}': is left out: it is @{type}, which only describes other entries"
                for key, type in (("a", "xdata"), ("b", "set"))
            ),
        )

    def test_cycles_and_missing_parents(self):
        cycle = "entry '{}': crossref: is lost: '{}' inherits from this entry, or is named twice"
        self.assert_refused(
            "@misc{a, crossref={b}} @misc{b, crossref={a}}",
            ["a", "b"],
            cycle.format("a", "a"),
            cycle.format("b", "b"),
        )
        self.assert_refused("@misc{a, crossref={b}}", ["a"], "entry 'a': crossref: is lost: no entry has the key 'b'")
        chain = "".join(f"@misc{{k{at}, crossref={{k{at + 1}}}}}\n" for at in range(19)) + "@misc{k19}"
        lost = "entry 'k{}': crossref: is lost: 'k{}' is more than 16 entries away"
        self.assert_refused(chain, [f"k{at}" for at in range(20)], *(lost.format(at, at + 17) for at in range(3)))

    def test_a_damaged_entry_does_not_affect_the_next(self):
        good = "\n@misc{good, title={A}}"
        mismatch = "its braces or quotation marks do not match, or the file ends in it"
        for source, *lines in (
            ("@misc{a, title={B", f"entry 'a': is left out: line 1: {mismatch}"),
            ("@misc{a,\n title={B {c}, year=2020}", "entry 'a': is left out: line 3: '}' expected"),
            ("@misc a, title={B}", "line 1: is left out: line 1: '{' expected"),
            ("@misc{a, title=}", "entry 'a': is left out: line 1: field value expected"),
            (f"@misc{{a, title={{{'{' * 1_000_000}}}}}", f"entry 'a': is left out: line 1: {mismatch}"),
        ):
            self.assert_refused(source + good, ["good"], *lines)
        self.assert_refused(
            "@misc{a, title={B}}, year=2020}" + good,
            ["a", "good"],
            """entry 'a': rest: is lost: ", year=2020}" follows the brace that ends the entry""",
        )
        self.assert_refused(good + "\n@misc{a, title={B", ["good"], f"entry 'a': is left out: line 3: {mismatch}")

    def test_a_value_may_contain_the_beginning_of_an_entry(self):
        self.assert_cited(
            "@misc{k, abstract={A\n@misc{x, title={B}}\nC}, year=2001}",
            {"type": "document", "abstract": "A\n@miscx, title=B\nC", "issued": "2001"},
        )

    def test_a_value_may_contain_up_to_three_beginnings(self):
        for count, keys in (3, ["k"]), (4, ["x"] * 4):
            made, _ = reading("@misc{k, abstract={A" + "\n@misc{x}" * count + "\n}, year=2001}")
            self.assertEqual([each.key for each in made], keys)

    def test_comments(self):
        for source in (
            "text @ home, @foo bar, @misc now\n@misc{c}",
            "@comment{x @misc{b, title={B}}}\n@misc{c}",
            "@comment(x) @misc{c}",
            "@comment{x\n@misc{c}",
            "@comment{\n@misc{b}\n}\n@misc{c}",
        ):
            made, report = reading(source)
            self.assertEqual(([each.key for each in made], report.lines()), (["c"], []), source)

    def test_fields_inherited_from_books_and_periodicals(self):
        book = "title={B}, subtitle={S}, titleaddon={D}, author={Doe, Jane}, keywords={x}"
        for type, parent, fields, expected in (
            ("inbook", "book", "", {"container-title": "B: S. D", "container-author": [DOE]}),
            ("incollection", "book", "", {"container-title": "B: S. D", "author": [DOE]}),
            ("incollection", "book", ", booktitle={C}", {"container-title": "C: S. D", "author": [DOE]}),
            ("article", "periodical", "", {"container-title": "B: S. D", "author": [DOE]}),
            ("misc", "book", "", {"title": "B: S. D", "author": [DOE]}),
        ):
            source = f"@{type}{{k, crossref={{b}}}} @{parent}{{b, {book}{fields}}}"
            made, report = reading(source)
            citation = {name: text for name, text in made[0].citation.items() if name != "type"}
            self.assertEqual((citation, made[0].tags, report.lines()), (expected, [], []), source)

    def test_keys_of_parents(self):
        for source, title in (
            ("@misc{x, crossref={ B }} @misc{b, title={low}} @misc{B, title={up}}", "up"),
            ("@misc{x, crossref={b}} @misc{B, title={up}}", "up"),
            ("@misc{x, crossref={B}} @misc{b, title={low}}", "low"),
            ("@misc{x, crossref={b}} @misc{b, title={A}} @misc{b, title={B}}", "A"),
            ("@misc{x, crossref={b}} @misc{B, title={A}} @misc{B, title={B}}", "A"),
            ("@misc{x, xdata={a, , b}} @xdata{a, title={A}} @xdata{b, title={B}}", "A"),
            ("@misc{x, xdata={a}, crossref={b}} @misc{b, title={B}} @xdata{a, title={A}}", "A"),
        ):
            made, report = reading(source)
            self.assertEqual((made[0].citation["title"], report.lines()), (title, []), source)
        twice = "entry 'x': xdata: is lost: 'a' inherits from this entry, or is named twice"
        self.assert_refused("@misc{x, xdata={a, a}} @xdata{a}", ["x"], twice)

    def test_lines_of_mistakes(self):
        for source, line, what in (
            ("@misc{k,\n\n title=3 4}", 3, "'}' expected"),
            ("@misc{k, pages = 3-\n5}", 2, "'}' expected"),
            ("@misc{k, pages =\n 3-5,\n year=}", 3, "field value expected"),
            ("@misc{k, title={A\nB}, pages = 3-4,\n year=}", 3, "field value expected"),
        ):
            self.assert_refused(f"\n\n{source}", [], f"entry 'k': is left out: line {line + 2}: {what}")
        line = "entry 'k': is left out: line 1: a closing brace matches no opening one"
        self.assert_refused('@misc{k, title="A}"}', [], line)

    def test_parents_beyond_the_limit_are_reported_once(self):
        keys = [f"a{at}" for at in range(18)]
        parents = "".join(f"@xdata{{{key}, xdata={{b{key}, c{key}}}}}\n" for key in keys)
        made, report = reading(f"@misc{{x, xdata={{{','.join(keys)}}}}}\n{parents}")
        lines = [line for line in report.lines() if "entry 'x'" in line]
        self.assertEqual(lines, ["a.bib: entry 'x': xdata: is lost: 'a16' is more than 16 entries away"])

    def test_a_field_that_is_given_twice(self):
        line = "entry 'k': title: is lost: is given twice, and the first value is kept"
        self.assert_cited("title={A}, Title={B}, title={A}", {"title": "A"}, [line])

    def test_a_comma_after_an_entry_is_reported(self):
        line = """entry 'a': rest: is lost: "," follows the brace that ends the entry"""
        self.assert_refused("@misc{a},\n\n@misc{good}", ["a", "good"], line)

    def test_undefined_abbreviations(self):
        for source, title, names in (
            ("@misc{k, title=Foo # { x } # BAR}", "Foo x BAR", ["BAR"]),
            ("@string{a = {A}} @misc{k, title=A # a}", "AA", []),
            ("@misc{k, title=may}", "May", []),
            ("@string{A = foo} @string{b = a} @misc{k, Title=B}", "foo", ["foo"]),
        ):
            lines = [f"entry 'k': title: {name} is not defined by any @string, and stays as written" for name in names]
            self.assert_cited(source, {"type": "document", "title": title}, lines)

    def test_exponential_abbreviations(self):
        strings = "".join(f"@string{{s{at} = s{at - 1} # s{at - 1}}}\n" for at in range(1, 60))
        made, report = reading("@string{s0 = {aaaaaaaaaa}}\n" + strings + "@misc{good, title={A}}")
        self.assertEqual([each.key for each in made], ["good"])
        long = f"@string{{a = {{{'a' * 1_000}}}}} @misc{{k, title={' # '.join('a' * 1_000)}}}"
        line = "entry 'k': title: is lost: has 1,000,000 characters; the limit is 100,000"
        self.assert_cited(long, {"type": "document"}, [line])
        self.assertIn("its abbreviations add more than 1,000,000 characters", report.lines()[0])


if __name__ == "__main__":
    unittest.main()
