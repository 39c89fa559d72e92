"""The check of each type of field, which returns the value as it is stored, or raises Wrong.

data/README.md lists every message; the tests make sure that none is missing there."""

import re
import unicodedata
from collections import Counter

from . import schema
from .catalogue import Language
from .messages import shown

NUMBERS = range(1, 10_000_000)
YEARS = range(1800, 2101)

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
URL = re.compile(r"https?://(?:[A-Za-z0-9]|\[[0-9A-Fa-f:.]+\])[!-~]*")
DOI = re.compile(r"10\.[0-9]{4,9}/[A-Za-z0-9<>()/:;.+_-]*[A-Za-z0-9<>()/]")
MONTH = re.compile(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])")
ET_AL = re.compile(r"\bet\b\.?\s*al\b|\betal\b", re.IGNORECASE)
SECTION = re.compile(r"([A-Z]|[1-9][0-9]*)(\.[1-9][0-9]*)*")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
COLUMN = '{ field = "title", heading = "Title" }'  # as it should be written

# They change how the text around them is shown, or are not seen at all.
INVISIBLE_CONTROLS = re.compile("[\u180e\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0001]")

# An enumerator with one of these names does not compile, or not everywhere.
KEYWORDS = frozenset(
    """alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class
    co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype default
    delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int long
    mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
    reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch synchronized
    template this thread_local throw true try typedef typeid typename typeof union unsigned using virtual void volatile
    wchar_t while xor xor_eq""".split()
)
MACROS = frozenset(
    """assert basename cdecl errno far h_addr h_errno hyper i386 interface linux major makedev max mc68000 min minor
    mips near noreturn offsetof pascal setjmp signal_pending small st_atime st_ctime st_mtime stderr stdin stdout unix
    va_arg va_copy va_end va_start""".split()
)


class Wrong(Exception):
    """What is wrong with one value, in words for the person who wrote it; `reasons` has a sentence for each mistake."""

    def __init__(self, *reasons: str):
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def check_plain(value: object) -> str:
    """A line of text in any language."""
    if not isinstance(value, str):
        raise Wrong(f"must be a text, not {shown(value)}")
    if not value:
        raise Wrong("must not be empty")
    for character in value:
        if unicodedata.category(character) in ("Cc", "Zl", "Zp") or INVISIBLE_CONTROLS.match(character):
            raise Wrong(f"holds the control character U+{ord(character):04X}; a cell is one line of plain text")
    if value != value.strip():
        raise Wrong("must not begin or end with white space")
    if not unicodedata.is_normalized("NFC", value):
        raise Wrong(f"is not in Unicode normal form NFC; write {shown(unicodedata.normalize('NFC', value))}")
    size = len(value.encode())
    if size > schema.MOST_TEXT_BYTES:
        raise Wrong(f"has {size} bytes of UTF-8; {schema.MOST_TEXT_BYTES} is the most that a text may have")
    return value


def check_key(value: object) -> str:
    return _check_form(KEY, value, "a key", "lower-case ASCII words joined by '-', as in \"qwen2-vl\"")


def check_name(value: object) -> str:
    _check_form(NAME, value, "a name", "lower-case ASCII words joined by '_', as in \"online_courses\"")
    if value in KEYWORDS:
        raise Wrong(f"{shown(value)} is a C++ keyword and cannot be an enumerator; choose another name")
    if value in MACROS:
        what = "is a macro in common system headers and cannot be an enumerator; choose another name"
        raise Wrong(f"{shown(value)} {what}")
    return value


def check_url(value: object) -> str:
    return _check_form(URL, value, "a URL", "http:// or https://, a host, and printable ASCII only")


def check_section(value: object) -> str:
    return _check_form(SECTION, value, "a section number", 'one like "C.1.4" or "2.3"')


def check_arxiv(value: object) -> str:
    return _check_form(schema.ARXIV, value, "an arXiv identifier", 'one like "1706.03762", without version')


def check_doi(value: object) -> str:
    return _check_form(DOI, value, "a DOI", 'one like "10.1145/3600006.3613165", without https://doi.org/')


def check_month(value: object) -> str:
    return _check_form(MONTH, value, "a month", 'one like "2026-11"')


def check_publication_type(value: object) -> str:
    return _check_one_of(schema.PUBLICATION_TYPES, value)


def check_status(value: object) -> str:
    return _check_one_of(schema.STATUSES, value)


def check_author(value: object) -> str:
    if ET_AL.search(check_plain(value)):
        raise Wrong(f"{shown(value)} is not a name; list all authors in full")
    if re.search(r"\band\b|;", value, re.IGNORECASE) or value == "others":
        raise Wrong(f"{shown(value)} is more than one name; give each its own item")
    if "  " in value:
        raise Wrong(f"{shown(value)} has two spaces in a row; write one")
    return value


def check_authors(value: object) -> list[str]:
    return _check_list(value, "name", check_author)


def check_table(value: object) -> dict:
    if not isinstance(value, dict):
        raise Wrong(f"must be a [table], not {shown(value)}")
    return value


