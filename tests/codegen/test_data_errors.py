"""A mistake in the data stops the generator with status 1 and one line that names file, entry and field.

Every test changes a valid catalogue and gives the beginning of every line that is expected. The assertions look besides
at the status, at stdout, and that no header was touched.
"""

from typing import NamedTuple

from .support import DELETED, CodegenTest, Toml, changed, run_here, small_catalogue, two


class Place(NamedTuple):
    """Where a value stands in the data, and how a line about it begins."""

    path: tuple
    line: str


def of_paper(field: str) -> Place:
    return Place(("papers.toml", "paper", 1, field), f"papers.toml: paper 'paper-two': {field}: ")


def of_shelf(field: str, name: str = "C.2.9") -> Place:
    """A field of the category without records."""
    return Place(("catalog.toml", "category", 10, field), f"catalog.toml: category '{name}': {field}: ")


def of_step(field: str) -> Place:
    return Place(("reading_order.toml", "stage", 0, "step", 1, field), f"reading_order.toml: stage 1, step 2: {field}: ")


def inside(place: Place, *path: object, line: str) -> Place:
    return Place((*place.path, *path), place.line + line)


# A place of each type of field, or several.
TITLE = of_paper("title")
DESCRIPTION = Place(("repositories.toml", "repository", 0, "description"), "repositories.toml: repository 'repo': description: ")
KOREAN = inside(DESCRIPTION, "ko", line=".ko ")
ENGLISH = inside(DESCRIPTION, "en", line=".en ")
URL = of_paper("url")
NUMBER = of_paper("number")
YEAR = of_paper("year")
CATEGORY = Place(("papers.toml", "paper", 3, "category"), "papers.toml: paper 'paper-four': category: ")
ID = of_shelf("id")
COLUMNS = of_shelf("columns")
HEADING = inside(COLUMNS, 1, "ko", line="item 2 .ko ")
NOTE = of_step("note")
LABEL = of_step("label")
ENTRIES = of_step("entries")

# The fields that each table must have, and those that it may have. A change here is one of the format of the data.
FIELDS = {
    ("papers.toml", "paper", 3): ("key category number title short_title authors year summary contribution url", ""),
    ("repositories.toml", "repository", 0): ("key category name description", "link_label url"),
    ("datasets.toml", "dataset", 0): ("key category name description", "link_label url"),
    ("courses.toml", "course", 0): ("key category title provider topic", "instructors link_label url"),
    ("blogs.toml", "blog", 0): ("key category name author content", "link_label url"),
    ("posts.toml", "post", 0): ("key category title author topic", "link_label url"),
    ("communities.toml", "community", 0): ("key category name description", "link_label url"),
    ("books.toml", "book", 0): ("key category title author features", "link_label url"),
    ("tools.toml", "tool", 0): ("key category name purpose", "link_label url"),
    ("catalog.toml",): ("title", ""),  # and lists: see test_list_of_parts and test_list_of_categories
    ("catalog.toml", "part", 2): ("number title", ""),
    ("catalog.toml", "category", 10): ("id number title kind columns", ""),
    ("reading_order.toml",): ("", "stage"),
    ("reading_order.toml", "stage", 1): ("name duration step", ""),
    ("reading_order.toml", "stage", 1, "step", 1): ("note entries", "label by number"),
}


