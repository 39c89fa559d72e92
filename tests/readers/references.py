"""A catalogue of 150 realistic references. Each is difficult to write or to read in some way."""

import datetime


def person(family: str, given: str = "", particle: str = "", dropping: str = "", suffix: str = "") -> dict:
    """A name in parts."""
    parts = {"family": family, "given": given, "particle": particle, "dropping-particle": dropping, "suffix": suffix}
    return {part: text for part, text in parts.items() if text}


# A name with every part.
WHOLE_NAME = person("Berg", "A. B.", particle="van den", dropping="de", suffix="III")
JANE, RICHARD = person("Doe", "Jane"), person("Roe", "Richard")

# Typical variables for each type of CSL.
TYPES = {
    "article": {"arxiv": "2106.09685", "issued": "2021-06", "publisher": "arXiv"},
    "article-journal": {"container-title": "A Journal", "volume": 12, "issue": "3", "page": "1-3", "ISSN": "1234-5679"},
    "article-magazine": {"container-title": "The Example Monthly", "issue": 7, "page": "56", "issued": "2019-07"},
    "article-newspaper": {"container-title": "The Example Daily", "page": "A3", "section": "Arts", "edition": "Late"},
    "bill": {"number": "H.R. 3162", "authority": "Congress of Example", "issued": 2001},
    "book": {"publisher": "A House & Sons", "publisher-place": "Lisbon", "edition": "2nd", "ISBN": "978-3-16-148410-0"},
    "broadcast": {"publisher": "Example Radio", "number": "Episode 3", "director": [RICHARD]},
    "chapter": {"container-title": "A Book of Chapters", "editor": [RICHARD], "publisher": "A House", "page": "1-20"},
    "classic": {"translator": [RICHARD], "original-date": "0001", "publisher": "A House", "issued": 1999},
    "collection": {"editor": [RICHARD], "publisher": "An Archive", "issued": "1950/1990"},
    "dataset": {"publisher": "Zenodo", "version": "1.2", "DOI": "10.5281/zenodo.1234567"},
    "document": {"publisher": "A Publisher", "number": "17"},
    "entry": {"container-title": "A Lexicon", "publisher": "A House", "page": "77"},
    "entry-dictionary": {"container-title": "A Dictionary", "publisher": "A House", "edition": "3", "page": "101"},
    "entry-encyclopedia": {"container-title": "An Encyclopedia", "publisher": "A House", "volume": 3, "page": "5-6"},
    "event": {"event-place": "Lyon", "event-date": "2019-05-03/2019-05-05", "publisher": "A Society"},
    "figure": {"container-title": "A Book of Figures", "publisher": "A House", "page": "9"},
    "graphic": {"medium": "Oil", "dimensions": "10 x 20 cm", "publisher": "A Gallery"},
    "hearing": {"authority": "Senate of Example", "publisher": "Government Office", "number": "S. 107-24"},
    "interview": {"interviewer": [RICHARD], "container-title": "A Magazine", "issued": "2015-03"},
    "legal_case": {"authority": "A Court", "volume": 347, "container-title": "U.S.", "page": "483", "issued": 1954},
    "legislation": {"container-title": "Public Law", "volume": "88", "page": "241", "number": "88-352", "issued": 1964},
    "manuscript": {"publisher": "A Library", "archive": "Box 3", "issued": "1687"},
    "map": {"scale": "1:25,000", "publisher": "A Survey", "publisher-place": "Bern"},
    "motion_picture": {"director": [RICHARD], "publisher": "A Studio", "issued": 1927},
    "musical_score": {"composer": [RICHARD], "publisher": "A House", "publisher-place": "Leipzig"},
    "pamphlet": {"publisher": "A Society", "publisher-place": "London", "issued": 1776},
    "paper-conference": {"container-title": "Proc. of ACL", "event-title": "ACL", "page": "1-9", "publisher": "ACL"},
    "patent": {"number": "US 1,234,567 B2", "authority": "USPTO", "issued": "1998-10-27", "submitted": "1996-01-02"},
    "performance": {"publisher": "A Theatre", "event-place": "Paris", "director": [RICHARD]},
    "periodical": {"editor": [RICHARD], "ISSN": "0028-0836", "volume": 5, "issue": "1", "publisher": "A House"},
    "personal_communication": {"recipient": [RICHARD], "genre": "E-mail", "issued": "2020-02-29"},
    "post": {"container-title": "A Forum", "URL": "https://forum.example/t/1", "accessed": "2021-01-02"},
    "post-weblog": {"container-title": "A Blog", "URL": "https://blog.example/a_b#c", "issued": "2020-12-31"},
    "regulation": {"authority": "An Agency", "number": "2016/679", "container-title": "A Gazette", "page": "1-88"},
    "report": {"publisher": "An Institute", "genre": "Technical Report", "number": "TR-17/b", "page": "1-55"},
    "review": {"container-title": "A Review", "reviewed-title": "A Book", "reviewed-author": [RICHARD], "page": "3-4"},
    "review-book": {"container-title": "Books", "reviewed-title": "A Book", "volume": 2, "page": "7"},
    "software": {"version": "2.0.1", "publisher": "A Group", "URL": "https://software.example/"},
    "song": {"performer": [RICHARD], "publisher": "A Label", "container-title": "An Album"},
    "speech": {"event-title": "A Meeting", "event-place": "Kyoto", "event-date": "2018-07-01", "genre": "Keynote"},
    "standard": {"number": "ISO/IEC 14882:2024", "publisher": "ISO", "publisher-place": "Geneva"},
    "thesis": {"publisher": "A University", "genre": "PhD thesis", "publisher-place": "Leiden", "issued": "2011-06"},
    "treaty": {"publisher": "United Nations", "volume": "1155", "page": "331", "issued": "1969-05-23"},
    "webpage": {"container-title": "A Site", "URL": "https://site.example/?a=1&b=2", "accessed": "2024-05-03"},
}

