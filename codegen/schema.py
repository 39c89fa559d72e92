"""What the data files may hold: a declaration of each kind of record, and of each other table."""

import re
from dataclasses import dataclass

from .text_pool import PAGE_CAPACITY

# A text and its terminator fit one page of a pool.
MOST_TEXT_BYTES = PAGE_CAPACITY - 1

# One byte holds how many categories there are, and the number of each.
MOST_CATEGORIES = 255

# 1706.03762, or cs.CL/0101001 as it was before 2007: the first two digits are the year, the next two the month.
ARXIV = re.compile(
    r"(0[7-9]|[1-8]\d)(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/(\d\d)(?:0[1-9]|1[0-2])\d{3}", re.ASCII
)

# In the order of publication_type and of link_status.
PUBLICATION_TYPES = ("article", "preprint", "report", "software", "blog_post")
STATUSES = ("active", "renamed", "moved", "archived", "closed", "unknown")


@dataclass(frozen=True)
class Field:
    """A field of a table in a data file; `type` names its check in checks.CHECKS and how the value is stored."""

    name: str
    type: str
    required: bool = True


@dataclass(frozen=True)
class Kind:
    """A kind of record: `name` heads its tables in `plural`.toml and is its enumerator in record_kind.

    `fields` are those of the original, `facts` what is known beyond it. `common` has the fields that each of the texts
    that all kinds share comes from; the first that a record gives counts. `columns` has the columns of the table that
    markdown.hpp writes; a category chooses among several tables by the number of its headings."""

    name: str
    plural: str
    fields: tuple[Field, ...]
    facts: tuple[Field, ...]
    common: dict[str, tuple[str, ...]]
    columns: tuple[tuple[str, ...], ...]

    @property
    def file(self) -> str:
        return f"{self.plural}.toml"

    @property
    def cells(self) -> dict[str, tuple[str, ...]]:
        """The cells of the original that a correction can name, each with the fields that make it up."""
        own = {field.name: (field.name,) for field in self.fields if field.name not in NO_CELLS}
        return own if self.name == "paper" else own | {"link": ("link_label", "url")}


# Fields that are no cell of the original, or only together with another one.
NO_CELLS = frozenset("key category short_title link_label url".split())


def _text(name: str) -> Field:
    return Field(name, "text")


def _bilingual(name: str, required: bool = True) -> Field:
    return Field(name, "bilingual", required)


def _kind(
    name: str, plural: str, *own: Field, columns: str, title: str, description: str, by: tuple[str, ...] = ()
) -> Kind:
    """`columns` are the names of the columns, with a bar between tables."""
    if name == "paper":
        link = (Field("url", "url"),)
        facts = (Field("citation", "table", False),)
    else:
        link = (_bilingual("link_label", False), Field("url", "url", False))
        facts = (Field("status", "status", False), Field("current_url", "url", False), _bilingual("status_note", False))
    facts += (Field("correction", "tables", False),)
    common = {"title": (title,), "by": by, "description": (description,), "link_label": ("link_label",)}
    if name == "paper":
        common["link_label"] = ()
    tables = tuple(tuple(table.split()) for table in columns.split("|"))
    return Kind(name, plural, (Field("key", "key"), Field("category", "plain"), *own, *link), facts, common, tables)


def _described(name: str, plural: str) -> Kind:
    """A kind whose records have a name and a description."""
    own = (_text("name"), _bilingual("description"))
    return _kind(name, plural, *own, columns="name link description", title="name", description="description")


# In the order of record_kind.
KINDS = (
    _kind(
        "paper",
        "papers",
        _text("title"),
        _text("short_title"),
        _text("authors"),
        Field("year", "year"),
        _bilingual("summary"),
        _bilingual("contribution"),
        columns="number title authors year summary contribution",
        title="title",
        by=("authors",),
        description="summary",
    ),
    _described("repository", "repositories"),
    _described("dataset", "datasets"),
    _kind(
        "course",
        "courses",
        _text("title"),
        _text("provider"),
        _bilingual("instructors", False),
        _bilingual("topic"),
        columns="title provider instructors topic link | title provider topic",
        title="title",
        by=("instructors", "provider"),
        description="topic",
    ),
    _kind(
        "blog",
        "blogs",
        _text("name"),
        _bilingual("author"),
        _bilingual("content"),
        columns="name author content link",
        title="name",
        by=("author",),
        description="content",
    ),
    _kind(
        "post",
        "posts",
        _text("title"),
        _text("author"),
        _bilingual("topic"),
        columns="title author topic link",
        title="title",
        by=("author",),
        description="topic",
    ),
    _kind(
        "community",
        "communities",
        _bilingual("name"),
        _bilingual("description"),
        columns="name description link",
        title="name",
        description="description",
    ),
    _kind(
        "book",
        "books",
        _bilingual("title"),
        _bilingual("author"),
        _bilingual("features"),
        columns="title author features link",
        title="title",
        by=("author",),
        description="features",
    ),
    _kind(
        "tool",
        "tools",
        _text("name"),
        _bilingual("purpose"),
        columns="name purpose link",
        title="name",
        description="purpose",
    ),
)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}

CATALOG_FILE = "catalog.toml"
CATALOG = (
    Field("title", "bilingual"),
    Field("facts_as_of", "month", False),
    Field("part", "tables"),
    Field("category", "tables"),
)
PART = (Field("number", "section"), Field("title", "bilingual"))
CATEGORY = (
    Field("id", "name"),
    Field("number", "section"),
    Field("title", "bilingual"),
    Field("kind", "plain"),
    Field("columns", "bilinguals"),
)

# Of a paper, as published.
CITATION = (
    Field("type", "publication_type"),
    Field("title", "text", False),
    Field("authors", "authors"),
    Field("arxiv", "arxiv", False),
    Field("conference", "text", False),
    Field("journal", "text", False),
    Field("institution", "text", False),
    Field("year", "year", False),
    Field("doi", "doi", False),
)
# Where each type of publication appears, if anywhere.
VENUES = {"article": ("conference", "journal"), "report": ("institution",)}
CORRECTION = (Field("cell", "plain"), Field("fact", "bilingual"))

READING_FILE = "reading_order.toml"
READING = (Field("stage", "tables", required=False),)
STAGE = (Field("name", "bilingual"), Field("duration", "bilingual"), Field("step", "tables"))
STEP = (
    Field("number", "integer", required=False),
    Field("label", "text", required=False),
    Field("by", "text", required=False),
    Field("note", "bilingual"),
    Field("entries", "keys"),
)


def arxiv_year(identifier: str) -> int:
    """The year in which arXiv took a paper in."""
    digits = int(next(filter(None, ARXIV.fullmatch(identifier).groups())))
    return 1900 + digits if digits >= 91 else 2000 + digits
