"""Mutants of the generator, and the tests that ought to notice them."""

from collections.abc import Iterator
from pathlib import Path

from tests.mutants import workshop
from tests.mutants.mutant import Mutant, files
from tests.mutants.python import mutants_of
from tests.mutants.workshop import Test
from tests.support.running import ROOT

FOLDER = "codegen"


def mutants() -> list[Mutant]:
    return mutants_of(ROOT, files(ROOT / "codegen", "**/*.py"))


class Workshop(workshop.Workshop):
    def __init__(self, there: Path, compiler: list[str]):
        super().__init__(there)
        self.compiler = compiler

    def tests(self, mutant: Mutant) -> Iterator[Test]:
        stem = Path(mutant.file).stem
        paths = sorted((self.root / "tests/codegen").glob("test_*.py"))
        own = [path for path in paths if path.stem in (f"test_{stem}", f"test_import_{stem}")]
        # Of the other tests, those that name the module come first.
        others = sorted({*paths} - {*own}, key=lambda path: (stem not in path.read_text(encoding="utf-8"), path))
        if "importers" not in mutant.file:
            yield "codegen:check", lambda: self.python("-m", "codegen", "--check")
        yield from map(self.unit_test, own)
        yield "every_field", lambda: self.python("-m", "tests.every_field.check", "reads_back", *self.compiler)
        yield from map(self.unit_test, others)

    def unit_test(self, path: Path) -> Test:
        return f"codegen:{path.stem}", lambda: self.python("-m", "unittest", "--failfast", f"tests.codegen.{path.stem}")
