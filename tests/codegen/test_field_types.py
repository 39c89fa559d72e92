"""A kind with a field of every type: accepted values as stored, and the messages for rejected ones."""

import datetime

from codegen.catalogue import Localized, PartialDate
from codegen.messages import shown
from codegen.reader import read_catalogue
from codegen.schema import FIELD_TYPES
from tests.support.catalogues import Toml, two
from tests.support.data_tests import DataTest, Place

THING = "things.toml: thing 'thing': "
DATE = 'is not a date; write one like 2024-05-03, "2024-05", "2024" or 2024'
URL = 'is not a URL; write an absolute one, like "https://example.org/" or "doi:10.1000/1"'


class FieldTypes(DataTest):
    @staticmethod
    def catalogue(*changes: tuple) -> dict:
        """Two records, one with the changed value; each field is named after its type, with the prefix "a_"."""
        fields = [{"name": f"a_{type}", "type": type, "doc": "A field."} for type in FIELD_TYPES]
        kind = {"name": "thing", "plural": "things", "doc": "A thing.", "title": "a_text", "field": fields}
        catalog = {
            "languages": ["ko", "en"],
            "title": "Things",
            "part": [{"title": "All"}],
            "category": [{"id": "all", "title": "All", "kind": "thing"}],
        }
        things = [{"key": "thing", "category": "all"}, {"key": "other", "category": "all", "aliases": ["another"]}]
        for *_, field, value in changes:
            things[0][field] = value
        return {
            "catalog.toml": catalog,
            "kinds.toml": {"kind": [kind]},
            "things.toml": {"thing": things},
            "reading_order.toml": {},
        }

    def assert_stored(self, type: str, value: object, stored: object) -> None:
        with self.subTest(type=type, value=value):
            self.write(self.catalogue((f"a_{type}", value)))
            found = read_catalogue(self.data).records["thing"][0].values[f"a_{type}"]
            self.assertEqual((found, found.__class__), (stored, stored.__class__))

    def assert_not_stored(self, type: str, value: object, *reasons: str) -> None:
        self.assert_wrong(Place((f"a_{type}",), f"{THING}a_{type}: "), value, *reasons)

    def test_missing_fields(self):
        self.write(self.catalogue())
        values = read_catalogue(self.data).records["thing"][0].values
        given = {f"a_{type}" for type in FIELD_TYPES} - {"a_ordinal"}
        self.assertEqual({name: values[name] for name in given}, dict.fromkeys(given))
        self.assertNotIn("a_ordinal", values)

    def test_text(self):
        self.assert_stored("text", "한 줄", "한 줄")
        self.assert_not_stored("text", "a\nb", "holds the control character U+000A; a cell is one line of plain text")

    def test_localized(self):
        self.assert_stored("localized", "x", Localized(("x", "x"), (0,)))
        self.assert_stored("localized", two("가", "x"), Localized(("가", "x"), (0, 1)))
        reason = ".en holds the control character U+0009; a cell is one line"
        self.assert_not_stored("localized", {"en": "a\tb"}, reason)

    def test_prose(self):
        self.assert_stored("prose", "One line.", "One line.")
        self.assert_stored("prose", "One.\n\n\tTwo.\nThree.", "One.\n\n\tTwo.\nThree.")
        self.assert_stored("prose", "\n  One.\r\nTwo.\u3000\n", "One.\nTwo.")
        self.assert_stored("prose", Toml('"""\nOne.\r\nTwo.\n"""'), "One.\nTwo.")
        self.assert_stored("prose", "é" * 32_767 + "\n", "é" * 32_767)

    def test_invalid_prose(self):
        for value in (7, True, ["x"], {"en": "x"}, Toml("2019-01-01")):
            self.assert_not_stored("prose", value, "must be a text, not ")
        for value in ("", " ", "\r\n\t"):
            self.assert_not_stored("prose", value, "must not be empty")
        for code in (0x00, 0x08, 0x0B, 0x0D, 0x1B, 0x7F, 0x85, 0x2028, 0x2029, 0x200B, 0x202E, 0xFEFF):
            allowed = "the only ones allowed in prose are line breaks and tabs"
            self.assert_not_stored("prose", f"a{chr(code)}b", f"holds the control character U+{code:04X}; {allowed}")
        self.assert_not_stored("prose", "e\u0301", 'is not in Unicode normal form NFC; write "\u00e9"')
        self.assert_not_stored("prose", "é" * 32_768, "has 65536 bytes of UTF-8; the limit is 65534")

    def test_url(self):
        self.assert_stored("url", "https://예시.kr/a b", "https://%EC%98%88%EC%8B%9C.kr/a%20b")
        for url in ("ftp://ftp.example/", "doi:10.1000/182", "mailto:someone@example.com", "https://a/%20?b=c&d#e"):
            self.assert_stored("url", url, url)
        for value in ("www.example.com", "https://"):
            self.assert_not_stored("url", value, f'"{value}" {URL}')
        self.assert_not_stored("url", "https://a/ ", "must not begin or end with white space")
        reason = "holds the control character U+0009; a cell is one line of plain"
        self.assert_not_stored("url", "https://a/\tb", reason)

    def test_integer(self):
        for value in (0, 1, -1, 2_147_483_647, -2_147_483_647):
            self.assert_stored("integer", value, value)
        for value in (2**31, -(2**31), 10**30):
            reason = f"must be between -2147483647 and 2147483647, not {value}"
            self.assert_not_stored("integer", value, reason)
        for value in ("1", 1.0, True, [1], {"x": 1}, Toml("2019-01-01"), Toml("inf")):
            self.assert_not_stored("integer", value, "must be a whole number, not ")

    def test_year(self):
        for value in (1, 1687, 2024, 9999):
            self.assert_stored("year", value, value)
        for value in (0, -1, 10_000):
            self.assert_not_stored("year", value, f"{value} is outside 1 to 9999")
        for value in ("2024", 2024.0, True, Toml("2024-05-03")):
            self.assert_not_stored("year", value, "must be a year as a whole number, not ")

    def test_date(self):
        dates = {
            "2024-05-03": PartialDate(2024, 5, 3),
            "2024-02-29": PartialDate(2024, 2, 29),
            "2024-05": PartialDate(2024, 5, 0),
            "2024": PartialDate(2024, 0, 0),
            "0001": PartialDate(1),
            "9999-12-31": PartialDate(9999, 12, 31),
        }
        for value, stored in dates.items():
            self.assert_stored("date", value, stored)
        self.assert_stored("date", datetime.date(2024, 5, 3), PartialDate(2024, 5, 3))
        self.assert_stored("date", Toml("1687-07-05"), PartialDate(1687, 7, 5))
        for year in (1, 2024, 9999):
            self.assert_stored("date", year, PartialDate(year, 0, 0))

    def test_invalid_date(self):
        texts = (
            *("", "x", "2024/05", "2024-5", "2024-05-3", "024", "0", "12024", "0000", "2024-00", "2024-13"),
            *("2024-05-00", "2023-02-29", "2024-04-31", " 2024", "2024 ", "2024-05-03T12:00:00"),
            *("May 2024", "2020/2021", "２０２４"),
        )
        for value in texts:
            self.assert_not_stored("date", value, f'"{repr(value)[1:-1]}" {DATE}')
        for value in (0, -1, 10_000, 2024.5, True, [2024], {"year": 2024}):
            self.assert_not_stored("date", value, f"{shown(value)} {DATE}")
        times = {"2024-05-03T12:00:00": "2024-05-03 12:00:00", "2024-05-03T12:00:00Z": "2024-05-03 12:00:00+00:00"}
        for value, words in {**times, "12:00:00": "12:00:00"}.items():
            self.assert_not_stored("date", Toml(value), f"{words} {DATE}")

    def test_flag(self):
        self.assert_stored("flag", True, True)
        self.assert_stored("flag", False, False)
        for value in (0, 1, "true", "", [True]):
            self.assert_not_stored("flag", value, "must be true or false, not ")

    def test_texts(self):
        self.assert_stored("texts", ["b", "a", "b"], ["b", "a", "b"])
        for value in ("x", [], 7, {"en": "x"}):
            self.assert_not_stored("texts", value, "must be a list of at least one text, not ")
        reasons = ("item 2 must not be empty", "item 3 must be a text, not 7")
        control = "item 4 holds the control character U+000A"
        self.assert_not_stored("texts", ["x", "", 7, "a\nb"], *reasons, control)

    def test_entries(self):
        self.assert_stored("entries", ["another", "thing"], ["other", "thing"])
        self.assert_not_stored("entries", ["x"], "'x' is not the key of an entry")

    def test_ordinal(self):
        self.assert_not_stored("ordinal", 1, "unknown field; the fields are key, category, a_text, ")
