"""The files of records: the fields common to all kinds. test_citation_checks.py tests their citations."""

from codegen.catalogue import Record
from codegen.names import Name, NameList
from codegen.reader import read_catalogue
from tests.support.catalogues import (
    DELETED,
    STANDARD_KINDS,
    changed,
    column,
    correction,
    informed,
    small_catalogue,
    two,
)
from tests.support.data_tests import (
    CATEGORY,
    FIELDS,
    DataTest,
    FactsTest,
    Place,
    line_about,
    of_correction,
    of_course,
    of_paper,
    of_repository,
    of_shelf,
)


class Records(DataTest):
    def test_unknown_table_in_a_file_of_records(self):
        self.assert_refused(changed(("papers.toml", "post", [])), "papers.toml: post: is unknown")

    def test_mistyped_list_of_tables_that_is_false_in_python(self):
        # Only an empty list means "no records".
        for value in ("", 0, 0.0, False, {}):
            with self.subTest(value=value):
                catalogue = changed(("tools.toml", {"tool": value}), ("reading_order.toml", {}))
                self.assert_refused(catalogue, "tools.toml: tool: must ")

    def test_empty_key(self):
        # The message names the record by its place instead of its key.
        line = "papers.toml: paper 2: key: must not be empty"
        self.assert_refused(changed(("papers.toml", "paper", 1, "key", "")), line)

    def test_very_long_malformed_key(self):
        self.assert_refused(changed(("papers.toml", "paper", 1, "key", "K " * 5_000)), "papers.toml: paper 2: key: ")


class CategoryOfARecord(DataTest):
    def test_unknown_category(self):
        for value in ("nonsense", "Attention", "C.1.1", "어텐션"):
            self.assert_wrong(CATEGORY, value, f"{value!r} is not a category of catalog.toml")

    def test_category_of_another_kind(self):
        self.assert_wrong(CATEGORY, "models", "'models' holds records of kind repository, not paper")
        line = "repositories.toml: repository 'repo': category: 'attention' holds records of kind paper, not repository"
        self.assert_refused(changed(("repositories.toml", "repository", 0, "category", "attention")), line)

    def test_kind_that_no_category_holds(self):
        sections = small_catalogue()["catalog.toml"]["category"]
        without = ("catalog.toml", "category", [section for section in sections if section["kind"] != "dataset"])
        line = "datasets.toml: dataset 'data': category: 'benchmarks' is not a category of catalog.toml"
        self.assert_refused(changed(without), line)
        for file in ({}, {"dataset": []}, DELETED):
            self.write(changed(without, ("datasets.toml", file)))
            read = read_catalogue(self.data)
            kinds = ["paper", "repository", "course", "blog", "post", "community", "book", "tool"]
            self.assertEqual(([*read.kinds], [*read.records]), (kinds, kinds))

    def test_fields_without_a_column(self):
        self.assert_accepted(changed(("catalog.toml", "category", 4, "columns", [column("provider", "x")])))

    def test_papers_are_numbered_in_the_order_of_the_categories(self):
        # The file may list the categories in any order.
        papers = small_catalogue()["papers.toml"]["paper"]
        before = self.assert_accepted(small_catalogue())
        self.assertEqual(self.assert_accepted(changed(("papers.toml", "paper", papers[2:] + papers[:2]))), before)

    def test_category_of_a_paper_in_the_middle(self):
        # The category of the paper is unknown, but the numbers of the later papers are still right.
        category = of_paper("category")
        self.assert_wrong(category, DELETED, "is missing")
        self.assert_wrong(category, "", "must not be empty")
        self.assert_wrong(category, 7, "must be a text")
        self.assert_wrong(category, "nonsense", "'nonsense' is not a category of catalog.toml")
        self.assert_wrong(category, "models", "'models' holds records of kind repository")

    def test_wrong_category_beside_a_doubtful_category(self):
        # A category with a valid id cannot explain another name, even if its kind is wrong.
        self.assert_refused(
            changed((*of_shelf("kind").path, "video"), (*CATEGORY.path, "nonsense")),
            of_shelf("kind").line + "'video' is not a kind",
            CATEGORY.line + "'nonsense' is not a category of catalog.toml",
        )


