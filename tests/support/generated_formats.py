"""Compares the tables of bibliography formats, read back from the headers, with the generator's own tables."""

from codegen import csl
from codegen.catalogue import Catalogue
from codegen.citations import citations
from codegen.formats import CONTAINERS, FIELDS, TYPES, groups_of, language_name
from codegen.headers.formats import FORMATS, FORMS
from tests.support.generated_tables import Tables

# The arrays and other constants of each table, and then the columns of texts.
FORMAT_TABLES = {
    "field_form": " ".join(FORMS),
    **{f"{format}_types": "" for format in FORMATS},
    **{f"{format}_fields": "variables forms alternatives" for format in FORMATS},
    "language_names": "",
}
FORMAT_TEXTS = {
    **{f"{format}_types": "name container publisher" if format in CONTAINERS else "name" for format in FORMATS},
    **{f"{format}_fields": "name" for format in FORMATS},
    "language_names": "language name",
}


class FormatContent:
    def assert_formats(self, catalogue: Catalogue, tables: Tables) -> None:
        self.assertEqual([type.csl for type in TYPES], list(csl.TYPES))
        for format in FORMATS:
            types, fields = tables[f"{format}_types"], tables[f"{format}_fields"]
            self.assertEqual(types.texts("name"), [getattr(type, format) for type in TYPES])
            for column in FORMAT_TEXTS[f"{format}_types"].split():
                self.assertNotIn("", types.texts(column))
            names = [*tables.variable_names(), "arxiv"]
            given = [
                (getattr(field, format), field.variable, group)
                for field, group in zip(FIELDS, groups_of(format))
                if getattr(field, format) and field.variable in names
            ]
            variables = [names[number] for number in fields.arrays["variables"]]
            self.assertEqual([*zip(fields.texts("name"), variables)], [(name, variable) for name, variable, _ in given])
            groups = [group for *_, group in given]
            alternatives = [int(group == before) for group, before in zip(groups, [None, *groups])]
            self.assertEqual(fields.arrays["alternatives"], alternatives)
            forms = [FORMS[form] for form in fields.arrays["forms"]]
            self.assertEqual([form == "names" for form in forms], [name in csl.NAME_VARIABLES for name in variables])
            dates = [form in ("date", "issued") for form in forms]
            self.assertEqual(dates, [name in csl.DATE_VARIABLES for name in variables])
        self.assertEqual([tables["field_form"].constants[form] for form in FORMS], [*range(len(FORMS))])
        given = {citation.texts["language"] for citation in citations(catalogue) if "language" in citation.texts}
        languages = [*zip(tables["language_names"].texts("language"), tables["language_names"].texts("name"))]
        self.assertEqual(languages, [(each, language_name(each)) for each in sorted(given) if language_name(each)])
