"""A mistake in the data stops the generator with status 1 and one line that names file, entry and field.

Every test changes a valid catalogue and gives the beginning of every line that is expected. The assertions look besides
at the status, at stdout, and that no header was touched.
"""

import json
import os
import sys
from typing import NamedTuple

from codegen import checks
from codegen.reader import read_catalogue
from tests.support.catalogues import DELETED, Toml, changed, correction, informed, small_catalogue, to_toml, two
from tests.support.generator import CodegenTest, run_here

# Newer parsers take no more in one name, of which two may stand before these.
MOST_DOTTED_NAMES = sys.getrecursionlimit() - 2


class Place(NamedTuple):
    """Where a value stands in the data, and how a line about it begins."""

    path: tuple
    line: str


def of_paper(field: str) -> Place:
    return Place(("papers.toml", "paper", 1, field), f"papers.toml: paper 'paper-two': {field}: ")


def of_citation(field: str) -> Place:
    """A field of the citation of the second paper, which has every sort of fact and is an article of a conference."""
    return Place(("papers.toml", "paper", 1, "citation", field), f"{CITED}{field}: ")


def of_repository(field: str) -> Place:
    """A field of a record that is renamed, with a note and a correction."""
    return Place(("repositories.toml", "repository", 0, field), f"repositories.toml: repository 'repo': {field}: ")


def of_course(field: str) -> Place:
    """A field of a record that has moved."""
    return Place(("courses.toml", "course", 0, field), f"courses.toml: course 'course': {field}: ")


def of_correction(field: str) -> Place:
    path = ("repositories.toml", "repository", 0, "correction", 0, field)
    return Place(path, f"repositories.toml: repository 'repo', correction 1: {field}: ")


def of_shelf(field: str, name: str = "C.2.9") -> Place:
    """A field of the category without records."""
    return Place(("catalog.toml", "category", 10, field), f"catalog.toml: category '{name}': {field}: ")


def of_step(field: str) -> Place:
    return Place(("reading_order.toml", "stage", 0, "step", 1, field), f"reading_order.toml: stage 1, step 2: {field}: ")


def inside(place: Place, *path: object, line: str) -> Place:
    return Place((*place.path, *path), place.line + line)


CITED = "papers.toml: paper 'paper-two', citation: "

# A place of each type of field, or several.
TITLE = of_paper("title")
DESCRIPTION = Place(("repositories.toml", "repository", 0, "description"), "repositories.toml: repository 'repo': description: ")
KOREAN = inside(DESCRIPTION, "ko", line=".ko ")
ENGLISH = inside(DESCRIPTION, "en", line=".en ")
URL = of_paper("url")
YEAR = of_paper("year")
CATEGORY = Place(("papers.toml", "paper", 3, "category"), "papers.toml: paper 'paper-four': category: ")
ID = of_shelf("id")
COLUMNS = of_shelf("columns")
HEADING = inside(COLUMNS, 1, "ko", line="item 2 .ko ")
NOTE = of_step("note")
LABEL = of_step("label")
NUMBER = of_step("number")
ENTRIES = of_step("entries")

# The fields that each table must have, and those that it may have. A change here is one of the format of the data.
# Facts beyond the original depend on one another; see Citations, Statuses and Corrections for those that are not here.
FIELDS = {
    ("papers.toml", "paper", 3): ("key category title short_title authors year summary contribution url", ""),
    ("repositories.toml", "repository", 0): ("key category name description", "link_label url"),
    ("datasets.toml", "dataset", 0): ("key category name description", "link_label url"),
    ("courses.toml", "course", 0): ("key category title provider topic", "instructors link_label url"),
    ("blogs.toml", "blog", 0): ("key category name author content", "link_label url"),
    ("posts.toml", "post", 0): ("key category title author topic", "link_label url"),
    ("communities.toml", "community", 0): ("key category name description", "link_label url"),
    ("books.toml", "book", 0): ("key category title author features", "link_label url"),
    ("tools.toml", "tool", 0): ("key category name purpose", "link_label url"),
    ("papers.toml", "paper", 1, "citation"): ("type authors", "title arxiv doi"),
    ("papers.toml", "paper", 1, "correction", 1): ("cell fact", ""),
    ("repositories.toml", "repository", 0, "correction", 0): ("cell fact", ""),
    ("catalog.toml",): ("title", "facts_as_of"),  # and lists: see test_list_of_parts and test_list_of_categories
    ("catalog.toml", "part", 2): ("number title", ""),
    ("catalog.toml", "category", 10): ("id number title kind columns", ""),
    ("reading_order.toml",): ("", "stage"),
    ("reading_order.toml", "stage", 1): ("name duration step", ""),
    ("reading_order.toml", "stage", 1, "step", 1): ("note entries", "label by number"),
}


def roomy_catalogue(*changes: tuple) -> dict:
    """A changed catalogue with facts in which nothing depends on the tables of FIELDS, so that one mistake stays one."""
    step = {"label": "A label", "by": "Someone", "note": "A note", "entries": ["paper-one"]}
    return informed(
        ("catalog.toml", "part", 2, {"number": "C.3", "title": "An empty part"}),
        ("reading_order.toml", "stage", 0, "step", [{**step, "number": 1}]),
        ("reading_order.toml", "stage", 1, "step", [step, {**step, "number": 2}]),
        *changes,
    )


def line_about(path: tuple, nameless: bool = False) -> str:
    """How a line about the table begins; without its key, id or number it goes by its place among its like."""
    file, *inner = path
    if not inner:
        return f"{file}: "
    if file == "reading_order.toml":
        names = [f"{kind} {index + 1}" for kind, index in zip(inner[::2], inner[1::2])]
        return f"{file}: {', '.join(names)}: "
    kind, index, *rest = inner
    table = roomy_catalogue()[file][kind][index]
    names = [f"{kind} {index + 1 if nameless else ascii(table.get('key') or table['number'])}"]
    names += [f"correction {rest[1] + 1}" if rest[1:] else rest[0]] if rest else []
    return f"{file}: {', '.join(names)}: "


class DataTest(CodegenTest):
    catalogue = staticmethod(changed)

    def assert_wrong(self, place: Place, value: object, *reasons: str) -> None:
        """With this value at this place there is one line for each of the reasons."""
        with self.subTest(line=place.line, value=value):
            self.assert_refused(self.catalogue((*place.path, value)), *(place.line + reason for reason in reasons))

    def assert_right(self, place: Place, value: object) -> None:
        with self.subTest(line=place.line, value=value):
            self.assert_accepted(self.catalogue((*place.path, value)))


