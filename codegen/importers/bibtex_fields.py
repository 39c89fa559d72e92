"""CSL's equivalents of the types and fields of BibTeX and BibLaTeX: the reverse of codegen/formats.py, with further
names that people use."""

import re

from .. import csl
from ..formats import FIELDS, LANGUAGES, TYPES

# Names that several types of CSL share, and names that only other programs write.
OTHER_TYPES = dict(
    word.split("=")
    for word in """
    misc=document online=webpage www=webpage electronic=webpage conference=paper-conference inbook=chapter
    bookinbook=chapter suppbook=chapter suppcollection=chapter suppperiodical=article-journal proceedings=book
    mvbook=book mvcollection=book mvproceedings=book mvreference=book collection=book reference=book manual=book
    techreport=report mastersthesis=thesis phdthesis=thesis unpublished=manuscript legislation=legislation
    music=song audio=song image=figure artwork=graphic commentary=document letter=personal_communication
    presentation=speech talk=speech newspaper=article-newspaper magazine=article-magazine inreference=entry
    electronic=webpage internet=webpage web=webpage blog=post-weblog preprint=article eprint=article code=software
    program=software data=dataset softwareversion=software softwaremodule=software codefragment=software
    map=map interview=interview film=motion_picture podcast=broadcast lecture=speech
    """.split()
)
KNOWN_TYPES = {name: kind.csl for kind in reversed(TYPES) for name in (kind.bibtex, kind.biblatex)} | OTHER_TYPES
# The types that become CSL's `article`, a preprint, if the entry is in an archive but not in a journal.
PREPRINTS = frozenset("article misc online unpublished".split())
WHOLE_TYPES = frozenset("book collection classic".split())
# The types of parts of a book.
PARTS = frozenset("inbook bookinbook suppbook incollection suppcollection inproceedings conference inreference".split())
# Types with an author who may differ from the author of the container.
PARTS_BY_ANOTHER = frozenset("inbook bookinbook suppbook".split())
# Fields that other entries do not inherit.
NOT_INHERITED = frozenset(
    "crossref xref xdata ids entryset entrysubtype execute label options presort related relatedoptions relatedstring "
    "relatedtype shortauthor shorteditor shorthand shorttitle sortkey sortname sorttitle sortyear keywords abstract "
    "annote annotation file url urldate doi eprint eprinttype archiveprefix note howpublished pagetotal".split()
)
# CSL's own names are accepted.
KNOWN_TYPES = {name: name for name in csl.TYPES} | KNOWN_TYPES
# The genres that types imply.
GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
# The texts that BibLaTeX prints for these values of `type` and `pubstate`.
TERMS = {
    **{"phdthesis": "PhD thesis", "mathesis": "Master's thesis", "mastersthesis": "Master's thesis"},
    **{"bathesis": "Bachelor's thesis", "candthesis": "Candidate thesis", "techreport": "Technical report"},
    **{"resreport": "Research report", "software": "Computer software", "datacd": "Data CD", "audiocd": "Audio CD"},
    **{"patent": "Patent", "patreq": "Patent request", "inpreparation": "in preparation", "submitted": "submitted"},
    **{"forthcoming": "forthcoming", "inpress": "in press", "prepublished": "pre-published"},
}
SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}

NAMES = {
    **{each.biblatex: each.variable for each in reversed(FIELDS) if each.variable in csl.NAME_VARIABLES},
    # Roles that CSL lacks.
    **dict.fromkeys(
        "holder afterword foreword introduction commentator annotator advisor supervisor".split(), "contributor"
    ),
}
EDITORS = ("editor", "editora", "editorb", "editorc")
# BibLaTeX's types of editors with a role in CSL.
EDITOR_TYPES = {
    **{"editor": "editor", "compiler": "compiler", "director": "director", "producer": "producer"},
    **{"organizer": "organizer", "collaborator": "contributor", "serieseditor": "collection-editor"},
}

