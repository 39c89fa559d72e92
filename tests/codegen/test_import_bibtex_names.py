"""The import of names from BibTeX and BibLaTeX, with their parts."""

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
            "Ludwig van~Beethoven": [{"family": "Beethoven", "given": "Ludwig", "particle": "van"}],
            '{\\"O}zg{\\"u}r, A. and {van Dijk}, T.': [
                {"family": "Özgür", "given": "A."},
                {"family": "van Dijk", "given": "T."},
            ],
            "John Paul Smith and Plato": [{"family": "Smith", "given": "John Paul"}, {"family": "Plato"}],
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
            *("Procter \\& Gamble", "Doe, Kate,", "Doe, Jane, Roe, Guy", "John Smith, Ph.D., Kate Doe, M.D."),
            *("Jane Doe, editor", "Jane Doe (MIT)", "Doe, Jane (Ed.)", "Jane Doe et Guy Roe", "Jane Doe/Guy Roe"),
            *("Doe, Jane 0000-0002-1825-0097", "3 others", "DOE Jane", "홍 길동", "Wei XU", "Malcolm X", "Doe J. A."),
            "José Ortega y Prado",
        ):
            text = latex.replace("\\", "")
            line = f"""entry 'k': author: "{text}" cannot be split with certainty, and is kept whole"""
            self.assert_cited(f"author={{{latex}}}", {"author": [{"literal": text}]}, [line])
        for latex in (
            *("{Doe}, Jane, Roe", "{Doe}, Jr., A, B", "{홍} 길동", "DOE {Jane}", "{Doe} JA", "A {Ortega} y {Prado}"),
            *("Jane {Doe,}", "given=Jane", "family=Doe, foo"),
        ):
            text = latex.replace("{", "").replace("}", "")
            line = f"""entry 'k': author: "{text}" cannot be split with certainty, and is kept whole"""
            self.assert_cited(f"author={{{latex}}}", {"author": [{"literal": text}]}, [line])
        for title in "Jr.", "Sr.", "II", "III", "IV", "Ph.D.", "M.D.":
            for latex in f"Doe, {title}, Jane", f"Doe, Jane, {title}", f"Doe, {{{title}}}, Jane":
                self.assert_cited(f"author={{{latex}}}", {"author": [{**DOE, "suffix": title}]})
        self.assert_cited("author={Jane Doe, Ph.D.}", {"author": [{**DOE, "suffix": "Ph.D."}]})
        berg = {"family": "Berg", "given": "M.D.", "particle": "van"}
        self.assert_cited("author={van Berg, M.D.}", {"author": [berg]})

    def test_several_names_without_an_and(self):
        roe = {"family": "Roe", "given": "Guy"}
        initials = [{"family": "Smith", "given": "J."}, {"family": "Doe", "given": "K."}]
        for latex, text, names in (
            ("Jane Doe; Guy Roe", None, [DOE, roe]),
            ("Doe, Jane; Roe, Guy; et al.", None, [DOE, roe, "others"]),
            ("Doe, Jane \\& Roe, Guy", "Doe, Jane & Roe, Guy", [DOE, roe]),
            ("J. Smith, K. Doe", None, initials),
            ("Smith, J., Doe, K.", None, initials),
            ("J. Smith, K. Doe, et al.", None, [*initials, "others"]),
            ("John A. Smith, Jane Doe", None, [{"family": "Smith", "given": "John A."}, DOE]),
            ("Jane Doe, Guy Roe, K. Doe", None, [DOE, roe, initials[1]]),
            ("Jane Doe, Guy Roe and K. Doe", "Jane Doe, Guy Roe", [DOE, roe, initials[1]]),
            ("Jane Doe, Guy Roe, and K. Doe", "Jane Doe, Guy Roe", [DOE, roe, initials[1]]),
            ("Smith JA, Doe K", None, [{"literal": "Smith JA"}, {"literal": "Doe K"}]),
            ("홍길동, 김철수", None, [{"family": "홍길동"}, {"family": "김철수"}]),
            ("王小明、李四", None, [{"family": "王小明"}, {"family": "李四"}]),
        ):
            text = text or latex
            count = len(names) if "and" not in latex else 2
            lines = [f"""entry 'k': author: "{text}" is split into {count} names"""]
            for name in names:
                if "literal" in name:
                    whole = f'"{name["literal"]}" cannot be split with certainty, and is kept whole'
                    lines.append(f"entry 'k': author: {whole}")
            self.assert_cited(f"author={{{latex}}}", {"author": names}, lines)

    def test_one_name_or_two(self):
        names = {"family": "Vargas Llosa", "given": "Jorge Mario"}
        line = '"Vargas Llosa, Jorge Mario" is taken as one name; several have an "and" between them'
        lines = [f"entry 'k': author: {line}"]
        for latex, others in ("", []), (" and", []), (" et al.", ["others"]):
            self.assert_cited(f"author={{Vargas Llosa, Jorge Mario{latex}}}", {"author": [names, *others]}, lines)
        line = """entry 'k': author: "Vargas Llosa, Jorge Mario; Doe, Jane" is split into 2 names"""
        self.assert_cited("author={Vargas Llosa, Jorge Mario; Doe, Jane}", {"author": [names, DOE]}, [line])
        for latex, name in (
            ("Ministry Health, Jorge Mario", {"literal": "Ministry Health, Jorge Mario"}),
            ("van Berg, Jorge Mario", {"family": "Berg", "given": "Jorge Mario", "particle": "van"}),
            ("Vargas Llosa, Jorge Jr", {"family": "Vargas Llosa", "given": "Jorge", "suffix": "Jr"}),
        ):
            self.assert_cited(f"author={{{latex}}}", {"author": [name]})
        for latex in "{Vargas Llosa}, Jorge Mario", "Vargas Llosa, Jorge Mario and Doe, Jane":
            self.assert_cited(f"author={{{latex}}}", {"author": [names] + [DOE] * ("and" in latex)})

    def test_forms_of_one_name(self):
        king = {"family": "King", "given": "Martin Luther", "suffix": "Jr."}
        for latex, name in (
            ("Martin Luther King Jr.", king),
            ("Martin Luther King, Jr.", king),
            ("King, Jr., Martin Luther", king),
            ("Doe1, Jane", {"family": "Doe1", "given": "Jane"}),
            ("Doe, Jane and", DOE),
            ("and Doe, Jane", DOE),
            ("And, Metin", {"family": "And", "given": "Metin"}),
            ("{Rock and Roll}, Jane", {"family": "Rock and Roll", "given": "Jane"}),
            ("von und zu Berg, A.", {"family": "Berg", "given": "A.", "particle": "von und zu"}),
            ("de la cruz, juana", {"family": "cruz", "given": "juana", "particle": "de la"}),
            ("The World Bank", {"literal": "The World Bank"}),
            ("El Pais", {"literal": "El Pais"}),
            ("Jane Doe PhD", {**DOE, "suffix": "PhD"}),
            ("DOE, JANE", {"family": "DOE", "given": "JANE"}),
            ("Jean O'Brien", {"family": "O'Brien", "given": "Jean"}),
            ("Mc Donald, R.", {"family": "Mc Donald", "given": "R."}),
            ("al-Khwarizmi, Muhammad", {"family": "al-Khwarizmi", "given": "Muhammad"}),
            ("Ana de la Fuente", {"family": "Fuente", "given": "Ana", "particle": "de la"}),
            ("홍, 길동", {"family": "홍", "given": "길동"}),
            ("홍길동", {"family": "홍길동"}),
            ("{Doe, Jane}", {"literal": "Doe, Jane"}),
            ("Humboldt, Alexander von", {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}),
            ("{Doe}, jane", {"family": "Doe", "given": "jane"}),
            ("El {Pais}", {"literal": "El Pais"}),
            ("Al {Roe}", {"family": "Roe", "given": "Al"}),
            ("family=Doe", {"family": "Doe"}),
            ('family="Doe", given=Jane', DOE),
            ("Doe Jr.", {"family": "Doe", "suffix": "Jr."}),
            ("{Doe} Jr.", {"family": "Doe", "suffix": "Jr."}),
            ("{Doe}, Jr.", {"family": "Doe", "suffix": "Jr."}),
            ("Jane {Doe Roe} Jr.", {"family": "Doe Roe", "given": "Jane", "suffix": "Jr."}),
            ("{Doe}, Ph.~D., Jane", {**DOE, "suffix": "Ph. D."}),
            ("{Doe}, Jr., III", {"family": "Doe", "given": "III", "suffix": "Jr."}),
            ("{others}", {"literal": "others"}),
            ("{Doe et al.}", {"literal": "Doe et al."}),
        ):
            self.assert_cited(f"author={{{latex}}}", {"author": [name]})

    def test_commands_that_are_letters(self):
        for latex, name in (
            ("{\\O}. Erd\\H os", {"family": "Erdős", "given": "Ø."}),
            ("\\O. Erd\\H{o}s", {"family": "Erdős", "given": "Ø."}),
            ("Ji\\v r\\'\\i{} Matou\\v sek", {"family": "Matoušek", "given": "Jiří"}),
            ("Ji{\\v r}{\\'{\\i}} {Matou\\v sek}", {"family": "Matoušek", "given": "Jiří"}),
            ("Fran\\c cois", {"family": "François"}),
            ("\\L ukasz {\\AA}kesson", {"family": "Åkesson", "given": "Łukasz"}),
            ("\\v Zi\\v zek, \\' Elan", {"family": "Žižek", "given": "Élan"}),
            ("{\\'Elan Consortium}", {"literal": "Élan Consortium"}),
        ):
            self.assert_cited(f"author={{{latex}}}", {"author": [name]})

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
            ["entry 'k': afterword: becomes contributor; CSL has no such role"],
        )


if __name__ == "__main__":
    unittest.main()
