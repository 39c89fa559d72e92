"""The checks of the types of fields. A check returns the value as it is stored, or raises Wrong.

data/README.md lists every message; a test checks that."""

import datetime
import re
import unicodedata
from collections import Counter

from . import csl, schema, urls
from .catalogue import Language, Localized, PartialDate
from .messages import shown
from .reserved_words import KEYWORDS, MACROS

INTEGERS = range(-(2**31) + 1, 2**31)
STEP_NUMBERS = range(1, 10_000_000)
YEARS = range(1, 10_000)

# Characters that BibTeX does not accept in a citation key.
NOT_IN_A_KEY = "\"#%'(),={}\\~"

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
MONTH = re.compile(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])")
SHORT_YEAR = re.compile("[1-9][0-9]{0,2}")
OUTLINE_NUMBER = re.compile(r"([A-Z]|[1-9][0-9]*)(\.[1-9][0-9]*)*")
# A language, its script, region and variants, extensions and private use; or a tag that begins with one letter, such as
# i-klingon or x-private; or an irregular older tag.
LANGUAGE = re.compile(
    r"([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(-[a-wyz\d](-[a-z\d]{2,8})+)*(-x(-[a-z\d]{1,8})+)?|[ix](-[a-z\d]{1,8})+|en-gb-oed",
    re.ASCII | re.IGNORECASE,
)

# Examples of the right form, for messages.
COLUMN = '{ field = "title", heading = "Title" }'
LINK = '{ label = "Code", url = "https://example.org/" }'

# These characters are invisible, or change how the text around them is displayed.
INVISIBLE_CONTROLS = re.compile("[\u180e\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0001]")


class Wrong(Exception):
    """The mistakes in one value, explained to the person who wrote it; `reasons` has a sentence for each mistake."""

    def __init__(self, *reasons: str):
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def check_plain(value: object) -> str:
    """A line of text in any language."""
    return check_size(_check_normal_form(_check_line(value)))


def check_prose(value: object) -> str:
    """A text that may have line breaks. White space at its ends is dropped: TOML's multi-line texts often end with a
    line break."""
    text = _check_text(value).replace("\r\n", "\n").strip()
    if control := _control_character(_check_text(text), allowed="\n\t"):
        raise Wrong(f"holds the control character {control}; the only ones allowed in prose are line breaks and tabs")
    return check_size(_check_normal_form(text))


def check_key(value: object) -> str:
    """A word of any script and in any Unicode normal form, because keys are compared byte by byte."""
    text = _check_text(value)
    if not text.isprintable() or any(character in NOT_IN_A_KEY or character.isspace() for character in text):
        right = f"one word of printable characters, none of them one of {NOT_IN_A_KEY}"
        raise Wrong(f"{shown(text)} is not a key; write {right}")
    return check_size(text)


def check_name(value: object) -> str:
    check_form(NAME, value, "a name", "lower-case ASCII words joined by '_', as in \"online_courses\"")
    if value in KEYWORDS:
        raise Wrong(f"{shown(value)} is a C++ keyword and cannot be a name in C++; choose another name")
    if value in MACROS:
        what = "is a macro in common system headers and cannot be a name in C++; choose another name"
        raise Wrong(f"{shown(value)} {what}")
    return value


def check_url(value: object) -> str:
    """The URL, percent-encoded where it must be."""
    text = _check_line(value)
    url = urls.encoded(text)
    if url is None:
        right = 'an absolute one, like "https://example.org/" or "doi:10.1000/1"'
        raise Wrong(f"{shown(text)} is not a URL; write {right}")
    return check_size(url)


def check_outline_number(value: object) -> str:
    return check_form(OUTLINE_NUMBER, value, "the number of a part or category", 'one like "C.1.4" or "2.3"')


def check_month(value: object) -> str:
    return check_form(MONTH, value, "a month", 'one like "2026-11"')


def check_status(value: object) -> str:
    return check_one_of(schema.STATUSES, value)


def check_table(value: object) -> dict:
    if not isinstance(value, dict):
        raise Wrong(f"must be a [table], not {shown(value)}")
    return value


def check_integer(value: object) -> int:
    return _check_number(value, INTEGERS)


def check_step_number(value: object) -> int:
    return _check_number(value, STEP_NUMBERS)


