"""Tests of the CSL-JSON output: Python reads the values of the data, and ajv validates it against the schema."""

import json
import unittest

from codegen import csl
from codegen.catalogue import Record
from codegen.citations import Citation, citations
from codegen.names import Name
from tests.readers.arguments import APPENDIX, CITE
from tests.readers.catalogues import CATALOGUE, KEYS, OTHER, OTHER_CITATIONS, OtherCatalogue, cite, of_citations
from tests.readers.read_back import written
from tests.support.node import mistakes_in
from tests.support.running import ROOT, run


def members(pairs: list) -> dict:
    """A JSON object, which must not repeat a member."""
    if len(dict(pairs)) < len(pairs):
        raise AssertionError(f"a member appears twice: {pairs}")
    return dict(pairs)


def item_of(record: Record, citation: Citation) -> dict:
    """The expected CSL-JSON of a citation."""
    item = {"id": record.key, "type": citation.type, **citation.texts}
    if "URL" in item:
        item["URL"] = item["URL"].replace("'", "%27")
    if citation.arxiv and citation.type == "article" and "number" not in item:
        item["number"] = f"arXiv:{citation.arxiv}"
    elif citation.arxiv:
        item["note"] = "\n".join([*filter(None, [item.get("note")]), f"arXiv:{citation.arxiv}"])
    for role, listed in citation.names.items():
        item[role] = [parts_of(name) for name in listed.names] + [{"literal": "others"}] * listed.has_others
    for name, date in citation.dates.items():
        ends = [[part for part in end if part] for end in (date.begin, date.end) if end.year]
        # Both ends of a range have the precision of the less precise one.
        item[name] = {"date-parts": [end[: min(map(len, ends))] for end in ends]} if ends else {"literal": date.literal}
    return item


def parts_of(name: Name) -> dict:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "dropping-particle": name.dropping_particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {part: text for part, text in parts.items() if text}


class OtherCslJson(OtherCatalogue):
    maxDiff = None

    def test_the_csl_json_matches_the_data(self):
        (written,) = self.build(OTHER, "cite", [*OTHER_CITATIONS, "--csl"])
        expected = [item_of(*each) for each in zip(self.catalogue.entries, citations(self.catalogue))]
        self.assertEqual(json.loads(written, object_pairs_hook=members), expected)
        self.assertEqual(expected[1]["note"], "Two\nlines.\narXiv:2106.09685")
        self.assertEqual(expected[2]["issued"], {"date-parts": [[2020], [2021]]})


class References(unittest.TestCase):
    maxDiff = 2_000

    def test_the_csl_json_of_every_reference_matches_the_data(self):
        source = written()["references"]
        items = json.loads(source.texts["csl_json"], object_pairs_hook=members)
        self.assertEqual(len(items), 150)
        for item, record, citation in zip(items, source.catalogue.entries, citations(source.catalogue), strict=True):
            self.assertEqual(item, item_of(record, citation))

    def test_the_json_of_every_reference_matches_the_data(self):
        source = written()["references"]
        document = json.loads(source.texts["json"], object_pairs_hook=members)
        for record, expected in zip(document["records"], source.document["records"], strict=True):
            self.assertEqual(record, expected)
        self.assertEqual(document, source.document)


class CslJson(unittest.TestCase):
    maxDiff = None

    def test_the_csl_json_matches_the_data(self):
        items = json.loads(cite(*KEYS, "--csl"), object_pairs_hook=members)
        self.assertEqual([item["id"] for item in items], KEYS)
        for item, record, citation in zip(items, CATALOGUE.entries, citations(CATALOGUE)):
            with self.subTest(record.key):
                self.assertEqual(item, item_of(record, citation))

    def test_the_error_for_an_unknown_key_names_the_nearest(self):
        result = run(CITE, "lora", "qlor", status=1)
        self.assertEqual(result.stdout, "")
        self.assertEqual(result.stderr, 'cite: no record has the key "qlor"; the nearest is qlora\n')
        result = run(CITE, "QLoRA", status=1)
        self.assertEqual(result.stderr, 'cite: no record has the key "QLoRA"; the nearest is qlora\n')
        self.assertEqual(cite("lora", "lora"), cite("lora"))
        result = run(CITE, "gradioo", "flush-attention", "nothing-like-it", status=1)
        self.assertEqual(result.stderr.splitlines(), [
            'cite: no record has the key "gradioo"; the nearest is gradio',
            'cite: no record has the key "flush-attention"; the nearest is flash-attention',
            'cite: no record has the key "nothing-like-it"',
        ])
        self.assertEqual(run(CITE, "--help", status=1).stderr, run(CITE, status=1).stderr)
        self.assertRegex(run(CITE, status=1).stderr, r"\Ausage: cite KEY\.\.\. \[--csl\]\n\Z")