class CommonFields(DataTest):
    """The fields that records of all kinds may have besides those of their kind."""

    TOOL = ("tools.toml", "tool", 0)

    def place(self, field: str) -> Place:
        return Place((*self.TOOL, field), f"tools.toml: tool 'tool': {field}: ")

    def read(self, *changes: tuple) -> Record:
        self.write(changed(*changes))
        return read_catalogue(self.data).records["tool"][0]

    def test_every_kind_has_common_fields(self):
        catalogue = small_catalogue()
        code = {"label": two("코드", "Code"), "url": "https://code.example/a b"}
        slides = {"label": "Slides", "url": "doi:1"}
        for kind in STANDARD_KINDS.values():
            if kind.file not in catalogue:
                continue
            record = catalogue[kind.file][kind.name][0]
            record |= {"aliases": [f"{kind.name}-alias", f"\u00e9{kind.name}"], "tags": ["\ud55c\uae00", "two words"]}
            record |= {"links": [code, slides], "url": "https://same.example/"}
            record |= {"citation": {"type": "software", "author": ["Ada Lovelace"]}}
        self.write(catalogue)
        for name, records in read_catalogue(self.data).records.items():
            record = records[0]
            self.assertEqual(record.aliases, [f"{name}-alias", f"\u00e9{name}"])
            self.assertEqual(record.tags, ["\ud55c\uae00", "two words"])
            expected = [(("코드", "Code"), "https://code.example/a%20b"), (("Slides", "Slides"), "doi:1")]
            self.assertEqual([(link.label, link.url) for link in record.links], expected)
            self.assertEqual(record.citation.author, NameList([Name("Lovelace", "Ada")]))
            self.assertEqual(record.url, "https://same.example/")

    def test_records_without_common_fields(self):
        values = self.read().values
        absent = ("aliases", "tags", "links", "citation", "status", "current_url", "status_note")
        self.assertEqual({values[name] for name in absent}, {None})
        self.assertEqual(values["correction"], [])

    def test_tags(self):
        for value in ("x", 7, [], {"x": "y"}):
            self.assert_wrong(self.place("tags"), value, "must be a list of at least one tag, not ")
        self.assert_wrong(self.place("tags"), ["a", ""], "item 2 must not be empty")
        self.assert_wrong(self.place("tags"), ["a", "b", "a"], 'names "a" more than once')
        self.assertEqual(self.read((*self.TOOL, "tags", ["b", "a", "A"])).tags, ["b", "a", "A"])

    def test_malformed_aliases(self):
        for value in ("x", 7, [], {"x": "y"}):
            self.assert_wrong(self.place("aliases"), value, "must be a list of at least one key, not ")
        self.assert_wrong(self.place("aliases"), ["a", "b c"], 'item 2 "b c" is not a key; write one word of ')
        self.assert_wrong(self.place("aliases"), ["a", "a"], 'names "a" more than once')

    def test_alias_equal_to_a_key_or_another_alias(self):
        self.assert_wrong(self.place("aliases"), ["tool"], "'tool' is already used by tool 1 in tools.toml")
        line = "papers.toml: paper 'paper-one': aliases: 'tool' is already used by tool 1 in tools.toml"
        self.assert_refused(changed(("papers.toml", "paper", 0, "aliases", ["one", "tool"])), line)
        paper = ("papers.toml", "paper", 0, "aliases", ["one", "eins"])
        line = self.place("aliases").line + "'eins' is already used by paper 1 in papers.toml"
        self.assert_refused(changed(paper, (*self.TOOL, "aliases", ["eins"])), line)

    def test_links_must_be_a_list_of_tables(self):
        right = '[{ label = "Code", url = "https://example.org/" }]'
        for value in ("https://code.example/", 7, [], ["https://code.example/"], {"label": "Code"}):
            self.assert_wrong(self.place("links"), value, f"must be a list of links, as in {right}, not ")

    def test_malformed_links(self):
        link = {"label": "Code", "url": "https://code.example/"}
        wrong = [link, {"label": "Code"}, {"url": "code"}, {**link, "label": {"fr": "x"}}, {**link, "name": "x"}]
        line = "tools.toml: tool 'tool', link "
        self.assert_refused(
            changed((*self.TOOL, "links", wrong)),
            f"{line}2: url: is missing",
            f"{line}3: label: is missing",
            f'{line}3: url: "code" is not a URL; write an absolute one',
            f'{line}4: label: has the unknown language "fr"',
            f"{line}5: name: unknown field; the fields are label, url",
        )


