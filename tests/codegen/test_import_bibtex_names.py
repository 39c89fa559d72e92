"""The import of names of BibTeX and BibLaTeX, in the parts that they have."""

import unittest

from tests.support.bibtex import DOE, BibtexTest


class Names(BibtexTest):
    def test_names(self):
        for latex, names in {
            "Doe, Jane and others": [DOE, "others"],
            "Doe, Jane et al.": [DOE, "others"],
            "{{Institute of Standards and Technology}}": [{"literal": "Institute of Standards and Technology"}],
            "{Example Consortium} and Meta {AI} and Jane Doe": [
                {"literal": "Example Consortium"},
                {"literal": "Meta AI"},
                DOE,
            ],
            "Doe, Jr., John and Guy Doe Jr.": [{**DOE, "given": name, "suffix": "Jr."} for name in ("John", "Guy")],
            "van Dijk, II, Teun": [{"family": "Dijk", "given": "Teun", "particle": "van", "suffix": "II"}],
            "Jos{\\'e} Ortega y Prado": [{"literal": "José Ortega y Prado"}],
            "Ludwig van~Beethoven": [{"family": "Beethoven", "given": "Ludwig", "particle": "van"}],
            '{\\"O}zg{\\"u}r, A. and {van Dijk}, T.': [
                {"family": "Özgür", "given": "A."},
                {"family": "van Dijk", "given": "T."},
            ],
            "John Paul Smith and Doe JA and Plato": [
                {"family": "Smith", "given": "John Paul"},
                {"literal": "Doe JA"},
                {"family": "Plato"},
            ],
            "family=Berg, given=A., prefix=van den, useprefix=true": [
                {"family": "Berg", "given": "A.", "particle": "van den"}
            ],
            "Doe, J., Roe, R., Poe, E.": [{"literal": "Doe, J., Roe, R., Poe, E."}],
            '{\\LaTeX} Team and M\\"uller \\& S\\"ohne, GmbH': [
                {"literal": "LaTeX Team"},
                {"literal": "Müller & Söhne, GmbH"},
            ],
        }.items():
            self.assert_cited(f"author={{{latex}}}", {"author": names})

    def test_editors_of_a_kind(self):
        self.assert_cited("editor={Doe, Jane}, editortype={compiler}", {"compiler": [DOE]})
        self.assert_cited("editora={Doe, Jane}, editoratype={director}", {"director": [DOE]})
        self.assert_cited(
            "editora={Doe, Jane}, editoratype={founder}",
            {"contributor": [DOE]},
            ["entry 'k': editoratype: is lost: CSL has no such role: founder"],
        )
        self.assert_cited(
            "afterword={Doe, Jane}",
            {"contributor": [DOE]},
            ["entry 'k': afterword: are contributors; CSL has no such role"],
        )


if __name__ == "__main__":
    unittest.main()