def roomy_catalogue(*changes: tuple) -> dict:
    """A changed small catalogue in which nothing depends on the tables of FIELDS, so that one mistake stays one."""
    step = {"label": "A label", "by": "Someone", "note": "A note", "entries": ["paper-one"]}
    return changed(
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
    kind, index = inner
    table = roomy_catalogue()[file][kind][index]
    return f"{file}: {kind} {index + 1 if nameless else ascii(table.get('key') or table['number'])}: "


class DataTest(CodegenTest):
    def assert_wrong(self, place: Place, value: object, *reasons: str) -> None:
        """With this value at this place there is one line for each of the reasons."""
        with self.subTest(line=place.line, value=value):
            self.assert_refused(changed((*place.path, value)), *(place.line + reason for reason in reasons))

    def assert_right(self, place: Place, value: object) -> None:
        with self.subTest(line=place.line, value=value):
            self.assert_accepted(changed((*place.path, value)))


class Fields(DataTest):
    """Values that are wrong in themselves."""

    def test_the_unchanged_catalogue_is_accepted(self):
        self.assertEqual(len(self.assert_accepted(small_catalogue())), 12)

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
        self.assert_wrong(DESCRIPTION, {}, "lacks .ko")

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
        for value in (1949, 2101, 0, -2019, 20_190):
            self.assert_wrong(YEAR, value, f"{value} is outside 1950 to 2100")

    def test_first_and_last_year_are_accepted(self):
        self.assert_right(YEAR, 1950)
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
        for value in ("class", "namespace", "co_await", "not_eq", "char8_t", "concept", "int", "while"):
            self.assert_wrong(ID, value, f'"{value}" is a C++ keyword')

    def test_category_id_that_is_a_macro(self):
        for value in ("small", "near", "far", "interface", "linux", "unix", "min", "max", "errno", "stdin", "major"):
            self.assert_wrong(ID, value, f'"{value}" is a macro')

    def test_category_id_that_only_resembles_a_keyword(self):
        for value in ("classes", "smaller", "linux_tools", "override", "final"):
            self.assert_right(ID, value)

    def test_malformed_section_number(self):
        for value in ("2.9", "C", "C.", "C.0", "C.2.", "C.2.0", "C.02", "C.2.9.1", "c.2.9", "C.2,9", "C. 2", "C.２"):
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
        # A space of no width, overrides of the direction of writing, an isolate of it, a byte order mark
        for code in (0x200B, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF):
            for place in (TITLE, KOREAN, ENGLISH, URL):
                self.assert_wrong(place, f"a{chr(code)}b", f"holds the control character U+{code:04X}")
        # Scripts and emoji are written with these.
        for code in (0x200C, 0x200D, 0xFE0F):
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
        self.assert_wrong(DESCRIPTION, {"en": "A description"}, "lacks .ko")

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
        line = "papers.toml: paper 'paper-one': key: 'paper-one' is already that of paper 'paper-one' in papers.toml"
        self.assert_refused(changed(("papers.toml", "paper", 1, "key", "paper-one")), line)

    def test_duplicate_key_over_two_files(self):
        blog = {**small_catalogue()["blogs.toml"]["blog"][0], "key": "paper-two", "url": "https://another.example/"}
        line = "blogs.toml: blog 'paper-two': key: 'paper-two' is already that of paper 'paper-two' in papers.toml"
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
        self.assert_wrong(NUMBER, 1, "1 is already that of paper 'paper-one' in papers.toml")

    def test_duplicate_category_id(self):
        self.assert_wrong(of_shelf("id", name="attention"), "attention", "'attention' is already that of category 'attention'")

    def test_duplicate_section_number(self):
        line = "catalog.toml: category 11: number: 'C.2.8' is already that of category 10"
        self.assert_refused(changed((*of_shelf("number").path, "C.2.8")), line)
        line = "catalog.toml: part 3: number: 'C.1' is already that of part 1"
        self.assert_refused(changed(("catalog.toml", "part", 2, {"number": "C.1", "title": "Again"})), line)

    def test_papers_with_a_gap_in_the_numbers(self):
        line = "papers.toml: paper 'paper-four': number: is 5, but this is paper 4"
        self.assert_refused(changed(("papers.toml", "paper", 3, "number", 5)), line)

    def test_papers_that_do_not_begin_at_one(self):
        keys = ("paper-one", "paper-two", "paper-three", "paper-four")
        self.assert_refused(
            changed(*(("papers.toml", "paper", index, "number", index + 2) for index in range(4))),
            *(f"papers.toml: paper '{key}': number: " for key in keys),
        )

    def test_papers_in_the_wrong_order(self):
        self.assert_refused(
            changed(("papers.toml", "paper", 1, "number", 3), ("papers.toml", "paper", 2, "number", 2)),
            "papers.toml: paper 'paper-two': number: is 3, but this is paper 2",
            "papers.toml: paper 'paper-three': number: is 2, but this is paper 3",
        )

    def test_papers_are_numbered_in_the_order_of_the_categories(self):
        papers = small_catalogue()["papers.toml"]["paper"]
        # The file may list the categories in any order ...
        self.assert_accepted(changed(("papers.toml", "paper", papers[2:] + papers[:2])))
        # ... but a paper that moves to another category must be given another number.
        self.assert_refused(
            changed(("papers.toml", "paper", 0, "category", "scaling")),
            "papers.toml: paper 'paper-two': number: is 2, but this is paper 1",
            "papers.toml: paper 'paper-one': number: is 1, but this is paper 2",
        )

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
        for value, part in {"C.3.1": "C.3", "D.1.1": "D.1", "C.22.1": "C.22"}.items():
            self.assert_wrong(of_shelf("number", name="shelf"), value, f"{value} belongs to no part; there is no part {part}")

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

    def test_step_that_names_no_entry(self):
        self.assert_wrong(ENTRIES, ["paper-one", "paper-zero"], "'paper-zero' is no key of an entry")
        self.assert_wrong(ENTRIES, ["attention", "paper-zero"], "'attention' is no key", "'paper-zero' is no key")

    def test_step_that_names_an_entry_twice(self):
        self.assert_wrong(ENTRIES, ["blog", "repo", "blog"], 'names "blog" more than once')

    def test_wrong_step_number(self):
        last = Place(("reading_order.toml", "stage", 1, "step", 0, "number"), "reading_order.toml: stage 2, step 1: number: ")
        for value in (1, 3, 5, 99):
            self.assert_wrong(last, value, f"is {value}, but the next number is 4")


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

    def test_number_of_a_paper_in_the_middle(self):
        self.assert_wrong(NUMBER, 99, "is 99, but this is paper 2")
        self.assert_wrong(NUMBER, DELETED, "is missing")
        self.assert_wrong(NUMBER, "2", "must be a whole number")

    def test_number_that_a_later_paper_has_rightly(self):
        # The later paper stands in the file where its number says, so the earlier one is wrong.
        self.assert_wrong(NUMBER, 4, "")

    def test_number_of_a_step_in_the_middle(self):
        # The next step has the number that it had.
        self.assert_wrong(of_step("number"), 99, "is 99, but the next number is 2")
        self.assert_wrong(of_step("number"), "2", "must be a whole number")

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
                ("papers.toml", "paper", 0, "year", 1949),
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

    def test_wrong_number_beside_a_wrong_category(self):
        # The paper without a category stands behind papers of one category, which says where it belongs.
        self.assert_refused(
            changed((*of_paper("category").path, "nonsense"), ("papers.toml", "paper", 3, "number", 9)),
            of_paper("category").line + "'nonsense' is no category of catalog.toml",
            "papers.toml: paper 'paper-four': number: is 9, but this is paper 4",
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
            "byte order mark": b"\xef\xbb\xbf[[paper]]\n",
            "non-ASCII": "[[paper]]\n제목 = 1\n".encode(),
        }
        for what, text in texts.items():
            with self.subTest(what):
                self.assert_refused(changed(("papers.toml", text)), "papers.toml: is not valid TOML: ")

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

    def test_unknown_file(self):
        for file in ("videos.toml", "paper.toml", "Papers.toml", ".toml"):
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
        dotted = ".".join(["name"] * 2_000)
        tool = f'[[tool]]\nkey = "tool"\ncategory = "services"\n{dotted} = 1\npurpose.ko = "x"\npurpose.en.{dotted} = 1\n'
        self.assert_refused(
            changed(("tools.toml", tool.encode())),
            "tools.toml: tool 'tool': name: must be a text",
            "tools.toml: tool 'tool': purpose: .en must be a text",
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
            ("papers.toml", "year = 2017\n", "year = 1917\n", "paper 'attention-is-all-you-need': year: "),
            ("datasets.toml", 'name = "DocVQA"\n', "", "dataset 'docvqa': name: is missing"),
            ("catalog.toml", 'title.en = "Key Papers"\n', 'title.en = "핵심 Papers"\n', "part 'C.1': title: .en holds Hangul"),
            ("reading_order.toml", 'entries = ["clip"]\n', 'entries = ["klip"]\n', "stage 1, step 4: entries: 'klip' is no key"),
            ("communities.toml", 'key = "koalpaca"\n', 'key = "bert"\n', "community 'bert': key: 'bert' is already that of"),
        )
        self.copy_real_data()
        for file, old, new, _ in edits:
            self.edit(file, old, new)
        self.assert_mistakes(*(f"{file}: {line}" for file, _, _, line in edits))