# TITLES has a title for each list of names, DOIS a DOI for each volume, and URLS a URL for each publisher.
AUTHORS = [
    [WHOLE_NAME],
    [person("Beethoven", "Ludwig", particle="van"), person("Vigny", "Alfred", dropping="de")],
    [person("Alembert", "Jean", particle="d'"), person("Medici", "Lorenzo", particle="de'")],
    [person("Guttenberg", "Karl", particle="von und zu"), person("Leyen", "U.", dropping="von der")],
    [person("Doe", "John", suffix="Jr."), person("Dijk", "T.", particle="van", suffix="II")],
    [person("Plato"), person("Madonna")],
    [person("Beethoven", particle="van"), person("Windsor", suffix="III")],
    ["{Institute of Standards and Technology}", JANE],
    [{"literal": "Simon and Garfunkel"}, {"literal": "Rand And Sons"}],
    [{"literal": "Müller & Söhne, GmbH"}, {"literal": "Sears, Roebuck and Co."}],
    [{"literal": "The {Braces} Team"}, {"literal": "A $5 #1 100% Group_"}],
    [{"literal": "others of us"}, {"literal": "van der Group"}],
    ["OpenAI", "Meta AI", "Qwen Team", "Example Consortium"],
    [person("김", "민수"), person("이", "영희"), "홍길동"],
    [person("李", "飞飞"), person("山田", "太郎"), person("Ng", "Andrew Y.")],
    [person("Łukasiewicz", "Jan"), person("Ørsted", "Åse"), person("Gödel", "Kurt")],
    [person("Nguyễn", "Thị Ánh"), person("Şahin", "İpek"), person("Достоевский", "Фёдор")],
    [person("O'Neil", "Cathy"), person("O’Brien", "Flann"), person("N'Golo", "K.")],
    [person("others", "Jane"), person("Others", "John")],
    [person("Lévi-Strauss", "Claude"), person("Müller-Lüdenscheidt", "Karl-Theodor")],
    [person("Doe", "J.A."), person("Roe", "R.-M."), person("Poe", "E A")],
    [person("hooks", "bell"), person("boyd", "danah")],
    [person("de la cruz", "juana"), person("van Dijk", "Teun")],
    [person("García Márquez", "Gabriel"), person("Ortega y Prado", "José"), "José Ortega y Gasset"],
    [person("And", "Metin"), person("Rock and Roll", "Jane"), person("Sand", "Andrew")],
    [person("Khwarizmi", "Muhammad", particle="al-"), person("Al-Fulani", "A.")],
    [person("St. John", "Oliver"), person("Ó Súilleabháin", "Seán"), person("d'Arc", "Jeanne")],
    [person("Doe", "Jane, MD"), person("Roe, the Elder", "Richard")],
    [person("A", "B"), person("I", "V."), person("X")],
    [JANE, "others"],
    [{"literal": "Example Collaboration"}, "others"],
    # Large physics experiments have this many authors.
    [person(f"Doe{number}", "J.") for number in range(3_000)],
]
EDITORS = [
    {"editor": [JANE, RICHARD, "others"]},
    {"editor": [WHOLE_NAME, {"literal": "A Board of Editors"}], "translator": [RICHARD]},
    {"author": [JANE, "others"], "editor": [RICHARD, "others"], "translator": [person("Ørsted", "Å.")]},
    {"author": [JANE], "collection-editor": [RICHARD], "illustrator": [RICHARD], "container-author": [RICHARD]},
]

