"""Finds a perfect hash of the keys: each key has a slot to itself, so a lookup reads only one slot.

The hash mixes the length of a key, its first and last four bytes and, if the keys need more to tell them apart,
further windows of eight bytes into 64 bits. The topmost bits choose a bucket; the lower half, plus the displacement of
the bucket times the upper half, chooses a slot ("hash and displace"). include/refcatalog/detail/key_hash.hpp computes
the same hash; both follow the same steps in the same order.
"""

MASK_32 = 0xFFFF_FFFF
MASK_64 = 0xFFFF_FFFF_FFFF_FFFF

MULTIPLIER = 0x9E37_79B9_7F4A_7C15

KEYS_PER_BUCKET = 4

# For a small catalogue, the number of seeds to try with displacements of one byte before two bytes are used.
SEEDS_FOR_NARROW = 16


class PerfectHash:
    """The parameters of the hash, and the index of the key in each slot."""

    def __init__(self, keys: list[str]):
        encoded = [key.encode() for key in keys]
        self.windows = choose_windows(encoded)
        self.slot_count = len(keys) + len(keys) // 16 + 1
        self.bucket_bits = max((len(keys) // KEYS_PER_BUCKET).bit_length(), 1)
        self.seed = 0
        while not self._place(encoded):
            self.seed += 1
        self._prove(encoded)

    def slot(self, key: bytes) -> int:
        """The only slot that can have the key."""
        value = hash_key(key, self.windows, self.seed)
        displacement = self.displacements[self._bucket(value)]
        return self._slot(value, displacement)

    def _bucket(self, value: int) -> int:
        return value >> (64 - self.bucket_bits)

    def _slot(self, value: int, displacement: int) -> int:
        # Each key moves by a different step, so every displacement is a new chance for a bucket of several keys.
        return ((value + displacement * (value >> 32)) & MASK_32) * self.slot_count >> 32

    def _place(self, keys: list[bytes]) -> bool:
        """Gives each bucket, the fullest first, the least displacement that sends its keys to free slots."""
        narrow = len(keys) < 1_000 and self.seed < SEEDS_FOR_NARROW
        buckets: list[list[tuple[int, int]]] = [[] for _ in range(1 << self.bucket_bits)]
        for index, key in enumerate(keys):
            value = hash_key(key, self.windows, self.seed)
            buckets[self._bucket(value)].append((value, index))
        self.slots: list[int | None] = [None] * self.slot_count
        self.displacements = [0] * len(buckets)
        for number in sorted(range(len(buckets)), key=lambda number: -len(buckets[number])):
            bucket = buckets[number]
            for displacement in range(0x100 if narrow else 0x1_0000):
                places = {self._slot(value, displacement): index for value, index in bucket}
                if len(places) == len(bucket) and all(self.slots[place] is None for place in places):
                    break
            else:
                return False
            self.displacements[number] = displacement
            for place, index in places.items():
                self.slots[place] = index
        return True

    def _prove(self, keys: list[bytes]) -> None:
        """Makes sure that one probe finds every key. A free slot gets the index of key 0, and the lookup rejects it by
        comparing the keys."""
        self.slots = [0 if index is None else index for index in self.slots]
        for index, key in enumerate(keys):
            if self.slots[self.slot(key)] != index:
                raise AssertionError(f"the hash does not find {key!r}")


def choose_windows(keys: list[bytes]) -> list[int]:
    """The places where further windows begin: as many as are needed to distinguish keys of equal length and ends."""
    windows: list[int] = []
    longest = max(map(len, keys), default=0)
    # Keys that collide although every byte counts were constructed to do so; another seed distinguishes them.
    while (start := 4 + 8 * len(windows)) < longest and len({hash_key(key, windows, 0) for key in keys}) < len(keys):
        windows.append(start)
    return windows


def ends(key: bytes) -> int:
    """A number made from the first and the last four bytes of the key. For a shorter key, it is made from all bytes,
    and differs from that of any other key of the same length."""
    if len(key) >= 4:
        return (int.from_bytes(key[:4], "little") * MULTIPLIER + int.from_bytes(key[-4:], "little")) & MASK_64
    return key[0] | key[len(key) // 2] << 8 | key[-1] << 16 if key else 0


def window(key: bytes, start: int) -> int:
    """Eight bytes of the key from `start`, or from the nearest place where they fit; 0 if the key is shorter."""
    if len(key) < 8:
        return 0
    start = min(start, len(key) - 8)
    return int.from_bytes(key[start : start + 8], "little")


def hash_key(key: bytes, windows: list[int], seed: int) -> int:
    """64 bits that depend on the length of the key, its ends and its windows."""
    value = ((seed ^ ends(key) ^ len(key) << 48) * MULTIPLIER) & MASK_64
    if len(key) >= 8:
        for start in windows:
            value = ((value ^ (value >> 32) ^ window(key, start)) * MULTIPLIER) & MASK_64
    return value
