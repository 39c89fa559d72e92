"""Compares the generated tables of records with the data: fields, cells, dates and lists."""

import unittest

from codegen.catalogue import Catalogue
from codegen.tables import NO_COLUMN
from tests.support.generated_tables import Table, Tables

TEXT_TYPES = ("text", "localized", "prose", "url")
NUMBER_TYPES = ("integer", "year", "flag", "date")
LIST_TYPES = ("texts", "entries")


def entries_of(catalogue: Catalogue) -> list:
    """All records in the order of the categories."""
    pairs = [(category, record) for category in catalogue.categories for record in catalogue.records[category.kind]]
    return [record for category, record in pairs if record.category == category.id]


def kind_of(catalogue: Catalogue, record):
    return catalogue.kinds[next(each.kind for each in catalogue.categories if each.id == record.category)]


def in_all_languages(catalogue: Catalogue, value) -> tuple[str, ...]:
    """The value as one line in each language."""
    line = ", ".join(value) if isinstance(value, list) else value or ""
    return line if isinstance(line, tuple) else (line,) * len(catalogue.languages)


def first_of(catalogue: Catalogue, record, names: tuple[str, ...]) -> tuple[str, ...]:
    """The first of these fields that the record gives, in each language."""
    return in_all_languages(catalogue, next(filter(None, (record.values[name] for name in names)), None))


def cell_of(catalogue: Catalogue, type: str, value) -> tuple[str, ...]:
    """The text that a cell shows for a field that is not a text, in each language."""
    if value is None or value is False:
        return in_all_languages(catalogue, None)
    if type == "entries":
        titled = {record.key: record for record in entries_of(catalogue)}
        titles = [first_of(catalogue, titled[key], (kind_of(catalogue, titled[key]).title, "key")) for key in value]
        return tuple(", ".join(in_language) for in_language in zip(*titles))
    if type == "date":
        year, month, day = value
        shown = f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}" if month else f"{year:04}"
    else:
        shown = value if type == "texts" else "✓" if value is True else str(value)
    return in_all_languages(catalogue, shown)


def date_of(kind, record) -> tuple[int, int, int] | None:
    value = record.values[kind.date] if kind.date else None
    return (value, 0, 0) if isinstance(value, int) else value


