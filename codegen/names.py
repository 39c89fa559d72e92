"""Splits the name of a person into the parts that CSL knows, if the split is certain.

The name of a group stays whole. So does the name of a person whose family name is in doubt, because every bibliography
would print a wrong guess."""

import re
import unicodedata
from dataclasses import dataclass, field, replace

# Particles that precede a family name, in lower case. "y", "e" and "i" are missing, because they join two family names.
PARTICLES = frozenset(
    "aan af al ap av bij bin bint da dal dalla dalle das de degli dei del della delle dello den der des di do dos du "
    "el ibn im in't la las le les lo los op op't 's 't te ten ter tot van van't vom von vor zu zum zur".split()
)
# Particles that are joined to the next word; they are separate only after or before a comma.
JOINED_PARTICLES = frozenset("al- all' d' dall' dell' el- l' nell'".split())
# Prefixes that a hyphen may join to a family name: particles, and the Arabic article before the various consonants.
HYPHENATED = PARTICLES | frozenset("abd abu ad adh an ar as ash at ath az ben ed en er es esh et ez s t ud ul".split())
APOSTROPHES = "'’‘ʼ`"
# Characters in a word of a name, in addition to letters and their marks: the dots of initials and of Catalan, hyphens,
# and the two joiners that Persian and Indic scripts need.
IN_A_WORD = frozenset(f"{APOSTROPHES}.·・-‐‑\u200c\u200d")

SUFFIX = re.compile(r"[JjSs](?:n)?r\.?|II|III|IV|2nd|3rd|[4-9]th")
# Words that are suffixes only between two commas; elsewhere they could be initials or given names.
SUFFIX_BETWEEN_COMMAS = re.compile(rf"{SUFFIX.pattern}|V|VI{{1,3}}|IX|X|[JS](?:unior|enior)|Esq\.?|fils|père")
# Words that look like initials, or like given names. "Ó" precedes Irish family names.
NOT_INITIALS = frozenset("St Ste Jr Sr Dr Mr Mrs Ms Co Inc Ltd Ó".split())
TITLES = frozenset("Dr Prof Professor Mr Mrs Ms Sir Dame Lord Lady Pope King Queen Prince Princess".split())
NOT_GIVEN_NAMES = TITLES | frozenset("St Ste Saint Ó The La Les El Los Las Der Die Das".split())
DEGREES = frozenset("PhD DPhil MPhil MSc BSc MD MBA MA BA MS BS JD Esq".split())
# Words that may begin a family name after a particle: "de Las Casas".
ARTICLES = frozenset("La Le Las Les Los El".split())
# With one of these words, a text with a comma is more than one name, or the name of a firm.
CONNECTORS = frozenset("and And AND & und et with of for or others".split())
# Words that may be within a family name: "Ortega y Prado".
FAMILY_CONNECTORS = frozenset("y e i".split())
AND = re.compile(r",? (?:and|&) ", re.IGNORECASE)
# BibTeX's way to keep a family name in one piece.
BRACED_FAMILY = re.compile(r"\{([^{}]+)\}, *([^{},]+)")
ET_AL = re.compile(r"\bet\b\.?\s*al\b|\betal\b", re.IGNORECASE)
AND_OTHERS = re.compile(r"(?:(?:and|&) )?others\.?|et\.? al\.?", re.IGNORECASE)
FIRST_OF_SEVERAL = re.compile(r"(.+?),? (?:et\.? al\.?|(?:and|&) others)")

