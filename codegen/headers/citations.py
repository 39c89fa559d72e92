"""citations.hpp: the authors, and how the papers were published."""

from .. import schema
from ..author_names import family_name
from ..catalogue import Catalogue, Row
from ..tables import Header, Struct, TablesHeader, begin_array, number_array, plain, text_table


def build(catalogue: Catalogue) -> Header:
    kind = catalogue.kinds[schema.CITED_KIND]
    citations = [record.citation for record in catalogue.records[kind.name]]
    authors = [citation.authors if citation else [] for citation in citations]
    names = list(dict.fromkeys(name for paper_authors in authors for name in paper_authors))
    tables = [_author_table(names, catalogue.family_names), _citation_table(citations, authors, names)]
    return TablesHeader("citations.hpp", f"data/{kind.file}", tables)


def _author_table(names: list[str], family_names: dict[str, str]) -> Struct:
    begins = []
    for name in names:
        family = family_name(name, family_names)
        begins.append(len(name.encode()) - len(family.encode()) if family else 0)
    where = "Where in each name the family name begins, 0 where that is not certain."
    arrays = [number_array("family_begin", begins, where)]
    comment = "The names of all authors, a row each."
    return text_table("author_table", comment, len(names), {"name": plain(names)}, arrays=arrays)


def _citation_table(citations: list[Row | None], authors: list[list[str]], names: list[str]) -> Struct:
    def given(*fields: str) -> list:
        """The first of the fields that each citation gives, None where there is none."""
        return [citation.first(*fields) if citation else None for citation in citations]

    texts = {
        "title": plain(given("title")),
        "venue": plain(given("conference", "journal", "institution")),
        "arxiv_id": plain(given("arxiv")),
        "doi": plain(given("doi")),
    }
    types = [schema.PUBLICATION_TYPES.index(type) if type else 0 for type in given("type")]
    journals = [int(journal is not None) for journal in given("journal")]
    author_row = {name: row for row, name in enumerate(names)}
    author_rows = [author_row[name] for paper_authors in authors for name in paper_authors]
    author_counts = [len(paper_authors) for paper_authors in authors]
    arrays = [
        number_array("types", types, "The publication_type of each paper."),
        number_array("journals", journals, "1 where the venue is a journal."),
        number_array("years", list(map(_year, citations)), "The year of publication, 0 where it is not known."),
        begin_array("first_author", author_counts, "Where in authors each paper's begin, and the end."),
        number_array("authors", author_rows, "The authors in order, by row of author_table."),
    ]
    comment = "How the papers were published, a row each. A title is given where it is not the record's own."
    return text_table("citation_table", comment, len(citations), texts, arrays=arrays)


def _year(citation: Row | None) -> int:
    """The year of publication, or that of the preprint; 0 where neither is known."""
    if not citation:
        return 0
    return citation.year or (schema.arxiv_year(citation.arxiv) if citation.arxiv else 0)
