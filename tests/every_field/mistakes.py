"""Mistakes in the catalogue of data/, one of each sort: the file, what is there, what is written in its place, and the
line that is said of it."""

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
        "dataset, course, blog, post, community, book, tool, standard, talk",
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
        "kind 'talk', field 'status': name: 'status' is reserved for what every record has; choose another name",
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
        "course, blog, post, community, book, tool, standard, talk",
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
        "standard 'doe_study_2001': aliases: '3rd' is already that of paper 2 in papers.toml",
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
        'standard \'\\ud45c\\uc900\': published: "1999-13" is not a date; write one like 2024-05-03, "2024-05", '
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
        "standard '\\ud45c\\uc900': pages: must be between -2147483647 and 2147483647, not -2147483648",
    ),
    (
        "standards.toml",
        'revised = 1\n',
        'revised = 0\n',
        "standard '\\ud45c\\uc900': revised: 0 is outside 1 to 9999",
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
        "standard '\\ud45c\\uc900': category: 'studies' holds records of kind paper, not standard",
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
        "talk '\\ub3c4\\uc11c\\uad00': entry: 'b.tool' is not the key of an entry",
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
]
