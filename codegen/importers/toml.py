"""Writes a data directory as a person would write it, to be edited from then on."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .. import schema
from .keys import identifier
from .model import Document

WIDTH = 120
# The escapes in a basic string; other control characters are written as codes.
ESCAPED = re.compile(r'["\\\x00-\x08\x0a-\x1f\x7f]')
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"}
IN_LINES = re.compile(r'\\|(?<=")"(?=")|"\Z|[\x00-\x08\x0b-\x1f\x7f]')
# As many words as fit before a space and a backslash, or else the first word.
PIECE = re.compile(rf"(.{{,{WIDTH - 3}}}\S|.*?\S) (?=\S)")
UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write(document: Document, directory: Path) -> None:
    """Writes all files of the catalogue into the directory."""
    files = {schema.CATALOG_FILE: _catalog(document), schema.READING_FILE: ""}
    if document.kinds:
        files[schema.KINDS_FILE] = "\n".join(map(_kind, document.kinds))
    for kind, records in document.records.items():
        files[f"{document.plurals[kind]}.toml"] = "\n".join(_record(kind, record) for record in records)
    for name, text in files.items():
        (directory / name).write_bytes(text.encode())


def _catalog(document: Document) -> str:
    languages = [document.language, *document.other_languages]
    texts = [_fields({"title": document.title, "languages": languages})]
    names: list[str] = []
    for index, title in enumerate(document.parts):
        number = document.part_numbers.get(index)
        names.append(number or identifier(title, "part", index + 1, names))
        id = names[-1] if len(document.parts) > 1 and not number else None
        texts.append(_table("part", _without({"id": id, "number": number, "title": title})))
    for category in document.categories:
        number, part = category.get("number"), names[category["part"]]
        around = [name for name in document.part_numbers.values() if f"{number}.".startswith(f"{name}.")]
        is_implied = len(names) == 1 or max(around, key=len, default=None) == part
        own = {"id": category["id"], "number": number, "part": None if is_implied else part}
        texts.append(_table("category", _without(own | _without(category, *own))))
    return "\n".join(texts)


def _kind(kind: dict[str, Any]) -> str:
    fields = [_table("kind.field", field) for field in kind["field"]]
    return "\n".join([_table("kind", _without(kind, "field")), *fields])


def _record(kind: str, record: dict[str, Any]) -> str:
    text = _table(kind, _without(record, "citation"))
    if citation := record.get("citation"):
        text += f"\n[{kind}.citation]\n{_fields(citation, inline=True)}"
    return text


def _without(table: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in names and value is not None}


def _table(name: str, fields: dict[str, Any]) -> str:
    return f"[[{name}]]\n{_fields(fields)}"


def _fields(fields: dict[str, Any], inline: bool = False) -> str:
    """A line for each field, or for each language of a localized field; a table in a citation is on one line."""
    lines = []
    for name, value in fields.items():
        if isinstance(value, dict) and not inline:
            lines += [f"{name}.{tag} = {_value(text, len(name) + len(tag) + 4)}\n" for tag, text in value.items()]
        else:
            lines.append(f"{name} = {_value(value, len(name) + 3)}\n")
    return "".join(lines)


def _value(value: Any, indent: int) -> str:
    """The value, to be written after `indent` characters."""
    if isinstance(value, str):
        plain = _string(value)
        is_long = indent + len(plain) > WIDTH and " " in value
        return _lines(value) if "\n" in value or is_long else plain
    if isinstance(value, list):
        return _list(value, indent)
    return _on_one_line(value)


def _on_one_line(value: Any) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_on_one_line(item)}' for name, item in value.items())} }}"
    return str(value)


def _string(text: str) -> str:
    """The text in quotation marks, or, if it contains a backslash or a double quotation mark, in single ones, which
    need no escapes."""
    if re.search(r'["\\]', text) and not re.search(r"['\x00-\x08\x0a-\x1f\x7f]", text):
        return f"'{text}'"
    if "\\" in text and not re.search(r"'{3}|^'|'$|[\x00-\x08\x0a-\x1f\x7f]", text):
        return f"'''{text}'''"
    return f'"{ESCAPED.sub(_escape, text)}"'


def _escape(character: re.Match) -> str:
    return ESCAPES.get(character[0]) or f"\\u{ord(character[0]):04x}"


def _lines(text: str) -> str:
    """The text on several lines; long lines are folded, without a change to the text."""
    if "\\" in text and "'''" not in text and not text.endswith("'") and not UNPRINTED.search(text):
        return f"'''\n{text}'''"
    folded = "\n".join(" \\\n".join(_folded(line)) for line in IN_LINES.sub(_escape, text).split("\n"))
    return f'"""\n{folded}"""'


def _folded(line: str) -> Iterator[str]:
    """The pieces of a line, cut at single spaces, which return when the pieces are joined."""
    while len(line) > WIDTH and (piece := PIECE.match(line)):
        yield piece[1]
        line = line[piece.end() :]
    yield line


def _list(items: list[Any], indent: int) -> str:
    """The list on one line, or with as many items on each line as fit; tables are on separate lines."""
    texts = list(map(_on_one_line, items))
    on_one_line = f"[{', '.join(texts)}]"
    if indent + len(on_one_line) <= WIDTH:
        return on_one_line
    has_tables = any(isinstance(item, dict) for item in items)
    lines = [f"    {texts[0]},"]
    for text in texts[1:]:
        if len(lines[-1]) + len(text) + 2 <= WIDTH and not has_tables:
            lines[-1] += f" {text},"
        else:
            lines.append(f"    {text},")
    return "\n".join(["[", *lines, "]"])
