"""CSL's equivalents of the types and tags of RIS: the reverse of codegen/formats.py, with further names that people
use. Also RIS's equivalents of EndNote's types and fields."""

from .. import csl
from ..formats import FIELDS, TYPES

# Names that several types of CSL share, and names that only other programs write.
OTHER_TYPES = dict(
    word.split("=")
    for word in """
    GEN=document ELEC=webpage STAT=legislation JOUR=article-journal EJOUR=article-journal INPR=article-journal
    ABST=article-journal EJOU=article-journal EBOOK=book EDBOOK=book SER=book WHOLE=book CTLG=document ECHAP=chapter
    CPAPER=paper-conference MULTI=webpage WEB=webpage ICOMM=personal_communication ADVS=motion_picture CHART=figure
    EQUA=figure DBASE=dataset GOVDOC=report GRANT=document UNBILL=bill LEGAL=treaty SLIDE=graphic ANCIENT=classic
    INTV=interview
    """.split()
)
KNOWN_TYPES = {kind.ris: kind.csl for kind in reversed(TYPES)} | OTHER_TYPES
TYPES_IN_SERIES = frozenset(name for name, type in KNOWN_TYPES.items() if type in ("book", "classic", "map"))
TYPES_WITH_ISSUES = frozenset("article-journal article-magazine article-newspaper periodical".split())
TYPES_WITH_EVENTS = frozenset("paper-conference speech".split())
# What the tag SE numbers in works of these types; in any other it numbers a chapter.
PLACES_WITHIN = {"article-newspaper": "section", "legislation": "section"}
TYPES_WITH_VERSIONS = frozenset("software dataset".split())
# Types that have their number in place of an ISBN.
TYPES_WITH_NUMBERS = frozenset("standard report patent".split())
TYPES_WITH_PAGE_COUNTS = frozenset("book thesis classic".split())

# The types of RIS, by EndNote's types.
ENDNOTE_TYPES = dict(
    line.strip().rsplit(" ", 1)
    for line in """
    Aggregated Database AGGR
    Ancient Text ANCIENT
    Artwork ART
    Audiovisual Material ADVS
    Bill BILL
    Blog BLOG
    Book BOOK
    Book Section CHAP
    Case CASE
    Catalog CTLG
    Chart or Table CHART
    Classical Work CLSWK
    Computer Program COMP
    Conference Paper CPAPER
    Conference Proceedings CONF
    Dataset DATA
    Dictionary DICT
    Discussion Forum ELEC
    Edited Book EDBOOK
    Electronic Article EJOUR
    Electronic Book EBOOK
    Electronic Book Section ECHAP
    Encyclopedia ENCYC
    Equation EQUA
    Figure FIGURE
    Film or Broadcast MPCT
    Generic GEN
    Government Document GOVDOC
    Grant GRANT
    Hearing HEAR
    Interview INTV
    Journal Article JOUR
    Legal Rule or Regulation STAT
    Magazine Article MGZN
    Manuscript MANSCPT
    Map MAP
    Multimedia Application ADVS
    Music MUSIC
    Newspaper Article NEWS
    Online Database DBASE
    Online Multimedia MULTI
    Pamphlet PAMP
    Patent PAT
    Personal Communication PCOMM
    Podcast VIDEO
    Press Release GEN
    Report RPRT
    Serial SER
    Standard STAND
    Statute STAT
    Thesis THES
    Unpublished Work UNPB
    Web Page ELEC
    """.strip().splitlines()
)

# The tags of RIS, by the tags of EndNote's format for export, and by the elements of its XML.
ENDNOTE_TAGS = dict(
    word.split("=")
    for word in """
    A=AU B=T2 C=CY D=PY E=ED F=ID G=LA H=A4 I=PB J=T2 K=KW L=CN M=AN N=IS P=SP Q=TT R=DO S=T3 T=TI U=UR V=VL W=DP X=AB
    Y=A3 Z=N1 ?=A4 @=SN !=ST &=SE (=OP )=RP *=RI +=AD ^=CA >=L1 1=C1 2=C2 3=C3 4=C4 5=C5 6=NV 7=ET 8=DA 9=M3 [=Y2 ~=DB
    <=RN
    """.split()
)
ENDNOTE_ELEMENTS = dict(
    word.split("=")
    for word in """
    contributors/authors/author=AU contributors/secondary-authors/author=ED contributors/tertiary-authors/author=A3
    contributors/subsidiary-authors/author=A4 contributors/translated-authors/author=A4 titles/title=TI
    titles/secondary-title=T2 titles/tertiary-title=T3 titles/short-title=ST titles/alt-title=J2
    titles/translated-title=TT periodical/full-title=JF periodical/abbr-1=J2 periodical/abbr-2=J1
    alt-periodical/full-title=J2 alt-periodical/abbr-1=J2 pages=SP volume=VL number=IS num-vols=NV edition=ET
    section=SE keywords/keyword=KW dates/year=PY dates/pub-dates/date=DA pub-location=CY publisher=PB isbn=SN
    accession-num=AN call-num=CN label=ID abstract=AB notes=N1 research-notes=RN urls/related-urls/url=UR
    urls/web-urls/url=UR urls/pdf-urls/url=L1 urls/text-urls/url=L2 urls/image-urls/url=L4 custom1=C1 custom2=C2
    custom3=C3 custom4=C4 custom5=C5 custom6=C6 custom7=C7 electronic-resource-num=DO remote-database-name=DB
    remote-database-provider=DP language=LA access-date=Y2 work-type=M3 reviewed-item=RI orig-pub=OP
    reprint-edition=RP caption=CA auth-address=AD
    """.split()
)
# EndNote's internal fields.
ENDNOTE_OWN = frozenset(
    "database source-app rec-number foreign-keys/key ref-type modified-date size titles periodical contributors "
    "dates".split()
)

NAMES = {"AU": "author", "A1": "author", "ED": "editor", "A3": "collection-editor", "A4": "translator"}
# The tags with one variable each, in order of precedence.
TEXTS = {
    **dict.fromkeys(["TI", "T1", "CT"], "title"),
    **dict.fromkeys(["JF", "T2", "JO"], "container-title"),
    **dict.fromkeys(["J2", "JA", "J1"], "container-title-short"),
    **{each.ris: each.variable for each in reversed(FIELDS) if each.variable in csl.STANDARD_VARIABLES},
    # Tags of the Web of Science.
    **{"PU": "publisher", "PI": "publisher-place", "JI": "container-title-short", "J9": "container-title-short"},
    **{"PP": "publisher-place", "N2": "abstract", "AV": "archive_location", "RI": "reviewed-title"},
    **{"OP": "original-title"},
}
for tag in ("", "SN", "C2", "KW", "UR", "N1", "SP", "IS", "M1", "SE", "ET", "BT", "T3", "T2"):
    TEXTS.pop(tag, None)
PROSE = frozenset("AB N2 N1 RN".split())
# Tags of links other than the page of the work, and their labels.
LINKS = {"L1": "PDF", "L2": "Full text", "L3": "Related", "L4": "Image", "LK": "Link"}
OTHERS = {
    **{"AD": "is the address of an author", "RP": "is about reprints", "CA": "is a caption"},
    **{"TT": "is a translated title", "TA": "is the author of a translation", "LB": "is a label"},
}


def why_lost(tag: str) -> str:
    """Why no entry can keep the tag."""
    return f"{OTHERS[tag]}, and CSL has no variable for it" if tag in OTHERS else "CSL has no variable for it"
