"""The visible contents of the pages that the README makes with documentation generators."""

import html
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    """An entry of a bibliography."""

    text: str
    links: list[str]


@dataclass(frozen=True)
class Generator:
    """The files of a generator's page and bibliography, and the patterns of a link to an entry and of an entry itself.
    In both patterns, the first group is the entry's id. In `entry`, the second group is its contents."""

    page: str
    bibliography: str
    link: str
    entry: str

    def entries(self, directory: str) -> dict[str, Entry]:
        text = Path(directory, self.bibliography).read_text(encoding="utf-8")
        found = re.findall(self.entry, text, re.DOTALL)
        entries = {identifier: Entry(seen(body), links_in(body)) for identifier, body in found}
        if len(entries) < len(found):
            raise AssertionError(f"an id appears twice: {[identifier for identifier, _ in found]}")
        return entries

    def cited(self, directory: str) -> list[Entry]:
        """The entries that the page's citations lead to, in the order of the page."""
        entries = self.entries(directory)
        return [entries[link] for link in re.findall(self.link, Path(directory, self.page).read_text(encoding="utf-8"))]


GENERATORS = {
    "pandoc": Generator(
        "page.html",
        "page.html",
        r'<a\s+href="#(ref-[^"]+)"',
        r'<div id="(ref-[^"]+)" class="csl-entry"[^>]*>(.*?)</div>',
    ),
    "Doxygen": Generator(
        "html/index.html",
        "html/citelist.html",
        r'<a class="el" href="citelist\.html#(CITEREF_[^"]+)">\[\d+\]</a>',
        r'<dt><a class="anchor" id="(CITEREF_[^"]+)"></a>\[\d+\]</dt>\s*<dd>(.*?)</dd>',
    ),
    "Sphinx": Generator(
        "sphinx/index.html",
        "sphinx/index.html",
        r'<a class="reference internal" href="#(id\d+)" title="[^"]*">\d+</a>',
        r'<div class="citation" id="(id\d+)"[^>]*>(.*?)</div>',
    ),
}


def seen(markup: str) -> str:
    """The visible text of the markup, on one line."""
    return " ".join(html.unescape(re.sub("<[^>]*>", "", markup)).split())


def links_in(markup: str) -> list[str]:
    return [html.unescape(link) for link in re.findall('href="(http[^"]*)"', markup)]


# Records for the end of tools.toml. The quotation marks in their texts are paired, because Doxygen treats everything
# from one to the next as a quotation, however BibTeX writes it. The writer percent-encodes those in a URL.
HOSTILE = r"""
[[tool]]
key = "hostile-marks"
category = "paper_tracking"
name = 'The "quoted" $x$, a {brace}, 100% of \alpha, back_slash ~ tilde ^ caret # hash & co. <b>bold</b> `code`'
url = 'https://example.org/?a="b"&c=$d$&e=%7Bf%7D~g_h#i'

[tool.citation]
author = [
    { family = "Berg", given = "A.", particle = "van den" },
    { family = "Vigny", given = "Alfred", dropping-particle = "de" },
    "others",
]
issued = 2021

[[tool]]
key = "hostile-conference"
category = "paper_tracking"
name = 'Half a brace { and "one" more }}'
url = 'https://example.org/$1/"'

[tool.citation]
type = "paper-conference"
container-title = 'Proceedings of the "First" $ & {Last} 10% \x Workshop'
author = [
    { literal = 'Institute "of" Standards, and $ & {Technology} \x 10%' },
    { family = "d'Alembert", given = "Jean" },
]
issued = 2022

[[tool]]
key = "hostile-book"
category = "paper_tracking"
name = '한글 제목 "인용" 100%'
url = 'https://example.org/한글?"$"'

[tool.citation]
type = "book"
author = [
    { family = "남궁", given = "지영" },
    { family = "Ó Briain", given = "Seán" },
    { family = "Łoś", given = "Jerzy" },
]
publisher = '한빛 "미디어" & {Söhne}'
issued = 2023

[[tool]]
key = "hostile-report"
category = "paper_tracking"
name = 'What follows them'
url = 'https://example.org/$a$'

[tool.citation]
type = "report"
author = ["Jane Doe"]
publisher = "{Institute} $1 \\ 100%"
issued = 2024
"""