def check_integer(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong(f"must be a whole number, not {shown(value)}")
    if value not in NUMBERS:
        raise Wrong(f"must be between {NUMBERS.start} and {NUMBERS.stop - 1}, not {shown(value)}")
    return value


def check_year(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong(f"must be a year as a whole number, not {shown(value)}")
    if value not in YEARS:
        raise Wrong(f"{shown(value)} is outside {YEARS.start} to {YEARS.stop - 1}")
    return value


def check_flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Wrong(f"must be true or false, not {shown(value)}")
    return value


def check_doc(value: object) -> str:
    """A comment, on one line however it was written."""
    return check_plain(" ".join(value.split()) if isinstance(value, str) else value)


def check_field_type(value: object) -> str:
    return _check_one_of(schema.FIELD_TYPES, value)


def check_names(value: object) -> list[str]:
    return _check_list(value, "name", check_name)


def check_column(value: object, languages: list[Language]) -> tuple[str, tuple[str, ...]]:
    """The field that a column shows, and its heading."""
    heading = {name: item for name, item in value.items() if name != "field"} if isinstance(value, dict) else {}
    if not heading or not isinstance(value.get("field"), str):
        raise Wrong(f"must be a field and its heading, as in {COLUMN}, not {shown(value)}")
    return value["field"], check_localized(heading.get("heading", heading) if len(heading) == 1 else heading, languages)


def check_columns(value: object, languages: list[Language]) -> list[tuple[str, tuple[str, ...]]]:
    if isinstance(value, list) and value and not any(isinstance(item, dict) and "field" in item for item in value):
        raise Wrong(f"must be a list of fields and their headings, as in [{COLUMN}], not {shown(value)}")
    return _check_list(value, "column", lambda item: check_column(item, languages))


def check_localized(value: object, languages: list[Language]) -> tuple[str, ...]:
    """A line serves all languages; a table has a line for each, or for some. A language that lacks it has that of the
    default language, else of the first that has it."""
    if isinstance(value, str):
        return (check_plain(value),) * len(languages)
    if not isinstance(value, dict) or not value:
        raise Wrong(f"must be a text, or a table of texts by language, not {shown(value)}")
    by_tag = {language.tag.lower(): language for language in languages}
    tags = ", ".join(language.tag for language in languages)
    known = [(name, text) for name, text in value.items() if name.lower() in by_tag]
    wrong = [
        f"has the unknown language {shown(name)}; the languages are {tags}"
        for name in value
        if name.lower() not in by_tag
    ]
    times = Counter(name.lower() for name, _ in known)
    wrong += [f"has the language {tag} more than once" for tag in times if times[tag] > 1]
    texts = _check_each([(f".{name}", text, check_plain) for name, text in known], wrong)
    given = dict(zip((by_tag[name.lower()] for name, _ in known), texts))
    fallback = next(given[language] for language in languages if language in given)
    return tuple(given.get(language, fallback) for language in languages)


def check_languages(value: object) -> list[Language]:
    """The tags, no two alike in any case."""
    tags = [item.lower() for item in value if isinstance(item, str)] if isinstance(value, list) else []
    wrong = [f"names {shown(tag)} more than once" for tag, times in Counter(tags).items() if times > 1]
    if len(tags) > schema.MOST_LANGUAGES:
        wrong.append(f"there are {len(tags)}; {schema.MOST_LANGUAGES} is the most")
    return _check_list(value, "language tag", check_language, wrong)


def check_language(value: object) -> Language:
    _check_form(LANGUAGE, value, "a language tag", 'one of BCP 47, like "en" or "zh-Hans"')
    name = value.lower().replace("-", "_")
    if name in MACROS:
        what = "is a macro in common system headers and cannot be an enumerator; add a script or a region"
        raise Wrong(f"{shown(value)} {what}, as in {shown(f'{value}-Latn')}")
    return Language(value, f"{name}_" if name in KEYWORDS else name)


def check_keys(value: object) -> list[str]:
    texts = [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
    twice = [f"names {shown(text)} more than once" for text, times in Counter(texts).items() if times > 1]
    return _check_list(value, "key", check_key, twice)


def check_tables(value: object) -> list[dict]:
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise Wrong("must be at least one [[table]]")
    return value


CHECKS = {
    "plain": check_plain,
    "text": check_plain,
    "key": check_key,
    "name": check_name,
    "url": check_url,
    "section": check_section,
    "integer": check_integer,
    "year": check_year,
    "doc": check_doc,
    "field_type": check_field_type,
    "flag": check_flag,
    "names": check_names,
    "languages": check_languages,
    "keys": check_keys,
    "table": check_table,
    "tables": check_tables,
    "arxiv": check_arxiv,
    "doi": check_doi,
    "month": check_month,
    "publication_type": check_publication_type,
    "status": check_status,
    "authors": check_authors,
}

# Those that depend on the languages of the catalogue.
LOCALIZED_CHECKS = {"localized": check_localized, "columns": check_columns}


def _check_form(form: re.Pattern, value: object, what: str, right: str) -> str:
    if not form.fullmatch(check_plain(value)):
        raise Wrong(f"{shown(value)} is not {what}; write {right}")
    return value


def _check_list(value: object, what: str, check, wrong_before: list[str] | None = None) -> list:
    if not isinstance(value, list) or not value:
        raise Wrong(f"must be a list of at least one {what}, not {shown(value)}")
    return _check_each([(f"item {index}", item, check) for index, item in enumerate(value, 1)], wrong_before)


def _check_one_of(values: tuple[str, ...], value: object) -> str:
    if value not in values:
        raise Wrong(f"must be one of {', '.join(values)}, not {shown(value)}")
    return value


def _check_each(items: list[tuple], wrong_before: list[str] | None = None) -> list:
    """The checked values of all items, or all that is wrong with them, each under the item's name. An item is a triple
    of its name, its value and its check."""
    values, reasons = [], list(wrong_before or [])
    for name, item, check in items:
        try:
            values.append(check(item))
        except Wrong as wrong:
            reasons += [f"{name} {reason}" for reason in wrong.reasons]
    if reasons:
        raise Wrong(*reasons)
    return values
