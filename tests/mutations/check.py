"""Damages the real data and lets the generator say what is wrong:
python3 -m tests.mutations.check COMPILER [--cases N] [--seed S] [--only K] [FLAG...]

Each case is one to three changes to a copy of data/. The generator must refuse it, in lines of printable ASCII that
name the files, and leave the old headers as they were; or take it in silence, and then the headers say what the data
say, and compile. A case that fails is shrunk to one change where one is enough; --seed S --only K runs it again."""

import argparse
import contextlib
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

from codegen.reader import read_catalogue
from codegen.schema import KINDS
from tests.support.generated_headers import HeaderContent, tables_of
from tests.support.generator import OLD_HEADER, REAL_DATA, is_documented, run, run_here
from tests.support.running import ROOT

FILES = sorted(path.name for path in REAL_DATA.glob("*.toml"))
ORIGINAL = {name: (REAL_DATA / name).read_bytes() for name in FILES}
MOST_COMPILED = 40

# A line with a field, and the beginning of a block.
FIELD = re.compile(rb"^[\w.]+ = .*\n", re.MULTILINE)
BLOCK = re.compile(rb"^\[\[?[\w.]+\]\]?\n", re.MULTILINE)

VALUES = [
    *(b"0", b"-1", b"1e400", b"nan", b"true", b"[]", b"{}", b'""', b'" "', b'"x"', b"9" * 5_000, b"-" + b"9" * 30, b"0x" + b"f" * 40),
    *(b"2020-01-01", b"25:61:00", b"[[[]]]", b'["x", 1]', b'{ko = "x"}', b'{en = "x", ko = "\xea\xb0\x80"}', b'{ko = 1, en = []}'),
    *(b"'''x'''", b'"""x\ny"""', b'"\\u0000"', b'"\\ud800"', b'"\\uD55C"', b'"e\\u0301"', b'"\\u202e"', b'"\\U0010ffff"', b'"a" # b'),
    *(b"[" * 3_000 + b"]" * 3_000, b"{a = " * 2_000 + b"1" + b"}" * 2_000, b'"' + b"x" * 70_000 + b'"', b'"https://x"', b"1_0", b"+5", b"01"),
]


# Damage to the bytes of a file: each takes them and gives others.


def cut_field(text: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(FIELD.finditer(text)))
    return text[: found.start()] + text[found.end() :]


def duplicate_field(text: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(FIELD.finditer(text)))
    return text[: found.end()] + text[found.start() :]


def swap_fields(text: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.sample(list(FIELD.finditer(text)), 2), key=lambda found: found.start())
    return text[: first.start()] + second[0] + text[first.end() : second.start()] + first[0] + text[second.end() :]


def swap_values(text: bytes, chance: random.Random) -> bytes:
    """Mostly texts in each other's place, which are sound as TOML, and half of the time those of the same field."""
    fields = list(FIELD.finditer(text))
    if chance.random() < 0.5:
        name = chance.choice(fields)[0].split(b" = ")[0]
        fields = [found for found in fields if found[0].split(b" = ")[0] == name]
    first, second = sorted(chance.sample(fields, 2), key=lambda found: found.start())
    (one, left), (two, right) = first[0].split(b" = ", 1), second[0].split(b" = ", 1)
    middle = text[first.end() : second.start()]
    return text[: first.start()] + one + b" = " + right + middle + two + b" = " + left + text[second.end() :]


def retype_field(text: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(FIELD.finditer(text)))
    return text[: found.start()] + found[0].split(b" = ")[0] + b" = " + chance.choice(VALUES) + b"\n" + text[found.end() :]


def unknown_field(text: bytes, chance: random.Random) -> bytes:
    found = chance.choice(list(FIELD.finditer(text)))
    name = chance.choice([b"no_such_field", b'""', b'"\\n"', b'"\xed\x95\x9c"', b"a.b.c", b".".join([b"a"] * 3_000), b"ko"])
    return text[: found.start()] + name + b" = " + chance.choice(VALUES) + b"\n" + text[found.start() :]


def unknown_block(text: bytes, chance: random.Random) -> bytes:
    headings = [b"[[nothing]]", b"[paper]", b'[""]', b"[[tool.x.y]]", b"[[[x]]]", b"[a" + b".a" * 3_000 + b"]"]
    return text + chance.choice(headings) + b"\nb = 1\n"