# Words that are more often family names, such as Press, School and Bank, are missing.
GROUP_WORDS = frozenset(
    "authors co. collaborators consortia contributors corp developers editors engineers gesellschaft gmbh hochschule "
    "inc incorporated institut instituto intelligence investigators limited llc llp ltd maintainers members news "
    "participants plc researchers robotics sciences scientists services solutions staff stiftung systems technologies "
    "universität universiteit universitet verein volunteers congress parliament senate electronics "
    "instruments international cloud deepmind survey service fund court assembly chamber conference collective guild "
    "squad crew archive archives software media publishing engineering telecom hub".split()
)
GROUP_WORDS |= {
    word + ending
    for word in (
        "alliance association board bureau center centre club coalition collaboration college commission committee "
        "consortium corporation council department directorate division federation forum foundation government group "
        "hospital initiative institute institution lab museum network office organisation organization panel "
        "partnership program programme project research secretariat studio taskforce team trust union unit workgroup "
        "workshop"
    ).split()
    for ending in ("", "s")
}
GROUP_WORDS |= {
    word + ending
    for word in (
        "academ agenc authorit communit compan facilit facult laborator librar ministr observator societ universit"
    ).split()
    for ending in ("y", "ies")
}
# In capitals only: Ai and Se are family names.
GROUP_CAPITALS = frozenset("AG AI BV KG ML NLP NV SE".split())
GROUP_BEGINNINGS = frozenset(
    "academia academy académie accademia agency akademie alliance american asociación assemblée association "
    "associazione associação authors banco bank banque board bundesamt bundesministerium bureau center centers centre "
    "centro city coalition college comisión comitato comité commission committee conseil consejo conselho consiglio "
    "consortium contributors corporation council departamento department dept developers dipartimento division "
    "département ecole editors equipe equipo escola escuela european faculty federal federation fondation fondazione "
    "forum foundation fundación fundação gobierno government governo group groupe grupo gruppo hospital hôpital "
    "initiative inst institut institute instituto international istituto lab laboratoire laboratories laboratorio "
    "laboratory laboratório library members ministerio ministerium ministero ministry ministère ministério museo "
    "museu museum musée national network office organisation organization panel partnership program programme project "
    "research school scuola sociedad sociedade society società société stiftung task team teatro technische "
    "théâtre union united univ universidad universidade universitat universiteit universities university università "
    "universität université verein working école équipe agence agencia agenzia agência amazon associated "
    "central facebook google hugging ibm microsoft nvidia samsung u.s uk us world".split()
)

EAST_ASIAN = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA", "IDEOGRAPHIC")


@dataclass(frozen=True)
class Name:
    """A name with the parts of CSL; `literal` is a whole name without parts. `particle` is CSL's non-dropping particle,
    "von" in BibTeX. `is_doubtful` marks a literal that probably has parts."""

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    is_doubtful: bool = field(default=False, compare=False)

    @property
    def full(self) -> str:
        """The name as spoken: the given name first, but after the family name in East Asian scripts."""
        if self.literal:
            return self.literal
        particles = [particle for particle in (self.particle, self.dropping_particle) if particle]
        if not particles and is_east_asian(self.family) and is_east_asian(self.given):
            return " ".join(filter(None, [self.family + self.given, self.suffix]))
        family = self.family
        for particle in particles:
            family = particle + ("" if particle[-1] in f"{APOSTROPHES}-" else " ") + family
        return " ".join(filter(None, [self.given, family, self.suffix]))


def split(text: str) -> Name:
    """The parts of the name. A group, a single word and a name whose split is in doubt stay whole, as a literal."""
    plain = re.sub("[{}]", "", text).strip() or text
    if is_in_braces(text):
        return Name(literal=plain)
    if braced := BRACED_FAMILY.fullmatch(text):
        return Name(family=braced[1], given=braced[2])
    doubtful = Name(literal=plain, is_doubtful=True)
    if ";" in plain:
        return doubtful
    name, remark = _without_remark(plain)
    if _is_group(name):
        return Name(literal=plain)
    if _is_group(remark):
        # The name of a person, with a group in parentheses after it.
        return replace(doubtful, is_doubtful=split(name).literal == "")
    if not re.search("[ ,]", plain):
        return Name(literal=plain)
    if plain != text:
        return doubtful
    return (_split_at_commas(plain) if "," in plain else _split_words(plain)) or doubtful


def holds_several(text: str) -> bool:
    """Whether the text is certainly a list of persons, and not one name with an "and" in it."""
    if is_in_braces(text):
        return False
    if re.search(r"[^\s;]\s*;\s*[^\s;]", text):
        return True
    sides = AND.split(text)
    if len(sides) > 1 and ("{" in text or sides[-1].lower().rstrip(".") == "others"):
        # As in BibTeX, where braces protect an "and".
        return len(AND.split(_outside_braces(text))) > 1
    # A text that begins like a group is one name: "Department of Health and Social Care".
    return len(sides) > 1 and any(map(_are_persons, sides)) and all(
        _are_persons(side) or _ends_as_group(side) or _is_capitalized(side) for side in sides
    )


def _outside_braces(text: str) -> str:
    """The text with an x for each character in braces."""
    depth = 0
    outside = ""
    for character in text:
        depth += character == "{"
        outside += "x" if depth else character
        depth -= character == "}"
    return outside


def _is_capitalized(text: str) -> bool:
    """Whether the text has several words that each begin with a capital, as the words of a name do."""
    words = text.split(" ")
    return len(words) > 1 and all(map(_begins_with_capital, words))


def _are_persons(text: str) -> bool:
    """Whether the text is one person, or several separated by commas, each in either order of names."""
    parts = text.split(", ")
    pairs = [", ".join(parts[index : index + 2]) for index in range(0, len(parts), 2)]
    return any(all(map(is_person, persons)) for persons in ([text], parts, pairs))


