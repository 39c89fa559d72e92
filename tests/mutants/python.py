"""Makes mutants of Python: operators, constants, conditions and dropped statements."""

import ast
import copy
from collections.abc import Iterator
from pathlib import Path

from tests.mutants.mutant import Mutant

OPERATORS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
    ast.LShift: ast.RShift, ast.RShift: ast.LShift, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitOr,
}
STATEMENTS = (ast.Expr, ast.AugAssign, ast.Return, ast.Raise, ast.Break, ast.Continue, ast.Delete)
FUNCTIONS = (ast.FunctionDef, ast.Lambda)
DISPLAYS = (ast.Tuple, ast.List, ast.Set, ast.Dict)


def of_expression(node: ast.expr) -> str | None:
    """The text of an expression with another operator or constant."""
    changed = copy.copy(node)
    match node:
        case ast.Compare(ops=[operator, *rest]):
            changed.ops = [OPERATORS[type(operator)](), *rest]
        case ast.BoolOp(op=operator) | ast.BinOp(op=operator) if type(operator) in OPERATORS:
            changed.op = OPERATORS[type(operator)]()
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            changed = operand
        case ast.Constant(value=bool() as value):
            changed.value = not value
        case ast.Constant(value=int() as value):
            changed.value = value + 1
        case ast.Constant(value=str() as value):
            changed.value = "" if value else "~"
        case _:
            return None
    return f"({ast.unparse(changed)})"


def conditions(node: ast.AST) -> list[ast.expr]:
    """The conditions of a node, except those with an operator that of_expression replaces."""
    tested = node.ifs if isinstance(node, ast.comprehension) else [node.test] if hasattr(node, "test") else []
    return [each for each in tested if not isinstance(each, (ast.Compare, ast.BoolOp, ast.UnaryOp))]


def skipped(node: ast.AST) -> set[ast.AST]:
    """The children of a node that the program does not use, or whose place in the source is unknown."""
    match node:
        case ast.Module() | ast.ClassDef() | ast.FunctionDef() if ast.get_docstring(node, clean=False) is not None:
            return {node.body[0], getattr(node, "returns", None)}
        case ast.FunctionDef(returns=annotation):
            return {annotation}
        case ast.arg(annotation=annotation) | ast.AnnAssign(annotation=annotation):
            return {annotation}
        case ast.JoinedStr():
            return {*ast.iter_child_nodes(node)}
    return set()


def is_statement(node: ast.AST) -> bool:
    """Whether a node can be dropped. The assignment of a variable cannot, because any test would fail without it."""
    if isinstance(node, ast.Assign):
        return isinstance(node.targets[0], (ast.Attribute, ast.Subscript))
    return isinstance(node, STATEMENTS)


def replaced(node: ast.AST, place: str = "module") -> Iterator[tuple[ast.AST, str]]:
    """The nodes to replace, from this one downwards, with their replacements. The words of a module's tables are
    exempt, because they are data, which a test could only repeat."""
    if isinstance(node, FUNCTIONS):
        place = "function"
    elif isinstance(node, DISPLAYS) and place == "module":
        place = "table"
    for tested in conditions(node):
        yield tested, f"(not ({ast.unparse(tested)}))"
    is_word = isinstance(node, ast.Constant) and isinstance(node.value, str)
    if isinstance(node, ast.expr) and not (is_word and place == "table") and (new := of_expression(node)) is not None:
        yield node, new
    if is_statement(node):
        yield node, "pass"
    unused = skipped(node)
    for child in ast.iter_child_nodes(node):
        if child not in unused:
            yield from replaced(child, place)


def mutants_of(root: Path, modules: list[Path]) -> list[Mutant]:
    """The mutants of the modules of the generator."""
    made = []
    for module in modules:
        source = module.read_bytes()
        starts = [0]
        for line in source.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        for node, new in replaced(ast.parse(source)):
            begin, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
            made.append(Mutant(str(module.relative_to(root)), source, begin, end, new.encode()))
    return made
