"""The equivalents of CSL's types and variables in the formats of bibliographies: BibTeX for classic styles, BibLaTeX
and RIS."""

from itertools import accumulate
from typing import NamedTuple


class Type(NamedTuple):
    """A type of CSL, and its name in each format."""

    csl: str
    bibtex: str
    biblatex: str
    ris: str


class Field(NamedTuple):
    """A variable of CSL, and its field in each format; empty if there is none."""

    variable: str
    bibtex: str
    biblatex: str
    ris: str


TYPES = tuple(
    Type(*line.split())
    for line in """
    article                 misc           online         UNPB
    article-journal         article        article        JOUR
    article-magazine        article        article        MGZN
    article-newspaper       article        article        NEWS
    bill                    misc           legislation    BILL
    book                    book           book           BOOK
    broadcast               misc           video          VIDEO
    chapter                 incollection   incollection   CHAP
    classic                 book           book           CLSWK
    collection              misc           misc           AGGR
    dataset                 misc           dataset        DATA
    document                misc           misc           GEN
    entry                   incollection   inreference    GEN
    entry-dictionary        incollection   inreference    DICT
    entry-encyclopedia      incollection   inreference    ENCYC
    event                   misc           unpublished    GEN
    figure                  misc           image          FIGURE
    graphic                 misc           artwork        ART
    hearing                 misc           misc           HEAR
    interview               misc           misc           GEN
    legal_case              misc           jurisdiction   CASE
    legislation             misc           legislation    STAT
    manuscript              unpublished    unpublished    MANSCPT
    map                     misc           image          MAP
    motion_picture          misc           movie          MPCT
    musical_score           misc           music          MUSIC
    pamphlet                booklet        booklet        PAMP
    paper-conference        inproceedings  inproceedings  CONF
    patent                  misc           patent         PAT
    performance             misc           performance    GEN
    periodical              misc           periodical     JFULL
    personal_communication  misc           letter         PCOMM
    post                    misc           online         ELEC
    post-weblog             misc           online         BLOG
    regulation              misc           legislation    STAT
    report                  techreport     report         RPRT
    review                  article        article        JOUR
    review-book             article        article        JOUR
    software                misc           software       COMP
    song                    misc           music          SOUND
    speech                  misc           unpublished    GEN
    standard                misc           standard       STAND
    thesis                  phdthesis      thesis         THES
    treaty                  misc           legal          LEGAL
    webpage                 misc           online         ELEC
    """.strip().splitlines()
)

# In the order in which the fields are written. If adjacent variables share a field, the first given one is used.
FIELDS = tuple(
    Field(*("" if word == "-" else word for word in line.split()))
    for line in """
    author                    author       author         AU
    director                  author       author         AU
    composer                  author       author         AU
    performer                 author       author         AU
    script-writer             author       author         AU
    series-creator            author       author         AU
    host                      author       author         AU
    interviewer               author       author         AU
    chair                     author       author         AU
    curator                   author       author         AU
    organizer                 author       author         AU
    producer                  author       author         AU
    executive-producer        author       author         AU
    illustrator               author       author         AU
    narrator                  author       author         AU
    guest                     author       author         AU
    contributor               author       author         AU
    editor                    editor       editor         ED
    editor-translator         editor       editor         ED
    editorial-director        editor       editor         ED
    compiler                  editor       editor         ED
    translator                translator   translator     A4
    container-author          bookauthor   bookauthor     A2
    collection-editor         -            -              A3
    title                     title        title          TI
    title-short               shorttitle   shorttitle     ST
    container-title           howpublished howpublished   JF
    event-title               howpublished eventtitle     T2
    container-title-short     -            shortjournal   J2
    event-date                -            eventdate      -
    collection-title          series       series         T3
    edition                   edition      edition        ET
    version                   version      version        ET
    publisher                 publisher    publisher      PB
    publisher-place           address      location       CY
    event-place               address      venue          CY
    genre                     type         type           M3
    volume                    volume       volume         VL
    number-of-volumes         volumes      volumes        NV
    issue                     number       number         IS
    number                    number       number         M1
    collection-number         number       number         SV
    chapter-number            chapter      chapter        SE
    part-number               part         part           -
    page                      pages        pages          SP
    number-of-pages           pagetotal    pagetotal      SP
    issued                    year         date           PY
    status                    -            pubstate       -
    language                  language     -              LA
    language                  langid       langid         -
    note                      note         note           N1
    arxiv                     eprint       eprint         N1
    ISBN                      isbn         isbn           SN
    ISSN                      issn         issn           SN
    DOI                       doi          doi            DO
    PMID                      pmid         pmid           N1
    PMCID                     pmcid        pmcid          C2
    URL                       url          url            UR
    accessed                  urldate      urldate        Y2
    original-title            -            origtitle      -
    original-date             -            origdate       -
    original-publisher        -            origpublisher  -
    original-publisher-place  -            origlocation   -
    call-number               -            library        CN
    archive                   -            -              DB
    archive_location          -            -              AN
    source                    -            -              DP
    keyword                   keywords     keywords       KW
    abstract                  abstract     abstract       AB
    annote                    annote       annotation     RN
    """.strip().splitlines()
)

