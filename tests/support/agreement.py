"""Facts on which the generator and the hand-written headers must agree."""

import re
import unittest
from collections.abc import Iterable

from tests.support.running import INCLUDE


class AgreementTest(unittest.TestCase):
    def the_one_in_the_headers(self, pattern: str) -> str:
        """The text of the pattern's group, found once in all hand-written headers: declarations move between them."""
        paths = [path for path in INCLUDE.rglob("*.hpp") if path.parent.name != "generated"]
        text = "\n".join(re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8")) for path in paths)
        found = re.findall(pattern, text)
        self.assertEqual(len(found), 1, f"the headers must match {pattern} once")
        return found[0]

    def assert_enumerators(self, name: str, expected: Iterable[str]) -> None:
        self.assertEqual(self.enumerators_of(name).replace(",", " ").split(), list(expected))

    def enumerators_of(self, name: str) -> str:
        """The text between the braces of an enumeration."""
        return self.the_one_in_the_headers(rf"\benum class {name}\b[^{{;]*\{{([^}}]*)\}};")


def public_names() -> set[str]:
    """The names that the headers declare in namespace refcatalog itself, except operators. Declarations begin in the
    first column. If a line fits none of the patterns, a pattern is missing here."""
    declaration = re.compile(
        r"(?:enum class|class|struct|using|concept) (\w+)\b"
        r"|(?:REFCATALOG_ALWAYS_INLINE )?constexpr (?:[\w:<>, *&]*[ &*])?(\w+)\("
        r"|inline constexpr [\w:<>, ]+ (\w+)(?:\{| =)")
    other = re.compile(r"namespace|template <|requires |public:|private:|\}|//|#|$| |std::ostream& operator<<"
                       r"|constexpr .* (?:\w+(?:<[\w, ]+>)?::)+\w+\(")  # a member
    names = set()
    for header in INCLUDE.rglob("*.hpp"):
        if header.parent.name == "detail":
            continue
        text = header.read_text(encoding="utf-8").replace("decltype(auto)", "auto")
        text = text[text.find("\nnamespace refcatalog {"):text.rfind("\n}  // namespace refcatalog\n")]
        text = re.sub(r"^namespace ((?:detail|generated)\S*) \{$.*?^\}  // namespace \1$", "", text, flags=re.M | re.S)
        for line in text.splitlines():
            if found := declaration.match(line):
                names.add(found[1] or found[2] or found[3])
            elif not other.match(line):
                raise AssertionError(f"{header.name}: unknown form of declaration: {line}")
    return names
