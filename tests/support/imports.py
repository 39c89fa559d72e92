"""The base of the tests of the import: it writes files, imports them, and reads what was made of them."""

import json
import tomllib

from tests.support.generator import CodegenTest, is_documented, run_here, snapshot


class ImportTest(CodegenTest):
    """A test with a directory `work`, still without `data`."""

    def put(self, name: str, content: object) -> str:
        """Writes a file: bytes and texts as they are, all else as JSON."""
        path = self.work / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            path.write_text(text, encoding="utf-8", newline="")
        return str(path)

    def run_import(self, *arguments: object) -> tuple[int, list[str]]:
        """The status, and what is said, which must be documented, and printable."""
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
        """The records made of these items of CSL-JSON, and what must be said on the way."""
        said = self.run_import(self.put("list.json", list(items)))
        self.assertEqual(said, (status, [f"list.json: {line}" for line in lines]))
        return self.records()

    def records(self, file: str = "references.toml") -> list[dict]:
        """What a file of records holds."""
        (records,) = tomllib.loads((self.data / file).read_text(encoding="utf-8")).values()
        return records

    def assert_import_fails(self, *arguments: object, lines: list[str]) -> None:
        """Nothing is written, and these lines say why, each given by its end."""
        before = snapshot(self.work, with_directory_times=False)
        status, said = self.run_import(*arguments)
        self.assertEqual((status, len(said)), (1, len(lines)), said)
        for line, expected in zip(said, lines):
            self.assertTrue(line.endswith(expected), f"{line!r} must end with {expected!r}")
        self.assertEqual(snapshot(self.work, with_directory_times=False), before)
