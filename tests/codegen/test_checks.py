"""Values that are wrong in any context. test_field_types.py tests the fields of kinds, test_citation_checks.py tests
citations."""

from codegen.checks import check_key, check_url
from codegen.messages import shown
from codegen.reader import read_catalogue
from tests.support.catalogues import Toml, changed, column, two
from tests.support.data_tests import (
    CATEGORY,
    COLUMNS,
    DESCRIPTION,
    ENGLISH,
    ENTRIES,
    HEADING,
    ID,
    KOREAN,
    LABEL,
    NOTE,
    NUMBER,
    TITLE,
    URL,
    YEAR,
    DataTest,
    Place,
    of_shelf,
)


class Types(DataTest):
    """Values of the wrong type, and empty values."""

    def test_empty_field(self):
        for place in (TITLE, DESCRIPTION, KOREAN, ENGLISH, URL, CATEGORY, ID, HEADING, NOTE, LABEL):
            self.assert_wrong(place, "", "must not be empty")
        for place in (COLUMNS, ENTRIES):
            self.assert_wrong(place, [], "must be a list of at least one ")
        self.assert_wrong(DESCRIPTION, {}, "must be a text, or a table of texts by language, not {}")

    def test_mistyped_text(self):
        places = (TITLE, URL, CATEGORY, KOREAN, ENGLISH, HEADING, LABEL)
        for value in (7, 1.5, True, ["x"], {"x": "y"}, Toml("nan"), Toml("2019-01-01"), Toml("12:00:00")):
            self.assert_wrong_everywhere(places, value, "must be a text, not ")
            self.assert_wrong(ID, value, "must be a text, not ")

    def test_mistyped_localized_text(self):
        for place in (DESCRIPTION, NOTE):
            for value in (7, 1.5, False, ["x"], Toml("2019-01-01")):
                self.assert_wrong(place, value, "must be a text, or a table of texts by language, not ")

    def test_mistyped_number(self):
        for place in (NUMBER, YEAR):
            for value in ("2", "2019", 2.0, 2019.0, True, False, [2], {"x": 2}, Toml("inf"), Toml("2019-01-01")):
                self.assert_wrong(place, value, "must be a ")

    def test_mistyped_list(self):
        for place in (COLUMNS, ENTRIES):
            for value in ("paper-one", 7, True, {"x": "paper-one"}):
                self.assert_wrong(place, value, "must be a list of at least one ")
        self.assert_wrong(ENTRIES, ["paper-one", 7], "item 2 must be a text")

    def test_mistyped_list_of_tables(self):
        places = (
            Place(("reading_order.toml", "stage"), "reading_order.toml: stage: "),
            Place(("reading_order.toml", "stage", 1, "step"), "reading_order.toml: stage 2: step: "),
            Place(("tools.toml", "tool"), "tools.toml: tool: "),
        )
        for place in places:
            for value in ("x", 7, True, {"name": "x"}, ["x"], [{}, 7]):
                self.assert_wrong(place, value, "must be at least one [[table]]")

    def test_huge_integer(self):
        hexadecimal = Toml("0x" + "f" * 5_000)  # Python refuses to print this one in decimal
        for place in (TITLE, NUMBER, YEAR, DESCRIPTION, ENTRIES):
            for value in (2**63, -(2**63), hexadecimal):
                self.assert_wrong(place, value, "")


class Numbers(DataTest):
    def test_number_out_of_range(self):
        for value in (0, -1, 10_000_000):
            self.assert_wrong(NUMBER, value, "must be between 1 and 9999999, not")

    def test_year_out_of_range(self):
        for value in (0, -2019, 10_000):
            self.assert_wrong(YEAR, value, f"{value} is outside 1 to 9999")

    def test_first_and_last_year_are_accepted(self):
        self.assert_right(YEAR, 1)
        self.assert_right(YEAR, 9999)


