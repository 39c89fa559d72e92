"""Texts that break naive generators and writers: a fixed list, and random texts."""

import random
import re
import unicodedata

from codegen import checks

SEED = 20

# Valid texts that look like the end of a literal, a comment, an escape, or markup of the template.
HOSTILE = [
    *('"', "\\", '\\"', 'a"b\\', "\\\\", "'", '"""', "'''", "\\0", "\\x41", "\\u0041", "\\N{DIGIT ONE}", "\\1"),
    *("??/", "??=??(??)??!??<??>??-??'", "?\\?/", "????/", 'a??/"'),
    *(')"', ')raw"', 'R"(x)")--"', 'u8"x"', 'L"x"', '"s', '"_x'),
    *("*/", "/* */", "//", "//\\", "x \\", "#define size 0", "#include <x>", "__FILE__", "0", "NULL"),
    *("%s%n%d", "%", "{{ x }} {% y %} {# z #}", "{{", "}}", "%}", "{% raw %}", "$x$ `y`", "\\N"),
    *("&amp;", "</script>", "]]>"),
    # Digits and hexadecimal letters that could extend the escape of the preceding byte.
    *("\u00e91", "\u00e9A", "\u00e9f0", "\u00e9\u0660", "\U0001f6009", "\u00ff7", "\U0010fffd8", "\ufffd0"),
    *("\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f1f0\U0001f1f7", "\u2764\ufe0f"),
    *("x\u0301", "q\u0323\u0307", "\u0301x"),
    # Right-to-left text, direction marks that the generator allows, and unusual spaces.
    *("\u05e9\u05dc\u05d5\u05dd abc \u0639\u0631\u0628\u064a", "\u200fabc\u200e", "\u061c1"),
    *("a\u00adb", "a\u00a0b", "a\u3000b", "a  b"),
    # An unassigned character, a private one, and two noncharacters.
    *("\u0378", "\ue000", "\ufffe", "\U0010ffff"),
]

# Each text and its terminator fill a page of a pool.
LONGEST = ["\u00e9" * 32_767, "?" * 65_534, '"' * 65_534, "x" * 65_533 + "\\"]

# The pieces of the random texts.
PIECES = [
    *"#$%&_{}~^\\\"'`-<>|,;:?!@*[]()+=./ ",
    *("a", "b1", "B", "\u00e9", "\u05d0", "\U0001f600", "and", " and ", "And", " , ", "  ", " ", " / ", "/"),
    *("&amp;", "&#38;", "&#x26;", "&copy", "&;", "--", "---", "``", "''", "...", "~~", "~ ", " ~"),
    *("**", "__", "***", "$$", "%5C", "\\%"),
    *("1. ", "2) ", "- ", "+ ", "# ", "## ", "> ", " #", "```", "<b>", "<!--"),
    *("![", "](", "[^1]", "[x]: ", ":-", "|-|", "\\|", "===", "***"),
    *("https://a.example/_b_", "www.example.com", "x@y.example"),
    *("\\textbf{x}", "\\", "{", "}", "{\\", "\\begin{x}", "%s", "@x{y"),
]
URL_PIECES = [piece for piece in PIECES if re.fullmatch("[!-~]+", piece)]


def admitted(text: str, check=checks.check_plain) -> bool:
    try:
        check(text)
    except checks.Wrong:
        return False
    return True


class Given:
    """Returns the hostile texts in turn, and distinct URLs. Korean texts begin with a Hangul syllable."""

    def __init__(self):
        self.count = 0

    def text(self) -> str:
        self.count += 1
        return HOSTILE[self.count % len(HOSTILE)]

    def korean(self) -> str:
        return f"\ud55c{self.text()}"

    def url(self) -> str:
        printable = "".join(re.findall("[!-~]+", self.text()))
        return f"https://{self.count}.example/{printable}"

    def name(self) -> str:
        return self.text()

    def part(self, part: str) -> str:
        return self.text()


class Random:
    """Makes random texts from the pieces."""

    def __init__(self, pieces: list[str]):
        self.pieces = pieces
        self.random = random.Random(SEED)
        self.count = 0

    def text(self, pieces=None) -> str:
        while True:
            chosen = self.random.choices(pieces or self.pieces, k=self.random.randint(1, 9))
            text = unicodedata.normalize("NFC", "".join(chosen)).strip()
            if admitted(text):
                return text

    def korean(self) -> str:
        return self.text([*self.pieces, *["\uac00"] * 20])

    def url(self) -> str:
        self.count += 1
        return f"http://{self.count}.example/{self.text(URL_PIECES)}"

    def name(self) -> str:
        """A name. Both parts contain letters, and the family name begins with one, since pandoc drops other names. The
        name lacks equals signs, since pandoc reads "family=Lee" as a part of a name."""
        given = [self.random.choice(["Ada", "A. B.", "Jos\u00e9 K.", "O'Neil,"])]
        given += self.random.choice([[], [self.text()]])
        particle = self.random.choice(["", "", "van ", "de la "])
        family = particle + self.random.choice(["Byron", "Knuth, Jr.", "Lee", self.word("L")])
        return " ".join([*self.random.sample(given, len(given)), family]).replace("=", "")

    def word(self, letter: str) -> str:
        return f"{letter}{self.text().replace(' ', '')}"

    def part(self, part: str) -> str:
        """A part of a name, which begins with a letter."""
        letter = {"given": "G", "particle": "p", "dropping-particle": "d", "suffix": "S"}.get(part, "L")
        texts = {
            "family": ["Byron", "Knuth, Jr.", "de Lee", "Lee and Lee", "others", "and"],
            "given": ["Ada", "A. B.", "Jos\u00e9, K.", "AND Co", "de", "and"],
            "particle": ["van", "de la", "d'", "Von", "al-", "and"],
            "dropping-particle": ["von", "d\u2019", "of and"],
            "suffix": ["Jr.", "III", "Jr., PhD", "and"],
        }.get(part, ["others", "One and Two, Inc.", "and"])
        text = self.random.choice([*texts, self.word(letter), f"{letter}{self.text()}"]).replace("=", "")
        return text if admitted(text) else self.part(part)
