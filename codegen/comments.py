"""Writes C++ in the style of clang-format: comments, lists, and functions of one expression."""

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

WIDTH = 120

# Represents a space at which no line may end.
GLUE = "\0"


def comment_lines(text: str, indent: int = 0) -> list[str]:
    """The lines of a documentation comment, without comment marks. A character beyond ASCII is written as its code. No
    line ends in a backslash, or in the trigraph for one: the next line of code would become part of the comment."""
    plain = text.encode("ascii", "backslashreplace").decode("ascii")
    lines = textwrap.wrap(plain, WIDTH - indent - len("/// "), break_long_words=False, break_on_hyphens=False)
    return [f"{line}." if line.endswith(("\\", "??/")) else line for line in lines]


class Call(NamedTuple):
    """An expression that can be broken into lines at its items, which are between two brackets. `around` is the text
    before it, which also ends in a bracket."""

    head: str
    items: Sequence[str]
    tail: str
    around: str = ""

    def __str__(self) -> str:
        return f"{self.around}{self.head}{', '.join(self.items)}{self.tail}"

    def within(self, before: str, behind: str) -> "Call":
        if self.around:
            return self._replace(around=before + self.around, tail=self.tail + behind)
        return self._replace(head=before + self.head, tail=self.tail + behind)


def call_lines(call: Call, indent: int) -> list[str]:
    """A call on one line if it fits, or on the line after the bracket around it. Otherwise its further lines are
    aligned with the first item. If these are too long or too many, all items follow on the lines after the bracket."""
    if indent + len(str(call)) <= WIDTH:
        return [str(call)]
    if call.around:
        inner = f"    {call._replace(around='')}"
        if indent + len(inner) <= WIDTH:
            return [call.around, inner]
    head = call.around + call.head
    aligned = _filled(head, call, len(head), indent)
    behind = [head, *_filled(" " * 4, call, 4, indent)]
    if call.around:
        inner = call._replace(around="")
        below = [call.around, *_filled(f"    {inner.head}", inner, 4 + len(inner.head), indent)]
        fits = max(map(len, below)) <= WIDTH - indent < max(map(len, aligned))
        if fits and len(below) <= len(behind):
            return below
    is_better = indent + max(map(len, aligned)) <= WIDTH and (len(aligned) <= len(behind) or not call.around)
    return aligned if is_better else behind


def _filled(line: str, call: Call, further: int, indent: int) -> list[str]:
    """As many items on each line as fit: first after the text on the given line, then on further lines, indented by
    `further` columns."""
    lines = [line]
    pieces = [*(f"{item}," for item in call.items[:-1]), call.items[-1] + call.tail]
    for at, piece in enumerate(pieces):
        longer = f"{lines[-1]} {piece}" if at > 0 else lines[-1] + piece
        if at == 0 or indent + len(longer) <= WIDTH:
            lines[-1] = longer
        else:
            lines.append(" " * further + piece)
    return lines


def function_lines(head: str, expression: Call, indent: int = 4) -> list[str]:
    """A function that returns the expression, on one line if it fits."""
    line = f"{head} {{ return {expression}; }}"
    if indent + len(line) <= WIDTH:
        return [line]
    statement = call_lines(expression.within("return ", ";"), indent + 4)
    return [*_head_lines(f"{head} {{", indent), *(f"    {line}" for line in statement), "}"]


def _head_lines(head: str, indent: int) -> list[str]:
    """The head of a function; parameters that do not fit are aligned, or on the next line."""
    if indent + len(head) <= WIDTH:
        return [head]
    name, parameters = head.split("(", 1)
    if indent + len(f"{name}(") > WIDTH:
        type, name = name.rsplit(" ", 1)
        return [type, f"{name}({parameters}"]
    aligned = _filled(f"{name}(", Call("", parameters.split(", "), ""), len(name) + 1, indent)
    return aligned if indent + max(map(len, aligned)) <= WIDTH else [f"{name}(", f"    {parameters}"]


def variable_lines(head: str, value: Call) -> list[str]:
    """A variable or a type with its value, which is on the next line if both do not fit on one. If that does not fit,
    the variable follows its type on the next line, and the value of a type is broken at its bracket."""
    line, below = f"{head} = {value};", f"    {value};"
    if len(line) <= WIDTH:
        return [line]
    if len(f"{head} =") > WIDTH:
        type, name = head.rsplit(" ", 1)
        line = f"    {name} = {value};"
        return [*_type_lines(type), *([line] if len(line) <= WIDTH else [f"    {name} =", f"        {value};"])]
    if len(below) <= WIDTH:
        return [f"{head} =", below]
    behind = [f"{head} = {value.head}", *_filled(" " * 4, value.within("", ";"), 4, 0)]
    if max(map(len, behind)) <= WIDTH:
        return behind
    return [f"{head} =", *(f"    {line}" for line in _type_lines(f"{value};", 4))]


def _type_lines(type: str, indent: int = 0) -> list[str]:
    """A type; the second template argument is aligned with the first if both do not fit on one line."""
    if indent + len(type) <= WIDTH or ", " not in type:
        return [type]
    first, second = type.split(", ", 1)
    return [f"{first},", " " * (first.rindex("<") + 1) + second]


def list_lines(head: str, items: list[str], end: str, indent: int = 4, separator: str = ",") -> list[str]:
    """A list between two brackets, with further lines aligned with the first item."""
    # A line ends only after a separator, not at a space in an item or before a separator.
    end_of_item = separator.replace(" ", GLUE)
    text = f"{head}{f'{separator} '.join(items)}".replace(" ", GLUE).replace(f"{end_of_item}{GLUE}", f"{end_of_item} ")
    further = " " * len(head)
    text += end.replace(" ", GLUE)
    lines = textwrap.wrap(text, WIDTH - indent, subsequent_indent=further, break_long_words=False)
    return [line.replace(GLUE, " ") for line in lines]


def class_lines(head: str, base: Call) -> list[str]:
    """The beginning of a class with a base, which is on the next line if both do not fit on one."""
    line, below = f"{head} : {base} {{", f"    : {base} {{"
    if len(line) <= WIDTH:
        return [line]
    if len(below) <= WIDTH:
        return [head, below]
    aligned = call_lines(base.within(f"{head} : ", " {"), 0)
    if len(aligned) == 2 and aligned[1].startswith(" " * len(f"{head} : {base.head}")):
        return aligned
    return [head, *_filled(f"    : {base.head}", base.within("", " {"), len(f"    : {base.head}"), 0)]


def statement_lines(label: str, statement: Call, indent: int = 8) -> list[str]:
    """A statement after a label of a switch or a condition, on the next line if both do not fit on one."""
    line = f"{label} {statement}".lstrip()
    if indent + len(line) <= WIDTH:
        return [line]
    return [label, *(f"    {line}" for line in call_lines(statement, indent + 4))]
