"""Tests of the CSL-JSON: Python reads what the data say."""

import json
import unittest

from codegen.catalogue import Record
from codegen.citations import Citation, citations
from codegen.names import Name
from tests.readers.arguments import APPENDIX, CITE
from tests.readers.catalogues import CATALOGUE, KEYS, OtherCitations, cite
from tests.support.running import run


def members(pairs: list) -> dict:
    """An object of JSON, which must not have a member twice."""
    if len(dict(pairs)) < len(pairs):
        raise AssertionError(f"a member stands there twice: {pairs}")
    return dict(pairs)


def item_of(record: Record, citation: Citation) -> dict:
    """What CSL-JSON has to say of a citation."""
    item = {"id": record.key, "type": citation.type, **citation.texts}
    if citation.arxiv and citation.type == "article" and "number" not in item:
        item["number"] = f"arXiv:{citation.arxiv}"
    elif citation.arxiv:
        item["note"] = "\n".join([*filter(None, [item.get("note")]), f"arXiv:{citation.arxiv}"])
    for role, listed in citation.names.items():
        item[role] = [parts_of(name) for name in listed.names] + [{"literal": "others"}] * listed.has_others
    for name, date in citation.dates.items():
        ends = [[part for part in end if part] for end in (date.begin, date.end) if end.year]
        item[name] = {"date-parts": ends} if ends else {"literal": date.literal}
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


class OtherCslJson(OtherCitations):
    maxDiff = None

    def test_csl_json_says_what_the_data_say(self):
        expected = [item_of(*each) for each in zip(self.catalogue.entries, citations(self.catalogue))]
        self.assertEqual(json.loads(self.csl, object_pairs_hook=members), expected)
        self.assertEqual(expected[1]["note"], "Two\nlines.\narXiv:2106.09685")
        self.assertEqual(expected[2]["issued"], {"date-parts": [[2020, 5, 3], [2021]]})


class CslJson(unittest.TestCase):
    maxDiff = None

    def test_csl_json_says_what_the_data_say(self):
        items = json.loads(cite(*KEYS, "--csl"), object_pairs_hook=members)
        self.assertEqual([item["id"] for item in items], KEYS)
        for item, record, citation in zip(items, CATALOGUE.entries, citations(CATALOGUE)):
            with self.subTest(record.key):
                self.assertEqual(item, item_of(record, citation))

    def test_unknown_keys_are_answered_with_the_nearest(self):
        result = run(CITE, "lora", "qlor", status=1)
        self.assertEqual(result.stdout, "")
        self.assertRegex(result.stderr, r'\Acite: no record has the key "qlor"; the nearest are qlora, lora, \S+\n\Z')
        self.assertRegex(run(CITE, "QLoRA", status=1).stderr, "the nearest are qlora, ")
        self.assertEqual(cite("lora", "lora"), cite("lora"))
        result = run(CITE, "gradioo", "flash", status=1)
        self.assertRegex(result.stderr.splitlines()[0], r'\Acite: no record has the key "gradioo"; the nearest are gradio, ')
        self.assertRegex(result.stderr.splitlines()[1], "flash-attention, flashattention, flashattention-2")
        self.assertEqual(run(CITE, "--help", status=1).stderr, run(CITE, status=1).stderr)
        self.assertRegex(run(CITE, status=1).stderr, r"\Ausage: cite KEY\.\.\. \[--csl\]\n\Z")


class FullDisk(unittest.TestCase):
    def test_what_cannot_be_written_is_no_success(self):
        for command in [CITE, *KEYS], [CITE, *KEYS, "--csl"], [APPENDIX], [APPENDIX, "--notes"]:
            with open("/dev/full", "w") as full:
                run(*command, status=1, stdout=full)