def is_person(text: str) -> bool:
    name = split(text)
    return bool(name.family and name.given)


def _split_at_commas(text: str) -> Name | None:
    """The parts of a name in one of BibTeX's forms with commas; None if in doubt."""
    parts = [part.strip() for part in text.split(",")]
    if not all(parts):
        return None
    suffixes = [part for part in parts[1:-1] if SUFFIX_BETWEEN_COMMAS.fullmatch(part)]
    suffixes += [part for part in parts[1:][-1:] if SUFFIX.fullmatch(part)]
    others = [parts[0], *(part for part in parts[1:] if part not in suffixes)]
    if len(suffixes) > 1 or len(others) > 2:
        return None
    name = _split_parts(*others) if len(others) == 2 else _split_words(others[0])
    if not name or not suffixes:
        return name
    # If the name has two suffixes, one is probably something else.
    return None if name.suffix else replace(name, suffix=suffixes[0])


def _split_parts(family: str, given: str) -> Name | None:
    """The parts of a name, with the family name before a comma; None if the two are probably not one name."""
    family_words, family_suffix = _without_suffix(family.split(" "))
    given_words, given_suffix = _without_suffix(given.split(" "))
    if not all(map(is_word, family_words + given_words)) or family_words[-1].endswith("."):
        return None
    if given_words[0].rstrip(".") in TITLES:
        return None
    # These are not given names: "Doe, jr." and "Jane Doe, editor".
    if given.islower() and (given.endswith(".") or sum(map(_begins_with_capital, family_words)) > 1):
        return None
    # These are two names of Korean or Chinese form.
    if min(len(family), len(given)) > 2 and is_east_asian(family) and is_east_asian(given):
        return None
    # "Doe J" is a complete name, and so is "Jane Doe" before a degree.
    capitals = [word for word in (family_words[-1], given) if _is_in_capitals(word)]
    if len(family_words) > 1 and (capitals == [family_words[-1]] or (capitals == [given] and len(given) > 1)):
        return None
    if CONNECTORS.intersection(family_words + given_words) or FAMILY_CONNECTORS.intersection(given_words):
        return None
    if SUFFIX.fullmatch(family) or (family_suffix and given_suffix) or _is_degree(given_words[-1]):
        return None
    begin = _particles_before(family_words)
    end = len(given_words)
    while end and _is_particle(given_words[end - 1]):
        end -= 1
    return Name(
        family=" ".join(family_words[begin:]),
        given=" ".join(given_words[:end]),
        particle=" ".join(family_words[:begin]),
        dropping_particle=" ".join(given_words[end:]),
        suffix=family_suffix or given_suffix,
    )


def _particles_before(words: list[str]) -> int:
    """How many particles a family name before a comma begins with: every word in lower case before one that is not, as
    in BibTeX. If all are in lower case, only known particles count, and never the last word."""
    capital = next((index for index, word in enumerate(words) if not word.islower()), None)
    count = len(words) - 1 if capital is None else capital
    for index, word in enumerate(words[:count]):
        # The space in "de' Medici" is part of the name; a particle that ends in an apostrophe would lose it.
        if not _is_particle(word) and (capital is None or word[-1] in APOSTROPHES):
            return index
    return count


def _split_words(text: str) -> Name | None:
    """The parts of a name without commas, with the family name last; None if in doubt."""
    words, suffix = _without_suffix(text.split(" "))
    if not all(map(is_word, words)) or "." in words[-1]:
        return None
    if words[0].rstrip(".") in NOT_GIVEN_NAMES or _is_degree(words[-1]):
        return None
    lower = [index for index, word in enumerate(words) if word.islower()]
    begin, end = (lower[0], lower[-1] + 1) if lower else (len(words) - 1, len(words) - 1)
    given, particles, family = words[:begin], words[begin:end], words[end:]
    if not family or not all(map(_begins_with_capital, given + family)):
        return None
    if suffix and not given:
        return None
    if particles:
        # An unknown word may join two names. In "María del Carmen López" the particle belongs to the given name.
        is_certain = all(_straight(word) in PARTICLES for word in particles) and family[0] in (*ARTICLES, family[-1])
        is_certain = is_certain and not (given and given[-1].lower() in PARTICLES)
        # "Ramón Gómez de la Serna" has two family names.
        is_of_given_name = particles[0] in ("de", "del") and len(given) > 1 and not _is_initial(given[-1])
        is_certain = is_certain and not is_of_given_name
    else:
        is_certain = all(map(_is_initial, given[1:]))
    if not is_certain or _is_syllables(family[-1]):
        return None
    # In "Doe JA" the initials come last, and "ABC Doe" may be a firm.
    capitals = list(map(_is_in_capitals, words))
    if len(words[-1]) == 1 or (not all(capitals) and (capitals[-1] or (capitals[0] and len(words[0]) > 2))):
        return None
    return Name(" ".join(family), " ".join(given), " ".join(particles), suffix=suffix)


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    """The words before the suffix, and the suffix, empty if there is none."""
    return (words[:-1], words[-1]) if len(words) > 1 and SUFFIX.fullmatch(words[-1]) else (words, "")