class RecordContent(unittest.TestCase):
    def assert_localized(self, table: Table, column: str, values: list, languages: int) -> None:
        """A localized field has these lines in each language; None means that it is not given."""
        self.assertEqual(table.lines(column, languages), [value or ("",) * languages for value in values])

    def assert_records(self, catalogue: Catalogue, tables: Tables) -> None:
        for at, kind in enumerate(catalogue.kinds.values()):
            table, records = tables[f"{kind.name}_table"], catalogue.records[kind.name]
            ids = [category.id for category in catalogue.categories]
            self.assertEqual(len(table), len(records))
            self.assertEqual(table.arrays["categories"], [ids.index(record.category) for record in records])
            self.assert_names(kind, table)
            self.assert_texts(kind, catalogue, table)
            self.assert_numbers(kind, records, table)
            self.assert_lists(kind, catalogue, tables)
            self.assert_common_texts(at, kind, catalogue, tables)
            if kind.date:
                self.assert_years([date_of(kind, record) for record in records], table, table.arrays["by_date"], 0)

    def assert_names(self, kind, table: Table) -> None:
        """The table has the arrays and constants that the kind needs, and no others."""
        numbers = {field.name for field in kind.fields if field.type in NUMBER_TYPES}
        lists = {field.name for field in kind.fields if field.type in LIST_TYPES}
        dates, years = (("by_date", "first_of_year"), ("first_year", "last_year")) if kind.date else ((), ())
        arrays = {"categories", "offsets", "lengths", *dates}
        arrays |= {f"{name}_values" for name in numbers} | {f"{name}_begin" for name in lists}
        self.assertEqual(table.arrays.keys(), arrays)
        constants = {"size", "column_count", *years} | {f"{name}_base" for name in numbers}
        self.assertEqual(table.constants.keys(), constants)

    def assert_texts(self, kind, catalogue: Catalogue, table: Table) -> None:
        """The table has the texts of all fields, and of the cells of fields that are not texts."""
        records, languages = catalogue.records[kind.name], len(catalogue.languages)
        types = {field.name: field.type for field in kind.fields} | {"tags": "texts"}
        stored = {name for name, type in types.items() if type in TEXT_TYPES} | {"key", "link_label", "url"}
        of_kind = [category for category in catalogue.categories if category.kind == kind.name]
        shown = {field for category in of_kind for field, _ in category.columns} - stored
        cells = {name for name in shown if types.get(name) in (*NUMBER_TYPES, *LIST_TYPES)}
        self.assertEqual(table.columns.keys(), stored | cells)
        for name in stored:
            values = [record.values[name] for record in records]
            if types.get(name) == "localized" or name == "link_label":
                self.assert_localized(table, name, values, languages)
            else:
                self.assertEqual(table.texts(name), [value or "" for value in values])
        for name in cells:
            lines = [cell_of(catalogue, types[name], record.values[name]) for record in records]
            if types[name] == "entries":
                self.assert_localized(table, name, lines, languages)
            else:
                self.assertEqual(table.texts(name), [line[0] for line in lines])

    def assert_numbers(self, kind, records: list, table: Table) -> None:
        for field in kind.fields:
            if field.type in NUMBER_TYPES:
                found = table.numbers_of(field.name)
                if field.type == "date":
                    dates = [packed and (packed // 512, packed // 32 % 16, packed % 32) for packed in found]
                    self.assertEqual(dates, [record.values[field.name] for record in records])
                else:  # True is 1
                    self.assertEqual(found, [record.values[field.name] for record in records])

    def assert_lists(self, kind, catalogue: Catalogue, tables: Tables) -> None:
        keys = [record.key for record in entries_of(catalogue)]
        for field in kind.fields:
            if field.type in LIST_TYPES:
                begins = tables[f"{kind.name}_table"].arrays[f"{field.name}_begin"]
                if field.type == "texts":
                    listed = tables.texts_listed(begins)
                else:
                    listed = [[keys[entry] for entry in entries] for entries in tables.entries_listed(begins)]
                values = [record.values[field.name] or [] for record in catalogue.records[kind.name]]
                self.assertEqual(listed, values)

    def assert_common_texts(self, position: int, kind, catalogue: Catalogue, tables: Tables) -> None:
        """The common table finds the texts that all kinds share: key, URL, then the localized ones in each language."""
        records, languages = catalogue.records[kind.name], len(catalogue.languages)
        sources = ((kind.title, "key"), kind.by, kind.description, ("link_label",))
        count = tables["common_table"].constants["count"]
        plain = ("key", "url")
        self.assertEqual(count, len(plain) + len(sources) * languages)
        numbers = tables["common_table"].arrays["columns"]
        self.assertEqual(len(numbers), len(catalogue.kinds) * count)
        common = [tables[f"{kind.name}_table"].texts_at(index) for index in numbers[position * count :][:count]]
        for name, texts in zip(plain, common):
            self.assertEqual(texts, [record.values[name] or "" for record in records])
        for number, names in enumerate(sources):
            columns = common[len(plain) + number * languages :][:languages]
            lines = [first_of(catalogue, record, names) for record in records]
            self.assertEqual(columns, [[line[language] for line in lines] for language in range(languages)])

    def assert_years(self, dates: list, table: Table, order: list[int], first_place: int) -> None:
        """The positions of the dates are in chronological order, and the table says where each year begins there."""
        dated = [at for at, date in enumerate(dates) if date]
        years = [dates[at][0] for at in dated]
        first, last = min(years, default=0), max(years, default=0)
        self.assertEqual((table.constants["first_year"], table.constants["last_year"]), (first, last))
        self.assertEqual(order, sorted(dated, key=lambda at: (dates[at], at)))
        begins = [place - first_place for place in table.arrays["first_of_year"]]
        self.assertEqual((len(begins), begins[0], begins[-1]), (last - first + 2, 0, len(dated)))
        for year in range(first, last + 1):
            begin, end = begins[year - first :][:2]
            self.assertEqual(order[begin:end], [at for at in order if dates[at][0] == year])

    def assert_listed(self, catalogue: Catalogue, tables: Tables) -> None:
        """The tables have the aliases, tags, links and dates of the records of all kinds."""
        records, languages = entries_of(catalogue), len(catalogue.languages)
        table, tags = tables["listing_table"], tables["tag_table"]
        self.assertEqual(len(table), len(records))
        aliases, own_tags = (tables.texts_listed(table.begins(name)) for name in ("first_alias", "first_tag"))
        self.assertEqual(aliases, [record.aliases or [] for record in records])
        self.assertEqual(own_tags, [record.tags or [] for record in records])
        links = [[(link.url, link.label) for link in record.links or []] for record in records]
        self.assertEqual(tables.groups_listed(table.begins("first_link"), languages), links)
        first = tags.constants["first_text"]
        all_tags = tables.texts_listed([first, first + len(tags)])[0]
        self.assertEqual(all_tags, sorted({tag for each in own_tags for tag in each}, key=str.encode))
        tagged = [[at for at, record in enumerate(records) if tag in (record.tags or [])] for tag in all_tags]
        self.assertEqual(tables.entries_listed(tags.arrays["first_entry"]), tagged)
        begins = tables["date_table"].arrays["first_of_year"]
        order = tables.entries_listed([begins[0], begins[-1]])[0]
        dates = [date_of(kind_of(catalogue, record), record) for record in records]
        self.assert_years(dates, tables["date_table"], order, begins[0])
        self.assertEqual(tables["date_table"].numbers_of("year"), [date and date[0] for date in dates])

    def assert_nothing_else_is_listed(self, catalogue: Catalogue, tables: Tables) -> None:
        """The lists follow one another without a gap."""
        languages, tags = len(catalogue.languages), tables["tag_table"]
        upkeep = tables["upkeep_table"].arrays
        aliases, own_tags, links = map(tables["listing_table"].begins, ("first_alias", "first_tag", "first_link"))
        self.assertEqual((links[0], links[-1]), (0, upkeep["first_correction"][0]))
        first_tag, size = tags.constants["first_text"], 1 + languages
        texts = [[0, upkeep["first_correction"][-1] * size], [first_tag, first_tag + len(tags)]]
        texts += [aliases, own_tags]
        entries = [tags.arrays["first_entry"], tables["step_table"].arrays["first_entry"]]
        entries.append(tables["date_table"].arrays["first_of_year"])
        for kind in catalogue.kinds.values():
            for field in kind.fields:
                if field.type in LIST_TYPES:
                    lists = texts if field.type == "texts" else entries
                    lists.append(tables[f"{kind.name}_table"].arrays[f"{field.name}_begin"])
        text_items, entry_items = (tables[f"{name}_list_table"].arrays["items"] for name in ("text", "entry"))
        for lists, items in (texts, text_items), (entries, entry_items):
            reached = 0
            for begins in sorted([each[0], each[-1]] for each in lists):
                self.assertEqual(begins[0], reached)
                reached = begins[1]
            self.assertEqual(reached, len(items))
        self.assertEqual(len(tables["entry_list_table"]), len(entry_items))
        self.assertEqual({*text_items}, {*range(len(tables["text_list_table"]))})
        listed = tables["text_list_table"].texts("text")
        self.assertEqual(len({*listed}), len(listed))
        self.assertNotEqual(tables["text_list_table"].columns, {"text": NO_COLUMN} if listed else {})
