"""Reads the generated headers back and compares them with the data: nothing is lost, and nothing is invented."""

import re
from pathlib import Path

from codegen import schema
from codegen.catalogue import Catalogue
from codegen.kinds import DESCRIPTION
from codegen.reader import read_catalogue
from codegen.tables import NO_COLUMN
from tests.support.generated_citations import CitationContent
from tests.support.generated_formats import FORMAT_TABLES, FORMAT_TEXTS, FormatContent
from tests.support.generated_given import GivenContent
from tests.support.generated_records import RecordContent, entries_of
from tests.support.generated_search import SearchContent
from tests.support.generated_tables import Tables, headers_of, tables_of

# The generated headers that every catalogue has, whatever its kinds.
HEADERS = (
    *("accessors", "categories", "citations", "formats", "given", "keys", "lang", "lists", "reading_order"),
    *("record_kind", "records", "search", "upkeep", "years"),
)
# The arrays and other constants of each table that every catalogue has, except those of the texts.
TABLES = {
    "catalog_table": "",
    "part_table": "",
    "column_table": "types fields",
    "category_table": "parts kinds first_row first_entry first_column columns",
    "entry_table": "categories",
    "common_table": "columns count",
    "csl_table": "type_count title container_title publisher DOI URL issued author arxiv first_date",
    "citation_table": "types first_variable variables first_contributor first_date",
    "contributor_table": "roles own first_own",
    "citation_date_table": "variables end_values end_base literals",
    "upkeep_table": "statuses first_correction",
    "listing_table": "first_alias first_tag first_link",
    "tag_table": "first_entry first_text",
    "date_table": "year_values year_base first_of_year first_year last_year",
    "text_list_table": "items",
    "entry_list_table": "items",
    "folding_table": "lower upper lower_begin lower_end upper_begin upper_end",
    "search_table": "begins ranks page_size name maker description",
    "given_table": "of_entry of_catalogue marks first_language languages",
    "stage_table": "first_step",
    "step_table": "numbers stages first_entry first_item last_item",
    "key_table": "windows displacements entries bucket_bits window_count longest widest seed multiplier",
    **FORMAT_TABLES,
}
TEXTS = {
    "catalog_table": "title notes_title facts_as_of heading",
    "part_table": "number title",
    "category_table": "name number title",
    "csl_table": "name",
    "citation_table": "text",
    "contributor_table": "name given",
    "upkeep_table": "current_url status_note",
    "text_list_table": "text",
    "stage_table": "name duration",
    "step_table": "label by note",
    "key_table": "key",
    **FORMAT_TEXTS,
}
# The tables without rows, and those with as many rows as another table.
WITHOUT_SIZE = {"common_table", "date_table", "field_form", "folding_table", "given_table"}