def blocks(text: bytes) -> list[bytes]:
    begins = [0, *(found.start() for found in BLOCK.finditer(text)), len(text)]
    return [text[begin:end] for begin, end in zip(begins, begins[1:])]


def cut_block(text: bytes, chance: random.Random) -> bytes:
    parts = blocks(text)
    del parts[chance.randrange(len(parts))]
    return b"".join(parts)


def duplicate_block(text: bytes, chance: random.Random) -> bytes:
    parts = blocks(text)
    parts.append(chance.choice(parts))
    return b"".join(parts)


def swap_blocks(text: bytes, chance: random.Random) -> bytes:
    parts = blocks(text)
    first, second = chance.sample(range(len(parts)), 2)
    parts[first], parts[second] = parts[second], parts[first]
    return b"".join(parts)


def flip_bit(text: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(text))
    return text[:at] + bytes([text[at] ^ 1 << chance.randrange(8)]) + text[at + 1 :]


def change_letter(text: bytes, chance: random.Random) -> bytes:
    """Often within a text, and then sound."""
    found = chance.choice(list(re.finditer(rb"[a-z]", text)))
    return text[: found.start()] + chance.choice([b"q", b"7", b"?", b"\xe2\x82\xac", b"", b"'", b"\\\\", b"\\n"]) + text[found.end() :]


def truncate(text: bytes, chance: random.Random) -> bytes:
    return text[: chance.randrange(len(text))]


