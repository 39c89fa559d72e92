"""Mistakes in the catalogue of data/, one of each sort: the file, the original text, its replacement, and the expected
line."""

MISTAKES = [
    (
        "catalog.toml",
        'languages = ["en", "ja", "zh-Hans"]',
        'languages = ["en", "ja", "zh-Hans", "JA"]',
        'languages: names "ja" more than once',
    ),
    (
        "catalog.toml",
        'part = "rules"\ntitle = "Retired"',
        'part = "laws"\ntitle = "Retired"',
        "category 'retired': part: 'laws' is not a part; write one of rules, works, 3",
    ),
    (
        "catalog.toml",
        '{ field = "tags", heading = "Tags" }',
        '{ field = "tag", heading = "Tags" }',
        "category 'current': columns: item 15 'tag' is not a field of the standard; the fields are place, name, "
        "scope, abstract_line, abstract, full_text, pages, revised, published, withdrawn, editor, bodies, "
        "replaces, key, link, links, tags",
    ),
    (
        "catalog.toml",
        'kind = "talk"',
        'kind = "talks"',
        "category 'talks_given': kind: 'talks' is not a kind of record; the kinds are paper, repository, "
        "dataset, course, blog, post, community, book, tool, standard, talk, reference",
    ),
    (
        "kinds.toml",
        'name = "talk"',
        'name = "find"',
        "kind 'find': name: 'find' is a name of the library; choose another name",
    ),
    (
        "kinds.toml",
        'name = "size"',
        'name = "status"',
        "kind 'talk', field 'status': name: 'status' is reserved in every record; choose another name",
    ),
    (
        "kinds.toml",
        'type = "prose"',
        'type = "essay"',
        "kind 'standard', field 'abstract': type: must be one of text, localized, prose, url, integer, year, "
        'date, flag, texts, entries, ordinal, not "essay"',
    ),
    (
        "kinds.toml",
        'date = "since"',
        'date = "label"',
        "kind 'tool': date: 'label' is of type text; name a field of type year or date",
    ),
    (
        "kinds.toml",
        'extends = "paper"',
        'extends = "papers"',
        "kind 'papers': extends: 'papers' is not a kind of record; the kinds are paper, repository, dataset, "
        "course, blog, post, community, book, tool, standard, talk, reference",
    ),
    (
        "standards.toml",
        'key = "a.tool"',
        'key = "a{tool"',
        'standard \'a{tool\': key: "a{tool" is not a key; write one word of printable characters, none of them one '
        'of "#%\'(),={}\\~',
    ),
    (
        "standards.toml",
        'aliases = ["old"]',
        'aliases = ["old", "3rd"]',
        "standard 'doe_study_2001': aliases: '3rd' is already used by paper 2 in papers.toml",
    ),
    (
        "standards.toml",
        'scope.ja = "読書室"',
        'scope.ko = "읽는 방"',
        'standard \'doe:2001/a+b\': scope: has the unknown language "ko"; the languages of catalog.toml are en, '
        "ja, zh-Hans",
    ),
    (
        "standards.toml",
        'published = "1999-12"',
        'published = "1999-13"',
        'standard \'표준\': published: "1999-13" is not a date; write one like 2024-05-03, "2024-05", '
        '"2024" or 2024',
    ),
    (
        "standards.toml",
        "withdrawn = false",
        'withdrawn = "no"',
        'standard \'doe_study_2001\': withdrawn: must be true or false, not "no"',
    ),
    (
        "standards.toml",
        "pages = -2147483647",
        "pages = -2147483648",
        "standard '표준': pages: must be between -2147483647 and 2147483647, not -2147483648",
    ),
    (
        "standards.toml",
        'revised = 1\n',
        'revised = 0\n',
        "standard '표준': revised: 0 is outside 1 to 9999",
    ),
    (
        "standards.toml",
        'replaces = ["표준", "old"]',
        'replaces = ["doe_study_2001", "old"]',
        'standard \'doe:2001/a+b\': replaces: names the entry "doe_study_2001" more than once',
    ),
    (
        "standards.toml",
        'url = "mailto:editor@rooms.example"',
        'url = "editor@rooms.example"',
        'standard \'doe:2001/a+b\', link 2: url: "editor@rooms.example" is not a URL; write an absolute one, like '
        '"https://example.org/" or "doi:10.1000/1"',
    ),
    (
        "standards.toml",
        'tags = ["quiet", "房间", "Quiet"]',
        'tags = ["quiet", "房间", "quiet"]',
        'standard \'doe:2001/a+b\': tags: names "quiet" more than once',
    ),
    (
        "standards.toml",
        'category = "current"\nname = "ISO 2"',
        'category = "studies"\nname = "ISO 2"',
        "standard '표준': category: 'studies' holds records of kind paper, not standard",
    ),
    (
        "talks.toml",
        'subject = "Keynote"\n',
        "",
        "talk 'keynote': subject: is missing",
    ),
    (
        "talks.toml",
        'entry = ["Doe2001", "a.tool", "도서관"]',
        'entry = ["Doe2001", "b.tool"]',
        "talk '도서관': entry: 'b.tool' is not the key of an entry",
    ),
    (
        "papers.toml",
        'award.zh-Hans = "大奖"',
        'prize = "大奖"',
        "paper 'Doe2001': prize: unknown field; the fields are key, category, title, short_title, authors, year, "
        "summary, contribution, award, code, link_label, url, links, tags, aliases, citation, status, "
        "current_url, status_note, correction",
    ),
    (
        "tools.toml",
        'label = "Scan"',
        'label = "Scan\\nner"',
        "tool 'scan': label: holds the control character U+000A; a cell is one line of plain text",
    ),
    (
        "kinds.toml",
        'plural = "talks"',
        'plural = "contributor"',
        "kind 'talk': plural: 'contributor' is a name of the library; choose another name",
    ),
    # Citations.
    (
        "papers.toml",
        'container-title = "Journal of Rooms"',
        'journal = "Journal of Rooms"',
        "paper 'Doe2001', citation: journal: is a field of 1.0; write container-title, with type = \"article-journal\"",
    ),
    (
        "papers.toml",
        'type = "article-journal"',
        'type = "preprint"',
        'paper \'Doe2001\', citation: type: "preprint" is a type of 1.0; write "article"',
    ),
    (
        "papers.toml",
        'arxiv = "0107.01234"',
        'arxiv = "0107.01234v2"',
        'paper \'Doe2001\', citation: arxiv: "0107.01234v2" is not an arXiv identifier; write one like "1706.03762", '
        "without version",
    ),
    (
        "papers.toml",
        'DOI = "10.1000/2"',
        'DOI = "https://doi.org/10.1000/2"',
        'paper \'Doe2001\', citation: DOI: "https://doi.org/10.1000/2" is not a DOI; write one like '
        '"10.1145/3600006.3613165", without https://doi.org/',
    ),
    (
        "papers.toml",
        'issue = "3-4"',
        "issue = true",
        "paper 'Doe2001', citation: issue: must be a text or a whole number, not true",
    ),
    (
        "papers.toml",
        "volume = 12",
        "volume = 1.5",
        "paper 'Doe2001', citation: volume: must be a text or a whole number, not 1.5",
    ),
    (
        "standards.toml",
        'genre = "Draft"',
        'genres = "Draft"',
        "standard 'doe:2001/a+b', citation: genres: is not a variable of CSL 1.0.2; the nearest is genre",
    ),
    (
        "standards.toml",
        'genre = "Draft"',
        'booktitle = "Draft"',
        "standard 'doe:2001/a+b', citation: booktitle: is not a variable of CSL 1.0.2; write container-title",
    ),
    (
        "standards.toml",
        'genre = "Draft"',
        'zzz = "Draft"',
        "standard 'doe:2001/a+b', citation: zzz: is not a variable of CSL 1.0.2",
    ),
    (
        "standards.toml",
        'author = ["Jane Doe", "Example Consortium"]',
        'author = "Jane Doe"',
        "standard 'doe:2001/a+b', citation: author: must be a list of at least one name, not \"Jane Doe\"",
    ),
    (
        "standards.toml",
        'author = ["Jane Doe", "Example Consortium"]',
        'author = ["Jane Doe and Guy A. Roe"]',
        'standard \'doe:2001/a+b\', citation: author: item 1 "Jane Doe and Guy A. Roe" is more than one name; give '
        'each its own item, or write { literal = "..." }',
    ),
    (
        "standards.toml",
        'author = ["Jane Doe", "Example Consortium"]',
        'author = ["Jane Doe", "et al."]',
        'standard \'doe:2001/a+b\', citation: author: item 2 "et al." is not a name; write "others" as the last item '
        "for those not named",
    ),
    (
        "standards.toml",
        'author = ["Jane Doe", "Example Consortium"]',
        'author = ["others"]',
        'standard \'doe:2001/a+b\', citation: author: needs a name before "others"',
    ),
    (
        "references.toml",
        '{ family = "Plato" }',
        '{ given = "Plato" }',
        "reference 'names', citation: author: item 17 has no family; write { literal = \"...\" } for a name "
        "without parts",
    ),
    (
        "references.toml",
        '{ family = "Plato" }',
        '{ family = "Plato", von = "of" }',
        "reference 'names', citation: author: item 17 has the unknown part 'von'; the parts are family, given, "
        "particle, dropping-particle, suffix",
    ),
    (
        "references.toml",
        '{ family = "Plato" }',
        '{ family = ["Plato"] }',
        "reference 'names', citation: author: item 17 .family must be a text, not ['Plato']",
    ),
    (
        "references.toml",
        '{ family = "Plato" }',
        "17",
        "reference 'names', citation: author: item 17 must be a name, or a table of its parts, as in "
        '{ family = "Doe", given = "Jane" }, not 17',
    ),
    (
        "references.toml",
        'issued = "1687/1999-12"',
        'issued = "1999-12/1687"',
        "reference 'everything', citation: issued: \"1999-12/1687\" is not a date; write one like 2024-05-03, "
        '"2024-05" or 2024, a range like "2020/2021", or words as in { literal = "..." }',
    ),
    (
        "references.toml",
        "event-date = { literal = ",
        "event-date = { words = ",
        "reference 'everything', citation: event-date: {'words': '31st August to 3rd September 2015'} is not a date; "
        'write one like 2024-05-03, "2024-05" or 2024, a range like "2020/2021", or words as in { literal = "..." }',
    ),
    (
        "references.toml",
        'annote = "On one line"',
        'annote = "\\u0007"',
        "reference 'everything', citation: annote: holds the control character U+0007; the only ones allowed in prose "
        "are line breaks and tabs",
    ),
    (
        "papers.toml",
        "[[paper]]\nkey = \"Doe2001\"",
        "family_names = { \"Jane Doe\" = \"Doe\" }\n[[paper]]\nkey = \"Doe2001\"",
        "family_names: is a table of 1.0; write the parts of the name in the citation, as in { family = \"Doe\", "
        'given = "Jane" }',
    ),
]
