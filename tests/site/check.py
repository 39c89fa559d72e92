"""Checks the page that examples/site.cpp writes: python3 -m tests.site.check html|browser SITE_PROGRAM COMPILER [FLAG...]

Either its HTML, or what a browser shows of it; ends with 77 where there is none. What it has to show is computed by queries.cpp with the
library's own queries. The browser, Chromium without a window, loads the page once for each fragment, in frames of one
page that writes down what becomes of them."""

import json
import re
import shutil
import sys
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

from tests.support.hangul import HANGUL
from tests.support.running import ROOT, output_of, skip

VOID = {"meta", "input", "br", "hr", "img", "link", "wbr", "area", "base", "col", "embed", "source", "track"}

# Fragments, what the library is to be asked for, and the language. These are loaded, each in a frame of its own:
LOADED = [
    ("", {}, "ko"),
    ("q=qlora", {"q": "qlora"}, "ko"),
    ("q=" + quote("문서"), {"q": "문서"}, "ko"),
    ("q=Weights%20%26%20B", {"q": "Weights & B"}, "ko"),
    ("q=no%20entry%20says%20this", {"q": "no entry says this"}, "ko"),
    ("category=peft", {"category": "peft"}, "ko"),
    ("category=no_such_category", {}, "ko"),
    ("from=2022&to=2023", {"from": "2022", "to": "2023"}, "ko"),
    ("category=peft&from=2022&to=2023", {"category": "peft", "from": "2022", "to": "2023"}, "ko"),
    ("lang=en", {}, "en"),
    ("q=dora&category=quantization&lang=en", {"q": "dora", "category": "quantization"}, "en"),
    ("vit&lang=en", {}, "en"),
]
# And these follow one another in one frame:
VISITED = LOADED + [
    ("q=QLoRA", {"q": "QLoRA"}, "ko"),
    ("q=LoRA%2B", {"q": "LoRA+"}, "ko"),
    ("q=%22let%27s", {"q": "\"let's"}, "ko"),
    ("q=" + quote("(구름)"), {"q": "(구름)"}, "ko"),
    ("q=" + quote("GÉRON"), {"q": "GÉRON"}, "ko"),  # only A to Z have another case
    ("q=arxiv.org", {"q": "arxiv.org"}, "ko"),  # neither a link is searched nor what the page says itself:
    ("q=BibTeX", {"q": "BibTeX"}, "ko"),
    ("q=%20lora", {"q": " lora"}, "ko"),
    ("q=100%", {"q": "100%"}, "ko"),
    ("q=", {}, "ko"),
    ("from=2024", {"from": "2024"}, "ko"),
    ("to=2018", {"to": "2018"}, "ko"),
    ("from=1990&to=2017", {"from": "1990", "to": "2017"}, "ko"),
    ("from=2023&to=2022", {"from": "2023", "to": "2022"}, "ko"),
    ("q=dora&lang=xx&from=soon", {"q": "dora"}, "ko"),
    ("category=tools_and_services&from=2017", {"category": "tools_and_services", "from": "2017"}, "ko"),
    ("q=" + quote("효율") + "&category=peft&to=2021", {"q": "효율", "category": "peft", "to": "2021"}, "ko"),
    ("q=dora&vit", {}, "ko"),  # an entry to go to is shown in any case
]

# Appended to the page in its frame: sends the document as it stands after loading.
REPORTER = "<script>addEventListener('load', () => parent.postMessage(document.documentElement.outerHTML, '*'));</script>"

# Appended to the page in a frame of its own: goes from fragment to fragment, and sends what is shown after each.
VISITOR = """<script>
addEventListener('load', async () => {
  const seen = [];
  for (const fragment of %s) {
    const changed = new Promise(resolve => addEventListener('hashchange', resolve, { once: true }));
    location.hash = fragment;
    await changed;
    seen.push({
      shown: [...document.querySelectorAll('.card:not([hidden])')].map(card => card.id),
      nothing: !document.querySelector('#nothing_found').hidden,
      lang: document.documentElement.lang,
    });
  }
  parent.postMessage(JSON.stringify(seen), '*');
});
</script>"""

