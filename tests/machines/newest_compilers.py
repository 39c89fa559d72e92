"""Builds programs with the newest compilers, those of Debian's sid. Debian updates sid at any time, so this check runs
on demand only: set REFCATALOG_SID to a directory with a sid, or to an empty directory. debootstrap fills the latter,
which takes some minutes and 1 GB."""

import os
import shutil
import unittest
from pathlib import Path

from tests.support.debian import make_debian, need_debootstrap
from tests.support.running import INCLUDE, ROOT, WARNINGS, output_of, skip

PACKAGES = ("g++", "clang", "libc++-dev", "libc++abi-dev")
COMPILERS = (["g++"], ["clang++"], ["clang++", "-stdlib=libc++"])


def need_sid() -> Path:
    """The directory with Debian's sid; skips the check if debootstrap cannot make one."""
    if "REFCATALOG_SID" not in os.environ:
        skip("takes minutes; set REFCATALOG_SID to a directory for Debian's sid")
    need_debootstrap()
    sid = Path(os.environ["REFCATALOG_SID"]).resolve()
    if not (sid / "usr/bin/clang++").exists():
        try:
            make_debian("sid", sid, *PACKAGES)
        except AssertionError as failure:
            skip(f"debootstrap failed to make a sid: {str(failure).strip().splitlines()[-1]}")
    return sid


class NewestCompilers(unittest.TestCase):
    sid: Path

    def test_they_accept_the_headers_without_a_warning(self):
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
