"""formats.hpp: the names of the types and variables of citations in the formats of bibliographies."""

from .. import csl
from ..citations import Citation
from ..formats import CONTAINERS, FIELDS, PUBLISHERS, TYPES, Field, groups_of, language_name
from ..tables import Constant, Header, Struct, TablesHeader, number_array, plain, text_table
from .citations import ARXIV, Names

# How the value of a field is written.
FORMS = (
    *("text", "title", "container", "publisher", "place", "names", "date", "issued", "number", "edition", "page"),
    *("language", "keyword", "identifier", "arxiv", "pmid"),
)
FORM_OF = {
    "title": "title",
    "title-short": "title",
    "collection-title": "title",
    "event-title": "title",
    "original-title": "title",
    "container-title": "container",
    "publisher": "publisher",
    "publisher-place": "place",
    "event-place": "place",
    "original-publisher": "place",
    "original-publisher-place": "place",
    "issued": "issued",
    "edition": "edition",
    **dict.fromkeys(("issue", "number", "collection-number"), "number"),
    "page": "page",
    "language": "language",
    "keyword": "keyword",
    "DOI": "identifier",
    "URL": "identifier",
    ARXIV: "arxiv",
    "PMID": "pmid",
}

FORMATS = {"bibtex": "BibTeX", "biblatex": "BibLaTeX", "ris": "RIS"}


def build(cited: list[Citation], names: Names) -> Header:
    tables = [table for format in FORMATS for table in (_type_table(format), _field_table(format, names))]
    return TablesHeader("formats.hpp", "the data of all records", [_forms(), *tables, _languages(cited)])


def _forms() -> Struct:
    comment = "How the value of a field is written."
    constants = [Constant("std::size_t", form, str(number)) for number, form in enumerate(FORMS)]
    return Struct("field_form", comment, constants=constants)


def _type_table(format: str) -> Struct:
    types = [getattr(type, format) for type in TYPES]
    columns = {"name": plain(types)}
    comment = f"The names of the types in {FORMATS[format]}, in the order of csl_type"
    if format in CONTAINERS:
        for column, variable, fields in (
            ("container", "container-title", CONTAINERS[format]),
            ("publisher", "publisher", PUBLISHERS[format]),
        ):
            columns[column] = plain([fields.get(type, _general(format, variable)) for type in types])
        comment += ", and its fields for the container and the publisher, which depend on the type"
    comment += "."
    return text_table(f"{format}_types", comment, len(types), columns)


def _general(format: str, variable: str) -> str:
    """The field for a variable that does not depend on the type."""
    return next(getattr(field, format) for field in FIELDS if field.variable == variable)


def _field_table(format: str, names: Names) -> Struct:
    grouped = [
        (field, group)
        for field, group in zip(FIELDS, groups_of(format))
        if getattr(field, format) and field.variable in names.number
    ]
    fields, groups = [field for field, _ in grouped], [group for _, group in grouped]
    comment = (
        f"The fields of {FORMATS[format]}, in the order in which they are written, for the variables that citations "
        "give. Only the first given one of adjacent alternatives counts."
    )
    arrays = [
        number_array("variables", [names.number[field.variable] for field in fields], "The number of each variable."),
        number_array("forms", [_form(format, field) for field in fields], "The field_form of each field."),
        number_array(
            "alternatives",
            [int(group == before) for group, before in zip(groups, [0, *groups])],
            "1 for an alternative to the field before it.",
        ),
    ]
    columns = {"name": plain([getattr(field, format) for field in fields])}
    return text_table(f"{format}_fields", comment, len(fields), columns, arrays=arrays)


def _form(format: str, field: Field) -> int:
    if field.variable in csl.NAME_VARIABLES:
        return FORMS.index("names")
    if getattr(field, format) == _general(format, "container-title"):
        return FORMS.index("container")
    default = "date" if field.variable in csl.DATE_VARIABLES else "text"
    return FORMS.index(FORM_OF.get(field.variable, default))


def _languages(cited: list[Citation]) -> Struct:
    given = sorted({citation.texts["language"] for citation in cited if "language" in citation.texts})
    named = [language for language in given if language_name(language)]
    columns = {"language": plain(named), "name": plain([language_name(language) for language in named])}
    comment = "The languages that citations give, each with the name that BibTeX and BibLaTeX have for it."
    return text_table("language_names", comment, len(named), columns)
