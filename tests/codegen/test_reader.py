"""All files together: values that must be unique, and one run that reports every mistake once."""

from tests.support.catalogues import DELETED, changed, correction, informed, small_catalogue
from tests.support.data_tests import (
    CITED,
    COLUMNS,
    ENTRIES,
    ID,
    DataTest,
    of_citation,
    of_course,
    of_paper,
    of_repository,
    roomy_catalogue,
)
from tests.support.generator import CodegenTest


class NoMistake(DataTest):
    """The catalogues that the tests change are free of mistakes."""

    def test_the_unchanged_catalogue_is_accepted(self):
        self.assertEqual(len(self.assert_accepted(small_catalogue())), 24)

    def test_the_unchanged_catalogues_are_accepted(self):
        self.assertEqual(len(self.assert_accepted(informed())), 24)
        self.assertEqual(len(self.assert_accepted(roomy_catalogue())), 24)


class Duplicates(DataTest):
    def test_duplicate_key_in_one_file(self):
        line = "papers.toml: paper 'paper-one': key: 'paper-one' is already used by paper 1 in papers.toml"
        self.assert_refused(changed(("papers.toml", "paper", 1, "key", "paper-one")), line)

    def test_duplicate_record_with_a_mistake(self):
        wrong = {**small_catalogue()["papers.toml"]["paper"][0], "title": 7}
        line = "papers.toml: paper 'paper-one': key: 'paper-one' is already used by paper 1 in papers.toml"
        title = "papers.toml: paper 'paper-one': title: must be a text, not 7"
        self.assert_refused(changed(*(("papers.toml", "paper", at, wrong) for at in range(2))), line, title)

    def test_duplicate_key_in_two_files(self):
        blog = {**small_catalogue()["blogs.toml"]["blog"][0], "key": "paper-two", "url": "https://another.example/"}
        line = "blogs.toml: blog 'paper-two': key: 'paper-two' is already used by paper 2 in papers.toml"
        self.assert_refused(changed(("blogs.toml", "blog", 1, blog)), line)

    def test_one_url_of_several_records(self):
        tables = (("papers.toml", "paper"), ("books.toml", "book"), ("tools.toml", "tool"))
        self.assert_accepted(changed(*((file, kind, 0, "url", "https://same.example/") for file, kind in tables)))

    def test_every_further_duplicate_is_reported_on_a_line(self):
        tables = (("posts.toml", "post"), ("books.toml", "book"), ("tools.toml", "tool"))
        self.assert_refused(
            changed(*((file, kind, 0, "key", "same") for file, kind in tables), ("reading_order.toml", {})),
            "books.toml: book 'same': key: 'same' is already used by post 1 in posts.toml",
            "tools.toml: tool 'same': key: 'same' is already used by post 1 in posts.toml",
        )