# Appended to the page in a frame of its own: uses it, and sends what is shown after each step.
USER = """<script>
addEventListener('load', async () => {
  const steps = {};
  const find = selector => document.querySelector(selector);
  const note = name => {
    steps[name] = {
      fragment: decodeURIComponent(location.hash), lang: document.documentElement.lang,
      shown: [...document.querySelectorAll('.card:not([hidden])')].map(card => card.id),
      pressed: [...document.querySelectorAll('.mark[aria-pressed=true]')].map(mark => mark.dataset.category || mark.dataset.year),
      focused: document.activeElement.id, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, count: find('[role=status] [data-count]').textContent,
    };
  };
  const press = (name, selector) => { find(selector).click(); note(name); };
  press('category on', '.mark[data-category=peft]');
  press('category off', '.mark[data-category=peft]');
  press('year on', '.mark[data-year="2023"]');
  press('year and category on', '.mark[data-category=peft]');
  press('year off', '.mark[data-year="2023"]');
  press('reset', '[data-reset]');
  const search = find('input[type=search]');
  search.value = 'LoRA & 100%';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  note('typed');
  press('english', '[data-language=en]');
  press('to a hidden card', '.route a[href="#vit"]');
  press('korean', '[data-language=ko]');
  const changed = new Promise(resolve => addEventListener('hashchange', resolve));
  location.hash = '#q=dora&from=2024';
  await changed;
  note('fragment changed');
  find('#dora details').open = true;
  find('#dora [data-copy]').click();
  await new Promise(resolve => setTimeout(resolve, 500));
  steps.copied = { said: find('#dora details [role=status]').textContent, selected: getSelection().toString() };
  parent.postMessage(JSON.stringify(steps), '*');
});
</script>"""

# Holds the frames, and puts what they send in <pre> elements, in the order of the frames. Only the last frame, which is
# used, is laid out: that would take most of the time.
DRIVER = """<!DOCTYPE html><meta charset="utf-8"><body><script>
const sources = %s;
const frames = sources.map(source => Object.assign(document.createElement('iframe'), { src: source, width: 360, height: 640 }));
const answers = sources.map(() => Object.assign(document.createElement('pre'), { hidden: true }));
for (const frame of frames.slice(0, -1)) frame.hidden = true;
addEventListener('message', event => {
  answers[frames.findIndex(frame => frame.contentWindow === event.source)].textContent = event.data;
});
document.body.append(...frames, ...answers);
</script>"""


def lines_of(*command: object) -> list[str]:
    return output_of(*command).splitlines()


class Page(HTMLParser):
    """What the tests ask of a document."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict]] = []
        self.texts: list[tuple[str, list[dict]]] = []  # each with the attributes of the elements around it
        self.mistakes: list[str] = []
        self.open: list[tuple[str, dict]] = []
        self.feed(html)
        self.close()
        self.mistakes += [f"<{name}> is never closed" for name, _ in self.open]

    def handle_starttag(self, name, attributes):
        given = dict(attributes)
        if len(given) < len(attributes):
            self.mistakes.append(f"<{name}> has an attribute twice: {attributes}")
        self.elements.append((name, given))
        if name not in VOID:
            self.open.append((name, given))

    def handle_endtag(self, name):
        if not self.open or self.open[-1][0] != name:
            self.mistakes.append(f"</{name}> at {self.getpos()} closes {[name for name, _ in self.open]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        self.texts.append((data, [attributes for _, attributes in self.open]))

    def all(self, attribute: str) -> list[str]:
        return [given[attribute] for _, given in self.elements if attribute in given]

    def with_class(self, name: str) -> list[dict]:
        return [given for _, given in self.elements if name in (given.get("class") or "").split()]

    def with_id(self, name: str) -> dict:
        return next(given for _, given in self.elements if given.get("id") == name)

    def shown(self) -> list[str]:
        return [card["id"] for card in self.with_class("card") if "hidden" not in card]

    def language(self) -> str:
        return next(given for name, given in self.elements if name == "html")["lang"]


class Answers(HTMLParser):
    """The texts of the <pre> elements."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, name, attributes):
        self.inside = name == "pre"
        if self.inside:
            self.texts.append("")

    def handle_endtag(self, name):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.texts[-1] += data


