"""kinds.toml: user-defined kinds, further fields of the standard ones, and invalid declarations."""

import copy
import re
import unittest.mock

from codegen.reserved_words import KEYWORDS, MACROS
from codegen.kinds_reader import STANDARD_DIRECTORY, read_kinds
from codegen.schema import FIELD_TYPES, INTERNAL_NAMES, LIBRARY_NAMES, RESERVED_FIELDS, TAKEN_NAMES
from codegen.source import Source
from tests.support.catalogues import DELETED, STANDARD_KINDS, changed, column, small_catalogue
from tests.support.data_tests import DataTest
from tests.support.generated_headers import HeaderContent

KIND = "kinds.toml: kind 'talk': "
PAPER = "kinds.toml: kind 'paper': "


def field(name: str, type: str = "text", **more) -> dict:
    return {"name": name, "type": type, "doc": f"The {name}.", **more}


def kind(**changes) -> dict:
    """A kind of talks with fields of five types; DELETED removes a property of the kind."""
    fields = [field("label"), field("speaker", "localized"), field("slides", "url"), field("held", "year")]
    table = {
        "name": "talk",
        "plural": "talks",
        "doc": "A talk.",
        "title": "label",
        "by": ["speaker"],
        "date": "held",
        "field": [*fields, field("rank", "ordinal"), field("topic", "localized", required=True)],
    }
    table = copy.deepcopy(table) | changes
    return {name: value for name, value in table.items() if value is not DELETED}


def extension(*fields: dict, **changes) -> dict:
    return {"extends": "paper", **({"field": list(fields)} if fields else {}), **changes}


class KindsTest(DataTest, HeaderContent):
    def with_kinds(self, *tables: dict, file: dict | None = None) -> dict:
        return {**small_catalogue(), "kinds.toml": {"kind": list(tables)} if file is None else file}

    def assert_kind_wrong(self, changes: dict, *lines: str) -> None:
        """These changes to the kind give these messages."""
        with self.subTest(changes=changes):
            self.assert_refused(self.with_kinds(kind(**changes)), *(KIND + line for line in lines))

    def assert_field_wrong(self, wrong: dict, line: str) -> None:
        """This field, added after the others, gives this message."""
        with self.subTest(wrong=wrong):
            self.assert_refused(self.with_kinds(kind(field=[*kind()["field"], wrong])), KIND[:-2] + line)

    def assert_paper_wrong(self, table: dict, *lines: str) -> None:
        with self.subTest(table=table):
            self.assert_refused(self.with_kinds(table), *(PAPER + line for line in lines))

    def assert_kinds_accepted(self, *tables: dict) -> dict:
        with self.subTest(tables=tables):
            return self.assert_accepted(self.with_kinds(*tables))


