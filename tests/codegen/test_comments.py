"""Documentation from the data as C++ comments, which must not swallow the code after them; and the layout of code."""

import unittest

from codegen.comments import (
    WIDTH,
    Call,
    call_lines,
    class_lines,
    comment_lines,
    function_lines,
    list_lines,
    statement_lines,
    variable_lines,
)


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

    def test_no_line_ends_in_a_continuation(self):
        # Some compilers read a trigraph as a backslash.
        for end in ("\\", "\\\\", "??/", " \\", "x??/"):
            with self.subTest(end=end):
                self.assertEqual(comment_lines(f"A talk{end}"), [f"A talk{end}."])
        for line in comment_lines(" ".join(["\\"] * 200)) + comment_lines(" ".join(["??/"] * 200)):
            self.assertNotRegex(line, r"(\\|\?\?/)\Z")

    def test_other_characters_are_harmless(self):
        for text in ("A */ b", "/* a", "// a", "a \\ b", "a ??/ b", "%s {{ x }}"):
            self.assertEqual(comment_lines(text), [text])

    def test_line_breaks(self):
        self.assertEqual(comment_lines("one\n#define two\nthree"), ["one #define two three"])

    def test_characters_beyond_ascii(self):
        self.assertEqual(comment_lines("é 강연 𝔸"), [r"\xe9 \uac15\uc5f0 \U0001d538"])


class Code(unittest.TestCase):
    def test_functions(self):
        value = Call("g(", ["1"], ")")
        self.assertEqual(function_lines("int f()", value), ["int f() { return g(1); }"])
        head = "int " + "f" * 99 + "()"
        self.assertEqual(function_lines(head, value), [f"{head} {{", "    return g(1);", "}"])
        self.assertEqual(len(function_lines("x" * 99, value, 4)), 1)
        self.assertEqual(len(function_lines("x" * 100, value, 4)), 3)

    def test_variables(self):
        value = Call("f<", ["a" * 50, "b" * 50], ">()")
        self.assertEqual(variable_lines("int x", value), [f"int x = {value};"])
        self.assertEqual(variable_lines("int x1234567", value), ["int x1234567 =", f"    {value};"])
        # A long type precedes the name.
        type = "t" * 100
        head = f"{type} {'x' * 20}"
        self.assertEqual(variable_lines(head, value._replace(items=["a"])), [type, f"    {'x' * 20} = f<a>();"])
        # A value too long for a line is broken at its bracket.
        long = Call("f<", ["a" * 111], ">()")
        self.assertEqual(variable_lines("int x", long), ["int x = f<", f"    {'a' * 111}>();"])

    def test_calls(self):
        call = Call("call(", ["a" * 40, "b" * 40, "c" * 40], ");")
        a, b, c = call.items
        self.assertEqual(call_lines(call._replace(items=["a", "b"]), 0), ["call(a, b);"])
        self.assertEqual(call_lines(call, 0), [f"call({a}, {b},", f"     {c});"])
        self.assertEqual(call_lines(call, 40), [f"call({a},", f"     {b},", f"     {c});"])
        # The items do not fit after a long head.
        head = "h" * 80 + "("
        self.assertEqual(call_lines(call._replace(head=head), 0), [head, f"    {a}, {b},", f"    {c});"])

    def test_calls_within_calls(self):
        call = Call("g(", ["a" * 40, "b" * 40], "));", "f" * 40 + "(")
        a, b = call.items
        self.assertEqual(call_lines(call, 0), [call.around, f"    g({a}, {b}));"])
        longer = call._replace(around="f(").within("return ", "x" * 40)
        aligned = [f"return f(g({a},", f"           {b}));{'x' * 40}"]
        self.assertEqual(call_lines(longer, 0), aligned)

    def test_classes(self):
        base = Call("base<", ["a" * 40, "b" * 40], ">")
        a, b = base.items
        self.assertEqual(class_lines("class x", base), [f"class x : {base} {{"])
        self.assertEqual(class_lines("class " + "x" * 30, base), ["class " + "x" * 30, f"    : {base} {{"])
        longer = base._replace(items=[a, b * 2])
        head = "class x : base<"
        self.assertEqual(class_lines("class x", longer), [f"{head}{a},", f"{' ' * len(head)}{b * 2}> {{"])

    def test_statements(self):
        statement = Call("f(", ["a" * 50, "b" * 45], ");")
        self.assertEqual(statement_lines("case 1:", statement), [f"case 1: {statement}"])
        self.assertEqual(statement_lines("", statement), [str(statement)])
        self.assertEqual(statement_lines("case 123456:", statement), ["case 123456:", f"    {statement}"])
        longer = Call("f(", ["a" * 50, "b" * 54], ");")
        self.assertEqual(statement_lines("case 1:", longer)[1:], [f"    f({'a' * 50},", f"      {'b' * 54});"])

    def test_lists(self):
        self.assertEqual(list_lines("f<", ["a", "b"], ">;"), ["f<a, b>;"])
        lines = list_lines("name<", ["item"] * 50, ">;")
        self.assertEqual(" ".join(line.strip() for line in lines), f"name<{', '.join(['item'] * 50)}>;")
        self.assertGreater(len(lines), 1)
        self.assertEqual([line[:6] for line in lines[1:]], ["     i"] * (len(lines) - 1))
        self.assertLessEqual(max(map(len, lines)), WIDTH - 4)
        lines = list_lines("if (", ["left == right"] * 9, ") {", separator=" ||")
        self.assertEqual(" ".join(line.strip() for line in lines), f"if ({' || '.join(['left == right'] * 9)}) {{")
        self.assertEqual([(line[:5], line[-3:]) for line in lines], [("if (l", " ||"), ("    l", ") {")])
        self.assertLessEqual(max(map(len, lines)), WIDTH - 4)
