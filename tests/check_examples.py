"""Runs the examples and checks what they print: check_examples.py READING_ORDER APPENDIX

examples/appendix.ko.md holds every heading, table row and step of the original appendix, to the character."""

import re
import subprocess
import sys
import unittest
from pathlib import Path

ORIGINAL = Path(__file__).parent / "examples" / "appendix.ko.md"
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
LINK = re.compile(r"\]\((\S+)\)")


def run(program: str, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8")


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
        lines = iter(content(run(APPENDIX).stdout))
        for original in map(own_cells, content(ORIGINAL.read_text(encoding="utf-8"))):
            found = next(lines, None)
            while found is not None and own_cells(found) != original and found.startswith("| "):
                found = next(lines, None)
            self.assertEqual(found and own_cells(found), original)
        self.assertEqual([line for line in lines if not line.startswith("| ")], [])
        self.assertEqual(run(APPENDIX, "--lang", "ko").stdout, run(APPENDIX).stdout)

    def test_the_papers_are_numbered_in_a_row(self):
        numbers = re.findall(r"^\| (\d+) \| \*\*", run(APPENDIX).stdout, re.MULTILINE)
        self.assertEqual(numbers, [str(number) for number in range(1, len(numbers) + 1)])
        self.assertGreaterEqual(len(numbers), 50)

    def test_the_english_edition_has_the_same_shape_and_links_and_no_hangul(self):
        korean, english = run(APPENDIX).stdout, run(APPENDIX, "--lang", "en").stdout
        self.assertIsNone(HANGUL.search(english))
        shape = [re.match(r"#+( C\.[\d.]+)?|\||\d+\. |- ", line)[0] for line in content(korean)]
        self.assertEqual([re.match(r"#+( C\.[\d.]+)?|\||\d+\. |- ", line)[0] for line in content(english)], shape)
        self.assertEqual(LINK.findall(english), LINK.findall(korean))
        for korean_row, english_row in zip(content(korean), content(english)):
            self.assertEqual(korean_row.count("|"), english_row.count("|"))


class ReadingOrder(unittest.TestCase):
    def test_every_step_is_printed_with_title_link_and_note(self):
        for arguments, note in ((), "원논문"), (("--lang", "en"), "The original paper"):
            result = run(READING_ORDER, *arguments)
            self.assertEqual(result.returncode, 0)
            self.assertIn(f"2. Attention Is All You Need: {note}\n", result.stdout)
            self.assertIn("   QLoRA: Efficient Finetuning of Quantized LLMs <https://arxiv.org/abs/2305.14314>\n", result.stdout)
            self.assertEqual(len(re.findall(r"^   .* <https://\S+>$", result.stdout, re.MULTILINE)), 17)
            self.assertEqual(len(re.findall(r"^\d+\. ", result.stdout, re.MULTILINE)), 12)
        self.assertIsNone(HANGUL.search(run(READING_ORDER, "--lang", "en").stdout))


class Usage(unittest.TestCase):
    def test_a_wrong_argument_is_answered_with_the_right_ones(self):
        for program in READING_ORDER, APPENDIX:
            for arguments in ("--lang",), ("--lang", "fr"), ("en",), ("--lang", "en", "ko"):
                result = run(program, *arguments)
                self.assertEqual(result.returncode, 1)
                self.assertEqual(result.stdout, "")
                self.assertRegex(result.stderr, r"\Ausage: .*\[--lang ko\|en\].*\n\Z")


class FullDisk(unittest.TestCase):
    def test_what_cannot_be_written_is_no_success(self):
        for program in READING_ORDER, APPENDIX:
            with open("/dev/full", "w") as full:
                self.assertEqual(subprocess.run([program], stdout=full).returncode, 1)


if __name__ == "__main__":
    READING_ORDER, APPENDIX = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
