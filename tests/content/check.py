"""Compares what the example `appendix` writes with the original: python3 -m tests.content.check APPENDIX

appendix.ko.md holds every heading, table row and step of the original appendix, to the character. This catalogue also
has what the generator leaves optional: every text in both languages, and no Korean in the English one."""

import re
import sys
import tomllib
import unittest
from pathlib import Path

from tests.support.hangul import HANGUL
from tests.support.running import ROOT, output_of

ORIGINAL = Path(__file__).parent / "appendix.ko.md"
LINK = re.compile(r"\]\((\S+)\)")
# What may be added: rows, and whole categories.
ADDED = re.compile(r"\| |\|---\||### ")


def content(markdown: str) -> list[str]:
    """The lines that say something; how wide a rule below a table's head is drawn does not count."""
    lines = [line for line in markdown.splitlines() if re.match(r"#|\||\d+\. |- ", line)]
    return ["|---|" if set(line) <= set("|-: ") else line for line in lines]


def own_cells(line: str) -> str:
    """The line without the number of a paper, which says how many are before it."""
    return re.sub(r"^\| \d+ \|", "|", line)


class Appendix(unittest.TestCase):
    def test_the_korean_edition_is_the_original(self):
        # Whatever was added are rows and categories; all else is there, in its order and to the character.
        lines = iter(content(output_of(APPENDIX)))
        for original in map(own_cells, content(ORIGINAL.read_text(encoding="utf-8"))):
            found = next(lines, None)
            while found is not None and own_cells(found) != original and ADDED.match(found):
                found = next(lines, None)
            self.assertEqual(found and own_cells(found), original)
        self.assertEqual([line for line in lines if not ADDED.match(line)], [])
        self.assertEqual(output_of(APPENDIX, "--lang", "ko"), output_of(APPENDIX))

    def test_the_papers_are_numbered_in_a_row(self):
        numbers = re.findall(r"^\| (\d+) \| \*\*", output_of(APPENDIX), re.MULTILINE)
        self.assertEqual(numbers, [str(number) for number in range(1, len(numbers) + 1)])
        self.assertGreaterEqual(len(numbers), 50)

    def test_the_english_edition_has_the_same_shape_and_links_and_no_hangul(self):
        korean, english = output_of(APPENDIX), output_of(APPENDIX, "--lang", "en")
        self.assertIsNone(HANGUL.search(english))
        shape = [re.match(r"#+( C\.[\d.]+)?|\||\d+\. |- ", line)[0] for line in content(korean)]
        self.assertEqual([re.match(r"#+( C\.[\d.]+)?|\||\d+\. |- ", line)[0] for line in content(english)], shape)
        self.assertEqual(LINK.findall(english), LINK.findall(korean))
        for korean_row, english_row in zip(content(korean), content(english)):
            self.assertEqual(korean_row.count("|"), english_row.count("|"))


class Languages(unittest.TestCase):
    def texts_in(self, value: object, place: str, is_korean: bool = False):
        """The texts that are not Korean, each with where it stands; a text in one language alone is a mistake, but in a
        citation, which is in the language of what is cited."""
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

    def test_every_text_is_in_both_languages_and_the_english_one_without_hangul(self):
        texts = []
        for path in sorted((ROOT / "data").glob("*.toml")):
            texts += self.texts_in(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
        self.assertGreater(len(texts), 1_200)
        self.assertEqual([f"{place}: {text}" for place, text in texts if HANGUL.search(text)], [])


if __name__ == "__main__":
    APPENDIX = sys.argv[1]
    unittest.main(argv=sys.argv[:1])