# The variables with one field each, and further fields that people use for them.
TEXTS = {
    name: field.variable
    for field in reversed(FIELDS)
    for name in (field.bibtex, field.biblatex)
    if field.variable in csl.STANDARD_VARIABLES and name
} | dict(
    word.split("=")
    for word in """
    address=publisher-place location=publisher-place numpages=number-of-pages journalabbr=container-title-short
    shortbooktitle=container-title-short annotation=annote comment=annote summary=abstract copyright=license
    reportnumber=number rights=license licence=license conference=event-title event=event-title
    callnumber=call-number pubmedid=PMID
    """.split()
)
PROSE = frozenset("abstract annote note".split())
PUBLISHERS = ("publisher", "institution", "school", "organization")
DATES = {
    **{each.biblatex: each.variable for each in FIELDS if each.variable in ("accessed", "event-date", "original-date")},
    **{"lastchecked": "accessed", "lastaccessed": "accessed"},
}
# The fields for titles, each with the prefix of the fields for its subtitle and its addition.
SUBTITLES = {"title": "", "booktitle": "book", "journaltitle": "journal", "maintitle": "main"}
# The type decides what the field `number` counts: issues, works in a series, or the works themselves.
TYPES_WITH_ISSUES = frozenset(
    "article-journal article-magazine article-newspaper periodical review review-book interview".split()
)
TYPES_IN_SERIES = frozenset("book chapter paper-conference classic entry collection entry-encyclopedia".split())
# The address of each archive, which an identifier completes.
ARCHIVES = {
    "hdl": "https://hdl.handle.net/",
    "handle": "https://hdl.handle.net/",
    "jstor": "https://www.jstor.org/stable/",
    "googlebooks": "https://books.google.com/books?id=",
}

# Between URLs in one field. A space before anything else is part of the URL, and percent-encoded.
BETWEEN_URLS = re.compile(r"[;,]?\s+(?=<?(?:https?|ftp)://|doi:|urn:|mailto:)|[;,](?=<?(?:https?|ftp)://)")

# Several spaces that become one; spaces that indent a line are not among them.
SPACES_WITHIN = re.compile(r"[^ \t\r\n][ \t]{2,}[^ \t\r\n]")

# Fields that only programs or styles use.
OF_PROGRAMS = re.compile(
    r"bdsk-.*|mendeley-.*|zotero-.*|jabref-.*|citeulike-.*|date-(added|modified)|local-url|file|owner|timestamp|groups|"
    r"__markedentry"
)
OF_STYLES = frozenset(
    "execute indextitle indexsorttitle label options presort shorthand shorthandintro sortkey sortname sorttitle "
    "sortyear shortauthor shorteditor shortseries nameaddon authortype namea nameb namec nameatype namebtype namectype "
    "userd usere userf gender pagination bookpagination entrysubtype key".split()
)
RELATIONS = frozenset("xref related relatedtype relatedstring relatedoptions entryset".split())
# Fields that have been used already.
SILENT = frozenset("crossref xdata".split())

TAGS = {name: tag for tag, name in reversed(LANGUAGES.items())} | dict(
    word.split("=")
    for word in """
    ngerman=de naustrian=de-at nswissgerman=de-ch swissgerman=de-ch usenglish=en-us ukenglish=en-gb francais=fr
    frenchb=fr acadian=fr-ca brazil=pt-br portuges=pt norwegian=no hebrew=he magyar=hu slovenian=sl farsi=fa
    polutonikogreek=grc ancientgreek=grc bahasa=id indonesian=id castilian=es mexican=es-mx simplifiedchinese=zh-hans
    traditionalchinese=zh-hant
    """.split()
)


def language_tag(name: str) -> str:
    """The tag of a language from its name in babel; the name itself if it is unknown."""
    tag = TAGS.get(name.lower().removeprefix("lang"), "")
    subtags = tag.split("-")
    regions = [part.upper() if len(part) == 2 else part.title() for part in subtags[1:]]
    return "-".join([subtags[0], *regions]) or name


def why_lost(name: str) -> str:
    """Why no entry can keep the field."""
    if OF_PROGRAMS.fullmatch(name):
        return "belongs to the program that wrote the file"
    if name in RELATIONS:
        return "is a relation to another entry, and CSL has none"
    return "is for styles, and CSL has no variable for it" if name in OF_STYLES else "CSL has no variable for it"
