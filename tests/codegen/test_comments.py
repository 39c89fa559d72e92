"""Documentation from the data as C++ comments, which must not reach into the code behind them."""

import unittest

from codegen.comments import WIDTH, comment_lines, function_lines, list_lines, variable_lines


class Comments(unittest.TestCase):
    def test_a_short_text_is_one_line(self):
        self.assertEqual(comment_lines("A talk, as in \"this\"."), ["A talk, as in \"this\"."])

    def test_a_long_text_is_broken_between_words(self):
        text = " ".join(["word-with-hyphens"] * 30)
        for indent in (0, 4):
            with self.subTest(indent=indent):
                lines = comment_lines(text, indent)
                self.assertEqual(" ".join(lines), text)
                self.assertLessEqual(max(map(len, lines)), WIDTH - indent - len("/// "))
                self.assertGreater(max(map(len, lines)), WIDTH - indent - len("/// ") - len(" word-with-hyphens"))

    def test_no_line_continues_on_the_next(self):
        # A trigraph is read as a backslash by some compilers.
        for end in ("\\", "\\\\", "??/", " \\", "x??/"):
            with self.subTest(end=end):
                self.assertEqual(comment_lines(f"A talk{end}"), [f"A talk{end}."])
        for line in comment_lines(" ".join(["\\"] * 200)) + comment_lines(" ".join(["??/"] * 200)):
            self.assertNotRegex(line, r"(\\|\?\?/)\Z")

    def test_other_marks_are_harmless(self):
        for text in ("A */ b", "/* a", "// a", "a \\ b", "a ??/ b", "%s {{ x }}"):
            self.assertEqual(comment_lines(text), [text])

    def test_line_breaks(self):
        self.assertEqual(comment_lines("one\n#define two\nthree"), ["one #define two three"])

    def test_characters_beyond_ascii(self):
        self.assertEqual(comment_lines("é 강연 𝔸"), [r"\xe9 \uac15\uc5f0 \U0001d538"])


class Code(unittest.TestCase):
    def test_functions(self):
        self.assertEqual(function_lines("int f()", "1"), ["int f() { return 1; }"])
        head = "int " + "f" * 99 + "()"
        self.assertEqual(function_lines(head, "1"), [f"{head} {{", "    return 1;", "}"])
        self.assertEqual(len(function_lines("x" * 102, "1", 4)), 1)
        self.assertEqual(len(function_lines("x" * 103, "1", 4)), 3)

    def test_variables(self):
        self.assertEqual(variable_lines("int x", "1"), ["int x = 1;"])
        self.assertEqual(variable_lines("x" * 115, "1"), [f"{'x' * 115} = 1;"])
        self.assertEqual(variable_lines("x" * 116, "1"), [f"{'x' * 116} =", "    1;"])

    def test_lists(self):
        self.assertEqual(list_lines("f<", ["a", "b"], ">;"), ["f<a, b>;"])
        lines = list_lines("name<", ["item"] * 50, ">;")
        self.assertEqual(" ".join(line.strip() for line in lines), f"name<{', '.join(['item'] * 50)}>;")
        self.assertGreater(len(lines), 1)
        self.assertEqual([line[:6] for line in lines[1:]], ["     i"] * (len(lines) - 1))
        self.assertLessEqual(max(map(len, lines)), WIDTH - 4)