class AllMistakesInOneRun(DataTest):
    def test_mistakes_in_many_files(self):
        self.assert_refused(
            changed(
                ("catalog.toml", "title", 7),
                (*ID.path, "small"),
                (*COLUMNS.path, []),
                ("papers.toml", "paper", 0, "year", 10_000),
                ("papers.toml", "paper", 0, "colour", "red"),
                ("papers.toml", "paper", 0, "authors", []),
                ("papers.toml", "paper", 2, "title", "two\nlines"),
                ("repositories.toml", b"\xff\xfe"),
                ("datasets.toml", DELETED),
                ("courses.toml", None),
                ("blogs.toml", b"[[blog]\n"),
                ("posts.toml", "post", 0, "category", "nonsense"),
                ("books.toml", "book", 0, "title", 7),
                ("tools.toml", "tool", 0, "url", "papers.example/1"),
                ("videos.toml", {}),
                ("reading_order.toml", "stage", 0, "name", {}),
                (*ENTRIES.path, ["blog", "blog"]),
            ),
            "catalog.toml: title: ",
            "catalog.toml: category 'small': id: ",
            "catalog.toml: category 'small': columns: ",
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
            "videos.toml: is not a data file",
            "reading_order.toml: stage 1: name: ",
            "reading_order.toml: stage 1, step 2: entries: ",
        )

    def test_mistakes_in_facts(self):
        self.assert_refused(
            informed(
                ("catalog.toml", "facts_as_of", "November"),
                ("papers.toml", "family_names", {"Mary Ann Evans": "Evans"}),
                ("papers.toml", "paper", 0, "citation", "arxiv", "1706"),
                (*of_citation("title").path, ""),
                (*of_citation("journal").path, "JMLR"),
                (*of_citation("issued").path, "2020/2019"),
                (*of_citation("DOI").path, "10.1145"),
                (*of_citation("author").path, ["A  B", {"given": "A"}, "Ada Lovelace"]),
                (*of_citation("colour").path, "red"),
                (*of_paper("correction").path, [{}, correction("titel")]),
                ("papers.toml", "paper", 2, "citation", "type", "blog_post"),
                (*of_repository("status").path, "unknown"),
                (*of_repository("status_note").path, {"fr": "x"}),
                (*of_course("current_url").path, DELETED),
            ),
            "catalog.toml: facts_as_of: ",
            "papers.toml: family_names: is a table of 1.0",
            "papers.toml: paper 'paper-one', citation: arxiv: ",
            f"{CITED}title: must not be empty",
            f"{CITED}journal: is a field of 1.0",
            f"{CITED}issued: ",
            f"{CITED}DOI: ",
            f"{CITED}author: item 1 ",
            f"{CITED}author: item 2 ",
            f"{CITED}colour: ",
            "papers.toml: paper 'paper-two', correction 1: cell: is missing",
            "papers.toml: paper 'paper-two', correction 1: fact: is missing",
            "papers.toml: paper 'paper-two', correction 2: cell: 'titel' is not a cell",
            "papers.toml: paper 'paper-three', citation: type: ",
            of_repository("current_url").line + "is given, but the status is unknown",
            of_repository("status_note").line + "has the unknown language",
            of_course("current_url").line + "is missing",
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


class OneMistakeOneLine(CodegenTest):
    """Consequences of a mistake are not reported."""

    def test_title_field_named_after_a_keyword(self):
        field = {"name": "class", "type": "text", "doc": "It."}
        kind = {"name": "talk", "plural": "talks", "doc": "It.", "title": "class", "by": ["class"], "field": [field]}
        line = "kinds.toml: kind 'talk', field 'class': name: \"class\" is a C++ keyword"
        self.assert_refused({**small_catalogue(), "kinds.toml": {"kind": [kind]}}, line)

    def test_records_under_a_wrong_name(self):
        catalogue = small_catalogue()
        catalogue["papers.toml"] = {"papers": catalogue["papers.toml"]["paper"]}
        self.assert_refused(catalogue, "papers.toml: papers: is unknown; this file holds [[paper]] tables")

    def test_file_not_named_after_the_plural(self):
        catalogue = small_catalogue()
        catalogue["toolz.toml"] = catalogue.pop("tools.toml")
        self.assert_refused(catalogue, "toolz.toml: is not a data file; the names are ")

    def test_id_of_two_parts_and_of_two_categories(self):
        parts = [{"id": "same", "title": "A"}, {"id": "same", "title": "B"}]
        categories = small_catalogue()["catalog.toml"]["category"]
        for category in categories:
            category["part"] = "same"
        line = "catalog.toml: part 2: id: 'same' is already used by part 1 in catalog.toml"
        self.assert_refused(changed(("catalog.toml", "part", parts), ("catalog.toml", "category", categories)), line)
        first, second = categories[0]["id"], categories[2]["id"]
        line = f"catalog.toml: category 3: id: '{first}' is already used by category 1 in catalog.toml"
        self.assertNotEqual(first, second)
        self.assert_refused(changed(("catalog.toml", "category", 2, "id", first)), line)

    def test_table_ahead_of_other_fields(self):
        tool = small_catalogue()["tools.toml"]["tool"][0]
        inner = {"links": {"label": "Code", "url": "https://a.example/"}, "correction": correction("name")}
        for name, table in inner.items():
            record = {"key": tool["key"], name: [{**table, "category": tool["category"], "name": "A", "tags": ["b"]}]}
            line = f"tools.toml: tool 'tool': {name}: begins a table that takes in the fields after it: "
            self.assert_refused(changed(("tools.toml", "tool", 0, record)), line + "category, name, tags; move it")
        line = "tools.toml: tool 'tool': citation: begins a table that takes in the fields after it: status; move it"
        citation = ("tools.toml", "tool", 0, "citation")
        self.assert_refused(changed((*citation, {"status": "archived"})), line)
        self.assert_accepted(changed((*citation, {"status": "in press"})))


class RealData(CodegenTest):
    """Mistakes made in a copy of the project's own data."""

    def test_mistakes_in_the_real_data(self):
        self.copy_real_data()
        self.edit("papers.toml", 'Vaswani et al."\nyear = 2017\n', 'X"\nyear = 10017\n')
        self.edit("papers.toml", '"Aidan N. Gomez",\n', '"et al.",\n')
        self.edit("papers.toml", 'DOI = "10.18653/v1/N19-1423"\n', 'DOIs = "x"\n')
        self.edit("repositories.toml", '"https://github.com/QwenLM/Qwen3-VL"', '"x"')
        self.edit("datasets.toml", 'name = "DocVQA"\n', 'title = "DocVQA"\n')
        self.edit("catalog.toml", 'title.en = "Key Papers"\n', 'title.eng = "Key Papers"\n')
        self.edit("reading_order.toml", 'entries = ["clip"]\n', 'entries = ["klip"]\n')
        self.edit("communities.toml", 'key = "koalpaca"\n', 'key = "bert"\n')
        self.assert_mistakes(
            "papers.toml: paper 'attention-is-all-you-need': year: ",
            "papers.toml: paper 'attention-is-all-you-need', citation: author: item 6",
            "papers.toml: paper 'bert', citation: DOIs: is not a variable of CSL 1.0.2; the nearest is DOI",
            "repositories.toml: repository 'qwen2-vl-repo': current_url: ",
            "datasets.toml: dataset 'docvqa': title: unknown field",
            "catalog.toml: part 'C.1': title: has the unknown language",
            "reading_order.toml: stage 1, step 4: entries: 'klip' is not the key",
            "communities.toml: community 'bert': key: 'bert' is already used by",
        )