class Names(DataTest):
    """Keys, ids of categories, numbers of parts and addresses."""

    def test_malformed_key(self):
        characters = "\"#%'(),={}\\~ \t\n\u00a0\u3000\u200b\u200d\ufeff\x00\x7f"
        for key in [*(f"a{character}b" for character in characters), " ", "paper ", " paper"]:
            with self.subTest(key=key):
                line = f"papers.toml: paper {key!r}: key: {shown(key)} is not a key; write one word of printable "
                right = "characters, none of them one of \"#%'(),={}\\~"
                self.assert_refused(changed(("papers.toml", "paper", 1, "key", key)), line + right)

    def test_mistyped_and_empty_key(self):
        key = Place(("papers.toml", "paper", 1, "key"), "papers.toml: paper 2: key: ")
        self.assert_wrong(key, "", "must not be empty")
        self.assert_wrong(key, 7, "must be a text, not 7")

    def test_longest_key(self):
        key = Place(("papers.toml", "paper", 1, "key"), "papers.toml: paper 2: key: ")
        self.assert_wrong(key, "x" * 65_535, "has 65535 bytes of UTF-8; the limit is 65534")

    def test_keys_that_people_use(self):
        keys = (
            *("Doe2001", "doe_study_2001", "3GPP-TT", "a.tool", "1Hq63sZuH", "doe:2001/a+b", "-", "10.1000/x"),
            *("\ub17c\ubb38", "pap\u00e9r", "pape\u0301r", "\U0001f600"),
            *("a|b", "a$b", "a&b", "a@b", "a*b!?", "<a>", "[1]"),
        )
        for key in keys:
            self.assertEqual(check_key(key), key)
        # Keys are compared byte by byte.
        alike = [("papers.toml", "paper", at, "key", key) for at, key in enumerate(("pap\u00e9r", "pape\u0301r"))]
        self.write(changed(*alike, ("reading_order.toml", {})))
        keys = [record.key for record in read_catalogue(self.data).records["paper"]]
        self.assertEqual(keys, ["pap\u00e9r", "pape\u0301r", "paper-three", "paper-four"])

    def test_malformed_category_id(self):
        for value in ("Shelf", "the-shelf", "_shelf", "shelf_", "the__shelf", "9shelf", "the shelf", "선반", "shélf"):
            self.assert_wrong(Place(ID.path, f"catalog.toml: category {value!r}: id: "), value, "")

    def test_keyword_as_category_id(self):
        for value in ("class", "namespace", "co_await", "not_eq", "char8_t", "concept", "int", "while", "typeof"):
            line = f"catalog.toml: category '{value}': id: "
            self.assert_wrong(Place(ID.path, line), value, f'"{value}" is a C++ keyword')

    def test_macro_as_category_id(self):
        for value in "noreturn small near far interface linux unix min max errno stdin major".split():
            line = f"catalog.toml: category '{value}': id: "
            self.assert_wrong(Place(ID.path, line), value, f'"{value}" is a macro')

    def test_category_id_that_only_resembles_a_keyword(self):
        for value in ("classes", "smaller", "linux_tools", "override", "final"):
            self.assert_right(ID, value)

    def test_malformed_number_of_a_category(self):
        for value in ("C2", "C.", "C.0", "C.2.", "C.2.0", "C.02", "CC.2", "c.2.9", "C.2,9", "C. 2", "C.２", "0.2", ".2"):
            reason = f'"{repr(value)[1:-1]}" is not the number of a part or category'
            self.assert_wrong(of_shelf("number"), value, reason)

    def test_malformed_url(self):
        for value in ("www.example.com", "https://", "//example.com", "/path", "c:/path", "https:///path"):
            right = 'write an absolute one, like "https://example.org/" or "doi:10.1000/1"'
            self.assert_wrong(URL, value, f'"{value}" is not a URL; {right}')

    def test_stored_form_of_urls(self):
        self.assertEqual(check_url("https://\uc608\uc2dc.kr/a b"), "https://%EC%98%88%EC%8B%9C.kr/a%20b")
        self.assertEqual(check_url("https://e.example/e\u0301"), "https://e.example/e%CC%81")
        self.assert_right(URL, "mailto:someone@example.com")

    def test_longest_url(self):
        longest = "doi:" + "\u00e9" * 10_921
        self.assertEqual(len(check_url(longest)), 4 + 6 * 10_921)
        self.assert_wrong(URL, longest + "\u00e9", "has 65536 bytes of UTF-8; the limit is 65534")


