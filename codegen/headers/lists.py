"""lists.hpp: all lists of texts and of entries. One array holds the texts, and another the entries."""

from bisect import bisect_left
from collections.abc import Sized

from ..catalogue import Catalogue, PartialDate, Record
from ..tables import (
    Array,
    Constant,
    Header,
    Struct,
    TablesHeader,
    based_numbers,
    begins_of,
    number_array,
    plain,
    text_table,
)


class Lists:
    """Collects the lists of texts, and the lists of entries, which it takes by key. The table to which a list belongs
    stores the place where the list begins. Links and corrections, which are groups of texts, come first. `titles` has
    the titles of all entries by key."""

    def __init__(self, catalogue: Catalogue):
        self.index_of = {record.key: index for index, record in enumerate(catalogue.entries)}
        self.titles = {
            record.key: first_given(catalogue, record, kind.common["title"])
            for record, kind in zip(catalogue.entries, catalogue.entry_kinds)
        }
        self.texts: list[str] = []
        self.entries: list[int] = []
        links = [[(link.url, link.label) for link in record.links or ()] for record in catalogue.entries]
        corrections = [[(each.cell, each.fact) for each in record.correction or ()] for record in catalogue.entries]
        self.link_begins = self._add_groups(links, 0)
        self.correction_begins = self._add_groups(corrections, self.link_begins[-1])

    def add_texts(self, name: str, lists: list[list[str] | None], comment: str) -> Array:
        return number_array(name, self.place_texts(lists), comment)

    def place_texts(self, lists: list[list[str] | None]) -> list[int]:
        """Adds the lists of texts; returns the places where they begin, and the end."""
        return self._add(self.texts, lists)

    def add_entries(self, name: str, lists: list[list[str] | None], comment: str) -> Array:
        keys = [[self.index_of[key] for key in keys or ()] for keys in lists]
        return number_array(name, self._add(self.entries, keys), comment)

    def _add_groups(self, groups: list[list[tuple[str, tuple[str, ...]]]], first: int) -> list[int]:
        """Adds the groups of each entry; returns the number of its first group, and the end, counted from `first`. A
        group is a text, then another text in every language."""
        self.texts += [text for each in groups for plain, localized in each for text in (plain, *localized)]
        return begins_of(map(len, groups), first)

    @staticmethod
    def _add(items: list, lists: list) -> list[int]:
        """Appends the lists to the items; returns the places where the lists begin, and the end."""
        begins = begins_of((len(each or ()) for each in lists), len(items))
        items += [item for each in lists for item in each or ()]
        return begins


def build(catalogue: Catalogue, lists: Lists) -> Header:
    """Call this after all other lists have been added."""
    structs = [
        _listing_table(catalogue.entries, lists),
        _tag_table(catalogue.entries, lists),
        _date_table(catalogue, lists),
        _text_list_table(lists.texts),
        _entry_list_table(lists.entries),
    ]
    return TablesHeader("lists.hpp", "the data of all records", structs)


def _listing_table(entries: list[Record], lists: Lists) -> Struct:
    where = "The place in text_list_table where the {} of each entry begin, and the end."
    listed = [
        ("first_alias", lists.place_texts([record.aliases for record in entries]), where.format("aliases")),
        ("first_tag", lists.place_texts([record.tags for record in entries]), where.format("tags")),
        ("first_link", lists.link_begins, "The number of the first link of each entry, and the end."),
    ]
    # If no entry has any, all lists begin at the same place.
    places = [Constant("std::size_t", name, str(begins[0])) for name, begins, _ in listed if begins[0] == begins[-1]]
    arrays = [number_array(*begins) for begins in listed if begins[1][0] != begins[1][-1]]
    what = "The lists of the records of all kinds, one row per entry; one number in place of an array if all are empty."
    return Struct("listing_table", what, constants=[_size(entries), *places], arrays=arrays)


def _tag_table(entries: list[Record], lists: Lists) -> Struct:
    tagged: dict[str, list[str]] = {}
    for record in entries:
        for tag in record.tags or ():
            tagged.setdefault(tag, []).append(record.key)
    tags = sorted(tagged, key=str.encode)
    constants = [_size(tags), Constant("std::size_t", "first_text", str(len(lists.texts)))]
    lists.texts += tags
    comment = "The place in entry_list_table where the entries of each tag begin, and the end."
    arrays = [lists.add_entries("first_entry", [tagged[tag] for tag in tags], comment)]
    what = "All tags, sorted, in text_list_table from first_text on."
    return Struct("tag_table", what, constants=constants, arrays=arrays)


def _date_table(catalogue: Catalogue, lists: Lists) -> Struct:
    """The entries in the order of their dates."""
    dates = [kind.date_of(record) for kind, record in zip(catalogue.entry_kinds, catalogue.entries)]
    constants, begins = years_of(dates, len(lists.entries))
    lists.entries += by_date(dates)
    base, years = based_numbers("year", [date.year if date else None for date in dates])
    comment = "The place in entry_list_table where each year begins, and the end."
    arrays = [years, number_array("first_of_year", begins, comment)]
    what = "The entries in the order of their dates, in entry_list_table."
    return Struct("date_table", what, constants=[*constants, base], arrays=arrays)


def first_given(catalogue: Catalogue, record: Record, fields: tuple[str, ...]) -> tuple[str, ...] | None:
    """The first of the fields that the record has, in all languages; a list is joined."""
    value = record.first(*fields)
    line = ", ".join(value) if isinstance(value, list) else value
    return (line,) * len(catalogue.languages) if isinstance(line, str) else line


def by_date(dates: list[PartialDate | None]) -> list[int]:
    """The places of the given dates, by date."""
    return sorted((at for at, date in enumerate(dates) if date), key=lambda at: dates[at])


def years_of(dates: list[PartialDate | None], first: int) -> tuple[list[Constant], list[int]]:
    """The first and the last year of the dates; and the place where each year begins in the list by date, and the end.
    The list begins at `first`."""
    years = sorted(date.year for date in dates if date)
    first_year, last_year = (years[0], years[-1]) if years else (0, 0)
    begins = [first + bisect_left(years, year) for year in range(first_year, last_year + 2)]
    return [Constant("int", "first_year", str(first_year)), Constant("int", "last_year", str(last_year))], begins


def _text_list_table(texts: list[str]) -> Struct:
    row = {text: row for row, text in enumerate(dict.fromkeys(texts))}
    items = [number_array("items", [row[text] for text in texts], "The texts of all lists, by row.")]
    comment = "The listed texts, one row each."
    return text_table("text_list_table", comment, len(row), {"text": plain(list(row))}, arrays=items)


def _entry_list_table(entries: list[int]) -> Struct:
    items = [number_array("items", entries, "The entries of all lists, by index.")]
    return Struct("entry_list_table", "The listed entries.", constants=[_size(entries)], arrays=items)


def _size(rows: Sized) -> Constant:
    return Constant("std::size_t", "size", str(len(rows)))
