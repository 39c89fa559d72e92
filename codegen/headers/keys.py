"""keys.hpp: the perfect hash of all keys."""

from ..catalogue import Catalogue
from ..perfect_hash import MULTIPLIER, PerfectHash
from ..tables import Constant, Header, TablesHeader, number_array, plain, text_table


def build(catalogue: Catalogue) -> Header:
    keys = [record.key for record in catalogue.entries]
    hashed = PerfectHash(keys)
    constants = [
        Constant("int", "bucket_bits", str(hashed.bucket_bits)),
        Constant("std::size_t", "window_count", str(len(hashed.windows))),
        Constant("std::uint64_t", "seed", str(hashed.seed)),
        Constant("std::uint64_t", "multiplier", f"0x{MULTIPLIER:016x}"),
    ]
    arrays = [
        number_array("windows", hashed.windows, "Where the eight-byte windows begin through which a key is read."),
        number_array("displacements", hashed.displacements, "How far the keys of each bucket are moved on."),
        number_array("entries", hashed.slots, "The index of the entry in each slot."),
    ]
    slot_keys = [keys[index] for index in hashed.slots] if keys else []
    comment = (
        "The perfect hash of all keys, a row per slot. The keys stand here once more, so that a lookup reads one table."
    )
    table = text_table("key_table", comment, len(slot_keys), {"key": plain(slot_keys)}, constants, arrays)
    return TablesHeader("keys.hpp", "the keys of all records", [table])