def not_utf8(text: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice([b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80"]) + text[at:]


def nest_deeply(text: bytes, chance: random.Random) -> bytes:
    opening, closing = chance.choice([(b"[", b"]"), (b"{a = ", b"}")])
    depth = chance.choice([400, 5_000, 100_000])
    return b"deep = " + opening * depth + b"1" + closing * depth + b"\n" + text


def huge_number(text: bytes, chance: random.Random) -> bytes:
    numbers = list(re.finditer(rb"(?<= = )\d+$", text, re.MULTILINE)) or list(re.finditer(rb"(?<= = ).+$", text, re.MULTILINE))
    found = chance.choice(numbers)
    number = chance.choice([b"9" * 10, b"9" * 4_301, b"9" * 100_000, b"1e999", b"0b" + b"1" * 70_000, b"10000000", b"2101"])
    return text[: found.start()] + number + text[found.end() :]


def byte_order_or_line_ends(text: bytes, chance: random.Random) -> bytes:
    line_ends = [text.replace(b"\n", b"\r\n"), text.replace(b"\n", b"\r")]
    return chance.choice([*line_ends, b"\xef\xbb\xbf" + text, text.decode().encode("utf-16"), text + b"\0"])


# Damage to the file itself.


def missing(path: Path) -> None:
    path.unlink()


def directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


def unreadable(path: Path) -> None:
    path.chmod(0)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def unknown_file(path: Path) -> None:
    path.rename(path.with_name(f"x{path.name}"))


BYTES = [
    *(cut_field, duplicate_field, swap_fields, swap_values, swap_values, retype_field, retype_field, unknown_field, unknown_block),
    *(cut_block, duplicate_block, swap_blocks, flip_bit, change_letter, change_letter, truncate, not_utf8, nest_deeply),
    *(huge_number, byte_order_or_line_ends),
]
IN_PLACE = [missing, directory, unreadable, pipe, device, dangling_link, link_to_itself, unknown_file]
# These always leave something that cannot be read: the line names the file.
NAMES_ITS_FILE = {*(damage.__name__ for damage in IN_PLACE), "not_utf8"}
NOBODY = 65_534

# How a line goes on after the name of the file. A message without an entry is about the file, or a name at its top.
ENTRY = re.compile(
    rf"(({'|'.join(kind.name for kind in KINDS)}|part|category) ('.*'|\".*\"|\d+)(, (citation|correction \d+))?"
    r"|stage \d+(, step \d+)?|family_names ('.*'|\".*\")): \S"
)
NO_ENTRY = re.compile(
    r"is (missing|no data file|not UTF-8|not valid TOML|nested too deeply)\b|cannot be read: |begins with a byte order mark"
    rf"|(title|facts_as_of|part|category|stage|family_names|{'|'.join(kind.name for kind in KINDS)}): \S"
    r"|[^:]+: is (unknown|no field here);"
)


class Change:
    """One change to one file; the same whenever it is made."""

    def __init__(self, damage, file: str, seed: str):
        self.damage, self.file, self.seed = damage, file, seed

    def __str__(self) -> str:
        return f"{self.damage.__name__} in {self.file}"

    def make(self, data: Path) -> None:
        path = data / self.file
        if self.damage in IN_PLACE:
            self.damage(path)
        elif path.is_file():  # an earlier change may have taken it away, or left nothing to choose from
            with contextlib.suppress(IndexError, ValueError, PermissionError):
                path.write_bytes(self.damage(path.read_bytes(), random.Random(self.seed)))


def changes_of(seed: int, number: int) -> list[Change]:
    chance = random.Random(f"{seed} {number}")
    # Half of the cases are one change; each kind of change has its turn.
    count = chance.choice([1, 1, 2, 3])
    kinds = [*BYTES, *IN_PLACE]
    damages = [kinds[number % len(kinds)], *chance.choices(BYTES, k=count - 1)]
    # Papers are a third of the data.
    files = [chance.choice([*FILES, "papers.toml", "papers.toml", "catalog.toml"]) for _ in damages]
    return [Change(damage, file, f"{seed} {number} {index}") for index, (damage, file) in enumerate(zip(damages, files))]


@contextlib.contextmanager
def reading_as_anybody():
    """Root may read what nobody may."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


def require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise AssertionError(otherwise)


class Checker:
    """Runs cases in a directory of its own."""

    def __init__(self, work: Path, compiler: list[str]):
        self.data, self.output, self.compiler = work / "data", work / "include" / "refcatalog" / "generated", compiler
        self.content = HeaderContent()
        work.chmod(0o755)

    def prepare(self, changes: list[Change]) -> None:
        for directory in self.data, self.output:
            shutil.rmtree(directory, ignore_errors=True)
            directory.mkdir(parents=True)
        for name, text in ORIGINAL.items():
            (self.data / name).write_bytes(text)
        (self.output / "old.hpp").write_bytes(OLD_HEADER)
        for change in changes:
            change.make(self.data)

    def headers(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.output.iterdir()}

    def check(self, changes: list[Change]) -> dict[str, bytes] | None:
        """The headers, where the case is accepted. Fails with an AssertionError, or whatever the generator raises."""
        self.prepare(changes)
        with reading_as_anybody() if any(change.damage is unreadable for change in changes) else contextlib.nullcontext():
            status, stdout, stderr = run_here("--data", self.data, "--output", self.output)
        require(stdout == "", f"it prints {stdout[:200]!r}")
        if status == 1:
            self.check_refusal(stderr)
            names = [change for change in changes if change.damage.__name__ in NAMES_ITS_FILE]
            if len(changes) == 1 and names:
                require(f"{self.data / names[0].file}: " in stderr, f"no line names {names[0].file}: {stderr}")
            return None
        require(status == 0 and stderr == "", f"it ends with {status} and {stderr!r}")
        require(not any(change.damage.__name__ in NAMES_ITS_FILE for change in changes), "it takes a file that it cannot read")
        headers = self.headers()
        require("old.hpp" not in headers, "the old headers are still there")
        self.check_content(headers)
        return headers

    def check_refusal(self, stderr: str, place: Path | None = None) -> None:
        require(stderr.endswith("\n"), f"no line, or one without an end: {stderr[-200:]!r}")
        for line in stderr[:-1].split("\n"):
            require(re.fullmatch("[ -~]+", line) is not None, f"no line of printable ASCII: {line[:200]!r}")
            require("Traceback" not in line, line)
            where = re.escape(str(place)) if place else re.escape(str(self.data)) + r"/\w+\.toml"
            parts = re.fullmatch(rf"({where}): (.*[^ :].*)", line)
            require(parts is not None, f"the line names no file: {line[:300]}")
            if place is None:
                require(bool(ENTRY.match(parts[2]) or NO_ENTRY.match(parts[2])), f"the line names no entry: {line[:300]}")
            require(is_documented(line), f"data/README.md does not document the line: {line[:300]}")
            require(not line.rstrip().endswith(":"), f"the line does not say what is wrong: {line[:300]}")
        lines = stderr[:-1].split("\n")
        require(len(set(lines)) == len(lines), f"a line is there twice: {stderr[:1000]}")
        require(self.headers() == {"old.hpp": OLD_HEADER}, "the old headers are not what they were")
        require(sorted(path.name for path in self.output.parent.iterdir()) == ["generated"], "something is left beside the headers")

    def check_content(self, headers: dict[str, bytes]) -> None:
        """The headers on the disk, as they read back, say what the data say."""
        catalogue = read_catalogue(self.data)
        tables = tables_of({name: text.decode("ascii") for name, text in headers.items()})
        for part in ("records", "citations", "upkeep", "categories", "reading_order", "keys"):
            if part == "records" and not catalogue.records["paper"]:
                continue
            getattr(self.content, f"assert_{part}")(catalogue, tables)

    def compile(self, headers: dict[str, bytes]) -> None:
        for name, text in headers.items():
            (self.output / name).write_bytes(text)
        source = self.output.parent.parent / "use.cpp"
        sizes = " + ".join(f"refcatalog::{kind.plural}.size()" for kind in KINDS)
        source.write_text(f"#include <refcatalog/catalog.hpp>\nstatic_assert({sizes} == refcatalog::entries.size());\n")
        flags = ["-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", f"-I{source.parent}", f"-I{ROOT}/include"]
        result = subprocess.run([*self.compiler, *flags, source], capture_output=True, text=True)
        require(result.returncode == 0, f"it does not compile: {result.stderr[:1500]}")

    def check_full_disk(self, limit: int) -> None:
        """No file can be longer than this."""
        self.prepare([])
        set_limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))  # noqa: E731
        result = run("--data", self.data, "--output", self.output, preexec_fn=set_limit)
        require((result.returncode, result.stdout) == (1, b""), f"it ends with {result.returncode} and prints {result.stdout[:200]!r}")
        self.check_refusal(result.stderr.decode(), self.output)


def failure_of(check, *arguments) -> str | None:
    try:
        check(*arguments)
    except AssertionError as error:
        return str(error)[:2_000]
    except Exception:
        return traceback.format_exc(limit=-4)
    return None


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("compiler")
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    arguments, flags = parser.parse_known_args()
    numbers = range(arguments.cases) if arguments.only is None else [arguments.only]
    failures, refused, accepted = 0, 0, {}
    os.chdir(ROOT)  # the generator writes what lies below the working directory relative to it

    def fail(what: str, why: str) -> None:
        nonlocal failures
        failures += 1
        print(f"FAILED: {what}\n    {why}", flush=True)

    with tempfile.TemporaryDirectory(prefix="mutations-") as directory:
        checker = Checker(Path(directory).resolve(), [arguments.compiler, *flags])
        for number in numbers:
            changes = changes_of(arguments.seed, number)
            try:
                headers = checker.check(changes)
            except Exception:
                # The first change that fails alone, or all of them.
                alone = [[change] for change in changes if failure_of(checker.check, [change])]
                shrunk = (alone or [changes])[0]
                fail(f"--seed {arguments.seed} --only {number}: {', then '.join(map(str, shrunk))}", failure_of(checker.check, shrunk))
                continue
            if headers is None:
                refused += 1
            elif headers not in accepted.values():
                accepted[number] = headers
        chosen = random.Random(arguments.seed).sample(sorted(accepted), min(MOST_COMPILED, len(accepted)))
        for number in chosen:
            checker.prepare([])
            if why := failure_of(checker.compile, accepted[number]):
                fail(f"--seed {arguments.seed} --only {number}: {', then '.join(map(str, changes_of(arguments.seed, number)))}", why)
        if arguments.only is None:
            for limit in 0, 1, 4_096, 20_000:
                if why := failure_of(checker.check_full_disk, limit):
                    fail(f"no file over {limit} bytes", why)
    print(f"{len(numbers)} cases, {refused} refused, {len(accepted)} different ones accepted, {len(chosen)} compiled, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