class Fields(DataTest):
    """Values that are wrong in themselves."""

    def test_the_unchanged_catalogue_is_accepted(self):
        self.assertEqual(len(self.assert_accepted(small_catalogue())), 14)

    def test_missing_field(self):
        for path, (required, _) in FIELDS.items():
            for field in required.split():
                with self.subTest(path=path, field=field):
                    nameless = field == "key" or (field == "number" and path[0] == "catalog.toml")
                    line = f"{line_about(path, nameless)}{field}: is missing"
                    self.assert_refused(roomy_catalogue((*path, field, DELETED)), line)

    def test_optional_fields_may_be_absent(self):
        for path, (_, optional) in FIELDS.items():
            for field in optional.split():
                with self.subTest(path=path, field=field):
                    self.assert_accepted(roomy_catalogue((*path, field, DELETED)))

    def test_optional_fields_must_be_right_where_they_are_given(self):
        for path, (_, optional) in FIELDS.items():
            for field in optional.split():
                with self.subTest(path=path, field=field):
                    self.assert_refused(roomy_catalogue((*path, field, 1.5)), f"{line_about(path)}{field}: must be ")

    def test_unknown_field(self):
        for path in FIELDS:
            with self.subTest(path=path):
                line = f"{line_about(path)}colour: is no field here"
                self.assert_refused(roomy_catalogue((*path, "colour", "red")), line)

    def test_unknown_field_with_an_unusual_name(self):
        for name, shown in {"제목": r"\uc81c\ubaa9", "two\nlines": r"two\nlines", "Title": "Title"}.items():
            line = f"papers.toml: paper 'paper-two': {shown}: is no field here"
            with self.subTest(name=name):
                self.assert_refused(changed(("papers.toml", "paper", 1, name, "x")), line)

    def test_unknown_table_in_a_file_of_records(self):
        self.assert_refused(changed(("papers.toml", "post", [])), "papers.toml: post: is unknown")

    def test_empty_field(self):
        for place in (TITLE, DESCRIPTION, KOREAN, ENGLISH, URL, CATEGORY, ID, HEADING, NOTE, LABEL):
            self.assert_wrong(place, "", "must not be empty")
        for place in (COLUMNS, ENTRIES):
            self.assert_wrong(place, [], "must be a list of at least one ")
        self.assert_wrong(DESCRIPTION, {}, "lacks .en")

    def test_mistyped_text(self):
        for place in (TITLE, URL, CATEGORY, ID, KOREAN, ENGLISH, HEADING, LABEL):
            for value in (7, 1.5, True, ["x"], {"x": "y"}, Toml("nan"), Toml("2019-01-01"), Toml("12:00:00")):
                self.assert_wrong(place, value, "must be a text, not ")

    def test_mistyped_bilingual_text(self):
        for place in (DESCRIPTION, NOTE):
            for value in (7, 1.5, False, ["x"], Toml("2019-01-01")):
                self.assert_wrong(place, value, "must be a text, or a table of ko and en, not ")

    def test_mistyped_number(self):
        for place in (NUMBER, YEAR):
            for value in ("2", "2019", 2.0, 2019.0, True, False, [2], {"x": 2}, Toml("inf"), Toml("2019-01-01")):
                self.assert_wrong(place, value, "must be a ")

    def test_mistyped_list(self):
        for place in (COLUMNS, ENTRIES):
            for value in ("paper-one", 7, True, {"x": "paper-one"}):
                self.assert_wrong(place, value, "must be a list of at least one ")
            self.assert_wrong(place, ["paper-one", 7], "item 2 must be a text")

    def test_mistyped_list_of_tables(self):
        places = (
            Place(("reading_order.toml", "stage"), "reading_order.toml: stage: "),
            Place(("reading_order.toml", "stage", 1, "step"), "reading_order.toml: stage 2: step: "),
            Place(("tools.toml", "tool"), "tools.toml: tool: "),
        )
        for place in places:
            for value in ("x", 7, True, {"name": "x"}, ["x"], [{}, 7]):
                self.assert_wrong(place, value, "must be at least one [[table]]")

    def test_mistyped_list_of_tables_that_counts_as_false(self):
        # Only an empty list says that there are no records.
        for value in ("", 0, 0.0, False, {}):
            with self.subTest(value=value):
                self.assert_refused(changed(("tools.toml", {"tool": value}), ("reading_order.toml", {})), "tools.toml: tool: must ")

    def test_number_out_of_range(self):
        for value in (0, -1, 10_000_000):
            self.assert_wrong(NUMBER, value, "must be between 1 and 9999999")

    def test_year_out_of_range(self):
        for value in (1799, 2101, 0, -2019, 20_190):
            self.assert_wrong(YEAR, value, f"{value} is outside 1800 to 2100")

    def test_first_and_last_year_are_accepted(self):
        self.assert_right(YEAR, 1800)
        self.assert_right(YEAR, 2100)

    def test_huge_integer(self):
        hexadecimal = Toml("0x" + "f" * 5_000)  # Python refuses to print this one in decimal
        for place in (TITLE, NUMBER, YEAR, DESCRIPTION, ENTRIES):
            for value in (2**63, -(2**63), hexadecimal):
                self.assert_wrong(place, value, "")

    def test_malformed_key(self):
        values = {
            "Paper-Two": "'Paper-Two'",
            "paper_two": "'paper_two'",
            "-paper": "'-paper'",
            "paper-": "'paper-'",
            "paper--two": "'paper--two'",
            "paper two": "'paper two'",
            "paper.two": "'paper.two'",
            "-": "'-'",
            "papér": r"'pap\xe9r'",
            "논문": r"'\ub17c\ubb38'",
            "paper\n": r"'paper\n'",
            "ｐａｐｅｒ": r"'\uff50\uff41\uff50\uff45\uff52'",  # letters, but not those of ASCII
            "paper-²": r"'paper-\xb2'",
        }
        for key, shown in values.items():
            with self.subTest(key=key):
                self.assert_refused(changed(("papers.toml", "paper", 1, "key", key)), f"papers.toml: paper {shown}: key: ")

    def test_empty_key(self):
        # It names no entry; the place of the record does.
        self.assert_refused(changed(("papers.toml", "paper", 1, "key", "")), "papers.toml: paper 2: key: must not be empty")

    def test_very_long_malformed_key(self):
        self.assert_refused(changed(("papers.toml", "paper", 1, "key", "K" * 10_000)), "papers.toml: paper 2: key: ")

    def test_malformed_key_in_the_reading_order(self):
        self.assert_wrong(ENTRIES, ["paper-one", "Paper-Two"], 'item 2 "Paper-Two" is not a key')

    def test_malformed_category_id(self):
        for value in ("Shelf", "the-shelf", "_shelf", "shelf_", "the__shelf", "9shelf", "the shelf", "선반", "shélf"):
            self.assert_wrong(ID, value, "")

    def test_category_id_that_is_a_keyword(self):
        for value in ("class", "namespace", "co_await", "not_eq", "char8_t", "concept", "int", "while", "typeof"):
            self.assert_wrong(ID, value, f'"{value}" is a C++ keyword')

    def test_category_id_that_is_a_macro(self):
        for value in ("noreturn", "small", "near", "far", "interface", "linux", "unix", "min", "max", "errno", "stdin", "major"):
            self.assert_wrong(ID, value, f'"{value}" is a macro')

    def test_category_id_that_only_resembles_a_keyword(self):
        for value in ("classes", "smaller", "linux_tools", "override", "final"):
            self.assert_right(ID, value)

    def test_malformed_section_number(self):
        for value in ("C2", "C.", "C.0", "C.2.", "C.2.0", "C.02", "CC.2", "c.2.9", "C.2,9", "C. 2", "C.２", "0.2", ".2"):
            # The category goes by the number, wrong as it is.
            self.assert_wrong(Place(of_shelf("number").path, f"catalog.toml: category {ascii(value)}: number: "), value, "")

    def test_malformed_url(self):
        values = (
            "www.example.com",
            "ftp://example.com/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "mailto:someone@example.com",
            "https:/example.com",
            "https//example.com",
            "https://",
            "https:///path",
            "https://?query",
            "https://#fragment",
            "https://exam ple.com/",
            "https://example.com/a b",
            "https://example.com/ü",
            "https://예시.kr/",
            "//example.com",
            "/path",
        )
        for value in values:
            self.assert_wrong(URL, value, "")

    def test_well_formed_urls_are_accepted(self):
        values = ("http://a", "https://example.com", "https://example.com:8080/?a=b&c=%20#d", "https://[::1]/", "https://1.2.3.4/~x")
        for value in values:
            self.assert_right(URL, value)

    def test_white_space_at_the_ends(self):
        for place in (TITLE, DESCRIPTION, KOREAN, ENGLISH, URL, NOTE, LABEL, HEADING):
            for space in (" ", "\u00a0", "\u3000"):
                self.assert_wrong(place, f"{space}x", "must not begin or end with white space")
                self.assert_wrong(place, f"x{space}", "must not begin or end with white space")
        self.assert_wrong(TITLE, " ", "must not begin or end with white space")

    def test_control_characters(self):
        codes = (0x00, 0x01, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029)
        for place in (TITLE, DESCRIPTION, KOREAN, ENGLISH, URL, NOTE):
            for code in codes:
                self.assert_wrong(place, f"a{chr(code)}b", f"holds the control character U+{code:04X}")
        # Those at the ends are white space, too, but of a kind that people cannot see.
        self.assert_wrong(TITLE, "a\n", "holds the control character U+000A")
        self.assert_wrong(TITLE, "\ta", "holds the control character U+0009")

    def test_invisible_characters(self):
        # A space of no width, overrides of the direction of writing, an isolate of it, an operator, a byte order mark
        for code in (0x200B, 0x202A, 0x202E, 0x2066, 0x2069, 0x2061, 0xFEFF):
            for place in (TITLE, KOREAN, ENGLISH, URL):
                self.assert_wrong(place, f"a{chr(code)}b", f"holds the control character U+{code:04X}")
        # Scripts and emoji are written with these.
        for code in (0x200C, 0x200D, 0x200F, 0xFE0F, 0xE0067):
            self.assert_right(TITLE, f"a{chr(code)}b")

    def test_text_that_is_not_in_normal_form(self):
        accent, jamo, angstrom = "e\u0301tude", "\u1112\u1161\u11ab", "5 \u212b"
        texts = ((TITLE, accent), (TITLE, jamo), (TITLE, angstrom), (DESCRIPTION, accent), (KOREAN, jamo), (ENGLISH, accent))
        for place, text in texts:
            self.assert_wrong(place, text, "is not in Unicode normal form NFC")

    def test_korean_without_english(self):
        for text in ("한국어", "Mostly English, 조금", "\u3131", "\u1100"):
            self.assert_wrong(DESCRIPTION, text, "is Korean without an English rendering")
            self.assert_wrong(NOTE, text, "is Korean without an English rendering")
            self.assert_wrong(COLUMNS, ["#", text], "item 2 is Korean without an English rendering")

    def test_english_with_hangul(self):
        for text in ("한국어", "Mostly English, 조금", "\u314b"):
            self.assert_wrong(ENGLISH, text, "holds Hangul")
            self.assert_wrong(COLUMNS, [two("제목", text)], "item 1 .en holds Hangul")

    def test_one_language_without_the_other(self):
        self.assert_wrong(DESCRIPTION, {"ko": "설명"}, "lacks .en")
        # English alone serves both languages, as a plain text does.
        self.assert_right(DESCRIPTION, {"en": "A description"})
        self.assertEqual(checks.check_bilingual({"en": "A description"}), ("A description", "A description"))

    def test_unknown_language(self):
        for name in ("fr", "KO", "", "한"):
            self.assert_wrong(DESCRIPTION, {**two("설명", "A description"), name: "x"}, "has the unknown language ")

    def test_languages_of_a_text_that_has_one(self):
        # The titles of papers stay in the language of the paper.
        self.assert_wrong(TITLE, two("제목", "Title"), "must be a text, not ")
        self.assert_wrong(TITLE, "제목", "holds Hangul")
        self.assert_wrong(LABEL, "제목", "holds Hangul")

    def test_longest_text(self):
        longest = "\u00e9" * 32_767
        self.assertEqual(len(longest.encode()), 65_534)
        for place in (TITLE, ENGLISH, NOTE):
            self.assert_right(place, longest)
            self.assert_wrong(place, longest + "x", "has 65535 bytes of UTF-8; 65534 is the most")