class Tables(KindsTest):
    def test_file_without_kinds(self):
        self.assert_accepted(self.with_kinds(file={}))

    def test_list_of_kinds(self):
        for value in (7, [], [7], kind()):
            line = "kinds.toml: kind: must be at least one [[table]]"
            self.assert_refused(self.with_kinds(file={"kind": value}), line)
        line = "kinds.toml: kinds: unknown field; the fields are kind"
        self.assert_refused(self.with_kinds(file={"kinds": []}), line)

    def test_missing_fields(self):
        for name in ("plural", "doc", "title", "field"):
            self.assert_kind_wrong({name: DELETED}, f"{name}: is missing")
        self.assert_refused(self.with_kinds(kind(name=DELETED)), "kinds.toml: kind 1: name: is missing")
        for name in ("name", "type", "doc"):
            incomplete = {key: value for key, value in field("venue").items() if key != name}
            entry = "field 7" if name == "name" else "field 'venue'"
            self.assert_field_wrong(incomplete, f", {entry}: {name}: is missing")

    def test_optional_fields(self):
        self.assert_kinds_accepted(kind(by=DELETED))
        self.assert_kinds_accepted(kind(date=DELETED, field=[field("label"), field("speaker")]))

    def test_mistyped_values(self):
        for name in ("plural", "title", "date", "doc"):
            self.assert_kind_wrong({name: 7}, f"{name}: must be a text, not 7")
            self.assert_kind_wrong({name: ""}, f"{name}: must not be empty")
        for name in ("by", "description"):
            for value in ("speaker", [], 7):
                self.assert_kind_wrong({name: value}, f"{name}: must be a list of at least one name, not ")
            self.assert_kind_wrong({name: ["speaker", 7]}, f"{name}: item 2 must be a text, not 7")
            self.assert_kind_wrong({name: ["speaker", "speaker"]}, f'{name}: names "speaker" more than once')
        for value in (7, [], [7], field("label")):
            self.assert_kind_wrong({"field": value}, "field: must be at least one [[table]]")

    def test_mistyped_fields(self):
        types = "text, localized, prose, url, integer, year, date, flag, texts, entries, ordinal"
        for type in ("string", "Text", "", 7, ["text"]):
            self.assert_field_wrong(field("venue", type), f", field 'venue': type: must be one of {types}, not ")
        for value in ("yes", 1, []):
            line = ", field 'venue': required: must be true or false, not "
            self.assert_field_wrong(field("venue", required=value), line)
        line = ", field 'venue': required: does not apply to an ordinal"
        self.assert_field_wrong(field("venue", "ordinal", required=True), line)
        self.assert_field_wrong(field("venue", doc=7), ", field 'venue': doc: must be a text, not 7")
        line = ", field 'venue': column: unknown field; the fields are name, type, doc, required"
        self.assert_field_wrong(field("venue", column="x"), line)

    def test_unknown_field(self):
        fields = "name, plural, doc, title, by, description, date, abstract, cite_as, field"
        reason = f"colour: unknown field; the fields are {fields}"
        self.assert_kind_wrong({"colour": "red"}, reason)

    def test_mistakes_in_kinds_are_reported_alone(self):
        # The kinds determine the fields of the records.
        catalogue = self.with_kinds(kind(doc=7)) | {"tools.toml": {"tool": 7}, "talks.toml": {}}
        self.assert_refused(catalogue, KIND + "doc: must be a text")

    def test_every_mistake_is_reported_on_a_line(self):
        wrong = kind(doc="", by=["nobody"], field=[field("label", "url"), field("held", "year"), field("held", "year")])
        lines = (
            f"{KIND}doc: must not be empty",
            f"{KIND[:-2]}, field 'held': name: 'held' is already used by field 2",
            f"{KIND}title: 'label' is of type url",
            f"{KIND}by: 'nobody' is not a field of the kind",
        )
        self.assert_refused(self.with_kinds(wrong), *lines)

    def test_too_many_kinds(self):
        kinds = [kind(name=f"talk{number}", plural=f"talks{number}") for number in range(256 - len(STANDARD_KINDS))]
        self.assert_refused(self.with_kinds(*kinds), "kinds.toml: kind: there are 256; the limit is 255")
        self.assert_kinds_accepted(*kinds[1:])


