"""Looks at what a program with the library needs at run time: python3 -m tests.freestanding.check COMPILER [FLAG...]

No header refers to anything that can throw, allocate or end the program, however the compiler optimizes; so the library
can be linked with -nostdlib, for a machine without an operating system. Needs nm, of binutils."""

import re
import sys
import tempfile
import unittest
from pathlib import Path

from tests.support.running import INCLUDE, need, output_of

HERE = Path(__file__).parent
FLAGS = ["-std=c++20", "-fno-exceptions", "-fno-rtti", "-fno-stack-protector", "-fno-builtin", "-fPIC", f"-I{INCLUDE}"]
# Without optimization libstdc++ from version 15 on asserts what its own functions are given, unless this is defined.
FLAGS += ["-D_GLIBCXX_NO_ASSERTIONS"]
# The functions of memory.cpp, any of which compilers may call.
ALLOWED = set(re.findall(r"^[a-z][\w:* ]*\b(\w+)\(.*\{$", (HERE / "memory.cpp").read_text(encoding="utf-8"), re.MULTILINE))


class Freestanding(unittest.TestCase):
    def test_nothing_but_functions_of_memory_is_needed(self):
        for level in "-O0", "-O2", "-Os":
            with self.subTest(level), tempfile.TemporaryDirectory() as directory:
                objects = [Path(directory, f"{name}.o") for name in ("use", "memory")]
                for binary in objects:
                    output_of(*COMPILER, *FLAGS, level, "-c", HERE / f"{binary.stem}.cpp", "-o", binary)
                needed = set(re.findall(r"U (\S+)", output_of("nm", "--undefined-only", "--demangle", objects[0])))
                self.assertLessEqual(needed - {"_GLOBAL_OFFSET_TABLE_"}, ALLOWED)
                # The linker says the same: nothing may be left over.
                output_of(*COMPILER, "-nostdlib", "-shared", "-Wl,-z,defs", *objects, "-o", Path(directory, "library.so"))


if __name__ == "__main__":
    COMPILER = sys.argv[1:]
    need("nm")
    unittest.main(argv=sys.argv[:1])