class Entries(DataTest):
    """Values that are right in themselves, and wrong beside the others."""

    def test_duplicate_key_in_one_file(self):
        line = "papers.toml: paper 'paper-one': key: 'paper-one' is already that of paper 1 in papers.toml"
        self.assert_refused(changed(("papers.toml", "paper", 1, "key", "paper-one")), line)

    def test_duplicate_key_over_two_files(self):
        blog = {**small_catalogue()["blogs.toml"]["blog"][0], "key": "paper-two", "url": "https://another.example/"}
        line = "blogs.toml: blog 'paper-two': key: 'paper-two' is already that of paper 2 in papers.toml"
        self.assert_refused(changed(("blogs.toml", "blog", 1, blog)), line)

    def test_duplicate_url(self):
        url = "https://papers.example/1"
        self.assert_wrong(URL, url, f"'{url}' is already that of paper 'paper-one' in papers.toml")
        line = f"tools.toml: tool 'tool': url: '{url}' is already that of paper 'paper-one' in papers.toml"
        self.assert_refused(changed(("tools.toml", "tool", 0, "url", url)), line)

    def test_every_further_duplicate_has_a_line(self):
        tables = (("posts.toml", "post"), ("books.toml", "book"), ("tools.toml", "tool"))
        self.assert_refused(
            changed(*((file, kind, 0, "url", "https://same.example/") for file, kind in tables)),
            "books.toml: book 'book': url: ",
            "tools.toml: tool 'tool': url: ",
        )

    def test_duplicate_number(self):
        self.assert_wrong(NUMBER, 1, "is 1, but the next number is 2")

    def test_duplicate_category_id(self):
        self.assert_wrong(of_shelf("id"), "attention", "'attention' is already that of category 'C.1.1'")

    def test_duplicate_section_number(self):
        line = "catalog.toml: category 11: number: 'C.2.8' is already that of category 10"
        self.assert_refused(changed((*of_shelf("number").path, "C.2.8")), line)
        line = "catalog.toml: part 3: number: 'C.1' is already that of part 1"
        self.assert_refused(changed(("catalog.toml", "part", 2, {"number": "C.1", "title": "Again"})), line)

    def test_papers_are_numbered_in_the_order_of_the_categories(self):
        # The file may list the categories in any order.
        papers = small_catalogue()["papers.toml"]["paper"]
        before = self.assert_accepted(small_catalogue())
        self.assertEqual(self.assert_accepted(changed(("papers.toml", "paper", papers[2:] + papers[:2]))), before)

    def test_unknown_category(self):
        for value in ("nonsense", "Attention", "C.1.1", "어텐션"):
            self.assert_wrong(CATEGORY, value, f"{ascii(value)} is no category of catalog.toml")

    def test_category_of_another_kind(self):
        self.assert_wrong(CATEGORY, "models", "'models' holds records of kind repository, not paper")
        line = "repositories.toml: repository 'repo': category: 'attention' holds records of kind paper, not repository"
        self.assert_refused(changed(("repositories.toml", "repository", 0, "category", "attention")), line)

    def test_unknown_kind(self):
        for value in ("papers", "Paper", "video", "논문"):
            self.assert_wrong(of_shelf("kind", name="shelf"), value, f"{ascii(value)} is no kind of record")

    def test_category_that_belongs_to_no_part(self):
        for value in ("C.3.1", "D.1.1", "C.22.1", "C", "2.9"):
            self.assert_wrong(of_shelf("number", name="shelf"), value, f"{value} belongs to no part; the parts are C.1, C.2")

    def test_numbers_of_other_forms(self):
        # The part of a category is the one with the longest number that its own begins with.
        for outer, inner, number in (("2", "2.10", "2.10.4"), ("C.3", "C.3.1", "C.3.1"), ("D", "D.1.2.3", "D.1.2.3.4.5")):
            parts = [{"number": number, "title": number} for number in ("C.1", "C.2", outer, inner)]
            with self.subTest(number):
                self.assert_accepted(changed(("catalog.toml", "part", parts), (*of_shelf("number").path, number)))
                self.assertEqual(read_catalogue(self.data).categories[-1].part, 3)

    def test_category_after_one_of_a_later_part(self):
        self.assert_wrong(of_shelf("number", name="shelf"), "C.1.3", "C.1.3 stands after a category of a later part")

    def test_too_many_categories(self):
        others = small_catalogue()["catalog.toml"]["category"][:10]
        shelf = small_catalogue()["catalog.toml"]["category"][10]
        shelves = [{**shelf, "id": f"shelf{number}", "number": f"C.2.{number}"} for number in range(100, 346)]
        categories = Place(("catalog.toml", "category"), "catalog.toml: category: ")
        self.assertEqual(len(others + shelves), 256)
        self.assert_right(categories, others + shelves[1:])
        self.assert_wrong(categories, others + shelves, "there are 256; 255 is the most")

    def test_headings_that_are_not_those_of_the_table(self):
        for count in (1, 2, 4, 6):
            self.assert_wrong(of_shelf("columns", name="shelf"), ["x"] * count, f"has {count}; the table of a tool has 3: name, purpose, link")
        courses = ("catalog.toml", "category", 4, "columns")
        line = "catalog.toml: category 'lectures': columns: has 4; the table of a course has 5: title, provider, instructors, topic, link, or 3: "
        self.assert_refused(changed((*courses, ["x"] * 4)), line)

    def test_cells_without_a_column(self):
        courses, course = ("catalog.toml", "category", 4, "columns"), ("courses.toml", "course", 0)
        line = "courses.toml: course 'course': {}: is given, but the table of 'lectures' has no column for it"
        fields = ("instructors", "link_label", "url")
        self.assert_refused(changed((*courses, ["x"] * 3)), *(line.format(field) for field in fields))
        self.assert_accepted(changed((*courses, ["x"] * 3), *((*course, field, DELETED) for field in fields)))

    def test_step_that_names_no_entry(self):
        self.assert_wrong(ENTRIES, ["paper-one", "paper-zero"], "'paper-zero' is no key of an entry")
        self.assert_wrong(ENTRIES, ["attention", "paper-zero"], "'attention' is no key", "'paper-zero' is no key")

    def test_step_that_names_an_entry_twice(self):
        self.assert_wrong(ENTRIES, ["blog", "repo", "blog"], 'names "blog" more than once')

    def test_wrong_step_number(self):
        last = Place(("reading_order.toml", "stage", 1, "step", 0, "number"), "reading_order.toml: stage 2, step 1: number: ")
        for value in (1, 3, 5, 99):
            self.assert_wrong(last, value, f"is {value}, but the next number is 4")


class FactsTest(DataTest):
    """Changes the catalogue with facts beyond the original."""

    catalogue = staticmethod(informed)


