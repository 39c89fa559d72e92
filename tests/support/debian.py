"""Makes Debian systems with debootstrap, for checks that run commands in them."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.support.running import need, run, skip


def need_debootstrap() -> None:
    """Skips the check if debootstrap cannot run."""
    need("debootstrap", "chroot")
    if os.geteuid() != 0:
        skip("only root can use debootstrap and chroot")


def make_debian(suite: str, root: Path, *packages: str) -> None:
    """Installs a minimal Debian of the suite in the directory, with these packages."""
    include = [f"--include={','.join(packages)}"] if packages else []
    run("debootstrap", "--variant=minbase", *include, suite, root)


@contextlib.contextmanager
def temporary_debian(suite: str) -> Iterator[Path]:
    """The root directory of a new Debian, with the file systems that programs expect. It is removed at the end."""
    with tempfile.TemporaryDirectory(prefix=f"{suite}-") as directory:
        root = Path(directory)
        make_debian(suite, root)
        shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
        mounted = []
        try:
            for system in ("proc", "dev", "dev/pts"):
                run("mount", "--bind", f"/{system}", root / system)
                mounted.append(root / system)
            yield root
        finally:
            for place in reversed(mounted):
                run("umount", "--lazy", place)
