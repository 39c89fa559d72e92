"""Shows the progress of a long import on a terminal."""

import sys
import threading
import time
from typing import Self

PATIENCE = 2.0
INTERVAL = 0.5


class Progress:
    """If standard error is a terminal, shows a line there after two seconds. This needs a thread, because the libraries
    that read files return only at the end."""

    def __init__(self) -> None:
        self.step = ""
        self._is_done = threading.Event()
        self._thread = threading.Thread(target=self._show)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._is_done.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _show(self) -> None:
        begin = time.monotonic()
        wait, width = PATIENCE, 0
        while not self._is_done.wait(wait):
            # Standard error is flushed at each carriage return.
            text = f"codegen: {self.step} ({time.monotonic() - begin:.0f} s)"
            print(f"\r{text:<{width}}", end="", file=sys.stderr)
            wait, width = INTERVAL, len(text)
        print(f"\r{'':<{width}}\r" if width else "", end="", file=sys.stderr)
