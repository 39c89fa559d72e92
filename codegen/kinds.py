"""A kind of record, and its properties."""

from dataclasses import dataclass

from . import schema
from .catalogue import PartialDate, Record


# The name of a column that shows the first description field that a record gives; no field has a name with a space.
DESCRIPTION = "the description"


def derived_names(name: str, plural: str) -> tuple[str, ...]:
    """The further names generated for a kind with a date: views of its records by year and by category."""
    return f"{name}_view", f"{plural}_between", f"{plural}_in"


@dataclass(frozen=True)
class Kind:
    """A kind of record: `name` is the name of its tables in `plural`.toml and of its class, `plural` that of its array.
    `fields` are those that not every record has. `title`, `by` and `description` name the fields that an entry returns
    under these names; the first one that a record gives is used. `date` names the field of its date, `abstract` that of
    its abstract in citations; either may be empty. `cite_as` is the CSL type."""

    name: str
    plural: str
    doc: str
    fields: tuple[schema.Field, ...]
    title: str
    by: tuple[str, ...]
    description: tuple[str, ...]
    date: str
    cite_as: str = "document"
    abstract: str = ""

    @property
    def derived_names(self) -> tuple[str, ...]:
        return derived_names(self.name, self.plural) if self.date else ()

    @property
    def file(self) -> str:
        return f"{self.plural}.toml"

    @property
    def given(self) -> tuple[schema.Field, ...]:
        """The fields that its tables in the data may have."""
        own = tuple(field for field in self.fields if field.type != "ordinal")
        return (*schema.RECORD, *own, *schema.COMMON)

    @property
    def texts(self) -> tuple[schema.Field, ...]:
        """The fields that its table stores as texts."""
        own = tuple(field for field in self.fields if field.type in schema.TEXT_TYPES)
        return (schema.KEY, *own, *schema.LINK)

    @property
    def common(self) -> dict[str, tuple[str, ...]]:
        """The texts that entries of all kinds have, each with the fields that can provide it."""
        return {
            "title": (self.title, "key"),
            "by": self.by,
            "description": self.description,
            "link_label": ("link_label",),
        }

    @property
    def cells(self) -> dict[str, tuple[str, ...]]:
        """The cells that a correction can name, each with its fields."""
        own = {field.name: (field.name,) for field in self.fields if field.type != "ordinal"}
        return own | {"link": ("link_label", "url")}

    @property
    def default_columns(self) -> list[tuple[str, str]]:
        """The columns of a category without `columns`, with their headings."""
        field = DESCRIPTION if len(self.description) > 1 else next(iter(self.description), "")
        described = [(field, "Description")] if field else []
        return [(self.title, "Title"), ("link", "Link"), *described]

    def date_of(self, record: Record) -> PartialDate | None:
        """The date in its date field; a year alone is a date too."""
        value = record.values[self.date] if self.date else None
        return PartialDate(value) if isinstance(value, int) else value

    def field(self, name: str) -> schema.Field | None:
        return next((field for field in self.given + self.fields if field.name == name), None)
