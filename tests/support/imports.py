"""The base class of tests that write files, import them, and read the resulting catalogue."""

import json
import tomllib

from tests.support.generator import CodegenTest, is_documented, run_here, snapshot


class ImportTest(CodegenTest):
    """A test with a directory `work`, in which the import makes `data`."""

    def put(self, name: str, content: object) -> str:
        """Writes a file and returns its path. Bytes and texts are written unchanged, anything else as JSON."""
        path = self.work / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            path.write_text(text, encoding="utf-8", newline="")
        return str(path)

    def run_import(self, *arguments: object) -> tuple[int, list[str]]:
        """The status, and the messages, which must be printable and documented."""
        was_there = self.data.exists()
        status, stdout, stderr = run_here("--import", *arguments, "--data", self.data)
        self.assertEqual(stdout, "")
        lines = stderr.splitlines()
        for line in lines:
            self.assertTrue(line and line.isprintable(), line)
            self.assertTrue(is_documented(line), f"data/README.md does not document {line!r}")
        if self.data.exists() and not was_there:
            self.assertEqual(run_here("--data", self.data, "--output", self.output), (0, "", ""))
        return status, lines

    def items(self, *items: dict, lines: tuple = (), status: int = 0) -> list[dict]:
        """The records that the import makes from these CSL-JSON items. Asserts its messages."""
        said = self.run_import(self.put("list.json", list(items)))
        self.assertEqual(said, (status, [f"list.json: {line}" for line in lines]))
        return self.records()

    def records(self, file: str = "references.toml") -> list[dict]:
        """The records in a file of the catalogue."""
        (records,) = tomllib.loads((self.data / file).read_text(encoding="utf-8")).values()
        return records

    def assert_import_fails(self, *arguments: object, lines: list[str]) -> None:
        """Asserts that the import writes nothing and prints these lines, each given by its end."""
        before = snapshot(self.work, with_directory_times=False)
        status, said = self.run_import(*arguments)
        self.assertEqual((status, len(said)), (1, len(lines)), said)
        for line, expected in zip(said, lines):
            self.assertTrue(line.endswith(expected), f"{line!r} must end with {expected!r}")
        self.assertEqual(snapshot(self.work, with_directory_times=False), before)