class Names(KindsTest):
    def assert_name_wrong(self, name: str, reason: str) -> None:
        """The generator rejects the name for the class and for its table."""
        self.assert_refused(self.with_kinds(kind(name=name)), f"kinds.toml: kind {name!r}: name: {reason}")
        self.assert_kind_wrong({"plural": name}, f"plural: {reason}")

    def test_malformed_names(self):
        for name in ("Talk", "my-talk", "talk_", "_talk", "9talk", "my__talk", "강연"):
            reason = f'"{repr(name)[1:-1]}" is not a name; write lower-case ASCII words joined by '
            self.assert_name_wrong(name, reason)
            self.assert_field_wrong(field(name), f", field {name!r}: name: {reason}")

    def test_keywords_and_macros(self):
        for names, what in ((KEYWORDS, "is a C++ keyword"), (MACROS, "is a macro in common system headers")):
            for name in [name for name in sorted(names) if re.fullmatch("[a-z_]+", name)][::9]:
                reason = f'"{name}" {what} and cannot be a name in C++; choose another name'
                self.assert_name_wrong(name, reason)
                self.assert_field_wrong(field(name), f", field '{name}': name: {reason}")

    def test_long_names(self):
        reason = "has 51 letters; the limit is 50"
        self.assert_refused(self.with_kinds(kind(name="a" * 51)), f"kinds.toml: kind 1: name: {reason}")
        self.assert_kind_wrong({"plural": "a" * 51}, f"plural: {reason}")
        self.assert_field_wrong(field("a" * 51), f", field 7: name: {reason}")

    def test_names_of_the_library(self):
        for name in sorted(LIBRARY_NAMES)[::6] + sorted(INTERNAL_NAMES):
            self.assert_name_wrong(name, f"'{name}' is a name of the library; choose another name")

    def test_names_of_other_kinds(self):
        reason = "is already the name or the plural of another kind; choose another name"
        self.assert_kind_wrong({"plural": "tools"}, f"plural: 'tools' {reason}")
        self.assert_kind_wrong({"plural": "tool"}, f"plural: 'tool' {reason}")
        self.assert_refused(self.with_kinds(kind(name="tools")), f"kinds.toml: kind 'tools': name: 'tools' {reason}")
        line = f"kinds.toml: kind 'speech': plural: 'talks' {reason}"
        self.assert_refused(self.with_kinds(kind(), kind(name="speech")), line)

    def test_the_same_name_twice(self):
        line = "kinds.toml: kind 2: name: 'talk' is already used by kind 1 in kinds.toml"
        self.assert_refused(self.with_kinds(kind(), kind(plural="speeches")), line)
        self.assert_kind_wrong({"plural": "talk"}, "plural: is the same as name; a class and its table need two names")

    def test_names_of_fields(self):
        for name in sorted(RESERVED_FIELDS):
            reason = f"name: '{name}' is reserved in every record; choose another name"
            self.assert_field_wrong(field(name), f", field '{name}': {reason}")
        reason = "name: 'talk' is the name of the kind, and its class; choose another name"
        self.assert_field_wrong(field("talk"), f", field 'talk': {reason}")
        line = ", field 'slides': name: 'slides' is already used by field 3"
        self.assert_field_wrong(field("slides"), line)
        thrice = kind(field=[*kind()["field"], field("slides"), field("slides")])
        self.assert_refused(self.with_kinds(thrice), KIND[:-2] + line)

    def test_names_that_are_generated_for_a_date(self):
        for name, plural in {"talk_view": "shows", "shows": "talks_between", "show": "talks_in"}.items():
            other = kind(name=name, plural=plural, date=DELETED)
            wrong, which = (name, "name") if name == "talk_view" else (plural, "plural")
            line = f"kinds.toml: kind '{name}': {which}: '{wrong}' is generated for the talk; choose another name"
            self.assert_refused(self.with_kinds(kind(), other), line)
            self.assert_refused(self.with_kinds(other, kind()), line)
            self.assert_kinds_accepted(kind(date=DELETED), other)
            dated = extension(field("given", "date"), extends="talk", date="given")
            self.assert_refused(self.with_kinds(other, kind(date=DELETED), dated), line)
        line = "kinds.toml: kind 'paper_view': name: 'paper_view' is generated for the paper; choose another name"
        self.assert_refused(self.with_kinds(kind(name="paper_view")), line)

    def test_generated_name_that_the_library_has(self):
        # The test adds a name, because only kinds that are rejected for their own name generate one of the real names.
        taken = TAKEN_NAMES | {"talks_in"}
        with unittest.mock.patch("codegen.schema.TAKEN_NAMES", taken):
            what = "which is generated for it, is a name of the library; choose another name"
            self.assert_kind_wrong({}, f"plural: 'talks_in', {what}")
            self.assert_kinds_accepted(kind(date=DELETED))

    def test_unusual_names_of_fields_are_accepted(self):
        names = "date text index size lang entry column row table talks paper first values place position".split()
        self.assert_kinds_accepted(kind(field=[*kind()["field"], *map(field, names)]))