class Html(unittest.TestCase):
    def test_it_is_well_formed(self):
        self.assertTrue(HTML.startswith("<!DOCTYPE html>\n"))
        self.assertEqual(PAGE.mistakes, [])
        ids = PAGE.all("id")
        self.assertEqual(len(ids), len(set(ids)))
        for reference in [href[1:] for href in PAGE.all("href") if href.startswith("#")] + PAGE.all("aria-labelledby") + PAGE.all("for"):
            self.assertIn(reference, ids)

    def test_it_needs_nothing_but_itself(self):
        names = {name for name, _ in PAGE.elements}
        self.assertFalse(names & {"link", "img", "iframe", "object", "embed", "base"})
        self.assertEqual(PAGE.all("src") + PAGE.all("srcset") + PAGE.all("action"), [])
        self.assertNotIn("@import", HTML)
        self.assertIsNone(re.search(r"url\((?!['\"]?data:)", HTML))
        self.assertIsNone(re.search(r"\b(fetch|XMLHttpRequest|WebSocket|import)\s*\(", HTML))
        self.assertFalse([name for _, given in PAGE.elements for name in given if name.startswith("on")])
        for href in PAGE.all("href"):
            self.assertRegex(href, r"\A(#|https?://)")

    def test_every_entry_has_its_card(self):
        self.assertEqual([card["id"] for card in PAGE.with_class("card")], [key for key, *_ in ENTRIES])
        self.assertEqual(PAGE.shown(), [key for key, *_ in ENTRIES])
        hrefs = set(PAGE.all("href"))
        found = {text for text, around in PAGE.texts if any("data-find" in given for given in around)}
        for _, *texts, current, original in ENTRIES:
            self.assertLessEqual({text for text in texts if text}, found)
            self.assertLessEqual({url for url in (current, original) if url}, hrefs)

    def test_the_reading_path_leads_to_the_cards(self):
        route = HTML[HTML.index('id=reading_path') :]
        linked = re.findall(r'<a href="#([a-z0-9-]+)">', route[: route.index("</section>")])
        self.assertEqual(linked, lines_of(QUERIES, "reading"))
        self.assertEqual(len(linked), 17)

    def test_languages_are_named_and_kept_apart(self):
        for text, around in PAGE.texts:
            language = next((given["lang"] for given in reversed(around) if given.get("lang")), None)
            if language == "en":
                self.assertIsNone(HANGUL.search(text), text)
        self.assertEqual(PAGE.language(), "ko")
        self.assertEqual(len(PAGE.with_class("ko")), len(PAGE.with_class("en")))
        for name in "ko", "en":
            self.assertTrue(all(given["lang"] == name for given in PAGE.with_class(name)))


