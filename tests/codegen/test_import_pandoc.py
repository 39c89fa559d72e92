"""codegen/importers/pandoc.py: the runs of pandoc, and the rows of tables in its syntax tree."""

import json
import unittest
from subprocess import CompletedProcess, TimeoutExpired
from unittest import mock

from codegen.importers import pandoc
from codegen.importers.model import ImportFailure
from tests.support.imported_rows import needs_pandoc

EMPTY = {"pandoc-api-version": [1, 22], "meta": {}, "blocks": []}


class Runs(unittest.TestCase):
    def setUp(self):
        self.enterContext(mock.patch.object(pandoc.shutil, "which", return_value="/usr/bin/pandoc"))
        self.run = self.enterContext(mock.patch.object(pandoc.subprocess, "run"))
        self.answers(0, json.dumps(EMPTY))

    def answers(self, status: int, stdout: str = "", stderr: str = "") -> None:
        self.run.return_value = CompletedProcess([], status, stdout, stderr)

    def failure(self, text: str = "x") -> str:
        with self.assertRaises(ImportFailure) as failure:
            pandoc.syntax_tree(text, "list.md")
        return str(failure.exception)

    def test_the_limits_of_memory_and_time(self):
        for size, memory in (999_999, 1_199), (2_500_000, 2_400):
            self.assertEqual(pandoc.syntax_tree("x" * size, "list.md"), EMPTY)
            self.assertIn(f"-M{memory}M", self.run.call_args.args[0])
            self.assertEqual(self.run.call_args.kwargs["timeout"], 600)
        self.assertEqual(pandoc.converted(EMPTY, "list.md"), EMPTY)
        self.assertEqual([call.kwargs["timeout"] for call in self.run.call_args_list], [600, 600, 600, 20])
        self.run.side_effect = TimeoutExpired([], 600)
        self.assertEqual(self.failure(), "list.md: pandoc did not finish within 600 seconds")

    def test_failures(self):
        self.answers(1, stderr=f"some\n  error {'x' * 200}")
        self.assertEqual(self.failure(), f"list.md: pandoc cannot read it: some error {'x' * 189}")
        self.assertEqual(self.run.call_count, 1)
        self.answers(251, stderr="Heap exhausted;\n")
        self.assertEqual(self.failure(), "list.md: pandoc ran out of memory; split its longest paragraphs")

    def test_files_that_are_not_given_to_pandoc(self):
        links = "[a](b)" * 1_000
        self.assertEqual(pandoc.syntax_tree(f"x\n{links}", "list.md"), EMPTY)
        self.assertEqual(self.failure(f"x\n{links}[a](b)"), "list.md: line 2: has more than 1000 links; split it")
        pandoc.shutil.which.return_value = None
        what = "list.md: Markdown needs the program pandoc; on Debian: apt-get install pandoc"
        self.assertEqual((self.failure(), self.run.call_count), (what, 1))

    def test_text_is_read_again_without_metadata_that_pandoc_rejects(self):
        bad, good = CompletedProcess([], 64, "", "YAML parse error"), CompletedProcess([], 0, json.dumps(EMPTY), "")
        self.run.side_effect = [bad, good]
        self.assertEqual(pandoc.syntax_tree("x", "list.md"), EMPTY)
        self.assertIn("gfm-yaml_metadata_block", self.run.call_args.args[0])
        self.run.side_effect = [CompletedProcess([], 0, json.dumps(EMPTY), "YAML")]  # only a warning
        self.assertEqual(pandoc.syntax_tree("x", "list.md"), EMPTY)
        self.run.side_effect = [bad]
        with self.assertRaises(ImportFailure):
            pandoc.syntax_tree("x", "list.html", "html")


@needs_pandoc
class Trees(unittest.TestCase):
    def test_trees_that_pandoc_writes_as_html_and_reads_back(self):
        tree = pandoc.syntax_tree("a\nb\n\n```py\nc = 1\n```\n\n<center>\n\n- d\n\n</center>\n", "list.md")
        blocks = pandoc.converted(tree, "list.md")["blocks"]
        self.assertEqual([block["t"] for block in blocks], ["Para", "CodeBlock", "RawBlock", "BulletList", "RawBlock"])
        self.assertEqual(blocks[0], tree["blocks"][0])

    def test_rows_with_more_cells_than_columns(self):
        table = "| A | B |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |\n|  |  |\n| 1 | 2 |\t\\\n"
        quoted = "".join(f"> {line}\n" for line in table.splitlines())
        listed = "".join(f"  {line}\n" for line in table.splitlines())
        text = f"{table}\nx\n\n{quoted}\n- y\n\n{listed}\nz\n\n{table.replace(' | 3 |', '')}"
        self.assertEqual(pandoc.cut_rows(text, "list.md"), {(0, 1), (1, 1), (2, 1)})

    def test_cells_that_cover_several_rows_or_columns(self):
        html = "<table><thead><tr><th rowspan=2>A</th><th colspan=3>B</th></tr><tr><th>C</th><th>D</th><th>E</th></tr>"
        html += "</thead><tbody><tr><td rowspan=3>1</td><td>2</td><td colspan=2 rowspan=2>3</td></tr>"
        html += "<tr><td>4</td></tr><tr><td>5</td><td>6</td><td>7</td></tr></tbody>"
        html += "<tbody><tr><td>8</td><td>9</td><td>10</td><td>11</td></tr></tbody>"
        html += "<tfoot><tr><td>12</td><td>13</td><td>14</td><td>15</td></tr></tfoot></table>"
        (table,) = pandoc.tables_in(pandoc.syntax_tree(html, "list.html", "html")["blocks"])
        self.assertEqual(self.texts(pandoc.head_of(table)), ["A B - -", "A C D E"])
        rows = ["1 2 3 -", "1 4 3 -", "1 5 6 7", "8 9 10 11", "12 13 14 15"]
        self.assertEqual(self.texts(pandoc.rows_of(table)), rows)
        self.assertEqual(len(pandoc.blocks_in({"t": "Table", "c": table})), 24)  # the empty cells hold none

    def texts(self, rows: list[list[list[dict]]]) -> list[str]:
        return [" ".join(cell[0]["c"][0]["c"] if cell else "-" for cell in row) for row in rows]

    def test_blocks_and_items(self):
        html = "<ol><li>a</li><li>b<p>c</p></li></ol><ul><li>d</li></ul><dl><dt>e</dt><dd>f</dd><dd>g</dd></dl>"
        html += "<blockquote>h</blockquote><div>i</div><p>j</p><hr>"
        blocks = pandoc.syntax_tree(html, "list.html", "html")["blocks"]
        self.assertEqual([len(pandoc.items_of(block)) for block in blocks], [2, 1, 1, 0, 0, 0, 0])
        self.assertEqual([len(pandoc.blocks_in(block)) for block in blocks], [3, 1, 3, 1, 1, 0, 0])
        term = {"t": "Plain", "c": [{"t": "Str", "c": "e"}, {"t": "Str", "c": ":"}]}
        self.assertEqual(pandoc.items_of(blocks[2])[0][0], term)


if __name__ == "__main__":
    unittest.main()