class ShownFields(KindsTest):
    """The fields that an entry shows as title, description and so on."""

    def test_fields_that_the_kind_lacks(self):
        fields = "the fields are label, speaker, slides, held, rank, topic"
        for name in ("title", "date", "abstract"):
            self.assert_kind_wrong({name: "venue"}, f"{name}: 'venue' is not a field of the kind; {fields}")
        for name in ("by", "description"):
            self.assert_kind_wrong({name: ["topic", "key"]}, f"{name}: 'key' is not a field of the kind; {fields}")

    def test_fields_of_another_type(self):
        for shown, type in {"slides": "url", "held": "year", "rank": "ordinal"}.items():
            reason = f"'{shown}' is of type {type}; name a field of type "
            self.assert_kind_wrong({"title": shown}, f"title: {reason}text or localized")
            self.assert_kind_wrong({"by": [shown]}, f"by: {reason}text, localized or texts")
            line = f"description: {reason}text, localized or texts"
            self.assert_kind_wrong({"description": ["topic", shown]}, line)
        for shown, type in {"label": "text", "rank": "ordinal"}.items():
            line = f"date: '{shown}' is of type {type}; name a field of type year or date"
            self.assert_kind_wrong({"date": shown}, line)
        line = "abstract: 'slides' is of type url; name a field of type text, localized or prose"
        self.assert_kind_wrong({"abstract": "slides"}, line)

    def test_types_of_the_fields_that_are_shown(self):
        right = {"title": "text localized", "by": "text localized texts", "description": "text localized texts"}
        right |= {"date": "year date", "abstract": "text localized prose"}
        for name, types in right.items():
            for type in FIELD_TYPES:
                shown = "given" if name in ("title", "date", "abstract") else ["given"]
                table = kind(field=[*kind()["field"], field("given", type)], **{name: shown})
                if type in types.split():
                    self.write(self.with_kinds(table))
                    self.assertEqual(read_kinds(Source(self.data))["talk"].field("given").type, type)
                else:
                    line = f"{KIND}{name}: 'given' is of type {type}; name a field of type "
                    self.assert_refused(self.with_kinds(table), line)

    def test_several_years(self):
        self.write(self.with_kinds(kind(field=[*kind()["field"], field("filmed", "year")])))
        self.assertEqual(read_kinds(Source(self.data))["talk"].date, "held")
        self.write(self.with_kinds(kind(date=DELETED)))
        self.assertEqual(read_kinds(Source(self.data))["talk"].date, "")


