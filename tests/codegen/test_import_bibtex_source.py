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

    def test_exponential_abbreviations(self):
        strings = "".join(f"@string{{s{at} = s{at - 1} # s{at - 1}}}\n" for at in range(1, 60))
        made, report = reading("@string{s0 = {aaaaaaaaaa}}\n" + strings + "@misc{good, title={A}}")
        self.assertEqual([each.key for each in made], ["good"])
        self.assertIn("its abbreviations add more than 1,000,000 characters", report.lines()[0])


if __name__ == "__main__":
    unittest.main()
