"""The files of an import: encodings, and paths that are not files."""

import codecs
import os
import tempfile
import unittest
from pathlib import Path

from codegen.importers.files import read_bytes, read_text
from codegen.importers.model import ImportFailure


class Files(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.path = Path(directory.name, "list.bib")

    def assert_refused(self, line: str) -> None:
        with self.assertRaises(ImportFailure) as caught:
            read_text(self.path)
        self.assertEqual(str(caught.exception), f"{self.path}: {line}")

    def test_encodings(self):
        text = "도서관 é\r\n\n"
        for mark, encoding in (
            *((b"", "utf-8"), (codecs.BOM_UTF8, "utf-8")),
            *((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
            *((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")),
        ):
            with self.subTest(encoding, mark=mark):
                self.path.write_bytes(mark + text.encode(encoding))
                self.assertEqual(read_text(self.path), text)

    def test_bytes_outside_the_encoding(self):
        for content, line in {
            b"a\xe9": "is not UTF-8: byte 1 is 0xe9; save it as UTF-8",
            b"\xef\xbb\xbfa\xe9": "is not UTF-8: byte 4 is 0xe9; save it as UTF-8",
            b"\xff\xfea": "is not UTF-16-LE: byte 2 is 0x61; save it as UTF-8",
        }.items():
            self.path.write_bytes(content)
            self.assert_refused(line)
            self.assertEqual(read_bytes(self.path), content)

    def test_paths_that_are_not_files(self):
        self.assert_refused("cannot be read: No such file or directory")
        self.path.mkdir()
        self.assert_refused("cannot be read: Is a directory")

    @unittest.skipUnless(hasattr(os, "mkfifo"), "needs named pipes")
    def test_pipes_that_may_never_end(self):
        os.mkfifo(self.path)
        self.assert_refused("cannot be read: It is not a regular file")


if __name__ == "__main__":
    unittest.main()