class Citations(FactsTest):
    def assert_citation_wrong(self, changes: dict, *lines: str) -> None:
        """With these fields in the citation of the second paper, an article of a conference, there are these lines."""
        with self.subTest(changes=changes):
            places = ((*of_citation(field).path, value) for field, value in changes.items())
            self.assert_refused(informed(*places), *(CITED + line for line in lines))

    def assert_citation_right(self, changes: dict) -> None:
        with self.subTest(changes=changes):
            self.assert_accepted(informed(*((*of_citation(field).path, value) for field, value in changes.items())))

    def test_the_unchanged_catalogues_are_accepted(self):
        self.assertEqual(len(self.assert_accepted(informed())), 14)
        self.assertEqual(len(self.assert_accepted(roomy_catalogue())), 14)

    def test_citation_that_is_no_table(self):
        # The authors in it may be right, so those of the family names are not called wrong.
        for value in (7, "NeurIPS", True, [], ["Ada Lovelace"], [{"type": "article"}], Toml("2019-01-01")):
            self.assert_wrong(of_paper("citation"), value, "must be a [table], not ")

    def test_empty_citation(self):
        self.assert_refused(informed((*of_paper("citation").path, {})), f"{CITED}type: is missing", f"{CITED}authors: is missing")

    def test_unknown_fields(self):
        for field in ("url", "venue", "key", "Title", "author"):
            self.assert_wrong(of_citation(field), "x", "is no field here; the fields are type, title, authors, arxiv, ")

    def test_citation_of_another_kind_of_record(self):
        citation = {"type": "software", "authors": ["Ada Lovelace"]}
        line = "repositories.toml: repository 'repo': citation: is no field here"
        self.assert_refused(informed(("repositories.toml", "repository", 0, "citation", citation)), line)

    def test_malformed_arxiv_identifier(self):
        values = (
            "https://arxiv.org/abs/1810.04805",
            "arXiv:1810.04805",
            "1810.04805v2",
            "1810.048",
            "1810.048051",
            "1813.04805",
            "1800.04805",
            "181004805",
            "1810-04805",
            "cs.CL/0113001",
            "cs.CL/0100001",
            "cs.CL/01010001",
            "cs.CL/010101",
            "cs.cl/0101001",
            "CS/0101001",
            "/0101001",
            "0101001",
            "cs.CL/0101001v1",
            "１８１０.04805",
        )
        for value in values:
            reason = f'"{ascii(value)[1:-1]}" is not an arXiv identifier; write one like "1706.03762"'
            self.assert_wrong(of_citation("arxiv"), value, reason)
        self.assert_wrong(of_citation("arxiv"), 1810.04805, "must be a text, not 1810.04805")
        self.assert_wrong(of_citation("arxiv"), "", "must not be empty")

    def test_well_formed_arxiv_identifiers_are_accepted(self):
        for value in ("1706.03763", "0704.0001", "1412.6980", "1501.00001", "1912.12345"):
            self.assert_right(of_citation("arxiv"), value)
        for value in ("cs.CL/0101001", "cs/0101001", "hep-th/9912001", "cond-mat/0612001", "q-bio.NC/0512001", "math.GT/9108001"):
            self.assert_right(of_citation("arxiv"), value)

    def test_arxiv_identifier_of_another_paper(self):
        self.assert_wrong(of_citation("arxiv"), "1706.03762", "'1706.03762' is already that of paper 'paper-one', citation in papers")

    def test_arxiv_identifier_that_is_not_that_of_the_url(self):
        self.write(informed((*of_paper("url").path, "https://arxiv.org/abs/1810.04806")))
        status, _, lines = run_here("--data", self.data, "--output", self.output)
        self.assertEqual(status, 1)
        self.assertIn("arxiv: is 1810.04805, but the url of the paper is https://arxiv.org/abs/1810.04806", lines)

    def test_malformed_doi(self):
        values = (
            "https://doi.org/10.1145/3600006.3613165",
            "http://dx.doi.org/10.1145/3600006.3613165",
            "doi.org/10.1145/3600006.3613165",
            "doi:10.1145/3600006.3613165",
            "10.1145",
            "10.1145/",
            "10.114/3600006",
            "10/3600006",
            "11.1145/3600006",
            "10.1145/3600006 3613165",
            "10.1145/{3600006}",
            "10.1145/3600006}",
            "10.1145/36\\_00",
            '10.1145/"36"',
            "10.1145/논문",
            "10.1145/3600006.",
        )
        for value in values:
            reason = f'{json.dumps(value)} is not a DOI; write one like "10.1145/3600006.3613165"'
            self.assert_wrong(of_citation("doi"), value, reason)
        self.assert_wrong(of_citation("doi"), 10.1145, "must be a text, not 10.1145")
        self.assert_wrong(of_citation("doi"), "10.1145/x ", "must not begin or end with white space")

    def test_well_formed_dois_are_accepted(self):
        values = ("10.18653/v1/N19-1423", "10.1145/3600006.3613165", "10.1007/978-3-319-10602-1_48", "10.1016/S0004(96)<1>2;3:4+5")
        for value in values:
            self.assert_right(of_citation("doi"), value)

    def test_unknown_type(self):
        # Which venue is right for it is then not known.
        of_type = "type: must be one of article, preprint, report, software, blog_post, not "
        for value in ("Article", "paper", "blog post", "", "논문", 7, True, ["article"], {"article": 1}):
            self.assert_citation_wrong({"type": value}, of_type)
        self.assert_citation_wrong({"type": "paper", "year": DELETED}, of_type + '"paper"')
        self.assert_citation_wrong({"type": "paper", "conference": DELETED}, of_type + '"paper"')
        self.assert_citation_wrong({"type": "paper", "journal": "JMLR", "arxiv": DELETED}, of_type + '"paper"')
        self.assert_citation_wrong({"type": DELETED, "institution": "OpenAI"}, "type: is missing")

    def test_unknown_type_beside_mistakes_that_do_not_follow_from_it(self):
        self.assert_citation_wrong(
            {"type": "paper", "title": "Paper 2: A Title", "year": 2016},
            "type: must be one of ",
            "title: is that of the paper",
            "year: is 2016, but the preprint is of 2018",
        )

    def test_list_of_authors(self):
        for value in ([], "Mary Ann Evans", 7, True, {"name": "Mary Ann Evans"}):
            self.assert_wrong(of_citation("authors"), value, "must be a list of at least one name, not ")

    def test_author_that_is_no_text(self):
        for value in (7, True, ["Ada Lovelace"], {"name": "Ada Lovelace"}, Toml("2019-01-01")):
            self.assert_wrong(of_citation("authors"), ["Ada Lovelace", value], "item 2 must be a text, not ")
        self.assert_wrong(of_citation("authors"), ["Ada Lovelace", ""], "item 2 must not be empty")
        self.assert_wrong(of_citation("authors"), [" Ada", "A\tB"], "item 1 must not begin or end", "item 2 holds the control")

    def test_author_in_hangul(self):
        for value in ("홍길동", "Gildong Hong (홍길동)", "\u3131"):
            self.assert_wrong(of_citation("authors"), ["Ada Lovelace", value], "item 2 holds Hangul")

    def test_authors_that_are_not_named(self):
        names = ("Vaswani et al.", "Vaswani et al", "Vaswani et. al.", "Vaswani, et al.", "et al.", "Et Al", "Vaswani etal.")
        for value in names:
            self.assert_wrong(of_citation("authors"), ["Ada Lovelace", value], f'item 2 "{value}" is no name; list all authors')

    def test_several_authors_in_one_item(self):
        for value in ("Ada Lovelace and Mary Evans", "Lovelace, A.; Evans, M.", "others", "and others"):
            self.assert_wrong(of_citation("authors"), ["Ada Lovelace", value], f'item 2 "{value}" is more than one name')

    def test_author_with_two_spaces(self):
        for value in ("Ada  Lovelace", "Ada B.   Lovelace"):
            self.assert_wrong(of_citation("authors"), ["Ada Lovelace", value], f'item 2 "{value}" has two spaces in a row')

    def test_unusual_names_are_accepted(self):
        names = ("Janet Al-Amin", "Pet Alvarez", "Et Alvarez", "Ahmet Alp", "OpenAI", "Smith, Jr.", "李 飞飞")
        for value in names:
            self.assert_right(of_citation("authors"), ["Mary Ann Evans", value])

    def test_venue_of_another_type(self):
        conference, journal, institution = ("conference", "NAACL"), ("journal", "JMLR"), ("institution", "OpenAI")
        cases = (
            ({"type": "preprint"}, {"arxiv": "1810.04805"}, (conference, journal, institution)),
            ({"type": "software"}, {}, (conference, journal, institution)),
            ({"type": "blog_post"}, {}, (conference, journal, institution)),
            ({"type": "article"}, dict([conference]), (institution,)),
            ({"type": "article"}, dict([journal]), (institution,)),
            ({"type": "report"}, dict([institution]), (conference, journal)),
        )
        for type, right, wrong in cases:
            for venue, name in wrong:
                given = {"conference": DELETED, **type, **right, venue: name}
                self.assert_citation_wrong(given, f"{venue}: is not for the type {type['type']}")

    def test_several_venues_of_another_type(self):
        self.assert_citation_wrong(
            {"type": "software", "journal": "JMLR"},
            "conference: is not for the type software",
            "journal: is not for the type software",
        )

    def test_venue_of_another_type_in_place_of_one(self):
        # That the right one is missing follows from it.
        self.assert_citation_wrong({"type": "report"}, "conference: is not for the type report")
        self.assert_citation_wrong({"conference": DELETED, "institution": "OpenAI"}, "institution: is not for the type article")

    def test_two_venues(self):
        line = "type: article has conference and journal; give one conference or journal"
        self.assert_citation_wrong({"journal": "JMLR"}, line)

    def test_no_venue(self):
        self.assert_citation_wrong({"conference": DELETED}, "type: article appears nowhere; give one conference or journal")
        no_institution = {"type": "report", "conference": DELETED}
        self.assert_citation_wrong(no_institution, "type: report appears nowhere; give one institution")
        self.assert_citation_wrong({**no_institution, "year": DELETED}, "type: report appears nowhere")

    def test_malformed_venue(self):
        # It is there, so no other is missed.
        for value, reason in {7: "must be a text", "": "must not be empty", "학회": "holds Hangul"}.items():
            self.assert_citation_wrong({"conference": value}, f"conference: {reason}")
            self.assert_citation_wrong({"conference": DELETED, "journal": value}, f"journal: {reason}")

    def test_venue_without_a_year(self):
        self.assert_citation_wrong({"year": DELETED}, "year: is missing; it is that of the conference")
        journal = {"conference": DELETED, "journal": "JMLR"}
        self.assert_citation_wrong({**journal, "year": DELETED}, "year: is missing; it is that of the journal")
        report = {"type": "report", "conference": DELETED, "institution": "OpenAI"}
        self.assert_citation_wrong({**report, "year": DELETED}, "year: is missing; it is that of the institution")

    def test_malformed_year(self):
        for value in ("2019", 2019.0, True):
            self.assert_citation_wrong({"year": value}, "year: must be a year as a whole number")
        self.assert_citation_wrong({"year": 1799}, "year: 1799 is outside 1800 to 2100")

    def test_preprint_without_an_arxiv_identifier(self):
        preprint = {"type": "preprint", "conference": DELETED, "year": DELETED}
        self.assert_citation_right(preprint)
        self.assert_citation_wrong({**preprint, "arxiv": DELETED}, "arxiv: is missing; a preprint has one")
        self.assert_citation_wrong({**preprint, "arxiv": "18.10"}, 'arxiv: "18.10" is not an arXiv identifier')

    def test_year_before_that_of_the_preprint(self):
        for arxiv, year in {"1810.04805": 2018, "0704.0001": 2007, "cs.CL/0101001": 2001, "hep-th/9912001": 1999}.items():
            line = f"year: is {year - 2}, but the preprint is of {year}; one year before is the most"
            self.assert_citation_wrong({"arxiv": arxiv, "year": year - 2}, line)
            for accepted in (year - 1, year, year + 1, year + 9):
                self.assert_citation_right({"arxiv": arxiv, "year": accepted})
        self.assert_citation_right({"arxiv": DELETED, "year": 1950})

    def test_title_of_the_row(self):
        self.assert_citation_wrong({"title": "Paper 2: A Title"}, "title: is that of the paper; leave it out")
        self.assert_citation_right({"title": "Paper 1: A Title"})
        self.assert_citation_right({"title": DELETED})
        # Both are malformed, and neither is that of the other.
        both = ((*TITLE.path, ""), (*of_citation("title").path, ""))
        self.assert_refused(informed(*both), TITLE.line + "must not be empty", f"{CITED}title: must not be empty")


