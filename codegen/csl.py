"""The types and variables of CSL 1.0.2, the Citation Style Language: appendices III and IV of its specification, in
their order."""

TYPES = tuple(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split()
)

# The number variables come last, from chapter-number on.
STANDARD_VARIABLES = tuple(
    """abstract annote archive archive_collection archive_location archive-place authority call-number citation-key
    citation-label collection-title container-title container-title-short dimensions division DOI event event-title
    event-place genre ISBN ISSN jurisdiction keyword language license medium note original-publisher
    original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre
    reviewed-title scale source status title title-short URL volume-title year-suffix
    chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version
    volume""".split()
)
DATE_VARIABLES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
NAME_VARIABLES = tuple(
    """author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator""".split()
)
VARIABLES = (*STANDARD_VARIABLES, *DATE_VARIABLES, *NAME_VARIABLES)

# Other names of a variable: those of CSL's schema for JSON, and those of BibTeX and BibLaTeX.
OTHER_NAMES = {
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "series": "collection-title",
    "organization": "publisher",
    "school": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "chapter": "chapter-number",
    "pages": "page",
    "keywords": "keyword",
    "langid": "language",
    "date": "issued",
    "urldate": "accessed",
    "editors": "editor",
}

# The names of types in BibTeX and BibLaTeX, if they differ from those of CSL.
OTHER_TYPES = {
    "conference": "paper-conference",
    "inproceedings": "paper-conference",
    "inbook": "chapter",
    "incollection": "chapter",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
    "unpublished": "manuscript",
    "booklet": "pamphlet",
    "online": "webpage",
    "misc": "document",
}
