"""Checks that a misuse does not compile, and that the error explains it:
python3 -m tests.compile_fail.check FILE COMPILER [FLAG...]

FILE is a file in this folder. Its first line is `// error: REGULAR EXPRESSION`, which the first error must match. With
-DCORRECT the file contains the correct use and must compile, so that only the misuse can cause the error. If the misuse
is a flag, the second line is `// flag: FLAG`."""

import re
import sys
from pathlib import Path

from tests.support.running import output_of, run


def main() -> int:
    name, *compile = sys.argv[1:]
    file = Path(__file__).parent / name
    first, second, *_ = file.read_text(encoding="utf-8").splitlines()
    expected = first.removeprefix("// error: ")
    flags = re.findall(r"^// flag: (.*)", second)

    output_of(*compile, "-DCORRECT", file)
    misuse = run(*compile, *flags, file, status=None)
    if misuse.returncode == 0:
        print(f"{name}: the misuse compiles")
        return 1
    error = next((line for line in misuse.stderr.splitlines() if "error:" in line), "")
    print(error)
    if not re.search(expected, error):
        print(f"{name}: the first error does not match '{expected}'\n{misuse.stderr}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
