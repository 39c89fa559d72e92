"""Runs the examples and checks what they print: python3 -m tests.examples.check READING_ORDER APPENDIX"""

import re
import sys
import unittest

from tests.support.hangul import HANGUL
from tests.support.running import output_of, run


class ReadingOrder(unittest.TestCase):
    def test_every_step_is_printed_with_title_link_and_note(self):
        for arguments, note in ((), "원논문"), (("--lang", "en"), "The original paper"):
            printed = output_of(READING_ORDER, *arguments)
            self.assertIn(f"2. Attention Is All You Need: {note}\n", printed)
            self.assertIn("   QLoRA: Efficient Finetuning of Quantized LLMs <https://arxiv.org/abs/2305.14314>\n", printed)
            self.assertEqual(len(re.findall(r"^   .* <https://\S+>$", printed, re.MULTILINE)), 17)
            self.assertEqual(len(re.findall(r"^\d+\. ", printed, re.MULTILINE)), 12)
        self.assertIsNone(HANGUL.search(output_of(READING_ORDER, "--lang", "en")))


class Usage(unittest.TestCase):
    def test_a_wrong_argument_is_answered_with_the_right_ones(self):
        for program in READING_ORDER, APPENDIX:
            for arguments in ("--lang",), ("--lang", "fr"), ("en",), ("--lang", "en", "ko"):
                result = run(program, *arguments, status=1)
                self.assertEqual(result.stdout, "")
                self.assertRegex(result.stderr, r"\Ausage: .*\[--lang ko\|en\].*\n\Z")


class FullDisk(unittest.TestCase):
    def test_what_cannot_be_written_is_no_success(self):
        for program in READING_ORDER, APPENDIX:
            with open("/dev/full", "w") as full:
                run(program, status=1, stdout=full)


if __name__ == "__main__":
    READING_ORDER, APPENDIX = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
