"""What the operating system must bring along: Qt's libraries, a Chinese font, the means to make an environment."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FONT_PACKAGE = "fonts-wqy-microhei"
VENV_PACKAGE = "python3-venv"

_ON_LINUX = sys.platform.startswith("linux")
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_CHINESE_FONT = re.compile(
    r"(cjk|sourcehan|wqy|wenquanyi|uming|ukai|droidsansfallback|simsun|simhei|simfang|simkai|msyh|fangsong|fandol|lxgw)"
    r".*\.(ttf|ttc|otf|otc)$",
    re.IGNORECASE,
)


def missing_libraries(with_screen: bool) -> list[str]:
    """The Debian packages of the shared libraries that Qt would not find; empty away from Linux."""
    found = _shared_libraries()
    if found is None:
        return []
    wanted = {**QT_LIBRARIES, **SCREEN_LIBRARIES} if with_screen else QT_LIBRARIES
    return [package for library, package in wanted.items() if library not in found]


def missing_font() -> list[str]:
    """The package of a Chinese font where Linux has none, so that text would show as boxes."""
    return [FONT_PACKAGE] if _ON_LINUX and not _has_chinese_font() else []


def missing_venv() -> list[str]:
    """The package without which Debian's Python cannot make a virtual environment."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return []
    return [VENV_PACKAGE]


def can_install() -> bool:
    """Whether this user may install packages by apt-get."""
    return sys.platform != "win32" and is_debian() and os.geteuid() == 0


def is_debian() -> bool:
    """Whether apt-get is at hand, as on Debian, Ubuntu, UOS, Deepin and Kylin."""
    return _ON_LINUX and shutil.which("apt-get") is not None


def install(packages: list[str]) -> bool:
    """Install `packages` without questions; False where apt-get fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    waiting = ["-o", "DPkg::Lock::Timeout=120"]
    update = ["apt-get", *waiting, "update", "-qq"]
    add = ["apt-get", *waiting, "install", "-y", "-qq", "--no-install-recommends", *packages]
    # One source of several may be out of reach while the packages are in another: only the installation decides.
    subprocess.run(update, env=environment, check=False)
    return subprocess.run(add, env=environment, check=False).returncode == 0


def install_line(packages: list[str]) -> str:
    """The one line that installs `packages` for somebody who may."""
    names = " ".join(packages)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def has_screen() -> bool:
    """Whether a window can be shown to somebody."""
    return not _ON_LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _shared_libraries() -> set[str] | None:
    """The names that the dynamic linker knows, None where it cannot be asked."""
    linker = shutil.which("ldconfig") or shutil.which("ldconfig", path="/sbin:/usr/sbin")
    if not _ON_LINUX or linker is None:
        return None
    listing = subprocess.run([linker, "-p"], capture_output=True, text=True, check=False).stdout
    return {line.split()[0] for line in listing.splitlines() if "=>" in line}


def _has_chinese_font() -> bool:
    lister = shutil.which("fc-list")
    if lister is not None:
        listing = subprocess.run([lister, ":lang=zh-cn", "family"], capture_output=True, check=False)
        if listing.stdout.strip():
            return True
    folders = (Path(folder).expanduser() for folder in _FONT_FOLDERS)
    return any(_CHINESE_FONT.search(file.name) for folder in folders for file in folder.rglob("*"))