class HeaderContent(CitationContent, FormatContent, GivenContent, RecordContent, SearchContent):
    """Assertions that everything in the data can be read back from the headers alone."""

    def assert_content(self, data: Path) -> Tables:
        return self.assert_headers_say(read_catalogue(data), headers_of(data))

    def assert_headers_say(self, catalogue: Catalogue, headers: dict[str, str]) -> Tables:
        tables = tables_of(headers)
        self.assert_tables(catalogue, tables)
        self.assert_enumerations(catalogue, headers)
        self.assert_names_of_kinds(catalogue, headers)
        self.assert_records(catalogue, tables)
        self.assert_listed(catalogue, tables)
        self.assert_nothing_else_is_listed(catalogue, tables)
        self.assert_types(headers)
        self.assert_citations(catalogue, tables)
        self.assert_formats(catalogue, tables)
        self.assert_upkeep(catalogue, tables)
        self.assert_given(catalogue, tables)
        self.assert_accessors(catalogue, headers["accessors.hpp"])
        self.assert_categories(catalogue, tables)
        self.assert_columns(catalogue, tables)
        self.assert_reading_order(catalogue, tables)
        self.assert_keys(catalogue, tables)
        self.assert_search(catalogue, tables)
        return tables

    def assert_tables(self, catalogue: Catalogue, tables: Tables) -> None:
        """The headers have these tables, and each table has these members."""
        self.assertEqual(tables.keys(), TABLES.keys() | {f"{kind}_table" for kind in catalogue.kinds})
        for name, members in TABLES.items():
            with self.subTest(name):
                expected = {*members.split()} | ({"offsets", "lengths", "column_count"} if name in TEXTS else set())
                expected |= set() if name in WITHOUT_SIZE else {"size"}
                self.assertEqual(tables[name].arrays.keys() | tables[name].constants.keys(), expected)
                self.assertEqual(tables[name].columns.keys(), {*TEXTS.get(name, "").split()})

    def assert_enumerations(self, catalogue: Catalogue, headers: dict[str, str]) -> None:
        languages = [language.enumerator for language in catalogue.languages]
        for name, enumerators in ("lang", languages), ("record_kind", [*catalogue.kinds]):
            header = headers[f"{name}.hpp"]
            body = re.search(rf"\nenum class {name} : std::uint8_t \{{\n(.*?)\n\}};", header, re.DOTALL)[1]
            self.assertEqual(body.replace(",", "").split(), enumerators)
        tags = dict(re.findall(r'case lang::(\w+): return "(.*)";', headers["lang.hpp"]))
        self.assertEqual(tags, {language.enumerator: language.tag for language in catalogue.languages})
        array = re.search(r"languages = \{\n(.*?)\};", headers["lang.hpp"], re.DOTALL)[1]
        self.assertEqual(re.findall(r"lang::(\w+)", array), languages)
        names = re.findall(r'case record_kind::(\w+): return "(.*)";', headers["record_kind.hpp"])
        self.assertEqual(names, [(kind, kind) for kind in catalogue.kinds])

    def assert_names_of_kinds(self, catalogue: Catalogue, headers: dict[str, str]) -> None:
        """Each kind has its header, and the module exports every name that the headers declare for it."""
        kinds = catalogue.kinds.values()
        names = {f"{name}.hpp" for name in HEADERS} | {f"{kind.plural}.hpp" for kind in kinds} | {"exports.inc"}
        self.assertEqual(headers.keys(), names)
        views = [name for kind in kinds if kind.date for name in (f"{kind.plural}_between", f"{kind.plural}_in")]
        self.assertEqual(re.findall(r"^constexpr \S+(?: \S+)? (\w+)\(", headers["years.hpp"], re.MULTILINE), views)
        views += [f"{kind.name}_view" for kind in kinds if kind.date]
        exported = re.findall(r"^using refcatalog::(\w+);$", headers["exports.inc"], re.MULTILINE)
        self.assertEqual(exported, sorted([*views, *(name for kind in kinds for name in (kind.name, kind.plural))]))

    def assert_upkeep(self, catalogue: Catalogue, tables: Tables) -> None:
        records, table = entries_of(catalogue), tables["upkeep_table"]
        self.assertEqual(len(table), len(records))
        statuses = [record.status or "active" for record in records]
        self.assertEqual([schema.STATUSES[status] for status in table.arrays["statuses"]], statuses)
        corrections = [[(item.cell, item.fact) for item in record.correction or []] for record in records]
        self.assertEqual(tables.corrections(len(catalogue.languages)), corrections)
        self.assertEqual(table.texts("current_url"), [record.current_url or "" for record in records])
        notes = [record.status_note for record in records]
        self.assert_localized(table, "status_note", notes, len(catalogue.languages))

    def assert_categories(self, catalogue: Catalogue, tables: Tables) -> None:
        languages = len(catalogue.languages)
        self.assertEqual(len(tables["catalog_table"]), 1)
        self.assert_localized(tables["catalog_table"], "title", [catalogue.title], languages)
        self.assert_localized(tables["catalog_table"], "notes_title", [catalogue.notes_title], languages)
        self.assertEqual(tables["catalog_table"].texts("facts_as_of"), [catalogue.facts_as_of or ""])
        self.assert_localized(tables["part_table"], "title", [part.title for part in catalogue.parts], languages)
        self.assertEqual(tables["part_table"].texts("number"), [part.number or "" for part in catalogue.parts])
        table = tables["category_table"]
        self.assertEqual(table.texts("name"), [category.id for category in catalogue.categories])
        self.assertEqual(table.texts("number"), [category.number or "" for category in catalogue.categories])
        self.assert_localized(table, "title", [category.title for category in catalogue.categories], languages)
        self.assertEqual(table.arrays["parts"], [category.part for category in catalogue.categories])
        self.assertEqual(table.arrays["first_entry"][-1], len(tables["entry_table"]))
        self.assertEqual(len(tables["entry_table"].arrays["categories"]), len(tables["entry_table"]))
        for row, category in enumerate(catalogue.categories):
            records = catalogue.records[category.kind]
            self.assertEqual([*catalogue.kinds][table.arrays["kinds"][row]], category.kind)
            begin, end = table.arrays["first_entry"][row : row + 2]
            own = [record for record in records if record.category == category.id]
            self.assertEqual(end - begin, len(own))
            first = table.arrays["first_row"][row]
            self.assertEqual(records[first : first + len(own)], own)
            self.assertEqual(tables["entry_table"].arrays["categories"][begin:end], [row] * len(own))

    def assert_columns(self, catalogue: Catalogue, tables: Tables) -> None:
        """The table of each category has these columns."""
        of_categories, table = tables["category_table"].arrays, tables["column_table"]
        self.assertEqual(of_categories["first_column"][-1], len(of_categories["columns"]))
        self.assertEqual({*of_categories["columns"]}, {*range(len(table))})
        own_types = ("localized", "ordinal", "url")
        for row, category in enumerate(catalogue.categories):
            kind = catalogue.kinds[category.kind]
            types = {field.name: field.type if field.type in own_types else "text" for field in kind.fields}
            types |= {field.name: "localized" for field in kind.fields if field.type == "entries"}
            types |= {"key": "text", "tags": "text", "link": "link", "links": "links"}
            types |= {kind.title: "title", DESCRIPTION: "description"}
            begin, end = of_categories["first_column"][row : row + 2]
            self.assertEqual(end - begin, len(category.columns))
            headings = [heading for _, heading in category.columns]
            self.assertEqual(tables.headings(row, len(catalogue.languages)), headings)
            for column, (field, _) in zip(of_categories["columns"][begin:end], category.columns):
                self.assertEqual(schema.CELL_TYPES[table.arrays["types"][column]], types[field])
                stored = tables[f"{kind.name}_table"].columns.get(field, NO_COLUMN)
                self.assertEqual(table.arrays["fields"][column], stored)

    def assert_reading_order(self, catalogue: Catalogue, tables: Tables) -> None:
        steps = [step for stage in catalogue.stages for step in stage.step]
        keys, languages = [record.key for record in entries_of(catalogue)], len(catalogue.languages)
        for field in "name", "duration":
            lines = [getattr(stage, field) for stage in catalogue.stages]
            self.assert_localized(tables["stage_table"], field, lines, languages)
        table = tables["step_table"]
        self.assertEqual(table.arrays["numbers"], [step.number or 0 for step in steps])
        self.assertEqual(table.texts("label"), [step.label or "" for step in steps])
        self.assertEqual(table.texts("by"), [step.by or "" for step in steps])
        self.assert_localized(table, "note", [step.note for step in steps], languages)
        listed = tables.entries_listed(table.arrays["first_entry"])
        self.assertEqual([[keys[index] for index in each] for each in listed], [step.entries for step in steps])
        ends = (table.constants["first_item"], table.constants["last_item"])
        self.assertEqual(ends, (table.arrays["first_entry"][0], table.arrays["first_entry"][-1]))
        first_steps = tables["stage_table"].arrays["first_step"]
        self.assertEqual((first_steps[0], first_steps[-1]), (0, len(steps)))
        for row, stage in enumerate(table.arrays["stages"]):
            first, last = first_steps[stage : stage + 2]
            self.assertTrue(first <= row < last)
            self.assertIs(steps[row], catalogue.stages[stage].step[row - first])

    def assert_keys(self, catalogue: Catalogue, tables: Tables) -> None:
        """Every key and every alias has a slot, and any further slot repeats one of them."""
        table = tables["key_table"]
        records = entries_of(catalogue)
        keys = [(key, at) for at, record in enumerate(records) for key in (record.key, *(record.aliases or []))]
        slots = list(zip(table.texts("key"), table.arrays["entries"], strict=True))
        self.assertEqual({*slots}, {*keys})
