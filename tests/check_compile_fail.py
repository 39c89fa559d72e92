"""Checks that a misuse does not compile, and says why: check_compile_fail.py FILE COMPILER [FLAG...]

The first line of FILE is `// error: REGULAR EXPRESSION`, which the first error must match. With -DCORRECT the file shows
the correct use, and compiles; so nothing else in it can be what fails. Where the misuse is a flag, the second line is
`// flag: FLAG`."""

import re
import subprocess
import sys


def main() -> int:
    file, *compile = sys.argv[1:]
    with open(file, encoding="utf-8") as source:
        expected = source.readline().removeprefix("// error: ").strip()
        flags = re.findall(r"^// flag: (.*)", source.readline())

    correct = subprocess.run([*compile, "-DCORRECT", file], capture_output=True, text=True)
    if correct.returncode != 0:
        print(f"{file}: the correct use does not compile:\n{correct.stderr}")
        return 1
    misuse = subprocess.run([*compile, *flags, file], capture_output=True, text=True)
    if misuse.returncode == 0:
        print(f"{file}: the misuse compiles")
        return 1
    first = next((line for line in misuse.stderr.splitlines() if "error:" in line), "")
    print(first)
    if not re.search(expected, first):
        print(f"{file}: the first error does not match '{expected}'\n{misuse.stderr}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
