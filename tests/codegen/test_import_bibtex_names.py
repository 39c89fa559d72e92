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
            '{\\LaTeX} Team and M\\"uller \\& S\\"ohne, GmbH': [
                {"literal": "LaTeX Team"},
                {"literal": "Müller & Söhne, GmbH"},
            ],
        }.items():
            self.assert_cited(f"author={{{latex}}}", {"author": names})

    def test_no_part_is_invented(self):
        for latex in (
            "J. Smith, K. Doe, R. Roe",
            "J. Smith, K. Doe",
            "Smith, J. \\& Doe, K.",
            "J. Smith \\& K. Doe",
            "Procter \\& Gamble",
            "Doe, Kate,",
            "John Smith; Kate Doe",
            "Doe, J., Roe, R., Poe, E.",
            "John Smith, Kate Doe, Guy Roe, Eva Poe",
        ):
            text = latex.replace("\\", "")
            line = f"""entry 'k': author: "{text}" cannot be divided for certain, and is kept as a whole"""
            self.assert_cited(f"author={{{latex}}}", {"author": [{"literal": text}]}, [line])
        for title in "Jr.", "Sr.", "II", "III", "IV", "Ph.D.", "M.D.":
            for latex in f"Doe, {title}, Jane", f"Doe, Jane, {title}", f"Doe, {{{title}}}, Jane":
                self.assert_cited(f"author={{{latex}}}", {"author": [{**DOE, "suffix": title}]})
        self.assert_cited("author={Jane Doe, Ph.D.}", {"author": [{**DOE, "suffix": "Ph.D."}]})
        berg = {"family": "Berg", "given": "M.D.", "particle": "van"}
        self.assert_cited("author={van Berg, M.D.}", {"author": [berg]})

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
