"""Checks the page that examples/site writes: python3 -m tests.site.check PART SITE_PROGRAM COMPILER [FLAG...]

PART `html` parses the page. The other parts open it in headless Chromium. PART `browser` checks that the page shows the
same entries as the library's own queries, which queries.cpp prints. PART `search` checks that the page finds the same
entries as the library. PART `keys` uses the page without a mouse. PART `axe` checks its accessibility with axe-core.
PART `own` checks the page of another catalogue, with 5,000 entries in three languages. A part exits with 77 if a
program or package that it needs is missing."""

import json
import re
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote, unquote

from codegen.folding import TABLE
from tests.site import large, own
from tests.site.document import Document
from tests.site.fragments import FRAGMENTS
from tests.site.questions import questions
from tests.support import chromium, node
from tests.support.chromium import Chromium
from tests.support.hangul import HANGUL
from tests.support.running import ROOT, output_of

# The state of the page, once it has listed the first 300 of the entries shown and updated the fragment.
STATE = """(async () => {
  const texts = selector => [...document.querySelectorAll(selector)];
  const count = () => document.querySelector('[role=status] [data-count]').textContent;
  await new Promise(done => setTimeout(done, 250));
  while (texts('.card.listed').length < Math.min(300, count())) await new Promise(done => setTimeout(done, 20));
  return {
    shown: texts('.card.listed').map(card => card.id), count: count(),
    nothing: !document.getElementById('~nothing').hidden,
    headings: texts('.category:not([hidden])').length,
    lang: document.documentElement.lang, fragment: decoded(location.hash), focused: document.activeElement.id,
    pressed: texts('.mark[aria-pressed=true]').map(mark => mark.dataset.category || mark.dataset.from),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
})()"""

# The results of each query: the keys, the number that the page shows, and its first cards.
FIND = """(queries => {
  const input = document.getElementById('~q');
  const cards = [...document.querySelectorAll('.card')].map(card => ({
    id: card.id,
    text: [card.id, ...[...card.querySelectorAll('[data-find]')].map(found => found.textContent)]
      .map(folded_text).join('\\0'),
  }));
  return queries.map(query => {
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return {
      found: cards.filter(finder(query)).map(card => card.id),
      count: Number(document.querySelector('[data-count]').textContent),
      first: [...document.querySelectorAll('.card.listed')].slice(0, 10).map(card => card.id),
    };
  });
})(%s)"""


def lines_of(*command: object, **options: object) -> list[str]:
    return output_of(*command, **options).split("\n")[:-1]


def shown_by_the_library(filters: dict) -> list[str]:
    return lines_of(QUERIES, "shown", *(f"{name}={value}" for name, value in filters.items()))


class Html(unittest.TestCase):
    def setUp(self):
        self.html = PAGE.read_text(encoding="utf-8")
        self.document = Document(self.html)
        self.entries = [line.split("\t") for line in lines_of(QUERIES, "entries")]

    def test_the_page_is_well_formed(self):
        self.assertTrue(self.html.startswith("<!DOCTYPE html>\n"))
        self.assertEqual(self.document.mistakes, [])
        ids = self.document.all("id")
        self.assertEqual(len(ids), len(set(ids)))
        hrefs = [href for href in self.document.all("href") if href.startswith("#")]
        within = [unquote(href[1:]) for href in hrefs if not href.startswith("#q=")]
        self.assertLessEqual({*within, *self.document.all("aria-labelledby"), *self.document.all("for")}, {*ids})

    def test_the_page_loads_no_other_files(self):
        names = {name for name, _ in self.document.elements}
        self.assertFalse(names & {"link", "img", "iframe", "object", "embed", "base"})
        self.assertEqual(self.document.all("src") + self.document.all("srcset") + self.document.all("action"), [])
        self.assertNotIn("@import", self.html)
        self.assertIsNone(re.search(r"url\((?!['\"]?data:)", self.html))
        self.assertIsNone(re.search(r"\b(fetch|XMLHttpRequest|WebSocket|import)\s*\(", self.html))
        self.assertFalse([name for _, given in self.document.elements for name in given if name.startswith("on")])
        for href in self.document.all("href"):
            self.assertRegex(href, r"\A(#|https?://)")

    def test_every_entry_has_a_card(self):
        keys = [key for key, *_ in self.entries]
        self.assertEqual([card["id"] for card in self.document.with_class("card")], keys)
        self.assertEqual(self.html.count("<summary>BibTeX"), len(keys))
        hrefs = set(self.document.all("href"))
        found = {text for text, around in self.document.texts if any("data-find" in given for given in around)}
        for _, current, original, *texts in self.entries:
            self.assertLessEqual({text for text in texts if text}, found)
            self.assertLessEqual({url for url in (current, original) if url}, hrefs)

    def test_the_reading_path_leads_to_the_cards(self):
        linked = re.findall(r'<p class=names>.*?</p>', self.html)
        linked = [unquote(key) for names in linked for key in re.findall('<a href="#([^"]+)">', names)]
        self.assertEqual(linked, lines_of(QUERIES, "reading"))
        self.assertEqual(len(linked), 17)

    def test_texts_are_marked_with_their_language(self):
        for text, around in self.document.texts:
            language = next((given["lang"] for given in reversed(around) if given.get("lang")), None)
            if language == "en":
                self.assertIsNone(HANGUL.search(text), text)
        self.assertEqual(self.document.language(), "ko")
        self.assertGreater(len(self.document.with_class("in-en")), len(self.entries))
        for name in "ko", "en":
            self.assertEqual({given["lang"] for given in self.document.with_class(f"in-{name}")}, {name})


