"""Reads the dates of BibTeX and BibLaTeX."""

import re
import unicodedata

from ..catalogue import PartialDate

MONTHS = tuple("January February March April May June July August September October November December".split())
# Months in German, French, Spanish, Italian, Portuguese and Dutch, without accents.
OTHER_NAMES = """
januar janner janvier janv enero ene gennaio gen janeiro januari
februar februari fevrier fevr febrero febbraio fevereiro fev
marz maerz mrz mars marzo marco maart mrt
april avril avr abril abr aprile
mai mayo maggio mag maio mei
juni juin junio giugno giu junho
juli juillet juil julio luglio lug julho
august aout agosto ago augustus
september sept septembre septiembre setiembre settembre set setembro
oktober okt octobre octubre ottobre ott outubro out
november novembre noviembre novembro
dezember dez decembre diciembre dic dicembre dezembro december
""".strip().splitlines()
NUMBER_OF_MONTH = {
    name: at
    for at, (month, others) in enumerate(zip(MONTHS, OTHER_NAMES), 1)
    for name in (month.lower(), month[:3].lower(), *others.split())
}
TO = r"\s*(?:--+|[-–—/]|\bto\b)\s*"
YEARS = re.compile(rf"(\d{{4}}){TO}(\d{{4}})")
# A date with BibLaTeX's mark for approximate or uncertain dates, or with a letter that styles add.
MARKED = re.compile(r"(\d{4}(?:-\d\d){0,2})([~?%a-z])")
YEAR_AND_MONTH = re.compile(r"(\d{4})[/-](\d{1,2})(?:[/-](\d{1,2}))?")
# An open range, as in BibLaTeX.
WITHOUT_END = re.compile(r"(.+?)(/(?:\.\.)?)")
WITH_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º)?"
MONTH = r"([^\W\d_]+|\d{1,2})\.?"
# A month with its days before or after it: "10 jan", "jan 5-7", "May".
MONTH_AND_DAYS = re.compile(rf"{MONTH}(?:[\s,]+{DAY}(?:{TO}{DAY})?)?")
DAYS_AND_MONTH = re.compile(rf"{DAY}(?:{TO}{DAY})?[\s.]+(?:de |of )?([^\W\d_]+)\.?")
TWO_MONTHS = re.compile(rf"{MONTH}(?:\s+{DAY})?{TO}{MONTH}(?:\s+{DAY})?")
# A whole date in one field: "3 May 2020", "May 3, 2020".
IN_WORDS = re.compile(r"([^,]{1,40}?),?(?:\s+de)?\s+(\d{4})")

Date = str | dict[str, str]


def of_date(text: str) -> Date:
    """The value of a field for a date, in ISO form or in words."""
    if WITH_TIME.fullmatch(text):
        return text
    ends = [end.strip() for end in text.split("/")]
    dates = [PartialDate.from_text(end) for end in ends]
    if len(dates) <= 2 and all(dates) and dates[0] <= dates[-1]:
        return "/".join(ends)
    return of_year(text)


def as_far_as_right(year: str, month: str = "", day: str = "") -> tuple[Date, str]:
    """The date, and the parts that it cannot keep: a month or a day that does not exist, or a mark after the year.
    Words such as "c. 1450" and "Spring 2020" stay whole. `year` may be a whole date."""
    date = of_year(year, month, day) if month or day else of_date(year)
    if isinstance(date, str):
        return date, ""
    if marked := MARKED.fullmatch(year):
        found, rest = as_far_as_right(marked[1], month, day)
        rest = f"{marked[2]} {rest}".strip()
    elif without_end := WITHOUT_END.fullmatch(year):
        found, rest = of_date(without_end[1]), without_end[2]
    elif (numbers := YEAR_AND_MONTH.fullmatch(year)) and not month and not day:
        found, rest = as_far_as_right(numbers[1], numbers[2], numbers[3] or "")
    elif day and isinstance(with_month := of_year(year, month), str):
        found, rest = with_month, day
    elif month.isdigit():
        found, rest = of_year(year), f"{month} {day}".strip()
    elif (with_day := MONTH_AND_DAYS.fullmatch(month)) and with_day[2]:
        found, rest = of_year(year, with_day[1]), f"{month[with_day.end(1) :].strip(' .,')} {day}".strip()
    else:
        return date, ""
    return (found, rest) if isinstance(found, str) else (date, "")


def of_year(year: str, month: str = "", day: str = "") -> Date:
    """The date from the fields for year, month and day, as precise as they are, else the words of the fields."""
    words = {"literal": " ".join(filter(None, [day, month, year]))}
    if years := YEARS.fullmatch(year):
        return words if month else _range((int(years[1]),), (int(years[2]),)) or words
    if (parts := YEAR_AND_MONTH.fullmatch(year)) and not month:
        return _iso(*map(int, filter(None, parts.groups()))) or words
    if not re.fullmatch(r"\d{1,4}", year) or int(year) == 0:
        in_words = None if month or day else IN_WORDS.fullmatch(year)
        return in_words and _in_year(int(in_words[2]), in_words[1]) or words
    if not month:
        return f"{int(year):04}" if not day else words
    if day and TWO_MONTHS.fullmatch(month):
        return words
    return _in_year(int(year), f"{month} {day}".strip()) or words


def _in_year(year: int, month: str) -> str:
    """The date of a month with its days; empty if it is not a date."""
    if one := MONTH_AND_DAYS.fullmatch(month):
        name, first, last = one.groups()
    elif one := DAYS_AND_MONTH.fullmatch(month):
        first, last, name = one.groups()
    elif two := TWO_MONTHS.fullmatch(month):
        begin, first, end, last = two.groups()
        if not _number(begin) or not _number(end):
            return ""
        return _range((year, _number(begin), *_days(first)), (year, _number(end), *_days(last)))
    else:
        return ""
    if not _number(name):
        return ""
    begin = (year, _number(name), *_days(first))
    return _range(begin, (year, _number(name), int(last))) if last else _iso(*begin)


def _number(month: str) -> int:
    if month.isdecimal():
        return int(month)
    letters = unicodedata.normalize("NFKD", month.lower())
    return NUMBER_OF_MONTH.get("".join(filter(str.isalpha, letters)), 0)


def _days(day: str | None) -> tuple[int, ...]:
    return (int(day),) if day else ()


def _iso(*parts: int) -> str:
    """The date in ISO form; empty if it does not exist."""
    text = "-".join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2)))
    return text if PartialDate.from_text(text) else ""


def _range(begin: tuple[int, ...], end: tuple[int, ...]) -> str:
    ends = _iso(*begin), _iso(*end)
    return "/".join(ends) if all(ends) and begin <= end else ""