class Statuses(FactsTest):
    def test_every_kind_but_papers_has_them(self):
        for path in FIELDS:
            if len(path) != 3 or path[0] in ("papers.toml", "catalog.toml", "reading_order.toml"):
                continue
            facts = {"status": "active", "current_url": "https://new.example/", "status_note": two("메모", "A note")}
            for field, value in facts.items():
                with self.subTest(path=path, field=field):
                    moved = ((*path, "status", "moved"), (*path, "current_url", "https://other.example/"))
                    self.assert_accepted(informed(*moved, (*path, field, value)))
                    line = f"{line_about(path)}{field}: must be "
                    self.assert_refused(informed((*path, "status", "active"), (*path, field, 1.5)), line)

    def test_paper_with_a_status(self):
        for field, value in {"status": "moved", "current_url": "https://new.example/", "status_note": "A note"}.items():
            self.assert_wrong(of_paper(field), value, "is no field here; the fields are key, category, ")
        self.assert_wrong(of_paper("current_url"), "https://papers.example/2", "is no field here")

    def test_unknown_status(self):
        # What depends on it may be right.
        for value in ("Renamed", "gone", "", "보관", 7, True, ["renamed"], {"renamed": 1}):
            reason = "must be one of active, renamed, moved, archived, closed, unknown, not "
            self.assert_wrong(of_repository("status"), value, reason)

    def test_moved_without_an_address(self):
        self.assert_wrong(of_course("current_url"), DELETED, "is missing; what has moved is somewhere")

    def test_malformed_address(self):
        for value in ("www.example.com", "ftp://example.com/", "https://", "https://example.com/a b", "https://예시.kr/"):
            self.assert_wrong(of_course("current_url"), value, f'"{ascii(value)[1:-1]}" is not a URL; write http:// or https://')
        self.assert_wrong(of_course("current_url"), "", "must not be empty")
        self.assert_wrong(of_course("current_url"), 7, "must be a text")

    def test_address_of_unknown_status(self):
        line = of_course("current_url").line + "is given, but the status is unknown"
        self.assert_refused(informed((*of_course("status").path, "unknown")), line)

    def test_address_without_a_status(self):
        line = of_course("current_url").line + "is given, but there is no status"
        self.assert_refused(informed((*of_course("status").path, DELETED)), line)

    def test_address_that_is_the_url(self):
        self.assert_wrong(of_course("current_url"), "https://course.example/", "is the same as url")
        self.assert_wrong(of_repository("current_url"), "https://repo.example/", "is the same as url; leave it out")
        # Both are malformed, and nobody knows what they should have been.
        self.assert_refused(
            informed((*of_course("url").path, "nowhere"), (*of_course("current_url").path, "nowhere")),
            of_course("url").line + '"nowhere" is not a URL',
            of_course("current_url").line + '"nowhere" is not a URL',
        )

    def test_addresses_that_are_accepted(self):
        for status in ("active", "renamed", "moved", "archived", "closed"):
            self.assert_right(of_course("status"), status)
        for status in ("active", "renamed", "archived", "closed", "unknown"):
            with self.subTest(status=status):
                self.assert_accepted(informed((*of_course("status").path, status), (*of_course("current_url").path, DELETED)))
        self.assert_accepted(informed((*of_course("url").path, DELETED), (*of_course("link_label").path, DELETED)))

    def test_note_without_a_status(self):
        status = ("blogs.toml", "blog", 0, "status")
        line = "blogs.toml: blog 'blog': status_note: is given, but there is no status"
        self.assert_refused(informed((*status, DELETED)), line)

    def test_note_without_english(self):
        self.assert_wrong(of_repository("status_note"), "새 이름", "is Korean without an English rendering")
        self.assert_wrong(of_repository("status_note"), {"ko": "새 이름"}, "lacks .en")
        self.assert_wrong(of_repository("status_note"), two("새 이름", "이름"), ".en holds Hangul")

    def test_month_of_the_facts(self):
        month = Place(("catalog.toml", "facts_as_of"), "catalog.toml: facts_as_of: ")
        for value in ("2026-13", "2026-00", "2026-1", "2026-11-01", "2026/11", "202611", "26-11", "November 2026", "２０２６-11"):
            self.assert_wrong(month, value, f'"{ascii(value)[1:-1]}" is not a month; write one like "2026-11"')
        for value in (2026, 2026.11, Toml("2026-11-01"), ["2026-11"]):
            self.assert_wrong(month, value, "must be a text, not ")
        self.assert_wrong(month, "", "must not be empty")
        for value in ("2026-01", "2026-12", "1999-10", DELETED):
            self.assert_right(month, value)


