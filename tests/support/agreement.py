"""What the generator and the headers that are written by hand must have alike."""

import re
import unittest
from collections.abc import Iterable

from tests.support.running import INCLUDE


class AgreementTest(unittest.TestCase):
    def the_one_in_the_headers(self, pattern: str) -> str:
        """What the pattern's group finds, wherever in the headers that is, since declarations move."""
        paths = [path for path in INCLUDE.rglob("*.hpp") if path.parent.name != "generated"]
        text = "\n".join(re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8")) for path in paths)
        found = re.findall(pattern, text)
        self.assertEqual(len(found), 1, f"the headers must have {pattern} once")
        return found[0]

    def assert_enumerators(self, name: str, expected: Iterable[str]) -> None:
        body = self.the_one_in_the_headers(rf"\benum class {name}\b[^{{;]*\{{([^}}]*)\}};")
        self.assertEqual(body.replace(",", " ").split(), list(expected))