class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as directory:

            def file(name: str, html: str) -> str:
                Path(directory, name).write_text(html, encoding="utf-8")
                return Path(directory, name).as_uri()

            def with_script(name: str, script: str) -> str:
                return file(name, HTML.replace("</body>", script + "</body>"))

            def load(url: str) -> str:
                options = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={directory}/profile", "--virtual-time-budget=10000"]
                return output_of(BROWSER, *options, "--dump-dom", url)

            reporting = with_script("reporting.html", REPORTER)
            sources = [f"{reporting}#{fragment}" for fragment, *_ in LOADED]
            # The first fragment is none: to come to it, the visitor begins at another.
            sources.append(with_script("visited.html", VISITOR % json.dumps([fragment for fragment, *_ in VISITED])) + "#lang=en")
            sources.append(with_script("used.html", USER))
            *documents, seen, steps = Answers(load(file("driver.html", DRIVER % json.dumps(sources)))).texts
            cls.alone = Page(load(file("page.html", HTML) + "#q=qlora"))
        cls.loaded = [Page(document) if document else None for document in documents]
        cls.seen = json.loads(seen or "[]")
        cls.steps = json.loads(steps or "{}")

    def shown_by_the_library(self, filters: dict) -> list[str]:
        return lines_of(QUERIES, "shown", *(f"{name}={value}" for name, value in filters.items()))

    def test_a_page_that_is_loaded_shows_what_the_library_finds(self):
        for (fragment, filters, language), page in zip(LOADED, self.loaded, strict=True):
            with self.subTest(fragment=fragment):
                self.assertIsNotNone(page, "the page did not load")
                expected = self.shown_by_the_library(filters)
                self.assertEqual(page.shown(), expected)
                self.assertEqual("hidden" in page.with_id("nothing_found"), bool(expected))
                self.assertEqual(page.language(), language)
        self.assertEqual(self.alone.shown(), self.shown_by_the_library({"q": "qlora"}))

    def test_a_fragment_that_changes_shows_what_the_library_finds(self):
        for (fragment, filters, language), seen in zip(VISITED, self.seen, strict=True):
            with self.subTest(fragment=fragment):
                expected = self.shown_by_the_library(filters)
                self.assertEqual(seen, {"shown": expected, "nothing": not expected, "lang": language})
        self.assertGreater(len({len(seen["shown"]) for seen in self.seen}), 5)

    def test_using_it(self):
        everything = [key for key, *_ in ENTRIES]
        typed = {"q": "LoRA & 100%"}
        expected = {  # fragment, what is shown, marks that are pressed, language
            "category on": ("#category=peft", {"category": "peft"}, ["peft"], "ko"),
            "category off": ("", {}, [], "ko"),
            "year on": ("#from=2023&to=2023", {"from": "2023", "to": "2023"}, ["2023"], "ko"),
            "year and category on": ("#category=peft&from=2023&to=2023", {"category": "peft", "from": "2023", "to": "2023"}, ["2023", "peft"], "ko"),
            "year off": ("#category=peft", {"category": "peft"}, ["peft"], "ko"),
            "reset": ("", {}, [], "ko"),
            "typed": ("#q=LoRA & 100%", typed, [], "ko"),
            "english": ("#q=LoRA & 100%&lang=en", typed, [], "en"),
            "to a hidden card": ("#vit&lang=en", {}, [], "en"),
            "korean": ("", {}, [], "ko"),
            "fragment changed": ("#q=dora&from=2024", {"q": "dora", "from": "2024"}, [], "ko"),
        }
        for name, (fragment, filters, pressed, language) in expected.items():
            with self.subTest(step=name):
                step = self.steps[name]
                self.assertEqual(step["fragment"], fragment)
                self.assertEqual(step["shown"], self.shown_by_the_library(filters))
                self.assertEqual(step["pressed"], pressed)
                self.assertEqual(step["lang"], language)
                self.assertEqual(step["count"], str(len(step["shown"])))
                self.assertLessEqual(step["wide"], 0, "the page is wider than a phone")
        self.assertEqual(self.steps["to a hidden card"]["focused"], "vit")
        self.assertEqual(self.steps["year off"]["shown"], self.steps["category on"]["shown"])
        self.assertLess(len(self.steps["year on"]["shown"]), len(everything))

    def test_copying_says_what_it_did(self):
        # In a frame of another origin the clipboard is out of reach, as it may be elsewhere: the text is then selected.
        copied = self.steps["copied"]
        self.assertNotEqual(copied["said"], "")
        self.assertTrue(copied["selected"].startswith("@"), copied)
        self.assertIn("{dora,", copied["selected"])


if __name__ == "__main__":
    PART, SITE, *COMPILER = sys.argv[1:]
    BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
    if PART == "browser" and not BROWSER:
        skip("chromium is not installed")
    with tempfile.TemporaryDirectory() as build:
        QUERIES = Path(build, "site_queries")
        source = ROOT / "tests" / "site" / "queries.cpp"
        output_of(*COMPILER, "-std=c++20", f"-I{ROOT}/include", source, "-o", QUERIES)
        HTML = output_of(SITE)
        PAGE = Page(HTML)
        ENTRIES = [line.split("\t") for line in lines_of(QUERIES, "entries")]
        unittest.main(argv=[sys.argv[0], {"html": "Html", "browser": "Browser"}[PART]])
