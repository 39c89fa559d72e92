"""The schema of the data: the fields of each table, and its agreement with the names in hand-written headers."""

import re

from codegen import schema
from codegen.kinds_reader import read_kinds
from codegen.source import Source
from tests.support.agreement import AgreementTest, public_names
from tests.support.catalogues import DELETED, changed
from tests.support.data_tests import FIELDS, DataTest, line_about, roomy_catalogue
from tests.support.generated_tables import headers_of, tables_of
from tests.support.generator import REAL_DATA
from tests.support.running import INCLUDE


class Fields(DataTest):
    def test_missing_field(self):
        for path, (required, _) in FIELDS.items():
            for field in required.split():
                with self.subTest(path=path, field=field):
                    line = f"{line_about(path, without=field)}{field}: is missing"
                    self.assert_refused(roomy_catalogue((*path, field, DELETED)), line)

    def test_optional_fields_may_be_absent(self):
        for path, (_, optional) in FIELDS.items():
            for field in optional.split():
                with self.subTest(path=path, field=field):
                    self.assert_accepted(roomy_catalogue((*path, field, DELETED)))

    def test_optional_fields_must_be_valid_if_given(self):
        for path, (_, optional) in FIELDS.items():
            for field in optional.split():
                with self.subTest(path=path, field=field):
                    self.assert_refused(roomy_catalogue((*path, field, 1.5)), f"{line_about(path)}{field}: must be ")

    def test_unknown_field(self):
        for path in FIELDS:
            with self.subTest(path=path):
                what = "is not a variable of CSL 1.0.2" if path[-1] == "citation" else "unknown field; the fields are "
                self.assert_refused(roomy_catalogue((*path, "colour", "red")), f"{line_about(path)}colour: {what}")

    def test_unknown_field_with_an_unusual_name(self):
        for name, shown in {"제목": "제목", "two\nlines": r"two\nlines", "Title": "Title"}.items():
            line = f"papers.toml: paper 'paper-two': {shown}: unknown field"
            with self.subTest(name=name):
                self.assert_refused(changed(("papers.toml", "paper", 1, name, "x")), line)


class Agreement(AgreementTest):
    def test_statuses(self):
        self.assert_enumerators("link_status", schema.STATUSES)

    def test_types_of_cells(self):
        self.assert_enumerators("cell_type", schema.CELL_TYPES)

    def test_names_of_the_library(self):
        kinds = read_kinds(Source(REAL_DATA)).values()
        of_kinds = {name for kind in kinds for name in (kind.name, kind.plural)}
        of_kinds |= {name for kind in kinds for name in kind.derived_names}
        self.assertLessEqual(of_kinds, public_names())
        self.assertEqual(schema.LIBRARY_NAMES, public_names() - of_kinds)

    def test_names_inside_the_library(self):
        kinds = read_kinds(Source(REAL_DATA))
        headers = headers_of(REAL_DATA)
        tables = {name.removesuffix("_table") for name in tables_of(headers)}
        files = {name.removesuffix(".hpp") for name in headers if name.endswith(".hpp")}
        files |= {name.removesuffix(".toml") for name in schema.FILES}
        plurals = {kind.plural for kind in kinds.values()}
        inside = tables - kinds.keys() | files - plurals | {"detail", "generated", "refcatalog", "std"}
        inside.add("table")  # the base of each row, from which the classes of records are derived
        self.assertEqual(schema.INTERNAL_NAMES, inside - schema.LIBRARY_NAMES)

    def test_every_accessor_of_all_records_is_reserved(self):
        text = (INCLUDE / "refcatalog" / "record.hpp").read_text(encoding="utf-8")
        accessors = set(re.findall(r"\b([a-z]+(?:_[a-z]+)*)\((?:lang \w+ = \{\})?\) const noexcept", text))
        self.assertIn("status_note", accessors)
        self.assertLessEqual(accessors - {"entry_index"} | {"kind"}, schema.RESERVED_FIELDS)
