"""Compares what the example `appendix` writes with the original: python3 -m tests.content.check APPENDIX

appendix.ko.md holds every heading, table row and step of the original appendix, to the character."""

import re
import sys
import unittest
from pathlib import Path

from tests.support.hangul import HANGUL
from tests.support.running import output_of

ORIGINAL = Path(__file__).parent / "appendix.ko.md"
LINK = re.compile(r"\]\((\S+)\)")


def content(markdown: str) -> list[str]:
    """The lines that say something; how wide a rule below a table's head is drawn does not count."""
    lines = [line for line in markdown.splitlines() if re.match(r"#|\||\d+\. |- ", line)]
    return ["|---|" if set(line) <= set("|-: ") else line for line in lines]


def own_cells(line: str) -> str:
    """The line without the number of a paper, which says how many are before it."""
    return re.sub(r"^\| \d+ \|", "|", line)


class Appendix(unittest.TestCase):
    def test_the_korean_edition_is_the_original(self):
        # Whatever was added to it are rows of its tables; all else is there, in its order and to the character.
        lines = iter(content(output_of(APPENDIX)))
        for original in map(own_cells, content(ORIGINAL.read_text(encoding="utf-8"))):
            found = next(lines, None)
            while found is not None and own_cells(found) != original and found.startswith("| "):
                found = next(lines, None)
            self.assertEqual(found and own_cells(found), original)
        self.assertEqual([line for line in lines if not line.startswith("| ")], [])
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


if __name__ == "__main__":
    APPENDIX = sys.argv[1]
    unittest.main(argv=sys.argv[:1])
