"""Follows the README on a Debian with nothing installed: python3 -m tests.readme.bare SUITE [--tests all|quick|none]

Makes a Debian of that suite (bookworm, trixie) in a temporary directory, clones the last commit into it, and follows
the README from top to bottom in one shell. The second of the README's "Two commands" builds all tests, and runs those
that --tests selects: by default, the quick ones. The program needs root and 2 GB for temporary files. It takes some 8
minutes, and as long again for the quick tests."""

import argparse
import subprocess
import sys

from tests.readme.blocks import Commands, File, script, sections
from tests.support.debian import need_debootstrap, temporary_debian
from tests.support.running import ROOT, need

RUN_TESTS = "ctest --test-dir build --output-on-failure -j 2"
CHOSEN = {"all": "", "quick": " --label-regex quick", "none": " --show-only"}


def all_steps(tests: str) -> list[File | Commands]:
    steps = [step for section in sections() for part in (section, *section.within) for step in part.steps]
    second = next(step for step in steps if isinstance(step, Commands) and RUN_TESTS in step.commands[0])
    second.commands[0] = second.commands[0].replace(RUN_TESTS, RUN_TESTS + CHOSEN[tests])
    return steps


def main() -> int:
    parser = argparse.ArgumentParser(description="Follows the README on a bare Debian.")
    parser.add_argument("suite", help="bookworm or trixie")
    parser.add_argument("--tests", choices=CHOSEN, default="quick", help="which tests to run")
    options = parser.parse_args()
    need("git")
    need_debootstrap()
    with temporary_debian(options.suite) as root:
        # The clone's name differs from the project's, so that no step can depend on it.
        clone = root / "root/clone"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        follow = "cd /root/clone\n" + script(all_steps(options.tests), install=True)
        (root / "root/follow.sh").write_text(follow, encoding="utf-8")
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        return subprocess.run(["chroot", root, "bash", "/root/follow.sh"], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
