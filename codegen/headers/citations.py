"""citations.hpp: how the records were published."""

from .. import schema
from ..author_names import family_name
from ..catalogue import Catalogue, Row
from ..tables import Constant, Header, TablesHeader, based_numbers, number_array, plain, text_table
from .lists import Lists


def build(catalogue: Catalogue, lists: Lists) -> Header:
    cited = [record.citation for record in catalogue.entries if record.citation]
    # The first row is that of all records without a citation.
    citations = [None, *cited]
    rows = {id(citation): row for row, citation in enumerate(cited, 1)}
    authors = [citation.authors if citation else [] for citation in citations]

    def given(*fields: str) -> list:
        """The first of the fields that each citation gives, None where there is none."""
        return [citation.first(*fields) if citation else None for citation in citations]

    texts = {
        "title": plain(given("title")),
        "venue": plain(given("conference", "journal", "institution")),
        "arxiv_id": plain(given("arxiv")),
        "doi": plain(given("doi")),
    }
    entries = [rows.get(id(record.citation), 0) for record in catalogue.entries]
    types = [schema.PUBLICATION_TYPES.index(type) if type else 0 for type in given("type")]
    journals = [int(journal is not None) for journal in given("journal")]
    family_begins = [_family_begin(name, catalogue.family_names) for each in authors for name in each]
    base, years = based_numbers("year", list(map(_year, citations)))
    constants = [Constant("std::size_t", "first_name", str(len(lists.texts))), base]
    arrays = [
        number_array("rows", entries, "The row of each entry."),
        number_array("types", types, "The publication_type of each row."),
        number_array("journals", journals, "1 where the venue is a journal."),
        years,
        lists.add_texts("first_author", authors, "Where in text_list_table each row's authors begin, and the end."),
        number_array(
            "family_begin",
            family_begins,
            "Where in each name, from first_name on, the family name begins; 0 where that is not certain.",
        ),
    ]
    comment = (
        "How the records were published. The first row is that of the records of which nothing is said. A title is "
        "given where it is not the record's own."
    )
    table = text_table("citation_table", comment, len(citations), texts, constants, arrays)
    return TablesHeader("citations.hpp", "the data of all records", [table])


def _family_begin(name: str, family_names: dict[str, str]) -> int:
    family = family_name(name, family_names)
    return len(name.encode()) - len(family.encode()) if family else 0


def _year(citation: Row | None) -> int | None:
    """The year of publication, or that of the preprint; None where neither is known."""
    if not citation:
        return None
    return citation.year or (schema.arxiv_year(citation.arxiv) if citation.arxiv else None)