# The fields that an entry may repeat, so that all adjacent variables are used.
REPEATED = ("N1", "SN")

# The fields for the container that differ from the above, by the format's type.
CONTAINERS = {
    "bibtex": {"article": "journal", "inproceedings": "booktitle", "incollection": "booktitle"},
    "biblatex": {
        "article": "journaltitle",
        "periodical": "journaltitle",
        "inproceedings": "booktitle",
        "incollection": "booktitle",
        "inreference": "booktitle",
        "online": "organization",
    },
}

# The fields for the publisher, likewise. If the container and the publisher share a field, the container has priority.
PUBLISHERS = {
    "bibtex": {"techreport": "institution", "phdthesis": "school", "misc": "howpublished", "booklet": "howpublished"},
    "biblatex": {
        "report": "institution",
        "thesis": "institution",
        "unpublished": "howpublished",
        "booklet": "howpublished",
        # Styles print all of these types as they print misc.
        **dict.fromkeys(
            """artwork image jurisdiction legal legislation letter misc movie music online performance software standard
            video""".split(),
            "organization",
        ),
    },
}

# The names of languages in babel, and so in BibLaTeX, by the tag of CSL. Any other tag gets the name of the part before
# its hyphen.
LANGUAGES = dict(
    word.split("=")
    for word in """
    ar=arabic bg=bulgarian ca=catalan cs=czech cy=welsh da=danish de=german de-at=austrian el=greek en=english
    en-au=australian en-ca=canadian en-gb=british en-nz=newzealand en-us=american eo=esperanto es=spanish et=estonian
    eu=basque fa=persian fi=finnish fr=french fr-ca=canadien ga=irish gl=galician grc=polutonikogreek he=hebrew hi=hindi
    hr=croatian hu=hungarian hy=armenian id=indonesian is=icelandic it=italian ja=japanese ko=korean la=latin
    lt=lithuanian lv=latvian mk=macedonian mn=mongolian ms=malay nb=norsk nl=dutch nn=nynorsk no=norsk pl=polish
    pt=portuguese pt-br=brazilian ro=romanian ru=russian sk=slovak sl=slovene sq=albanian sr=serbian sv=swedish th=thai
    tr=turkish uk=ukrainian vi=vietnamese zh=chinese
    """.split()
)

# The three-letter codes of languages in reference managers, both sets of ISO 639-2.
OTHER_CODES = dict(
    word.split("=")
    for word in """
    ara=ar ces=cs chi=zh cze=cs dan=da deu=de dut=nl ell=el eng=en est=et fin=fi fra=fr fre=fr ger=de gre=el heb=he
    hin=hi hrv=hr hun=hu ice=is ind=id isl=is ita=it jpn=ja kor=ko lat=la lav=lv lit=lt nld=nl nor=no pol=pl por=pt
    ron=ro rum=ro rus=ru slk=sk slo=sk slv=sl spa=es srp=sr swe=sv tha=th tur=tr ukr=uk vie=vi zho=zh
    """.split()
)


def language_name(language: str) -> str:
    """The name of a language for BibTeX and BibLaTeX; empty if it has none."""
    tag = language.lower().replace("_", "-")
    if tag in LANGUAGES.values():
        return tag
    return LANGUAGES.get(tag) or LANGUAGES.get(OTHER_CODES.get(tag, tag.partition("-")[0]), "")


def groups_of(format: str) -> list[int]:
    """For each field, the number of its group of adjacent fields with one name."""
    names = [getattr(field, format) for field in FIELDS]
    return list(accumulate(name != before or name in REPEATED for name, before in zip(names, ["", *names])))
