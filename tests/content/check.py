"""Compares the output of the example `appendix` with the original: python3 -m tests.content.check APPENDIX

appendix.ko.md is an exact copy of every heading, table row and step of the original appendix. This catalogue also meets
two conditions that the generator does not require: every text is in both languages, and the English texts contain no
Hangul."""

import re
import sys
import tomllib
import unittest
from pathlib import Path

from tests.support.hangul import HANGUL
from tests.support.running import ROOT, output_of

ORIGINAL = Path(__file__).parent / "appendix.ko.md"
LINK = re.compile(r"\]\((\S+)\)")
# Rows and whole categories may be added.
ADDED = re.compile(r"\| |\|---\||### ")


def content(markdown: str) -> list[str]:
    """The lines with content. The width of the rule below a table's header is ignored."""
    lines = [line for line in markdown.splitlines() if re.match(r"#|\||\d+\. |- ", line)]
    return ["|---|" if set(line) <= set("|-: ") else line for line in lines]


def own_cells(line: str) -> str:
    """The line without the number of a paper, because added papers change the numbers after them."""
    return re.sub(r"^\| \d+ \|", "|", line)


class Appendix(unittest.TestCase):
    def test_the_korean_edition_matches_the_original(self):
        # Only rows and categories were added. Every other line is unchanged, in the same order.
        lines = iter(content(output_of(APPENDIX)))
        for original in map(own_cells, content(ORIGINAL.read_text(encoding="utf-8"))):
            found = next(lines, None)
            while found is not None and own_cells(found) != original and ADDED.match(found):
                found = next(lines, None)
            self.assertEqual(found and own_cells(found), original)
        self.assertEqual([line for line in lines if not ADDED.match(line)], [])
        self.assertEqual(output_of(APPENDIX, "--lang", "ko"), output_of(APPENDIX))

    def test_the_papers_are_numbered_consecutively(self):
        numbers = re.findall(r"^\| (\d+) \| \*\*", output_of(APPENDIX), re.MULTILINE)
        self.assertEqual(numbers, [str(number) for number in range(1, len(numbers) + 1)])
        self.assertGreaterEqual(len(numbers), 50)

    def test_the_english_edition_has_the_same_structure_and_links_and_no_hangul(self):
        korean, english = output_of(APPENDIX), output_of(APPENDIX, "--lang", "en")
        self.assertIsNone(HANGUL.search(english))
        shape = [re.match(r"#+( C\.[\d.]+)?|\||\d+\. |- ", line)[0] for line in content(korean)]
        self.assertEqual([re.match(r"#+( C\.[\d.]+)?|\||\d+\. |- ", line)[0] for line in content(english)], shape)
        self.assertEqual(LINK.findall(english), LINK.findall(korean))
        for korean_row, english_row in zip(content(korean), content(english)):
            self.assertEqual(korean_row.count("|"), english_row.count("|"))


class Languages(unittest.TestCase):
    def texts_in(self, value: object, place: str, is_korean: bool = False):
        """The texts that are not Korean, each with its place. A text in only one language is a mistake, except in a
        citation, which is in the language of the cited work."""
        if isinstance(value, str) and not is_korean:
            yield place, value
        elif isinstance(value, list):
            for number, item in enumerate(value, 1):
                yield from self.texts_in(item, f"{place} {number}", is_korean)
        elif isinstance(value, dict):
            given = {"ko", "en"} & value.keys()
            self.assertIn(len(given), (0, 2), f"{place} must be in both languages, not in {given} alone")
            for name, item in value.items():
                yield from self.texts_in(item, f"{place}: {name}", is_korean or name in ("ko", "citation"))

    def test_every_text_is_in_both_languages_and_the_english_text_has_no_hangul(self):
        texts = []
        for path in sorted((ROOT / "data").glob("*.toml")):
            texts += self.texts_in(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
        self.assertGreater(len(texts), 1_200)
        self.assertEqual([f"{place}: {text}" for place, text in texts if HANGUL.search(text)], [])


if __name__ == "__main__":
    APPENDIX = sys.argv[1]
    unittest.main(argv=sys.argv[:1])
