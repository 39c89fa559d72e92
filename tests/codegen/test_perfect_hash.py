"""The perfect hash finds every key in any set of keys."""

import itertools
import random
import time
import unittest

from codegen.perfect_hash import MULTIPLIER, PerfectHash, ends, hash_key, window

# Some keys need many seeds, but never minutes. The limit is processor time, so that a busy machine does not matter.
MOST_SECONDS = 3


class BoundedPerfectHash(PerfectHash):
    def __init__(self, keys):
        self.started = time.process_time()
        super().__init__(keys)

    def _place(self, keys):
        if time.process_time() - self.started > MOST_SECONDS:
            raise AssertionError(f"no hash of {len(keys)} keys in {MOST_SECONDS} seconds, with {self.seed} seeds")
        return super()._place(keys)


class WithoutSmallDisplacements(BoundedPerfectHash):
    """With the first seed, keys of one bucket have one slot unless the displacement is at least `least`."""

    def __init__(self, keys, least):
        self.least = least
        super().__init__(keys)

    def _slot(self, value, displacement):
        return super()._slot(value, displacement) if self.seed > 0 or displacement >= self.least else 0


class Forgetful(PerfectHash):
    def slot(self, key):
        return (super().slot(key) + 1) % self.slot_count


class Hashes(unittest.TestCase):
    """The numbers that the headers must compute as well."""

    def test_ends(self):
        for key, number in (
            (b"", 0), (b"a", 0x616161), (b"ab", 0x626261), (b"abc", 0x636261),
            (b"abcd", 0x64636261 * MULTIPLIER + 0x64636261), (b"abcde", 0x64636261 * MULTIPLIER + 0x65646362),
        ):
            self.assertEqual(ends(key), number % 2**64, key)

    def test_window(self):
        for key, start, found in (
            (b"abcdefg", 0, b""), (b"abcdefgh", 4, b"abcdefgh"), (b"abcdefghi", 4, b"bcdefghi"),
            (b"abcdefghijklm", 4, b"efghijkl"), (b"abcdefghijklm", 5, b"fghijklm"), (b"abcdefghijklm", 6, b"fghijklm"),
        ):
            self.assertEqual(window(key, start), int.from_bytes(found, "little"), key)

    def test_hash_of_a_key(self):
        for key, windows, seed, number in (
            (b"a", [], 0, 0x9382A3BD7831F8F5),
            (b"abc", [], 1, 0x1861E2183B8D91E0),
            (b"abcdefg", [4], 0, 0x0E0CE176D1B8924D),
            (b"abcdefgh", [4], 0, 0x87D9A2C6B171C099),
            (b"abcdefghijklm", [4, 12], 3, 0xB95C1139319B6A94),
        ):
            self.assertEqual(hash_key(key, windows, seed), number, key)

    def test_tables(self):
        for keys, expected in (
            ([], {"windows": [], "slot_count": 1, "bucket_bits": 1, "displacements": [0, 0], "slots": [0]}),
            (
                [f"first-eight-{number:04}-last-eight" for number in range(5)],
                {
                    **{"windows": [4, 12], "slot_count": 6, "bucket_bits": 1, "displacements": [0, 5]},
                    "slots": [3, 0, 0, 1, 2, 4],
                },
            ),
            (
                [f"entry-{number}" for number in range(12)],
                {
                    **{"windows": [], "slot_count": 13, "bucket_bits": 2, "displacements": [0, 0, 0, 4]},
                    "slots": [3, 0, 0, 1, 2, 10, 4, 5, 6, 11, 8, 9, 7],
                },
            ),
        ):
            self.assertEqual(vars(PerfectHash(keys)), {"seed": 0} | expected)


