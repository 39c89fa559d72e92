"""Makes mutants of C++: operators, constants, conditions and dropped statements, as libclang finds them."""

from collections.abc import Iterator
from pathlib import Path

from clang.cindex import Cursor, CursorKind, Index, Token, TokenKind

from tests.mutants.mutant import Mutant

OPERATORS = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&", "!": "",
    "+": "-", "-": "+", "*": "+", "/": "*", "%": "/", "<<": ">>", ">>": "<<", "&": "|", "|": "&", "^": "|", "~": "",
    "+=": "-=", "-=": "+=", "|=": "&=", "++": "--", "--": "++",
}
# A mutant without a unary & or * would not compile.
UNARY = {"!", "~", "-", "++", "--"}
BINARY_EXPRESSIONS = {CursorKind.BINARY_OPERATOR, CursorKind.COMPOUND_ASSIGNMENT_OPERATOR}
# These are also replaced if they are overloaded; < and > are not, because they may enclose template arguments.
OVERLOADED = {"==", "!=", "++", "--", "<<", "+", "-", "+="}
COMPARISONS = {"<", "<=", ">", ">=", "==", "!="}
CHARACTERS = {r"'\n'": "' '", r"'\\'": "'/'", r"'\''": "'\"'", r"'\t'": "' '", r"'\0'": "' '", "'&'": "'%'"}
STATEMENTS = {
    CursorKind.CALL_EXPR, CursorKind.UNARY_OPERATOR, CursorKind.BINARY_OPERATOR,
    CursorKind.COMPOUND_ASSIGNMENT_OPERATOR, CursorKind.UNEXPOSED_EXPR, CursorKind.BREAK_STMT, CursorKind.CONTINUE_STMT,
    CursorKind.RETURN_STMT,
}


def parsed(include: Path, headers: list[Path]):
    """The translation unit of all these headers."""
    name = "mutants.cpp"
    source = "".join(f"#include <{header.relative_to(include)}>\n" for header in headers)
    unit = Index.create().parse(name, args=["-std=c++20", f"-I{include}"], unsaved_files=[(name, source)])
    if errors := [str(each) for each in unit.diagnostics if each.severity >= each.Error]:
        raise AssertionError("\n".join(errors))
    return unit


def of_operator(token: Token) -> str | None:
    """The operator that replaces this one."""
    name, kind = token.spelling, token.cursor.kind
    if kind == CursorKind.UNARY_OPERATOR and name in UNARY:
        return OPERATORS[name]
    if kind in BINARY_EXPRESSIONS or (kind == CursorKind.DECL_REF_EXPR and name in OVERLOADED):
        return OPERATORS.get(name)
    return None


def of_literal(token: Token) -> str | None:
    """The constant that replaces this one."""
    text = token.spelling
    match token.cursor.kind:
        case CursorKind.INTEGER_LITERAL:
            digits = text.rstrip("uUlLzZ")
            return f"{int(digits.replace(chr(39), ''), 0) + 1}{text[len(digits):]}"
        case CursorKind.CHARACTER_LITERAL:
            return CHARACTERS.get(text, f"'{chr(ord(text[1]) + 1)}'" if len(text) == 3 else None)
        case CursorKind.STRING_LITERAL:
            return '"~"' if text == '""' else '""'
        case CursorKind.CXX_BOOL_LITERAL_EXPR:
            return {"true": "false", "false": "true"}[text]
    return None


def replaced_tokens(tokens: list[Token]) -> Iterator[tuple[int, int, str]]:
    for token in tokens:
        new = None
        if token.kind == TokenKind.PUNCTUATION and token.spelling in OPERATORS:
            new = of_operator(token)
        elif token.kind == TokenKind.LITERAL or token.spelling in ("true", "false"):
            new = of_literal(token)
        if new is not None:
            yield token.extent.start.offset, token.extent.end.offset, new


def spelled_operator(cursor: Cursor) -> str:
    """The operator of an expression, or nothing."""
    if cursor.kind == CursorKind.UNARY_OPERATOR:
        return next(cursor.get_tokens()).spelling
    if cursor.kind == CursorKind.BINARY_OPERATOR:
        left = next(cursor.get_children()).extent.end.offset
        return next(token.spelling for token in cursor.get_tokens() if token.extent.start.offset >= left)
    return ""


def condition(cursor: Cursor) -> Cursor | None:
    """The condition of a statement or expression that has one."""
    children = list(cursor.get_children())
    if cursor.kind == CursorKind.CONDITIONAL_OPERATOR:
        return children[0]
    if cursor.kind in (CursorKind.IF_STMT, CursorKind.WHILE_STMT):
        kinds = [child.kind for child in children]
        bodies = (at for at, kind in enumerate(kinds) if kind.is_statement() and kind != CursorKind.DECL_STMT)
        return children[next(bodies, 1) - 1]
    return None


def replaced_nodes(cursor: Cursor, parent: Cursor, source: bytes) -> Iterator[tuple[int, int, str]]:
    """Negated conditions, and dropped statements."""
    tested = condition(cursor)
    # replaced_tokens changes the operators of the other conditions.
    if tested and not tested.kind.is_declaration() and spelled_operator(tested) not in COMPARISONS | {"!"}:
        begin, end = tested.extent.start.offset, tested.extent.end.offset
        yield begin, end, f"!({source[begin:end].decode()})"
    children = list(cursor.get_children())
    if cursor.kind == CursorKind.COMPOUND_STMT:
        # A function needs the return that ends it.
        needed = children[-1:] if not parent.kind.is_statement() else []
        for child in children:
            if child.kind in STATEMENTS and not (child.kind == CursorKind.RETURN_STMT and child in needed):
                yield child.extent.start.offset, child.extent.end.offset, ""


def nodes(cursor: Cursor, wanted: set[str]) -> Iterator[tuple[Cursor, Cursor]]:
    """Each node of these files, with its parent."""
    for child in cursor.get_children():
        if cursor.kind != CursorKind.TRANSLATION_UNIT or (child.location.file and child.location.file.name in wanted):
            yield child, cursor
            yield from nodes(child, wanted)


def mutants_of(root: Path, headers: list[Path]) -> list[Mutant]:
    """The mutants of these headers, which are in the folder `include`."""
    include = root / "include"
    unit = parsed(include, headers)
    sources = {str(path): path.read_bytes() for path in headers}
    replaced = {name: set() for name in sources}
    checks = {name: [] for name in sources}
    for cursor, parent in nodes(unit.cursor, {*sources}):
        name = cursor.location.file.name if cursor.location.file else ""
        if name in sources:
            replaced[name].update(replaced_nodes(cursor, parent, sources[name]))
            if cursor.kind == CursorKind.STATIC_ASSERT:
                checks[name].append((cursor.extent.start.offset, cursor.extent.end.offset))
    for name, source in sources.items():
        replaced[name].update(replaced_tokens(unit.get_tokens(extent=unit.get_extent(name, (0, len(source))))))
    return [
        Mutant(str(Path(name).relative_to(root)), sources[name], begin, end, new.encode())
        for name, places in sorted(replaced.items()) for begin, end, new in sorted(places)
        if not any(first <= begin < last for first, last in checks[name])
    ]