class Shown(unittest.TestCase):
    """Each test opens the page in a browser."""

    width = 1200

    def setUp(self):
        self.browser = self.enterContext(Chromium(self.width))

    def load(self, fragment: str = "") -> None:
        self.browser.load(f"{PAGE.as_uri()}#{fragment}")

    def state(self) -> dict:
        return self.browser.run(STATE)

    def assert_finds_the_same_as_the_library(self, queries: list[str]) -> None:
        expected = lines_of(QUERIES, "search", input="".join(f"{query}\n" for query in queries))
        self.assertEqual(len(expected), len(queries))
        self.load()
        found = self.browser.run(FIND % json.dumps(queries))
        for query, keys, answer in zip(queries, expected, found, strict=True):
            with self.subTest(query=query):
                keys = keys.split("\t") if keys else []
                self.assertEqual(answer, {"found": keys, "count": len(keys), "first": keys[:10]})
        self.assertGreater(len({answer["count"] for answer in found}), 15)


class Browser(Shown):
    width = 360

    def assert_shows(self, state: dict, filters: dict, language: str) -> None:
        expected = shown_by_the_library(filters)
        self.assertEqual(state["shown"], expected)
        self.assertEqual(state["count"], str(len(expected)))
        self.assertEqual(state["nothing"], not expected)
        self.assertEqual(state["headings"] > 0, bool(expected))
        self.assertEqual(state["lang"], language)
        self.assertLessEqual(state["wide"], 0, "the page is wider than a phone")

    def test_a_loaded_page_shows_the_entries_that_the_library_finds(self):
        for fragment, filters, language in FRAGMENTS[:12]:
            with self.subTest(fragment=fragment):
                self.load(fragment)
                self.assert_shows(self.state(), filters, language)

    def test_a_changed_fragment_shows_the_entries_that_the_library_finds(self):
        self.load("lang=en")
        for fragment, filters, language in FRAGMENTS:
            with self.subTest(fragment=fragment):
                self.browser.run(f"location.hash = {json.dumps(fragment)}")
                self.assert_shows(self.state(), filters, language)

    def click(self, selector: str) -> None:
        self.browser.run(f"document.querySelector({json.dumps(selector)}).click()")

    def test_pressing_and_typing_change_the_page(self):
        typed = {"q": "LoRA & 100%"}
        steps = (  # the element to press, the resulting fragment, the filters, the pressed marks, the language
            (".mark[data-category=peft]", "#category=peft", {"category": "peft"}, ["peft"], "ko"),
            (".mark[data-category=peft]", "", {}, [], "ko"),
            ('.mark[data-from="2023"]', "#from=2023&to=2023", {"from": "2023", "to": "2023"}, ["2023"], "ko"),
            (".mark[data-category=peft]", "#category=peft&from=2023&to=2023",
             {"category": "peft", "from": "2023", "to": "2023"}, ["2023", "peft"], "ko"),
            ('.mark[data-from="2023"]', "#category=peft", {"category": "peft"}, ["peft"], "ko"),
            ("[data-reset]", "", {}, [], "ko"),
            (None, "#q=LoRA & 100%", typed, [], "ko"),
            ("[data-language=en]", "#q=LoRA & 100%&lang=en", typed, [], "en"),
            ('.route a[href="#vit"]', "#vit&lang=en", {}, [], "en"),
            ("[data-language=ko]", "", {}, [], "ko"),
        )
        self.load()
        for selector, fragment, filters, pressed, language in steps:
            with self.subTest(selector=selector, fragment=fragment):
                if selector:
                    self.click(selector)
                else:
                    self.browser.run("document.getElementById('~q').focus()")
                    self.browser.press(*typed["q"])
                state = self.state()
                self.assertEqual((state["fragment"], state["pressed"]), (fragment, pressed))
                self.assert_shows(state, filters, language)
        self.click('.route a[href="#vit"]')
        self.assertEqual(self.state()["focused"], "vit")

    def test_copying_reports_its_result(self):
        self.load("q=dora")
        self.click("#dora summary")
        self.click("#dora [data-copy]")
        said = self.browser.run("""new Promise(done => setTimeout(() => done([
            document.querySelector('#dora details [role=status]').textContent, getSelection().toString()]), 500))""")
        self.assertNotEqual(said[0], "")
        # If the clipboard is unavailable, the text is selected.
        self.assertTrue(said[1] == "" or "{dora," in said[1], said)

    def test_printing_includes_every_entry(self):
        self.load()
        self.browser.run("dispatchEvent(new Event('beforeprint'))")
        listed = self.browser.run("document.querySelectorAll('.card.listed').length")
        self.assertEqual(listed, len(shown_by_the_library({})))


