"""The catalogues under test: this one, and others for which a test builds an example."""

import tempfile
import unittest
from pathlib import Path

from codegen.reader import read_catalogue
from tests.hostile.catalogues import write
from tests.readers.arguments import CITE, COMPILER
from tests.support.running import ROOT, generate, output_of

CATALOGUE = read_catalogue(ROOT / "data")
KEYS = [record.key for record in CATALOGUE.entries]


def cite(*arguments: str) -> str:
    return output_of(CITE, *arguments)


# Citations with features that this catalogue does not use.
OTHER_CITATIONS = {
    "names": {
        "type": "chapter",
        "author": [
            {"family": "Doe", "given": "Jane", "suffix": "Jr."},
            {"family": "Berg", "given": "A.", "particle": "van den", "suffix": "III"},
            {"family": "Vigny", "given": "Alfred", "dropping-particle": "de"},
            {"family": "Plato"},
            {"family": "Beethoven", "particle": "van"},
            {"literal": "Simon and Garfunkel"},
            {"literal": "Institute, of Standards"},
            "others",
        ],
        "editor": [{"family": "Roe", "given": "Richard"}, "others"],
    },
    "note": {
        "type": "article-journal",
        "note": "Two\nlines.",
        "arxiv": "2106.09685",
        "container-title": "A Journal",
        "volume": 3,
    },
    "range": {
        "type": "book",
        "issued": "2020-05-03/2021",
        "accessed": {"literal": "31st August"},
        "publisher": "A House",
    },
    "preprint": {"type": "article", "arxiv": "1706.03762", "number": "7"},
}


def of_citations(cited: dict) -> dict:
    """The files of a catalogue with a record for each citation."""
    category = {"id": "services", "title": "S", "kind": "tool"}
    tools = [{"key": key, "category": "services", "name": key, "citation": given} for key, given in cited.items()]
    return {
        "catalog.toml": {"title": "T", "part": [{"title": "P"}], "category": [category]},
        "tools.toml": {"tool": tools},
        "reading_order.toml": {},
    }


OTHER = of_citations(OTHER_CITATIONS)


class OtherCatalogue(unittest.TestCase):
    """Builds an example with another catalogue."""

    def build(self, files: dict, example: str, *calls: list[str]) -> list[str]:
        """The output of the example for each call."""
        with tempfile.TemporaryDirectory() as directory:
            data, library, program = (Path(directory, name) for name in ("data", "library", "program"))
            write(data, files)
            generate("--data", data, "--library", library)
            output_of(*COMPILER, "-std=c++20", f"-I{library}", ROOT / f"tests/examples/{example}.cpp", "-o", program)
            self.catalogue = read_catalogue(data)
            return [output_of(program, *arguments) for arguments in calls]
