"""keys.hpp: the perfect hash of all keys and aliases."""

from ..catalogue import Catalogue
from ..perfect_hash import MULTIPLIER, PerfectHash
from ..tables import Constant, Header, TablesHeader, number_array, plain, text_table


def build(catalogue: Catalogue) -> Header:
    entry_of = {
        key: index for index, record in enumerate(catalogue.entries) for key in (record.key, *(record.aliases or ()))
    }
    keys = list(entry_of)
    hashed = PerfectHash(keys)
    slot_keys = [keys[index] for index in hashed.slots] if keys else []
    slot_entries = [entry_of[key] for key in slot_keys]
    widest = max((len(letter.encode()) for key in keys for letter in key), default=1)
    constants = [
        Constant("int", "bucket_bits", str(hashed.bucket_bits)),
        Constant("std::size_t", "window_count", str(len(hashed.windows))),
        Constant("std::size_t", "longest", str(max((len(key) for key in keys), default=1))),
        Constant("std::size_t", "widest", str(widest)),
        Constant("std::uint64_t", "seed", str(hashed.seed)),
        Constant("std::uint64_t", "multiplier", f"0x{MULTIPLIER:016x}"),
    ]
    arrays = [
        number_array("windows", hashed.windows, "The places in a key where the hashed windows of eight bytes begin."),
        number_array("displacements", hashed.displacements, "The displacement of the keys of each bucket."),
        number_array("entries", slot_entries, "The index of the entry in each slot."),
    ]
    comment = (
        "The perfect hash of all keys and aliases, one row per slot. The table repeats the keys, so that a lookup "
        "reads one table."
    )
    table = text_table("key_table", comment, len(slot_keys), {"key": plain(slot_keys)}, constants, arrays)
    return TablesHeader("keys.hpp", "the keys of all records", [table])