class Search(Shown):
    def test_the_page_finds_the_same_entries_as_the_library(self):
        texts = [text for line in lines_of(QUERIES, "entries") for text in line.split("\t")[3:]]
        self.assert_finds_the_same_as_the_library(questions(texts, 200))

    def test_the_page_folds_characters_like_the_library(self):
        codes = [code for code in range(0x1F00) if not chr(code).isspace()]
        self.load()
        found = self.browser.run("Array.from({ length: 0x1f00 }, (_, code) => folded(String.fromCodePoint(code)))")
        expected = {hex(code): TABLE.get(code, chr(code)) for code in codes}
        self.assertEqual({hex(code): found[code] for code in codes}, expected)


class Keys(Shown):
    def focused(self) -> str:
        """The id, class or name of the element with the focus, and its text."""
        return self.browser.run("(e => `${e.id || e.className || e.tagName} ${e.textContent}`)(document.activeElement)")

    def tab_to(self, wanted: str, most: int = 60) -> None:
        for _ in range(most):
            self.browser.press("Tab")
            if re.match(wanted, self.focused()):
                return
        self.fail(f"{wanted} cannot be reached in {most} tabs")

    def test_from_the_skip_link_to_a_citation(self):
        self.load("lang=en")
        self.tab_to("skip ", 1)
        self.browser.press("Enter")
        self.assertTrue(self.focused().startswith("~entries "))
        self.tab_to("~q ", 1)
        self.browser.press(*"qlora")
        self.assertEqual(self.state()["shown"], shown_by_the_library({"q": "qlora"}))
        for control in "~category ", "~from ", "~to ", "reset ":
            self.tab_to(control, 1)
        self.tab_to("A QLoRA", 1)  # the title of the card
        self.tab_to("SUMMARY BibTeX")
        self.browser.press("Enter")
        self.tab_to("PRE @", 1)
        self.tab_to("BUTTON .*Copy", 1)
        self.browser.press("Enter")
        said = "document.querySelector('#qlora [role=status]').textContent"
        said = self.browser.run(f"new Promise(done => setTimeout(() => done({said}), 500))")
        self.assertRegex(said, "Copied|Selected")

    def test_marks_and_reset(self):
        self.load()
        self.tab_to("mark 2023")
        self.browser.press("Enter")
        self.assertEqual(self.state()["shown"], shown_by_the_library({"from": "2023", "to": "2023"}))
        self.browser.press("Space")
        self.assertEqual(self.state()["shown"], shown_by_the_library({}))
        self.browser.press("Shift+Tab", "Enter")
        self.assertEqual(self.state()["pressed"], ["2022"])
        self.tab_to("reset ")
        self.browser.press("Enter")
        self.assertEqual(self.state()["shown"], shown_by_the_library({}))

    def test_languages_and_stops(self):
        self.load()
        self.tab_to(" English|BUTTON English")
        self.browser.press("Enter")
        self.assertEqual(self.state()["lang"], "en")
        self.tab_to("A .*QLoRA")
        self.browser.press("Enter")
        self.assertEqual(self.state()["focused"], "qlora")


class Axe(Shown):
    def test_axe_finds_no_barriers(self):
        axe = (node.root() / "axe-core/axe.min.js").read_text(encoding="utf-8")
        for page in PAGES:
            for scheme in "light", "dark":
                with self.subTest(page=page, scheme=scheme):
                    self.browser.prefer(scheme)
                    self.browser.load(page.as_uri())
                    self.state()
                    self.browser.run(axe)
                    found = self.browser.run(
                        "axe.run().then(({ violations, passes }) => [passes.length, violations.map("
                        "each => [each.id, each.nodes.slice(0, 3).map(node => node.html)])])"
                    )
                    self.assertGreater(found[0], 20)
                    self.assertEqual(found[1], [])


