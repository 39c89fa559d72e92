"""Checks that the library works without a standard library: python3 -m tests.freestanding.check COMPILER [FLAG...]

At every level of optimization, no header refers to a function that can throw, allocate or end the program. A program
can therefore link the library with -nostdlib, on a machine without an operating system. The check needs nm from
binutils."""

import re
import sys
import tempfile
import unittest
from pathlib import Path

from tests.support.running import INCLUDE, need, output_of

HERE = Path(__file__).parent
FLAGS = ["-std=c++20", "-fno-exceptions", "-fno-rtti", "-fno-stack-protector", "-fno-builtin", "-fPIC", f"-I{INCLUDE}"]
# Unless this is defined, libstdc++ 15 and later check preconditions when compiled without optimization.
FLAGS += ["-D_GLIBCXX_NO_ASSERTIONS"]
# The functions of memory.cpp, which compilers may call in any program.
MEMORY = (HERE / "memory.cpp").read_text(encoding="utf-8")
ALLOWED = set(re.findall(r"^[a-z][\w:* ]*\b(\w+)\(.*\{$", MEMORY, re.MULTILINE))


class Freestanding(unittest.TestCase):
    def test_the_library_needs_only_the_functions_of_memory_cpp(self):
        for level in "-O0", "-O2", "-Os":
            with self.subTest(level), tempfile.TemporaryDirectory() as directory:
                objects = [Path(directory, f"{name}.o") for name in ("use", "memory")]
                for binary in objects:
                    output_of(*COMPILER, *FLAGS, level, "-c", HERE / f"{binary.stem}.cpp", "-o", binary)
                needed = set(re.findall(r"U (\S+)", output_of("nm", "--undefined-only", "--demangle", objects[0])))
                self.assertLessEqual(needed - {"_GLOBAL_OFFSET_TABLE_"}, ALLOWED)
                # The linker must agree that no symbol is undefined.
                library = Path(directory, "library.so")
                output_of(*COMPILER, "-nostdlib", "-shared", "-Wl,-z,defs", *objects, "-o", library)


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    need("nm")
    unittest.main(argv=sys.argv[:1])
