"""Compares the fields that the generated headers mark as given with the fields that the data give."""

import re
import unittest

from codegen.catalogue import Catalogue
from tests.support.generated_records import entries_of, kind_of
from tests.support.generated_tables import Tables, slices


def languages_of(text) -> list[int]:
    """The languages in which the data give this text."""
    return [*text.given] if text else []


class GivenContent(unittest.TestCase):
    def assert_given(self, catalogue: Catalogue, tables: Tables) -> None:
        arrays, constants = tables["given_table"].arrays, tables["given_table"].constants
        sets = [[], *slices(arrays["languages"], arrays["first_language"])]
        self.assertEqual(len(sets), len({*map(tuple, sets)}))
        records = entries_of(catalogue)
        begins = arrays["of_entry"] if "of_entry" in arrays else [constants["of_entry"]] * len(records)
        expected = [given_of(kind_of(catalogue, record), record) for record in records]
        headings = [row.title for row in (*catalogue.parts, *catalogue.categories)]
        texts = [catalogue.title, catalogue.notes_title, *headings]
        for stage in catalogue.stages:
            texts += [stage.name, stage.duration, *(step.note for step in stage.step)]
        begins = [*begins, constants["of_catalogue"]]
        expected.append([*map(languages_of, texts)])
        reached = set()
        for begin, given in zip(begins, expected, strict=True):
            marks = arrays["marks"][begin : begin + len(given)]
            reached |= {*range(begin, begin + len(given))}
            pairs = zip(marks, given, strict=True)
            self.assertEqual([bool(mark) if isinstance(each, bool) else sets[mark] for mark, each in pairs], given)
        self.assertEqual(reached, {*range(len(arrays["marks"]))})

    def assert_accessors(self, catalogue: Catalogue, header: str) -> None:
        """Each kind has a branch with its fields, except ordinals, which no record gives."""
        found = {}
        for branch in re.split(r"^    \} else ", header, flags=re.MULTILINE):
            calls = re.findall(r'^\s+function\("(\w+)", &Record::(\w+)\);$', branch, re.MULTILINE)
            self.assertEqual([name for name, _ in calls], [accessor for _, accessor in calls])
            kinds = re.findall(r"record_kind::(\w+)", branch) or [*(catalogue.kinds.keys() - found.keys())]
            found |= dict.fromkeys(kinds, [name for name, _ in calls])
        expected = {
            name: [field.name for field in kind.fields if field.type != "ordinal"]
            for name, kind in catalogue.kinds.items()
        }
        self.assertEqual(found, expected)


def given_of(kind, record) -> list:
    """For a text in several languages, the languages given; for any other field, whether the record gives it."""
    own = []
    for field in kind.fields:
        value = record.values.get(field.name)
        if field.type == "localized":
            own.append(languages_of(value))
        elif field.type in ("integer", "year", "flag"):
            own.append(value is not None)
    return [
        *own,
        languages_of(record.link_label),
        *(languages_of(link.label) for link in record.links or ()),
        record.citation is not None,
        record.status is not None,
        languages_of(record.status_note),
        *(languages_of(each.fact) for each in record.correction or ()),
    ]
