"""Runs the examples and checks their output: python3 -m tests.examples.check READING_ORDER APPENDIX

The reading order has every step with its titles, links and notes. Both programs answer a wrong argument with their
usage, and report an error if they cannot write their output."""

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
            title = "QLoRA: Efficient Finetuning of Quantized LLMs"
            self.assertIn(f"   {title} <https://arxiv.org/abs/2305.14314>\n", printed)
            self.assertEqual(len(re.findall(r"^   .* <https://\S+>$", printed, re.MULTILINE)), 17)
            self.assertEqual(len(re.findall(r"^\d+\. ", printed, re.MULTILINE)), 12)
        self.assertIsNone(HANGUL.search(output_of(READING_ORDER, "--lang", "en")))


class Usage(unittest.TestCase):
    def test_a_wrong_argument_prints_the_usage(self):
        for program in READING_ORDER, APPENDIX:
            for arguments in ("--lang",), ("--lang", "fr"), ("en",), ("--lang", "en", "ko"):
                result = run(program, *arguments, status=1)
                self.assertEqual(result.stdout, "")
                self.assertRegex(result.stderr, r"\Ausage: .*\[--lang ko\|en\].*\n\Z")


class FullDisk(unittest.TestCase):
    def test_a_full_disk_is_an_error(self):
        for program in READING_ORDER, APPENDIX:
            with open("/dev/full", "w") as full:
                run(program, status=1, stdout=full)


if __name__ == "__main__":
    READING_ORDER, APPENDIX = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
