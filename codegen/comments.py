"""Writes C++ as the formatter would leave it: comments, lists, and functions of one expression."""

import textwrap

WIDTH = 120


def comment_lines(text: str, indent: int = 0) -> list[str]:
    """The lines of a documentation comment, without its marks. A character beyond ASCII is written as its code. No line
    ends in a backslash, or in the trigraph for one, which would make a comment of the next line of code."""
    plain = text.encode("ascii", "backslashreplace").decode("ascii")
    lines = textwrap.wrap(plain, WIDTH - indent - len("/// "), break_long_words=False, break_on_hyphens=False)
    return [f"{line}." if line.endswith(("\\", "??/")) else line for line in lines]


def function_lines(head: str, expression: str, indent: int = 4) -> list[str]:
    """A function that returns the expression, on one line where it fits."""
    line = f"{head} {{ return {expression}; }}"
    if indent + len(line) <= WIDTH:
        return [line]
    return [f"{head} {{", f"    return {expression};", "}"]


def variable_lines(head: str, value: str) -> list[str]:
    """A variable with its value, on the next line where both do not fit one."""
    line = f"{head} = {value};"
    return [line] if len(line) <= WIDTH else [f"{head} =", f"    {value};"]


def list_lines(head: str, items: list[str], end: str, indent: int = 4) -> list[str]:
    """A list between two brackets, its further lines aligned with the first item."""
    text = f"{head}{', '.join(items)}{end}"
    further = " " * len(head)
    return textwrap.wrap(text, WIDTH - indent, subsequent_indent=further, break_long_words=False)
