"""Tests of the CSL-JSON output with citeproc-js, which makes a bibliography in APA style.

citeproc-js is not strict: it silently ignores unknown members, and reads a line `DOI: 10.1/x` of a note as a variable.
The style does not mark software, and prints the name "others" as `& others`."""

import json
import re
import unittest
from pathlib import Path

from codegen.citations import citations
from codegen.names import Name
from tests.readers.catalogues import CATALOGUE, KEYS, OTHER_CITATIONS, OtherCatalogue, cite, of_citations
from tests.support.hangul import HANGUL
from tests.readers.read_back import written
from tests.support.node import output_of_script
from tests.support.running import ROOT, skip

SCRIPT = ROOT / "tests/readers/bibliography.mjs"
CSL = Path("/usr/share/citation-style-language")
STYLE = CSL / "styles/apa.csl"
LOCALE = CSL / "locales/locales-en-US.xml"
# The number of authors before the ellipsis, if not all are shown.
SHOWN_AUTHORS = 19
SHOWN_VARIABLES = ("title", "container-title", "publisher", "volume", "issue", "page")
TYPOGRAPHERS = str.maketrans("\u2018\u2019\u201c\u201d\u2013", "''\"\"-")

EXPECTED = {
    "gpt-2": "Radford, A., Wu, J., Child, R., Luan, D., Amodei, D., & Sutskever, I. (2019). Language Models are "
    "Unsupervised Multitask Learners [Technical report]. OpenAI. https://cdn.openai.com/better-language-models/"
    "language_models_are_unsupervised_multitask_learners.pdf",
    "lora": "Hu, E. J., Shen, Y., Wallis, P., Allen-Zhu, Z., Li, Y., Wang, S., Wang, L., & Chen, W. (2022). LoRA: "
    "Low-Rank Adaptation of Large Language Models. ICLR. https://arxiv.org/abs/2106.09685",
    "got": "Wei, H., Liu, C., Chen, J., Wang, J., Kong, L., Xu, Y., Ge, Z., Zhao, L., Sun, J., Peng, Y., Han, C., & "
    "Zhang, X. (2024). General OCR Theory: Towards OCR-2.0 via a Unified End-to-end Model (arXiv:2409.01704). "
    "https://arxiv.org/abs/2409.01704",
    "llava-next": "Liu, H., Li, C., Li, Y., Li, B., Zhang, Y., Shen, S., & Lee, Y. J. (2024, January 30). LLaVA-NeXT: "
    "Improved reasoning, OCR, and world knowledge. https://llava-vl.github.io/blog/2024-01-30-llava-next/",
    "doctr": "Mindee. (2021). docTR: Document Text Recognition. https://github.com/mindee/doctr",
    "hands-on-machine-learning": "G\u00e9ron, A. (2023). \ud578\uc988\uc628 \uba38\uc2e0\ub7ec\ub2dd "
    "(\ubc15\ud574\uc120, Trans.; 3rd ed.). \ud55c\ube5b\ubbf8\ub514\uc5b4. https://github.com/rickiepark/handson-ml3",
}
# The ends of lines with more authors than the style shows.
ENDS = {
    "internvl-1-5": "\u2026 Wang, W. (2024). How Far Are We to GPT-4V? Closing the Gap to Commercial Multimodal Models "
    "with Open-Source Suites. Science China Information Sciences, 67(12), 220101. "
    "https://doi.org/10.1007/s11432-024-4231-5",
    "chinchilla": "Elsen, E., \u2026 Sifre, L. (2022). An empirical analysis of compute-optimal large language model "
    "training. NeurIPS. https://doi.org/10.52202/068431-2176",
}