class Own(Shown):
    """The page of another catalogue: it has its own kinds, three languages without Korean, and no reading order."""

    def test_the_page_is_complete(self):
        html = PAGE.read_text(encoding="utf-8")
        document = Document(html)
        entries = [line.split("\t") for line in lines_of(QUERIES, "entries")]
        self.assertEqual(document.mistakes, [])
        self.assertEqual([card["id"] for card in document.with_class("card")], [key for key, *_ in entries])
        self.assertEqual(document.all("data-language"), ["en", "ja", "zh-Hans"])
        # The page shows fields of many types, tags, aliases, links, statuses, corrections and citations.
        for given in (
            "Pages</span> 2", "Withdrawn</span> ✓", "Published</span> 1990-01", 'href="https://slides.example/0"',
            "Second line.", "Replaces", 'href="#q=%22kernel%22"', "Alias-Note&amp;7", 'href="https://more.example/7"',
            "資料", "renamed", "There are more.", "@misc{Note&amp;1,", "design note", "Design note", "1990s",
        ):
            self.assertIn(given, html)
        self.assertIn("&lt;i&gt;&amp;", html)
        self.assertFalse([href for href in document.all("href") if not re.match("#|https://", href)])
        for other in "Reading path", "paper", "한국어", "lang=ko":
            self.assertNotIn(other, html.replace("--paper", ""))

    def test_the_page_finds_the_same_entries_as_the_library(self):
        lines = [line.split("\t") for line in lines_of(QUERIES, "entries")]
        keys = [line[0] for line in lines]
        texts = [text for line in lines for text in line[3:]]
        further = [f"Alias-{keys[7]}", "양자화", "문서 이해"] * 500
        self.assert_finds_the_same_as_the_library(questions(texts + keys + further, 200))

    def test_the_page_can_be_used(self):
        self.browser.resize(360, 640)
        self.load("lang=zh-Hans")
        state = self.state()
        self.assertEqual(state["lang"], "zh-Hans")
        self.assertLessEqual(state["wide"], 0, "the page is wider than a phone")
        self.browser.run("document.querySelector('[data-language=ja]').click()")
        self.browser.run("document.querySelector('.tag').click()")
        state = self.state()
        self.assertRegex(state["fragment"], '^#q=".+"&lang=ja$')
        found = shown_by_the_library({"q": state["fragment"].split("=")[1].split("&")[0]})
        self.assertEqual(state["count"], str(len(found)))
        self.browser.run("document.querySelector('[data-reset]').click()")
        self.browser.run("document.querySelector('.mark[data-from=\"2010\"]').click()")
        state = self.state()
        self.assertEqual((state["fragment"], state["pressed"]), ("#from=2010&to=2019&lang=ja", ["2010"]))
        self.assertEqual(state["shown"][:300], shown_by_the_library({"from": "2010", "to": "2019"})[:300])
        # Ctrl+F searches all cards shown, so all must be listed.
        self.browser.run("document.querySelector('[data-reset]').click()")
        self.assertLess(len(self.state()["shown"]), 1000)
        self.browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true }))")
        self.assertEqual(len(self.state()["shown"]), 5000)
        # A key that a fragment must encode, on a card not yet listed.
        self.load(quote("Note&4000"))
        self.assertEqual(self.state()["focused"], "Note&4000")


def build(directory: Path) -> tuple[list[Path], Path]:
    """Builds the pages of a part, and the program of queries.cpp for the first of them."""
    program, page = directory / "site_queries", directory / "page.html"
    if PART != "own":
        output_of(*COMPILER, "-std=c++20", f"-I{ROOT}/include", ROOT / "tests/site/queries.cpp", "-o", program)
        output_of(SITE, page)
    pages = [page]
    if PART in ("own", "axe"):
        large.write({"own": 5000, "axe": 60}[PART], directory / "data")
        own_page, own_program = own.build(directory, COMPILER)
        pages = [own_page] if PART == "own" else [page, own_page]
        program = own_program if PART == "own" else program
    return pages, program


if __name__ == "__main__":
    PART, SITE, *COMPILER = sys.argv[1:]
    if PART != "html":
        chromium.program()
    if PART == "axe":
        node.need_packages("axe-core@4")
    with tempfile.TemporaryDirectory() as place:
        PAGES, QUERIES = build(Path(place))
        PAGE = PAGES[0]
        unittest.main(argv=[sys.argv[0], PART.capitalize()])