class Corrections(FactsTest):
    def assert_cell_accepted(self, path: tuple, *cells: str) -> None:
        for cell in cells:
            with self.subTest(path=path, cell=cell):
                self.assert_accepted(informed((*path, "correction", [correction(cell)])))

    def assert_cell_unknown(self, path: tuple, *cells: str, change: tuple = ()) -> None:
        for cell in cells:
            with self.subTest(path=path, cell=cell):
                line = f"{line_about(path)[:-2]}, correction 1: cell: {ascii(cell)} is no cell of it; the cells are "
                self.assert_refused(informed((*path, "correction", [correction(cell)]), *change), line)

    def test_every_cell_of_every_kind(self):
        cells = {
            "papers.toml": "title authors year summary contribution",
            "repositories.toml": "name description link",
            "datasets.toml": "name description link",
            "courses.toml": "title provider instructors topic link",
            "blogs.toml": "name author content link",
            "posts.toml": "title author topic link",
            "communities.toml": "name description link",
            "books.toml": "title author features link",
            "tools.toml": "name purpose link",
        }
        for path in FIELDS:
            if len(path) == 3 and path[0] in cells:
                self.assert_cell_accepted(path, *cells[path[0]].split())
                self.assert_cell_unknown(path, *"key category number short_title url link_label status correction".split())

    def test_list_of_the_cells(self):
        line = "courses.toml: course 'course', correction 1: cell: 'x' is no cell of it; the cells are "
        corrected = (*of_course("correction").path, [correction("x")])
        self.assert_refused(informed(corrected), line + "title, provider, instructors, topic, link")
        without_instructors = (*of_course("instructors").path, DELETED)
        self.assert_refused(informed(corrected, without_instructors), line + "title, provider, topic, link")

    def test_unknown_cell(self):
        for cell in ("Title", "name", "venue", "citation", "titre é", "two words"):
            self.assert_cell_unknown(("courses.toml", "course", 0), cell)
        self.assert_cell_unknown(("papers.toml", "paper", 1), "link")

    def test_cell_that_the_record_lacks(self):
        course, book = ("courses.toml", "course", 0), ("books.toml", "book", 0)
        without_link = ((*book, "link_label", DELETED), (*book, "url", DELETED))
        self.assert_cell_unknown(book, "link", change=without_link)
        self.assert_cell_unknown(course, "instructors", change=((*course, "instructors", DELETED),))
        without_link = ((*course, "link_label", DELETED), (*course, "url", DELETED))
        self.assert_cell_unknown(course, "link", change=without_link)
        for field in ("link_label", "url"):
            with self.subTest(without=field):
                self.assert_accepted(informed((*book, "correction", [correction("link")]), (*book, field, DELETED)))

    def test_cell_that_is_no_text(self):
        for value in (7, True, ["link"], {"link": 1}):
            self.assert_wrong(of_correction("cell"), value, "must be a text, not ")
        self.assert_wrong(of_correction("cell"), "", "must not be empty")

    def test_malformed_fact(self):
        self.assert_wrong(of_correction("fact"), "링크", "is Korean without an English rendering")
        self.assert_right(of_correction("fact"), {"en": "A fact"})
        self.assert_wrong(of_correction("fact"), "", "must not be empty")
        self.assert_wrong(of_correction("fact"), 7, "must be a text, or a table of ko and en")

    def test_corrections_that_are_no_list_of_tables(self):
        for value in (7, "x", True, [], ["x"], [correction("link"), 7], correction("link")):
            self.assert_wrong(of_repository("correction"), value, "must be at least one [[table]]")

    def test_which_correction_is_wrong(self):
        self.assert_refused(
            informed((*of_paper("correction").path, [correction("title"), {"cell": "link"}, {"fact": "A fact", "cel": "title"}])),
            "papers.toml: paper 'paper-two', correction 2: cell: 'link' is no cell of it",
            "papers.toml: paper 'paper-two', correction 2: fact: is missing",
            "papers.toml: paper 'paper-two', correction 3: cell: is missing",
            "papers.toml: paper 'paper-two', correction 3: cel: is no field here; the fields are cell, fact",
        )

    def test_malformed_cell_that_is_corrected(self):
        # It is still a cell of the record.
        cases = (
            (of_paper("title"), ("", 7, "제목")),
            (of_paper("year"), (1799, "2019")),
            (of_repository("description"), ("설명", {})),
            (of_course("instructors"), ("연사", 7)),
        )
        for place, values in cases:
            for value in values:
                self.assert_corrected_cell_wrong(place, value)
        for value in ("nowhere", 7):
            place = of_repository("url")
            self.assert_refused(informed((*place.path, value), (*of_repository("link_label").path, DELETED)), place.line)

    def test_missing_cell_that_is_corrected(self):
        for place in (of_paper("title"), of_paper("summary"), of_repository("description"), of_course("topic")):
            self.assert_corrected_cell_wrong(place, DELETED)

    def assert_corrected_cell_wrong(self, place: Place, value: object) -> None:
        with self.subTest(line=place.line, value=value):
            *record, field = place.path
            self.assert_refused(informed((*place.path, value), (*record, "correction", [correction(field)])), place.line)


class FamilyNames(FactsTest):
    def assert_family_wrong(self, name: str, family: object, reason: str) -> None:
        with self.subTest(name=name, family=family):
            line = f"papers.toml: family_names {ascii(name)}: {reason}"
            self.assert_refused(informed(("papers.toml", "family_names", name, family)), line)

    def test_family_names_that_are_no_table(self):
        for value in (7, "Evans", True, [], [{"Mary Ann Evans": "Evans"}], 0, ""):
            place = Place(("papers.toml", "family_names"), "papers.toml: family_names: ")
            self.assert_wrong(place, value, "must be a table of family names by full name")

    def test_no_family_names(self):
        self.assert_accepted(informed(("papers.toml", "family_names", {})))
        self.assert_accepted(informed(("papers.toml", "family_names", DELETED)))

    def test_family_names_in_another_file(self):
        self.assert_refused(informed(("tools.toml", "family_names", {})), "tools.toml: family_names: is unknown")

    def test_name_that_is_no_author(self):
        for name in ("Mary Anne Evans", "mary ann evans", "Evans", "Someone", "", "홍길동", "Ada\nLovelace"):
            self.assert_family_wrong(name, "Evans", "is no author of a paper")

    def test_no_citations_at_all(self):
        line = "papers.toml: family_names 'Ada Lovelace': is no author of a paper"
        self.assert_refused(changed(("papers.toml", "family_names", {"Ada Lovelace": "Lovelace"})), line)

    def test_family_name_that_is_no_end_of_the_name(self):
        for family in ("Mary", "Ann", "Mary Ann", "evans", "Evans ", " Evans", "Evans.", "Mary  Ann Evans", "Dr Mary Ann Evans"):
            self.assert_family_wrong("Mary Ann Evans", family, "must be the end of the name, whole words of it")

    def test_family_name_that_is_no_whole_words(self):
        for family in ("vans", "s", "nn Evans"):
            self.assert_family_wrong("Mary Ann Evans", family, "must be the end of the name, whole words of it")

    def test_family_name_that_is_empty_or_no_text(self):
        for family in ("", " ", 7, True, ["Evans"], {"en": "Evans"}, Toml("2019-01-01")):
            self.assert_family_wrong("Mary Ann Evans", family, "must be the end of the name, whole words of it")

    def test_families_that_are_accepted(self):
        for family in ("Evans", "Ann Evans", "Mary Ann Evans"):
            with self.subTest(family=family):
                self.assert_accepted(informed(("papers.toml", "family_names", "Mary Ann Evans", family)))

    def test_name_of_an_author_who_cannot_be_read(self):
        # It is not known who the authors are.
        authors = of_citation("authors")
        for value in (DELETED, [], "Mary Ann Evans", ["Mary Ann Evans", 7], ["Mary Ann Evans", "Vaswani et al."]):
            self.assert_wrong(authors, value, "")

    def test_names_of_papers_that_cannot_be_read(self):
        for value in (7, [7], "x"):
            self.assert_wrong(Place(("papers.toml", "paper"), "papers.toml: paper: "), value, "must be at least one [[table]]")


class OneLinePerMistake(DataTest):
    """One mistake has one line, also where other entries depend on the value that is wrong."""

    def test_category_of_a_paper_in_the_middle(self):
        # Where the paper belongs is unknown, but the papers behind it are not misnumbered for that.
        category = of_paper("category")
        self.assert_wrong(category, DELETED, "is missing")
        self.assert_wrong(category, "", "must not be empty")
        self.assert_wrong(category, 7, "must be a text")
        self.assert_wrong(category, "nonsense", "'nonsense' is no category of catalog.toml")
        self.assert_wrong(category, "models", "'models' holds records of kind repository")

    def test_id_of_a_category_with_records(self):
        # The records of the category are right: it is not they that name no category.
        id = Place(("catalog.toml", "category", 0, "id"), "catalog.toml: category 'C.1.1': id: ")
        for value, reason in {DELETED: "is missing", "": "must not be empty", 7: "must be", "Attention": '"Attention" is not'}.items():
            self.assert_wrong(id, value, reason)
        renamed = changed(
            (*id.path, "class"), ("papers.toml", "paper", 0, "category", "class"), ("papers.toml", "paper", 1, "category", "class")
        )
        self.assert_refused(renamed, id.line + '"class" is a C++ keyword')

    def test_id_of_two_categories_of_different_kinds(self):
        # The first hides fields that the records of the second do not have.
        catalogue = changed(("courses.toml", {}))
        lectures = next(category for category in catalogue["catalog.toml"]["category"] if category["id"] == "lectures")
        lectures |= {"id": "services", "columns": ["A", "B", "C"]}
        line = "catalog.toml: category 'C.2.8': id: 'services' is already that of category 'C.2.3' in catalog.toml"
        self.assert_refused(catalogue, line)

    def test_kind_of_a_category_with_records(self):
        kind = Place(("catalog.toml", "category", 0, "kind"), "catalog.toml: category 'C.1.1': kind: ")
        self.assert_wrong(kind, DELETED, "is missing")
        self.assert_wrong(kind, 7, "must be a text")
        self.assert_wrong(Place(kind.path, "catalog.toml: category 'attention': kind: "), "papers", "'papers' is no kind of record")

    def test_list_of_categories(self):
        categories = Place(("catalog.toml", "category"), "catalog.toml: category: ")
        self.assert_wrong(categories, DELETED, "is missing")
        for value in (7, [], [7], {"id": "attention"}):
            self.assert_wrong(categories, value, "must be at least one [[table]]")

    def test_number_of_a_part_with_categories(self):
        number = ("catalog.toml", "part", 0, "number")
        self.assert_wrong(Place(number, "catalog.toml: part 1: number: "), DELETED, "is missing")
        self.assert_wrong(Place(number, "catalog.toml: part 1: number: "), 7, "must be a text")
        self.assert_wrong(Place(number, "catalog.toml: part 'C1': number: "), "C1", '"C1" is not a section number')

    def test_list_of_parts(self):
        parts = Place(("catalog.toml", "part"), "catalog.toml: part: ")
        self.assert_wrong(parts, DELETED, "is missing")
        for value in (7, [], [7], {"number": "C.1"}):
            self.assert_wrong(parts, value, "must be at least one [[table]]")

    def test_key_that_the_reading_order_names(self):
        # Nobody knows what the key should have been, so the reading order may be right.
        key = ("papers.toml", "paper", 0, "key")
        self.assert_wrong(Place(key, "papers.toml: paper 1: key: "), DELETED, "is missing")
        self.assert_wrong(Place(key, "papers.toml: paper 'Paper-One': key: "), "Paper-One", '"Paper-One" is not a key')

    def test_number_of_a_step_in_the_middle(self):
        # The next step has the number that it had.
        self.assert_wrong(NUMBER, 99, "is 99, but the next number is 2")
        self.assert_wrong(NUMBER, "2", "must be a whole number")
        # Where one is missing, those that follow on the first one after it are no further mistakes.
        line = "reading_order.toml: stage 1, step 3: number: is 3, but the next number is 2"
        self.assert_refused(changed((*NUMBER.path, DELETED)), line)

    def test_steps_that_cannot_be_read(self):
        # Nobody knows at which number the next stage begins.
        steps = Place(("reading_order.toml", "stage", 0, "step"), "reading_order.toml: stage 1: step: ")
        for value in ("x", [], [7]):
            self.assert_wrong(steps, value, "must be at least one [[table]]")

    def test_category_without_a_usable_id_is_still_named(self):
        changes = (*ID.path, "The Shelf"), (*of_shelf("kind").path, "video")
        self.assert_refused(changed(*changes), ID.line + '"The Shelf" is not', of_shelf("kind").line + "'video' is no kind")


