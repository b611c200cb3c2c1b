"""A Windows to try things in: Wine with a folder of its own, on a screen that nobody sees."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STUBS = Path(__file__).with_name("wine_stubs.c")
SCREEN = "1366x768x24"

_COMPILER = ("x86_64-w64-mingw32-gcc", "-shared", "-s", "-Os")
_STILL = 2  # seconds in which nothing on the screen may change
_PAINTED = 100  # shades of grey at least; letters with smooth edges have more, an empty window a handful
_FONT = "WenQuanYi Zen Hei"
_CHINESE_NAMES = ("SimSun", "宋体", "Tahoma", "Microsoft YaHei", "Verdana")
_REPLACEMENTS = r"HKCU\Software\Wine\Fonts\Replacements"
_DEBUGGER = r"HKCU\Software\Wine\WineDbg"
_SUBSTITUTES = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontSubstitutes"
_MISSING = {"icuuc.dll": ["-DICU"], "bcryptprimitives.dll": ["-ladvapi32"]}


class Wine:
    """One prefix in `folder`; programs run on the X screen `display`."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        self.drive = folder / "drive_c"
        # Wine hands no QT_* variable on; those of this environment would not reach the programs anyway.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        self._environment = {
            **kept,
            "WINEPREFIX": str(folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=",  # no questions about Mono and Gecko
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
        }

    def make(self) -> None:
        """Make the prefix anew, with what Wine lacks of Windows 10."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.run("wineboot", "-i", timeout=300)
        self.run("winecfg", "-v", "win10")
        # A program that crashes ends, with a stack on its output, instead of waiting for somebody to press a button.
        self.run("reg", "add", _DEBUGGER, "/v", "ShowCrashDialog", "/t", "REG_DWORD", "/d", "0", "/f")
        self.settle()
        for name, words in _MISSING.items():
            target = self.drive / "windows" / "system32" / name
            subprocess.run([*_COMPILER, str(STUBS), "-o", str(target), *words], check=True)
        for name in _CHINESE_NAMES:
            self.run("reg", "add", _REPLACEMENTS, "/v", name, "/d", _FONT, "/f")
        for name in ("MS Shell Dlg", "MS Shell Dlg 2"):
            self.run("reg", "add", _SUBSTITUTES, "/v", name, "/d", _FONT, "/f")
        self.settle()

    def start(self, program: Path | str, *words: str) -> subprocess.Popen[bytes]:
        """Start a program, its output going to a pipe as Wine's Python needs it, its input nowhere."""
        return subprocess.Popen(
            ["wine", str(program), *words],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def run(self, program: Path | str, *words: str, timeout: float = 120) -> tuple[int, str]:
        """Run a program to its end: its exit status and what it printed. Raises subprocess.TimeoutExpired."""
        process = self.start(program, *words)
        try:
            said, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        return process.returncode, said.decode("utf-8", "replace")

    def settle(self) -> None:
        """Wait until every program has ended and the registry is written."""
        subprocess.run(["wineserver", "-w"], env=self._environment, check=False, timeout=120)

    def stop(self) -> None:
        """End everything that still runs here."""
        subprocess.run(["wineserver", "-k"], env=self._environment, check=False, timeout=60)

    def path(self, windows: str) -> Path:
        """The place of a path on drive C, written with forward slashes and without the drive."""
        return self.drive.joinpath(*windows.split("/"))

    def registry(self) -> str:
        """All that this user's registry holds."""
        self.settle()
        return (self.folder / "user.reg").read_text(encoding="utf-8", errors="replace")

    def windows(self, title: str) -> list[str]:
        """The X windows that are visible and whose titles contain `title`."""
        command = ["xdotool", "search", "--onlyvisible", "--name", title]
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False)
        return done.stdout.split()

    def wait_for(self, title: str, seconds: float = 60) -> float | None:
        """The seconds until a window with `title` was there; None where none came."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if self.windows(title):
                return time.monotonic() - began
            time.sleep(0.02)
        return None

    def press(self, *keys: str) -> None:
        """Press keys, as xdotool names them, in the window that has the focus."""
        for key in keys:
            subprocess.run(["xdotool", "key", key], env=self._environment, check=False)
            time.sleep(0.3)

    def picture(self, target: Path) -> None:
        """Save what is on the screen."""
        subprocess.run(["import", "-window", "root", str(target)], env=self._environment, check=False)

    def picture_at_rest(self, target: Path, seconds: float = 60) -> None:
        """Save what is on the screen once a window is painted and nothing moves any more, or after `seconds`."""
        began, before = time.monotonic(), b""
        while time.monotonic() - began < seconds:
            self.picture(target)
            now = _pixels(target)
            if now == before and len(set(now)) > _PAINTED:
                return
            before = now
            time.sleep(_STILL)


def _pixels(picture: Path) -> bytes:
    command = ["convert", str(picture), "-depth", "8", "gray:-"]
    return subprocess.run(command, capture_output=True, check=True).stdout


@contextmanager
def screen() -> Iterator[str]:
    """An X screen while the block runs; its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
