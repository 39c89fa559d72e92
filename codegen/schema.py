"""The schema of the data files: a declaration of each table, and of a kind of record."""

from dataclasses import dataclass

from . import csl
from .text_pool import PAGE_CAPACITY

# A text and its terminator must fit in one page of a pool.
MOST_TEXT_BYTES = PAGE_CAPACITY - 1

# One byte holds the number of categories, or the index of one.
MOST_CATEGORIES = 255

# In the order of link_status.
STATUSES = ("active", "renamed", "moved", "archived", "closed", "unknown")


@dataclass(frozen=True)
class Field:
    """A field of a table in a data file; `type` determines how its value is checked and stored. `doc` is the comment of
    its accessor."""

    name: str
    type: str
    required: bool = True
    doc: str = ""


# The fields of every record before and after those of its kind.
KEY = Field("key", "key")
RECORD = (KEY, Field("category", "plain"))
LINK = (Field("link_label", "localized", False), Field("url", "url", False))
COMMON = (
    *LINK,
    Field("links", "links", False),
    Field("tags", "tags", False),
    Field("aliases", "keys", False),
    Field("citation", "table", False),
    Field("status", "status", False),
    Field("current_url", "url", False),
    Field("status_note", "localized", False),
    Field("correction", "tables", False),
)
LABELLED_LINK = (Field("label", "localized"), Field("url", "url"))

# One byte also holds the number of a kind, and of a language.
MOST_KINDS = MOST_LANGUAGES = 255

# The limit for the names of kinds, plurals and fields: names made from them must fit on a line.
MOST_NAME_LETTERS = 50

KINDS_FILE = "kinds.toml"
KINDS = (Field("kind", "tables", False),)
KIND = (
    Field("name", "name"),
    Field("plural", "name"),
    Field("doc", "doc"),
    Field("title", "plain"),
    Field("by", "field_names", False),
    Field("description", "field_names", False),
    Field("date", "plain", False),
    Field("abstract", "plain", False),
    Field("cite_as", "csl_type", False),
    Field("field", "tables"),
)
# Further fields of an existing kind, and new values of its other properties.
EXTENSION = (
    Field("extends", "name"),
    Field("title", "plain", False),
    Field("by", "field_names", False),
    Field("description", "field_names", False),
    Field("date", "plain", False),
    Field("abstract", "plain", False),
    Field("cite_as", "csl_type", False),
    Field("field", "tables", False),
)
KIND_FIELD = (Field("name", "name"), Field("type", "field_type"), Field("doc", "doc"), Field("required", "flag", False))

# The types of the fields of a kind, in the order of data/README.md. An ordinal is not given; the place of the record
# determines it.
FIELD_TYPES = (
    *("text", "localized", "prose", "url", "integer", "year"),
    *("date", "flag", "texts", "entries", "ordinal"),
)
# The types of fields that are stored as texts, and of fields that a kind can name as its title, `by` or description,
# date, and abstract.
TEXT_TYPES = ("text", "localized", "prose", "url")
TITLE_TYPES = ("text", "localized")
SHOWN_TYPES = (*TITLE_TYPES, "texts")
DATE_TYPES = ("year", "date")
ABSTRACT_TYPES = (*TITLE_TYPES, "prose")

# A field with one of these names would hide a present or future member of every record.
RESERVED_FIELDS = frozenset(
    """aliases category citation correction corrections current_url key kind link link_label links status
    status_note tags url""".split()
)
# Names that neither a kind nor its array can have, because the library uses them: those that the headers declare,
LIBRARY_NAMES = frozenset(
    """all_tags catalog_title categories category category_info citation citation_variable citation_variable_view
    closest contributor contributor_view correction correction_view csl_type entries entries_between entries_in entry
    entry_list_view entry_view facts_as_of find first_year for_each_field get in info labelled_link lang languages
    last_year link_status link_view match_list name_view part_info partial_date parts reading_list reading_order
    reading_stage reading_stages reading_step record_kind records_in rendered search search_view tagged text_list_view
    to_string top_matches version visit write_biblatex write_bibtex write_csl_json write_json write_markdown
    write_markdown_notes write_ris""".split()
)
# and those of namespaces, and of tables, headers and data files that do not hold records.
INTERNAL_NAMES = frozenset(
    """accessors biblatex_fields biblatex_types bibtex_fields bibtex_types catalog citation_date citations column common
    csl date detail entry_list field_form folding formats generated given key keys kinds language_names listing lists
    part records refcatalog ris_fields ris_types stage std step table tag text_list upkeep years""".split()
)
TAKEN_NAMES = LIBRARY_NAMES | INTERNAL_NAMES

CATALOG_FILE = "catalog.toml"
READING_FILE = "reading_order.toml"
# The files that do not hold records.
FILES = (CATALOG_FILE, KINDS_FILE, READING_FILE)
LANGUAGES = (Field("languages", "languages", False),)
CATALOG = (
    *LANGUAGES,
    Field("title", "localized"),
    Field("notes_title", "localized", False),
    Field("facts_as_of", "month", False),
    Field("part", "tables"),
    Field("category", "tables"),
)
# In the order of cell_type.
CELL_TYPES = ("text", "localized", "title", "description", "link", "links", "url", "ordinal")
# The columns of a category's table besides the fields of its kind.
COLUMN_FIELDS = ("key", "link", "links", "tags")
PART = (Field("id", "name", False), Field("number", "outline_number", False), Field("title", "localized"))
CATEGORY = (
    Field("id", "name"),
    Field("number", "outline_number", False),
    Field("part", "plain", False),
    Field("title", "localized"),
    Field("kind", "plain"),
    Field("columns", "columns", False),
)

# The types of the variables of CSL that are not lines of text.
VARIABLE_TYPES = {
    **dict.fromkeys(("abstract", "annote", "note"), "variable_prose"),
    **{"DOI": "doi", "URL": "variable_url"},
    **dict.fromkeys(csl.DATE_VARIABLES, "date_range"),
    **dict.fromkeys(csl.NAME_VARIABLES, "names"),
}
# How a record is cited.
CITATION = (
    Field("type", "citation_type", False),
    *(Field(name, VARIABLE_TYPES.get(name, "variable"), False) for name in csl.VARIABLES),
    Field("arxiv", "arxiv", False),
)
CORRECTION = (Field("cell", "plain"), Field("fact", "localized"))

READING = (Field("stage", "tables", required=False),)
STAGE = (Field("name", "localized"), Field("duration", "localized"), Field("step", "tables"))
STEP = (
    Field("number", "step_number", required=False),
    Field("label", "text", required=False),
    Field("by", "text", required=False),
    Field("note", "localized"),
    Field("entries", "keys"),
)
