"""The programs that building and checking packages needs, and the Debian packages that bring them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import system_needs
from environment import SetupError

BUILD_TOOLS = {
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "osslsigncode": "osslsigncode",
}
CHECK_TOOLS = {
    "wine": "wine",
    "wine64": "wine64",
    "Xvfb": "xvfb",
    "import": "imagemagick",
    "xdotool": "xdotool",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc": "fonts-wqy-zenhei",
}
LINUX_TOOLS = {"dpkg-deb": "dpkg", "readelf": "binutils"}
LINUX_CHECK_TOOLS = {"debootstrap": "debootstrap", "Xvfb": "xvfb", "import": "imagemagick", "xdotool": "xdotool"}

_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/wine"


def provide(tools: Mapping[str, str]) -> None:
    """Make sure that `tools` (commands or files, with their packages) are there; install them as root on Debian.

    Raises SetupError with the line that installs them where that is not possible.
    """
    packages = sorted({package for tool, package in tools.items() if not _is_there(tool)})
    if not packages or (system_needs.can_install() and system_needs.install(packages)):
        return
    line = system_needs.install_line(packages)
    raise SetupError(f"缺少系统软件包，请先运行 / System packages are missing; run:\n  {line}")


def _is_there(tool: str) -> bool:
    return Path(tool).exists() if tool.startswith("/") else shutil.which(tool, path=_PATH) is not None
