"""Drives headless Chromium through the DevTools protocol over a pair of pipes."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.support.running import skip

# Keys with names: their name in events, their code, and the text that they type.
KEYS = {"Tab": ("Tab", 9, ""), "Enter": ("Enter", 13, "\r"), "Space": (" ", 32, " ")}
SHIFT = 8


def program() -> str:
    """The path of Chromium. Skips the check if it is not installed."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return found or skip("chromium is not installed (Debian: chromium)")


class Chromium:
    """A browser with one page."""

    def __init__(self, width: int = 1200, height: int = 900):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        read_commands, self.commands = os.pipe()
        self.answers, write_answers = os.pipe()
        # Chromium reads commands from file descriptor 3 and writes answers to 4.
        shell = f'exec "$0" "$@" 3<&{read_commands} 4>&{write_answers}'
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
                   f"--user-data-dir={self.profile.name}", f"--window-size={width},{height}", "about:blank"]
        self.process = subprocess.Popen(
            ["bash", "-c", shell, program(), *options], pass_fds=(read_commands, write_answers),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_commands)
        os.close(write_answers)
        self.unread = b""
        self.last_id = 0
        self.session: str | None = None
        target = next(each for each in self.send("Target.getTargets")["targetInfos"] if each["type"] == "page")
        attached = self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]
        self.send("Page.enable")
        self.resize(width, height)

    def __enter__(self) -> "Chromium":
        return self

    def __exit__(self, *_: object) -> None:
        self.session = None
        self.send("Browser.close")
        self.process.wait(timeout=60)
        os.close(self.commands)
        os.close(self.answers)
        self.profile.cleanup()

    def _message(self) -> dict:
        while b"\0" not in self.unread:
            received = os.read(self.answers, 1 << 16)
            if not received:
                raise AssertionError("Chromium ended unexpectedly")
            self.unread += received
        message, _, self.unread = self.unread.partition(b"\0")
        return json.loads(message)

    def send(self, method: str, **parameters: object) -> dict:
        """The answer to a command. Events in between are ignored."""
        self.last_id += 1
        message = {"id": self.last_id, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        text = json.dumps(message).encode() + b"\0"
        while text:
            text = text[os.write(self.commands, text):]
        while (answer := self._message()).get("id") != self.last_id:
            pass
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer["result"]

    def run(self, script: str) -> object:
        """The value of a script, or of the promise that it returns."""
        options = {"awaitPromise": True, "returnByValue": True, "userGesture": True}
        answer = self.send("Runtime.evaluate", expression=script, **options)
        if "exceptionDetails" in answer:
            raise AssertionError(f"{script[:200]}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def load(self, url: str) -> None:
        """Loads the page anew, even if its URL differs from the last one in the fragment alone."""
        self.send("Page.navigate", url="about:blank")
        self.send("Page.navigate", url=url)
        self.run("document.readyState === 'complete' || new Promise(done => addEventListener('load', done))")

    def resize(self, width: int, height: int) -> None:
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def prefer(self, scheme: str) -> None:
        """Sets the colour scheme: light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.send("Emulation.setEmulatedMedia", media="", features=features)

    def press(self, *keys: str) -> None:
        """Presses keys in turn. Each is a character or a name from KEYS, with or without `Shift+` before it."""
        for key in keys:
            name = key.removeprefix("Shift+")
            called, number, text = KEYS.get(name, (name, 0, name))
            event = {"key": called, "code": name if name in KEYS else "", "windowsVirtualKeyCode": number,
                     "modifiers": SHIFT if name != key else 0}
            self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **event)
            self.send("Input.dispatchKeyEvent", type="keyUp", **event)

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """Writes the visible part of the page, or the whole page, as a PNG file."""
        answer = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(answer["data"]))