class AllMistakesInOneRun(DataTest):
    def test_mistakes_in_many_files(self):
        self.assert_refused(
            changed(
                ("catalog.toml", "title", 7),
                (*ID.path, "small"),
                (*COLUMNS.path, []),
                ("papers.toml", "paper", 0, "year", 1799),
                ("papers.toml", "paper", 0, "colour", "red"),
                ("papers.toml", "paper", 0, "authors", DELETED),
                ("papers.toml", "paper", 2, "title", "two\nlines"),
                ("repositories.toml", b"\xff\xfe"),
                ("datasets.toml", DELETED),
                ("courses.toml", None),
                ("blogs.toml", b"[[blog]\n"),
                ("posts.toml", "post", 0, "category", "nonsense"),
                ("books.toml", "book", 0, "title", "책"),
                ("tools.toml", "tool", 0, "url", "https://papers.example/1"),
                ("videos.toml", {}),
                ("reading_order.toml", "stage", 0, "name", {}),
                (*ENTRIES.path, ["blog", "blog"]),
            ),
            "catalog.toml: title: ",
            "catalog.toml: category 'C.2.9': id: ",
            "catalog.toml: category 'C.2.9': columns: ",
            "papers.toml: paper 'paper-one': year: ",
            "papers.toml: paper 'paper-one': colour: ",
            "papers.toml: paper 'paper-one': authors: ",
            "papers.toml: paper 'paper-three': title: ",
            "repositories.toml: is not UTF-8",
            "datasets.toml: is missing",
            "courses.toml: cannot be read",
            "blogs.toml: is not valid TOML",
            "posts.toml: post 'post': category: ",
            "books.toml: book 'book': title: ",
            "tools.toml: tool 'tool': url: ",
            "videos.toml: is no data file",
            "reading_order.toml: stage 1: name: ",
            "reading_order.toml: stage 1, step 2: entries: ",
        )

    def test_mistakes_in_facts(self):
        self.assert_refused(
            informed(
                ("catalog.toml", "facts_as_of", "November"),
                ("papers.toml", "family_names", "Mary Ann Evans", "Eliot"),
                ("papers.toml", "family_names", "Someone Else", "Else"),
                ("papers.toml", "paper", 0, "citation", "arxiv", DELETED),
                (*of_citation("title").path, "Paper 2: A Title"),
                (*of_citation("journal").path, "JMLR"),
                (*of_citation("institution").path, "OpenAI"),
                (*of_citation("year").path, DELETED),
                (*of_citation("doi").path, "10.1145"),
                (*of_citation("colour").path, "red"),
                (*of_paper("correction").path, [{}, correction("titel")]),
                ("papers.toml", "paper", 2, "citation", "year", 2101),
                (*of_repository("status").path, "unknown"),
                (*of_repository("status_note").path, "새 이름"),
                (*of_course("current_url").path, DELETED),
                ("tools.toml", "tool", 0, "status_note", "A note"),
                ("tools.toml", "tool", 0, "current_url", "https://tool.example/new"),
            ),
            "catalog.toml: facts_as_of: ",
            "papers.toml: family_names 'Mary Ann Evans': must be",
            "papers.toml: family_names 'Someone Else': is no author",
            "papers.toml: paper 'paper-one', citation: arxiv: is missing",
            f"{CITED}title: is that of the paper",
            f"{CITED}type: article has conference and journal",
            f"{CITED}institution: is not for the type article",
            f"{CITED}year: is missing",
            f"{CITED}doi: ",
            f"{CITED}colour: ",
            "papers.toml: paper 'paper-two', correction 1: cell: is missing",
            "papers.toml: paper 'paper-two', correction 1: fact: is missing",
            "papers.toml: paper 'paper-two', correction 2: cell: 'titel' is no cell",
            "papers.toml: paper 'paper-three', citation: year: ",
            of_repository("current_url").line + "is given, but the status is unknown",
            of_repository("status_note").line + "is Korean without",
            of_course("current_url").line + "is missing",
            "tools.toml: tool 'tool': status_note: is given, but there is no status",
            "tools.toml: tool 'tool': current_url: is given, but there is no status",
        )

    def test_every_record_of_every_file(self):
        catalogue = small_catalogue()
        expected = []
        for file in catalogue.keys() - {"catalog.toml", "reading_order.toml"}:
            for kind, records in catalogue[file].items():
                for record in records:
                    record["url"] = "nowhere"
                    expected.append(f"{file}: {kind} '{record['key']}': url: ")
        self.assertEqual(len(expected), 12)
        self.assert_refused(catalogue, *expected)

    def test_both_languages_of_a_field(self):
        self.assert_wrong(DESCRIPTION, two("", "a\tb"), ".ko must not be empty", ".en holds the control character")
        self.assert_wrong(DESCRIPTION, {"ko": "", "fr": "x"}, ".ko must not be empty", "lacks .en", "has the unknown language")
        self.assert_wrong(DESCRIPTION, two("", "설명"), ".ko must not be empty", ".en holds Hangul")
        self.assert_wrong(DESCRIPTION, {**two("설명", "설명"), "fr": "x"}, ".en holds Hangul", "has the unknown language")

    def test_several_items_of_a_list(self):
        self.assert_wrong(COLUMNS, ["", "x", 7], "item 1 must not be empty", "item 3 must be a text")
        self.assert_wrong(ENTRIES, ["Blog", "repo", 7], 'item 1 "Blog" is not a key', "item 3 must be a text")
        self.assert_wrong(ENTRIES, ["blog", "repo", "blog", "repo", "blog"], 'names "blog" more than', 'names "repo" more than')
        self.assert_wrong(ENTRIES, ["blog", "blog", "Repo"], 'names "blog" more than', 'item 3 "Repo" is not a key')

    def test_wrong_category_beside_a_category_in_doubt(self):
        # A category whose id is right explains no other name, whatever is wrong with its kind.
        self.assert_refused(
            changed((*of_shelf("kind").path, "video"), (*CATEGORY.path, "nonsense")),
            of_shelf("kind", name="shelf").line + "'video' is no kind",
            CATEGORY.line + "'nonsense' is no category of catalog.toml",
        )


