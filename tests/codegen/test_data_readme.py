"""data/README.md: its tables of fields agree with the schema."""

import re
import unittest

from codegen import citation_checks, csl, schema
from tests.support.generator import REAL_DATA

README = (REAL_DATA / "README.md").read_text(encoding="utf-8")


def rows_below(heading: str) -> list[list[str]]:
    """The cells of the first table after these words, without its header."""
    table = re.search(r"(?:^\|.*\n)+", README[README.index(heading) :], re.MULTILINE)[0]
    return [line.strip("| \n").split(" | ") for line in table.splitlines()[2:]]


def names_in(cell: str) -> list[str]:
    """The words between backticks."""
    return re.findall(r"`(\w+)`", cell)


class Tables(unittest.TestCase):
    def test_types_of_fields(self):
        rows = rows_below("Each field becomes an accessor")
        self.assertEqual([row[0] for row in rows], [f"`{type}`" for type in schema.FIELD_TYPES])

    def test_common_fields(self):
        rows = rows_below("### Common fields")
        self.assertEqual([row[0] for row in rows], [f"`{field.name}`" for field in schema.COMMON])

    def test_fields_of_all_tables(self):
        """All tables but those of records, which are tested above; optional fields are in parentheses."""
        tables = {
            "`[[part]]`": schema.PART,
            "`[[category]]`": schema.CATEGORY,
            "(`[[<kind>.correction]]`)": schema.CORRECTION,
            "(`[[stage]]`)": schema.STAGE[:2],
            "`[[stage.step]]`": schema.STEP,
            "`[[kind.field]]`": schema.KIND_FIELD,
        }
        described = {row[-2]: row[-1] for row in rows_below("## Fields\n")}
        for table, fields in tables.items():
            with self.subTest(table):
                cell = re.sub(r'(`"[^`]*`)|`link`|`true`', "", described[table])
                self.assertEqual(sorted(names_in(cell)), sorted(field.name for field in fields))
                optional = names_in("".join(re.findall(r"\(`.*?\)", cell)))
                self.assertEqual(sorted(optional), sorted(field.name for field in fields if not field.required))
        own, extension = described["(`[[kind]]`)"].split("; or ")
        for cell, fields in (own, schema.KIND[:-1]), (extension, schema.EXTENSION[:-1]):
            self.assertEqual(names_in(cell), [field.name for field in fields])

    def test_fields_of_citations(self):
        beside_csl = [row[0] for row in rows_below("### Citations\n")]
        self.assertEqual(beside_csl, ["`type`", "`arxiv`"])
        variables = [field.name for field in schema.CITATION if f"`{field.name}`" not in beside_csl]
        self.assertEqual(sorted(variables), sorted(csl.VARIABLES))

    def test_variables_other_than_lines(self):
        """Each row but the last lists the variables of one check; for names and dates, it gives examples."""
        rows = [row[0] for row in rows_below("| variables |")]
        checks = ("names", "date_range", "variable", "variable_url", "variable", "variable_prose")
        for row, check in zip(rows[:-1], checks, strict=True):
            named = re.findall(r"`([\w-]+)`", row)
            self.assertEqual({schema.VARIABLE_TYPES.get(name, "variable") for name in named}, {check}, row)
            if check == "variable_prose":
                self.assertEqual(named, [name for name, type in schema.VARIABLE_TYPES.items() if type == check])

    def test_parts_of_names(self):
        sentence = re.search(r"\nIts parts are (.*?)\.\n", README, re.DOTALL)[1]
        self.assertEqual({*re.findall(r"`([\w-]+)`", sentence)}, {*citation_checks.NAME_PARTS})