class FullDisk(unittest.TestCase):
    def test_a_full_disk_is_an_error(self):
        for command in [CITE, *KEYS], [CITE, *KEYS, "--csl"], [APPENDIX], [APPENDIX, "--notes"]:
            with open("/dev/full", "w") as full:
                run(*command, status=1, stdout=full)


# The names in the specification of CSL 1.0.2 that its schema for JSON lacks; see issue 407 of
# github.com/citation-style-language/schema. The schema calls the middle three part, printing and supplement.
NOT_IN_SCHEMA = {"editor-translator", "part-number", "printing-number", "supplement-number", "license"}
VALID = {
    "id": "a",
    "type": "book",
    "author": [{"family": "A"}, {"literal": "B"}],
    "issued": {"date-parts": [[2020, 1, 2], [2021]]},
}
INVALID_DATES = ([], [[]], [2020], [[2020, 1, 2, 3]], [[2020], [2021], [2022]], [["2020"]])
INVALID = [
    *({"id": ...}, {"type": ...}, {"type": "blog"}, {"titel": "A"}, {"title": 1}, {"volume": ["1"]}),
    *({"arxiv": "1706.03762"}, {"author": "A"}, {"author": []}, {"author": [{"name": "A"}]}),
    *({"author": [{"given": "A"}]}, {"author": [{}]}, {"author": [{"family": "A", "literal": "A"}]}),
    *({"author": [{"family": None}]}, {"issued": "2020"}, {"issued": {}}),
    *({"issued": {"date-parts": parts}} for parts in INVALID_DATES),
]


def mistakes_in_items(csl_json: str) -> list[str]:
    """The mistakes that ajv finds."""
    return mistakes_in([json.loads(csl_json)], ROOT / "tests/readers/csl_json.schema.json")[0]


class CslSchema(unittest.TestCase):
    """The schema does not restrict the values of dates and URLs, or the variables of a type. ajv does not notice
    repeated members."""

    def test_every_record_is_valid(self):
        for source in written().values():
            self.assertEqual(mistakes_in_items(source.texts["csl_json"]), [])

    def test_the_json_matches_its_own_schema(self):
        documents = [json.loads(source.texts["json"]) for source in written().values()]
        self.assertEqual(mistakes_in(documents, ROOT / "tests/json/schema.json"), [[], []])

    def test_the_schema_rejects_mistakes(self):
        self.assertEqual(mistakes_in_items(json.dumps([VALID])), [])
        whole = [{**VALID, **change} for change in INVALID]
        changed = [{name: value for name, value in item.items() if value is not ...} for item in whole]
        refused = {int(line.split("/")[1].split()[0]) for line in mistakes_in_items(json.dumps(changed))}
        self.assertEqual([change for at, change in enumerate(INVALID) if at not in refused], [])


class OtherCslSchema(OtherCatalogue):
    def test_every_type_and_variable_is_valid(self):
        values = {"DOI": "10.1234/a", "URL": "https://a.example/"}
        values = {name: values.get(name, "1") for name in csl.STANDARD_VARIABLES}
        values |= dict.fromkeys(csl.DATE_VARIABLES, "2020-05")
        values |= dict.fromkeys(csl.NAME_VARIABLES, ["Doe, Jane", "others"])
        given = OTHER_CITATIONS | {f"of-type-{type}": {"type": type} for type in csl.TYPES} | {"whole": values}
        (page,) = self.build(of_citations(given), "cite", [*given, "--csl"])
        self.assertEqual(set(json.loads(page)[-1]), {"id", "type", *csl.VARIABLES})
        mistake = f"/{len(given) - 1} must NOT have additional properties"
        expected = [f'{mistake} {{"additionalProperty": "{name}"}}' for name in NOT_IN_SCHEMA]
        self.assertEqual(sorted(mistakes_in_items(page)), sorted(expected))
