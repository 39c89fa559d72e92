"""The newest compilers: those of Debian's sid, in a directory that holds one. Debian gives out new versions there at
any time, so that this runs on demand only: with REFCATALOG_SID, the name of the directory, which debootstrap fills
where it is empty. That takes some minutes and 1 GB."""

import os
import shutil
import unittest
from pathlib import Path

from tests.support.running import INCLUDE, ROOT, WARNINGS, need, output_of, run, skip

PACKAGES = "g++,clang,libc++-dev,libc++abi-dev"
COMPILERS = (["g++"], ["clang++"], ["clang++", "-stdlib=libc++"])


def need_sid() -> Path:
    """The directory with Debian's sid; skips the check where there can be none."""
    if "REFCATALOG_SID" not in os.environ:
        skip("takes minutes; set REFCATALOG_SID to a directory for Debian's sid")
    need("debootstrap", "chroot")
    if os.geteuid() != 0:
        skip("only root can use debootstrap and chroot")
    sid = Path(os.environ["REFCATALOG_SID"]).resolve()
    if not (sid / "usr/bin/clang++").exists():
        made = run("debootstrap", "--variant=minbase", f"--include={PACKAGES}", "sid", sid, status=None)
        if made.returncode != 0:
            skip(f"debootstrap made no sid: {(made.stdout + made.stderr).strip().splitlines()[-1]}")
    return sid


class NewestCompilers(unittest.TestCase):
    sid: Path

    def test_they_have_nothing_to_complain_of(self):
        sid = self.sid
        copy = sid / "refcatalog"
        shutil.rmtree(copy, ignore_errors=True)
        self.addCleanup(shutil.rmtree, copy)
        shutil.copytree(INCLUDE, copy / "include")
        shutil.copytree(ROOT / "tests", copy / "tests", ignore=shutil.ignore_patterns("__pycache__"))
        for compiler in COMPILERS:
            print(output_of("chroot", sid, *compiler, "--version").splitlines()[0], *compiler[1:], flush=True)
            for standard in "c++20", "c++23", "c++26":
                with self.subTest(compiler=compiler, standard=standard):
                    build = ["chroot", sid, *compiler, f"-std={standard}", "-O2", *WARNINGS, "-Weffc++"]
                    build.append("-I/refcatalog/include")
                    output_of(*build, "/refcatalog/tests/no_exceptions/use.cpp", "-o", "/refcatalog/program")
                    output_of("chroot", sid, "/refcatalog/program")
                    output_of(*build, "-c", "/refcatalog/tests/freestanding/use.cpp", "-o", "/refcatalog/use.o")
