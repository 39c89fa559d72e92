"""The pool of texts, and its string literals."""

import random
import unittest

from codegen.schema import MOST_TEXT_BYTES
from codegen.text_pool import PAGE_CAPACITY, PAGE_SIZE, TextPool, escape
from tests.support.literals import characters, source


def pages_of(pool: TextPool) -> list[bytes]:
    """Each page as the compiler stores it, with the added terminator."""
    return [b"".join(map(characters, literals)) + b"\0" for literals in pool.literals()]


class Escapes(unittest.TestCase):
    def assert_round_trip(self, text: bytes) -> None:
        escaped = escape(text)
        self.assertEqual(characters(f'"{escaped}"'), text)
        self.assertRegex(escaped, r"\A[ -~]*\Z")
        self.assertNotIn("??", escaped)

    def test_every_byte(self):
        for byte in range(256):
            with self.subTest(byte=byte):
                self.assert_round_trip(bytes([byte]))

    def test_every_pair_of_bytes(self):
        # This text contains every pair of bytes.
        self.assert_round_trip(bytes(byte for first in range(256) for second in range(256) for byte in (first, second)))

    def test_digit_after_an_escape(self):
        for text in ("é7", "é0", "é88", "\u03007f", "한1"):
            with self.subTest(text=text):
                self.assert_round_trip(text.encode())
        self.assertEqual(escape("é7".encode()), r"\303\2517")

    def test_trigraphs(self):
        for text in (b"??/", b"??=", b"???/", b"?", b"a??", b'??/"', b"%:%:"):
            with self.subTest(text=text):
                self.assert_round_trip(text)

    def test_printable_text_is_unchanged(self):
        text = "BERT: Pre-training (2019), 100% {raw} 'quoted' <b> $1"
        self.assertEqual(escape(text.encode()), text)


class TextPools(unittest.TestCase):
    def assert_texts_are_found(self, texts: list[str]) -> list[bytes]:
        """Every text is where its offset says, followed by a NUL; returns the pages."""
        pool = TextPool(texts)
        pages = pages_of(pool)
        for text in texts:
            page, place = divmod(pool.offset(text), PAGE_SIZE)
            encoded = text.encode()
            self.assertEqual(pages[page][place : place + len(encoded) + 1], encoded + b"\0")
        for page in pages:
            self.assertLessEqual(len(page), PAGE_CAPACITY)
        for literals in pool.literals():
            self.assertTrue(literals, "a page without a literal is not C++")
            for literal in literals:
                self.assertRegex(literal, r'\A"[ -~]*"\Z')
                self.assertLessEqual(len(source(literal)), 8_000)
        return pages

    def test_texts_are_found(self):
        self.assert_texts_are_found(["BERT", "한국어 7", 'a "quoted" \\ text', "what??/", "x", "é"])

    def test_many_random_texts_are_found(self):
        random_source = random.Random(1)
        # With a small alphabet, many texts end with others.
        texts = ["".join(random_source.choices("ab7é?", k=random_source.randrange(8))) for _ in range(5_000)]
        self.assert_texts_are_found(texts)

    def test_identical_texts_share_storage(self):
        self.assertEqual(self.assert_texts_are_found(["same", "other", "same", "same"]), [b"same\0other\0"])

    def test_the_end_of_a_text_shares_its_storage(self):
        self.assertEqual(self.assert_texts_are_found(["GPT", "the GPT", "PT"]), [b"the GPT\0"])
        self.assertEqual(self.assert_texts_are_found(["the GPT", "PT", "GPT"]), [b"the GPT\0"])
        pool = TextPool(["GPT", "the GPT", "PT"])
        self.assertEqual([pool.offset(text) for text in ("the GPT", "GPT", "PT")], [0, 4, 5])

    def test_common_end_of_several_texts(self):
        self.assertEqual(self.assert_texts_are_found(["a GPT", "GPT", "b GPT"]), [b"a GPT\0b GPT\0"])

    def test_the_beginning_of_a_text_does_not_share_its_storage(self):
        self.assertEqual(self.assert_texts_are_found(["GPT", "GPT-2"]), [b"GPT\0GPT-2\0"])

    def test_shared_bytes_within_a_character(self):
        # The last bytes of these texts are the same, but neither text ends with the other.
        self.assertEqual(self.assert_texts_are_found(["é", "©"]), ["é\0©\0".encode()])

    def test_empty_text(self):
        self.assertEqual(self.assert_texts_are_found([""]), [b"\0"])
        self.assertEqual(self.assert_texts_are_found(["", "a"]), [b"a\0"])
        self.assertEqual(self.assert_texts_are_found(["a", "", "b"]), [b"a\0b\0"])

    def test_no_texts(self):
        self.assertEqual(pages_of(TextPool([])), [b"\0"])

    def test_exactly_full_page(self):
        first, second = "a" * 65_000, "b" * 533
        self.assertEqual(len(first) + 1 + len(second) + 1, 65_535)
        self.assertEqual(self.assert_texts_are_found([first, second]), [f"{first}\0{second}\0".encode()])

    def test_page_overflow_by_one_byte(self):
        first, second = "a" * 65_000, "b" * 534
        self.assertEqual(self.assert_texts_are_found([first, second]), [f"{first}\0".encode(), f"{second}\0".encode()])
        pool = TextPool([first, second])
        self.assertEqual([pool.offset(first), pool.offset(second)], [0, 65_536])

    def test_longest_texts(self):
        longest = "a" * MOST_TEXT_BYTES
        self.assertEqual(self.assert_texts_are_found([longest]), [f"{longest}\0".encode()])
        others = ["b" * MOST_TEXT_BYTES, "", "c", "é" * (MOST_TEXT_BYTES // 2)]
        self.assertEqual(len(self.assert_texts_are_found([longest, *others])), 4)

    def test_end_of_a_text_on_a_later_page(self):
        texts = ["a" * 65_000, "b" * 64_000 + "end", "c" * 65_000, "end", ""]
        self.assertEqual(len(self.assert_texts_are_found(texts)), 3)

    def test_length_of_a_literal(self):
        # The escapes and the terminator count.
        for length in range(1_996, 2_005):
            for character in "a?é":
                with self.subTest(length=length, character=character):
                    text = character * (length // len(character.encode()))
                    self.assert_texts_are_found([text, "another", text[1:] + "x"])
