"""Mutants of the generator, and the tests that ought to notice them."""

from collections.abc import Iterator
from pathlib import Path

from tests.mutants.mutant import Mutant, files
from tests.mutants.python import mutants_of
from tests.mutants import workshop
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
        names = [path.stem for path in sorted((self.root / "tests/codegen").glob("test_*.py"))]
        stem = Path(mutant.file).stem
        own = [name for name in names if name in (f"test_{stem}", f"test_import_{stem}")]
        if "importers" not in mutant.file:
            yield "codegen:check", lambda: self.python("-m", "codegen", "--check")
        for name in own:
            yield f"codegen:{name}", lambda: self.python("-m", "unittest", "--failfast", f"tests.codegen.{name}")
        yield "every_field", lambda: self.python("-m", "tests.every_field.check", "reads_back", *self.compiler)
        # Tests that name the module come before the others.
        texts = {name: (self.root / f"tests/codegen/{name}.py").read_text(encoding="utf-8") for name in names}
        for name in sorted(names, key=lambda each: stem not in texts[each]):
            if name not in own:
                yield f"codegen:{name}", lambda: self.python("-m", "unittest", "--failfast", f"tests.codegen.{name}")