class Statuses(FactsTest):
    def test_every_kind_has_the_fields_of_a_status(self):
        others = ("catalog.toml", "reading_order.toml")
        paths = [path for path in FIELDS if len(path) == 3 and path[0] not in others]
        self.assertEqual(len(paths), 9)
        moved = [(*path, "status", "moved") for path in paths]
        moved += [(*path, "current_url", "https://other.example/") for path in paths]
        active = [(*path, "status", "active") for path in paths]
        facts = {"status": "active", "current_url": "https://new.example/", "status_note": two("메모", "A note")}
        for field, value in facts.items():
            with self.subTest(field=field):
                self.assert_accepted(informed(*moved, *((*path, field, value) for path in paths)))
                lines = [f"{line_about(path)}{field}: must be " for path in paths]
                self.assert_refused(informed(*active, *((*path, field, 1.5) for path in paths)), *lines)

    def test_unknown_status(self):
        # Fields that depend on the status are not reported, because they may be right.
        for value in ("Renamed", "gone", "", "보관", 7, True, ["renamed"], {"renamed": 1}):
            reason = "must be one of active, renamed, moved, archived, closed, unknown, not "
            self.assert_wrong(of_repository("status"), value, reason)

    def test_moved_resource_without_an_address(self):
        self.assert_wrong(of_course("current_url"), DELETED, "is missing; a moved resource needs its new address")

    def test_malformed_address(self):
        for value in ("www.example.com", "https://"):
            self.assert_wrong(of_course("current_url"), value, f'"{value}" is not a URL; write an absolute one, like ')
        self.assert_wrong(of_course("current_url"), "", "must not be empty")
        self.assert_wrong(of_course("current_url"), 7, "must be a text")

    def test_address_with_an_unknown_status(self):
        line = of_course("current_url").line + "is given, but the status is unknown"
        self.assert_refused(informed((*of_course("status").path, "unknown")), line)

    def test_address_without_a_status(self):
        # Without a status, the record is active.
        self.assert_right(of_course("status"), DELETED)

    def test_address_equal_to_the_url(self):
        self.assert_wrong(of_course("current_url"), "https://course.example/", "is the same as url")
        self.assert_wrong(of_repository("current_url"), "https://repo.example/", "is the same as url; leave it out")
        # These are equal after percent-encoding.
        both = [(*of_course(field).path, url) for field, url in (("url", "doi:a b"), ("current_url", "doi:a%20b"))]
        self.assert_refused(informed(*both), of_course("current_url").line + "is the same as url; give")
        # Both are malformed, so the intended addresses may differ.
        self.assert_refused(
            informed((*of_course("url").path, "nowhere"), (*of_course("current_url").path, "nowhere")),
            of_course("url").line + '"nowhere" is not a URL',
            of_course("current_url").line + '"nowhere" is not a URL',
        )

    def test_accepted_addresses(self):
        for status in ("active", "renamed", "moved", "archived", "closed"):
            self.assert_right(of_course("status"), status)
        without_address = (*of_course("current_url").path, DELETED)
        for status in ("active", "renamed", "archived", "closed", "unknown"):
            with self.subTest(status=status):
                self.assert_accepted(informed((*of_course("status").path, status), without_address))
        self.assert_accepted(informed((*of_course("url").path, DELETED), (*of_course("link_label").path, DELETED)))

    def test_note_without_a_status(self):
        status = ("blogs.toml", "blog", 0, "status")
        self.assert_accepted(informed((*status, DELETED)))