def check_year(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong(f"must be a year as a whole number, not {shown(value)}")
    if value not in YEARS:
        raise Wrong(f"{shown(value)} is outside {YEARS.start} to {YEARS.stop - 1}")
    return value


def check_date(value: object) -> PartialDate:
    """A day, a month or a year; TOML has its own form only for days."""
    if isinstance(value, int) and not isinstance(value, bool) and value in YEARS:
        return PartialDate(value)
    text = value.isoformat() if isinstance(value, datetime.date) else value
    if isinstance(text, str) and SHORT_YEAR.fullmatch(text):
        return PartialDate(int(text))
    date = PartialDate.from_text(text) if isinstance(text, str) else None
    if date is None:
        raise Wrong(f'{shown(value)} is not a date; write one like 2024-05-03, "2024-05", "2024" or 2024')
    return date


def check_flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Wrong(f"must be true or false, not {shown(value)}")
    return value


def check_doc(value: object) -> str:
    """A comment, on one line however it was written."""
    return check_plain(" ".join(value.split()) if isinstance(value, str) else value)


def check_field_type(value: object) -> str:
    return check_one_of(schema.FIELD_TYPES, value)


def check_csl_type(value: object) -> str:
    return check_one_of(csl.TYPES, value)


def check_field_names(value: object) -> list[str]:
    """Names of fields, whose form is checked where the fields are declared."""
    return _check_list(value, "name", check_plain, _named_twice(value))


def check_texts(value: object) -> list[str]:
    return _joined(_check_list(value, "text", check_plain))


def check_tags(value: object) -> list[str]:
    return _joined(_check_list(value, "tag", check_plain, _named_twice(value)))


def _joined(texts: list[str]) -> list[str]:
    """Rejects lists that are too long as one text, which they become in the cell of a table."""
    check_size(", ".join(texts))
    return texts


def check_links(value: object) -> list[dict]:
    return _check_tables(value, f"must be a list of links, as in [{LINK}], not {shown(value)}")


def check_column(value: object, languages: list[Language]) -> tuple[str, Localized]:
    """The field that a column shows, and its heading."""
    heading = {name: item for name, item in value.items() if name != "field"} if isinstance(value, dict) else {}
    if not heading or not isinstance(value.get("field"), str):
        raise Wrong(f"must be a field and its heading, as in {COLUMN}, not {shown(value)}")
    return value["field"], check_localized(heading.get("heading", heading) if len(heading) == 1 else heading, languages)


def check_columns(value: object, languages: list[Language]) -> list[tuple[str, Localized]]:
    if isinstance(value, list) and value and not any(isinstance(item, dict) and "field" in item for item in value):
        raise Wrong(f"must be a list of fields and their headings, as in [{COLUMN}], not {shown(value)}")
    columns = _check_list(value, "column", lambda item: check_column(item, languages))
    if twice := [field for (field, _), times in Counter(columns).items() if times > 1]:
        raise Wrong(*(f"shows {shown(field)} under the same heading more than once" for field in twice))
    return columns


def check_localized(value: object, languages: list[Language]) -> Localized:
    """A line applies to all languages, and counts as given in the default one; a table has a line for each, or for
    some. A language without a line uses that of the default language, or else of the first that has one."""
    if isinstance(value, str):
        return Localized((check_plain(value),) * len(languages), (0,))
    if not isinstance(value, dict) or not value:
        raise Wrong(f"must be a text, or a table of texts by language, not {shown(value)}")
    by_tag = {language.tag.lower(): language for language in languages}
    tags = ", ".join(language.tag for language in languages)
    known = [(name, text) for name, text in value.items() if name.lower() in by_tag]
    wrong = [
        f"has the unknown language {shown(name)}; the languages of catalog.toml are {tags}"
        for name in value
        if name.lower() not in by_tag
    ]
    times = Counter(name.lower() for name, _ in known)
    wrong += [f"has the language {tag} more than once" for tag in times if times[tag] > 1]
    texts = check_each([(f".{name}", text, check_plain) for name, text in known], wrong)
    given = dict(zip((by_tag[name.lower()] for name, _ in known), texts))
    places = [place for place, language in enumerate(languages) if language in given]
    fallback = given[languages[places[0]]]
    return Localized((given.get(language, fallback) for language in languages), places)


def check_languages(value: object) -> list[Language]:
    """The tags, which must differ by more than case."""
    wrong = _named_twice(value, str.lower)
    if isinstance(value, list) and len(value) > schema.MOST_LANGUAGES:
        wrong.append(f"there are {len(value)}; the limit is {schema.MOST_LANGUAGES}")
    return _check_list(value, "language tag", check_language, wrong)


def check_language(value: object) -> Language:
    check_form(LANGUAGE, value, "a language tag", 'one of BCP 47, like "en" or "zh-Hans"')
    name = value.lower().replace("-", "_")
    if name in MACROS:
        what = "is a macro in common system headers and cannot be an enumerator; add a script or a region"
        raise Wrong(f"{shown(value)} {what}, as in {shown(f'{value}-Latn')}")
    return Language(value, f"{name}_" if name in KEYWORDS else name)


def check_keys(value: object) -> list[str]:
    return _check_list(value, "key", check_key, _named_twice(value))


def check_size(text: str) -> str:
    size = len(text.encode())
    if size > schema.MOST_TEXT_BYTES:
        raise Wrong(f"has {size} bytes of UTF-8; the limit is {schema.MOST_TEXT_BYTES}")
    return text


def check_tables(value: object) -> list[dict]:
    return _check_tables(value, "must be at least one [[table]]")


# The checks, by the type of a field in schema.py.
CHECKS = {
    "plain": check_plain,
    "text": check_plain,
    "prose": check_prose,
    "key": check_key,
    "keys": check_keys,
    "entries": check_keys,
    "name": check_name,
    "field_names": check_field_names,
    "url": check_url,
    "outline_number": check_outline_number,
    "integer": check_integer,
    "step_number": check_step_number,
    "year": check_year,
    "date": check_date,
    "month": check_month,
    "flag": check_flag,
    "texts": check_texts,
    "tags": check_tags,
    "links": check_links,
    "doc": check_doc,
    "field_type": check_field_type,
    "csl_type": check_csl_type,
    "languages": check_languages,
    "table": check_table,
    "tables": check_tables,
    "status": check_status,
}

# The types with checks that depend on the languages of the catalogue.
LOCALIZED_CHECKS = {"localized": check_localized, "columns": check_columns}


def _check_tables(value: object, otherwise: str) -> list[dict]:
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise Wrong(otherwise)
    return value


def _check_text(value: object) -> str:
    if not isinstance(value, str):
        raise Wrong(f"must be a text, not {shown(value)}")
    if not value:
        raise Wrong("must not be empty")
    return value


def _check_line(value: object) -> str:
    text = _check_text(value)
    if control := _control_character(text):
        raise Wrong(f"holds the control character {control}; a cell is one line of plain text")
    if text != text.strip():
        raise Wrong("must not begin or end with white space")
    return text


def _control_character(text: str, allowed: str = "") -> str:
    """The code of the first forbidden character, or an empty text."""
    if text.isprintable():  # most texts are, and this test is much quicker
        return ""
    for character in text:
        is_control = unicodedata.category(character) in ("Cc", "Zl", "Zp") or INVISIBLE_CONTROLS.match(character)
        if is_control and character not in allowed:
            return f"U+{ord(character):04X}"
    return ""


def _check_normal_form(text: str) -> str:
    if not unicodedata.is_normalized("NFC", text):
        raise Wrong(f"is not in Unicode normal form NFC; write {shown(unicodedata.normalize('NFC', text))}")
    return text


def _check_number(value: object, numbers: range) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong(f"must be a whole number, not {shown(value)}")
    if value not in numbers:
        raise Wrong(f"must be between {numbers.start} and {numbers.stop - 1}, not {shown(value)}")
    return value


def check_form(form: re.Pattern, value: object, what: str, right: str) -> str:
    if not form.fullmatch(check_plain(value)):
        raise Wrong(f"{shown(value)} is not {what}; write {right}")
    return value


def _check_list(value: object, what: str, check, wrong_before: list[str] | None = None) -> list:
    if not isinstance(value, list) or not value:
        raise Wrong(f"must be a list of at least one {what}, not {shown(value)}")
    return check_each([(f"item {index}", item, check) for index, item in enumerate(value, 1)], wrong_before)


def check_one_of(values: tuple[str, ...], value: object) -> str:
    if value not in values:
        raise Wrong(f"must be one of {', '.join(values)}, not {shown(value)}")
    return value


def _named_twice(value: object, key=str) -> list[str]:
    """A sentence for each text that occurs more than once in the list; `key` turns a text into the form that is
    compared."""
    texts = [key(item) for item in value if isinstance(item, str)] if isinstance(value, list) else []
    return [f"names {shown(text)} more than once" for text, times in Counter(texts).items() if times > 1]


def check_each(items: list[tuple], wrong_before: list[str] | None = None) -> list:
    """The checked values of all items; raises Wrong with all mistakes, each under the name of its item. An item is a
    triple of its name, its value and its check."""
    values, reasons = [], list(wrong_before or [])
    for name, item, check in items:
        try:
            values.append(check(item))
        except Wrong as wrong:
            reasons += [f"{name} {reason}" for reason in wrong.reasons]
    if reasons:
        raise Wrong(*reasons)
    return values