TITLES = [
    "100% of $5 & #1: a_b^c~d \\ e",
    "Braces {in pairs} and {{more} of them}",
    "A brace { that nothing closes",
    "One } that nothing opens, and { another",
    'He said "yes", and ``no\'\', and \'perhaps\'',
    "“Typeset” ‘quotation’ marks – and — dashes … «so» „auch“",
    "Two -- hyphens, and --- three",
    "Mathematics: $x^2 + y_1$ and \\alpha in \\textbf{bold}",
    "Ends with a backslash \\",
    "user@example.org and @article{key, title = {x}}",
    "a < b > c, <i>not italic</i> &amp; &lt;",
    "한국어 제목과 English",
    "日本語の題名、中文的题目",
    "Ελληνικά, кириллица, עברית, العربية",
    "Ça été naïf: Łódź, Ærø, Straße, İstanbul, ﬁ, ½, x²",
    "QLoRA: Quantized LLMs on GPUs, with iPhones and mRNA",
    "McDonald's eBay vs. LaTeX",
    "ALL CAPITALS OF A TITLE",
    "lower case only",
    "A | b, [c] (d); e: f! g? * + = ' ` / .",
    "C++ and C# in 3D; A* search, O(n log n)",
    "and",
    "A title, with a comma; and, another",
    "  ".join(("Two", "spaces")),
    "Why?",
    "How? So! Thus.",
    "Emoji 😀 and \U0001f469\u200d\U0001f4bb",
    "A\u00a0b, a\u00adb, x\u0301",
    "% a comment? % twice",
    "~ tilde at both ends ~",
    "Über “A” and 'B' -- {C}: D_1 & $E$ \\ 100%",
    "A Title That Has Words Enough to Fill " + "More Than a Line of a File " * 8 + "Indeed",
]
LANGUAGES = {
    "de": "Über die Grundlagen der Geometrie",
    "de-AT": "Österreichische Beiträge",
    "fr": "L’été : « où est-il ? »",
    "en-US": "Colors and Flavors",
    "en-GB": "Colours and Flavours",
    "ko": "한국어로 쓴 책",
    "zh-Hans": "机器学习",
    "pt-BR": "Uma Introdução",
    "ja": "統計入門",
}

DATES = [
    *(2020, "2020-05", datetime.date(2020, 5, 3), "0001", "9999-12-31", "0987-01", "2024-02-29"),
    *("2020/2021", "2020-05/2020-06", "2020-05-03/2020-05-05", "1999/2000-02-29", "2019-12-31/2020-01-01"),
    {"literal": "31st August to 3rd September 2015"},
    {"literal": "Spring {of} 1968 & later"},
]
PAGES = [
    *("12-34", "e123", "12-34, 56", "S1-S4", "7", "12\u201334", "A-1-A-3", "xii-xx", "123--130", "1-3, 5-9, 11", "iv"),
    "100-9",
]
VOLUMES = [("IV-2", "Suppl. 1"), ("12b", "3-4"), ("A & B", "5/6"), ("1999", "Spring"), ("0", "0")]
DOIS = [
    "10.1890/0012-9658(2006)87[1:ASO]2.0.CO;2",
    "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
    '10.1234/a#b%c"d$e_f&g~h^i',
    "10.1000/{x}\\y",
    "10.1234.5/é가",
]
URLS = [
    'https://a.example/"quoted"/$5/{x}/y\\z',
    "https://a.example/100%25/a%20b#c_d~e&f=g^h|i",
    "https://example.com/한국어/été?q=a b",
    "ftp://ftp.example/pub/file.tar.gz",
    "https://user:pass@a.example:8080/(a)/[b];c,d'e!f*g+h@i",
    "https://doi.org/10.1000/182",
]
PUBLISHERS = ["Smith & Roe", "Doe and Sons", "A House; B, C and D", "Éditions du Seuil", "출판사", "50% Off, Inc. #1 {x}"]
# Identifiers of the old and of the new form, of preprints and of published works.
ARXIV = [
    {"type": "article", "arxiv": "math/0309136"},
    {"type": "article", "arxiv": "cs.CL/0101001", "number": "7", "note": "A note."},
    {"type": "article-journal", "arxiv": "hep-th/9711200", "container-title": "A Journal", "note": "Two\nlines."},
    {
        **{"type": "paper-conference", "arxiv": "1706.03762", "container-title": "NeurIPS"},
        "URL": "https://arxiv.org/abs/1706.03762",
    },
    {"type": "article", "arxiv": "2106.09685", "DOI": "10.48550/arXiv.2106.09685"},
]
OTHERS = [
    {"type": "book", "abstract": "A first paragraph.\n\nA second,\nof two lines.", "note": "A note & more\n\ttabbed"},
    {"type": "book", "keyword": "a, two words", "publisher": "A", "ISBN": "978-0-306-40615-7", "number-of-pages": 50},
    {"type": "book", "collection-title": "Notes {X} & Y", "collection-number": 17, "edition": "2 b", "publisher": "A"},
    {"type": "chapter", "container-title": "QLoRA and {Braces} in a Book & More", "chapter-number": 4, "volume": 2},
    {"type": "article-journal", "container-title": "Astronomy & More", "container-title-short": "A&M", "number": "17"},
    {"type": "report", "genre": "White paper", "publisher": "NIST", "number": "SP 800-53, 5", "ISBN": "0-306-40615-2"},
    {"type": "thesis", "genre": "Master's thesis", "publisher": "MIT", "number": "17"},
    {"type": "thesis", "publisher": "University & College"},
    {"type": "patent", "number": "EP 0 123 456 A1", "publisher": "EPO", "author": ["A Firm, Inc."]},
    {"type": "webpage"},
    {"type": "document", "publisher": "Nobody", "publisher-place": "Nowhere and Elsewhere"},
    {
        **{"type": "paper-conference", "container-title": "Proc. 1st", "editor": [RICHARD]},
        **{"collection-title": "LNCS", "collection-number": 1},
    },
    {"type": "software", "genre": "Library", "version": "1.0 & up", "note": "MIT; see {README}", "issued": 2024},
    {"type": "book", "PMID": "12345", "PMCID": "PMC67890", "call-number": "QA76 .D6", "medium": "Print"},
    {"type": "article-journal", "author": [{"literal": "Nobody & Co."}], "DOI": "10.1000/182"},
    {"type": "motion_picture", "director": [JANE], "composer": [RICHARD]},
    {"type": "speech", "event-title": "A Meeting of {X} & Y", "genre": "Talk", "event-place": "Paris and Lyon"},
    {"type": "legal_case", "volume": "1 & 2", "page": "1--3", "number": "C-131/12", "references": "A & B"},
]


