"""The progress of a long import on a terminal."""

import os
import subprocess
import sys
import unittest

from codegen.importers.progress import Progress
from tests.support.running import ROOT

try:
    import pty
except ImportError:  # Windows lacks this module
    pty = None

# The real delay of two seconds would make the test slow.
CODE = """
import time, codegen.importers.progress as progress
progress.PATIENCE, progress.INTERVAL = {patience}, 0.05
with progress.Progress() as shown:
    shown.step = "reading list.json"
    time.sleep(0.4)
    shown.step = "writing"
    time.sleep(0.4)
"""


class Shown(unittest.TestCase):
    @unittest.skipUnless(pty, "needs terminals of POSIX")
    def on_a_terminal(self, patience: float) -> str:
        ours, theirs = pty.openpty()
        self.addCleanup(os.close, ours)
        code = CODE.format(patience=patience)
        code += "print('end', file=progress.sys.stderr)"
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, stderr=theirs, check=True)
        os.close(theirs)
        return os.read(ours, 10_000).decode()

    def test_steps_share_one_line_that_is_cleared_at_the_end(self):
        said = self.on_a_terminal(0.05)
        self.assertRegex(said, r"\A\rcodegen: reading list\.json \(0 s\)\rcodegen: ")
        # A shorter line covers the longer one before it.
        self.assertRegex(said, r"\rcodegen: writing \(\d s\) {10}\r")
        self.assertRegex(said, r"\r +\rend\r\n\Z")

    def test_a_quick_import_shows_nothing(self):
        self.assertEqual(self.on_a_terminal(60), "end\r\n")

    def test_the_step_is_empty_at_first(self):
        self.assertEqual(Progress().step, "")

    def test_nothing_is_written_to_a_file(self):
        code = CODE.format(patience=0.05)
        said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE, check=True).stderr
        self.assertEqual(said, b"")


if __name__ == "__main__":
    unittest.main()
