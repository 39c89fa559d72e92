"""What the data files may hold: one declaration per kind of record, and the rules of each type of field.

data/README.md lists every message; tests/codegen see to it that none is missing there."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date, time

YEARS = range(1800, 2101)

# A text and its terminator fit one page of a pool; see text_pool.PAGE_CAPACITY.
MOST_TEXT_BYTES = 65_534

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
URL = re.compile(r"https?://(?:[A-Za-z0-9]|\[[0-9A-Fa-f:.]+\])[!-~]*")
# 1706.03762, or cs.CL/0101001 as it was before 2007: the first two digits are the year, the next two the month.
ARXIV = re.compile(r"(0[7-9]|[1-8]\d)(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/(\d\d)(?:0[1-9]|1[0-2])\d{3}", re.ASCII)
DOI = re.compile(r"10\.[0-9]{4,9}/[A-Za-z0-9<>()/:;.+_-]*[A-Za-z0-9<>()/]")
MONTH = re.compile(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])")
ET_AL = re.compile(r"\bet\b\.?\s*al\b|\betal\b", re.IGNORECASE)
SECTION = re.compile(r"([A-Z]|[1-9][0-9]*)(\.[1-9][0-9]*)*")
HANGUL = re.compile(
    "[\u1100-\u11ff\u302e\u302f\u3130-\u318f\u3200-\u321e\u3260-\u327e\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]"
)

# What a text in TOML has to escape, or what not every terminal shows.
NOT_PLAIN = re.compile(r'[^ -~]|["\\]')

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


# In the order of publication_type and of link_status.
PUBLICATION_TYPES = ("article", "preprint", "report", "software", "blog_post")
STATUSES = ("active", "renamed", "moved", "archived", "closed", "unknown")


@dataclass(frozen=True)
class Field:
    """A field of a table in a data file; `type` names its check in CHECKS and decides how the value is stored."""

    name: str
    type: str
    required: bool = True


@dataclass(frozen=True)
class Kind:
    """A kind of record: `name` heads its tables in `plural`.toml and is its enumerator in record_kind.

    `fields` are those of the original, `facts` what is known beyond it. `common` says where the texts come from that all
    kinds have: for each the fields of which the first that a record gives is the one. `columns` are those of the table
    that markdown.hpp writes; a category chooses among several tables by the number of its headings."""

    name: str
    plural: str
    fields: tuple[Field, ...]
    facts: tuple[Field, ...]
    common: dict[str, tuple[str, ...]]
    columns: tuple[tuple[str, ...], ...]

    @property
    def file(self) -> str:
        return f"{self.plural}.toml"

    @property
    def cells(self) -> dict[str, tuple[str, ...]]:
        """The cells of the original that a correction can name, each with the fields that make it up."""
        own = {field.name: (field.name,) for field in self.fields if field.name not in NO_CELLS}
        return own if self.name == "paper" else own | {"link": ("link_label", "url")}


# Fields that are no cell of the original, or only together with another one.
NO_CELLS = frozenset("key category short_title link_label url".split())


def _text(name: str) -> Field:
    return Field(name, "text")


def _bilingual(name: str, required: bool = True) -> Field:
    return Field(name, "bilingual", required)


def _kind(name: str, plural: str, *own: Field, columns: str, title: str, description: str, by: tuple[str, ...] = ()) -> Kind:
    """`columns` are the names of the columns, with a bar between tables."""
    if name == "paper":
        link = (Field("url", "url"),)
        facts = (Field("citation", "table", False),)
    else:
        link = (_bilingual("link_label", False), Field("url", "url", False))
        facts = (Field("status", "status", False), Field("current_url", "url", False), _bilingual("status_note", False))
    facts += (Field("correction", "tables", False),)
    common = {"title": (title,), "by": by, "description": (description,), "link_label": ("link_label",)}
    if name == "paper":
        common["link_label"] = ()
    tables = tuple(tuple(table.split()) for table in columns.split("|"))
    return Kind(name, plural, (Field("key", "key"), Field("category", "plain"), *own, *link), facts, common, tables)


def _described(name: str, plural: str) -> Kind:
    """A kind of which there is to say what it is called and what it is."""
    own = (_text("name"), _bilingual("description"))
    return _kind(name, plural, *own, columns="name link description", title="name", description="description")


# In the order of record_kind.
KINDS = (
    _kind(
        "paper",
        "papers",
        _text("title"),
        _text("short_title"),
        _text("authors"),
        Field("year", "year"),
        _bilingual("summary"),
        _bilingual("contribution"),
        columns="number title authors year summary contribution",
        title="title",
        by=("authors",),
        description="summary",
    ),
    _described("repository", "repositories"),
    _described("dataset", "datasets"),
    _kind(
        "course",
        "courses",
        _text("title"),
        _text("provider"),
        _bilingual("instructors", False),
        _bilingual("topic"),
        columns="title provider instructors topic link | title provider topic",
        title="title",
        by=("instructors", "provider"),
        description="topic",
    ),
    _kind(
        "blog",
        "blogs",
        _text("name"),
        _bilingual("author"),
        _bilingual("content"),
        columns="name author content link",
        title="name",
        by=("author",),
        description="content",
    ),
    _kind(
        "post",
        "posts",
        _text("title"),
        _text("author"),
        _bilingual("topic"),
        columns="title author topic link",
        title="title",
        by=("author",),
        description="topic",
    ),
    _kind(
        "community",
        "communities",
        _bilingual("name"),
        _bilingual("description"),
        columns="name description link",
        title="name",
        description="description",
    ),
    _kind(
        "book",
        "books",
        _bilingual("title"),
        _bilingual("author"),
        _bilingual("features"),
        columns="title author features link",
        title="title",
        by=("author",),
        description="features",
    ),
    _kind(
        "tool",
        "tools",
        _text("name"),
        _bilingual("purpose"),
        columns="name purpose link",
        title="name",
        description="purpose",
    ),
)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}

CATALOG_FILE = "catalog.toml"
CATALOG = (
    Field("title", "bilingual"),
    Field("facts_as_of", "month", False),
    Field("part", "tables"),
    Field("category", "tables"),
)
PART = (Field("number", "section"), Field("title", "bilingual"))
CATEGORY = (
    Field("id", "name"),
    Field("number", "section"),
    Field("title", "bilingual"),
    Field("kind", "plain"),
    Field("columns", "bilinguals"),
)

# Of a paper, as published.
CITATION = (
    Field("type", "publication_type"),
    Field("title", "text", False),
    Field("authors", "authors"),
    Field("arxiv", "arxiv", False),
    Field("conference", "text", False),
    Field("journal", "text", False),
    Field("institution", "text", False),
    Field("year", "year", False),
    Field("doi", "doi", False),
)
# Where each type of publication appears, if anywhere.
VENUES = {"article": ("conference", "journal"), "report": ("institution",)}
CORRECTION = (Field("cell", "plain"), Field("fact", "bilingual"))

READING_FILE = "reading_order.toml"
READING = (Field("stage", "tables", required=False),)
STAGE = (Field("name", "bilingual"), Field("duration", "bilingual"), Field("step", "tables"))
STEP = (
    Field("number", "integer", required=False),
    Field("label", "text", required=False),
    Field("by", "text", required=False),
    Field("note", "bilingual"),
    Field("entries", "keys"),
)


class Wrong(Exception):
    """What is wrong with one value, in words for the person who wrote it; `reasons` has a sentence for each mistake."""

    def __init__(self, *reasons: str):
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def check_plain(value: object) -> str:
    """A line of text in any language."""
    if not isinstance(value, str):
        raise Wrong(f"must be a text, not {_shown(value)}")
    if not value:
        raise Wrong("must not be empty")
    for character in value:
        if unicodedata.category(character) in ("Cc", "Zl", "Zp") or INVISIBLE_CONTROLS.match(character):
            raise Wrong(f"holds the control character U+{ord(character):04X}; a cell is one line of plain text")
    if value != value.strip():
        raise Wrong("must not begin or end with white space")
    if not unicodedata.is_normalized("NFC", value):
        raise Wrong(f"is not in Unicode normal form NFC; write {_shown(unicodedata.normalize('NFC', value))}")
    size = len(value.encode())
    if size > MOST_TEXT_BYTES:
        raise Wrong(f"has {size} bytes of UTF-8; {MOST_TEXT_BYTES} is the most that a text may have")
    return value


def check_english(value: object) -> str:
    if HANGUL.search(check_plain(value)):
        raise Wrong("holds Hangul; it must be an English rendering")
    return value


def check_text(value: object) -> str:
    """A text that is shown in both languages."""
    if HANGUL.search(check_plain(value)):
        raise Wrong("holds Hangul, but this field has no English beside it; write it in Latin letters")
    return value


def check_key(value: object) -> str:
    return _check_form(KEY, value, "a key", "lower-case ASCII words joined by '-', as in \"qwen2-vl\"")


def check_name(value: object) -> str:
    _check_form(NAME, value, "a name", "lower-case ASCII words joined by '_', as in \"online_courses\"")
    if value in KEYWORDS:
        raise Wrong(f"{_shown(value)} is a C++ keyword and cannot be an enumerator; choose another name")
    if value in MACROS:
        raise Wrong(f"{_shown(value)} is a macro in common system headers and cannot be an enumerator; choose another name")
    return value


def check_url(value: object) -> str:
    return _check_form(URL, value, "a URL", "http:// or https://, a host, and printable ASCII only")


def check_section(value: object) -> str:
    return _check_form(SECTION, value, "a section number", 'one like "C.1.4" or "2.3"')


def check_arxiv(value: object) -> str:
    return _check_form(ARXIV, value, "an arXiv identifier", 'one like "1706.03762", without version')


def check_doi(value: object) -> str:
    return _check_form(DOI, value, "a DOI", 'one like "10.1145/3600006.3613165", without https://doi.org/')


def check_month(value: object) -> str:
    return _check_form(MONTH, value, "a month", 'one like "2026-11"')


def check_publication_type(value: object) -> str:
    return _check_one_of(PUBLICATION_TYPES, value)


def check_status(value: object) -> str:
    return _check_one_of(STATUSES, value)


def check_author(value: object) -> str:
    if ET_AL.search(check_text(value)):
        raise Wrong(f"{_shown(value)} is no name; list all authors in full")
    if re.search(r"\band\b|;", value, re.IGNORECASE) or value == "others":
        raise Wrong(f"{_shown(value)} is more than one name; give each its own item")
    if "  " in value:
        raise Wrong(f"{_shown(value)} has two spaces in a row; write one")
    return value


def check_authors(value: object) -> list[str]:
    return _check_list(value, "name", check_author)


def check_table(value: object) -> dict:
    if not isinstance(value, dict):
        raise Wrong(f"must be a [table], not {_shown(value)}")
    return value


def check_integer(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong(f"must be a whole number, not {_shown(value)}")
    if not 1 <= value <= 9_999_999:
        raise Wrong(f"must be between 1 and 9999999, not {_shown(value)}")
    return value


def check_year(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong(f"must be a year as a whole number, not {_shown(value)}")
    if value not in YEARS:
        raise Wrong(f"{_shown(value)} is outside {YEARS.start} to {YEARS.stop - 1}")
    return value


def check_bilingual(value: object) -> tuple[str, str]:
    """A plain text serves both languages, and so does a table of English alone; else it gives the Korean apart."""
    if isinstance(value, str):
        if HANGUL.search(check_plain(value)):
            raise Wrong("is Korean without an English rendering; give it as .ko and .en")
        return value, value
    if not isinstance(value, dict):
        raise Wrong(f"must be a text, or a table of ko and en, not {_shown(value)}")
    languages = ("ko", "en")
    reasons = [f"has the unknown language {_shown(name)}; there are ko and en" for name in value if name not in languages]
    if "en" not in value and (not reasons or "ko" in value):
        reasons.append("lacks .en")
    checks = {"ko": check_plain, "en": check_english}
    texts = _check_each([(f".{name}", value[name], checks[name]) for name in languages if name in value], reasons)
    return texts[0], texts[-1]


def check_bilinguals(value: object) -> list[tuple[str, str]]:
    return _check_list(value, "text", check_bilingual)


def check_keys(value: object) -> list[str]:
    texts = [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
    twice = [f"names {_shown(text)} more than once" for text, times in Counter(texts).items() if times > 1]
    return _check_list(value, "key", check_key, twice)


def check_tables(value: object) -> list[dict]:
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise Wrong("must be at least one [[table]]")
    return value


CHECKS = {
    "plain": check_plain,
    "text": check_text,
    "key": check_key,
    "name": check_name,
    "url": check_url,
    "section": check_section,
    "integer": check_integer,
    "year": check_year,
    "bilingual": check_bilingual,
    "bilinguals": check_bilinguals,
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


def arxiv_year(identifier: str) -> int:
    """The year in which arXiv took a paper in."""
    digits = int(next(filter(None, ARXIV.fullmatch(identifier).groups())))
    return 1900 + digits if digits >= 91 else 2000 + digits


def _check_form(form: re.Pattern, value: object, what: str, right: str) -> str:
    if not form.fullmatch(check_plain(value)):
        raise Wrong(f"{_shown(value)} is not {what}; write {right}")
    return value


def _check_list(value: object, what: str, check, wrong_before: list[str] | None = None) -> list:
    if not isinstance(value, list) or not value:
        raise Wrong(f"must be a list of at least one {what}, not {_shown(value)}")
    return _check_each([(f"item {index}", item, check) for index, item in enumerate(value, 1)], wrong_before)


def _check_one_of(values: tuple[str, ...], value: object) -> str:
    if value not in values:
        raise Wrong(f"must be one of {', '.join(values)}, not {_shown(value)}")
    return value


def _check_each(items: list[tuple], wrong_before: list[str] | None = None) -> list:
    """The checked values of all items, or all that is wrong with them, each under the item's name. An item is a triple of
    its name, its value and its check."""
    values, reasons = [], list(wrong_before or [])
    for name, item, check in items:
        try:
            values.append(check(item))
        except Wrong as wrong:
            reasons += [f"{name} {reason}" for reason in wrong.reasons]
    if reasons:
        raise Wrong(*reasons)
    return values


def printable(text: str) -> str:
    """The text on one line of printable ASCII, whatever file names are in it."""
    return "".join(character if " " <= character <= "~" else ascii(character)[1:-1] for character in text)


def short(name: str) -> str:
    """A name from the data, as printable ASCII that is not too long."""
    return _cut_short(ascii(name)[1:-1] or '""')


def quoted(name: str) -> str:
    """The same in quotation marks."""
    return _cut_short(ascii(name))


def _shown(value: object) -> str:
    """The value as a short piece of printable ASCII, much as TOML writes it."""
    try:
        if isinstance(value, str):
            text = f'"{NOT_PLAIN.sub(_escape, value[:80])}"'
        elif isinstance(value, (bool, date, time)):
            text = str(value).lower()
        else:
            text = ascii(value)
    except (ValueError, RecursionError):  # an integer of thousands of digits, a very deep list
        text = f"a {type(value).__name__} too large to show"
    return _cut_short(text)


def _escape(character: re.Match) -> str:
    code = ord(character[0])
    return f"\\{character[0]}" if character[0] in '"\\' else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _cut_short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:76]}..."