class Texts(DataTest):
    """Texts, tested separately in each language."""

    def test_white_space_at_the_ends(self):
        for places in ((TITLE, DESCRIPTION, URL, NOTE, LABEL, HEADING), (KOREAN, ENGLISH)):
            for space in (" ", "\u00a0", "\u3000"):
                self.assert_wrong_everywhere(places, f"{space}x", "must not begin or end with white space")
                self.assert_wrong_everywhere(places, f"x{space}", "must not begin or end with white space")
        self.assert_wrong(TITLE, " ", "must not begin or end with white space")

    def test_control_characters(self):
        codes = (
            *(0x00, 0x01, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F),
            *(0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029),
        )
        for places in ((TITLE, DESCRIPTION, URL, NOTE), (KOREAN, ENGLISH)):
            for code in codes:
                self.assert_wrong_everywhere(places, f"a{chr(code)}b", f"holds the control character U+{code:04X}")
        # At the ends they are also white space, but people cannot see them.
        self.assert_wrong(TITLE, "a\n", "holds the control character U+000A")
        self.assert_wrong(TITLE, "\ta", "holds the control character U+0009")

    def test_invisible_characters(self):
        # A zero-width space, two directional overrides, a directional isolate, an invisible operator, a byte order mark
        for code in (0x200B, 0x202A, 0x202E, 0x2066, 0x2069, 0x2061, 0xFEFF):
            reason = f"holds the control character U+{code:04X}"
            self.assert_wrong_everywhere((TITLE, KOREAN, ENGLISH, URL), f"a{chr(code)}b", reason)
        # Scripts and emoji need these.
        for code in (0x200C, 0x200D, 0x200F, 0xFE0F, 0xE0067):
            self.assert_right(TITLE, f"a{chr(code)}b")

    def test_text_outside_the_normal_form(self):
        accent, jamo, angstrom = "e\u0301tude", "\u1112\u1161\u11ab", "5 \u212b"
        texts = (
            *((TITLE, accent), (TITLE, jamo), (TITLE, angstrom)),
            *((DESCRIPTION, accent), (KOREAN, jamo), (ENGLISH, accent)),
        )
        for place, text in texts:
            self.assert_wrong(place, text, "is not in Unicode normal form NFC")

    def test_longest_text(self):
        longest = "\u00e9" * 32_767
        self.assertEqual(len(longest.encode()), 65_534)
        for place in (TITLE, ENGLISH, NOTE):
            self.assert_right(place, longest)
            self.assert_wrong(place, longest + "x", "has 65535 bytes of UTF-8; the limit is 65534")


class Columns(DataTest):
    """The columns of a category's table."""

    def test_headings_without_fields(self):
        # The former syntax.
        right = 'must be a list of fields and their headings, as in [{ field = "title", heading = "Title" }], not '
        for value in (["#", "Title"], ["#", two("제목", "Title")], [7], [{}], [["title", "Title"]]):
            self.assert_wrong(COLUMNS, value, right)

    def test_column_without_a_field_and_a_heading(self):
        right = 'item 2 must be a field and its heading, as in { field = "title", heading = "Title" }, not '
        for value in ("Title", 7, {}, {"field": "name"}, {"heading": "x"}, {"field": 7, "heading": "x"}, two("x", "y")):
            self.assert_wrong(COLUMNS, [column("key", "#"), value], right)

    def test_heading_and_a_language(self):
        heading = [{"field": "name", "heading": "Name", "en": "Name"}]
        reason = 'item 1 has the unknown language "heading"; the languages of catalog.toml are ko, en'
        self.assert_wrong(COLUMNS, heading, reason)

    def test_accepted_columns(self):
        for fields in ("name", "link", "key", "purpose name"):
            self.assert_right(COLUMNS, [column(field, "x") for field in fields.split()])
        self.assert_right(COLUMNS, [column("name", {"en": "Name"})])
        self.assert_right(COLUMNS, [column("name", "x"), column("name", "y")])


class SeveralMistakes(DataTest):
    """Each mistake in a value is reported on its own line."""

    def test_both_languages_of_a_field(self):
        self.assert_wrong(DESCRIPTION, two("", "a\tb"), ".ko must not be empty", ".en holds the control character")
        reasons = (".ko must not be empty", "has the unknown language")
        self.assert_wrong(DESCRIPTION, {"ko": "", "fr": "x"}, *reasons)

    def test_several_items_of_a_list(self):
        columns = [column("name", ""), column("link", "x"), column("key", 7)]
        reasons = ("item 1 must not be empty", "item 3 must be a text, or a table of texts by language")
        self.assert_wrong(COLUMNS, columns, *reasons)
        self.assert_wrong(ENTRIES, ["a blog", "repo", 7], 'item 1 "a blog" is not a key', "item 3 must be a text")
        reasons = ('names "blog" more than', 'names "repo" more than')
        self.assert_wrong(ENTRIES, ["blog", "repo", "blog", "repo", "blog"], *reasons)
        self.assert_wrong(ENTRIES, ["blog", "blog", "a b"], 'names "blog" more than', 'item 3 "a b" is not a key')
