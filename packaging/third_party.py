"""The licences of what a package ships: a list of the works of others and their licence texts, made from what is there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.parser import Parser
from pathlib import Path

from environment import ROOT, SetupError
from locked import normalised

LIST = "第三方组件.txt"
COMMON = Path("/usr/share/common-licenses")  # Debian's copies of the GNU licences

_ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| (https?://[^|\s]+) \| ([^|]+) \|$", re.MULTILINE)
_LICENCE_FILE = re.compile(r"(?:^|/)(?:licen[cs]es?/.+|(?:LICEN[CS]E|COPYING|NOTICE)[^/]*)$", re.IGNORECASE)
_MIT_HOLDERS = {"jieba": "2013 Sun Junyi", "chinesecalendar": "2017 Lirian Su"}  # they bring no text of their own
_LGPL = ("pyside6-essentials", "shiboken6")

_HEAD = """公文审阅使用了下列他人的作品，均按各自的许可使用。许可全文在本文件旁以组件命名的文件夹里。
"""
_REPLACING = """
Qt 与 PySide6（LGPL 第三版）以单独的动态库随程序提供，位于程序文件夹的 {place}。
可以用自行编译的相同版本替换这些文件，程序会照常使用它们；替换时请先退出程序。
源代码：https://download.qt.io/official_releases/QtForPython/pyside6/ 与 https://download.qt.io/official_releases/qt/
（请取与下列版本号相同的版本）。许可全文：PySide6_Essentials 文件夹中的 LGPL-3 与 GPL-3。
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One shipped work: its name and version, and its licence texts by file name."""

    name: str
    version: str
    texts: dict[str, bytes]


def part(folder: Path) -> Part:
    """The work whose `*.dist-info` (or, of a source archive, PKG-INFO) stands in `folder`."""
    metadata = next(folder / name for name in ("METADATA", "PKG-INFO") if (folder / name).is_file())
    head = Parser().parsestr(metadata.read_text(encoding="utf-8"), headersonly=True)
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    texts = {path: file.read_bytes() for file in files if _LICENCE_FILE.search(path := _below(file, folder))}
    return Part(head["Name"], head["Version"], texts)


def licences(parts: list[Part], place: str) -> dict[str, bytes]:
    """The files of the folder of licences, by path; `place` is where the package keeps the libraries of Qt.

    Raises SetupError where a work has no row in the notices or no licence text.
    """
    rows = {normalised(name): (licence, source) for name, licence, source, _ in _ROW.findall(_notices())}
    made: dict[str, bytes] = {}
    lines = [_HEAD]
    for one in sorted(parts, key=lambda one: one.name.lower()):
        if normalised(one.name) not in rows:
            raise SetupError(
                f"packaging/notices.md 里没有 {one.name}。\nThe notices lack {one.name}, which would be shipped."
            )
        licence, source = rows[normalised(one.name)]
        lines.append(f"{one.name} {one.version}\n    许可：{licence}\n    来源：{source}\n")
        made |= {f"{one.name}/{path}": text for path, text in _texts(one).items()}
    lines.append(_REPLACING.format(place=place))
    return {LIST: "\n".join(lines).encode("utf-8"), **made}


def _texts(one: Part) -> dict[str, bytes]:
    name = normalised(one.name)
    if name in _LGPL:
        missing = [text for text in ("LGPL-3", "GPL-3") if not (COMMON / text).is_file()]
        if missing:
            raise SetupError(f"缺少许可全文 {COMMON}。\nThe texts {missing} are missing from {COMMON}.")
        return {text: (COMMON / text).read_bytes() for text in ("LGPL-3", "GPL-3")}
    if name in _MIT_HOLDERS:
        own = (ROOT / "LICENSE").read_text(encoding="utf-8")
        return {"LICENSE": re.sub(r"Copyright \(c\) .*", f"Copyright (c) {_MIT_HOLDERS[name]}", own).encode("utf-8")}
    if not one.texts:
        raise SetupError(f"{one.name} 没有带许可全文。\n{one.name} brings no licence text.")
    return one.texts


def _notices() -> str:
    return (ROOT / "packaging" / "notices.md").read_text(encoding="utf-8")


def _below(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()
