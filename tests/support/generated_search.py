"""Compares the texts that `search` reads with the data."""

import re
import unittest
from collections import Counter

from codegen.catalogue import Catalogue
from tests.search import oracle
from tests.support.generated_records import entries_of, kind_of
from tests.support.generated_tables import Tables

SORTS = ("name", "maker", "description")


class SearchContent(unittest.TestCase):
    def assert_search(self, catalogue: Catalogue, tables: Tables) -> None:
        table = tables["search_table"]
        begins, size = table.arrays["begins"], table.constants["page_size"]
        self.assertEqual(size, table.page_size)
        searched = b"".join(page.ljust(size, b"\0") for page in table.pool)
        texts = [searched[begin:end].rstrip(b"\0") for begin, end in zip(begins, begins[1:], strict=False)]
        self.assertLessEqual(size, max(65_536, max(map(len, texts), default=0) + 1))
        for begin, text in zip(begins, texts):
            self.assertEqual(begin // size, (begin + len(text)) // size, "an entry spans two pages")
        # An entry that is too long for a literal has a page to itself.
        too_long = {begin // size for begin, text in zip(begins, texts) if len(text) >= 65_535}
        self.assertEqual([begin // size for begin in begins[:-1] if begin // size in table.listed], sorted(too_long))
        markers = {table.constants[sort]: sort for sort in SORTS}
        part = re.compile(rb"([\x01-\x1f])([^\x01-\x1f]*)")
        found = [[(markers[marker[0]], given.decode()) for marker, given in part.findall(text)] for text in texts]
        expected = [self._searched(catalogue, record) for record in entries_of(catalogue)]
        self.assertEqual(found, expected)
        counts = Counter(b"".join(texts))
        ranks = table.arrays["ranks"]
        self.assertEqual(sorted(ranks), [*range(256)])
        in_order = [counts[byte] for byte in sorted(range(256), key=ranks.__getitem__)]
        self.assertEqual(in_order, sorted(in_order))
        self.assert_folding(tables)

    def assert_folding(self, tables: Tables) -> None:
        table = tables["folding_table"]
        for name in ("lower", "upper"):
            codes = range(table.constants[f"{name}_begin"], table.constants[f"{name}_end"])
            folded = [number.to_bytes(4, "little").rstrip(b"\0").decode() for number in table.arrays[name]]
            self.assertEqual(folded, ["" if code == 0 else oracle.folded(chr(code)) for code in codes])

    def _searched(self, catalogue: Catalogue, record) -> list[tuple[str, str]]:
        searched = oracle.texts_of(catalogue, kind_of(catalogue, record), record)
        texts = [
            [*dict.fromkeys(filter(None, (oracle.folded(" ".join(text.split())) for text in of_a_sort)))]
            for of_a_sort in searched.values()
        ]
        texts[1] = texts[1] or [""]
        return [(sort, text) for sort, of_a_sort in zip(SORTS, texts) for text in of_a_sort]