class Files(DataTest):
    """Mistakes that leave no entry and no field to name."""

    def test_invalid_toml(self):
        texts = {
            "unclosed text": b'title = "x',
            "unclosed table": b"[[paper]",
            "no value": b"[[paper]]\nkey =\n",
            "value without name": b"= 1",
            "the same name twice": b"[[paper]]\nyear = 2019\nyear = 2019\n",
            "table over a value": b"paper = 1\n[[paper]]\n",
            "bad escape": b'[[paper]]\nkey = "\\q"\n',
            "escaped surrogate": b'[[paper]]\nkey = "\\ud800"\n',
            "bare NUL": b'[[paper]]\nkey = "a\0b"\n',
            "bare carriage return": b"[[paper]]\rkey = 1\r",
            "text over two lines": b'[[paper]]\nkey = "a\nb"\n',
            "no TOML at all": b"%PDF-1.7\n",
            "leading zero": b"[[paper]]\nyear = 02019\n",
            "no such date": b"[[paper]]\nyear = 2019-02-30\n",
            "non-ASCII": "[[paper]]\n제목 = 1\n".encode(),
        }
        for what, text in texts.items():
            with self.subTest(what):
                self.assert_refused(changed(("papers.toml", text)), "papers.toml: is not valid TOML: ")

    def test_byte_order_mark(self):
        line = "papers.toml: begins with a byte order mark; save it as UTF-8 without one"
        self.assert_refused(changed(("papers.toml", b"\xef\xbb\xbf[[paper]]\n")), line)

    def test_huge_decimal_integer(self):
        # Python refuses to convert it, with another exception than that of the TOML parser.
        self.assert_refused(changed(("papers.toml", b"[[paper]]\nyear = " + b"9" * 5_000)), "papers.toml: is not valid TOML: ")

    def test_invalid_utf_8(self):
        texts = {
            "UTF-16": b"\xff\xfe[\0",
            "Latin-1": b'a = "\xe9t\xe9"',
            "overlong NUL": b'a = "\xc0\x80"',
            "surrogate": b'a = "\xed\xa0\x80"',
            "beyond Unicode": b'a = "\xf5\x80\x80\x80"',
            "cut short": b'a = "\xeb\xac"',
        }
        for what, text in texts.items():
            with self.subTest(what):
                self.assert_refused(changed(("papers.toml", text)), "papers.toml: is not UTF-8: byte ")

    def test_missing_file_and_no_categories(self):
        # Nobody knows which kinds there are.
        self.assert_refused(changed(("catalog.toml", "category", []), ("tools.toml", DELETED)), "catalog.toml: category: must be at least one [[table]]")

    def test_missing_file(self):
        for file in small_catalogue():
            with self.subTest(file=file):
                # What other files refer to in it must not be called wrong.
                self.assert_refused(changed((file, DELETED)), f"{file}: is missing")

    def test_file_of_a_kind_without_categories_may_be_missing(self):
        without_tools = changed(
            ("catalog.toml", "category", small_catalogue()["catalog.toml"]["category"][:9]),
            ("reading_order.toml", "stage", 1, "step", 1, DELETED),
            ("tools.toml", DELETED),
        )
        self.assert_accepted(without_tools)

    def test_directory_in_place_of_a_file(self):
        for file in small_catalogue():
            with self.subTest(file=file):
                self.assert_refused(changed((file, None)), f"{file}: cannot be read: Is a directory")

    def test_link_that_leads_nowhere_in_place_of_a_file_that_may_be_missing(self):
        self.write(changed(("catalog.toml", "category", small_catalogue()["catalog.toml"]["category"][:9]), ("tools.toml", DELETED)))
        (self.data / "tools.toml").symlink_to("nowhere")
        self.assert_mistakes("tools.toml: is missing")

    def test_pipe_or_device_in_place_of_a_file(self):
        self.write(changed(("tools.toml", DELETED), ("books.toml", DELETED)))
        os.mkfifo(self.data / "tools.toml")
        (self.data / "books.toml").symlink_to("/dev/zero")
        self.assert_mistakes(*(f"{file}: cannot be read: It is no regular file" for file in ("books.toml", "tools.toml")))

    def test_unknown_file(self):
        for file in ("videos.toml", "paper.toml", "Papers.toml", "BOOKS.TOML", ".toml"):
            with self.subTest(file=file):
                self.assert_refused(changed((file, {})), f"{file}: is no data file; the names are blogs.toml, ")

    def test_unknown_file_with_an_unusual_name(self):
        # It must neither make two lines of one nor send control characters to a terminal.
        names = {"two\nlines.toml": r"two\nlines.toml", "tab\t.toml": r"tab\t.toml", "\x1b[1m.toml": r"\x1b[1m.toml"}
        for name, shown in names.items():
            with self.subTest(name=name):
                self.assert_refused(changed((name, {})), f"{shown}: is no data file")

    def test_unknown_files_are_reported_in_order(self):
        # Not in that of the file system.
        files = [f"file-{number}.toml" for number in range(10, 30)]
        self.write({**small_catalogue(), **{file: {} for file in reversed(files)}})
        _, _, stderr = run_here("--data", self.data, "--output", self.output)
        self.assertEqual([line.split(": ")[0] for line in stderr.splitlines()], [f"{self.data}/{file}" for file in files])

    def test_files_of_other_types_are_ignored(self):
        self.assert_accepted(changed(("README.md", b"Not data"), ("papers.toml~", b"Not TOML"), ("notes", None)))

    def test_deep_nesting(self):
        texts = {
            "lists": b"[[paper]]\ntitle = " + b"[" * 50_000,
            "closed lists": b"[[paper]]\ntitle = " + b"[" * 50_000 + b"]" * 50_000,
            "tables": b"[[paper]]\ntitle = " + b"{a=" * 50_000,
        }
        for what, text in texts.items():
            with self.subTest(what):
                self.assert_refused(changed(("papers.toml", text)), "papers.toml: is ")

    def test_deep_nesting_by_dotted_names(self):
        # The parser takes these without recursion; only showing the value recurs.
        dotted = ".".join(["name"] * MOST_DOTTED_NAMES)
        tool = f'[[tool]]\nkey = "tool"\ncategory = "services"\n{dotted} = 1\npurpose.ko = "x"\npurpose.en.{dotted} = 1\n'
        self.assert_refused(
            changed(("tools.toml", tool.encode())),
            "tools.toml: tool 'tool': name: must be a text",
            "tools.toml: tool 'tool': purpose: .en must be a text",
        )

    def test_deep_nesting_of_facts(self):
        dotted = ".".join(["name"] * MOST_DOTTED_NAMES)
        tool = (
            '[[tool]]\nkey = "tool"\ncategory = "services"\nname = "Tool"\npurpose = "x"\nlink_label = "x"\n'
            f"status.{dotted} = 1\ncurrent_url.{dotted} = 1\n[[tool.correction]]\ncell.{dotted} = 1\nfact.{dotted} = 1\n"
        )
        citation = f"type.{dotted} = 1\nauthors = [{{{dotted} = 1}}]\ndoi.{dotted} = 1"
        paper = "\n".join(f"{name} = {to_toml(value)}" for name, value in small_catalogue()["papers.toml"]["paper"][0].items())
        papers = f"family_names.name.{dotted} = 1\n[[paper]]\n{paper}\n[paper.citation]\n{citation}\n"
        self.assert_refused(
            changed(("papers.toml", papers.encode()), ("tools.toml", tool.encode()), ("reading_order.toml", {})),
            "papers.toml: paper 'paper-one', citation: type: must be one of ",
            "papers.toml: paper 'paper-one', citation: authors: item 1 must be a text",
            "papers.toml: paper 'paper-one', citation: doi: must be a text",
            "tools.toml: tool 'tool': status: must be one of ",
            "tools.toml: tool 'tool': current_url: must be a text",
            "tools.toml: tool 'tool', correction 1: cell: must be a text",
            "tools.toml: tool 'tool', correction 1: fact: has the unknown language",
        )

    def test_directory_of_data_that_is_missing(self):
        self.assert_mistakes(": cannot be read as a directory of data: ")

    def test_directory_of_data_that_is_a_file(self):
        self.data.write_bytes(b"")
        self.assert_mistakes(": cannot be read as a directory of data: ")


class RealData(CodegenTest):
    """The same in the project's own data, written as people write it."""

    def test_mistakes_in_the_real_data(self):
        edits = (
            ("papers.toml", 'Vaswani et al."\nyear = 2017\n', 'X"\nyear = 1017\n', "paper 'attention-is-all-you-need': year: "),
            ("papers.toml", '"Aidan N. Gomez",\n', '"et al.",\n', "paper 'attention-is-all-you-need', citation: authors: item 6"),
            ("papers.toml", 'doi = "10.18653/v1/N19-1423"\n', 'dio = "x"\n', "paper 'bert', citation: dio: is no field here"),
            ("repositories.toml", '"https://github.com/QwenLM/Qwen3-VL"', '"x"', "repository 'qwen2-vl-repo': current_url: "),
            ("datasets.toml", 'name = "DocVQA"\n', "", "dataset 'docvqa': name: is missing"),
            ("catalog.toml", 'title.en = "Key Papers"\n', 'title.en = "핵심 Papers"\n', "part 'C.1': title: .en holds Hangul"),
            ("reading_order.toml", 'entries = ["clip"]\n', 'entries = ["klip"]\n', "stage 1, step 4: entries: 'klip' is no key"),
            ("communities.toml", 'key = "koalpaca"\n', 'key = "bert"\n', "community 'bert': key: 'bert' is already that of"),
        )
        self.copy_real_data()
        for file, old, new, _ in edits:
            self.edit(file, old, new)
        self.assert_mistakes(*(f"{file}: {line}" for file, _, _, line in edits))