class Extensions(KindsTest):
    def test_missing_kind(self):
        kinds = "paper, repository, dataset, course, blog, post, community, book, tool"
        for name in ("papers", "talk"):
            line = f"kinds.toml: kind '{name}': extends: '{name}' is not a kind of record; the kinds are {kinds}"
            self.assert_refused(self.with_kinds(extension(field("award"), extends=name)), line)
        for value in (7, ["paper"]):
            line = "kinds.toml: kind 1: extends: must be a text, not "
            self.assert_refused(self.with_kinds(extension(field("award"), extends=value)), line)

    def test_only_fields_can_be_added(self):
        fields = "extends, title, by, description, date, abstract, cite_as, field"
        for name in ("name", "plural", "doc"):
            reason = f"{name}: unknown field; the fields are {fields}"
            self.assert_paper_wrong(extension(field("award"), **{name: "x"}), reason)

    def test_field_that_the_kind_already_has(self):
        line = "kinds.toml: kind 'paper', field 'title': name: 'title' is already used by a field of the paper"
        self.assert_refused(self.with_kinds(extension(field("title"))), line)
        line = "kinds.toml: kind 'paper', field 'award': name: 'award' is already used by a field of the paper"
        self.assert_refused(self.with_kinds(extension(field("award")), extension(field("award"))), line)
        line = "kinds.toml: kind 'paper', field 'paper': name: 'paper' is the name of the kind, and its class"
        self.assert_refused(self.with_kinds(extension(field("paper"))), line)

    def test_fields_that_are_shown(self):
        reason = "by: 'award' is not a field of the kind; the fields are number, title"
        self.assert_paper_wrong(extension(by=["award"]), reason)
        line = "date: 'title' is of type text; name a field of type year or date"
        self.assert_paper_wrong(extension(date="title"), line)
        line = "abstract: 'number' is of type ordinal; name a field of type text, localized or prose"
        self.assert_paper_wrong(extension(abstract="number"), line)
        # The missing field may be one of the added fields, which cannot be read.
        self.assert_paper_wrong(extension(field=[], date="award"), "field: must be at least one [[table]]")

    def test_extension_reads_back(self):
        shown = {"title": "short_title", "by": ["award", "authors"], "description": ["award", "summary"]}
        table = extension(field("award", "localized"), field("slides", "url"), **shown)
        award = {"ko": "상", "en": "Prize"}
        paper = ("papers.toml", "paper", 0)
        columns = ("catalog.toml", "category", 0, "columns", [column("award", "Award"), column("title", "Title")])
        self.write({**changed((*paper, "award", award), columns), "kinds.toml": {"kind": [table]}})
        tables = self.assert_content(self.data)
        papers = tables["paper_table"]
        self.assertEqual(papers.lines("award", 2)[:2], [("상", "Prize"), ("", "")])
        common = [papers.texts_at(index)[:2] for index in tables["common_table"].arrays["columns"][:10]]
        self.assertEqual(common[2:4], [["Paper 1", "Paper 2"]] * 2)
        self.assertEqual(common[4:6], [["상", "Someone et al."], ["Prize", "Someone et al."]])
        self.assertEqual(common[6:8], [["상", "요약 2"], ["Prize", "Summary 2"]])

    def test_extension_before_the_kind_that_it_extends(self):
        self.write(self.with_kinds(extension(field("award"), extends="talk"), kind()))
        kinds = read_kinds(Source(self.data))
        self.assertEqual([item.name for item in kinds["talk"].fields][-2:], ["topic", "award"])


class Replacements(KindsTest):
    def test_replacement_of_a_standard_kind(self):
        tool = kind(name="tool", plural="tools", field=[field("label")], by=DELETED, date=DELETED)
        tools = ("tools.toml", "tool", 0)
        catalogue = changed((*tools, "label", "x"), (*tools, "name", DELETED), (*tools, "purpose", DELETED))
        for category in catalogue["catalog.toml"]["category"]:
            if category["kind"] == "tool":
                del category["columns"]
        self.write({**catalogue, "kinds.toml": {"kind": [tool]}})
        self.assertEqual(self.assert_content(self.data)["tool_table"].texts("label"), ["x"])
        standard = [*read_kinds(Source(STANDARD_DIRECTORY))]
        self.assertEqual([*read_kinds(Source(self.data))], standard)

    def test_another_paper(self):
        fields = [field("title"), field("name", "localized"), field("year", "year")]
        paper = kind(name="paper", plural="papers", title="name", by=DELETED, date="year", field=fields)
        papers = [{"key": "one", "category": "attention", "title": "One", "name": "First", "year": 2001}]
        catalogue = changed(("papers.toml", "paper", papers), ("reading_order.toml", {}))
        for category in catalogue["catalog.toml"]["category"]:
            if category["kind"] == "paper":
                del category["columns"]
        self.write({**catalogue, "kinds.toml": {"kind": [paper]}})
        tables = self.assert_content(self.data)
        table, common = tables["paper_table"], tables["common_table"].arrays["columns"]
        self.assertEqual([table.texts("title"), table.texts_at(common[2])], [["One"], ["First"]])