def _article(**fields: object) -> dict:
    return {"type": "article-journal", "container-title": "A Journal", "author": [JANE], "issued": 2020, **fields}


def _book(**fields: object) -> dict:
    return {"type": "book", "issued": 2020, **fields}


def _citations() -> list[dict]:
    said_of_all = {"author": [JANE], "issued": "2020-05-03"}
    by_type = [{"type": type, "title": f"The {type}", **said_of_all, **fields} for type, fields in TYPES.items()]
    for citation in by_type:
        # These types have editors, and no author.
        if citation["type"] in ("collection", "periodical"):
            del citation["author"]
    return [
        *by_type,
        *(
            _article(title=title, author=names, **{"container-title": f"A Journal of {title}"})
            for title, names in zip(TITLES, AUTHORS, strict=True)
        ),
        *(_book(title=f"Editors {at}", publisher="A House", **names) for at, names in enumerate(EDITORS, 1)),
        *(_article(title=title, language=tag) for tag, title in LANGUAGES.items()),
        *(_article(title=f"Date {at}", issued=date) for at, date in enumerate(DATES, 1)),
        *(_article(title=f"Pages {at}", page=pages, volume=at) for at, pages in enumerate(PAGES, 1)),
        *(
            _article(title=f"Volume {volume}", volume=volume, issue=issue, DOI=doi)
            for (volume, issue), doi in zip(VOLUMES, DOIS, strict=True)
        ),
        *(
            _book(title=f"From {name}", author=[JANE], publisher=name, URL=url, accessed="2021-01-02")
            for name, url in zip(PUBLISHERS, URLS, strict=True)
        ),
        *({"title": f"arXiv {at}", "author": [JANE], "issued": 2020, **fields} for at, fields in enumerate(ARXIV, 1)),
        *({"title": f"Other {at}", "author": [JANE], "issued": 2020, **fields} for at, fields in enumerate(OTHERS, 1)),
    ]


def _record(number: int, citation: dict) -> dict:
    # Realistic keys.
    forms = ("Doe{}", "doe_study_{}", "3GPP-{}", "a.tool.{}", "doe:{}/a+b", "참고-{}")
    record = {"key": forms[number % len(forms)].format(number), "category": "references", "citation": citation}
    if keywords := citation.get("keyword"):
        record["tags"] = keywords.split(", ")
    return record


CITATIONS = _citations()
CATALOGUE = {
    "catalog.toml": {
        "title": "References",
        "part": [{"title": "A part"}],
        "category": [{"id": "references", "title": "References", "kind": "reference"}],
    },
    "kinds.toml": {
        "kind": [
            {
                "name": "reference",
                "plural": "references",
                "doc": "An entry of a bibliography.",
                "title": "name",
                "field": [{"name": "name", "type": "text", "doc": "The title of a reference without a citation."}],
            }
        ]
    },
    "references.toml": {"reference": [_record(number, citation) for number, citation in enumerate(CITATIONS, 1)]},
    "reading_order.toml": {},
}
