"""Compiles the two small programs that start ours on Windows, `reviewer.exe` and `reviewer-cli.exe`."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from product import COPYRIGHT, NAME, version

HERE = Path(__file__).resolve().parent
SOURCE, MANIFEST = HERE / "launcher.c", HERE / "launcher.manifest"
WINDOW, COMMAND_LINE = "reviewer.exe", "reviewer-cli.exe"

_COMPILER, _RESOURCES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
_FLAGS = ("-municode", "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp,--nxcompat,--dynamicbase")


def compile_launchers(folder: Path, icon: Path) -> list[Path]:
    """Both programs, made in `folder` with the `icon`, version resource and manifest."""
    made = []
    with tempfile.TemporaryDirectory() as name:
        for program, words, extra in (
            (WINDOW, NAME, ["-mwindows"]),
            (COMMAND_LINE, f"{NAME}（命令行）", ["-DCONSOLE"]),
        ):
            script, compiled = Path(name, "launcher.rc"), Path(name, "launcher.o")
            script.write_text(resource_script(program, words, icon), encoding="utf-8")
            _run([_RESOURCES, "--codepage=65001", "-i", str(script), "-o", str(compiled)])
            made.append(folder / program)
            _run([_COMPILER, *_FLAGS, *extra, str(SOURCE), str(compiled), "-o", str(made[-1])])
    return made


def resource_script(program: str, description: str, icon: Path) -> str:
    """The resources of one program: icon, manifest and version, in Chinese."""
    number = version()
    numbers = ",".join((*number.split("."), "0"))
    strings = {
        "CompanyName": NAME,
        "FileDescription": description,
        "FileVersion": number,
        "InternalName": program.removesuffix(".exe"),
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": program,
        "ProductName": NAME,
        "ProductVersion": number,
    }
    values = "\n".join(f'            VALUE "{key}", "{value}"' for key, value in strings.items())
    return f"""1 ICON "{icon}"
1 24 "{MANIFEST}"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEFLAGSMASK 0x3f
FILEFLAGS 0
FILEOS 0x40004
FILETYPE 1
BEGIN
    BLOCK "StringFileInfo"
    BEGIN
        BLOCK "080404b0"
        BEGIN
{values}
        END
    END
    BLOCK "VarFileInfo"
    BEGIN
        VALUE "Translation", 0x0804, 1200
    END
END
"""


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True)
