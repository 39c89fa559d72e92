"""Follows the README on a Debian with nothing installed: python3 -m tests.readme.bare SUITE [--tests all|quick|none]

Makes a Debian of that suite (bookworm, trixie) with debootstrap, in a directory of its own, clones the last commit into
it, and follows the README from top to bottom in one shell. Of the tests, the second command builds all, and runs the
quick ones where nothing else is said. It takes root, and 2 GB in the directory for temporary files; some 8 minutes, and
as long again for the quick tests."""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.readme.blocks import Commands, File, script, sections
from tests.support.running import ROOT, need, skip

RUN_TESTS = "ctest --test-dir build --output-on-failure -j 2"
CHOSEN = {"all": "", "quick": " --label-regex quick", "none": " --show-only"}


def all_steps(tests: str) -> list[File | Commands]:
    steps = [step for section in sections() for part in (section, *section.within) for step in part.steps]
    second = next(step for step in steps if isinstance(step, Commands) and RUN_TESTS in step.commands[0])
    second.commands[0] = second.commands[0].replace(RUN_TESTS, RUN_TESTS + CHOSEN[tests])
    return steps


@contextlib.contextmanager
def debian(suite: str) -> Iterator[Path]:
    """The root directory of a new Debian, with the file systems that programs expect."""
    with tempfile.TemporaryDirectory(prefix=f"{suite}-") as directory:
        root = Path(directory)
        subprocess.run(["debootstrap", "--variant=minbase", suite, root], check=True, stdout=subprocess.DEVNULL)
        shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
        mounted = []
        try:
            for system in ("proc", "dev", "dev/pts"):
                subprocess.run(["mount", "--bind", f"/{system}", root / system], check=True)
                mounted.append(root / system)
            yield root
        finally:
            for place in reversed(mounted):
                subprocess.run(["umount", "--lazy", place], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Follows the README on a bare Debian.")
    parser.add_argument("suite", help="bookworm or trixie")
    parser.add_argument("--tests", choices=CHOSEN, default="quick", help="which tests run")
    options = parser.parse_args()
    need("debootstrap", "git")
    if os.geteuid() != 0:
        skip("debootstrap takes root")
    with debian(options.suite) as root:
        # Under a name that is not that of the project.
        clone = root / "root/clone"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        follow = "cd /root/clone\n" + script(all_steps(options.tests), install=True)
        (root / "root/follow.sh").write_text(follow, encoding="utf-8")
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        return subprocess.run(["chroot", root, "bash", "/root/follow.sh"], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
