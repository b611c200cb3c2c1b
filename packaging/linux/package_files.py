"""The texts in a Linux package: control file, starters, menu entry, what UOS wants besides."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import system_needs
from product import IDENTIFIER, KINDS, NAME, SUMMARY

APPLICATION = "org.reviewer.gongwen"
"""The name by which UOS knows the program; it is the package's name there."""

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
MAN_PAGES = Path(__file__).resolve().parent / "man"

_MORE_KINDS = ("application/wps-office.docx", "application/wps-office.doc", "application/wps-office.wps", "text/rtf")
_PYTHON_NEEDS = ("libc6 (>= 2.36)", "libexpat1", "zlib1g", "libffi8", "libbz2-1.0", "liblzma5", "libstdc++6")
_PLUGIN_NEEDS = ("libcups2 | libcups2t64", "libwayland-cursor0")  # printing, Wayland
_RENAMED = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}
_CHINESE_FONTS = "fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a package puts things: its name, the folder of the program, and that of what the system reads."""

    package: str
    program: PurePosixPath
    entries: PurePosixPath

    @property
    def is_uos(self) -> bool:
        """Whether this is the layout of UOS's shop, all below /opt/apps."""
        return self.program.parts[1] == "opt"


DEBIAN = Layout(IDENTIFIER, PurePosixPath("/usr/lib/reviewer"), PurePosixPath("/usr/share"))
UOS = Layout(
    APPLICATION,
    PurePosixPath("/opt/apps", APPLICATION, "files"),
    PurePosixPath("/opt/apps", APPLICATION, "entries"),
)


def control(layout: Layout, version: str, kilobytes: int) -> str:
    """The package's description for dpkg."""
    libraries = {**system_needs.QT_LIBRARIES, **system_needs.SCREEN_LIBRARIES}.values()
    depends = [*_PYTHON_NEEDS, *_PLUGIN_NEEDS, *(_RENAMED.get(package, package) for package in libraries)]
    return f"""Package: {layout.package}
Version: {version}
Section: editors
Priority: optional
Architecture: amd64
Maintainer: The reviewer authors <reviewer@localhost>
Installed-Size: {kilobytes}
Depends: {", ".join(depends)}
Recommends: {_CHINESE_FONTS}
Description: {NAME} - {SUMMARY}
 打开讲话稿、通知、方案，看提纲、任务和时限，查没填的空、广告和差错，
 导出责任清单（Excel）。全部在本机处理，不联网，原文件从不改动。
"""


def starter(layout: Layout, command: str) -> str:
    """The shell script that starts the window or the command line (`command_line`)."""
    return f"""#!/bin/sh
# This Qt brings no plugin for fcitx; fcitx 5 answers to programs that speak ibus.
[ "$QT_IM_MODULE" = fcitx ] && export QT_IM_MODULE=ibus
exec {layout.program}/python/bin/python3.11 -B -I -S -X utf8 {layout.program}/start.py {command} "$@"
"""


START = '''"""Starts the program by the Python beside it: `start.py window|command_line [ARGUMENT…]`."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent / "lib"))

import reviewer.__main__ as program

face = getattr(program, sys.argv.pop(1))
sys.exit(face())
'''


def menu_entry(layout: Layout, program: PurePosixPath) -> str:
    """The entry of menu and 「打开方式」 (freedesktop.org Desktop Entry Specification)."""
    kinds = ";".join(dict.fromkeys((*KINDS.values(), *_MORE_KINDS)))
    return f"""[Desktop Entry]
Type=Application
Name={NAME}
Name[en]=Reviewer of official documents
GenericName=公文审阅
Comment={SUMMARY}
Exec={program} %F
Icon={layout.package}
Terminal=false
Categories=Office;
MimeType={kinds};
StartupNotify=true
StartupWMClass={IDENTIFIER}
Keywords=公文;讲话稿;任务;校对;
"""


def uos_info(version: str) -> str:
    """What UOS's shop reads of a program (/opt/apps/…/info)."""
    permissions = dict.fromkeys(("autostart", "notification", "trayicon", "clipboard", "account", "bluetooth"), False)
    permissions |= dict.fromkeys(("camera", "audio_record", "installed_apps"), False)
    told = {
        "appid": APPLICATION,
        "name": NAME,
        "version": version,
        "arch": ["amd64"],
        "permissions": {**permissions, "clipboard": True},
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def copyright_text() -> str:
    """Where the licences are (Debian's copyright file)."""
    return f"""{NAME} 按 MIT 许可发布，全文见本文件夹的 LICENSE。
随带的第三方组件及其许可见 licenses/第三方组件.txt。
"""