class PerfectHashes(unittest.TestCase):
    def assert_finds_all(self, keys: list[str]) -> PerfectHash:
        hashed = BoundedPerfectHash(keys)
        self.assertEqual(len(hashed.slots), hashed.slot_count)
        self.assertEqual(len(hashed.displacements), 1 << hashed.bucket_bits)
        slots = [hashed.slot(key.encode()) for key in keys]
        self.assertEqual(len(set(slots)), len(keys), "two keys have one slot")
        for index, slot in enumerate(slots):
            self.assertEqual(hashed.slots[slot], index)
        for slot in set(range(hashed.slot_count)) - set(slots):
            self.assertEqual(hashed.slots[slot], 0)
        # The headers hold these numbers in 16 bits.
        self.assertTrue(all(0 <= displacement <= 0xFFFF for displacement in hashed.displacements))
        self.assertTrue(all(0 <= start <= 0xFFFF for start in hashed.windows))
        return hashed

    def test_no_keys(self):
        self.assert_finds_all([])

    def test_counts_of_keys(self):
        for count in (1, 2, 3, 4, 5, 15, 16, 17, 31, 32, 33, 156, 255, 256, 300, 1_000, 3_000):
            with self.subTest(count=count):
                hashed = self.assert_finds_all([f"key-{number}" for number in range(count)])
                self.assertEqual(hashed.slot_count, count + count // 16 + 1)
                buckets = 1 << hashed.bucket_bits
                self.assertTrue(buckets // 2 <= max(count // 4, 1) < buckets, "a bucket has about two to four keys")

    def test_random_keys(self):
        random_source = random.Random(1)
        for count in (2, 20, 156, 1_500, 3_000):
            letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
            keys = {"".join(random_source.choices(letters, k=random_source.randrange(1, 70))) for _ in range(count)}
            with self.subTest(count=count):
                self.assert_finds_all(sorted(keys))

    def test_counts_of_keys_with_few_suitable_seeds(self):
        # The search took minutes when a displacement moved all keys of a bucket by the same distance.
        for count in (147, 148, 150, 500, 999):
            with self.subTest(count=count):
                self.assert_finds_all([f"entry-{number}" for number in range(count)])

    def test_small_catalogues_try_seeds_before_wide_displacements(self):
        for count, seed in (999, 16), (1_000, 0):
            hashed = self.assert_finds_all([f"entry-{number}" for number in range(count)])
            self.assertEqual(hashed.seed, seed)
            self.assertGreater(max(hashed.displacements), 0xFF)

    def test_a_displacement_fits_in_its_bytes(self):
        for count, least, seed in (5, 0xFF, 0), (5, 0x100, 1), (1_000, 0x1_0000, 1):
            hashed = WithoutSmallDisplacements([f"key-{number}" for number in range(count)], least)
            self.assertEqual(hashed.seed, seed, (count, least))

    def test_a_key_that_is_not_found_is_a_fault(self):
        with self.assertRaisesRegex(AssertionError, "the hash does not find b'key-0'"):
            Forgetful([f"key-{number}" for number in range(20)])

    def test_short_keys(self):
        for length in range(1, 8):
            keys = ["".join(letters) for letters in itertools.islice(itertools.product("ab", repeat=length), 128)]
            with self.subTest(length=length):
                self.assertEqual(self.assert_finds_all(keys).windows, [])

    def test_keys_of_all_short_lengths(self):
        self.assert_finds_all(["a" * length for length in range(1, 40)])
        words = [itertools.product("ab7-", repeat=length) for length in range(1, 5)]
        self.assert_finds_all(["".join(letters) for letters in itertools.chain(*words)])

    def test_keys_that_differ_at_the_ends_need_no_window(self):
        keys = ["aaaa-middle-1111", "aaab-middle-1111", "aaaa-middle-1112"]
        self.assertEqual(self.assert_finds_all(keys).windows, [])

    def test_keys_that_differ_in_length_need_no_window(self):
        self.assertEqual(self.assert_finds_all(["a" * length for length in range(8, 30)]).windows, [])

    def test_keys_with_equal_ends(self):
        # All keys have the same length, and the same four or more bytes at each end. Only windows distinguish them.
        for length in (9, 10, 16, 17, 31, 100):
            for at in range(4, length - 4):
                with self.subTest(length=length, at=at):
                    hashed = self.assert_finds_all(["-" * at + letter + "-" * (length - 1 - at) for letter in "abc"])
                    self.assertTrue(hashed.windows)

    def test_many_keys_with_equal_ends(self):
        keys = [f"first-eight-{number:04}-last-eight" for number in range(3_000)]
        self.assertGreater(len(self.assert_finds_all(keys).windows), 1)

    def test_short_keys_beside_keys_that_need_windows(self):
        long = [f"first-eight-{number:04}-last-eight" for number in range(60)]
        self.assert_finds_all(long + ["a", "ab", "abc", "abcd", "abcdefg", "abcdefgh"])

    def test_keys_that_were_made_to_collide(self):
        # The last two have the same 64 bits, given the first seed and the windows that the first two need.
        hashed = self.assert_finds_all([
            "bbbbccccccccddddddddeeeeeeee", "bbbbccccccccffffffffeeeeeeee",
            "aaaa7kbibenefattaaapzzzzzzzz", "aaaa46hcq24v8089xso6zzzzzzzz",
        ])
        self.assertEqual((hashed.windows, hashed.seed), ([4, 12, 20], 1))

    def test_keys_are_found_in_any_order(self):
        self.assert_finds_all([f"key-{number}" for number in range(200)][::-1])

    def test_equal_keys_give_an_equal_hash(self):
        keys = [f"key-{number}" for number in range(300)]
        self.assertEqual(vars(PerfectHash(keys)), vars(PerfectHash(keys)))
