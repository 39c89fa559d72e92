"""Checks that each key and each alias belongs to only one record, and resolves the lists of keys."""

from collections import Counter
from dataclasses import replace

from .catalogue import Place, Record
from .kinds import Kind
from .messages import quoted, shown
from .source import Source


class Keys:
    """Maps each key and each alias to the key of its record. If some could not be read, an unknown name may be valid,
    and is not reported."""

    def __init__(self, source: Source, records: dict[str, list[Record]], all_known: bool):
        self.source = source
        self.all_known = all_known
        self.key_of: dict[str, str] = {}
        self._refuse_duplicates(records)

    def _refuse_duplicates(self, records: dict[str, list[Record]]) -> None:
        """Reports keys and aliases already used; a key takes precedence over an alias, whatever their order."""
        seen: dict[str, str] = {}
        keyed = [
            (f"{kind} {record.position}", record) for kind, rows in records.items() for record in rows if record.key
        ]
        for name, record in keyed:
            self.source.refuse_duplicate(seen, record.key, record.place, "key", name)
            self.key_of[record.key] = record.key
        for name, record in keyed:
            for alias in record.aliases or []:
                self.source.refuse_duplicate(seen, alias, record.place, "aliases", name)
                self.key_of.setdefault(alias, record.key)

    def resolved(self, place: Place, field: str, names: list[str]) -> list[str]:
        """The keys of the named records."""
        if not self.all_known:
            return names
        for name in names:
            if name not in self.key_of:
                self.source.report(place, field, f"{quoted(name)} is not the key of an entry")
        keys = [self.key_of[name] for name in names if name in self.key_of]
        for key, times in Counter(keys).items():
            if times > 1:
                self.source.report(place, field, f"names the entry {shown(key)} more than once")
        return keys

    def resolved_records(self, kind: Kind, records: list[Record]) -> list[Record]:
        """The records, with keys in place of the aliases in their fields that name other records."""
        fields = [field.name for field in kind.fields if field.type == "entries"]
        return [
            replace(record, values=record.values | {name: self._resolved_field(record, name) for name in fields})
            for record in records
        ]

    def _resolved_field(self, record: Record, name: str) -> list[str] | None:
        names = record.values[name]
        return names and self.resolved(record.place, name, names)