OTHER = OTHER_CITATIONS | {
    "group": {
        "type": "report",
        "title": "A Report",
        "author": [{"literal": "Qwen Team"}, {"literal": "Meta AI"}],
        "publisher": "MIT",
        "genre": "Technical report",
        "issued": 2024,
    },
    "german": {
        "type": "article-journal",
        "title": "\u00dcber die Rolle der Sprache",
        "container-title": "Zeitschrift f\u00fcr angewandte Linguistik",
        "author": ["M\u00fcller, Anna"],
        "language": "de",
        "volume": 3,
        "issue": 2,
        "page": "1-9",
        "issued": "2020-05",
    },
    "hostile": {
        "type": "webpage",
        "title": "a < b & <script>\"c\"</script> $e_f^2$ {g} \\h 'i' --j",
        "issued": "2020-01-02",
    },
    "months": {
        "type": "webpage",
        "title": "Months",
        "issued": "2020-05/2021-06",
        "accessed": "2026-11-01",
        "URL": "https://a.example/",
    },
    "published": {
        "type": "paper-conference",
        "title": "Published",
        "arxiv": "1706.03762",
        "container-title": "Proceedings",
        "note": "A note.",
        "issued": 2017,
    },
}
EXPECTED_OF_OTHER = {
    "names": "Doe, J., Jr., van den Berg, A., III, Vigny, A. de, Plato, van Beethoven, Simon and Garfunkel, Institute, "
    "of Standards, & others. (n.d.). names (R. Roe & others, Eds.).",
    "note": "note. (n.d.). A Journal, 3.",
    "range": "range. (2020\u20132021). A House.",
    "preprint": "preprint (No. 7). (n.d.).",
    "group": "Qwen Team & Meta AI. (2024). A Report [Technical report]. MIT.",
    "german": "M\u00fcller, A. (2020). \u00dcber die Rolle der Sprache. Zeitschrift f\u00fcr angewandte Linguistik, "
    "3(2), 1\u20139.",
    "hostile": "a < b & <script>\"c\"</script> $e_f^2$ {g} \\h \u201ci\u201d --j. (2020, January 2).",
    "months": "Months. (2020\u20132021, May\u2013June). https://a.example/",
    "published": "Published. (2017). Proceedings.",
}


def need_style() -> None:
    """Skips the check if the style or the locale is not installed."""
    for path, package in (STYLE, "styles"), (LOCALE, "locales"):
        if not path.exists():
            skip(f"{path} is not installed (Debian: citation-style-language-{package})")


def bibliography_of(csl_json: str) -> dict[str, str]:
    """The line of each item, by its id."""
    return json.loads(output_of_script(SCRIPT, STYLE, LOCALE, input=csl_json))


def begin_of(name: Name) -> str:
    """The beginning of a name in this style: a person's family name, a whole Hangul name, or the name of a group."""
    if not name.family or HANGUL.search(name.family):
        return f"{name.literal}{name.family}{name.given}"
    return " ".join(filter(None, [name.particle, name.family])) + ("," if name.given else "")


class Bibliography(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lines = bibliography_of(cite(*KEYS, "--csl"))

    def test_every_record_has_a_line(self):
        self.assertEqual(sorted(self.lines), sorted(KEYS))
        self.assertEqual({key: self.lines[key] for key in EXPECTED}, EXPECTED)
        for key, end in ENDS.items():
            self.assertEqual(self.lines[key][-len(end) :], end)

    def test_each_line_contains_the_values_of_the_data(self):
        for record, citation in zip(CATALOGUE.entries, citations(CATALOGUE)):
            with self.subTest(record.key):
                line = self.lines[record.key].translate(TYPOGRAPHERS)
                names = citation.names["author"].names if "author" in citation.names else []
                shown = [begin_of(name) for name in names[:SHOWN_AUTHORS]]
                shown += [citation.texts[name] for name in SHOWN_VARIABLES if name in citation.texts]
                self.assertEqual([text for text in shown if text not in line], [])

    def test_only_preprints_have_arxiv_numbers(self):
        cited = zip(CATALOGUE.entries, citations(CATALOGUE))
        preprints = {record.key for record, citation in cited if citation.type == "article"}
        self.assertEqual({key for key, line in self.lines.items() if "arXiv:" in line}, preprints)

    def test_only_records_without_a_date_are_undated(self):
        cited = zip(CATALOGUE.entries, citations(CATALOGUE))
        undated = {record.key for record, citation in cited if "issued" not in citation.dates}
        self.assertEqual({key for key, line in self.lines.items() if re.search(r"\(n\.d\.(-[a-z])?\)", line)}, undated)


class BibliographyOfReferences(unittest.TestCase):
    def test_each_reference_has_a_line(self):
        source = written()["references"]
        # citeproc-js takes minutes for the reference with 3,000 authors.
        items = [item for item in json.loads(source.texts["csl_json"]) if len(item.get("author", ())) < 1_000]
        self.assertEqual(len(items), 149)
        self.assertEqual({*bibliography_of(json.dumps(items))}, {item["id"] for item in items})


class OtherBibliography(OtherCatalogue):
    maxDiff = None

    def test_each_reference_has_a_line(self):
        (whole,) = self.build(of_citations(OTHER), "cite", [*OTHER, "--csl"])
        self.assertEqual(bibliography_of(whole), EXPECTED_OF_OTHER)