class Corrections(FactsTest):
    def assert_cells_accepted(self, path: tuple, *cells: str) -> None:
        with self.subTest(path=path, cells=cells):
            self.assert_accepted(informed((*path, "correction", [correction(cell) for cell in cells])))

    def assert_cells_unknown(self, path: tuple, *cells: str, change: tuple = ()) -> None:
        with self.subTest(path=path, cells=cells):
            reason = "is not a cell of the record; the cells are "
            lines = [
                f"{line_about(path)[:-2]}, correction {number}: cell: {cell!r} {reason}"
                for number, cell in enumerate(cells, 1)
            ]
            self.assert_refused(informed((*path, "correction", [correction(cell) for cell in cells]), *change), *lines)

    def test_every_cell_of_every_kind(self):
        cells = {
            "papers.toml": "title short_title authors year summary contribution link",
            "repositories.toml": "name description link",
            "datasets.toml": "name description link",
            "courses.toml": "title provider instructors topic link",
            "blogs.toml": "name author content link",
            "posts.toml": "title author topic link",
            "communities.toml": "name description link",
            "books.toml": "title author features link",
            "tools.toml": "name purpose link",
        }
        no_cells = "key category number url link_label status correction".split()
        for path in FIELDS:
            if len(path) == 3 and path[0] in cells:
                self.assert_cells_accepted(path, *cells[path[0]].split())
                self.assert_cells_unknown(path, *no_cells)

    def test_list_of_the_cells(self):
        line = "courses.toml: course 'course', correction 1: cell: 'x' is not a cell of the record; the cells are "
        corrected = (*of_course("correction").path, [correction("x")])
        self.assert_refused(informed(corrected), line + "title, provider, instructors, topic, link")
        without_instructors = (*of_course("instructors").path, DELETED)
        self.assert_refused(informed(corrected, without_instructors), line + "title, provider, topic, link")

    def test_unknown_cell(self):
        cells = ("Title", "name", "venue", "citation", "titre é", "two words")
        self.assert_cells_unknown(("courses.toml", "course", 0), *cells)

    def test_missing_cell(self):
        course, book = ("courses.toml", "course", 0), ("books.toml", "book", 0)
        without_link = ((*book, "link_label", DELETED), (*book, "url", DELETED))
        self.assert_cells_unknown(book, "link", change=without_link)
        self.assert_cells_unknown(course, "instructors", change=((*course, "instructors", DELETED),))
        without_link = ((*course, "link_label", DELETED), (*course, "url", DELETED))
        self.assert_cells_unknown(course, "link", change=without_link)
        for field in ("link_label", "url"):
            with self.subTest(without=field):
                self.assert_accepted(informed((*book, "correction", [correction("link")]), (*book, field, DELETED)))

    def test_cell_must_be_a_text(self):
        for value in (7, True, ["link"], {"link": 1}):
            self.assert_wrong(of_correction("cell"), value, "must be a text, not ")
        self.assert_wrong(of_correction("cell"), "", "must not be empty")

    def test_malformed_fact(self):
        self.assert_right(of_correction("fact"), {"en": "A fact"})
        self.assert_wrong(of_correction("fact"), "", "must not be empty")
        self.assert_wrong(of_correction("fact"), 7, "must be a text, or a table of texts by language")

    def test_corrections_must_be_a_list_of_tables(self):
        for value in (7, "x", True, [], ["x"], [correction("link"), 7], correction("link")):
            self.assert_wrong(of_repository("correction"), value, "must be at least one [[table]]")

    def test_the_message_names_the_wrong_correction(self):
        corrections = [correction("title"), {"cell": "venue"}, {"fact": "A fact", "cel": "title"}]
        self.assert_refused(
            informed((*of_paper("correction").path, corrections)),
            "papers.toml: paper 'paper-two', correction 2: cell: 'venue' is not a cell of the record",
            "papers.toml: paper 'paper-two', correction 2: fact: is missing",
            "papers.toml: paper 'paper-two', correction 3: cell: is missing",
            "papers.toml: paper 'paper-two', correction 3: cel: unknown field; the fields are cell, fact",
        )

    def test_correction_of_a_malformed_cell(self):
        # The malformed cell is still a cell of the record.
        cases = (
            (of_paper("title"), ("", 7, "a\nb")),
            (of_paper("year"), (10_000, "2019")),
            (of_repository("description"), ("", {})),
            (of_course("instructors"), (two("", "x"), 7)),
        )
        for place, values in cases:
            for value in values:
                self.assert_corrected_cell_wrong(place, value)
        place = of_repository("url")
        without_label = (*of_repository("link_label").path, DELETED)
        for value in ("nowhere", 7):
            self.assert_refused(informed((*place.path, value), without_label), place.line)

    def assert_corrected_cell_wrong(self, place: Place, value: object) -> None:
        with self.subTest(line=place.line, value=value):
            *record, field = place.path
            corrected = (*record, "correction", [correction(field)])
            self.assert_refused(informed((*place.path, value), corrected), place.line)
