"""The import of LaTeX: known commands become characters, unknown ones are unchanged."""

import unittest

from tests.support.bibtex import BibtexTest


class Latex(BibtexTest):
    def test_commands_become_characters(self):
        for latex, text in {
            "K{\\\"o}nig \\'Etude \\v{C}apek {\\o} \\ss{} \\L{}\\'{\\i}": "König Étude Čapek ø ß Łí",
            "A {\\TeX} and \\LaTeX\\ Book": "A TeX and LaTeX Book",
            "{\\em a} \\textbf{b} \\emph{c {\\it d}}": "a b c d",
            "``a'' -- b---c": "“a” – b—c",
            "-{}- `{}`": "-- ``",
            "A~b": "A\xa0b",
            "\\& \\% \\$ \\# \\_ \\{ \\} \\textbackslash{} \\textasciitilde{} \\textless{}": "& % $ # _ { } \\ ~ <",
            "100% of R&D costs $5": "100% of R&D costs $5",
            "On $x^2 \\alpha$ and \\(y\\)": "On $x^2 \\alpha$ and \\(y\\)",
            "The {Big} {QLoRA}": "The Big QLoRA",
            "\\enquote{a}": "“a”",
            "a\\~{}b \\^{} \\~{n}": "a~b ^ ñ",
            "H\\textsubscript{2}O, 10\\textsuperscript{-6}, 4\\textsuperscript{th}": "H₂O, 10⁻⁶, 4th",
            "{\\noopsort{b}}a": "a",
            "100% of \\'Etude & R&D": "100% of Étude & R&D",
            "$5 for \\'Etude": "$5 for Étude",
            "$\\alpha$ costs $5": "$α$ costs $5",
            "\\$5 and $\\alpha$": "$5 and $\\alpha$",
            "\\url{https://a.example/x\\_y}, \\path{b\\_c}": "https://a.example/x_y, b_c",
            "\\textbf{a}{b} \\begin{x} c": "ab c",
        }.items():
            self.assert_cited(f"title={{{latex}}}", {"title": text})

    def test_identifiers_are_verbatim(self):
        for latex, text in {
            "\\url{10.1/a}": "10.1/a",
            "10.1/a\n  b": "10.1/a b",
            "{10.1/a}": "10.1/a",
            "{10.1}/a": "{10.1}/a",
            "10.1/{a}": "10.1/{a}",
            "10.1/\\~{}a\\textasciitilde{}b{\\textasciitilde}c$\\sim$d": "10.1/~a~b~c~d",
            "10.1/a\\textunderscore b\\textless{}c{\\textgreater}": "10.1/a_b<c>",
            "10.1/a\\_b\\%c{\\&}d": "10.1/a_b%c&d",
        }.items():
            self.assert_cited(f"doi={{{latex}}}", {"DOI": text})

    def test_the_address_of_a_link_follows_the_text(self):
        links = [("title", "https://a.example/x_y"), ("title", "https://b.example")]
        latex = "\\href{https://a.example/x\\_y}{A} \\href {https://b.example}{B}"
        self.assert_cited(f"title={{{latex}}}", {"title": "A B"}, links=links)

    def test_lines_of_prose(self):
        for latex, text in (
            ("One.\n  Two\n\nthree", "One.\nTwo\n\nthree"),
            ("One.\n{}Two", "One.\n\nTwo"),
            ("One.\n  {}{}Two\\textbackslash{}\nthree", "One.\n\n\nTwo\\\nthree"),
        ):
            self.assert_cited(f"abstract={{{latex}}}", {"abstract": text})
        self.assert_cited("title={One\n{}two}", {"title": "One two"})

    def test_an_unknown_command_is_unchanged(self):
        self.assert_cited(
            "journal={\\aap}",
            {"container-title": "\\aap"},
            ["entry 'k': journal: \\aap cannot be converted, and stays as written"],
        )
        self.assert_cited(
            "title={A \\foo{b}{c} \\baz d}",
            {"title": "A \\foo{b}{c} \\baz d"},
            [f"entry 'k': title: \\{name} cannot be converted, and stays as written" for name in ("foo", "baz")],
        )

    def test_a_command_without_its_argument_is_unchanged(self):
        for latex, text, name in (
            ("a \\sqrt", "a \\sqrt", "\\sqrt"),
            ("\\emph\\sqrt{2}", "\\sqrt2", "\\sqrt"),
            ("\\texorpdfstring{a}", "\\texorpdfstring{a}", "\\texorpdfstring"),
            ("\\input", "\\input", "\\input"),
            ("5\\'", "5\\'", "\\'"),
        ):
            line = f"entry 'k': title: {name} cannot be converted, and stays as written"
            self.assert_cited(f"title={{{latex}}}", {"title": text}, [line])

    def test_hundreds_of_braces_are_unchanged(self):
        latex = "{" * 2_000 + "\\o" + "}" * 2_000
        line = "entry 'k': title: text within hundreds of braces cannot be converted, and stays as written"
        self.assert_cited(f"title={{{latex}}}", {"title": latex}, [line])

    def test_an_unknown_abbreviation_is_unchanged(self):
        self.assert_cited(
            "journal=aap",
            {"container-title": "aap"},
            ["entry 'k': journal: aap is not defined by any @string, and stays as written"],
        )


if __name__ == "__main__":
    unittest.main()
