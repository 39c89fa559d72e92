"""Makes queries from the texts of a catalogue."""

import random
import unicodedata

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
# Unpaired quotation marks, white space of every sort, combining marks, control characters, and texts that no entry has.
ODD = ["", " ", '"', '""', '" "', '"  ', "\t", "\u3000", "\u00a0lora", "a\u0301", "\u0301", "lo\0ra", "\x07", "a\x1f",
       "\x85a", "LoRA+",
       "100%", "(구름)", "&amp;", "<b>", "'", "\\", "no entry says this", "zzzz", "ㅋㅋㅋㅋㅋ", "ㄳ", "ㅏ", "😀", "\ufeffa",
       "Ｌｏ", "ǅ", "ſ", "ẞ", "İ", "ς", "Σ", "K", "Å", 'foo"bar baz"', 'a"b" c', "ㅌㄹ트", "-", "\u200b"]


def without_marks(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))


def initials(text: str) -> str:
    return "".join(INITIALS[(ord(each) - 0xAC00) // 588] if "가" <= each <= "힣" else each for each in text)


def changed(chosen: random.Random, text: str) -> str:
    """A query that somebody might type to find the text."""
    words = text.split()
    word = chosen.choice(words)
    begin = chosen.randrange(len(word))
    start = chosen.randrange(len(words))
    hangul = [each for each in words if all("가" <= letter <= "힣" for letter in each)]
    ways = [
        word,
        word[begin:begin + chosen.randrange(1, 6)],
        " ".join(chosen.sample(words, min(2, len(words)))),
        f'"{" ".join(words[start:start + 2])}"',
        f'"{" ".join(words[start:start + 2])[1:]}',
        "".join(without_marks(each) if not "가" <= each <= "힣" else each for each in word),
        unicodedata.normalize("NFD", word) if not hangul else word,
        word.upper(),
        word.swapcase(),
        text.lower(),
        initials(chosen.choice(hangul)) if hangul else word.title(),
        initials(chosen.choice(hangul))[1:] if hangul else f"{word} {word}",
        f"  {word}\u2003{chosen.choice(words)} ",
    ]
    return chosen.choice(ways)


def questions(texts: list[str], count: int, seed: int = 15) -> list[str]:
    """Queries of one line each, including the odd ones."""
    chosen = random.Random(seed)
    given = [text for text in texts if text.split()]
    return [*ODD, *(changed(chosen, chosen.choice(given)) for _ in range(count - len(ODD)))]
