"""All files together: what must not be given twice, and that one run reports every mistake once."""

from tests.support.catalogues import DELETED, changed, correction, informed, small_catalogue
from tests.support.data_tests import (
    CITED,
    COLUMNS,
    ENTRIES,
    ID,
    URL,
    DataTest,
    of_citation,
    of_course,
    of_paper,
    of_repository,
    roomy_catalogue,
)
from tests.support.generator import CodegenTest


class NoMistake(DataTest):
    """The catalogues that the tests change."""

    def test_the_unchanged_catalogue_is_accepted(self):
        self.assertEqual(len(self.assert_accepted(small_catalogue())), 17)

    def test_the_unchanged_catalogues_are_accepted(self):
        self.assertEqual(len(self.assert_accepted(informed())), 17)
        self.assertEqual(len(self.assert_accepted(roomy_catalogue())), 17)


class Duplicates(DataTest):
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


class AllMistakesInOneRun(DataTest):
    def test_mistakes_in_many_files(self):
        self.assert_refused(
            changed(
                ("catalog.toml", "title", 7),
                (*ID.path, "small"),
                (*COLUMNS.path, []),
                ("papers.toml", "paper", 0, "year", 1799),
                ("papers.toml", "paper", 0, "colour", "red"),
                ("papers.toml", "paper", 0, "authors", []),
                ("papers.toml", "paper", 2, "title", "two\nlines"),
                ("repositories.toml", b"\xff\xfe"),
                ("datasets.toml", DELETED),
                ("courses.toml", None),
                ("blogs.toml", b"[[blog]\n"),
                ("posts.toml", "post", 0, "category", "nonsense"),
                ("books.toml", "book", 0, "title", 7),
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
                (*of_repository("status_note").path, {"fr": "x"}),
                (*of_course("current_url").path, DELETED),
                ("tools.toml", "tool", 0, "status_note", "A note"),
                ("tools.toml", "tool", 0, "current_url", "https://tool.example/new"),
            ),
            "catalog.toml: facts_as_of: ",
            "papers.toml: family_names 'Mary Ann Evans': must be",
            "papers.toml: family_names 'Someone Else': is not an author",
            "papers.toml: paper 'paper-one', citation: arxiv: is missing",
            f"{CITED}title: is that of the paper",
            f"{CITED}type: article has conference and journal",
            f"{CITED}institution: is not for the type article",
            f"{CITED}year: is missing",
            f"{CITED}doi: ",
            f"{CITED}colour: ",
            "papers.toml: paper 'paper-two', correction 1: cell: is missing",
            "papers.toml: paper 'paper-two', correction 1: fact: is missing",
            "papers.toml: paper 'paper-two', correction 2: cell: 'titel' is not a cell",
            "papers.toml: paper 'paper-three', citation: year: ",
            of_repository("current_url").line + "is given, but the status is unknown",
            of_repository("status_note").line + "has the unknown language",
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


class RealData(CodegenTest):
    """The same in the project's own data, written as people write it."""

    def test_mistakes_in_the_real_data(self):
        self.copy_real_data()
        self.edit("papers.toml", 'Vaswani et al."\nyear = 2017\n', 'X"\nyear = 1017\n')
        self.edit("papers.toml", '"Aidan N. Gomez",\n', '"et al.",\n')
        self.edit("papers.toml", 'doi = "10.18653/v1/N19-1423"\n', 'dio = "x"\n')
        self.edit("repositories.toml", '"https://github.com/QwenLM/Qwen3-VL"', '"x"')
        self.edit("datasets.toml", 'name = "DocVQA"\n', 'title = "DocVQA"\n')
        self.edit("catalog.toml", 'title.en = "Key Papers"\n', 'title.eng = "Key Papers"\n')
        self.edit("reading_order.toml", 'entries = ["clip"]\n', 'entries = ["klip"]\n')
        self.edit("communities.toml", 'key = "koalpaca"\n', 'key = "bert"\n')
        self.assert_mistakes(
            "papers.toml: paper 'attention-is-all-you-need': year: ",
            "papers.toml: paper 'attention-is-all-you-need', citation: authors: item 6",
            "papers.toml: paper 'bert', citation: dio: unknown field",
            "repositories.toml: repository 'qwen2-vl-repo': current_url: ",
            "datasets.toml: dataset 'docvqa': title: unknown field",
            "catalog.toml: part 'C.1': title: has the unknown language",
            "reading_order.toml: stage 1, step 4: entries: 'klip' is not the key",
            "communities.toml: community 'bert': key: 'bert' is already that of",
        )