def _without_remark(text: str) -> tuple[str, str]:
    """The text before the parentheses at its end, and their contents, empty if there are none."""
    form = re.fullmatch(r"([^(]+?) ?\(([^()]+)\)", text)
    return (form[1], form[2]) if form else (text, "")


def is_in_braces(text: str) -> bool:
    """Whether one pair of braces holds the whole text."""
    depth = 0
    for index, character in enumerate(text, 1):
        depth += (character == "{") - (character == "}")
        if depth <= 0:
            return character == "}" and index == len(text)
    return False


def _is_group(text: str) -> bool:
    """Whether the first or the last word is typical of groups. A word before a comma is a family name: "Bank,
    Jane"; the words after it are given names: "Doe, AI" and "Doe, The Anh"."""
    first, *others = [part.strip() for part in text.split(",")]
    words = first.split(" ")
    if len(words) > 1 and (words[0].lower().rstrip(".") in GROUP_BEGINNINGS or words[-1] in GROUP_CAPITALS):
        return True
    if len(words) == 2 and words[0].lower() == "the":
        return True
    lasts = [part.split(" ")[-1] for part in (others[-1:] + ([first] if len(words) > 1 else []))]
    return any(map(_is_group_word, lasts))


def _ends_as_group(text: str) -> bool:
    *others, last = text.split(" ")
    return bool(others) and (_is_group_word(last) or last in GROUP_CAPITALS)


def _is_group_word(word: str) -> bool:
    """Whether the word is typical of groups, or a compound with such a word: "Example-Gesellschaft"."""
    last = re.split("[-‐‑]", word.lower())[-1]
    return last in GROUP_WORDS or last.rstrip(".") in GROUP_WORDS


def _is_in_capitals(word: str) -> bool:
    """Whether the word is in capitals, and has no dot, unlike initials with dots."""
    return word.isupper() and "." not in word


def _is_syllables(word: str) -> bool:
    """Whether the word looks like a Korean or Chinese given name: "Gil-dong"."""
    first, _, second = word.partition("-")
    return first[:1].isupper() and second[:1].islower()


def _is_degree(word: str) -> bool:
    return word.replace(".", "") in DEGREES


def _straight(word: str) -> str:
    return re.sub(f"[{APOSTROPHES}]", "'", word)


def _is_particle(word: str) -> bool:
    return _straight(word) in PARTICLES | JOINED_PARTICLES


def is_word(word: str) -> bool:
    """Whether the word has letters, and only characters of names. A small letter after a dot suggests a web site."""
    return any(map(str.isalpha, word)) and not any(part[:1].islower() for part in word.split(".")[1:]) and all(
        character.isalpha() or character in IN_A_WORD or unicodedata.category(character)[0] == "M" for character in word
    )


def _is_initial(word: str) -> bool:
    """Whether the word is one capital, or initials with dots: "N.", "N.M.", "M.-H.", "Ph."."""
    if not word.endswith("."):
        return len(word) == 1 and word.isupper() and word not in NOT_INITIALS
    return all(
        0 < len(part) < 4 and part[0].isupper() and (len(part) == 1 or part[1:].islower()) and part not in NOT_INITIALS
        for part in re.split(r"\.[-‐‑]?", word[:-1])
    )


def _begins_with_capital(word: str) -> bool:
    """Whether the word begins with a capital, perhaps after a prefix in lower case: "d'Alembert", "al-Khwarizmi"."""
    joined = re.match("(['’]?[^\\W\\d_]{1,5})([-‐‑'’])", word)
    if joined and joined[1].islower() and (joined[2] in "'’" or joined[1].strip("'’") in HYPHENATED):
        word = word[joined.end() :]
    # Arabic names may begin with a mark for a consonant.
    return word.lstrip(f"{APOSTROPHES}ʿʾ")[:1].isupper()


def is_east_asian(text: str) -> bool:
    return text != "" and all(unicodedata.name(character, "").startswith(EAST_ASIAN) for character in text)


@dataclass(frozen=True)
class NameList:
    """Names in their order; `has_others` says whether there are more."""

    names: list[Name]
    has_others: bool = False
