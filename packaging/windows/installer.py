"""Makes the installer: lists of what goes in and what comes out again, then NSIS."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import payload
from environment import child_environment
from product import COPYRIGHT, IDENTIFIER, KINDS, NAME
from program_icon import banner

SCRIPT = Path(__file__).with_name("installer.nsi")
PROGID = "Reviewer.Document"
KEYS = {
    "UNINSTALL_KEY": rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{IDENTIFIER}",
    "APPLICATION_KEY": r"Software\Classes\Applications\reviewer.exe",
    "PROGID_KEY": rf"Software\Classes\{PROGID}",
}


def make_installer(folder: Path, target: Path, icon: Path, number: str, seconds: int) -> None:
    """Pack `folder` into the installer `target` of version `number`; what was installed is what is uninstalled."""
    files = payload.file_list(folder)
    with tempfile.TemporaryDirectory() as name:
        picture = Path(name, "banner.bmp")
        picture.write_bytes(banner())
        lists = {
            "FILES_TO_INSTALL": install_lines(files, folder),
            "FILES_TO_REMOVE": removal_lines(files),
            "KINDS_TO_OFFER": offering_lines(),
            "KINDS_TO_WITHDRAW": withdrawal_lines(),
        }
        definitions = {
            **KEYS,
            "PRODUCT": NAME,
            "IDENTIFIER": IDENTIFIER,
            "VERSION": number,
            "COPYRIGHT": COPYRIGHT,
            "ICON": str(icon),
            "BANNER": str(picture),
            "OUTPUT": str(target),
            "KILOBYTES": str(payload.size(folder) // 1024),
        }
        for key, lines in lists.items():
            place = Path(name, f"{key.lower()}.nsh")
            place.write_text("\n".join((*lines, "")), encoding="utf-8-sig")
            definitions[key] = str(place)
        words = [f"-D{key}={value}" for key, value in definitions.items()]
        subprocess.run(
            ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)],
            env=child_environment(SOURCE_DATE_EPOCH=str(seconds)),
            check=True,
        )
    os.utime(target, (seconds, seconds))


def install_lines(files: Sequence[PurePosixPath], folder: Path) -> list[str]:
    """NSIS lines that write `files`, relative to `folder`, below the place of installation."""
    lines = []
    place: PurePosixPath | None = None
    for file in files:
        if file.parent != place:
            place = file.parent
            lines.append(f'SetOutPath "{_installed(place)}"')
        lines.append(f'File "{_quoted(str(folder / file))}"')
    return lines


def removal_lines(files: Sequence[PurePosixPath]) -> list[str]:
    """NSIS lines that remove `files` and the folders that held them, where nothing else is in these."""
    folders = {parent for file in files for parent in file.parents if parent != PurePosixPath()}
    deepest_first = sorted(folders, key=lambda folder: (-len(folder.parts), folder))
    return [f'Delete "{_installed(file)}"' for file in files] + [f'RMDir "{_installed(one)}"' for one in deepest_first]


def offering_lines() -> list[str]:
    """NSIS lines that put the program among those that can open our kinds of files; the default stays what it is."""
    lines = []
    for suffix in KINDS:
        lines.append(rf'WriteRegStr HKCU "${{APPLICATION_KEY}}\SupportedTypes" "{suffix}" ""')
        lines.append(rf'WriteRegNone HKCU "Software\Classes\{suffix}\OpenWithProgids" "{PROGID}"')
    return lines


def withdrawal_lines() -> list[str]:
    """NSIS lines that take back `offering_lines`, and remove the keys that nobody else uses."""
    lines = []
    for suffix in KINDS:
        lines.append(rf'DeleteRegValue HKCU "Software\Classes\{suffix}\OpenWithProgids" "{PROGID}"')
        lines.append(rf'DeleteRegKey /ifempty HKCU "Software\Classes\{suffix}\OpenWithProgids"')
        lines.append(rf'DeleteRegKey /ifempty HKCU "Software\Classes\{suffix}"')
    return lines


def _installed(path: PurePosixPath) -> str:
    return "\\".join(("$INSTDIR", *(_quoted(part) for part in path.parts)))


def _quoted(text: str) -> str:
    return text.replace("$", "$$")
